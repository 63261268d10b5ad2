package org.fiscalloop.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.throwable;

import com.google.common.primitives.ImmutableLongArray;
import java.math.BigDecimal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.fiscalloop.money.AmountException.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FenTest {

    private static final String MOST = "92233720368547758.07";
    private static final String LEAST = "-92233720368547758.08";

    @Test
    void one_amount_has_the_same_fen_in_every_form() {
        assertThat(Fen.of(Money.of(Fen.CNY, new BigDecimal("-1234.50")))).isEqualTo(-123_450);
        assertThat(Fen.of(new BigDecimal("-1234.5"))).isEqualTo(-123_450);
        assertThat(Fen.parse("-1234.50")).isEqualTo(-123_450);
        assertThat(Fen.money(-123_450)).isEqualTo(Money.parse("CNY -1234.50"));
        assertThat(Fen.yuan(-123_450)).isEqualTo(new BigDecimal("-1234.50"));
        assertThat(Fen.text(-123_450)).isEqualTo("-1234.50");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "5, 0.05",
        "-5, -0.05",
        "100, 1.00",
        "9223372036854775807, " + MOST,
        "-9223372036854775808, " + LEAST
    })
    void text_always_has_two_decimals(long fen, String text) {
        assertThat(Fen.text(fen)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.00, 0", "-0, 0", "7, 700", "12.5, 1250", "-0.05, -5", "1e3, 100000", "1.2300, 123"})
    void yuan_may_have_any_scale_that_is_no_finer_than_a_fen(BigDecimal yuan, long fen) {
        assertThat(Fen.of(yuan)).isEqualTo(fen);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-0, 0", "7, 700", "12.5, 1250", "12.50, 1250", "-0.05, -5", MOST + ", 9223372036854775807"})
    void a_text_may_have_up_to_two_decimals(String yuan, long fen) {
        assertThat(Fen.parse(yuan)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                ".",
                "1.",
                ".5",
                "-.5",
                "+1",
                "--1",
                "01",
                "00",
                "-01.00",
                "1e3",
                "1,000.00",
                " 1",
                "1 ",
                "1\n",
                "1.2.3",
                "NaN",
                "Infinity",
                "0x10",
                "１２",
                "٣",
                "1.٣",
                "一",
                "−1",
                "1d",
                "1_000"
            })
    void a_text_that_is_no_plain_decimal_is_refused(String yuan) {
        assertRefused(
                () -> Fen.parse(yuan), Problem.MALFORMED, "amount is not a decimal number of yuan: \"" + yuan + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "-1.005", "1.000", "92233720368547758.070"})
    void a_text_with_more_than_two_decimals_is_refused(String yuan) {
        assertRefused(() -> Fen.parse(yuan), Problem.SUB_FEN, "amount has more than two decimals: \"" + yuan + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"92233720368547758.08", "-92233720368547758.09", "100000000000000000", "-922337203685477581"})
    void an_amount_beyond_64_bits_is_refused_in_every_form(String yuan) {
        assertRefused(() -> Fen.parse(yuan), Problem.OVERFLOW, "does not fit 64 bits of fen: amount \"" + yuan + "\"");
        assertRefused(
                () -> Fen.of(new BigDecimal(yuan)), Problem.OVERFLOW, "does not fit 64 bits of fen: amount " + yuan);
        assertRefused(
                () -> Fen.of(Money.of(Fen.CNY, new BigDecimal(yuan))),
                Problem.OVERFLOW,
                "does not fit 64 bits of fen: amount " + new BigDecimal(yuan).setScale(2));
    }

    @Test
    void a_long_text_is_refused_in_a_short_message() {
        String digits = "9".repeat(1_000_000);
        String shown = "\"" + "9".repeat(61) + "...\"";
        assertRefused(() -> Fen.parse(digits), Problem.OVERFLOW, "does not fit 64 bits of fen: amount " + shown);
        assertRefused(
                () -> Fen.parse(digits + "x"), Problem.MALFORMED, "amount is not a decimal number of yuan: " + shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.001", "-0.005", "12.345", "92233720368547758.071", "1e-2147483647"})
    void an_amount_finer_than_a_fen_is_refused(String yuan) {
        assertRefused(
                () -> Fen.of(new BigDecimal(yuan)),
                Problem.SUB_FEN,
                "amount is finer than a fen: " + new BigDecimal(yuan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e17", "1e1000000000", "-1e2147483647", "1000000000000000000000.001"})
    void a_huge_exponent_is_refused_at_once(String yuan) {
        assertRefused(
                () -> Fen.of(new BigDecimal(yuan)),
                Problem.OVERFLOW,
                "does not fit 64 bits of fen: amount " + new BigDecimal(yuan));
    }

    @Test
    void the_most_and_the_least_fit() {
        assertThat(Fen.of(new BigDecimal(MOST))).isEqualTo(Long.MAX_VALUE);
        assertThat(Fen.of(new BigDecimal(LEAST))).isEqualTo(Long.MIN_VALUE);
        assertThat(Fen.of(Fen.money(Long.MAX_VALUE))).isEqualTo(Long.MAX_VALUE);
        assertThat(Fen.parse(LEAST)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void foreign_money_is_refused() {
        Money dollars = Money.of(CurrencyUnit.USD, 1);
        assertRefused(() -> Fen.of(dollars), Problem.FOREIGN_CURRENCY, "amount is not in CNY: USD 1.00");
        assertRefused(
                () -> Fen.sum(List.of(Fen.money(1), dollars)),
                Problem.FOREIGN_CURRENCY,
                "amount is not in CNY: USD 1.00");
    }

    @Test
    void arithmetic_that_does_not_fit_is_refused_with_its_operands() {
        assertRefused(
                () -> Fen.add(Long.MAX_VALUE, 1), Problem.OVERFLOW, "does not fit 64 bits of fen: " + MOST + " + 0.01");
        assertRefused(
                () -> Fen.subtract(Long.MIN_VALUE, 1),
                Problem.OVERFLOW,
                "does not fit 64 bits of fen: " + LEAST + " - 0.01");
        assertRefused(
                () -> Fen.negate(Long.MIN_VALUE), Problem.OVERFLOW, "does not fit 64 bits of fen: 0.00 - " + LEAST);
        assertRefused(
                () -> Fen.sum(ImmutableLongArray.of(Long.MAX_VALUE, 1)),
                Problem.OVERFLOW,
                "does not fit 64 bits of fen: sum of 2 amounts");
    }

    @Test
    void a_sum_needs_room_only_for_its_total() {
        assertThat(Fen.sum(ImmutableLongArray.of(Long.MAX_VALUE, 1, -1))).isEqualTo(Long.MAX_VALUE);
        assertThat(Fen.sum(ImmutableLongArray.of())).isZero();
        assertThat(Fen.sum(List.of())).isZero();
        assertThat(Fen.sum(List.of(Fen.money(Long.MIN_VALUE), Fen.money(-1), Fen.money(2))))
                .isEqualTo(Long.MIN_VALUE + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "12.5, 3, 3750",
        "0.333333, 3, 100",
        "0.3333330, 3, 100",
        "0.004999, 1, 0",
        "0.005, 1, 1",
        "-0.005, 1, -1",
        "0.015, 1, 2",
        "-0.015, 1, -2",
        "0.025, 1, 3",
        "0.000001, 5000, 1",
        "0.000001, 4999.999999999, 0",
        "0.0999, 0.0999, 1",
        "0.0949, 0.0100, 0",
        "3, -1.115, -335",
        "1.0000000000, 1, 100",
        "0.0000000, 1e1000000000, 0",
        "1e1000000000, 0, 0",
        "1e1000000000, 1e-1000000000, 100",
        "1, 1e-2147483647, 0",
        "1e-6, -1e-2147483647, 0",
        MOST + ", 1, 9223372036854775807",
        "9223372036854775807, 0.01, 9223372036854775807",
        "99999999999, 911111.1, 9111110999908888890"
    })
    void price_times_quantity_is_rounded_half_up_once(BigDecimal price, BigDecimal quantity, long fen) {
        assertThat(Fen.priced(price, quantity)).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "-1.1234567", "1e-2147483647"})
    void a_price_with_more_than_six_decimals_is_refused(String price) {
        assertRefused(
                () -> Fen.priced(new BigDecimal(price), BigDecimal.TEN),
                Problem.PRICE_TOO_FINE,
                "price has more than six decimals: " + new BigDecimal(price));
    }

    @ParameterizedTest
    @CsvSource({
        MOST + ", 1.0001",
        LEAST + ", -1",
        "1e17, 1",
        "1e2147483647, 1e2147483647",
        "1, 1e2147483647",
        "-1e1000000000, 1"
    })
    void a_price_times_quantity_beyond_64_bits_is_refused(BigDecimal price, BigDecimal quantity) {
        assertRefused(
                () -> Fen.priced(price, quantity),
                Problem.OVERFLOW,
                "does not fit 64 bits of fen: " + price + " × " + quantity);
    }

    @Test
    void a_split_gives_the_fen_left_over_to_the_largest_losses_and_of_equal_losses_to_the_earlier() {
        assertThat(split(100, 1, 1, 1)).isEqualTo(ImmutableLongArray.of(34, 33, 33));
        assertThat(split(200, 1, 1, 1)).isEqualTo(ImmutableLongArray.of(67, 67, 66));
        assertThat(split(-200, 1, 1, 1)).isEqualTo(ImmutableLongArray.of(-67, -67, -66));
        assertThat(split(10, 1, 2)).isEqualTo(ImmutableLongArray.of(3, 7));
        assertThat(split(1, 1, 3, 3, 0)).isEqualTo(ImmutableLongArray.of(0, 1, 0, 0));
        assertThat(split(-1, 0, 1, 1)).isEqualTo(ImmutableLongArray.of(0, -1, 0));
        assertThat(split(0, 5, 7)).isEqualTo(ImmutableLongArray.of(0, 0));
        assertThat(split(7, 9)).isEqualTo(ImmutableLongArray.of(7));
    }

    @Test
    void a_split_of_the_largest_amounts_over_the_largest_weights_is_exact() {
        assertThat(split(Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(ImmutableLongArray.of(Long.MIN_VALUE / 2, Long.MIN_VALUE / 2));
        assertThat(split(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE))
                .isEqualTo(ImmutableLongArray.of(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2));
    }

    @Test
    void weights_that_cannot_share_are_refused() {
        for (ImmutableLongArray weights : List.of(
                ImmutableLongArray.of(),
                ImmutableLongArray.of(0, 0),
                ImmutableLongArray.of(3, -1),
                ImmutableLongArray.of(1, -1),
                ImmutableLongArray.of(-1))) {
            assertThatThrownBy(() -> Fen.split(1, weights))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("weights must not be negative and not all zero: " + weights);
        }
    }

    private static ImmutableLongArray split(long amount, long first, long... more) {
        return Fen.split(amount, ImmutableLongArray.of(first, more));
    }

    private static void assertRefused(ThrowingCallable call, Problem problem, String message) {
        assertThatThrownBy(call)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message)
                .asInstanceOf(throwable(AmountException.class))
                .extracting(AmountException::problem)
                .isEqualTo(problem);
    }

    @Test
    void a_share_is_rounded_down_to_the_fen_and_never_overflows() {
        assertThat(Fen.share(19_999, 3_333)).isEqualTo(6_665);
        assertThat(Fen.share(9_999, 1)).isZero();
        assertThat(Fen.share(Long.MAX_VALUE, Fen.WHOLE)).isEqualTo(Long.MAX_VALUE);
        assertThat(Fen.share(Long.MAX_VALUE, 5_000)).isEqualTo(Long.MAX_VALUE / 2);
        for (int ratio : new int[] {-1, 10_001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Fen.share(1, ratio));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Fen.share(-1, 1));
    }
}
