package org.fiscalloop.reconciliation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import com.google.common.primitives.ImmutableLongArray;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.reconciliation.DailyReconciliation.Totals;
import org.fiscalloop.reconciliation.Difference.Kind;
import org.fiscalloop.reconciliation.Difference.Remedy;
import org.fiscalloop.reconciliation.Difference.Side;

/** The comparison of one side's list with what is booked here, voucher by voucher in the order of their numbers. */
final class Comparing {
    private final Side side;
    private final LocalDate on;
    private final SortedMap<String, PaymentVoucher> vouchers;
    private final ImmutableList.Builder<Difference> found = ImmutableList.builder();

    Comparing(Side side, LocalDate on, SortedMap<String, PaymentVoucher> vouchers) {
        this.side = side;
        this.on = on;
        this.vouchers = vouchers;
    }

    /** The differences that {@link #compare} has found. */
    ImmutableList<Difference> found() {
        return found.build();
    }

    Totals compare(ImmutableList<ListedPayment> list) {
        ListMultimap<String, ListedPayment> listed =
                MultimapBuilder.treeKeys().arrayListValues().build();
        ImmutableLongArray.Builder there = ImmutableLongArray.builder();
        for (ListedPayment row : list) {
            listed.put(row.voucher().value(), row);
            there.add(Fen.of(row.amount()));
        }
        TreeSet<String> numbers = new TreeSet<>(vouchers.keySet());
        numbers.addAll(listed.keySet());
        ImmutableLongArray.Builder here = ImmutableLongArray.builder();
        for (String number : numbers) {
            One one = new One(number);
            here.add(one.onDay);
            one.compare(listed.get(number));
        }
        return new Totals(Fen.money(Fen.sum(here.build())), Fen.money(Fen.sum(there.build())));
    }

    /** One voucher. */
    private final class One {
        private final Id<PaymentVoucher> id;
        private final Optional<PaymentVoucher> voucher;
        private final long fen;
        private final Optional<LocalDate> booked;
        private final long onDay;

        private One(String number) {
            this.id = PaymentVoucher.id(number);
            this.voucher = Optional.ofNullable(vouchers.get(number));
            this.fen = voucher.map(found -> found.terms().fen()).orElse(0L);
            this.booked = voucher.flatMap(found ->
                    side == Side.BANK ? found.terms().paidOn() : found.terms().clearedOn());
            this.onDay = booked.equals(Optional.of(on)) ? fen : 0;
        }

        private void compare(List<ListedPayment> rows) {
            if (rows.isEmpty()) {
                if (onDay > 0) {
                    add(Kind.MISSING_THERE, Optional.empty(), "", onDay, Remedy.RECONCILE);
                }
                return;
            }
            for (ListedPayment again : rows.subList(1, rows.size())) {
                add(
                        Kind.LISTED_TWICE,
                        Optional.of(again),
                        again.reference(),
                        -Fen.of(again.amount()),
                        side == Side.BANK ? Remedy.TAKE_MONEY_BACK : Remedy.CORRECTED_NOTICE);
            }
            ListedPayment row = rows.get(0);
            if (booked.isPresent()) {
                compare(row, booked.get());
            } else {
                notBooked(row);
            }
        }

        private void notBooked(ListedPayment row) {
            boolean isUnpaid = side == Side.TREASURY
                    && voucher.flatMap(found -> found.terms().paidOn()).isEmpty();
            boolean isVoid = voucher.filter(found -> found.state() == VoucherState.VOIDED)
                    .isPresent();
            Remedy remedy =
                    voucher.isEmpty() ? Remedy.RECONCILE : isVoid ? Remedy.TAKE_MONEY_BACK : Remedy.SEND_NOTICE_AGAIN;
            add(
                    isUnpaid ? Kind.CLEARED_NOT_PAID : Kind.MISSING_HERE,
                    Optional.of(row),
                    voucher.map(found -> found.state().name()).orElse(""),
                    -Fen.of(row.amount()),
                    remedy);
        }

        /** The first difference of amounts has the effect on the totals; others of the same row are only said. */
        private void compare(ListedPayment row, LocalDate day) {
            long effect = Fen.subtract(onDay, Fen.of(row.amount()));
            boolean isOtherAmount = Fen.of(row.amount()) != fen;
            if (isOtherAmount) {
                add(Kind.AMOUNT_DIFFERS, Optional.of(row), "", effect, Remedy.CORRECTED_NOTICE);
            }
            if (!row.on().equals(day) || onDay == 0) {
                String days = day + " / " + row.on();
                add(Kind.DATE_DIFFERS, Optional.of(row), days, isOtherAmount ? 0 : effect, Remedy.RECONCILE);
            }
            String account =
                    voucher.map(found -> found.terms().payee().account()).orElse("");
            if (!row.account().isBlank() && !row.account().equals(account)) {
                add(Kind.PAYEE_DIFFERS, Optional.of(row), account + " / " + row.account(), 0, Remedy.RECONCILE);
            }
        }

        /** Of a row below zero the parties compare their records, whatever it differs in. */
        private void add(Kind kind, Optional<ListedPayment> row, String told, long effect, Remedy remedy) {
            boolean isBelowZero =
                    row.filter(listed -> listed.amount().isNegative()).isPresent();
            found.add(new Difference(
                    side,
                    kind,
                    id,
                    booked.map(day -> Fen.money(fen)),
                    row.map(ListedPayment::amount),
                    told,
                    effect,
                    isBelowZero ? Remedy.RECONCILE : remedy));
        }
    }
}
