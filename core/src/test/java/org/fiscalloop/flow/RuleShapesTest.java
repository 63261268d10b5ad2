package org.fiscalloop.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.junit.jupiter.api.Test;

class RuleShapesTest {
    private static final Duty DUTY = new Duty("clerk");

    private enum State {
        DRAFT,
        REVIEW,
        APPROVED,
        DONE
    }

    private enum Action {
        CREATE,
        SUBMIT,
        APPROVE,
        RETURN,
        REJECT,
        WITHDRAW,
        FINISH,
        REFUND
    }

    /** A lifecycle with one of everything that a lifecycle may have. */
    private static final Lifecycle<State, Action> LIFECYCLE = Lifecycle.of("thing", State.class, Action.class)
            .create(Action.CREATE, State.DRAFT, DUTY, "made")
            .move(State.DRAFT, Action.SUBMIT, State.REVIEW, DUTY, "handed in")
            .review(
                    State.REVIEW,
                    State.DRAFT,
                    State.APPROVED,
                    new ReviewActions<>(Action.APPROVE, Action.RETURN, Action.REJECT, Action.WITHDRAW),
                    "reviewed")
            .move(State.APPROVED, Action.FINISH, State.DONE, new Duty("chief"), "finished")
            .afterEnd(State.DONE, Action.REFUND, State.DONE, DUTY, "after the end")
            .separate(Action.APPROVE, Action.CREATE, Action.SUBMIT)
            .separate(Action.FINISH, Action.APPROVE)
            .resting(State.APPROVED)
            .end(State.DONE)
            .build()
            .withFourEyes(Severity.WARN);

    private static final Field<Lifecycle<State, Action>, Lifecycle<State, Action>> TABLE =
            Field.of("table", RuleShapes.lifecycle(State.class, Action.class), table -> table);

    private static final Shape<Lifecycle<State, Action>> SHAPE =
            Shape.<Lifecycle<State, Action>>nested("holder").fields(TABLE).maker(values -> values.get(TABLE));

    private static <V> V again(Type<V> type, V value) {
        Field<V, V> field = Field.of("value", type, each -> each);
        Shape<V> shape = Shape.<V>nested("holder").fields(field).maker(values -> values.get(field));
        assertThat(shape.fromTree(shape.toTree(value))).isEqualTo(value);
        return shape.decode(shape.encode(value));
    }

    @Test
    void a_lifecycle_comes_back_whole_from_bytes_and_from_a_tree() {
        Lifecycle<State, Action> read = again(RuleShapes.lifecycle(State.class, Action.class), LIFECYCLE);

        assertThat(read).isEqualTo(LIFECYCLE).hasSameHashCodeAs(LIFECYCLE);
        assertThat(read.rows()).isEqualTo(LIFECYCLE.rows());
        assertThat(read.isResting(State.APPROVED)).isTrue();
        assertThat(read.isEnd(State.APPROVED)).isFalse();
        assertThat(read.fourEyes()).isEqualTo(Severity.WARN);
        assertThat(read.markdown()).isEqualTo(LIFECYCLE.markdown());
    }

    @Test
    void lifecycles_that_differ_in_four_eyes_or_in_a_row_are_not_equal() {
        assertThat(LIFECYCLE.withFourEyes(Severity.HARD)).isNotEqualTo(LIFECYCLE);
        assertThat(Lifecycle.of("thing", State.class, Action.class)
                        .create(Action.CREATE, State.DRAFT, DUTY, "made")
                        .move(State.DRAFT, Action.SUBMIT, State.REVIEW, DUTY, "handed in")
                        .move(State.REVIEW, Action.APPROVE, State.APPROVED, DUTY, "approved")
                        .move(State.APPROVED, Action.FINISH, State.DONE, DUTY, "finished")
                        .end(State.DONE)
                        .build())
                .isNotEqualTo(LIFECYCLE);
    }

    @Test
    void a_lifecycle_that_is_not_sound_is_not_read() {
        Tree.Fields tree = SHAPE.toTree(LIFECYCLE);
        Tree.Fields table = (Tree.Fields) tree.find("table").orElseThrow();
        Tree.Fields unreviewed = Tree.fields(table.members().stream()
                .map(member -> member.name().equals("reviews")
                        ? new Tree.Member("reviews", Tree.items(ImmutableList.of()))
                        : member)
                .collect(ImmutableList.toImmutableList()));

        assertThatThrownBy(() -> SHAPE.fromTree(Tree.fields(ImmutableList.of(new Tree.Member("table", unreviewed)))))
                .isInstanceOf(ShapeException.class);
    }

    @Test
    void limits_posts_and_severities_come_back_whole() {
        LimitRule limit = new LimitRule(
                new Reason(
                        "thing.over", "over", "超过", "over by {short-by}", "超过 {short-by}", Source.uncertain("a test")),
                ImmutableList.of(new LimitRule.Term(1, "thing.issued"), new LimitRule.Term(-1, "thing.used")),
                ImmutableList.of(new Dimension("agency"), new Dimension("fund")),
                Span.MONTH,
                ImmutableSet.of(Severity.WARN, Severity.HARD),
                Severity.WARN);
        ReviewChains reviews = new ReviewChains(ImmutableMap.of(
                "thing.REVIEW", ReviewChain.of(new Post("one", "一岗", DUTY), new Post("two", "二岗", new Duty("chief")))));

        assertThat(again(RuleShapes.LIMITS, ImmutableList.of(limit))).containsExactly(limit);
        assertThat(again(RuleShapes.REVIEWS, reviews)).isEqualTo(reviews);
        assertThat(again(RuleShapes.SEVERITIES, ImmutableMap.of("thing.over", Severity.OFF)))
                .containsExactly(entry("thing.over", Severity.OFF));
    }
}
