package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;

/**
 * An overlay (地方规则): what a province, city or county has otherwise than the level above.
 *
 * @param owner the division it is of, 9 digits; it holds there and in the divisions below
 * @param title what it is called
 * @param fiscalYear the fiscal year it is for
 * @param validFrom the first day on which it is in force
 * @param changes the items it sets, in order
 */
public record Overlay(String owner, String title, int fiscalYear, LocalDate validFrom, ImmutableList<Change> changes) {

    /**
     * One item that an overlay sets.
     *
     * @param path the item, its names with slashes between; an item of a list is named by its code, id, name, key or prefix
     * @param value the item in tree form; an item of a list that is not there yet is added
     * @param source regulation and clause, and how certain it is
     * @param locked whether the levels below may not change it
     */
    public record Change(String path, Tree value, Source source, boolean locked) {
        public Change {
            if (path.isBlank() || path.startsWith("/") || path.endsWith("/")) {
                throw new IllegalArgumentException("path must be names with slashes between: \"" + path + "\"");
            }
        }

        /** Whether one of the two paths is the other or lies below it. */
        boolean touches(String other) {
            return within(path, other) || within(other, path);
        }

        /** Whether the path is the other or lies below it. */
        static boolean within(String path, String ancestor) {
            return path.equals(ancestor) || path.startsWith(ancestor + "/");
        }
    }

    /** The paths of its items, with commas between. */
    String paths() {
        return changes.stream().map(Change::path).collect(Collectors.joining(", "));
    }
}
