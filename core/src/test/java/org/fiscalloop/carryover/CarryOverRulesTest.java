package org.fiscalloop.carryover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.carryover.CarryOverFacets.CarryTerm.FIRST;
import static org.fiscalloop.carryover.CarryOverFacets.CarryTerm.SECOND;
import static org.fiscalloop.carryover.CarryOverFacets.ProjectEnd.ENDED;
import static org.fiscalloop.carryover.CarryOverFacets.ProjectEnd.RUNNING;
import static org.fiscalloop.carryover.CarryOverFacets.ProjectNature.CONSTRUCTION;
import static org.fiscalloop.carryover.CarryOverFacets.ProjectNature.ORDINARY;
import static org.fiscalloop.carryover.CarryOverFacets.ProjectNature.RESEARCH;
import static org.fiscalloop.carryover.CarryOverFacets.Treatment.CARRY;
import static org.fiscalloop.carryover.CarryOverFacets.Treatment.LAPSE;
import static org.fiscalloop.project.SpendingKind.OPERATING;
import static org.fiscalloop.project.SpendingKind.PERSONNEL;
import static org.fiscalloop.project.SpendingKind.PROJECT;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverRules.Destination;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The nation's rules of the carry-over, and what no rules of it may say. */
class CarryOverRulesTest {
    private static final CarryOverRules NATION =
            ImmutableCarryOverRules.builder().build();

    private static final Elements PLAIN = elements("2010602");

    private static ImmutableElements elements(String function) {
        return ImmutableElements.builder()
                .division(new DivisionCode("310107000"))
                .fiscalYear(2024)
                .agency(new AgencyCode("105001"))
                .project(new ProjectCode("31010724T000000000001"))
                .function(function)
                .governmentEconomic("50201")
                .departmentEconomic("30201")
                .fund("111")
                .build();
    }

    private static Elements direct(String label) {
        return elements("2010602").withExtra(ImmutableMap.of(Labels.DIRECT, label));
    }

    private static Treatment treatment(ProjectNature nature, SpendingKind spending, CarryTerm term, ProjectEnd end) {
        return NATION.ruling(new Classified(nature, spending, term, end, FundBook.GENERAL), PLAIN)
                .treatment();
    }

    private static String ruled(CarryTerm term, ProjectEnd end, FundBook book, Elements elements) {
        Ruling ruling = NATION.ruling(new Classified(ORDINARY, PROJECT, term, end, book), elements);
        return ruling.rule() + " " + ruling.treatment()
                + ruling.recovery().map(recovery -> " " + recovery).orElse("");
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_of_a_year_for_the_first_time_goes_on(ProjectNature nature) {
        for (SpendingKind spending : SpendingKind.values()) {
            assertThat(treatment(nature, spending, FIRST, RUNNING)).isEqualTo(CARRY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_left_of_a_project_that_has_ended_lapses(ProjectNature nature) {
        for (SpendingKind spending : SpendingKind.values()) {
            assertThat(treatment(nature, spending, FIRST, ENDED)).isEqualTo(LAPSE);
            assertThat(treatment(nature, spending, SECOND, ENDED)).isEqualTo(LAPSE);
        }
    }

    @Test
    void Y3_what_is_left_for_a_second_year_lapses_but_for_the_exceptions() {
        assertThat(treatment(ORDINARY, PROJECT, SECOND, RUNNING)).isEqualTo(LAPSE);
        assertThat(treatment(RESEARCH, PROJECT, SECOND, RUNNING)).isEqualTo(CARRY);
        assertThat(treatment(CONSTRUCTION, PROJECT, SECOND, RUNNING)).isEqualTo(CARRY);
        for (ProjectNature nature : ProjectNature.values()) {
            assertThat(treatment(nature, PERSONNEL, SECOND, RUNNING)).isEqualTo(CARRY);
            assertThat(treatment(nature, OPERATING, SECOND, RUNNING)).isEqualTo(CARRY);
        }
    }

    @Test
    void nationally_the_agency_books_it_and_the_treasury_does_not_and_late_refunds_are_restored() {
        assertThat(NATION.agencyRecognises()).isTrue();
        assertThat(NATION.treasuryAccrues()).isFalse();
        assertThat(NATION.crossYearRefund()).isEqualTo(RefundPolicy.RESTORE);
        assertThat(NATION.conversions()).isEmpty();
    }

    @Test
    void rules_are_written_and_read_again() {
        CarryOverRules rules = ImmutableCarryOverRules.builder()
                .putConversions("function", ImmutableMap.of("2010602", "2010699"))
                .treasuryAccrues(true)
                .agencyRecognises(false)
                .crossYearRefund(RefundPolicy.WITHDRAW)
                .addTreatments(
                        row("land", LAPSE).whenCode(Elements.FUNCTION, "21208").when(SECOND, FIRST), row("rest", CARRY))
                .recoveries(recovering(FundBook.GOVERNMENT_FUND, Recovery.GENERAL_BUDGET)
                        .recoveries())
                .generalFund("112")
                .build();

        assertThat(CarryOverShapes.RULES.fromTree(CarryOverShapes.RULES.toTree(rules)))
                .isEqualTo(rules);
        assertThat(CarryOverShapes.RULES.decode(CarryOverShapes.RULES.encode(rules)))
                .isEqualTo(rules);
    }

    @ParameterizedTest
    @ValueSource(strings = {Elements.DIVISION, Elements.YEAR, Elements.PROJECT, Elements.FUND})
    void Y4_what_is_carried_over_keeps_its_place_its_project_and_its_fund(String element) {
        assertThatThrownBy(() -> ImmutableCarryOverRules.builder()
                        .putConversions(element, ImmutableMap.of("1", "2"))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(element);
    }

    @Test
    void a_direct_fund_goes_on_once_whatever_its_project_is() {
        for (String label : ImmutableList.of("01", "02", "03")) {
            assertThat(ruled(FIRST, RUNNING, FundBook.GENERAL, direct(label))).isEqualTo("direct-once CARRY");
            for (ProjectNature nature : ProjectNature.values()) {
                for (SpendingKind spending : SpendingKind.values()) {
                    assertThat(NATION.ruling(
                                    new Classified(nature, spending, SECOND, RUNNING, FundBook.GENERAL), direct(label)))
                            .isEqualTo(new Ruling("direct-again", LAPSE, Optional.of(Recovery.STABILISATION_FUND)));
                }
            }
        }
        assertThat(ruled(FIRST, RUNNING, FundBook.GENERAL, direct("09"))).isEqualTo("first-year CARRY");
        assertThat(ruled(SECOND, RUNNING, FundBook.GOVERNMENT_FUND, direct("01")))
                .isEqualTo("direct-again LAPSE OWN_BUDGET");
    }

    @Test
    void each_book_has_its_own_rule_and_keeps_what_lapses_of_it() {
        assertThat(Arrays.stream(FundBook.values()).map(book -> book + " " + ruled(SECOND, RUNNING, book, PLAIN)))
                .containsExactly(
                        "GENERAL two-years LAPSE STABILISATION_FUND",
                        "GOVERNMENT_FUND government-fund CARRY",
                        "STATE_CAPITAL two-years LAPSE OWN_BUDGET",
                        "OTHER two-years LAPSE OWN_BUDGET",
                        "SPECIAL_ACCOUNT special-account CARRY",
                        "AGENCY agency-funds CARRY");
        assertThat(Arrays.stream(FundBook.values()).map(book -> book + " " + ruled(FIRST, ENDED, book, PLAIN)))
                .containsExactly(
                        "GENERAL project-ended LAPSE STABILISATION_FUND",
                        "GOVERNMENT_FUND project-ended LAPSE OWN_BUDGET",
                        "STATE_CAPITAL project-ended LAPSE OWN_BUDGET",
                        "OTHER project-ended LAPSE OWN_BUDGET",
                        "SPECIAL_ACCOUNT project-ended LAPSE OWN_BUDGET",
                        "AGENCY project-ended LAPSE AGENCY");
    }

    @Test
    void every_row_of_the_nation_has_a_source_and_decides_something() {
        Set<String> decided = new TreeSet<>();
        for (FundBook book : FundBook.values()) {
            for (ProjectNature nature : ProjectNature.values()) {
                for (SpendingKind spending : SpendingKind.values()) {
                    for (CarryTerm term : CarryTerm.values()) {
                        for (ProjectEnd end : ProjectEnd.values()) {
                            Classified facts = new Classified(nature, spending, term, end, book);
                            decided.add(NATION.ruling(facts, PLAIN).rule());
                            decided.add(NATION.ruling(facts, direct("01")).rule());
                        }
                    }
                }
            }
        }
        assertThat(decided)
                .containsExactlyInAnyOrderElementsOf(
                        NATION.treatments().stream().map(CarryRule::code).toList());
        assertThat(NATION.treatments())
                .filteredOn(row -> row.source().certainty() == Certainty.CERTAIN)
                .extracting(CarryRule::code)
                .containsExactly("project-ended", "two-years", "first-year");
    }

    private static CarryRule row(String code, Treatment treatment) {
        return CarryRule.of(code, code, code, treatment, Source.own("a test"));
    }

    private static CarryOverRules with(CarryRule... rows) {
        return ImmutableCarryOverRules.builder()
                .treatments(ImmutableList.copyOf(rows))
                .build();
    }

    @Test
    void a_place_may_have_one_item_of_government_funds_otherwise() {
        CarryOverRules place =
                with(row("land", LAPSE).whenCode(Elements.FUNCTION, "21208").when(SECOND), row("rest", CARRY));
        Classified facts = new Classified(ORDINARY, PROJECT, SECOND, RUNNING, FundBook.GOVERNMENT_FUND);

        assertThat(place.ruling(facts, elements("2120801")).rule()).isEqualTo("land");
        assertThat(place.ruling(facts, elements("2121001")).rule()).isEqualTo("rest");
    }

    @Test
    void a_row_that_is_never_reached_is_refused_and_so_is_a_table_with_a_hole() {
        CarryRule rest = row("rest", CARRY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(rest, row("late", LAPSE).when(SECOND), row("last", CARRY)))
                .withMessageContaining("late")
                .withMessageContaining("rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(row("rest", LAPSE).when(SECOND), rest))
                .withMessageContaining("rest");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        row("all", LAPSE).whenCode(Elements.FUNCTION, "212"),
                        row("part", CARRY).whenCode(Elements.FUNCTION, "21208").when(SECOND),
                        rest))
                .withMessageContaining("part");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(
                        row("both", LAPSE).when(FIRST, SECOND),
                        row("one", CARRY).when(SECOND),
                        rest))
                .withMessageContaining("one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(row("again", LAPSE).when(SECOND)));
        assertThatIllegalArgumentException().isThrownBy(CarryOverRulesTest::with);
        assertThat(with(
                                row("part", LAPSE).whenCode(Elements.FUNCTION, "21208"),
                                row("other", LAPSE)
                                        .whenCode(Elements.FUND, "12")
                                        .when(SECOND),
                                row("all", CARRY).whenCode(Elements.FUNCTION, "212"),
                                rest)
                        .treatments())
                .hasSize(4);
    }

    @Test
    void a_row_asks_what_is_asked_and_for_something() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("x", CARRY).when(Treatment.LAPSE))
                .withMessageContaining("Treatment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CarryRule(
                        "x",
                        "x",
                        "x",
                        ImmutableMap.of("CarryTerm", ImmutableSet.of("THIRD")),
                        ImmutableMap.of(),
                        CARRY,
                        Source.own("a test")))
                .withMessageContaining("THIRD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CarryRule(
                        "x",
                        "x",
                        "x",
                        ImmutableMap.of("CarryTerm", ImmutableSet.of()),
                        ImmutableMap.of(),
                        CARRY,
                        Source.own("a test")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("x", CARRY).whenCode(Elements.FUND))
                .withMessageContaining("fund");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row("x", CARRY).whenCode(Elements.FUND, ""))
                .withMessageContaining("fund");
        assertThatIllegalArgumentException().isThrownBy(() -> row(" ", CARRY));
    }

    private static CarryOverRules recovering(FundBook of, Recovery goesTo) {
        return ImmutableCarryOverRules.builder()
                .recoveries(CaseTable.of(
                        "recovery",
                        NATION.recoveries().rows().stream()
                                .map(row -> row.cells().contains(of.name())
                                        ? CaseTable.row(new Destination(goesTo, Source.own("a test")), of)
                                        : row)
                                .collect(ImmutableList.toImmutableList()),
                        FundBook.class))
                .build();
    }

    @Test
    void Y5_no_money_that_lapses_leaves_its_book_but_for_the_general_budget() {
        for (FundBook book : FundBook.values()) {
            for (Recovery recovery : Recovery.values()) {
                boolean isItsOwn = switch (recovery) {
                    case STABILISATION_FUND -> book == FundBook.GENERAL;
                    case GENERAL_BUDGET -> book == FundBook.GOVERNMENT_FUND || book == FundBook.STATE_CAPITAL;
                    case OWN_BUDGET -> book != FundBook.AGENCY;
                    case AGENCY -> book == FundBook.AGENCY;
                };
                if (isItsOwn) {
                    assertThat(recovering(book, recovery)
                                    .ruling(new Classified(ORDINARY, PROJECT, FIRST, ENDED, book), PLAIN)
                                    .recovery())
                            .contains(recovery);
                } else {
                    assertThatIllegalArgumentException()
                            .isThrownBy(() -> recovering(book, recovery))
                            .withMessageContaining(book.name());
                }
            }
        }
    }

    @Test
    void what_lapses_is_asked_for_by_its_book() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImmutableCarryOverRules.builder()
                        .recoveries(CaseTable.always(
                                "recovery", new Destination(Recovery.OWN_BUDGET, Source.own("a test"))))
                        .build())
                .withMessageContaining("by book");
    }

    @Test
    void what_lapses_is_taken_back_but_for_an_agency_s_own_and_all_of_it_is_told_apart() {
        ImmutableCarryOverTerms terms = ImmutableCarryOverTerms.builder()
                .division("310107000")
                .agency("105001")
                .fiscalYear(2025)
                .addLines(
                        line(Remainder.UNALLOCATED, Optional.empty(), 1),
                        lapsing(20, Recovery.AGENCY),
                        lapsing(300, Recovery.OWN_BUDGET),
                        lapsing(4_000, Recovery.STABILISATION_FUND))
                .build();

        assertThat(terms.carried()).isEqualTo(Fen.money(1));
        assertThat(terms.lapsed()).isEqualTo(Fen.money(4_320));
        assertThat(terms.recovered()).isEqualTo(Fen.money(4_300));
        assertThat(CarryOverShapes.TERMS.decode(CarryOverShapes.TERMS.encode(terms)))
                .isEqualTo(terms);
        assertThatIllegalArgumentException().isThrownBy(() -> new Ruling("x", CARRY, Optional.of(Recovery.AGENCY)));
    }

    private static Line lapsing(long fen, Recovery recovery) {
        return new Line(
                Remainder.UNALLOCATED,
                BudgetLine.id("L"),
                Optional.empty(),
                Fen.money(fen),
                new Classified(ORDINARY, PROJECT, SECOND, RUNNING, FundBook.GENERAL),
                new Ruling("two-years", LAPSE, Optional.of(recovery)));
    }

    private static Line line(
            Remainder remainder, Optional<org.fiscalloop.lifecycle.Id<Allotment>> allotment, long fen) {
        return new Line(
                remainder,
                BudgetLine.id("L"),
                allotment,
                Fen.money(fen),
                new Classified(ORDINARY, PROJECT, FIRST, RUNNING, FundBook.GENERAL),
                new Ruling("first-year", CARRY, Optional.empty()));
    }

    @Test
    void what_is_left_is_something_and_of_an_allotment_where_it_has_been_released() {
        assertThat(line(Remainder.UNALLOCATED, Optional.empty(), 1).fen()).isEqualTo(1);
        assertThatThrownBy(() -> line(Remainder.UNALLOCATED, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(Remainder.FROZEN, Optional.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> line(Remainder.UNALLOCATED, Optional.of(Allotment.id("A")), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_comes_of_a_line_of_the_year_before_is_carried_over() {
        assertThatThrownBy(() -> new BudgetTerms.Carried(BudgetLine.id("L"), YearBasis.CURRENT))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(YearBasis.carried(true, true)).isEqualTo(YearBasis.ACCRUED);
        assertThat(YearBasis.carried(true, false)).isEqualTo(YearBasis.TREASURY_ACCRUED);
        assertThat(YearBasis.carried(false, true)).isEqualTo(YearBasis.CARRIED);
        assertThat(YearBasis.carried(false, false)).isEqualTo(YearBasis.UNRECOGNISED);
    }
}
