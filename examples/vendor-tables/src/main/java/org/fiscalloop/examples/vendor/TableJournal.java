package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.StoredRecord;

/**
 * The vendor's journal table as the library's own port, for reading: a loop can be opened on it, its chain be checked, its
 * records be derived again. What is appended comes by the service alone.
 */
public final class TableJournal implements Journal {
    private final Transactions transactions;
    private final String bookSet;

    /** The journal of a set of books. */
    public TableJournal(Transactions transactions, String bookSet) {
        this.transactions = transactions;
        this.bookSet = bookSet;
    }

    @Override
    public void append(ImmutableList<StoredRecord> batch) {
        throw new UnsupportedOperationException("the service appends, in the transaction that writes the rest");
    }

    @Override
    public StoredRecord read(long position) {
        return transactions
                .run(connection -> new JournalRows(connection, bookSet).read(position))
                .orElseThrow(() -> new IllegalArgumentException("the journal does not reach " + position));
    }

    @Override
    public long size() {
        return transactions
                .run(connection -> new JournalRows(connection, bookSet).head())
                .map(JournalRows.Head::next)
                .orElse(0L);
    }
}
