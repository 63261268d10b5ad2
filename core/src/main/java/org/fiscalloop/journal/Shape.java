package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The declaration of a value's fields, from which its binary form, its tree form and its documentation come.
 *
 * <p>The binary form is the schema number and then the fields that this schema stores, in the order of declaration. A
 * field is never removed from the declaration and never moved before an older one of the same schema: it is
 * {@link Field#retired retired}, and new ones say {@link Field#since since} when. So every form ever stored is read.
 *
 * @param <T> the value
 */
public final class Shape<T> {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final int tag;
    private final String name;
    private final Optional<Class<T>> family;
    private final ImmutableList<Field<T, ?>> fields;
    private final Field<T, ?>[] stored;
    private final ImmutableMap<String, Integer> indexByName;
    private final int schema;
    private final Function<Values<T>, T> maker;

    private Shape(Builder<T> parts, ImmutableList<Field<T, ?>> fields, Function<Values<T>, T> maker) {
        this.tag = parts.tag;
        this.name = parts.name;
        this.family = parts.family;
        this.fields = fields;
        this.schema = fields.stream().mapToInt(Field::schema).max().orElse(1);
        this.stored = stored(fields);
        this.indexByName = indexByName(name, fields);
        this.maker = maker;
    }

    /** A shape that the journal knows by a tag, at least 1 and never used for another. */
    public static <T> Builder<T> of(int tag, String name, Class<T> family) {
        if (tag < 1) {
            throw new IllegalArgumentException("tag " + tag + " of shape " + name + " is not positive");
        }
        return new Builder<>(tag, name, Optional.of(family));
    }

    /** A shape that occurs only within others. */
    public static <T> Builder<T> nested(String name) {
        return new Builder<>(0, name, Optional.empty());
    }

    /** The tag, or 0 for a shape that occurs only within others. */
    public int tag() {
        return tag;
    }

    public String name() {
        return name;
    }

    /** The number of the form written now: it grows when a field is added or retired. */
    public int schema() {
        return schema;
    }

    /** The fields in the order of declaration, retired ones too. */
    public ImmutableList<Field<T, ?>> fields() {
        return fields;
    }

    /** The class of the values of a tagged shape; a nested one does not know it: an {@link IllegalArgumentException}. */
    public Class<T> family() {
        return family.orElseThrow(() -> new IllegalArgumentException("shape " + name + " has no tag"));
    }

    /** The fields with their types, one a line. */
    public String describe() {
        StringBuilder text = new StringBuilder(name);
        for (Field<T, ?> field : stored) {
            text.append("\n  ")
                    .append(field.name())
                    .append(": ")
                    .append(field.type().describe());
            if (field.since() > 1) {
                text.append(", since schema ").append(field.since());
            }
        }
        return text.toString();
    }

    /** The shapes of the values that its fields hold, each once, in the order of the fields. */
    public ImmutableList<Shape<?>> parts() {
        Set<Shape<?>> parts = new LinkedHashSet<>();
        for (Field<T, ?> field : stored) {
            parts.addAll(field.type().shapes());
        }
        return ImmutableList.copyOf(parts);
    }

    /** The canonical bytes of a value, without the tag. */
    public Bytes encode(T value) {
        Output out = new Output();
        write(value, out);
        return out.toBytes();
    }

    /** The value of its canonical bytes. Throws {@link JournalFormatException}. */
    public T decode(Bytes bytes) {
        return decode(bytes, new Input.Pool(1));
    }

    T decode(Bytes bytes, Input.Pool pool) {
        Input in = bytes.input(pool);
        T value = read(in);
        in.finish();
        return value;
    }

    /** Writes the canonical form, without the tag. */
    void write(T value, Output out) {
        out.unsigned(schema);
        for (Field<T, ?> field : stored) {
            field.write(value, out);
        }
    }

    /** Reads a canonical form of any schema up to this one. Throws {@link JournalFormatException}. */
    T read(Input in) {
        long found = in.unsigned();
        if (found < 1 || found > schema) {
            throw in.broken("schema " + Long.toUnsignedString(found) + " of " + name + ", known up to " + schema);
        }
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            Field<T, ?> field = fields.get(i);
            values[i] = field.isStoredIn((int) found) ? field.type().read(in) : field.fallback();
        }
        try {
            return maker.apply(new Values<>(this, values));
        } catch (RuntimeException refused) {
            throw in.broken("no " + name, refused);
        }
    }

    /** The neutral public form. */
    public Tree.Fields toTree(T value) {
        ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
        for (Field<T, ?> field : stored) {
            field.toTree(value).ifPresent(tree -> members.add(new Tree.Member(field.name(), tree)));
        }
        return Tree.fields(members.build());
    }

    /**
     * The value of a tree; its fields may come in any order. Throws {@link ShapeException} for a field that is
     * unknown, missing, given twice or ill-typed, and for fields that the value itself does not accept.
     */
    public T fromTree(Tree tree) {
        Object[] values = new Object[fields.size()];
        for (Tree.Member member : CompositeTypes.fields(name, tree).members()) {
            Integer index = indexByName.get(member.name());
            if (index == null) {
                throw ShapeException.at(member.value(), "unknown field; known are " + indexByName.keySet())
                        .under(member.name());
            }
            if (values[index] != null) {
                throw ShapeException.at(member.value(), "given twice").under(member.name());
            }
            values[index] = fields.get(index).fromTree(member.value());
        }
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                values[i] = leftOut(fields.get(i), tree);
            }
        }
        try {
            return maker.apply(new Values<>(this, values));
        } catch (RuntimeException refused) {
            throw ShapeException.at(tree, refused);
        }
    }

    private static <V> V leftOut(Field<?, V> field, Tree tree) {
        return field.whenLeftOut()
                .orElseThrow(() -> ShapeException.at(tree, "missing").under(field.name()));
    }

    int indexOf(Field<T, ?> field, int expected) {
        if (expected < fields.size() && fields.get(expected) == field) {
            return expected;
        }
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i) == field) {
                return i;
            }
        }
        throw new IllegalArgumentException("field " + field.name() + " is not of shape " + name);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic class, for the speed of writing
    private static <T> Field<T, ?>[] stored(ImmutableList<Field<T, ?>> fields) {
        return fields.stream().filter(field -> !field.isRetired()).toArray(Field[]::new);
    }

    /** Stored fields by name, by their index among all. A retired field is unknown to trees. */
    private static <T> ImmutableMap<String, Integer> indexByName(String shape, ImmutableList<Field<T, ?>> fields) {
        ImmutableMap.Builder<String, Integer> index = ImmutableMap.builder();
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isRetired()) {
                index.put(fields.get(i).name(), i);
            }
        }
        try {
            return index.buildOrThrow();
        } catch (IllegalArgumentException twice) {
            throw new IllegalArgumentException("shape " + shape + " has a field twice: " + twice.getMessage(), twice);
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /** A shape in the making. */
    public static final class Builder<T> {

        private final int tag;
        private final String name;
        private final Optional<Class<T>> family;
        private final ImmutableList.Builder<Field<T, ?>> fields = ImmutableList.builder();

        private Builder(int tag, String name, Optional<Class<T>> family) {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("shape name \"" + name + "\" is not in kebab-case");
            }
            this.tag = tag;
            this.name = name;
            this.family = family;
        }

        /** Adds fields in this order. */
        @SafeVarargs
        public final Builder<T> fields(Field<T, ?>... more) {
            for (Field<T, ?> field : more) {
                fields.add(field);
            }
            return this;
        }

        /** The shape, with the function that makes a value of its fields. */
        public Shape<T> maker(Function<Values<T>, T> maker) {
            return new Shape<>(this, fields.build(), maker);
        }
    }
}
