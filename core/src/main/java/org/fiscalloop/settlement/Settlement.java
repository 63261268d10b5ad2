package org.fiscalloop.settlement;

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

/** What grants or remittances of a year come to, as the level above says (年终结算单). */
public final class Settlement extends FlowDocument<SettlementTerms, Settlement.State> {
    /** The kind of document; the value of an id is the host's number of it. */
    public static final DocumentKind<Settlement> KIND = new DocumentKind<>("settlement", Settlement.class);

    private static final ImmutableSet<String> ISSUING = ImmutableSet.of(Action.APPROVE.name(), Action.RESEND.name());

    private static final ReviewActions<Action> REVIEW =
            new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.RETURN_TO_ENTRY, Action.WITHDRAW);

    /** The nation's table of its life. Source: 年终结算 of systems in use; the reviewers are local. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.CREATE, State.DRAFT, SettlementDuty.ENTRY, "filled in for a division below")
            .move(State.DRAFT, Action.REVISE, State.DRAFT, SettlementDuty.ENTRY, "before it is handed in")
            .move(State.DRAFT, Action.SUBMIT, State.SUBMITTED, SettlementDuty.ENTRY, "handed in for review")
            .move(State.DRAFT, Action.VOID, State.VOIDED, SettlementDuty.ENTRY, "given up")
            .review(State.SUBMITTED, State.DRAFT, State.ISSUED, REVIEW, "the last post issues; it is booked and leaves")
            .move(
                    State.ISSUED,
                    Action.RESEND,
                    State.ISSUED,
                    SettlementDuty.APPROVAL,
                    "the level below could make nothing of it")
            .move(State.ISSUED, Action.ACKNOWLEDGE, State.DELIVERED, SettlementDuty.LOOP, "the level below has it")
            .separate(Action.APPROVE, Action.CREATE, Action.REVISE, Action.SUBMIT)
            .told(Action.ACKNOWLEDGE)
            .end(State.DELIVERED, State.VOIDED)
            .build();

    /** Where a settlement stands. */
    public enum State {
        /** 待送审. */
        DRAFT,
        /** 审核中. */
        SUBMITTED,
        /** 已下达: booked, and on its way. */
        ISSUED,
        /** 已送达. */
        DELIVERED,
        /** 已作废. */
        VOIDED
    }

    /** What is done with a settlement. */
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
        /** 作废. */
        VOID,
        /** 重新发送. */
        RESEND,
        /** 送达确认. */
        ACKNOWLEDGE
    }

    Settlement(Id<Settlement> id, SettlementTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the settlement with this number. */
    public static Id<Settlement> id(String number) {
        return new Id<>(KIND, number);
    }

    /** Whether it is on its way to the level below, and not acknowledged. */
    public boolean isOnItsWay() {
        return state() == State.ISSUED;
    }

    /** The number of the message that left last. */
    InputId lastSent() {
        return Message.last(
                this, step -> ISSUING.contains(step.action()) && step.to().equals(State.ISSUED.name()));
    }
}
