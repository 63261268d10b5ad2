package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.examples.scenarios.Scenario.Local;
import org.fiscalloop.examples.scenarios.Scenario.Step;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.json.Json;
import org.fiscalloop.json.JsonFormatException;
import org.fiscalloop.json.OverlayJson;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.rulebook.NationalRulebook;

/**
 * Reads a case.
 *
 * <p>A step is flat: beside its envelope ({@code type}, {@code id}, {@code actor}, {@code on}, {@code budgetYear}
 * where the fiscal year is not that of the case, {@code expect}) stand the fields of the command or notice itself, or those of
 * {@link OwnSteps}. A notice has no actor; it may say its {@code sender}, which otherwise is
 * {@value #SENDER} as for every command. Ids are unique per sender: a step with the id and the content of an earlier one is
 * the same input once more.
 */
final class ScenarioReader {
    /** Who sends what does not say who sends it. */
    static final String SENDER = "scenario";

    private static final String RULEBOOK = "rulebook";
    private static final String STEPS = "steps";
    private static final String TYPE = "type";
    private static final String ID = "id";
    private static final String ON = "on";
    private static final String ACTOR = "actor";
    private static final String SENT_BY = "sender";
    private static final String EXPECT = "expect";
    private static final String BUDGET_YEAR = "budgetYear";
    private static final ImmutableSet<String> TOP = ImmutableSet.of("title", "division", "fiscalYear", RULEBOOK, STEPS);
    private static final ImmutableSet<String> ENVELOPE = ImmutableSet.of(ID, ACTOR, SENT_BY, ON, BUDGET_YEAR, EXPECT);

    static final Type<Integer> YEAR = Type.mapped(
            "fiscal year", Type.int32(), number -> NationalRulebook.of(number).fiscalYear(), y -> y);

    private static final Shape<Head> HEAD = head();
    private static final Shape<Envelope> STEP = step();

    private record Head(String title, String division, int fiscalYear) {}

    private record Envelope(
            String id,
            Optional<String> actor,
            Optional<String> sender,
            Optional<LocalDate> on,
            Optional<Integer> fiscalYear,
            Optional<String> expect) {}

    private ScenarioReader() {}

    /**
     * The scenario of a JSON text.
     *
     * @throws JsonFormatException with the place of what is wrong
     */
    static Scenario read(String text) {
        Tree.Fields file = fields(Json.parse(text), "a scenario");
        for (Tree.Member member : file.members()) {
            if (!TOP.contains(member.name())) {
                throw wrong(member.value(), member.name() + ": unknown field; known are " + TOP);
            }
        }
        Head head = Json.read(file.withoutFirst(RULEBOOK).withoutFirst(STEPS), HEAD);
        Tree steps = file.find(STEPS).orElseThrow(() -> wrong(file, STEPS + ": missing"));
        if (!(steps instanceof Tree.Items items)) {
            throw wrong(steps, STEPS + ": expected a list of steps");
        }
        if (items.items().isEmpty()) {
            throw wrong(steps, STEPS + ": a case without steps holds nothing");
        }
        return new Scenario(
                head.title(),
                head.division(),
                head.fiscalYear(),
                overlays(file),
                items.items().stream().map(tree -> step(tree, head)).collect(toImmutableList()));
    }

    /** One overlay, or a list of them. */
    private static ImmutableList<Local> overlays(Tree.Fields file) {
        return file.find(RULEBOOK).stream()
                .flatMap(tree -> tree instanceof Tree.Items items ? items.items().stream() : Stream.of(tree))
                .map(tree -> new Local(OverlayJson.fromTree(tree), place(tree)))
                .collect(toImmutableList());
    }

    private static Step step(Tree tree, Head head) {
        Tree.Fields fields = fields(tree, "a step");
        String type = fields.find(TYPE).orElseThrow(() -> wrong(tree, TYPE + ": missing")) instanceof Tree.Text text
                ? text.value()
                : "";
        known(type).ifPresent(known -> refuseOthers(fields, known));
        ImmutableList.Builder<Tree.Member> ofEnvelope = ImmutableList.builder();
        ImmutableList.Builder<Tree.Member> ofBody = ImmutableList.builder();
        for (Tree.Member member : fields.members()) {
            (ENVELOPE.contains(member.name()) ? ofEnvelope : ofBody).add(member);
        }
        Envelope envelope = Json.read(new Tree.Fields(ofEnvelope.build(), fields.at()), STEP);
        Tree.Fields body = new Tree.Fields(ofBody.build(), fields.at());
        return new Step(
                type,
                deed(type, fields, envelope, body, head),
                envelope.expect(),
                place(tree),
                place(fields.find(EXPECT).orElse(tree)));
    }

    private static Deed deed(String type, Tree.Fields step, Envelope envelope, Tree.Fields body, Head head) {
        if (type.equals(OwnSteps.STATEMENTS.name())) {
            return Json.read(body.withoutFirst(TYPE), OwnSteps.STATEMENTS).of(envelope.id());
        }
        if (type.equals(OwnSteps.OPENING.name())) {
            return Json.read(body.withoutFirst(TYPE), OwnSteps.OPENING)
                    .of(
                            new InputId(SENDER, envelope.id()),
                            actor(step, envelope),
                            on(step, envelope),
                            envelope.fiscalYear().orElse(head.fiscalYear()));
        }
        Body content = InputJson.fromTree(body);
        return new Deed.Asking(
                InputJson.isNotice(type)
                        ? notice(step, envelope, content, head)
                        : command(step, envelope, content, head));
    }

    /** The fields that a step of this type may have; none if there is no such type. */
    private static Optional<ImmutableSet<String>> known(String type) {
        return Streams.concat(
                        InputJson.COMMANDS.stream(),
                        InputJson.NOTICES.stream(),
                        Stream.of(OwnSteps.OPENING, OwnSteps.STATEMENTS))
                .filter(shape -> shape.name().equals(type))
                .findFirst()
                .map(shape -> Stream.of(
                                Stream.of(TYPE),
                                envelope(type),
                                shape.fields().stream()
                                        .filter(field -> !field.isRetired())
                                        .map(Field::name))
                        .flatMap(names -> names)
                        .collect(toImmutableSet()));
    }

    /** What stands around the fields of a step of this type. */
    private static Stream<String> envelope(String type) {
        return type.equals(OwnSteps.STATEMENTS.name())
                ? Stream.of(ID, EXPECT)
                : ENVELOPE.stream().filter(name -> !name.equals(InputJson.isNotice(type) ? ACTOR : SENT_BY));
    }

    /** The actor of a notice and the sender of a command are refused later, with the reason. */
    private static void refuseOthers(Tree.Fields step, ImmutableSet<String> known) {
        for (Tree.Member member : step.members()) {
            boolean isRefusedLater = known.contains(ON) && ENVELOPE.contains(member.name());
            if (!known.contains(member.name()) && !isRefusedLater) {
                throw wrong(member.value(), member.name() + ": unknown field; known are " + known);
            }
        }
    }

    private static Input command(Tree.Fields step, Envelope envelope, Body body, Head head) {
        String actor = actor(step, envelope);
        refuse(step, "sender", envelope.sender(), "a command has an actor, and no sender but " + SENDER);
        return new Command(
                new InputId(SENDER, envelope.id()),
                actor,
                head.division(),
                envelope.fiscalYear().orElse(head.fiscalYear()),
                on(step, envelope),
                body);
    }

    private static Input notice(Tree.Fields step, Envelope envelope, Body body, Head head) {
        refuse(step, "actor", envelope.actor(), "a notice tells what has happened elsewhere and has no actor");
        return new Notice(
                new InputId(envelope.sender().orElse(SENDER), envelope.id()),
                head.division(),
                envelope.fiscalYear().orElse(head.fiscalYear()),
                on(step, envelope),
                body);
    }

    private static String actor(Tree.Fields step, Envelope envelope) {
        return envelope.actor()
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> wrong(step, "actor: missing, and a command needs one"));
    }

    private static LocalDate on(Tree.Fields step, Envelope envelope) {
        return envelope.on().orElseThrow(() -> wrong(step, ON + ": missing"));
    }

    private static void refuse(Tree.Fields step, String name, Optional<String> given, String why) {
        if (given.isPresent()) {
            throw wrong(step.find(name).orElse(step), name + ": " + why);
        }
    }

    private static Tree.Fields fields(Tree tree, String what) {
        if (tree instanceof Tree.Fields fields) {
            return fields;
        }
        throw wrong(tree, "expected " + what + ", which is fields by name");
    }

    private static JsonFormatException wrong(Tree tree, String problem) {
        return new JsonFormatException(place(tree).line(), place(tree).column(), problem);
    }

    private static Tree.Location place(Tree tree) {
        return tree.at().orElseThrow(() -> new IllegalStateException("a parsed tree has no place: " + tree));
    }

    private static Shape<Head> head() {
        Type<String> division =
                Type.mapped("division of 9 digits", Type.text(), code -> new DivisionCode(code).value(), code -> code);
        Field<Head, String> title = Field.of("title", Type.text(), Head::title);
        Field<Head, String> code = Field.of("division", division, Head::division);
        Field<Head, Integer> fiscalYear = Field.of("fiscalYear", YEAR, Head::fiscalYear);
        return Shape.<Head>nested("scenario")
                .fields(title, code, fiscalYear)
                .maker(v -> new Head(v.get(title), v.get(code), v.get(fiscalYear)));
    }

    private static Shape<Envelope> step() {
        Type<String> ofInput = Type.mapped("text", Type.text(), id -> new InputId(SENDER, id).value(), id -> id);
        Type<String> ofSender =
                Type.mapped("text", Type.text(), sender -> new InputId(sender, "1").sender(), sender -> sender);
        Field<Envelope, String> id = Field.of(ID, ofInput, Envelope::id);
        Field<Envelope, Optional<String>> actor = Field.of("actor", Type.optional(Type.text()), Envelope::actor);
        Field<Envelope, Optional<String>> sender = Field.of("sender", Type.optional(ofSender), Envelope::sender);
        Field<Envelope, Optional<LocalDate>> on = Field.of(ON, Type.optional(Type.date()), Envelope::on);
        Field<Envelope, Optional<Integer>> fiscalYear =
                Field.of(BUDGET_YEAR, Type.optional(YEAR), Envelope::fiscalYear);
        Field<Envelope, Optional<String>> expect = Field.of("expect", Type.optional(Type.text()), Envelope::expect);
        return Shape.<Envelope>nested("step")
                .fields(id, actor, sender, on, fiscalYear, expect)
                .maker(v -> new Envelope(
                        v.get(id), v.get(actor), v.get(sender), v.get(on), v.get(fiscalYear), v.get(expect)));
    }
}
