package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiscalloop.json.JsonFormatException;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class CasesTest {
    private static final Path CASES = Path.of("cases");

    @TempDir
    private Path dir = Path.of("");

    private static ImmutableList<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        }
    }

    @TestFactory
    Stream<DynamicTest> every_case_holds_and_leaves_books_that_balance() throws IOException {
        return cases().stream()
                .map(file -> dynamicTest(file.getFileName().toString(), () -> {
                    Path out = dir.resolve(file.getFileName().toString());
                    Program program = Program.run("run", file.toString(), "--out", out.toString());
                    assertThat(program.err()).isEmpty();
                    assertThat(program.code()).isZero();
                    new Exported(out).assertThatBooksBalance();
                }));
    }

    @Test
    void there_are_many_cases_each_with_a_title_and_an_expectation_at_every_step()
            throws IOException, JsonFormatException {
        ImmutableList<Path> files = cases();
        assertThat(files).hasSizeGreaterThanOrEqualTo(40);
        ImmutableList.Builder<String> titles = ImmutableList.builder();
        for (Path file : files) {
            Scenario scenario = ScenarioReader.read(Files.readString(file));
            titles.add(scenario.title());
            assertThat(scenario.steps())
                    .as(file.toString())
                    .allSatisfy(step -> assertThat(step.expect()).isPresent());
        }
        assertThat(titles.build()).doesNotHaveDuplicates();
    }

    /** A case that a warning is about is accepted; the warning stands beside the outcome. */
    @Test
    void the_monthly_limit_warns_once_and_explains_itself() {
        Exported exported = played("18-monthly-limit-of-an-agency");
        List<String> warned = exported.text("outcomes.ndjson")
                .lines()
                .filter(line -> line.contains("\"warnings\""))
                .toList();
        assertThat(warned).hasSize(1);
        assertThat(warned.get(0))
                .contains("\"id\":\"warned-and-accepted\"")
                .contains("\"outcome\":\"accepted\",\"code\":\"\",\"facts\":{}")
                .contains("\"code\":\"putuo.month-over-issued\"")
                .contains("\"period\":\"2024-04\"")
                .contains("\"short-by\":\"20000.00\"");
    }

    /** What was told too early is booked by the step it waited for: receipt, clearing and refund, in this order. */
    @Test
    void what_waited_is_booked_by_the_step_it_waited_for() {
        assertThat(played("09-receipt-before-sending").rows("entries.csv").stream()
                        .filter(row -> row.get(1).contains("@"))
                        .map(row -> row.get(1) + " " + row.get(2))
                        .distinct())
                .containsExactly(
                        "bank/receipt-for-a-voucher-not-made@2 voucher-paid",
                        "treasury/clearing-B-20240306@2 voucher-cleared",
                        "bank/refund-R-1@2 voucher-refunded");
    }

    /** March is closed when its receipt arrives: it is booked on the first day of April, and says when it took effect. */
    @Test
    void a_notice_of_a_closed_month_is_booked_in_the_next_and_says_when_it_took_effect() {
        Exported exported = played("23-closed-months");
        assertThat(exported.rows("entries.csv").stream()
                        .filter(row -> row.get(1).equals("receipt-of-march-told-in-april"))
                        .map(row -> row.get(3))
                        .distinct())
                .containsExactly("2024-04-01");
        assertThat(exported.text("journal.ledger")).contains("    ; effective: 2024-03-29\n");
    }

    /** The year is closed when interest of its last day is told: it counts in January, under the next year. */
    @Test
    void a_notice_of_a_closed_year_is_booked_in_the_next_and_keeps_its_day() {
        Exported exported = played("36-a-closed-year-takes-nothing");
        assertThat(exported.rows("entries.csv").stream()
                        .filter(row -> row.get(1).equals("interest-of-december-told-late"))
                        .map(row -> row.get(3))
                        .distinct())
                .containsExactly("2025-01-01");
        assertThat(exported.text("journal.ledger")).contains("    ; effective: 2024-12-31\n");
    }

    @Test
    void every_identity_that_an_opening_breaks_is_listed() {
        String refused = played("38-an-opening-that-does-not-add-up")
                .text("outcomes.ndjson")
                .lines()
                .filter(line -> line.contains("\"id\":\"with-sides-that-differ\""))
                .collect(Collectors.joining());
        assertThat(refused)
                .contains("\"code\":\"opening.unbalanced\"")
                .contains("\"code\":\"opening.negative\"")
                .contains("\"code\":\"opening.class-equation\"")
                .contains("\"code\":\"opening.allotment-amount\"")
                .contains("\"code\":\"opening.line-released\"")
                .contains("\"code\":\"opening.agency-income\"")
                .contains("\"code\":\"opening.both-incomes\"");
    }

    /** What is carried over is expenditure of the old year and owed; the clearing of the new year pays what is owed. */
    @Test
    void a_treasury_that_accrues_owes_what_is_carried_over_until_it_is_cleared() {
        assertThat(played("40-treasury-accrues").rows("entries.csv").stream()
                        .filter(row -> !row.get(2).equals("year-closed"))
                        .filter(row -> row.get(7).equals("2011") || row.get(7).equals("804104"))
                        .map(row -> String.join(" ", row.get(1), row.get(7), row.get(9), row.get(10))))
                .containsExactly(
                        "confirm-2025 2011 CREDIT 60000.00",
                        "confirm-2025 804104 CREDIT 60000.00",
                        "clearing-B-2 2011 DEBIT 60000.00",
                        "clearing-B-2 804104 DEBIT 60000.00");
    }

    @Test
    void a_case_writes_the_same_bytes_every_time() throws IOException {
        String name = "37-opened-in-mid-year";
        assertThat(files(played(name).directory()))
                .isEqualTo(files(played(name, "again").directory()));
    }

    private static Map<String, String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(directory.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        }
    }

    private Exported played(String name) {
        return played(name, name);
    }

    private Exported played(String name, String into) {
        Path out = dir.resolve(into);
        Program program = Program.run("run", CASES.resolve(name + ".json").toString(), "--out", out.toString());
        assertThat(program.code()).isZero();
        return new Exported(out);
    }
}
