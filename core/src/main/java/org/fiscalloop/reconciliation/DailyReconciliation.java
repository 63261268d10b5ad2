package org.fiscalloop.reconciliation;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.reconciliation.Difference.Kind;
import org.fiscalloop.reconciliation.Difference.Side;
import org.joda.money.Money;

/**
 * The reconciliation of one day of one division (每日对账单).
 *
 * @param division code of the division
 * @param on the day
 * @param bank what was paid on the day, here and by the list of the agent bank
 * @param treasury what was cleared on the day, here and by the list of the treasury
 * @param differences all that does not agree, by side, then by number of the voucher
 * @param funds what is paid and not yet cleared, by fund (资金性质)
 */
public record DailyReconciliation(
        String division,
        LocalDate on,
        Totals bank,
        Totals treasury,
        ImmutableList<Difference> differences,
        ImmutableSortedMap<String, FundFlow> funds) {
    /** A total of the day on both sides: they differ by the effects of the differences of this side and by nothing else. */
    public record Totals(Money here, Money there) {
        /** By how much the total here exceeds the other, in yuan. */
        public Money difference() {
            return here.minus(there);
        }
    }

    /**
     * What of one fund stands between receipt and clearing (已支付未清算). What is paid from an account of which the treasury
     * clears nothing is no part of it.
     *
     * @param before paid before the day and not cleared before it, in yuan, less what the treasury cleared before the bank says it
     *     paid it
     * @param paid paid on the day
     * @param cleared cleared on the day
     */
    public record FundFlow(Money before, Money paid, Money cleared) {
        /** Paid and not yet cleared at the end of the day: the vouchers that are listed as such, less those cleared before. */
        public Money after() {
            return before.plus(paid).minus(cleared);
        }

        private FundFlow and(FundFlow other) {
            return new FundFlow(before.plus(other.before), paid.plus(other.paid), cleared.plus(other.cleared));
        }
    }

    /**
     * The reconciliation of a day.
     *
     * @param vouchers the vouchers of the division as they are now: at least those paid or cleared on the day, those paid before
     *     it and not cleared before it, and those that a list names; each once
     * @param paidThere what the agent bank lists as paid on the day
     * @param clearedThere what the treasury lists as cleared on the day
     * @throws IllegalArgumentException if a voucher is of another division, or there twice
     */
    public static DailyReconciliation of(
            String division,
            LocalDate on,
            ImmutableList<PaymentVoucher> vouchers,
            ImmutableList<ListedPayment> paidThere,
            ImmutableList<ListedPayment> clearedThere) {
        SortedMap<String, PaymentVoucher> byNumber = new TreeMap<>();
        for (PaymentVoucher voucher : vouchers) {
            if (!voucher.division().equals(division)
                    || byNumber.put(voucher.id().value(), voucher) != null) {
                throw new IllegalArgumentException(
                        "not a voucher of " + division + ", or there twice: " + voucher.id());
            }
        }
        Comparing bank = new Comparing(Side.BANK, on, byNumber);
        Comparing treasury = new Comparing(Side.TREASURY, on, byNumber);
        Totals paid = bank.compare(paidThere);
        Totals cleared = treasury.compare(clearedThere);
        SortedMap<String, FundFlow> funds = new TreeMap<>();
        byNumber.values()
                .forEach(voucher -> flow(voucher.terms(), on)
                        .ifPresent(flow -> funds.merge(voucher.terms().fund(), flow, FundFlow::and)));
        ImmutableList<Difference> differences = ImmutableList.<Difference>builder()
                .addAll(bank.found())
                .addAll(treasury.found())
                .addAll(byNumber.values().stream()
                        .filter(voucher -> isNotCleared(voucher.terms(), on))
                        .map(Difference::notCleared)
                        .iterator())
                .addAll(byNumber.values().stream()
                        .filter(voucher -> isClearedBefore(voucher.terms(), on))
                        .map(Difference::clearedBefore)
                        .iterator())
                .build();
        return new DailyReconciliation(
                division, on, paid, cleared, differences, ImmutableSortedMap.copyOfSorted(funds));
    }

    /** Paid on the day or before and not cleared until its end. */
    private static boolean isNotCleared(VoucherTerms terms, LocalDate on) {
        return terms.channel().isCleared() && isBy(terms.paidOn(), on) && !isBy(terms.clearedOn(), on);
    }

    /** The other way round: the treasury cleared it on a day before that on which the bank says it paid. */
    private static boolean isClearedBefore(VoucherTerms terms, LocalDate on) {
        return isBy(terms.clearedOn(), on) && !isBy(terms.paidOn(), on);
    }

    private static Optional<FundFlow> flow(VoucherTerms terms, LocalDate on) {
        LocalDate eve = on.minusDays(1);
        if (!terms.channel().isCleared()) {
            return Optional.empty();
        }
        long before = isNotCleared(terms, eve) ? terms.fen() : isClearedBefore(terms, eve) ? -terms.fen() : 0;
        long paid = terms.paidOn().equals(Optional.of(on)) ? terms.fen() : 0;
        long cleared = terms.clearedOn().equals(Optional.of(on)) ? terms.fen() : 0;
        return before == 0 && paid == 0 && cleared == 0
                ? Optional.empty()
                : Optional.of(new FundFlow(Fen.money(before), Fen.money(paid), Fen.money(cleared)));
    }

    private static boolean isBy(Optional<LocalDate> day, LocalDate on) {
        return day.filter(done -> !done.isAfter(on)).isPresent();
    }

    /** Whether both sides say the same; what is paid and not yet cleared is no difference of what they say. */
    public boolean isAgreed() {
        return differences.stream().allMatch(difference -> difference.kind() == Kind.PAID_NOT_CLEARED);
    }

    /** The differences of a kind. */
    public ImmutableList<Difference> of(Kind kind) {
        return differences.stream()
                .filter(difference -> difference.kind() == kind)
                .collect(toImmutableList());
    }
}
