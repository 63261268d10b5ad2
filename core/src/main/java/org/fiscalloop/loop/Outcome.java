package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Meaning;

/**
 * What became of an input.
 *
 * @param record the record that remembers it
 * @param position where it stands in the journal; absent for a dry run and for a conflict of ids, which are not kept
 * @param isRepeat whether the input had come before and this is its first outcome again; a notice that was parked then may
 *     have been booked since: {@link FiscalLoop#cases} of {@link #input()} says how it stands now
 * @param left the balances it touched, as it left them; for a repeat as they are now
 * @param messages what leaves for other divisions because of it, each as the notice that it is there; for a repeat the
 *     same again, so that an acknowledgement that was lost is given again. Nothing leaves because of a dry run
 */
public record Outcome(
        JournalRecord record,
        OptionalLong position,
        boolean isRepeat,
        ImmutableList<Left> left,
        ImmutableList<Notice> messages) {

    /**
     * A balance that an input touched.
     *
     * @param account the account by meaning
     * @param key the coding block and span it is kept by
     * @param balance what stands there after the input
     */
    public record Left(Meaning account, Balance.Key key, Balance balance) {}

    /** The input. */
    public InputId input() {
        return input(record);
    }

    /** The input of a record. */
    static InputId input(JournalRecord record) {
        return new InputId(record.header().sender(), record.header().id());
    }

    /** Accepted, refused, booked, parked, or an exception. */
    public JournalRecord.Outcome result() {
        return record.header().outcome();
    }

    /** Whether a command was accepted or a notice booked. */
    public boolean isDone() {
        return result() == JournalRecord.Outcome.ACCEPTED || result() == JournalRecord.Outcome.BOOKED;
    }

    /** What happened, in order. */
    public ImmutableList<Event> events() {
        return Effects.events(record);
    }

    /** What was booked, in every ledger. */
    public ImmutableList<Entry> entries() {
        return record.entries();
    }

    /** Why it was refused, parked or listed; empty if it was done. */
    public ImmutableList<Refusal> refusals() {
        return record.refusals();
    }

    /** What was let pass with a warning. */
    public ImmutableList<Refusal> warnings() {
        return record.warnings();
    }
}
