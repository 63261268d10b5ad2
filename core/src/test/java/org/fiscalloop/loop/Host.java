package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.monitoring.PastPayments;
import org.fiscalloop.monitoring.PastPayments.Past;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * A vendor's system over tables of its own, which are maps here: it asks the engine and writes the effects the way a
 * database would, documents by version and balances by difference with a floor.
 */
final class Host implements StateReads {
    private final RuleTimeline rules;
    private final Map<Id<?>, FlowDocument<?, ?>> documents = new HashMap<>();
    private final Map<Id<?>, Long> moved = new HashMap<>();
    private final Map<Numbered, Integer> inputs = new HashMap<>();
    private final Map<Cell, Row> cells = new HashMap<>();
    private final Map<Id<?>, Set<Id<NoticeCase>>> waiting = new HashMap<>();
    private final List<JournalRecord> journal = new ArrayList<>();
    private final Map<Class<?>, Object> ports;

    /** The key of a row of the journal's table. */
    record Numbered(JournalRecord.Kind kind, InputId id) {}

    /** The key of a row of the table of balances. */
    record Cell(Meaning account, Balance.Key key) {}

    /** A row of the table of balances: what the limits see, and the four columns of the books. */
    record Row(long net, Balance balance) {}

    Host(RuleTimeline rules) {
        this(rules, ImmutableMap.of());
    }

    private Host(RuleTimeline rules, ImmutableMap<Class<?>, Object> ports) {
        this.rules = rules;
        this.ports = new HashMap<>(ports);
    }

    /** A host that monitors: it looks back on past payments by going through its table of requests. */
    static Host monitoring(RuleTimeline rules, MonitoringPort monitor) {
        Host host = new Host(rules, ImmutableMap.of(MonitoringPort.class, monitor));
        host.ports.put(PastPayments.class, (PastPayments) host::handedIn);
        return host;
    }

    @Override
    public <P> Optional<P> port(Class<P> type) {
        return Optional.ofNullable(ports.get(type)).map(type::cast);
    }

    private Stream<Past> handedIn(PastPayments.Query query) {
        return documents.values().stream()
                .filter(PaymentRequest.class::isInstance)
                .map(PaymentRequest.class::cast)
                .filter(request -> !request.state().isDraft() && request.state() != PaymentState.VOIDED)
                .map(Host::past)
                .filter(past -> past.division().equals(query.division())
                        && past.agency().equals(query.agency())
                        && past.account().equals(query.account())
                        && !past.on().isBefore(query.first())
                        && !past.on().isAfter(query.last())
                        && past.fen() >= query.from()
                        && past.fen() < query.below())
                .sorted(Comparator.comparing(Past::on)
                        .thenComparingLong(Past::fen)
                        .thenComparing(Past::number));
    }

    private static Past past(PaymentRequest request) {
        return new Past(
                request.division(),
                request.agency(),
                request.terms().payee().account(),
                request.trail().steps().reverse().stream()
                        .filter(step ->
                                step.action().equals("SUBMIT") || step.action().equals("HOLD"))
                        .findFirst()
                        .orElseThrow()
                        .on(),
                Fen.of(request.terms().amount()),
                request.id().value());
    }

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        return Optional.ofNullable(documents.get(id)).map(id.kind().type()::cast);
    }

    @Override
    public OptionalLong lastMoved(Id<?> document) {
        Long position = moved.get(document);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    @Override
    public Optional<JournalRecord> recorded(JournalRecord.Kind kind, InputId input) {
        return Optional.ofNullable(inputs.get(new Numbered(kind, input))).map(journal::get);
    }

    @Override
    public ImmutableList<Id<NoticeCase>> waitingFor(Id<?> document) {
        return ImmutableList.copyOf(waiting.getOrDefault(document, Set.of()));
    }

    @Override
    public Balance balance(Meaning account, Balance.Key key) {
        return cells.getOrDefault(new Cell(account, key), new Row(0, Balance.ZERO))
                .balance();
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId ledger, Segments at) {
        return cells.entrySet().stream()
                .filter(row -> row.getKey().account().ledger().equals(ledger)
                        && row.getKey().key().grain().isFull()
                        && row.getKey().key().segments().isWithin(at)
                        && !row.getValue().balance().equals(Balance.ZERO))
                .map(row -> new Balances.Kept(
                        row.getKey().account(),
                        row.getKey().key(),
                        row.getValue().balance()))
                .sorted(Balances.CANONICAL)
                .collect(ImmutableList.toImmutableList());
    }

    /** One transaction: the first outcome again, or a decision and all that it writes. */
    JournalRecord take(Input input) {
        Engine.Answer answer = Engine.take(input, this, rules);
        if (answer instanceof Engine.Answer.Fresh fresh) {
            write(fresh.effects());
        }
        return answer.record();
    }

    private void write(Effects effects) {
        effects.changes().forEach(this::update);
        for (FlowDocument<?, ?> document : effects.documents()) {
            update(document, effects.record());
        }
        JournalRecord.Header header = effects.record().header();
        inputs.put(new Numbered(header.kind(), new InputId(header.sender(), header.id())), journal.size());
        journal.add(effects.record());
        Set<Id<?>> touched = new LinkedHashSet<>();
        effects.documents().forEach(document -> touched.add(document.id()));
        for (Id<?> document : touched) {
            for (Id<NoticeCase> parked : waitingFor(document)) {
                Engine.matchAgain(parked, this, rules).ifPresent(this::write);
            }
        }
    }

    /** {@code update … set net = net + :by where key = :k and net + :by >= :floor}. */
    private void update(Change change) {
        Cell cell = new Cell(change.account(), change.key());
        Row row = cells.getOrDefault(cell, new Row(0, Balance.ZERO));
        long net = Math.addExact(row.net(), change.by());
        if (change.floor().isPresent() && net < change.floor().getAsLong()) {
            throw new AssertionError("no row: " + change + " would leave " + net);
        }
        cells.put(cell, new Row(net, row.balance().plus(change.delta())));
    }

    /** {@code update … where id = :id and version = :before}; a document that an opening brings in whole is inserted. */
    private void update(FlowDocument<?, ?> document, JournalRecord record) {
        long steps = record.moves().stream()
                .filter(move -> move.move().document().equals(document.id()))
                .count();
        FlowDocument<?, ?> before = documents.get(document.id());
        int version = before == null ? 0 : before.standing().version();
        boolean isBroughtIn = before == null && record.content() instanceof CommitOpening;
        if (!isBroughtIn && version + steps != document.standing().version()) {
            throw new AssertionError("no row: " + document + " after version " + version);
        }
        documents.put(document.id(), document);
        moved.put(document.id(), (long) journal.size());
        if (document instanceof NoticeCase notice) {
            Set<Id<NoticeCase>> here = waiting.computeIfAbsent(notice.terms().awaited(), id -> new LinkedHashSet<>());
            Id<NoticeCase> id = new Id<>(NoticeCase.KIND, notice.id().value());
            if (notice.state() == NoticeState.PARKED) {
                here.add(id);
            } else {
                here.remove(id);
            }
        }
    }

    List<JournalRecord> journal() {
        return journal;
    }

    Map<Id<?>, FlowDocument<?, ?>> documents() {
        return documents;
    }

    Map<Cell, Row> cells() {
        return cells;
    }
}
