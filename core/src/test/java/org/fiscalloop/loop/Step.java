package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/**
 * A small operation with three numbers, whose meaning depends on what there is when it is taken.
 *
 * @param which which document
 * @param who which person, the right one more often than not
 * @param size how much: all there is, one fen more, or a part
 */
record Step(Kind kind, int which, int who, int size) {
    /** What a step does. */
    enum Kind {
        PROJECT(3),
        PROJECT_ACT(4),
        REVISE_PROJECT(1),
        DIVIDE(2),
        LINE(2),
        LINE_ACT(3),
        REVISE_LINE(1),
        ADJUST(3),
        ALLOT(3),
        ALLOT_ACT(6),
        REVISE_ALLOTMENT(3),
        SPLIT(3),
        FREEZE(2),
        UNFREEZE(2),
        REDUCE(3),
        RECALL(1),
        SUPPLEMENT(2),
        CORRECT(2),
        PRE_ISSUE(4),
        OFFSET(5),
        VIRE(4),
        VIRE_ACT(4),
        CASH_PLAN(5),
        CASH_PLAN_ACT(3),
        BACKDATED(2),
        PLAN(4),
        PLAN_ACT(2),
        AWARD(5),
        CONTRACT(6),
        CONTRACT_ACT(9),
        PAYEE_LIST(6),
        PAYEE_LIST_ACT(3),
        AGREEMENT(3),
        DEMAND(5),
        REQUEST(8),
        REQUEST_ACT(9),
        REVISE_REQUEST(3),
        ALERT(5),
        VOUCHER(6),
        VOUCHER_ACT(12),
        BANK(3),
        RECEIPT(9),
        CLEARING(7),
        CORRECTION(8),
        CORRECTION_ACT(3),
        REFUND(7),
        WAGES(1),
        INCOME(1),
        REPORT(3),
        PLACEMENT(2),
        INCOME_BUDGET(3),
        BILL(5),
        REVENUE_REFUND(5),
        ARRIVAL(2),
        CLAIM(3),
        CARD(4),
        DEPRECIATE(3),
        CARD_ACT(4),
        SALE(2),
        DEBT_LIMIT(2),
        LOAN(3),
        LOAN_PAID(4),
        TEMPORARY_CEILING(1),
        TEMPORARY(4),
        TEMPORARY_ACT(4),
        TEMPORARY_TOLD(4),
        TEMPORARY_CHARGE(5),
        CASH_UP(3),
        CASH_UP_ACT(3),
        CASH_UP_TOLD(4),
        CASH_DOWN(3),
        SETTLEMENT(4),
        COMPLETE(4),
        REPEAT(2),
        CONFLICT(1);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** Two agencies with a project, a line, an allotment to pay from and one to distribute, and requests on vouchers. */
    static final ImmutableList<Step> BEGINNING = ImmutableList.of(
            new Step(Kind.PROJECT, 0, 0, 8),
            new Step(Kind.PROJECT, 1, 0, 8),
            new Step(Kind.LINE, 0, 0, 9),
            new Step(Kind.LINE, 1, 0, 9),
            new Step(Kind.ALLOT, 0, 0, 3),
            new Step(Kind.ALLOT, 1, 0, 3),
            new Step(Kind.ALLOT, 0, 1, 9),
            new Step(Kind.ALLOT, 1, 1, 9),
            new Step(Kind.LINE, 0, 0, 18),
            new Step(Kind.ALLOT, 2, 0, 9),
            new Step(Kind.PLAN, 0, 8, 9),
            new Step(Kind.AWARD, 0, 12, 3),
            new Step(Kind.CONTRACT, 0, 17, 2),
            new Step(Kind.REQUEST, 0, 12, 4),
            new Step(Kind.REQUEST, 1, 12, 5),
            new Step(Kind.REQUEST, 0, 12, 8),
            new Step(Kind.REQUEST, 1, 12, 9),
            new Step(Kind.REQUEST, 2, 8, 5),
            new Step(Kind.VOUCHER, 0, 12, 1),
            new Step(Kind.VOUCHER, 0, 12, 1),
            new Step(Kind.VOUCHER, 0, 12, 9),
            new Step(Kind.VOUCHER, 0, 12, 1));

    /** The same with plans for the allotments to pay from, of which there is more than one month. */
    static final ImmutableList<Step> PLANNED_BEGINNING = ImmutableList.<Step>builder()
            .addAll(BEGINNING.subList(0, 8))
            .add(new Step(Kind.PLAN, 0, 2, 0))
            .add(new Step(Kind.PLAN, 1, 2, 8))
            .add(new Step(Kind.PLAN, 1, 3, 14))
            .addAll(BEGINNING.subList(8, BEGINNING.size()))
            .build();

    /** A beginning with lists of payees, and batches that are paid and sent. */
    static final ImmutableList<Step> BATCH_BEGINNING = ImmutableList.<Step>builder()
            .addAll(BEGINNING.subList(0, 8))
            .add(new Step(Kind.PAYEE_LIST, 6, 12, 5))
            .add(new Step(Kind.PAYEE_LIST, 7, 12, 5))
            .add(new Step(Kind.REQUEST, 1, 12, 4))
            .add(new Step(Kind.REQUEST, 2, 12, 4))
            .add(new Step(Kind.VOUCHER, 0, 12, 1))
            .add(new Step(Kind.VOUCHER, 0, 12, 1))
            .add(new Step(Kind.RECEIPT, 0, 13, 7))
            .add(new Step(Kind.RECEIPT, 0, 13, 7))
            .build();

    /** The same steps for a seed in every machine. */
    static ImmutableList<Step> some(long seed, int size) {
        ImmutableList<Kind> kinds = Arrays.stream(Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
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

    /** Histories of steps for properties. */
    static final class Histories extends DomainContextBase {
        @Provide
        Arbitrary<List<Step>> histories() {
            return steps().list().ofMinSize(1).ofMaxSize(80).withSizeDistribution(RandomDistribution.uniform());
        }

        private static Arbitrary<Step> steps() {
            Arbitrary<Integer> number = Arbitraries.integers().between(0, 59);
            return Combinators.combine(kinds(), number, number, number).as(Step::new);
        }

        @SuppressWarnings("unchecked") // an array of a generic class can only be made raw
        private static Arbitrary<Kind> kinds() {
            return Arbitraries.frequency(Arrays.stream(Kind.values())
                    .map(kind -> Tuple.of(kind.weight, kind))
                    .toArray(Tuple.Tuple2[]::new));
        }
    }
}
