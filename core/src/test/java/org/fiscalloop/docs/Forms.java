package org.fiscalloop.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;

/** The forms of values as tables: every field with its type and whether it may be left out, nested forms each once. */
final class Forms {
    private static final int FEW = 2;

    private final Map<String, Set<Shape<?>>> byName = new LinkedHashMap<>();

    /** The forms that these are made of, and so on; one that a form names comes after it. */
    Forms(ImmutableList<? extends Shape<?>> whole) {
        Deque<Shape<?>> open = new ArrayDeque<>(whole);
        while (!open.isEmpty()) {
            for (Shape<?> part : open.remove().parts()) {
                if (byName.computeIfAbsent(part.name(), name -> new LinkedHashSet<>())
                        .add(part)) {
                    open.add(part);
                }
            }
        }
    }

    /** Every nested form under a heading of its own. */
    String sections() {
        StringBuilder page = new StringBuilder();
        byName.forEach((name, shapes) -> {
            page.append("\n### ").append(name).append("\n\n");
            table(page, ImmutableSet.copyOf(shapes));
        });
        return page.toString();
    }

    /** The fields of one form. */
    void table(StringBuilder page, Shape<?> shape) {
        table(page, ImmutableSet.of(shape));
    }

    private void table(StringBuilder page, ImmutableSet<Shape<?>> alike) {
        page.append("| field | type | required |\n| --- | --- | --- |\n");
        for (Field<?, ?> field : alike.iterator().next().fields()) {
            if (!field.isRetired()) {
                Set<String> types = new LinkedHashSet<>();
                alike.forEach(shape -> shape.fields().stream()
                        .filter(twin -> twin.name().equals(field.name()))
                        .forEach(twin -> types.add(type(twin))));
                ReferencePages.row(
                        page,
                        field.name(),
                        joined(alike.iterator().next().name(), types),
                        field.isRequired() ? "yes" : "no");
            }
        }
    }

    private static String joined(String form, Set<String> types) {
        return types.size() > FEW && form.startsWith("lifecycle")
                ? "a state or an action of the kind of document, see [lifecycles.md](lifecycles.md)"
                : String.join(" or ", types);
    }

    /** The type of a field, with links to the forms it is made of. */
    String type(Field<?, ?> field) {
        String text = field.type().describe();
        for (Shape<?> part : field.parts()) {
            String link = "[" + part.name() + "](#" + part.name() + ")";
            text = text.endsWith(part.name())
                    ? text.substring(0, text.length() - part.name().length()) + link
                    : text + ", made of " + link;
        }
        return text;
    }
}
