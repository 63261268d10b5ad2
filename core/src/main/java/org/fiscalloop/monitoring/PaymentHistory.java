package org.fiscalloop.monitoring;

import com.google.common.collect.AbstractIterator;
import com.google.common.collect.Streams;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Past payments in memory, as the documents say: whoever moves a request tells it. It belongs to one thread at a time.
 *
 * <p>Reading steps from one match to the next, and over all that lies between: what it costs follows from what is found and
 * from the days on which there is something, never from how much there is. Of a division it keeps two years: once something
 * is handed in a year, what was handed in more than a year before that year is dropped, which no window reaches.
 */
public final class PaymentHistory implements PastPayments {
    private static final Comparator<Past> ORDER = Comparator.comparing(Past::agency)
            .thenComparing(Past::account)
            .thenComparing(Past::on)
            .thenComparingLong(Past::fen)
            .thenComparing(Past::number);

    private final Map<String, OfDivision> divisions = new HashMap<>();

    /** What was handed in in a division, and the latest year of it. */
    private static final class OfDivision {
        private final NavigableSet<Past> payments = new TreeSet<>(ORDER);
        private int year = Integer.MIN_VALUE;

        void add(Past past) {
            int now = past.on().getYear();
            if (now > year) {
                payments.removeIf(earlier -> earlier.on().getYear() < now - 1);
                year = now;
            }
            if (now >= year - 1) {
                payments.add(shared(past));
            }
        }

        /** The same, with what it has in common with the one beside it kept once. */
        private Past shared(Past past) {
            Past beside = payments.floor(past);
            if (beside == null || !beside.agency().equals(past.agency())) {
                return past;
            }
            boolean isSamePayee = beside.account().equals(past.account());
            return new Past(
                    beside.division(),
                    beside.agency(),
                    isSamePayee ? beside.account() : past.account(),
                    isSamePayee && beside.on().equals(past.on()) ? beside.on() : past.on(),
                    past.fen(),
                    past.number());
        }
    }

    /** It stands handed in; telling it again changes nothing. */
    public void add(Past past) {
        divisions.computeIfAbsent(past.division(), division -> new OfDivision()).add(past);
    }

    /** It was given back or given up; nothing happens if it is not there. */
    public void remove(Past past) {
        OfDivision there = divisions.get(past.division());
        if (there != null) {
            there.payments.remove(past);
        }
    }

    /** How many there are. */
    public int size() {
        return divisions.values().stream()
                .mapToInt(there -> there.payments.size())
                .sum();
    }

    @Override
    public Stream<Past> find(Query query) {
        OfDivision there = divisions.get(query.division());
        return there == null ? Stream.empty() : Streams.stream(new Matches(there.payments, query));
    }

    /** The matches of a query one by one: from an amount that is too high it leaps to the next day. */
    private static final class Matches extends AbstractIterator<Past> {
        private final NavigableSet<Past> payments;
        private final Query query;
        private Past from;

        Matches(NavigableSet<Past> payments, Query query) {
            this.payments = payments;
            this.query = query;
            this.from = at(query.first());
        }

        /** Before all that is enough of a day. */
        private Past at(LocalDate day) {
            return new Past(query.division(), query.agency(), query.account(), day, query.from(), "");
        }

        @Override
        protected @org.jspecify.annotations.Nullable Past computeNext() {
            Past next = payments.ceiling(from);
            while (next != null && isWithin(next)) {
                if (next.fen() >= query.from() && next.fen() < query.below()) {
                    from = after(next);
                    return next;
                }
                from = at(next.fen() < query.from() ? next.on() : next.on().plusDays(1));
                next = payments.ceiling(from);
            }
            return endOfData();
        }

        private boolean isWithin(Past next) {
            return next.agency().equals(query.agency())
                    && next.account().equals(query.account())
                    && !next.on().isAfter(query.last());
        }

        private static Past after(Past past) {
            return new Past(
                    past.division(), past.agency(), past.account(), past.on(), past.fen(), past.number() + '\0');
        }
    }
}
