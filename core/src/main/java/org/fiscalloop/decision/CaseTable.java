package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.List;

/**
 * A table that answers every case once: a row per case, a cell per facet, each a constant or {@link #ANY}.
 *
 * @param name what it decides
 * @param facets the questions, one for each column
 * @param rows the cases
 * @param <V> the answer
 */
public record CaseTable<V>(String name, ImmutableList<Facet> facets, ImmutableList<Row<V>> rows) {
    /** The cell that any constant answers. */
    public static final String ANY = "ANY";

    /**
     * One case.
     *
     * @param cells a constant of each facet, or {@link #ANY}
     * @param answer what holds in this case
     */
    public record Row<V>(ImmutableList<String> cells, V answer) {
        boolean matches(List<String> constants) {
            for (int i = 0; i < cells.size(); i++) {
                if (!cells.get(i).equals(ANY) && !cells.get(i).equals(constants.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Refuses a cell that is no constant, and a combination that no row or more than one row answers. */
    public CaseTable {
        for (Row<V> row : rows) {
            requireCells(name, facets, row);
        }
        for (List<String> constants : Lists.cartesianProduct(Lists.transform(facets, Facet::constants))) {
            long answers = rows.stream().filter(row -> row.matches(constants)).count();
            if (answers != 1) {
                throw new IllegalArgumentException(
                        "case table " + name + " answers " + constants + " " + answers + " times, not once");
            }
        }
    }

    /** A table without questions: one answer for all. */
    public static <V> CaseTable<V> always(String name, V answer) {
        return new CaseTable<>(name, ImmutableList.of(), ImmutableList.of(new Row<>(ImmutableList.of(), answer)));
    }

    /** A table over these enums; rows are made by {@link #row}. */
    @SafeVarargs
    public static <V> CaseTable<V> of(String name, ImmutableList<Row<V>> rows, Class<? extends Enum<?>>... facets) {
        ImmutableList.Builder<Facet> columns = ImmutableList.builder();
        for (Class<? extends Enum<?>> facet : facets) {
            columns.add(Facet.of(facet));
        }
        return new CaseTable<>(name, columns.build(), rows);
    }

    /** A row; a cell is an enum constant or {@link #ANY}. */
    public static <V> Row<V> row(V answer, Object... cells) {
        return new Row<>(
                ImmutableList.copyOf(Lists.transform(
                        List.of(cells), cell -> cell instanceof Enum<?> constant ? constant.name() : ANY)),
                answer);
    }

    /** The answer for one constant of each facet. */
    public V answer(List<String> constants) {
        for (Row<V> row : rows) {
            if (row.matches(constants)) {
                return row.answer();
            }
        }
        throw new IllegalArgumentException("case table " + name + " does not know " + constants);
    }

    private static void requireCells(String name, ImmutableList<Facet> facets, Row<?> row) {
        if (row.cells().size() != facets.size()) {
            throw new IllegalArgumentException("case table " + name + " has a row of another width: " + row);
        }
        for (int i = 0; i < facets.size(); i++) {
            String cell = row.cells().get(i);
            if (!cell.equals(ANY) && !facets.get(i).constants().contains(cell)) {
                throw new IllegalArgumentException(
                        "case table " + name + ": " + cell + " is no constant of " + facets.get(i));
            }
        }
    }
}
