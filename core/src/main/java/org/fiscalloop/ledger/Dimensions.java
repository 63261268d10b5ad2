package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.function.Function;

/**
 * The dimensions that the books know, in their declared order, which is the order of everything that is made from them.
 *
 * <p>One of them may be the year: the fiscal year (预算年度) that an amount belongs to, written with four digits.
 */
public final class Dimensions {

    private static final int MOST = 62;

    private final ImmutableList<Dimension> order;
    private final ImmutableMap<Dimension, Integer> indexes;
    private final Optional<Dimension> year;
    private final int yearIndex;
    private final Segments none;
    private final Balance.Grain full;

    private Dimensions(ImmutableList<Dimension> order, Optional<Dimension> year) {
        ImmutableMap.Builder<Dimension, Integer> positions = ImmutableMap.builder();
        for (int i = 0; i < order.size(); i++) {
            positions.put(order.get(i), i);
        }
        this.order = order;
        this.indexes = positions.buildOrThrow();
        this.year = year;
        this.yearIndex = year.map(this::index).orElse(-1);
        this.none = Segments.empty(this);
        this.full = new Balance.Grain(this, (1L << order.size()) - 1, Span.CUMULATIVE);
    }

    /**
     * These dimensions in this order, none of them the year.
     *
     * @throws IllegalArgumentException if one stands twice or there are more than 62
     */
    public static Dimensions of(Dimension... order) {
        return of(ImmutableList.copyOf(order));
    }

    /**
     * These dimensions in this order, none of them the year.
     *
     * @throws IllegalArgumentException if one stands twice or there are more than 62
     */
    public static Dimensions of(ImmutableList<Dimension> order) {
        if (order.size() > MOST) {
            throw new IllegalArgumentException("order must have at most " + MOST + " dimensions: " + order.size());
        }
        return new Dimensions(order, Optional.empty());
    }

    /** The same dimensions, this one of them being the fiscal year. */
    public Dimensions withYear(Dimension dimension) {
        return new Dimensions(order, Optional.of(dimension));
    }

    /** All of them in their order. */
    public ImmutableList<Dimension> order() {
        return order;
    }

    /** The one that is the fiscal year. */
    public Optional<Dimension> year() {
        return year;
    }

    /** The segments that name nothing. */
    public Segments none() {
        return none;
    }

    /**
     * The segments with these codes.
     *
     * @throws IllegalArgumentException if a dimension is not one of these, or the year has not four digits
     */
    public Segments segments(ImmutableMap<Dimension, String> codes) {
        codes.keySet().forEach(this::index);
        return segments(dimension -> codes.getOrDefault(dimension, ""));
    }

    /**
     * The segments with the code that the function gives for each dimension, which is empty where there is none.
     *
     * @throws IllegalArgumentException if the year has not four digits
     */
    public Segments segments(Function<? super Dimension, String> code) {
        String[] codes = new String[order.size()];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = code.apply(order.get(i));
        }
        return Segments.of(this, codes);
    }

    /** The finest grain: all dimensions over all time. */
    public Balance.Grain full() {
        return full;
    }

    /**
     * The grain of these dimensions, whatever the order they are named in, over this span.
     *
     * @throws IllegalArgumentException if a dimension is not one of these
     */
    public Balance.Grain grain(Iterable<Dimension> kept, Span span) {
        return new Balance.Grain(this, mask(kept), span);
    }

    /** The place of the year in the order, or -1. */
    int yearIndex() {
        return yearIndex;
    }

    /** The place of a dimension in the order. */
    int index(Dimension dimension) {
        Integer index = indexes.get(dimension);
        if (index == null) {
            throw new IllegalArgumentException("dimension must be one of " + order + ": " + dimension);
        }
        return index;
    }

    /** One bit for each of these dimensions, the first dimension of the order having the lowest. */
    long mask(Iterable<Dimension> dimensions) {
        long mask = 0;
        for (Dimension dimension : dimensions) {
            mask |= 1L << index(dimension);
        }
        return mask;
    }

    /** The dimensions of the bits, in order. */
    ImmutableList<Dimension> of(long mask) {
        ImmutableList.Builder<Dimension> dimensions = ImmutableList.builder();
        for (int i = 0; i < order.size(); i++) {
            if (((mask >>> i) & 1) != 0) {
                dimensions.add(order.get(i));
            }
        }
        return dimensions.build();
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Dimensions that && order.equals(that.order) && year.equals(that.year));
    }

    @Override
    public int hashCode() {
        return order.hashCode();
    }

    @Override
    public String toString() {
        return order.toString();
    }
}
