package org.fiscalloop.loop;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.asset.AssetState;

/** What the loop should know of assets and debt, kept as naively as it can be. */
final class NaiveHoldings {
    /** A card. */
    static final class NaiveCard extends Naive.Paper {
        final int months;
        final LocalDate acquiredOn;
        Optional<NaiveOrigin> origin = Optional.empty();
        AssetState state = AssetState.IN_USE;
        long cost;
        long depreciated;
        long sold;

        NaiveCard(String id, String agency, long cost, int months, LocalDate acquiredOn) {
            super(id, agency);
            this.cost = cost;
            this.months = months;
            this.acquiredOn = acquiredOn;
        }

        long passed(YearMonth month) {
            return Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(acquiredOn), month) + 1);
        }

        long until(YearMonth month) {
            return months == 0 ? 0 : cost * Math.min(months, passed(month)) / months;
        }

        long due(YearMonth month) {
            return state == AssetState.IN_USE ? Math.max(0, until(month) - depreciated) : 0;
        }

        void leave(AssetState to) {
            state = to;
            cost = 0;
            depreciated = 0;
        }
    }

    /** What accountants have booked as assets of one payment, less what came back and what has a card. */
    static final class NaiveOrigin {
        final String cause;
        final String agency;
        long toCard;

        NaiveOrigin(String cause, String agency) {
            this.cause = cause;
            this.agency = agency;
        }
    }

    /** What was lent on, at one ten-thousandth a day. */
    static final class NaiveLoan {
        final String id;
        final long principal;
        final LocalDate from;
        long accrued;
        long interest;
        private final List<Long> repaid = new ArrayList<>();
        private final List<LocalDate> repaidOn = new ArrayList<>();

        NaiveLoan(String id, long principal, LocalDate from) {
            this.id = id;
            this.principal = principal;
            this.from = from;
        }

        long owed() {
            return principal - repaid.stream().mapToLong(fen -> fen).sum();
        }

        long until(LocalDate day) {
            return fenDays(day) / 10_000;
        }

        private long fenDays(LocalDate day) {
            long days = principal * ChronoUnit.DAYS.between(from, day);
            for (int i = 0; i < repaid.size(); i++) {
                days -= repaid.get(i) * Math.max(0, ChronoUnit.DAYS.between(repaidOn.get(i), day));
            }
            return days;
        }

        /** What has run up to the first month's end on which more is due than was paid. */
        long nextInstalment() {
            for (int month = 1; month < 60; month++) {
                long until = until(from.plusMonths(month));
                if (until > interest) {
                    return until - interest;
                }
            }
            return Math.max(0, (2 * fenDays(from.plusMonths(60)) + 10_000) / 20_000 - interest);
        }

        void payInterest(long fen) {
            interest += fen;
            accrued = Math.max(accrued, interest);
        }

        void repay(long fen, LocalDate on) {
            if (fen > 0) {
                repaid.add(fen);
                repaidOn.add(on);
            }
        }
    }

    final Map<String, NaiveCard> cards = new LinkedHashMap<>();
    final Map<String, NaiveOrigin> origins = new LinkedHashMap<>();
    final Map<String, NaiveLoan> loans = new LinkedHashMap<>();
    final Set<String> months = new HashSet<>();
    boolean isLimited;
    long limit;

    /** An accountant has booked an asset, or that money of it came back. */
    void book(Naive.NaiveDraft draft) {
        origins.computeIfAbsent(draft.cause, cause -> new NaiveOrigin(cause, draft.agency)).toCard += draft.open;
    }

    /** What is owed. */
    long owed() {
        return loans.values().stream().mapToLong(NaiveLoan::owed).sum();
    }

    /** What debt has brought to the treasury less what was paid of it. */
    long cash() {
        return loans.values().stream()
                .mapToLong(loan -> loan.owed() - loan.interest)
                .sum();
    }

    /** What sales have brought and is not the treasury's yet. */
    long sold() {
        return cards.values().stream().mapToLong(card -> card.sold).sum();
    }
}
