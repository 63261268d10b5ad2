package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.HashMap;
import java.util.Map;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The layouts of statements over the charts, codes and kinds of a rulebook, ready to be filled in for any agency.
 *
 * <p>Layouts are passed, they stand in no rulebook: they say how the books are shown and never what is booked, so that no
 * decision depends on them.
 */
public final class Statements {
    private final RulesInForce rules;
    private final ImmutableList<Table> tables;

    private Statements(RulesInForce rules, ImmutableList<Table> tables) {
        this.rules = rules;
        this.tables = tables;
    }

    /** The layouts that come with the library under these rules. */
    public static Statements under(RulesInForce rules) {
        return under(rules, Layouts.ALL);
    }

    /**
     * These layouts under these rules.
     *
     * @throws IllegalArgumentException if two have one code, one names an account that the charts do not have, or one misses
     *     an account or shows it twice where its identities say that it does not
     */
    public static Statements under(RulesInForce rules, ImmutableList<Layout> layouts) {
        var charts = rules.rulebook().accounting().charts();
        if (layouts.stream().map(Layout::code).distinct().count() < layouts.size()) {
            throw new IllegalArgumentException("two layouts have one code: " + Lists.transform(layouts, Layout::code));
        }
        return new Statements(
                rules, layouts.stream().map(layout -> Table.of(layout, charts)).collect(toImmutableList()));
    }

    /**
     * The statements of a scope and year, as the books stand. What it gives reads no more, so that all of it is of one moment
     * where the reads are: in a loop by {@link org.fiscalloop.loop.FiscalLoop#read}.
     *
     * @throws IllegalStateException if the books do not keep what a layout says that they keep
     */
    public FinalAccounts of(Reads reads, Scope scope) {
        Figures source = new Figures(reads, scope, rules);
        Map<LedgerId, ImmutableList<Figure>> figures = new HashMap<>();
        figures.put(Ledgers.AGENCY, source.of(Ledgers.AGENCY, yearsBack()));
        ImmutableMap.Builder<String, Statement> statements = ImmutableMap.builder();
        for (Table table : tables) {
            ImmutableList.Builder<Figure> all = ImmutableList.builder();
            for (LedgerId ledger : table.ledgers()) {
                all.addAll(figures.computeIfAbsent(ledger, each -> source.of(each, yearsBack())));
            }
            statements.put(table.layout().code(), new Filling(table, reads, rules, scope).fill(all.build()));
        }
        return new FinalAccounts(
                rules,
                scope,
                source.isOfScope(),
                requireNonNull(figures.get(Ledgers.AGENCY)),
                statements.buildOrThrow());
    }

    private int yearsBack() {
        return tables.stream().mapToInt(Table::yearsBack).max().orElse(0);
    }
}
