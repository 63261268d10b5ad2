package org.fiscalloop.loop;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentVoucher;

/**
 * The ledgers of allotments, treasury and agencies say the same, save for what is paid and not yet cleared, and for what
 * waits on a draft voucher; after every step of any history.
 */
@Domain(Step.Histories.class)
class ThreeLedgersProperties {
    private static final ImmutableSet<String> AGENCIES = ImmutableSet.of(World.ORGAN, World.INSTITUTION);

    /** All entries that a history has booked so far. */
    private static final class Booked implements Walk.Watcher {
        private final List<Entry> entries = new ArrayList<>();
        private final BiConsumer<Walk, List<Entry>> check;

        Booked(BiConsumer<Walk, List<Entry>> check) {
            this.check = check;
        }

        @Override
        public void after(Walk walk) {
            walk.records.forEach(record -> entries.addAll(record.entries()));
            check.accept(walk, entries);
        }
    }

    /** What left the treasury by clearing, less what came back. */
    private static long cleared(List<Entry> entries) {
        return Sums.of(entries.stream()
                        .filter(entry ->
                                entry.rule().startsWith("T-03") || entry.rule().startsWith("T-04"))
                        .collect(toImmutableList()))
                .treasury("1001")
                .credit();
    }

    private static long notCleared(Walk walk) {
        return all(walk.naive.vouchers).stream()
                .map(voucher -> walk.find(World.voucher(voucher.id)))
                .filter(voucher -> voucher.terms().receipt().isPresent()
                        && voucher.terms().clearing().isEmpty())
                .mapToLong(voucher -> voucher.terms().fen())
                .sum();
    }

    /** What waits on draft vouchers of an agency: payments less refunds. */
    private static long toComplete(Walk walk, String agency) {
        return all(walk.naive.drafts).stream()
                .filter(draft -> draft.agency.equals(agency) && !draft.isPosted)
                .mapToLong(draft -> draft.open)
                .sum();
    }

    @Property(tries = 40)
    void INV_20_payments_are_what_the_treasury_cleared_and_what_is_paid_and_not_yet_cleared(@ForAll List<Step> steps) {
        Walk.of(steps, new Booked((walk, entries) -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.allotment("IP01").debit()).isEqualTo(cleared(entries) + notCleared(walk));
            assertThat(sums.memorandum("M21").debit()).isEqualTo(notCleared(walk));
        }));
    }

    @Property(tries = 40)
    void INV_21_treasury_expenditure_is_what_was_paid_and_cleared_of_this_years_allotments(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.treasury("7001", "7002", "7003").debit())
                    .isEqualTo(sums.allotment("IP01", "IP05").debit() - notCleared(walk));
            assertThat(sums.treasury("5").debit())
                    .isEqualTo(sums.treasury("7001", "7002", "7003", "7011", "7012")
                            .debit());
        });
    }

    @Property(tries = 40)
    void INV_30_what_is_paid_for_an_agency_is_its_fiscal_budget_income_and_what_waits_on_drafts(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (String agency : AGENCIES) {
                Sums own = sums.where(Dimensions.AGENCY, agency);
                assertThat(own.allotment("IP01", "IP05").debit())
                        .as(agency)
                        .isEqualTo(own.agency("6001").credit() + toComplete(walk, agency));
                assertThat(own.memorandum("M31").debit() - own.memorandum("M33").debit())
                        .as(agency)
                        .isEqualTo(toComplete(walk, agency));
            }
        });
    }

    @Property(tries = 40)
    void INV_31_fiscal_income_is_fiscal_budget_income_for_every_agency(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (String agency : AGENCIES) {
                Sums own = sums.where(Dimensions.AGENCY, agency).where(Dimensions.YEAR, "" + World.YEAR);
                assertThat(own.agency("4001").credit())
                        .as(agency)
                        .isEqualTo(own.agency("6001").credit());
            }
        });
    }

    @Property(tries = 40)
    void INV_41_payments_are_what_left_the_treasury_and_what_all_agencies_received(@ForAll List<Step> steps) {
        Walk.of(steps, new Booked((walk, entries) -> {
            Sums sums = Sums.of(walk);
            long paid = sums.allotment("IP").debit();
            assertThat(cleared(entries) + notCleared(walk))
                    .as("what clears temporary payments left the treasury before")
                    .isEqualTo(paid - sums.allotment("IP05").debit());
            long waiting = AGENCIES.stream()
                    .mapToLong(agency -> toComplete(walk, agency))
                    .sum();
            assertThat(sums.agency("4001", "1201").credit() + waiting).isEqualTo(paid);
        }));
    }

    @Property(tries = 40)
    void INV_42_a_refund_enters_all_ledgers_on_one_day_with_one_amount(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> walk.records.stream()
                        .filter(record -> record.events().stream().anyMatch(VoucherRefunded.class::isInstance))
                        .forEach(record -> {
                            long back = told(record);
                            Sums sums = Sums.of(record.entries());
                            assertThat(sums.allotment("IP01").credit()).isEqualTo(back);
                            assertThat(sums.treasury("1001").debit()).isEqualTo(back);
                            assertThat(sums.treasury("8041").debit()).isEqualTo(back);
                            assertThat(sums.memorandum("M11").credit()).isEqualTo(back);
                            assertThat(sums.agency("4001").debit()
                                            + sums.memorandum("M33").debit())
                                    .isEqualTo(back);
                            assertThat(days(record)).hasSize(1);
                        }));
    }

    /** What came back, by the vouchers that the record moved. */
    private static long told(JournalRecord record) {
        return record.events().stream()
                .filter(VoucherRefunded.class::isInstance)
                .map(VoucherRefunded.class::cast)
                .mapToLong(event -> Fen.of(event.refund().amount()))
                .sum();
    }

    private static ImmutableList<LocalDate> days(JournalRecord record) {
        return record.entries().stream().map(Entry::effectiveOn).distinct().collect(toImmutableList());
    }

    @Property(tries = 40)
    void E3_what_is_paid_was_applied_for_and_a_voucher_is_the_sum_of_its_requests(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            all(walk.naive.vouchers).forEach(naive -> {
                PaymentVoucher voucher = walk.find(World.voucher(naive.id));
                long requested = voucher.terms().lines().stream()
                        .mapToLong(
                                line -> Fen.of(walk.find(line.request()).terms().amount()))
                        .sum();
                assertThat(voucher.terms().fen()).isEqualTo(requested);
            });
            all(walk.naive.allotments).forEach(allotment -> {
                long vouchered = all(walk.naive.vouchers).stream()
                        .filter(Naive.NaiveVoucher::isPaid)
                        .flatMap(voucher -> voucher.requests.stream())
                        .flatMap(request -> request.places.stream())
                        .filter(place -> place.allotment == allotment)
                        .mapToLong(place -> place.amount)
                        .sum();
                assertThat(sums.allotment("IP01")
                                .where(Dimensions.ALLOTMENT, allotment.id)
                                .debit())
                        .isBetween(0L, vouchered);
            });
        });
    }
}
