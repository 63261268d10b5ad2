package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.TransferEvents.MessageAcknowledged;
import org.fiscalloop.transfer.TransferEvents.RecallArrived;
import org.fiscalloop.transfer.TransferEvents.Reply;
import org.fiscalloop.transfer.TransferEvents.TransferArrived;
import org.fiscalloop.transfer.TransferEvents.TransferTakenBack;
import org.fiscalloop.transfer.TransferNotices.MessageReceived;
import org.fiscalloop.transfer.TransferNotices.TransferRecalled;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferNotices.TransferSent;
import org.fiscalloop.transfer.TransferPostings.Level;

/** Where what other divisions tell about transfers is booked, what it waits for, or why it is an exception. */
final class TransferMatcher {
    /** 请对方更正: the other division corrects what it told. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 上下级结算: the two divisions settle it between them. */
    static final String SETTLE = "settle-between-levels";

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason OTHER_SENDER = reason(
            "transfer.other-sender",
            "It is told by another division than that of the transfer",
            "通知来源与转移支付不符",
            "{sender} tells about {document}, which is between this division and {allowed}",
            "{sender} 通知 {document}; 该转移支付的对方区划为 {allowed}");

    static final Reason NOT_FOR_HERE = reason(
            "transfer.not-for-here",
            "The transfer is issued to another division or year",
            "转移支付接收方或年度不符",
            "{document} is issued to {given}, the notice came to {allowed}",
            "{document} 下达给 {given}; 通知送达 {allowed}");

    static final Reason TOLD_OTHERWISE = reason(
            "transfer.told-otherwise",
            "The transfer has arrived already, with other content",
            "转移支付已送达, 内容不同",
            "{document} of {given} has arrived already, of {allowed}, or differs otherwise",
            "{document} 金额 {given}, 已送达金额 {allowed}, 或其他内容不同");

    static final Reason NOT_ARRIVED = reason(
            "transfer.not-arrived",
            "The transfer that is asked back has not arrived yet",
            "被收回的转移支付尚未送达",
            "{document}, of which {amount} is asked back, has not arrived",
            "{document} 尚未送达; 上级收回 {amount}");

    static final Reason UNKNOWN = reason(
            "transfer.unknown",
            "There is no such transfer",
            "转移支付不存在",
            "{document}, which {sender} tells about, is not known here",
            "{sender} 通知的 {document} 不存在");

    static final Reason RETURNED_TOO_MUCH = reason(
            "transfer.returned-too-much",
            "More comes back than is in force",
            "退回金额超过已下达净额",
            "{given} of {document} comes back, {allowed} is in force",
            "{document} 退回 {given}; 已下达净额 {allowed}");

    static final Reason YEAR_CLOSED = reason(
            "transfer.year-closed",
            "The books of the fiscal year are closed",
            "预算年度已结账",
            "{amount} of {document} comes back after the books of {year} are closed",
            "{document} 退回 {amount}, {year} 年已结账");

    static final Reason TOLD_WITH_PARTS = reason(
            "transfer.told-with-parts",
            "It is told with what is made of it only where it is received",
            "转移支付通知不得含接收生成内容",
            "{document} is told with {given} parts that are received; the notice of a transfer has none",
            "{document} 通知含接收生成 {given} 笔; 下达通知不含接收生成");

    static final Reasons REASONS = Reasons.of(
            OTHER_SENDER,
            NOT_FOR_HERE,
            TOLD_OTHERWISE,
            NOT_ARRIVED,
            UNKNOWN,
            RETURNED_TOO_MUCH,
            YEAR_CLOSED,
            TOLD_WITH_PARTS);

    private TransferMatcher() {}

    private static Reason reason(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static Facts about(Body body) {
        return Facts.of("document", Fact.text(body.document().toString()));
    }

    /** Whatever has been issued has happened: its codes are judged where it is received, not where it arrives. */
    static Matching sent(TransferSent body, Case c) {
        ReceivedTerms told = body.terms();
        Optional<Matching> misled = otherSender(body, told.origin().value(), c)
                .or(() -> misdirected(body, c))
                .or(() -> withParts(body));
        if (misled.isPresent()) {
            return misled.get();
        }
        Id<ReceivedTransfer> id = body.document();
        Reply reply = reply(told, c);
        Optional<ReceivedTransfer> before = c.find(id);
        if (before.isEmpty()) {
            return booked(
                    c.create(id, ReceivedAction.DELIVER),
                    move -> Happening.of(
                            new TransferArrived(move, told, reply),
                            Posting.of(
                                    TransferPostings.ARRIVED,
                                    Fen.of(told.amount()),
                                    ReceivedTransfer.segments(id, told))));
        }
        ReceivedTerms terms = before.get().terms();
        ReceivedTerms first = ImmutableReceivedTerms.builder()
                .from(terms)
                .parts(ImmutableList.of())
                .build();
        return first.equals(told)
                ? booked(
                        c.move(before.get(), ReceivedAction.DELIVER_AGAIN),
                        move -> Happening.of(new TransferArrived(move, told, reply)))
                : Matching.listed(
                        body,
                        Refusal.of(
                                TOLD_OTHERWISE,
                                about(body)
                                        .and("given", Fact.amount(Fen.of(told.amount())))
                                        .and(Refusal.ALLOWED, Fact.amount(Fen.of(terms.amount())))),
                        CORRECTED_NOTICE);
    }

    private static Optional<Matching> misdirected(TransferSent body, Case c) {
        String given = body.terms().division() + "/" + body.terms().fiscalYear();
        String allowed = c.input().division() + "/" + c.input().fiscalYear();
        return given.equals(allowed)
                ? Optional.empty()
                : Optional.of(Matching.listed(
                        body,
                        Refusal.of(
                                NOT_FOR_HERE,
                                about(body).and("given", Fact.text(given)).and(Refusal.ALLOWED, Fact.text(allowed))),
                        CORRECTED_NOTICE));
    }

    private static Optional<Matching> withParts(TransferSent body) {
        int parts = body.terms().parts().size();
        return parts == 0
                ? Optional.empty()
                : Optional.of(Matching.listed(
                        body,
                        Refusal.of(TOLD_WITH_PARTS, about(body).and("given", Fact.count(parts))),
                        CORRECTED_NOTICE));
    }

    private static Optional<Matching> otherSender(Body body, String counterpart, Case c) {
        String sender = c.input().id().sender();
        return sender.equals(counterpart)
                ? Optional.empty()
                : Optional.of(Matching.listed(
                        body,
                        Refusal.of(
                                OTHER_SENDER,
                                about(body)
                                        .and("sender", Fact.text(sender))
                                        .and(Refusal.ALLOWED, Fact.text(counterpart))),
                        CORRECTED_NOTICE));
    }

    /** No more is asked back here than is here: what was given back meanwhile is on its way already. */
    static Matching recalled(TransferRecalled body, Case c) {
        Optional<ReceivedTransfer> found = c.find(body.document());
        if (found.isEmpty()) {
            return Matching.parked(
                    body,
                    body.document(),
                    Refusal.of(NOT_ARRIVED, about(body).and("amount", Fact.amount(Fen.of(body.amount())))));
        }
        ReceivedTransfer transfer = found.get();
        Optional<Matching> misled = otherSender(body, transfer.terms().origin().value(), c);
        if (misled.isPresent()) {
            return misled.get();
        }
        long here = Fen.add(
                balance(TransferMeasure.TO_RECEIVE, transfer, c), balance(TransferMeasure.RECEIVED, transfer, c));
        long open = Fen.subtract(here, balance(TransferMeasure.CLAIMED, transfer, c));
        long asked = Math.min(Fen.of(body.amount()), open);
        return booked(c.move(transfer, ReceivedAction.ASK_BACK), move -> {
            RecallArrived event = new RecallArrived(move, body.amount(), body.reason(), reply(transfer.terms(), c));
            return asked > 0
                    ? Happening.of(
                            event,
                            Posting.of(
                                    TransferPostings.ASKED_BACK,
                                    ImmutableList.of(Level.RECEIVING),
                                    asked,
                                    transfer.segments()))
                    : Happening.of(event);
        });
    }

    private static long balance(TransferMeasure measure, ReceivedTransfer transfer, Case c) {
        return c.balance(measure, transfer.segments());
    }

    private static Reply reply(ReceivedTerms terms, Case c) {
        return new Reply(
                terms.origin().value(),
                terms.fiscalYear(),
                terms.transfer(),
                c.input().id());
    }

    static Matching returned(TransferReturned body, Case c) {
        Optional<Transfer> found = c.find(body.document());
        if (found.isEmpty()) {
            return unknown(body, c);
        }
        Transfer transfer = found.get();
        Facts facts = about(body).and("amount", Fact.amount(Fen.of(body.amount())));
        Optional<Matching> misled =
                otherSender(body, transfer.terms().receiver().value(), c);
        if (misled.isPresent()) {
            return misled.get();
        }
        long inForce = c.balance(TransferMeasure.IN_FORCE, transfer.segments());
        long fen = Fen.of(body.amount());
        if (fen > inForce || fen <= 0) {
            return Matching.listed(
                    body,
                    Refusal.of(
                            RETURNED_TOO_MUCH,
                            about(body).and("given", Fact.amount(fen)).and(Refusal.ALLOWED, Fact.amount(inForce))),
                    CORRECTED_NOTICE);
        }
        String agency = transfer.terms().elements().agency().value();
        if (c.reads().openYear(transfer.division(), agency, transfer.fiscalYear()) != transfer.fiscalYear()) {
            return Matching.listed(
                    body, Refusal.of(YEAR_CLOSED, facts.and("year", Fact.count(transfer.fiscalYear()))), SETTLE);
        }
        return booked(
                c.move(transfer, TransferAction.COME_BACK),
                move -> takenBack(transfer, body, Fen.subtract(inForce, fen), move, c));
    }

    /** What remains asked back is no more than what remains in force. */
    private static Happening takenBack(Transfer transfer, TransferReturned body, long rest, Move move, Case c) {
        long asked = c.balance(TransferMeasure.ASKED_BACK, transfer.segments());
        long still = Math.min(Fen.subtract(asked, Math.min(asked, Fen.of(body.answered()))), rest);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                TransferPostings.TAKEN_BACK,
                Fen.of(body.amount()),
                TransferDecider.block(transfer, c),
                TransferDecider.source(transfer, c)));
        if (still < asked) {
            postings.add(Posting.of(
                    TransferPostings.ANSWERED,
                    ImmutableList.of(Level.ISSUING),
                    Fen.subtract(asked, still),
                    TransferDecider.block(transfer, c)));
        }
        return new Happening(
                new TransferTakenBack(
                        move,
                        body.amount(),
                        body.reason(),
                        new Reply(
                                transfer.terms().receiver().value(),
                                transfer.fiscalYear(),
                                TransferDecider.received(transfer),
                                c.input().id())),
                postings.build());
    }

    /** A message that is not on its way any more was acknowledged before. */
    static Matching acknowledged(MessageReceived body, Case c) {
        if (body.document().kind().equals(Transfer.KIND)) {
            Optional<Transfer> found = c.find(Transfer.id(body.document().value()));
            return found.isEmpty() ? unknown(body, c) : acknowledged(body, found.get(), c);
        }
        Optional<ReceivedTransfer> found =
                c.find(new Id<>(ReceivedTransfer.KIND, body.document().value()));
        return found.isEmpty() ? unknown(body, c) : acknowledged(body, found.get(), c);
    }

    private static Matching acknowledged(MessageReceived body, Transfer transfer, Case c) {
        return otherSender(body, transfer.terms().receiver().value(), c).orElseGet(() -> {
            InputId awaited = transfer.lastSent();
            return transfer.isOnItsWay() && body.message().equals(awaited)
                    ? booked(
                            c.move(transfer, TransferAction.ACKNOWLEDGE),
                            move -> Happening.of(new MessageAcknowledged(move, awaited)))
                    : Matching.nothing();
        });
    }

    private static Matching acknowledged(MessageReceived body, ReceivedTransfer transfer, Case c) {
        return otherSender(body, transfer.terms().origin().value(), c).orElseGet(() -> {
            InputId awaited = transfer.lastSent();
            return transfer.isOnItsWay() && body.message().equals(awaited)
                    ? booked(
                            c.move(transfer, ReceivedAction.ACKNOWLEDGE),
                            move -> Happening.of(
                                    new MessageAcknowledged(move, awaited),
                                    Posting.of(
                                            TransferPostings.COME_BACK,
                                            c.balance(TransferMeasure.GIVING_BACK, transfer.segments()),
                                            transfer.segments())))
                    : Matching.nothing();
        });
    }

    private static Matching unknown(Body body, Case c) {
        return Matching.listed(
                body,
                Refusal.of(
                        UNKNOWN,
                        about(body).and("sender", Fact.text(c.input().id().sender()))),
                CORRECTED_NOTICE);
    }

    private static Matching booked(Decision<Move> move, Function<Move, Happening> happening) {
        return move.match(accepted -> Matching.booked(happening.apply(accepted.value())), refused -> {
            throw new IllegalStateException("a table does not allow what was told: " + refused.refusals());
        });
    }
}
