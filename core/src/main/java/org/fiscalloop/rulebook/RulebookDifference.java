package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What differs between two rulebooks, item by item.
 *
 * @param items the items that differ, ordered by path
 */
public record RulebookDifference(ImmutableList<Item> items) {
    /**
     * One item.
     *
     * @param path where it stands
     * @param before what the first rulebook says, if it has the item
     * @param after what the second says, if it has the item
     */
    public record Item(String path, Optional<String> before, Optional<String> after) {
        @Override
        public String toString() {
            return path + ": " + before.orElse("(none)") + " -> " + after.orElse("(none)");
        }
    }

    /** The items in which the second rulebook differs from the first. */
    public static RulebookDifference between(Rulebook before, Rulebook after) {
        ImmutableSortedMap<String, String> first = TreeEdit.flatten(RulebookShapes.RULEBOOK.toTree(before));
        ImmutableSortedMap<String, String> second = TreeEdit.flatten(RulebookShapes.RULEBOOK.toTree(after));
        TreeSet<String> paths = new TreeSet<>(first.keySet());
        paths.addAll(second.keySet());
        ImmutableList.Builder<Item> items = ImmutableList.builder();
        for (String path : paths) {
            Optional<String> was = Optional.ofNullable(first.get(path));
            Optional<String> is = Optional.ofNullable(second.get(path));
            if (!was.equals(is)) {
                items.add(new Item(path, was, is));
            }
        }
        return new RulebookDifference(items.build());
    }
}
