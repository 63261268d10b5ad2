package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.collection.CollectionCommands.CreateRefund;
import org.fiscalloop.collection.CollectionEvents.RefundChanged;
import org.fiscalloop.collection.CollectionNotices.RefundRepaid;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.RevenueCheck;

/** What happens to refunds of revenue when something is asked of them or told, or why it does not. */
final class RefundDecider {
    private RefundDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateRefund body, Case c) {
        RefundTerms terms = body.terms();
        return examine(terms, RefundAction.CREATE, c)
                .decide(() -> ImmutableRefundTerms.copyOf(terms)
                        .withRepaid(Optional.empty())
                        .withBooking(RevenueCheck.booked(terms.line(), c).booking()))
                .map(booked -> ImmutableList.of(Happening.of(new RefundChanged(c.move(), booked))));
    }

    /** An act that moves the refund; what it holds of its bill follows from where it stands. */
    static Decision<ImmutableList<Happening>> act(Act act, Case c) {
        RevenueRefund refund = c.document(RevenueRefund.class);
        return examine(refund.terms(), RefundAction.valueOf(act.action()), c)
                .decide(() -> ImmutableList.of(new Happening(new Moved(c.move()), change(refund, c))));
    }

    private static Findings examine(RefundTerms terms, RefundAction action, Case c) {
        return c.rules(CollectionFlow.RULES).refundControls().examine(action, new RefundControls.Refunding(terms, c));
    }

    private static ImmutableList<Posting> change(RevenueRefund refund, Case c) {
        boolean held = holds(refund.state());
        boolean holds = holds(RefundState.valueOf(c.move().to()));
        if (held == holds) {
            return ImmutableList.of();
        }
        return ofBill(refund.terms(), holds ? CollectionPostings.HELD : CollectionPostings.RELEASED, c)
                .map(ImmutableList::of)
                .orElse(ImmutableList.of());
    }

    private static boolean holds(RefundState state) {
        return switch (state) {
            case SUBMITTED, APPROVED -> true;
            case DRAFT, REPAID, VOIDED -> false;
        };
    }

    private static Optional<Posting> ofBill(RefundTerms terms, PostingKey key, Case c) {
        return terms.bill()
                .map(id ->
                        c.find(id).orElseThrow(() -> new IllegalStateException("the bill of a refund is gone: " + id)))
                .map(bill -> CollectionPostings.of(key, bill, terms.fen()));
    }

    static Matching repaid(RefundRepaid body, Case c) {
        Optional<RevenueRefund> refund = c.find(body.refund());
        if (refund.isEmpty()) {
            return BillDecider.waiting(body, body.refund(), "UNKNOWN", RefundState.APPROVED);
        }
        RefundTerms terms = refund.get().terms();
        Facts facts = Facts.of("serial", Fact.text(body.serial()));
        return switch (refund.get().state()) {
            case DRAFT, SUBMITTED ->
                BillDecider.waiting(body, body.refund(), refund.get().state().name(), RefundState.APPROVED);
            case VOIDED ->
                BillDecider.listed(
                        body, CollectionReasons.OF_VOID, facts.and("given", Fact.amount(Fen.of(body.amount()))));
            case APPROVED -> contradiction(body, terms, facts).orElseGet(() -> booked(body, refund.get(), c));
            case REPAID -> again(body, terms, facts);
        };
    }

    /** The same number with what it said before is nothing new; with anything else it contradicts. */
    private static Matching again(RefundRepaid body, RefundTerms terms, Facts facts) {
        RefundTerms.Repaid before = terms.repaid().orElseThrow();
        if (before.equals(body.repaid())) {
            return contradiction(body, terms, facts).orElseGet(Matching::nothing);
        }
        return BillDecider.listed(
                body,
                CollectionReasons.TWICE,
                Facts.of("given", Fact.text(body.serial())).and(Refusal.ALLOWED, Fact.text(before.serial())));
    }

    private static Optional<Matching> contradiction(RefundRepaid body, RefundTerms terms, Facts facts) {
        if (Fen.of(body.amount()) != terms.fen()) {
            return Optional.of(BillDecider.listed(
                    body,
                    CollectionReasons.AMOUNT_DIFFERS,
                    facts.and("given", Fact.amount(Fen.of(body.amount())))
                            .and(Refusal.ALLOWED, Fact.amount(terms.fen()))));
        }
        if (!body.account().equals(terms.payee().account())) {
            return Optional.of(BillDecider.listed(
                    body,
                    CollectionReasons.ACCOUNT_DIFFERS,
                    facts.and("given", Fact.text(body.account()))
                            .and(Refusal.ALLOWED, Fact.text(terms.payee().account()))));
        }
        return body.repaidOn().getYear() == terms.fiscalYear()
                ? Optional.empty()
                : Optional.of(BillDecider.listed(
                        body,
                        CollectionReasons.OUTSIDE_YEAR,
                        facts.and("on", Fact.day(body.repaidOn())).and("year", Fact.count(terms.fiscalYear()))));
    }

    private static Matching booked(RefundRepaid body, RevenueRefund refund, Case c) {
        Move move = c.move(refund, RefundAction.REPAY).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("an approved refund cannot be carried out: " + refused.refusals());
        });
        RefundTerms after = ImmutableRefundTerms.copyOf(refund.terms()).withRepaid(body.repaid());
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(CollectionPostings.refunded(after, c));
        ofBill(after, CollectionPostings.SETTLED, c).ifPresent(postings::add);
        return Matching.booked(new Happening(new RefundChanged(move, after), postings.build()));
    }

    static Terms evolve(RefundChanged event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
