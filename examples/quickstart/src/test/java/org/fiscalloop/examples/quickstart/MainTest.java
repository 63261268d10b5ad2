package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void the_year_prints_as_expected_and_every_published_row_is_met() {
        String printed = Golden.printed(Main::print);
        assertThat(printed)
                .doesNotContain("DIFFERENT")
                .contains("11 of 12 rows", "8 of 9 rows", "29 of 29 rows")
                .contains("208 社会保障和就业支出: 326.71, in F3 326.72");
        assertThat(printed.split("20 of 20 rows equal", -1)).hasSize(1 + 3);
        assertThat(printed.split("0.01 rounding", -1)).hasSize(1 + 2);
        assertThat(printed)
                .contains("年末结转和结余 → 年初结转和结余         55.34         55.34")
                .contains("allotment:ZB-2023@2025 · ISSUED · CARRIED");
        Golden.compare("main.txt", printed);
    }

    @Test
    void the_first_payment_prints_as_expected() {
        Golden.compare("pay-from-allotment.txt", Golden.printed(PayFromAllotment::print));
    }
}
