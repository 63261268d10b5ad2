package org.fiscalloop.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.allotment.AllotmentAction.*;
import static org.fiscalloop.allotment.AllotmentFixtures.ALLOTMENT;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.flow.FlowBench.codes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.budget.BudgetFixtures;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class AllotmentLifecycleTest {
    private static final ImmutableSetMultimap<AllotmentState, AllotmentAction> ALLOWED =
            ImmutableSetMultimap.<AllotmentState, AllotmentAction>builder()
                    .putAll(AllotmentState.DRAFT, REVISE, SUBMIT, VOID)
                    .putAll(AllotmentState.SUBMITTED, APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW)
                    .putAll(AllotmentState.ISSUED, CANCEL_APPROVAL, SPLIT, FREEZE, UNFREEZE, REDUCE)
                    .putAll(AllotmentState.ISSUED, RECALL, SUPPLEMENT, CORRECT, OFFSET)
                    .build();

    /** What happens to an allotment only with another document. */
    private static final ImmutableSet<AllotmentAction> ALONGSIDE =
            ImmutableSet.of(RESTORE, ABSORB, VIRE, AllotmentAction.GIVE_BACK);

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return Sets.cartesianProduct(
                        EnumSet.allOf(AllotmentState.class), EnumSet.complementOf(EnumSet.of(CREATE, SPLIT_OFF)))
                .stream()
                .map(cell -> {
                    AllotmentState state = (AllotmentState) cell.get(0);
                    AllotmentAction action = (AllotmentAction) cell.get(1);
                    return DynamicTest.dynamicTest(state + " " + action, () -> tryOut(state, action));
                });
    }

    private static void tryOut(AllotmentState state, AllotmentAction action) {
        FlowBench bench = (action == OFFSET && state == AllotmentState.ISSUED
                        ? AllotmentFixtures.toBeOffset()
                        : AllotmentFixtures.in(
                                state, action == SPLIT ? AllotmentFixtures.pending() : AllotmentFixtures.terms()))
                .by(action == WITHDRAW ? CLERK : FINANCE);
        Decision<?> decision = bench.ask(body(action));
        if (ALLOWED.containsEntry(state, action)) {
            assertThat(codes(decision)).isEmpty();
        } else {
            boolean isAlongside = state == AllotmentState.ISSUED && ALONGSIDE.contains(action);
            assertThat(codes(decision))
                    .containsExactly(isAlongside ? "allotment.not-by-itself" : "lifecycle.not-allowed");
            assertThat(bench.get(ALLOTMENT).state()).isEqualTo(state);
        }
    }

    private static Body body(AllotmentAction action) {
        return switch (action) {
            case REVISE ->
                new ReviseAllotment(
                        ALLOTMENT,
                        AllotmentFixtures.terms().amount(Fen.money(1)).build());
            case SPLIT ->
                new SplitAllotment(
                        ALLOTMENT,
                        ImmutableList.of(new Part(
                                Allotment.id("A-1-1"), AllotmentFixtures.terms().build())));
            case FREEZE -> new FreezeAllotment(ALLOTMENT, Fen.money(1));
            case UNFREEZE -> new UnfreezeAllotment(ALLOTMENT, Fen.money(1));
            case REDUCE -> new ReduceAllotment(ALLOTMENT, Fen.money(1), "结余收回");
            case RECALL -> new RecallAllotment(ALLOTMENT, RecallMode.REMAINDER, "收回");
            case SUPPLEMENT -> new SupplementAllotment(ALLOTMENT, Fen.money(1), "追加");
            case CORRECT ->
                new CorrectAllotment(
                        ALLOTMENT,
                        BudgetFixtures.elements().putExtra(Labels.WAGES, "2").build(),
                        "更正");
            case OFFSET -> new OffsetAllotment(ALLOTMENT, AllotmentFixtures.FORMAL, Fen.money(1));
            default -> Act.of(ALLOTMENT, action);
        };
    }

    @Test
    void an_allotment_goes_from_draft_to_issue() {
        Allotment allotment = AllotmentFixtures.in(AllotmentState.ISSUED).get(ALLOTMENT);

        assertThat(allotment.isPayable()).isTrue();
        assertThat(allotment.trail().steps())
                .extracting(step -> step.action() + " " + step.to())
                .containsExactly("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE ISSUED");
    }

    @Test
    void only_an_issued_executable_allotment_is_payable() {
        assertThat(AllotmentFixtures.in(AllotmentState.SUBMITTED).get(ALLOTMENT).isPayable())
                .isFalse();
        assertThat(AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending())
                        .get(ALLOTMENT)
                        .isPayable())
                .isFalse();
    }

    @Test
    void E13_who_has_filled_in_an_allotment_does_not_issue_it() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED);

        assertThat(codes(bench.by(CLERK).act(ALLOTMENT, APPROVE))).containsExactly("lifecycle.four-eyes");
        assertThat(codes(bench.by(FINANCE).act(ALLOTMENT, APPROVE))).isEmpty();
    }

    @Test
    void the_last_of_two_posts_issues() {
        ReviewChains two = new ReviewChains(ImmutableMap.of(
                "allotment.SUBMITTED",
                ReviewChain.of(
                        new Post("business", "业务处审核", AllotmentDuty.FINANCE),
                        new Post("budget", "预算处审核", AllotmentDuty.FINANCE))));
        FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED)
                .with(
                        AllotmentFlow.RULES,
                        ImmutableAllotmentRules.builder().reviews(two).build());

        assertThat(bench.by("one").done(ALLOTMENT, APPROVE).postings()).isEmpty();
        assertThat(bench.get(ALLOTMENT).state()).isEqualTo(AllotmentState.SUBMITTED);
        assertThat(bench.by("two").done(ALLOTMENT, APPROVE).postings()).hasSize(1);
        assertThat(bench.get(ALLOTMENT).state()).isEqualTo(AllotmentState.ISSUED);
    }
}
