package org.fiscalloop.cashplan;

import static org.fiscalloop.cashplan.CashPlanAction.*;
import static org.fiscalloop.cashplan.CashPlanState.*;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/**
 * The nation's table of the life of a cash plan, with three ways to approval.
 *
 * <p>Source: a provincial system of 2024: 录入, 送审, 单位审核, 部门审核, 复审, 批复; 代编录入, 代编审核, 复审, 批复; 调减录入, 复审, 批复.
 */
final class CashPlanLifecycle {
    private static final ReviewActions<CashPlanAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);
    private static final Post FINANCE = new Post("finance-review", "复审", CashPlanDuty.FINANCE_REVIEW);

    static final Lifecycle<CashPlanState, CashPlanAction> NATIONAL = Lifecycle.of(
                    CashPlan.KIND.code(), CashPlanState.class, CashPlanAction.class)
            .create(CREATE, DRAFT, CashPlanDuty.ENTRY, "the agency plans a month of an allotment")
            .create(CREATE_PROXY, PROXY_DRAFT, CashPlanDuty.FINANCE_ENTRY, "finance plans for the agency")
            .create(CREATE_REDUCTION, REDUCTION_DRAFT, CashPlanDuty.FINANCE_ENTRY, "less than was planned")
            .move(DRAFT, REVISE, DRAFT, CashPlanDuty.ENTRY, "before it is handed in")
            .move(PROXY_DRAFT, REVISE, PROXY_DRAFT, CashPlanDuty.FINANCE_ENTRY, "before it is handed in")
            .move(REDUCTION_DRAFT, REVISE, REDUCTION_DRAFT, CashPlanDuty.FINANCE_ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, CashPlanDuty.ENTRY, "the allotment may be paid from")
            .move(PROXY_DRAFT, SUBMIT, PROXY_SUBMITTED, CashPlanDuty.FINANCE_ENTRY, "the allotment may be paid from")
            .move(REDUCTION_DRAFT, SUBMIT, REDUCTION_SUBMITTED, CashPlanDuty.FINANCE_ENTRY, "something was planned")
            .move(DRAFT, VOID, VOIDED, CashPlanDuty.ENTRY, "given up before it is handed in")
            .move(PROXY_DRAFT, VOID, VOIDED, CashPlanDuty.FINANCE_ENTRY, "given up before it is handed in")
            .move(REDUCTION_DRAFT, VOID, VOIDED, CashPlanDuty.FINANCE_ENTRY, "given up before it is handed in")
            .move(SUBMITTED, ASSESS, SUBMITTED, CashPlanDuty.FINANCE_REVIEW, "no more than is asked")
            .move(PROXY_SUBMITTED, ASSESS, PROXY_SUBMITTED, CashPlanDuty.FINANCE_REVIEW, "no more than is asked")
            .review(SUBMITTED, DRAFT, APPROVED, REVIEW, "agency, department and finance review")
            .review(PROXY_SUBMITTED, PROXY_DRAFT, APPROVED, REVIEW, "finance reviews")
            .review(REDUCTION_SUBMITTED, REDUCTION_DRAFT, APPROVED, REVIEW, "finance reviews")
            .separate(APPROVE, CREATE, CREATE_PROXY, CREATE_REDUCTION, REVISE, SUBMIT)
            .end(APPROVED, VOIDED)
            .build();

    /** The posts of each way; who they are is local. */
    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "cash-plan.SUBMITTED",
            ReviewChain.of(
                    new Post("unit-review", "单位审核", CashPlanDuty.UNIT_REVIEW),
                    new Post("department-review", "部门审核", CashPlanDuty.DEPARTMENT_REVIEW),
                    FINANCE),
            "cash-plan.PROXY_SUBMITTED",
            ReviewChain.of(new Post("proxy-review", "代编审核", CashPlanDuty.PROXY_REVIEW), FINANCE),
            "cash-plan.REDUCTION_SUBMITTED",
            ReviewChain.of(FINANCE)));

    private CashPlanLifecycle() {}
}
