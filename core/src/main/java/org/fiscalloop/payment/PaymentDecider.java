package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Supplier;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.AlertAction;
import org.fiscalloop.monitoring.AlertState;
import org.fiscalloop.monitoring.Examined;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.monitoring.Monitoring;
import org.fiscalloop.monitoring.MonitoringDecider;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateProxyPayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentCommands.Signing;
import org.fiscalloop.payment.PaymentEvents.PaymentFilledIn;
import org.fiscalloop.payment.PaymentEvents.PaymentMonitored;
import org.fiscalloop.payment.PaymentEvents.VoucherCleared;
import org.fiscalloop.payment.PaymentEvents.VoucherCreated;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentEvents.VoucherSigned;
import org.fiscalloop.payment.PaymentEvents.VoucherVoided;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.fiscalloop.payment.VoucherTerms.Receipt;

/** What happens to requests and vouchers when something is asked of them, or why it does not. */
final class PaymentDecider {
    static final Reason NOT_BY_ITSELF = new Reason(
            "payment.not-by-itself",
            "This does not happen to the document by itself",
            "不可单独操作",
            "{action} of {document} happens only with its voucher, its correction or its alert, or by notice of bank or treasury",
            "{document} 的 {action} 只能随支付凭证、更正单、监控疑点或银行、国库通知发生",
            Source.own(
                    "a request is paid and released with its voucher, held and let go by monitoring; what bank and treasury do is told"));

    static final Reason NO_REQUEST = new Reason(
            "payment.no-request",
            "There is no such request",
            "支付申请不存在",
            "there is no request {request} to put on voucher {voucher}",
            "支付申请 {request} 不存在, 不能生成凭证 {voucher}",
            Source.own("a voucher pays requests that have been approved"));

    private PaymentDecider() {}

    static Decision<ImmutableList<Happening>> create(CreatePayment body, Case c) {
        return create(body.request(), body.terms(), PaymentAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> createProxy(CreateProxyPayment body, Case c) {
        return create(body.request(), body.terms(), PaymentAction.CREATE_PROXY, c);
    }

    private static Decision<ImmutableList<Happening>> create(
            Id<PaymentRequest> request, PaymentTerms given, PaymentAction creation, Case c) {
        PaymentCase facts =
                PaymentCase.of(held(given, c.rules(PaymentFlow.RULES).occupation()), c);
        return examine(facts, creation)
                .map(terms -> filledIn(terms, c, () -> PaymentPostings.applied(request, terms, c)));
    }

    /** What was held for the amount before is released, and the new amount is held. */
    static Decision<ImmutableList<Happening>> revise(RevisePayment body, Case c) {
        PaymentTerms before = c.document(PaymentRequest.class).terms();
        PaymentCase facts = PaymentCase.of(held(body.terms(), before.occupation()), c);
        return examine(facts, PaymentAction.REVISE)
                .map(terms -> filledIn(terms, c, () -> PaymentPostings.amended(body.request(), before, terms, c)));
    }

    private static ImmutableList<Happening> filledIn(
            PaymentTerms terms, Case c, Supplier<ImmutableList<Posting>> holding) {
        ImmutableList<Posting> postings = terms.occupation() == Occupation.SAVE ? holding.get() : ImmutableList.of();
        return ImmutableList.of(new Happening(new PaymentFilledIn(c.move(), terms), postings));
    }

    /** The terms under the policy by which the request holds its amount. */
    private static PaymentTerms held(PaymentTerms terms, Occupation occupation) {
        return terms.occupation() == occupation
                ? terms
                : ImmutablePaymentTerms.builder()
                        .from(terms)
                        .occupation(occupation)
                        .build();
    }

    /** An act that moves the request; what it holds of the allotment follows from where it stands. */
    static Decision<ImmutableList<Happening>> act(Act act, Case c) {
        PaymentRequest request = c.document(PaymentRequest.class);
        PaymentAction action = PaymentAction.valueOf(act.action());
        Decision<PaymentTerms> examined = examine(PaymentCase.of(request.terms(), c), action);
        return action == PaymentAction.SUBMIT
                ? examined.flatMap(terms -> handedIn(request, c))
                : examined.map(terms -> moved(request, c.move(), c));
    }

    /** A request that is handed in goes under review, or waits for what monitoring says of it; what it holds is the same. */
    private static Decision<ImmutableList<Happening>> handedIn(PaymentRequest request, Case c) {
        MonitoredPayment payment = request.monitored(c.on());
        Optional<Examined> said = Monitoring.examine(payment, c);
        return said.isEmpty()
                ? Decision.accepted(moved(request, c.move(), c))
                : said.orElseThrow()
                        .findings()
                        .decide(said::orElseThrow)
                        .flatMap(examined -> monitored(request, payment, examined, c));
    }

    /** A place by whose table a request is not held from where it stands refuses it instead. */
    private static Decision<ImmutableList<Happening>> monitored(
            PaymentRequest request, MonitoredPayment payment, Examined said, Case c) {
        return said.worst() == Handling.HOLD
                ? c.move(request, PaymentAction.HOLD).map(move -> monitored(request, payment, said, move, c))
                : Decision.accepted(monitored(request, payment, said, c.move(), c));
    }

    private static ImmutableList<Happening> monitored(
            PaymentRequest request, MonitoredPayment payment, Examined said, Move move, Case c) {
        Happening handedIn = new Happening(new PaymentMonitored(move, said), change(request, move, c));
        return said.worst() == Handling.HOLD
                ? ImmutableList.of(handedIn, Monitoring.raised(payment, said, move, c))
                : ImmutableList.of(handedIn);
    }

    /** Whoever takes back the release of a request makes it wait again. */
    private static ImmutableList<Happening> moved(PaymentRequest request, Move move, Case c) {
        Happening moved = new Happening(new Moved(move), change(request, move, c));
        return PaymentState.valueOf(move.to()).isHeld()
                ? ImmutableList.of(moved, Monitoring.reopened(request.heldBy(), c))
                : ImmutableList.of(moved);
    }

    /** An alert is closed: the request that it held goes on, or back to the agency. */
    static Decision<ImmutableList<Happening>> close(Act act, Case c) {
        boolean isReleased = act.action().equals(AlertAction.LET_PASS.name());
        return MonitoringDecider.close(act, c, alert -> {
            if (alert.state() != AlertState.HOLDING) {
                return Decision.accepted(ImmutableList.of());
            }
            PaymentRequest request = c.find(PaymentRequest.id(alert.terms().number()))
                    .orElseThrow(() -> new IllegalStateException("an alert holds what does not exist: " + alert));
            return c.move(request, isReleased ? PaymentAction.RELEASE_HOLD : PaymentAction.SEND_BACK)
                    .map(move -> moved(request, move, c));
        });
    }

    private static ImmutableList<Posting> change(PaymentRequest request, Move move, Case c) {
        PaymentTerms terms = request.terms();
        boolean held = request.state().holds(terms.occupation());
        boolean holds = PaymentState.valueOf(move.to()).holds(terms.occupation());
        if (held == holds) {
            return ImmutableList.of();
        }
        Id<PaymentRequest> id = PaymentRequest.id(request.id().value());
        return holds ? PaymentPostings.applied(id, terms, c) : PaymentPostings.released(id, terms, c);
    }

    /** Where anything is asked of the terms at all, the rules of the elements are asked too. */
    private static Decision<PaymentTerms> examine(PaymentCase facts, PaymentAction action) {
        var controls = facts.rules().controls();
        return controls.byAction().containsKey(action)
                ? controls.examine(action, facts).and(facts.elements()).decide(facts::terms)
                : Decision.accepted(facts.terms());
    }

    static Terms evolve(PaymentFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Decision<ImmutableList<Happening>> create(CreateVoucher body, Case c) {
        ImmutableList.Builder<PaymentRequest> requests = ImmutableList.builder();
        ImmutableList.Builder<Move> moves = ImmutableList.<Move>builder().add(c.move());
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (Id<PaymentRequest> id : body.requests()) {
            Optional<PaymentRequest> found = c.find(id).filter(request -> isOwn(request, body.agency(), c));
            if (found.isEmpty()) {
                refusals.add(noRequest(id, body.voucher()));
            } else {
                Decision<Move> move = c.move(found.orElseThrow(), PaymentAction.VOUCHER);
                refusals.addAll(move.refusals());
                move.map(moves::add);
                requests.add(found.orElseThrow());
            }
        }
        ImmutableList<Refusal> refused = refusals.build();
        return refused.isEmpty() ? create(body, requests.build(), moves.build(), c) : new Decision.Refused<>(refused);
    }

    /** What is another owner's is not spoken of. */
    private static boolean isOwn(PaymentRequest request, String agency, Case c) {
        return request.division().equals(c.input().division())
                && request.agency().equals(agency);
    }

    private static Decision<ImmutableList<Happening>> create(
            CreateVoucher body, ImmutableList<PaymentRequest> requests, ImmutableList<Move> moves, Case c) {
        return examine(VoucherAction.CREATE, requests.get(0).fiscalYear(), requests, c)
                .decide(() -> ImmutableList.of(Happening.of(new VoucherCreated(moves, terms(body, requests, c)))));
    }

    /** An act that brings a voucher on its way to the bank. */
    static Decision<ImmutableList<Happening>> forward(Act act, Case c) {
        int year = c.document(PaymentVoucher.class).fiscalYear();
        return examine(VoucherAction.valueOf(act.action()), year, ImmutableList.of(), c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** A voucher is signed or stamped, and what proves it is kept. */
    static Decision<ImmutableList<Happening>> sign(Signing body, Case c) {
        int year = c.document(PaymentVoucher.class).fiscalYear();
        return examine(VoucherAction.valueOf(c.move().action()), year, ImmutableList.of(), c)
                .decide(() -> ImmutableList.of(Happening.of(new VoucherSigned(c.move(), body.evidence()))));
    }

    private static Findings examine(VoucherAction action, int year, ImmutableList<PaymentRequest> requests, Case c) {
        return c.rules(PaymentFlow.RULES)
                .voucherControls()
                .examine(action, new PaymentCase.OfVoucher(year, requests, c));
    }

    private static VoucherTerms terms(CreateVoucher body, ImmutableList<PaymentRequest> requests, Case c) {
        PaymentTerms first = requests.get(0).terms();
        ImmutableVoucherTerms.Builder terms = ImmutableVoucherTerms.builder()
                .division(first.division())
                .agency(first.agency())
                .fiscalYear(first.fiscalYear())
                .fund(first.elements().fund())
                .payerAccount(first.payerAccount())
                .payee(first.payee())
                .payType(first.payType())
                .orderType(c.rules(PaymentFlow.RULES).order(first))
                .date(c.on());
        for (int i = 0; i < requests.size(); i++) {
            PaymentTerms request = requests.get(i).terms();
            terms.addLines(new VoucherTerms.Line(
                    body.requests().get(i),
                    request.allotment(),
                    request.amount(),
                    PaymentPostings.booking(request, c),
                    request.payees().flatMap(c::find).map(VoucherTerms.Listed::of)));
        }
        return terms.build();
    }

    private static Refusal noRequest(Id<PaymentRequest> request, Id<PaymentVoucher> voucher) {
        return Refusal.of(
                NO_REQUEST, Facts.of("request", Fact.text(request.value())).and("voucher", Fact.text(voucher.value())));
    }

    /** A voucher that was not paid is given up: its requests are void, and what they held is released. */
    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        PaymentVoucher voucher = c.document(PaymentVoucher.class);
        ImmutableList.Builder<Move> moves = ImmutableList.<Move>builder().add(c.move());
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (VoucherTerms.Line line : voucher.terms().lines()) {
            PaymentRequest request = request(line, c);
            moves.add(moved(c.move(request, PaymentAction.RELEASE)));
            postings.addAll(PaymentPostings.released(line.request(), request.terms(), c));
        }
        return Decision.accepted(ImmutableList.of(new Happening(new VoucherVoided(moves.build()), postings.build())));
    }

    static PaymentRequest request(VoucherTerms.Line line, Case c) {
        return c.find(line.request())
                .orElseThrow(() -> new IllegalStateException("a voucher pays what does not exist: " + line));
    }

    /** A move that the standing of the voucher implies. */
    static Move moved(Decision<Move> decision) {
        return decision.match(Decision.Accepted::value, refused -> {
            throw new IllegalStateException("request and voucher do not stand together: " + refused.refusals());
        });
    }

    /** The bank has paid a voucher; what monitoring finds is put beside it. */
    static Happening[] paid(
            PaymentVoucher voucher,
            ImmutableList<Move> moves,
            Receipt receipt,
            ImmutableList<Posting> postings,
            Case c) {
        MonitoredPayment payment = voucher.monitored(receipt);
        Optional<Examined> said = Monitoring.examine(payment, c);
        Happening paid = new Happening(new VoucherPaid(moves, receipt, said), postings);
        return said.filter(examined -> examined.worst() != Handling.PASS)
                .map(examined -> new Happening[] {paid, Monitoring.raised(payment, examined, moves.get(0), c)})
                .orElseGet(() -> new Happening[] {paid});
    }

    static Terms evolve(VoucherCreated event, Move move, Optional<Terms> before) {
        return before.orElse(event.terms());
    }

    static Terms evolve(VoucherSigned event, Move move, Optional<Terms> before) {
        return move.action().equals(VoucherAction.SIGN.name())
                ? voucher(before).signature(event.evidence()).build()
                : voucher(before).stamp(event.evidence()).build();
    }

    static Terms evolve(VoucherPaid event, Move move, Optional<Terms> before) {
        return move.document().kind().equals(PaymentVoucher.KIND)
                ? voucher(before).receipt(event.receipt()).build()
                : before.orElseThrow();
    }

    static Terms evolve(VoucherCleared event, Move move, Optional<Terms> before) {
        return voucher(before).clearing(event.clearing()).build();
    }

    static Terms evolve(VoucherRefunded event, Move move, Optional<Terms> before) {
        return voucher(before).addRefunds(event.refund()).build();
    }

    private static ImmutableVoucherTerms.Builder voucher(Optional<Terms> before) {
        return ImmutableVoucherTerms.builder().from((VoucherTerms) before.orElseThrow());
    }
}
