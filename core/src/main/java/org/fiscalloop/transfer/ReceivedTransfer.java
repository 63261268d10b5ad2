package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.flow.Event.Message;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.DivisionCode;

/** A transfer that has come from the level above (上级转移支付) at the level that receives it. */
public final class ReceivedTransfer extends FlowDocument<ReceivedTerms, ReceivedState> {
    /** The kind of document; the value of an id is made of the division it comes from and its number there. */
    public static final DocumentKind<ReceivedTransfer> KIND =
            new DocumentKind<>("received-transfer", ReceivedTransfer.class);

    ReceivedTransfer(Id<ReceivedTransfer> id, ReceivedTerms terms, Standing<ReceivedState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /**
     * The id of what comes of a transfer of another division: {@code 350000000/ZY-1}. A digest stands for both where there is
     * no room for them.
     */
    public static Id<ReceivedTransfer> id(DivisionCode from, Id<Transfer> transfer) {
        return Id.of(KIND, from + "/" + transfer.value())
                .orElseGet(() -> new Id<>(KIND, new InputId(from.value(), transfer.value()).digest()));
    }

    /** Its own id, with its kind. */
    Id<ReceivedTransfer> own() {
        return new Id<>(KIND, id().value());
    }

    /** The coding block under which its amounts stand in the books. */
    public Segments segments() {
        return segments(own(), terms());
    }

    static Segments segments(Id<ReceivedTransfer> id, ReceivedTerms terms) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(terms.fiscalYear()),
                Dimensions.FUND, terms.fund(),
                Dimensions.DOCUMENT, id.value()));
    }

    /** Whether something of it is on its way to the level above, and not acknowledged. */
    public boolean isOnItsWay() {
        return state() == ReceivedState.GIVING_BACK;
    }

    /** The number of the message that left last: that by which something was given back. */
    InputId lastSent() {
        return Message.last(this, step -> step.action().equals(ReceivedAction.GIVE_BACK.name()));
    }

    /** What has been made of it by this allotment, if it is one of its own. */
    Optional<ReceivedTerms.Part> part(Id<?> allotment) {
        return terms().parts().stream()
                .filter(part -> part.allotment().equals(allotment))
                .findFirst();
    }
}
