package org.fiscalloop.settlement;

import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.settlement.CashTerms.Sent;
import org.fiscalloop.settlement.SettlementEvents.CashArrived;
import org.fiscalloop.settlement.SettlementEvents.CashLeft;
import org.fiscalloop.settlement.SettlementEvents.Reply;
import org.fiscalloop.settlement.SettlementEvents.SettlementArrived;
import org.fiscalloop.settlement.SettlementEvents.SettlementMessageAcknowledged;
import org.fiscalloop.settlement.SettlementNotices.CashPaid;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.settlement.SettlementNotices.SettlementIssued;
import org.fiscalloop.settlement.SettlementNotices.SettlementMessageReceived;

/** Where what treasury and other divisions tell is booked, what it waits for, or why it is an exception. */
final class SettlementMatcher {
    /** 请对方更正后重发: the sender corrects and sends again. */
    private static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    private static final String RECONCILE = "reconcile";

    /** Stands in for the state of a document that there is not. */
    private static final String UNKNOWN = "UNKNOWN";

    private SettlementMatcher() {}

    // ---- the own treasury -------------------------------------------------------------------------------------------

    static Matching paid(CashPaid body, Case c) {
        Optional<CashTransfer> found = c.find(body.document())
                .filter(money -> money.division().equals(c.input().division()));
        if (found.isEmpty()) {
            return waiting(body, UNKNOWN);
        }
        CashTransfer money = found.orElseThrow();
        CashTerms terms = money.terms();
        Facts given = about(body).and("given", amount(Fen.of(body.amount())));
        return switch (money.state()) {
            case DRAFT, SUBMITTED -> waiting(body, money.state().name());
            case VOIDED -> listed(body, SettlementReasons.VOIDED, given, RECONCILE);
            case ORDERED ->
                body.amount().isEqual(terms.amount())
                        ? left(body, money, c)
                        : listed(
                                body,
                                SettlementReasons.PAID_OTHERWISE,
                                given.and(Refusal.ALLOWED, amount(terms.fen())),
                                CORRECTED_NOTICE,
                                RECONCILE);
            case SENT, DELIVERED ->
                terms.sent().equals(Optional.of(new Sent(body.serial(), body.paidOn())))
                                && body.amount().isEqual(terms.amount())
                        ? Matching.nothing()
                        : toldOtherwise(body, given, terms.fen());
        };
    }

    private static Matching left(CashPaid body, CashTransfer money, Case c) {
        CashTerms terms = ImmutableCashTerms.builder()
                .from(money.terms())
                .sent(new Sent(body.serial(), body.paidOn()))
                .build();
        int year = year(terms.division(), body.paidOn(), c);
        return Matching.booked(new Happening(
                new CashLeft(
                        moved(c.move(money, CashTransfer.Action.DISBURSE)),
                        terms,
                        new CashSent(body.document(), terms.mirrored()),
                        Optional.empty()),
                ImmutableList.of(
                        Posting.of(
                                SettlementPostings.NO_LONGER_ORDERED,
                                terms.fen(),
                                SettlementPostings.block(body.document(), terms, year)),
                        SettlementPostings.cash(SettlementPostings.SENT, terms, year, c))));
    }

    // ---- another division -------------------------------------------------------------------------------------------

    static Matching sent(CashSent body, Case c) {
        CashTerms told = body.terms();
        boolean isFromAbove = told.kind().isDown();
        return misled(body, told.division(), told.counterpart(), told.kind().name(), isFromAbove, c)
                .orElseGet(() -> arrived(body, c));
    }

    private static Matching arrived(CashSent body, Case c) {
        CashTerms told = body.terms();
        Id<ReceivedCash> id = body.document();
        Reply reply = new Reply(body.money(), c.input().id());
        Optional<ReceivedCash> before = c.find(id);
        if (before.isEmpty()) {
            LocalDate on = told.sent().orElseThrow().on();
            return Matching.booked(Happening.of(
                    new CashArrived(moved(c.create(id, ReceivedCash.Action.DELIVER)), told, reply),
                    SettlementPostings.cash(SettlementPostings.RECEIVED, told, year(told.division(), on, c), c)));
        }
        return again(
                body,
                before.orElseThrow(),
                told,
                told.fen(),
                before.orElseThrow().terms().fen(),
                () -> Happening.of(new CashArrived(
                        moved(c.move(before.orElseThrow(), ReceivedCash.Action.DELIVER_AGAIN)), told, reply)));
    }

    static Matching issued(SettlementIssued body, Case c) {
        SettlementTerms told = body.terms();
        return misled(body, told.division(), told.counterpart(), told.kind().name(), true, c)
                .orElseGet(() -> settled(body, c));
    }

    private static Matching settled(SettlementIssued body, Case c) {
        SettlementTerms told = body.terms();
        Id<ReceivedSettlement> id = body.document();
        Reply reply = new Reply(body.settlement(), c.input().id());
        Optional<ReceivedSettlement> before = c.find(id);
        if (before.isEmpty()) {
            return Matching.booked(Happening.of(
                    new SettlementArrived(moved(c.create(id, ReceivedSettlement.Action.DELIVER)), told, reply)));
        }
        ReceivedSettlement known = before.orElseThrow();
        return again(
                body,
                known,
                told,
                told.fen(),
                known.terms().fen(),
                () -> Happening.of(new SettlementArrived(
                        moved(c.move(known, ReceivedSettlement.Action.DELIVER_AGAIN)), told, reply)));
    }

    /** What is told again as it is recorded is answered again; anything else contradicts. */
    private static Matching again(
            Body body,
            FlowDocument<?, ?> known,
            Object told,
            long given,
            long recorded,
            Supplier<Happening> happening) {
        return known.terms().equals(told)
                ? Matching.booked(happening.get())
                : toldOtherwise(body, about(body).and("given", amount(given)), recorded);
    }

    /** It is told by the division that it names, to the one that it is for, from the level it must come from. */
    private static Optional<Matching> misled(
            Body body, String division, String counterpart, String kind, boolean isFromAbove, Case c) {
        String here = c.input().division();
        if (!division.equals(here)) {
            return Optional.of(listed(
                    body,
                    SettlementReasons.NOT_FOR_HERE,
                    about(body).and("given", text(division)).and(Refusal.ALLOWED, text(here)),
                    CORRECTED_NOTICE));
        }
        boolean isOfLevel = isFromAbove
                ? SettlementControls.isAbove(counterpart, here, c)
                : SettlementControls.isAbove(here, counterpart, c);
        return otherSender(body, counterpart, c)
                .or(() -> isOfLevel
                        ? Optional.empty()
                        : Optional.of(listed(
                                body,
                                SettlementReasons.SENDER_NOT_OF_LEVEL,
                                about(body)
                                        .and("sender", text(counterpart))
                                        .and("kind", text(kind))
                                        .and(Refusal.ALLOWED, SettlementControls.level(!isFromAbove)),
                                CORRECTED_NOTICE)));
    }

    private static Optional<Matching> otherSender(Body body, String counterpart, Case c) {
        String sender = c.input().id().sender();
        return sender.equals(counterpart)
                ? Optional.empty()
                : Optional.of(listed(
                        body,
                        SettlementReasons.OTHER_SENDER,
                        about(body).and("sender", text(sender)).and(Refusal.ALLOWED, text(counterpart)),
                        CORRECTED_NOTICE));
    }

    /** A message that is not on its way any more was acknowledged before. */
    static Matching acknowledged(SettlementMessageReceived body, Case c) {
        if (body.document().kind().equals(CashTransfer.KIND)) {
            return c.find(CashTransfer.id(body.document().value()))
                    .map(money -> acknowledged(
                            body,
                            money.terms().counterpart(),
                            money.isOnItsWay(),
                            money.lastSent(),
                            () -> c.move(money, CashTransfer.Action.ACKNOWLEDGE),
                            c))
                    .orElseGet(() -> unknown(body, c));
        }
        return c.find(Settlement.id(body.document().value()))
                .map(settlement -> acknowledged(
                        body,
                        settlement.terms().counterpart(),
                        settlement.isOnItsWay(),
                        settlement.lastSent(),
                        () -> c.move(settlement, Settlement.Action.ACKNOWLEDGE),
                        c))
                .orElseGet(() -> unknown(body, c));
    }

    private static Matching acknowledged(
            SettlementMessageReceived body,
            String counterpart,
            boolean isOnItsWay,
            InputId awaited,
            Supplier<Decision<Move>> move,
            Case c) {
        return otherSender(body, counterpart, c)
                .orElseGet(() -> isOnItsWay && body.message().equals(awaited)
                        ? Matching.booked(Happening.of(new SettlementMessageAcknowledged(moved(move.get()), awaited)))
                        : Matching.nothing());
    }

    private static Matching unknown(Body body, Case c) {
        return listed(
                body,
                SettlementReasons.UNKNOWN,
                about(body).and("sender", text(c.input().id().sender())),
                CORRECTED_NOTICE);
    }

    // ---- all of them ------------------------------------------------------------------------------------------------

    /** The first year from that of the day on whose books are open. */
    private static int year(String division, LocalDate on, Case c) {
        return c.reads().openYear(division, "", on.getYear());
    }

    private static Facts about(Body body) {
        return Facts.of("document", text(body.document().toString()));
    }

    private static Matching waiting(CashPaid body, String state) {
        return Matching.parked(
                body,
                body.document(),
                Refusal.of(
                        SettlementReasons.WAITING,
                        about(body)
                                .and("state", text(state))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(CashTransfer.State.ORDERED.name())))));
    }

    private static Matching toldOtherwise(Body body, Facts given, long recorded) {
        return listed(
                body,
                SettlementReasons.TOLD_OTHERWISE,
                given.and(Refusal.ALLOWED, amount(recorded)),
                CORRECTED_NOTICE,
                RECONCILE);
    }

    private static Matching listed(Body body, Reason reason, Facts facts, String... remedies) {
        return Matching.listed(body, Refusal.of(reason, facts), remedies);
    }

    static Move moved(Decision<Move> move) {
        return move.match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a table does not allow what was told: " + refused.refusals());
        });
    }
}
