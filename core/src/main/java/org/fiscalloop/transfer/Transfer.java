package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableSet;
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

/** A transfer (转移支付指标) at the level that issues it. */
public final class Transfer extends FlowDocument<TransferTerms, TransferState> {
    /** The kind of document; the value of an id is the vendor's number of the transfer. */
    public static final DocumentKind<Transfer> KIND = new DocumentKind<>("transfer", Transfer.class);

    private static final ImmutableSet<String> ON_ITS_WAY =
            ImmutableSet.of(TransferState.ISSUED.name(), TransferState.RECALLING.name());

    private static final ImmutableSet<String> SENDS_NOTHING = ImmutableSet.of(
            TransferAction.ACKNOWLEDGE.name(), TransferAction.COME_BACK.name(), TransferAction.SETTLE.name());

    Transfer(Id<Transfer> id, TransferTerms terms, Standing<TransferState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the transfer with this number. */
    public static Id<Transfer> id(String value) {
        return new Id<>(KIND, value);
    }

    /** The coding block by which its balances are read. */
    public Segments segments() {
        return Dimensions.segments(terms().elements())
                .with(Dimensions.ALLOTMENT, terms().source().value())
                .with(Dimensions.DOCUMENT, id().value());
    }

    /** Whether something of it is on its way to the level below, and not acknowledged. */
    public boolean isOnItsWay() {
        return ON_ITS_WAY.contains(state().name());
    }

    /** Whether a settlement of the year names it (年终结算). */
    public boolean isSettled() {
        return !trail().actorsOf(TransferAction.SETTLE.name()).isEmpty();
    }

    /** The number of the message that left last: that by which it was issued, sent again or asked back. */
    InputId lastSent() {
        return Message.last(this, step -> ON_ITS_WAY.contains(step.to()) && !SENDS_NOTHING.contains(step.action()));
    }

    /** What the level below is told of it when it is issued. */
    ReceivedTerms told() {
        return ImmutableReceivedTerms.builder()
                .division(terms().receiver().value())
                .fiscalYear(fiscalYear())
                .origin(new DivisionCode(division()))
                .transfer(id(id().value()))
                .documentNo(terms().documentNo())
                .title(terms().title())
                .documentDate(terms().effectiveOn())
                .kind(terms().kind())
                .isEarly(terms().isEarly())
                .fund(terms().elements().fund())
                .function(terms().function())
                .project(terms().elements().project())
                .labels(terms().elements().extra())
                .amount(terms().amount())
                .build();
    }
}
