package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifecyclePageTest {

    @Test
    void the_diagram_shows_every_row() {
        assertThat(Requests.LIFECYCLE.mermaid()).isEqualTo("""
                stateDiagram-v2
                    [*] --> DRAFT: CREATE (entry)
                    DRAFT --> DRAFT: AMEND (entry)
                    DRAFT --> SUBMITTED: SUBMIT (entry)
                    DRAFT --> VOIDED: VOID (entry)
                    SUBMITTED --> SUBMITTED: REMARK (finance)
                    SUBMITTED --> APPROVED: APPROVE (from the last post)
                    SUBMITTED --> SUBMITTED: APPROVE (on to the next post)
                    SUBMITTED --> DRAFT: RETURN (from the first post)
                    SUBMITTED --> SUBMITTED: RETURN (back to the previous post)
                    SUBMITTED --> DRAFT: RETURN_TO_ENTRY (from any post)
                    SUBMITTED --> DRAFT: WITHDRAW (one's own last act)
                    SUBMITTED --> SUBMITTED: WITHDRAW (one's own last act)
                    APPROVED --> SUBMITTED: CANCEL_APPROVAL (finance)
                    APPROVED --> FROZEN: FREEZE (finance)
                    APPROVED --> PAID: PAY (bank)
                    FROZEN --> APPROVED: UNFREEZE (finance)
                    PAID --> PAID: REFUND (bank)
                    PAID --> [*]
                    VOIDED --> [*]
                """);
    }

    @Test
    void the_table_shows_every_row_and_what_is_kept_apart() {
        assertThat(Requests.LIFECYCLE.markdown()).isEqualTo("""
                | state | action | to | duty | rule |
                | --- | --- | --- | --- | --- |
                | (new) | CREATE | DRAFT | entry | an agency enters a request |
                | DRAFT | AMEND | DRAFT | entry | before it is sent for review |
                | DRAFT | SUBMIT | SUBMITTED | entry | 送审 |
                | DRAFT | VOID | VOIDED | entry | 作废 |
                | SUBMITTED | REMARK | SUBMITTED | finance | a remark \\| an answer |
                | SUBMITTED | APPROVE | APPROVED, SUBMITTED | of the post | 审核 |
                | SUBMITTED | RETURN | DRAFT, SUBMITTED | of the post | 审核 |
                | SUBMITTED | RETURN_TO_ENTRY | DRAFT | of the post | 审核 |
                | SUBMITTED | WITHDRAW | DRAFT, SUBMITTED | of the act undone | 审核 |
                | APPROVED | CANCEL_APPROVAL | SUBMITTED | finance | 取消终审, while nothing downstream uses it |
                | APPROVED | FREEZE | FROZEN | finance | 冻结 |
                | APPROVED | PAY | PAID | bank | 回单 |
                | FROZEN | UNFREEZE | APPROVED | finance | 解冻 |
                | PAID | REFUND | PAID | bank | 退回 |

                - End (终态): PAID, VOIDED
                - Resting (静止): FROZEN
                - Four eyes (不相容岗位分离): APPROVE not by who did CREATE, AMEND, SUBMIT, APPROVE
                - Four eyes (不相容岗位分离): PAY not by who did APPROVE
                """);
    }

    @Test
    void a_table_without_resting_states_does_not_speak_of_them() {
        assertThat(LifecycleBuilderTest.sample().build().markdown()).endsWith("|\n\n- End (终态): PAID, VOIDED\n");
    }
}
