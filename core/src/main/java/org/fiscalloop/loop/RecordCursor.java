package org.fiscalloop.loop;

import java.util.Iterator;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.RecordCodec;
import org.fiscalloop.journal.StoredRecord;

/** Records of a journal in order, decoded as they are asked for; to be closed when its reader stops early. */
public final class RecordCursor implements Iterator<FiscalLoop.Traced>, AutoCloseable {
    private final Journal.Cursor stored;
    private final RecordCodec codec;

    RecordCursor(Journal.Cursor stored, RecordCodec codec) {
        this.stored = stored;
        this.codec = codec;
    }

    @Override
    public boolean hasNext() {
        return stored.hasNext();
    }

    @Override
    public FiscalLoop.Traced next() {
        StoredRecord next = stored.next();
        JournalRecord record = codec.decode(next.bytes());
        return new FiscalLoop.Traced(next.position(), record);
    }

    @Override
    public void close() {
        stored.close();
    }
}
