package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;

/** 取消终审: a plain row of the table, and a control of the package that knows what is downstream. */
class CancelFinalApprovalTest {

    private static final Reason USED = new Reason(
            "payment.used-downstream",
            "Already used",
            "已被下游使用",
            "{voucher} was made from it",
            "已生成 {voucher}",
            Source.own("what is used downstream is undone there first"));

    /** Over the vouchers that were made from the request. */
    private static final Controls<ImmutableList<String>> CONTROLS = new Controls<>(ImmutableList.of(Control.statutory(
            USED,
            vouchers -> vouchers.stream()
                    .map(voucher -> Facts.of("voucher", Fact.text(voucher)).map())
                    .collect(ImmutableList.toImmutableList()))));

    private static final Life<State, Action> APPROVED =
            Life.request(1).then(Action.SUBMIT, "clerk").then(Action.APPROVE, "a");

    @Test
    void an_approval_that_nothing_uses_is_cancelled_and_reviewed_again() {
        Step<State, Action> step = Life.accepted(cancel(APPROVED, ImmutableList.of()));

        assertThat(step.to()).isEqualTo(new Standing<>(State.SUBMITTED, 0, 4));
        assertThat(step.duty()).isEqualTo(Requests.FINANCE);
    }

    @Test
    void an_approval_that_is_used_stays() {
        assertThat(cancel(APPROVED, ImmutableList.of("PV-1", "PV-2")).refusals())
                .extracting(Refusal::text)
                .containsExactly("PV-1 was made from it", "PV-2 was made from it");
    }

    @Test
    void a_request_that_is_not_approved_is_refused_by_the_table_first() {
        Life<State, Action> draft = Life.request(1);

        assertThat(cancel(draft, ImmutableList.of("PV-1")).refusals())
                .extracting(Refusal::code)
                .containsExactly("lifecycle.not-allowed");
    }

    private static Decision<Step<State, Action>> cancel(Life<State, Action> life, ImmutableList<String> vouchers) {
        return life.attempt(Action.CANCEL_APPROVAL, "head")
                .flatMap(step -> CONTROLS.examine(vouchers).decide(() -> step));
    }
}
