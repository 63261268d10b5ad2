package org.fiscalloop.examples.vendor;

import java.sql.SQLException;

/** A database error where the library reads, whose interfaces know nothing of databases: carried through it. */
final class UnreadableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException problem;

    UnreadableException(SQLException problem) {
        super(problem);
        this.problem = problem;
    }

    SQLException problem() {
        return problem;
    }
}
