package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.balance;
import static org.fiscalloop.loop.TwoYears.calculate;
import static org.fiscalloop.loop.TwoYears.confirm;
import static org.fiscalloop.loop.TwoYears.terms;
import static org.fiscalloop.loop.TwoYears.year;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectMeasure;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** What lapses at the end of a year: of projects that have ended, and what is left for a second year. */
class LapseTest {
    private static final long FEN = 100_000;

    private static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).distinct().collect(ImmutableList.toImmutableList());
    }

    @Test
    void what_came_back_of_a_project_that_has_ended_lapses_and_leaves_its_reserve() {
        World world = TwoYears.open();
        Id<Project> project = world.project(1, ORGAN, FEN);
        Elements elements = World.elements(ORGAN, project);
        Id<Allotment> allotment = world.allotment("A", world.line("L", elements, FEN), elements, FEN);
        var voucher = world.pay("1", allotment, elements, FEN);
        done(world.act("clerk" + ORGAN, project, ProjectAction.FINISH));
        done(world.refund("T", voucher, 30_000));

        done(calculate(world, ORGAN));
        Outcome confirmed = done(confirm(world, ORGAN));

        assertThat(terms(world, ORGAN).lines()).singleElement().satisfies(line -> {
            assertThat(line.facts().end()).isEqualTo(ProjectEnd.ENDED);
            assertThat(line.treatment()).isEqualTo(Treatment.LAPSE);
            assertThat(line.amount()).isEqualTo(Fen.money(30_000));
        });
        assertThat(rules(confirmed)).containsExactly("IND-18", "M-10 lapse", "M-01 release", "T-28/F", "T-28/B");
        assertThat(year(world, YEAR).allotment("IC02").debit()).isEqualTo(30_000);
        assertThat(year(world, YEAR).allotment("IE").debit()).isZero();
        assertThat(year(world, YEAR).memorandum("M04").debit()).isEqualTo(70_000);
        assertThat(balance(world, ProjectMeasure.OPEN, Dimensions.PROJECT, project.value()))
                .isZero();
        assertThat(world.loop().find(Allotment.id("A@2025"))).isEmpty();
    }

    /** What was left of the year before for the first time, and of this year again. */
    private static World twice(World world, Id<Project> project) {
        TwoYears.earlier(world, "A", project);
        done(calculate(world, ORGAN, YEAR));
        done(confirm(world, ORGAN, YEAR));
        done(calculate(world, ORGAN));
        return world;
    }

    private static Treatment treatment(World world) {
        return terms(world, ORGAN).lines().stream()
                .peek(line -> assertThat(line.facts().term()).isEqualTo(CarryTerm.SECOND))
                .peek(line -> assertThat(line.allotment()).contains(Allotment.id("A@2024")))
                .map(line -> line.treatment())
                .reduce((one, other) -> {
                    throw new AssertionError("only one amount is left");
                })
                .orElseThrow();
    }

    @Test
    void what_is_left_of_a_project_for_a_second_year_lapses_and_goes_back_to_its_reserve() {
        World world = TwoYears.back(TwoYears.open());
        Id<Project> project = TwoYears.earlier(world, 1, "3", terms -> terms);
        twice(world, project);
        assertThat(treatment(world)).isEqualTo(Treatment.LAPSE);

        Outcome confirmed = done(confirm(world, ORGAN));

        assertThat(rules(confirmed)).containsExactly("IND-18", "U-24/F", "U-24/B", "M-10 lapse", "T-28/F", "T-28/B");
        Sums sums = Sums.of(confirmed.entries());
        assertThat(sums.agency("3001").debit()).isEqualTo(FEN);
        assertThat(sums.agency("1201").credit()).isEqualTo(FEN);
        assertThat(sums.agency("810104").debit()).isEqualTo(FEN);
        assertThat(sums.agency("800103").credit()).isEqualTo(FEN);
        assertThat(Sums.of(world.loop().balances()).agency("1201").debit()).isZero();
        assertThat(balance(world, ProjectMeasure.OPEN, Dimensions.PROJECT, project.value()))
                .isEqualTo(FEN);
        assertThat(balance(world, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, "A@2024"))
                .isZero();
    }

    @Test
    void what_the_treasury_had_booked_of_it_goes_back_to_what_is_left_of_earlier_years() {
        World world = TwoYears.back(TwoYears.open(CityRules.with(
                TwoYears.overlay(YEAR, TwoYears.setting("treasuryAccrues", "true")),
                TwoYears.overlay(TwoYears.NEXT, TwoYears.setting("treasuryAccrues", "true")))));
        Id<Project> project = TwoYears.earlier(world, 1, "3", terms -> terms);
        TwoYears.earlier(world, "A", project);
        done(calculate(world, ORGAN, YEAR));
        done(confirm(world, ORGAN, YEAR));
        done(calculate(world, ORGAN));

        Outcome confirmed = done(confirm(world, ORGAN));

        assertThat(rules(confirmed))
                .containsExactly(
                        "IND-18", "T-07/F lapse", "T-07/B lapse", "U-24/F", "U-24/B", "M-10 lapse", "T-28/F", "T-28/B");
        Sums sums = Sums.of(confirmed.entries());
        assertThat(sums.treasury("3031").credit()).isEqualTo(FEN);
        assertThat(sums.treasury("2011").debit()).isEqualTo(FEN);
        assertThat(sums.treasury("8001").credit()).isEqualTo(FEN);
        assertThat(sums.treasury("804104").debit()).isEqualTo(FEN);
        assertThat(Sums.of(world.loop().balances()).treasury("2011", "804104").lines())
                .allSatisfy(line -> assertThat(line.fen()).isNotZero());
        assertThat(Sums.of(world.loop().balances()).treasury("2011").debit()).isZero();
    }

    @Test
    void what_goes_on_for_a_second_year_stays_as_the_first_booked_it_though_the_next_would_book_it_otherwise() {
        World world = TwoYears.back(
                TwoYears.open(CityRules.with(TwoYears.overlay(YEAR, TwoYears.setting("agencyRecognises", "false")))));
        Id<Project> project = TwoYears.earlier(world, 1, "3", terms -> terms.withIsResearch(true));
        TwoYears.earlier(world, "A", project);
        done(calculate(world, ORGAN, YEAR));
        done(confirm(world, ORGAN, YEAR));
        done(calculate(world, ORGAN));

        done(confirm(world, ORGAN));

        assertThat(world.loop()
                        .find(Allotment.id("A@2024U@2025U"))
                        .orElseThrow()
                        .terms()
                        .basis())
                .isEqualTo(YearBasis.UNRECOGNISED);
    }

    @Test
    void a_project_with_both_marks_is_one_of_research() {
        World world = TwoYears.back(TwoYears.open());
        Id<Project> project = TwoYears.earlier(
                world, 1, "3", terms -> terms.withIsResearch(true).withIsConstruction(true));

        twice(world, project);

        assertThat(terms(world, ORGAN).lines())
                .extracting(line -> line.facts().nature())
                .containsExactly(ProjectNature.RESEARCH);
    }

    @Test
    void basic_expenditure_research_and_construction_go_on_for_a_second_year_booked_as_they_were() {
        for (int kind = 0; kind < 3; kind++) {
            World world = TwoYears.back(TwoYears.open());
            Id<Project> project = switch (kind) {
                case 0 -> TwoYears.earlier(world, 1, "3", terms -> terms.withIsResearch(true));
                case 1 -> TwoYears.earlier(world, 1, "3", terms -> terms.withIsConstruction(true));
                default ->
                    TwoYears.earlier(
                            world, 1, "3", terms -> terms.withIsResearch(true).withIsConstruction(true));
            };
            twice(world, project);
            assertThat(treatment(world)).isEqualTo(Treatment.CARRY);

            Outcome confirmed = done(confirm(world, ORGAN));

            assertThat(rules(confirmed)).containsExactly("IND-17", "IND-20", "M-09 carry");
            assertThat(world.loop()
                            .find(Allotment.id("A@2024@2025"))
                            .orElseThrow()
                            .terms()
                            .basis()
                            .isCarried())
                    .isTrue();
        }
    }
}
