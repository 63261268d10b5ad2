package org.fiscalloop.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.journal.Tree;

class JsonProperties {
    @Property
    void a_tree_is_read_as_it_was_written(@ForAll("trees") Tree tree) {
        assertThat(placeless(Json.parse(Json.compact(tree)))).isEqualTo(tree);
        assertThat(placeless(Json.parse(Json.pretty(tree)))).isEqualTo(tree);
    }

    @Property
    void compact_and_pretty_text_say_the_same(@ForAll("trees") Tree tree) {
        assertThat(Json.compact(Json.parse(Json.pretty(tree)))).isEqualTo(Json.compact(tree));
    }

    /** Whatever comes in: a tree with places, or a refusal with a place inside the text. */
    @Property
    void any_text_is_read_or_refused_with_a_place_in_it(@ForAll("nearlyJson") String text) {
        try {
            assertThat(Json.parse(text).at()).isPresent();
        } catch (JsonFormatException refused) {
            String[] lines = text.split("\r\n|\r|\n", -1);
            assertThat(refused.line()).isBetween(1, lines.length);
            assertThat(refused.column()).isBetween(1, lines[refused.line() - 1].length() + 2);
        }
    }

    @Provide
    private Arbitrary<Tree> trees() {
        return Arbitraries.lazyOf(this::words, this::words, this::items, this::fields);
    }

    private Arbitrary<Tree> words() {
        Arbitrary<String> numbers = Arbitraries.bigDecimals().map(number -> number.toString());
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .excludeChars('\uFFFE')
                        .filter(JsonProperties::isText)
                        .map(Tree::text),
                numbers.map(Tree::bare),
                Arbitraries.of("true", "false").map(Tree::bare));
    }

    /** UTF-16 as programs make it: surrogates come in pairs. */
    private static boolean isText(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private Arbitrary<Tree> items() {
        return trees().list().ofMaxSize(3).map(list -> Tree.items(ImmutableList.copyOf(list)));
    }

    private Arbitrary<Tree> fields() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMaxLength(3);
        return Combinators.combine(names, trees())
                .as(Tree.Member::new)
                .list()
                .uniqueElements(Tree.Member::name)
                .ofMaxSize(3)
                .map(list -> Tree.fields(ImmutableList.copyOf(list)));
    }

    @Provide
    private Arbitrary<String> nearlyJson() {
        Arbitrary<String> pieces = Arbitraries.of(
                "{", "}", "[", "]", ":", ",", "\"", "\"a\"", "1", "-", "0", ".5", "e3", "true", "null", "NaN", " ",
                "\n", "\r\n", "\\", "\\u12", "//", "办", "\u0000");
        return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    /** The same tree without places. */
    static Tree placeless(Tree tree) {
        return tree.match(
                text -> new Tree.Text(text.value(), text.bare(), Optional.empty()),
                items -> Tree.items(
                        items.items().stream().map(JsonProperties::placeless).collect(ImmutableList.toImmutableList())),
                fields -> Tree.fields(fields.members().stream()
                        .map(member -> new Tree.Member(member.name(), placeless(member.value())))
                        .collect(ImmutableList.toImmutableList())));
    }
}
