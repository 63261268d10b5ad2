package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.math.LongMath;
import java.time.LocalDate;

/**
 * What has been booked on an account (余额): each side's increases and decreases apart, in fen, none of them negative.
 *
 * <p>A negative line is a decrease of its own side. So a red entry restores what is left, and what was booked wrongly
 * stays visible.
 *
 * <p>Source: the control row of the national technical standard keeps 借方增加累计, 借方减少累计, 贷方增加累计, 贷方减少累计.
 *
 * @param debitIncrease what was added on the debit side (借方增加累计)
 * @param debitDecrease what was taken back on the debit side (借方减少累计)
 * @param creditIncrease what was added on the credit side (贷方增加累计)
 * @param creditDecrease what was taken back on the credit side (贷方减少累计)
 */
public record Balance(long debitIncrease, long debitDecrease, long creditIncrease, long creditDecrease) {

    /** Nothing booked. */
    public static final Balance ZERO = new Balance(0, 0, 0, 0);

    public Balance {
        if ((debitIncrease | debitDecrease | creditIncrease | creditDecrease) < 0) {
            throw new IllegalArgumentException("increases and decreases must not be negative: " + debitIncrease + ", "
                    + debitDecrease + ", " + creditIncrease + ", " + creditDecrease);
        }
    }

    /**
     * Which balance of an account is meant: at which grain, of what, and when.
     *
     * @param segments the codes for the dimensions of the grain
     * @param bucket the bucket of the grain's span
     */
    public record Key(Grain grain, Segments segments, int bucket) implements Comparable<Key> {

        /** The key of the balance by all segments over all time. */
        public static Key full(Segments segments) {
            return new Key(segments.dimensions().full(), segments, 0);
        }

        /** By grain, then by segments, then by bucket. */
        @Override
        public int compareTo(Key other) {
            int byGrain = grain.compareTo(other.grain);
            if (byGrain != 0) {
                return byGrain;
            }
            int bySegments = segments.compareTo(other.segments);
            return bySegments != 0 ? bySegments : Integer.compare(bucket, other.bucket);
        }

        /** The key as text that differs where keys differ: {@code [agency] MONTH 2024-03 agency=105001}. */
        @Override
        public String toString() {
            return grain + " " + grain.span().text(bucket) + " " + segments;
        }
    }

    /**
     * How finely a balance is kept (粒度): by which dimensions, over which span.
     *
     * <p>Every account is kept by all dimensions over all time, which is the finest grain. Further grains are kept where a
     * limit or a measure declares them, so that a decision reads by key and never adds up.
     */
    public static final class Grain implements Comparable<Grain> {

        private final Dimensions dimensions;
        private final long mask;
        private final Span span;
        private final int hash;

        Grain(Dimensions dimensions, long mask, Span span) {
            this.dimensions = dimensions;
            this.mask = mask;
            this.span = span;
            this.hash = 31 * Long.hashCode(mask) + span.name().hashCode();
        }

        /** The dimensions that the balance is kept by, in their order. */
        public ImmutableList<Dimension> kept() {
            return dimensions.of(mask);
        }

        /** The span that amounts are added up over. */
        public Span span() {
            return span;
        }

        /** Whether this is the finest grain. */
        public boolean isFull() {
            return equals(dimensions.full());
        }

        /** The key, at this grain, of an amount with these segments and this date. */
        public Key key(Segments segments, LocalDate date) {
            return new Key(this, project(segments), span.bucket(date, segments));
        }

        /** The codes of these segments for the dimensions that the balance is kept by. */
        public Segments project(Segments segments) {
            return segments.project(mask);
        }

        /** One bit for each dimension that the balance is kept by. */
        long mask() {
            return mask;
        }

        /** By the dimensions, then by span. */
        @Override
        public int compareTo(Grain other) {
            int byMask = Long.compare(mask, other.mask);
            return byMask != 0 ? byMask : span.compareTo(other.span);
        }

        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Grain that && equalTo(that));
        }

        private boolean equalTo(Grain that) {
            return mask == that.mask && span == that.span && dimensions.equals(that.dimensions);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public String toString() {
            return kept() + " " + span;
        }
    }

    /** What the debit side holds: its increases less its decreases. */
    public long debit() {
        return debitIncrease - debitDecrease;
    }

    /** What the credit side holds: its increases less its decreases. */
    public long credit() {
        return creditIncrease - creditDecrease;
    }

    /**
     * What is left on an account with this normal side: this side less the other.
     *
     * @throws ArithmeticException if it does not fit
     */
    public long net(Side normal) {
        return normal == Side.DEBIT ? Math.subtractExact(debit(), credit()) : Math.subtractExact(credit(), debit());
    }

    /** All that has been added, or the most there is where it does not fit. */
    long turnover() {
        return LongMath.saturatedAdd(
                LongMath.saturatedAdd(debitIncrease, debitDecrease),
                LongMath.saturatedAdd(creditIncrease, creditDecrease));
    }

    /**
     * Both together.
     *
     * @throws ArithmeticException if it does not fit
     */
    public Balance plus(Balance more) {
        return new Balance(
                Math.addExact(debitIncrease, more.debitIncrease),
                Math.addExact(debitDecrease, more.debitDecrease),
                Math.addExact(creditIncrease, more.creditIncrease),
                Math.addExact(creditDecrease, more.creditDecrease));
    }

    /**
     * What has been booked since an earlier state.
     *
     * @throws IllegalArgumentException if the other state is not an earlier one
     */
    public Balance since(Balance earlier) {
        return new Balance(
                debitIncrease - earlier.debitIncrease,
                debitDecrease - earlier.debitDecrease,
                creditIncrease - earlier.creditIncrease,
                creditDecrease - earlier.creditDecrease);
    }
}
