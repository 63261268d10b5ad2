package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.function.BiConsumer;

/**
 * What an amount belongs to (辅助核算项): a code for some of the {@link Dimensions}, in their order.
 *
 * <p>A dimension without a code reads as the empty string and counts as a value of its own: a limit by project also holds
 * over all amounts that name no project.
 *
 * <p>There may be millions of these, one for each payment: the codes lie side by side, which dimensions they are of is one
 * number, and the dimensions themselves are shared.
 */
public final class Segments implements Comparable<Segments> {

    private static final int YEAR_DIGITS = 4;

    private final Dimensions dimensions;
    private final long mask;
    private final String[] codes;
    private final int hash;

    private Segments(Dimensions dimensions, long mask, String[] codes) {
        this.dimensions = dimensions;
        this.mask = mask;
        this.codes = codes;
        this.hash = hash(mask, codes);
    }

    static Segments empty(Dimensions dimensions) {
        return new Segments(dimensions, 0, new String[0]);
    }

    /** The segments with these codes, one for each dimension, empty where there is none. */
    static Segments of(Dimensions dimensions, String[] all) {
        long mask = 0;
        for (int i = 0; i < all.length; i++) {
            if (!all[i].isEmpty()) {
                mask |= 1L << i;
            }
        }
        String[] codes = new String[Long.bitCount(mask)];
        int next = 0;
        for (String code : all) {
            if (!code.isEmpty()) {
                codes[next++] = code;
            }
        }
        Segments segments = new Segments(dimensions, mask, codes);
        if (dimensions.yearIndex() >= 0) {
            requireYear(segments.value(dimensions.yearIndex()));
        }
        return segments;
    }

    private static void requireYear(String year) {
        boolean digits = year.isEmpty() || year.length() == YEAR_DIGITS;
        for (int i = 0; i < year.length(); i++) {
            digits &= year.charAt(i) >= '0' && year.charAt(i) <= '9';
        }
        if (!digits) {
            throw new IllegalArgumentException("year must have four digits: \"" + year + "\"");
        }
    }

    private static int hash(long mask, String[] codes) {
        int hash = Long.hashCode(mask);
        for (String code : codes) {
            hash = 31 * hash + code.hashCode();
        }
        return hash;
    }

    /** The dimensions that these segments may have codes for. */
    public Dimensions dimensions() {
        return dimensions;
    }

    /** The code for a dimension, empty where there is none. */
    public String value(Dimension dimension) {
        return value(dimensions.index(dimension));
    }

    /** The code for the dimension at this place, empty where there is none. */
    String value(int index) {
        long bit = 1L << index;
        return (mask & bit) == 0 ? "" : codes[Long.bitCount(mask & (bit - 1))];
    }

    /** These segments with another code for one dimension; the empty code takes it away. */
    public Segments with(Dimension dimension, String code) {
        String[] all = new String[dimensions.order().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = value(i);
        }
        all[dimensions.index(dimension)] = code;
        return of(dimensions, all);
    }

    /** The codes for these dimensions alone. */
    public Segments project(Iterable<Dimension> kept) {
        return project(dimensions.mask(kept));
    }

    /** The codes for the dimensions of these bits alone. */
    Segments project(long kept) {
        long wanted = mask & kept;
        if (wanted == mask) {
            return this;
        }
        String[] some = new String[Long.bitCount(wanted)];
        int next = 0;
        for (long rest = wanted; rest != 0; rest &= rest - 1) {
            some[next++] = codes[Long.bitCount(mask & ((rest & -rest) - 1))];
        }
        return new Segments(dimensions, wanted, some);
    }

    /** Whether the codes for the dimensions of these bits are the same as those of others over the same dimensions. */
    @SuppressWarnings("ReferenceEquality") // the lines of an entry mostly share their segments
    boolean agrees(Segments other, long on) {
        if (this == other) {
            return true;
        }
        if ((mask & on) != (other.mask & on)) {
            return false;
        }
        for (long rest = mask & on; rest != 0; rest &= rest - 1) {
            long below = (rest & -rest) - 1;
            if (!codes[Long.bitCount(mask & below)].equals(other.codes[Long.bitCount(other.mask & below)])) {
                return false;
            }
        }
        return true;
    }

    /** The fiscal year that the segments name, else the calendar year of the date. */
    int year(LocalDate date) {
        String year = dimensions.yearIndex() < 0 ? "" : value(dimensions.yearIndex());
        return year.isEmpty() ? date.getYear() : Integer.parseInt(year);
    }

    /**
     * The month of the books in which an amount with this date counts: that of the date, or December of the fiscal year that
     * the segments name where that is an earlier one. So a year that is closed takes nothing, whatever the date.
     */
    public YearMonth month(LocalDate date) {
        int year = year(date);
        return year < date.getYear() ? YearMonth.of(year, Month.DECEMBER) : YearMonth.from(date);
    }

    /** Whether these segments have every code that others over the same dimensions name. */
    public boolean isWithin(Segments others) {
        return agrees(others, others.mask);
    }

    /** The codes by dimension, in the order of the dimensions. */
    public ImmutableMap<Dimension, String> codes() {
        ImmutableMap.Builder<Dimension, String> map = ImmutableMap.builder();
        forEach(map::put);
        return map.buildOrThrow();
    }

    /** Visits the codes in the order of the dimensions. */
    public void forEach(BiConsumer<? super Dimension, ? super String> visitor) {
        int next = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            visitor.accept(dimensions.order().get(Long.numberOfTrailingZeros(rest)), codes[next++]);
        }
    }

    /** By the code for the first dimension, then the second, and so on; no code comes before any code. */
    @Override
    public int compareTo(Segments other) {
        if (this == other) {
            return 0;
        }
        for (long rest = mask | other.mask; rest != 0; rest &= rest - 1) {
            int index = Long.numberOfTrailingZeros(rest);
            int byCode = value(index).compareTo(other.value(index));
            if (byCode != 0) {
                return byCode;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Segments that && equalTo(that));
    }

    private boolean equalTo(Segments that) {
        if (hash != that.hash || mask != that.mask || !dimensions.equals(that.dimensions)) {
            return false;
        }
        for (int i = 0; i < codes.length; i++) {
            if (!codes[i].equals(that.codes[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The codes as text that differs where the segments differ: {@code agency=105001;allotment=A-1}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        forEach((dimension, code) -> text.append(text.isEmpty() ? "" : ";")
                .append(dimension)
                .append('=')
                .append(code.replace("\\", "\\\\").replace(";", "\\;")));
        return text.toString();
    }
}
