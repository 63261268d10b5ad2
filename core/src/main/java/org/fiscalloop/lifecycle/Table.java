package org.fiscalloop.lifecycle;

import static com.google.common.collect.Maps.toImmutableEnumMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Maps;
import java.util.EnumSet;
import java.util.Optional;

/** The rows of a lifecycle, found by state and action, by enum or by name. */
final class Table<S extends Enum<S>, A extends Enum<A>> {

    private final String code;
    private final ImmutableMap<String, S> states;
    private final ImmutableMap<String, A> actions;
    private final ImmutableList<Row<S, A>> rows;
    private final ImmutableMap<A, Row<S, A>> creations;
    private final ImmutableMap<S, ImmutableMap<A, Row<S, A>>> cells;
    private final ImmutableMap<S, String> phases;
    private final ImmutableSetMultimap<A, A> separations;
    private final ImmutableSet<A> told;
    private final ImmutableSet<S> ends;
    private final ImmutableSet<S> resting;

    /**
     * @param rows creations first, then by state, and there by action
     * @param separations by action the earlier ones
     * @param told what only happens by notice
     */
    Table(
            String code,
            Class<S> states,
            Class<A> actions,
            ImmutableList<Row<S, A>> rows,
            ImmutableSetMultimap<A, A> separations,
            ImmutableSet<A> told,
            ImmutableSet<S> ends,
            ImmutableSet<S> resting) {
        this.code = code;
        this.states = Maps.uniqueIndex(EnumSet.allOf(states), Enum::name);
        this.actions = Maps.uniqueIndex(EnumSet.allOf(actions), Enum::name);
        this.rows = rows;
        this.separations = separations;
        this.told = told;
        this.ends = ends;
        this.resting = resting;
        this.creations = line(Optional.empty());
        this.cells = states().stream().collect(toImmutableEnumMap(state -> state, state -> line(Optional.of(state))));
        this.phases = states().stream().collect(toImmutableEnumMap(state -> state, state -> code + "." + state.name()));
    }

    String code() {
        return code;
    }

    /** All of them, in their own order. */
    ImmutableList<S> states() {
        return states.values().asList();
    }

    /** All of them, in their own order. */
    ImmutableList<A> actions() {
        return actions.values().asList();
    }

    ImmutableList<Row<S, A>> rows() {
        return rows;
    }

    /** What is kept apart: by action the earlier ones. */
    ImmutableSetMultimap<A, A> separations() {
        return separations;
    }

    ImmutableSet<A> told() {
        return told;
    }

    ImmutableSet<S> ends() {
        return ends;
    }

    ImmutableSet<S> resting() {
        return resting;
    }

    /** How {@link ReviewChains} name this state, if it is a review phase. */
    String phase(S state) {
        return of(state, phases);
    }

    /** The action of this name, if there is one. */
    Optional<A> find(String action) {
        return Optional.ofNullable(actions.get(action));
    }

    Optional<Row<S, A>> creation(A action) {
        return Optional.ofNullable(creations.get(action));
    }

    Optional<Row<S, A>> cell(S state, A action) {
        return Optional.ofNullable(of(state, cells).get(action));
    }

    /** The row by which this step was made. */
    Row<S, A> row(TrailStep step) {
        A action = action(step.action());
        return (step.from().isEmpty() ? creation(action) : cell(state(step.from()), action))
                .orElseThrow(() -> new IllegalArgumentException(code + " has no row for " + step));
    }

    S state(String name) {
        return named(name, states, "state");
    }

    A action(String name) {
        return named(name, actions, "action");
    }

    Path path(Trail trail) {
        return new Path(trail.steps(), step -> row(step).kind() == Row.Kind.WITHDRAW, step -> givesBack(row(step)));
    }

    /** Whether a row returns a document in its review, or cancels the approval that the review ended with. */
    private boolean givesBack(Row<S, A> row) {
        return switch (row.kind()) {
            case RETURN, RETURN_TO_ENTRY -> true;
            case MOVE -> leads(row, Row.Kind.APPROVE) && !leads(row, Row.Kind.RETURN_TO_ENTRY);
            default -> false;
        };
    }

    /** Whether a row of this kind leads from where a move goes to where it comes from. */
    private boolean leads(Row<S, A> move, Row.Kind kind) {
        return of(move.to(), cells).values().stream()
                .anyMatch(row -> row.kind() == kind && move.from().equals(Optional.of(row.to())));
    }

    /** Whether this act changed the place of the document, from a state to which the row of a withdrawal leads back. */
    boolean isWithdrawable(Row<S, A> withdrawal, int act, Path path, Trail trail) {
        return act > 0
                && path.arrives(act)
                && withdrawal.targets().contains(state(trail.steps().get(act).from()));
    }

    /** The cells of one state, or of creation. Of two rows for one cell, which the check refuses, the first. */
    private ImmutableMap<A, Row<S, A>> line(Optional<S> from) {
        return rows.stream()
                .filter(row -> row.from().equals(from))
                .collect(toImmutableEnumMap(Row::action, row -> row, (first, second) -> first));
    }

    /** What a map that has every state holds for this one. */
    private static <S, T> T of(S state, ImmutableMap<S, T> byState) {
        T found = byState.get(state);
        if (found == null) {
            throw new IllegalStateException("no entry for " + state);
        }
        return found;
    }

    private <E> E named(String name, ImmutableMap<String, E> all, String what) {
        E found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException(code + " has no " + what + " \"" + name + "\"");
        }
        return found;
    }
}
