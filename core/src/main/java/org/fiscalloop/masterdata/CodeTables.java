package org.fiscalloop.masterdata;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/**
 * All code tables that hold in one division (代码集), each for the years it covers, and the mapping between the two
 * economic classifications. A rulebook keeps one.
 *
 * @param tables a catalogue has at most one table for a year
 * @param mappings at most one for a year
 */
public record CodeTables(ImmutableList<CodeTable> tables, ImmutableList<EconomicMapping> mappings) {

    /**
     * Which government economic 款 a department economic 款 is spent under, by kind of agency (政府与部门支出经济分类对应关系).
     *
     * <p>Administrative and participating agencies spend 301 under 501, an institution spends it under 505.
     *
     * @param firstYear the first fiscal year it covers
     * @param lastYear the last fiscal year it covers
     * @param byDepartment the rows of each department code
     */
    public record EconomicMapping(
            int firstYear, int lastYear, ImmutableListMultimap<String, EconomicMapping.Row> byDepartment) {

        public EconomicMapping {
            if (firstYear > lastYear) {
                throw new IllegalArgumentException("years must be in order: " + firstYear + " to " + lastYear);
            }
            byDepartment.forEach((department, row) -> {
                if (!department.equals(row.department())) {
                    throw new IllegalArgumentException("row of " + row.department() + " stands under " + department);
                }
            });
        }

        /**
         * One correspondence: these kinds of agencies spend the department code under the government code.
         *
         * @param department department economic code (部门预算支出经济分类)
         * @param government government economic code (政府预算支出经济分类)
         * @param kinds the kinds of agencies that spend it so, at least one
         * @param source where it comes from
         */
        public record Row(String department, String government, ImmutableSet<AgencyKind> kinds, Source source) {

            public Row {
                kinds = Sets.immutableEnumSet(kinds);
                if (kinds.isEmpty()) {
                    throw new IllegalArgumentException("kinds must not be empty: " + department + ", " + government);
                }
            }
        }

        /** The mapping of these rows. */
        public static EconomicMapping of(int firstYear, int lastYear, ImmutableList<Row> rows) {
            return new EconomicMapping(
                    firstYear,
                    lastYear,
                    rows.stream().collect(toImmutableListMultimap(Row::department, Function.identity())));
        }

        /** The government codes under which such an agency spends the department code, in declared order. */
        public ImmutableSet<String> governmentCodes(String department, AgencyKind kind) {
            return byDepartment.get(department).stream()
                    .filter(row -> row.kinds().contains(kind))
                    .map(Row::government)
                    .collect(toImmutableSet());
        }

        boolean covers(int year) {
            return firstYear <= year && year <= lastYear;
        }

        boolean meets(EconomicMapping other) {
            return firstYear <= other.lastYear && other.firstYear <= lastYear;
        }
    }

    public CodeTables {
        for (int i = 0; i < tables.size(); i++) {
            CodeTable.Scope scope = tables.get(i).scope();
            if (tables.subList(0, i).stream().anyMatch(other -> other.scope().meets(scope))) {
                throw new IllegalArgumentException("a catalogue has two tables for a year: " + tables.get(i));
            }
        }
        for (int i = 0; i < mappings.size(); i++) {
            EconomicMapping mapping = mappings.get(i);
            if (mappings.subList(0, i).stream().anyMatch(mapping::meets)) {
                throw new IllegalArgumentException("two mappings for a year from " + mapping.firstYear());
            }
        }
    }

    /**
     * The nation's tables for the fiscal years 2023 to 2025, so far as they could be had: every 类 and 款 of the functions
     * but only those 项 that occur in published documents. Each row says how certain it is. A complete list is loaded with
     * {@link CodeCsv} and {@link #with}.
     */
    public static CodeTables national() {
        return National.TABLES;
    }

    /**
     * Whether these tables may take the place of earlier ones. Refused as {@link CodeTable#mayReplace} is; a table
     * that nothing takes the place of drops all its codes.
     */
    public Decision<CodeTables> mayReplace(CodeTables earlier) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        for (CodeTable before : earlier.tables) {
            ImmutableList<CodeTable> now = tables.stream()
                    .filter(table -> table.scope().meets(before.scope()))
                    .collect(toImmutableList());
            CodeTable nothing =
                    CodeTable.read(before.scope(), ImmutableList.of()).table();
            for (CodeTable table : now.isEmpty() ? ImmutableList.of(nothing) : now) {
                refusals.addAll(table.mayReplace(before).refusals());
            }
        }
        return new Findings(refusals.build(), ImmutableList.of()).decide(() -> this);
    }

    /**
     * Whether a division may have these tables where the level above it has others. Refused as {@link #mayReplace} is, and
     * when a national row is added, or altered although its source is certain: a division adds codes of its own below them.
     */
    public Decision<CodeTables> mayLieOver(CodeTables above, DivisionCode owner) {
        ImmutableSetMultimap<Catalogue, CodeRow> before = national(above);
        ImmutableSetMultimap<Catalogue, CodeRow> now = national(this);
        ImmutableList.Builder<Refusal> altered = ImmutableList.builder();
        for (Catalogue catalogue : Sets.union(before.keySet(), now.keySet())) {
            Set<CodeRow> there = before.get(catalogue);
            Set<CodeRow> here = now.get(catalogue);
            Set<String> known = there.stream().map(CodeRow::code).collect(toImmutableSet());
            Stream.concat(
                            Sets.difference(there, here).stream().filter(CodeTables::isCertain),
                            here.stream().filter(row -> !known.contains(row.code())))
                    .map(row -> MasterdataReasons.nationalRow(catalogue, row, owner))
                    .forEach(altered::add);
        }
        altered.addAll(mayReplace(above).refusals());
        return new Findings(altered.build(), ImmutableList.of()).decide(() -> this);
    }

    private static boolean isCertain(CodeRow row) {
        return row.source().certainty() == Certainty.CERTAIN;
    }

    private static ImmutableSetMultimap<Catalogue, CodeRow> national(CodeTables tables) {
        ImmutableSetMultimap.Builder<Catalogue, CodeRow> national = ImmutableSetMultimap.builder();
        for (CodeTable table : tables.tables) {
            table.rows().stream()
                    .filter(CodeRow::isNational)
                    .forEach(row -> national.put(table.scope().catalogue(), row));
        }
        return national.build();
    }

    /** The table of a catalogue for a fiscal year, if there is one. */
    public Optional<CodeTable> table(Catalogue catalogue, int year) {
        for (CodeTable table : tables) {
            if (table.isOf(catalogue) && table.scope().covers(year)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }

    /** The mapping of the economic classifications for a fiscal year, if there is one. */
    public Optional<EconomicMapping> mapping(int year) {
        return mappings.stream().filter(mapping -> mapping.covers(year)).findFirst();
    }

    /** The row of a code, leaf or not. Refused as {@link CodeTable#find} is, and when no table covers the year. */
    public Decision<CodeRow> find(Catalogue catalogue, String code, int year) {
        return ask(catalogue, year, table -> table.find(code, year));
    }

    /** The row of a code that a document may carry. Refused as {@link CodeTable#leaf} is, and without a table. */
    public Decision<CodeRow> leaf(Catalogue catalogue, String code, int year) {
        return ask(catalogue, year, table -> table.leaf(code, year));
    }

    /** The row of a code written with its name. Refused as {@link CodeTable#named} is, and without a table. */
    public Decision<CodeRow> named(Catalogue catalogue, String code, String name, int year) {
        return ask(catalogue, year, table -> table.named(code, name, year));
    }

    /** The codes from this one up to the root of its tree; empty where it is not valid in the year. */
    public ImmutableList<CodeRow> path(Catalogue catalogue, String code, int year) {
        return table(catalogue, year).map(table -> table.path(code, year)).orElse(ImmutableList.of());
    }

    /** What a code belongs to: the {@link CodeRow#kind} of its row, or of the nearest row above that has one. */
    public Optional<String> kind(Catalogue catalogue, String code, int year) {
        return path(catalogue, code, year).stream()
                .flatMap(row -> row.kind().stream())
                .findFirst();
    }

    /** The kind of agency that a code of {@link Catalogue#AGENCY_KIND} stands for, if it is one that matters here. */
    public Optional<AgencyKind> agencyKind(String code, int year) {
        return kind(Catalogue.AGENCY_KIND, code, year)
                .flatMap(kind -> Arrays.stream(AgencyKind.values())
                        .filter(each -> CodeCsv.word(each).equals(kind))
                        .findFirst());
    }

    /** A division as the table of the year describes it. Refused as {@link #find} is. */
    public Decision<Division> division(DivisionCode code, int year) {
        return find(Catalogue.DIVISION, code.value(), year).map(Division::of);
    }

    /** The division and those above it, up to its province. Refused as {@link #find} is. */
    public Decision<ImmutableList<Division>> ancestry(DivisionCode code, int year) {
        return find(Catalogue.DIVISION, code.value(), year)
                .map(row -> path(Catalogue.DIVISION, row.code(), year).stream()
                        .map(Division::of)
                        .collect(toImmutableList()));
    }

    /**
     * These tables with one more, which takes the place of the table of its catalogue in the years it covers. Refused when
     * it drops a code of that table.
     */
    public Decision<CodeTables> with(CodeTable next) {
        ImmutableList<CodeTable> replaced = tables.stream()
                .filter(table -> table.scope().meets(next.scope()))
                .collect(toImmutableList());
        ImmutableList<Refusal> dropped = replaced.stream()
                .flatMap(table -> next.mayReplace(table).refusals().stream())
                .distinct()
                .collect(toImmutableList());
        return dropped.isEmpty()
                ? Decision.accepted(new CodeTables(
                        Stream.concat(tables.stream().flatMap(table -> outside(table, next.scope())), Stream.of(next))
                                .collect(toImmutableList()),
                        mappings))
                : new Decision.Refused<>(dropped);
    }

    /**
     * These tables with the codes that a division adds to a catalogue, in all years. Refused as {@link
     * CodeTable#extendedBy} is.
     *
     * @throws IllegalArgumentException if the catalogue has no table
     */
    public Decision<CodeTables> extendedBy(Catalogue catalogue, DivisionCode owner, ImmutableList<CodeRow> added) {
        if (of(catalogue).isEmpty()) {
            throw new IllegalArgumentException("no table to extend: " + catalogue.title());
        }
        ImmutableList.Builder<CodeTable> extended = ImmutableList.builder();
        ImmutableSet.Builder<Refusal> refusals = ImmutableSet.builder();
        for (CodeTable table : tables) {
            Decision<CodeTable> decision =
                    table.isOf(catalogue) ? table.extendedBy(owner, added) : Decision.accepted(table);
            CodeTable next = decision.match(Decision.Accepted::value, no -> table);
            extended.add(next);
            refusals.addAll(decision.refusals());
        }
        ImmutableList<Refusal> all = refusals.build().asList();
        return all.isEmpty()
                ? Decision.accepted(new CodeTables(extended.build(), mappings))
                : new Decision.Refused<>(all);
    }

    /** These tables with another mapping of the economic classifications, instead of those that share a year with it. */
    public CodeTables with(EconomicMapping next) {
        return new CodeTables(
                tables,
                Stream.concat(mappings.stream().filter(mapping -> !mapping.meets(next)), Stream.of(next))
                        .collect(toImmutableList()));
    }

    private <T> Decision<T> ask(Catalogue catalogue, int year, Function<CodeTable, Decision<T>> question) {
        Optional<CodeTable> table = table(catalogue, year);
        return table.isPresent()
                ? question.apply(table.orElseThrow())
                : Decision.refused(MasterdataReasons.notCovered(catalogue, year, of(catalogue)));
    }

    /** What is left of a table where another one takes its place: the years before it and the years after it. */
    private static Stream<CodeTable> outside(CodeTable table, CodeTable.Scope other) {
        CodeTable.Scope scope = table.scope();
        return scope.meets(other)
                ? Stream.concat(
                        table.within(scope.firstYear(), other.firstYear() - 1),
                        table.within(other.lastYear() + 1, scope.lastYear()))
                : Stream.of(table);
    }

    private ImmutableList<CodeTable> of(Catalogue catalogue) {
        return tables.stream().filter(table -> table.isOf(catalogue)).collect(toImmutableList());
    }

    /** The tables that come with the library, read once. */
    private static final class National {

        private static final int FIRST_YEAR = 2023;
        private static final int LAST_YEAR = 2025;

        private static final CodeTables TABLES = new CodeTables(
                ImmutableList.of(
                        table(Catalogue.ACCOUNT_KIND, "account-kind.csv"),
                        table(Catalogue.AGENCY_KIND, "agency-kind.csv"),
                        table(Catalogue.DIRECT_FUND, "direct-fund.csv"),
                        table(Catalogue.YES_NO, "yes-no.csv"),
                        table(Catalogue.DIVISION, "division.csv"),
                        table(Catalogue.PROJECT_CATEGORY, "project-category.csv"),
                        table(Catalogue.FUND, "fund.csv"),
                        table(Catalogue.INCOME, "income.csv"),
                        table(Catalogue.FUNCTION, "function.csv"),
                        table(Catalogue.GOVERNMENT_ECONOMIC, "government-economic.csv"),
                        table(Catalogue.DEPARTMENT_ECONOMIC, "department-economic.csv")),
                ImmutableList.of(EconomicMapping.of(
                        FIRST_YEAR,
                        LAST_YEAR,
                        CodeCsv.mapping(Csv.resource(CodeTables.class, "economic-mapping.csv")))));

        private static CodeTable table(Catalogue catalogue, String resource) {
            CodeTable.Reading reading = CodeCsv.table(
                    new CodeTable.Scope(catalogue, DivisionCode.NATIONAL, FIRST_YEAR, LAST_YEAR),
                    Csv.resource(CodeTables.class, resource));
            for (Refusal refusal : reading.refusals()) {
                throw new IllegalStateException(resource + ": " + refusal.text());
            }
            return reading.table();
        }
    }
}
