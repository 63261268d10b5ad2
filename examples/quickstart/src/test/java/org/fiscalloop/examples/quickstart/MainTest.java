package org.fiscalloop.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    private static final String PRINTED = Golden.printed(Main::print);

    private static String between(String from, String to) {
        int begin = PRINTED.indexOf(from);
        return PRINTED.substring(begin, PRINTED.indexOf(to, begin));
    }

    @Test
    void the_year_prints_as_expected_and_every_published_row_is_met() {
        assertThat(PRINTED)
                .doesNotContain("DIFFERENT")
                .contains("11 of 12 rows", "9 of 10 rows", "29 of 29 rows")
                .contains("208 社会保障和就业支出: 326.71, in F3 326.72");
        assertThat(PRINTED.split("20 of 20 rows equal", -1)).hasSize(1 + 3);
        assertThat(PRINTED.split("0.01 rounding", -1)).hasSize(1 + 2);
        assertThat(PRINTED)
                .contains("年末结转和结余 → 年初结转和结余         55.34         55.34")
                .contains("allotment:ZB-2023@2025 · ISSUED · CARRIED");
        Golden.compare("main.txt", PRINTED);
    }

    @Test
    void what_was_appropriated_is_shown_as_income_and_opening_and_then_as_expenditure_and_closing() {
        assertThat(between("F4 财政拨款收入支出决算总表", "F5 "))
                .containsSubsequence(
                        "\nGENERAL ",
                        "\nINCOME ",
                        "本年收入合计",
                        "2940.05",
                        "\nOPENING ",
                        "21.63",
                        "\nOPENING_GENERAL ",
                        "\nTOTAL_IN ",
                        "2961.68",
                        "\n201 ",
                        "\n208 ",
                        "\n210 ",
                        "\n221 ",
                        "\nEXPENDITURE ",
                        "2940.05",
                        "equal",
                        "\nCLOSING ",
                        "\nTOTAL_OUT ");
    }

    @Test
    void the_cash_of_the_treasury_is_added_up() {
        assertThat(PRINTED).contains("= opening 年初 500.00 + revenue 收入 3000.00 - payments 支出 2940.05");
    }

    @Test
    void what_lapsed_is_not_counted_twice_and_accounts_are_called_by_their_names() {
        assertThat(between("8  January", "9  One payment"))
                .contains(
                        "What lapsed stands in the reserves of its projects again: left of the reserves 储备余额 53.87 万元.")
                .contains("against 应付职工薪酬, 108 items", "against 固定资产, 4 items")
                .doesNotContain("EMPLOYEE_COMPENSATION_PAYABLE");
    }

    @Test
    void what_is_left_says_in_both_languages_of_what_it_is_and_what_becomes_of_it() {
        assertThat(between("4  The end of the year", "5  Budget"))
                .contains("SECOND PERSONNEL 上年结转 人员经费", "CARRY 结转下年")
                .contains("FIRST OPERATING 当年预算 日常公用经费", "LAPSE 结余收回");
    }

    @Test
    void a_payment_that_came_back_says_when() {
        assertThat(between("ZF-2010608-30227-T-11", "\n")).contains("refunded 2024-12-05 (record ");
        assertThat(between("ZF-2010608-30227-T-12", "\n")).doesNotContain("refunded");
    }

    @Test
    void the_first_payment_prints_as_expected() {
        Golden.compare("pay-from-allotment.txt", Golden.printed(PayFromAllotment::print));
    }
}
