package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.journal.Tree.bare;
import static org.fiscalloop.journal.Tree.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of each type: its bytes are pinned, for they are read for ever. */
class TypeTest {

    private enum Size {
        SMALL,
        LARGE
    }

    private record Code(String value) {
        Code {
            if (value.length() != 2) {
                throw new IllegalArgumentException("code \"" + value + "\" has not two letters");
            }
        }
    }

    private sealed interface Animal {
        record Dog(String name) implements Animal {}

        record Bird(int wings) implements Animal {}
    }

    private static final Field<Animal.Dog, String> NAME = Field.of("name", Type.text(), Animal.Dog::name);
    private static final Field<Animal.Bird, Integer> WINGS = Field.ofInt("wings", Animal.Bird::wings);
    private static final Shape<Animal.Dog> DOG =
            Shape.of(1, "dog", Animal.Dog.class).fields(NAME).maker(v -> new Animal.Dog(v.get(NAME)));
    private static final Shape<Animal.Bird> BIRD =
            Shape.of(200, "bird", Animal.Bird.class).fields(WINGS).maker(v -> new Animal.Bird(v.get(WINGS)));
    private static final Type<Animal> ANIMAL = Type.oneOf(Animal.class, DOG, BIRD);
    private static final Type<Code> CODE = Type.mapped("code", Type.text(), Code::new, Code::value);

    private static String hex(Output out) {
        return out.toBytes().toString();
    }

    private static <V> String written(Type<V> type, V value) {
        Output out = new Output();
        type.write(value, out);
        return hex(out);
    }

    private static <V> V read(Type<V> type, String hex) {
        Input in = Bytes.fromHex(hex).input(new Input.Pool(16));
        V value = type.read(in);
        in.finish();
        return value;
    }

    private static <V> void assertForm(Type<V> type, V value, String hex, Tree tree) {
        assertThat(written(type, value)).isEqualTo(hex);
        assertThat(read(type, hex)).isEqualTo(value);
        assertThat(type.toTree(value)).isEqualTo(tree);
        assertThat(type.fromTree(tree)).isEqualTo(value);
    }

    private static void assertNoForm(Type<?> type, String hex, String message) {
        assertThatThrownBy(() -> read(type, hex))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage(message);
    }

    private static void assertNoTree(Type<?> type, Tree tree, String message) {
        assertThatThrownBy(() -> type.fromTree(tree))
                .isInstanceOf(ShapeException.class)
                .hasMessage(message);
    }

    @Test
    void text_is_twice_its_length_and_utf_8() {
        assertForm(Type.text(), "", "00", text(""));
        assertForm(Type.text(), "abc", "06616263", text("abc"));
        assertForm(Type.text(), "财政", "0ce8b4a2e694bf", text("财政"));
        assertForm(Type.text(), "\uD83D\uDE00", "08f09f9880", text("\uD83D\uDE00"));
        assertThat(Type.text().describe()).isEqualTo("text");
    }

    @Test
    void text_of_many_bytes_has_a_longer_length() {
        assertForm(Type.text(), "a".repeat(64), "8001" + "61".repeat(64), text("a".repeat(64)));
    }

    @Test
    void text_that_is_cut_or_is_not_utf_8_is_no_text() {
        assertNoForm(Type.text(), "", "the end where more was expected (byte 0)");
        assertNoForm(Type.text(), "066162", "the end within a text of 3 bytes (byte 1)");
        assertNoForm(Type.text(), "02ff", "a text that is not UTF-8 (byte 1)");
        assertNoForm(Type.text(), "06eda080", "a text that is not UTF-8 (byte 1)");
        assertNoForm(Type.text(), "01", "a reference to value 0 of 0 (byte 1)");
        assertNoForm(
                Type.text(), "feffffffffffffffff01", "the end within a text of 9223372036854775807 bytes (byte 10)");
    }

    @Test
    void text_with_half_a_character_is_refused_at_both_doors() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(Type.text(), "a\uD800"));
        assertNoTree(Type.text(), text("a\uD800"), "text with an unpaired surrogate");
    }

    @Test
    void text_in_a_tree_is_quoted() {
        assertNoTree(Type.text(), bare("12"), "expected text in quotes, not the bare 12");
        assertNoTree(Type.text(), Tree.items(ImmutableList.of()), "expected text, not a list");
        assertNoTree(Type.text(), Tree.fields(ImmutableList.of()), "expected text, not fields");
    }

    @Test
    void whole_numbers_fold_their_sign_into_the_lowest_bit() {
        assertForm(Type.integer(), 0L, "00", bare("0"));
        assertForm(Type.integer(), -1L, "01", bare("-1"));
        assertForm(Type.integer(), 63L, "7e", bare("63"));
        assertForm(Type.integer(), 64L, "8001", bare("64"));
        assertForm(Type.integer(), -65L, "8101", bare("-65"));
        assertForm(Type.integer(), Long.MAX_VALUE, "feffffffffffffffff01", bare("9223372036854775807"));
        assertForm(Type.integer(), Long.MIN_VALUE, "ffffffffffffffffff01", bare("-9223372036854775808"));
        assertThat(Type.integer().fromTree(text("17"))).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+1", "01", "-0", "1.0", "1e3", " 1", "NaN", "0x1", "１"})
    void a_whole_number_has_one_way_to_be_written(String word) {
        assertNoTree(Type.integer(), bare(word), "expected whole number, not \"" + word + "\"");
        assertNoTree(Type.int32(), bare(word), "expected whole number, not \"" + word + "\"");
    }

    @Test
    void a_whole_number_beyond_its_bits_is_refused() {
        assertThatThrownBy(() -> Type.integer().fromTree(bare("9223372036854775808")))
                .isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Type.int32().fromTree(bare("2147483648"))).isInstanceOf(ShapeException.class);
        assertNoForm(Type.int32(), "8080808010", "a number beyond 32 bits: 2147483648 (byte 5)");
        assertForm(Type.int32(), Integer.MIN_VALUE, "ffffffff0f", bare("-2147483648"));
    }

    @Test
    void a_number_not_in_its_shortest_form_is_refused() {
        String message = "a number not in its shortest form, or beyond 64 bits";
        assertNoForm(Type.integer(), "8000", message + " (byte 2)");
        assertNoForm(Type.integer(), "ffffffffffffffffff02", message + " (byte 10)");
        assertNoForm(Type.integer(), "ffffffffffffffffffff", "a number beyond 64 bits (byte 10)");
        assertNoForm(Type.integer(), "80", "the end where more was expected (byte 1)");
    }

    @Test
    void bytes_that_are_left_over_are_refused() {
        assertNoForm(Type.integer(), "0000", "1 bytes too many (byte 1)");
    }

    @Test
    void an_amount_is_fen_in_bytes_and_yuan_in_a_tree() {
        assertForm(Type.fen(), 123_456L, "80890f", text("1234.56"));
        assertForm(Type.fen(), -5L, "09", text("-0.05"));
        assertForm(Type.money(), Money.ofMinor(CurrencyUnit.of("CNY"), 123_456), "80890f", text("1234.56"));
        assertThat(Type.fen().describe()).isEqualTo("amount in yuan");
        assertThat(Type.money().describe()).isEqualTo("amount in yuan");
    }

    @Test
    void an_amount_is_a_quoted_decimal_of_two_places() {
        assertNoTree(Type.fen(), bare("1.00"), "expected amount in yuan in quotes, not the bare 1.00");
        assertThatThrownBy(() -> Type.fen().fromTree(text("1.005"))).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> Type.money().fromTree(text("NaN"))).isInstanceOf(ShapeException.class);
    }

    @Test
    void a_date_is_its_year_month_and_day_in_one_number() {
        assertForm(Type.date(), LocalDate.of(2024, 3, 31), "ffa03f", text("2024-03-31"));
        assertForm(Type.date(), LocalDate.of(0, 1, 1), "21", text("0000-01-01"));
        assertForm(Type.date(), LocalDate.of(9999, 12, 31), "9fbfb802", text("9999-12-31"));
    }

    @Test
    void a_day_that_is_none_is_refused() {
        assertThatThrownBy(() -> read(Type.date(), "dea03f"))
                .isInstanceOf(JournalFormatException.class)
                .hasMessageStartingWith("a date that is none: ");
        assertNoForm(Type.date(), "a1c0b802", "a date beyond the year 9999 (byte 4)");
        assertNoForm(Type.date(), "a18080808080808001", "a date beyond the year 9999 (byte 9)");
        assertNoForm(Type.date(), "a1808080808080808001", "a date beyond the year 9999 (byte 10)");
        assertNoTree(Type.date(), text("2024-3-31"), "expected a date such as 2024-03-31, not \"2024-3-31\"");
        assertThatThrownBy(() -> Type.date().fromTree(text("2023-02-29"))).isInstanceOf(ShapeException.class);
    }

    @Test
    void a_day_of_another_era_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> written(Type.date(), LocalDate.of(10_000, 1, 1)))
                .withMessage("date +10000-01-01 is not of the years 0000 to 9999");
        assertThatIllegalArgumentException().isThrownBy(() -> written(Type.date(), LocalDate.of(-1, 12, 31)));
    }

    @Test
    void a_truth_value_is_one_byte() {
        assertForm(Type.bool(), true, "01", bare("true"));
        assertForm(Type.bool(), false, "00", bare("false"));
        assertNoForm(Type.bool(), "02", "a flag that is neither 0 nor 1: 2 (byte 1)");
        assertNoTree(Type.bool(), bare("TRUE"), "expected true or false, not \"TRUE\"");
    }

    @Test
    void bytes_are_their_number_and_themselves() {
        assertForm(Type.bytes(), Bytes.fromHex("00ff7f"), "0300ff7f", text("00ff7f"));
        assertForm(Type.bytes(), Bytes.fromHex(""), "00", text(""));
        assertNoForm(Type.bytes(), "0300ff", "a count of 3 with 2 bytes left (byte 1)");
        assertThatThrownBy(() -> Type.bytes().fromTree(text("0"))).isInstanceOf(ShapeException.class);
    }

    @Test
    void a_constant_is_its_name() {
        Type<Size> size = Type.enumOf(Size.class);

        assertForm(size, Size.LARGE, "0a4c41524745", text("LARGE"));
        assertNoForm(size, "024c", "\"L\" is none of [SMALL, LARGE] (byte 2)");
        assertNoTree(size, text("large"), "\"large\" is none of [SMALL, LARGE]");
        assertThat(size.describe()).isEqualTo("one of SMALL, LARGE");
    }

    @Test
    void a_mapped_value_has_the_form_of_another() {
        assertForm(CODE, new Code("ab"), "046162", text("ab"));
        assertNoForm(CODE, "0261", "no code: code \"a\" has not two letters (byte 2)");
        assertNoTree(CODE, text("a"), "code \"a\" has not two letters");
        assertThat(CODE.describe()).isEqualTo("code");
        assertThat(Type.mapped(Type.text(), Code::new, Code::value).describe()).isEqualTo("text");
    }

    @Test
    void a_repeated_text_is_a_reference() {
        assertForm(
                Type.list(Type.text()),
                ImmutableList.of("ab", "c", "ab", "", "", "c"),
                "06" + "046162" + "0263" + "01" + "00" + "00" + "03",
                Tree.items(ImmutableList.of(text("ab"), text("c"), text("ab"), text(""), text(""), text("c"))));
        assertNoForm(Type.list(Type.text()), "02026103", "a reference to value 1 of 1 (byte 4)");
    }

    @Test
    void a_list_is_its_length_and_its_items() {
        Type<ImmutableList<Long>> longs = Type.list(Type.integer());

        assertForm(longs, ImmutableList.of(), "00", Tree.items(ImmutableList.of()));
        assertForm(longs, ImmutableList.of(1L, -1L), "020201", Tree.items(ImmutableList.of(bare("1"), bare("-1"))));
        assertNoForm(longs, "0202", "a count of 2 with 1 bytes left (byte 1)");
        assertNoForm(longs, "ffffffffffffffffff01", "a count of 18446744073709551615 with 0 bytes left (byte 10)");
        assertNoTree(longs, bare("1"), "expected list of whole number, not \"1\"");
        assertNoTree(
                longs, Tree.items(ImmutableList.of(bare("1"), bare("x"))), "[1]: expected whole number, not \"x\"");
        assertThat(Type.list(longs).describe()).isEqualTo("list of list of whole number");
    }

    @Test
    void a_set_is_written_in_its_natural_order() {
        Type<ImmutableSet<String>> texts = Type.set(Type.text());

        assertForm(texts, ImmutableSet.of("b", "a"), "0202610262", Tree.items(ImmutableList.of(text("a"), text("b"))));
        assertThat(read(texts, "0202620261")).isEqualTo(ImmutableSet.of("a", "b"));
        assertNoForm(texts, "02026101", "an element of a set twice (byte 4)");
        assertNoTree(texts, Tree.items(ImmutableList.of(text("a"), text("a"))), "[1]: an element of a set twice");
        assertThat(texts.describe()).isEqualTo("set of text");
        assertThat(Type.set(Type.enumOf(Size.class)).toTree(ImmutableSet.of(Size.LARGE, Size.SMALL)))
                .isEqualTo(Tree.items(ImmutableList.of(text("SMALL"), text("LARGE"))));
    }

    @Test
    void a_map_keeps_its_order() {
        Type<ImmutableMap<String, Long>> map = Type.map(Type.integer());

        assertForm(
                map,
                ImmutableMap.of("b", 1L, "a", 2L),
                "02" + "026202" + "026104",
                Tree.fields(ImmutableList.of(new Tree.Member("b", bare("1")), new Tree.Member("a", bare("2")))));
        assertThat(read(map, "02026202026104").keySet()).containsExactly("b", "a");
        assertNoForm(map, "02026202026104".replace("0261", "01"), "a key of a map twice: b (byte 6)");
        assertThat(map.describe()).isEqualTo("map of whole number");
    }

    @Test
    void a_map_of_a_tree_has_each_key_once_and_storable() {
        Type<ImmutableMap<String, Long>> map = Type.map(Type.integer());

        assertNoTree(
                map,
                Tree.fields(ImmutableList.of(new Tree.Member("a", bare("1")), new Tree.Member("a", bare("1")))),
                "[a]: given twice");
        assertNoTree(
                map,
                Tree.fields(ImmutableList.of(new Tree.Member("a", text("x")))),
                "[a]: expected whole number, not \"x\"");
        assertNoTree(
                map,
                Tree.fields(ImmutableList.of(new Tree.Member("\uD800", bare("1")))),
                "[\uD800]: text with an unpaired surrogate");
        assertNoTree(map, Tree.items(ImmutableList.of()), "expected map of whole number, not a list");
    }

    @Test
    void an_optional_value_is_a_flag_and_perhaps_the_value() {
        Type<Optional<String>> optional = Type.optional(Type.text());

        assertForm(optional, Optional.of("a"), "010261", text("a"));
        assertThat(written(optional, Optional.empty())).isEqualTo("00");
        assertThat(read(optional, "00")).isEmpty();
        assertThat(optional.leftOut()).contains(Optional.empty());
        assertThat(optional.describe()).isEqualTo("optional text");
        assertThatThrownBy(() -> optional.toTree(Optional.empty())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_a_field_is_optional() {
        Type<Optional<String>> optional = Type.optional(Type.text());
        String message = "only a field may be optional, not an item: optional text";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.list(optional))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.map(optional))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.optional(optional))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.shared(Optional.class, Type.mapped(optional, o -> (Optional) o, o -> o)));
    }

    @Test
    void a_nested_value_is_its_schema_and_its_fields() {
        assertForm(
                Type.nested(DOG),
                new Animal.Dog("rex"),
                "01" + "06726578",
                Tree.fields(ImmutableList.of(new Tree.Member("name", text("rex")))));
        assertThat(Type.nested(DOG).describe()).isEqualTo("dog");
    }

    @Test
    void one_of_several_is_told_apart_by_tag_and_by_type() {
        assertForm(
                ANIMAL,
                new Animal.Bird(2),
                "c801" + "01" + "04",
                Tree.fields(
                        ImmutableList.of(new Tree.Member("type", text("bird")), new Tree.Member("wings", bare("2")))));
        assertThat(ANIMAL.describe()).isEqualTo("Animal (dog, bird)");
        assertNoForm(ANIMAL, "0201", "tag 2 where one of Animal (dog, bird) was expected (byte 1)");
        assertNoForm(
                ANIMAL,
                "8180808010" + "01" + "00",
                "tag 4294967297 where one of Animal (dog, bird) was expected (byte 5)");
    }

    @Test
    void the_type_of_one_of_several_is_a_known_name() {
        assertNoTree(ANIMAL, text("dog"), "expected Animal (dog, bird), not \"dog\"");
        assertNoTree(ANIMAL, Tree.fields(ImmutableList.of()), "type: missing");
        assertNoTree(
                ANIMAL,
                Tree.fields(ImmutableList.of(new Tree.Member("type", bare("1")))),
                "type: expected text in quotes, not the bare 1");
        assertNoTree(
                ANIMAL,
                Tree.fields(ImmutableList.of(new Tree.Member("type", text("cat")))),
                "type: \"cat\" is none of [dog, bird]");
        assertNoTree(
                ANIMAL,
                Tree.fields(ImmutableList.of(
                        new Tree.Member("type", text("dog")),
                        new Tree.Member("type", text("dog")),
                        new Tree.Member("name", text("rex")))),
                "type: unknown field; known are [name]");
    }

    @Test
    void the_type_of_one_of_several_may_stand_anywhere() {
        assertThat(ANIMAL.fromTree(Tree.fields(
                        ImmutableList.of(new Tree.Member("name", text("rex")), new Tree.Member("type", text("dog"))))))
                .isEqualTo(new Animal.Dog("rex"));
    }

    @Test
    void a_choice_is_unambiguous() {
        Shape<Animal.Dog> sameClass =
                Shape.of(3, "hound", Animal.Dog.class).fields(NAME).maker(v -> new Animal.Dog(v.get(NAME)));
        Shape<Code> sameTag = Shape.of(1, "code", Code.class).maker(v -> new Code("ab"));
        Shape<Code> sameName = Shape.of(4, "dog", Code.class).maker(v -> new Code("ab"));
        Shape<Code> typed = Shape.of(5, "typed", Code.class)
                .fields(Field.of("type", Type.text(), Code::value))
                .maker(v -> new Code("ab"));
        Shape<Code> untagged = Shape.<Code>nested("untagged").maker(v -> new Code("ab"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.oneOf(Object.class, DOG, sameClass))
                .withMessageStartingWith("two shapes of Object (dog, hound) are of class ");
        assertThatIllegalArgumentException().isThrownBy(() -> Type.oneOf(Object.class, DOG, sameTag));
        assertThatIllegalArgumentException().isThrownBy(() -> Type.oneOf(Object.class, DOG, sameName));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.oneOf(Object.class, typed))
                .withMessage("shape typed has a field \"type\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.oneOf(Object.class, untagged))
                .withMessage("shape untagged has no tag");
    }

    @Test
    void a_value_of_no_shape_or_of_two_is_refused() {
        Shape<Animal> animal = Shape.of(9, "animal", Animal.class).maker(v -> new Animal.Bird(0));
        Type<Object> both = Type.oneOf(Object.class, animal, DOG);

        assertThat(written(both, new Animal.Bird(1))).isEqualTo("0901");
        assertThatIllegalArgumentException().isThrownBy(() -> written(both, new Animal.Dog("rex")));
        assertThatIllegalArgumentException().isThrownBy(() -> written(both, "rex"));
    }

    @Test
    void a_shared_value_is_written_in_full_once() {
        Type<Animal.Dog> shared = Type.shared(Animal.Dog.class, Type.nested(DOG));

        assertForm(
                Type.list(shared),
                ImmutableList.of(new Animal.Dog("a"), new Animal.Dog("b"), new Animal.Dog("a")),
                "03" + "00010261" + "00010262" + "01",
                Tree.items(ImmutableList.of(
                        DOG.toTree(new Animal.Dog("a")),
                        DOG.toTree(new Animal.Dog("b")),
                        DOG.toTree(new Animal.Dog("a")))));
        assertThat(shared.describe()).isEqualTo("dog");
        assertNoForm(shared, "01", "a reference to value 0 of 0 (byte 1)");
    }

    @Test
    void a_shared_value_may_hold_another() {
        record Kennel(Animal.Dog dog) {}
        Type<Animal.Dog> dog = Type.shared(Animal.Dog.class, Type.nested(DOG));
        Field<Kennel, Animal.Dog> field = Field.of("dog", dog, Kennel::dog);
        Type<Kennel> kennel = Type.shared(
                Kennel.class,
                Type.nested(Shape.<Kennel>nested("kennel").fields(field).maker(v -> new Kennel(v.get(field)))));
        Kennel first = new Kennel(new Animal.Dog("a"));
        Kennel second = new Kennel(new Animal.Dog("b"));
        Type<ImmutableList<Kennel>> kennels = Type.list(kennel);

        String hex = written(kennels, ImmutableList.of(first, second, first, second));

        assertThat(hex).isEqualTo("04" + "0001" + "00010261" + "0001" + "00010262" + "01" + "03");
        assertThat(read(kennels, hex)).containsExactly(first, second, first, second);
        assertNoForm(kennel, "000101", "a reference to something else than dog (byte 3)");
    }

    @Test
    void equal_shared_values_of_two_classes_are_not_taken_for_each_other() {
        Type<String> text = Type.shared(String.class, Type.text());
        Type<Animal.Dog> dog = Type.shared(Animal.Dog.class, Type.nested(DOG));
        record Both(String text, Animal.Dog dog) {}
        Field<Both, String> textField = Field.of("text", text, Both::text);
        Field<Both, Animal.Dog> dogField = Field.of("dog", dog, Both::dog);
        Shape<Both> both = Shape.<Both>nested("both")
                .fields(textField, dogField)
                .maker(v -> new Both(v.get(textField), v.get(dogField)));

        assertThat(both.decode(Bytes.fromHex("01" + "000261" + "00010262")))
                .isEqualTo(new Both("a", new Animal.Dog("b")));
        assertThatThrownBy(() -> both.decode(Bytes.fromHex("01" + "000261" + "01")))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("a reference to something else than dog (byte 5)");
    }
}
