package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.examples.scenarios.Scenario.Step;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.json.JsonFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final String TEXT = """
            {
              "title": "甲",
              "division": "310107000",
              "fiscalYear": 2024,
              "steps": [
                { "type": "freeze-allotment", "id": "c", "actor": "qian", "on": "2024-03-01",
                  "document": "AL-1", "amount": "12.30", "expect": "accepted" },
                { "type": "treasury-clearing", "id": "n", "on": "2024-03-02",
                  "batch": "B-1", "lines": [{ "voucher": "PV-1", "amount": "1.00" }], "sender": "treasury" },
                { "type": "bank-acceptance", "id": "m", "on": "2024-03-02", "voucher": "PV-1", "budgetYear": 2025 },
                { "type": "statements", "id": "s", "agency": "105", "year": 2023, "cells": { "F1/INCOME/AMOUNT": "-1.50" } },
                { "type": "opening-tables", "id": "o", "actor": "admin", "on": "2024-07-01", "day": "2024-06-30",
                  "tables": { "agencies.csv": ["AGENCY_CODE,AGENCY_NAME", "105,局"] } }
              ]
            }
            """;

    private static Input input(Step step) {
        return ((Deed.Asking) step.deed()).input();
    }

    @Test
    void a_scenario_is_read() {
        Scenario scenario = ScenarioReader.read(TEXT);
        assertThat(scenario.title()).isEqualTo("甲");
        assertThat(scenario.overlays()).isEmpty();
        Step command = scenario.steps().get(0);
        assertThat(command.type()).isEqualTo("freeze-allotment");
        assertThat(command.expect()).contains("accepted");
        assertThat(command.at().line()).isEqualTo(6);
        assertThat(input(command)).isInstanceOf(Command.class).satisfies(input -> {
            assertThat(input.id()).isEqualTo(new InputId("scenario", "c"));
            assertThat(((Command) input).actor()).isEqualTo("qian");
            assertThat(input.division()).isEqualTo("310107000");
            assertThat(input.fiscalYear()).isEqualTo(2024);
            assertThat(input.on()).isEqualTo(LocalDate.of(2024, 3, 1));
        });
        assertThat(input(scenario.steps().get(1))).isInstanceOf(Notice.class);
        assertThat(input(scenario.steps().get(1)).id()).isEqualTo(new InputId("treasury", "n"));
        assertThat(input(scenario.steps().get(2)).id()).isEqualTo(new InputId("scenario", "m"));
        assertThat(input(scenario.steps().get(2)).fiscalYear()).isEqualTo(2025);
        assertThat(scenario.steps().get(2).expect()).isEqualTo(Optional.empty());
        assertThat(scenario.fiscalYears()).containsExactly(2023, 2024, 2025);
    }

    @Test
    void a_look_at_statements_and_an_opening_from_tables_are_read() {
        Scenario scenario = ScenarioReader.read(TEXT);
        assertThat(scenario.steps().get(3).deed())
                .isEqualTo(
                        new Deed.Comparing("s", Optional.of("105"), 2023, ImmutableMap.of("F1/INCOME/AMOUNT", -150L)));
        assertThat(scenario.steps().get(4).deed())
                .isEqualTo(new Deed.Opening(
                        new InputId("scenario", "o"),
                        "admin",
                        LocalDate.of(2024, 7, 1),
                        2024,
                        LocalDate.of(2024, 6, 30),
                        ImmutableMap.of("agencies.csv", "AGENCY_CODE,AGENCY_NAME\n105,局\n"),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // the file
                "\"title\": \"甲\",          | \"title\": \"甲\", \"note\": \"x\",   | 2:25  | note: unknown field",
                "\"title\": \"甲\",          | ~~                                  | 1:1   | title: missing",
                "\"title\": \"甲\",          | \"title\": \"甲\", \"title\": \"乙\", | 2:17  | key \"title\" is given twice",
                "\"310107000\"              | \"3101\"                             | 3:15  | division",
                "\"fiscalYear\": 2024       | \"fiscalYear\": 2019                 | 4:17  | fiscal year must be",
                "\"fiscalYear\": 2024       | \"fiscalYear\": 2024.0               | 4:17  | fiscalYear",
                "\"fiscalYear\": 2024       | \"fiscalYear\": NaN                  | 4:17  | NaN is no number",
                "\"steps\"                  | \"stepps\"                           | 5:13  | stepps: unknown field",
                "\"division\"               | \"rulebook\": [7], \"division\"      | 3:16  | expected fields",
                "\"budgetYear\": 2025       | \"budgetYear\": 2019                 | 10:98 | fiscal year must be",
                // the envelope
                "\"id\": \"c\",             | ~~                                   | 6:5   | id: missing",
                "\"id\": \"c\",             | \"id\": \"\",                        | 6:41  | id",
                "\"actor\": \"qian\",       | ~~                                   | 6:5   | actor: missing",
                "\"actor\": \"qian\",       | \"actor\": \" \",                    | 6:5   | actor: missing",
                "\"actor\": \"qian\",       | \"actor\": 7,                        | 6:55  | actor",
                "\"actor\": \"qian\",       | \"actor\": \"qian\", \"sender\": \"x\", | 6:73 | sender: a command has an actor",
                "\"on\": \"2024-03-01\"     | \"on\": \"2024-02-30\"               | 6:69  | on",
                "\"on\": \"2024-03-01\"     | \"on\": null                         | 6:69  | null is no value here",
                "\"type\": \"freeze-allotment\" | \"type\": \"freeze\"             | 6:15  | type: \"freeze\" is no",
                "\"type\": \"freeze-allotment\" | \"type\": 3                      | 6:15  | type",
                "\"type\": \"freeze-allotment\", | ~~                              | 6:5   | type: missing",
                "\"type\": \"freeze-allotment\" | \"type\": \"match-again\"        | 6:15  | type: \"match-again\" is no",
                "\"type\": \"freeze-allotment\" | \"type\": \"voucher-paid\"       | 6:15  | type: \"voucher-paid\" is no",
                "\"sender\": \"treasury\"   | \"actor\": \"bank\"                  | 9:84  | actor: a notice tells",
                "\"sender\": \"treasury\"   | \"sender\": \"\"                     | 9:85  | sender",
                "\"expect\": \"accepted\"   | \"expect\": true                     | 7:56  | expect",
                "\"actor\": \"qian\",       | \"acter\": \"qian\", | 6:55 | acter: unknown field; known are [type, id, actor, on, budgetYear, expect, document, amount, ratio]",
                "\"sender\": \"treasury\"   | \"sendr\": \"treasury\" | 9:84 | sendr: unknown field; known are [type, id, sender, on, budgetYear, expect, batch, lines]",
                "\"on\": \"2024-03-01\",   | ~~                                   | 6:5   | on: missing",
                "\"agency\": \"105\",        | \"on\": \"2024-03-01\",               | 11:46 | on: unknown field; known are [type, id, expect, agency, year, cells]",
                "\"year\": 2023            | \"year\": 2019                       | 11:65 | fiscal year must be",
                "\"-1.50\"                 | \"1.505\"                            | 11:102 | cells[F1/INCOME/AMOUNT]",
                "\"actor\": \"admin\",      | ~~                                   | 12:5  | actor: missing",
                "[\"AGENCY_CODE,AGENCY_NAME\", \"105,局\"] | \"105\"              | 13:35 | tables[agencies.csv]",
                // the body
                "\"document\": \"AL-1\",    | ~~                                   | 6:5   | document: missing",
                "\"document\": \"AL-1\",    | \"document\": \"AL-1\", \"x\": 1,     | 7:32  | x: unknown field",
                "\"12.30\"                  | \"12.305\"                           | 7:37  | amount",
                "\"12.30\"                  | 12.30                                | 7:37  | amount",
                "\"12.30\"                  | \"NaN\"                              | 7:37  | amount",
                "\"12.30\"                  | \"1,000.00\"                         | 7:37  | amount",
                "\"voucher\": \"PV-1\", \"amount\" | \"voucher\": \"PV-1\", \"amt\": 1, \"amount\" | 9:61 | lines[0].amt: unknown",
                "\"1.00\"                   | \"1.001\"                            | 9:64  | lines[0].amount"
            })
    void what_is_no_scenario_is_refused_with_its_place(String part, String instead, String place, String problem) {
        assertThat(TEXT).contains(part);
        int at = TEXT.indexOf(part);
        String text = TEXT.substring(0, at) + instead + TEXT.substring(at + part.length());
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> ScenarioReader.read(text))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.line() + ":" + refused.column()).isEqualTo(place);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[]                                                                           | 1:1  | expected a scenario",
                "{\"title\":\"t\",\"division\":\"310107000\",\"fiscalYear\":2024}              | 1:1  | steps: missing",
                "{\"title\":\"t\",\"division\":\"310107000\",\"fiscalYear\":2024,\"steps\":{}}   | 1:63 | expected a list of steps",
                "{\"title\":\"t\",\"division\":\"310107000\",\"fiscalYear\":2024,\"steps\":[]}   | 1:63 | steps: a case without steps",
                "{\"title\":\"t\",\"division\":\"310107000\",\"fiscalYear\":2024,\"steps\":[7]}  | 1:64 | expected a step"
            })
    void a_scenario_has_its_parts(String text, String place, String problem) {
        assertThatExceptionOfType(JsonFormatException.class)
                .isThrownBy(() -> ScenarioReader.read(text))
                .satisfies(refused -> {
                    assertThat(refused.problem()).contains(problem);
                    assertThat(refused.line() + ":" + refused.column()).isEqualTo(place);
                });
    }

    /** Else a step, which is flat, could not say which is meant. */
    @Test
    void no_command_or_notice_has_a_field_called_like_one_of_the_envelope() {
        ImmutableList.of(InputJson.COMMANDS, InputJson.NOTICES)
                .forEach(shapes -> shapes.forEach(
                        shape -> assertThat(shape.fields().stream().map(field -> field.name()))
                                .as(shape.name())
                                .doesNotContain("type", "id", "actor", "sender", "on", "budgetYear", "expect")));
    }
}
