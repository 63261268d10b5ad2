package org.fiscalloop.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.reconciliation.Difference.Kind;
import org.fiscalloop.reconciliation.Difference.Remedy;
import org.fiscalloop.reconciliation.Difference.Side;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A day on which the bank paid A (100), B (200) and C (300), of which the treasury has cleared A; D (400) is with the bank
 * and E (500) is void.
 */
class DailyReconciliationTest {
    private static final String ACCOUNT = World.PAYEE.account();

    private World world;

    @BeforeEach
    void a_day() {
        world = World.open();
        Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        Id<Allotment> allotment = world.allotment("A1", world.line("L1", elements, 1_000_000), elements, 500_000);
        long fen = 10_000;
        for (String id : ImmutableList.of("A", "B", "C", "D", "E")) {
            world.sent(id, ORGAN, ImmutableList.of(world.approved("R" + id, allotment, elements, fen)));
            fen += 10_000;
        }
        done(world.receipt(World.voucher("A"), 10_000));
        done(world.receipt(World.voucher("B"), 20_000));
        done(world.receipt(World.voucher("C"), 30_000));
        done(world.clearing("X1", World.voucher("A"), 10_000));
        done(world.tell("no", new BankRejection(World.voucher("E"), "户名不符")));
        done(world.act("clerk" + ORGAN, World.voucher("E"), VoucherAction.VOID));
    }

    private static ListedPayment listed(String voucher, long fen) {
        return new ListedPayment(World.voucher(voucher), Fen.money(fen), ACCOUNT, DAY, "S" + voucher);
    }

    private DailyReconciliation on(
            LocalDate day, ImmutableList<ListedPayment> bank, ImmutableList<ListedPayment> treasury) {
        return DailyReconciliation.of(DIVISION, day, VouchersOfDay.of(world.loop(), DIVISION, 0), bank, treasury);
    }

    private static final ImmutableList<ListedPayment> BANK =
            ImmutableList.of(listed("A", 10_000), listed("B", 20_000), listed("C", 30_000));
    private static final ImmutableList<ListedPayment> TREASURY = ImmutableList.of(listed("A", 10_000));

    private static ImmutableList<ListedPayment> and(ImmutableList<ListedPayment> list, ListedPayment... more) {
        return ImmutableList.<ListedPayment>builder().addAll(list).add(more).build();
    }

    private static Difference only(DailyReconciliation day, Kind kind) {
        assertThat(day.of(kind)).hasSize(1);
        assertThat(day.isAgreed()).isFalse();
        assertThat(day.bank().difference().plus(day.treasury().difference()))
                .isEqualTo(Fen.money(
                        day.differences().stream().mapToLong(Difference::effect).sum()));
        return day.of(kind).get(0);
    }

    @Test
    void two_sides_that_say_the_same_agree_and_what_is_not_cleared_is_listed_by_voucher() {
        DailyReconciliation day = on(DAY, BANK, TREASURY);

        assertThat(day.isAgreed()).isTrue();
        assertThat(day.bank()).isEqualTo(new DailyReconciliation.Totals(Fen.money(60_000), Fen.money(60_000)));
        assertThat(day.treasury()).isEqualTo(new DailyReconciliation.Totals(Fen.money(10_000), Fen.money(10_000)));
        assertThat(day.differences())
                .extracting(difference ->
                        difference.voucher().value() + " " + difference.here() + " " + difference.remedy())
                .containsExactly(
                        "B Optional[CNY 200.00] WAIT_FOR_CLEARING", "C Optional[CNY 300.00] WAIT_FOR_CLEARING");
        assertThat(day.funds().get("111"))
                .isEqualTo(new DailyReconciliation.FundFlow(Fen.money(0), Fen.money(60_000), Fen.money(10_000)));
    }

    @Test
    void the_day_after_begins_with_what_was_not_cleared() {
        DailyReconciliation next = on(DAY.plusDays(1), ImmutableList.of(), ImmutableList.of());

        assertThat(next.isAgreed()).isTrue();
        assertThat(next.funds().get("111"))
                .isEqualTo(new DailyReconciliation.FundFlow(Fen.money(50_000), Fen.money(0), Fen.money(0)));
        assertThat(on(DAY.minusDays(1), ImmutableList.of(), ImmutableList.of()).funds())
                .isEmpty();
    }

    @Test
    void what_the_bank_lists_and_nobody_has_booked_is_missing_here() {
        Difference sent = only(on(DAY, and(BANK, listed("D", 40_000)), TREASURY), Kind.MISSING_HERE);
        assertThat(sent.there()).contains(Fen.money(40_000));
        assertThat(sent.here()).isEmpty();
        assertThat(sent.effect()).isEqualTo(-40_000);
        assertThat(sent.remedy()).isEqualTo(Remedy.SEND_NOTICE_AGAIN);
        assertThat(sent.told()).isEqualTo("SENT");

        assertThat(only(on(DAY, and(BANK, listed("E", 50_000)), TREASURY), Kind.MISSING_HERE)
                        .remedy())
                .as("of a void voucher")
                .isEqualTo(Remedy.TAKE_MONEY_BACK);
        assertThat(only(on(DAY, and(BANK, listed("Z", 1)), TREASURY), Kind.MISSING_HERE)
                        .remedy())
                .as("of a voucher that there is not")
                .isEqualTo(Remedy.RECONCILE);
    }

    @Test
    void what_is_booked_here_and_not_listed_is_missing_there() {
        Difference missing = only(on(DAY, BANK.subList(0, 2), TREASURY), Kind.MISSING_THERE);
        assertThat(missing.side()).isEqualTo(Side.BANK);
        assertThat(missing.voucher()).isEqualTo(World.voucher("C"));
        assertThat(missing.effect()).isEqualTo(30_000);

        assertThat(only(on(DAY, BANK, ImmutableList.of()), Kind.MISSING_THERE).side())
                .isEqualTo(Side.TREASURY);
    }

    @Test
    void another_amount_another_account_and_a_second_row_are_told_apart() {
        Difference amount = only(
                on(DAY, ImmutableList.of(listed("A", 10_001), BANK.get(1), BANK.get(2)), TREASURY),
                Kind.AMOUNT_DIFFERS);
        assertThat(amount.here()).contains(Fen.money(10_000));
        assertThat(amount.there()).contains(Fen.money(10_001));
        assertThat(amount.effect()).isEqualTo(-1);
        assertThat(amount.remedy()).isEqualTo(Remedy.CORRECTED_NOTICE);

        ListedPayment other = new ListedPayment(World.voucher("A"), Fen.money(10_000), "999", DAY, "S");
        Difference payee =
                only(on(DAY, ImmutableList.of(other, BANK.get(1), BANK.get(2)), TREASURY), Kind.PAYEE_DIFFERS);
        assertThat(payee.told()).isEqualTo(ACCOUNT + " / 999");
        assertThat(payee.effect()).isZero();

        Difference twice = only(on(DAY, and(BANK, listed("A", 10_000)), TREASURY), Kind.LISTED_TWICE);
        assertThat(twice.effect()).isEqualTo(-10_000);
        assertThat(twice.remedy()).isEqualTo(Remedy.TAKE_MONEY_BACK);
    }

    @Test
    void what_differs_in_a_row_below_zero_is_for_the_parties_to_compare_whatever_it_is() {
        Difference twice = only(on(DAY, and(BANK, listed("A", -10_000)), TREASURY), Kind.LISTED_TWICE);
        assertThat(twice.effect()).isEqualTo(10_000);
        assertThat(twice.remedy()).isEqualTo(Remedy.RECONCILE);

        Difference amount = only(
                on(DAY, ImmutableList.of(listed("A", -10_000), BANK.get(1), BANK.get(2)), TREASURY),
                Kind.AMOUNT_DIFFERS);
        assertThat(amount.remedy()).isEqualTo(Remedy.RECONCILE);
    }

    @Test
    void another_day_is_a_difference_of_days_on_both_of_them() {
        LocalDate next = DAY.plusDays(1);
        ListedPayment late = new ListedPayment(World.voucher("C"), Fen.money(30_000), "", next, "S");

        Difference listedLater = only(on(next, ImmutableList.of(late), ImmutableList.of()), Kind.DATE_DIFFERS);
        assertThat(listedLater.effect()).isEqualTo(-30_000);
        assertThat(listedLater.told()).isEqualTo(DAY + " / " + next);
        assertThat(only(on(DAY, BANK.subList(0, 2), TREASURY), Kind.MISSING_THERE)
                        .effect())
                .isEqualTo(30_000);

        Difference inTheList = only(on(DAY, and(BANK.subList(0, 2), late), TREASURY), Kind.DATE_DIFFERS);
        assertThat(inTheList.effect()).isZero();
    }

    @Test
    void what_the_treasury_clears_of_an_unpaid_voucher_is_cleared_and_not_paid() {
        Difference cleared = only(on(DAY, BANK, and(TREASURY, listed("D", 40_000))), Kind.CLEARED_NOT_PAID);
        assertThat(cleared.remedy()).isEqualTo(Remedy.SEND_NOTICE_AGAIN);
        assertThat(cleared.effect()).isEqualTo(-40_000);

        assertThat(only(on(DAY, BANK, and(TREASURY, listed("B", 20_000))), Kind.MISSING_HERE)
                        .side())
                .as("paid here, its clearing not booked")
                .isEqualTo(Side.TREASURY);
        assertThat(only(on(DAY, BANK, and(TREASURY, listed("A", 10_000))), Kind.LISTED_TWICE)
                        .remedy())
                .isEqualTo(Remedy.CORRECTED_NOTICE);
    }

    /** A clearing that came early waited for its receipt; by its day it is before the payment. */
    @Test
    void what_was_cleared_before_the_day_of_its_receipt_is_listed_until_that_day() {
        done(world.tell(
                "late", new BankReceipt(World.voucher("D"), "SD", DAY.plusDays(1), Fen.money(40_000), World.PAYEE)));
        done(world.clearing("X2", World.voucher("D"), 40_000));
        DailyReconciliation day = on(DAY, BANK, and(TREASURY, listed("D", 40_000)));

        assertThat(only(day, Kind.CLEARED_NOT_PAID).told()).isEqualTo("2024-03-02");
        assertThat(day.funds().get("111"))
                .isEqualTo(new DailyReconciliation.FundFlow(Fen.money(0), Fen.money(60_000), Fen.money(50_000)));
        ListedPayment paid = new ListedPayment(World.voucher("D"), Fen.money(40_000), ACCOUNT, DAY.plusDays(1), "SD");
        DailyReconciliation next = on(DAY.plusDays(1), ImmutableList.of(paid), ImmutableList.of());
        assertThat(next.isAgreed()).isTrue();
        assertThat(next.funds().get("111"))
                .isEqualTo(new DailyReconciliation.FundFlow(Fen.money(10_000), Fen.money(40_000), Fen.money(0)));
    }

    @Test
    void vouchers_of_another_division_or_twice_are_broken_arguments() {
        ImmutableList<PaymentVoucher> vouchers = VouchersOfDay.of(world.loop(), DIVISION, 0);
        assertThat(vouchers).extracting(voucher -> voucher.id().value()).containsExactly("A", "B", "C", "D", "E");
        assertThat(VouchersOfDay.of(world.loop(), "350200000", 0)).isEmpty();
        assertThat(VouchersOfDay.of(world.loop(), DIVISION, world.loop().size()))
                .as("what still moves is there however long ago it moved")
                .extracting(voucher -> voucher.id().value())
                .containsExactly("B", "C", "D");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DailyReconciliation.of("350200000", DAY, vouchers, ImmutableList.of(), ImmutableList.of()))
                .withMessageContaining("350200000");
        ImmutableList<PaymentVoucher> twice = ImmutableList.of(vouchers.get(0), vouchers.get(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyReconciliation.of(DIVISION, DAY, twice, ImmutableList.of(), ImmutableList.of()))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException().isThrownBy(() -> listed("A", 0)).withMessageContaining("zero");
    }
}
