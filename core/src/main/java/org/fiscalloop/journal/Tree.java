package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;

/**
 * The neutral public form of a value: text, items in order, or named fields in order. JSON is made of it and gives it.
 *
 * <p>Every node may say where it was read. Fields may hold a name twice, so that a reader can refuse it with its place.
 */
public sealed interface Tree {

    /** Where this node was read, if it came from a text. */
    Optional<Location> at();

    /** Answers by the kind of the node. */
    <R> R match(Function<Text, R> text, Function<Items, R> items, Function<Fields, R> fields);

    /** A quoted text without a place. */
    static Tree text(String value) {
        return new Text(value, false, Optional.empty());
    }

    /** A bare word without a place: a number or a truth value. */
    static Tree bare(String value) {
        return new Text(value, true, Optional.empty());
    }

    /** Items without a place. */
    static Tree items(ImmutableList<Tree> items) {
        return new Items(items, Optional.empty());
    }

    /** Fields without a place. */
    static Fields fields(ImmutableList<Member> members) {
        return new Fields(members, Optional.empty());
    }

    /** A place in a text; both count from 1. */
    record Location(int line, int column) {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /** A single value in writing; {@code bare} as JSON writes 12 and true, not bare as it writes "12". */
    record Text(String value, boolean bare, Optional<Location> at) implements Tree {
        @Override
        public <R> R match(Function<Text, R> text, Function<Items, R> items, Function<Fields, R> fields) {
            return text.apply(this);
        }
    }

    /** Values in order. */
    record Items(ImmutableList<Tree> items, Optional<Location> at) implements Tree {
        @Override
        public <R> R match(Function<Text, R> text, Function<Items, R> items, Function<Fields, R> fields) {
            return items.apply(this);
        }
    }

    /** Named values in order. */
    record Fields(ImmutableList<Member> members, Optional<Location> at) implements Tree {
        @Override
        public <R> R match(Function<Text, R> text, Function<Items, R> items, Function<Fields, R> fields) {
            return fields.apply(this);
        }

        /** The first value of this name. */
        public Optional<Tree> find(String name) {
            return members.stream()
                    .filter(member -> member.name().equals(name))
                    .map(Member::value)
                    .findFirst();
        }

        /** The same fields but for the first of this name; a second one stays, to be refused. */
        public Fields withoutFirst(String name) {
            ImmutableList.Builder<Member> rest = ImmutableList.builder();
            boolean found = false;
            for (Member member : members) {
                if (found || !member.name().equals(name)) {
                    rest.add(member);
                } else {
                    found = true;
                }
            }
            return new Fields(rest.build(), at);
        }
    }

    /** One named value. */
    record Member(String name, Tree value) {}
}
