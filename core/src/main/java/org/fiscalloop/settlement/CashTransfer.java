package org.fiscalloop.settlement;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import org.fiscalloop.flow.Event.Message;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** Money that a treasury sends to that of another level (资金调拨单). */
public final class CashTransfer extends FlowDocument<CashTerms, CashTransfer.State> {
    /** The kind of document; the value of an id is the host's number of it. */
    public static final DocumentKind<CashTransfer> KIND = new DocumentKind<>("cash-transfer", CashTransfer.class);

    private static final ImmutableSet<State> WAS_SENT = ImmutableSet.of(State.SENT, State.DELIVERED);
    private static final ImmutableSet<String> SENDING = ImmutableSet.of(Action.DISBURSE.name(), Action.RESEND.name());

    private static final ReviewActions<Action> REVIEW =
            new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.RETURN_TO_ENTRY, Action.WITHDRAW);

    /** The nation's table of its life. Source: 资金调度 of systems in use; the reviewers are local. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.CREATE, State.DRAFT, SettlementDuty.ENTRY, "filled in for a division above or below")
            .move(State.DRAFT, Action.REVISE, State.DRAFT, SettlementDuty.ENTRY, "before it is handed in")
            .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, SettlementDuty.ENTRY, "handed in for review")
            .move(State.DRAFT, Action.VOID, State.VOIDED, SettlementDuty.ENTRY, "given up")
            .review(State.SUBMITTED, State.DRAFT, State.ORDERED, REVIEW, "its treasury is to pay it from now on")
            .move(State.ORDERED, Action.VOID, State.VOIDED, SettlementDuty.APPROVAL, "not paid; the cash is free again")
            .move(
                    State.ORDERED,
                    Action.DISBURSE,
                    State.SENT,
                    SettlementDuty.LOOP,
                    "the treasury has paid it, and it leaves")
            .move(
                    State.SENT,
                    Action.RESEND,
                    State.SENT,
                    SettlementDuty.APPROVAL,
                    "the other side could make nothing of it")
            .move(State.SENT, Action.ACKNOWLEDGE, State.DELIVERED, SettlementDuty.LOOP, "the other side has booked it")
            .separate(Action.APPROVE, Action.CREATE, Action.REVISE, Action.SUBMIT)
            .told(Action.DISBURSE, Action.ACKNOWLEDGE)
            .end(State.DELIVERED, State.VOIDED)
            .build();

    /** Where money that is sent stands. */
    public enum State {
        /** 待送审. */
        DRAFT,
        /** 审核中. */
        SUBMITTED,
        /** 已审批: ordered of the treasury, and not paid. */
        ORDERED,
        /** 已拨出: paid, and on its way. */
        SENT,
        /** 已送达: booked on the other side. */
        DELIVERED,
        /** 已作废. */
        VOIDED
    }

    /** What is done with money that is sent. */
    public enum Action {
        /** 录入. */
        CREATE,
        /** 修改. */
        REVISE,
        /** 送审. */
        SUBMIT,
        /** 审核通过. */
        APPROVE,
        /** 退回. */
        RETURN,
        /** 退回录入. */
        RETURN_TO_ENTRY,
        /** 撤回. */
        WITHDRAW,
        /** 作废: give it up before it is paid. */
        VOID,
        /** 拨付: the treasury has paid it. */
        DISBURSE,
        /** 重新发送. */
        RESEND,
        /** 送达确认. */
        ACKNOWLEDGE
    }

    /**
     * Money that was paid exactly where it is on its way or delivered.
     *
     * @throws IllegalArgumentException if it says how it was paid and was not, or the other way round
     */
    CashTransfer(Id<CashTransfer> id, CashTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
        checkArgument(
                terms.sent().isPresent() == WAS_SENT.contains(standing.state()),
                "%s is %s: paid %s",
                id,
                standing.state(),
                terms.sent());
    }

    /** The id of the money with this number. */
    public static Id<CashTransfer> id(String number) {
        return new Id<>(KIND, number);
    }

    /** Whether it is on its way to the other side, and not acknowledged. */
    public boolean isOnItsWay() {
        return state() == State.SENT;
    }

    /** The number of the message that left last. */
    InputId lastSent() {
        return Message.last(this, step -> SENDING.contains(step.action()));
    }
}
