package org.fiscalloop.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.List;
import java.util.TreeMap;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.Csv;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartsTest {
    private static Chart chart(String ledger) {
        return Charts.national().stream()
                .filter(chart -> chart.ledger().equals(new LedgerId(ledger)))
                .findFirst()
                .orElseThrow();
    }

    /** The csv files are those of the reference, as they were found; what the library adds to them is named here. */
    @ParameterizedTest
    @CsvSource({"agency, agency, 154, ''", "indicator, allotment, 29, IS10 IS11", "treasury, treasury, 117, ''"})
    void codes_names_and_sides_are_those_of_the_reference(String file, String ledger, int count, String added) {
        List<Csv.Row> rows =
                Csv.resource(ChartsTest.class, file + ".csv", "code,name_zh,name_en,element,normal_side,parent");
        TreeMap<String, String> reference = new TreeMap<>();
        rows.forEach(row -> reference.put(row.text("code"), row.text("name_zh") + " " + row.text("normal_side")));
        TreeMap<String, String> ours = new TreeMap<>();
        for (Account account : chart(ledger).accounts()) {
            ours.put(account.code(), account.nameZh() + " " + account.normalSide());
        }
        assertThat(reference).hasSize(count);
        assertThat(ours).containsAllEntriesOf(reference);
        assertThat(Sets.difference(ours.keySet(), reference.keySet()))
                .isEqualTo(
                        ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().split(added)));
    }

    @Test
    void there_is_one_chart_for_each_ledger() {
        assertThat(Charts.national()).extracting(Chart::ledger).isEqualTo(Ledgers.ALL);
        assertThat(ImmutableList.of("allotment", "treasury", "agency", "memorandum"))
                .isEqualTo(Ledgers.ALL.stream().map(LedgerId::name).toList());
    }

    @Test
    void every_account_says_how_certain_its_code_is() {
        for (Chart chart : Charts.national()) {
            assertThat(chart.accounts()).isNotEmpty().allSatisfy(account -> {
                assertThat(account.source().citation()).isNotBlank();
                assertThat(account.meaning().ledger()).isEqualTo(chart.ledger());
                assertThat(account.name()).isNotBlank();
                assertThat(account.nameZh()).isNotBlank();
            });
        }
    }
}
