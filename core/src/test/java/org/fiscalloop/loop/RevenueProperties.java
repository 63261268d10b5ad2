package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.collection.CollectionNotices.RefundRepaid;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.NaiveRevenue.NaiveArrival;
import org.fiscalloop.loop.NaiveRevenue.NaiveBill;
import org.fiscalloop.loop.NaiveRevenue.NaiveBudget;
import org.fiscalloop.masterdata.Dimensions;

/** What comes in and goes back, after every step of any history. */
@Domain(Step.Histories.class)
class RevenueProperties {
    private static final ImmutableSet<String> ASSETS = ImmutableSet.of("ASSET", "EXPENSE");

    /** Debits less credits of the accounts of one basis whose elements are these. */
    private static long net(Sums sums, Basis basis, ImmutableSet<String> elements) {
        return sums.treasury().lines().stream()
                .filter(line -> Sums.account(line).basis() == basis
                        && elements.contains(Sums.account(line).element()))
                .mapToLong(line -> line.side() == Side.DEBIT ? line.fen() : -line.fen())
                .sum();
    }

    @Property(tries = 40)
    void INV_03_the_treasurys_assets_and_expenses_are_the_rest_and_its_cash_is_what_it_took_in_and_spent(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(net(sums, Basis.FINANCIAL, ASSETS))
                    .isEqualTo(-net(sums, Basis.FINANCIAL, ImmutableSet.of("LIABILITY", "NET_ASSET", "INCOME")));
            assertThat(sums.treasury("8041").debit())
                    .isEqualTo(-net(sums, Basis.BUDGETARY, ImmutableSet.of("BUDGET_INCOME", "BUDGET_EXPENDITURE")));
        });
    }

    @Property(tries = 40)
    void INV_50_what_moves_the_treasurys_cash_moves_its_budgetary_cash_save_for_what_is_placed(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            assertThat(sums.treasury("1001", "1002", "1003").debit())
                    .isEqualTo(sums.treasury("804101", "804102").debit());
        });
    }

    @Property(tries = 40)
    void INV_51_a_placement_and_a_bill_make_no_budgetary_entry(@ForAll List<Step> steps) {
        Walk.of(
                steps,
                walk -> walk.records.forEach(record -> assertThat(record.entries().stream()
                                .filter(entry -> entry.basis() == Basis.BUDGETARY)
                                .map(Entry::narration))
                        .doesNotContain("cash-placed", "cash-returned", "bill-paid-in", "bill-entered")));
    }

    @Property(tries = 40)
    void INV_42_a_refund_of_revenue_enters_every_ledger_on_one_day_with_one_amount(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            if (walk.did(RefundRepaid.class)) {
                ImmutableList<Entry> entries = walk.outcome().entries();
                assertThat(entries.stream().map(Entry::effectiveOn).distinct()).hasSize(entries.isEmpty() ? 0 : 1);
                assertThat(entries.stream()
                                .flatMap(entry -> entry.lines().stream())
                                .map(Line::fen)
                                .distinct())
                        .hasSize(entries.isEmpty() ? 0 : 1);
            }
        });
    }

    @Property(tries = 40)
    void what_was_executed_of_the_revenue_budget_is_what_the_books_took_in(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            long executed =
                    sums.memorandum("M74").debit() - sums.memorandum("M75").debit();
            assertThat(executed)
                    .isEqualTo(sums.treasury("6001", "6002", "6003", "6005").credit())
                    .isEqualTo(
                            walk.naive.income.treasury() + walk.naive.income.special() - walk.naive.income.refunded());
            for (NaiveBudget budget : Naive.all(walk.naive.income.budgets)) {
                assertThat(sums.on(Ledgers.MEMORANDUM, "M71", "M72")
                                .where(Dimensions.DOCUMENT, budget.id)
                                .debit())
                        .as(budget.id)
                        .isEqualTo(budget.inForce());
            }
        });
    }

    @Property(tries = 40)
    void no_more_of_a_bill_goes_back_than_was_paid_and_what_can_is_known(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            for (NaiveBill bill : Naive.all(walk.naive.income.bills)) {
                assertThat(sums.memorandum("M81")
                                .where(Dimensions.DOCUMENT, bill.id)
                                .debit())
                        .as(bill.id)
                        .isEqualTo(bill.refundable)
                        .isGreaterThanOrEqualTo(0);
            }
        });
    }

    @Property(tries = 40)
    void INV_50_what_arrives_at_an_agency_moves_its_budgetary_cash_as_far_as_it_is_income(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            Sums sums = Sums.of(walk);
            long income = 0;
            long tax = 0;
            long toRemit = 0;
            for (NaiveArrival arrival : Naive.all(walk.naive.income.arrivals)) {
                income += arrival.income;
                tax += arrival.tax;
                toRemit += arrival.toRemit;
            }
            long advanced = sums.agency("2307").credit();
            long charged = Naive.all(walk.naive.allotments).stream()
                    .mapToLong(allotment -> allotment.charged)
                    .sum();
            assertThat(sums.agency("1002").debit() - toRemit - advanced)
                    .isEqualTo(sums.agency("800102").debit())
                    .isEqualTo(income + walk.naive.otherIncome + charged);
            assertThat(sums.agency("4101").credit()).isEqualTo(income - tax);
            assertThat(sums.agency("2101").credit()).isEqualTo(tax);
            assertThat(sums.agency("2103").credit())
                    .isEqualTo(toRemit)
                    .isEqualTo(sums.memorandum("M91").debit());
        });
    }
}
