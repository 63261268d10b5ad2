package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.decision.Term;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Dimensions;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;

/** The types of the kernels' own values, for the shapes of the packages above. */
public final class KernelTypes {

    private static final Type<ImmutableMap<String, String>> CODES = Type.map(Type.text());

    private KernelTypes() {}

    // ---- documents ------------------------------------------------------------------------------------------------

    /** An id of this kind alone: its value, without the kind. */
    public static <D extends Document> Type<Id<D>> id(DocumentKind<D> kind) {
        return Type.mapped("id of " + kind, Type.text(), value -> new Id<>(kind, value), Id::value);
    }

    /** An id of one of these kinds, such as {@code payment-request:PR-1}. */
    public static Type<Id<?>> idOf(DocumentKind<?>... kinds) {
        return idOf(ImmutableSet.copyOf(kinds));
    }

    /** An id of one of these kinds, such as {@code payment-request:PR-1}. */
    public static Type<Id<?>> idOf(ImmutableSet<DocumentKind<?>> kinds) {
        ImmutableMap<String, DocumentKind<?>> byCode = Maps.uniqueIndex(kinds, DocumentKind::code);
        return new CompositeTypes.Joined<>(
                "id of " + String.join(" or ", byCode.keySet()),
                ':',
                id -> id.kind().code(),
                Id::value,
                (code, value) -> {
                    DocumentKind<?> kind = byCode.get(code);
                    if (kind == null) {
                        throw new IllegalArgumentException("\"" + code + "\" is no kind of " + byCode.keySet());
                    }
                    return new Id<>(kind, value);
                });
    }

    /** A move of a document whose id has this type. */
    public static Type<Move> move(Type<Id<?>> id) {
        Field<Move, Id<?>> document = Field.of("document", id, Move::document);
        Field<Move, String> action = Field.of("action", Type.text(), Move::action);
        Field<Move, String> from = Field.of("from", Type.text(), Move::from);
        Field<Move, String> to = Field.of("to", Type.text(), Move::to);
        Field<Move, Integer> post = Field.ofInt("post", Move::post);
        Field<Move, Integer> version = Field.ofInt("version", Move::version);
        return Type.shared(
                Move.class,
                Type.nested(Shape.<Move>nested("move")
                        .fields(document, action, from, to, post, version)
                        .maker(v -> new Move(
                                v.get(document), v.get(action), v.get(from), v.get(to), v.get(post), v.get(version)))));
    }

    /** The trail of a document: its steps in order. */
    public static Type<Trail> trail() {
        return Type.mapped("trail", Type.list(trailStep()), Trail::new, Trail::steps);
    }

    /** One step of a trail. */
    public static Type<TrailStep> trailStep() {
        Field<TrailStep, String> action = Field.of("action", Type.text(), TrailStep::action);
        Field<TrailStep, String> from = Field.of("from", Type.text(), TrailStep::from);
        Field<TrailStep, String> to = Field.of("to", Type.text(), TrailStep::to);
        Field<TrailStep, Integer> post = Field.ofInt("post", TrailStep::post);
        Field<TrailStep, String> actor = Field.of("actor", Type.text(), TrailStep::actor);
        Field<TrailStep, LocalDate> on = Field.of("on", Type.date(), TrailStep::on);
        Field<TrailStep, String> note = Field.of("note", Type.text(), TrailStep::note);
        return Type.nested(Shape.<TrailStep>nested("trail-step")
                .fields(action, from, to, post, actor, on, note)
                .maker(v -> new TrailStep(
                        v.get(action), v.get(from), v.get(to), v.get(post), v.get(actor), v.get(on), v.get(note))));
    }

    /** What shows that a review took place elsewhere: its steps in order. */
    public static Type<Evidence> evidence() {
        Field<EvidenceStep, String> post = Field.of("post", Type.text(), EvidenceStep::post);
        Field<EvidenceStep, String> actor = Field.of("actor", Type.text(), EvidenceStep::actor);
        Field<EvidenceStep, LocalDate> on = Field.of("on", Type.date(), EvidenceStep::on);
        Shape<EvidenceStep> step = Shape.<EvidenceStep>nested("evidence-step")
                .fields(post, actor, on)
                .maker(v -> new EvidenceStep(v.get(post), v.get(actor), v.get(on)));
        return Type.mapped("evidence", Type.list(Type.nested(step)), Evidence::new, Evidence::steps);
    }

    /** A position in the journal, or none. */
    static Type<OptionalLong> position() {
        return Type.mapped(
                "optional position",
                Type.optional(Type.integer()),
                position -> position.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                position -> position.isPresent() ? Optional.of(position.getAsLong()) : Optional.empty());
    }

    // ---- decisions ------------------------------------------------------------------------------------------------

    /** Where a rule comes from. */
    public static Type<Source> source() {
        Field<Source, String> citation = Field.of("citation", Type.text(), Source::citation);
        Field<Source, Certainty> certainty = Field.of("certainty", Type.enumOf(Certainty.class), Source::certainty);
        return Type.nested(Shape.<Source>nested("source")
                .fields(citation, certainty)
                .maker(v -> new Source(v.get(citation), v.get(certainty))));
    }

    /** A reason in full: a record says for ever why it refused, whatever the catalogue says later. */
    public static Type<Reason> reason() {
        Field<Reason, String> code = Field.of("code", Type.text(), Reason::code);
        Field<Reason, String> title = Field.of("title", Type.text(), Reason::title);
        Field<Reason, String> titleZh = Field.of("titleZh", Type.text(), Reason::titleZh);
        Field<Reason, String> text = Field.of("text", Type.text(), Reason::text);
        Field<Reason, String> textZh = Field.of("textZh", Type.text(), Reason::textZh);
        Field<Reason, Source> source = Field.of("source", source(), Reason::source);
        return Type.shared(
                Reason.class,
                Type.nested(Shape.<Reason>nested("reason")
                        .fields(code, title, titleZh, text, textZh, source)
                        .maker(v -> new Reason(
                                v.get(code),
                                v.get(title),
                                v.get(titleZh),
                                v.get(text),
                                v.get(textZh),
                                v.get(source)))));
    }

    /** A refusal or a warning: its reason in full, and the facts in their order. */
    public static Type<Refusal> refusal() {
        Field<Refusal, Reason> reason = Field.of("reason", reason(), Refusal::reason);
        Field<Refusal, ImmutableMap<String, Fact>> facts = Field.of("facts", Type.map(fact()), Refusal::facts);
        return Type.nested(Shape.<Refusal>nested("refusal")
                .fields(reason, facts)
                .maker(v -> new Refusal(v.get(reason), v.get(facts))));
    }

    /** One typed fact. */
    public static Type<Fact> fact() {
        Field<Fact.Text, String> text = Field.of("value", Type.text(), Fact.Text::value);
        Field<Fact.Amount, Long> amount = Field.ofFen("yuan", Fact.Amount::fen);
        Field<Fact.Count, Long> count = Field.ofLong("value", Fact.Count::value);
        Field<Fact.Day, LocalDate> day = Field.of("value", Type.date(), Fact.Day::value);
        Field<Fact.Texts, ImmutableList<String>> texts = Field.of("values", Type.list(Type.text()), Fact.Texts::values);
        Field<Fact.Formula, ImmutableList<Term>> terms = Field.of("terms", Type.list(term()), Fact.Formula::terms);
        Shape<Fact.Text> asText =
                Shape.of(1, "text", Fact.Text.class).fields(text).maker(v -> new Fact.Text(v.get(text)));
        Shape<Fact.Amount> asAmount =
                Shape.of(2, "amount", Fact.Amount.class).fields(amount).maker(v -> new Fact.Amount(v.get(amount)));
        Shape<Fact.Count> asCount =
                Shape.of(3, "count", Fact.Count.class).fields(count).maker(v -> new Fact.Count(v.get(count)));
        Shape<Fact.Day> asDay = Shape.of(4, "day", Fact.Day.class).fields(day).maker(v -> new Fact.Day(v.get(day)));
        Shape<Fact.Texts> asTexts =
                Shape.of(5, "texts", Fact.Texts.class).fields(texts).maker(v -> new Fact.Texts(v.get(texts)));
        Shape<Fact.Formula> asFormula =
                Shape.of(6, "formula", Fact.Formula.class).fields(terms).maker(v -> new Fact.Formula(v.get(terms)));
        Type<Fact> told = Type.oneOf(Fact.class, asText, asAmount, asCount, asDay, asTexts, asFormula);
        Field<Fact.Bilingual, Fact> english = Field.of("english", told, Fact.Bilingual::english);
        Field<Fact.Bilingual, Fact> chinese = Field.of("chinese", told, Fact.Bilingual::chinese);
        Shape<Fact.Bilingual> asBilingual = Shape.of(7, "bilingual", Fact.Bilingual.class)
                .fields(english, chinese)
                .maker(v -> new Fact.Bilingual(v.get(english), v.get(chinese)));
        return Type.oneOf(Fact.class, asText, asAmount, asCount, asDay, asTexts, asFormula, asBilingual);
    }

    private static Type<Term> term() {
        Field<Term, String> name = Field.of("name", Type.text(), Term::name);
        Field<Term, Integer> sign = Field.ofInt("sign", Term::sign);
        Field<Term, Long> amount = Field.ofFen("yuan", Term::amount);
        return Type.nested(Shape.<Term>nested("term")
                .fields(name, sign, amount)
                .maker(v -> new Term(v.get(name), v.get(sign), v.get(amount))));
    }

    // ---- books ----------------------------------------------------------------------------------------------------

    /** An account by its meaning, such as {@code allotment/executable}. */
    public static Type<Meaning> meaning() {
        Meanings known = new Meanings();
        return new CompositeTypes.Joined<>(
                "account", '/', meaning -> meaning.ledger().name(), Meaning::name, known::of);
    }

    /** The codes of an amount by the name of the dimension; stored once a record. */
    public static Type<Segments> segments(Dimensions dimensions) {
        return Type.shared(Segments.class, new SegmentsType(dimensions));
    }

    /** One line of an entry. */
    public static Type<Line> line(Dimensions dimensions) {
        Field<Line, Meaning> account = Field.of("account", meaning(), Line::account);
        Field<Line, Side> side = Field.of("side", Type.enumOf(Side.class), Line::side);
        Field<Line, Long> amount = Field.ofFen("yuan", Line::fen);
        Field<Line, Segments> segments = Field.of("segments", segments(dimensions), Line::segments);
        return Type.nested(Shape.<Line>nested("line")
                .fields(account, side, amount, segments)
                .maker(v -> new Line(v.get(account), v.get(side), v.get(amount), v.get(segments))));
    }

    /** The place of an entry in the journal. */
    public static Type<Entry.Id> entryId() {
        Field<Entry.Id, Long> position = Field.ofLong("position", Entry.Id::position);
        Field<Entry.Id, Integer> index = Field.ofInt("index", Entry.Id::index);
        return Type.nested(Shape.<Entry.Id>nested("entry-id")
                .fields(position, index)
                .maker(v -> new Entry.Id(v.get(position), v.get(index))));
    }

    /** An entry with its lines. */
    public static Type<Entry> entry(Dimensions dimensions) {
        Meanings known = new Meanings();
        Type<LedgerId> ledgerId = Type.mapped("ledger", Type.text(), known::ledger, LedgerId::name);
        Field<Entry, LedgerId> ledger = Field.of("ledger", ledgerId, Entry::ledger);
        Field<Entry, Basis> basis = Field.of("basis", Type.enumOf(Basis.class), Entry::basis);
        Field<Entry, String> rule = Field.of("rule", Type.text(), Entry::rule);
        Field<Entry, LocalDate> date = Field.of("date", Type.date(), Entry::date);
        Field<Entry, LocalDate> effectiveOn = Field.of("effectiveOn", Type.date(), Entry::effectiveOn);
        Field<Entry, ImmutableList<Line>> lines = Field.of("lines", Type.list(line(dimensions)), Entry::lines);
        Field<Entry, String> narration = Field.of("narration", Type.text(), Entry::narration);
        Field<Entry, Optional<Entry.Id>> reverses = Field.of("reverses", Type.optional(entryId()), Entry::reverses);
        return Type.nested(Shape.<Entry>nested("entry")
                .fields(ledger, basis, rule, date, effectiveOn, lines, narration, reverses)
                .maker(v -> new Entry(
                        v.get(ledger),
                        v.get(basis),
                        v.get(rule),
                        v.get(date),
                        v.get(effectiveOn),
                        v.get(lines),
                        v.get(narration),
                        v.get(reverses))));
    }

    /** The ledgers and meanings met while reading, each made and checked once: there are few, in millions of lines. */
    private static final class Meanings {

        private final Map<String, LedgerId> ledgers = new ConcurrentHashMap<>();
        private final Map<LedgerId, Map<String, Meaning>> meanings = new ConcurrentHashMap<>();

        LedgerId ledger(String name) {
            return ledgers.computeIfAbsent(name, LedgerId::new);
        }

        Meaning of(String ledgerName, String name) {
            LedgerId ledger = ledger(ledgerName);
            return meanings.computeIfAbsent(ledger, unused -> new ConcurrentHashMap<>())
                    .computeIfAbsent(name, absent -> new Meaning(ledger, absent));
        }
    }

    /** Pairs of dimension and code, closed by an empty dimension: written straight from the segments. */
    static final class SegmentsType extends Type<Segments> {

        private final Dimensions dimensions;
        private final ImmutableMap<String, Dimension> byName;

        SegmentsType(Dimensions dimensions) {
            this.dimensions = dimensions;
            this.byName = Maps.uniqueIndex(dimensions.order(), Dimension::name);
        }

        @Override
        void write(Segments value, Output out) {
            value.forEach((dimension, code) -> {
                out.text(dimension.name());
                out.text(code);
            });
            out.text("");
        }

        @Override
        Segments read(Input in) {
            Map<Dimension, String> codes = new LinkedHashMap<>();
            for (String name = in.text(); !name.isEmpty(); name = in.text()) {
                Dimension dimension = byName.get(name);
                String code = in.text();
                if (dimension == null || code.isEmpty() || codes.put(dimension, code) != null) {
                    throw in.broken("no code of a dimension, each once: " + name + "=" + code);
                }
            }
            try {
                return dimensions.segments(dimension -> codes.getOrDefault(dimension, ""));
            } catch (RuntimeException refused) {
                throw in.broken("no segments", refused);
            }
        }

        @Override
        Tree toTree(Segments value) {
            ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
            value.forEach((dimension, code) -> members.add(new Tree.Member(dimension.name(), Tree.text(code))));
            return Tree.fields(members.build());
        }

        @Override
        Segments fromTree(Tree tree) {
            ImmutableMap<String, String> read = CODES.fromTree(tree);
            ImmutableMap.Builder<Dimension, String> codes = ImmutableMap.builder();
            read.forEach((name, code) -> {
                Dimension dimension = byName.get(name);
                if (dimension == null) {
                    throw ShapeException.at(tree, "unknown dimension; known are " + byName.keySet())
                            .under(name);
                }
                codes.put(dimension, code);
            });
            try {
                return dimensions.segments(codes.buildOrThrow());
            } catch (RuntimeException refused) {
                throw ShapeException.at(tree, refused);
            }
        }

        @Override
        public String describe() {
            return "codes by dimension";
        }
    }
}
