package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void the_year_prints_as_expected_and_every_published_row_is_met() {
        String printed = Golden.printed(Main::print);
        assertThat(printed)
                .doesNotContain("DIFFERENT")
                .contains("29 of 29 rows")
                .contains("20 of 20 rows");
        Golden.compare("main.txt", printed);
    }

    @Test
    void the_first_payment_prints_as_expected() {
        Golden.compare("pay-from-allotment.txt", Golden.printed(PayFromAllotment::print));
    }
}
