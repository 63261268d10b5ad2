package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.ToLongFunction;

/**
 * A published table beside the same table made from the books.
 *
 * @param table the published rows
 * @param columns what is compared, by its head: the published measure and how the books give it for a row
 */
record Comparison(ImmutableList<Published.Row> table, ImmutableMap<String, Comparison.Column> columns) {
    private static final String EQUAL = "equal 相符";
    private static final String DIFFERENT = "DIFFERENT 不符";

    /**
     * One measure.
     *
     * @param measure as it is called in the published table
     * @param books what the books say in fen
     */
    record Column(String measure, ToLongFunction<Published.Row> books) {
        private boolean isEqual(Published.Row row) {
            return published(row).equals(Wan.text(books.applyAsLong(row)));
        }

        private String published(Published.Row row) {
            return Wan.text(row.fen(measure));
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
            rows.add(cells.add(isEqual(row) ? EQUAL : DIFFERENT).build());
        }
        return rows.build();
    }

    private boolean isEqual(Published.Row row) {
        return columns.values().stream().allMatch(column -> column.isEqual(row));
    }

    /** How many of the rows are the same, in words. */
    String verdict() {
        long equal = table.stream().filter(this::isEqual).count();
        return equal + " of " + table.size() + " rows equal the published ones to 0.01 万元.";
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
