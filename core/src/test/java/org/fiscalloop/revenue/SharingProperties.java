package org.fiscalloop.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.fiscalloop.decision.Source;
import org.fiscalloop.money.Fen;

/** Shared revenue (共享收入): what levels have of a receipt is the receipt, to the fen. */
class SharingProperties {
    private static final Source SOURCE = Source.own("test");

    @Property
    void the_shares_of_a_receipt_are_the_receipt_and_each_is_its_portion_cut_to_the_fen(
            @ForAll @LongRange(min = 0, max = Long.MAX_VALUE) long fen,
            @ForAll @Size(4) List<@IntRange(min = 0, max = 2_500) Integer> parts,
            @ForAll @IntRange(min = 1, max = 5) int remainder) {
        Sharing sharing = sharing(parts, remainder);

        ImmutableList<IncomeTerms.Share> shares = sharing.divide(fen);

        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < shares.size(); i++) {
            long share = Fen.of(shares.get(i).amount());
            sum = sum.add(BigInteger.valueOf(share));
            BigInteger cut = BigInteger.valueOf(fen)
                    .multiply(BigInteger.valueOf(sharing.portions().get(i).perTenThousand()))
                    .divide(BigInteger.valueOf(10_000));
            BigInteger more = BigInteger.valueOf(share).subtract(cut);
            assertThat(more).isBetween(BigInteger.ZERO, BigInteger.valueOf(i + 1 == remainder ? parts.size() : 0));
        }
        assertThat(sum).isEqualTo(BigInteger.valueOf(fen));
    }

    private static Sharing sharing(List<Integer> parts, int remainder) {
        ImmutableList.Builder<Sharing.Portion> portions = ImmutableList.builder();
        int left = 10_000;
        for (int i = 0; i < parts.size(); i++) {
            portions.add(new Sharing.Portion(Integer.toString(i + 1), parts.get(i)));
            left -= parts.get(i);
        }
        portions.add(new Sharing.Portion("5", left));
        return new Sharing("10101", portions.build(), Integer.toString(remainder), SOURCE);
    }

    @Example
    void a_fen_that_two_levels_share_goes_to_the_level_that_takes_the_rest() {
        Sharing half = new Sharing(
                "10101",
                ImmutableList.of(new Sharing.Portion("1", 5_000), new Sharing.Portion("3", 5_000)),
                "3",
                SOURCE);

        assertThat(half.divide(1))
                .containsExactly(new IncomeTerms.Share("1", Fen.money(0)), new IncomeTerms.Share("3", Fen.money(1)));
    }

    @Example
    void portions_that_are_no_whole_or_whose_rest_goes_nowhere_are_refused() {
        Sharing.Portion half = new Sharing.Portion("1", 5_000);
        Sharing.Portion other = new Sharing.Portion("3", 5_000);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sharing("101", ImmutableList.of(half), "1", SOURCE))
                .withMessageContaining("10000 together: 5000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sharing("101", ImmutableList.of(half, half), "1", SOURCE))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sharing("101", ImmutableList.of(half, other), "2", SOURCE))
                .withMessageContaining("a level that shares");
        assertThatIllegalArgumentException().isThrownBy(() -> new Sharing.Portion("1", -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sharing("101", ImmutableList.of(half, other), "1", SOURCE).divide(-1));
    }
}
