package org.fiscalloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.journal.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private static final Tree SAMPLE = Tree.fields(ImmutableList.of(
            new Tree.Member("name", Tree.text("办公费 \"A\"\n")),
            new Tree.Member("amount", Tree.text("1234.50")),
            new Tree.Member("year", Tree.bare("2024")),
            new Tree.Member("closed", Tree.bare("false")),
            new Tree.Member("lines", Tree.items(ImmutableList.of(Tree.text("a"), Tree.items(ImmutableList.of())))),
            new Tree.Member("extra", Tree.fields(ImmutableList.of()))));

    @Test
    void a_tree_is_written_on_one_line() {
        assertThat(Json.compact(SAMPLE))
                .isEqualTo("{\"name\":\"办公费 \\\"A\\\"\\n\",\"amount\":\"1234.50\",\"year\":2024,\"closed\":false,"
                        + "\"lines\":[\"a\",[]],\"extra\":{}}");
    }

    @Test
    void a_tree_is_written_with_one_value_a_line() {
        assertThat(Json.pretty(SAMPLE)).isEqualTo("""
                {
                  "name": "办公费 \\"A\\"\\n",
                  "amount": "1234.50",
                  "year": 2024,
                  "closed": false,
                  "lines": [
                    "a",
                    []
                  ],
                  "extra": {}
                }""");
    }

    @Test
    void every_node_knows_its_place() {
        Tree.Fields read = (Tree.Fields) Json.parse("{\n  \"a\": [12,\n    \"x\"]\n}");
        Tree.Items items = (Tree.Items) read.find("a").orElseThrow();
        assertThat(read.at()).contains(new Tree.Location(1, 1));
        assertThat(items.at()).contains(new Tree.Location(2, 8));
        assertThat(items.items().get(0)).isEqualTo(new Tree.Text("12", true, place(2, 9)));
        assertThat(items.items().get(1)).isEqualTo(new Tree.Text("x", false, place(3, 5)));
    }

    private static Optional<Tree.Location> place(int line, int column) {
        return Optional.of(new Tree.Location(line, column));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "1.50", "1e400", "-12.0E-7", "123456789012345678901234567890.10", "true", "false"})
    void numbers_stay_the_words_they_were_written_with(String word) {
        Tree read = Json.parse(word);
        assertThat(read).isEqualTo(new Tree.Text(word, true, place(1, 1)));
        assertThat(Json.compact(read)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "''                          | 1 | 1  | no value",
                "~   ~                       | 1 | 1  | no value",
                "null                        | 1 | 1  | null is no value here",
                "{\"a\": null}               | 1 | 7  | null is no value here",
                "[1, NaN]                    | 1 | 5  | NaN is no number",
                "[Infinity]                  | 1 | 2  | Infinity is no number",
                "[-Infinity]                 | 1 | 2  | -Infinity is no number",
                "{\"a\": 1, \"a\": 2}        | 1 | 10 | key \"a\" is given twice",
                "[1] // one                  | 1 | 5  | comment",
                "/* one */ [1]               | 1 | 1  | comment",
                "[1] [2]                     | 1 | 5  | something after the value",
                "[1] x                       | 1 | 5  | x is not expected here",
                "[1,]                        | 1 | 4  | ] is not expected here",
                "{a: 1}                      | 1 | 2  | a is not expected here",
                "{'a': 1}                    | 1 | 2  | 'a' is not expected here",
                "[01]                        | 1 | 3  | 01 is not expected here",
                "[+1]                        | 1 | 3  | +1 is not expected here",
                "[.5]                        | 1 | 2  | .5 is not expected here",
                "[1                          | 1 | 3  | ends before the value does",
                "\"a                         | 1 | 3  | ends before the value does",
                "# one                       | 1 | 1  | comment",
                "\uFEFF{}                    | 1 | 1  | byte order mark"
            })
    void what_is_not_strict_json_is_refused_with_its_place(String text, int line, int column, String problem) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.parse(text.equals("''") ? "" : text))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.line()).isEqualTo(line);
                    assertThat(refused.column()).isEqualTo(column);
                    assertThat(refused).hasMessage("line " + line + ", column " + column + ": " + refused.problem());
                });
    }

    @Test
    void a_line_break_within_a_text_is_refused() {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.parse("{\"a\": \"x\ny\"}"))
                .satisfies(refused -> assertThat(refused.problem()).contains("line break"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"\\x\"]", "[1 2]", "{\"a\" 1}", "[tru]", "[1e]", "[\u0000]", "[-]", "@", "{,}"})
    void what_is_wrong_is_said_in_one_line_of_the_library_s_own_words(String text) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.parse(text))
                .satisfies(refused -> assertThat(refused.problem())
                        .doesNotContain("Unexpected", "Unrecognized", "JsonParser", "\n", "(code", "parsed")
                        .isNotBlank());
    }

    @Test
    void lines_are_counted() {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.parse("{\n\"办\": 1,\n  \"办\": 2}"))
                .satisfies(refused -> {
                    assertThat(refused.line()).isEqualTo(3);
                    assertThat(refused.column()).isEqualTo(3);
                });
    }

    @Test
    void a_text_too_deep_to_read_is_refused_and_not_a_broken_stack() {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.parse("[".repeat(100_000)))
                .withMessageContaining("nested too deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "01", "1.", ".5", "+1", "null", "x", "", "TRUE", "1 "})
    void a_bare_word_that_json_does_not_have_is_not_written(String word) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.compact(Tree.bare(word)))
                .withMessageContaining("no such word");
    }

    private record Sample(LocalDate on, long fen) {}

    private static final Field<Sample, LocalDate> ON = Field.of("on", Type.date(), Sample::on);
    private static final Field<Sample, Long> AMOUNT = Field.ofFen("amount", Sample::fen);
    private static final Shape<Sample> SHAPE =
            Shape.<Sample>nested("sample").fields(ON, AMOUNT).maker(v -> new Sample(v.get(ON), v.get(AMOUNT)));

    @Test
    void a_value_is_read_by_its_shape() {
        assertThat(Json.read("{\"amount\": \"12.30\", \"on\": \"2024-03-01\"}", SHAPE))
                .isEqualTo(new Sample(LocalDate.of(2024, 3, 1), 1230));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"amount\": \"12.30\"}                                        | 1  | on: missing",
                "{\"amount\": \"12.30\", \"on\": \"2024-03-01\", \"x\": 1}      | 46 | x: unknown field",
                "{\"amount\": \"12.305\", \"on\": \"2024-03-01\"}               | 12 | amount: ",
                "{\"amount\": 12.30, \"on\": \"2024-03-01\"}                    | 12 | amount: ",
                "{\"amount\": \"1e3\", \"on\": \"2024-03-01\"}                  | 12 | amount: ",
                "{\"amount\": \"12.30\", \"on\": \"2024-02-30\"}                | 27 | on: there is no day 2024-02-30",
                "{\"amount\": [], \"on\": \"2024-02-20\"}                       | 12 | amount: ",
                "[]                                                             | 1  | sample"
            })
    void a_text_that_is_no_such_value_is_refused_with_its_place(String text, int column, String problem) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> Json.read(text, SHAPE))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem).doesNotContain("(line");
                    assertThat(refused.line()).isEqualTo(1);
                    assertThat(refused.column()).isEqualTo(column);
                });
    }
}
