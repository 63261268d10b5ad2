package org.fiscalloop.flow;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.LifecycleBuilder;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.lifecycle.ReviewActions;
import org.fiscalloop.lifecycle.ReviewChain;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.lifecycle.Row;

/** The forms of what the rules of every package are made of, and of what every package's terms carry. */
public final class RuleShapes {
    private static final Type<Severity> SEVERITY = Type.enumOf(Severity.class);

    /** Severities by code of the control. */
    public static final Type<ImmutableMap<String, Severity>> SEVERITIES = Type.map(SEVERITY);

    /** The posts of each review phase. */
    public static final Type<ReviewChains> REVIEWS = reviews();

    /** Limits in order. */
    public static final Type<ImmutableList<LimitRule>> LIMITS = Type.list(Type.nested(limit()));

    /** Texts by name, in the order of the names. */
    public static final Type<ImmutableSortedMap<String, String>> TEXTS =
            Type.mapped(Type.map(Type.text()), RuleShapes::sorted, ImmutableMap::copyOf);

    private RuleShapes() {}

    /** The table of the life of one kind of document. */
    public static <S extends Enum<S>, A extends Enum<A>> Type<Lifecycle<S, A>> lifecycle(
            Class<S> states, Class<A> actions) {
        return Type.nested(new LifecycleShape<>(states, actions).shape());
    }

    /** A decision table with answers of this form. */
    public static <V> Type<CaseTable<V>> caseTable(Type<V> answer) {
        Type<ImmutableList<String>> names = Type.list(Type.text());
        Field<Facet, String> facetName = Field.of("name", Type.text(), Facet::name);
        Field<Facet, ImmutableList<String>> constants = Field.of("constants", names, Facet::constants);
        Shape<Facet> facet = Shape.<Facet>nested("facet")
                .fields(facetName, constants)
                .maker(v -> new Facet(v.get(facetName), v.get(constants)));
        Field<CaseTable.Row<V>, ImmutableList<String>> cells = Field.of("cells", names, CaseTable.Row::cells);
        Field<CaseTable.Row<V>, V> answers = Field.of("answer", answer, CaseTable.Row::answer);
        Shape<CaseTable.Row<V>> row = Shape.<CaseTable.Row<V>>nested("case-row")
                .fields(cells, answers)
                .maker(v -> new CaseTable.Row<>(v.get(cells), v.get(answers)));
        Field<CaseTable<V>, String> name = Field.of("name", Type.text(), CaseTable::name);
        Field<CaseTable<V>, ImmutableList<Facet>> facets =
                Field.of("facets", Type.list(Type.nested(facet)), CaseTable::facets);
        Field<CaseTable<V>, ImmutableList<CaseTable.Row<V>>> rows =
                Field.of("rows", Type.list(Type.nested(row)), CaseTable::rows);
        return Type.nested(Shape.<CaseTable<V>>nested("case-table")
                .fields(name, facets, rows)
                .maker(v -> new CaseTable<>(v.get(name), v.get(facets), v.get(rows))));
    }

    private static ImmutableSortedMap<String, String> sorted(ImmutableMap<String, String> texts) {
        return ImmutableSortedMap.copyOf(texts, Ordering.natural());
    }

    private static Type<ReviewChains> reviews() {
        Field<Post, String> code = Field.of("code", Type.text(), Post::code);
        Field<Post, String> name = Field.of("name", Type.text(), Post::name);
        Field<Post, Duty> duty = Field.of("duty", duty(), Post::duty);
        Shape<Post> post = Shape.<Post>nested("post")
                .fields(code, name, duty)
                .maker(v -> new Post(v.get(code), v.get(name), v.get(duty)));
        Type<ReviewChain> chain =
                Type.mapped("review chain", Type.list(Type.nested(post)), ReviewChain::new, ReviewChain::posts);
        return Type.mapped("review chains by phase", Type.map(chain), ReviewChains::new, ReviewChains::byPhase);
    }

    static Type<Duty> duty() {
        return Type.mapped("duty", Type.text(), Duty::new, Duty::code);
    }

    private static Shape<LimitRule> limit() {
        Type<Dimension> dimension = Type.mapped("dimension", Type.text(), Dimension::new, Dimension::name);
        Field<LimitRule, Reason> reason = Field.of("reason", KernelTypes.reason(), LimitRule::reason);
        Field<LimitRule, ImmutableList<LimitRule.Term>> terms =
                Field.of("terms", Type.list(Type.nested(term())), LimitRule::terms);
        Field<LimitRule, ImmutableList<Dimension>> dimensions =
                Field.of("dimensions", Type.list(dimension), LimitRule::dimensions);
        Field<LimitRule, Span> span = Field.of("span", Type.enumOf(Span.class), LimitRule::span);
        Field<LimitRule, ImmutableSet<Severity>> permitted =
                Field.of("permitted", Type.set(SEVERITY), LimitRule::permitted);
        Field<LimitRule, Severity> severity = Field.of("severity", SEVERITY, LimitRule::severity);
        Field<LimitRule, Optional<String>> where = Field.of("where", Type.optional(Type.text()), LimitRule::where);
        return Shape.<LimitRule>nested("limit")
                .fields(reason, terms, dimensions, span, permitted, severity, where)
                .maker(v -> new LimitRule(
                        v.get(reason),
                        v.get(terms),
                        v.get(dimensions),
                        v.get(span),
                        v.get(permitted),
                        v.get(severity),
                        v.get(where)));
    }

    private static Shape<LimitRule.Term> term() {
        Field<LimitRule.Term, Integer> sign = Field.ofInt("sign", LimitRule.Term::sign);
        Field<LimitRule.Term, String> measure = Field.of("measure", Type.text(), LimitRule.Term::measure);
        return Shape.<LimitRule.Term>nested("limit-term")
                .fields(sign, measure)
                .maker(v -> new LimitRule.Term(v.get(sign), v.get(measure)));
    }

    /**
     * The form of a lifecycle: what its builder is told, from which it is built and checked again when it is read.
     *
     * <p>The rows of a review are not written one by one: they follow from the review.
     */
    private static final class LifecycleShape<S extends Enum<S>, A extends Enum<A>> {
        private final Class<S> states;
        private final Class<A> actions;
        private final Type<S> state;
        private final Type<A> action;

        /**
         * A row that no review makes.
         *
         * @param from the state it leads from; none if it makes a document
         * @param action the action
         * @param to the state it leads to
         * @param duty the duty that is asked for
         * @param rule why there is such a row, in words
         */
        private record Arc<S, A>(Optional<S> from, A action, S to, Duty duty, String rule) {}

        /**
         * A review phase.
         *
         * @param phase the state under review
         * @param entry the state in which a document is entered again
         * @param approved the state to which it goes from the last post
         * @param rule why there is such a phase, in words
         */
        private record Review<S, A extends Enum<A>>(S phase, S entry, S approved, ReviewActions<A> acts, String rule) {}

        /**
         * Four eyes (不相容岗位分离).
         *
         * @param action an action
         * @param earlier those that the same person must not have done before it
         */
        private record Separation<A>(A action, ImmutableSet<A> earlier) {}

        LifecycleShape(Class<S> states, Class<A> actions) {
            this.states = states;
            this.actions = actions;
            this.state = Type.enumOf(states);
            this.action = Type.enumOf(actions);
        }

        Shape<Lifecycle<S, A>> shape() {
            Field<Lifecycle<S, A>, String> code = Field.of("code", Type.text(), Lifecycle::code);
            Field<Lifecycle<S, A>, ImmutableList<Arc<S, A>>> rows =
                    Field.of("rows", Type.list(Type.nested(arc())), LifecycleShape::arcs);
            Field<Lifecycle<S, A>, ImmutableList<Review<S, A>>> reviews =
                    Field.of("reviews", Type.list(Type.nested(review())), LifecycleShape::reviews);
            Field<Lifecycle<S, A>, ImmutableList<Separation<A>>> separations =
                    Field.of("separations", Type.list(Type.nested(separation())), LifecycleShape::separations);
            Field<Lifecycle<S, A>, ImmutableSet<A>> told = Field.of("told", Type.set(action), Lifecycle::told);
            Field<Lifecycle<S, A>, ImmutableSet<S>> ends =
                    Field.of("ends", Type.set(state), table -> states(table::isEnd));
            Field<Lifecycle<S, A>, ImmutableSet<S>> resting = Field.of(
                    "resting",
                    Type.set(state),
                    table -> states(place -> table.isResting(place) && !table.isEnd(place)));
            Field<Lifecycle<S, A>, Severity> fourEyes =
                    Field.of("fourEyes", Type.enumOf(Severity.class), Lifecycle::fourEyes);
            return Shape.<Lifecycle<S, A>>nested("lifecycle")
                    .fields(code, rows, reviews, separations, told, ends, resting, fourEyes)
                    .maker(v -> {
                        LifecycleBuilder<S, A> builder = Lifecycle.of(v.get(code), states, actions);
                        ImmutableList<Arc<S, A>> arcs = v.get(rows);
                        v.get(reviews).forEach(it -> builder.review(it.phase, it.entry, it.approved, it.acts, it.rule));
                        v.get(separations)
                                .forEach(it -> it.earlier.forEach(earlier -> builder.separate(it.action, earlier)));
                        v.get(told).forEach(builder::told);
                        ImmutableSet<S> over = v.get(ends);
                        over.forEach(builder::end);
                        v.get(resting).forEach(builder::resting);
                        arcs.forEach(arc -> row(arc, over, builder));
                        return builder.build().withFourEyes(v.get(fourEyes));
                    });
        }

        private static <S extends Enum<S>, A extends Enum<A>> void row(
                Arc<S, A> arc, ImmutableSet<S> ends, LifecycleBuilder<S, A> builder) {
            arc.from.ifPresentOrElse(
                    from -> {
                        if (ends.contains(from)) {
                            builder.afterEnd(from, arc.action, arc.to, arc.duty, arc.rule);
                        } else {
                            builder.move(from, arc.action, arc.to, arc.duty, arc.rule);
                        }
                    },
                    () -> builder.create(arc.action, arc.to, arc.duty, arc.rule));
        }

        private ImmutableSet<S> states(Predicate<S> which) {
            return EnumSet.allOf(states).stream().filter(which).collect(toImmutableSet());
        }

        /** Only the acts of a review have no duty of their own. */
        private static <S extends Enum<S>, A extends Enum<A>> ImmutableList<Arc<S, A>> arcs(Lifecycle<S, A> table) {
            return table.rows().stream()
                    .flatMap(row -> row.duty().stream()
                            .map(duty -> new Arc<>(row.from(), row.action(), row.to(), duty, row.rule())))
                    .collect(toImmutableList());
        }

        private static <S extends Enum<S>, A extends Enum<A>> ImmutableList<Review<S, A>> reviews(
                Lifecycle<S, A> table) {
            return table.rows().stream()
                    .filter(row -> row.kind() == Row.Kind.APPROVE)
                    .map(row -> review(row, table))
                    .collect(toImmutableList());
        }

        private static <S extends Enum<S>, A extends Enum<A>> Review<S, A> review(
                Row<S, A> approve, Lifecycle<S, A> table) {
            Row<S, A> back = act(Row.Kind.RETURN, approve, table);
            return new Review<>(
                    approve.from().orElseThrow(),
                    back.to(),
                    approve.to(),
                    new ReviewActions<>(
                            approve.action(),
                            back.action(),
                            act(Row.Kind.RETURN_TO_ENTRY, approve, table).action(),
                            act(Row.Kind.WITHDRAW, approve, table).action()),
                    approve.rule());
        }

        private static <S extends Enum<S>, A extends Enum<A>> Row<S, A> act(
                Row.Kind kind, Row<S, A> approve, Lifecycle<S, A> table) {
            return table.rows().stream()
                    .filter(row -> row.kind() == kind && row.from().equals(approve.from()))
                    .findFirst()
                    .orElseThrow();
        }

        private static <S extends Enum<S>, A extends Enum<A>> ImmutableList<Separation<A>> separations(
                Lifecycle<S, A> table) {
            return table.separations().asMap().entrySet().stream()
                    .map(entry -> new Separation<>(entry.getKey(), ImmutableSet.copyOf(entry.getValue())))
                    .collect(toImmutableList());
        }

        private Shape<Arc<S, A>> arc() {
            Field<Arc<S, A>, Optional<S>> from = Field.of("from", Type.optional(state), Arc::from);
            Field<Arc<S, A>, A> by = Field.of("action", action, Arc::action);
            Field<Arc<S, A>, S> to = Field.of("to", state, Arc::to);
            Field<Arc<S, A>, Duty> duty = Field.of("duty", RuleShapes.duty(), Arc::duty);
            Field<Arc<S, A>, String> rule = Field.of("rule", Type.text(), Arc::rule);
            return Shape.<Arc<S, A>>nested("lifecycle-row")
                    .fields(from, by, to, duty, rule)
                    .maker(v -> new Arc<>(v.get(from), v.get(by), v.get(to), v.get(duty), v.get(rule)));
        }

        private Shape<Review<S, A>> review() {
            Field<Review<S, A>, S> phase = Field.of("phase", state, Review::phase);
            Field<Review<S, A>, S> entry = Field.of("entry", state, Review::entry);
            Field<Review<S, A>, S> approved = Field.of("approved", state, Review::approved);
            Field<Review<S, A>, A> approve = Field.of("approve", action, it -> it.acts.approve());
            Field<Review<S, A>, A> back = Field.of("return", action, it -> it.acts.returnOne());
            Field<Review<S, A>, A> toEntry = Field.of("returnToEntry", action, it -> it.acts.returnToEntry());
            Field<Review<S, A>, A> withdraw = Field.of("withdraw", action, it -> it.acts.withdraw());
            Field<Review<S, A>, String> rule = Field.of("rule", Type.text(), Review::rule);
            return Shape.<Review<S, A>>nested("lifecycle-review")
                    .fields(phase, entry, approved, approve, back, toEntry, withdraw, rule)
                    .maker(v -> new Review<>(
                            v.get(phase),
                            v.get(entry),
                            v.get(approved),
                            new ReviewActions<>(v.get(approve), v.get(back), v.get(toEntry), v.get(withdraw)),
                            v.get(rule)));
        }

        private Shape<Separation<A>> separation() {
            Field<Separation<A>, A> act = Field.of("action", action, Separation::action);
            Field<Separation<A>, ImmutableSet<A>> earlier = Field.of("earlier", Type.set(action), Separation::earlier);
            return Shape.<Separation<A>>nested("lifecycle-separation")
                    .fields(act, earlier)
                    .maker(v -> new Separation<>(v.get(act), v.get(earlier)));
        }
    }
}
