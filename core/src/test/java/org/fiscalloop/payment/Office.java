package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentEvents.PaymentFilledIn;
import org.fiscalloop.payment.PaymentEvents.VoucherCleared;
import org.fiscalloop.payment.PaymentEvents.VoucherCreated;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;

/**
 * A memory of documents and balances, and just enough of an engine to walk payments through their deciders: no access, no
 * limits, no ledgers. What a posting does to the few balances that are read stands in one place below.
 */
final class Office implements Reads {
    private static final Reason EXISTS =
            new Reason("test.exists", "exists", "已存在", "exists", "已存在", Source.own("test"));

    private RuleSet rules;
    private final Map<Id<?>, Document> documents = new LinkedHashMap<>();
    private final Map<String, Long> balances = new LinkedHashMap<>();
    private final List<Posting> postings = new ArrayList<>();
    private ImmutableList<Posting> lastPostings = ImmutableList.of();
    private LocalDate on = PaymentFixtures.ON;
    private int inputs;

    Office(RuleSet rules) {
        this.rules = rules;
    }

    /** Other rules come into force. */
    void under(RuleSet others) {
        this.rules = others;
    }

    void put(Document document) {
        documents.put(document.id(), document);
    }

    void allot(Id<Allotment> id, long fen) {
        add(AllotmentMeasure.AVAILABLE, id.value(), fen);
    }

    Office on(LocalDate day) {
        this.on = day;
        return this;
    }

    // ---- reading ------------------------------------------------------------------------------------------------

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        return Optional.ofNullable(documents.get(id)).map(id.kind().type()::cast);
    }

    PaymentRequest request(Id<PaymentRequest> id) {
        return find(id).orElseThrow();
    }

    PaymentVoucher voucher(Id<PaymentVoucher> id) {
        return find(id).orElseThrow();
    }

    @Override
    public long balance(Measure measure, Segments at) {
        return balance(measure, at.value(measure.by().get(0)));
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        return ImmutableList.of();
    }

    long balance(Measure measure, String key) {
        return balances.getOrDefault(measure.code() + "/" + key, 0L);
    }

    long available() {
        return balance(AllotmentMeasure.AVAILABLE, PaymentFixtures.ALLOTMENT.value());
    }

    /** The names of all postings so far, in order. */
    ImmutableList<String> posted() {
        return postings.stream().map(posting -> posting.key().name()).collect(ImmutableList.toImmutableList());
    }

    /** The postings of the last happening that made some. */
    ImmutableList<Posting> lastPostings() {
        return lastPostings;
    }

    Posting lastPosting() {
        return postings.get(postings.size() - 1);
    }

    // ---- asking and telling -------------------------------------------------------------------------------------

    Decision<ImmutableList<Happening>> act(String actor, Id<?> document, Enum<?> action) {
        return ask(actor, Act.of(document, action));
    }

    Decision<ImmutableList<Happening>> ask(String actor, Body body) {
        Command command = new Command(
                new InputId("test", "c" + inputs++), actor, PaymentFixtures.DIVISION, PaymentFixtures.YEAR, on, body);
        Optional<Document> document = find(body.document()).map(found -> found);
        Decision<Move> move =
                document.isPresent() ? moves(actor).move(document.orElseThrow(), action(body)) : created(actor, body);
        return move.flatMap(moved -> decide(body, facts(command, document, Optional.of(moved))))
                .map(happenings -> {
                    happenings.forEach(happening -> apply(command, happening));
                    return happenings;
                });
    }

    /** Asks for what must be accepted. */
    void done(String actor, Id<?> document, Enum<?> action) {
        done(actor, Act.of(document, action));
    }

    void done(String actor, Body body) {
        ask(actor, body).match(accepted -> accepted, refused -> {
            throw new AssertionError(
                    body + " " + refused.refusals().stream().map(Refusal::text).toList());
        });
    }

    Matching tell(Body body) {
        Notice notice = new Notice(
                new InputId("bank", "n" + inputs++), PaymentFixtures.DIVISION, PaymentFixtures.YEAR, on, body);
        Matching matching = match(body, facts(notice, Optional.empty(), Optional.empty()));
        matching.booked().forEach(happening -> apply(notice, happening));
        return matching;
    }

    private Case facts(Input input, Optional<Document> document, Optional<Move> move) {
        return new Case(input, rules, this, document, move, moves(input.actor()));
    }

    private static Enum<?> action(Body body) {
        if (body instanceof Act act) {
            return act.document().kind().equals(PaymentRequest.KIND)
                    ? PaymentAction.valueOf(act.action())
                    : VoucherAction.valueOf(act.action());
        }
        return PaymentFlow.FLOW.commands().stream()
                .filter(row -> row.shape().name().equals(name(body)))
                .findFirst()
                .orElseThrow()
                .action();
    }

    private static String name(Body body) {
        return body.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(java.util.Locale.ROOT);
    }

    private Decision<Move> created(String actor, Body body) {
        return moves(actor).create(body.document(), action(body));
    }

    private static Decision<ImmutableList<Happening>> decide(Body body, Case facts) {
        if (body instanceof Act act) {
            return PaymentFlow.FLOW.acts().stream()
                    .filter(row -> row.kind().equals(act.document().kind())
                            && row.action().name().equals(act.action()))
                    .findFirst()
                    .map(Flow.ActType::decide)
                    .orElse(Office::onlyMoves)
                    .decide(act, facts);
        }
        if (body instanceof CreatePayment create) {
            return PaymentDecider.create(create, facts);
        }
        if (body instanceof RevisePayment revise) {
            return PaymentDecider.revise(revise, facts);
        }
        return body instanceof PaymentCommands.Signing signing
                ? PaymentDecider.sign(signing, facts)
                : PaymentDecider.create((CreateVoucher) body, facts);
    }

    private static Decision<ImmutableList<Happening>> onlyMoves(Act act, Case facts) {
        return Decision.accepted(ImmutableList.of(Happening.of(new Moved(facts.move()))));
    }

    private static Matching match(Body body, Case facts) {
        if (body instanceof BankAcceptance acceptance) {
            return PaymentMatcher.acceptance(acceptance, facts);
        }
        if (body instanceof BankRejection rejection) {
            return PaymentMatcher.rejection(rejection, facts);
        }
        if (body instanceof BankReceipt receipt) {
            return PaymentMatcher.receipt(receipt, facts);
        }
        if (body instanceof TreasuryClearing clearing) {
            return PaymentMatcher.clearing(clearing, facts);
        }
        return PaymentMatcher.refund((RefundNotice) body, facts);
    }

    private Case.Moves moves(String actor) {
        PaymentRules payment = rules.of(PaymentFlow.RULES);
        return new Case.Moves() {
            @Override
            public Decision<RuleSet> rules(int fiscalYear) {
                return Decision.accepted(rules);
            }

            @Override
            public Decision<Move> move(Document document, Enum<?> action) {
                return document instanceof PaymentRequest request
                        ? payment.requestLifecycle()
                                .step(
                                        request.standing(),
                                        (PaymentAction) action,
                                        payment.reviews(),
                                        request.trail(),
                                        actor)
                                .map(step -> step.move(request.id()))
                        : payment.voucherLifecycle()
                                .step(
                                        ((PaymentVoucher) document).standing(),
                                        (VoucherAction) action,
                                        payment.reviews(),
                                        document.trail(),
                                        actor)
                                .map(step -> step.move(document.id()));
            }

            @Override
            public Decision<Move> create(Id<?> id, Enum<?> action) {
                if (documents.containsKey(id)) {
                    return Decision.refused(Refusal.of(EXISTS, Facts.none()));
                }
                return action instanceof PaymentAction create
                        ? payment.requestLifecycle().create(create).map(step -> step.move(id))
                        : payment.voucherLifecycle()
                                .create((VoucherAction) action)
                                .map(step -> step.move(id));
            }
        };
    }

    // ---- what happens -------------------------------------------------------------------------------------------

    private void apply(Input input, Happening happening) {
        for (Move move : happening.event().moves()) {
            Optional<FlowDocument<?, ?>> before = find(move.document()).map(found -> (FlowDocument<?, ?>) found);
            Terms after = evolve(happening.event(), move, before.map(FlowDocument::terms));
            TrailStep step = move.recorded(input.actor(), input.on(), "");
            put(
                    move.document().kind().equals(PaymentRequest.KIND)
                            ? PaymentFlow.REQUEST.moved(move, after, before.map(Document::trail), step)
                            : PaymentFlow.VOUCHER.moved(move, after, before.map(Document::trail), step));
        }
        if (!happening.postings().isEmpty()) {
            lastPostings = happening.postings();
        }
        happening.postings().forEach(this::post);
    }

    private static Terms evolve(Event event, Move move, Optional<Terms> before) {
        if (event instanceof PaymentFilledIn filledIn) {
            return PaymentDecider.evolve(filledIn, move, before);
        }
        if (event instanceof VoucherCreated created) {
            return PaymentDecider.evolve(created, move, before);
        }
        if (event instanceof PaymentEvents.VoucherSigned signed) {
            return PaymentDecider.evolve(signed, move, before);
        }
        if (event instanceof VoucherPaid paid) {
            return PaymentDecider.evolve(paid, move, before);
        }
        if (event instanceof VoucherCleared cleared) {
            return PaymentDecider.evolve(cleared, move, before);
        }
        if (event instanceof VoucherRefunded refunded) {
            return PaymentDecider.evolve(refunded, move, before);
        }
        return before.orElseThrow();
    }

    private void post(Posting posting) {
        postings.add(posting);
        long fen = posting.amounts().get(0);
        String allotment = posting.blocks().get(0).value(Dimensions.ALLOTMENT);
        switch (posting.key().name()) {
            case "payment-applied" -> shift(AllotmentMeasure.AVAILABLE, PaymentMeasure.APPLIED, allotment, fen);
            case "payment-released" -> shift(PaymentMeasure.APPLIED, AllotmentMeasure.AVAILABLE, allotment, fen);
            case "payment-paid" -> {
                shift(PaymentMeasure.APPLIED, PaymentMeasure.PAID, allotment, fen);
                refundable(posting, fen);
            }
            case "payment-refunded" -> {
                shift(PaymentMeasure.PAID, AllotmentMeasure.AVAILABLE, allotment, fen);
                refundable(posting, -fen);
            }
            default -> {}
        }
    }

    /** Nothing is corrected here, so what can come back of a payment stands as it was paid. */
    private void refundable(Posting posting, long fen) {
        String payment = posting.blocks().get(1).value(Dimensions.PAYMENT);
        add(PaymentMeasure.REFUNDABLE, payment, fen);
        add(PaymentMeasure.STANDING, payment, fen);
    }

    private void shift(Measure from, Measure to, String key, long fen) {
        add(from, key, -fen);
        add(to, key, fen);
    }

    private void add(Measure measure, String key, long fen) {
        balances.merge(measure.code() + "/" + key, fen, Math::addExact);
    }
}
