package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;

/** The kinds of posting that the revenue budget makes. */
public final class IncomeBudgetPostings {
    /** A line is in force. */
    public static final PostingKey ENACTED = PostingKey.of("income-budget-enacted");

    /** A line has been raised. */
    public static final PostingKey RAISED = PostingKey.of("income-budget-raised");

    /** A line has been lowered. */
    public static final PostingKey LOWERED = PostingKey.of("income-budget-lowered");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(ENACTED, RAISED, LOWERED);

    private IncomeBudgetPostings() {}

    static Posting of(PostingKey key, IncomeBudgetTerms terms, long fen) {
        return Posting.of(
                key, fen, IncomeBudget.segments(terms.division(), terms.fiscalYear(), terms.fund(), terms.income()));
    }
}
