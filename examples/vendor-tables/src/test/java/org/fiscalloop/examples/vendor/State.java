package org.fiscalloop.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.journal.HashChain;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;

/** Compares the tables with a loop. */
final class State {
    private State() {}

    /** Journal, documents and balances are those of the loop, byte by byte, row by row. */
    static void assertSame(TestDatabase database, FiscalLoop loop) {
        assertSame(database, TestDatabase.BOOKS, loop);
    }

    /** The same of one set of books among others. */
    static void assertSame(TestDatabase database, String books, FiscalLoop loop) {
        TableJournal journal = new TableJournal(database.transactions(), books);
        assertThat(journal.size()).isEqualTo(loop.size());
        assertThat(HashChain.SHA_256.firstBreak(journal)).isEmpty();
        if (loop.size() > 0) {
            assertThat(journal.read(journal.size() - 1).hash()).isEqualTo(loop.hash());
        }
        assertDocuments(database, books, loop);
        assertBalances(database, books, loop);
        assertThat(database.rows("select PARKED from JOURNAL_HEAD where BOOK_SET = ?", books))
                .isEqualTo(database.rows(
                        "select count(*) from NOTICE_CASE where DOC_STATE = 'PARKED' and BOOK_SET = ?", books));
        FiscalLoop opened = FiscalLoop.open(journal, loop.rules());
        assertThat(opened.digest()).isEqualTo(loop.digest());
    }

    private static void assertDocuments(TestDatabase database, String books, FiscalLoop loop) {
        ImmutableList<JournalRecord> records = RandomHistory.records(loop);
        Set<Id<?>> ids = new LinkedHashSet<>();
        records.forEach(
                record -> record.moves().forEach(move -> ids.add(move.move().document())));
        database.transactions().run(connection -> {
            DocumentRows rows = new DocumentRows(connection, books, loop.rules());
            for (Id<?> id : ids) {
                DocumentRows.Row row = rows.read(id);
                assertThat(row.document().map(Object.class::cast))
                        .isEqualTo(loop.find(id).map(Object.class::cast));
                assertThat(records.get(Math.toIntExact(row.movedAt())).moves())
                        .anyMatch(move ->
                                move.move().document().equals(id) && move.move().version() == row.version());
            }
            return ids;
        });
        int rows = 0;
        for (DocumentTable<?> table : StandardTables.ALL) {
            rows += Integer.parseInt(
                    database.rows("select count(*) from " + table.name() + " where BOOK_SET = ?", books)
                            .get(0));
        }
        assertThat(rows).isEqualTo(ids.size());
    }

    private static void assertBalances(TestDatabase database, String books, FiscalLoop loop) {
        ImmutableList<Balances.Kept> kept = loop.balances().kept();
        database.transactions().run(connection -> {
            BalanceRows rows = new BalanceRows(connection, books);
            for (Balances.Kept balance : kept) {
                assertThat(rows.read(BalanceRows.key(balance.account(), balance.key()))
                                .balance())
                        .isEqualTo(balance.balance());
            }
            return kept;
        });
        assertLedgers(database, books, kept);
        assertThat(database.rows(
                        "select count(*) from ACCOUNT_BALANCE where DEBIT_INCREASE + DEBIT_DECREASE"
                                + " + CREDIT_INCREASE + CREDIT_DECREASE > 0 and BOOK_SET = ?",
                        books))
                .containsExactly(Integer.toString(kept.size()));
    }

    /** What stands in a ledger of the whole division, and of each agency. */
    private static void assertLedgers(TestDatabase database, String books, ImmutableList<Balances.Kept> kept) {
        for (LedgerId ledger : Ledgers.ALL) {
            for (String agency : ImmutableList.of("", World.ORGAN, World.INSTITUTION)) {
                Segments at = Dimensions.of(Dimensions.DIVISION, World.DIVISION).with(Dimensions.AGENCY, agency);
                ImmutableList<Balances.Kept> standing =
                        database.transactions().run(connection -> new BalanceRows(connection, books).read(ledger, at));
                assertThat(standing)
                        .isEqualTo(kept.stream()
                                .filter(balance -> balance.account().ledger().equals(ledger)
                                        && balance.key().grain().isFull()
                                        && balance.key().segments().isWithin(at))
                                .toList());
            }
        }
    }
}
