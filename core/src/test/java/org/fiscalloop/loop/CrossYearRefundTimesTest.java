package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.NEW_YEAR;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.carry;
import static org.fiscalloop.loop.TwoYears.setting;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When money comes back of a payment, and which year takes it in by whose rules. */
class CrossYearRefundTimesTest {
    private static final long FEN = 100_000;
    private static final Id<Allotment> NEXT_A = Allotment.id("A@2025");

    @Test
    void one_that_is_told_in_its_year_once_that_is_closed_comes_into_the_next_which_can_be_closed_in_turn() {
        RefundedPayer payer = RefundedPayer.of400();
        carry(payer.world, ORGAN);
        YearEnd end = new YearEnd(payer.world);
        done(end.closeAgency(ORGAN));
        done(end.closeAgency(World.INSTITUTION));
        done(end.closeDivision());
        payer.world.turn(YEAR, YearEnd.LAST_DAY);

        Outcome refund = done(payer.world.refund("T", payer.voucher, 15_000));

        assertThat(RefundedPayer.rules(refund))
                .contains("IND-15", "T-05/F", "U-22/F")
                .doesNotContain("IND-14", "T-04/F");
        assertThat(refund.entries())
                .filteredOn(entry -> !entry.ledger().equals(Ledgers.MEMORANDUM))
                .allSatisfy(entry -> assertThat(entry.date()).isEqualTo(LocalDate.of(NEXT, 1, 1)))
                .allSatisfy(entry -> assertThat(entry.effectiveOn()).isEqualTo(YearEnd.LAST_DAY));
        assertThat(payer.available(NEXT_A)).isEqualTo(75_000);
        assertThat(payer.available(payer.allotment)).isZero();
        assertThat(payer.world.loop().verify()).isEmpty();
    }

    @Test
    void one_that_is_told_while_only_the_books_of_its_agency_are_closed_comes_into_the_next_year() {
        RefundedPayer payer = RefundedPayer.of400();
        carry(payer.world, ORGAN);
        YearEnd end = new YearEnd(payer.world);
        done(end.closeAgency(ORGAN));
        payer.world.turn(YEAR, YearEnd.LAST_DAY);

        Outcome refund = done(payer.world.refund("T", payer.voucher, 15_000));

        assertThat(RefundedPayer.rules(refund))
                .contains("IND-15", "T-05/F", "U-22/F")
                .doesNotContain("IND-14", "T-04/F");
        assertThat(payer.available(NEXT_A)).isEqualTo(75_000);
        done(end.closeAgency(World.INSTITUTION));
        done(end.closeDivision());
        assertThat(payer.world.loop().verify()).isEmpty();
    }

    @Test
    void its_codes_are_those_of_the_year_that_takes_it_in_whichever_comes_first_of_it_and_the_carry_over() {
        RefundedPayer before = new RefundedPayer(TwoYears.converting(Elements.FUNCTION, "2010602", "2010608"), 40_000);
        done(before.refund("T", 15_000));
        before.world.turn(NEXT, NEW_YEAR.plusDays(3));
        done(before.world.ask("finance", new CalculateCarryOver(DIVISION, ORGAN, NEXT)));
        done(TwoYears.confirm(before.world, ORGAN));
        RefundedPayer after = new RefundedPayer(TwoYears.converting(Elements.FUNCTION, "2010602", "2010608"), 40_000);
        carry(after.world, ORGAN);
        done(after.refund("T", 15_000));

        for (RefundedPayer payer : ImmutableList.of(before, after)) {
            AllotmentTerms made = payer.world.loop().find(NEXT_A).orElseThrow().terms();
            assertThat(made.elements().function()).isEqualTo("2010608");
            assertThat(made.amount()).isEqualTo(Fen.money(75_000));
        }
    }

    @Test
    void the_settings_of_the_year_that_takes_it_in_decide() {
        RefundedPayer payer = new RefundedPayer(
                CityRules.with(TwoYears.overlay(
                        NEXT, setting("treasuryAccrues", "true"), setting("crossYearRefund", "WITHDRAW"))),
                40_000);
        carry(payer.world, ORGAN);

        done(payer.refund("T", 15_000));

        assertThat(payer.available(Allotment.id("A@2025A"))).isEqualTo(60_000);
        assertThat(payer.world.loop().find(NEXT_A)).isEmpty();
    }

    @Test
    void where_the_division_has_not_adopted_the_rules_of_that_year_it_is_listed() {
        World world = World.open();
        Id<Project> project = world.project(1, ORGAN, FEN);
        Elements elements = World.elements(ORGAN, project);
        Id<PaymentVoucher> voucher =
                world.pay("1", world.allotment("A", world.line("L", elements, FEN), elements, FEN), elements, 40_000);
        world.turn(YEAR, NEW_YEAR);

        Outcome refund = world.refund("T", voucher, 15_000);

        assertThat(refund.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(refund.refusals()).extracting(Refusal::code).containsExactly("loop.rulebook-not-adopted");
        assertThat(refund.entries()).isEmpty();
    }

    @Test
    void what_is_made_for_one_told_in_its_year_once_that_is_closed_takes_effect_on_the_first_day_of_the_next() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(), FEN);
        new YearEnd(payer.world).close();
        payer.world.turn(YEAR, YearEnd.LAST_DAY);

        done(payer.world.refund("T", payer.voucher, FEN));

        assertThat(payer.world.loop().find(NEXT_A).orElseThrow().terms().effectiveOn())
                .isEqualTo(LocalDate.of(NEXT, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"allotment", "treasury"})
    void one_that_is_told_while_books_of_the_division_take_nothing_of_its_year_comes_into_the_next(String ledger) {
        RefundedPayer payer = RefundedPayer.of400();
        done(payer.world.ask("finance", new BeginPeriods(DIVISION, ledger, "", YearMonth.of(NEXT, 1))));
        payer.world.turn(YEAR, YearEnd.LAST_DAY);

        Outcome refund = done(payer.world.refund("T", payer.voucher, 15_000));

        assertThat(RefundedPayer.rules(refund))
                .contains("IND-15", "T-05/F", "U-22/F")
                .doesNotContain("IND-14", "T-04/F");
        assertThat(payer.available(NEXT_A)).isEqualTo(15_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESTORE", "WITHDRAW"})
    void months_of_the_memorandum_ledger_that_are_closed_keep_none_out(String policy) {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(setting("crossYearRefund", policy)), 40_000);
        YearMonth december = YearMonth.of(YEAR, 12);
        Id<PeriodBook> book = PeriodBook.id(DIVISION, Ledgers.MEMORANDUM, "");
        done(payer.world.ask("finance", new BeginPeriods(DIVISION, Ledgers.MEMORANDUM.name(), "", december)));
        done(payer.world.ask("finance", new OpenMonth(book, december.plusMonths(1))));
        done(payer.world.ask("finance", new CloseMonth(book, december)));

        payer.world.turn(YEAR, YearEnd.LAST_DAY);
        assertThat(RefundedPayer.rules(done(payer.world.refund("in-its-year", payer.voucher, 5_000))))
                .contains("IND-14", "T-04/F");
        assertThat(RefundedPayer.rules(done(payer.refund("later", 15_000))))
                .contains("T-05/F")
                .doesNotContain("T-04/F");
        assertThat(payer.world.loop().verify()).isEmpty();
    }
}
