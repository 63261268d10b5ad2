package org.fiscalloop.payees;

import static org.fiscalloop.payees.PayeeListAction.APPROVE;
import static org.fiscalloop.payees.PayeeListAction.CREATE;
import static org.fiscalloop.payees.PayeeListAction.PAY;
import static org.fiscalloop.payees.PayeeListAction.RETURN;
import static org.fiscalloop.payees.PayeeListAction.RETURN_TO_ENTRY;
import static org.fiscalloop.payees.PayeeListAction.REVISE;
import static org.fiscalloop.payees.PayeeListAction.SUBMIT;
import static org.fiscalloop.payees.PayeeListAction.VOID;
import static org.fiscalloop.payees.PayeeListAction.WITHDRAW;
import static org.fiscalloop.payees.PayeeListState.CONFIRMED;
import static org.fiscalloop.payees.PayeeListState.DRAFT;
import static org.fiscalloop.payees.PayeeListState.PAID;
import static org.fiscalloop.payees.PayeeListState.SUBMITTED;
import static org.fiscalloop.payees.PayeeListState.VOIDED;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's table of the life of a payee list; who reviews is local. */
final class PayeesLifecycle {
    static final Lifecycle<PayeeListState, PayeeListAction> NATIONAL = Lifecycle.of(
                    PayeeList.KIND.code(), PayeeListState.class, PayeeListAction.class)
            .create(CREATE, DRAFT, PayeesDuty.ENTRY, "the agency says who is to be paid how much")
            .move(DRAFT, REVISE, DRAFT, PayeesDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, PayeesDuty.ENTRY, "every payee complete, identified where it must be")
            .move(DRAFT, VOID, VOIDED, PayeesDuty.ENTRY, "given up before it is handed in")
            .review(
                    SUBMITTED,
                    DRAFT,
                    CONFIRMED,
                    new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW),
                    "the agency reviews; from then on it says what it says")
            .move(CONFIRMED, VOID, VOIDED, PayeesDuty.REVIEW, "while no request names it")
            .move(CONFIRMED, PAY, PAID, PayeesDuty.BANK, "when the bank's receipt of its payment arrives")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .told(PAY)
            .end(PAID, VOIDED)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(ImmutableMap.of(
            "payee-list.SUBMITTED", ReviewChain.of(new Post("payees-review", "明细清单审核", PayeesDuty.REVIEW))));

    private PayeesLifecycle() {}
}
