package org.fiscalloop.examples.vendor;

import org.fiscalloop.journal.JournalRecord;

/**
 * What the service answers to an input.
 *
 * @param record what became of it
 * @param position where that stands in the journal; -1 for a conflict of ids, which is not kept, and for a notice that an
 *     opening brought in, of which the first outcome stands elsewhere
 * @param isRepeat whether it had come before, and this is its first outcome again
 */
public record Reply(JournalRecord record, long position, boolean isRepeat) {}
