package org.fiscalloop.ledger;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trial balance (科目余额表): what each account held at first, what was booked since, and what it holds at last.
 *
 * @param rows by ledger and code of the account, then by segments; accounts on which nothing was ever booked are left out
 */
public record TrialBalance(ImmutableList<Row> rows) {

    /** The debit and the credit side of many accounts together (合计), in fen. */
    public record Totals(long debit, long credit) {

        private static final Totals ZERO = new Totals(0, 0);

        private Totals plus(long net) {
            return net > 0
                    ? new Totals(Math.addExact(debit, net), credit)
                    : new Totals(debit, Math.subtractExact(credit, net));
        }
    }

    /**
     * One account at one combination of codes.
     *
     * @param opening what had been booked at first
     * @param closing what has been booked at last
     */
    public record Row(Account account, Segments at, Balance opening, Balance closing) {

        /** What has been booked between. */
        public Balance movement() {
            return closing.since(opening);
        }

        /** 期初余额: what was left at first, on the normal side. */
        public long openingNet() {
            return opening.net(account.normalSide());
        }

        /** 本期增加: what was booked on the normal side, less what was taken back there. */
        public long increase() {
            return account.normalSide() == Side.DEBIT
                    ? movement().debit()
                    : movement().credit();
        }

        /** 本期减少: what was booked on the other side, less what was taken back there. */
        public long decrease() {
            return account.normalSide() == Side.DEBIT
                    ? movement().credit()
                    : movement().debit();
        }

        /** 期末余额: what is left at last, on the normal side. */
        public long closingNet() {
            return closing.net(account.normalSide());
        }
    }

    private record Place(Account account, Segments at) {}

    private static final Comparator<Place> PRINTED = Comparator.comparing(
                    (Place place) -> place.account().meaning().ledger())
            .thenComparing(place -> place.account().code())
            .thenComparing(Place::at);

    /**
     * The trial balance from nothing to these balances, by these dimensions.
     *
     * @throws IllegalArgumentException if something is booked on an account that the books do not know
     */
    public static TrialBalance of(Books books, Balances balances, ImmutableList<Dimension> dimensions) {
        return between(books, Balances.none(), balances, dimensions);
    }

    /**
     * The trial balance from one state of the balances to a later one, by these dimensions.
     *
     * @throws IllegalArgumentException if the first state is not an earlier one, or something is booked on an account that
     *     the books do not know
     */
    public static TrialBalance between(
            Books books, Balances opening, Balances closing, ImmutableList<Dimension> dimensions) {
        Map<Place, Balance> first = sums(books, opening, dimensions);
        Map<Place, Balance> last = sums(books, closing, dimensions);
        first.keySet().forEach(place -> last.putIfAbsent(place, Balance.ZERO));
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        last.forEach((place, balance) ->
                rows.add(new Row(place.account(), place.at(), first.getOrDefault(place, Balance.ZERO), balance)));
        rows.build().forEach(Row::movement);
        return new TrialBalance(rows.build());
    }

    private static Map<Place, Balance> sums(Books books, Balances balances, ImmutableList<Dimension> dimensions) {
        Map<Place, Balance> sums = new TreeMap<>(PRINTED);
        long mask = books.dimensions().mask(dimensions);
        for (int number = 0; number < balances.size(); number++) {
            balances.full(number)
                    .filter(kept -> !kept.balance().equals(Balance.ZERO))
                    .ifPresent(kept -> sums.merge(
                            new Place(
                                    books.account(kept.account()),
                                    kept.key().segments().project(mask)),
                            kept.balance(),
                            Balance::plus));
        }
        return sums;
    }

    /** The rows of one ledger and basis. */
    public TrialBalance of(LedgerId ledger, Basis basis) {
        return new TrialBalance(rows.stream()
                .filter(row -> row.account().meaning().ledger().equals(ledger))
                .filter(row -> row.account().basis() == basis)
                .collect(ImmutableList.toImmutableList()));
    }

    /** The closing balances together: equal on both sides for each ledger and basis, whatever has been booked. */
    public Totals closing() {
        Totals totals = Totals.ZERO;
        for (Row row : rows) {
            totals = totals.plus(row.closing().net(Side.DEBIT));
        }
        return totals;
    }

    /** What was booked between on each side together. */
    public Totals movement() {
        long debit = 0;
        long credit = 0;
        for (Row row : rows) {
            debit = Math.addExact(debit, row.movement().debit());
            credit = Math.addExact(credit, row.movement().credit());
        }
        return new Totals(debit, credit);
    }
}
