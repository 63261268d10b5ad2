package org.fiscalloop.examples.vendor;

/**
 * A row is not as it was when it was read: somebody has written to it who did not lock the set of books. The transaction is
 * rolled back and tried again.
 */
final class LostRaceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LostRaceException(String message) {
        super(message);
    }
}
