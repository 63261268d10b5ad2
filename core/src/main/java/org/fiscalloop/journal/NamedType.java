package org.fiscalloop.journal;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.Function;

/**
 * A value of one of several forms, told apart by name where the class of the value does not tell: the name and then the form
 * in bytes, a field {@code type} and then the fields of the form in a tree.
 */
final class NamedType<V> extends Type<V> {
    private static final String TYPE = "type";

    private final String description;
    private final Function<V, String> name;
    private final ImmutableMap<String, Type<V>> byName;

    NamedType(String description, Function<V, String> name, ImmutableMap<String, Type<V>> byName) {
        this.description = description;
        this.name = name;
        this.byName = byName;
        for (Shape<?> shape : shapes()) {
            if (shape.fields().stream().anyMatch(field -> field.name().equals(TYPE))) {
                throw new IllegalArgumentException("shape " + shape.name() + " has a field \"" + TYPE + "\"");
            }
        }
    }

    private Type<V> formOf(V value) {
        Type<V> form = byName.get(name.apply(value));
        if (form == null) {
            throw new IllegalArgumentException("\"" + name.apply(value) + "\" is none of " + byName.keySet());
        }
        return form;
    }

    @Override
    void write(V value, Output out) {
        Type<V> form = formOf(value);
        out.text(name.apply(value));
        form.write(value, out);
    }

    @Override
    V read(Input in) {
        String found = in.text();
        Type<V> form = byName.get(found);
        if (form == null) {
            throw in.broken("\"" + found + "\" where one of " + byName.keySet() + " was expected");
        }
        return form.read(in);
    }

    @Override
    Tree toTree(V value) {
        Tree fields = formOf(value).toTree(value);
        return Tree.fields(ImmutableList.<Tree.Member>builder()
                .add(new Tree.Member(TYPE, Tree.text(name.apply(value))))
                .addAll(CompositeTypes.fields(description, fields).members())
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
        Type<V> form = byName.get(found);
        if (form == null) {
            throw ShapeException.at(type, "\"" + found + "\" is none of " + byName.keySet())
                    .under(TYPE);
        }
        return form.fromTree(fields.withoutFirst(TYPE));
    }

    @Override
    ImmutableList<Shape<?>> shapes() {
        return byName.values().stream().flatMap(form -> form.shapes().stream()).collect(toImmutableList());
    }

    @Override
    public String describe() {
        return description;
    }
}
