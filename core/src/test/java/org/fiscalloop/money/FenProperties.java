package org.fiscalloop.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.primitives.ImmutableLongArray;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.fiscalloop.money.AmountException.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class FenProperties {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    @Property
    void every_amount_goes_round_through_every_form(@ForAll long fen) {
        assertThat(Fen.of(Fen.money(fen))).isEqualTo(fen);
        assertThat(Fen.of(Fen.yuan(fen))).isEqualTo(fen);
        assertThat(Fen.parse(Fen.text(fen))).isEqualTo(fen);
        assertThat(Fen.money(fen).getAmount()).isEqualTo(Fen.yuan(fen));
        assertThat(Fen.text(fen)).isEqualTo(Fen.yuan(fen).toPlainString()).matches("-?[0-9]+\\.[0-9]{2}");
    }

    @Property
    void yuan_become_fen_exactly_or_are_refused(@ForAll("decimals") BigDecimal yuan) {
        // Independent of Fen: fen = unscaled × 100 / 10^scale, if that leaves nothing over and fits.
        BigInteger[] fen = yuan.unscaledValue().multiply(HUNDRED).divideAndRemainder(BigInteger.TEN.pow(yuan.scale()));
        if (fen[0].abs().divide(HUNDRED).toString().length() > 17) {
            assertRefused(() -> Fen.of(yuan), Problem.OVERFLOW);
        } else if (fen[1].signum() != 0) {
            assertRefused(() -> Fen.of(yuan), Problem.SUB_FEN);
        } else {
            assertExact(() -> Fen.of(yuan), fen[0]);
        }
    }

    @Property
    void a_text_is_read_as_its_number_or_refused_and_nothing_else(@ForAll("texts") String text) {
        if (text.matches("-?(0|[1-9]\\d*)(\\.\\d{1,2})?")) {
            assertExact(
                    () -> Fen.parse(text),
                    new BigDecimal(text).movePointRight(2).toBigIntegerExact());
        } else {
            assertThatThrownBy(() -> Fen.parse(text)).isInstanceOf(AmountException.class);
        }
    }

    @Property
    void a_sum_or_difference_is_exact_or_refused_and_never_wraps(@ForAll long one, @ForAll long other) {
        BigInteger left = BigInteger.valueOf(one);
        BigInteger right = BigInteger.valueOf(other);
        assertExact(() -> Fen.add(one, other), left.add(right));
        assertExact(() -> Fen.subtract(one, other), left.subtract(right));
        assertExact(() -> Fen.negate(one), left.negate());
    }

    @Property
    void a_total_is_exact_or_refused_in_any_order(@ForAll @Size(max = 8) List<Long> amounts) {
        BigInteger total = amounts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        assertExact(() -> Fen.sum(ImmutableLongArray.copyOf(amounts)), total);
        assertExact(
                () -> Fen.sum(ImmutableLongArray.copyOf(amounts).stream()
                        .sorted()
                        .mapToObj(Fen::money)
                        .toList()),
                total);
    }

    @Property
    void foreign_money_never_becomes_an_amount(@ForAll("foreign") CurrencyUnit currency, @ForAll int minor) {
        Money money = Money.ofMinor(currency, minor);
        assertRefused(() -> Fen.of(money), Problem.FOREIGN_CURRENCY);
        assertRefused(() -> Fen.sum(List.of(Fen.money(minor), money)), Problem.FOREIGN_CURRENCY);
    }

    @Property
    void price_times_quantity_is_the_exact_product_rounded_half_up(
            @ForAll("prices") BigDecimal price, @ForAll("decimals") BigDecimal quantity) {
        BigDecimal rounded = price.multiply(quantity).setScale(2, RoundingMode.HALF_UP);
        assertExact(() -> Fen.priced(price, quantity), rounded.unscaledValue());
    }

    @Property
    void half_a_fen_goes_away_from_zero_on_both_sides(@ForAll @IntRange(min = 0) int fen, @ForAll boolean negative) {
        BigDecimal half = new BigDecimal(fen).movePointLeft(2).add(new BigDecimal("0.005"));
        long expected = fen + 1L;
        assertThat(Fen.priced(negative ? half.negate() : half, BigDecimal.ONE))
                .isEqualTo(negative ? -expected : expected);
        assertThat(Fen.priced(BigDecimal.ONE, negative ? half.negate() : half))
                .isEqualTo(negative ? -expected : expected);
    }

    @Property
    void the_parts_of_a_split_add_up_to_the_amount(@ForAll long amount, @ForAll("weights") ImmutableLongArray weights) {
        ImmutableLongArray parts = Fen.split(amount, weights);
        assertThat(parts.length()).isEqualTo(weights.length());
        assertThat(Fen.sum(parts)).isEqualTo(amount);
    }

    @Property
    void every_part_of_a_split_is_its_exact_share_cut_or_one_fen_more_and_keeps_the_sign(
            @ForAll long amount, @ForAll("weights") ImmutableLongArray weights) {
        ImmutableLongArray parts = Fen.split(amount, weights);
        for (int i = 0; i < parts.length(); i++) {
            BigInteger[] share = share(amount, weights, i);
            BigInteger more = BigInteger.valueOf(parts.get(i)).subtract(share[0]);
            BigInteger sign = BigInteger.valueOf(Long.signum(amount));
            assertThat(more).isIn(BigInteger.ZERO, share[1].signum() == 0 ? BigInteger.ZERO : sign);
        }
    }

    @Property
    void a_part_that_got_a_fen_more_lost_no_less_than_any_that_did_not_and_stands_earlier_if_equal(
            @ForAll long amount, @ForAll("weights") ImmutableLongArray weights) {
        ImmutableLongArray parts = Fen.split(amount, weights);
        for (int i = 0; i < parts.length(); i++) {
            for (int j = 0; j < parts.length(); j++) {
                BigInteger[] winner = share(amount, weights, i);
                BigInteger[] loser = share(amount, weights, j);
                boolean won = !winner[0].equals(BigInteger.valueOf(parts.get(i)));
                boolean lost = loser[0].equals(BigInteger.valueOf(parts.get(j)));
                if (won && lost) {
                    int larger = winner[1].abs().compareTo(loser[1].abs());
                    assertThat(larger > 0 || (larger == 0 && i < j)).isTrue();
                }
            }
        }
    }

    @Property
    void a_split_of_the_opposite_amount_is_the_mirror(
            @ForAll int amount, @ForAll("weights") ImmutableLongArray weights) {
        ImmutableLongArray mirrored =
                ImmutableLongArray.copyOf(Fen.split(amount, weights).stream().map(part -> -part));
        assertThat(Fen.split(-(long) amount, weights)).isEqualTo(mirrored);
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return decimals(12);
    }

    @Provide
    Arbitrary<BigDecimal> prices() {
        return decimals(6);
    }

    private static Arbitrary<BigDecimal> decimals(int most) {
        Arbitrary<BigInteger> unscaled = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-20_000), BigInteger.valueOf(20_000)),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(21).negate(), BigInteger.TEN.pow(21)));
        return Combinators.combine(unscaled, Arbitraries.integers().between(0, most))
                .as(BigDecimal::new);
    }

    /** Texts that are often a decimal number and often just miss being one. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> integer =
                Arbitraries.of("0", "7", "12", "00", "92233720368547758", "100000000000000000", "", "٣");
        Arbitrary<String> decimals = Arbitraries.of("", ".0", ".5", ".07", ".08", ".", ".123", ".1.2", "e3", " ");
        return Combinators.combine(Arbitraries.of("", "", "-", "-", "+", " ", "--"), integer, decimals)
                .as((sign, whole, rest) -> sign + whole + rest);
    }

    @Provide
    Arbitrary<CurrencyUnit> foreign() {
        return Arbitraries.of(CurrencyUnit.registeredCurrencies()).filter(currency -> !currency.equals(Fen.CNY));
    }

    @Provide
    Arbitrary<ImmutableLongArray> weights() {
        Arbitrary<Long> weight = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 5), Arbitraries.longs().between(0, Long.MAX_VALUE));
        return weight.list()
                .ofMinSize(1)
                .ofMaxSize(7)
                .filter(weights -> weights.stream().anyMatch(each -> each > 0))
                .map(ImmutableLongArray::copyOf);
    }

    /** The exact share of one part: whole fen, and what is left over in units of 1 / total weight. */
    private static BigInteger[] share(long amount, ImmutableLongArray weights, int part) {
        BigInteger total = weights.stream().mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(weights.get(part)))
                .divideAndRemainder(total);
    }

    private static void assertExact(LongSupplier computed, BigInteger expected) {
        if (expected.bitLength() < Long.SIZE) {
            assertThat(computed.getAsLong()).isEqualTo(expected.longValueExact());
        } else {
            assertRefused(computed, Problem.OVERFLOW);
        }
    }

    private static void assertRefused(LongSupplier computed, Problem problem) {
        assertThatThrownBy(computed::getAsLong)
                .asInstanceOf(InstanceOfAssertFactories.throwable(AmountException.class))
                .extracting(AmountException::problem)
                .isEqualTo(problem);
    }
}
