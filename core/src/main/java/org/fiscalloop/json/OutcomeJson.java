package org.fiscalloop.json;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Term;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.LoopShapes;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/**
 * The forms of what came of an input: written, never read.
 *
 * <p>A refusal or warning has its code, its titles, its texts about the case in English and 中文, its source, and its facts
 * by name: amounts as decimal strings of yuan, days as {@code 2024-03-31}, lists as lists, a formula as its signed terms.
 */
public final class OutcomeJson {
    private static final Shape<Refusal> REFUSAL = refusal();
    private static final Shape<Outcome> OUTCOME = outcome();

    private OutcomeJson() {}

    /** An outcome: what happened, what was booked, why not, and the balances it left. */
    public static Tree.Fields toTree(Outcome outcome) {
        return Tree.fields(ImmutableList.<Tree.Member>builder()
                .addAll(OUTCOME.toTree(outcome).members())
                .add(new Tree.Member("refusals", refusals(outcome.refusals())))
                .add(new Tree.Member("warnings", refusals(outcome.warnings())))
                .build());
    }

    private static Tree refusals(ImmutableList<Refusal> refusals) {
        return Tree.items(refusals.stream().map(OutcomeJson::toTree).collect(toImmutableList()));
    }

    /** A refusal or a warning. */
    public static Tree toTree(Refusal refusal) {
        return Tree.fields(ImmutableList.<Tree.Member>builder()
                .addAll(REFUSAL.toTree(refusal).members())
                .add(new Tree.Member("facts", facts(refusal.facts())))
                .build());
    }

    /** Facts by name, in their order. */
    public static Tree.Fields facts(ImmutableMap<String, Fact> facts) {
        return Tree.fields(facts.entrySet().stream()
                .map(fact -> new Tree.Member(fact.getKey(), fact.getValue().match(Facts.AS_TREES)))
                .collect(toImmutableList()));
    }

    private enum Facts implements Fact.Cases<Tree> {
        AS_TREES;

        @Override
        public Tree text(Fact.Text fact) {
            return Tree.text(fact.value());
        }

        @Override
        public Tree amount(Fact.Amount fact) {
            return Tree.text(fact.text());
        }

        @Override
        public Tree count(Fact.Count fact) {
            return Tree.bare(fact.text());
        }

        @Override
        public Tree day(Fact.Day fact) {
            return Tree.text(fact.text());
        }

        @Override
        public Tree texts(Fact.Texts fact) {
            return Tree.items(fact.values().stream().map(Tree::text).collect(toImmutableList()));
        }

        @Override
        public Tree formula(Fact.Formula fact) {
            return Tree.items(fact.terms().stream().map(Facts::term).collect(toImmutableList()));
        }

        private static Tree term(Term term) {
            return Tree.fields(ImmutableList.of(
                    new Tree.Member("name", Tree.text(term.name())),
                    new Tree.Member("sign", Tree.bare(Integer.toString(term.sign()))),
                    new Tree.Member("yuan", Tree.text(Fen.text(term.amount())))));
        }
    }

    private static Shape<Refusal> refusal() {
        return Shape.<Refusal>nested("refusal")
                .fields(
                        Field.of("code", Type.text(), Refusal::code),
                        Field.of(
                                "title",
                                Type.text(),
                                refusal -> refusal.reason().title()),
                        Field.of(
                                "titleZh",
                                Type.text(),
                                refusal -> refusal.reason().titleZh()),
                        Field.of("text", Type.text(), Refusal::text),
                        Field.of("textZh", Type.text(), Refusal::textZh),
                        Field.of(
                                "source",
                                KernelTypes.source(),
                                refusal -> refusal.reason().source()))
                .maker(v -> {
                    throw new UnsupportedOperationException("a refusal is written, never read");
                });
    }

    private static Shape<Outcome> outcome() {
        Field<Outcome, String> sender =
                Field.of("sender", Type.text(), outcome -> outcome.input().sender());
        Field<Outcome, String> id =
                Field.of("id", Type.text(), outcome -> outcome.input().value());
        Field<Outcome, JournalRecord.Outcome> result =
                Field.of("result", Type.enumOf(JournalRecord.Outcome.class), Outcome::result);
        Field<Outcome, Optional<Long>> position = Field.of(
                "position",
                Type.optional(Type.integer()),
                outcome -> outcome.position().stream().boxed().findFirst());
        Field<Outcome, Boolean> repeat = Field.of("repeat", Type.bool(), Outcome::isRepeat);
        Field<Outcome, ImmutableList<Object>> events = Field.of(
                "events",
                Type.list(LoopShapes.REGISTRY.any()),
                outcome -> outcome.record().events());
        Field<Outcome, ImmutableList<Entry>> entries =
                Field.of("entries", Type.list(KernelTypes.entry(Dimensions.ALL)), Outcome::entries);
        Field<Outcome, ImmutableList<Outcome.Left>> left =
                Field.of("left", Type.list(Type.nested(left())), Outcome::left);
        return Shape.<Outcome>nested("outcome")
                .fields(sender, id, result, position, repeat, events, entries, left)
                .maker(v -> {
                    throw new UnsupportedOperationException("an outcome is written, never read");
                });
    }

    private static Shape<Outcome.Left> left() {
        Field<Outcome.Left, Meaning> account = Field.of("account", KernelTypes.meaning(), Outcome.Left::account);
        Field<Outcome.Left, String> span = Field.of(
                "span",
                Type.text(),
                left -> left.key().grain().span().text(left.key().bucket()));
        Field<Outcome.Left, Segments> segments = Field.of(
                "segments",
                KernelTypes.segments(Dimensions.ALL),
                left -> left.key().segments());
        return Shape.<Outcome.Left>nested("left")
                .fields(
                        account,
                        span,
                        segments,
                        Field.ofFen("debitIncrease", left -> left.balance().debitIncrease()),
                        Field.ofFen("debitDecrease", left -> left.balance().debitDecrease()),
                        Field.ofFen("creditIncrease", left -> left.balance().creditIncrease()),
                        Field.ofFen("creditDecrease", left -> left.balance().creditDecrease()))
                .maker(v -> {
                    throw new UnsupportedOperationException("a balance is written, never read");
                });
    }
}
