package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * One field of a {@link Shape}: its name, type, how it is taken from a value, and since when it is stored.
 *
 * <p>A field is a constant: the maker of a shape asks its {@link Values} for it by identity.
 *
 * @param <T> the value that has the field
 * @param <V> the value of the field
 */
public final class Field<T, V> {

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    private final String name;
    private final Type<V> type;
    private final Getter<T, V> getter;
    private final int since;
    private final int until;
    private final Optional<V> fallback;

    private Field(String name, Type<V> type, Getter<T, V> getter, int since, int until, Optional<V> fallback) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("field name \"" + name + "\" is not in camelCase");
        }
        if (since < 1 || until < since) {
            throw new IllegalArgumentException("field " + name + " is stored from schema " + since + " to " + until);
        }
        this.name = name;
        this.type = type;
        this.getter = getter;
        this.since = since;
        this.until = until;
        this.fallback = fallback;
    }

    /** A field stored from the first schema on. */
    public static <T, V> Field<T, V> of(String name, Type<V> type, Function<T, V> getter) {
        return new Field<>(name, type, new Plain<>(getter), 1, Integer.MAX_VALUE, Optional.empty());
    }

    /** A whole number of 64 bits, written without boxing. */
    public static <T> Field<T, Long> ofLong(String name, ToLongFunction<T> getter) {
        return whole(name, Type.integer(), new Whole<>(getter, value -> value));
    }

    /** A whole number of 32 bits, written without boxing. */
    public static <T> Field<T, Integer> ofInt(String name, ToIntFunction<T> getter) {
        return whole(name, Type.int32(), new Whole<>(getter::applyAsInt, value -> (int) value));
    }

    /** An amount in fen, written without boxing. */
    public static <T> Field<T, Long> ofFen(String name, ToLongFunction<T> getter) {
        return whole(name, Type.fen(), new Whole<>(getter, value -> value));
    }

    /**
     * A field that is no longer stored: it stays declared so that the schemas up to {@code until} are read; the maker
     * may ask for it, and gets {@code fallback} from later ones.
     */
    public static <T, V> Field<T, V> retired(String name, Type<V> type, int until, V fallback) {
        return new Field<>(name, type, new Gone<>(), 1, until, Optional.of(fallback));
    }

    private static <T, V> Field<T, V> whole(String name, Type<V> type, Getter<T, V> getter) {
        return new Field<>(name, type, getter, 1, Integer.MAX_VALUE, Optional.empty());
    }

    /** The same field, added with a schema: older ones, and trees that leave it out, have {@code fallback}. */
    public Field<T, V> since(int schema, V fallback) {
        return new Field<>(name, type, getter, schema, until, Optional.of(fallback));
    }

    /** The same field; a tree may leave it out and has {@code fallback} then. */
    public Field<T, V> orElse(V fallback) {
        return new Field<>(name, type, getter, since, until, Optional.of(fallback));
    }

    public String name() {
        return name;
    }

    public Type<V> type() {
        return type;
    }

    /** The shapes of the values that it holds, in order; none for a single word. */
    public ImmutableList<Shape<?>> parts() {
        return type.shapes();
    }

    /** The first schema that stores it. */
    public int since() {
        return since;
    }

    /** Whether it is stored no longer. */
    public boolean isRetired() {
        return until != Integer.MAX_VALUE;
    }

    /** Whether a tree must have it. */
    public boolean isRequired() {
        return whenLeftOut().isEmpty();
    }

    /** The schema that this field's own history asks of its shape. */
    int schema() {
        return isRetired() ? until + 1 : since;
    }

    boolean isStoredIn(int schema) {
        return since <= schema && schema <= until;
    }

    void write(T subject, Output out) {
        getter.write(subject, type, out);
    }

    V fallback() {
        return fallback.orElseThrow(() -> new IllegalStateException("field " + name + " has no fallback"));
    }

    /** The value of a tree that does not have this field. */
    Optional<V> whenLeftOut() {
        return fallback.or(type::leftOut);
    }

    /** The tree of this field, or none where its value is shown by leaving it out. */
    Optional<Tree> toTree(T subject) {
        V value = getter.of(subject);
        boolean shown = type.leftOut().map(leftOut -> !leftOut.equals(value)).orElse(true);
        return shown ? Optional.of(type.toTree(value)) : Optional.empty();
    }

    V fromTree(Tree tree) {
        try {
            return type.fromTree(tree);
        } catch (ShapeException problem) {
            throw problem.under(name);
        }
    }

    private sealed interface Getter<T, V> {

        V of(T subject);

        void write(T subject, Type<V> type, Output out);
    }

    private record Plain<T, V>(Function<T, V> get) implements Getter<T, V> {
        @Override
        public V of(T subject) {
            return get.apply(subject);
        }

        @Override
        public void write(T subject, Type<V> type, Output out) {
            type.write(get.apply(subject), out);
        }
    }

    private record Whole<T, V>(ToLongFunction<T> get, LongFunction<V> box) implements Getter<T, V> {
        @Override
        public V of(T subject) {
            return box.apply(get.applyAsLong(subject));
        }

        @Override
        public void write(T subject, Type<V> type, Output out) {
            type.writeLong(get.applyAsLong(subject), out);
        }
    }

    private record Gone<T, V>() implements Getter<T, V> {
        @Override
        public V of(T subject) {
            throw new IllegalStateException("a retired field has no value to give");
        }

        @Override
        public void write(T subject, Type<V> type, Output out) {
            of(subject);
        }
    }
}
