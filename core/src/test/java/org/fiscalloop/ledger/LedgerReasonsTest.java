package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.fiscalloop.decision.Reason;
import org.junit.jupiter.api.Test;

class LedgerReasonsTest {

    @Test
    void codes_are_of_the_ledger() {
        assertThat(LedgerReasons.all().all())
                .hasSize(10)
                .extracting(Reason::code)
                .allMatch(code -> code.startsWith("ledger."));
    }
}
