package org.fiscalloop.budget;

/** Where a budget line stands. */
public enum BudgetState {
    /** 录入: being filled in. */
    DRAFT,
    /** 审核: under review; it occupies the reserve of its project. */
    SUBMITTED,
    /** 已审核: approved by the last post, not yet appropriated. */
    APPROVED,
    /** 批复: appropriated and frozen. */
    APPROPRIATED,
    /** 作废: given up. */
    VOIDED;

    /** Whether a line in this state occupies the reserve of its project without being appropriated. */
    boolean isProposed() {
        return this == SUBMITTED || this == APPROVED;
    }
}
