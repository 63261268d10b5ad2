package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.fiscalloop.masterdata.MasterdataReasons.titles;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;

/**
 * A code table (代码集): the codes of one catalogue that hold in one division, for the fiscal years it covers.
 *
 * <p>It is a tree in each of these years: a row's parent is valid and enabled whenever the row is, and stands at a lower
 * level; and a code has one row a year. A division may add codes, usually below the national leaves, but never
 * alters a national row; a later table may disable a code of an earlier one, but never drops it.
 *
 * <p>Rows of years that the table does not cover are kept for what they explain: when a code was valid, and what took its
 * place.
 */
public final class CodeTable {

    /**
     * What a table is of: its catalogue, the division that owns it, and the fiscal years it covers.
     *
     * @param owner the division, {@link DivisionCode#NATIONAL 109900000} for a national table
     */
    public record Scope(Catalogue catalogue, DivisionCode owner, int firstYear, int lastYear) {

        public Scope {
            if (firstYear > lastYear) {
                throw new IllegalArgumentException("years must be in order: " + firstYear + " to " + lastYear);
            }
        }

        /** Whether the table covers this fiscal year. */
        public boolean covers(int year) {
            return firstYear <= year && year <= lastYear;
        }

        /** Whether both are of one catalogue and share a year. */
        boolean meets(Scope other) {
            return catalogue.code().equals(other.catalogue.code())
                    && firstYear <= other.lastYear
                    && other.firstYear <= lastYear;
        }

        /** Whether it covers some of the years in which a row is valid. */
        boolean overlaps(CodeRow row) {
            return row.validFrom() <= lastYear && firstYear <= row.validTo();
        }
    }

    /**
     * What could be made of many rows: the table of those that fit, and a refusal for each that does not, in their order.
     */
    public record Reading(CodeTable table, ImmutableList<Refusal> refusals) {}

    private final Scope scope;
    private final ImmutableList<CodeRow> rows;
    private final ImmutableListMultimap<String, CodeRow> byCode;
    private final ImmutableListMultimap<String, CodeRow> byParent;

    private CodeTable(Scope scope, ImmutableList<CodeRow> rows) {
        this.scope = scope;
        this.rows = rows;
        this.byCode = rows.stream().collect(toImmutableListMultimap(CodeRow::code, Function.identity()));
        this.byParent = rows.stream()
                .filter(row -> row.parent().isPresent())
                .collect(toImmutableListMultimap(row -> row.parent().orElseThrow(), Function.identity()));
    }

    /** The table of these rows. Refused when a row breaks B1 or B3, with a refusal for each such row. */
    public static Decision<CodeTable> of(Scope scope, ImmutableList<CodeRow> rows) {
        Reading reading = read(scope, rows);
        return reading.refusals().isEmpty()
                ? Decision.accepted(reading.table())
                : new Decision.Refused<>(reading.refusals());
    }

    /** The table of those rows that fit; a row that breaks B1 or B3, or whose parent does, is refused. */
    public static Reading read(Scope scope, ImmutableList<CodeRow> rows) {
        ListMultimap<String, CodeRow> kept = ArrayListMultimap.create();
        TreeMap<Integer, Refusal> refusals = new TreeMap<>();
        // Lower levels first, so that a parent has been judged before its children and no cycle can close.
        ImmutableList<Integer> upperFirst = IntStream.range(0, rows.size())
                .boxed()
                .sorted(Comparator.comparingInt(index -> rows.get(index).level()))
                .collect(toImmutableList());
        for (int index : upperFirst) {
            CodeRow row = rows.get(index);
            fault(scope, kept, row)
                    .ifPresentOrElse(refusal -> refusals.put(index, refusal), () -> kept.put(row.code(), row));
        }
        ImmutableList<CodeRow> fitting = IntStream.range(0, rows.size())
                .filter(index -> !refusals.containsKey(index))
                .mapToObj(rows::get)
                .collect(toImmutableList());
        return new Reading(new CodeTable(scope, fitting), ImmutableList.copyOf(refusals.values()));
    }

    /** Why a row does not fit to those that are kept already. */
    private static Optional<Refusal> fault(Scope scope, ListMultimap<String, CodeRow> kept, CodeRow row) {
        for (CodeRow other : kept.get(row.code())) {
            if (other.validFrom() <= row.validTo() && row.validFrom() <= other.validTo()) {
                return Optional.of(Refusal.of(
                        MasterdataReasons.DUPLICATE,
                        MasterdataReasons.about(scope.catalogue(), row.code())
                                .and("validFrom", Fact.count(Math.max(other.validFrom(), row.validFrom())))
                                .and("validTo", Fact.count(Math.min(other.validTo(), row.validTo())))));
            }
        }
        IntStream years = IntStream.rangeClosed(
                Math.max(scope.firstYear(), row.validFrom()), Math.min(scope.lastYear(), row.validTo()));
        return row.parent()
                .flatMap(parent -> years.filter(year -> !isParent(at(kept, parent, year), row))
                        .mapToObj(year -> Refusal.of(
                                MasterdataReasons.PARENT,
                                MasterdataReasons.about(scope.catalogue(), row.code())
                                        .and("parent", Fact.text(parent))
                                        .and("year", Fact.count(year))))
                        .findFirst());
    }

    private static boolean isParent(Optional<CodeRow> candidate, CodeRow child) {
        return candidate
                .filter(parent -> parent.level() < child.level() && (parent.isEnabled() || !child.isEnabled()))
                .isPresent();
    }

    /** What the table is of. */
    public Scope scope() {
        return scope;
    }

    /** All rows, in their order. */
    public ImmutableList<CodeRow> rows() {
        return rows;
    }

    /**
     * The row of a code in a fiscal year, leaf or not. Refused when the table does not cover the year, or the code is not
     * known, not valid in that year, or disabled.
     */
    public Decision<CodeRow> find(String code, int year) {
        if (!scope.covers(year)) {
            return Decision.refused(MasterdataReasons.notCovered(scope.catalogue(), year, ImmutableList.of(this)));
        }
        Optional<CodeRow> row = at(byCode, code, year);
        if (row.isPresent() && row.orElseThrow().isEnabled()) {
            return Decision.accepted(row.orElseThrow());
        }
        return Decision.refused(unusable(code, year, ImmutableSet.of()));
    }

    /**
     * The row of a code that a document may carry in a fiscal year. Refused as {@link #find} is, and when the code has
     * finer codes below it or stands above the level that its catalogue demands.
     */
    public Decision<CodeRow> leaf(String code, int year) {
        return find(code, year)
                .flatMap(row -> mayStand(row, year)
                        ? Decision.accepted(row)
                        : Decision.refused(Refusal.of(
                                MasterdataReasons.NOT_LEAF,
                                about(code, year).and(Refusal.ALLOWED, titles(leavesBelow(row, year))))));
    }

    /**
     * The row of a code that is written with its name, as in a published document. Refused as {@link #find} is, and when
     * the name is not the code's in that year; what is allowed then are the codes that have this name or one like it.
     */
    public Decision<CodeRow> named(String code, String name, int year) {
        ImmutableSet<CodeRow> namesakes = first(
                year,
                row -> row.name().equals(name),
                row -> row.name().startsWith(name) || name.startsWith(row.name()));
        Decision<CodeRow> found = find(code, year);
        if (!scope.covers(year) || found.match(yes -> yes.value().name().equals(name), no -> false)) {
            return found;
        }
        return Decision.refused(found.match(
                yes -> misnamed(yes.value(), name, year, namesakes), no -> unusable(code, year, namesakes)));
    }

    /** The codes from this one up to the root of its tree in a fiscal year; empty where the code is not valid then. */
    public ImmutableList<CodeRow> path(String code, int year) {
        ImmutableList.Builder<CodeRow> path = ImmutableList.builder();
        Optional<CodeRow> row = at(byCode, code, year);
        while (row.isPresent()) {
            path.add(row.orElseThrow());
            row = row.flatMap(CodeRow::parent).flatMap(parent -> at(byCode, parent, year));
        }
        return path.build();
    }

    /**
     * This table with the rows that a division adds. Refused when a row is national, has the code of a national row, or
     * does not fit into the tree (B1, B3).
     */
    public Decision<CodeTable> extendedBy(DivisionCode owner, ImmutableList<CodeRow> added) {
        ImmutableList<Refusal> altered = added.stream()
                .filter(row ->
                        row.isNational() || byCode.get(row.code()).stream().anyMatch(CodeRow::isNational))
                .map(row -> MasterdataReasons.nationalRow(scope.catalogue(), row, owner))
                .collect(toImmutableList());
        Scope extended = new Scope(scope.catalogue(), owner, scope.firstYear(), scope.lastYear());
        return altered.isEmpty()
                ? of(extended, Stream.concat(rows.stream(), added.stream()).collect(toImmutableList()))
                : new Decision.Refused<>(altered);
    }

    /**
     * This table, if it may take the place of an earlier one. Refused when a code that was valid in a year which the
     * earlier one covers has no row here; an ended or a disabled one is a row.
     */
    public Decision<CodeTable> mayReplace(CodeTable previous) {
        ImmutableList<Refusal> vanished = previous.byCode.keySet().stream()
                .filter(code -> !byCode.containsKey(code))
                .flatMap(code -> previous.byCode.get(code).stream()
                        .filter(previous.scope::overlaps)
                        .limit(1))
                .map(row -> Refusal.of(
                        MasterdataReasons.VANISHED,
                        MasterdataReasons.about(scope.catalogue(), row.code()).and("name", Fact.text(row.name()))))
                .collect(toImmutableList());
        return vanished.isEmpty() ? Decision.accepted(this) : new Decision.Refused<>(vanished);
    }

    /** The same rows for these years; nothing where there are none. */
    Stream<CodeTable> within(int firstYear, int lastYear) {
        return firstYear > lastYear
                ? Stream.empty()
                : Stream.of(new CodeTable(new Scope(scope.catalogue(), scope.owner(), firstYear, lastYear), rows));
    }

    boolean isOf(Catalogue catalogue) {
        return scope.catalogue().code().equals(catalogue.code());
    }

    private boolean mayStand(CodeRow row, int year) {
        return row.isLeaf()
                && row.level() >= scope.catalogue().leafLevel()
                && children(row.code(), year).findAny().isEmpty();
    }

    private Stream<CodeRow> leavesBelow(CodeRow top, int year) {
        return inUse(year, row -> mayStand(row, year) && path(row.code(), year).contains(top));
    }

    private Refusal misnamed(CodeRow row, String name, int year, ImmutableSet<CodeRow> namesakes) {
        Optional<CodeRow> earlier = byCode.get(row.code()).stream()
                .filter(other -> other.name().equals(name))
                .findFirst();
        if (earlier.isPresent()) {
            return notValid(earlier.orElseThrow(), year, ImmutableSet.of(row));
        }
        ImmutableSet<CodeRow> allowed = namesakes.isEmpty() ? ImmutableSet.of(row) : namesakes;
        return Refusal.of(
                MasterdataReasons.NAME_DIFFERS,
                about(row.code(), year)
                        .and("name", Fact.text(name))
                        .and("actual", Fact.text(row.name()))
                        .and(Refusal.ALLOWED, titles(allowed.stream())));
    }

    /** Why a code cannot be used in a year that is covered. */
    private Refusal unusable(String code, int year, ImmutableSet<CodeRow> namesakes) {
        ImmutableSet<CodeRow> allowed = namesakes.isEmpty() ? nearest(code, year) : namesakes;
        Optional<CodeRow> row = at(byCode, code, year);
        if (row.isPresent()) {
            return Refusal.of(
                    MasterdataReasons.DISABLED,
                    about(code, year)
                            .and("successors", Fact.texts(row.orElseThrow().successors()))
                            .and(Refusal.ALLOWED, titles(allowed.stream())));
        }
        // The row that was valid last explains best; one that begins later is told only if there is no other.
        Optional<CodeRow> other = byCode.get(code).stream()
                .max(Comparator.comparing((CodeRow each) -> each.validTo() < year)
                        .thenComparing(CodeRow::validTo));
        return other.map(each -> notValid(each, year, allowed))
                .orElseGet(() -> Refusal.of(
                        MasterdataReasons.UNKNOWN, about(code, year).and(Refusal.ALLOWED, titles(allowed.stream()))));
    }

    private Refusal notValid(CodeRow row, int year, ImmutableSet<CodeRow> allowed) {
        return Refusal.of(
                MasterdataReasons.NOT_VALID,
                about(row.code(), year)
                        .and("validFrom", Fact.count(row.validFrom()))
                        .and("validTo", Fact.count(row.validTo()))
                        .and("successors", Fact.texts(row.successors()))
                        .and(Refusal.ALLOWED, titles(allowed.stream())));
    }

    /**
     * The codes next to one that cannot be used: its successors; else those that it is when the zeros it lost are put back;
     * else the codes below what is known of it.
     */
    private ImmutableSet<CodeRow> nearest(String code, int year) {
        ImmutableSet<String> successors = byCode.get(code).stream()
                .flatMap(row -> row.successors().stream())
                .collect(toImmutableSet());
        String digits = CharMatcher.whitespace().removeFrom(code);
        ImmutableSet<CodeRow> near =
                first(year, row -> successors.contains(row.code()), row -> hasLostZeros(digits, row.code()));
        return near.isEmpty() ? below(digits, year) : near;
    }

    /** The rows that meet the one condition, or where there are none, those that meet the other. */
    private ImmutableSet<CodeRow> first(int year, Predicate<CodeRow> condition, Predicate<CodeRow> other) {
        ImmutableSet<CodeRow> found = inUse(year, condition).collect(toImmutableSet());
        return found.isEmpty() ? inUse(year, other).collect(toImmutableSet()) : found;
    }

    private ImmutableSet<CodeRow> below(String code, int year) {
        for (int length = code.length(); length > 0; length--) {
            ImmutableSet<CodeRow> found =
                    children(code.substring(0, length), year).collect(toImmutableSet());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return inUse(year, row -> row.parent().isEmpty()).collect(toImmutableSet());
    }

    /** Whether a code is what remains of a longer one when only zeros are struck out. */
    private static boolean hasLostZeros(String shorter, String longer) {
        int next = 0;
        for (int i = 0; i < longer.length(); i++) {
            if (next < shorter.length() && longer.charAt(i) == shorter.charAt(next)) {
                next++;
            } else if (longer.charAt(i) != '0') {
                return false;
            }
        }
        return next == shorter.length() && shorter.length() < longer.length();
    }

    private Stream<CodeRow> inUse(int year, Predicate<CodeRow> condition) {
        return rows.stream()
                .filter(row -> row.isValidIn(year) && row.isEnabled())
                .filter(condition);
    }

    private Stream<CodeRow> children(String code, int year) {
        return byParent.get(code).stream().filter(row -> row.isValidIn(year) && row.isEnabled());
    }

    private Facts about(String code, int year) {
        return MasterdataReasons.about(scope.catalogue(), code).and("year", Fact.count(year));
    }

    private static Optional<CodeRow> at(ListMultimap<String, CodeRow> byCode, String code, int year) {
        for (CodeRow row : byCode.get(code)) {
            if (row.isValidIn(year)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CodeTable that && scope.equals(that.scope) && rows.equals(that.rows);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, rows);
    }

    @Override
    public String toString() {
        return scope.catalogue().title() + " " + scope.owner() + " " + scope.firstYear() + "-" + scope.lastYear() + ", "
                + rows.size() + " rows";
    }
}
