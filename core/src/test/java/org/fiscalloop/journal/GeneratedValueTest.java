package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A value that Immutables generates has a shape like any other. */
class GeneratedValueTest {

    private static final Field<PayTerms, String> PAYEE = Field.of("payee", Type.text(), PayTerms::payee);
    private static final Field<PayTerms, Long> AMOUNT = Field.ofFen("amount", PayTerms::fen);
    private static final Field<PayTerms, Optional<String>> PURPOSE =
            Field.of("purpose", Type.optional(Type.text()), PayTerms::purpose);
    private static final Field<PayTerms, ImmutableMap<String, String>> EXTRA =
            Field.of("extra", Type.map(Type.text()), PayTerms::extra).orElse(ImmutableMap.of());

    private static final Shape<PayTerms> TERMS = Shape.of(1, "pay-terms", PayTerms.class)
            .fields(PAYEE, AMOUNT, PURPOSE, EXTRA)
            .maker(v -> ImmutablePayTerms.builder()
                    .payee(v.get(PAYEE))
                    .fen(v.get(AMOUNT))
                    .purpose(v.get(PURPOSE))
                    .extra(v.get(EXTRA))
                    .build());

    private static final PayTerms BOOKS =
            ImmutablePayTerms.builder().payee("a").fen(5).putExtra("b", "c").build();

    @Test
    void it_comes_back_from_bytes_and_from_a_tree() {
        assertThat(TERMS.encode(BOOKS)).hasToString("01" + "0261" + "0a" + "00" + "01" + "0262" + "0263");
        assertThat(TERMS.decode(TERMS.encode(BOOKS))).isEqualTo(BOOKS);
        assertThat(TERMS.fromTree(TERMS.toTree(BOOKS))).isEqualTo(BOOKS);
    }

    @Test
    void its_shape_is_found_by_the_generated_class() {
        ShapeRegistry registry = ShapeRegistry.of(ImmutableList.of(ShapeFamily.of("pay", 1, 9, TERMS)));

        assertThat(registry.shapeOf(BOOKS)).isSameAs(TERMS);
        assertThat(registry.fromTree(registry.toTree(BOOKS))).isEqualTo(BOOKS);
    }

    @Test
    void its_own_check_is_asked() {
        assertThatThrownBy(() -> TERMS.decode(Bytes.fromHex("01" + "0261" + "09" + "00" + "00")))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("no pay-terms: fen -5 is not positive (byte 6)");
        assertThatThrownBy(() -> TERMS.fromTree(Tree.fields(ImmutableList.of(
                        new Tree.Member("payee", Tree.text("a")), new Tree.Member("amount", Tree.text("0.00"))))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("fen 0 is not positive");
    }
}
