package org.fiscalloop.debt;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** What a province has lent on of a bond to a division below it (债券转贷). */
public final class OnLending extends FlowDocument<OnLendingTerms, OnLending.State> {
    /** The kind of document; the value of an id is the host's number of it. */
    public static final DocumentKind<OnLending> KIND = new DocumentKind<>("on-lending", OnLending.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.LEND, State.LENT, DebtDuty.ENTRY, "of a bond that was received")
            .move(State.LENT, Action.ACKNOWLEDGE, State.LENT, DebtDuty.TREASURY, "the borrower tells that it arrived")
            .move(State.LENT, Action.RETURN_PART, State.LENT, DebtDuty.TREASURY, "by notice of the treasury")
            .move(State.LENT, Action.RETURN, State.RETURNED, DebtDuty.TREASURY, "the last of the principal")
            .afterEnd(State.RETURNED, Action.RETURN_PART, State.RETURNED, DebtDuty.TREASURY, "interest that comes late")
            .afterEnd(State.RETURNED, Action.ACKNOWLEDGE, State.RETURNED, DebtDuty.TREASURY, "told late")
            .told(Action.ACKNOWLEDGE, Action.RETURN_PART, Action.RETURN)
            .end(State.RETURNED)
            .build();

    /** Where an on-lending stands. */
    public enum State {
        /** 已转贷. */
        LENT,
        /** 已收回: all its principal has come back. */
        RETURNED
    }

    /** What is done with an on-lending. */
    public enum Action {
        /** 转贷. */
        LEND,
        /** 接收确认: the borrower tells that it arrived. */
        ACKNOWLEDGE,
        /** 收回部分: some principal, or interest, has come back. */
        RETURN_PART,
        /** 收回: the last of the principal has come back. */
        RETURN
    }

    OnLending(Id<OnLending> id, OnLendingTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the on-lending with this number. */
    public static Id<OnLending> id(String number) {
        return new Id<>(KIND, number);
    }
}
