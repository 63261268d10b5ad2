package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.fiscalloop.lifecycle.Row.Kind;

/** Whether a table is sound. */
final class LifecycleCheck<S extends Enum<S>, A extends Enum<A>> {

    private final Table<S, A> table;
    private final List<Row<S, A>> rowsAfterEnd;
    /** The rows that lead on; a withdrawal only leads back. */
    private final ImmutableList<Row<S, A>> forward;

    LifecycleCheck(Table<S, A> table, List<Row<S, A>> rowsAfterEnd) {
        this.table = table;
        this.rowsAfterEnd = rowsAfterEnd;
        this.forward =
                table.rows().stream().filter(row -> row.kind() != Kind.WITHDRAW).collect(toImmutableList());
    }

    void check() {
        cellsAreUnique();
        statesAreReached();
        endsAreReached();
        endsAreEnds();
        namedActionsHaveRows();
    }

    private void cellsAreUnique() {
        Set<List<String>> cells = new HashSet<>();
        for (Row<S, A> row : table.rows()) {
            List<String> cell = List.of(row.fromName(), row.action().name());
            require(cells.add(cell), "there are two rows for " + place(row));
        }
    }

    private void statesAreReached() {
        Set<S> reached = new HashSet<>();
        boolean grows;
        do {
            grows = false;
            for (Row<S, A> row : forward) {
                if (row.from().map(reached::contains).orElse(true)) {
                    grows |= reached.addAll(row.targets());
                }
            }
        } while (grows);
        for (S state : table.states()) {
            require(reached.contains(state), state + " cannot be reached");
        }
    }

    /** A lifecycle that names no end, as that of a register's entry, has a way out of every state instead. */
    private void endsAreReached() {
        Set<S> ending = new HashSet<>(table.ends());
        if (ending.isEmpty()) {
            forward.forEach(row -> row.from().ifPresent(ending::add));
        }
        boolean grows;
        do {
            grows = false;
            for (Row<S, A> row : forward) {
                if (row.from().isPresent() && !Collections.disjoint(row.targets(), ending)) {
                    grows |= ending.add(row.from().get());
                }
            }
        } while (grows);
        for (S state : table.states()) {
            require(ending.contains(state), "no end can be reached from " + state);
        }
    }

    private void endsAreEnds() {
        for (Row<S, A> row : table.rows()) {
            boolean leavesEnd = row.from().map(table.ends()::contains).orElse(false);
            boolean isAfterEnd = rowsAfterEnd.contains(row);
            require(!leavesEnd || isAfterEnd, "an end has a way out: " + place(row));
            require(!isAfterEnd || leavesEnd, "what is after the end begins before it: " + place(row));
        }
    }

    private void namedActionsHaveRows() {
        Set<A> acts = new HashSet<>();
        forward.forEach(row -> acts.add(row.action()));
        table.separations().forEach((action, earlier) -> {
            require(acts.contains(action), "kept apart without a row, or as a withdrawal: " + action);
            require(acts.contains(earlier), "kept apart without a row, or as a withdrawal: " + earlier);
        });
        table.told().forEach(action -> require(acts.contains(action), "told without a row: " + action));
    }

    private String place(Row<S, A> row) {
        return row.fromName() + " " + row.action();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(table.code() + ": " + otherwise);
        }
    }
}
