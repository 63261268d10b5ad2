package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.lifecycle.DocumentKind;

/** All flow packages registered with an engine, found by what comes in. */
public final class Flows {
    private final ImmutableList<Flow> flows;
    private final ImmutableMap<DocumentKind<?>, DocumentType<?, ?, ?>> documents;
    private final ImmutableMap<Class<?>, CommandType<?>> commands;
    private final ImmutableMap<Class<?>, NoticeType<?>> notices;
    private final ImmutableMap<Class<?>, EventType<?>> events;
    private final ImmutableMap<DocumentKind<?>, ImmutableMap<String, Flow.ActType>> acts;
    private final ImmutableMap<DocumentKind<?>, ImmutableMap<String, CommandType<?>>> commandsByAction;

    private Flows(ImmutableList<Flow> flows) {
        this.flows = flows;
        this.documents = index(Flow::documents, DocumentType::kind);
        this.commands = index(Flow::commands, type -> type.shape().family());
        this.notices = index(Flow::notices, type -> type.shape().family());
        this.events = index(Flow::events, type -> type.shape().family());
        Map<DocumentKind<?>, Map<String, Flow.ActType>> byKind = new LinkedHashMap<>();
        for (Flow flow : flows) {
            for (Flow.ActType act : flow.acts()) {
                byKind.computeIfAbsent(act.kind(), kind -> new HashMap<>())
                        .put(act.action().name(), act);
            }
        }
        ImmutableMap.Builder<DocumentKind<?>, ImmutableMap<String, Flow.ActType>> all = ImmutableMap.builder();
        byKind.forEach((kind, types) -> all.put(kind, ImmutableMap.copyOf(types)));
        this.acts = all.buildOrThrow();
        Map<DocumentKind<?>, Map<String, CommandType<?>>> asked = new LinkedHashMap<>();
        commands.values()
                .forEach(type -> asked.computeIfAbsent(type.kind(), kind -> new HashMap<>())
                        .put(type.action().name(), type));
        ImmutableMap.Builder<DocumentKind<?>, ImmutableMap<String, CommandType<?>>> byAction = ImmutableMap.builder();
        asked.forEach((kind, types) -> byAction.put(kind, ImmutableMap.copyOf(types)));
        this.commandsByAction = byAction.buildOrThrow();
    }

    /**
     * The registry of these packages.
     *
     * @throws IllegalArgumentException if two of them register the same document, command, notice or event
     */
    public static Flows of(ImmutableList<Flow> flows) {
        return new Flows(flows);
    }

    private <K, T> ImmutableMap<K, T> index(Function<Flow, ImmutableList<T>> rows, Function<T, K> key) {
        ImmutableMap.Builder<K, T> byKey = ImmutableMap.builder();
        for (Flow flow : flows) {
            for (T row : rows.apply(flow)) {
                byKey.put(key.apply(row), row);
            }
        }
        return byKey.buildOrThrow();
    }

    /** The packages in the order of registration. */
    public ImmutableList<Flow> all() {
        return flows;
    }

    /** The rows of all kinds of document, in the order of registration. */
    public ImmutableCollection<DocumentType<?, ?, ?>> documents() {
        return documents.values();
    }

    /** The row of a kind of document. */
    public DocumentType<?, ?, ?> document(DocumentKind<?> kind) {
        return required(documents.get(kind), kind);
    }

    /** The row of a command with content; a body that no package registers is a broken argument. */
    @SuppressWarnings("unchecked") // rows are indexed by the class of their bodies
    public <B extends Body> CommandType<B> command(B body) {
        return (CommandType<B>) required(commands.get(body.getClass()), body.getClass());
    }

    /** Whether this is what a command asks: an act or a command with content; else it is what a notice tells, or nothing. */
    public boolean isAsked(Body body) {
        return body instanceof Act || commands.containsKey(body.getClass());
    }

    /** Whether this is what a notice tells. */
    public boolean isTold(Body body) {
        return notices.containsKey(body.getClass());
    }

    /** The row of an act that does more than move. */
    public Optional<Flow.ActType> act(Act act) {
        return act(act.document().kind(), act.action());
    }

    private Optional<Flow.ActType> act(DocumentKind<?> kind, String action) {
        return Optional.ofNullable(acts.getOrDefault(kind, ImmutableMap.of()).get(action));
    }

    /** The names of the commands by which an action is asked: one with content, the bare act, or both; none if nobody asks it. */
    public ImmutableList<String> askedBy(DocumentKind<?> kind, String action) {
        ImmutableList.Builder<String> names = ImmutableList.builder();
        commandFor(kind, action).map(type -> type.shape().name()).ifPresent(names::add);
        if (isAskedByAct(kind, action)) {
            names.add(Act.NAME);
        }
        return names.build();
    }

    /** Whether an action may be asked by the bare act: one that has a command with content too needs a row that says so. */
    public boolean isAskedByAct(DocumentKind<?> kind, String action) {
        return act(kind, action)
                .map(Flow.ActType::isAsked)
                .orElse(commandFor(kind, action).isEmpty());
    }

    /** The command with content by which an action of a kind of document is asked, if there is one. */
    public Optional<CommandType<?>> commandFor(DocumentKind<?> kind, String action) {
        return Optional.ofNullable(
                commandsByAction.getOrDefault(kind, ImmutableMap.of()).get(action));
    }

    /** The row of a notice. */
    @SuppressWarnings("unchecked") // rows are indexed by the class of their bodies
    public <B extends Body> NoticeType<B> notice(B body) {
        return (NoticeType<B>) required(notices.get(body.getClass()), body.getClass());
    }

    /** The row of an event. */
    @SuppressWarnings("unchecked") // rows are indexed by the class of their events
    public <E extends Event> EventType<E> event(E event) {
        return (EventType<E>) required(events.get(event.getClass()), event.getClass());
    }

    /** Every kind of posting, in order. */
    public ImmutableList<PostingKey> postings() {
        return flows.stream().flatMap(flow -> flow.postings().stream()).collect(ImmutableList.toImmutableList());
    }

    /** Every measure, in order. */
    public ImmutableList<Measure> measures() {
        return flows.stream().flatMap(flow -> flow.measures().stream()).collect(ImmutableList.toImmutableList());
    }

    /** Every reason, by code. */
    public Reasons reasons() {
        return Reasons.merge(flows.stream().map(Flow::reasons).toList());
    }

    private static <T> T required(@org.jspecify.annotations.Nullable T found, Object what) {
        if (found == null) {
            throw new IllegalArgumentException("no flow package registers " + what);
        }
        return found;
    }
}
