package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The types that stand for one value of another form, or of one of several. */
final class CompositeTypes {

    private CompositeTypes() {}

    static <V> Type<V> item(Type<V> type) {
        if (type.leftOut().isPresent()) {
            throw new IllegalArgumentException("only a field may be optional, not an item: " + type.describe());
        }
        return type;
    }

    static Tree.Fields fields(String description, Tree tree) {
        if (tree instanceof Tree.Fields fields) {
            return fields;
        }
        throw unexpected(description, tree);
    }

    static ShapeException unexpected(String description, Tree tree) {
        String found = tree.match(text -> "\"" + text.value() + "\"", items -> "a list", fields -> "fields");
        return ShapeException.at(tree, "expected " + description + ", not " + found);
    }

    /** What a value's own check says of it, or what was expected where the check has no words of the library. */
    static ShapeException refused(String description, Tree tree, RuntimeException cause) {
        return cause instanceof DateTimeException || cause instanceof NumberFormatException
                ? unexpected(description, tree)
                : ShapeException.at(tree, cause);
    }

    static final class Mapped<U, V> extends Type<V> {

        private final String description;
        private final Type<U> form;
        private final Function<U, V> to;
        private final Function<V, U> from;

        Mapped(String description, Type<U> form, Function<U, V> to, Function<V, U> from) {
            this.description = description;
            this.form = form;
            this.to = to;
            this.from = from;
        }

        @Override
        void write(V value, Output out) {
            form.write(from.apply(value), out);
        }

        @Override
        V read(Input in) {
            U stored = form.read(in);
            try {
                return to.apply(stored);
            } catch (RuntimeException refused) {
                throw in.broken("no " + description, refused);
            }
        }

        @Override
        Tree toTree(V value) {
            return form.toTree(from.apply(value));
        }

        @Override
        V fromTree(Tree tree) {
            U read = form.fromTree(tree);
            try {
                return to.apply(read);
            } catch (RuntimeException refused) {
                throw CompositeTypes.refused(description, tree, refused);
            }
        }

        @Override
        Optional<V> leftOut() {
            return form.leftOut().map(to);
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return form.shapes();
        }

        @Override
        public String describe() {
            return description;
        }
    }

    static final class Shared<V> extends Type<V> {

        private final Class<V> family;
        private final Type<V> form;

        Shared(Class<V> family, Type<V> form) {
            this.family = family;
            this.form = item(form);
        }

        @Override
        void write(V value, Output out) {
            if (!out.repeated(value)) {
                form.write(value, out);
            }
        }

        @Override
        V read(Input in) {
            long number = in.unsigned();
            if (number == 0) {
                int own = in.beginShared();
                V value = form.read(in);
                in.endShared(own, value);
                return value;
            }
            Object seen = in.sharedAt(number - 1);
            if (!family.isInstance(seen)) {
                throw in.broken("a reference to something else than " + form.describe());
            }
            return family.cast(seen);
        }

        @Override
        Tree toTree(V value) {
            return form.toTree(value);
        }

        @Override
        V fromTree(Tree tree) {
            return form.fromTree(tree);
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return form.shapes();
        }

        @Override
        public String describe() {
            return form.describe();
        }
    }

    static final class Nested<V> extends Type<V> {

        private final Shape<V> shape;

        Nested(Shape<V> shape) {
            this.shape = shape;
        }

        @Override
        void write(V value, Output out) {
            shape.write(value, out);
        }

        @Override
        V read(Input in) {
            return shape.read(in);
        }

        @Override
        Tree toTree(V value) {
            return shape.toTree(value);
        }

        @Override
        V fromTree(Tree tree) {
            return shape.fromTree(tree);
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return ImmutableList.of(shape);
        }

        @Override
        public String describe() {
            return shape.name();
        }
    }

    /** Two texts, which a tree shows as one with a separator between; the first never holds the separator. */
    static final class Joined<V> extends Type<V> {

        private final String description;
        private final char separator;
        private final Function<V, String> first;
        private final Function<V, String> second;
        private final BiFunction<String, String, V> maker;

        Joined(
                String description,
                char separator,
                Function<V, String> first,
                Function<V, String> second,
                BiFunction<String, String, V> maker) {
            this.description = description;
            this.separator = separator;
            this.first = first;
            this.second = second;
            this.maker = maker;
        }

        @Override
        void write(V value, Output out) {
            out.text(first.apply(value));
            out.text(second.apply(value));
        }

        @Override
        V read(Input in) {
            String before = in.text();
            String after = in.text();
            try {
                return maker.apply(before, after);
            } catch (RuntimeException refused) {
                throw in.broken("no " + description, refused);
            }
        }

        @Override
        Tree toTree(V value) {
            return Tree.text(first.apply(value) + separator + second.apply(value));
        }

        @Override
        V fromTree(Tree tree) {
            String word = ScalarTypes.TEXT.fromTree(tree);
            int at = word.indexOf(separator);
            if (at < 0) {
                throw ShapeException.at(tree, "expected " + description + ", not \"" + word + "\"");
            }
            try {
                return maker.apply(word.substring(0, at), word.substring(at + 1));
            } catch (RuntimeException refused) {
                throw ShapeException.at(tree, refused);
            }
        }

        @Override
        public String describe() {
            return description;
        }
    }

    /** A value of one of several tagged shapes: the tag and then the shape's form. */
    static final class OneOf<V> extends Type<V> {

        /** The field of a tree that names the shape; no shape of a choice may have a field of this name. */
        private static final String TYPE = "type";

        private final String description;
        private final ImmutableMap<Integer, Shape<? extends V>> byTag;
        private final ImmutableMap<String, Shape<? extends V>> byName;
        private final ClassValue<Shape<V>> byClass = new ByClass();

        OneOf(String description, ImmutableList<Shape<? extends V>> shapes) {
            this.description = description;
            ImmutableMap.Builder<Integer, Shape<? extends V>> tags = ImmutableMap.builder();
            ImmutableMap.Builder<String, Shape<? extends V>> names = ImmutableMap.builder();
            Set<Class<?>> families = new HashSet<>();
            for (Shape<? extends V> shape : shapes) {
                if (!families.add(shape.family())) {
                    throw new IllegalArgumentException("two shapes of " + description + " are of " + shape.family());
                }
                if (shape.fields().stream().anyMatch(field -> field.name().equals(TYPE))) {
                    throw new IllegalArgumentException("shape " + shape.name() + " has a field \"" + TYPE + "\"");
                }
                tags.put(shape.tag(), shape);
                names.put(shape.name(), shape);
            }
            this.byTag = tags.buildOrThrow();
            this.byName = names.buildOrThrow();
        }

        Optional<Shape<? extends V>> byTag(int tag) {
            return Optional.ofNullable(byTag.get(tag));
        }

        Optional<Shape<? extends V>> byName(String name) {
            return Optional.ofNullable(byName.get(name));
        }

        Shape<V> shapeOf(V value) {
            return byClass.get(value.getClass());
        }

        @Override
        void write(V value, Output out) {
            Shape<V> shape = shapeOf(value);
            out.unsigned(shape.tag());
            shape.write(value, out);
        }

        @Override
        V read(Input in) {
            long tag = in.unsigned();
            Shape<? extends V> shape = tag == (int) tag ? byTag.get((int) tag) : null;
            if (shape == null) {
                throw in.broken("tag " + Long.toUnsignedString(tag) + " where one of " + description + " was expected");
            }
            return shape.read(in);
        }

        @Override
        Tree toTree(V value) {
            Shape<V> shape = shapeOf(value);
            return Tree.fields(ImmutableList.<Tree.Member>builder()
                    .add(new Tree.Member(TYPE, Tree.text(shape.name())))
                    .addAll(shape.toTree(value).members())
                    .build());
        }

        @Override
        V fromTree(Tree tree) {
            Tree.Fields fields = CompositeTypes.fields(description, tree);
            Tree type = fields.find(TYPE)
                    .orElseThrow(() -> ShapeException.at(tree, "missing").under(TYPE));
            String name;
            try {
                name = ScalarTypes.TEXT.fromTree(type);
            } catch (ShapeException problem) {
                throw problem.under(TYPE);
            }
            Shape<? extends V> shape = byName.get(name);
            if (shape == null) {
                throw ShapeException.at(type, "\"" + name + "\" is none of " + byName.keySet())
                        .under(TYPE);
            }
            return shape.fromTree(fields.withoutFirst(TYPE));
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return ImmutableList.copyOf(byName.values());
        }

        @Override
        public String describe() {
            return description;
        }

        /** The shape of each class met: its own, or the only one of which it is a kind, as Immutables make them. */
        private final class ByClass extends ClassValue<Shape<V>> {

            @Override
            @SuppressWarnings("unchecked") // a shape is found by the class of the value that it then writes
            protected Shape<V> computeValue(Class<?> type) {
                ImmutableList<Shape<? extends V>> matching = byTag.values().stream()
                        .filter(shape -> shape.family().isAssignableFrom(type))
                        .collect(ImmutableList.toImmutableList());
                if (matching.size() != 1) {
                    throw new IllegalArgumentException(
                            type + " has not one shape but " + matching + " as " + description);
                }
                return (Shape<V>) matching.get(0);
            }
        }
    }
}
