package org.fiscalloop.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.budget.BudgetAction.*;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.LINE;
import static org.fiscalloop.flow.FlowBench.codes;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class BudgetLifecycleTest {
    private static final ImmutableSetMultimap<BudgetState, BudgetAction> ALLOWED =
            ImmutableSetMultimap.<BudgetState, BudgetAction>builder()
                    .putAll(BudgetState.DRAFT, REVISE, SUBMIT, VOID)
                    .putAll(BudgetState.SUBMITTED, APPROVE, RETURN, RETURN_TO_ENTRY, WITHDRAW, VOID)
                    .putAll(BudgetState.APPROVED, CANCEL_APPROVAL, APPROPRIATE)
                    .putAll(BudgetState.APPROPRIATED, ADJUST)
                    .build();

    @TestFactory
    Stream<DynamicTest> every_action_in_every_state_is_allowed_or_refused() {
        return Sets.cartesianProduct(EnumSet.allOf(BudgetState.class), EnumSet.complementOf(EnumSet.of(CREATE)))
                .stream()
                .map(cell -> {
                    BudgetState state = (BudgetState) cell.get(0);
                    BudgetAction action = (BudgetAction) cell.get(1);
                    return DynamicTest.dynamicTest(state + " " + action, () -> tryOut(state, action));
                });
    }

    /** What is received goes back only with its transfer. */
    private static String refusal(BudgetState state, BudgetAction action) {
        return state == BudgetState.APPROPRIATED && action == BudgetAction.GIVE_BACK
                ? "budget.not-by-itself"
                : "lifecycle.not-allowed";
    }

    private static void tryOut(BudgetState state, BudgetAction action) {
        FlowBench bench = BudgetFixtures.in(state).by(action == WITHDRAW ? CLERK : FINANCE);
        Decision<?> decision = bench.ask(body(action));
        if (ALLOWED.containsEntry(state, action)) {
            assertThat(codes(decision)).isEmpty();
        } else {
            assertThat(codes(decision)).containsExactly(refusal(state, action));
            assertThat(bench.get(LINE).state()).isEqualTo(state);
        }
    }

    private static Body body(BudgetAction action) {
        return switch (action) {
            case REVISE ->
                new ReviseBudgetLine(
                        LINE, BudgetFixtures.terms().amount(Fen.money(40_000)).build());
            case ADJUST -> new AdjustBudgetLine(LINE, Fen.money(100), "人大常〔2024〕1号");
            default -> Act.of(LINE, action);
        };
    }

    @Test
    void a_line_goes_from_draft_to_appropriation() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROPRIATED);

        BudgetLine line = bench.get(LINE);
        assertThat(line.isAppropriated()).isTrue();
        assertThat(line.trail().steps())
                .extracting(step -> step.action() + " " + step.to())
                .containsExactly("CREATE DRAFT", "SUBMIT SUBMITTED", "APPROVE APPROVED", "APPROPRIATE APPROPRIATED");
        assertThat(line.standing().version()).isEqualTo(4);
    }

    @Test
    void who_has_filled_in_a_line_or_handed_it_in_does_not_approve_it() {
        FlowBench bench = BudgetFixtures.in(BudgetState.DRAFT);
        bench.by("deputy").done(LINE, SUBMIT);

        assertThat(codes(bench.by(CLERK).act(LINE, APPROVE))).containsExactly("lifecycle.four-eyes");
        assertThat(codes(bench.by("deputy").act(LINE, APPROVE))).containsExactly("lifecycle.four-eyes");
        assertThat(codes(bench.by(FINANCE).act(LINE, APPROVE))).isEmpty();
    }

    @Test
    void a_line_passes_the_posts_that_an_overlay_lists() {
        ReviewChains two = new ReviewChains(ImmutableMap.of(
                "budget-line.SUBMITTED",
                ReviewChain.of(
                        new Post("business", "业务处审核", BudgetDuty.FINANCE),
                        new Post("budget", "预算处审核", BudgetDuty.FINANCE))));
        FlowBench bench = BudgetFixtures.in(BudgetState.SUBMITTED)
                .with(
                        BudgetFlow.RULES,
                        ImmutableBudgetRules.builder().reviews(two).build());

        bench.by("one").done(LINE, APPROVE);
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.SUBMITTED);
        bench.by("two").done(LINE, RETURN);
        assertThat(bench.get(LINE).standing().post()).isZero();
        bench.by("one").done(LINE, APPROVE);
        bench.by("two").done(LINE, APPROVE);
        assertThat(bench.get(LINE).state()).isEqualTo(BudgetState.APPROVED);
    }

    @Test
    void a_line_is_restored_only_as_its_trail_says() {
        FlowBench bench = BudgetFixtures.in(BudgetState.APPROPRIATED);
        BudgetLine line = bench.get(LINE);
        var history = new DocumentType.History<>(line.standing(), line.trail());

        assertThat(BudgetFlow.LINE.restore(LINE, line.terms(), history, bench)).isEqualTo(line);
        var early = new DocumentType.History<>(
                line.standing(),
                BudgetFixtures.in(BudgetState.APPROVED).get(LINE).trail());
        assertThatThrownBy(() -> BudgetFlow.LINE.restore(LINE, line.terms(), early, bench))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
