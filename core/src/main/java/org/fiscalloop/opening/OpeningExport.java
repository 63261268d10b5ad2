package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;

/**
 * All of a division as an opening, gathered from the records of a journal in their order: a loop's own, or a host's table of
 * records. It lives for one export and is exact: the documents as they stand, all balances in all their columns.
 */
public final class OpeningExport {
    private final String division;
    private final boolean byMonth;
    private final Set<Id<?>> documents = new LinkedHashSet<>();
    private final Map<Place, Balance> balances = new TreeMap<>();

    /** A balance by what it is of. */
    private record Place(Meaning account, Segments segments, Optional<YearMonth> month) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byAccount = account.compareTo(other.account);
            int bySegments = byAccount == 0 ? segments.compareTo(other.segments) : byAccount;
            return bySegments == 0
                    ? month.orElse(YearMonth.of(0, 1)).compareTo(other.month.orElse(YearMonth.of(0, 1)))
                    : bySegments;
        }
    }

    /**
     * Nothing gathered yet.
     *
     * @param byMonth whether some balance of the books is kept by month or by year, so that it matters when it was booked
     */
    public OpeningExport(String division, boolean byMonth) {
        this.division = division;
        this.byMonth = byMonth;
    }

    /** Takes in a record; those of other divisions are passed over. */
    public void read(JournalRecord record) {
        if (record.header().division().equals(division)) {
            record.moves().forEach(move -> documents.add(move.move().document()));
            record.entries().forEach(this::add);
        }
    }

    private void add(Entry entry) {
        Optional<YearMonth> month = byMonth ? Optional.of(YearMonth.from(entry.date())) : Optional.empty();
        for (Line line : entry.lines()) {
            balances.merge(new Place(line.account(), line.segments(), month), line.balance(), Balance::plus);
        }
    }

    /**
     * All that has been gathered, but not an opening of the same day: the one that is made of it takes its place.
     *
     * @param fiscalYear the fiscal year in which the division goes on
     * @param day the day at whose end it stands so
     * @param find the document with an id as it is now
     */
    public OpeningTerms opening(int fiscalYear, LocalDate day, Function<Id<?>, FlowDocument<?, ?>> find) {
        return ImmutableOpeningTerms.builder()
                .division(division)
                .fiscalYear(fiscalYear)
                .day(day)
                .documents(documents.stream()
                        .filter(id -> !id.equals(Opening.id(division, day)))
                        .map(find)
                        .map(document -> new Restored(document.id(), document.terms(), document.trail()))
                        .collect(toImmutableList()))
                .balances(balances.entrySet().stream()
                        .map(entry -> new OpenedBalance(
                                entry.getKey().account(),
                                entry.getKey().segments(),
                                entry.getValue(),
                                entry.getKey().month()))
                        .collect(toImmutableList()))
                .build();
    }
}
