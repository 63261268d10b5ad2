package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.Plans.balance;
import static org.fiscalloop.loop.Plans.plan;
import static org.fiscalloop.loop.Plans.taken;
import static org.fiscalloop.loop.Plans.terms;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanAction;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.cashplan.ImmutableCashPlanTerms;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;

/** Payments that allotment and cash plan must both cover: what they take of which month, and how it comes back. */
class CashPlanPaymentTest {
    private static final Overlay.Change SAVING = CityRules.change("payment/occupation", Tree.text("SAVE"));

    private final World world = Plans.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);
    private final Id<Allotment> allotment = room.allotment();

    private static LocalDate day(int month, int day) {
        return LocalDate.of(YEAR, month, day);
    }

    private void planned(Month month, long fen) {
        plan(world, "P" + month, terms(allotment, ORGAN, month, fen));
    }

    private long left(Month month) {
        return balance(world, CashPlanMeasure.LEFT, allotment, month);
    }

    private Outcome submit(String id, long fen) {
        done(world.ask(CLERK, payment(room, id, fen)));
        return world.act(CLERK, request(id), PaymentAction.SUBMIT);
    }

    private static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).collect(ImmutableList.toImmutableList());
    }

    @Test
    void under_the_nations_rules_a_payment_posts_nothing_of_plans() {
        World nation = World.open();
        DoorFixtures.Room own = DoorFixtures.room(nation);
        nation.pay("1", own.allotment(), own.elements(), 10_000);

        assertThat(Sums.of(nation.loop().balances()).memorandum("M6").lines()).isEmpty();
    }

    @Test
    void a_payment_without_a_plan_is_refused_and_one_that_neither_covers_hears_both() {
        Outcome unplanned = submit("1", 10_000);
        assertThat(codes(unplanned)).containsExactly("cash-plan.over-plan");
        assertThat(unplanned.refusals().get(0).facts())
                .containsEntry("plan-month", Fact.text("03"))
                .containsEntry("available", Fact.amount(0))
                .containsEntry("asked", Fact.amount(10_000))
                .containsEntry("short-by", Fact.amount(10_000));

        assertThat(codes(submit("2", 100_001))).containsExactly("cash-plan.over-plan", "payment.over-allotment");
    }

    @Test
    void a_plan_does_not_cover_what_its_allotment_has_not() {
        planned(Month.MARCH, 100_000);
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(95_000))));

        assertThat(codes(submit("1", 5_001))).containsExactly("payment.over-allotment");
        done(submit("2", 5_000));
    }

    @Test
    void a_request_takes_of_the_earliest_month_first_and_never_of_a_later_one() {
        planned(Month.MARCH, 30_000);
        planned(Month.APRIL, 20_000);
        planned(Month.MAY, 50_000);
        world.turn(YEAR, day(4, 15));

        Outcome held = done(submit("1", 40_000));

        assertThat(rules(held)).containsExactly("IND-11", "M-62 take", "M-62 take");
        assertThat(taken(world, "1", allotment, Month.MARCH)).isEqualTo(30_000);
        assertThat(taken(world, "1", allotment, Month.APRIL)).isEqualTo(10_000);
        assertThat(left(Month.MARCH)).isZero();
        assertThat(left(Month.APRIL)).isEqualTo(10_000);
        assertThat(left(Month.MAY)).isEqualTo(50_000);
        assertThat(codes(submit("2", 10_001))).containsExactly("cash-plan.over-plan");
    }

    @Test
    void a_request_that_is_dated_back_finds_what_later_ones_have_left_of_the_months_up_to_its_own() {
        planned(Month.MARCH, 30_000);
        planned(Month.APRIL, 20_000);
        world.turn(YEAR, day(4, 15));
        done(submit("1", 25_000));

        world.turn(YEAR, day(3, 20));

        assertThat(codes(submit("2", 5_001))).containsExactly("cash-plan.over-plan");
        done(submit("3", 5_000));
        assertThat(left(Month.APRIL)).isEqualTo(20_000);
    }

    @Test
    void what_is_returned_or_given_up_gives_back_exactly_what_it_took_of_each_month() {
        planned(Month.MARCH, 30_000);
        planned(Month.APRIL, 20_000);
        world.turn(YEAR, day(4, 15));
        done(submit("1", 40_000));
        world.turn(YEAR, day(6, 1));

        Outcome returned = done(world.act(HEAD, request("1"), PaymentAction.RETURN));

        assertThat(rules(returned)).containsExactly("IND-12", "M-62 give back", "M-62 give back");
        assertThat(left(Month.MARCH)).isEqualTo(30_000);
        assertThat(left(Month.APRIL)).isEqualTo(20_000);

        done(world.act(CLERK, request("1"), PaymentAction.SUBMIT));
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        done(world.ask(CLERK, DoorFixtures.voucher("V", "1")));
        done(world.act(CLERK, World.voucher("V"), VoucherAction.VOID));
        assertThat(left(Month.MARCH)).isEqualTo(30_000);
        assertThat(left(Month.APRIL)).isEqualTo(20_000);
    }

    @Test
    void what_comes_back_of_a_payment_goes_back_to_the_latest_month_first_until_all_has_come_back() {
        planned(Month.MARCH, 30_000);
        planned(Month.APRIL, 20_000);
        world.turn(YEAR, day(4, 15));
        Id<PaymentVoucher> voucher = DoorFixtures.sent(world, room, "1", 40_000);
        done(world.receipt(voucher, 40_000));
        world.turn(YEAR, day(7, 1));

        done(world.refund("S1", voucher, 15_000));
        assertThat(left(Month.MARCH)).isEqualTo(5_000);
        assertThat(left(Month.APRIL)).isEqualTo(20_000);

        done(world.refund("S2", voucher, 25_000));
        assertThat(left(Month.MARCH)).isEqualTo(30_000);
        assertThat(left(Month.APRIL)).isEqualTo(20_000);
    }

    @Test
    void a_request_that_holds_from_saving_on_is_amended_without_its_own_earlier_amount_in_the_way() {
        World saving = World.open(TwoYears.rules(Plans.DUAL, SAVING), new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(saving);
        plan(saving, "P3", terms(own.allotment(), ORGAN, Month.MARCH, 30_000));
        plan(saving, "P4", terms(own.allotment(), ORGAN, Month.APRIL, 20_000));
        done(saving.ask(CLERK, payment(own, "1", 30_000)));
        saving.turn(YEAR, day(4, 15));

        var all = World.paymentTerms(own.allotment(), own.elements(), 50_000);
        done(saving.ask(CLERK, new RevisePayment(request("1"), all)));

        assertThat(taken(saving, "1", own.allotment(), Month.MARCH)).isEqualTo(30_000);
        assertThat(taken(saving, "1", own.allotment(), Month.APRIL)).isEqualTo(20_000);
        assertThat(codes(saving.ask(CLERK, new RevisePayment(request("1"), all.withAmount(Fen.money(50_001))))))
                .containsExactly("cash-plan.over-plan");
    }

    @Test
    void an_amended_request_of_another_allotment_finds_the_plans_of_that_one_alone() {
        World saving = World.open(TwoYears.rules(Plans.DUAL, SAVING), new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(saving);
        Id<Allotment> other = saving.allotment("A2", BudgetLine.id("L1"), own.elements(), 50_000);
        plan(saving, "P1", terms(own.allotment(), ORGAN, Month.MARCH, 30_000));
        plan(saving, "P2", terms(other, ORGAN, Month.MARCH, 10_000));
        done(saving.ask(CLERK, payment(own, "1", 20_000)));

        var moved = World.paymentTerms(other, own.elements(), 10_000);
        assertThat(codes(saving.ask(CLERK, new RevisePayment(request("1"), moved.withAmount(Fen.money(10_001))))))
                .containsExactly("cash-plan.over-plan");
        done(saving.ask(CLERK, new RevisePayment(request("1"), moved)));

        assertThat(balance(saving, CashPlanMeasure.LEFT, own.allotment(), Month.MARCH))
                .isEqualTo(30_000);
        assertThat(balance(saving, CashPlanMeasure.LEFT, other, Month.MARCH)).isZero();
    }

    @Test
    void what_is_left_of_the_plans_of_a_year_lapses_when_its_allotments_are_carried_over() {
        World years = TwoYears.open(Plans.RULES);
        DoorFixtures.Room own = DoorFixtures.room(years);
        plan(years, "P1", terms(own.allotment(), ORGAN, Month.MARCH, 30_000));
        plan(years, "P2", terms(own.allotment(), ORGAN, Month.DECEMBER, 20_000));
        Id<PaymentVoucher> voucher = years.pay("1", own.allotment(), own.elements(), 10_000);

        done(TwoYears.calculate(years, ORGAN));
        Outcome confirmed = done(TwoYears.confirm(years, ORGAN));

        assertThat(rules(confirmed)).contains("M-63 lapse");
        assertThat(balance(years, CashPlanMeasure.LEFT, own.allotment(), Month.MARCH))
                .isZero();
        assertThat(balance(years, CashPlanMeasure.LEFT, own.allotment(), Month.DECEMBER))
                .isZero();
        assertThat(balance(years, CashPlanMeasure.PLANNED, own.allotment(), Month.MARCH))
                .isEqualTo(30_000);

        years.turn(YEAR, day(12, 31));
        done(years.refund("S", voucher, 4_000));
        assertThat(balance(years, CashPlanMeasure.LEFT, own.allotment(), Month.MARCH))
                .isEqualTo(4_000);
        years.turn(TwoYears.NEXT, day(12, 31));
        done(years.act("finance", TwoYears.id(ORGAN), CarryOverAction.RECALCULATE));
        done(years.act("chief", TwoYears.id(ORGAN), CarryOverAction.CONFIRM));
        assertThat(balance(years, CashPlanMeasure.LEFT, own.allotment(), Month.MARCH))
                .isZero();
    }

    @Test
    void what_was_carried_over_is_planned_anew() {
        World years = TwoYears.open(Plans.RULES);
        DoorFixtures.Room own = DoorFixtures.room(years);
        plan(years, "P1", terms(own.allotment(), ORGAN, Month.MARCH, 30_000));
        TwoYears.carry(years, ORGAN);
        Id<Allotment> next = Allotment.id("A1@2025");
        var elements = years.loop().find(next).orElseThrow().terms().elements();
        done(years.ask(CLERK, new CreatePayment(request("N"), World.paymentTerms(next, elements, 1_000))));

        assertThat(codes(years.act(CLERK, request("N"), PaymentAction.SUBMIT))).containsExactly("cash-plan.over-plan");

        plan(
                years,
                "N1",
                ImmutableCashPlanTerms.builder()
                        .from(terms(next, ORGAN, Month.JANUARY, 1_000))
                        .fiscalYear(TwoYears.NEXT)
                        .build());
        done(years.act(CLERK, request("N"), PaymentAction.SUBMIT));
    }

    @Test
    void a_switch_that_is_turned_off_and_on_again_rewrites_no_past_decision() {
        Overlay on = CityRules.overlay(DIVISION, Plans.DUAL);
        Overlay off = CityRules.overlay(DIVISION, day(5, 1), CityRules.change("cashPlan/control", Tree.text("NONE")));
        Overlay again = CityRules.overlay(DIVISION, day(7, 1), Plans.DUAL);
        World place = World.open(CityRules.with(on, off, again), new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(place);
        plan(place, "P1", terms(own.allotment(), ORGAN, Month.MARCH, 60_000));
        done(place.ask(CLERK, payment(own, "1", 20_000)));
        done(place.act(CLERK, request("1"), PaymentAction.SUBMIT));

        adopt(place, day(5, 1));
        done(place.ask(CLERK, payment(own, "2", 70_000)));
        assertThat(rules(done(place.act(CLERK, request("2"), PaymentAction.SUBMIT))))
                .containsExactly("IND-11");
        assertThat(rules(done(place.act(HEAD, request("1"), PaymentAction.RETURN))))
                .containsExactly("IND-12", "M-62 give back");

        adopt(place, day(7, 1));
        assertThat(rules(done(place.act(HEAD, request("2"), PaymentAction.RETURN))))
                .containsExactly("IND-12");
        done(place.act(CLERK, request("1"), PaymentAction.SUBMIT));
        assertThat(taken(place, "1", own.allotment(), Month.MARCH)).isEqualTo(20_000);
        assertThat(codes(place.act(CLERK, request("2"), PaymentAction.SUBMIT))).containsExactly("cash-plan.over-plan");
        assertThat(place.loop().verify()).isEmpty();
    }

    private static void adopt(World place, LocalDate on) {
        place.turn(YEAR, on);
        var rules = place.loop().rules().at(DIVISION, YEAR, on).orElseThrow();
        done(place.ask("admin", new AdoptRulebook(DIVISION, YEAR, rules.fingerprint())));
    }

    @Test
    void of_two_who_want_the_last_of_a_plan_one_wins() {
        planned(Month.MARCH, 30_000);
        done(world.ask(CLERK, payment(room, "1", 20_000)));
        done(world.ask(CLERK, payment(room, "2", 20_000)));

        done(world.act(CLERK, request("1"), PaymentAction.SUBMIT));

        assertThat(codes(world.act(CLERK, request("2"), PaymentAction.SUBMIT))).containsExactly("cash-plan.over-plan");
        Id<CashPlan> less = Plans.reduction(world, "less", terms(allotment, ORGAN, Month.MARCH, 10_001));
        assertThat(codes(world.act("chief", less, CashPlanAction.APPROVE))).containsExactly("cash-plan.over-plan");
    }

    @Test
    void an_opening_whose_plans_are_not_what_became_of_them_is_refused_by_month() {
        planned(Month.MARCH, 30_000);
        OpeningTerms whole = world.loop().opening(DIVISION, YEAR, World.DAY);
        OpeningTerms without = ImmutableOpeningTerms.builder()
                .from(whole)
                .documents(whole.documents().stream()
                        .filter(document -> !document.id().kind().equals(CashPlan.KIND))
                        .toList())
                .build();

        FiscalLoop elsewhere = FiscalLoop.open(new InMemoryJournal(), Plans.RULES);
        Outcome refused =
                elsewhere.ask(DoorFixtures.command("opening", "admin", new CommitOpening(without, Optional.empty())));

        assertThat(codes(refused)).containsExactly("opening.cash-plans", "opening.cash-plans");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo(
                        "at contra of month 03 of allotment A1: nothing 0.00 = 0.00, but Cash plans approved 300.00 = 300.00;"
                                + " the difference is -300.00");
        done(elsewhere.ask(DoorFixtures.command("again", "admin", new CommitOpening(whole, Optional.empty()))));
    }

    @Test
    void the_books_keep_what_is_planned_and_left_and_taken_in_balance() {
        planned(Month.MARCH, 30_000);
        DoorFixtures.sent(world, room, "1", 20_000);

        Sums of = Sums.of(world.loop().balances()).where(Dimensions.ALLOTMENT, allotment.value());
        assertThat(of.memorandum("M61").debit()).isEqualTo(10_000);
        assertThat(of.memorandum("M62").debit()).isEqualTo(20_000);
        assertThat(of.memorandum("M64").credit()).isEqualTo(30_000);
    }
}
