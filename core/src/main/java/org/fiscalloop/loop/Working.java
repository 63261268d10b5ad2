package org.fiscalloop.loop;

import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.rulebook.Flows;

/** The documents that inputs move, as they become while the events are applied one after the other. */
final class Working {
    private final Flows flows;
    private final Source source;
    private final Map<Id<?>, FlowDocument<?, ?>> documents = new LinkedHashMap<>();

    /** Where a document is read that has not moved yet. */
    @FunctionalInterface
    interface Source {
        Optional<? extends Document> find(Id<?> id);
    }

    Working(Flows flows, Source source) {
        this.flows = flows;
        this.source = source;
    }

    /** The documents as they are now, in the order of their first move. */
    ImmutableList<FlowDocument<?, ?>> documents() {
        return ImmutableList.copyOf(documents.values());
    }

    /** The document as it is now. */
    Optional<FlowDocument<?, ?>> find(Id<?> id) {
        FlowDocument<?, ?> moved = documents.get(id);
        return moved != null ? Optional.of(moved) : source.find(id).map(found -> (FlowDocument<?, ?>) found);
    }

    /** The moves of one input, applied with who made them and when. */
    Applying by(Object content, String actor, LocalDate on) {
        return new Applying(content, actor, on);
    }

    /** Applies the events of one input: sets what they say, consulting no table. */
    final class Applying {
        private final Object content;
        private final Optional<Act> act;
        private final String actor;
        private final LocalDate on;
        private int acted;

        private Applying(Object content, String actor, LocalDate on) {
            this.content = content;
            this.act = content instanceof Act asked ? Optional.of(asked) : Optional.empty();
            this.actor = actor;
            this.on = on;
        }

        void apply(Event event) {
            for (Move move : event.moves()) {
                apply(event, move);
            }
            for (EventType.Restored whole : flows.event(event).restore().of(event, content)) {
                checkState(find(whole.id()).isEmpty(), "brought in but there already: %s", whole.id());
                documents.put(whole.id(), flows.document(whole.id().kind()).restored(whole));
            }
        }

        /** Applies what an event says about one document alone. */
        void applyTo(Id<?> id, Event event) {
            for (Move move : event.moves()) {
                if (move.document().equals(id)) {
                    apply(event, move);
                }
            }
        }

        private void apply(Event event, Move move) {
            Optional<FlowDocument<?, ?>> before = find(move.document());
            int version = before.map(document -> document.standing().version()).orElse(0);
            checkState(version + 1 == move.version(), "event does not follow version %s: %s", version, move);
            DocumentType<?, ?, ?> type = flows.document(move.document().kind());
            documents.put(
                    move.document(),
                    type.moved(move, terms(event, move, before), before.map(FlowDocument::trail), recorded(move)));
        }

        private Terms terms(Event event, Move move, Optional<FlowDocument<?, ?>> before) {
            Optional<Terms> terms = before.map(FlowDocument::terms);
            if (event instanceof Moved) {
                return terms.orElseThrow(() -> new IllegalStateException("nothing to move: " + move));
            }
            EventType<Event> type = flows.event(event);
            return type.telling().after(event, move, terms, content);
        }

        /** The step as the trail keeps it: an act's note stays with its document, and evidence says who approved. */
        private TrailStep recorded(Move move) {
            if (act.isEmpty() || !act.get().document().equals(move.document())) {
                return move.recorded(actor, on, "");
            }
            String note = act.get().note();
            if (act.get().evidence().isEmpty()) {
                return move.recorded(actor, on, note);
            }
            EvidenceStep by = act.get().evidence().get().steps().get(acted++);
            return move.recorded(by.actor(), by.on(), note);
        }
    }
}
