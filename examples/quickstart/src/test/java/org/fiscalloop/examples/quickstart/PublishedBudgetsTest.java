package org.fiscalloop.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.examples.quickstart.Documents.Row;
import org.fiscalloop.examples.quickstart.Expenditure.Cell;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published budgets go through the loop from their projects to their appropriation, and the books give them back. */
class PublishedBudgetsTest {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    static Stream<PublishedBudget> documents() {
        return PublishedBudget.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void what_is_appropriated_is_what_is_published(PublishedBudget budget) {
        Office office = appropriated(budget);
        assertPublished(budget, Expenditure.appropriated(office, LocalDate.of(budget.year(), 12, 31)));
    }

    private static void assertPublished(PublishedBudget budget, Expenditure books) {
        assertThat(Documents.table(budget.doc(), "B3")).isNotEmpty().allSatisfy(row -> {
            Predicate<Cell> own = cell -> row.level() == 0 || cell.function().startsWith(row.code());
            assertThat(books.sum(own)).isEqualTo(row.fen("total"));
            assertThat(books.sum(own.and(cell -> cell.kind().isBasic()))).isEqualTo(row.fen("basic"));
            assertThat(books.sum(own.and(cell -> !cell.kind().isBasic()))).isEqualTo(row.fen("project"));
        });
        assertThat(Documents.table(budget.doc(), "B5")).isNotEmpty().allSatisfy(row -> {
            Predicate<Cell> own = cell -> row.level() == 0 || cell.function().startsWith(row.code());
            assertThat(books.sum(own.and(cell -> cell.fund().startsWith("11")))).isEqualTo(row.fen("total"));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void basic_expenditure_by_economic_section_is_what_is_published(PublishedBudget budget) {
        Office office = appropriated(budget);
        Expenditure books = Expenditure.appropriated(office, LocalDate.of(budget.year(), 12, 31));
        ImmutableList<Row> table = Documents.table(budget.doc(), "B8");

        Row total = table.stream().filter(row -> row.level() == 0).findFirst().orElseThrow();
        assertThat(books.sum(cell -> cell.kind() == SpendingKind.PERSONNEL)).isEqualTo(total.fen("personnel"));
        assertThat(books.sum(cell -> cell.kind() == SpendingKind.OPERATING)).isEqualTo(total.fen("operating"));
        table.stream()
                .filter(row -> row.level() == 2)
                .map(budget::economic)
                .distinct()
                .forEach(code -> {
                    long published = table.stream()
                            .filter(row ->
                                    row.level() == 2 && budget.economic(row).equals(code))
                            .mapToLong(row -> row.fen("total"))
                            .sum();
                    long booked = books.sum(
                            cell -> cell.kind().isBasic() && cell.economic().equals(code));
                    assertThat(yuan(booked)).as(code).isEqualTo(yuan(published));
                });
    }

    @Test
    void the_opening_budget_of_the_final_account_is_appropriated_item_by_item() {
        Published published = Published.read();
        PublishedBudget like =
                new PublishedBudget("SHPT-CZJ-2024-F", 2024, "310107000", PublishedBudget.FINANCE.kind());
        Office office = Office.open(loop(), like.agency(), LocalDate.of(2023, 9, 1));
        appropriate(new Budget(office, office.agency(), Plan.of(published)), 2024);
        Expenditure books = Expenditure.appropriated(office, LocalDate.of(2024, 12, 31));
        assertThat(published.execution()).hasSize(12).allSatisfy(row -> {
            long booked = books.sum(cell -> row.isTotal() || cell.function().equals(row.code()));
            assertThat(Wan.text(booked)).isEqualTo(Wan.text(row.fen(Published.OPENING)));
        });
    }

    /** The budgets of 2023 and 2024 of one street, one after the other in one loop, with the turn of the year between them. */
    @Test
    void two_years_of_one_agency_run_through_one_loop() {
        FiscalLoop loop = loop();
        PublishedBudget first = PublishedBudget.STREET_2023;
        PublishedBudget second = PublishedBudget.STREET_2024;
        LocalDate newYear = LocalDate.of(second.year(), 1, 2);
        Office office = Office.open(loop, first.agency(), LocalDate.of(2022, 9, 1));
        appropriate(new Budget(office, office.agency(), first.own()), first.year());
        office.must(Office.FINANCE, LocalDate.of(2022, 9, 1), new RegisterAgency(first.institution()));
        appropriate(new Budget(office, first.institution(), first.below()), first.year());
        assertPublished(first, Expenditure.appropriated(office, LocalDate.of(first.year(), 12, 31)));

        YearEnd end = new YearEnd(office, "105002");
        Office next = end.january();
        end.run(new Page(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)));
        assertThat(loop.find(CarryOver.id(second.division(), "105", second.year()))
                        .orElseThrow()
                        .terms()
                        .lines())
                .isNotEmpty();
        reserveAndAppropriate(new Budget(next, next.agency(), second.own()), newYear);
        if (!second.below().lines().isEmpty()) {
            reserveAndAppropriate(new Budget(next, second.institution(), second.below()), newYear);
        }
        assertPublished(second, Expenditure.appropriated(next, LocalDate.of(second.year(), 12, 31)));
    }

    private static void reserveAndAppropriate(Budget budget, LocalDate on) {
        budget.reserve(on);
        budget.propose(on);
        budget.appropriate(on);
    }

    /** One document has a 类 whose 款 add up to one yuan less: each of them has its share of it. */
    private static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).setScale(0, RoundingMode.HALF_UP);
    }

    private static FiscalLoop loop() {
        return FiscalLoop.open(new InMemoryJournal(), RULES);
    }

    private static Office appropriated(PublishedBudget budget) {
        LocalDate autumn = LocalDate.of(budget.year() - 1, 9, 1);
        Office office = Office.open(loop(), budget.agency(), autumn);
        appropriate(new Budget(office, office.agency(), budget.own()), budget.year());
        if (!budget.below().lines().isEmpty()) {
            office.must(Office.FINANCE, autumn, new RegisterAgency(budget.institution()));
            appropriate(new Budget(office, budget.institution(), budget.below()), budget.year());
        }
        return office;
    }

    private static void appropriate(Budget budget, int year) {
        budget.reserve(LocalDate.of(year - 1, 9, 20));
        budget.propose(LocalDate.of(year - 1, 11, 20));
        budget.appropriate(LocalDate.of(year, 1, 20));
    }
}
