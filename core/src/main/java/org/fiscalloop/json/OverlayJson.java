package org.fiscalloop.json;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.fiscalloop.rulebook.Overlay;

/**
 * An overlay (地方规则) as JSON: {@code owner}, {@code title}, {@code fiscalYear}, {@code validFrom} and {@code changes}, each
 * with {@code path}, {@code value}, {@code source} and, if the levels below may not change it, {@code locked}.
 *
 * <p>The value of a change is whatever its path takes; whether it makes a valid rulebook shows when the overlay is laid.
 */
public final class OverlayJson {
    private static final String CHANGES = "changes";
    private static final String VALUE = "value";

    private static final Shape<Overlay> HEAD = head();
    private static final Shape<Overlay.Change> ITEM = item();

    private OverlayJson() {}

    /** The overlay as pretty text. */
    public static String write(Overlay overlay) {
        return Json.pretty(toTree(overlay));
    }

    /**
     * The overlay of a text.
     *
     * @throws JsonFormatException if the text is not strict JSON, or a field is unknown, missing or ill-typed
     */
    public static Overlay read(String text) {
        return fromTree(Json.parse(text));
    }

    /** The overlay as a tree. */
    public static Tree.Fields toTree(Overlay overlay) {
        ImmutableList<Tree> changes =
                overlay.changes().stream().map(OverlayJson::toTree).collect(toImmutableList());
        return and(HEAD.toTree(overlay), CHANGES, Tree.items(changes));
    }

    private static Tree toTree(Overlay.Change change) {
        return and(ITEM.toTree(change), VALUE, change.value());
    }

    private static Tree.Fields and(Tree.Fields fields, String name, Tree value) {
        return Tree.fields(ImmutableList.<Tree.Member>builder()
                .addAll(fields.members())
                .add(new Tree.Member(name, value))
                .build());
    }

    /**
     * The overlay of a tree that was parsed, on its own or within a larger text.
     *
     * @throws JsonFormatException if a field is unknown, missing or ill-typed
     */
    public static Overlay fromTree(Tree tree) {
        Tree changes = part(tree, CHANGES);
        Overlay head = Json.read(without(tree, CHANGES), HEAD);
        if (!(changes instanceof Tree.Items items)) {
            throw JsonFormatException.at(place(changes), CHANGES + ": expected a list of changes");
        }
        return new Overlay(
                head.owner(),
                head.title(),
                head.fiscalYear(),
                head.validFrom(),
                items.items().stream().map(OverlayJson::change).collect(toImmutableList()));
    }

    private static Overlay.Change change(Tree tree) {
        Tree value = part(tree, VALUE);
        Overlay.Change head = Json.read(without(tree, VALUE), ITEM);
        return new Overlay.Change(head.path(), value, head.source(), head.locked());
    }

    private static Tree part(Tree tree, String name) {
        if (!(tree instanceof Tree.Fields fields)) {
            throw JsonFormatException.at(place(tree), "expected fields");
        }
        return fields.find(name).orElseThrow(() -> JsonFormatException.at(place(tree), name + ": missing"));
    }

    private static Tree without(Tree tree, String name) {
        return tree instanceof Tree.Fields fields ? fields.withoutFirst(name) : tree;
    }

    private static Tree.Location place(Tree tree) {
        return tree.at().orElse(new Tree.Location(1, 1));
    }

    private static Shape<Overlay> head() {
        Field<Overlay, String> owner = Field.of("owner", Type.text(), Overlay::owner);
        Field<Overlay, String> title = Field.of("title", Type.text(), Overlay::title);
        Field<Overlay, Integer> fiscalYear = Field.ofInt("fiscalYear", Overlay::fiscalYear);
        Field<Overlay, LocalDate> validFrom = Field.of("validFrom", Type.date(), Overlay::validFrom);
        return Shape.<Overlay>nested("overlay")
                .fields(owner, title, fiscalYear, validFrom)
                .maker(v -> new Overlay(
                        v.get(owner), v.get(title), v.get(fiscalYear), v.get(validFrom), ImmutableList.of()));
    }

    private static Shape<Overlay.Change> item() {
        Field<Overlay.Change, String> path = Field.of("path", Type.text(), Overlay.Change::path);
        Field<Overlay.Change, Source> source = Field.of("source", KernelTypes.source(), Overlay.Change::source);
        Field<Overlay.Change, Boolean> locked =
                Field.of("locked", Type.bool(), Overlay.Change::locked).orElse(false);
        return Shape.<Overlay.Change>nested("change")
                .fields(path, source, locked)
                .maker(v -> new Overlay.Change(v.get(path), Tree.text(""), v.get(source), v.get(locked)));
    }
}
