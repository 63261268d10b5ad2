package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.AT;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.accepted;
import static org.fiscalloop.ledger.LedgerFixtures.available;
import static org.fiscalloop.ledger.LedgerFixtures.ledger;
import static org.fiscalloop.ledger.LedgerFixtures.move;
import static org.fiscalloop.ledger.LedgerFixtures.post;

import com.google.common.collect.ImmutableList;
import java.util.OptionalLong;
import org.fiscalloop.decision.Severity;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static ImmutableList<Change> changes(Severity severity, Segments at, long fen) {
        Ledger ledger = ledger(available().withSeverity(severity));
        accepted(post(ledger, move(EXECUTABLE, SOURCES, 1000, at)));
        return accepted(post(ledger, move(PAID, EXECUTABLE, fen, at)));
    }

    @Test
    void a_change_tells_which_balance_it_adds_what_to() {
        ImmutableList<Change> changes = changes(Severity.HARD, AT, 40);

        assertThat(changes).extracting(Change::account).containsExactly(EXECUTABLE, EXECUTABLE, PAID);
        assertThat(changes.get(0))
                .hasToString(
                        "allotment/executable [allotment] CUMULATIVE cumulative allotment=A by -40 OptionalLong[0]");
        assertThat(changes.get(0).delta()).isEqualTo(new Balance(0, 0, 40, 0));
        assertThat(changes.get(1).key()).isEqualTo(Balance.Key.full(AT));
        assertThat(changes.get(1).floor()).isEmpty();
        assertThat(changes.get(2).by()).isEqualTo(40);
    }

    @Test
    void changes_are_equal_by_all_that_they_tell() {
        ImmutableList<Change> changes = changes(Severity.HARD, AT, 40);

        assertThat(changes).isEqualTo(changes(Severity.HARD, AT, 40)).hasSameHashCodeAs(changes(Severity.HARD, AT, 40));
        assertThat(changes.get(0))
                .isNotEqualTo(changes.get(1))
                .isNotEqualTo(changes(Severity.HARD, AT, 41).get(0));
        assertThat(changes.get(2))
                .isNotEqualTo(
                        changes(Severity.HARD, AT.with(ALLOTMENT, "B"), 40).get(2));
        assertThat(changes.get(0)).isNotEqualTo(changes(Severity.WARN, AT, 40).get(0));
        assertThat(changes(Severity.WARN, AT, 40).get(0).floor()).isEqualTo(OptionalLong.empty());
        assertThat(changes.get(1)).isNotEqualTo(changes(Severity.HARD, AT, 40).get(2));
    }
}
