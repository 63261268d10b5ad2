package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.journal.Tree.bare;
import static org.fiscalloop.journal.Tree.text;
import static org.fiscalloop.journal.TypeForms.*;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The form of each type made of others: its bytes are pinned, for they are read for ever. */
class CompositeTypeTest {
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

    private record Weight(String unit, String value) {}

    private static final Type<Weight> WEIGHT =
            Type.named("weight", Weight::unit, ImmutableMap.of("kg", in("kg"), "t", in("t")));

    private static Type<Weight> in(String unit) {
        Field<Weight, String> value = Field.of("value", Type.text(), Weight::value);
        return Type.nested(
                Shape.<Weight>nested("weight-in-" + unit).fields(value).maker(v -> new Weight(unit, v.get(value))));
    }

    @Test
    void a_value_is_told_apart_by_the_name_it_says_it_has() {
        assertThat(read(WEIGHT, written(WEIGHT, new Weight("t", "7")))).isEqualTo(new Weight("t", "7"));
        Tree tree = WEIGHT.toTree(new Weight("kg", "3"));
        assertThat(tree)
                .isEqualTo(Tree.fields(ImmutableList.of(
                        new Tree.Member("type", Tree.text("kg")), new Tree.Member("value", Tree.text("3")))));
        assertThat(WEIGHT.fromTree(tree)).isEqualTo(new Weight("kg", "3"));
        assertThat(WEIGHT.shapes()).extracting(Shape::name).containsExactly("weight-in-kg", "weight-in-t");
    }

    @Test
    void a_name_that_no_form_has_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> written(WEIGHT, new Weight("lb", "3")));
        assertNoForm(WEIGHT, written(Type.text(), "lb"), "\"lb\" where one of [kg, t] was expected (byte 3)");
        assertNoTree(WEIGHT, Tree.fields(ImmutableList.of()), "type: missing");
        assertNoTree(
                WEIGHT,
                Tree.fields(ImmutableList.of(new Tree.Member("type", Tree.text("lb")))),
                "type: \"lb\" is none of [kg, t]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Type.named(
                        "typed",
                        Weight::unit,
                        ImmutableMap.of(
                                "kg",
                                Type.nested(Shape.<Weight>nested("typed")
                                        .fields(Field.of("type", Type.text(), Weight::unit))
                                        .maker(v -> new Weight("kg", ""))))))
                .withMessage("shape typed has a field \"type\"");
    }
}
