package org.fiscalloop.incomebudget;

import static org.fiscalloop.incomebudget.IncomeBudgetAction.*;
import static org.fiscalloop.incomebudget.IncomeBudgetState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a line of the revenue budget. Source: 预算法 art. 43, 67; the reviewers are local. */
final class IncomeBudgetLifecycle {
    static final Lifecycle<IncomeBudgetState, IncomeBudgetAction> NATIONAL = Lifecycle.of(
                    IncomeBudget.KIND.code(), IncomeBudgetState.class, IncomeBudgetAction.class)
            .create(CREATE, DRAFT, IncomeBudgetDuty.ENTRY, "finance fills in what is to come in")
            .move(DRAFT, REVISE, DRAFT, IncomeBudgetDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, IncomeBudgetDuty.ENTRY, "complete")
            .move(DRAFT, VOID, VOIDED, IncomeBudgetDuty.ENTRY, "given up")
            .review(
                    SUBMITTED,
                    DRAFT,
                    APPROVED,
                    new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW),
                    "finance reviews")
            .move(APPROVED, CANCEL_APPROVAL, SUBMITTED, IncomeBudgetDuty.REVIEW, "before congress has approved it")
            .move(APPROVED, ENACT, IN_FORCE, IncomeBudgetDuty.REVIEW, "the people's congress has approved it")
            .afterEnd(IN_FORCE, ADJUST, IN_FORCE, IncomeBudgetDuty.REVIEW, "approved by the standing committee")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .end(IN_FORCE, VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            IncomeBudget.KIND.code() + "." + SUBMITTED,
            ReviewChain.of(new Post("budget-office", "预算处审核", IncomeBudgetDuty.REVIEW))));

    private IncomeBudgetLifecycle() {}
}
