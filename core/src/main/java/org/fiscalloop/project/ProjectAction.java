package org.fiscalloop.project;

/** What is done with a project. */
public enum ProjectAction {
    /** 新增: fill it in. */
    CREATE,
    /** 修改: fill it in again. */
    REVISE,
    /** 申报: hand it to the department. */
    SUBMIT,
    /** 审核通过: approve it at the post it lies at. */
    APPROVE,
    /** 退回上一岗: give it back to the post before. */
    RETURN,
    /** 退回录入岗: give it back to the agency. */
    RETURN_TO_ENTRY,
    /** 撤销: take back one's own last step. */
    WITHDRAW,
    /** 择优上报: hand it to finance. */
    REPORT,
    /** 项目确认: enter personnel and running projects into the reserve, which need no review by finance. */
    CONFIRM,
    /** 不予安排: refuse it. */
    REJECT,
    /** 拆分: divide it into sub-projects, which alone are budgeted. */
    DIVIDE,
    /** 拆分生成: it comes into being as a part of a divided project. */
    SPLIT_OFF,
    /** 选入: choose it for a budget. */
    SELECT,
    /** 滚动: leave it for a later year. */
    ROLL,
    /** 批复: a budget for it has been appropriated. */
    START,
    /** 上级资金安排: a budget for it has come from the level above, chosen for one or not. */
    FUND,
    /** 申请调整: ask for another total or other years. */
    REQUEST_ADJUSTMENT,
    /** 调整: change total and years. */
    ADJUST,
    /** 结转: carry it over into the next year. */
    CARRY_OVER,
    /** 恢复执行: go on in the next year. */
    RESUME,
    /** 结束: finish it. */
    FINISH,
    /** 终止: end it early. */
    TERMINATE
}
