package org.fiscalloop.debt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.debt.Finances.FUJIAN;
import static org.fiscalloop.debt.Finances.FUZHOU;
import static org.fiscalloop.debt.Finances.XIAMEN;
import static org.fiscalloop.debt.Finances.assertListed;
import static org.fiscalloop.debt.Finances.assertRefused;
import static org.fiscalloop.debt.Finances.bond;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.DebtCommands.ChangeDebtLimit;
import org.fiscalloop.debt.DebtCommands.PlanBond;
import org.fiscalloop.debt.DebtNotices.ProceedsReceived;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

/** Debts of a province, of a city that issues itself and of one that does not. */
class DebtTest {
    private final Finances finances = new Finances();

    // ---- a bond of one's own ----------------------------------------------------------------------------------------

    @Test
    void a_city_under_separate_plan_issues_pays_and_repays_a_bond_itself() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 1_000_000));
        Id<Debt> bond = finances.submitted("Z1", bond(XIAMEN, DebtKind.GENERAL, 800_000));
        done(finances.act(XIAMEN, "chief", bond, DebtAction.APPROVE));
        assertThat(finances.memorandum(XIAMEN, "MD03")).isEqualTo(80_000_000);

        finances.day = Finances.FROM;
        done(finances.tell(XIAMEN, new ProceedsReceived(bond, finances.issue(80_000_000, 100_000, 20_000))));
        assertThat(finances.treasury(XIAMEN, "1001")).isEqualTo(79_880_000);
        assertThat(finances.treasury(XIAMEN, "2021")).isEqualTo(-80_000_000);
        assertThat(finances.treasury(XIAMEN, "5011")).isEqualTo(120_000);
        assertThat(finances.treasury(XIAMEN, "6041")).isEqualTo(-80_000_000);
        assertThat(finances.treasury(XIAMEN, "7001")).isEqualTo(120_000);
        assertThat(finances.memorandum(XIAMEN, "MD03")).isZero();
        assertThat(finances.memorandum(XIAMEN, "MD05")).isEqualTo(80_000_000);

        finances.day = LocalDate.of(2024, 6, 30);
        done(finances.clerk(XIAMEN, new AccrueInterest(bond, finances.day)));
        long accrued = Fen.of(finances.debt(bond).terms().accrued());
        assertThat(accrued).isEqualTo(80_000_000L * 273 / 10_000 / 2 * 107 / 184);
        assertThat(finances.treasury(XIAMEN, "2015")).isEqualTo(-accrued);
        assertThat(finances.treasury(XIAMEN, "7"))
                .as("nothing is spent by accruing")
                .isEqualTo(120_000);

        finances.day = LocalDate.of(2024, 9, 15);
        done(finances.interest(XIAMEN, bond, "L1", 1_092_000));
        assertThat(finances.treasury(XIAMEN, "2015")).isZero();
        assertThat(finances.treasury(XIAMEN, "5011")).isEqualTo(120_000 + 1_092_000);
        assertThat(finances.treasury(XIAMEN, "7001")).isEqualTo(120_000 + 1_092_000);

        done(finances.repaid(XIAMEN, bond, "B1", 30_000_000));
        assertThat(finances.debt(bond).state()).isEqualTo(DebtState.OUTSTANDING);
        done(finances.repaid(XIAMEN, bond, "B2", 50_000_000));
        assertThat(finances.debt(bond).state()).isEqualTo(DebtState.PAID_OFF);
        assertThat(finances.treasury(XIAMEN, "2021")).isZero();
        assertThat(finances.treasury(XIAMEN, "7041")).isEqualTo(80_000_000);
        assertThat(finances.memorandum(XIAMEN, "MD05")).isZero();
    }

    @Test
    void a_bond_above_par_lowers_what_it_costs() {
        done(finances.limit(XIAMEN, DebtKind.SPECIAL, 100));
        Id<Debt> bond = finances.submitted("Z1", bond(XIAMEN, DebtKind.SPECIAL, 100));
        done(finances.act(XIAMEN, "chief", bond, DebtAction.APPROVE));
        done(finances.tell(XIAMEN, new ProceedsReceived(bond, finances.issue(10_000, -50, 20))));
        assertThat(finances.treasury(XIAMEN, "1001")).isEqualTo(10_030);
        assertThat(finances.treasury(XIAMEN, "5011")).isEqualTo(-30);
        assertThat(finances.treasury(XIAMEN, "7002")).isEqualTo(-30);
        assertThat(finances.memorandum(XIAMEN, "MD06")).isEqualTo(10_000);
    }

    @Test
    void a_city_that_is_not_under_separate_plan_does_not_issue() {
        assertRefused(
                finances.clerk(FUZHOU, new PlanBond(Debt.id("Z1"), bond(FUZHOU, DebtKind.GENERAL, 1))),
                "debt.may-not-issue",
                FUZHOU,
                "lent on by " + FUJIAN);
    }

    @Test
    void a_bond_is_of_the_fund_of_its_kind_and_names_its_approval() {
        assertRefused(
                finances.clerk(
                        XIAMEN,
                        new PlanBond(
                                Debt.id("Z1"), bond(XIAMEN, DebtKind.GENERAL, 1).withFund("122"))),
                "debt.fund-not-of-kind",
                "112");
        assertRefused(
                finances.clerk(
                        XIAMEN,
                        new PlanBond(
                                Debt.id("Z1"), bond(XIAMEN, DebtKind.GENERAL, 1).withDocumentNo(" "))),
                "debt.approval-missing");
        assertRefused(
                finances.clerk(XIAMEN, new PlanBond(Debt.id("Z1"), bond(XIAMEN, DebtKind.GENERAL, 0))),
                "debt.amount-not-positive");
        assertRefused(
                finances.clerk(
                        XIAMEN,
                        new PlanBond(
                                Debt.id("Z1"), bond(XIAMEN, DebtKind.GENERAL, 1).withIssue(finances.issue(100, 0, 0)))),
                "debt.told-by-hand");
    }

    // ---- limits -----------------------------------------------------------------------------------------------------

    @Test
    void no_more_is_approved_than_the_limit_has_room_for_and_the_refusal_says_why() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 60));
        Id<Debt> second = finances.submitted("Z2", bond(XIAMEN, DebtKind.GENERAL, 30));
        done(finances.act(XIAMEN, "chief", second, DebtAction.APPROVE));
        Id<Debt> third = finances.submitted("Z3", bond(XIAMEN, DebtKind.GENERAL, 11));
        assertRefused(
                finances.act(XIAMEN, "chief", third, DebtAction.APPROVE),
                "debt.over-general-limit",
                "100.00",
                "60.00",
                "30.00",
                "short by 1.00");

        done(finances.act(XIAMEN, "chief", second, DebtAction.VOID));
        done(finances.act(XIAMEN, "chief", third, DebtAction.APPROVE));
    }

    @Test
    void general_and_special_debt_are_limited_apart() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        Id<Debt> bond = finances.submitted("Z1", bond(XIAMEN, DebtKind.SPECIAL, 1));
        assertRefused(finances.act(XIAMEN, "chief", bond, DebtAction.APPROVE), "debt.over-special-limit");
    }

    @Test
    void a_limit_is_not_lowered_below_what_is_owed_and_that_of_a_year_takes_the_place_of_the_year_before() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 60));
        Id<DebtLimit> limit = DebtLimit.id(XIAMEN, 2024, DebtKind.GENERAL);
        assertRefused(
                finances.clerk(XIAMEN, new ChangeDebtLimit(limit, Fen.money(5_999), "人大〔2024〕2号")),
                "debt.over-general-limit");
        done(finances.clerk(XIAMEN, new ChangeDebtLimit(limit, Fen.money(6_000), "人大〔2024〕2号")));

        finances.day = LocalDate.of(2025, 2, 1);
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 90));
        assertThat(finances.memorandum(XIAMEN, "MD01")).isEqualTo(9_000);
        finances.day = LocalDate.of(2024, 12, 1);
        assertRefused(
                finances.clerk(XIAMEN, new ChangeDebtLimit(limit, Fen.money(7_000), "人大〔2024〕3号")), "debt.later-limit");
    }

    @Test
    void who_has_planned_a_bond_does_not_approve_it() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        Id<Debt> bond = Debt.id("Z1");
        done(finances.ask(XIAMEN, "both" + XIAMEN, new PlanBond(bond, bond(XIAMEN, DebtKind.GENERAL, 1))));
        done(finances.act(XIAMEN, "clerk", bond, DebtAction.SUBMIT));
        assertRefused(finances.act(XIAMEN, "both", bond, DebtAction.APPROVE), "lifecycle.four-eyes");
        done(finances.act(XIAMEN, "chief", bond, DebtAction.APPROVE));
    }

    // ---- on-lending -------------------------------------------------------------------------------------------------

    private Id<Debt> lentOn(long yuan) {
        done(finances.limit(FUJIAN, DebtKind.SPECIAL, 1_000));
        Id<Debt> bond = finances.issued("Z1", bond(FUJIAN, DebtKind.SPECIAL, 1_000));
        done(finances.lend("D1", bond, FUZHOU, yuan));
        return bond;
    }

    @Test
    void what_a_province_lends_on_leaves_as_a_message_and_stands_on_both_sides_when_it_has_arrived() {
        lentOn(400);
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 500));
        assertThat(finances.loop.outbox()).hasSize(1);
        assertThat(finances.treasury(FUJIAN, "1041")).isEqualTo(40_000);
        assertThat(finances.treasury(FUJIAN, "704202")).isEqualTo(40_000);
        assertThat(finances.treasury(FUZHOU, "2023")).isZero();

        finances.deliver();
        assertThat(finances.loop.outbox()).isEmpty();
        assertThat(finances.treasury(FUZHOU, "2023")).isEqualTo(-40_000);
        assertThat(finances.treasury(FUZHOU, "6042")).isEqualTo(-40_000);
        assertThat(finances.treasury(FUZHOU, "1001")).isEqualTo(40_000);
        Debt borrowed = finances.debt(Debt.borrowed(FUJIAN, OnLending.id("D1")));
        assertThat(borrowed.terms().debtClass()).isEqualTo(DebtPostings.DebtClass.ON_LENT);
        assertThat(borrowed.terms().issue().orElseThrow().conditions()).isEqualTo(Finances.FIVE_YEARS);
    }

    @Test
    void a_message_that_comes_twice_lends_once_and_what_is_acknowledged_is_not_sent_again() {
        lentOn(400);
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 500));
        var message = finances.loop.outbox().get(0);
        Outcome first = finances.loop.tell(message);
        assertThat(finances.loop.tell(message).messages()).isEqualTo(first.messages());
        assertThat(finances.treasury(FUZHOU, "2023")).isEqualTo(-40_000);
        first.messages().forEach(finances.loop::tell);
        first.messages().forEach(finances.loop::tell);
        assertThat(finances.loop.outbox()).isEmpty();
    }

    @Test
    void what_was_lent_on_and_finds_no_room_waits_for_the_limit() {
        lentOn(400);
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 399));
        Outcome arrived = finances.loop.tell(finances.loop.outbox().get(0));
        assertThat(arrived.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(arrived.refusals()).extracting(Refusal::code).containsExactly("debt.waits-for-limit");
        assertThat(arrived.refusals().get(0).text()).contains("400.00", "399.00");
        assertThat(finances.treasury(FUZHOU, "2023")).isZero();

        Outcome raised = finances.clerk(
                FUZHOU,
                new ChangeDebtLimit(DebtLimit.id(FUZHOU, 2024, DebtKind.SPECIAL), Fen.money(40_000), "人大〔2024〕2号"));
        done(raised);
        assertThat(finances.treasury(FUZHOU, "2023")).isEqualTo(-40_000);
        raised.messages().forEach(finances.loop::tell);
        assertThat(finances.loop.outbox()).isEmpty();
    }

    @Test
    void no_more_is_lent_on_than_the_bond_brought_and_only_to_those_below_who_do_not_issue() {
        Id<Debt> bond = lentOn(400);
        assertRefused(finances.lend("D2", bond, FUZHOU, 601), "debt.over-bond", "600.00", "1.00 too much");
        assertRefused(finances.lend("D2", bond, XIAMEN, 1), "debt.borrower-not-below");
        assertRefused(finances.lend("D2", bond, "370100000", 1), "debt.borrower-not-below");
        assertRefused(finances.lend("D2", Debt.id("Z9"), FUZHOU, 1), "debt.not-lendable", "UNKNOWN");
        assertRefused(finances.lend("D2", bond, FUZHOU, 0), "debt.lent-nothing");
    }

    @Test
    void what_a_borrower_pays_back_is_passed_on_and_is_no_expenditure_of_the_province() {
        Id<Debt> bond = lentOn(400);
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 500));
        finances.deliver();
        Id<Debt> borrowed = Debt.borrowed(FUJIAN, OnLending.id("D1"));
        done(finances.repaid(FUZHOU, borrowed, "R1", 40_000));
        assertThat(finances.treasury(FUZHOU, "2023")).isZero();
        assertThat(finances.treasury(FUZHOU, "7041")).isEqualTo(40_000);

        Outcome early = finances.repaid(FUJIAN, bond, "R1", 100_000);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(early.refusals()).extracting(Refusal::code).containsExactly("debt.waits-for-borrowers");

        done(finances.returned("D1", "H1", 40_000, 546));
        assertThat(finances.debt(bond).state()).as("what waited is booked").isEqualTo(DebtState.PAID_OFF);
        assertThat(finances.treasury(FUJIAN, "1041")).isZero();
        assertThat(finances.treasury(FUJIAN, "2021")).isZero();
        assertThat(finances.treasury(FUJIAN, "7041")).isEqualTo(60_000);
        assertThat(finances.treasury(FUJIAN, "804109")).isZero();
        assertThat(finances.treasury(FUJIAN, "5011")).isEqualTo(-546);
        assertThat(finances.memorandum(bond, "MD06", "MD10", "MD11")).isZero();
    }

    // ---- refinancing ------------------------------------------------------------------------------------------------

    @Test
    void a_refinancing_bond_repays_principal_it_names_and_needs_no_room_for_it() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        Id<Debt> old = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 100));
        ImmutableDebtTerms next = bond(XIAMEN, DebtKind.GENERAL, 40).withUse(Use.REFINANCING);
        assertRefused(finances.clerk(XIAMEN, new PlanBond(Debt.id("Z2"), next)), "debt.refinances-otherwise", "0.00");
        assertRefused(
                finances.clerk(
                        XIAMEN,
                        new PlanBond(
                                Debt.id("Z2"),
                                bond(XIAMEN, DebtKind.GENERAL, 101)
                                        .withUse(Use.REFINANCING)
                                        .withRefinances(new Refinanced(old, Fen.money(10_100))))),
                "debt.not-refinanced-so",
                "100.00");

        Id<Debt> fresh = finances.issued("Z2", next.withRefinances(new Refinanced(old, Fen.money(4_000))));
        assertThat(finances.memorandum(XIAMEN, "MD05")).isEqualTo(14_000);
        assertThat(finances.memorandum(old, "MD07")).isEqualTo(4_000);
        done(finances.repaid(XIAMEN, old, "B1", 4_000));
        assertThat(finances.memorandum(XIAMEN, "MD05")).isEqualTo(10_000);
        assertThat(finances.memorandum(old, "MD07")).isZero();
        assertThat(finances.debt(fresh).isOutstanding()).isTrue();
    }

    @Test
    void what_is_repaid_in_parts_leaves_the_rest_to_be_refinanced() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        Id<Debt> old = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 100));
        finances.issued(
                "Z2",
                bond(XIAMEN, DebtKind.GENERAL, 40)
                        .withUse(Use.REFINANCING)
                        .withRefinances(new Refinanced(old, Fen.money(4_000))));

        done(finances.repaid(XIAMEN, old, "B1", 1_000));
        assertThat(finances.memorandum(old, "MD07")).isEqualTo(3_000);
        done(finances.repaid(XIAMEN, old, "B2", 9_000));
        assertThat(finances.memorandum(old, "MD07")).isZero();
    }

    @Test
    void what_borrowers_paid_back_is_passed_on_in_parts_and_before_what_is_the_divisions_own() {
        Id<Debt> bond = lentOn(400);
        done(finances.limit(FUZHOU, DebtKind.SPECIAL, 400));
        finances.deliver();
        done(finances.repaid(FUZHOU, Debt.borrowed(FUJIAN, OnLending.id("D1")), "R1", 40_000));
        done(finances.returned("D1", "H1", 40_000, 0));
        assertThat(finances.memorandum(bond, "MD11")).isEqualTo(40_000);

        done(finances.repaid(FUJIAN, bond, "B1", 10_000));
        assertThat(finances.memorandum(bond, "MD11")).isEqualTo(30_000);
        done(finances.repaid(FUJIAN, bond, "B2", 50_000));
        assertThat(finances.memorandum(bond, "MD11")).isZero();
    }

    // ---- what is told -----------------------------------------------------------------------------------------------

    @Test
    void proceeds_wait_for_the_approval_and_are_booked_with_it() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 100));
        Id<Debt> bond = finances.submitted("Z1", bond(XIAMEN, DebtKind.GENERAL, 100));
        Outcome early = finances.tell(XIAMEN, new ProceedsReceived(bond, finances.issue(10_000, 0, 0)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(finances.act(XIAMEN, "chief", bond, DebtAction.APPROVE));
        assertThat(finances.debt(bond).isOutstanding()).isTrue();
        assertThat(finances.treasury(XIAMEN, "1001")).isEqualTo(10_000);
    }

    @Test
    void what_contradicts_is_listed_and_books_nothing() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 200));
        Id<Debt> bond = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 100));
        long cash = finances.treasury(XIAMEN, "1001");
        assertListed(
                finances.tell(XIAMEN, new ProceedsReceived(bond, finances.issue(9_999, 0, 0))),
                "debt.told-otherwise",
                "99.99",
                "100.00");
        assertListed(finances.interest(XIAMEN, bond, "L1", 1), "debt.other-instalment", "1.36");
        assertListed(finances.repaid(XIAMEN, bond, "B1", 10_001), "debt.over-principal", "100.01", "100.00");
        finances.day = finances.day.minusDays(1);
        assertListed(finances.repaid(XIAMEN, bond, "B2", 1), "debt.before-issue");
        finances.day = finances.day.plusDays(1);
        Id<Debt> over = finances.submitted("Z2", bond(XIAMEN, DebtKind.GENERAL, 50));
        done(finances.act(XIAMEN, "chief", over, DebtAction.APPROVE));
        assertListed(finances.tell(XIAMEN, new ProceedsReceived(over, finances.issue(5_001, 0, 0))), "debt.over-plan");
        done(finances.act(XIAMEN, "chief", over, DebtAction.VOID));
        assertListed(finances.tell(XIAMEN, new ProceedsReceived(over, finances.issue(5_000, 0, 0))), "debt.voided");
        assertThat(finances.treasury(XIAMEN, "1001")).isEqualTo(cash);
    }

    @Test
    void interest_and_principal_told_again_book_nothing_and_told_otherwise_are_listed() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 200));
        Id<Debt> bond = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 100));
        done(finances.interest(XIAMEN, bond, "L1", 136));
        done(finances.interest(XIAMEN, bond, "L1", 136));
        assertListed(finances.interest(XIAMEN, bond, "L1", 137), "debt.told-otherwise");
        done(finances.repaid(XIAMEN, bond, "B1", 1_000));
        done(finances.repaid(XIAMEN, bond, "B1", 1_000));
        assertListed(finances.repaid(XIAMEN, bond, "B1", 1_001), "debt.told-otherwise");
        assertThat(finances.debt(bond).terms().outstandingFen()).isEqualTo(9_000);
        assertThat(finances.treasury(XIAMEN, "1001")).isEqualTo(10_000 - 136 - 1_000);
    }

    @Test
    void interest_is_accrued_up_to_a_day_that_has_come_and_once() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 1_000_000));
        finances.day = Finances.FROM;
        Id<Debt> bond = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 1_000_000));
        finances.day = LocalDate.of(2024, 12, 31);
        assertRefused(finances.clerk(XIAMEN, new AccrueInterest(bond, LocalDate.of(2025, 1, 2))), "debt.accrued-ahead");
        done(finances.clerk(XIAMEN, new AccrueInterest(bond, LocalDate.of(2025, 1, 1))));
        assertRefused(
                finances.clerk(XIAMEN, new AccrueInterest(bond, LocalDate.of(2025, 1, 1))), "debt.nothing-to-accrue");
    }

    @Test
    void what_happens_by_notice_is_asked_by_nobody() {
        done(finances.limit(XIAMEN, DebtKind.GENERAL, 1));
        Id<Debt> bond = finances.issued("Z1", bond(XIAMEN, DebtKind.GENERAL, 1));
        for (DebtAction action : ImmutableList.of(
                DebtAction.PAY_INTEREST, DebtAction.REPAY_PART, DebtAction.PAY_OFF, DebtAction.RECOVER)) {
            assertThat(finances.act(XIAMEN, "chief", bond, action).result())
                    .as("%s", action)
                    .isEqualTo(JournalRecord.Outcome.REFUSED);
        }
    }
}
