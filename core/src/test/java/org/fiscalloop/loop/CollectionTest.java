package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.collection.BillAction;
import org.fiscalloop.collection.BillState;
import org.fiscalloop.collection.BillTerms.Charge;
import org.fiscalloop.collection.BillTerms.Detail;
import org.fiscalloop.collection.CollectionCommands.CreateRefund;
import org.fiscalloop.collection.CollectionCommands.IssueBill;
import org.fiscalloop.collection.CollectionNotices.BillEntered;
import org.fiscalloop.collection.CollectionNotices.BillPaid;
import org.fiscalloop.collection.CollectionNotices.RefundRepaid;
import org.fiscalloop.collection.ImmutableBillTerms;
import org.fiscalloop.collection.ImmutableRefundTerms;
import org.fiscalloop.collection.LateFee;
import org.fiscalloop.collection.NonTaxBill;
import org.fiscalloop.collection.RefundAction;
import org.fiscalloop.collection.RefundReason;
import org.fiscalloop.collection.RefundState;
import org.fiscalloop.collection.RevenueRefund;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Body;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.junit.jupiter.api.Test;

/** Bills of fees and fines: made, paid, entered, refunded; and refunds of taxes. */
class CollectionTest {
    private static final Id<NonTaxBill> BILL = NonTaxBill.id("3101070000001");
    private static final Id<RevenueRefund> REFUND = RevenueRefund.id("TK-1");
    private static final String PAYER = "张三";
    private static final Payee ACCOUNT = new Payee(PAYER, "6222000099990001", "商业银行");
    private static final String FINE = "10305";
    private static final LocalDate DUE = DAY.plusDays(15);

    private final World world = World.open();
    private int keys;

    private Outcome tell(Body body) {
        return world.tell("k" + keys++, body);
    }

    private static Detail detail(String income, String fund, long fen) {
        return new Detail("103050199", income, fund, Optional.empty(), Fen.money(fen));
    }

    private static ImmutableBillTerms bill(Detail... details) {
        return ImmutableBillTerms.builder()
                .division(DIVISION)
                .agency(ORGAN)
                .fiscalYear(YEAR)
                .payer(PAYER)
                .dueOn(DUE)
                .addDetails(details)
                .build();
    }

    private Outcome issue(ImmutableBillTerms terms) {
        return world.ask("clerk" + ORGAN, new IssueBill(BILL, terms));
    }

    private Outcome paid(LocalDate on, long fen, long lateFee) {
        return tell(new BillPaid(BILL, "S1", on, Fen.money(fen), Fen.money(lateFee)));
    }

    private Outcome entered(long fen) {
        return tell(new BillEntered(BILL, "D1", DAY.plusDays(1), Fen.money(fen)));
    }

    private void fineEntered(long fen) {
        done(issue(bill(detail(FINE, "111", fen))));
        done(paid(DAY, fen, 0));
        done(entered(fen));
    }

    private static ImmutableRefundTerms refund(long fen) {
        return ImmutableRefundTerms.builder()
                .division(DIVISION)
                .agency(ORGAN)
                .fiscalYear(YEAR)
                .reason(RefundReason.RULING)
                .evidence("行政复议决定〔2024〕5号")
                .applicant(PAYER)
                .payee(ACCOUNT)
                .income(FINE)
                .fund("111")
                .amount(Fen.money(fen))
                .bill(BILL)
                .build();
    }

    private Outcome create(Id<RevenueRefund> id, ImmutableRefundTerms terms) {
        return world.ask("finance", new CreateRefund(id, terms));
    }

    private Outcome submit(Id<RevenueRefund> id, ImmutableRefundTerms terms) {
        done(create(id, terms));
        return world.act("finance", id, RefundAction.SUBMIT);
    }

    private Outcome repaid(Id<RevenueRefund> id, long fen) {
        return tell(new RefundRepaid(id, "TF-" + id.value(), DAY, Fen.money(fen), ACCOUNT.account()));
    }

    private Sums sums() {
        return Sums.of(world.loop().balances());
    }

    private long refundable() {
        return sums().memorandum("M81").where(Dimensions.DOCUMENT, BILL.value()).debit();
    }

    private NonTaxBill bill() {
        return world.loop().find(BILL).orElseThrow();
    }

    @Test
    void a_fine_is_paid_enters_and_goes_back_in_part() {
        done(issue(bill(detail(FINE, "111", 20_000))));
        assertThat(done(paid(DAY, 20_000, 0)).entries())
                .extracting(Entry::rule)
                .containsExactly("M-74 paid in", "M-75 not entered");
        assertThat(sums().memorandum("M84").debit()).isEqualTo(20_000);
        done(entered(20_000));
        assertThat(sums().memorandum("M84").lines()).isEmpty();
        assertThat(bill().state()).isEqualTo(BillState.ENTERED);
        assertThat(sums().treasury().lines())
                .as("the day report books the revenue, the bill does not")
                .isEmpty();

        done(submit(REFUND, refund(5_000)));
        assertThat(refundable()).isEqualTo(15_000);
        done(world.act("chief", REFUND, RefundAction.APPROVE));
        Outcome back = done(repaid(REFUND, 5_000));

        assertThat(back.entries())
                .extracting(Entry::rule)
                .containsExactly("T-02/F", "T-02/B", "M-73 refunded", "M-76 settle");
        assertThat(sums().treasury("1001").credit()).isEqualTo(5_000);
        assertThat(sums().treasury("4002").debit()).isEqualTo(5_000);
        assertThat(sums().treasury("6001").debit()).isEqualTo(5_000);
        assertThat(sums().treasury("804101").credit()).isEqualTo(5_000);
        assertThat(sums().memorandum("M75")
                        .where(Dimensions.DOCUMENT, DIVISION + "/2024/111/" + FINE)
                        .debit())
                .isEqualTo(5_000);
        assertThat(refundable()).isEqualTo(15_000);
        assertThat(sums().memorandum("M82").lines()).isEmpty();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void INV_42_a_refund_enters_every_ledger_on_one_day_with_one_amount() {
        fineEntered(20_000);
        done(submit(REFUND, refund(5_000)));
        done(world.act("chief", REFUND, RefundAction.APPROVE));
        world.turn(YEAR, LocalDate.of(YEAR, 4, 9));

        assertThat(done(repaid(REFUND, 5_000)).entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.effectiveOn()).isEqualTo(DAY);
            assertThat(entry.lines()).allMatch(line -> line.fen() == 5_000);
        });
    }

    @Test
    void no_more_goes_back_of_a_bill_than_was_paid() {
        fineEntered(20_000);
        done(submit(REFUND, refund(15_000)));
        Id<RevenueRefund> second = RevenueRefund.id("TK-2");

        Outcome over = submit(second, refund(5_001));

        assertThat(codes(over)).containsExactly("collection.over-paid");
        assertThat(over.refusals().get(0).text())
                .contains("50.00")
                .contains("50.01")
                .contains("0.01");
        done(world.act("finance", REFUND, RefundAction.WITHDRAW));
        done(world.act("finance", second, RefundAction.SUBMIT));
        assertThat(refundable()).isEqualTo(14_999);
        done(world.act("chief", second, RefundAction.APPROVE));
        done(world.act("chief", second, RefundAction.VOID));
        assertThat(refundable()).isEqualTo(20_000);
    }

    @Test
    void being_late_costs_three_in_a_hundred_a_day_and_never_more_than_the_fine() {
        done(issue(bill(detail(FINE, "111", 20_000))));

        Outcome wrong = paid(DUE.plusDays(2), 20_000, 0);
        assertThat(codes(wrong)).containsExactly("collection.late-fee-differs");
        assertThat(wrong.refusals().get(0).text()).contains("12.00");
        done(paid(DUE.plusDays(2), 20_000, 1_200));
        assertThat(refundable()).isEqualTo(21_200);
        LateFee fee = new LateFee(FINE, 300, 10_000, Source.own("test"));
        assertThat(fee.of(20_000, 34)).isEqualTo(20_000);
        assertThat(fee.of(20_000, 33)).isEqualTo(19_800);
        assertThat(fee.of(17, 1)).as("half a fen and more is a fen").isEqualTo(1);
        assertThat(fee.of(16, 1)).isZero();
        assertThat(fee.of(20_000, -3)).isZero();
    }

    @Test
    void what_is_paid_otherwise_than_billed_is_listed() {
        done(issue(bill(detail(FINE, "111", 20_000))));

        assertThat(codes(paid(DAY, 19_999, 0))).containsExactly("collection.amount-differs");
        assertThat(codes(paid(DAY.minusDays(1), 20_000, 0))).containsExactly("collection.moved-before");
        done(paid(DAY, 20_000, 0));
        assertThat(done(paid(DAY, 20_000, 0)).entries()).isEmpty();
        assertThat(codes(paid(DAY.plusDays(1), 20_000, 0))).containsExactly("collection.told-twice");
        assertThat(codes(entered(20_001))).containsExactly("collection.amount-differs");
        done(entered(20_000));
        assertThat(done(entered(20_000)).entries()).isEmpty();
        assertThat(codes(entered(20_001))).containsExactly("collection.told-twice");
    }

    @Test
    void what_is_told_early_waits() {
        assertThat(entered(20_000).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(paid(DAY, 20_000, 0).result()).isEqualTo(JournalRecord.Outcome.PARKED);

        done(issue(bill(detail(FINE, "111", 20_000))));

        assertThat(bill().state()).isEqualTo(BillState.ENTERED);
        assertThat(refundable()).isEqualTo(20_000);
    }

    @Test
    void nobody_owes_a_bill_that_was_given_up() {
        done(issue(bill(detail(FINE, "111", 20_000))));
        done(world.act("clerk" + ORGAN, BILL, BillAction.VOID));

        assertThat(codes(paid(DAY, 20_000, 0))).containsExactly("collection.of-void");
        assertThat(codes(entered(20_000))).containsExactly("collection.of-void");
        assertThat(codes(world.act("clerk" + ORGAN, BILL, BillAction.PAY_IN))).isNotEmpty();
    }

    @Test
    void a_bill_is_of_non_tax_revenue_by_its_standard_and_in_time() {
        assertThat(codes(issue(bill(detail("10101", "111", 100))))).containsExactly("collection.not-non-tax");
        assertThat(codes(issue(bill(detail(FINE, "31", 100))))).containsExactly("collection.not-non-tax");
        assertThat(codes(issue(bill(detail(FINE, "111", 0))))).containsExactly("collection.not-non-tax");
        assertThat(codes(issue(bill(detail(FINE, "111", 100)).withPayer(" ")))).containsExactly("collection.no-payer");
        assertThat(codes(issue(bill(detail(FINE, "111", 100)).withDueOn(DAY.minusDays(1)))))
                .containsExactly("collection.due-before-bill");
        Detail charged =
                new Detail("103040199", "10304", "2", Optional.of(new Charge(Fen.money(1_200), 30)), Fen.money(36_001));
        Outcome differing = issue(bill(charged));
        assertThat(codes(differing)).containsExactly("collection.charge-differs");
        assertThat(differing.refusals().get(0).text()).contains("12.00 × 30");
        done(issue(bill(new Detail(
                "103040199", "10304", "2", Optional.of(new Charge(Fen.money(1_200), 30)), Fen.money(36_000)))));
    }

    @Test
    void what_spending_has_to_pay_is_not_refunded_from_revenue() {
        fineEntered(20_000);

        assertThat(codes(create(REFUND, refund(5_000).withReason(RefundReason.EXPENDITURE))))
                .containsExactly("collection.refund-of-expenditure");
    }

    @Test
    void a_refund_goes_to_who_paid_with_a_document_and_as_it_was_billed() {
        fineEntered(20_000);

        assertThat(codes(create(REFUND, refund(5_000).withEvidence(" ")))).containsExactly("collection.no-evidence");
        assertThat(codes(create(REFUND, refund(5_000).withPayee(new Payee("财政局", "1", "行")))))
                .containsExactly("collection.refund-not-to-applicant");
        assertThat(codes(create(REFUND, refund(5_000).withApplicant("李四").withPayee(new Payee("李四", "1", "行")))))
                .containsExactly("collection.other-than-bill");
        assertThat(codes(create(REFUND, refund(5_000).withIncome("10304"))))
                .containsExactly("collection.other-than-bill");
        assertThat(codes(create(REFUND, refund(5_000).withAgency(INSTITUTION))))
                .containsExactly("collection.other-than-bill");
        assertThat(codes(create(REFUND, refund(0)))).containsExactly("collection.not-revenue");
        assertThat(codes(create(REFUND, refund(5_000).withBill(NonTaxBill.id("unknown")))))
                .containsExactly("collection.no-bill");
    }

    @Test
    void what_has_not_entered_does_not_go_back() {
        done(issue(bill(detail(FINE, "111", 20_000))));
        done(paid(DAY, 20_000, 0));

        assertThat(codes(create(REFUND, refund(5_000)))).containsExactly("collection.no-bill");
    }

    @Test
    void a_tax_goes_back_without_a_bill_and_a_fee_with_a_warning() {
        ImmutableRefundTerms tax = refund(700)
                .withBill(Optional.empty())
                .withIncome("10101")
                .withAgency("")
                .withReason(RefundReason.SETTLEMENT);
        Outcome made = done(create(REFUND, tax));
        assertThat(made.warnings()).isEmpty();
        done(world.act("finance", REFUND, RefundAction.SUBMIT));
        done(world.act("chief", REFUND, RefundAction.APPROVE));
        assertThat(done(repaid(REFUND, 700)).entries())
                .extracting(Entry::rule)
                .containsExactly("T-02/F", "T-02/B", "M-73 refunded");
        assertThat(sums().treasury("4001").debit()).isEqualTo(700);

        Outcome fee = done(create(RevenueRefund.id("TK-2"), refund(700).withBill(Optional.empty())));
        assertThat(fee.warnings())
                .extracting(org.fiscalloop.decision.Refusal::code)
                .containsExactly("collection.refund-without-bill");
    }

    @Test
    void a_fee_of_the_special_account_goes_back_from_there() {
        done(issue(bill(detail("10304", "2", 9_000))));
        done(paid(DAY, 9_000, 0));
        done(entered(9_000));
        done(submit(REFUND, refund(4_000).withIncome("10304").withFund("2")));
        done(world.act("chief", REFUND, RefundAction.APPROVE));

        assertThat(done(repaid(REFUND, 4_000)).entries())
                .extracting(Entry::rule)
                .containsExactly("T-33/F refund", "T-33/B refund", "M-73 refunded", "M-76 settle");
        assertThat(sums().treasury("1002").credit()).isEqualTo(4_000);
        assertThat(sums().treasury("804102").credit()).isEqualTo(4_000);
    }

    @Test
    void a_refund_that_is_carried_out_otherwise_is_listed_and_one_that_is_early_waits() {
        fineEntered(20_000);
        assertThat(repaid(REFUND, 5_000).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(submit(REFUND, refund(5_000)));
        done(world.act("chief", REFUND, RefundAction.APPROVE));
        assertThat(world.loop().find(REFUND).orElseThrow().state()).isEqualTo(RefundState.REPAID);
        assertThat(done(repaid(REFUND, 5_000)).entries()).isEmpty();
        assertThat(codes(repaid(REFUND, 5_001))).containsExactly("collection.amount-differs");

        Id<RevenueRefund> second = RevenueRefund.id("TK-2");
        done(submit(second, refund(100)));
        done(world.act("chief", second, RefundAction.APPROVE));
        assertThat(codes(tell(new RefundRepaid(second, "TF", DAY, Fen.money(101), ACCOUNT.account()))))
                .containsExactly("collection.amount-differs");
        assertThat(codes(tell(new RefundRepaid(second, "TF", DAY, Fen.money(100), "1"))))
                .containsExactly("collection.account-differs");
        assertThat(codes(tell(new RefundRepaid(second, "TF", DAY.plusYears(1), Fen.money(100), ACCOUNT.account()))))
                .containsExactly("collection.repaid-outside-year");
        done(world.act("chief", second, RefundAction.VOID));
        assertThat(codes(repaid(second, 100))).containsExactly("collection.of-void");
    }

    @Test
    void who_fills_a_refund_in_does_not_approve_it() {
        fineEntered(20_000);
        done(world.ask("deputy", new CreateRefund(REFUND, refund(100))));
        done(world.act("finance", REFUND, RefundAction.SUBMIT));

        assertThat(codes(world.act("deputy", REFUND, RefundAction.APPROVE))).containsExactly("lifecycle.four-eyes");
    }
}
