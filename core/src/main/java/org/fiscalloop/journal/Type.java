package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * The form of one value within a {@link Shape}: how it is written as bytes, how as a tree, and what it is called in
 * documentation.
 *
 * <p>The family is closed; a value of another class is {@link #mapped} onto one of these.
 */
public abstract sealed class Type<V>
        permits ScalarTypes.Scalar,
                CompositeTypes.Mapped,
                CompositeTypes.Shared,
                CollectionTypes.ListType,
                CollectionTypes.SetType,
                CollectionTypes.MapType,
                CollectionTypes.OptionalType,
                CompositeTypes.Nested,
                CompositeTypes.OneOf,
                CompositeTypes.Joined,
                KernelTypes.SegmentsType,
                NamedType {

    Type() {}

    abstract void write(V value, Output out);

    abstract V read(Input in);

    abstract Tree toTree(V value);

    /** The value of a tree. Throws {@link ShapeException} with its path from this value on. */
    abstract V fromTree(Tree tree);

    /** What documentation calls it, such as {@code list of date}. */
    public abstract String describe();

    /** The shapes of the values that it is made of, in order; none for a single word. */
    ImmutableList<Shape<?>> shapes() {
        return ImmutableList.of();
    }

    /** Writes a number that need not be boxed for it; only types of whole numbers are asked. */
    void writeLong(long value, Output out) {
        throw new IllegalStateException(describe() + " is not a whole number: " + value);
    }

    /** The value that a tree's field stands for by being left out. */
    Optional<V> leftOut() {
        return Optional.empty();
    }

    /** Unicode text. */
    public static Type<String> text() {
        return ScalarTypes.TEXT;
    }

    /** A whole number of up to 64 bits; a bare or a quoted number in a tree. */
    public static Type<Long> integer() {
        return ScalarTypes.INTEGER;
    }

    /** A whole number of up to 32 bits; a bare or a quoted number in a tree. */
    public static Type<Integer> int32() {
        return ScalarTypes.INT32;
    }

    /** An amount in fen; in a tree a quoted decimal of yuan with at most two decimals. */
    public static Type<Long> fen() {
        return ScalarTypes.FEN;
    }

    /** An amount in yuan of at most two decimals; in a tree a quoted decimal of yuan. */
    public static Type<Money> money() {
        return ScalarTypes.MONEY;
    }

    /** A day of the years 0000 to 9999; in a tree a quoted {@code 2024-03-31}. */
    public static Type<LocalDate> date() {
        return ScalarTypes.DATE;
    }

    /** True or false; a bare or a quoted word in a tree. */
    public static Type<Boolean> bool() {
        return ScalarTypes.BOOL;
    }

    /** A sequence of bytes; quoted hexadecimal in a tree. */
    public static Type<Bytes> bytes() {
        return ScalarTypes.BYTES;
    }

    /** A constant by its name: constants may be added and moved, a name once used is never changed. */
    public static <E extends Enum<E>> Type<E> enumOf(Class<E> family) {
        return new ScalarTypes.EnumType<>(family);
    }

    /** A value in the form of another type. What {@code to} throws means that there is no such value. */
    public static <U, V> Type<V> mapped(Type<U> form, Function<U, V> to, Function<V, U> from) {
        return mapped(form.describe(), form, to, from);
    }

    /** A value in the form of another type, under a name of its own in documentation. */
    public static <U, V> Type<V> mapped(String description, Type<U> form, Function<U, V> to, Function<V, U> from) {
        return new CompositeTypes.Mapped<>(description, form, to, from);
    }

    /** A value that is stored in full where a record first holds it, and by its number wherever it holds an equal one. */
    public static <V> Type<V> shared(Class<V> family, Type<V> form) {
        return new CompositeTypes.Shared<>(family, form);
    }

    /** Values in order. */
    public static <V> Type<ImmutableList<V>> list(Type<V> item) {
        return new CollectionTypes.ListType<>(item);
    }

    /** Distinct values, in their natural order wherever they are written. */
    public static <V extends Comparable<? super V>> Type<ImmutableSet<V>> set(Type<V> item) {
        return new CollectionTypes.SetType<>(item);
    }

    /** Values by name, in the order of the map, which is kept: maps in another order have other bytes. */
    public static <V> Type<ImmutableMap<String, V>> map(Type<V> item) {
        return new CollectionTypes.MapType<>(item);
    }

    /** A value or none; a field of a tree is then left out. Only a field may be optional, no item and no other optional. */
    public static <V> Type<Optional<V>> optional(Type<V> item) {
        return new CollectionTypes.OptionalType<>(item);
    }

    /** A value of a shape, without its tag. */
    public static <V> Type<V> nested(Shape<V> shape) {
        return new CompositeTypes.Nested<>(shape);
    }

    /** A value of one of several shapes, told apart by tag in bytes and by a field {@code type} in trees. */
    @SafeVarargs
    public static <V> Type<V> oneOf(Class<V> family, Shape<? extends V>... shapes) {
        ImmutableList.Builder<Shape<? extends V>> choice = ImmutableList.builder();
        StringJoiner names = new StringJoiner(", ", family.getSimpleName() + " (", ")");
        for (Shape<? extends V> shape : shapes) {
            choice.add(shape);
            names.add(shape.name());
        }
        return new CompositeTypes.OneOf<>(names.toString(), choice.build());
    }

    /**
     * A value of one of several forms with fields, told apart by the name that a value says it has.
     *
     * @param byName the forms, each of fields, none of which is {@code type}
     */
    public static <V> Type<V> named(
            String description, Function<V, String> name, ImmutableMap<String, Type<V>> byName) {
        return new NamedType<>(description, name, byName);
    }
}
