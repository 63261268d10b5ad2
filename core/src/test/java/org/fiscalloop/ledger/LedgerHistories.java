package org.fiscalloop.ledger;

import static org.fiscalloop.ledger.LedgerFixtures.APPLIED;
import static org.fiscalloop.ledger.LedgerFixtures.APRIL;
import static org.fiscalloop.ledger.LedgerFixtures.EXECUTABLE;
import static org.fiscalloop.ledger.LedgerFixtures.MARCH;
import static org.fiscalloop.ledger.LedgerFixtures.OFFSET;
import static org.fiscalloop.ledger.LedgerFixtures.PAID;
import static org.fiscalloop.ledger.LedgerFixtures.PLANNED;
import static org.fiscalloop.ledger.LedgerFixtures.SOURCES;
import static org.fiscalloop.ledger.LedgerFixtures.entry;
import static org.fiscalloop.ledger.LedgerFixtures.segments;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random entries, commands and histories over few codes, so that they meet. */
final class LedgerHistories {

    private LedgerHistories() {}

    static Arbitrary<List<List<Entry>>> histories() {
        return commands(1, 3).list().ofMinSize(1).ofMaxSize(12);
    }

    static Arbitrary<List<Entry>> commands(int least, int most) {
        return sound().list().ofMinSize(least).ofMaxSize(most);
    }

    static Arbitrary<Entry> sound() {
        return Combinators.combine(
                        Arbitraries.of(MARCH, APRIL),
                        Arbitraries.of("D1", "D2"),
                        Arbitraries.of("2024", "2025"),
                        pair().list().ofMinSize(1).ofMaxSize(2),
                        Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false)))
                .as((date, division, year, pairs, allotments) -> entry(
                        date,
                        pairs.stream()
                                .flatMap(pair -> pair.lines(division, year, allotments))
                                .toArray(Line[]::new)));
    }

    /** A debit and a credit that are equal. */
    private record Pair(int debit, int credit, long fen, String project, String debited, String credited) {

        Stream<Line> lines(String division, String year, boolean allotments) {
            ImmutableList<Meaning> accounts = allotments
                    ? ImmutableList.of(SOURCES, EXECUTABLE, APPLIED, PAID)
                    : ImmutableList.of(PLANNED, OFFSET);
            return Stream.of(
                    Line.debit(accounts.get(debit % accounts.size()), fen, segments(division, year, project, debited)),
                    Line.credit(
                            accounts.get(credit % accounts.size()), fen, segments(division, year, project, credited)));
        }
    }

    private static Arbitrary<Pair> pair() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(-30, 100).filter(fen -> fen != 0),
                        Arbitraries.of("P", "Q"),
                        Arbitraries.of("", "A", "B"),
                        Arbitraries.of("", "A", "B"))
                .as(Pair::new);
    }

    static Arbitrary<Segments> someSegments() {
        return Combinators.combine(Arbitraries.of("D1", "D2"), Arbitraries.of("P", "Q"))
                .as((division, project) -> segments(division, "2024", project, "A"));
    }

    /** Entries that mostly are none: unbalanced, or with an account of another ledger. */
    static Arbitrary<Entry> anyhow() {
        Arbitrary<Line> line = Combinators.combine(
                        Arbitraries.of(Side.class),
                        Arbitraries.frequency(Tuple.of(9, PAID), Tuple.of(9, SOURCES), Tuple.of(1, PLANNED)),
                        Arbitraries.longs().between(-2, 2).filter(fen -> fen != 0),
                        Arbitraries.of("D1", "D2"),
                        Arbitraries.of("2024", "2025"))
                .as((side, account, fen, division, year) ->
                        new Line(account, side, fen, segments(division, year, "P", "A")));
        return Arbitraries.oneOf(
                line.list().ofMinSize(1).ofMaxSize(6).map(lines -> entry(MARCH, lines.toArray(Line[]::new))), sound());
    }
}
