package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.fiscalloop.transfer.TransferCommands.RecallTransfer;
import org.fiscalloop.transfer.TransferCommands.ReviseTransfer;
import org.fiscalloop.transfer.TransferEvents.TransferAskedBack;
import org.fiscalloop.transfer.TransferEvents.TransferFilledIn;
import org.fiscalloop.transfer.TransferEvents.TransferIssued;
import org.fiscalloop.transfer.TransferNotices.TransferRecalled;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.fiscalloop.transfer.TransferPostings.Level;

/** What happens to a transfer when the level that issues it asks something of it, or why it does not. */
final class TransferDecider {
    private TransferDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateTransfer body, Case c) {
        return filledIn(body.terms(), TransferAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseTransfer body, Case c) {
        return filledIn(body.terms(), TransferAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(TransferTerms terms, TransferAction action, Case c) {
        return examine(terms, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new TransferFilledIn(c.move(), terms))));
    }

    /** Handed in, its amount is set aside; taken out of review again, it can be distributed otherwise. */
    static Decision<ImmutableList<Happening>> act(Act act, Case c) {
        Transfer transfer = c.document(Transfer.class);
        TransferState from = transfer.state();
        TransferState to = TransferState.valueOf(c.move().to());
        return examine(transfer.terms(), TransferAction.valueOf(act.action()), c)
                .decide(() -> {
                    if (to == TransferState.ISSUED) {
                        return issued(transfer, c);
                    }
                    boolean isSetAside = from != TransferState.SUBMITTED && to == TransferState.SUBMITTED;
                    boolean isReleased = from == TransferState.SUBMITTED && to == TransferState.DRAFT;
                    Moved moved = new Moved(c.move());
                    if (!isSetAside && !isReleased) {
                        return ImmutableList.of(Happening.of(moved));
                    }
                    return happening(
                            moved,
                            Posting.of(
                                    isSetAside ? TransferPostings.SET_ASIDE : TransferPostings.RELEASED,
                                    Fen.of(transfer.terms().amount()),
                                    block(transfer, c),
                                    source(transfer, c)));
                });
    }

    private static ImmutableList<Happening> issued(Transfer transfer, Case c) {
        return happening(
                new TransferIssued(c.move(), new TransferSent(transfer.told()), Optional.empty()),
                Posting.of(TransferPostings.ISSUED, Fen.of(transfer.terms().amount()), block(transfer, c)));
    }

    static Decision<ImmutableList<Happening>> resend(Act act, Case c) {
        Transfer transfer = c.document(Transfer.class);
        return Decision.accepted(ImmutableList.of(Happening.of(
                new TransferIssued(c.move(), new TransferSent(transfer.told()), Optional.of(transfer.lastSent())))));
    }

    static Decision<ImmutableList<Happening>> recall(RecallTransfer body, Case c) {
        Transfer transfer = c.document(Transfer.class);
        long fen = Fen.of(body.amount());
        return examine(new TransferControls.Issuing(transfer.terms(), fen, c), TransferAction.RECALL)
                .decide(() -> happening(
                        new TransferAskedBack(
                                c.move(),
                                transfer.terms().receiver().value(),
                                transfer.fiscalYear(),
                                new TransferRecalled(received(transfer), body.amount(), body.reason())),
                        Posting.of(
                                TransferPostings.ASKED_BACK,
                                ImmutableList.of(Level.ISSUING),
                                fen,
                                block(transfer, c))));
    }

    /** What the level below calls it. */
    static Id<ReceivedTransfer> received(Transfer transfer) {
        return ReceivedTransfer.id(
                new DivisionCode(transfer.division()), Transfer.id(transfer.id().value()));
    }

    private static ImmutableList<Happening> happening(Event event, Posting posting) {
        return ImmutableList.of(Happening.of(event, posting));
    }

    private static Findings examine(TransferTerms terms, TransferAction action, Case c) {
        return examine(new TransferControls.Issuing(terms, Fen.of(terms.amount()), c), action);
    }

    private static Findings examine(TransferControls.Issuing examined, TransferAction action) {
        return examined.facts().rules(TransferFlow.RULES).issuingControls().examine(action, examined);
    }

    /** The coding block of a transfer, with the extra elements by which balances are kept. */
    static Segments block(Transfer transfer, Case c) {
        Segments own = transfer.segments()
                .with(Dimensions.LINE, drawnOn(transfer, c).terms().line().value());
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(own, transfer.terms().elements());
    }

    private static Allotment drawnOn(Transfer transfer, Case c) {
        return c.find(transfer.terms().source())
                .orElseThrow(() -> new IllegalStateException("the source of " + transfer + " is gone"));
    }

    /** The coding block of the allotment that it draws on. */
    static Segments source(Transfer transfer, Case c) {
        Allotment source = drawnOn(transfer, c);
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(source.segments(), source.terms().elements());
    }

    static Terms evolve(TransferFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
