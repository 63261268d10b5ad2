package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private enum Colour {
        RED,
        GREEN
    }

    private record Parcel(String label, Money price, int pieces, LocalDate on, Colour colour, Optional<String> note) {
        Parcel {
            if (pieces < 1) {
                throw new IllegalArgumentException("pieces " + pieces + " is not positive");
            }
        }
    }

    private static final Field<Parcel, String> LABEL = Field.of("label", Type.text(), Parcel::label);
    private static final Field<Parcel, Money> PRICE = Field.of("price", Type.money(), Parcel::price);
    private static final Field<Parcel, Integer> PIECES = Field.ofInt("pieces", Parcel::pieces);
    private static final Field<Parcel, LocalDate> ON = Field.of("on", Type.date(), Parcel::on);
    private static final Field<Parcel, Colour> COLOUR =
            Field.of("colour", Type.enumOf(Colour.class), Parcel::colour).orElse(Colour.RED);
    private static final Field<Parcel, Optional<String>> NOTE =
            Field.of("note", Type.optional(Type.text()), Parcel::note);

    private static final Shape<Parcel> PARCEL = Shape.of(7, "parcel", Parcel.class)
            .fields(LABEL, PRICE, PIECES)
            .fields(ON, COLOUR, NOTE)
            .maker(v -> new Parcel(v.get(LABEL), v.get(PRICE), v.get(PIECES), v.get(ON), v.get(COLOUR), v.get(NOTE)));

    private static final Parcel BOOKS = new Parcel(
            "书 books",
            Money.ofMinor(CurrencyUnit.of("CNY"), 1_250),
            3,
            LocalDate.of(2024, 3, 31),
            Colour.GREEN,
            Optional.empty());

    private static Tree.Fields without(Tree.Fields tree, String name) {
        return tree.withoutFirst(name);
    }

    private static Tree.Fields with(Tree.Fields tree, String name, Tree value) {
        return Tree.fields(ImmutableList.<Tree.Member>builder()
                .addAll(tree.members())
                .add(new Tree.Member(name, value))
                .build());
    }

    @Test
    void a_shape_tells_what_it_is() {
        assertThat(PARCEL.tag()).isEqualTo(7);
        assertThat(PARCEL.name()).isEqualTo("parcel");
        assertThat(PARCEL.schema()).isEqualTo(1);
        assertThat(PARCEL.fields()).containsExactly(LABEL, PRICE, PIECES, ON, COLOUR, NOTE);
        assertThat(PARCEL).hasToString("parcel");
        assertThat(PARCEL.family()).isEqualTo(Parcel.class);
        assertThat(PARCEL.describe()).isEqualTo("""
                        parcel
                          label: text
                          price: amount in yuan
                          pieces: whole number
                          on: date
                          colour: one of RED, GREEN
                          note: optional text""");
    }

    @Test
    void a_tree_must_have_what_has_no_fallback() {
        assertThat(PARCEL.fields().stream().filter(Field::isRequired)).containsExactly(LABEL, PRICE, PIECES, ON);
    }

    @Test
    void a_value_comes_back_from_its_bytes() {
        Bytes bytes = PARCEL.encode(BOOKS);

        assertThat(bytes).hasToString("01" + "12e4b9a620626f6f6b73" + "c413" + "06" + "ffa03f" + "0a475245454e" + "00");
        assertThat(PARCEL.decode(bytes)).isEqualTo(BOOKS);
    }

    @Test
    void bytes_of_a_value_that_does_not_accept_them_are_refused() {
        Bytes none = Bytes.fromHex(PARCEL.encode(BOOKS).toString().replace("c41306", "c41300"));

        assertThatThrownBy(() -> PARCEL.decode(none))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("no parcel: pieces 0 is not positive (byte 24)")
                .hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PARCEL.decode(Bytes.fromHex(PARCEL.encode(BOOKS) + "00")))
                .isInstanceOfSatisfying(
                        JournalFormatException.class,
                        broken -> assertThat(broken.offset()).isEqualTo(24));
    }

    @Test
    void a_value_comes_back_from_its_tree() {
        Tree.Fields tree = PARCEL.toTree(BOOKS);

        assertThat(tree)
                .isEqualTo(Tree.fields(ImmutableList.of(
                        new Tree.Member("label", Tree.text("书 books")),
                        new Tree.Member("price", Tree.text("12.50")),
                        new Tree.Member("pieces", Tree.bare("3")),
                        new Tree.Member("on", Tree.text("2024-03-31")),
                        new Tree.Member("colour", Tree.text("GREEN")))));
        assertThat(PARCEL.fromTree(tree)).isEqualTo(BOOKS);
        assertThat(PARCEL.fromTree(with(tree, "note", Tree.text("fragile"))).note())
                .contains("fragile");
    }

    @Test
    void fields_of_a_tree_come_in_any_order() {
        Tree.Fields tree = PARCEL.toTree(BOOKS);

        assertThat(PARCEL.fromTree(Tree.fields(tree.members().reverse()))).isEqualTo(BOOKS);
    }

    @Test
    void a_field_with_a_fallback_may_be_left_out() {
        assertThat(PARCEL.fromTree(without(PARCEL.toTree(BOOKS), "colour")).colour())
                .isEqualTo(Colour.RED);
    }

    @Test
    void an_unknown_field_is_refused_with_its_place() {
        Tree place = new Tree.Text("RED", false, Optional.of(new Tree.Location(3, 14)));

        assertThatThrownBy(() -> PARCEL.fromTree(with(PARCEL.toTree(BOOKS), "colur", place)))
                .isInstanceOfSatisfying(ShapeException.class, problem -> {
                    assertThat(problem.path()).isEqualTo("colur");
                    assertThat(problem.location()).contains(new Tree.Location(3, 14));
                    assertThat(problem)
                            .hasMessage("colur: unknown field; known are [label, price, pieces, on, colour, note]"
                                    + " (line 3, column 14)");
                });
    }

    @Test
    void a_missing_or_repeated_field_is_refused() {
        Tree.Fields tree = PARCEL.toTree(BOOKS);

        assertThatThrownBy(() -> PARCEL.fromTree(without(tree, "price")))
                .isInstanceOf(ShapeException.class)
                .hasMessage("price: missing");
        assertThatThrownBy(() -> PARCEL.fromTree(with(tree, "price", Tree.text("1.00"))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("price: given twice");
    }

    @Test
    void an_ill_typed_field_is_refused_with_its_path() {
        Field<ImmutableList<Parcel>, ImmutableList<Parcel>> parcels =
                Field.of("parcels", Type.list(Type.nested(PARCEL)), list -> list);
        Shape<ImmutableList<Parcel>> load =
                Shape.<ImmutableList<Parcel>>nested("load").fields(parcels).maker(v -> v.get(parcels));
        Tree.Fields tree = with(without(PARCEL.toTree(BOOKS), "price"), "price", Tree.text("1.005"));

        assertThatThrownBy(() -> load.fromTree(Tree.fields(ImmutableList.of(
                        new Tree.Member("parcels", Tree.items(ImmutableList.of(PARCEL.toTree(BOOKS), tree)))))))
                .isInstanceOfSatisfying(ShapeException.class, problem -> {
                    assertThat(problem.path()).isEqualTo("parcels[1].price");
                    assertThat(problem).hasCauseInstanceOf(IllegalArgumentException.class);
                    assertThat(problem).hasMessageStartingWith("parcels[1].price: ");
                });
    }

    @Test
    void fields_that_the_value_does_not_accept_are_refused() {
        Tree.Fields tree = with(without(PARCEL.toTree(BOOKS), "pieces"), "pieces", Tree.bare("0"));

        assertThatThrownBy(() -> PARCEL.fromTree(tree))
                .isInstanceOf(ShapeException.class)
                .hasMessage("pieces 0 is not positive");
        assertThatThrownBy(() -> PARCEL.fromTree(Tree.text("x")))
                .isInstanceOf(ShapeException.class)
                .hasMessage("expected parcel, not \"x\"");
    }

    @Test
    void a_shape_without_fields_is_its_schema() {
        Shape<Optional<String>> nothing =
                Shape.<Optional<String>>nested("nothing").maker(v -> Optional.empty());

        assertThat(nothing.encode(Optional.empty())).hasToString("01");
        assertThat(nothing.decode(Bytes.fromHex("01"))).isEmpty();
        assertThat(nothing.tag()).isZero();
    }

    @Test
    void names_and_tags_have_a_form() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(0, "parcel", Parcel.class))
                .withMessage("tag 0 of shape parcel is not positive");
        assertThat(Shape.of(1, "parcel-2", Parcel.class).maker(v -> BOOKS).tag())
                .isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shape.of(1, "Parcel", Parcel.class))
                .withMessage("shape name \"Parcel\" is not in kebab-case");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.of("the-label", Type.text(), Parcel::label))
                .withMessage("field name \"the-label\" is not in camelCase");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Shape.<Parcel>nested("parcel").fields(LABEL, LABEL).maker(v -> BOOKS))
                .withMessageStartingWith("shape parcel has a field twice: ");
    }

    @Test
    void a_maker_asks_for_the_fields_of_its_own_shape() {
        Field<Parcel, String> foreign = Field.of("label", Type.text(), Parcel::label);
        Shape<Parcel> shape = Shape.<Parcel>nested("parcel")
                .fields(LABEL)
                .maker(v -> new Parcel(v.get(foreign), BOOKS.price(), 1, BOOKS.on(), Colour.RED, Optional.empty()));

        assertThatThrownBy(() -> shape.decode(Bytes.fromHex("010261")))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("no parcel: field label is not of shape parcel (byte 3)");
    }

    @Test
    void a_maker_may_ask_in_any_order_and_more_than_once() {
        record Pair(String left, String right) {}
        Field<Pair, String> left = Field.of("left", Type.text(), Pair::left);
        Field<Pair, String> right = Field.of("right", Type.text(), Pair::right);
        Shape<Pair> swapped = Shape.<Pair>nested("pair").fields(left, right).maker(v -> {
            String second = v.get(right);
            String first = v.get(left);
            return new Pair(v.get(left) + first, second);
        });

        assertThat(swapped.decode(Bytes.fromHex("0102610262"))).isEqualTo(new Pair("aa", "b"));
    }
}
