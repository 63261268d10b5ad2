package org.fiscalloop.transfer;

import static org.fiscalloop.transfer.TransferAction.ACKNOWLEDGE;
import static org.fiscalloop.transfer.TransferAction.APPROVE;
import static org.fiscalloop.transfer.TransferAction.COME_BACK;
import static org.fiscalloop.transfer.TransferAction.CREATE;
import static org.fiscalloop.transfer.TransferAction.RECALL;
import static org.fiscalloop.transfer.TransferAction.RESEND;
import static org.fiscalloop.transfer.TransferAction.RETURN;
import static org.fiscalloop.transfer.TransferAction.RETURN_TO_ENTRY;
import static org.fiscalloop.transfer.TransferAction.REVISE;
import static org.fiscalloop.transfer.TransferAction.SETTLE;
import static org.fiscalloop.transfer.TransferAction.SUBMIT;
import static org.fiscalloop.transfer.TransferAction.VOID;
import static org.fiscalloop.transfer.TransferAction.WITHDRAW;
import static org.fiscalloop.transfer.TransferState.DELIVERED;
import static org.fiscalloop.transfer.TransferState.DRAFT;
import static org.fiscalloop.transfer.TransferState.ISSUED;
import static org.fiscalloop.transfer.TransferState.RECALLING;
import static org.fiscalloop.transfer.TransferState.SUBMITTED;
import static org.fiscalloop.transfer.TransferState.VOIDED;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;

/** The nation's tables of the lives of transfers, issued and received. Source: 上下贯通 of systems in use; reviewers are local. */
final class TransferLifecycle {
    private static final ReviewActions<TransferAction> REVIEW =
            new ReviewActions<>(APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW);

    static final Lifecycle<TransferState, TransferAction> ISSUING = Lifecycle.of(
                    Transfer.KIND.code(), TransferState.class, TransferAction.class)
            .create(CREATE, DRAFT, TransferDuty.ENTRY, "filled in from an allotment to be distributed")
            .move(DRAFT, REVISE, DRAFT, TransferDuty.ENTRY, "before it is handed in")
            .move(DRAFT, SUBMIT, SUBMITTED, TransferDuty.ENTRY, "complete; its amount is set aside from now on")
            .move(DRAFT, VOID, VOIDED, TransferDuty.ENTRY, "given up before it is issued")
            .review(SUBMITTED, DRAFT, ISSUED, REVIEW, "finance reviews; the last post issues, and it leaves")
            .move(ISSUED, RESEND, ISSUED, TransferDuty.ISSUE, "the level below could make nothing of what came")
            .move(ISSUED, ACKNOWLEDGE, DELIVERED, TransferDuty.LOOP, "the level below has it")
            .move(ISSUED, COME_BACK, ISSUED, TransferDuty.LOOP, "the level below gives an amount back")
            .move(ISSUED, SETTLE, ISSUED, TransferDuty.LOOP, "a settlement of the year names it")
            .move(RECALLING, ACKNOWLEDGE, DELIVERED, TransferDuty.LOOP, "the level below knows what is asked back")
            .move(RECALLING, COME_BACK, RECALLING, TransferDuty.LOOP, "the level below gives an amount back")
            .move(RECALLING, SETTLE, RECALLING, TransferDuty.LOOP, "a settlement of the year names it")
            .afterEnd(DELIVERED, RECALL, RECALLING, TransferDuty.ISSUE, "no more than is in force and not asked back")
            .afterEnd(DELIVERED, COME_BACK, DELIVERED, TransferDuty.LOOP, "the level below gives an amount back")
            .afterEnd(DELIVERED, SETTLE, DELIVERED, TransferDuty.LOOP, "a settlement of the year names it")
            .separate(APPROVE, CREATE, REVISE, SUBMIT)
            .told(ACKNOWLEDGE, COME_BACK)
            .end(DELIVERED, VOIDED)
            .build();

    static final Lifecycle<ReceivedState, ReceivedAction> RECEIVING = Lifecycle.of(
                    ReceivedTransfer.KIND.code(), ReceivedState.class, ReceivedAction.class)
            .create(ReceivedAction.DELIVER, ReceivedState.DELIVERED, TransferDuty.LOOP, "by notice of the level above")
            .move(
                    ReceivedState.DELIVERED,
                    ReceivedAction.DELIVER_AGAIN,
                    ReceivedState.DELIVERED,
                    TransferDuty.LOOP,
                    "sent again, since nothing was heard of it")
            .move(
                    ReceivedState.DELIVERED,
                    ReceivedAction.RECEIVE,
                    ReceivedState.DELIVERED,
                    TransferDuty.RECEIVE,
                    "no more than has arrived; a line and an allotment to be distributed are made")
            .move(
                    ReceivedState.DELIVERED,
                    ReceivedAction.GIVE_BACK,
                    ReceivedState.GIVING_BACK,
                    TransferDuty.RECEIVE,
                    "what is not received, or received and not distributed")
            .move(
                    ReceivedState.DELIVERED,
                    ReceivedAction.ASK_BACK,
                    ReceivedState.DELIVERED,
                    TransferDuty.LOOP,
                    "by notice of the level above")
            .move(
                    ReceivedState.GIVING_BACK,
                    ReceivedAction.DELIVER_AGAIN,
                    ReceivedState.GIVING_BACK,
                    TransferDuty.LOOP,
                    "sent again, since nothing was heard of it")
            .move(
                    ReceivedState.GIVING_BACK,
                    ReceivedAction.RECEIVE,
                    ReceivedState.GIVING_BACK,
                    TransferDuty.RECEIVE,
                    "no more than has arrived; a line and an allotment to be distributed are made")
            .move(
                    ReceivedState.GIVING_BACK,
                    ReceivedAction.ASK_BACK,
                    ReceivedState.GIVING_BACK,
                    TransferDuty.LOOP,
                    "by notice of the level above")
            .move(
                    ReceivedState.GIVING_BACK,
                    ReceivedAction.ACKNOWLEDGE,
                    ReceivedState.DELIVERED,
                    TransferDuty.LOOP,
                    "the level above has what was given back")
            .told(
                    ReceivedAction.DELIVER,
                    ReceivedAction.DELIVER_AGAIN,
                    ReceivedAction.ASK_BACK,
                    ReceivedAction.ACKNOWLEDGE)
            .build();

    static final ReviewChains REVIEWS = new ReviewChains(
            ImmutableMap.of("transfer.SUBMITTED", ReviewChain.of(new Post("finance", "转移支付指标审核", TransferDuty.ISSUE))));

    private TransferLifecycle() {}
}
