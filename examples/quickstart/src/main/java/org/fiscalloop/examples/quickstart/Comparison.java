package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.ToLongFunction;

/**
 * A published table beside the same table made from the books.
 *
 * @param table the published rows; one with no published amount is shown and not compared
 * @param columns what is compared, by its head: the published measure and how the books give it for a row
 * @param rounded the codes of the rows for which the document has two figures, 0.01 万元 apart
 */
record Comparison(
        ImmutableList<Published.Row> table,
        ImmutableMap<String, Comparison.Column> columns,
        ImmutableSet<String> rounded) {
    private static final String EQUAL = "equal 相符";
    private static final String ROUNDED = "0.01 rounding 舍入差";
    private static final String DIFFERENT = "DIFFERENT 不符";
    private static final long LAST_DIGIT = Wan.fen("0.01");

    Comparison(ImmutableList<Published.Row> table, ImmutableMap<String, Column> columns) {
        this(table, columns, ImmutableSet.of());
    }

    /**
     * One measure.
     *
     * @param measure as it is called in the published table
     * @param books what the books say in fen
     */
    record Column(String measure, ToLongFunction<Published.Row> books) {
        private boolean isEqual(Published.Row row) {
            return !row.isPublished(measure) || published(row).equals(Wan.text(books.applyAsLong(row)));
        }

        /** By how much what the books give, as it would be published, differs in fen. */
        private long difference(Published.Row row) {
            return row.isPublished(measure)
                    ? Math.abs(Wan.fen(Wan.text(books.applyAsLong(row))) - row.fen(measure))
                    : 0;
        }

        private String published(Published.Row row) {
            return row.isPublished(measure) ? Wan.text(row.fen(measure)) : "";
        }
    }

    /** The rows for print, heads first: each figure as published and from the books, and whether they are the same. */
    ImmutableList<ImmutableList<String>> print() {
        ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();
        ImmutableList.Builder<String> heads = ImmutableList.<String>builder().add("code", "万元");
        columns.keySet().forEach(head -> heads.add(head, "books"));
        rows.add(heads.add("").build());
        for (Published.Row row : table) {
            ImmutableList.Builder<String> cells = ImmutableList.builder();
            cells.add(row.isTotal() ? "" : row.code(), row.name());
            for (Column column : columns.values()) {
                cells.add(column.published(row), Wan.text(column.books().applyAsLong(row)));
            }
            rows.add(cells.add(mark(row)).build());
        }
        return rows.build();
    }

    private String mark(Published.Row row) {
        if (!isPublished(row)) {
            return "";
        }
        return isEqual(row) ? EQUAL : isRounded(row) ? ROUNDED : DIFFERENT;
    }

    private boolean isPublished(Published.Row row) {
        return columns.values().stream().anyMatch(column -> row.isPublished(column.measure()));
    }

    private boolean isEqual(Published.Row row) {
        return columns.values().stream().allMatch(column -> column.isEqual(row));
    }

    /** Where the document has two figures, the books may have the other one. */
    private boolean isRounded(Published.Row row) {
        return rounded.contains(row.code())
                && columns.values().stream().allMatch(column -> column.difference(row) <= LAST_DIGIT);
    }

    /** How many of the rows that are published are the same, in words. */
    String verdict() {
        ImmutableList<Published.Row> all =
                table.stream().filter(this::isPublished).collect(ImmutableList.toImmutableList());
        long equal = all.stream().filter(this::isEqual).count();
        long off = all.stream().filter(row -> !isEqual(row) && isRounded(row)).count();
        return equal + " of " + all.size() + " rows equal the published ones to the last digit"
                + (off == 0 ? "." : ", " + off + " to 0.01 万元: see 7.");
    }

    /** Published sums that are not the sum of their published parts: what rounding lost. */
    ImmutableList<String> roundings(String name) {
        ImmutableList.Builder<String> roundings = ImmutableList.builder();
        columns.forEach((head, column) -> {
            for (Published.Row whole : table) {
                long parts = table.stream()
                        .filter(row -> isPart(row, whole))
                        .mapToLong(row -> row.fen(column.measure()))
                        .sum();
                if (parts != 0 && parts != whole.fen(column.measure())) {
                    roundings.add(name + " " + (whole.isTotal() ? "" : whole.code() + " ") + whole.name() + ", " + head
                            + ": " + column.published(whole) + ", its parts add up to " + Wan.text(parts));
                }
            }
        });
        return roundings.build();
    }

    /** Of a table with several totals no row says to which it belongs. */
    private boolean isPart(Published.Row row, Published.Row whole) {
        if (!whole.isTotal()) {
            return row.level() == whole.level() + 1 && row.code().startsWith(whole.code());
        }
        boolean isOnly = table.stream().filter(Published.Row::isTotal).count() == 1;
        int top = table.stream()
                .filter(each -> !each.isTotal())
                .mapToInt(Published.Row::level)
                .min()
                .orElse(0);
        return isOnly && row.level() == top && !row.isTotal();
    }
}
