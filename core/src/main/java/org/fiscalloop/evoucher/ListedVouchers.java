package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.reconciliation.ListedPayment;
import org.joda.money.Money;

/** Rows of the other side's lists, made of its electronic vouchers, for a reconciliation (电子凭证生成对账明细). */
public final class ListedVouchers {
    private ListedVouchers() {}

    /** What the agent bank says it paid: a row of each receipt of an order, none of all others. */
    public static ImmutableList<ListedPayment> paid(Iterable<EVoucher> vouchers) {
        ImmutableList.Builder<ListedPayment> rows = ImmutableList.builder();
        for (EVoucher voucher : vouchers) {
            if (isAnswer(voucher) && voucher.body().content() instanceof EVoucherContent.PaymentOrder order) {
                order.done()
                        .filter(done -> !done.amount().isZero())
                        .ifPresent(done -> rows.add(new ListedPayment(
                                PaymentVoucher.id(voucher.number()),
                                done.amount(),
                                done.payee().account(),
                                done.on(),
                                done.serial())));
            }
        }
        return rows.build();
    }

    /**
     * What the treasury says it cleared: a row for each payment voucher of a receipt of 2301, whose details of one voucher are
     * added up as its notice does; none of all others.
     */
    public static ImmutableList<ListedPayment> cleared(Iterable<EVoucher> vouchers) {
        ImmutableList.Builder<ListedPayment> rows = ImmutableList.builder();
        for (EVoucher voucher : vouchers) {
            if (isAnswer(voucher)
                    && voucher.type() == EVoucherType.CLEARING
                    && voucher.body().content() instanceof EVoucherContent.Clearing clearing) {
                LocalDate on = clearing.clearedOn().orElse(clearing.date());
                ToldVouchers.byVoucher(clearing.details()).forEach((number, fen) -> {
                    Money amount = Fen.money(fen);
                    if (!amount.isZero()) {
                        rows.add(new ListedPayment(PaymentVoucher.id(number), amount, "", on, voucher.number()));
                    }
                });
            }
        }
        return rows.build();
    }

    private static boolean isAnswer(EVoucher voucher) {
        return voucher.flag() == EVoucherFlag.RECEIPT && !voucher.isReturned();
    }
}
