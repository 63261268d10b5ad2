package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.journal.JournalFixtures.Moved;
import org.fiscalloop.journal.JournalFixtures.Paid;
import org.fiscalloop.journal.JournalFixtures.Pay;
import org.junit.jupiter.api.Test;

class ShapeRegistryTest {

    private static final ShapeRegistry REGISTRY = JournalFixtures.registry();

    private static ShapeRegistry of(ShapeFamily... families) {
        return ShapeRegistry.of(ImmutableList.copyOf(families));
    }

    @Test
    void shapes_are_found_by_tag_by_name_and_by_value() {
        assertThat(REGISTRY.shapes()).containsExactly(Pay.SHAPE, Moved.SHAPE, Paid.SHAPE);
        assertThat(REGISTRY.byTag(1)).contains(Pay.SHAPE);
        assertThat(REGISTRY.byTag(4)).isEmpty();
        assertThat(REGISTRY.byName("moved")).contains(Moved.SHAPE);
        assertThat(REGISTRY.byName("pay-back")).isEmpty();
        assertThat(REGISTRY.shapeOf(JournalFixtures.pay("PR-1"))).isSameAs(Pay.SHAPE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> REGISTRY.shapeOf("text"))
                .withMessage("class java.lang.String has not one shape but [] as registered value");
    }

    @Test
    void a_value_goes_to_a_tree_with_its_type_and_comes_back() {
        Pay pay = JournalFixtures.pay("PR-1");
        Tree tree = REGISTRY.toTree(pay);

        assertThat(tree)
                .isEqualTo(Tree.fields(ImmutableList.of(
                        new Tree.Member("type", Tree.text("pay")),
                        new Tree.Member("request", Tree.text("PR-1")),
                        new Tree.Member("payee", Tree.text("上海文具店")),
                        new Tree.Member("amount", Tree.text("1234.56")),
                        new Tree.Member("on", Tree.text("2024-03-31")),
                        new Tree.Member("extra", Tree.fields(ImmutableList.of())))));
        assertThat(REGISTRY.fromTree(tree)).isEqualTo(pay);
        assertThat(REGISTRY.any().describe()).isEqualTo("registered value");
    }

    @Test
    void bytes_begin_with_the_tag() {
        assertThat(REGISTRY.encode(JournalFixtures.pay("PR-1")))
                .hasToString(
                        "01" + "01" + "0850522d31" + "1ee4b88ae6b5b7e69687e585b7e5ba97" + "80890f" + "ffa03f" + "00");
    }

    @Test
    void a_family_keeps_to_its_range() {
        assertThat(ShapeFamily.of("sample", 1, 3, Pay.SHAPE, Paid.SHAPE).shapes())
                .containsExactly(Pay.SHAPE, Paid.SHAPE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShapeFamily.of("sample", 2, 9, Pay.SHAPE))
                .withMessage("tag 1 of shape pay is not of sample's range, 2 to 9");
        assertThatIllegalArgumentException().isThrownBy(() -> ShapeFamily.of("sample", 1, 2, Paid.SHAPE));
    }

    @Test
    void ranges_do_not_overlap() {
        ShapeFamily sample = ShapeFamily.of("sample", 1, 99, Pay.SHAPE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(sample, ShapeFamily.of("other", 99, 120)))
                .withMessage("the tags of other overlap those of sample");
        assertThatIllegalArgumentException().isThrownBy(() -> of(ShapeFamily.of("other", 99, 120), sample));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(ShapeFamily.of("far", 500, 600), sample, ShapeFamily.of("inner", 7, 8)));
        assertThat(of(sample, ShapeFamily.of("other", 100, 120)).shapes()).containsExactly(Pay.SHAPE);
        assertThat(of(ShapeFamily.of("other", 100, 120), sample).shapes()).containsExactly(Pay.SHAPE);
    }

    @Test
    void a_tag_a_name_and_a_class_are_given_once() {
        Shape<String> sameTag = Shape.of(1, "text", String.class).maker(v -> "");
        Shape<String> sameName = Shape.of(9, "pay", String.class).maker(v -> "");
        Shape<Pay> sameClass = Shape.of(9, "pay-again", Pay.class).maker(v -> JournalFixtures.pay("PR-1"));

        for (Shape<?> second : ImmutableList.of(sameTag, sameName, sameClass)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> of(ShapeFamily.of("sample", 1, 99, Pay.SHAPE, second)));
        }
    }
}
