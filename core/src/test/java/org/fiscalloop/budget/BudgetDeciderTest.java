package org.fiscalloop.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.LINE;
import static org.fiscalloop.budget.BudgetFixtures.PROJECT;
import static org.fiscalloop.flow.FlowBench.codes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAdjusted;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAppropriated;
import org.fiscalloop.budget.BudgetEvents.BudgetLineFilledIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineProposed;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectState;
import org.junit.jupiter.api.Test;

class BudgetDeciderTest {
    private static final String APPROVAL = "人大常〔2024〕1号";

    private static Posting posting(PostingKey key, long fen, FlowBench bench, Enum<?>... facets) {
        return Posting.of(
                key, ImmutableList.copyOf(facets), fen, bench.get(LINE).segments());
    }

    private static ProjectState project(FlowBench bench) {
        return bench.get(Project.id(PROJECT)).state();
    }

    @Test
    void a_line_that_is_filled_in_takes_nothing_yet() {
        FlowBench bench = BudgetFixtures.bench();

        Happening happening = bench.done(BudgetFixtures.create());

        assertThat(happening.event()).isInstanceOf(BudgetLineFilledIn.class);
        assertThat(happening.postings()).isEmpty();
        assertThat(bench.get(LINE).terms()).isEqualTo(BudgetFixtures.terms().build());
        assertThat(project(bench)).isEqualTo(ProjectState.RESERVED);
    }

    @Test
    void a_line_that_is_filled_in_again_says_what_is_filled_in_now() {
        FlowBench bench = BudgetFixtures.in(BudgetState.DRAFT);
        BudgetTerms other = BudgetFixtures.terms().sourceOfFunds("本级财力").build();

        Happening happening = bench.done(new ReviseBudgetLine(LINE, other));

        assertThat(happening.postings()).isEmpty();
        assertThat(bench.get(LINE).terms()).isEqualTo(other);
    }

    @Test
    void a_line_that_is_handed_in_occupies_the_reserve_and_chooses_the_project() {
        FlowBench bench = BudgetFixtures.in(BudgetState.DRAFT);

        Happening happening = bench.done(LINE, BudgetAction.SUBMIT);

        assertThat(happening.event()).isInstanceOf(BudgetLineProposed.class);
        assertThat(happening.event().moves())
                .extracting(Move::document, Move::action, Move::to)
                .containsExactly(tuple(LINE, "SUBMIT", "SUBMITTED"), tuple(Project.id(PROJECT), "SELECT", "BUDGETING"));
        assertThat(happening.postings()).containsExactly(posting(BudgetPostings.PROPOSED, 50_000, bench));
        assertThat(project(bench)).isEqualTo(ProjectState.BUDGETING);
    }

    @Test
    void a_line_gives_the_reserve_back_however_it_leaves_the_review() {
        for (BudgetAction action : ImmutableList.of(
                BudgetAction.RETURN, BudgetAction.RETURN_TO_ENTRY, BudgetAction.WITHDRAW, BudgetAction.VOID)) {
            FlowBench bench = BudgetFixtures.in(BudgetState.SUBMITTED);

            Happening happening =
                    bench.by(action == BudgetAction.WITHDRAW ? CLERK : FINANCE).done(LINE, action);

            assertThat(happening.postings())
                    .as(action.name())
                    .containsExactly(posting(BudgetPostings.WITHDRAWN, 50_000, bench));
        }
    }

    @Test
    void a_line_that_stays_in_review_keeps_what_it_occupies() {
        FlowBench bench = BudgetFixtures.in(BudgetState.SUBMITTED);

        assertThat(bench.by(FINANCE).done(LINE, BudgetAction.APPROVE).postings())
                .isEmpty();
        assertThat(bench.done(LINE, BudgetAction.CANCEL_APPROVAL).postings()).isEmpty();
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.SUBMITTED);
    }

    @Test
    void a_draft_that_is_voided_has_nothing_to_give_back() {
        FlowBench bench = BudgetFixtures.in(BudgetState.DRAFT);

        assertThat(bench.done(LINE, BudgetAction.VOID).postings()).isEmpty();
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.VOIDED);
    }

    @Test
    void a_line_that_was_returned_is_handed_in_again() {
        FlowBench bench = BudgetFixtures.in(BudgetState.SUBMITTED);
        bench.by(FINANCE).done(LINE, BudgetAction.RETURN);
        assertThat(project(bench)).isEqualTo(ProjectState.BUDGETING);

        Happening happening = bench.by(CLERK).done(LINE, BudgetAction.SUBMIT);

        assertThat(happening.postings()).containsExactly(posting(BudgetPostings.PROPOSED, 50_000, bench));
    }

    @Test
    void a_line_is_appropriated_from_its_original_source_and_its_project_executed() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROVED);

        Happening happening = bench.by(FINANCE).done(LINE, BudgetAction.APPROPRIATE);

        assertThat(happening.event()).isInstanceOf(BudgetLineAppropriated.class);
        assertThat(happening.event().moves()).extracting(Move::action).containsExactly("APPROPRIATE", "START");
        assertThat(happening.postings())
                .containsExactly(
                        posting(BudgetPostings.APPROPRIATED, 50_000, bench, BudgetSource.ORIGINAL, FundBook.GENERAL));
        assertThat(project(bench)).isEqualTo(ProjectState.EXECUTING);
    }

    @Test
    void a_line_is_not_appropriated_while_its_project_cannot_be_executed() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROVED);
        bench.by(FINANCE).done(Project.id(PROJECT), ProjectAction.ROLL);

        assertThat(codes(bench.act(LINE, BudgetAction.APPROPRIATE))).containsExactly("lifecycle.not-allowed");
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.APPROVED);
    }

    @Test
    void an_adjustment_is_posted_as_what_was_added_or_taken_away() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROPRIATED);

        Happening raised = bench.done(new AdjustBudgetLine(LINE, Fen.money(700), APPROVAL));
        Happening lowered = bench.done(new AdjustBudgetLine(LINE, Fen.money(-300), APPROVAL));

        assertThat(raised.postings())
                .containsExactly(
                        posting(BudgetPostings.INCREASED, 700, bench, BudgetSource.ADJUSTMENT, FundBook.GENERAL));
        assertThat(lowered.postings())
                .containsExactly(
                        posting(BudgetPostings.DECREASED, 300, bench, BudgetSource.ADJUSTMENT, FundBook.GENERAL));
        assertThat(lowered.event()).isInstanceOfSatisfying(BudgetLineAdjusted.class, event -> {
            assertThat(event.change()).isEqualTo(Fen.money(-300));
            assertThat(event.approval()).isEqualTo(APPROVAL);
        });
    }

    @Test
    void an_adjustment_leaves_what_was_filled_in_as_it_was() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROPRIATED);

        bench.done(new AdjustBudgetLine(LINE, Fen.money(700), APPROVAL));

        assertThat(bench.get(LINE).terms()).isEqualTo(BudgetFixtures.terms().build());
        assertThat(bench.get(LINE).standing().version()).isEqualTo(5);
    }

    @Test
    void an_adjustment_of_nothing_is_a_broken_argument() {
        assertThatThrownBy(() -> new AdjustBudgetLine(LINE, Fen.money(0), APPROVAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("B-1");
    }

    @Test
    void an_extra_element_by_which_balances_are_kept_stands_in_the_postings() {
        ElementRules.Declaration street = new ElementRules.Declaration(
                "street",
                "street",
                "街道",
                Optional.empty(),
                ImmutableSet.of("budget-line"),
                true,
                false,
                Optional.of(Dimensions.SLOTS.get(0)),
                Source.own("a test"));
        FlowBench bench = BudgetFixtures.bench()
                .with(
                        MasterdataRules.KEY,
                        new MasterdataRules(
                                CodeTables.national(), ElementRules.national().declaring(street), ImmutableSet.of()));
        assertThat(codes(bench.ask(BudgetFixtures.create()))).containsExactly("masterdata.element-missing");

        BudgetTerms terms = BudgetFixtures.terms()
                .elements(BudgetFixtures.elements().putExtra("street", "长寿路").build())
                .build();
        bench.done(new CreateBudgetLine(LINE, terms));
        Posting posting = bench.done(LINE, BudgetAction.SUBMIT).postings().get(0);

        assertThat(posting.blocks().get(0).value(Dimensions.SLOTS.get(0))).isEqualTo("长寿路");
    }
}
