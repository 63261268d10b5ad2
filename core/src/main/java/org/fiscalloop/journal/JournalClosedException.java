package org.fiscalloop.journal;

/**
 * The answer of a journal that has closed itself because it could not append. Whether the record that was waiting is
 * stored is unknown until the journal is opened again and read.
 */
public final class JournalClosedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalClosedException(Throwable failure) {
        super("outcome unknown: the journal has closed itself, because it could not append: " + failure, failure);
    }
}
