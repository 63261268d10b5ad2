package org.fiscalloop.opening;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Term;
import org.fiscalloop.money.Fen;

/**
 * Two sums that must be equal, place by place: at each place the rows of both sides, which are added up by name. It lives for
 * one check.
 */
final class Identity {
    private static final Term NOTHING = Term.plus("nothing", 0);

    private final Map<String, Sides> places = new TreeMap<>();

    /** The rows of both sides at one place, in the order in which they were met. */
    private record Sides(Map<String, Long> left, Map<String, Long> right) {
        Sides() {
            this(new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        long difference() {
            return Fen.subtract(sum(left), sum(right));
        }

        private static long sum(Map<String, Long> rows) {
            long sum = 0;
            for (long fen : rows.values()) {
                sum = Fen.add(sum, fen);
            }
            return sum;
        }

        /** Rows that come to nothing explain nothing. */
        private static Fact formula(Map<String, Long> rows) {
            ImmutableList<Term> terms = rows.entrySet().stream()
                    .filter(row -> row.getValue() != 0)
                    .map(row -> new Term(row.getKey(), row.getValue()))
                    .collect(toImmutableList());
            return Fact.formula(terms.isEmpty() ? ImmutableList.of(NOTHING) : terms);
        }
    }

    /** Adds a row to the left side at a place. */
    void left(String at, String row, long fen) {
        sides(at).left().merge(row, fen, Fen::add);
    }

    /** Adds a row to the right side at a place. */
    void right(String at, String row, long fen) {
        sides(at).right().merge(row, fen, Fen::add);
    }

    private Sides sides(String at) {
        return places.computeIfAbsent(at, any -> new Sides());
    }

    /** Every place at which the sides differ. */
    ImmutableList<ImmutableMap<String, Fact>> violations() {
        return places.entrySet().stream()
                .filter(place -> place.getValue().difference() != 0)
                .map(place -> Facts.of("at", text(place.getKey()))
                        .and("left", Sides.formula(place.getValue().left()))
                        .and("right", Sides.formula(place.getValue().right()))
                        .and("difference", amount(place.getValue().difference()))
                        .map())
                .collect(toImmutableList());
    }
}
