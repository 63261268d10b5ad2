package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.fiscalloop.json.JsonFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayTest {
    private static final String TEXT = """
            { "title": "t", "division": "310107000", "fiscalYear": 2024,
              "rulebook": { "owner": "310107000", "title": "普陀区", "fiscalYear": 2024, "validFrom": "2024-03-01",
                "changes": [{ "path": "payment/occupation", "value": "SAVE",
                  "source": { "citation": "its own", "certainty": "OWN" } }] },
              "steps": [
                { "type": "act", "id": "before", "actor": "li", "on": "2024-02-01",
                  "document": "payment-request:PR-1", "action": "SUBMIT" },
                { "type": "act", "id": "after", "actor": "li", "on": "2024-04-01",
                  "document": "payment-request:PR-1", "action": "SUBMIT" },
                { "type": "bank-acceptance", "id": "notice", "on": "2024-04-01", "voucher": "PV-1" } ] }
            """;

    private static Play play(String text) {
        return Play.of(ScenarioReader.read(text), Progress.NONE);
    }

    @Test
    void every_rulebook_in_force_on_a_day_of_a_step_is_adopted_beforehand() {
        Play play = play(TEXT);
        assertThat(play.results())
                .extracting(Result::named)
                .containsExactly(
                        "refused (loop.document-unknown)",
                        "refused (loop.document-unknown)",
                        "parked (payment.voucher-not-ready)");
        assertThat(play.loop().size()).isEqualTo(2 + 3);
    }

    @Test
    void a_command_of_a_day_without_a_rulebook_is_refused() {
        assertThat(play(TEXT.replace("2024-02-01", "2022-02-01"))
                        .results()
                        .get(0)
                        .refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("loop.no-rulebook");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"notice\", \"on\": \"2024-04-01\"   | \"notice\", \"on\": \"2022-04-01\" | 10:5 | no rulebook is in force on 2022-04-01",
                "payment/occupation                  | payment/occupatoin       | 2:15 | rulebook.not-valid",
                "\"SAVE\"                            | \"LATER\"                | 2:15 | (line 3, column 58)",
                "payment/occupation                  | payment/limits/payment.over-allotment/severity | 2:15 | rulebook.locked",
                "\"owner\": \"310107000\"            | \"owner\": \"370200000\" | 2:15 | the overlay changes nothing",
                "\"owner\": \"310107000\"            | \"owner\": \"310101000\" | 2:15 | rulebook.unknown-division",
                "\"owner\": \"310107000\"            | \"owner\": \"\"          | 2:15 | rulebook.unknown-division",
                "\"fiscalYear\": 2024, \"validFrom\" | \"fiscalYear\": 2025, \"validFrom\" | 2:15 | the overlay is for 2025"
            })
    void what_cannot_be_played_is_refused_with_its_place(String part, String instead, String place, String problem) {
        assertThat(TEXT).contains(part);
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> play(TEXT.replace(part, instead)))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.line() + ":" + refused.column()).isEqualTo(place);
                });
    }

    @Test
    void a_command_that_names_what_cannot_be_is_refused_by_the_door() {
        String text = """
                { "title": "t", "division": "310107000", "fiscalYear": 2024, "steps": [
                  { "type": "begin-periods", "id": "begin", "actor": "zhao", "on": "2024-03-01",
                    "division": "310107000", "ledger": "No Ledger", "owner": "", "month": "2024-03" } ] }
                """;
        var loop = play(text).loop();
        try (var last = loop.records(loop.size() - 1)) {
            assertThat(last.next().record().refusals())
                    .extracting(refusal -> refusal.code())
                    .containsExactly("loop.content-not-usable");
        }
    }

    @Test
    void steps_of_two_years_are_decided_by_the_rulebooks_of_both() {
        String step = """
                { "type": "register-agency", "id": "%s", "actor": "admin", "on": "%s", "budgetYear": %s, "terms": {
                  "code": "%s", "name": "甲", "kind": "ADMINISTRATIVE", "division": "310107000", "fiscalYear": %s } }""";
        String text = "{ \"title\": \"t\", \"division\": \"310107000\", \"fiscalYear\": 2024, \"steps\": ["
                + step.formatted("a", "2024-12-31", 2024, "105", 2024) + ","
                + step.formatted("b", "2025-01-02", 2025, "106", 2025) + "] }";
        Play play = play(text);
        assertThat(play.loop().rules().fiscalYears()).containsExactly(2024, 2025);
        assertThat(play.results())
                .allSatisfy(result -> assertThat(result.refusals())
                        .extracting(refusal -> refusal.code())
                        .containsExactly("access.unknown-actor"));
    }

    @Test
    void an_overlay_of_a_level_above_holds_too() {
        assertThat(play(TEXT.replace("\"owner\": \"310107000\"", "\"owner\": \"310000000\""))
                        .loop()
                        .size())
                .isEqualTo(2 + 3);
    }
}
