package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payees.PayeesCommands.Filling;
import org.fiscalloop.payees.PayeesEvents.PayeeListFilledIn;

/** What happens to a payee list when something is asked of it, or why it does not. */
final class PayeesDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "payees.not-by-itself",
            "This does not happen to the list by itself",
            "不可单独操作",
            "{action} of {document} happens only with the payment that names it",
            "{document} 的 {action} 只能随支付发生",
            Source.own("a list is paid when the bank has paid the request that names it"));

    private static final Keys CONFIRMING =
            new Keys(PayeesPostings.CONFIRMED, PayeesPostings.PAID_AGAIN, PayeesPostings.REIMBURSED);
    private static final Keys GIVING_UP =
            new Keys(PayeesPostings.GIVEN_UP, PayeesPostings.NOT_PAID_AGAIN, PayeesPostings.NOT_REIMBURSED);

    private PayeesDecider() {}

    static Decision<ImmutableList<Happening>> create(Filling body, Case c) {
        return filledIn(body, PayeeListAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(Filling body, Case c) {
        return filledIn(body, PayeeListAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(Filling body, PayeeListAction action, Case c) {
        return examine(body.terms(), action, c)
                .decide(() -> ImmutableList.of(Happening.of(new PayeeListFilledIn(c.move()))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return examine(list(c).terms(), PayeeListAction.SUBMIT, c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post confirms it: what it pays again is taken of what came back. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        boolean isLast = c.move().to().equals(PayeeListState.CONFIRMED.name());
        return examine(list(c).terms(), PayeeListAction.APPROVE, c).decide(() -> moved(isLast, CONFIRMING, c));
    }

    /** A list that was confirmed gives back what it was to pay again. */
    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        return Decision.accepted(moved(list(c).isPayable(), GIVING_UP, c));
    }

    private static ImmutableList<Happening> moved(boolean isBooked, Keys keys, Case c) {
        return ImmutableList.of(
                new Happening(new Moved(c.move()), isBooked ? booked(keys, list(c)) : ImmutableList.of()));
    }

    /**
     * How a list is booked as a whole, and what of it is booked detail by detail.
     *
     * @param whole the list
     * @param again a detail that pays again what came back
     * @param reimbursed a detail that repays a consumption by card
     */
    private record Keys(PostingKey whole, PostingKey again, PostingKey reimbursed) {}

    private static ImmutableList<Posting> booked(Keys keys, PayeeList list) {
        ImmutableList.Builder<Posting> booked = ImmutableList.builder();
        booked.add(Posting.of(keys.whole(), list.terms().fen(), list.segments()));
        for (PayeeDetail detail : list.terms().details()) {
            detail.origin()
                    .map(origin -> list.segments().with(Dimensions.DOCUMENT, origin.key()))
                    .ifPresent(origin -> booked.add(Posting.of(keys.again(), detail.fen(), origin)));
            detail.consumption()
                    .map(bought -> PayeeList.segments(list.division(), bought))
                    .ifPresent(bought -> booked.add(Posting.of(keys.reimbursed(), detail.fen(), bought)));
        }
        return booked.build();
    }

    private static PayeeList list(Case c) {
        return c.document(PayeeList.class);
    }

    private static Findings examine(PayeeListTerms terms, PayeeListAction action, Case c) {
        PayeesCase facts = PayeesCase.of(terms, c);
        return facts.rules().controls().examine(action, facts);
    }

    /** What stands on a list is what the command filled in. */
    static Terms filledIn(Filling body) {
        return body.terms();
    }
}
