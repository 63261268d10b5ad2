package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.calculate;
import static org.fiscalloop.loop.TwoYears.carry;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.TwoYears.confirm;
import static org.fiscalloop.loop.TwoYears.setting;
import static org.fiscalloop.loop.TwoYears.terms;
import static org.fiscalloop.loop.TwoYears.year;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** What the settings of a place change of the carry-over: who books it, and what the next year calls otherwise. */
class CarryOverSettingsTest {
    private static final long FEN = 100_000;

    /** A year of which an allotment of 1,000 yuan is left. */
    private record Year(World world, Id<Project> project, Id<Allotment> allotment) {
        static Year under(RuleTimeline rules) {
            World world = TwoYears.open(rules);
            Id<Project> project = world.project(1, ORGAN, FEN);
            Elements elements = World.elements(ORGAN, project);
            return new Year(world, project, world.allotment("A", world.line("L", elements, FEN), elements, FEN));
        }

        Allotment next(String id) {
            return world.loop().find(Allotment.id(id)).orElseThrow();
        }
    }

    @Test
    void T_07_where_the_treasury_accrues_it_books_the_expenditure_in_the_year_that_ends() {
        Year year = Year.under(TwoYears.rules(setting("treasuryAccrues", "true")));

        carry(year.world, ORGAN);

        Sums ending = year(year.world, YEAR);
        assertThat(year.next("A@2025A").terms().basis()).isEqualTo(YearBasis.ACCRUED);
        assertThat(ending.treasury("5").debit()).isEqualTo(FEN);
        assertThat(ending.treasury("2011").credit()).isEqualTo(FEN);
        assertThat(ending.treasury("7001").debit()).isEqualTo(FEN);
        assertThat(ending.treasury("804104").credit()).isEqualTo(FEN);
        assertThat(ending.agency("1201").debit()).isEqualTo(FEN);
    }

    @Test
    void T_08_what_the_treasury_has_accrued_is_paid_without_expenditure_of_the_next_year() {
        Year year = Year.under(TwoYears.rules(setting("treasuryAccrues", "true")));
        World world = carry(year.world, ORGAN);

        var voucher = world.pay("2", Allotment.id("A@2025A"), TwoYears.nextElements(ORGAN, year.project), FEN);

        Sums next = year(world, NEXT);
        assertThat(next.treasury("2011").debit()).isEqualTo(FEN);
        assertThat(next.treasury("1001").credit()).isEqualTo(FEN);
        assertThat(next.treasury("804104").debit()).isEqualTo(FEN);
        assertThat(next.treasury("804101").credit()).isEqualTo(FEN);
        assertThat(next.treasury("5", "7").lines()).isEmpty();
        assertThat(next.agency("1201").credit()).isEqualTo(FEN);
        done(world.refund("T", voucher, 40_000));
        assertThat(year(world, NEXT).treasury("2011").debit()).isEqualTo(60_000);
        assertThat(year(world, NEXT).treasury("5", "7").lines()).isEmpty();
        assertThat(year(world, NEXT).agency("1201").credit()).isEqualTo(60_000);
    }

    @Test
    void where_nobody_books_it_the_next_year_pays_it_as_its_own() {
        Year year = Year.under(TwoYears.rules(setting("agencyRecognises", "false")));
        World world = carry(year.world, ORGAN);

        world.pay("2", Allotment.id("A@2025U"), TwoYears.nextElements(ORGAN, year.project), FEN);

        assertThat(year(world, YEAR).agency().lines()).isEmpty();
        assertThat(year(world, YEAR).treasury().lines()).isEmpty();
        assertThat(year(world, NEXT).agency("4001").credit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).treasury("7001").debit()).isEqualTo(FEN);
        assertThat(world.loop()
                        .find(BudgetLine.id("L@2025U"))
                        .orElseThrow()
                        .terms()
                        .basis())
                .isEqualTo(YearBasis.UNRECOGNISED);
    }

    @Test
    void where_the_treasury_alone_books_it_the_agency_has_income_when_it_pays() {
        Year year =
                Year.under(TwoYears.rules(setting("agencyRecognises", "false"), setting("treasuryAccrues", "true")));
        World world = carry(year.world, ORGAN);

        world.pay("2", Allotment.id("A@2025T"), TwoYears.nextElements(ORGAN, year.project), FEN);

        assertThat(year(world, YEAR).agency().lines()).isEmpty();
        assertThat(year(world, YEAR).treasury("7001").debit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).agency("4001").credit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).treasury("5", "7").lines()).isEmpty();
    }

    @Test
    void a_fund_that_is_not_paid_from_the_treasury_is_booked_by_neither() {
        World world = TwoYears.open(TwoYears.rules(setting("treasuryAccrues", "true")));
        Id<Project> project = world.project(1, ORGAN, FEN);
        Elements elements = ImmutableElements.builder()
                .from(World.elements(ORGAN, project))
                .fund("2")
                .build();
        world.line("L", elements, FEN);

        carry(world, ORGAN);

        assertThat(world.loop().find(BudgetLine.id("L@2025U"))).isPresent();
        assertThat(year(world, YEAR).treasury().lines()).isEmpty();
        assertThat(year(world, YEAR).agency().lines()).isEmpty();
        assertThat(year(world, NEXT).allotment("IE01").debit()).isEqualTo(FEN);
    }

    @Test
    void a_code_that_the_next_year_calls_otherwise_is_converted_and_what_was_booked_moves_to_it() {
        Year year = Year.under(TwoYears.converting("function", "2010602", "2010608"));
        World world = carry(year.world, ORGAN);

        Elements next = year.next("A@2025").terms().elements();
        assertThat(next.function()).isEqualTo("2010608");
        assertThat(next.project().value()).isEqualTo(year.project.value());
        Sums sums = year(world, NEXT);
        assertThat(sums.where(Dimensions.FUNCTION, "2010608").allotment("IE04").debit())
                .isEqualTo(FEN);
        assertThat(sums.where(Dimensions.FUNCTION, "2010608").agency("1201").debit())
                .isEqualTo(FEN);
        assertThat(sums.where(Dimensions.FUNCTION, "2010602").agency("1201").credit())
                .isEqualTo(FEN);
        assertThat(sums.agency("3", "81").lines()).isEmpty();
        world.pay("2", Allotment.id("A@2025"), next, FEN);
        assertThat(year(world, NEXT)
                        .where(Dimensions.FUNCTION, "2010608")
                        .agency("1201")
                        .debit())
                .isZero();
    }

    @Test
    void a_code_of_an_element_of_the_city_s_own_is_converted_too() {
        Overlay.Change tag = CityRules.overlay().changes().stream()
                .filter(change -> change.path().endsWith(CityRules.TAG))
                .findFirst()
                .orElseThrow();
        World world = TwoYears.open(CityRules.with(
                TwoYears.overlay(YEAR, tag),
                TwoYears.overlay(NEXT, tag, TwoYears.conversions(CityRules.TAG, "old", "new"))));
        Elements elements = ImmutableElements.builder()
                .from(World.elements(ORGAN, world.project(1, ORGAN, FEN)))
                .putExtra(CityRules.TAG, "old")
                .build();
        world.allotment("A", world.line("L", elements, FEN), elements, FEN);

        carry(world, ORGAN);

        assertThat(world.loop()
                        .find(Allotment.id("A@2025"))
                        .orElseThrow()
                        .terms()
                        .elements()
                        .value(CityRules.TAG))
                .isEqualTo("new");
        assertThat(year(world, NEXT)
                        .where(Dimensions.SLOTS.get(0), "new")
                        .allotment("IE04")
                        .debit())
                .isEqualTo(FEN);
    }

    @Test
    void what_the_treasury_accrued_moves_to_the_code_of_the_next_year_too() {
        Year year = Year.under(org.fiscalloop.rulebook.CityRules.with(TwoYears.overlay(
                NEXT, setting("treasuryAccrues", "true"), TwoYears.conversions("function", "2010602", "2010608"))));
        World world = carry(year.world, ORGAN);

        Sums sums = year(world, NEXT);
        assertThat(sums.where(Dimensions.FUNCTION, "2010608").treasury("2011").credit())
                .isEqualTo(FEN);
        assertThat(sums.where(Dimensions.FUNCTION, "2010602").treasury("2011").debit())
                .isEqualTo(FEN);
        assertThat(sums.where(Dimensions.FUNCTION, "2010608").treasury("804104").credit())
                .isEqualTo(FEN);
        assertThat(sums.treasury("5", "7", "1001").lines()).isEmpty();
    }

    @Test
    void U_25_what_goes_on_with_another_agency_leaves_the_books_of_one_and_comes_into_those_of_the_other() {
        Year year =
                Year.under(TwoYears.converting("agency", ORGAN, INSTITUTION, "government-economic", "50201", "50502"));
        World world = carry(year.world, ORGAN);

        assertThat(year.next("A@2025").agency()).isEqualTo(INSTITUTION);
        Sums from = year(world, NEXT).where(Dimensions.AGENCY, ORGAN);
        Sums to = year(world, NEXT).where(Dimensions.AGENCY, INSTITUTION);
        assertThat(from.agency("3001").debit()).isEqualTo(FEN);
        assertThat(from.agency("1201").credit()).isEqualTo(FEN);
        assertThat(from.agency("810103").debit()).isEqualTo(FEN);
        assertThat(from.agency("800103").credit()).isEqualTo(FEN);
        assertThat(to.agency("3001").credit()).isEqualTo(FEN);
        assertThat(to.agency("1201").debit()).isEqualTo(FEN);
        assertThat(to.agency("810102").credit()).isEqualTo(FEN);
        assertThat(to.agency("800103").debit()).isEqualTo(FEN);
    }

    @Test
    void a_code_that_the_next_year_does_not_know_is_refused_when_it_is_confirmed() {
        Year year = Year.under(TwoYears.converting("function", "2010602", "2019999999"));

        done(calculate(year.world, ORGAN));

        assertThat(codes(confirm(year.world, ORGAN))).containsExactly("masterdata.code-unknown");
    }

    @Test
    void a_place_may_let_everything_lapse() {
        World world = TwoYears.open(TwoYears.rules(TwoYears.lapsing()));
        Id<Project> project = world.project(1, ORGAN, FEN);
        Elements elements = World.elements(ORGAN, project);
        world.allotment("A", world.line("L", elements, FEN), elements, 60_000);

        carry(world, ORGAN);

        assertThat(terms(world, ORGAN).lines())
                .extracting(line -> line.treatment())
                .containsOnly(Treatment.LAPSE);
        assertThat(terms(world, ORGAN).lapsed()).isEqualTo(Fen.money(FEN));
        assertThat(Optional.of(year(world, NEXT).lines()))
                .hasValueSatisfying(lines -> assertThat(lines).isEmpty());
        assertThat(year(world, YEAR).memorandum("M03", "M04").debit()).isZero();
    }

    @Test
    void a_place_may_let_its_accounts_be_tidied_up_after_january() {
        World world = TwoYears.open(CityRules.with(TwoYears.overlay(
                NEXT,
                CityRules.change(
                        "carryOver/severities",
                        Tree.fields(
                                ImmutableList.of(new Tree.Member("carry-over.outside-dates", Tree.text("WARN"))))))));
        world.turn(NEXT, LocalDate.of(NEXT, 2, 1));

        Outcome calculated = done(world.ask("finance", new CalculateCarryOver(World.DIVISION, ORGAN, NEXT)));

        assertThat(calculated.warnings()).extracting(Refusal::code).containsExactly("carry-over.outside-dates");
    }
}
