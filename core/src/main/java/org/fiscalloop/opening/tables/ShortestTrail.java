package org.fiscalloop.opening.tables;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Row;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;

/**
 * How a document may have come where it stands, where nobody knows how it did: the fewest steps of its table, all by the one
 * who brings it in.
 *
 * @param actor who brings it in
 * @param on the day of every step
 */
record ShortestTrail(String actor, LocalDate on) {
    /**
     * The trail to a state.
     *
     * @param creation the action that made the document
     * @throws IllegalArgumentException if the table does not lead there
     */
    <S extends Enum<S>, A extends Enum<A>> Trail to(Lifecycle<S, A> table, Enum<?> creation, S state) {
        Map<String, ImmutableList<TrailStep>> found = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>();
        for (Row<S, A> row : table.rows()) {
            if (row.from().isEmpty() && row.action().name().equals(creation.name())) {
                found.put(row.to().name(), ImmutableList.of(step(row)));
                open.add(row.to().name());
            }
        }
        while (!open.isEmpty()) {
            String from = open.remove();
            for (Row<S, A> row : table.rows()) {
                if (row.fromName().equals(from)
                        && leads(row)
                        && !found.containsKey(row.to().name())) {
                    found.put(
                            row.to().name(),
                            ImmutableList.<TrailStep>builder()
                                    .addAll(found.getOrDefault(from, ImmutableList.of()))
                                    .add(step(row))
                                    .build());
                    open.add(row.to().name());
                }
            }
        }
        return Optional.ofNullable(found.get(state.name()))
                .map(Trail::new)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no way leads a " + table.code() + " from " + creation + " to " + state));
    }

    private static boolean leads(Row<?, ?> row) {
        return row.kind() == Row.Kind.MOVE || row.kind() == Row.Kind.APPROVE;
    }

    private TrailStep step(Row<?, ?> row) {
        return new TrailStep(row.action().name(), row.fromName(), row.to().name(), 0, actor, on, "");
    }
}
