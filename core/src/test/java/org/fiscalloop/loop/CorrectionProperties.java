package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionEvents.CorrectionBooked;
import org.fiscalloop.correction.CorrectionEvents.CorrectionFilledIn;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaivePlace;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.VoucherTerms.Refund;

/** A correction moves an amount between allotments and codes, and nothing else; after every step of any history. */
@Domain(Step.Histories.class)
class CorrectionProperties {
    private static ImmutableList<CorrectionBooked> booked(JournalRecord record) {
        return record.events().stream()
                .filter(CorrectionBooked.class::isInstance)
                .map(CorrectionBooked.class::cast)
                .collect(ImmutableList.toImmutableList());
    }

    private static long standing(Sums sums, NaiveRequest request, NaivePlace place) {
        return sums.memorandum("M11")
                .where(Dimensions.PAYMENT, request.id)
                .where(Dimensions.DOCUMENT, place.correction)
                .debit();
    }

    private static long at(Sums sums, Dimension dimension, String code, String account) {
        return sums.allotment(account).where(dimension, code).debit();
    }

    @Property(tries = 40)
    void E9_a_correction_takes_from_one_allotment_what_it_gives_the_other_and_no_cash_and_no_expenditure_changes(
            @ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> walk.records.forEach(record -> booked(record).forEach(event -> {
                    Sums sums = Sums.of(record.entries());
                    long fen = Fen.of(event.to().line().amount());
                    String from = event.from().line().allotment().value();
                    String to = event.to().line().allotment().value();
                    long moved = from.equals(to) ? 0 : fen;
                    assertThat(at(sums, Dimensions.ALLOTMENT, from, "IE04")).isEqualTo(moved);
                    assertThat(at(sums, Dimensions.ALLOTMENT, to, "IE04")).isEqualTo(-moved);
                    assertThat(at(sums, Dimensions.ALLOTMENT, from, "IP")).isEqualTo(-moved);
                    assertThat(at(sums, Dimensions.ALLOTMENT, to, "IP")).isEqualTo(moved);
                    assertThat(sums.allotment("IE04").debit()).isZero();
                    assertThat(sums.allotment("IP").debit()).isZero();
                    for (String cash : ImmutableList.of("1001", "8041", "5", "7")) {
                        assertThat(sums.treasury(cash).debit()).as(cash).isZero();
                    }
                    long drafted = sums.memorandum("M31").debit()
                            - sums.memorandum("M33").debit();
                    assertThat(drafted).isZero();
                    for (String account : ImmutableList.of("1002", "4001", "5", "6001", "7")) {
                        assertThat(sums.agency(account).debit()).as(account).isZero();
                    }
                    assertThat(sums.memorandum("M11").debit()).isZero();
                })));
    }

    @Property(tries = 40)
    void E7_only_a_correction_that_is_approved_at_last_books_anything(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> walk.records.forEach(record -> {
                    boolean isOfCorrection = record.moves().stream()
                            .anyMatch(linked -> linked.move().document().kind().equals(Correction.KIND));
                    if (isOfCorrection) {
                        assertThat(record.entries().isEmpty())
                                .isEqualTo(booked(record).isEmpty());
                    }
                }));
    }

    @Property(tries = 40)
    void E8_what_of_a_payment_stands_where_adds_up_to_what_can_come_back_of_it(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveRequest request : all(walk.naive.requests)) {
                long all = 0;
                for (NaivePlace place : request.places) {
                    assertThat(standing(sums, request, place))
                            .as(request.id + " " + place.correction)
                            .isEqualTo(place.standing)
                            .isNotNegative();
                    all += place.standing;
                }
                assertThat(sums.memorandum("M11")
                                .where(Dimensions.PAYMENT, request.id)
                                .debit())
                        .isEqualTo(all)
                        .isEqualTo(request.refundable);
            }
        });
    }

    @Property(tries = 40)
    void E8_a_refund_comes_back_to_the_allotments_that_bear_the_payment_and_to_the_one_that_is_named(
            @ForAll List<Step> steps) {
        Walk.of(steps, new Walk.Watcher() {
            private final List<Entry> before = new ArrayList<>();

            @Override
            public void after(Walk walk) {
                for (JournalRecord record : walk.records) {
                    if (record.events().stream().anyMatch(VoucherRefunded.class::isInstance)) {
                        check(walk, record);
                    }
                    before.addAll(record.entries());
                }
            }

            private void check(Walk walk, JournalRecord record) {
                Sums back = Sums.of(record.entries());
                Sums borne = Sums.of(before).memorandum("M11");
                for (NaiveAllotment allotment : all(walk.naive.allotments)) {
                    long restored = at(back, Dimensions.ALLOTMENT, allotment.id, "IE04");
                    assertThat(restored)
                            .as(allotment.id)
                            .isBetween(
                                    0L,
                                    borne.where(Dimensions.ALLOTMENT, allotment.id)
                                            .debit());
                }
                record.events().stream()
                        .filter(VoucherRefunded.class::isInstance)
                        .map(event -> ((VoucherRefunded) event).refund())
                        .filter(refund -> refund.allotment().isPresent())
                        .forEach(refund -> named(back, refund));
            }

            private void named(Sums back, Refund refund) {
                String allotment = refund.allotment().orElseThrow().value();
                assertThat(at(back, Dimensions.ALLOTMENT, allotment, "IE04"))
                        .isGreaterThanOrEqualTo(Fen.of(refund.amount()));
            }
        });
    }

    /** Otherwise the properties would say nothing. */
    @Example
    void histories_have_enough_that_is_corrected_once_and_again_and_comes_back_then() {
        Set<String> done = new HashSet<>();
        for (long seed = 1; seed <= 60; seed++) {
            Walk walk = Walk.of(Step.some(seed, 250), nobody -> {});
            for (Outcome outcome : walk.outcomes) {
                outcome.record().events().forEach(event -> {
                    if (event instanceof CorrectionFilledIn) {
                        done.add("filled in");
                    } else if (event instanceof CorrectionBooked booked) {
                        done.add(booked.from().correction().isEmpty() ? "booked" : "booked again");
                    } else if (event instanceof VoucherRefunded refunded
                            && refunded.refund().allotment().isPresent()) {
                        done.add("refunded by name");
                    }
                });
            }
            boolean isBack = all(walk.naive.requests).stream()
                    .flatMap(request -> request.places.stream())
                    .anyMatch(place -> !place.correction.isEmpty() && place.standing < place.amount);
            if (isBack) {
                done.add("taken from a corrected place");
            }
        }
        assertThat(done)
                .containsExactlyInAnyOrder(
                        "filled in", "booked", "booked again", "refunded by name", "taken from a corrected place");
    }
}
