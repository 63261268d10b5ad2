package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.ImmutableLongArray;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.money.Fen;

/**
 * How amounts in fen are rebuilt from published tables that give only sums, each rounded for itself.
 *
 * <p>A published total differs from the sum of its published parts by what was lost in rounding. That difference is given
 * back to the parts in equal shares, to the fen: the parts then add up to the total exactly, and each share is so small
 * that every part still rounds to its published figure.
 *
 * <p>A document publishes basic expenditure by function and again by economic 款, but not by both. The two-way table is
 * filled from its margins: first the pairs that belong together by their names, in a stated order, each with as much as
 * both margins still hold; then the rest from the top left corner, row by row and column by column.
 */
final class Reconstruction {
    /** A function 项 and the economic 款 under which it is spent. */
    record Pair(String function, String economic) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::function).thenComparing(Pair::economic);

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What belongs together by name. The pairs of retired staff are those of a document that shows both margins of them
     * alone: in SHPT-FLY-2024-B the function of retired staff is 退休费 and 福利费, 2080599 is their activities.
     */
    static final List<Pair> BY_NAME = List.of(
            new Pair("2080505", "30108"),
            new Pair("2080506", "30109"),
            new Pair("2101101", "30110"),
            new Pair("2101102", "30110"),
            new Pair("2210201", "30113"),
            new Pair("2210203", "30102"),
            new Pair("2080501", "30301"),
            new Pair("2080501", "30302"),
            new Pair("2080501", "30309"),
            new Pair("2080501", "30229"),
            new Pair("2080502", "30302"),
            new Pair("2080502", "30229"),
            new Pair("2080599", "30299"));

    private Reconstruction() {}

    /** The parts with the difference between them and their total in equal shares; the first ones take what is left over. */
    static ImmutableMap<String, Long> spread(long total, Map<String, Long> parts) {
        long sum = parts.values().stream().reduce(0L, Fen::add);
        ImmutableLongArray.Builder equal = ImmutableLongArray.builder();
        parts.forEach((code, fen) -> equal.add(1));
        ImmutableLongArray shares = Fen.split(Fen.subtract(total, sum), equal.build());
        ImmutableMap.Builder<String, Long> spread = ImmutableMap.builder();
        int next = 0;
        for (Map.Entry<String, Long> part : parts.entrySet()) {
            spread.put(part.getKey(), Fen.add(part.getValue(), shares.get(next++)));
        }
        return spread.buildOrThrow();
    }

    /**
     * The table of these margins, without cells of zero, by function and economic 款.
     *
     * @param functions amounts by function 项, in the order in which they are filled
     * @param economics amounts by economic 款, in the order in which they are filled
     */
    static ImmutableSortedMap<Pair, Long> twoWay(Map<String, Long> functions, Map<String, Long> economics) {
        Map<String, Long> rows = new LinkedHashMap<>(functions);
        Map<String, Long> columns = new LinkedHashMap<>(economics);
        Map<Pair, Long> cells = new TreeMap<>();
        for (Pair pair : BY_NAME) {
            if (rows.containsKey(pair.function()) && columns.containsKey(pair.economic())) {
                fill(cells, rows, columns, pair);
            }
        }
        for (String row : functions.keySet()) {
            for (String column : economics.keySet()) {
                fill(cells, rows, columns, new Pair(row, column));
            }
        }
        if (rows.values().stream().anyMatch(left -> left != 0)
                || columns.values().stream().anyMatch(left -> left != 0)) {
            throw new IllegalArgumentException("margins differ; left are " + rows + " and " + columns);
        }
        return ImmutableSortedMap.copyOf(cells);
    }

    private static void fill(Map<Pair, Long> cells, Map<String, Long> rows, Map<String, Long> columns, Pair pair) {
        long row = rows.getOrDefault(pair.function(), 0L);
        long column = columns.getOrDefault(pair.economic(), 0L);
        long fen = Math.min(row, column);
        if (fen != 0) {
            rows.put(pair.function(), row - fen);
            columns.put(pair.economic(), column - fen);
            cells.merge(pair, fen, Fen::add);
        }
    }
}
