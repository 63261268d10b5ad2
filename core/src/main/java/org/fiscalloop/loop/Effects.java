package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Change;

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
        return record.events().stream().map(Event.class::cast).collect(ImmutableList.toImmutableList());
    }
}
