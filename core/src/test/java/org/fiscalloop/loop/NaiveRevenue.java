package org.fiscalloop.loop;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.collection.BillState;
import org.fiscalloop.collection.RefundState;
import org.fiscalloop.incomebudget.IncomeBudgetState;

/** What the loop should know of what comes in, as naively as it can be kept. */
final class NaiveRevenue {
    /** A line of the revenue budget. */
    static final class NaiveBudget extends Naive.Paper {
        final String fund;
        final String income;
        IncomeBudgetState state = IncomeBudgetState.DRAFT;
        long amount;
        long adjusted;

        NaiveBudget(String fund, String income, long amount) {
            super(World.DIVISION + "/" + World.YEAR + "/" + fund + "/" + income, "");
            this.fund = fund;
            this.income = income;
            this.amount = amount;
        }

        long inForce() {
            return state == IncomeBudgetState.IN_FORCE ? amount + adjusted : 0;
        }
    }

    /** A bill of a fine. */
    static final class NaiveBill extends Naive.Paper {
        final long fen;
        BillState state = BillState.BILLED;
        long refundable;

        NaiveBill(String id, long fen) {
            super(id, World.ORGAN);
            this.fen = fen;
        }
    }

    /** A refund of revenue, of a bill or of a tax. */
    static final class NaiveRefund extends Naive.Paper {
        final Optional<NaiveBill> bill;
        final long fen;
        RefundState state = RefundState.DRAFT;

        NaiveRefund(String id, Optional<NaiveBill> bill, long fen) {
            super(id, World.ORGAN);
            this.bill = bill;
            this.fen = fen;
        }

        boolean holds() {
            return state == RefundState.SUBMITTED || state == RefundState.APPROVED;
        }
    }

    /** What a day's report in force says of the treasury and of the special account. */
    record Day(String number, long treasury, long special) {}

    /** Money that arrived at an agency; a part of it is income, the rest is collected for the treasury. */
    static final class NaiveArrival extends Naive.Paper {
        final long fen;
        boolean isClaimed;
        long income;
        long tax;
        long toRemit;

        NaiveArrival(String id, String agency, long fen) {
            super(id, agency);
            this.fen = fen;
        }
    }

    /** Money placed with a bank. */
    static final class NaivePlacement {
        final String number;
        final long fen;
        boolean isBack;

        NaivePlacement(String number, long fen) {
            this.number = number;
            this.fen = fen;
        }
    }

    final Map<LocalDate, Day> days = new LinkedHashMap<>();
    final Map<String, NaiveBudget> budgets = new LinkedHashMap<>();
    final Map<String, NaivePlacement> placements = new LinkedHashMap<>();
    final Map<String, NaiveBill> bills = new LinkedHashMap<>();
    final Map<String, NaiveRefund> refunds = new LinkedHashMap<>();
    final Map<String, NaiveArrival> arrivals = new LinkedHashMap<>();
    long interest;

    /** What came into the treasury. */
    long treasury() {
        return days.values().stream().mapToLong(Day::treasury).sum() + interest;
    }

    /** What came into the special account. */
    long special() {
        return days.values().stream().mapToLong(Day::special).sum();
    }

    /** What went back from the treasury. */
    long refunded() {
        return refunds.values().stream()
                .filter(refund -> refund.state == RefundState.REPAID)
                .mapToLong(refund -> refund.fen)
                .sum();
    }

    /** What arrivals have left with agencies. */
    long arrived() {
        return arrivals.values().stream()
                .filter(arrival -> arrival.isClaimed)
                .mapToLong(arrival -> arrival.income + arrival.toRemit)
                .sum();
    }

    /** What is with banks. */
    long placed() {
        return placements.values().stream()
                .filter(placement -> !placement.isBack)
                .mapToLong(placement -> placement.fen)
                .sum();
    }
}
