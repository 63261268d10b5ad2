package org.fiscalloop.allotment;

import static org.fiscalloop.allotment.AllotmentAction.*;
import static org.fiscalloop.allotment.AllotmentState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of an allotment. Source: systems in use (录入, 送审, 审核, 下达); the reviewers are local. */
final class AllotmentLifecycle {
    private static final ReviewActions<AllotmentAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    static final Lifecycle<AllotmentState, AllotmentAction> NATIONAL = Lifecycle.of(
                    "allotment", AllotmentState.class, AllotmentAction.class)
            .create(CREATE, DRAFT, AllotmentDuty.ENTRY, "filled in from an appropriated budget line")
            .create(SPLIT_OFF, ISSUED, AllotmentDuty.DISTRIBUTION, "a part of an allotment to be distributed")
            .create(CARRY_IN, ISSUED, AllotmentDuty.LOOP, "with what is carried over from the year before")
            .create(RECEIVE, ISSUED, AllotmentDuty.LOOP, "with what is received from the level above")
            .move(DRAFT, REVISE, DRAFT, AllotmentDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, AllotmentDuty.ENTRY, "complete, and its line is appropriated")
            .move(DRAFT, VOID, VOIDED, AllotmentDuty.ENTRY, "given up before it is issued")
            .review(SUBMITTED, DRAFT, ISSUED, REVIEW, "finance reviews; the last post issues")
            .move(ISSUED, CANCEL_APPROVAL, SUBMITTED, AllotmentDuty.FINANCE, "while nothing draws on it")
            .move(ISSUED, SPLIT, ISSUED, AllotmentDuty.DISTRIBUTION, "it is to be distributed")
            .move(ISSUED, FREEZE, ISSUED, AllotmentDuty.FINANCE, "what is available")
            .move(ISSUED, UNFREEZE, ISSUED, AllotmentDuty.FINANCE, "what is frozen")
            .move(ISSUED, REDUCE, ISSUED, AllotmentDuty.FINANCE, "what is not used goes back where it came from")
            .move(ISSUED, RECALL, ISSUED, AllotmentDuty.FINANCE, "all that is left goes back where it came from")
            .move(ISSUED, SUPPLEMENT, ISSUED, AllotmentDuty.FINANCE, "more comes from where it came from")
            .move(ISSUED, CORRECT, ISSUED, AllotmentDuty.FINANCE, "its codes are corrected while nothing draws on it")
            .move(ISSUED, OFFSET, ISSUED, AllotmentDuty.FINANCE, "a formal one takes over what came before the budget")
            .move(ISSUED, ABSORB, ISSUED, AllotmentDuty.LOOP, "it takes over what came before the budget")
            .move(ISSUED, VIRE, ISSUED, AllotmentDuty.LOOP, "an executed virement takes from it or gives to it")
            .move(ISSUED, RESTORE, ISSUED, AllotmentDuty.LOOP, "more is carried over, or came back of an earlier year")
            .move(ISSUED, GIVE_BACK, ISSUED, AllotmentDuty.LOOP, "what is not distributed goes back to the level above")
            .separate(APPROVE, CREATE, SPLIT_OFF, REVISE, SUBMIT)
            .separate(SUPPLEMENT, CREATE, SPLIT_OFF, REVISE, SUBMIT)
            .told(RESTORE)
            .end(VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(
            ImmutableMap.of("allotment.SUBMITTED", ReviewChain.of(new Post("finance", "指标审核", AllotmentDuty.FINANCE))));

    private AllotmentLifecycle() {}
}
