package org.fiscalloop.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.closing.ClosingRule.WHOLE;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each closing rule makes of what is left of a year: balances before, and with which the next year begins. */
class ClosingRulesTest {
    private static void assertCloses(LedgerId ledger, String before, String after, AgencyKind... kind) {
        Year year = Year.closed(ledger, before, kind);
        assertThat(year.opening()).as("%s of %s", before, ledger).isEqualTo(after);
        assertThat(year.left()).as("left in the closed year of %s", before).isEmpty();
    }

    /** Each account alone, on either side, in the books of every kind of agency. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3001 | 4001 4101 4201 4301 4401 4601 4602 4603 4604 4605 4609
            3001 | 5001 5101 5201 5301 5401 5501 5701 5801 5901
            3001 | 3301 3302 3401 3501 3001
            810107 | 60010101 60010102 600102 710101 720101 790101
            810107 | 810101 810102 810103 810104 810105 810106 810107
            810205 | 810201 810202 810203 810204 810205
            820105 | 610101 660901 710102 720102 790102
            820105 | 820101 820102 820103 820104 820105
            820204 | 610102 660902 6602 6201 6301 6501 6601 6603 6604 6605
            820204 | 710103 720103 790103 7401 7501 7601 7701 7902 7903
            820204 | 8501 8701 820201 820202 820203 820204
            1002 | 1002
            1201 | 1201
            3101 | 3101
            3201 | 3201
            800102 | 800102
            8301 | 8301
            """)
    void an_account_of_an_agency_ends_in(String target, String accounts) {
        for (String account : Splitter.on(' ').split(accounts)) {
            for (AgencyKind kind : AgencyKind.values()) {
                assertCloses(Ledgers.AGENCY, account + "=100", target + "=100", kind);
                assertCloses(Ledgers.AGENCY, account + "@P1#31=-100", target + "@P1#31=-100", kind);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            300101 | 4001 4002 4011 4021 4022 4023 4031
            300101 | 5001 5002 5003 5004 5005 5006 5007 5008 5011 5021 5022 5023 5031
            300101 | 304101 3031 300101
            300102 | 4041 5041 304102
            300103 | 4051 5051 304103
            8001 | 6001 601101 6031 7001 701101 7031 701201 704201
            8002 | 6002 601102 7002 701102 701202 704202
            8003 | 6003 601103 7003 701103 701203
            8005 | 6005 7005
            8007 | 6007 7007
            804105 | 601104 701104
            804109 | 6051 7051
            3011 | 3011
            3012 | 3012
            8031 | 8031
            8033 | 8033
            804101 | 804101
            """)
    void an_account_of_the_treasury_ends_in(String target, String accounts) {
        for (String account : Splitter.on(' ').split(accounts)) {
            assertCloses(Ledgers.TREASURY, account + "=100", target + "=100");
            assertCloses(Ledgers.TREASURY, account + "#121=-100", target + "#121=-100");
        }
    }

    @ParameterizedTest
    @CsvSource({"8001,111", "8002,121", "8003,131", "804109,31"})
    void an_account_that_has_no_details_by_budget_ends_in_that_of_its_fund(String target, String fund) {
        for (String account : ImmutableList.of("6012", "6013", "6021", "6041", "6042", "7013", "7021", "7041")) {
            assertCloses(Ledgers.TREASURY, account + "#" + fund + "=100", target + "#" + fund + "=100");
        }
    }

    @Test
    void money_put_over_from_one_budget_to_another_changes_both_and_nothing_else_does() {
        assertCloses(
                Ledgers.TREASURY,
                "6001#111=100 7001#111=-70 6021#111=20 6002#121=50 7021#121=-20 7002#121=-5",
                "8001#111=50 8002#121=25");
    }

    /** What is left of projects that have ended is a surplus; what is left of others is carried over. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            600102@P1=100 720101@P1=-60 | 810107@P1=40
            600102@done=100 720101@done=-60 | 810205@done=40
            810107@done=7 600102@P1=5 | 810107@P1=5 810205@done=7
            610101@P1=100 720102@P1=-60 | 820105@P1=40
            610101@done=100 720102@done=-60 | 820204@done=40
            820105@done=7 820105=3 | 820105=3 820204@done=7
            """)
    void an_ended_project(String before, String after) {
        assertCloses(Ledgers.AGENCY, before, after, AgencyKind.INSTITUTION);
        assertCloses(Ledgers.AGENCY, before, after, AgencyKind.ADMINISTRATIVE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            6401@P1=100 7301@P1=-60 | 820204@P1=40
            6401@P1=60 7301@P1=-100 | 8401@P1=-40
            6401=100 7301@P1=-60 | 820204=100 820204@P1=-60
            6401=60 7301@P1=-100 | 8401=60 8401@P1=-100
            8401=-40 6401=100 | 820204=60
            8401=-40 6401=40 | ''
            8401=-40 6401@P1=40 | 8401=-40 8401@P1=40
            """)
    void a_business_that_loses_money_keeps_its_loss(String before, String after) {
        for (AgencyKind kind : AgencyKind.values()) {
            assertCloses(Ledgers.AGENCY, before, after, kind);
        }
    }

    @Test
    void an_institution_distributes_its_surplus_and_an_administrative_agency_keeps_it_at_once() {
        String before = "610102=100 6401=50";
        assertThat(Year.closed(Ledgers.AGENCY, before, AgencyKind.INSTITUTION).rules())
                .containsExactly(
                        "U-40 B other",
                        "U-40 B business",
                        "U-46 B other, institution",
                        "U-46 B business, institution",
                        "U-46 B distributed",
                        ClosingEntries.CARRIED,
                        ClosingEntries.OPENED);
        for (AgencyKind kind : ImmutableList.of(AgencyKind.ADMINISTRATIVE, AgencyKind.PARTICIPATING)) {
            assertThat(Year.closed(Ledgers.AGENCY, before, kind).rules())
                    .containsExactly(
                            "U-40 B other",
                            "U-40 B business",
                            "U-46 B other, administrative",
                            "U-46 B business, administrative",
                            ClosingEntries.CARRIED,
                            ClosingEntries.OPENED);
        }
    }

    @Test
    void income_and_expense_pass_through_the_surplus_of_the_period_and_its_distribution() {
        Year year = Year.closed(Ledgers.AGENCY, "4001=100 5001=-60", AgencyKind.INSTITUTION);
        assertThat(year.rules())
                .containsExactly("U-40 F", "U-41 F", "U-42 F", "U-45 F", ClosingEntries.CARRIED, ClosingEntries.OPENED);
        Year treasury = Year.closed(Ledgers.TREASURY, "4001#111=100 5001#111=-60");
        assertThat(treasury.rules())
                .containsExactly(
                        "T-29 F income", "T-29 F expense", "T-31 F", ClosingEntries.CARRIED, ClosingEntries.OPENED);
    }

    @Test
    void the_details_of_fiscal_carry_over_and_surplus_are_netted_each_into_its_own() {
        assertCloses(
                Ledgers.AGENCY,
                "810101=1 810102=2 810103=-4 810104=-8 810105=16 810107=32 810201=64 810202=-128 810203=256 810205=512",
                "810107=39 810205=704",
                AgencyKind.ADMINISTRATIVE);
    }

    // ---- a portion --------------------------------------------------------------------------------------------------

    private static ClosingPlan welfare(int portion) {
        return ClosingPlan.of(
                NationalClosing.RULES.stream()
                        .map(rule -> rule.id().startsWith("U-43") ? rule.part(portion, rule.amountOf()) : rule)
                        .collect(ImmutableList.toImmutableList()),
                Year.RULES.rulebook().accounting());
    }

    /** The portion is of the sum, down to the fen, and is taken where there is a credit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4000 | 610102=1001 | 820204=601 8301=400 3001=-400 3101=400
            4000 | 610102=1004 | 820204=603 8301=401 3001=-401 3101=401
            10000 | 610102=7 | 8301=7 3001=-7 3101=7
            1 | 610102=9999 | 820204=9999
            1 | 610102=10000 | 820204=9999 8301=1 3001=-1 3101=1
            4000 | 610102=-1000 | 820204=-1000
            4000 | 610102=100 720103@P1=-60 | 820204=84 820204@P1=-60 8301=16 3001=-16 3101=16
            5000 | 610102@P1=30 610102@P2=70 | 820204@P2=50 8301@P1=30 8301@P2=20 3001@P1=-30 3001@P2=-20 3101@P1=30 3101@P2=20
            4000 | 6401=-60 610102=100 | 820204=60 8401=-60 8301=40 3001=-40 3101=40
            """)
    void an_institution_puts_a_portion_of_its_surplus_into_the_welfare_fund(int portion, String before, String after) {
        Year year = Year.closed(welfare(portion), Ledgers.AGENCY, before, AgencyKind.INSTITUTION);
        assertThat(Splitter.on(' ').splitToList(year.opening()))
                .containsExactlyInAnyOrderElementsOf(Splitter.on(' ').splitToList(after));
        assertThat(year.left()).isEmpty();
    }

    @Test
    void a_portion_of_more_than_can_be_multiplied_is_exact() {
        long surplus = 9_000_000_000_000_000_001L;
        Year year = Year.closed(welfare(WHOLE - 1), Ledgers.AGENCY, "610102=" + surplus, AgencyKind.INSTITUTION);
        assertThat(year.opening()).contains("8301=8999100000000000000").contains("820204=900000000000001");
    }

    @Test
    void nothing_goes_to_the_welfare_fund_where_no_portion_is_set_and_never_in_an_administrative_agency() {
        assertCloses(Ledgers.AGENCY, "610102=1000", "820204=1000", AgencyKind.INSTITUTION);
        assertThat(Year.closed(welfare(4000), Ledgers.AGENCY, "610102=1000", AgencyKind.PARTICIPATING)
                        .opening())
                .isEqualTo("820204=1000");
    }

    // ---- allotments, and the way into the next year -----------------------------------------------------------------

    @Test
    void the_sources_of_allotments_are_closed_against_what_was_paid_carried_over_and_lapsed() {
        Year year = Year.closed(
                Ledgers.ALLOTMENT,
                "IS01@P1#111=100 IS02#111=50 IS03#111=7 IS04#111=1 IS05#111=1 IS06#111=1 IS07#111=1 IS08#111=1 IS09#111=1 "
                        + "IP01@P1#111=-80 IP02#111=-9 IP03#111=-1 IP04#111=-1 IP05#111=-1 IC01@P1#111=-60 IC02#111=-11");
        assertThat(year.opening()).isEmpty();
        assertThat(year.left()).isEmpty();
        assertThat(year.rules()).containsExactly("IND-19");
    }

    @Test
    void a_year_in_which_nothing_was_booked_makes_no_entry() {
        assertThat(Year.closed(Ledgers.AGENCY, "", AgencyKind.INSTITUTION).entries())
                .isEmpty();
        assertThat(Year.closed(Ledgers.AGENCY, "4001=100 4001@P1=50 5001=-100 5001@P1=-50", AgencyKind.INSTITUTION)
                        .rules())
                .containsExactly("U-40 F", "U-41 F");
    }

    @Test
    void closing_is_booked_on_the_last_day_of_the_year_and_balances_enter_on_the_first_of_the_next() {
        Year year = Year.closed(Ledgers.AGENCY, "4001=100 1002=-100 600102=100 800102=-100", AgencyKind.INSTITUTION);
        assertThat(year.entries()).allSatisfy(entry -> {
            boolean opens = entry.rule().equals(ClosingEntries.OPENED);
            assertThat(entry.date()).isEqualTo(opens ? LocalDate.of(2025, 1, 1) : LocalDate.of(2024, 12, 31));
            assertThat(entry.effectiveOn()).isEqualTo(entry.date());
            assertThat(entry.narration()).isEqualTo("310107000/2024/agency/105001");
            assertThat(entry.lines()).allMatch(line -> line.fen() > 0);
            Phase phase =
                    opens ? Phase.OPENING : entry.rule().equals(ClosingEntries.CARRIED) ? Phase.CARRIED : Phase.CLOSING;
            assertThat(entry.lines()).allMatch(line -> phase.has(line.segments()));
            assertThat(entry.lines())
                    .allMatch(line -> line.segments().value(Dimensions.YEAR).equals(opens ? "2025" : "2024"));
            assertThat(entry.lines().stream().mapToLong(ClosingRulesTest::debit).sum())
                    .isZero();
        });
        assertThat(Stream.of(ClosingEntries.CARRIED, ClosingEntries.OPENED))
                .allSatisfy(rule ->
                        assertThat(year.rules()).filteredOn(rule::equals).hasSize(2));
    }

    private static long debit(Line line) {
        return line.side() == org.fiscalloop.ledger.Side.DEBIT ? line.fen() : -line.fen();
    }
}
