package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.SOURCE;
import static org.fiscalloop.masterdata.MasterdataFixtures.XIAMEN;
import static org.fiscalloop.masterdata.MasterdataFixtures.factOf;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;

/** Tables of few codes and few years, so that rows meet in every way, against a reading that goes year by year. */
class CodeTableProperties {

    private static final List<String> CODES = List.of("1", "2", "11", "12", "21", "111", "112", "1012");
    private static final int FIRST = 2023;
    private static final int LAST = 2025;
    private static final CodeTable.Scope SCOPE = scope(LOCAL, FIRST, LAST);

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B1_every_row_that_is_kept_stands_below_an_enabled_parent_in_every_year(
            @ForAll("rows") ImmutableList<CodeRow> rows) {
        CodeTable table = CodeTable.read(SCOPE, rows).table();
        for (int year = FIRST; year <= LAST; year++) {
            for (CodeRow row : validIn(table.rows(), year)) {
                List<CodeRow> path = table.path(row.code(), year);
                assertThat(path.get(0)).isEqualTo(row);
                assertThat(path.get(path.size() - 1).parent()).isEmpty();
                for (int i = 1; i < path.size(); i++) {
                    assertThat(path.get(i - 1).parent()).contains(path.get(i).code());
                    assertThat(path.get(i).level()).isLessThan(path.get(i - 1).level());
                    assertThat(path.get(i).isEnabled() || !path.get(i - 1).isEnabled())
                            .isTrue();
                }
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B1_B3_every_row_is_kept_or_refused_for_a_fault_it_has(@ForAll("rows") ImmutableList<CodeRow> rows) {
        CodeTable.Reading reading = CodeTable.read(SCOPE, rows);
        List<CodeRow> kept = reading.table().rows();
        assertThat(kept.size() + reading.refusals().size()).isEqualTo(rows.size());
        List<CodeRow> refused = new ArrayList<>(rows);
        for (CodeRow row : kept) {
            // A row may stand there twice: then it is the first that is kept.
            assertThat(refused.remove(row)).isTrue();
        }
        assertThat(readable(reading.refusals()).stream().map(Refusal::code)).hasSameSizeAs(refused);
        for (CodeRow row : refused) {
            boolean twice = kept.stream()
                    .anyMatch(other -> other.code().equals(row.code())
                            && IntStream.rangeClosed(2019, 2030)
                                    .anyMatch(year -> other.isValidIn(year) && row.isValidIn(year)));
            boolean orphan = IntStream.rangeClosed(FIRST, LAST)
                    .filter(row::isValidIn)
                    .anyMatch(year -> row.parent().isPresent()
                            && naiveParent(kept, row, year).isEmpty());
            assertThat(twice || orphan).as("%s among %s", row, kept).isTrue();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B3_a_code_has_at_most_one_row_a_year(@ForAll("rows") ImmutableList<CodeRow> rows) {
        CodeTable table = CodeTable.read(SCOPE, rows).table();
        for (int year = 2019; year <= 2030; year++) {
            assertThat(validIn(table.rows(), year)).extracting(CodeRow::code).doesNotHaveDuplicates();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_table_is_made_exactly_of_rows_that_all_fit(@ForAll("rows") ImmutableList<CodeRow> rows) {
        CodeTable.Reading reading = CodeTable.read(SCOPE, rows);
        Decision<CodeTable> decision = CodeTable.of(SCOPE, rows);
        assertThat(decision.refusals()).isEqualTo(reading.refusals());
        assertThat(CodeTable.of(SCOPE, reading.table().rows())).isEqualTo(Decision.accepted(reading.table()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B2_exactly_the_enabled_leaves_of_the_year_may_stand_on_documents(
            @ForAll("tables") CodeTable table, @ForAll @IntRange(min = 2022, max = 2026) int year) {
        for (String code : CODES) {
            Optional<CodeRow> row = validIn(table.rows(), year).stream()
                    .filter(each -> each.code().equals(code) && each.isEnabled())
                    .findFirst();
            boolean covered = year >= FIRST && year <= LAST;
            boolean hasChildren = validIn(table.rows(), year).stream()
                    .anyMatch(each -> each.isEnabled() && each.parent().equals(Optional.of(code)));
            boolean stands = covered && row.filter(CodeRow::isLeaf).isPresent() && !hasChildren;

            assertThat(table.find(code, year).isAccepted()).isEqualTo(covered && row.isPresent());
            assertThat(table.leaf(code, year).isAccepted()).isEqualTo(stands);
            if (stands) {
                assertThat(table.leaf(code, year)).isEqualTo(Decision.accepted(row.orElseThrow()));
            } else {
                readable(table.leaf(code, year).refusals());
            }
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void what_a_refusal_calls_allowed_is_in_use_in_that_year(
            @ForAll("tables") CodeTable table,
            @ForAll("codes") String code,
            @ForAll("names") String name,
            @ForAll @IntRange(min = FIRST, max = LAST) int year) {
        Set<String> inUse = validIn(table.rows(), year).stream()
                .filter(CodeRow::isEnabled)
                .map(CodeRow::title)
                .collect(Collectors.toSet());
        for (Decision<CodeRow> decision :
                List.of(table.find(code, year), table.leaf(code, year), table.named(code, name, year))) {
            for (Refusal refusal : readable(decision.refusals())) {
                assertThat(inUse).containsAll(refusal.allowed());
            }
        }
        if (!inUse.isEmpty()) {
            assertThat(table.find("none", year).refusals().get(0).allowed()).isNotEmpty();
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_code_whose_zeros_are_lost_leads_back_to_the_code(
            @ForAll("codesWithZeros") String code, @ForAll boolean spaced) {
        CodeTable table = CodeTable.read(
                        SCOPE, ImmutableList.of(row("9", Optional.empty(), 1), row(code, Optional.of("9"), 2)))
                .table();
        String lost = code.replace("0", spaced ? " " : "");
        assertThat(table.leaf(lost, 2024).refusals().get(0).allowed())
                .as("instead of %s", lost)
                .containsExactly(code + " name");
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B4_a_table_may_be_replaced_exactly_when_no_code_that_was_valid_is_dropped(
            @ForAll("tables") CodeTable earlier,
            @ForAll("codeSets") Set<String> dropped,
            @ForAll("codeSets") Set<String> disabled) {
        ImmutableList<CodeRow> rows = earlier.rows().stream()
                .filter(row -> !dropped.contains(row.code()))
                .map(row -> ImmutableCodeRow.builder()
                        .from(row)
                        .isEnabled(row.isEnabled() && !disabled.contains(row.code()))
                        .build())
                .collect(ImmutableList.toImmutableList());
        CodeTable next = CodeTable.read(SCOPE, rows).table();
        Set<String> left = codes(next.rows());
        Set<String> vanished = new HashSet<>();
        for (int year = FIRST; year <= LAST; year++) {
            vanished.addAll(codes(validIn(earlier.rows(), year)));
        }
        vanished.removeAll(left);

        Decision<CodeTable> decision = next.mayReplace(earlier);
        assertThat(decision.isAccepted()).isEqualTo(vanished.isEmpty());
        assertThat(readable(decision.refusals()).stream()
                        .map(refusal -> factOf(refusal, "code").text()))
                .containsOnlyOnceElementsOf(vanished)
                .allMatch(vanished::contains);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void B5_no_extension_changes_what_the_national_table_says_of_a_code(
            @ForAll("tables") CodeTable drawn, @ForAll("rows") ImmutableList<CodeRow> added) {
        CodeTable national = CodeTable.read(
                        SCOPE,
                        drawn.rows().stream()
                                .map(row -> ImmutableCodeRow.builder()
                                        .from(row)
                                        .isNational(true)
                                        .build())
                                .collect(ImmutableList.toImmutableList()))
                .table();
        Decision<CodeTable> decision = national.extendedBy(XIAMEN, added);
        Set<String> taken = codes(national.rows());
        if (added.stream().anyMatch(row -> taken.contains(row.code()))) {
            assertThat(readable(decision.refusals())).extracting(Refusal::code).containsOnly("masterdata.national-row");
        }
        decision.match(
                yes -> {
                    assertThat(yes.value().rows().subList(0, national.rows().size()))
                            .isEqualTo(national.rows());
                    for (String code : taken) {
                        for (int year = FIRST; year <= LAST; year++) {
                            Decision<CodeRow> before = national.find(code, year);
                            assertThat(yes.value().find(code, year).isAccepted())
                                    .isEqualTo(before.isAccepted());
                            if (before.isAccepted()) {
                                assertThat(yes.value().find(code, year)).isEqualTo(before);
                            }
                        }
                    }
                    return true;
                },
                no -> assertThat(no.refusals()).isNotEmpty());
    }

    @Provide
    Arbitrary<ImmutableList<CodeRow>> rows() {
        Arbitrary<CodeRow> row = Combinators.combine(
                        Arbitraries.of(CODES),
                        Arbitraries.of(CODES).optional(0.6),
                        Arbitraries.integers().between(2, 4),
                        Arbitraries.integers().between(2020, 2026),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(true, true, false),
                        names())
                .as((code, parent, level, from, length, enabled, leaf, name) -> ImmutableCodeRow.builder()
                        .code(code)
                        .name(name)
                        .parent(parent)
                        .level(parent.isPresent() ? level : 1)
                        .validFrom(from)
                        .validTo(length == 4 ? CodeRow.OPEN : from + length)
                        .isEnabled(enabled)
                        .isLeaf(leaf)
                        .source(SOURCE)
                        .build());
        return row.list().ofMaxSize(10).map(ImmutableList::copyOf);
    }

    /** Rows that fit, made of those that are drawn. */
    @Provide
    Arbitrary<CodeTable> tables() {
        return rows().map(rows -> CodeTable.read(SCOPE, rows).table());
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.oneOf(Arbitraries.of(CODES), Arbitraries.strings().ofMaxLength(4));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("办公费", "办公费用", "印刷费");
    }

    @Provide
    Arbitrary<String> codesWithZeros() {
        return Arbitraries.strings()
                .withChars("0123")
                .ofMinLength(3)
                .ofMaxLength(7)
                .filter(code -> code.contains("0") && !code.replace("0", "").isEmpty());
    }

    @Provide
    Arbitrary<Set<String>> codeSets() {
        return Arbitraries.of(CODES).set().ofMaxSize(2);
    }

    private static Optional<CodeRow> naiveParent(List<CodeRow> rows, CodeRow child, int year) {
        return rows.stream()
                .filter(row -> child.parent().equals(Optional.of(row.code())))
                .filter(row -> row.isValidIn(year) && row.level() < child.level())
                .filter(row -> row.isEnabled() || !child.isEnabled())
                .findFirst();
    }

    private static ImmutableList<CodeRow> validIn(List<CodeRow> rows, int year) {
        return rows.stream().filter(row -> row.isValidIn(year)).collect(ImmutableList.toImmutableList());
    }

    private static ImmutableSet<String> codes(List<CodeRow> rows) {
        return rows.stream().map(CodeRow::code).collect(ImmutableSet.toImmutableSet());
    }

    private static CodeRow row(String code, Optional<String> parent, int level) {
        return ImmutableCodeRow.builder()
                .code(code)
                .name("name")
                .parent(parent)
                .level(level)
                .validFrom(2020)
                .source(SOURCE)
                .build();
    }
}
