package org.fiscalloop.money;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import com.google.common.primitives.ImmutableLongArray;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The split of an amount by largest remainder, with weights already found to be good. */
final class LargestRemainder {

    private LargestRemainder() {}

    static ImmutableLongArray split(long amount, ImmutableLongArray weights, BigInteger total) {
        List<Long> parts = new ArrayList<>();
        List<BigInteger> cuts = new ArrayList<>();
        long left = amount;
        for (int i = 0; i < weights.length(); i++) {
            // Division cuts towards zero, so a negative amount is the mirror of the positive one.
            BigInteger[] share = BigInteger.valueOf(amount)
                    .multiply(BigInteger.valueOf(weights.get(i)))
                    .divideAndRemainder(total);
            parts.add(share[0].longValueExact());
            cuts.add(share[1].abs());
            left -= share[0].longValueExact();
        }
        // |left| is less than the number of parts that lost something: the sum of the cuts is |left| × total.
        List<Integer> byLoss = IntStream.range(0, parts.size())
                .boxed()
                .sorted(comparing(cuts::get, reverseOrder()))
                .toList();
        for (int part : byLoss.subList(0, Math.toIntExact(Math.abs(left)))) {
            parts.set(part, parts.get(part) + Long.signum(left));
        }
        return ImmutableLongArray.copyOf(parts);
    }
}
