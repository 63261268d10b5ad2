package org.fiscalloop.loop;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.NaivePayeeList.Detail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.junit.jupiter.api.Test;

/** Batches, their failed details, and what is paid again, after every step of any interleaving. */
class BatchPaymentProperties {
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
            case REFUND -> 12;
            case PAYEE_LIST, REQUEST, VOUCHER, RECEIPT -> 8;
            case PAYEE_LIST_ACT, REQUEST_ACT, VOUCHER_ACT -> 4;
            case CLEARING, ALLOT, CONTRACT -> 3;
            case REVISE_REQUEST, BANK, REPEAT, CONFLICT, COMPLETE, FREEZE, UNFREEZE -> 1;
            default -> 0;
        };
    }

    @Property(tries = 60)
    void E8_a_failed_payment_in_a_batch_restores_exactly_its_own_part(@ForAll("interleavings") List<Step> steps) {
        Walk walk = Walk.batches(steps, now -> {
            assertThat(now.surprises).isEmpty();
            for (JournalRecord record : now.records) {
                if (record.content() instanceof RefundNotice refund
                        && !record.entries().isEmpty()) {
                    restoresItsOwnPart(now, refund, Sums.of(record.entries()));
                }
            }
        });
        assertThat(walk.loop.verify()).isEmpty();
    }

    /** Of a notice that names a detail: in every ledger its amount, of its request and allotment, of its list and number. */
    private static void restoresItsOwnPart(Walk walk, RefundNotice refund, Sums sums) {
        PaymentVoucher voucher = walk.find(refund.voucher());
        String paid = refund.request()
                .map(Id::value)
                .orElseGet(() -> voucher.terms().lines().get(0).request().value());
        NaiveRequest request = requireNonNull(walk.naive.requests.get(paid), paid);
        if (refund.detail().isEmpty() || request.payees.isEmpty()) {
            return;
        }
        long fen = Fen.of(refund.amount());
        String list = request.payees.get(0).id;
        assertThat(sums.allotment("IE04").debit()).isEqualTo(fen);
        assertThat(sums.where(Dimensions.ALLOTMENT, request.allotment.id)
                        .allotment("IE04")
                        .debit())
                .isEqualTo(fen);
        assertThat(sums.treasury("1001").debit()).isEqualTo(fen);
        assertThat(sums.where(Dimensions.PAYMENT, request.id).memorandum("M11").debit())
                .isEqualTo(-fen);
        assertThat(sums.memorandum("MP04").debit()).isEqualTo(fen);
        assertThat(document(sums, "MP04", list + "/" + refund.detail().orElseThrow()))
                .isEqualTo(fen);
        assertThat(document(sums, "MP03", list)).isEqualTo(-fen);
    }

    private static long document(Sums sums, String account, String document) {
        return sums.memorandum(account).where(Dimensions.DOCUMENT, document).debit();
    }

    @Property(tries = 40)
    void E8_no_more_of_a_detail_comes_back_than_was_paid_and_no_more_is_paid_again_than_came_back(
            @ForAll("interleavings") List<Step> steps) {
        Walk.batches(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaivePayeeList list : all(walk.naive.payeeLists)) {
                for (int i = 0; i < list.details.size(); i++) {
                    Detail detail = list.details.get(i);
                    String key = list.id + "/" + (i + 1);
                    long repayable = document(sums, "MP04", key);
                    long back = repayable + document(sums, "MP05", key);
                    assertThat(back).as(key).isEqualTo(detail.returned).isBetween(0L, detail.fen);
                    assertThat(repayable).as(key).isEqualTo(detail.repayable).isNotNegative();
                }
            }
        });
    }

    @Property(tries = 40)
    void E3_a_list_comes_to_what_is_free_named_paid_and_come_back_of_it_and_to_its_request(
            @ForAll("interleavings") List<Step> steps) {
        Walk.batches(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaivePayeeList list : all(walk.naive.payeeLists)) {
                PayeeList found = walk.find(PayeeList.id(list.id));
                assertThat(found.state()).as(list.id).isEqualTo(list.state);
                boolean isConfirmed = list.state == PayeeListState.CONFIRMED;
                long fen = found.terms().fen();
                assertThat(document(sums, "MP01", list.id))
                        .as(list.id)
                        .isEqualTo(isConfirmed && !list.isNamed ? fen : 0);
                assertThat(document(sums, "MP02", list.id))
                        .as(list.id)
                        .isEqualTo(isConfirmed && list.isNamed ? fen : 0);
                assertThat(document(sums, "MP03", list.id)).as(list.id).isEqualTo(list.left());
            }
            for (NaiveRequest request : all(walk.naive.requests)) {
                PaymentRequest found = walk.find(World.request(request.id));
                if (request.state == PaymentState.PAID && found.terms().payees().isPresent()) {
                    assertThat(found.terms().amount())
                            .isEqualTo(Fen.money(request.payees.get(0).fen()));
                    assertThat(sums.where(Dimensions.PAYMENT, request.id)
                                    .memorandum("M11")
                                    .debit())
                            .as(request.id)
                            .isEqualTo(request.payees.get(0).left());
                }
            }
        });
    }

    @Property(tries = 40)
    void one_list_is_named_by_one_live_request(@ForAll("interleavings") List<Step> steps) {
        Walk.batches(steps, walk -> {
            for (NaivePayeeList list : all(walk.naive.payeeLists)) {
                ImmutableList<NaiveRequest> live = all(walk.naive.requests).stream()
                        .filter(request -> request.holds() || request.state == PaymentState.PAID)
                        .filter(request -> walk.find(World.request(request.id))
                                .terms()
                                .payees()
                                .equals(Optional.of(PayeeList.id(list.id))))
                        .collect(ImmutableList.toImmutableList());
                assertThat(live).as(list.id).hasSizeLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void interleavings_have_failed_details_and_pay_some_of_them_again() {
        int failed = 0;
        int again = 0;
        for (long seed = 0; seed < 10; seed++) {
            Walk walk = Walk.batches(some(seed, 150), nobody -> {});
            assertThat(walk.surprises).isEmpty();
            for (NaivePayeeList list : all(walk.naive.payeeLists)) {
                for (Detail detail : list.details) {
                    failed += detail.returned > 0 ? 1 : 0;
                    again += detail.returned > detail.repayable ? 1 : 0;
                }
            }
        }
        assertThat(failed).isGreaterThan(20);
        assertThat(again).isGreaterThan(2);
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
}
