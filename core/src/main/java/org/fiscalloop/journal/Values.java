package org.fiscalloop.journal;

/**
 * The values of one set of fields, from which the maker of a {@link Shape} makes its value.
 *
 * <p>A maker that asks in the order of declaration finds each field at once.
 */
public final class Values<T> {

    private final Shape<T> shape;
    private final Object[] values;
    private int next;

    Values(Shape<T> shape, Object[] values) {
        this.shape = shape;
        this.values = values;
    }

    /** The value of one of the shape's own fields. */
    @SuppressWarnings("unchecked") // the shape put a value of the field's own type in the field's own place
    public <V> V get(Field<T, V> field) {
        int index = shape.indexOf(field, next);
        next = index + 1;
        return (V) values[index];
    }
}
