package org.fiscalloop.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.masterdata.MasterdataFixtures.LOCAL;
import static org.fiscalloop.masterdata.MasterdataFixtures.factOf;
import static org.fiscalloop.masterdata.MasterdataFixtures.readable;
import static org.fiscalloop.masterdata.MasterdataFixtures.scope;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCsvTest {

    private static final String GOOD = "2010101,行政运行,20101,3,yes,2024,,,yes,yes,一般公共预算,certain,the year's list";

    @Test
    void a_line_is_a_row() {
        CodeCsv.Rows read = CodeCsv.rows(list("39906,赠与,399,2,no,2018,2020,39909+39910,no,no,,own,\"a, \"\"b\"\"\""));
        assertThat(read.refusals()).isEmpty();
        assertThat(read.rows())
                .containsExactly(ImmutableCodeRow.builder()
                        .code("39906")
                        .name("赠与")
                        .parent("399")
                        .level(2)
                        .isLeaf(false)
                        .validFrom(2018)
                        .validTo(2020)
                        .addSuccessors("39909", "39910")
                        .isNational(false)
                        .isEnabled(false)
                        .source(Source.own("a, \"b\""))
                        .build());
    }

    @Test
    void what_is_left_out_is_open_or_none() {
        CodeRow row = CodeCsv.rows(list("1,一,,1,yes,2024,,,yes,yes,,uncertain,somewhere"))
                .rows()
                .get(0);
        assertThat(row.parent()).isEmpty();
        assertThat(row.validTo()).isEqualTo(CodeRow.OPEN);
        assertThat(row.successors()).isEmpty();
        assertThat(row.kind()).isEmpty();
        assertThat(row.isLeaf() && row.isNational() && row.isEnabled()).isTrue();
        assertThat(row.source().certainty()).isEqualTo(Certainty.UNCERTAIN);
        assertThat(CodeCsv.rows(list(GOOD)).rows().get(0).kind()).isEqualTo(Optional.of("一般公共预算"));
    }

    @Test
    void line_ends_and_a_byte_order_mark_of_a_spreadsheet_are_read() {
        CodeCsv.Rows read = CodeCsv.rows("\uFEFF" + CodeCsv.HEADER + "\r\n" + GOOD + "\r\n");
        assertThat(read.rows()).hasSize(1);
        assertThat(read.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "code,name", "\uFEFF\uFEFF" + CodeCsv.HEADER, " " + CodeCsv.HEADER, CodeCsv.HEADER + ","})
    void other_columns_are_refused_and_nothing_is_read(String header) {
        CodeCsv.Rows read = CodeCsv.rows(header + "\n" + GOOD);
        assertThat(read.rows()).isEmpty();
        assertThat(readable(read.refusals())).extracting(Refusal::code).containsExactly("masterdata.csv-header");
        assertThat(read.refusals().get(0).allowed()).containsExactly(CodeCsv.HEADER);
        assertThat(CodeCsv.rows("").refusals()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "''|1 fields instead of 13",
                "1,一,,1,yes,2024,,,yes,yes,,own|12 fields instead of 13",
                "1,一,,1,yes,2024,,,yes,yes,,own,s,|14 fields instead of 13",
                "1,\"一,,1,yes,2024,,,yes,yes,,own,s|the quote at 3 is not closed",
                "1,\"一\"x,,1,yes,2024,,,yes,yes,,own,s|a comma must follow the quote at 5",
                "1,一\"二\",,1,yes,2024,,,yes,yes,,own,s|a field with a quote must stand in quotes: 一\"二\"",
                "301 2,一,,1,yes,2024,,,yes,yes,,own,s|code must be 1 to 20 letters and digits: \"301 2\"",
                "1,,,1,yes,2024,,,yes,yes,,own,s|name must not be blank: 1",
                "1,一,,2,yes,2024,,,yes,yes,,own,s|level must be 1 without a parent and more with one: 2",
                "1,一,,,yes,2024,,,yes,yes,,own,s|level must be a number: \"\"",
                "1,一,,-1,yes,2024,,,yes,yes,,own,s|level must be a number: \"-1\"",
                "1,一,,1,Yes,2024,,,yes,yes,,own,s|leaf must be yes or no: \"Yes\"",
                "1,一,,1,yes,2024-01-01,,,yes,yes,,own,s|valid_from must be a number: \"2024-01-01\"",
                "1,一,,1,yes,２０２４,,,yes,yes,,own,s|valid_from must be a number: \"２０２４\"",
                "1,一,,1,yes,2024, ,,yes,yes,,own,s|valid_to must be a number: \" \"",
                "1,一,,1,yes,2024,2023,,yes,yes,,own,s|years must be in order: 2024 to 2023",
                "1,一,,1,yes,2024,,,,yes,,own,s|national must be yes or no: \"\"",
                "1,一,,1,yes,2024,,,yes,1,,own,s|enabled must be yes or no: \"1\"",
                "1,一,,1,yes,2024,,,yes,yes,,CERTAIN,s|certainty is unknown: \"CERTAIN\"",
                "1,一,,1,yes,2024,,,yes,yes,,own,|citation must not be blank"
            })
    void a_line_that_is_no_row_is_refused_by_itself(String line, String problem) {
        CodeCsv.Rows read = CodeCsv.rows(list(GOOD, line, GOOD));
        assertThat(read.rows()).hasSize(2);
        assertThat(readable(read.refusals())).extracting(Refusal::code).containsExactly("masterdata.csv-row");
        assertThat(factOf(read.refusals().get(0), "line")).isEqualTo(Fact.count(3));
        assertThat(factOf(read.refusals().get(0), "problem")).isEqualTo(Fact.text(problem));
    }

    @Test
    void a_table_keeps_what_fits_and_names_what_does_not() {
        CodeTable.Reading reading = CodeCsv.table(
                scope(LOCAL, 2024, 2025),
                list("1,一,,1,no,2024,,,yes,yes,,own,s", "nonsense", "21,二一,2,2,yes,2024,,,yes,yes,,own,s"));
        assertThat(reading.table().rows()).extracting(CodeRow::code).containsExactly("1");
        assertThat(readable(reading.refusals()))
                .extracting(Refusal::code)
                .containsExactly("masterdata.csv-row", "masterdata.code-parent");
    }

    @Test
    void the_library_reads_its_own_lists_without_a_refusal() {
        for (String name : ImmutableList.of("function.csv", "division.csv", "department-economic.csv")) {
            CodeCsv.Rows read = CodeCsv.rows(Csv.resource(CodeCsv.class, name));
            assertThat(read.refusals()).isEmpty();
            assertThat(read.rows()).hasSizeGreaterThan(100);
        }
    }

    private static String list(String... lines) {
        return CodeCsv.HEADER + "\n" + String.join("\n", lines) + "\n";
    }
}
