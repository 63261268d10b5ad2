package org.fiscalloop.lifecycle;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.List;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trails as text: action, from, to/post, actor; from is a dot at creation. */
class VerifyTest {

    private static final String SENT = "CREATE . DRAFT/0 clerk, SUBMIT DRAFT SUBMITTED/0 clerk";
    private static final String SECOND = SENT + ", APPROVE SUBMITTED SUBMITTED/1 a";

    @Test
    void a_trail_by_the_table_is_verified() {
        assertThatCode(() -> verify(State.SUBMITTED, 1, SECOND)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", APPROVE SUBMITTED APPROVED/0 b",
                ", APPROVE SUBMITTED SUBMITTED/2 b",
                ", REMARK SUBMITTED SUBMITTED/1 b",
                ", RETURN SUBMITTED SUBMITTED/0 b",
                ", RETURN SUBMITTED DRAFT/0 b",
                ", RETURN_TO_ENTRY SUBMITTED DRAFT/0 b",
                ", WITHDRAW SUBMITTED SUBMITTED/0 a",
                ", WITHDRAW SUBMITTED SUBMITTED/0 a, WITHDRAW SUBMITTED DRAFT/0 clerk",
                ", APPROVE SUBMITTED APPROVED/0 b, CANCEL_APPROVAL APPROVED SUBMITTED/0 c",
            })
    void every_kind_of_step_by_the_table_is_verified(String more) {
        TrailStep last = trail(SECOND + more).last();

        assertThatCode(() -> verify(State.valueOf(last.to()), last.post(), SECOND + more))
                .doesNotThrowAnyException();
    }

    @Test
    void a_standing_to_which_the_trail_does_not_lead_is_refused() {
        refused(State.APPROVED, 0, 3, SECOND, "leads to Standing[state=SUBMITTED, post=1, version=3]");
        refused(State.SUBMITTED, 0, 3, SECOND, "not to Standing[state=SUBMITTED, post=0, version=3]");
        refused(State.SUBMITTED, 1, 4, SECOND, "not to Standing[state=SUBMITTED, post=1, version=4]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SUBMIT DRAFT SUBMITTED/0 clerk",
                "CREATE . SUBMITTED/0 clerk",
                "CREATE . DRAFT/1 clerk",
            })
    void a_trail_that_does_not_begin_with_a_creation_is_refused(String trail) {
        refusedAt(1, trail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // does not begin where the step before ended
                "SUBMIT DRAFT SUBMITTED/0 b",
                "CREATE . DRAFT/0 b",
                // leads to another state, or to another post
                "APPROVE SUBMITTED DRAFT/0 b",
                "APPROVE SUBMITTED SUBMITTED/1 b",
                "APPROVE SUBMITTED SUBMITTED/3 b",
                "APPROVE SUBMITTED APPROVED/1 b",
                "REMARK SUBMITTED SUBMITTED/0 b",
                "REMARK SUBMITTED SUBMITTED/2 b",
                "REMARK SUBMITTED DRAFT/0 b",
                "RETURN SUBMITTED SUBMITTED/1 b",
                "RETURN SUBMITTED SUBMITTED/2 b",
                "RETURN SUBMITTED DRAFT/1 b",
                "RETURN SUBMITTED APPROVED/0 b",
                "RETURN_TO_ENTRY SUBMITTED SUBMITTED/0 b",
                "RETURN_TO_ENTRY SUBMITTED DRAFT/1 b",
                // withdraws another person's act, or to another place
                "WITHDRAW SUBMITTED SUBMITTED/0 b",
                "WITHDRAW SUBMITTED SUBMITTED/1 a",
                "WITHDRAW SUBMITTED DRAFT/0 a",
            })
    void a_step_that_the_table_does_not_make_is_refused(String step) {
        refusedAt(4, SECOND + ", " + step);
    }

    @Test
    void a_withdrawal_of_what_cannot_be_withdrawn_is_refused() {
        refusedAt(
                4,
                SECOND.replace("APPROVE SUBMITTED SUBMITTED/1", "REMARK SUBMITTED SUBMITTED/0")
                        + ", WITHDRAW SUBMITTED SUBMITTED/0 a");
        refusedAt(
                6,
                SECOND + ", APPROVE SUBMITTED APPROVED/0 b, CANCEL_APPROVAL APPROVED SUBMITTED/0 c,"
                        + " WITHDRAW SUBMITTED APPROVED/0 c");
    }

    @Test
    void a_withdrawal_of_a_withdrawal_is_refused() {
        refusedAt(5, SECOND + ", WITHDRAW SUBMITTED SUBMITTED/0 a, WITHDRAW SUBMITTED SUBMITTED/1 a");
    }

    @Test
    void a_withdrawal_of_a_creation_is_refused() {
        Lifecycle<State, Requests.Action> sentAtOnce = LifecycleBuilderTest.sample()
                .create(Requests.Action.AMEND, State.SUBMITTED, Requests.ENTRY, "sent at once")
                .build();
        Trail trail = trail("AMEND . SUBMITTED/0 a, WITHDRAW SUBMITTED SUBMITTED/0 a");

        assertThatThrownBy(() -> sentAtOnce.verify(new Standing<>(State.SUBMITTED, 0, 2), trail))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("sample: step 2 is not by the table");
    }

    @Test
    void names_that_the_lifecycle_does_not_know_are_refused() {
        refused(
                State.DRAFT,
                0,
                2,
                "CREATE . DRAFT/0 a, DANCE DRAFT DRAFT/0 a",
                "payment-request has no action \"DANCE\"");
        refused(State.DRAFT, 0, 1, "PAY . DRAFT/0 a", "payment-request has no row for TrailStep");
        refused(State.DRAFT, 0, 1, SECOND + ", PAY LIMBO DRAFT/0 a", "payment-request has no state \"LIMBO\"");
    }

    private static void refusedAt(int step, String trail) {
        refused(State.SUBMITTED, 0, 1, trail, "payment-request: step " + step + " is not by the table: TrailStep[");
    }

    private static void refused(State state, int post, int version, String trail, String message) {
        assertThatThrownBy(() -> Requests.LIFECYCLE.verify(new Standing<>(state, post, version), trail(trail)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    private static void verify(State state, int post, String trail) {
        ImmutableList<TrailStep> steps = trail(trail).steps();
        Requests.LIFECYCLE.verify(new Standing<>(state, post, steps.size()), new Trail(steps));
    }

    private static Trail trail(String text) {
        return new Trail(
                Splitter.on(", ").splitToStream(text).map(VerifyTest::step).collect(toImmutableList()));
    }

    private static TrailStep step(String text) {
        List<String> words = Splitter.on(' ').splitToList(text.replace('/', ' '));
        String from = words.get(1).equals(".") ? "" : words.get(1);
        return new TrailStep(
                words.get(0), from, words.get(2), Integer.parseInt(words.get(3)), words.get(4), Life.DAY, "");
    }
}
