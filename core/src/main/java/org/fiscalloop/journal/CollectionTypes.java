package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Ordering;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The types that hold any number of values of another. */
final class CollectionTypes {

    private CollectionTypes() {}

    private static ImmutableList<Tree> items(String description, Tree tree) {
        if (tree instanceof Tree.Items list) {
            return list.items();
        }
        throw CompositeTypes.unexpected(description, tree);
    }

    private static <V> V itemAt(int index, Type<V> item, Tree tree) {
        try {
            return item.fromTree(tree);
        } catch (ShapeException problem) {
            throw problem.under("[" + index + "]");
        }
    }

    static final class ListType<V> extends Type<ImmutableList<V>> {

        private final Type<V> item;

        ListType(Type<V> item) {
            this.item = CompositeTypes.item(item);
        }

        @Override
        void write(ImmutableList<V> value, Output out) {
            int size = value.size();
            out.unsigned(size);
            for (int i = 0; i < size; i++) {
                item.write(value.get(i), out);
            }
        }

        @Override
        ImmutableList<V> read(Input in) {
            int count = in.count();
            ImmutableList.Builder<V> items = ImmutableList.builder();
            for (int i = 0; i < count; i++) {
                items.add(item.read(in));
            }
            return items.build();
        }

        @Override
        Tree toTree(ImmutableList<V> value) {
            return Tree.items(value.stream().map(item::toTree).collect(ImmutableList.toImmutableList()));
        }

        @Override
        ImmutableList<V> fromTree(Tree tree) {
            List<Tree> trees = CollectionTypes.items(describe(), tree);
            ImmutableList.Builder<V> items = ImmutableList.builder();
            for (int i = 0; i < trees.size(); i++) {
                items.add(itemAt(i, item, trees.get(i)));
            }
            return items.build();
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return item.shapes();
        }

        @Override
        public String describe() {
            return "list of " + item.describe();
        }
    }

    static final class SetType<V extends Comparable<? super V>> extends Type<ImmutableSet<V>> {

        private final Type<V> item;

        SetType(Type<V> item) {
            this.item = CompositeTypes.item(item);
        }

        @Override
        void write(ImmutableSet<V> value, Output out) {
            out.unsigned(value.size());
            for (V element : inOrder(value)) {
                item.write(element, out);
            }
        }

        /** Any order is read: the natural order of an enum's constants may have changed since it was written. */
        @Override
        ImmutableSet<V> read(Input in) {
            int count = in.count();
            Set<V> elements = new LinkedHashSet<>();
            for (int i = 0; i < count; i++) {
                if (!elements.add(item.read(in))) {
                    throw in.broken("an element of a set twice");
                }
            }
            return ImmutableSet.copyOf(elements);
        }

        @Override
        Tree toTree(ImmutableSet<V> value) {
            return Tree.items(inOrder(value).stream().map(item::toTree).collect(ImmutableList.toImmutableList()));
        }

        @Override
        ImmutableSet<V> fromTree(Tree tree) {
            List<Tree> trees = CollectionTypes.items(describe(), tree);
            Set<V> elements = new LinkedHashSet<>();
            for (int i = 0; i < trees.size(); i++) {
                if (!elements.add(itemAt(i, item, trees.get(i)))) {
                    throw ShapeException.at(trees.get(i), "an element of a set twice")
                            .under("[" + i + "]");
                }
            }
            return ImmutableSet.copyOf(elements);
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return item.shapes();
        }

        @Override
        public String describe() {
            return "set of " + item.describe();
        }

        private static <E extends Comparable<? super E>> ImmutableList<E> inOrder(ImmutableSet<E> elements) {
            return Ordering.<E>natural().immutableSortedCopy(elements);
        }
    }

    static final class MapType<V> extends Type<ImmutableMap<String, V>> {

        private final Type<V> item;

        MapType(Type<V> item) {
            this.item = CompositeTypes.item(item);
        }

        @Override
        void write(ImmutableMap<String, V> value, Output out) {
            out.unsigned(value.size());
            for (Map.Entry<String, V> entry : value.entrySet()) {
                out.text(entry.getKey());
                item.write(entry.getValue(), out);
            }
        }

        @Override
        ImmutableMap<String, V> read(Input in) {
            int count = in.count();
            Map<String, V> entries = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                String key = in.text();
                if (entries.put(key, item.read(in)) != null) {
                    throw in.broken("a key of a map twice: " + key);
                }
            }
            return ImmutableMap.copyOf(entries);
        }

        @Override
        Tree toTree(ImmutableMap<String, V> value) {
            return Tree.fields(value.entrySet().stream()
                    .map(entry -> new Tree.Member(entry.getKey(), item.toTree(entry.getValue())))
                    .collect(ImmutableList.toImmutableList()));
        }

        @Override
        ImmutableMap<String, V> fromTree(Tree tree) {
            Map<String, V> entries = new LinkedHashMap<>();
            for (Tree.Member member : CompositeTypes.fields(describe(), tree).members()) {
                try {
                    String key = ScalarTypes.TEXT.fromTree(Tree.text(member.name()));
                    if (entries.put(key, item.fromTree(member.value())) != null) {
                        throw ShapeException.at(member.value(), "given twice");
                    }
                } catch (ShapeException problem) {
                    throw problem.under("[" + member.name() + "]");
                }
            }
            return ImmutableMap.copyOf(entries);
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return item.shapes();
        }

        @Override
        public String describe() {
            return "map of " + item.describe();
        }
    }

    static final class OptionalType<V> extends Type<Optional<V>> {

        private final Type<V> item;

        OptionalType(Type<V> item) {
            this.item = CompositeTypes.item(item);
        }

        @Override
        void write(Optional<V> value, Output out) {
            out.flag(value.isPresent());
            if (value.isPresent()) {
                item.write(value.get(), out);
            }
        }

        @Override
        Optional<V> read(Input in) {
            return in.flag() ? Optional.of(item.read(in)) : Optional.empty();
        }

        @Override
        Tree toTree(Optional<V> value) {
            return value.map(item::toTree)
                    .orElseThrow(() -> new IllegalStateException("nothing to show: an empty field is left out"));
        }

        @Override
        Optional<V> fromTree(Tree tree) {
            return Optional.of(item.fromTree(tree));
        }

        @Override
        Optional<Optional<V>> leftOut() {
            return Optional.of(Optional.empty());
        }

        @Override
        ImmutableList<Shape<?>> shapes() {
            return item.shapes();
        }

        @Override
        public String describe() {
            return "optional " + item.describe();
        }
    }
}
