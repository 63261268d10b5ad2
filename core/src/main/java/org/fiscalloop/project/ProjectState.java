package org.fiscalloop.project;

/** Where a project stands in the library (项目阶段). */
public enum ProjectState {
    /** 前期谋划: the agency prepares it. */
    PLANNING,
    /** 部门审核: its department reviews it. */
    DEPARTMENT_REVIEW,
    /** 部门储备: in the department's reserve. */
    DEPARTMENT_RESERVED,
    /** 财政审核: finance reviews it. */
    FINANCE_REVIEW,
    /** 不予安排: refused by finance; it stays in the library. */
    REJECTED,
    /** 财政储备: may be chosen for a budget. */
    RESERVED,
    /** 预算编制: chosen for a budget that is being compiled. */
    BUDGETING,
    /** 实施: a budget for it has been appropriated. */
    EXECUTING,
    /** 调整: its total or its years are being changed. */
    ADJUSTING,
    /** 结转: carried over into the next year, not yet resumed. */
    CARRIED_OVER,
    /** 结束: done. */
    FINISHED,
    /** 终止: ended before it was done. */
    TERMINATED
}
