package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Iterator;
import java.util.function.Predicate;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.rulebook.RulesInForce;

/** The statements of one scope and fiscal year (决算报表), as the books stood when they were read: a value that reads no more. */
public final class FinalAccounts {
    private final RulesInForce rules;
    private final Scope scope;
    private final Predicate<Segments> isOfScope;
    private final ImmutableList<Figure> ofAgencies;
    private final ImmutableMap<String, Statement> statements;

    /**
     * @param isOfScope whether a coding block of the agency ledger belongs to the scope
     * @param ofAgencies all figures of the agency ledger
     */
    FinalAccounts(
            RulesInForce rules,
            Scope scope,
            Predicate<Segments> isOfScope,
            ImmutableList<Figure> ofAgencies,
            ImmutableMap<String, Statement> statements) {
        this.rules = rules;
        this.scope = scope;
        this.isOfScope = isOfScope;
        this.ofAgencies = ofAgencies;
        this.statements = statements;
    }

    /** Whose they are, of which year. */
    public Scope scope() {
        return scope;
    }

    /** Every statement, in the order of the layouts. */
    public ImmutableList<Statement> all() {
        return statements.values().asList();
    }

    /** The statement of a layout, such as {@code F1}; one of another name is a broken argument. */
    public Statement statement(String code) {
        Statement statement = statements.get(code);
        if (statement == null) {
            throw new IllegalArgumentException("no layout " + code + "; there are " + statements.keySet());
        }
        return statement;
    }

    /**
     * 本年预算收支差额与本期盈余的差异: why the surplus of the year is not its budgetary income less expenditure.
     *
     * @param records all records of the journal from its first on
     * @throws IllegalStateException if what the records booked does not explain the difference to the last fen
     */
    public Bridge bridge(Iterator<FiscalLoop.Traced> records) {
        return new Bridging(rules, scope, isOfScope).bridge(ofAgencies, records);
    }
}
