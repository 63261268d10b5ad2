package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.function.Function;

/**
 * A value of one of several nested shapes, told apart by name where the class of the value does not tell: the name and then
 * the shape's form in bytes, a field {@code type} and then the shape's fields in a tree.
 */
final class NamedType<V> extends Type<V> {
    private static final String TYPE = "type";

    private final String description;
    private final Function<V, String> name;
    private final ImmutableMap<String, Shape<V>> byName;

    NamedType(String description, Function<V, String> name, ImmutableList<Shape<V>> shapes) {
        this.description = description;
        this.name = name;
        this.byName = Maps.uniqueIndex(shapes, Shape::name);
        for (Shape<V> shape : shapes) {
            if (shape.fields().stream().anyMatch(field -> field.name().equals(TYPE))) {
                throw new IllegalArgumentException("shape " + shape.name() + " has a field \"" + TYPE + "\"");
            }
        }
    }

    private Shape<V> shapeOf(V value) {
        Shape<V> shape = byName.get(name.apply(value));
        if (shape == null) {
            throw new IllegalArgumentException("\"" + name.apply(value) + "\" is none of " + byName.keySet());
        }
        return shape;
    }

    @Override
    void write(V value, Output out) {
        Shape<V> shape = shapeOf(value);
        out.text(shape.name());
        shape.write(value, out);
    }

    @Override
    V read(Input in) {
        String found = in.text();
        Shape<V> shape = byName.get(found);
        if (shape == null) {
            throw in.broken("\"" + found + "\" where one of " + description + " was expected");
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
        String found;
        try {
            found = ScalarTypes.TEXT.fromTree(type);
        } catch (ShapeException problem) {
            throw problem.under(TYPE);
        }
        Shape<V> shape = byName.get(found);
        if (shape == null) {
            throw ShapeException.at(type, "\"" + found + "\" is none of " + byName.keySet())
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
}
