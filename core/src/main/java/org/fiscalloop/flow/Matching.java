package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Id;

/**
 * What becomes of a notice: of each part of it one of three. Nothing of a notice is lost.
 *
 * @param booked what it makes happen now
 * @param parked parts that wait until their document moves
 * @param listed parts that contradict the records, each with the remedies that are open
 */
public record Matching(ImmutableList<Happening> booked, ImmutableList<Waiting> parked, ImmutableList<Listing> listed) {

    /**
     * A part of a notice that waits.
     *
     * @param body the part, a body of the same kind of notice
     * @param awaited the document whose next move makes it match again
     * @param why what is missing
     */
    public record Waiting(Body body, Id<?> awaited, Refusal why) {}

    /**
     * A part of a notice that is an exception.
     *
     * @param body the part, a body of the same kind of notice
     * @param problem what contradicts what, with the facts
     * @param remedies codes of what an operator may do about it
     */
    public record Listing(Body body, Refusal problem, ImmutableList<String> remedies) {}

    /** Nothing happens: it tells again what has been booked. */
    public static Matching nothing() {
        return new Matching(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
    }

    /** All of it happens. */
    public static Matching booked(Happening... happenings) {
        return new Matching(ImmutableList.copyOf(happenings), ImmutableList.of(), ImmutableList.of());
    }

    /** All of it waits. */
    public static Matching parked(Body body, Id<?> awaited, Refusal why) {
        return new Matching(ImmutableList.of(), ImmutableList.of(new Waiting(body, awaited, why)), ImmutableList.of());
    }

    /** All of it is an exception. */
    public static Matching listed(Body body, Refusal problem, String... remedies) {
        return new Matching(
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(new Listing(body, problem, ImmutableList.copyOf(remedies))));
    }

    /** Both together, in order. */
    public Matching and(Matching other) {
        return new Matching(concat(booked, other.booked), concat(parked, other.parked), concat(listed, other.listed));
    }

    private static <T> ImmutableList<T> concat(ImmutableList<T> first, ImmutableList<T> second) {
        return ImmutableList.<T>builder().addAll(first).addAll(second).build();
    }
}
