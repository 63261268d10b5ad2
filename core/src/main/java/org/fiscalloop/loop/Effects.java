package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Change;
import org.fiscalloop.lifecycle.Move;

/**
 * All that one input makes a host write, or nothing of it.
 *
 * @param record the record for the journal; the events, entries and warnings are in it
 * @param documents the documents that moved, as they are now, in the order of their first move
 * @param changes the balances that change, in canonical order
 */
public record Effects(
        JournalRecord record, ImmutableList<FlowDocument<?, ?>> documents, ImmutableList<Change> changes) {

    /** What happened, in order. */
    public ImmutableList<Event> events() {
        return events(record);
    }

    /**
     * What leaves for other divisions, each as the notice that it is there: a host sends it on. One that is kept goes to
     * the host's outbox too, until {@link #acknowledged} names it.
     */
    public ImmutableList<Letter> messages() {
        return messages(record);
    }

    /** Messages sent earlier that need not be sent again: they have arrived. */
    public ImmutableList<InputId> acknowledged() {
        return acknowledged(record);
    }

    /**
     * A message on its way, numbered by the division that sends it: the document that moved and the version it came to.
     *
     * @param notice what the other division is told; its sender is this division
     * @param isKept whether it is sent again until it is acknowledged
     */
    public record Letter(Notice notice, boolean isKept) {}

    static ImmutableList<Event> events(JournalRecord record) {
        return record.events().stream().map(Event.class::cast).collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<InputId> acknowledged(JournalRecord record) {
        return events(record).stream()
                .flatMap(event -> event.acknowledged().stream())
                .collect(ImmutableList.toImmutableList());
    }

    static ImmutableList<Letter> messages(JournalRecord record) {
        ImmutableList.Builder<Letter> letters = ImmutableList.builder();
        JournalRecord.Header header = record.header();
        for (Event event : events(record)) {
            int ordinal = 0;
            for (Event.Message message : event.messages()) {
                Move move = event.moves().get(0);
                letters.add(new Letter(
                        new Notice(
                                Event.Message.number(header.division(), move.document(), move.version(), ordinal),
                                message.to(),
                                message.fiscalYear(),
                                header.on(),
                                message.body()),
                        message.isKept()));
                ordinal++;
            }
        }
        return letters.build();
    }
}
