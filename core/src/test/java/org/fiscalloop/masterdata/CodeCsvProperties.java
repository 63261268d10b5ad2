package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Source;

class CodeCsvProperties {

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatever_is_written_as_a_list_is_read_again(@ForAll("rows") ImmutableList<CodeRow> rows) {
        CodeCsv.Rows read = CodeCsv.rows(CodeCsv.HEADER + "\n"
                + rows.stream().map(CodeCsvProperties::written).collect(Collectors.joining("\n")));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.rows()).isEqualTo(rows);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void any_text_is_read_or_refused_line_by_line(@ForAll @Size(max = 8) List<@From("lines") String> lines) {
        String text = CodeCsv.HEADER + "\n" + String.join("\n", lines);
        CodeCsv.Rows read = CodeCsv.rows(text);
        assertThat(read.rows().size() + readable(read.refusals()).size())
                .isEqualTo((int) text.lines().count() - 1);
        CodeTable.Reading reading = CodeCsv.table(scope(LOCAL, 2024, 2025), text);
        assertThat(reading.table().rows().size() + reading.refusals().size())
                .isEqualTo((int) text.lines().count() - 1);
    }

    @Provide
    Arbitrary<String> lines() {
        Arbitrary<String> cells = Arbitraries.of("1", "", "2024", "yes", "no", "own", "\"", "\"a,b\"", "一", "x\"y");
        return Arbitraries.oneOf(
                Arbitraries.strings().withChars("1,\"\"x\r").ofMaxLength(30),
                Arbitraries.strings().ofMaxLength(20),
                cells.list().ofSize(13).map(row -> String.join(",", row)),
                rows().filter(rows -> !rows.isEmpty()).map(rows -> written(rows.get(0))));
    }

    @Provide
    Arbitrary<ImmutableList<CodeRow>> rows() {
        Arbitrary<String> codes = Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(7);
        Arbitrary<String> texts = Arbitraries.strings()
                .withChars("办公费（护） ,\"'+;ab")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(text -> !text.isBlank());
        Arbitrary<Integer> years = Arbitraries.integers().between(0, 9998);
        Arbitrary<CodeRow> row = Combinators.combine(
                        codes,
                        texts,
                        codes.optional(0.5),
                        Combinators.combine(years, years).as((a, b) -> List.of(Math.min(a, b), Math.max(a, b))),
                        codes.list().ofMaxSize(3),
                        Arbitraries.of(true, false).list().ofSize(3),
                        texts.optional(0.5),
                        Combinators.combine(texts, Arbitraries.of(Certainty.class))
                                .as(Source::new))
                .as((code, name, parent, valid, successors, flags, kind, source) -> ImmutableCodeRow.builder()
                        .code(code)
                        .name(name)
                        .parent(parent)
                        .level(parent.isPresent() ? 2 : 1)
                        .validFrom(valid.get(0))
                        .validTo(valid.get(1))
                        .successors(successors)
                        .isLeaf(flags.get(0))
                        .isNational(flags.get(1))
                        .isEnabled(flags.get(2))
                        .kind(kind)
                        .source(source)
                        .build());
        return row.list().ofMaxSize(5).map(ImmutableList::copyOf);
    }

    private static String written(CodeRow row) {
        return String.join(
                ",",
                row.code(),
                quoted(row.name()),
                row.parent().orElse(""),
                Integer.toString(row.level()),
                row.isLeaf() ? "yes" : "no",
                Integer.toString(row.validFrom()),
                Integer.toString(row.validTo()),
                String.join("+", row.successors()),
                row.isNational() ? "yes" : "no",
                row.isEnabled() ? "yes" : "no",
                quoted(row.kind().orElse("")),
                row.source().certainty().name().toLowerCase(Locale.ROOT),
                quoted(row.source().citation()));
    }

    private static String quoted(String field) {
        return field.contains(",") || field.contains("\"") ? "\"" + field.replace("\"", "\"\"") + "\"" : field;
    }
}
