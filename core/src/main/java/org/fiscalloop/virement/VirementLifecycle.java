package org.fiscalloop.virement;

import static org.fiscalloop.virement.VirementAction.*;
import static org.fiscalloop.virement.VirementState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a virement. Source: 《预算法》 art. 72; the reviewers are local. */
final class VirementLifecycle {
    private static final ReviewActions<VirementAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    static final Lifecycle<VirementState, VirementAction> NATIONAL = Lifecycle.of(
                    "virement", VirementState.class, VirementAction.class)
            .create(CREATE, DRAFT, VirementDuty.ENTRY, "what is given, what receives, and how much")
            .move(DRAFT, REVISE, DRAFT, VirementDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, DEPARTMENT_REVIEW, VirementDuty.ENTRY, "the department may decide on every line")
            .move(DRAFT, SUBMIT_TO_FINANCE, FINANCE_REVIEW, VirementDuty.ENTRY, "finance decides")
            .move(DRAFT, VOID, VOIDED, VirementDuty.ENTRY, "given up before it is executed")
            .review(DEPARTMENT_REVIEW, DRAFT, EXECUTED, REVIEW, "the department decides; its last post executes")
            .review(FINANCE_REVIEW, DRAFT, EXECUTED, REVIEW, "finance decides; the last post executes")
            .separate(APPROVE, CREATE, REVISE, SUBMIT, SUBMIT_TO_FINANCE, APPROVE)
            .end(EXECUTED, VOIDED)
            .build();

    private static final Post DEPARTMENT = new Post("department", "部门审核", VirementDuty.DEPARTMENT);

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "virement.DEPARTMENT_REVIEW",
            ReviewChain.of(DEPARTMENT),
            "virement.FINANCE_REVIEW",
            ReviewChain.of(DEPARTMENT, new Post("finance", "财政审核", VirementDuty.FINANCE))));

    private VirementLifecycle() {}
}
