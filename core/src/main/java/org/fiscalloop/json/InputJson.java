package org.fiscalloop.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeException;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.ShapeRegistry;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.LoopShapes;

/**
 * The forms of what comes in: a body is the fields of its shape after a field {@code type} that names the shape; a command
 * or notice is an envelope with the body in its field {@code body}.
 */
public final class InputJson {
    /** What may be asked: every command with content of its own, and the act. */
    public static final ImmutableList<Shape<? extends Body>> COMMANDS = Stream.concat(
                    LoopFlow.ALL.all().stream()
                            .flatMap(flow -> flow.commands().stream())
                            .map(CommandType::shape),
                    Stream.of(LoopShapes.ACT))
            .collect(ImmutableList.toImmutableList());

    /** What may be told. */
    public static final ImmutableList<Shape<? extends Body>> NOTICES = LoopFlow.ALL.all().stream()
            .flatMap(flow -> flow.notices().stream())
            .map(NoticeType::shape)
            .collect(ImmutableList.toImmutableList());

    private static final ImmutableSet<String> NOTICE_NAMES =
            NOTICES.stream().map(Shape::name).collect(ImmutableSet.toImmutableSet());

    private static final ShapeRegistry BODIES = ShapeRegistry.of(ImmutableList.of(new ShapeFamily(
            "input",
            1,
            Integer.MAX_VALUE,
            ImmutableList.<Shape<?>>builder().addAll(COMMANDS).addAll(NOTICES).build())));

    private static final Type<Body> BODY = Type.mapped(BODIES.any(), Body.class::cast, body -> body);

    /** A command with its envelope. */
    public static final Shape<Command> COMMAND = command();

    /** A notice with its envelope. */
    public static final Shape<Notice> NOTICE = notice();

    private InputJson() {}

    /** Whether a body of this type tells what has happened elsewhere, rather than asking for something. */
    public static boolean isNotice(String type) {
        return NOTICE_NAMES.contains(type);
    }

    /** A body as a tree. */
    public static Tree toTree(Body body) {
        return BODIES.toTree(body);
    }

    /**
     * The body of a tree that names its type.
     *
     * @throws JsonFormatException if the type is none that may be asked or told, or a field is unknown, missing or ill-typed
     */
    public static Body fromTree(Tree tree) {
        try {
            return (Body) BODIES.fromTree(tree);
        } catch (ShapeException problem) {
            throw JsonFormatException.of(problem);
        }
    }

    private static Shape<Command> command() {
        Field<Command, String> sender =
                Field.of("sender", Type.text(), command -> command.id().sender());
        Field<Command, String> id =
                Field.of("id", Type.text(), command -> command.id().value());
        Field<Command, String> actor = Field.of("actor", Type.text(), Command::actor);
        Field<Command, String> division = Field.of("division", Type.text(), Command::division);
        Field<Command, Integer> fiscalYear = Field.ofInt("fiscalYear", Command::fiscalYear);
        Field<Command, LocalDate> on = Field.of("on", Type.date(), Command::on);
        Field<Command, Body> body = Field.of("body", BODY, Command::body);
        return Shape.<Command>nested("command")
                .fields(sender, id, actor, division, fiscalYear, on, body)
                .maker(v -> new Command(
                        new InputId(v.get(sender), v.get(id)),
                        v.get(actor),
                        v.get(division),
                        v.get(fiscalYear),
                        v.get(on),
                        v.get(body)));
    }

    private static Shape<Notice> notice() {
        Field<Notice, String> sender =
                Field.of("sender", Type.text(), notice -> notice.id().sender());
        Field<Notice, String> id =
                Field.of("id", Type.text(), notice -> notice.id().value());
        Field<Notice, String> division = Field.of("division", Type.text(), Notice::division);
        Field<Notice, Integer> fiscalYear = Field.ofInt("fiscalYear", Notice::fiscalYear);
        Field<Notice, LocalDate> on = Field.of("on", Type.date(), Notice::on);
        Field<Notice, Body> body = Field.of("body", BODY, Notice::body);
        return Shape.<Notice>nested("notice")
                .fields(sender, id, division, fiscalYear, on, body)
                .maker(v -> new Notice(
                        new InputId(v.get(sender), v.get(id)),
                        v.get(division),
                        v.get(fiscalYear),
                        v.get(on),
                        v.get(body)));
    }
}
