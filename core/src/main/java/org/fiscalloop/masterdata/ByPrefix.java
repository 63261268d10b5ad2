package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Source;

/**
 * What the codes of one tree mean, by the longest prefix that has a row.
 *
 * @param rows each prefix once, not blank
 */
public record ByPrefix<E extends Enum<E>>(ImmutableList<Row<E>> rows, ImmutableMap<String, E> byPrefix) {
    /** The meaning of these rows; two rows of one prefix are a broken argument. */
    public static <E extends Enum<E>> ByPrefix<E> of(ImmutableList<Row<E>> rows) {
        ImmutableMap.Builder<String, E> byPrefix = ImmutableMap.builder();
        for (Row<E> row : rows) {
            byPrefix.put(row.prefix(), row.meaning());
        }
        return new ByPrefix<>(rows, byPrefix.buildOrThrow());
    }

    /** What a code means, if a row says so. */
    public Optional<E> find(String code) {
        for (int length = code.length(); length > 0; length--) {
            E meaning = byPrefix.get(code.substring(0, length));
            if (meaning != null) {
                return Optional.of(meaning);
            }
        }
        return Optional.empty();
    }

    /**
     * One row: what every code means that begins so and for which no longer prefix has a row.
     *
     * @param prefix the beginning of the codes
     * @param meaning what they mean
     * @param source where that comes from
     */
    public record Row<E extends Enum<E>>(String prefix, E meaning, Source source) {
        public Row {
            if (prefix.isBlank()) {
                throw new IllegalArgumentException("prefix must not be blank: " + meaning);
            }
        }
    }
}
