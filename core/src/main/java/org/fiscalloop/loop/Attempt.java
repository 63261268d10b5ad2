package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.fiscalloop.access.AccessCheck;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.accounting.Drafting;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingPlan;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.PeriodSource;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Step;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.rulebook.Flows;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** What commands and notices share on their way: reading, the moves of documents, postings and the gate. */
final class Attempt implements Case.Moves {
    private final Input input;
    private final Input told;
    private final StateReads state;
    private final RulesInForce rules;
    private final RuleTimeline timeline;
    private final Flows flows;
    private final Reads reads;
    private final LocalDate effectiveOn;

    Attempt(Input input, StateReads state, RulesInForce rules, RuleTimeline timeline) {
        this(input, input, state, rules, timeline);
    }

    /** @param told what is decided on, where it is not the input: a notice that has waited is matched by another */
    Attempt(Input input, Input told, StateReads state, RulesInForce rules, RuleTimeline timeline) {
        this.input = input;
        this.told = told;
        this.effectiveOn = told.body().effectiveOn().orElse(input.on());
        this.state = state;
        this.rules = rules;
        this.timeline = timeline;
        this.flows = timeline.flows();
        this.reads = new Reading(state, rules);
    }

    /** The state as deciders read it. */
    record Reading(StateReads state, RulesInForce rules) implements Reads {
        @Override
        public <D extends Document> Optional<D> find(Id<D> id) {
            return state.find(id);
        }

        @Override
        public long balance(Measure measure, Segments at) {
            return rules.value(measure, at, state);
        }

        @Override
        public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
            return state.balances(ledger, at);
        }

        @Override
        public int openYear(String division, String agency, int from) {
            return new PeriodReads(state::find, division).openYear(agency, from);
        }

        @Override
        public <P> Optional<P> port(Class<P> type) {
            return state.port(type);
        }
    }

    Reads reads() {
        return reads;
    }

    RulesInForce rules() {
        return rules;
    }

    Flows flows() {
        return flows;
    }

    Case facts(Optional<Document> document, Optional<Move> move) {
        return new Case(told, rules, reads, document, move, this);
    }

    /** The duty that an action needs to create a document of this type, if it creates one. */
    <S extends Enum<S>, D extends FlowDocument<T, S>, T extends org.fiscalloop.flow.Terms> Optional<Duty> duty(
            DocumentType<D, T, S> type, Enum<?> action) {
        return duty(type.lifecycle().apply(rules), action);
    }

    /** The table by which a document moves that is named by a command: four eyes only warn in an agency too small for them. */
    static <S extends Enum<S>> Lifecycle<S, ?> lifecycle(
            DocumentType<?, ?, S> type, Document document, RulesInForce rules) {
        Lifecycle<S, ?> lifecycle = type.lifecycle().apply(rules);
        return rules.of(AccessFlow.RULES).smallAgencies().contains(document.agency())
                ? lifecycle.withFourEyes(Severity.WARN)
                : lifecycle;
    }

    /** What somebody may do with a document now, whoever else it happens with. */
    static <S extends Enum<S>, D extends FlowDocument<T, S>, T extends org.fiscalloop.flow.Terms>
            ImmutableList<? extends Enum<?>> allowed(
                    DocumentType<D, T, S> type, Document found, String actor, StateReads state, RulesInForce rules) {
        D document = type.kind().type().cast(found);
        AccessCheck who = AccessCheck.of(actor, document);
        Reads reads = new Reading(state, rules);
        return lifecycle(type, document, rules)
                .allowed(
                        document.standing(),
                        document.trail(),
                        type.reviews().apply(rules),
                        actor,
                        duty -> who.holds(duty, reads, rules.of(AccessFlow.RULES)));
    }

    private static <S extends Enum<S>, A extends Enum<A>> Optional<Duty> duty(
            Lifecycle<S, A> lifecycle, Enum<?> action) {
        return lifecycle.action(action.name()).flatMap(lifecycle::duty);
    }

    @Override
    public Decision<Move> move(Document document, Enum<?> action) {
        return move(flows.document(document.id().kind()), document, action);
    }

    private <S extends Enum<S>, D extends FlowDocument<T, S>, T extends org.fiscalloop.flow.Terms> Decision<Move> move(
            DocumentType<D, T, S> type, Document document, Enum<?> action) {
        D typed = type.kind().type().cast(document);
        return step(type.lifecycle().apply(rules), typed.standing(), action, type, document)
                .map(step -> step.move(document.id()));
    }

    private <S extends Enum<S>, A extends Enum<A>> Decision<? extends Step<S, ?>> step(
            Lifecycle<S, A> lifecycle,
            Standing<S> standing,
            Enum<?> action,
            DocumentType<?, ?, S> type,
            Document document) {
        A known = lifecycle
                .action(action.name())
                .orElseThrow(() -> new IllegalStateException(document.id() + " has no action " + action));
        Optional<Refusal> backdated = backdated(lifecycle, standing, document);
        return backdated.isPresent()
                ? Decision.refused(backdated.get())
                : lifecycle.step(standing, known, type.reviews().apply(rules), document.trail(), input.actor());
    }

    /** A command is not dated before a document it moves has moved last; a notice keeps the day it tells of. */
    <S extends Enum<S>> Optional<Refusal> backdated(
            Lifecycle<S, ?> lifecycle, Standing<S> standing, Document document) {
        return input instanceof Notice
                ? Optional.empty()
                : lifecycle.refuseBackdated(standing, document.trail(), input.on());
    }

    @Override
    public Decision<Move> create(Id<?> id, Enum<?> action) {
        if (state.find(id).isPresent()) {
            return Decision.refused(Refusal.of(LoopReasons.EXISTS, Facts.of("document", Fact.text(id.toString()))));
        }
        return created(flows.document(id.kind()).lifecycle().apply(rules), id, action);
    }

    @Override
    public Decision<RuleSet> rules(int fiscalYear) {
        return Engine.adopted(input, fiscalYear, state, timeline).map(found -> found);
    }

    private static <S extends Enum<S>, A extends Enum<A>> Decision<Move> created(
            Lifecycle<S, A> lifecycle, Id<?> id, Enum<?> action) {
        A known = lifecycle
                .action(action.name())
                .orElseThrow(() -> new IllegalStateException(id + " has no action " + action));
        return lifecycle.create(known).map(step -> step.move(id));
    }

    /**
     * What is decided, or a refusal where the content breaks a form that only shows when it is used: an id that no document
     * can have, an amount that does not fit. A broken invariant of the library itself is no such thing and is thrown.
     */
    static <T> Decision<T> guarded(Input input, Supplier<Decision<T>> decide) {
        try {
            return decide.get();
        } catch (IllegalArgumentException | ArithmeticException unusable) {
            return Decision.refused(Refusal.of(
                    LoopReasons.CONTENT,
                    Facts.of("input", Fact.text(input.id().toString()))
                            .and("problem", Fact.text(String.valueOf(unusable.getMessage())))));
        }
    }

    /** A document may be moved and made only by an input of its own division, which is the partition. */
    static Refusal otherDivision(Document document, Input input) {
        return Refusal.of(
                LoopReasons.OTHER_DIVISION,
                Facts.of("document", Fact.text(document.id().toString()))
                        .and("owner", Fact.text(document.division()))
                        .and("division", Fact.text(input.division())));
    }

    /** Applies the events, posts them, and asks the gate: all that must be written, or why it may not be. */
    Decision<Effects> finish(ImmutableList<Happening> happenings, Outcome outcome, ImmutableList<Refusal> refusals) {
        Working working = new Working(flows, state::find);
        ImmutableList.Builder<Event> events = ImmutableList.builder();
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        PeriodReads periods = new PeriodReads(state::find, input.division());
        Working.Applying applying = working.by(input.body(), input.actor(), input.on());
        for (Happening happening : happenings) {
            take(happening, applying, events, entries, periods);
        }
        ImmutableList<FlowDocument<?, ?>> moved = working.documents();
        for (FlowDocument<?, ?> document : moved) {
            if (!document.division().equals(input.division())) {
                return Decision.refused(otherDivision(document, input));
            }
        }
        ImmutableList<Entry> all = entries.build();
        Decision<ImmutableList<Change>> gated = all.isEmpty()
                ? Decision.accepted(ImmutableList.of())
                : rules.books().gate(all, state, periods.orAfter(working, moved));
        ImmutableList<Event> happened = events.build();
        return gated.map(changes -> new Effects(record(happened, all, outcome, refusals), moved, changes));
    }

    private void take(
            Happening happening,
            Working.Applying applying,
            ImmutableList.Builder<Event> events,
            ImmutableList.Builder<Entry> entries,
            PeriodSource periods) {
        applying.apply(happening.event());
        events.add(happening.event());
        entries.addAll(happening.entries());
        int ordinal = 0;
        for (Posting posting : happening.postings()) {
            PostingPlan.Booking booking = rules.plan().book(posting, effectiveOn, effectiveOn);
            booking.entries().forEach(entry -> entries.add(dated(entry, periods)));
            for (PostingPlan.Draft draft : booking.drafts()) {
                Happening drafted = Drafting.draw(
                        happening.event().moves().get(0), ordinal++, draft, facts(Optional.empty(), Optional.empty()));
                take(drafted, applying, events, entries, periods);
            }
        }
    }

    /**
     * A notice goes to the first open period with its effective date kept, and where its fiscal year is closed into the
     * books of the next; a command keeps its date and may be refused.
     */
    private Entry dated(Entry entry, PeriodSource periods) {
        if (!(input instanceof Notice)) {
            return entry;
        }
        Segments first = entry.lines().get(0).segments();
        String of = entry.ledger().equals(Ledgers.AGENCY) ? first.value(Dimensions.AGENCY) : "";
        if (periods.state(entry.ledger(), of, rules.books().month(entry.ledger(), first, entry.date()))
                == PeriodSource.State.OPEN) {
            return entry;
        }
        LocalDate open = periods.firstOpenDay(entry.ledger(), of, entry.date()).orElse(entry.date());
        boolean isOver = rules.books().month(entry.ledger(), first, open).isBefore(YearMonth.from(open));
        return new Entry(
                entry.ledger(),
                entry.basis(),
                entry.rule(),
                open,
                entry.effectiveOn(),
                isOver ? inYear(entry.lines(), open.getYear()) : entry.lines(),
                entry.narration(),
                entry.reverses());
    }

    private static ImmutableList<Line> inYear(ImmutableList<Line> lines, int year) {
        return lines.stream()
                .map(line -> new Line(
                        line.account(),
                        line.side(),
                        line.fen(),
                        line.segments().with(Dimensions.YEAR, Integer.toString(year))))
                .collect(toImmutableList());
    }

    private JournalRecord record(
            ImmutableList<Event> events,
            ImmutableList<Entry> entries,
            Outcome outcome,
            ImmutableList<Refusal> refusals) {
        ImmutableList.Builder<LinkedMove> moves = ImmutableList.builder();
        for (Event event : events) {
            for (Move move : event.moves()) {
                moves.add(new LinkedMove(move, state.lastMoved(move.document())));
            }
            for (EventType.Restored whole : flows.event(event).restore().of(event, input.body())) {
                moves.add(new LinkedMove(whole.move(), OptionalLong.empty()));
            }
        }
        return new JournalRecord(
                Engine.header(input, rules.fingerprint(), outcome),
                input.body(),
                ImmutableList.copyOf(events),
                moves.build(),
                entries,
                refusals,
                ImmutableList.of());
    }
}
