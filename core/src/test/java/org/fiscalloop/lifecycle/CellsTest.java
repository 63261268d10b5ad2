package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.lifecycle.Requests.Action.APPROVE;
import static org.fiscalloop.lifecycle.Requests.Action.FREEZE;
import static org.fiscalloop.lifecycle.Requests.Action.PAY;
import static org.fiscalloop.lifecycle.Requests.Action.SUBMIT;
import static org.fiscalloop.lifecycle.Requests.Action.VOID;
import static org.fiscalloop.lifecycle.Requests.Action.WITHDRAW;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.lifecycle.Requests.Action;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state, at every post of a chain of two, with every action. */
class CellsTest {

    /** Place, action and where it leads, or the refusal; what is not here is not allowed. */
    private static final String CELLS = """
            DRAFT/0 AMEND DRAFT/0
            DRAFT/0 SUBMIT SUBMITTED/0
            DRAFT/0 VOID VOIDED/0
            SUBMITTED/0 REMARK SUBMITTED/0
            SUBMITTED/0 APPROVE SUBMITTED/1
            SUBMITTED/0 RETURN DRAFT/0
            SUBMITTED/0 RETURN_TO_ENTRY DRAFT/0
            SUBMITTED/0 WITHDRAW DRAFT/0
            SUBMITTED/1 REMARK SUBMITTED/1
            SUBMITTED/1 APPROVE APPROVED/0
            SUBMITTED/1 RETURN SUBMITTED/0
            SUBMITTED/1 RETURN_TO_ENTRY DRAFT/0
            SUBMITTED/1 WITHDRAW SUBMITTED/0
            APPROVED/0 CANCEL_APPROVAL SUBMITTED/0
            APPROVED/0 FREEZE FROZEN/0
            APPROVED/0 PAY PAID/0
            FROZEN/0 UNFREEZE APPROVED/0
            PAID/0 REFUND PAID/0
            """;

    private static final ImmutableMap<String, String> LEADS = Splitter.on('\n')
            .omitEmptyStrings()
            .splitToStream(CELLS)
            .map(line -> Splitter.on(' ').splitToList(line))
            .collect(ImmutableMap.toImmutableMap(cell -> cell.get(0) + " " + cell.get(1), cell -> cell.get(2)));

    private static final Life<State, Action> DRAFT = Life.request(2);
    private static final Life<State, Action> FIRST_POST = DRAFT.then(SUBMIT, "clerk");
    private static final Life<State, Action> SECOND_POST = FIRST_POST.then(APPROVE, "a");
    private static final Life<State, Action> APPROVED = SECOND_POST.then(APPROVE, "b");

    private static final ImmutableMap<String, Life<State, Action>> PLACES = Maps.uniqueIndex(
            ImmutableList.of(
                    DRAFT,
                    FIRST_POST,
                    SECOND_POST,
                    APPROVED,
                    APPROVED.then(FREEZE, "x"),
                    APPROVED.then(PAY, "bank"),
                    DRAFT.then(VOID, "clerk")),
            Life::place);

    @ParameterizedTest
    @EnumSource
    void every_action_does_what_the_table_says_in_every_state(Action action) {
        PLACES.forEach((place, life) -> {
            String actor = action == WITHDRAW ? life.trail().last().actor() : "stranger";
            Decision<Step<State, Action>> decision = life.attempt(action, actor);
            Optional<String> expected = Optional.ofNullable(LEADS.get(place + " " + action));

            if (expected.isPresent()) {
                assertThat(life.then(action, actor).place()).as(place).isEqualTo(expected.get());
                assertThat(life.then(action, actor).standing().version())
                        .isEqualTo(life.standing().version() + 1);
            } else {
                Refusal refusal = LifecycleTest.refusal(decision);
                assertThat(refusal.code()).as(place).isEqualTo("lifecycle.not-allowed");
                assertThat(refusal.allowed())
                        .as(place)
                        .containsExactlyElementsOf(LEADS.keySet().stream()
                                .filter(cell -> cell.startsWith(place + " "))
                                .map(cell -> cell.substring(place.length() + 1))
                                .toList());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void every_action_but_one_creates_nothing(Action action) {
        assertThat(Requests.LIFECYCLE.create(action).isAccepted()).isEqualTo(action == Action.CREATE);
    }
}
