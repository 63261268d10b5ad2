package org.fiscalloop.journal;

/** Stored bytes that are no value of the form they are read as: cut short, garbled, or newer than this library. */
public final class JournalFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int offset;

    JournalFormatException(int offset, String message) {
        super(message + " (byte " + offset + ")");
        this.offset = offset;
    }

    JournalFormatException(int offset, String message, Throwable cause) {
        super(message + " (byte " + offset + ")", cause);
        this.offset = offset;
    }

    /** How many bytes had been read when it was noticed. */
    public int offset() {
        return offset;
    }
}
