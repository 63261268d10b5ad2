package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.HashChain;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalWriter;
import org.fiscalloop.journal.Output;
import org.fiscalloop.journal.RecordCodec;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.monitoring.MonitoringFlow;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.opening.OpeningExport;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The one door (入口): commands ask and notices tell, any number of callers at a time.
 *
 * <p>State advances when an input is decided; the call returns when its record is in the journal, together with the
 * records of other callers. If a record cannot be stored, the loop closes itself: that caller and all later ones hear
 * {@link org.fiscalloop.journal.JournalClosedException} and do not know the outcome; reopening replays what was stored.
 */
public final class FiscalLoop {
    private final ReentrantLock lock = new ReentrantLock();
    private final Output scratch = new Output();
    private final RuleTimeline rules;
    private final RecordCodec codec;
    private final Journal journal;
    private final JournalWriter writer;
    private final LoopState state;
    private final boolean keepsHistory;

    private FiscalLoop(Journal journal, RuleTimeline rules, Optional<MonitoringPort> monitor) {
        this.rules = rules;
        this.codec = LoopFlow.CODEC;
        this.journal = journal;
        this.writer = new JournalWriter(journal, HashChain.SHA_256);
        this.keepsHistory = monitor.isPresent() || rules.all().stream().anyMatch(FiscalLoop::looksBack);
        this.state = state(position -> codec.decode(writer.read(position)));
        this.state.monitor(monitor);
    }

    /** Past payments cost memory: they are kept where a rule or a vendor's monitoring may look at them. */
    private LoopState state(LongFunction<JournalRecord> records) {
        LoopState made = new LoopState(rules.flows(), records);
        if (keepsHistory) {
            made.keepHistory();
        }
        return made;
    }

    private static boolean looksBack(RulesInForce known) {
        return known.of(MonitoringFlow.RULES).looksBack();
    }

    /** The loop of a journal: what is stored there is replayed, and it goes on from its end. */
    public static FiscalLoop open(Journal journal, RuleTimeline rules) {
        return open(new FiscalLoop(journal, rules, Optional.empty()));
    }

    /** The same, which asks a vendor's monitoring of payments (动态监控); replay and verification do not ask it. */
    public static FiscalLoop open(Journal journal, RuleTimeline rules, MonitoringPort monitor) {
        return open(new FiscalLoop(journal, rules, Optional.of(monitor)));
    }

    private static FiscalLoop open(FiscalLoop loop) {
        loop.replay();
        loop.catchUp();
        return loop;
    }

    private void replay() {
        try (RecordCursor records = records(0)) {
            records.forEachRemaining(stored -> {
                RulesInForce known = known(stored.record());
                state.replay(stored.record(), stored.position(), known.books(), known);
            });
        }
    }

    /**
     * Whoever stopped between a move and what had waited for it left that undone: it is matched now, if the rules by which
     * it would have been are still there.
     */
    private void catchUp() {
        long last = -1;
        for (Id<NoticeCase> parked : state.parked()) {
            if (state.find(parked)
                    .filter(notice -> Engine.isRuled(notice, state, rules))
                    .isPresent()) {
                last = match(parked, last, ImmutableList.builder());
            }
        }
        if (last >= 0) {
            writer.await(last);
        }
    }

    /** Replay asks the rules only how balances are kept and which states are quiet, which all rules of a loop agree on. */
    private RulesInForce known(JournalRecord record) {
        return rules.byFingerprint(record.header().fingerprint())
                .orElseGet(() -> rules.all().get(0));
    }

    /** The rules of this loop. */
    public RuleTimeline rules() {
        return rules;
    }

    /** Asks for something: accepted, or refused with every reason of the first step that refuses. */
    public Outcome ask(Command command) {
        return pass(command);
    }

    /**
     * Tells what has happened elsewhere: booked, parked or listed. The same notice again gets the first outcome again,
     * {@link #cases} how it stands now.
     */
    public Outcome tell(Notice notice) {
        return pass(notice);
    }

    private Outcome pass(Input input) {
        Outcome outcome;
        long last = -1;
        lock.lock();
        try {
            Engine.Answer answer = Engine.take(input, state, rules, scratch);
            if (answer instanceof Engine.Answer.Fresh fresh) {
                Effects effects = fresh.effects();
                long position = take(effects);
                last = position;
                ImmutableList<Outcome.Left> left = state.left(effects.changes(), false);
                ImmutableList.Builder<Notice> messages = ImmutableList.builder();
                last = follow(effects, position, messages);
                outcome = new Outcome(effects.record(), OptionalLong.of(position), false, left, messages.build());
            } else {
                outcome = again(answer);
                last = outcome.position().orElse(-1);
            }
        } finally {
            lock.unlock();
            if (last >= 0) {
                writer.await(last);
            }
        }
        return outcome;
    }

    /** The first outcome of an input that has come before, or a conflict if its content is another. */
    private Outcome again(Engine.Answer answer) {
        JournalRecord record = answer.record();
        return answer instanceof Engine.Answer.Repeated
                ? new Outcome(
                        record,
                        state.positionOf(record.header().kind(), Outcome.input(record)),
                        true,
                        state.left(known(record).books(), record),
                        state.messages(record))
                : new Outcome(record, OptionalLong.empty(), false, ImmutableList.of(), ImmutableList.of());
    }

    /** Hands the record to the writer and advances the state; nothing advances when the writer is closed. */
    private long take(Effects effects) {
        long position = writer.enqueue(codec.encode(effects.record(), scratch));
        state.advance(effects, position, known(effects.record()));
        return position;
    }

    /** Matches the notices again that waited for a document that has moved; gives the position of the last record. */
    private long follow(Effects effects, long last, ImmutableList.Builder<Notice> messages) {
        Effects.messages(effects.record()).forEach(letter -> messages.add(letter.notice()));
        long end = last;
        for (FlowDocument<?, ?> moved : effects.documents()) {
            for (Id<NoticeCase> parked : state.waitingFor(moved.id())) {
                end = match(parked, end, messages);
            }
        }
        return end;
    }

    private long match(Id<NoticeCase> parked, long last, ImmutableList.Builder<Notice> messages) {
        Optional<Effects> matched = Engine.matchAgain(parked, state, rules);
        return matched.isPresent() ? follow(matched.get(), take(matched.get()), messages) : last;
    }

    /** What {@link #ask} would answer, without doing or remembering it. */
    public Outcome dryRun(Command command) {
        return reading(() -> {
            Engine.Answer answer = Engine.take(command, state, rules, scratch);
            return answer instanceof Engine.Answer.Fresh fresh
                    ? new Outcome(
                            answer.record(),
                            OptionalLong.empty(),
                            false,
                            state.left(fresh.effects().changes(), true),
                            ImmutableList.of())
                    : again(answer);
        });
    }

    /** The document with this id as it is now, if it exists. */
    public <D extends Document> Optional<D> find(Id<D> id) {
        return reading(() -> state.find(id));
    }

    /**
     * What of a notice waits, is listed or was booked later, as it stands now; none if the whole of it was booked at once.
     * A notice told again gets its first outcome again: this says what has become of it since.
     */
    public ImmutableList<NoticeCase> cases(InputId notice) {
        return reading(() -> NoticeCase.of(notice, state));
    }

    /**
     * The documents of a kind that are in no resting state, ordered by id: of {@link NoticeCase#KIND} all that waits or is
     * listed. A query of memory for people; no decision asks it.
     */
    public <D extends Document> ImmutableList<D> moving(DocumentKind<D> kind) {
        return reading(() -> state.moving(kind, rules.all().get(0)));
    }

    /**
     * The messages to other divisions that none has acknowledged yet, in the order in which they left: a host sends them,
     * again and again if need be, and tells this loop what comes back.
     */
    public ImmutableList<Notice> outbox() {
        return reading(state::outbox);
    }

    /** The value of a measure in fen, by the rules in force for the coding block's division and a date. */
    public long balance(Measure measure, Segments at, RulesInForce inForce) {
        return reading(() -> inForce.value(measure, at, state));
    }

    /**
     * Answers a question from this loop as it stands at one moment; measures are by the rules in force. The question keeps
     * nothing that reads on afterwards, and neither asks nor tells.
     */
    public <T> T read(RulesInForce inForce, Function<Reads, T> question) {
        return reading(() -> question.apply(Engine.reads(state, inForce)));
    }

    /** All balances as they are now. */
    public Balances balances() {
        return reading(() -> state.balances().copy());
    }

    /** All balances as they were before the record at a position: made of the entries up to there. */
    public Balances balancesBefore(long position) {
        Balances past = Balances.none();
        try (RecordCursor records = records(0)) {
            for (long at = 0; at < position && records.hasNext(); at++) {
                JournalRecord record = records.next().record();
                past.apply(known(record).books(), record.entries());
            }
        }
        return past;
    }

    /**
     * An action that somebody may ask of a document.
     *
     * @param action its name
     * @param command the name of the command it is asked by: {@code act}, or one with content such as
     *     {@code revise-payment}
     */
    public record Allowed(String action, String command) {}

    /**
     * What somebody may ask of a document now: a host's buttons. What happens only with another document or by notice is
     * not among them.
     */
    public ImmutableList<Allowed> allowed(Id<?> id, String actor, RulesInForce inForce) {
        return reading(() -> state.find(id)
                .map(found -> Attempt.allowed(rules.flows().document(id.kind()), found, actor, state, inForce).stream())
                .orElse(Stream.empty())
                .flatMap(action -> rules.flows().askedBy(id.kind(), action.name()).stream()
                        .map(command -> new Allowed(action.name(), command)))
                .collect(toImmutableList()));
    }

    /** The records that moved a document, from its creation on: its one recorded life. */
    public ImmutableList<Traced> trace(Id<?> id) {
        return reading(() -> {
            ImmutableList.Builder<Traced> traced = ImmutableList.builder();
            OptionalLong position = state.lastMoved(id);
            while (position.isPresent()) {
                JournalRecord record = codec.decode(writer.read(position.getAsLong()));
                traced.add(new Traced(position.getAsLong(), record));
                position = LoopState.previous(record, id);
            }
            return traced.build().reverse();
        });
    }

    /** A record and where it stands. */
    public record Traced(long position, JournalRecord record) {
        /** The moves of a document in it. */
        public ImmutableSet<Move> movesOf(Id<?> id) {
            return record.moves().stream()
                    .map(JournalRecord.LinkedMove::move)
                    .filter(move -> move.document().equals(id))
                    .collect(ImmutableSet.toImmutableSet());
        }
    }

    /** The records from a position on, decoded one by one as they are asked for. */
    public RecordCursor records(long from) {
        return new RecordCursor(journal.from(from), codec);
    }

    /**
     * All of a division as an opening, which brings it into another loop exactly as it stands here.
     *
     * @param fiscalYear the fiscal year in which it goes on
     * @param day the day at whose end it stands so
     */
    public OpeningTerms opening(String division, int fiscalYear, LocalDate day) {
        return reading(() -> {
            OpeningExport export = new OpeningExport(
                    division,
                    rules.all().stream().anyMatch(known -> known.books().isKeptByTime()));
            for (long position = 0; position < writer.size(); position++) {
                export.read(codec.decode(writer.read(position)));
            }
            return export.opening(
                    fiscalYear, day, id -> (FlowDocument<?, ?>) state.find(id).orElseThrow());
        });
    }

    /**
     * Where what is stored is not what the rulebook of the time gives: every record is derived again with the rulebook it
     * names. Empty for a journal that holds only what the engine decided.
     */
    public ImmutableList<Verification.Difference> verify() {
        Verification verification = new Verification(
                rules, state(position -> codec.decode(journal.read(position).bytes())));
        try (RecordCursor records = records(0)) {
            while (records.hasNext()) {
                Traced stored = records.next();
                verification.take(stored, known(stored.record()));
            }
        }
        return verification.differences();
    }

    /** The number of records taken in. */
    public long size() {
        return writer.size();
    }

    /** The hash of the last record stored, which binds all before it; empty for a journal without records. */
    public Bytes hash() {
        long size = journal.size();
        return size == 0 ? Bytes.fromHex("") : journal.read(size - 1).hash();
    }

    /** The state as one digest: equal states have equal digests, in every machine. */
    public Bytes digest() {
        return reading(() -> StateDigest.of(state, rules.flows()));
    }

    private <T> T reading(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
