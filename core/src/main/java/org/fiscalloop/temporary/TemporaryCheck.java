package org.fiscalloop.temporary;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** What is out of temporary payments of a division on a day (暂付款余额表): each with its rest, the ratio, and what is overdue. */
public final class TemporaryCheck {
    private static final LedgerId MEMORANDUM = new LedgerId("memorandum");
    private static final Meaning OUT = new Meaning(MEMORANDUM, "TEMPORARY_OUTSTANDING");

    private TemporaryCheck() {}

    /**
     * One payment with a rest.
     *
     * @param payment the payment
     * @param recipient the agency or the division below that got it
     * @param dueOn the day by whose end it is to be cleared
     * @param rest what is not cleared, in yuan
     * @param daysOverdue how many days ago that was; 0 where it is not overdue
     */
    public record Row(Id<TemporaryPayment> payment, String recipient, LocalDate dueOn, Money rest, long daysOverdue) {
        /** Whether it should be cleared by now (逾期未清理). */
        public boolean isOverdue() {
            return daysOverdue > 0;
        }
    }

    /**
     * All of a division. Amounts are yuan.
     *
     * @param rows each payment with a rest, by number
     * @param outstanding what is out altogether
     * @param approved what is approved and not paid out
     * @param ceiling how much may be out; nothing where no ceiling is set
     * @param excess what of it stands above the ceiling since that was set
     */
    public record Standing(ImmutableList<Row> rows, Money outstanding, Money approved, Money ceiling, Money excess) {
        /** The payments that should be cleared by now, by number. */
        public ImmutableList<Row> overdue() {
            return rows.stream().filter(Row::isOverdue).collect(toImmutableList());
        }

        /**
         * What is out, of ten thousand of an expenditure (暂付款余额占支出比重), cut to a whole number.
         *
         * @param expenditure expenditure of general public budget and government fund budget, in yuan, above zero
         * @throws IllegalArgumentException if it is not above zero
         */
        public long perTenThousand(Money expenditure) {
            long of = Fen.of(expenditure);
            if (of <= 0) {
                throw new IllegalArgumentException("there is no ratio to an expenditure of " + expenditure);
            }
            return Math.multiplyExact(Fen.of(outstanding), (long) Fen.WHOLE) / of;
        }
    }

    /** How it stands on a day, which the books must have reached. */
    public static Standing of(String division, LocalDate on, Reads reads) {
        Segments block = Dimensions.of(Dimensions.DIVISION, division);
        NavigableMap<String, Long> rests = new TreeMap<>();
        for (Balances.Kept kept : reads.balances(MEMORANDUM, block)) {
            if (kept.account().equals(OUT)) {
                rests.merge(
                        kept.key().segments().value(Dimensions.DOCUMENT),
                        kept.balance().net(Side.DEBIT),
                        Fen::add);
            }
        }
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        rests.forEach((number, rest) -> {
            if (rest != 0) {
                rows.add(row(TemporaryPayment.id(number), rest, on, reads));
            }
        });
        return new Standing(
                rows.build(),
                Fen.money(reads.balance(TemporaryMeasure.OUTSTANDING, block)),
                Fen.money(reads.balance(TemporaryMeasure.APPROVED, block)),
                Fen.money(reads.balance(TemporaryMeasure.CEILING, block)),
                Fen.money(reads.balance(TemporaryMeasure.EXCESS, block)));
    }

    private static Row row(Id<TemporaryPayment> id, long rest, LocalDate on, Reads reads) {
        TemporaryTerms terms = reads.find(id)
                .orElseThrow(() -> new IllegalStateException("the books name a payment that does not exist: " + id))
                .terms();
        return new Row(
                id,
                terms.recipient(),
                terms.dueOn(),
                Fen.money(rest),
                Math.max(0, ChronoUnit.DAYS.between(terms.dueOn(), on)));
    }
}
