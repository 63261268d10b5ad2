package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.fiscalloop.bankcollection.DemandState;
import org.fiscalloop.loop.NaiveDemands.NaiveDemand;
import org.fiscalloop.masterdata.Dimensions;
import org.junit.jupiter.api.Test;

/** Demands of banks after every step of any interleaving of agreements, demands, payments and refunds. */
class DemandProperties {
    @Provide
    Arbitrary<List<Step>> interleavings() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 59);
        return Combinators.combine(kinds(), number, number, number)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(80)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @SuppressWarnings("unchecked") // an array of a generic class can only be made raw
    private static Arbitrary<Step.Kind> kinds() {
        return Arbitraries.frequency(Arrays.stream(Step.Kind.values())
                .map(kind -> Tuple.of(weight(kind), kind))
                .filter(weighed -> weighed.get1() > 0)
                .toArray(Tuple.Tuple2[]::new));
    }

    private static int weight(Step.Kind kind) {
        return switch (kind) {
            case REFUND -> 16;
            case REQUEST, VOUCHER, RECEIPT, DEMAND -> 8;
            case AGREEMENT, REQUEST_ACT, VOUCHER_ACT -> 4;
            case CLEARING, ALLOT -> 3;
            case REVISE_REQUEST, BANK, REPEAT, CONFLICT, FREEZE -> 1;
            default -> 0;
        };
    }

    @Property(tries = 60)
    void E3_a_demand_comes_to_what_is_free_named_paid_and_come_back_of_it(@ForAll("interleavings") List<Step> steps) {
        Walk walk = Walk.of(steps, now -> {
            assertThat(now.surprises).isEmpty();
            Sums sums = Sums.of(now);
            for (NaiveDemand demand : all(now.naive.collected.demands)) {
                String id = Demands.id(demand.id).value();
                long fen = demand.told.fen();
                boolean isRaised = demand.state == DemandState.RAISED;
                boolean isPaid = demand.state == DemandState.PAID || demand.state == DemandState.REFUNDED;
                assertThat(now.find(Demands.id(demand.id)).state()).as(id).isEqualTo(demand.state);
                assertThat(document(sums, "MU01", id)).as(id).isEqualTo(isRaised && !demand.isNamed ? fen : 0);
                assertThat(document(sums, "MU02", id)).as(id).isEqualTo(isRaised && demand.isNamed ? fen : 0);
                assertThat(document(sums, "MU03", id)).as(id).isEqualTo(demand.left);
                assertThat(document(sums, "MU04", id)).as(id).isEqualTo(isPaid ? fen - demand.left : 0);
            }
        });
        assertThat(walk.loop.verify()).isEmpty();
    }

    @Test
    void interleavings_have_demands_that_are_paid_refused_and_refunded() {
        Set<DemandState> reached = EnumSet.noneOf(DemandState.class);
        for (long seed = 0; seed < 25; seed++) {
            Walk walk = Walk.of(some(seed, 200), nobody -> {});
            assertThat(walk.surprises).isEmpty();
            all(walk.naive.collected.demands).forEach(demand -> reached.add(demand.state));
        }
        assertThat(reached).containsExactlyInAnyOrder(DemandState.values());
    }

    /** The same steps for a seed in every machine. */
    private static ImmutableList<Step> some(long seed, int size) {
        ImmutableList<Step.Kind> kinds = Arrays.stream(Step.Kind.values())
                .flatMap(kind -> Collections.nCopies(weight(kind), kind).stream())
                .collect(ImmutableList.toImmutableList());
        Random random = new Random(seed);
        return Stream.generate(() -> new Step(
                        kinds.get(random.nextInt(kinds.size())),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(60)))
                .limit(size)
                .collect(ImmutableList.toImmutableList());
    }

    private static long document(Sums sums, String account, String document) {
        return sums.memorandum(account).where(Dimensions.DOCUMENT, document).debit();
    }
}
