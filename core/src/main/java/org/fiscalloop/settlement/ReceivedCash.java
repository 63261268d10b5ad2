package org.fiscalloop.settlement;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** Money that has come from the treasury of another level (上下级资金到账单). */
public final class ReceivedCash extends FlowDocument<CashTerms, ReceivedCash.State> {
    /** The kind of document; the value of an id is made of the division it comes from and its number there. */
    public static final DocumentKind<ReceivedCash> KIND = new DocumentKind<>("received-cash", ReceivedCash.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.DELIVER, State.RECEIVED, SettlementDuty.LOOP, "by notice of the other division")
            .move(
                    State.RECEIVED,
                    Action.DELIVER_AGAIN,
                    State.RECEIVED,
                    SettlementDuty.LOOP,
                    "sent again, since nothing was heard of it")
            .told(Action.DELIVER, Action.DELIVER_AGAIN)
            .build();

    /** Where money that has come stands. */
    public enum State {
        /** 已到账. */
        RECEIVED
    }

    /** What is done with money that has come. */
    public enum Action {
        /** 到账: it has come. */
        DELIVER,
        /** 再次送达: it is told again. */
        DELIVER_AGAIN
    }

    ReceivedCash(Id<ReceivedCash> id, CashTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /**
     * The id of what comes of the money of another division: {@code 350000000/DB-1}. A digest stands for both where there is no
     * room for them.
     */
    public static Id<ReceivedCash> id(String from, Id<CashTransfer> money) {
        return Id.of(KIND, from + "/" + money.value())
                .orElseGet(() -> new Id<>(KIND, new InputId(from, money.value()).digest()));
    }
}
