package org.fiscalloop.flow;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/**
 * A bench for the tests of one flow package: its rows, documents in memory and balances as a test sets them. It asks the
 * lifecycles and the deciders and applies what happens; it has no access, no books and no journal. Each command and each
 * event goes through its stored form and its tree on the way.
 */
public final class FlowBench implements Reads, RuleSet, Case.Moves {
    /** The one who acts unless a test says otherwise. */
    public static final String CLERK = "clerk";

    private static final Reason EXISTS = new Reason(
            "bench.exists",
            "exists",
            "已存在",
            "{document} exists",
            "{document} 已存在",
            Source.own("a bench needs no more"));

    private final ImmutableList<Flow> flows;
    private final LocalDate day;
    private final Map<String, Object> rules = new HashMap<>();
    private final Map<Id<?>, FlowDocument<?, ?>> documents = new HashMap<>();
    private final Map<String, Long> balances = new HashMap<>();
    private final List<Happening> happened = new ArrayList<>();
    private String actor = CLERK;

    /** A bench of these packages on one day of the year it belongs to. */
    public FlowBench(LocalDate day, Flow... flows) {
        this.day = day;
        this.flows = ImmutableList.copyOf(flows);
    }

    /** Lays the rules of a package on the bench. */
    public <R> FlowBench with(Key<R> key, R value) {
        rules.put(key.name(), value);
        return this;
    }

    /** Sets a balance, in fen. */
    public FlowBench with(Measure measure, Segments at, long fen) {
        balances.put(measure.code() + " " + at.project(measure.by()), fen);
        return this;
    }

    /** The same bench, with somebody else acting from now on. */
    public FlowBench by(String other) {
        actor = other;
        return this;
    }

    @Override
    public <R> R of(Key<R> key) {
        return key.type().cast(Optional.ofNullable(rules.get(key.name())).orElseThrow());
    }

    @Override
    public ImmutableSet<Duty> duties() {
        return ImmutableSet.of();
    }

    @Override
    @SuppressWarnings("unchecked") // documents stand under their own ids
    public <D extends Document> Optional<D> find(Id<D> id) {
        return Optional.ofNullable((D) documents.get(id));
    }

    /** The document with this id, which must exist. */
    public <D extends Document> D get(Id<D> id) {
        return find(id).orElseThrow();
    }

    @Override
    public long balance(Measure measure, Segments at) {
        return balances.getOrDefault(measure.code() + " " + at.project(measure.by()), 0L);
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        return ImmutableList.of();
    }

    /** Asks, and applies what happens. */
    public Decision<ImmutableList<Happening>> ask(Body body) {
        Decision<ImmutableList<Happening>> decision = body instanceof Act act ? decide(act) : decide(row(body), body);
        decision.match(yes -> apply(yes.value()), no -> no);
        return decision;
    }

    /** Asks for an act, and applies what happens. */
    public Decision<ImmutableList<Happening>> act(Id<?> document, Enum<?> action) {
        return ask(Act.of(document, action));
    }

    /** Asks, which must be accepted, and gives the one thing that happens. */
    public Happening done(Body body) {
        Decision<ImmutableList<Happening>> decision = ask(body);
        if (!decision.isAccepted()) {
            throw new AssertionError(body + " is refused: "
                    + decision.refusals().stream().map(Refusal::text).toList());
        }
        return happened.get(happened.size() - 1);
    }

    /** Asks for an act, which must be accepted, and gives the one thing that happens. */
    public Happening done(Id<?> document, Enum<?> action) {
        return done(Act.of(document, action));
    }

    /** The codes for which something is refused. */
    public static ImmutableList<String> codes(Decision<?> decision) {
        return decision.refusals().stream().map(Refusal::code).collect(toImmutableList());
    }

    /** The refusal with this code, rendered in both languages so that no fact is missing. */
    public static Refusal refusal(Decision<?> decision, String code) {
        Refusal refusal = decision.refusals().stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + code + " among " + codes(decision)));
        String unused = refusal.text() + refusal.textZh();
        return refusal;
    }

    @Override
    public Decision<Move> move(Document document, Enum<?> action) {
        return step(document((FlowDocument<?, ?>) document), (FlowDocument<?, ?>) document, action);
    }

    @Override
    public Decision<RuleSet> rules(int fiscalYear) {
        return Decision.accepted(this);
    }

    @Override
    public Decision<Move> create(Id<?> id, Enum<?> action) {
        return documents.containsKey(id)
                ? Decision.refused(Refusal.of(EXISTS, Facts.of("document", Fact.text(id.toString()))))
                : creation(document(id), id, action);
    }

    private Decision<ImmutableList<Happening>> decide(Act act) {
        FlowDocument<?, ?> document =
                Optional.ofNullable(documents.get(act.document())).orElseThrow();
        DocumentType<?, ?, ?> type = document(document);
        Enum<?> action = type.lifecycle().apply(this).action(act.action()).orElseThrow();
        Optional<Flow.ActType> row = flows.stream()
                .flatMap(flow -> flow.acts().stream())
                .filter(each -> each.kind().equals(type.kind()) && each.action() == action)
                .findFirst();
        return move(document, action)
                .flatMap(move -> row.map(found -> found.decide().decide(act, facts(act, move)))
                        .orElseGet(() -> Decision.accepted(ImmutableList.of(Happening.of(new Moved(move))))));
    }

    private <B extends Body> Decision<ImmutableList<Happening>> decide(CommandType<B> row, B body) {
        B stored = again(row.shape(), body);
        Optional<FlowDocument<?, ?>> document = Optional.ofNullable(documents.get(body.document()));
        Decision<Move> move = document.map(found -> move(found, row.action()))
                .orElseGet(() -> creation(document(body.document()), body.document(), row.action()));
        return move.flatMap(made -> row.decide().decide(stored, facts(stored, made)));
    }

    private Case facts(Body body, Move move) {
        Command command = new Command(new InputId("test", "1"), actor, "310107000", day.getYear(), day, body);
        return new Case(
                command, this, this, Optional.ofNullable(documents.get(body.document())), Optional.of(move), this);
    }

    private ImmutableList<Happening> apply(ImmutableList<Happening> happenings) {
        for (Happening happening : happenings) {
            happened.add(happening);
            happening.event().moves().forEach(move -> apply(happening.event(), move));
        }
        return happenings;
    }

    private void apply(Event event, Move move) {
        Optional<FlowDocument<?, ?>> before = Optional.ofNullable(documents.get(move.document()));
        Terms after = event instanceof Moved
                ? before.orElseThrow().terms()
                : evolved(row(event), event, move, before.map(document -> document.terms()));
        documents.put(
                move.document(),
                document(move.document())
                        .moved(move, after, before.map(FlowDocument::trail), move.recorded(actor, day, "")));
    }

    private static <E extends Event> Terms evolved(EventType<E> row, E event, Move move, Optional<Terms> before) {
        return row.telling()
                .after(again(row.shape(), event), move, before, "the events of this bench carry their terms");
    }

    /** The value after a way through bytes and through a tree, which must not change it. */
    private static <T> T again(Shape<T> shape, T value) {
        T stored = shape.decode(shape.encode(value));
        T read = shape.fromTree(shape.toTree(value));
        if (!stored.equals(value) || !read.equals(value)) {
            throw new AssertionError(value + " is stored as " + stored + " and read as " + read);
        }
        return stored;
    }

    @SuppressWarnings("unchecked") // the standing of a document is of its own states
    private <S extends Enum<S>, A extends Enum<A>> Decision<Move> step(
            DocumentType<?, ?, S> type, FlowDocument<?, ?> document, Enum<?> action) {
        Lifecycle<S, A> lifecycle = (Lifecycle<S, A>) type.lifecycle().apply(this);
        ReviewChains reviews = type.reviews().apply(this);
        Standing<S> standing = (Standing<S>) document.standing();
        Trail trail = document.trail();
        return lifecycle.step(standing, (A) action, reviews, trail, actor).map(step -> step.move(document.id()));
    }

    @SuppressWarnings("unchecked") // the action is one of the type's own
    private <S extends Enum<S>, A extends Enum<A>> Decision<Move> creation(
            DocumentType<?, ?, S> type, Id<?> id, Enum<?> action) {
        Lifecycle<S, A> lifecycle = (Lifecycle<S, A>) type.lifecycle().apply(this);
        return lifecycle.create((A) action).map(step -> step.move(id));
    }

    private DocumentType<?, ?, ?> document(FlowDocument<?, ?> document) {
        return document(document.id());
    }

    private DocumentType<?, ?, ?> document(Id<?> id) {
        return flows.stream()
                .flatMap(flow -> flow.documents().stream())
                .filter(type -> type.kind().equals(id.kind()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // found by the class of the body
    private <B extends Body> CommandType<B> row(B body) {
        return (CommandType<B>) flows.stream()
                .flatMap(flow -> flow.commands().stream())
                .filter(type -> type.shape().family().equals(body.getClass()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked") // found by the class of the event
    private <E extends Event> EventType<E> row(E event) {
        return (EventType<E>) flows.stream()
                .flatMap(flow -> flow.events().stream())
                .filter(type -> type.shape().family().equals(event.getClass()))
                .findFirst()
                .orElseThrow();
    }
}
