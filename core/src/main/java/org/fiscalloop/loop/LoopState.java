package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.JournalRecord.LinkedMove;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Books;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.monitoring.PastPayments;
import org.fiscalloop.monitoring.PaymentHistory;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.rulebook.Flows;

/**
 * The state of a loop in memory: documents that still move, balances, and positions in the journal for all that rests.
 *
 * <p>A document in a quiet state is not kept: its records are, and it is made of them again when it is asked for. It
 * belongs to one thread at a time.
 */
final class LoopState implements StateReads {
    /** Kinds whose documents are asked for all the time: they are kept though they rest. */
    private static final ImmutableSet<DocumentKind<?>> ALWAYS_HELD = ImmutableSet.of(Adoption.KIND, BudgetLine.KIND);

    private final Flows flows;
    private final LongFunction<JournalRecord> journal;
    private final Map<Id<?>, Held> held = new HashMap<>();
    private final PositionIndex resting = new PositionIndex();
    private final PositionIndex inputs = new PositionIndex();
    private final Balances balances = Balances.none();
    private final SetMultimap<Id<?>, Id<NoticeCase>> waiting = LinkedHashMultimap.create();
    private final Map<LedgerId, Owned> owned = new HashMap<>();
    private final Map<InputId, Notice> outbox = new LinkedHashMap<>();
    private final Map<Class<?>, Object> ports = new HashMap<>();

    /**
     * A document that is kept, and where it moved last.
     *
     * @param isBroughtIn whether an event brought it in whole: its records do not hold all of it, so it is never put away
     * @param rests whether it is in a quiet state all the same
     */
    private record Held(FlowDocument<?, ?> document, long position, boolean isBroughtIn, boolean rests) {}

    /**
     * @param journal the record at a position, stored or about to be
     */
    LoopState(Flows flows, LongFunction<JournalRecord> journal) {
        this.flows = flows;
        this.journal = journal;
    }

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        Held here = held.get(id);
        if (here != null) {
            return Optional.of(id.kind().type().cast(here.document()));
        }
        OptionalLong position = rested(id);
        return position.isEmpty()
                ? Optional.empty()
                : Optional.of(id.kind().type().cast(rebuilt(id, position.getAsLong())));
    }

    @Override
    public OptionalLong lastMoved(Id<?> document) {
        Held here = held.get(document);
        return here != null ? OptionalLong.of(here.position()) : rested(document);
    }

    private OptionalLong rested(Id<?> id) {
        return resting.find(hash(id), position -> moves(journal.apply(position), id));
    }

    private static long hash(Id<?> id) {
        return PositionIndex.hash(id.kind().code(), id.value());
    }

    private static boolean moves(JournalRecord record, Id<?> id) {
        for (LinkedMove move : record.moves()) {
            if (move.move().document().equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** The document made again of its records, following its moves back to its creation. */
    private FlowDocument<?, ?> rebuilt(Id<?> id, long last) {
        List<JournalRecord> records = new ArrayList<>();
        OptionalLong position = OptionalLong.of(last);
        while (position.isPresent()) {
            JournalRecord record = journal.apply(position.getAsLong());
            records.add(0, record);
            position = previous(record, id);
        }
        Working working = new Working(flows, other -> Optional.empty());
        for (JournalRecord record : records) {
            Working.Applying by =
                    working.by(record.content(), actor(record), record.header().on());
            for (Object event : record.events()) {
                by.applyTo(id, (Event) event);
            }
        }
        return working.find(id).orElseThrow(() -> new IllegalStateException("no records of " + id));
    }

    /** Where the document moved before this record moved it. */
    static OptionalLong previous(JournalRecord record, Id<?> id) {
        for (LinkedMove move : record.moves()) {
            if (move.move().document().equals(id)) {
                return move.previous();
            }
        }
        throw new IllegalStateException("record does not move " + id);
    }

    static String actor(JournalRecord record) {
        return record.header().kind() == JournalRecord.Kind.COMMAND
                ? record.header().actor()
                : record.header().sender();
    }

    @Override
    public Optional<JournalRecord> recorded(JournalRecord.Kind kind, InputId input) {
        OptionalLong position = positionOf(kind, input);
        return position.isEmpty() ? Optional.empty() : Optional.of(journal.apply(position.getAsLong()));
    }

    OptionalLong positionOf(JournalRecord.Kind kind, InputId input) {
        return inputs.find(hash(input), position -> {
            JournalRecord.Header header = journal.apply(position).header();
            return header.kind() == kind
                    && header.sender().equals(input.sender())
                    && header.id().equals(input.value());
        });
    }

    private static long hash(InputId input) {
        return PositionIndex.hash(input.sender(), input.value());
    }

    /** Past payments are kept from now on. */
    void keepHistory() {
        ports.put(PastPayments.class, new PaymentHistory());
    }

    /** Monitoring is asked of this one from now on, or of nobody. */
    void monitor(Optional<MonitoringPort> monitor) {
        ports.remove(MonitoringPort.class);
        monitor.ifPresent(port -> ports.put(MonitoringPort.class, port));
    }

    @Override
    public <P> Optional<P> port(Class<P> type) {
        return Optional.ofNullable(ports.get(type)).map(type::cast);
    }

    /** The notices that wait, in the order in which they began to. */
    ImmutableList<Id<NoticeCase>> parked() {
        return ImmutableList.copyOf(waiting.values());
    }

    @Override
    public ImmutableList<Id<NoticeCase>> waitingFor(Id<?> document) {
        return waiting.containsKey(document) ? ImmutableList.copyOf(waiting.get(document)) : ImmutableList.of();
    }

    @Override
    public Balance balance(Meaning account, Balance.Key key) {
        return balances.balance(account, key);
    }

    @Override
    public long turnover() {
        return balances.turnover();
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        Owned numbers = owned.computeIfAbsent(ledger, Owned::new);
        numbers.catchUp(balances);
        return numbers.of(at).stream()
                .flatMap(number -> balances.full(number).stream())
                .filter(kept -> !kept.balance().equals(Balance.ZERO)
                        && kept.key().segments().isWithin(at))
                .sorted(Balances.CANONICAL)
                .collect(ImmutableList.toImmutableList());
    }

    /** The numbers of the balances of a ledger by division and agency, which are made when they are first asked for. */
    private static final class Owned {
        private final LedgerId ledger;
        private final Map<String, ListMultimap<String, Integer>> byDivision = new HashMap<>();
        private int seen;

        Owned(LedgerId ledger) {
            this.ledger = ledger;
        }

        void catchUp(Balances balances) {
            for (; seen < balances.size(); seen++) {
                balances.full(seen)
                        .filter(kept -> kept.account().ledger().equals(ledger))
                        .ifPresent(kept -> add(kept.key().segments(), seen));
            }
        }

        private void add(Segments at, int number) {
            byDivision
                    .computeIfAbsent(at.value(Dimensions.DIVISION), division -> ArrayListMultimap.create())
                    .put(at.value(Dimensions.AGENCY), number);
        }

        Collection<Integer> of(Segments at) {
            ListMultimap<String, Integer> ofDivision = byDivision.get(at.value(Dimensions.DIVISION));
            if (ofDivision == null) {
                return ImmutableList.of();
            }
            String agency = at.value(Dimensions.AGENCY);
            return agency.isEmpty() ? ofDivision.values() : ofDivision.get(agency);
        }
    }

    Balances balances() {
        return balances;
    }

    /** The balances that changes touch, as they are now or will be. */
    ImmutableList<Outcome.Left> left(ImmutableList<Change> changes, boolean isAhead) {
        ImmutableList.Builder<Outcome.Left> left = ImmutableList.builderWithExpectedSize(changes.size());
        for (Change change : changes) {
            Balance now = balances.balance(change);
            left.add(new Outcome.Left(change.account(), change.key(), isAhead ? now.plus(change.delta()) : now));
        }
        return left.build();
    }

    /** The balances that a record touched, as they are now. */
    ImmutableList<Outcome.Left> left(Books books, JournalRecord record) {
        Balances touched = Balances.none();
        touched.apply(books, record.entries());
        return touched.kept().stream()
                .map(kept -> new Outcome.Left(kept.account(), kept.key(), balance(kept.account(), kept.key())))
                .collect(ImmutableList.toImmutableList());
    }

    /** What a recorded input told other divisions, at once or when its document had moved. */
    ImmutableList<Notice> messages(JournalRecord record) {
        Stream<JournalRecord> later = NoticeCase.of(Outcome.input(record), this).stream()
                .filter(waited -> waited.state() == NoticeState.BOOKED)
                .flatMapToLong(waited -> lastMoved(waited.id()).stream())
                .mapToObj(journal);
        return Stream.concat(Stream.of(record), later)
                .flatMap(told -> Effects.messages(told).stream())
                .map(Effects.Letter::notice)
                .collect(ImmutableList.toImmutableList());
    }

    /** The messages that no division has acknowledged yet, in the order in which they left. */
    ImmutableList<Notice> outbox() {
        return ImmutableList.copyOf(outbox.values());
    }

    /** The documents that still move: those that rest are no part of it, wherever they are kept. */
    ImmutableList<FlowDocument<?, ?>> moving() {
        return moving(document -> true);
    }

    /** The documents of a kind that are in no resting state. */
    <D extends Document> ImmutableList<D> moving(DocumentKind<D> kind, RuleSet rules) {
        return moving(document -> document.id().kind().equals(kind) && !rests(flows.document(kind), document, rules))
                .stream()
                .map(kind.type()::cast)
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<FlowDocument<?, ?>> moving(Predicate<FlowDocument<?, ?>> wanted) {
        return held.values().stream()
                .filter(here -> !here.rests())
                .map(Held::document)
                .filter(wanted)
                .sorted((one, other) -> one.id().toString().compareTo(other.id().toString()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Takes in what an input did, whose record has this position. */
    void advance(Effects effects, long position, RuleSet rules) {
        remember(effects.record(), position);
        balances.apply(effects.changes());
        hold(effects.documents(), effects.record(), position, rules);
    }

    /** Takes in a record as it was stored, asking no rule but the books it names. */
    void replay(JournalRecord record, long position, Books books, RuleSet rules) {
        Working working = new Working(flows, this::find);
        Working.Applying by =
                working.by(record.content(), actor(record), record.header().on());
        for (Object event : record.events()) {
            by.apply((Event) event);
        }
        remember(record, position);
        balances.apply(books, record.entries());
        hold(working.documents(), record, position, rules);
    }

    private void hold(ImmutableList<FlowDocument<?, ?>> documents, JournalRecord record, long position, RuleSet rules) {
        Set<Id<?>> broughtIn = record.events().stream()
                .flatMap(event -> flows.event((Event) event).restore().of((Event) event, record.content()).stream())
                .map(EventType.Restored::id)
                .collect(toImmutableSet());
        for (FlowDocument<?, ?> document : documents) {
            Held before = held.get(document.id());
            boolean isBroughtIn = before == null ? broughtIn.contains(document.id()) : before.isBroughtIn();
            hold(new Held(document, position, isBroughtIn, rests(document, rules)));
        }
    }

    private void remember(JournalRecord record, long position) {
        JournalRecord.Header header = record.header();
        inputs.add(PositionIndex.hash(header.sender(), header.id()), position);
        Effects.acknowledged(record).forEach(outbox::remove);
        for (Effects.Letter letter : Effects.messages(record)) {
            if (letter.isKept()) {
                outbox.put(letter.notice().id(), letter.notice());
            }
        }
    }

    private void hold(Held now) {
        Id<?> id = now.document().id();
        if (now.document() instanceof NoticeCase notice) {
            await(notice);
        }
        if (now.document() instanceof PaymentRequest request) {
            port(PastPayments.class).ifPresent(kept -> request.keepIn((PaymentHistory) kept));
        }
        if (now.rests() && !now.isBroughtIn()) {
            held.remove(id);
            resting.set(hash(id), now.position(), old -> moves(journal.apply(old), id));
        } else {
            held.put(id, now);
        }
    }

    private void await(NoticeCase notice) {
        Id<NoticeCase> id = new Id<>(NoticeCase.KIND, notice.id().value());
        if (notice.state() == NoticeState.PARKED) {
            waiting.put(notice.terms().awaited(), id);
        } else {
            waiting.remove(notice.terms().awaited(), id);
        }
    }

    private boolean rests(FlowDocument<?, ?> document, RuleSet rules) {
        DocumentKind<?> kind = document.id().kind();
        return !ALWAYS_HELD.contains(kind) && rests(flows.document(kind), document, rules);
    }

    private static <S extends Enum<S>, D extends FlowDocument<T, S>, T extends org.fiscalloop.flow.Terms> boolean rests(
            DocumentType<D, T, S> type, FlowDocument<?, ?> document, RuleSet rules) {
        D typed = type.kind().type().cast(document);
        return type.lifecycle().apply(rules).isResting(typed.state());
    }
}
