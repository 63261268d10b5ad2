package org.fiscalloop.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fiscalloop.lifecycle.Requests.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LifecycleValuesTest {

    private interface Voucher extends Document {}

    private static final DocumentKind<Document> REQUEST = new DocumentKind<>("payment-request", Document.class);

    private static final TrailStep CREATED = new TrailStep("CREATE", "", "DRAFT", 0, "clerk", Life.DAY, "");
    private static final TrailStep AMENDED = new TrailStep("AMEND", "DRAFT", "DRAFT", 0, "b", Life.DAY, "");
    private static final TrailStep AMENDED_AGAIN = new TrailStep("AMEND", "DRAFT", "DRAFT", 0, "a", Life.DAY, "");

    @Test
    void kinds_are_equal_by_code() {
        assertThat(REQUEST)
                .isEqualTo(new DocumentKind<>("payment-request", Voucher.class))
                .hasSameHashCodeAs(new DocumentKind<>("payment-request", Voucher.class))
                .isNotEqualTo(new DocumentKind<>("payment-voucher", Document.class))
                .isNotEqualTo("payment-request")
                .hasToString("payment-request");
        assertThat(REQUEST.hashCode()).isNotEqualTo(new DocumentKind<>("project", Document.class).hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Request", "payment request", "payment--request", "-payment", "payment-", "1st"})
    void a_kind_whose_code_is_no_kebab_word_is_refused(String code) {
        refused(() -> new DocumentKind<>(code, Document.class), "code must be like payment-request: \"" + code + "\"");
    }

    @Test
    void ids_are_equal_by_kind_and_value() {
        Id<Document> id = new Id<>(REQUEST, "PR-1");

        assertThat(id)
                .isEqualTo(new Id<>(new DocumentKind<>("payment-request", Voucher.class), "PR-1"))
                .hasSameHashCodeAs(new Id<>(REQUEST, "PR-1"))
                .isNotEqualTo(new Id<>(REQUEST, "PR-2"))
                .isNotEqualTo(new Id<>(new DocumentKind<>("project", Document.class), "PR-1"))
                .hasToString("payment-request:PR-1");
        assertThat(id.hashCode())
                .isNotEqualTo(new Id<>(REQUEST, "PR-2").hashCode())
                .isNotEqualTo(new Id<>(new DocumentKind<>("project", Document.class), "PR-1").hashCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "!", "~", "厦财指〔2024〕1号", "𠮷", "a:b/c_d.e"})
    void an_id_is_printable(String value) {
        assertThatCode(() -> new Id<>(REQUEST, value)).doesNotThrowAnyException();
    }

    @Test
    void an_id_has_up_to_64_characters() {
        assertThatCode(() -> new Id<>(REQUEST, "x".repeat(64))).doesNotThrowAnyException();
        refused(
                () -> new Id<>(REQUEST, "x".repeat(65)),
                "value must be 1 to 64 printable characters without spaces: \"" + "x".repeat(65) + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "a\tb",
                "a\u0000",
                "a\u007f",
                "a\u0085",
                "a\u00a0b",
                "a\u3000b",
                "a\u2028",
                "a\u2029",
                "a\u200b",
                "a\ud842",
                "a\ue000"
            })
    void an_id_that_is_not_printable_or_has_spaces_is_refused(String value) {
        refused(
                () -> new Id<>(REQUEST, value),
                "value must be 1 to 64 printable characters without spaces: \"" + value + "\"");
    }

    @Test
    void duties_and_posts_have_printable_codes_and_posts_a_name() {
        refused(() -> new Duty(""), "code must be 1 to 64 printable characters without spaces: \"\"");
        refused(
                () -> new Post("a b", "name", Requests.ENTRY),
                "code must be 1 to 64 printable characters without spaces: \"a b\"");
        refused(() -> new Post("a", "", Requests.ENTRY), "name must not be blank: \"\"");
        assertThat(Requests.ENTRY).hasToString("entry");
    }

    @Test
    void a_standing_has_a_post_and_a_version() {
        refused(() -> new Standing<>(State.DRAFT, -1, 1), "post must not be negative: -1");
        refused(() -> new Standing<>(State.DRAFT, 0, 0), "version must be at least 1: 0");
    }

    @Test
    void a_chain_has_posts_each_once() {
        Post post = new Post("p", "one", Requests.ENTRY);

        refused(() -> ReviewChain.of(), "posts must not be empty");
        refused(
                () -> ReviewChain.of(post, new Post("p", "two", Requests.FINANCE)),
                "posts must have different codes: [p, p]");
    }

    @Test
    void a_phase_has_the_chain_that_is_listed_or_one_post() {
        ReviewChains chains = new ReviewChains(ImmutableMap.of("project.FIN_REVIEW", Requests.chain(2)));

        assertThat(chains.chain("project.FIN_REVIEW")).isEqualTo(Requests.chain(2));
        assertThat(chains.chain("project.DEPT_REVIEW")).isEqualTo(ReviewChain.ONE_POST);
        assertThat(ReviewChain.ONE_POST.posts()).hasSize(1);
    }

    @Test
    void a_step_of_a_trail_names_action_state_and_actor() {
        refused(() -> new TrailStep(" ", "", "DRAFT", 0, "clerk", Life.DAY, ""), "action must not be blank: \" \"");
        refused(() -> new TrailStep("CREATE", "", "", 0, "clerk", Life.DAY, ""), "to must not be blank: \"\"");
        refused(() -> new TrailStep("CREATE", "", "DRAFT", 0, "", Life.DAY, ""), "actor must not be blank: \"\"");
        refused(() -> new TrailStep("CREATE", "", "DRAFT", -1, "clerk", Life.DAY, ""), "post must not be negative: -1");
    }

    @Test
    void a_trail_is_never_empty() {
        refused(() -> new Trail(ImmutableList.of()), "steps must not be empty");
    }

    @Test
    void a_trail_tells_creator_last_step_and_who_did_what() {
        Trail trail = Trail.begin(CREATED).then(AMENDED).then(AMENDED_AGAIN).then(AMENDED);

        assertThat(trail.steps()).containsExactly(CREATED, AMENDED, AMENDED_AGAIN, AMENDED);
        assertThat(trail.creator()).isEqualTo("clerk");
        assertThat(trail.last()).isEqualTo(AMENDED);
        assertThat(trail.actorsOf("AMEND")).containsExactly("b", "a");
        assertThat(trail.actorsOf("VOID")).isEmpty();
    }

    private static void refused(ThrowingCallable made, String message) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
