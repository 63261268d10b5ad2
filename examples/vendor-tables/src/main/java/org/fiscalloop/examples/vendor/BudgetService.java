package org.fiscalloop.examples.vendor;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.LongAdder;
import org.fiscalloop.flow.Input;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * The vendor's service over one set of books: every input is one transaction, which is tried again when the database asks
 * for it. Any number of callers at a time, in any number of processes.
 */
public final class BudgetService {
    private final Transactions transactions;
    private final RuleTimeline rules;
    private final String bookSet;
    private final LongAdder decidedAgain = new LongAdder();

    /**
     * The service.
     *
     * @param bookSet the set of books (账套): one journal, for one division or for several that share people
     */
    public BudgetService(Transactions transactions, RuleTimeline rules, String bookSet) {
        this.transactions = transactions;
        this.rules = rules;
        this.bookSet = bookSet;
    }

    /** Takes in a command or a notice: its first outcome again if it came before. */
    public Reply take(Input input) {
        return transactions.run(connection -> take(connection, input));
    }

    /** The same within a transaction of the caller, which does more than this. */
    public Reply take(Connection connection, Input input) throws SQLException {
        InputTransaction transaction = new InputTransaction(connection, bookSet, rules);
        Reply reply = transaction.take(input);
        if (transaction.isDecidedAgain()) {
            decidedAgain.increment();
        }
        return reply;
    }

    /** How often somebody else came in between reading and writing, so that a decision was made a second time. */
    public long decidedAgain() {
        return decidedAgain.sum();
    }

    /** The set of books. */
    public String bookSet() {
        return bookSet;
    }

    /** Where its transactions are made. */
    public Transactions transactions() {
        return transactions;
    }
}
