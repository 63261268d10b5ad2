package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.payment.PaymentAction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What has been read, of every kind, has changed when somebody has written to it, and not before. */
class TableReadsTest {
    private static final long AMOUNT = 100;

    @FunctionalInterface
    private interface Reading {
        void read(TableReads state);
    }

    private static boolean hasChanged(TestDatabase.Product product, Reading reading) {
        try (TestDatabase database = product.open()) {
            BudgetService service = new BudgetService(database.transactions(), RandomHistory.RULES, TestDatabase.BOOKS);
            Town town = new Town();
            var allotment = town.allotment("A1", AMOUNT);
            town.into(service);
            var request = town.filledIn(service, "R1", allotment, AMOUNT);
            return database.transactions().run(connection -> {
                JournalRows journal = new JournalRows(connection, TestDatabase.BOOKS);
                TableReads state = new TableReads(
                        connection,
                        TestDatabase.BOOKS,
                        new DocumentRows(connection, TestDatabase.BOOKS, RandomHistory.RULES),
                        journal);
                reading.read(state.afresh(journal.head().orElseThrow()));
                assertThat(changed(state)).isFalse();
                Town.done(service.take(town.act(Town.CLERK, request, PaymentAction.SUBMIT)));
                return changed(state);
            });
        }
    }

    private static boolean changed(TableReads state) {
        try {
            return state.forgetChanged();
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_document(TestDatabase.Product product) {
        assertThat(hasChanged(product, state -> state.find(World.request("R1"))))
                .isTrue();
        assertThat(hasChanged(product, state -> state.lastMoved(World.request("R1"))))
                .isTrue();
        assertThat(hasChanged(product, state -> state.find(World.request("R2"))))
                .isFalse();
        assertThat(hasChanged(product, state -> state.find(Allotment.id("A1")))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_balance(TestDatabase.Product product) {
        Balances.Kept executable = executable("A1");
        assertThat(hasChanged(product, state -> state.balance(executable.account(), executable.key())))
                .isTrue();
        Balances.Kept other = executable("A2");
        assertThat(hasChanged(product, state -> state.balance(other.account(), other.key())))
                .isFalse();
    }

    private static Balances.Kept executable(String allotment) {
        Town town = new Town();
        town.allotment(allotment, AMOUNT);
        return town.world().loop().balances().kept().stream()
                .filter(kept -> kept.account().name().equals("EXECUTABLE")
                        && kept.key().segments().value(Dimensions.ALLOTMENT).equals(allotment))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void all_that_stands_in_a_ledger(TestDatabase.Product product) {
        var division = Dimensions.of(Dimensions.DIVISION, World.DIVISION);
        assertThat(hasChanged(product, state -> state.balances(Ledgers.ALLOTMENT, division)))
                .isTrue();
        assertThat(hasChanged(product, state -> state.balances(Ledgers.TREASURY, division)))
                .isFalse();
        assertThat(hasChanged(
                        product,
                        state ->
                                state.balances(Ledgers.ALLOTMENT, division.with(Dimensions.AGENCY, World.INSTITUTION))))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void an_input_that_had_not_come(TestDatabase.Product product) {
        InputId submission = new InputId("vendor", "v1");
        assertThat(hasChanged(product, state -> state.recorded(JournalRecord.Kind.COMMAND, submission)))
                .isTrue();
        assertThat(hasChanged(product, state -> state.recorded(JournalRecord.Kind.NOTICE, submission)))
                .isFalse();
    }
}
