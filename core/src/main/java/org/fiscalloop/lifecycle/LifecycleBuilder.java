package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.lifecycle.Row.Kind;

/** A lifecycle in the making: its rows, in any order. */
public final class LifecycleBuilder<S extends Enum<S>, A extends Enum<A>> {

    private final String code;
    private final Class<S> states;
    private final Class<A> actions;
    private final List<Row<S, A>> rows = new ArrayList<>();
    private final List<Row<S, A>> rowsAfterEnd = new ArrayList<>();
    private final List<Review<S, A>> reviews = new ArrayList<>();
    private final ImmutableSetMultimap.Builder<A, A> separations = ImmutableSetMultimap.<A, A>builder()
            .orderKeysBy(Comparator.naturalOrder())
            .orderValuesBy(Comparator.naturalOrder());
    private final Set<A> told;
    private final Set<S> ends;
    private final Set<S> resting;

    private record Review<S extends Enum<S>, A extends Enum<A>>(
            S phase, S entry, S approved, ReviewActions<A> acts, String rule) {

        private Review {
            if (phase == entry || phase == approved) {
                throw new IllegalArgumentException("a review phase must lead elsewhere: " + phase);
            }
        }

        Row<S, A> row(Kind kind, A action, ImmutableList<S> targets) {
            return new Row<>(kind, Optional.of(phase), action, targets, Optional.empty(), rule);
        }
    }

    LifecycleBuilder(String code, Class<S> states, Class<A> actions) {
        Code.kebab("code", code);
        this.code = code;
        this.states = states;
        this.actions = actions;
        this.told = EnumSet.noneOf(actions);
        this.ends = EnumSet.noneOf(states);
        this.resting = EnumSet.noneOf(states);
    }

    /** An action that makes a document, in this state. */
    public LifecycleBuilder<S, A> create(A action, S to, Duty duty, String rule) {
        rows.add(new Row<>(Kind.CREATE, Optional.empty(), action, ImmutableList.of(to), Optional.of(duty), rule));
        return this;
    }

    /**
     * An action that leads from one state to another. Into a review phase it leads to the first post. Where the two are
     * one the document stays at its post.
     */
    public LifecycleBuilder<S, A> move(S from, A action, S to, Duty duty, String rule) {
        rows.add(moving(from, action, to, duty, rule));
        return this;
    }

    /** An action that is possible although the life is over, such as a refund. */
    public LifecycleBuilder<S, A> afterEnd(S end, A action, S to, Duty duty, String rule) {
        rowsAfterEnd.add(moving(end, action, to, duty, rule));
        return this;
    }

    /**
     * A review phase: a state that is passed through a chain of posts, whose duties they are.
     *
     * @param phase the state under review
     * @param entry where a document returns to be entered again
     * @param approved where it goes from the last post; may be {@code entry}
     */
    public LifecycleBuilder<S, A> review(S phase, S entry, S approved, ReviewActions<A> acts, String rule) {
        reviews.add(new Review<>(phase, entry, approved, acts, rule));
        return this;
    }

    /**
     * Four eyes (不相容岗位分离): who does an action must not have done any of the earlier ones.
     *
     * <p>What counts are the acts that still stand: not what was withdrawn, not an approval after a return to its post, and
     * when a document comes back to a state and post where it has been, nothing of what it went through in between, unless
     * it was given back from there and is filled in or handed in again. What was done at entry, its creation first of all,
     * always counts.
     */
    @SafeVarargs
    public final LifecycleBuilder<S, A> separate(A action, A first, A... more) {
        separations.put(action, first);
        for (A earlier : more) {
            separations.put(action, earlier);
        }
        return this;
    }

    /** Actions that only happen by notice (通知): they keep the day on which they took effect, and hold up nobody's acts. */
    @SafeVarargs
    public final LifecycleBuilder<S, A> told(A first, A... more) {
        told.add(first);
        for (A action : more) {
            told.add(action);
        }
        return this;
    }

    /** The states in which the life is over. */
    @SafeVarargs
    public final LifecycleBuilder<S, A> end(S first, S... more) {
        ends.add(first);
        for (S state : more) {
            ends.add(state);
        }
        return this;
    }

    /** States in which nothing more is expected, so that a document may be put away though its life is not over. */
    @SafeVarargs
    public final LifecycleBuilder<S, A> resting(S first, S... more) {
        resting.add(first);
        for (S state : more) {
            resting.add(state);
        }
        return this;
    }

    /**
     * The lifecycle.
     *
     * @throws IllegalArgumentException if no row creates a document; two rows have the same state and action; a state
     *     cannot be reached; an end state cannot be reached from a state; an end state has a way out that is not declared
     *     to be after the end; a review phase is its own entry or approved state; or actions are kept apart or told that
     *     have no row or that withdraw
     */
    public Lifecycle<S, A> build() {
        Table<S, A> table = new Table<>(
                code,
                states,
                actions,
                allRows(),
                separations.build(),
                Sets.immutableEnumSet(told),
                Sets.immutableEnumSet(ends),
                Sets.immutableEnumSet(resting));
        new LifecycleCheck<>(table, rowsAfterEnd).check();
        return new Lifecycle<>(table, Severity.HARD);
    }

    private ImmutableList<Row<S, A>> allRows() {
        List<Row<S, A>> all = new ArrayList<>(rows);
        all.addAll(rowsAfterEnd);
        for (Review<S, A> review : reviews) {
            ReviewActions<A> acts = review.acts();
            all.add(review.row(Kind.APPROVE, acts.approve(), ImmutableList.of(review.approved(), review.phase())));
            all.add(review.row(Kind.RETURN, acts.returnOne(), ImmutableList.of(review.entry(), review.phase())));
            all.add(review.row(Kind.RETURN_TO_ENTRY, acts.returnToEntry(), ImmutableList.of(review.entry())));
        }
        ImmutableList<Row<S, A>> forward = ImmutableList.copyOf(all);
        for (Review<S, A> review : reviews) {
            all.add(review.row(Kind.WITHDRAW, review.acts().withdraw(), origins(review, forward)));
        }
        return ImmutableList.sortedCopyOf(
                Comparator.<Row<S, A>, Optional<S>>comparing(
                                Row::from, Comparators.emptiesFirst(Comparator.naturalOrder()))
                        .thenComparing(Row::action),
                all);
    }

    /**
     * Where a withdrawal in a review phase may lead: where a document can have come from, and inside the phase. Never to
     * an end, and not to the approved state, from which an approval that was cancelled has come: that would approve again.
     */
    private ImmutableList<S> origins(Review<S, A> review, ImmutableList<Row<S, A>> forward) {
        return Stream.concat(
                        forward.stream()
                                .filter(row -> row.targets().contains(review.phase()))
                                .flatMap(row -> row.from().stream())
                                .filter(from -> from != review.phase() && !ends.contains(from))
                                .filter(from -> from != review.approved() || from == review.entry())
                                .sorted(),
                        Stream.of(review.phase()))
                .distinct()
                .collect(toImmutableList());
    }

    private static <S extends Enum<S>, A extends Enum<A>> Row<S, A> moving(
            S from, A action, S to, Duty duty, String rule) {
        return new Row<>(Kind.MOVE, Optional.of(from), action, ImmutableList.of(to), Optional.of(duty), rule);
    }
}
