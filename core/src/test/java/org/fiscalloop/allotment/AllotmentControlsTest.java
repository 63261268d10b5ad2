package org.fiscalloop.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.allotment.AllotmentFixtures.ALLOTMENT;
import static org.fiscalloop.allotment.AllotmentFixtures.OF_DEPARTMENT;
import static org.fiscalloop.allotment.AllotmentFixtures.below;
import static org.fiscalloop.allotment.AllotmentFixtures.elementsOf;
import static org.fiscalloop.allotment.AllotmentFixtures.labelled;
import static org.fiscalloop.allotment.AllotmentFixtures.lineWithLabel;
import static org.fiscalloop.allotment.AllotmentFixtures.ofDepartment;
import static org.fiscalloop.allotment.AllotmentFixtures.with;
import static org.fiscalloop.budget.BudgetFixtures.AGENCY;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.DEPARTMENT;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.SISTER;
import static org.fiscalloop.budget.BudgetFixtures.YEAR;
import static org.fiscalloop.budget.BudgetFixtures.elements;
import static org.fiscalloop.flow.FlowBench.codes;
import static org.fiscalloop.flow.FlowBench.refusal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.budget.BudgetFixtures;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.RegisterAction;
import org.fiscalloop.register.RegisterCommands.ChangeAgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllotmentControlsTest {

    private static Decision<ImmutableList<Happening>> create(FlowBench bench, ImmutableAllotmentTerms.Builder terms) {
        return bench.ask(new CreateAllotment(ALLOTMENT, terms.build()));
    }

    private static Decision<ImmutableList<Happening>> create(ImmutableAllotmentTerms.Builder terms) {
        return create(AllotmentFixtures.bench(), terms);
    }

    private static Decision<ImmutableList<Happening>> split(FlowBench bench, ImmutableAllotmentTerms.Builder... parts) {
        ImmutableList.Builder<Part> all = ImmutableList.builder();
        for (int i = 0; i < parts.length; i++) {
            all.add(new Part(Allotment.id("A-1-" + i), parts[i].build()));
        }
        return bench.ask(new SplitAllotment(ALLOTMENT, all.build()));
    }

    @Test
    void an_allotment_that_keeps_every_rule_is_filled_in_and_handed_in() {
        FlowBench bench = AllotmentFixtures.bench();

        assertThat(codes(create(bench, AllotmentFixtures.terms()))).isEmpty();
        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.SUBMIT))).isEmpty();
    }

    @Test
    void INV_12_an_allotment_without_an_appropriated_budget_is_refused() {
        for (BudgetState state : ImmutableList.of(BudgetState.DRAFT, BudgetState.SUBMITTED, BudgetState.APPROVED)) {
            assertThat(codes(create(AllotmentFixtures.bench(state), AllotmentFixtures.terms())))
                    .as(state.name())
                    .containsExactly("allotment.no-budget");
        }
        Decision<?> decision = create(AllotmentFixtures.terms().line(BudgetLine.id("B-9")));
        assertThat(codes(decision)).containsExactly("allotment.no-budget");
        assertThat(refusal(decision, "allotment.no-budget").text()).contains("B-9");
    }

    @Test
    void INV_15_fund_project_function_and_government_class_stay_as_on_the_line() {
        ImmutableMap<String, ImmutableElements.Builder> changed = ImmutableMap.of(
                "fund", elements().fund("112"),
                "project", elements().project(new ProjectCode("31010724T000000000009")),
                "function", elements().function("2010601"),
                "government-economic", elements().governmentEconomic("50202"));
        changed.forEach((element, other) -> {
            Decision<?> decision = create(with(other));
            assertThat(codes(decision)).as(element).contains("allotment.element-differs");
            assertThat(refusal(decision, "allotment.element-differs").text()).startsWith(element);
        });
    }

    @Test
    void INV_15_year_and_division_stay_as_on_the_line() {
        assertThat(refusal(create(with(elements().fiscalYear(YEAR + 1))), "allotment.element-differs")
                        .text())
                .contains("year", "2025", "2024");
        assertThat(refusal(
                                create(with(elements().division(new DivisionCode("310106000")))),
                                "allotment.element-differs")
                        .text())
                .contains("division", "310106000", "310107000");
    }

    @Test
    void the_departments_economic_class_is_refined_and_not_changed() {
        assertThat(codes(create(with(elements().departmentEconomic("30202"))))).contains("allotment.element-differs");

        // A finer code is kept, and unknown here only because no division has extended the nation's table by it.
        assertThat(codes(create(with(elements().departmentEconomic("3020101")))))
                .containsExactly("masterdata.code-unknown");
    }

    @Test
    void an_extra_element_that_is_inherited_stays_as_on_the_line() {
        FlowBench bench = lineWithLabel(true);

        assertThat(codes(create(bench, AllotmentFixtures.terms().line(BudgetLine.id("B-2")))))
                .containsExactly("allotment.element-differs");
        assertThat(codes(create(bench, with(elements().putExtra("label", "直达")).line(BudgetLine.id("B-2")))))
                .isEmpty();
        assertThat(codes(create(AllotmentFixtures.bench(), with(elements().putExtra("label", "直达")))))
                .containsExactly("masterdata.element-undeclared");
    }

    @Test
    void what_was_filled_in_under_earlier_rules_is_handed_in_under_those_in_force() {
        FlowBench bench = lineWithLabel(false);
        assertThat(codes(create(bench, AllotmentFixtures.terms().line(BudgetLine.id("B-2")))))
                .isEmpty();

        bench.with(MasterdataRules.KEY, labelled(true));

        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.SUBMIT))).containsExactly("allotment.element-differs");
    }

    @Test
    void an_agency_that_has_left_its_department_is_not_handed_in_an_allotment_of_it() {
        FlowBench bench = ofDepartment();
        assertThat(codes(create(bench, below()))).isEmpty();

        bench.done(new ChangeAgency(ImmutableAgencyTerms.builder()
                .from(bench.get(Agency.id(BudgetFixtures.DIVISION, AGENCY)).terms())
                .parent(Optional.empty())
                .build()));

        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.SUBMIT))).containsExactly("allotment.agency-outside");
    }

    @Test
    void R4_what_is_filled_in_again_does_not_become_a_part() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.DRAFT);

        Decision<?> decision = bench.ask(new ReviseAllotment(
                ALLOTMENT, AllotmentFixtures.terms().parent(Allotment.id("A-9")).build()));

        assertThat(codes(decision)).containsExactly("allotment.parent-differs");
        assertThat(refusal(decision, "allotment.parent-differs").text()).contains("A-9");
    }

    @Test
    void INV_30_what_was_not_carried_over_is_not_released_as_carried_over() {
        FlowBench bench = AllotmentFixtures.bench();

        Decision<?> decision = create(bench, AllotmentFixtures.terms().basis(YearBasis.CARRIED));

        assertThat(codes(decision)).containsExactly("allotment.basis-differs");
        assertThat(refusal(decision, "allotment.basis-differs").text()).contains("CARRIED", "CURRENT");
        assertThat(codes(create(bench, AllotmentFixtures.terms()))).isEmpty();
    }

    @Test
    void what_is_carried_over_is_not_filled_in() {
        FlowBench bench = AllotmentFixtures.bench();
        ImmutableAllotmentTerms.Builder carried = AllotmentFixtures.terms().carriedFrom(Allotment.id("A-9"));

        assertThat(codes(create(bench, carried))).containsExactly("allotment.carried-by-hand");
        assertThat(codes(AllotmentFixtures.in(AllotmentState.DRAFT)
                        .ask(new ReviseAllotment(ALLOTMENT, carried.build()))))
                .containsExactly("allotment.carried-by-hand");
    }

    @Test
    void P8_nothing_is_issued_for_a_project_that_ended_while_it_was_reviewed() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED);
        bench.by(FINANCE).done(Project.id(BudgetFixtures.PROJECT), ProjectAction.TERMINATE);

        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.APPROVE))).containsExactly("allotment.project-ended");
    }

    @Test
    void an_allotment_is_for_the_agency_of_the_line_or_one_below() {
        assertThat(codes(create(with(elementsOf(AGENCY))))).isEmpty();
        Decision<?> decision = create(with(elementsOf(SISTER)));
        assertThat(codes(decision)).containsExactly("allotment.agency-outside");
        assertThat(refusal(decision, "allotment.agency-outside").text()).contains(SISTER, AGENCY);
        assertThat(codes(create(with(elementsOf(DEPARTMENT))))).containsExactly("allotment.agency-outside");
    }

    @Test
    void a_line_of_a_department_is_released_to_the_agencies_below_and_from_them_no_further() {
        FlowBench bench = ofDepartment();
        assertThat(codes(create(bench, below()))).isEmpty();
        bench.done(ALLOTMENT, AllotmentAction.SUBMIT);
        bench.by(FINANCE).done(ALLOTMENT, AllotmentAction.APPROVE);

        Decision<?> sideways =
                split(bench, with(elementsOf(SISTER).project(OF_DEPARTMENT)).line(BudgetLine.id("B-2")));

        assertThat(codes(sideways)).containsExactly("allotment.agency-outside");
        assertThat(codes(split(bench, below()))).isEmpty();
    }

    @Test
    void an_allotment_needs_an_amount() {
        Decision<?> decision = create(AllotmentFixtures.terms().amount(Fen.money(0)));

        assertThat(codes(decision)).containsExactly("allotment.amount-not-positive");
        assertThat(refusal(decision, "allotment.amount-not-positive").text()).contains("0.00");
        assertThat(codes(create(AllotmentFixtures.terms().amount(Fen.money(1)))))
                .isEmpty();
    }

    @Test
    void B2_codes_that_are_not_valid_in_the_year_are_refused() {
        assertThat(codes(create(with(elements().departmentEconomic("39906"))))).contains("masterdata.code-not-valid");
    }

    @Test
    void an_agency_that_is_not_in_use_gets_nothing() {
        FlowBench bench = AllotmentFixtures.bench();
        bench.done(Agency.id(BudgetFixtures.DIVISION, AGENCY), RegisterAction.DISABLE);

        assertThat(codes(create(bench, AllotmentFixtures.terms()))).containsExactly("register.agency-not-enabled");
    }

    @Test
    void R4_a_part_comes_into_being_only_by_a_split() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        Decision<?> decision = bench.ask(new CreateAllotment(
                Allotment.id("A-2"), AllotmentFixtures.terms().parent(ALLOTMENT).build()));

        assertThat(codes(decision)).containsExactly("allotment.part-without-split");
        assertThat(refusal(decision, "allotment.part-without-split").text()).contains("A-1");
    }

    @Test
    void what_is_filled_in_again_or_handed_in_is_checked_again() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.DRAFT);

        assertThat(codes(bench.ask(new ReviseAllotment(
                        ALLOTMENT,
                        AllotmentFixtures.terms().amount(Fen.money(0)).build()))))
                .containsExactly("allotment.amount-not-positive");
        bench.done(Agency.id(BudgetFixtures.DIVISION, AGENCY), RegisterAction.DISABLE);
        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.SUBMIT))).containsExactly("register.agency-not-enabled");
    }

    @Test
    void only_an_allotment_to_be_distributed_is_split() {
        Decision<?> decision = split(AllotmentFixtures.in(AllotmentState.ISSUED), AllotmentFixtures.terms());

        assertThat(codes(decision)).containsExactly("allotment.not-to-be-distributed");
        assertThat(refusal(decision, "allotment.not-to-be-distributed").text()).contains("EXECUTABLE", "PENDING");
    }

    @Test
    void R4_a_part_is_of_the_line_of_its_parent() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        Decision<?> decision = split(bench, AllotmentFixtures.terms().line(BudgetLine.id("B-2")));

        assertThat(codes(decision)).containsExactly("allotment.no-budget", "allotment.line-differs");
        assertThat(refusal(decision, "allotment.line-differs").allowed()).containsExactly("B-1");
    }

    @Test
    void E4_a_part_keeps_the_elements_of_its_parent() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        assertThat(codes(split(bench, with(elements().fund("112"))))).contains("allotment.element-differs");
        assertThat(codes(split(bench, with(elementsOf(SISTER))))).containsExactly("allotment.agency-outside");
        assertThat(codes(split(bench, AllotmentFixtures.terms().amount(Fen.money(0)))))
                .containsExactly("allotment.amount-not-positive");
    }

    @Test
    void all_that_is_wrong_with_the_parts_is_said_at_once() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        assertThat(codes(split(bench, AllotmentFixtures.terms().amount(Fen.money(0)), with(elementsOf(SISTER)))))
                .containsExactly("allotment.amount-not-positive", "allotment.agency-outside");
        assertThat(bench.find(Allotment.id("A-1-0"))).isEmpty();
    }

    @Test
    void a_part_does_not_take_the_id_of_an_allotment_that_exists() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        bench.done(new CreateAllotment(
                Allotment.id("A-1-0"), AllotmentFixtures.terms().build()));

        assertThat(codes(split(bench, AllotmentFixtures.terms()))).containsExactly("bench.exists");
    }

    @Test
    void a_split_has_parts_each_with_an_id_of_its_own() {
        Part part = new Part(Allotment.id("A-2"), AllotmentFixtures.terms().build());

        assertThatThrownBy(() -> new SplitAllotment(ALLOTMENT, ImmutableList.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SplitAllotment(ALLOTMENT, ImmutableList.of(part, part)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-2");
    }

    @Test
    void E6_only_an_executable_allotment_is_frozen_and_released() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        Decision<?> decision = bench.ask(new FreezeAllotment(ALLOTMENT, Fen.money(1)));
        assertThat(codes(decision)).containsExactly("allotment.not-executable");
        assertThat(refusal(decision, "allotment.not-executable").text()).contains("PENDING");
        assertThat(codes(bench.ask(new UnfreezeAllotment(ALLOTMENT, Fen.money(1)))))
                .containsExactly("allotment.not-executable");
    }

    @Test
    void an_act_of_nothing_or_less_is_refused() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED);

        for (long fen : new long[] {0, -1}) {
            assertThat(codes(bench.ask(new FreezeAllotment(ALLOTMENT, Fen.money(fen)))))
                    .containsExactly("allotment.amount-not-positive");
            assertThat(codes(bench.ask(new UnfreezeAllotment(ALLOTMENT, Fen.money(fen)))))
                    .containsExactly("allotment.amount-not-positive");
            assertThat(codes(bench.ask(new ReduceAllotment(ALLOTMENT, Fen.money(fen), "收回"))))
                    .containsExactly("allotment.amount-not-positive");
        }
        assertThatThrownBy(() -> new ReduceAllotment(ALLOTMENT, Fen.money(1), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("A-1");
    }

    @Test
    void what_was_issued_is_taken_back_only_while_nothing_draws_on_it() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED);
        bench.with(AllotmentMeasure.AVAILABLE, bench.get(ALLOTMENT).segments(), 19_999);

        Decision<?> decision = bench.by(FINANCE).act(ALLOTMENT, AllotmentAction.CANCEL_APPROVAL);

        assertThat(codes(decision)).containsExactly("allotment.in-use");
        assertThat(refusal(decision, "allotment.in-use").text()).contains("200.00", "199.99");
        assertThat(bench.by(CLERK).get(ALLOTMENT).state()).isEqualTo(AllotmentState.ISSUED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AllotmentMeasure.class,
            names = {"APPLIED", "PAID", "NOT_CLEARED", "FROZEN", "RESERVED"})
    void what_was_issued_is_not_taken_back_while_anything_of_it_is_held(AllotmentMeasure held) {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED);
        bench.with(held, bench.get(ALLOTMENT).segments(), 1);

        assertThat(codes(bench.by(FINANCE).act(ALLOTMENT, AllotmentAction.CANCEL_APPROVAL)))
                .containsExactly("allotment.in-use");
    }

    @Test
    void one_to_be_distributed_is_taken_back_only_while_it_is_whole() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        assertThat(codes(bench.act(ALLOTMENT, AllotmentAction.CANCEL_APPROVAL))).isEmpty();

        FlowBench used = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        used.with(AllotmentMeasure.PENDING, used.get(ALLOTMENT).segments(), 0);
        assertThat(codes(used.act(ALLOTMENT, AllotmentAction.CANCEL_APPROVAL))).containsExactly("allotment.in-use");
    }

    @Test
    void the_controls_are_statutory() {
        for (String code : AllotmentControls.NATIONAL.reasons().byCode().keySet()) {
            assertThatThrownBy(() -> ImmutableAllotmentRules.builder()
                            .severities(ImmutableMap.of(code, Severity.WARN))
                            .build())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(code);
        }
    }
}
