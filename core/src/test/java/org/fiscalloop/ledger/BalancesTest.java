package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.books;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.move;

import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BalancesTest {

    private static final Balance.Key KEY = Balance.Key.full(AT);

    @Test
    void what_was_never_booked_is_zero() {
        assertThat(Balances.none().balance(PAID, KEY)).isEqualTo(Balance.ZERO);
        assertThat(Balances.none().kept()).isEmpty();
    }

    @Test
    void changes_that_do_not_fit_change_nothing() {
        Balances balances = Balances.none();
        balances.apply(ImmutableList.of(
                change(PAID, new Balance(1, 2, 3, 4)), change(EXECUTABLE, new Balance(0, 0, 0, Long.MAX_VALUE))));
        ImmutableList<Balances.Kept> before = balances.kept();

        for (Balance more : ImmutableList.of(new Balance(0, 0, 0, 1), new Balance(1, 0, 0, 0))) {
            assertThatThrownBy(() -> balances.apply(ImmutableList.of(
                            change(PAID, new Balance(5, 6, 7, 8)),
                            change(SOURCES, new Balance(9, 0, 0, 0)),
                            change(EXECUTABLE, more))))
                    .isInstanceOf(ArithmeticException.class);
        }

        assertThat(balances.kept()).isEqualTo(before);
    }

    @Test
    void each_column_that_does_not_fit_fails() {
        Balance[] most = {
            new Balance(Long.MAX_VALUE, 0, 0, 0),
            new Balance(0, Long.MAX_VALUE, 0, 0),
            new Balance(0, 0, Long.MAX_VALUE, 0),
            new Balance(0, 0, 0, Long.MAX_VALUE)
        };
        for (Balance column : most) {
            Balances balances = Balances.none();
            balances.apply(ImmutableList.of(change(PAID, column)));
            assertThatThrownBy(() -> balances.apply(ImmutableList.of(change(PAID, column))))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void what_is_left_fits_too() {
        Balances balances = Balances.none();
        balances.apply(ImmutableList.of(change(PAID, new Balance(0, 0, Long.MAX_VALUE, 0))));

        assertThatThrownBy(() -> balances.apply(ImmutableList.of(change(PAID, new Balance(0, 2, 0, 0)))))
                .isInstanceOf(ArithmeticException.class);
        balances.apply(ImmutableList.of(change(PAID, new Balance(0, 2, 0, 1))));
        assertThat(balances.balance(PAID, KEY)).isEqualTo(new Balance(0, 2, Long.MAX_VALUE, 1));
    }

    @Test
    void entries_that_do_not_fit_fail() {
        Balances balances = Balances.none();
        Entry most = entry(MARCH, Line.debit(PAID, Long.MAX_VALUE, AT), Line.credit(EXECUTABLE, -Long.MAX_VALUE, AT));
        balances.apply(books(), ImmutableList.of(most));

        assertThatThrownBy(() -> balances.apply(books(), ImmutableList.of(move(PAID, SOURCES, 1))))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() ->
                        balances.apply(books(), ImmutableList.of(entry(MARCH, Line.credit(EXECUTABLE, -1, AT)))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void many_balances_are_found_again_and_listed_in_order() {
        Balances balances = Balances.none();
        ImmutableList<Segments> many = IntStream.range(0, 3000)
                .mapToObj(i -> AT.with(ALLOTMENT, "A" + (i * 7919 % 3000)))
                .collect(ImmutableList.toImmutableList());
        for (int i = 0; i < many.size(); i++) {
            balances.apply(ImmutableList.of(change(PAID, many.get(i), new Balance(i + 1, 0, 0, 0))));
        }
        Balances copy = balances.copy();

        for (int i = 0; i < many.size(); i++) {
            assertThat(copy.balance(PAID, Balance.Key.full(many.get(i)))).isEqualTo(new Balance(i + 1, 0, 0, 0));
            assertThat(copy.balance(SOURCES, Balance.Key.full(many.get(i)))).isEqualTo(Balance.ZERO);
        }
        assertThat(balances.kept())
                .hasSize(3000)
                .isEqualTo(copy.kept())
                .extracting(kept -> kept.key().segments())
                .isSorted();
        assertThat(copy.balance(PAID, Balance.Key.full(AT.with(ALLOTMENT, "none"))))
                .isEqualTo(Balance.ZERO);
    }

    @Test
    void many_accounts_are_found_again() {
        Balances balances = Balances.none();
        for (int i = 0; i < 500; i++) {
            balances.apply(ImmutableList.of(change(numbered(i), new Balance(0, 0, i + 1, 0))));
        }

        Balances copy = balances.copy();
        for (int i = 0; i < 500; i++) {
            assertThat(copy.balance(numbered(i), KEY)).isEqualTo(new Balance(0, 0, i + 1, 0));
        }
        assertThat(balances.balance(numbered(500), KEY)).isEqualTo(Balance.ZERO);
    }

    @Test
    void two_accounts_of_the_same_name_in_two_ledgers_are_two() {
        Balances balances = Balances.none();
        Meaning here = new Meaning(new LedgerId("here"), "cash");
        Meaning there = new Meaning(new LedgerId("there"), "cash");

        balances.apply(ImmutableList.of(change(here, new Balance(5, 0, 0, 0)), change(there, new Balance(7, 0, 0, 0))));

        assertThat(balances.balance(here, KEY)).isEqualTo(new Balance(5, 0, 0, 0));
        assertThat(balances.balance(there, KEY)).isEqualTo(new Balance(7, 0, 0, 0));
    }

    private static Meaning numbered(int i) {
        return new Meaning(new LedgerId("ledger"), "account " + i);
    }

    private static Change change(Meaning account, Balance delta) {
        return change(account, AT, delta);
    }

    private static Change change(Meaning account, Segments at, Balance delta) {
        Layout.Table table =
                new Layout.Table(0, account, DIMENSIONS.full(), Side.DEBIT, ImmutableList.of(), OptionalLong.empty());
        return new Change(table, at, 0, delta);
    }
}
