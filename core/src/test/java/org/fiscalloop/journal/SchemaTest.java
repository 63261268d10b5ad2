package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

/** One value through three schemas: a field is added, then another is replaced. */
class SchemaTest {

    private record Payee(String name, String account, String bank) {}

    private static final Field<Payee, String> NAME = Field.of("name", Type.text(), Payee::name);
    private static final Field<Payee, String> ACCOUNT = Field.of("account", Type.text(), Payee::account);
    private static final Field<Payee, String> BANK =
            Field.of("bank", Type.text(), Payee::bank).since(2, "unknown");

    private static final Shape<Payee> FIRST = Shape.of(1, "payee", Payee.class)
            .fields(NAME, ACCOUNT)
            .maker(v -> new Payee(v.get(NAME), v.get(ACCOUNT), "unknown"));

    private static final Shape<Payee> SECOND = Shape.of(1, "payee", Payee.class)
            .fields(NAME, BANK, ACCOUNT)
            .maker(v -> new Payee(v.get(NAME), v.get(ACCOUNT), v.get(BANK)));

    private static final Field<Payee, String> OLD_NAME = Field.retired("name", Type.text(), 2, "");
    private static final Field<Payee, String> FULL_NAME =
            Field.of("fullName", Type.text(), Payee::name).since(3, "");

    private static final Shape<Payee> THIRD = Shape.of(1, "payee", Payee.class)
            .fields(OLD_NAME, BANK, ACCOUNT, FULL_NAME)
            .maker(v -> new Payee(v.get(OLD_NAME) + v.get(FULL_NAME), v.get(ACCOUNT), v.get(BANK)));

    private static final Bytes GOLDEN_1 = Bytes.fromHex("01" + "0261" + "0262");
    private static final Bytes GOLDEN_2 = Bytes.fromHex("02" + "0261" + "0263" + "0262");
    private static final Bytes GOLDEN_3 = Bytes.fromHex("03" + "0263" + "0262" + "0261");

    @Test
    void the_schema_grows_with_the_fields() {
        assertThat(FIRST.schema()).isEqualTo(1);
        assertThat(SECOND.schema()).isEqualTo(2);
        assertThat(THIRD.schema()).isEqualTo(3);
        assertThat(FIRST.encode(new Payee("a", "b", "unknown"))).isEqualTo(GOLDEN_1);
        assertThat(SECOND.encode(new Payee("a", "b", "c"))).isEqualTo(GOLDEN_2);
        assertThat(THIRD.encode(new Payee("a", "b", "c"))).isEqualTo(GOLDEN_3);
    }

    @Test
    void every_form_ever_stored_is_read() {
        assertThat(SECOND.decode(GOLDEN_1)).isEqualTo(new Payee("a", "b", "unknown"));
        assertThat(SECOND.decode(GOLDEN_2)).isEqualTo(new Payee("a", "b", "c"));
        assertThat(THIRD.decode(GOLDEN_1)).isEqualTo(new Payee("a", "b", "unknown"));
        assertThat(THIRD.decode(GOLDEN_2)).isEqualTo(new Payee("a", "b", "c"));
        assertThat(THIRD.decode(GOLDEN_3)).isEqualTo(new Payee("a", "b", "c"));
    }

    @Test
    void a_form_of_a_later_library_is_refused() {
        assertThatThrownBy(() -> FIRST.decode(GOLDEN_2))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("schema 2 of payee, known up to 1 (byte 1)");
        assertThatThrownBy(() -> FIRST.decode(Bytes.fromHex("00")))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("schema 0 of payee, known up to 1 (byte 1)");
        assertThatThrownBy(() -> FIRST.decode(Bytes.fromHex("ffffffffffffffffff01")))
                .isInstanceOf(JournalFormatException.class)
                .hasMessage("schema 18446744073709551615 of payee, known up to 1 (byte 10)");
    }

    @Test
    void a_tree_may_leave_out_what_was_added_later() {
        Tree first = FIRST.toTree(new Payee("a", "b", "unknown"));

        assertThat(SECOND.fromTree(first)).isEqualTo(new Payee("a", "b", "unknown"));
    }

    @Test
    void a_retired_field_is_in_no_tree() {
        assertThat(THIRD.toTree(new Payee("a", "b", "c")))
                .isEqualTo(Tree.fields(ImmutableList.of(
                        new Tree.Member("bank", Tree.text("c")),
                        new Tree.Member("account", Tree.text("b")),
                        new Tree.Member("fullName", Tree.text("a")))));
        assertThatThrownBy(() -> THIRD.fromTree(FIRST.toTree(new Payee("a", "b", "c"))))
                .isInstanceOf(ShapeException.class)
                .hasMessage("name: unknown field; known are [bank, account, fullName]");
        assertThat(OLD_NAME.isRetired()).isTrue();
        assertThat(NAME.isRetired()).isFalse();
    }

    @Test
    void documentation_says_since_when() {
        assertThat(THIRD.describe())
                .isEqualTo("payee\n  bank: text, since schema 2\n  account: text\n  fullName: text, since schema 3");
        assertThat(BANK.since()).isEqualTo(2);
    }

    @Test
    void a_retired_name_may_be_used_again() {
        Field<Payee, String> again = Field.of("name", Type.text(), Payee::name).since(3, "");
        Shape<Payee> shape = Shape.of(1, "payee", Payee.class)
                .fields(OLD_NAME, again)
                .maker(v -> new Payee(v.get(OLD_NAME) + v.get(again), "", ""));

        assertThat(shape.encode(new Payee("a", "", ""))).hasToString("030261");
        assertThat(shape.decode(Bytes.fromHex("010261"))).isEqualTo(new Payee("a", "", ""));
    }

    @Test
    void a_field_is_stored_from_some_schema_on() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NAME.since(0, ""))
                .withMessageStartingWith("field name is stored from schema 0 to ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Field.retired("name", Type.text(), 0, ""))
                .withMessage("field name is stored from schema 1 to 0");
        assertThat(Field.retired("name", Type.text(), 1, "").since()).isEqualTo(1);
    }

    @Test
    void a_retired_field_has_no_value_to_give() {
        Payee payee = new Payee("a", "b", "c");

        assertThatThrownBy(() -> OLD_NAME.write(payee, new Output())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> OLD_NAME.toTree(payee)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(NAME::fallback)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("field name has no fallback");
    }
}
