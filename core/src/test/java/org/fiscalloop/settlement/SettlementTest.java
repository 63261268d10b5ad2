package org.fiscalloop.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;
import static org.fiscalloop.transfer.Level.DISTRICT;

import java.time.LocalDate;
import java.util.List;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.fiscalloop.settlement.SettlementNotices.CashPaid;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.transfer.Level;
import org.junit.jupiter.api.Test;

/** Money that one treasury sends to that of another level, and the settlement of the year between them. */
class SettlementTest {
    private static final String ABOVE = "CURRENT_ACCOUNT_WITH_UPPER_LEVEL_TREASURY";
    private static final String BELOW = "CURRENT_ACCOUNT_WITH_LOWER_LEVEL_TREASURY";
    private static final String ADVANCED_DOWN =
            "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_CASH_ADVANCED_TO_LOWER_LEVEL";
    private static final String ADVANCED_UP = "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_CASH_ADVANCED_BY_UPPER_LEVEL";
    private static final String GRANTED = "TRANSFER_BUDGET_EXPENDITURE_TO_LOWER_LEVEL_GENERAL_PUBLIC_BUDGET_TRANSFERS";
    private static final String GOT = "TRANSFER_BUDGET_REVENUE_FROM_UPPER_LEVEL_GENERAL_PUBLIC_BUDGET_TRANSFERS";

    private final Treasury centre = Treasury.of(CENTRE).taxed(10_000);
    private final Treasury city = Treasury.of(CITY).taxed(1_000);

    // ---- money ahead of the settlement ------------------------------------------------------------------------------

    @Test
    void what_is_sent_ahead_stands_between_both_levels_until_the_year_is_settled() {
        centre.level.done(centre.order("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600)));
        assertThat(rules(centre.pay("D-1"))).containsExactly("M-L01 end", "T-13/F", "T-13/B", "M-L02 raise");
        assertThat(centre.treasury(BELOW)).isEqualTo(600);
        assertThat(centre.treasury(ADVANCED_DOWN)).isEqualTo(600);
        assertThat(city.treasury(ABOVE)).isZero();

        Outcome arrived = city.level.tell(message(centre));
        assertThat(rules(arrived)).containsExactly("T-11/F", "T-11/B", "M-L02 raise");
        assertThat(city.treasury(ABOVE)).isEqualTo(600);
        assertThat(city.treasury(ADVANCED_UP)).isEqualTo(600);
        assertThat(city.treasury("TREASURY_DEPOSITS")).isEqualTo(1_600);

        Level.deliver(centre.level, city.level);
        assertThat(centre.level.find(CashTransfer.id("D-1")).state()).isEqualTo(CashTransfer.State.DELIVERED);
        assertThat(centre.level.outbox()).isEmpty();

        assertThat(rules(centre.issue("J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 500))))
                .containsExactly("T-14/F", "T-14/B", "M-L02 lower");
        Level.deliver(centre.level, city.level);
        assertThat(rules(city.confirm(CENTRE, "J-1"))).containsExactly("T-12/F", "T-12/B", "M-L02 lower");

        assertThat(centre.treasury(BELOW)).isEqualTo(100).isEqualTo(city.treasury(ABOVE));
        assertThat(centre.treasury(GRANTED)).isEqualTo(500).isEqualTo(city.treasury(GOT));
        assertThat(centre.unsettled(CITY)).isEqualTo(100).isEqualTo(city.unsettled(CENTRE));
        assertThat(centre.treasury("TREASURY_DEPOSITS")).isEqualTo(9_400);
    }

    @Test
    void what_is_settled_and_was_not_sent_is_owed_and_a_warning_says_so() {
        centre.send("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600));
        Level.deliver(centre.level, city.level);

        Outcome issued =
                centre.level.done(centre.issue("J-1", centre.settled(CITY, SettlementTerms.Kind.GRANT, 1_000)));
        assertThat(issued.warnings()).extracting(Refusal::code).containsExactly("settlement.over-sent");
        assertThat(issued.warnings().get(0).text())
                .isEqualTo(
                        "between 100000000 and 350200000 6.00 of fund 111 is not settled (sent, not settled 6.00 = 6.00); asked is"
                                + " 10.00, of which 4.00 is owed");
        Level.deliver(centre.level, city.level);
        city.level.done(city.confirm(CENTRE, "J-1"));
        assertThat(centre.treasury(BELOW)).isEqualTo(-400).isEqualTo(city.treasury(ABOVE));

        centre.send("D-2", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 400));
        Level.deliver(centre.level, city.level);
        assertThat(centre.treasury(BELOW)).isZero().isEqualTo(city.treasury(ABOVE));
    }

    @Test
    void a_year_that_is_settled_in_the_books_of_the_next_is_settled_on_the_cash_side() {
        centre.send("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600));
        Level.deliver(centre.level, city.level);
        LocalDate later = LocalDate.of(Level.YEAR + 1, 2, 1);
        centre.on(later).level.adopt(Level.YEAR + 1);
        centre.level.done(centre.level.ask(
                "finance",
                new SettlementCommands.CreateSettlement(
                        Settlement.id("J-1"), centre.settled(CITY, SettlementTerms.Kind.GRANT, 600))));
        centre.level.done(centre.act("finance", Settlement.id("J-1"), Settlement.Action.SUBMIT));
        Outcome issued = centre.level.done(centre.act("chief", Settlement.id("J-1"), Settlement.Action.APPROVE));

        assertThat(rules(issued)).containsExactly("T-14/F", "T-14/B", "M-L02 lower");
        assertThat(centre.treasury("INTER_LEVEL_CASH_TRANSFERS")).isEqualTo(-600);
        assertThat(centre.treasury(ADVANCED_DOWN)).isEqualTo(600);
    }

    // ---- money without suspense, and up -----------------------------------------------------------------------------

    @Test
    void what_is_sent_directly_is_expenditure_of_the_one_and_income_of_the_other_at_once() {
        centre.level.done(centre.order("D-1", centre.terms(CITY, CashTerms.Kind.GRANT, 600)));
        assertThat(rules(centre.pay("D-1"))).containsExactly("M-L01 end", "T-15/F", "T-15/B");
        assertThat(rules(city.level.tell(message(centre)))).containsExactly("T-16/F", "T-16/B");
        assertThat(centre.treasury(GRANTED)).isEqualTo(600).isEqualTo(city.treasury(GOT));
        assertThat(centre.unsettled(CITY)).isZero();
    }

    @Test
    void what_is_remitted_goes_up() {
        city.level.done(city.order("S-1", city.terms(CENTRE, CashTerms.Kind.REMITTANCE, 300)));
        assertThat(rules(city.pay("S-1"))).containsExactly("M-L01 end", "T-17/F", "T-17/B");
        assertThat(rules(centre.level.tell(message(city)))).containsExactly("T-18/F", "T-18/B");
        assertThat(city.treasury("REMITTANCE_BUDGET_EXPENDITURE_TO_UPPER_LEVEL_GENERAL_PUBLIC_BUDGET_REMITTANCES"))
                .isEqualTo(300)
                .isEqualTo(centre.treasury("REMITTANCE_BUDGET_REVENUE_FROM_LOWER_LEVEL"));
    }

    @Test
    void what_is_to_be_remitted_is_settled_without_cash_and_owed_by_the_level_below() {
        assertThat(rules(centre.issue("J-1", centre.settled(CITY, SettlementTerms.Kind.REMITTANCE, 300))))
                .containsExactly("T-18/F settled", "T-18/B settled", "M-L02 raise");
        Level.deliver(centre.level, city.level);
        assertThat(rules(city.confirm(CENTRE, "J-1")))
                .containsExactly("T-17/F settled", "T-17/B settled", "M-L02 raise");
        assertThat(centre.treasury(BELOW)).isEqualTo(300).isEqualTo(city.treasury(ABOVE));
        assertThat(centre.treasury("REMITTANCE_INCOME_FROM_LOWER_LEVEL"))
                .isEqualTo(300)
                .isEqualTo(city.treasury("REMITTANCE_EXPENSE_TO_UPPER_LEVEL"));
    }

    // ---- cash -------------------------------------------------------------------------------------------------------

    @Test
    void nobody_orders_more_than_the_treasury_has_and_what_is_given_up_is_free_again() {
        centre.level.done(centre.order("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 9_000)));
        Outcome refused = centre.order("D-2", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 1_001));
        assertThat(Level.codes(refused)).containsExactly("settlement.over-cash");
        assertThat(refused.refusals().get(0).text())
                .isEqualTo(
                        "the treasury of 100000000 has 10.00 that is not ordered (treasury deposits 100.00 - ordered, not paid"
                                + " 90.00 = 10.00); asked is 10.01, short by 0.01");

        centre.level.done(centre.act("chief", CashTransfer.id("D-1"), CashTransfer.Action.VOID));
        centre.level.done(centre.act("chief", CashTransfer.id("D-2"), CashTransfer.Action.APPROVE));
        assertThat(centre.level.memorandum("CASH_ORDERED")).isEqualTo(1_001);
    }

    // ---- what is told -----------------------------------------------------------------------------------------------

    @Test
    void what_comes_twice_or_is_sent_again_is_booked_once_and_answered_again() {
        centre.send("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600));
        Notice first = message(centre);
        centre.level.done(centre.act("chief", CashTransfer.id("D-1"), CashTransfer.Action.RESEND));
        assertThat(centre.level.outbox()).doesNotContain(first).hasSize(1);
        Notice second = message(centre);

        assertThat(rules(city.level.tell(second))).isNotEmpty();
        assertThat(rules(city.level.tell(first))).isEmpty();
        assertThat(city.level.tell(second).isRepeat()).isTrue();
        assertThat(city.treasury(ABOVE)).isEqualTo(600);

        Level.deliver(city.level, centre.level);
        assertThat(centre.level.find(CashTransfer.id("D-1")).state()).isEqualTo(CashTransfer.State.DELIVERED);
    }

    @Test
    void what_the_treasury_tells_before_it_is_ordered_waits() {
        centre.level.done(centre.create("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600)));
        Outcome early = centre.pay("D-1");
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(Level.codes(early)).containsExactly("settlement.waiting");

        centre.level.done(centre.act("finance", CashTransfer.id("D-1"), CashTransfer.Action.SUBMIT));
        centre.level.done(centre.act("chief", CashTransfer.id("D-1"), CashTransfer.Action.APPROVE));
        assertThat(centre.level.find(CashTransfer.id("D-1")).state()).isEqualTo(CashTransfer.State.SENT);
        assertThat(centre.treasury(BELOW)).isEqualTo(600);
    }

    @Test
    void what_the_treasury_tells_otherwise_is_an_exception() {
        centre.level.done(centre.order("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600)));
        assertThat(listed(centre.tell(paid("D-1", 599)))).isEqualTo("settlement.paid-otherwise");
        centre.level.done(centre.pay("D-1"));
        assertThat(centre.pay("D-1").result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(listed(centre.tell(paid("D-1", 600)))).isEqualTo("settlement.told-otherwise");

        centre.level.done(centre.create("D-2", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 1)));
        centre.level.done(centre.act("finance", CashTransfer.id("D-2"), CashTransfer.Action.VOID));
        assertThat(listed(centre.tell(paid("D-2", 1)))).isEqualTo("settlement.voided");
        assertThat(centre.treasury(BELOW)).isEqualTo(600);
    }

    @Test
    void what_another_division_tells_and_does_not_fit_is_an_exception() {
        centre.send("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600));
        CashSent told = (CashSent) message(centre).body();
        CashTerms terms = told.terms();

        assertThat(listed(city.tellAs(DISTRICT, told))).isEqualTo("settlement.other-sender");
        assertThat(listed(city.tellAs(
                        CENTRE, with(told, ImmutableCashTerms.copyOf(terms).withDivision(DISTRICT)))))
                .isEqualTo("settlement.not-for-here");
        assertThat(listed(city.tellAs(
                        DISTRICT, with(told, ImmutableCashTerms.copyOf(terms).withCounterpart(DISTRICT)))))
                .isEqualTo("settlement.sender-not-of-level");
        city.level.done(city.tellAs(CENTRE, told));
        assertThat(listed(city.tellAs(
                        CENTRE, with(told, ImmutableCashTerms.copyOf(terms).withAmount(Fen.money(601))))))
                .isEqualTo("settlement.told-otherwise");
        assertThat(listed(centre.tellAs(
                        CITY,
                        new SettlementNotices.SettlementMessageReceived(
                                CashTransfer.id("D-9"), message(centre, told).id()))))
                .isEqualTo("settlement.unknown");
        assertThat(city.treasury(ABOVE)).isEqualTo(600);
    }

    @Test
    void what_is_told_is_asked_by_nobody() {
        centre.level.done(centre.order("D-1", centre.terms(CITY, CashTerms.Kind.CASH_ADVANCE, 600)));
        centre.level.appoint("loop", "", SettlementDuty.LOOP);
        Outcome refused = centre.act("loop", CashTransfer.id("D-1"), CashTransfer.Action.DISBURSE);
        assertThat(Level.codes(refused)).containsExactly("settlement.not-by-itself");
    }

    private static CashSent with(CashSent told, CashTerms terms) {
        return new CashSent(told.money(), terms);
    }

    private CashPaid paid(String id, long fen) {
        return new CashPaid(CashTransfer.id(id), "X-1", centre.level.day(), Fen.money(fen));
    }

    private static String listed(Outcome outcome) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        return Level.codes(outcome).get(0);
    }

    /** The last message that a division has not been answered. */
    private static Notice message(Treasury of) {
        return of.level.outbox().get(of.level.outbox().size() - 1);
    }

    private static Notice message(Treasury of, CashSent told) {
        return of.level.outbox().stream()
                .filter(notice -> notice.body().equals(told))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rules(Outcome outcome) {
        return outcome.record().entries().stream().map(Entry::rule).toList();
    }
}
