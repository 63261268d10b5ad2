package org.fiscalloop.payment;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.payment.PaymentReasons.amounts;
import static org.fiscalloop.payment.PaymentReasons.refusal;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CrossYearRefund;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.NamedDocument;
import org.fiscalloop.payment.PaymentEvents.VoucherCleared;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentPostings.Back;

/**
 * Where what bank and treasury tell is booked, what it waits for, or why it is an exception. What tells again what has been
 * booked is booked without effect.
 */
final class PaymentMatcher {
    /** 请对方更正后重发: the sender corrects and sends again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 指明退回的明细: the sender says for which detail of the payee list it is. */
    static final String NAME_DETAIL = "name-detail";

    /** 追回款项: the money is taken back. */
    static final String TAKE_MONEY_BACK = "take-money-back";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    /** Stands in for the state of a voucher that there is not. */
    private static final String UNKNOWN = "UNKNOWN";

    private PaymentMatcher() {}

    static Matching acceptance(BankAcceptance body, Case c) {
        return of(body, body.voucher(), VoucherState.SENT, c, voucher -> switch (voucher.state()) {
            case CREATED, SIGNED, STAMPED -> waiting(body, voucher, VoucherState.SENT);
            case SENT -> Matching.booked(Happening.of(new Moved(moved(voucher, VoucherAction.ACCEPT, c))));
            case VOIDED -> ofVoid(body, voucher);
            case BANK_ACCEPTED, BANK_REJECTED, PAID, CLEARED, PAID_OUT, REFUNDED -> Matching.nothing();
        });
    }

    static Matching rejection(BankRejection body, Case c) {
        return of(body, body.voucher(), VoucherState.SENT, c, voucher -> switch (voucher.state()) {
            case CREATED, SIGNED, STAMPED -> waiting(body, voucher, VoucherState.SENT);
            case SENT, BANK_ACCEPTED ->
                Matching.booked(Happening.of(new Moved(moved(voucher, VoucherAction.REJECT, c))));
            case BANK_REJECTED -> Matching.nothing();
            case VOIDED -> wasRejected(voucher) ? Matching.nothing() : ofVoid(body, voucher);
            case PAID, CLEARED, PAID_OUT, REFUNDED ->
                Matching.listed(
                        body,
                        refusal(
                                PaymentReasons.REJECTED_AFTER_PAID,
                                voucher,
                                Facts.of("state", Fact.text(voucher.state().name()))
                                        .and("booked", Fact.text(serial(voucher)))
                                        .and("reason", Fact.text(body.reason()))),
                        RECONCILE);
        });
    }

    private static boolean wasRejected(PaymentVoucher voucher) {
        return !voucher.trail().actorsOf(VoucherAction.REJECT.name()).isEmpty();
    }

    static Matching receipt(BankReceipt body, Case c) {
        return of(body, body.voucher(), VoucherState.SENT, c, voucher -> switch (voucher.state()) {
            case CREATED, SIGNED, STAMPED, BANK_REJECTED -> waiting(body, voucher, VoucherState.SENT);
            case SENT, BANK_ACCEPTED -> paid(body, voucher, c);
            case VOIDED ->
                Matching.listed(
                        body,
                        refusal(
                                PaymentReasons.FOR_VOIDED,
                                voucher,
                                Facts.of("serial", Fact.text(body.serial()))
                                        .and("given", Fact.amount(Fen.of(body.amount())))),
                        TAKE_MONEY_BACK,
                        RECONCILE);
            case PAID, CLEARED, PAID_OUT, REFUNDED ->
                serial(voucher).equals(body.serial())
                        ? toldAgain(body, voucher)
                        : Matching.listed(
                                body,
                                refusal(
                                        PaymentReasons.TWICE,
                                        voucher,
                                        Facts.of("booked", Fact.text(serial(voucher)))
                                                .and("serial", Fact.text(body.serial()))),
                                TAKE_MONEY_BACK,
                                RECONCILE);
        });
    }

    /** The same serial number with what it said before is nothing new; with anything else it contradicts. */
    private static Matching toldAgain(BankReceipt body, PaymentVoucher voucher) {
        VoucherTerms.Receipt before = voucher.terms().receipt().orElseThrow();
        if (before.equals(body.receipt())
                && PaymentReasons.contradiction(body, voucher).isEmpty()) {
            return Matching.nothing();
        }
        return Matching.listed(body, PaymentReasons.differs(body, before, voucher), CORRECTED_NOTICE, RECONCILE);
    }

    private static Matching paid(BankReceipt body, PaymentVoucher voucher, Case c) {
        VoucherTerms terms = voucher.terms();
        Optional<Refusal> differs = PaymentReasons.contradiction(body, voucher);
        if (differs.isPresent()) {
            return Matching.listed(body, differs.orElseThrow(), CORRECTED_NOTICE, RECONCILE);
        }
        ImmutableList.Builder<Move> moves = ImmutableList.builder();
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        boolean isCleared = terms.channel().isCleared();
        moves.add(moved(voucher, isCleared ? VoucherAction.PAY : VoucherAction.PAY_OUT, c));
        for (VoucherTerms.Line line : terms.lines()) {
            PaymentRequest request = PaymentDecider.request(line, c);
            moves.add(PaymentDecider.moved(c.move(request, PaymentAction.PAY)));
            moves.addAll(NamedDocument.payment(request.terms().named(), c));
            postings.addAll(PaymentPostings.paid(line, request, c));
            if (!isCleared) {
                postings.add(PaymentPostings.cleared(line, c));
            }
        }
        return Matching.booked(PaymentDecider.paid(voucher, moves.build(), body.receipt(), postings.build(), c));
    }

    /** Line by line: the others of a batch are booked although one waits or contradicts. */
    static Matching clearing(TreasuryClearing body, Case c) {
        Set<Id<PaymentVoucher>> seen = new HashSet<>();
        ImmutableList.Builder<Happening> booked = ImmutableList.builder();
        ImmutableList.Builder<Matching.Waiting> parked = ImmutableList.builder();
        ImmutableList.Builder<Matching.Listing> listed = ImmutableList.builder();
        for (ClearingLine line : body.lines()) {
            TreasuryClearing part = new TreasuryClearing(body.batch(), ImmutableList.of(line));
            Matching matching = seen.add(line.voucher())
                    ? cleared(part, line, c)
                    : clearedTwice(part, line.voucher(), body.batch());
            booked.addAll(matching.booked());
            parked.addAll(matching.parked());
            listed.addAll(matching.listed());
        }
        return new Matching(booked.build(), parked.build(), listed.build());
    }

    private static Matching cleared(TreasuryClearing part, ClearingLine line, Case c) {
        return of(part, line.voucher(), VoucherState.PAID, c, voucher -> switch (voucher.state()) {
            case CREATED, SIGNED, STAMPED, SENT, BANK_ACCEPTED, BANK_REJECTED ->
                waiting(part, voucher, VoucherState.PAID);
            case VOIDED -> ofVoid(part, voucher);
            case PAID, CLEARED, PAID_OUT, REFUNDED ->
                voucher.terms().channel().isCleared()
                        ? cleared(part, Fen.of(line.amount()), voucher, c)
                        : Matching.listed(part, PaymentReasons.notCleared(voucher), CORRECTED_NOTICE, RECONCILE);
        });
    }

    private static Matching cleared(TreasuryClearing part, long amount, PaymentVoucher voucher, Case c) {
        VoucherTerms terms = voucher.terms();
        String booked = terms.clearing().map(VoucherTerms.Clearing::batch).orElse(part.batch());
        if (!booked.equals(part.batch())) {
            return clearedTwice(part, part.document(), booked);
        }
        if (amount != terms.fen()) {
            Facts facts = amounts(amount, terms.fen()).and("batch", Fact.text(part.batch()));
            return Matching.listed(
                    part, refusal(PaymentReasons.CLEARING_DIFFERS, voucher, facts), CORRECTED_NOTICE, RECONCILE);
        }
        if (terms.clearing().isPresent()) {
            return Matching.nothing();
        }
        ImmutableList.Builder<Posting> postings =
                ImmutableList.builderWithExpectedSize(terms.lines().size());
        for (VoucherTerms.Line line : terms.lines()) {
            postings.add(PaymentPostings.cleared(line, c));
        }
        VoucherTerms.Clearing clearing = new VoucherTerms.Clearing(part.batch(), c.on());
        return Matching.booked(
                new Happening(new VoucherCleared(moved(voucher, VoucherAction.CLEAR, c), clearing), postings.build()));
    }

    private static Matching clearedTwice(TreasuryClearing part, Id<PaymentVoucher> voucher, String booked) {
        return Matching.listed(
                part,
                Refusal.of(
                        PaymentReasons.CLEARED_TWICE,
                        Facts.of("voucher", Fact.text(voucher.value()))
                                .and("booked", Fact.text(booked))
                                .and("batch", Fact.text(part.batch()))),
                CORRECTED_NOTICE,
                RECONCILE);
    }

    static Matching refund(RefundNotice body, Case c) {
        return of(body, body.voucher(), VoucherState.PAID, c, voucher -> switch (voucher.state()) {
            case CREATED, SIGNED, STAMPED, SENT, BANK_ACCEPTED, BANK_REJECTED ->
                waiting(body, voucher, VoucherState.PAID);
            case VOIDED -> ofVoid(body, voucher);
            case PAID, CLEARED, PAID_OUT, REFUNDED -> refunded(body, voucher, c);
        });
    }

    private static Matching refunded(RefundNotice body, PaymentVoucher voucher, Case c) {
        Optional<VoucherTerms.Refund> recorded = voucher.terms().refund(body.serial());
        if (recorded.isPresent()) {
            VoucherTerms.Refund before = recorded.orElseThrow();
            Facts facts = Facts.of("given", Fact.text(body.refund().described()))
                    .and(Refusal.ALLOWED, Fact.text(before.described()));
            return before.equals(body.refund())
                    ? Matching.nothing()
                    : Matching.listed(
                            body, refusal(PaymentReasons.REFUND_DIFFERS, voucher, facts), CORRECTED_NOTICE, RECONCILE);
        }
        if (c.on().getYear() < voucher.fiscalYear()) {
            Facts facts = Facts.of("year", Fact.count(voucher.fiscalYear())).and("on", Fact.day(c.on()));
            return Matching.listed(
                    body, refusal(PaymentReasons.BEFORE_PAYMENT, voucher, facts), CORRECTED_NOTICE, RECONCILE);
        }
        ImmutableList<Back> standing = PaymentPostings.standing(body, voucher.terms(), c);
        if (standing.isEmpty()) {
            return Matching.listed(body, PaymentReasons.whichPart(body, voucher), CORRECTED_NOTICE, RECONCILE);
        }
        long allowed = 0;
        for (Back place : standing) {
            allowed = Fen.add(allowed, place.fen());
        }
        if (body.fen() > allowed) {
            return Matching.listed(
                    body,
                    refusal(PaymentReasons.OVER_PAID, voucher, amounts(body.fen(), allowed)),
                    CORRECTED_NOTICE,
                    RECONCILE);
        }
        if (body.fen() < allowed && !isOfOneRequest(standing)) {
            return Matching.listed(body, PaymentReasons.whichRequest(body, voucher), CORRECTED_NOTICE, RECONCILE);
        }
        return PaymentPostings.returned(PaymentPostings.back(standing, body.fen()), body.detail(), c)
                .match(
                        returned -> refunded(body, voucher, returned.value(), c),
                        refused -> Matching.listed(
                                body, refused.refusals().get(0), NAME_DETAIL, CORRECTED_NOTICE, RECONCILE));
    }

    /** Where nothing stands any more, nothing has come back of. */
    private static boolean isOfOneRequest(ImmutableList<Back> standing) {
        return standing.stream()
                        .filter(some -> some.fen() > 0)
                        .map(some -> some.part().line().request())
                        .distinct()
                        .count()
                == 1;
    }

    private static Matching refunded(
            RefundNotice body, PaymentVoucher voucher, PaymentPostings.Returned returned, Case c) {
        int year = Math.max(
                c.on().getYear(),
                c.reads().openYear(voucher.division(), voucher.terms().agency(), voucher.fiscalYear()));
        boolean isLast =
                body.fen() == PaymentPostings.refundable(voucher.terms().lines(), c);
        VoucherRefunded event = new VoucherRefunded(
                moved(voucher, isLast ? VoucherAction.REFUND : VoucherAction.REFUND_PART, c), body.refund());
        Matching matched = year > voucher.fiscalYear()
                ? refundedLater(body, event, returned, year, c)
                : Matching.booked(new Happening(
                        event,
                        Stream.concat(
                                        returned.backs().stream().flatMap(back -> PaymentPostings.refunded(back, c)),
                                        returned.ofNamed().stream())
                                .collect(toImmutableList())));
        return matched.booked().isEmpty()
                ? matched
                : matched.and(new Matching(returned.demands(), ImmutableList.of(), ImmutableList.of()));
    }

    /** What comes back in a later year is taken in by that year, under its rules. */
    private static Matching refundedLater(
            RefundNotice body, VoucherRefunded event, PaymentPostings.Returned returned, int year, Case c) {
        return c.inYear(year)
                .flatMap(next -> {
                    CrossYearRefund later = CrossYearRefund.of(year, next);
                    returned.backs().forEach(back -> PaymentPostings.refundedLater(back, later, c));
                    later.with(returned.ofNamed());
                    return later.happenings()
                            .map(made -> Matching.booked(new Happening(event, later.postings()))
                                    .and(new Matching(made, ImmutableList.of(), ImmutableList.of())));
                })
                .match(
                        matched -> matched.value(),
                        refused -> Matching.listed(body, refused.refusals().get(0), RECONCILE));
    }

    /** What is made of a notice about a voucher that there is; about one that there is not, it waits. */
    private static Matching of(
            Body body,
            Id<PaymentVoucher> id,
            VoucherState awaited,
            Case c,
            Function<PaymentVoucher, Matching> matching) {
        return voucher(id, c).map(matching).orElseGet(() -> waiting(body, id, UNKNOWN, awaited));
    }

    private static Matching ofVoid(Body body, PaymentVoucher voucher) {
        return Matching.listed(body, refusal(PaymentReasons.NOTICE_FOR_VOIDED, voucher, Facts.none()), RECONCILE);
    }

    private static Matching waiting(Body body, PaymentVoucher voucher, VoucherState awaited) {
        return waiting(body, voucher.id(), voucher.state().name(), awaited);
    }

    private static Matching waiting(Body body, Id<?> voucher, String state, VoucherState awaited) {
        return Matching.parked(
                body,
                voucher,
                Refusal.of(
                        PaymentReasons.WAITING,
                        Facts.of("voucher", Fact.text(voucher.value()))
                                .and("state", Fact.text(state))
                                .and(Refusal.ALLOWED, Fact.texts(ImmutableList.of(awaited.name())))));
    }

    /** A voucher of the division that the notice is for; another one is as good as none. */
    private static Optional<PaymentVoucher> voucher(Id<PaymentVoucher> id, Case c) {
        return c.find(id).filter(found -> found.division().equals(c.input().division()));
    }

    private static String serial(PaymentVoucher voucher) {
        return voucher.terms().receipt().orElseThrow().serial();
    }

    private static Move moved(PaymentVoucher voucher, VoucherAction action, Case c) {
        return PaymentDecider.moved(c.move(voucher, action));
    }
}
