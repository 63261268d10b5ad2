package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.fiscalloop.finalaccounts.Layout.Column;
import org.fiscalloop.finalaccounts.Layout.Identity;
import org.fiscalloop.finalaccounts.Layout.Row;
import org.fiscalloop.finalaccounts.Layout.Term;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;

/** A layout that has met the charts: its filters looked up, and proved to show every account where it must. */
record Table(Layout layout, ImmutableList<BoundRow> rows, ImmutableList<BoundColumn> columns) {

    record BoundRow(Row row, ImmutableList<BoundCount> of) {
        /** How often balances with these traits count in this row, with the sign of their debit side. */
        int weight(Figure.Traits traits) {
            int weight = 0;
            for (BoundCount count : of) {
                if (count.sieve().passes(traits)) {
                    weight += count.side() == Side.DEBIT ? 1 : -1;
                }
            }
            return weight;
        }
    }

    record BoundCount(Side side, Sieve sieve) {}

    record BoundColumn(Column column, Sieve sieve) {
        boolean passes(Figure.Traits traits) {
            return column.yearsBack() == traits.yearsBack() && sieve.passes(traits);
        }
    }

    /**
     * The layout over these charts.
     *
     * @throws IllegalArgumentException if a filter names what the charts do not have, or an identity that rests on the layout
     *     does not hold for some account
     */
    static Table of(Layout layout, ImmutableList<Chart> charts) {
        Table table = new Table(
                layout,
                layout.rows().stream()
                        .map(row -> new BoundRow(
                                row,
                                row.of().stream()
                                        .map(count -> new BoundCount(count.side(), Sieve.of(count.filter(), charts)))
                                        .collect(toImmutableList())))
                        .collect(toImmutableList()),
                layout.columns().stream()
                        .map(column -> new BoundColumn(column, Sieve.of(column.filter(), charts)))
                        .collect(toImmutableList()));
        table.prove(charts);
        return table;
    }

    /** The ledgers that its rows name. */
    ImmutableSet<LedgerId> ledgers() {
        return layout.rows().stream()
                .flatMap(row -> row.of().stream())
                .flatMap(count -> count.filter().accounts().stream())
                .map(Filter.Named::ledger)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** How many years back its columns reach. */
    int yearsBack() {
        return layout.columns().stream().mapToInt(Column::yearsBack).max().orElse(0);
    }

    /** Both sides of an identity count every balance alike, whatever its traits: all of them are gone through. */
    private void prove(ImmutableList<Chart> charts) {
        ImmutableList<Figure.Traits> every = every(charts);
        for (Identity identity : layout.identities()) {
            if (identity.proof() == Identity.Proof.LAYOUT) {
                Predicate<Figure.Traits> holds = identity.isOfRows() ? ofRows(identity) : ofColumns(identity);
                every.stream().filter(holds.negate()).findFirst().ifPresent(traits -> {
                    throw new IllegalArgumentException("layout " + layout.code() + " does not keep " + identity
                            + " for balances such as " + traits);
                });
            }
        }
    }

    /** A balance that no column shows does not matter. */
    private Predicate<Figure.Traits> ofRows(Identity identity) {
        ImmutableMap<BoundRow, Integer> signs =
                signs(identity, rows, row -> row.row().code());
        return traits -> sum(signs, row -> row.weight(traits)) == 0
                || columns.stream().noneMatch(column -> column.passes(traits));
    }

    /** A balance that no row shows does not matter. */
    private Predicate<Figure.Traits> ofColumns(Identity identity) {
        ImmutableMap<BoundColumn, Integer> signs =
                signs(identity, columns, column -> column.column().code());
        return traits -> sum(signs, column -> column.passes(traits) ? 1 : 0) == 0
                || rows.stream().allMatch(row -> row.weight(traits) == 0);
    }

    private static <P> ImmutableMap<P, Integer> signs(
            Identity identity, ImmutableList<P> parts, Function<P, String> code) {
        ImmutableMap<String, P> byCode = Maps.uniqueIndex(parts, code::apply);
        return identity.terms()
                .collect(toImmutableMap(term -> requireNonNull(byCode.get(term.code()), term.code()), Term::sign));
    }

    private static <P> int sum(ImmutableMap<P, Integer> signs, ToIntFunction<P> value) {
        int sum = 0;
        for (Map.Entry<P, Integer> part : signs.entrySet()) {
            sum += part.getValue() * value.applyAsInt(part.getKey());
        }
        return sum;
    }

    private ImmutableList<Figure.Traits> every(ImmutableList<Chart> charts) {
        ImmutableSet<LedgerId> ledgers = ledgers();
        ImmutableSet<String> economics = economics();
        ImmutableList.Builder<Figure.Traits> every = ImmutableList.builder();
        for (Chart chart : charts) {
            if (ledgers.contains(chart.ledger())) {
                for (Account account : chart.accounts()) {
                    if (chart.isPostable(account)) {
                        every(account.meaning(), economics).forEach(every::add);
                    }
                }
            }
        }
        return every.build();
    }

    /** What no filter asks is alike for all. */
    private Stream<Figure.Traits> every(Meaning account, ImmutableSet<String> economics) {
        return named(Filter::stages, Stage.values())
                .flatMap(stage -> named(Filter::funds, FundBook.values())
                        .flatMap(fund -> named(Filter::kinds, SpendingKind.values())
                                .flatMap(kind -> economics.stream()
                                        .map(economic -> new Figure.Traits(account, 0, stage, fund, kind, economic)))));
    }

    private <E> Stream<E> named(Function<Filter, ImmutableSet<E>> facet, E[] constants) {
        return Stream.of(constants)
                .limit(filters().allMatch(filter -> facet.apply(filter).isEmpty()) ? 1 : constants.length);
    }

    private Stream<Filter> filters() {
        return Stream.concat(
                layout.rows().stream().flatMap(row -> row.of().stream()).map(Layout.Counted::filter),
                layout.columns().stream().map(Column::filter));
    }

    /** A code for every beginning that a filter names, and one that begins with none of them. */
    private ImmutableSet<String> economics() {
        ImmutableSet.Builder<String> economics = ImmutableSet.builder();
        economics.add("");
        filters().forEach(filter -> economics.addAll(filter.economics()).addAll(filter.otherEconomics()));
        return economics.build();
    }
}
