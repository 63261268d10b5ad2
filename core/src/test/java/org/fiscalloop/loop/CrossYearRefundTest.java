package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.NEW_YEAR;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.balance;
import static org.fiscalloop.loop.TwoYears.carry;
import static org.fiscalloop.loop.TwoYears.setting;
import static org.fiscalloop.loop.TwoYears.year;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectMeasure;
import org.junit.jupiter.api.Test;

/** Money that comes back in another year than that of its payment: into what was carried over, or to the treasury. */
class CrossYearRefundTest {
    private static final long FEN = 100_000;
    private static final Id<Allotment> NEXT_A = Allotment.id("A@2025");

    @Test
    void it_comes_into_the_allotment_that_took_in_what_was_carried_over() {
        RefundedPayer payer = RefundedPayer.of400();
        carry(payer.world, ORGAN);

        Outcome refund = done(payer.refund("T", 15_000));

        assertThat(RefundedPayer.rules(refund))
                .containsExactly(
                        "IND-15",
                        "T-05/F",
                        "T-05/B",
                        "U-22/F",
                        "U-22/B",
                        "M-09 restore",
                        "M-06 refund of earlier year");
        assertThat(payer.available(NEXT_A)).isEqualTo(75_000);
        assertThat(payer.world.loop().find(NEXT_A).orElseThrow().terms().amount())
                .isEqualTo(Fen.money(75_000));
        assertThat(payer.available(payer.allotment)).isZero();
        Sums sums = Sums.of(refund.entries());
        assertThat(sums.where(Dimensions.YEAR, "2024").allotment().lines()).isEmpty();
        assertThat(sums.where(Dimensions.YEAR, "2024").treasury().lines()).isEmpty();
        assertThat(sums.where(Dimensions.YEAR, "2024").agency().lines()).isEmpty();
        assertThat(sums.allotment("IS03").credit()).isEqualTo(15_000);
        assertThat(sums.treasury("1001").debit()).isEqualTo(15_000);
        assertThat(sums.treasury("3031").credit()).isEqualTo(15_000);
        assertThat(sums.treasury("804101").debit()).isEqualTo(15_000);
        assertThat(sums.treasury("8001").credit()).isEqualTo(15_000);
        assertThat(sums.agency("1201").debit()).isEqualTo(15_000);
        assertThat(sums.agency("3501").credit()).isEqualTo(15_000);
        assertThat(sums.agency("800103").debit()).isEqualTo(15_000);
        assertThat(sums.agency("810101").credit()).isEqualTo(15_000);
        assertThat(balance(payer.world, PaymentMeasure.REFUNDABLE, Dimensions.PAYMENT, "R1"))
                .isEqualTo(25_000);
        assertThat(payer.world.loop().find(payer.voucher).orElseThrow().state()).isEqualTo(VoucherState.CLEARED);
        assertThat(payer.world.loop().verify()).isEmpty();
    }

    @Test
    void where_nothing_was_carried_over_the_allotment_is_made_and_can_be_paid_from() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(), FEN);

        Outcome refund = done(payer.refund("T", FEN));

        Allotment made = payer.world.loop().find(NEXT_A).orElseThrow();
        assertThat(made.terms().amount()).isEqualTo(Fen.money(FEN));
        assertThat(made.terms().basis()).isEqualTo(YearBasis.CARRIED);
        assertThat(made.terms().effectiveOn()).isEqualTo(NEW_YEAR);
        assertThat(made.terms().line()).isEqualTo(BudgetLine.id("L@2025"));
        assertThat(balance(payer.world, BudgetMeasure.CARRIED, Dimensions.LINE, "L@2025"))
                .isEqualTo(FEN);
        assertThat(balance(payer.world, BudgetMeasure.UNRELEASED, Dimensions.LINE, "L@2025"))
                .isZero();
        assertThat(year(payer.world, YEAR).memorandum("M04").debit()).isZero();
        assertThat(year(payer.world, NEXT).memorandum("M04").debit()).isEqualTo(FEN);
        assertThat(payer.world.loop().find(payer.voucher).orElseThrow().state()).isEqualTo(VoucherState.REFUNDED);
        assertThat(refund.record().events()).hasSize(3);
        payer.world.pay("2", NEXT_A, TwoYears.nextElements(ORGAN, payer.project), FEN);
        assertThat(year(payer.world, NEXT).agency("1201").debit()).isZero();
        assertThat(year(payer.world, NEXT).treasury("7001").debit()).isEqualTo(FEN);
    }

    @Test
    void what_came_back_before_the_carry_over_is_confirmed_is_one_allotment_with_it() {
        RefundedPayer payer = RefundedPayer.of400();
        done(payer.refund("T", 15_000));
        assertThat(payer.available(NEXT_A)).isEqualTo(15_000);

        payer.world.turn(NEXT, NEW_YEAR);
        done(payer.world.ask(
                "finance", new org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver(DIVISION, ORGAN, NEXT)));
        assertThat(TwoYears.terms(payer.world, ORGAN).carried()).isEqualTo(Fen.money(60_000));
        done(TwoYears.confirm(payer.world, ORGAN));

        assertThat(payer.available(NEXT_A)).isEqualTo(75_000);
        assertThat(payer.world.loop().find(NEXT_A).orElseThrow().terms().amount())
                .isEqualTo(Fen.money(75_000));
        assertThat(payer.world
                        .loop()
                        .find(BudgetLine.id("L@2025"))
                        .orElseThrow()
                        .standing()
                        .version())
                .isEqualTo(1);
    }

    @Test
    void of_a_project_that_has_ended_the_treasury_keeps_it() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(), FEN);
        done(payer.world.act("clerk" + ORGAN, payer.project, ProjectAction.FINISH));

        Outcome refund = done(payer.refund("T", 15_000));

        assertThat(RefundedPayer.rules(refund))
                .containsExactly(
                        "IND-16",
                        "T-05/F",
                        "T-05/B",
                        "U-23/F",
                        "U-23/B",
                        "U-24/F",
                        "U-24/B surplus",
                        "M-10 withdraw",
                        "M-06 refund of earlier year",
                        "M-01 release");
        Sums sums = Sums.of(refund.entries());
        assertThat(sums.allotment("IC02").debit()).isEqualTo(15_000);
        assertThat(sums.allotment("IS03").credit()).isEqualTo(15_000);
        assertThat(sums.allotment().lines())
                .allSatisfy(line ->
                        assertThat(line.segments().value(Dimensions.YEAR)).isEqualTo("2025"));
        assertThat(sums.agency("1201").debit()).isZero();
        assertThat(sums.agency("3501").credit()).isEqualTo(15_000);
        assertThat(sums.agency("3001").debit()).isEqualTo(15_000);
        assertThat(sums.agency("810201").credit()).isEqualTo(15_000);
        assertThat(sums.agency("810202").debit()).isEqualTo(15_000);
        assertThat(payer.world.loop().find(NEXT_A)).isEmpty();
        assertThat(balance(payer.world, ProjectMeasure.OPEN, Dimensions.PROJECT, payer.project.value()))
                .isZero();
        assertThat(balance(payer.world, BudgetMeasure.CARRIED, Dimensions.LINE, "L"))
                .isZero();
    }

    @Test
    void where_the_place_withdraws_it_the_reserve_of_the_project_is_free_again() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(setting("crossYearRefund", "WITHDRAW")), 40_000);

        Outcome refund = done(payer.refund("T", 15_000));

        assertThat(RefundedPayer.rules(refund))
                .contains("IND-16", "M-10 withdraw")
                .doesNotContain("IND-15", "M-01 release");
        assertThat(balance(payer.world, ProjectMeasure.OPEN, Dimensions.PROJECT, payer.project.value()))
                .isEqualTo(15_000);
        assertThat(payer.world.loop().find(NEXT_A)).isEmpty();
    }

    @Test
    void where_the_treasury_accrues_it_owes_what_came_back() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(setting("treasuryAccrues", "true")), 40_000);
        carry(payer.world, ORGAN);

        Outcome refund = done(payer.refund("T", 15_000));

        assertThat(RefundedPayer.rules(refund)).contains("T-05/F accrued", "T-05/B accrued", "U-22/F", "U-22/B");
        assertThat(payer.available(Allotment.id("A@2025A"))).isEqualTo(75_000);
        Sums sums = Sums.of(refund.entries());
        assertThat(sums.treasury("2011").credit()).isEqualTo(15_000);
        assertThat(sums.treasury("804104").credit()).isEqualTo(15_000);
        assertThat(Sums.of(payer.world.loop().balances()).treasury("2011").credit())
                .isEqualTo(Sums.of(payer.world.loop().balances()).agency("1201").debit());
    }

    @Test
    void where_the_agency_had_booked_nothing_what_came_back_is_kept_apart_from_what_was_carried_over() {
        RefundedPayer payer = new RefundedPayer(TwoYears.rules(setting("agencyRecognises", "false")), 40_000);
        carry(payer.world, ORGAN);

        done(payer.refund("T", 15_000));

        assertThat(payer.available(Allotment.id("A@2025U"))).isEqualTo(60_000);
        assertThat(payer.available(NEXT_A)).isEqualTo(15_000);
        payer.world.pay("2", NEXT_A, TwoYears.nextElements(ORGAN, payer.project), 15_000);
        assertThat(Sums.of(payer.world.loop().balances()).agency("1201").debit())
                .isZero();
    }

    @Test
    void all_of_a_voucher_of_two_requests_comes_into_one_allotment_once() {
        RefundedPayer payer = RefundedPayer.of400();
        World world = payer.world;
        Id<PaymentVoucher> voucher = world.sent(
                "VV",
                ORGAN,
                ImmutableList.of(
                        world.approved("RA", payer.allotment, payer.elements, 10_000),
                        world.approved("RB", payer.allotment, payer.elements, 20_000)));
        done(world.receipt(voucher, 30_000));
        done(world.clearing("BB", voucher, 30_000));
        world.turn(NEXT, NEW_YEAR);

        done(world.refund("T", voucher, 30_000));

        assertThat(world.loop().find(NEXT_A).orElseThrow().terms().amount()).isEqualTo(Fen.money(30_000));
        assertThat(payer.available(NEXT_A)).isEqualTo(30_000);
        assertThat(balance(world, PaymentMeasure.REFUNDABLE, Dimensions.PAYMENT, "RA"))
                .isZero();
        assertThat(balance(world, PaymentMeasure.REFUNDABLE, Dimensions.PAYMENT, "RB"))
                .isZero();
    }

    @Test
    void of_one_request_that_is_named_its_part_comes_back_and_told_again_nothing() {
        RefundedPayer payer = RefundedPayer.of400();
        payer.world.turn(NEXT, NEW_YEAR);
        RefundNotice notice = new RefundNotice(
                payer.voucher, "T", Fen.money(5_000), Optional.of(World.request("R1")), RefundKind.ACTIVE);

        done(payer.world.tell("a", notice));
        Outcome again = done(payer.world.tell("b", notice));

        assertThat(again.entries()).isEmpty();
        assertThat(payer.available(NEXT_A)).isEqualTo(5_000);
        assertThat(payer.refund("U", 35_001).refusals().get(0).code()).isEqualTo("payment.refund-over-paid");
    }

    @Test
    void an_allotment_that_cannot_take_it_in_makes_it_an_exception() {
        RefundedPayer payer = RefundedPayer.of400();
        carry(payer.world, ORGAN);
        done(payer.world.act("chief", NEXT_A, AllotmentAction.CANCEL_APPROVAL));

        Outcome refund = payer.refund("T", 15_000);

        assertThat(refund.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(TwoYears.codes(refund)).containsExactly("lifecycle.not-allowed");
        assertThat(refund.entries()).isEmpty();
        assertThat(balance(payer.world, PaymentMeasure.REFUNDABLE, Dimensions.PAYMENT, "R1"))
                .isEqualTo(40_000);
    }

    @Test
    void it_is_booked_on_the_first_open_day_of_the_agency_s_books() {
        RefundedPayer payer = RefundedPayer.of400();
        World world = payer.world;
        Id<PeriodBook> books = PeriodBook.id(DIVISION, Ledgers.AGENCY, ORGAN);
        world.turn(NEXT, NEW_YEAR);
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, YearMonth.of(NEXT, 1))));
        done(world.ask("finance", new OpenMonth(books, YearMonth.of(NEXT, 2))));
        done(world.ask("finance", new CloseMonth(books, YearMonth.of(NEXT, 1))));

        Outcome refund = done(payer.refund("T", 15_000));

        for (Entry entry : refund.entries()) {
            boolean isAgency = entry.ledger().equals(Ledgers.AGENCY);
            assertThat(entry.date()).isEqualTo(isAgency ? LocalDate.of(NEXT, 2, 1) : NEW_YEAR);
            assertThat(entry.effectiveOn()).isEqualTo(NEW_YEAR);
        }
    }
}
