package org.fiscalloop.rulebook;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.fiscalloop.journal.Tree;

/** The items of a tree by path: setting one, and listing all. */
final class TreeEdit {
    private static final Splitter SLASH = Splitter.on('/');
    private static final ImmutableList<String> NAMING =
            ImmutableList.of("code", "id", "name", "key", "reason", "prefix");

    private TreeEdit() {}

    /**
     * The tree with the item at a path set.
     *
     * @throws IllegalArgumentException if the path leads through a value that has no parts, or names an item of a list
     *     otherwise than the item itself
     */
    static Tree set(Tree tree, String path, Tree value) {
        return set(tree, SLASH.splitToList(path), value);
    }

    private static Tree set(Tree tree, List<String> path, Tree value) {
        if (path.isEmpty()) {
            return value;
        }
        String name = path.get(0);
        List<String> rest = path.subList(1, path.size());
        return tree.match(
                text -> {
                    throw new IllegalArgumentException("\"" + text.value() + "\" has no part " + name);
                },
                items -> setItem(items, name, rest, value),
                fields -> setField(fields, name, rest, value));
    }

    private static Tree setField(Tree.Fields fields, String name, List<String> rest, Tree value) {
        ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
        boolean found = false;
        for (Tree.Member member : fields.members()) {
            if (member.name().equals(name)) {
                found = true;
                members.add(new Tree.Member(name, set(member.value(), rest, value)));
            } else {
                members.add(member);
            }
        }
        if (!found) {
            members.add(new Tree.Member(name, set(Tree.fields(ImmutableList.of()), rest, value)));
        }
        return Tree.fields(members.build());
    }

    private static Tree setItem(Tree.Items items, String name, List<String> rest, Tree value) {
        ImmutableList.Builder<Tree> all = ImmutableList.builder();
        boolean found = false;
        for (Tree item : items.items()) {
            if (label(item).equals(Optional.of(name))) {
                found = true;
                all.add(called(name, set(item, rest, value)));
            } else {
                all.add(item);
            }
        }
        if (!found) {
            all.add(called(name, set(Tree.fields(ImmutableList.of()), rest, value)));
        }
        return Tree.items(all.build());
    }

    private static Tree called(String name, Tree item) {
        label(item).filter(label -> !label.equals(name)).ifPresent(label -> {
            throw new IllegalArgumentException("what is set as " + name + " calls itself " + label);
        });
        return item;
    }

    /** What an item of a list is called: its code, id, name, key, reason or prefix, or the text it is. */
    private static Optional<String> label(Tree item) {
        return item.match(
                text -> Optional.of(text.value()),
                items -> Optional.empty(),
                fields -> NAMING.stream()
                        .flatMap(name -> fields.find(name).stream())
                        .findFirst()
                        .flatMap(TreeEdit::label));
    }

    /** Every text of a tree under its path, ordered by path. */
    static ImmutableSortedMap<String, String> flatten(Tree tree) {
        TreeMap<String, String> flat = new TreeMap<>();
        flatten("", tree, flat);
        return ImmutableSortedMap.copyOfSorted(flat);
    }

    private static void flatten(String path, Tree tree, NavigableMap<String, String> flat) {
        String below = path.isEmpty() ? "" : path + "/";
        Object unused = tree.match(
                text -> flat.put(path, text.value()),
                items -> {
                    flat.put(path, items.items().size() + " items");
                    for (int i = 0; i < items.items().size(); i++) {
                        Tree item = items.items().get(i);
                        String plain = below + label(item).orElse(Integer.toString(i));
                        String named = plain;
                        for (int twin = 2;
                                flat.containsKey(named)
                                        || !flat.subMap(named + "/", named + "0")
                                                .isEmpty();
                                twin++) {
                            named = plain + "#" + twin;
                        }
                        flatten(named, item, flat);
                    }
                    return path;
                },
                fields -> {
                    fields.members().forEach(member -> flatten(below + member.name(), member.value(), flat));
                    return path;
                });
    }
}
