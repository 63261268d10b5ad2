package org.fiscalloop.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.journal.Tree.bare;
import static org.fiscalloop.journal.Tree.text;
import static org.fiscalloop.journal.TypeForms.*;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The form of each type: its bytes are pinned, for they are read for ever. */
class TypeTest {

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
}
