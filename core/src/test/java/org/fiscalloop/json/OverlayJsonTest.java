package org.fiscalloop.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.decision.Source;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverlayJsonTest {
    private static final String TEXT = """
            {
              "owner": "310107000",
              "title": "普陀区",
              "fiscalYear": 2024,
              "validFrom": "2024-01-01",
              "changes": [
                {
                  "path": "payment/occupation",
                  "source": {
                    "citation": "a district's own rule",
                    "certainty": "OWN"
                  },
                  "locked": true,
                  "value": "SAVE"
                }
              ]
            }""";

    private static final Overlay OVERLAY = new Overlay(
            "310107000",
            "普陀区",
            2024,
            LocalDate.of(2024, 1, 1),
            ImmutableList.of(new Overlay.Change(
                    "payment/occupation", Tree.text("SAVE"), Source.own("a district's own rule"), true)));

    @Test
    void an_overlay_is_written() {
        assertThat(OverlayJson.write(OVERLAY)).isEqualTo(TEXT);
    }

    @Test
    void an_overlay_is_read_as_it_was_written() {
        Overlay read = OverlayJson.read(TEXT);
        assertThat(OverlayJson.write(read)).isEqualTo(TEXT);
        assertThat(read.changes().get(0).value().at()).contains(new Tree.Location(14, 16));
    }

    @Test
    void a_change_that_does_not_say_so_is_not_locked() {
        Overlay read = OverlayJson.read(TEXT.replace("\"locked\": true,", ""));
        assertThat(read.changes().get(0).locked()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"title\": \"普陀区\",            | ~~                | 1  | title: missing",
                "\"title\": \"普陀区\",            | \"titel\": \"x\", | 3  | titel",
                "\"value\": \"SAVE\"               | \"x\": 1          | 7  | value: missing",
                "\"path\": \"payment/occupation\"  | \"path\": \"/\"   | 7  | path",
                "\"certainty\": \"OWN\"            | \"certainty\": 1  | 11 | certainty",
                "\"changes\": [                    | \"changes\": [3,  | 6  | expected fields",
                "\"validFrom\": \"2024-01-01\"     | \"validFrom\": \"2024-1-1\" | 5 | validFrom"
            })
    void what_is_no_overlay_is_refused_with_its_line(String part, String instead, int line, String problem) {
        assertThat(TEXT).contains(part);
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> OverlayJson.read(TEXT.replace(part, instead)))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.line()).isEqualTo(line);
                });
    }

    @Test
    void changes_are_a_list() {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> OverlayJson.read("{\"owner\":\"310107000\",\"title\":\"t\",\"fiscalYear\":2024,"
                        + "\"validFrom\":\"2024-01-01\",\"changes\":{}}"))
                .withMessageContaining("expected a list of changes");
    }
}
