package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** All tagged shapes that a journal may hold: by tag, by name and by the class of a value, each once. */
public final class ShapeRegistry {

    private final ImmutableList<Shape<?>> shapes;
    private final CompositeTypes.OneOf<Object> any;

    private ShapeRegistry(ImmutableList<Shape<?>> shapes) {
        this.shapes = shapes;
        this.any = new CompositeTypes.OneOf<>("registered value", shapes);
    }

    /** The shapes of all families. Refuses ranges that overlap, and a tag, a name or a class given twice. */
    public static ShapeRegistry of(ImmutableList<ShapeFamily> families) {
        ImmutableList.Builder<Shape<?>> shapes = ImmutableList.builder();
        for (int i = 0; i < families.size(); i++) {
            ShapeFamily family = families.get(i);
            for (ShapeFamily earlier : families.subList(0, i)) {
                if (family.overlaps(earlier)) {
                    throw new IllegalArgumentException(
                            "the tags of " + family.name() + " overlap those of " + earlier.name());
                }
            }
            shapes.addAll(family.shapes());
        }
        return new ShapeRegistry(shapes.build());
    }

    /** All shapes, in the order of the families. */
    public ImmutableList<Shape<?>> shapes() {
        return shapes;
    }

    /** The shape of a tag. */
    public Optional<Shape<?>> byTag(int tag) {
        return any.byTag(tag).map(shape -> shape);
    }

    /** The shape of a name. */
    public Optional<Shape<?>> byName(String name) {
        return any.byName(name).map(shape -> shape);
    }

    /** The shape of a value. Refused with an {@link IllegalArgumentException} when its class has none. */
    public Shape<?> shapeOf(Object value) {
        return any.shapeOf(value);
    }

    /** Any value of a registered shape: its tag and form in bytes, its fields after a field {@code type} in trees. */
    public Type<Object> any() {
        return any;
    }

    /** The tree of a value, with a first field {@code type}. */
    public Tree toTree(Object value) {
        return any.toTree(value);
    }

    /** The value of a tree with a field {@code type}. Throws {@link ShapeException}. */
    public Object fromTree(Tree tree) {
        return any.fromTree(tree);
    }

    /** The canonical bytes of a value, with its tag. */
    public Bytes encode(Object value) {
        return encode(value, new Output());
    }

    /** The canonical bytes of a value, with its tag, made in {@code scratch}. */
    public Bytes encode(Object value, Output scratch) {
        scratch.clear();
        any.write(value, scratch);
        return scratch.toBytes();
    }
}
