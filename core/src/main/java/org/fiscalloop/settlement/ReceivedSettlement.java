package org.fiscalloop.settlement;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A settlement of the level above, at the level below (上级年终结算). */
public final class ReceivedSettlement extends FlowDocument<SettlementTerms, ReceivedSettlement.State> {
    /** The kind of document; the value of an id is made of the division it comes from and its number there. */
    public static final DocumentKind<ReceivedSettlement> KIND =
            new DocumentKind<>("received-settlement", ReceivedSettlement.class);

    /** The nation's table of its life. */
    static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of(KIND.code(), State.class, Action.class)
            .create(Action.DELIVER, State.DELIVERED, SettlementDuty.LOOP, "by notice of the level above")
            .move(
                    State.DELIVERED,
                    Action.DELIVER_AGAIN,
                    State.DELIVERED,
                    SettlementDuty.LOOP,
                    "sent again, since nothing was heard of it")
            .move(
                    State.DELIVERED,
                    Action.CONFIRM,
                    State.CONFIRMED,
                    SettlementDuty.CONFIRMATION,
                    "the same amount is booked")
            .afterEnd(
                    State.CONFIRMED,
                    Action.DELIVER_AGAIN,
                    State.CONFIRMED,
                    SettlementDuty.LOOP,
                    "sent again, since nothing was heard of it")
            .told(Action.DELIVER, Action.DELIVER_AGAIN)
            .end(State.CONFIRMED)
            .build();

    /** Where a settlement of the level above stands. */
    public enum State {
        /** 已送达: it is to be confirmed. */
        DELIVERED,
        /** 已确认. */
        CONFIRMED
    }

    /** What is done with a settlement of the level above. */
    public enum Action {
        /** 送达. */
        DELIVER,
        /** 再次送达. */
        DELIVER_AGAIN,
        /** 确认. */
        CONFIRM
    }

    ReceivedSettlement(Id<ReceivedSettlement> id, SettlementTerms terms, Standing<State> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /**
     * The id of what comes of the settlement of another division: {@code 350000000/JS-1}. A digest stands for both where there
     * is no room for them.
     */
    public static Id<ReceivedSettlement> id(String from, Id<Settlement> settlement) {
        return Id.of(KIND, from + "/" + settlement.value())
                .orElseGet(() -> new Id<>(KIND, new InputId(from, settlement.value()).digest()));
    }
}
