package org.fiscalloop.budget;

import static org.fiscalloop.budget.BudgetAction.*;
import static org.fiscalloop.budget.BudgetState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a budget line. Source: 预算法 art. 52; 财办〔2020〕13号; the reviewers are local. */
final class BudgetLifecycle {
    private static final ReviewActions<BudgetAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    static final Lifecycle<BudgetState, BudgetAction> NATIONAL = Lifecycle.of(
                    "budget-line", BudgetState.class, BudgetAction.class)
            .create(CREATE, DRAFT, BudgetDuty.ENTRY, "the agency fills in a line of a project")
            .create(CARRY_IN, APPROPRIATED, BudgetDuty.LOOP, "with what is carried over from the year before")
            .create(RECEIVE, APPROPRIATED, BudgetDuty.LOOP, "with what is received from the level above")
            .move(DRAFT, REVISE, DRAFT, BudgetDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, BudgetDuty.ENTRY, "it occupies the reserve of its project from now on")
            .move(DRAFT, VOID, VOIDED, BudgetDuty.ENTRY, "given up by the agency")
            .review(SUBMITTED, DRAFT, APPROVED, REVIEW, "finance reviews")
            .move(SUBMITTED, VOID, VOIDED, BudgetDuty.FINANCE, "not arranged by finance; the reserve is free again")
            .move(APPROVED, CANCEL_APPROVAL, SUBMITTED, BudgetDuty.FINANCE, "nothing draws on it before appropriation")
            .move(APPROVED, APPROPRIATE, APPROPRIATED, BudgetDuty.FINANCE, "the people's congress has approved it")
            .afterEnd(APPROPRIATED, ADJUST, APPROPRIATED, BudgetDuty.FINANCE, "approved by the standing committee")
            .afterEnd(APPROPRIATED, GIVE_BACK, APPROPRIATED, BudgetDuty.LOOP, "to the level above it came from")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .end(APPROPRIATED, VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(
            ImmutableMap.of("budget-line.SUBMITTED", ReviewChain.of(new Post("finance", "财政审核", BudgetDuty.FINANCE))));

    private BudgetLifecycle() {}
}
