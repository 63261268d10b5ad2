package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.debt.Finances.FUJIAN;
import static org.fiscalloop.debt.Finances.FUZHOU;
import static org.fiscalloop.debt.Finances.assertListed;
import static org.fiscalloop.debt.Finances.assertRefused;
import static org.fiscalloop.debt.Finances.bond;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import org.fiscalloop.debt.DebtNotices.OnLentArrived;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

/** What a province lends on to a city: what it repays there, whether it is on its way, what of the bond is left. */
class OnLendingTest {
    private static final Id<Debt> FIRST = Debt.borrowed(FUJIAN, OnLending.id("D1"));

    private final Finances finances = new Finances();
    private Id<Debt> old = Debt.id("Z1");
    private Id<Debt> fresh = Debt.id("Z2");

    /** A bond of 1,000 of which 400 is lent on; the city may owe 400. */
    private void lentOn() {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        old = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 400));
        done(finances.lend("D1", old, FUZHOU, 400));
    }

    /** A bond that refinances 400 of it. */
    private void refinanced() {
        fresh = finances.issued(
                "Z2",
                bond(FUJIAN, DebtKind.SPECIAL, 400)
                        .withUse(Use.REFINANCING)
                        .withRefinances(new Refinanced(old, Fen.money(40_000))));
    }

    private static OnLentReceived told(OnLentReceived told, Use use, long yuan, Refinanced... refinances) {
        return new OnLentReceived(
                OnLending.id("D9"),
                told.lender(),
                told.kind(),
                use,
                told.name(),
                told.fund(),
                told.documentNo(),
                ImmutableList.copyOf(refinances),
                "D9",
                told.receivedOn(),
                Fen.money(100 * yuan),
                told.conditions());
    }

    private OnLentReceived letter() {
        return (OnLentReceived) finances.loop.outbox().get(0).body();
    }

    // ---- what it repays ---------------------------------------------------------------------------------------------

    @Test
    void what_is_lent_on_of_a_refinancing_bond_names_exactly_what_it_repays_and_each_debt_once() {
        lentOn();
        refinanced();
        ImmutableOnLendingTerms terms = finances.lending(fresh, FUZHOU, 400);
        Refinanced half = new Refinanced(FIRST, Fen.money(20_000));
        assertRefused(finances.lend("D2", terms), "debt.refinances-otherwise", "400.00", "REFINANCING", "0.00");
        assertRefused(
                finances.lend("D2", terms.withRefinances(new Refinanced(FIRST, Fen.money(40_001)))),
                "debt.refinances-otherwise",
                "400.01");
        assertRefused(finances.lend("D2", terms.withRefinances(half, half)), "debt.refinances-otherwise", "400.00");
        done(finances.lend("D2", terms.withRefinances(new Refinanced(FIRST, Fen.money(40_000)))));
    }

    @Test
    void what_is_lent_on_of_a_bond_for_something_new_repays_nothing() {
        lentOn();
        assertRefused(
                finances.lend(
                        "D2",
                        finances.lending(old, FUZHOU, 400).withRefinances(new Refinanced(FIRST, Fen.money(40_000)))),
                "debt.refinances-otherwise",
                "NEW",
                "400.00");
    }

    @Test
    void what_is_told_to_repay_a_debt_that_is_not_there_is_listed_and_takes_no_room_that_is_not_there() {
        lentOn();
        OnLentReceived letter = letter();
        Refinanced unknown = new Refinanced(Debt.borrowed(FUJIAN, OnLending.id("D0")), Fen.money(100_000_000));
        assertListed(
                finances.tell(FUZHOU, told(letter, Use.REFINANCING, 400, unknown)),
                "debt.on-lent-refinances",
                "400.00",
                "1000000.00");
        assertListed(
                finances.tell(
                        FUZHOU, told(letter, Use.REFINANCING, 400, new Refinanced(unknown.debt(), Fen.money(40_000)))),
                "debt.on-lent-not-refinanced",
                "350000000/D0",
                "400.00",
                "is 0.00");
        assertListed(
                finances.tell(FUZHOU, told(letter, Use.NEW, 400, new Refinanced(unknown.debt(), Fen.money(40_000)))),
                "debt.on-lent-refinances",
                "NEW");
        assertThat(finances.treasury(FUZHOU, "2")).isZero();
        assertThat(finances.memorandum(FUZHOU, "MD08")).isZero();
    }

    @Test
    void what_repays_what_is_owed_needs_no_room() {
        lentOn();
        finances.deliver();
        refinanced();
        done(finances.lend(
                "D2", finances.lending(fresh, FUZHOU, 400).withRefinances(new Refinanced(FIRST, Fen.money(40_000)))));
        finances.deliver();
        assertThat(finances.memorandum(FUZHOU, "MD06")).isEqualTo(80_000);
        assertThat(finances.memorandum(FIRST, "MD08")).isEqualTo(40_000);
        done(finances.repaid(FUZHOU, FIRST, "R1", 40_000));
        assertThat(finances.memorandum(FUZHOU, "MD06")).isEqualTo(40_000);
    }

    @Test
    void what_has_arrived_and_is_told_again_otherwise_in_any_field_is_listed() {
        lentOn();
        OnLentReceived letter = letter();
        done(finances.tell(FUZHOU, letter));
        done(finances.tell(FUZHOU, letter));
        assertListed(
                finances.tell(
                        FUZHOU,
                        new OnLentReceived(
                                letter.lending(),
                                letter.lender(),
                                letter.kind(),
                                letter.use(),
                                letter.name(),
                                letter.fund(),
                                "转贷〔2024〕2号",
                                letter.refinances(),
                                letter.serial(),
                                letter.receivedOn(),
                                letter.principal(),
                                letter.conditions())),
                "debt.told-otherwise");
        done(finances.repaid(FUZHOU, FIRST, "R1", 100));
        done(finances.tell(FUZHOU, letter));
    }

    // ---- on its way -------------------------------------------------------------------------------------------------

    private List<String> problems() {
        var rules = finances.loop.rules();
        var opening = finances.loop.opening(FUJIAN, 2024, LocalDate.of(2024, 3, 31));
        return LoopFlow.OPENING
                .check(opening, rules.at(FUJIAN, 2024, LocalDate.of(2024, 4, 1)).orElseThrow())
                .refusals()
                .stream()
                .filter(refusal -> refusal.text().contains("D1"))
                .map(Refusal::code)
                .toList();
    }

    @Test
    void a_division_is_not_brought_in_while_something_that_it_lends_on_is_on_its_way() {
        lentOn();
        assertThat(problems()).containsExactly("opening.message-on-its-way");
        finances.deliver();
        assertThat(problems()).isEmpty();
    }

    @Test
    void what_a_borrower_could_make_nothing_of_is_sent_again_under_another_number_until_it_has_arrived() {
        lentOn();
        refinanced();
        done(finances.lend(
                "D2", finances.lending(fresh, FUZHOU, 400).withRefinances(new Refinanced(FIRST, Fen.money(40_000)))));
        var first = finances.loop.outbox().get(1);
        assertListed(finances.loop.tell(first), "debt.on-lent-not-refinanced");
        assertListed(finances.loop.tell(first), "debt.on-lent-not-refinanced");
        finances.loop.tell(finances.loop.outbox().get(0)).messages().forEach(finances.loop::tell);
        Id<OnLending> lending = OnLending.id("D2");
        finances.day = finances.day.plusDays(3);
        done(finances.act(FUJIAN, "clerk", lending, OnLending.Action.RESEND));
        assertThat(finances.loop.outbox()).hasSize(2);
        var second = finances.loop.outbox().get(1);
        assertThat(second.id().value()).isEqualTo("on-lending:D2/2");
        assertThat(second.body()).isEqualTo(first.body());

        finances.deliver();
        assertThat(finances.loop.outbox()).isEmpty();
        assertThat(finances.memorandum(FUZHOU, "MD06")).isEqualTo(80_000);
        assertRefused(
                finances.act(FUJIAN, "clerk", lending, OnLending.Action.RESEND), "debt.arrived-already", FUZHOU, "D2");
    }

    @Test
    void what_was_sent_again_and_has_arrived_by_the_first_message_is_sent_no_more() {
        lentOn();
        var first = finances.loop.outbox().get(0);
        Outcome arrived = finances.loop.tell(first);
        done(finances.act(FUJIAN, "clerk", OnLending.id("D1"), OnLending.Action.RESEND));
        finances.loop.tell(finances.loop.outbox().get(1));
        assertThat(finances.treasury(FUZHOU, "2023")).isEqualTo(-40_000);
        assertThat(finances.loop.outbox()).hasSize(2);
        arrived.messages().forEach(finances.loop::tell);
        assertThat(finances.loop.outbox()).isEmpty();
        assertThat(arrived.messages().get(0).body()).isEqualTo(new OnLentArrived(OnLending.id("D1")));
    }

    // ---- what of the bond is left -----------------------------------------------------------------------------------

    @Test
    void what_of_a_bond_was_repaid_is_not_lent_on() {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        Id<Debt> bond = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        done(finances.repaid(FUJIAN, bond, "B1", 60_000));
        assertRefused(finances.lend("D1", bond, FUZHOU, 1_000), "debt.over-bond", "400.00", "600.00 too much");
        done(finances.lend("D1", bond, FUZHOU, 400));
        assertThat(finances.memorandum(bond, "MD09")).isZero();
        assertThat(finances.memorandum(bond, "MD10")).isEqualTo(40_000);
    }

    @Test
    void a_refinancing_bond_that_is_given_up_takes_back_only_what_no_repayment_took_back() {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        old = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        Id<Debt> next = finances.submitted(
                "Z2",
                bond(FUJIAN, DebtKind.SPECIAL, 400)
                        .withUse(Use.REFINANCING)
                        .withRefinances(new Refinanced(old, Fen.money(40_000))));
        done(finances.act(FUJIAN, "chief", next, DebtAction.APPROVE));
        done(finances.repaid(FUJIAN, old, "B1", 30_000));
        assertThat(finances.memorandum(old, "MD08")).isEqualTo(10_000);
        done(finances.act(FUJIAN, "chief", next, DebtAction.VOID));
        assertThat(finances.memorandum(old, "MD08")).isZero();
        assertThat(finances.memorandum(FUJIAN, "MD04")).isZero();

        Id<Debt> another = finances.submitted(
                "Z3",
                bond(FUJIAN, DebtKind.SPECIAL, 100)
                        .withUse(Use.REFINANCING)
                        .withRefinances(new Refinanced(old, Fen.money(10_000))));
        done(finances.act(FUJIAN, "chief", another, DebtAction.APPROVE));
        done(finances.repaid(FUJIAN, old, "B2", 10_000));
        done(finances.act(FUJIAN, "chief", another, DebtAction.VOID));
        assertThat(finances.memorandum(old, "MD08")).isZero();
    }
}
