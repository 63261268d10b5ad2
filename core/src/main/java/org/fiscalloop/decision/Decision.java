package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The answer of a rule: accepted with a value, or refused with all the reasons.
 *
 * @param <T> what is gained where it is accepted
 */
public sealed interface Decision<T> {

    /**
     * Yes.
     *
     * @param warnings what a softened control had to say, in declared order
     */
    record Accepted<T>(T value, ImmutableList<Refusal> warnings) implements Decision<T> {

        @Override
        public ImmutableList<Refusal> refusals() {
            return ImmutableList.of();
        }
    }

    /**
     * No.
     *
     * @param refusals all of them, in declared order; at least one
     */
    record Refused<T>(ImmutableList<Refusal> refusals) implements Decision<T> {

        public Refused {
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refusals must not be empty");
            }
        }

        @Override
        public ImmutableList<Refusal> warnings() {
            return ImmutableList.of();
        }
    }

    /** Yes, without a warning. */
    static <T> Decision<T> accepted(T value) {
        return new Accepted<>(value, ImmutableList.of());
    }

    /** No, for these reasons. */
    static <T> Decision<T> refused(Refusal first, Refusal... more) {
        return new Refused<>(
                ImmutableList.<Refusal>builder().add(first).add(more).build());
    }

    /** All refusals in declared order, none where it is accepted. */
    ImmutableList<Refusal> refusals();

    /** All warnings in declared order, none where it is refused. */
    ImmutableList<Refusal> warnings();

    /** Whether the answer is yes. */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /** What the one function or the other makes of the answer. */
    default <R> R match(
            Function<? super Accepted<T>, ? extends R> accepted, Function<? super Refused<T>, ? extends R> refused) {
        return this instanceof Accepted<T> yes ? accepted.apply(yes) : refused.apply((Refused<T>) this);
    }

    /** The same answer with another value; warnings and refusals stay. */
    default <R> Decision<R> map(Function<? super T, ? extends R> function) {
        return match(
                yes -> new Accepted<>(function.apply(yes.value()), yes.warnings()), no -> new Refused<>(no.refusals()));
    }

    /** The answer of the next question, asked only where this one is accepted; the warnings of both stay. */
    default <R> Decision<R> flatMap(Function<? super T, Decision<R>> next) {
        return match(yes -> next.apply(yes.value()).warnedBefore(yes.warnings()), no -> new Refused<>(no.refusals()));
    }

    /** The same answer, each refusal told otherwise. */
    default Decision<T> mapRefusals(UnaryOperator<Refusal> function) {
        return match(
                yes -> yes,
                no -> new Refused<>(no.refusals().stream().map(function).collect(ImmutableList.toImmutableList())));
    }

    private Decision<T> warnedBefore(ImmutableList<Refusal> earlier) {
        return earlier.isEmpty()
                ? this
                : match(yes -> new Accepted<>(yes.value(), Findings.joined(earlier, yes.warnings())), no -> no);
    }
}
