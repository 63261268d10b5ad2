package org.fiscalloop.docs;

import static com.google.common.base.CaseFormat.LOWER_HYPHEN;
import static com.google.common.base.CaseFormat.UPPER_CAMEL;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;

/** The forms of values as tables: every field with its type and whether it may be left out, nested forms each once. */
final class Forms {
    private static final int FEW = 2;

    private static final Pattern WORDS = Pattern.compile("one of ([A-Z0-9_]+(?:, [A-Z0-9_]+)*)");

    private final Javadoc javadoc;
    private final Map<String, Set<Shape<?>>> byName = new LinkedHashMap<>();

    /** The enums that have been named, by their headings. */
    private final SortedMap<String, ImmutableList<String>> enums = new TreeMap<>();

    /** The forms that these are made of, and so on; one that a form names comes after it. */
    Forms(ImmutableList<? extends Shape<?>> whole, Javadoc javadoc) {
        this.javadoc = javadoc;
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

    /** Every nested form under a heading of its own, and then the words of every enum that has been named. */
    String sections() {
        StringBuilder page = new StringBuilder();
        byName.forEach((name, shapes) -> {
            page.append("\n### ").append(name).append("\n\n");
            table(page, ImmutableSet.copyOf(shapes));
        });
        page.append("\n## Words\n");
        enums.forEach((heading, words) -> words(page, heading, words));
        return page.toString();
    }

    /** The fields of one form. */
    void table(StringBuilder page, Shape<?> shape) {
        table(page, ImmutableSet.of(shape));
    }

    private void words(StringBuilder page, String heading, ImmutableList<String> words) {
        String type = javadoc.enumOf(words);
        page.append("\n### ").append(heading).append("\n\n").append(javadoc.of(type, Javadoc.ITSELF));
        page.append("\n\n| word | meaning |\n| --- | --- |\n");
        words.forEach(word -> ReferencePages.row(page, word, javadoc.of(type, word)));
    }

    private void table(StringBuilder page, ImmutableSet<Shape<?>> alike) {
        Shape<?> shape = alike.iterator().next();
        page.append(javadoc.of(shape, Javadoc.ITSELF));
        page.append("\n\n| field | type | required | meaning |\n| --- | --- | --- | --- |\n");
        for (Field<?, ?> field : shape.fields()) {
            if (!field.isRetired()) {
                Map<String, Field<?, ?>> types = new LinkedHashMap<>();
                alike.forEach(other -> other.fields().stream()
                        .filter(twin -> twin.name().equals(field.name()))
                        .forEach(twin -> types.putIfAbsent(twin.type().describe(), twin)));
                ReferencePages.row(
                        page,
                        field.name(),
                        joined(shape.name(), types.values()),
                        field.isRequired() ? "yes" : "no",
                        meaning(shape, field));
            }
        }
    }

    private String joined(String form, Collection<Field<?, ?>> alike) {
        return alike.size() > FEW && form.startsWith("lifecycle")
                ? "a state or an action of the kind of document, see [lifecycles.md](lifecycles.md)"
                : alike.stream().map(this::type).collect(Collectors.joining(" or "));
    }

    /** What a field is. */
    String meaning(Shape<?> shape, Field<?, ?> field) {
        return javadoc.of(shape, field.name());
    }

    /** The type of a field, with links to its words and to the forms it is made of. */
    String type(Field<?, ?> field) {
        String text = WORDS.matcher(field.type().describe()).replaceAll(words -> {
            ImmutableList<String> constants =
                    ImmutableList.copyOf(Splitter.on(", ").split(words.group(1)));
            String type = javadoc.enumOf(constants);
            String heading = UPPER_CAMEL.to(LOWER_HYPHEN, type.substring(type.lastIndexOf('.') + 1));
            enums.put(heading, constants);
            return "[" + words.group() + "](#" + heading + ")";
        });
        for (Shape<?> part : field.parts()) {
            String link = "[" + part.name() + "](#" + part.name() + ")";
            text = text.endsWith(part.name())
                    ? text.substring(0, text.length() - part.name().length()) + link
                    : text + ", made of " + link;
        }
        return text;
    }
}
