package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import org.junit.jupiter.api.Test;

/** Lives as documents of the business have them, to see that a table can say them. */
class RealLivesTest {

    private static final Duty AGENCY = new Duty("agency");
    private static final Duty DEPARTMENT = new Duty("department");
    private static final Duty FINANCE = new Duty("finance");

    private enum Project {
        PLANNING,
        DEPT_REVIEW,
        DEPT_RESERVED,
        FIN_REVIEW,
        RESERVED,
        REJECTED,
        BUDGETING,
        EXECUTING,
        ADJUSTING,
        FINISHED,
        TERMINATED
    }

    private enum Act {
        CREATE,
        SUBMIT,
        PROPOSE,
        APPROVE,
        RETURN,
        RETURN_TO_ENTRY,
        WITHDRAW,
        REJECT,
        SELECT,
        ROLL,
        APPROPRIATE,
        ADJUST,
        FINISH,
        TERMINATE
    }

    private static final ReviewActions<Act> REVIEW =
            new ReviewActions<>(Act.APPROVE, Act.RETURN, Act.RETURN_TO_ENTRY, Act.WITHDRAW);

    private static final Lifecycle<Project, Act> PROJECT = Lifecycle.of("project", Project.class, Act.class)
            .create(Act.CREATE, Project.PLANNING, AGENCY, "前期谋划")
            .move(Project.PLANNING, Act.SUBMIT, Project.DEPT_REVIEW, AGENCY, "报部门")
            .review(Project.DEPT_REVIEW, Project.PLANNING, Project.DEPT_RESERVED, REVIEW, "部门审核")
            .move(Project.DEPT_RESERVED, Act.PROPOSE, Project.FIN_REVIEW, DEPARTMENT, "择优上报")
            .review(Project.FIN_REVIEW, Project.PLANNING, Project.RESERVED, REVIEW, "财政审核, 评审")
            .move(Project.FIN_REVIEW, Act.REJECT, Project.REJECTED, FINANCE, "不予安排, kept in the library")
            .move(Project.RESERVED, Act.SELECT, Project.BUDGETING, FINANCE, "选入")
            .move(Project.BUDGETING, Act.ROLL, Project.RESERVED, FINANCE, "滚动")
            .move(Project.BUDGETING, Act.APPROPRIATE, Project.EXECUTING, FINANCE, "批复")
            .move(Project.EXECUTING, Act.ADJUST, Project.ADJUSTING, AGENCY, "调整")
            .review(Project.ADJUSTING, Project.EXECUTING, Project.EXECUTING, REVIEW, "调整审核")
            .move(Project.EXECUTING, Act.FINISH, Project.FINISHED, AGENCY, "结束")
            .move(Project.EXECUTING, Act.TERMINATE, Project.TERMINATED, FINANCE, "终止")
            .separate(Act.APPROVE, Act.CREATE, Act.SUBMIT, Act.PROPOSE, Act.ADJUST, Act.APPROVE)
            .end(Project.REJECTED, Project.FINISHED, Project.TERMINATED)
            .resting(Project.RESERVED)
            .build();

    private static final ReviewChains CHAINS = new ReviewChains(ImmutableMap.of(
            "project.FIN_REVIEW",
            ReviewChain.of(
                    new Post("bureau", "业务处", FINANCE),
                    new Post("evaluation", "评审中心", FINANCE),
                    new Post("budget", "预算处", FINANCE))));

    private static final Life<Project, Act> PROPOSED = Life.begin(PROJECT, CHAINS, Act.CREATE, "clerk")
            .then(Act.SUBMIT, "clerk")
            .then(Act.APPROVE, "department")
            .then(Act.PROPOSE, "department");

    private static final Life<Project, Act> EXECUTING = PROPOSED.then(Act.APPROVE, "bureau")
            .then(Act.APPROVE, "evaluation")
            .then(Act.APPROVE, "budget")
            .then(Act.SELECT, "budget")
            .then(Act.APPROPRIATE, "budget");

    @Test
    void a_project_passes_department_and_finance_and_is_carried_out() {
        Life<Project, Act> finished = EXECUTING.then(Act.FINISH, "clerk");

        assertThat(finished.place()).isEqualTo("FINISHED/0");
        PROJECT.verify(finished.standing(), finished.trail());
    }

    @Test
    void who_approved_in_the_department_does_not_approve_for_finance() {
        assertThat(PROPOSED.attempt(Act.APPROVE, "department").isAccepted()).isFalse();
        assertThat(PROPOSED.attempt(Act.APPROVE, "clerk").isAccepted()).isFalse();
    }

    @Test
    void a_project_that_finance_returns_is_planned_again_from_the_beginning() {
        Life<Project, Act> again = PROPOSED.then(Act.APPROVE, "bureau")
                .then(Act.RETURN_TO_ENTRY, "evaluation")
                .then(Act.SUBMIT, "clerk")
                .then(Act.APPROVE, "department")
                .then(Act.PROPOSE, "department");

        assertThat(again.then(Act.APPROVE, "bureau").place()).isEqualTo("FIN_REVIEW/1");
    }

    @Test
    void a_proposal_that_is_withdrawn_is_reserved_in_the_department_again() {
        assertThat(PROPOSED.then(Act.WITHDRAW, "department").place()).isEqualTo("DEPT_RESERVED/0");
    }

    @Test
    void an_adjustment_returns_to_execution_whether_approved_or_not() {
        Life<Project, Act> adjusting = EXECUTING.then(Act.ADJUST, "clerk");

        assertThat(adjusting.then(Act.APPROVE, "x").place()).isEqualTo("EXECUTING/0");
        assertThat(adjusting.then(Act.RETURN, "x").place()).isEqualTo("EXECUTING/0");
        assertThat(adjusting.attempt(Act.APPROVE, "clerk").isAccepted()).isFalse();
    }

    @Test
    void who_asked_for_one_adjustment_may_approve_that_of_somebody_else() {
        Life<Project, Act> second =
                EXECUTING.then(Act.ADJUST, "x").then(Act.APPROVE, "y").then(Act.ADJUST, "y");

        assertThat(second.attempt(Act.APPROVE, "y").isAccepted()).isFalse();
        assertThat(second.then(Act.APPROVE, "x").place()).isEqualTo("EXECUTING/0");
        PROJECT.verify(second.standing(), second.trail());
    }

    private enum Voucher {
        CREATED,
        SIGNED,
        STAMPED,
        SENT,
        RETURNED,
        PAID,
        CLEARED,
        VOIDED
    }

    private enum Deed {
        CREATE,
        SIGN,
        STAMP,
        SEND,
        REJECT,
        RECEIPT,
        CLEAR,
        REFUND,
        VOID
    }

    private static final Lifecycle<Voucher, Deed> VOUCHER = Lifecycle.of("payment-voucher", Voucher.class, Deed.class)
            .create(Deed.CREATE, Voucher.CREATED, AGENCY, "支付凭证生成")
            .move(Voucher.CREATED, Deed.SIGN, Voucher.SIGNED, AGENCY, "签名")
            .move(Voucher.SIGNED, Deed.STAMP, Voucher.STAMPED, AGENCY, "签章")
            .move(Voucher.STAMPED, Deed.SEND, Voucher.SENT, AGENCY, "发送")
            .move(Voucher.SENT, Deed.REJECT, Voucher.RETURNED, FINANCE, "银行退回")
            .move(Voucher.RETURNED, Deed.SEND, Voucher.SENT, AGENCY, "重新发送")
            .move(Voucher.RETURNED, Deed.VOID, Voucher.VOIDED, AGENCY, "作废")
            .move(Voucher.SENT, Deed.RECEIPT, Voucher.PAID, FINANCE, "回单")
            .move(Voucher.PAID, Deed.CLEAR, Voucher.CLEARED, FINANCE, "清算")
            .move(Voucher.PAID, Deed.REFUND, Voucher.PAID, FINANCE, "退回")
            .afterEnd(Voucher.CLEARED, Deed.REFUND, Voucher.CLEARED, FINANCE, "退回")
            .separate(Deed.STAMP, Deed.SIGN)
            .end(Voucher.CLEARED, Voucher.VOIDED)
            .build();

    @Test
    void a_voucher_is_signed_stamped_sent_again_paid_refunded_cleared_and_refunded() {
        Life<Voucher, Deed> signed = Life.begin(VOUCHER, ReviewChains.ONE_POST_EACH, Deed.CREATE, "clerk")
                .then(Deed.SIGN, "clerk");
        Life<Voucher, Deed> refunded = signed.then(Deed.STAMP, "head")
                .then(Deed.SEND, "clerk")
                .then(Deed.REJECT, "bank")
                .then(Deed.SEND, "clerk")
                .then(Deed.RECEIPT, "bank")
                .then(Deed.REFUND, "bank")
                .then(Deed.CLEAR, "treasury")
                .then(Deed.REFUND, "bank");

        assertThat(signed.attempt(Deed.STAMP, "clerk").isAccepted()).isFalse();
        assertThat(refunded.standing()).isEqualTo(new Standing<>(Voucher.CLEARED, 0, 10));
        VOUCHER.verify(refunded.standing(), refunded.trail());
    }
}
