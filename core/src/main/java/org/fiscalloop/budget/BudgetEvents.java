package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;
import org.joda.money.Money;

/** What happens to budget lines beside mere moves. */
public final class BudgetEvents {
    /** A line has been filled in, for the first time or again. */
    public record BudgetLineFilledIn(Move move, BudgetTerms terms) implements Event.OfOne {}

    /**
     * A line has been handed in, and its project is thereby chosen for a budget.
     *
     * @param moves the move of the line, then that of its project
     */
    public record BudgetLineProposed(ImmutableList<Move> moves) implements Event {}

    /**
     * A line has been appropriated, and its project may thereby be executed.
     *
     * @param moves the move of the line, then that of its project
     */
    public record BudgetLineAppropriated(ImmutableList<Move> moves) implements Event {}

    /**
     * What has been appropriated has been raised or lowered.
     *
     * @param change what was added, or taken away if negative, in yuan
     * @param approval number of the document by which it was approved
     */
    public record BudgetLineAdjusted(Move move, Money change, String approval) implements Event.OfOne {}

    /** A line has come into being with what is carried over from the year before. */
    public record BudgetLineCarriedIn(Move move, BudgetTerms terms) implements Event.OfOne {}

    private BudgetEvents() {}
}
