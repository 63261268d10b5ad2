package org.fiscalloop.docs;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the hand-written part of {@code docs/coverage.md} says: the names it links to, and the lives it tells.
 *
 * <p>A name is a code in backticks within brackets. A life is a row of a table whose first cell is a kind of document, whose
 * third is chains of states with arrows between them, several states with commas, and whose fourth is the actions.
 *
 * @param lines its lines
 */
record CoveragePage(ImmutableList<String> lines) {
    /** Above what is printed from the rulebook. */
    static final String PRINTED = "<!-- printed below: the words of lives, and where each name leads to -->\n";

    /** What stands in the place of a state before there is one. */
    static final String NEW = "(new)";

    private static final Pattern NAME = Pattern.compile("\\[`([^`]+)`]");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)]+)\\)");
    private static final Pattern LIFE =
            Pattern.compile("\\| \\[`([^`]+)`] \\| [^|]+ \\| (`[^|]+→[^|]+`) \\| `([^`]+)` \\|");
    private static final Splitter ARROWS = Splitter.on(" → ");
    private static final Splitter COMMAS = Splitter.on(", ");

    /** A page as it stands in its file, without what is printed. */
    static CoveragePage of(String file) {
        return new CoveragePage(ImmutableList.copyOf(
                Splitter.on('\n').split(Splitter.on(PRINTED).splitToList(file).get(0))));
    }

    /** The page without one of its lines. */
    CoveragePage without(String line) {
        return new CoveragePage(
                lines.stream().filter(other -> !other.equals(line)).collect(toImmutableList()));
    }

    /** The page with a text put in the place of another. */
    CoveragePage with(String text, String other) {
        return new CoveragePage(
                lines.stream().map(line -> line.replace(text, other)).collect(toImmutableList()));
    }

    /** The rows of its tables. */
    ImmutableList<String> rows() {
        return lines.stream().filter(line -> line.startsWith("| ")).collect(toImmutableList());
    }

    /** Every name it links to. */
    ImmutableSet<String> names() {
        return lines.stream().flatMap(line -> found(NAME, line)).collect(toImmutableSet());
    }

    /** Where it leads to by links of its own, as they are written. */
    ImmutableSet<String> links() {
        return lines.stream().flatMap(line -> found(LINK, line)).collect(toImmutableSet());
    }

    /** Codes of its tables that lead nowhere and are no life. */
    ImmutableList<String> strays() {
        return rows().stream()
                .filter(row -> !LIFE.matcher(row).matches())
                .flatMap(row -> found(CODE, NAME.matcher(row).replaceAll("")))
                .collect(toImmutableList());
    }

    /** The lives it tells, in order. */
    ImmutableList<Life> lives() {
        return rows().stream()
                .flatMap(row -> LIFE.matcher(row).results())
                .map(CoveragePage::life)
                .collect(toImmutableList());
    }

    private static Stream<String> found(Pattern pattern, String line) {
        return pattern.matcher(line).results().map(match -> match.group(1));
    }

    private static Life life(MatchResult row) {
        return new Life(
                row.group(1),
                found(CODE, row.group(2)).flatMap(CoveragePage::arrows).collect(toImmutableSet()),
                ImmutableSet.copyOf(COMMAS.split(row.group(3))));
    }

    /** {@code A, B → C → D} is A → C, B → C and C → D. */
    private static Stream<String> arrows(String chain) {
        List<String> stops = ARROWS.splitToList(chain);
        ImmutableSet.Builder<String> arrows = ImmutableSet.builder();
        for (int i = 1; i < stops.size(); i++) {
            for (String from : COMMAS.split(stops.get(i - 1))) {
                for (String to : COMMAS.split(stops.get(i))) {
                    arrows.add(from + " → " + to);
                }
            }
        }
        return arrows.build().stream();
    }

    /**
     * The life of a kind of document.
     *
     * @param kind the kind
     * @param transitions from one state to another, and from {@link #NEW}
     * @param actions all actions
     */
    record Life(String kind, ImmutableSet<String> transitions, ImmutableSet<String> actions) {}
}
