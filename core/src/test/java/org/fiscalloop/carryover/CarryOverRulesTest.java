package org.fiscalloop.carryover;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.masterdata.Elements;
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

    private static Treatment treatment(ProjectNature nature, SpendingKind spending, CarryTerm term, ProjectEnd end) {
        return NATION.treatments().answer(ImmutableList.of(nature.name(), spending.name(), term.name(), end.name()));
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
    void a_table_that_answers_other_questions_is_no_table_of_the_carry_over() {
        assertThatThrownBy(() -> ImmutableCarryOverRules.builder()
                        .treatments(CaseTable.always("carry-over", CARRY))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must answer");
    }

    private static Line line(
            Remainder remainder, Optional<org.fiscalloop.lifecycle.Id<Allotment>> allotment, long fen) {
        return new Line(
                remainder,
                BudgetLine.id("L"),
                allotment,
                Fen.money(fen),
                new Classified(ORDINARY, PROJECT, FIRST, RUNNING),
                CARRY);
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
