package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    private static final String CASE = """
            {
              "title": "甲",
              "division": "310107000",
              "fiscalYear": 2024,
              "steps": [
                {
                  "type": "act",
                  "id": "one",
                  "actor": "li",
                  "on": "2024-03-01",
                  "document": "project:31010724T000000000001",
                  "action": "SUBMIT",
                  "expect": "loop.document-unknown"
                },
                {
                  "type": "bank-acceptance",
                  "id": "two",
                  "on": "2024-03-01",
                  "voucher": "PV-1",
                  "expect": "parked"
                }
              ]
            }
            """;

    @TempDir
    private Path dir = Path.of("");

    private Program play(String text) throws IOException {
        Path file = dir.resolve("case.json");
        Files.writeString(file, text);
        return Program.run("run", file.toString(), "--out", dir.resolve("out").toString());
    }

    @Test
    void it_ends_with_0_when_every_expectation_held() throws IOException {
        Program program = play(CASE);
        assertThat(program.err()).isEmpty();
        assertThat(program.out()).isEqualTo("甲: 2 steps, 2 of 2 expectations held\n");
        assertThat(program.code()).isZero();
        assertThat(dir.resolve("out")).isDirectoryContaining("glob:**outcomes.ndjson");
    }

    @Test
    void it_ends_with_1_and_names_every_expectation_that_did_not_hold() throws IOException {
        Program program =
                play(CASE.replace("\"loop.document-unknown\"", "\"accepted\"").replace("parked", "booked"));
        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err())
                .isEqualTo("""
                        FILE:6: step 0 (one): expected accepted, was refused (loop.document-unknown)
                            project:31010724T000000000001 does not exist
                            project:31010724T000000000001 不存在
                        FILE:15: step 1 (two): expected booked, was parked (payment.voucher-not-ready)
                            voucher PV-1 is UNKNOWN; what is told of it waits until it is SENT
                            凭证 PV-1 状态为 不存在; 待其为 已发送 时入账
                        """.replace("FILE", dir.resolve("case.json").toString()));
        assertThat(program.out()).isEqualTo("甲: 2 steps, 0 of 2 expectations held\n");
        assertThat(dir.resolve("out")).isDirectoryContaining("glob:**journal.ledger");
    }

    @Test
    void a_code_is_expected_of_a_refusal_and_not_of_what_waits() throws IOException {
        Program program = play(CASE.replace("\"parked\"", "\"payment.voucher-not-ready\""));
        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err()).contains("expected payment.voucher-not-ready, was parked");
    }

    @Test
    void a_step_that_expects_nothing_is_content() throws IOException {
        Program program = play(CASE.replace(",\n      \"expect\": \"parked\"", ""));
        assertThat(program.out()).isEqualTo("甲: 2 steps, 1 of 1 expectations held\n");
        assertThat(program.code()).isZero();
    }

    private Program look(String agency, String cell, String amount, String expect) throws IOException {
        return play("""
                { "title": "甲", "division": "310107000", "fiscalYear": 2024, "steps": [
                { "type": "statements", "id": "look", %s"year": 2024, "cells": { "%s": "%s" }, "expect": "%s" } ] }
                """.formatted(agency, cell, amount, expect));
    }

    @Test
    void it_names_the_cells_that_are_not_as_expected() throws IOException {
        Program program = look("\"agency\": \"105\", ", "F1/INCOME/AMOUNT", "49.14", "equal");
        assertThat(program.code()).isEqualTo(1);
        assertThat(program.err())
                .isEqualTo("FILE:2: step 0 (look): expected equal, was different\n    F1/INCOME/AMOUNT is 0.00\n"
                        .replace("FILE", dir.resolve("case.json").toString()));
        assertThat(Files.readString(dir.resolve("out").resolve("outcomes.ndjson")))
                .contains("\"outcome\":\"different\"")
                .contains("\"differing\":{\"F1/INCOME/AMOUNT\":\"0.00\"}");
    }

    @Test
    void cells_are_those_of_an_agency_or_of_all_and_a_code_without_a_line_has_nothing() throws IOException {
        assertThat(look("\"agency\": \"105\", ", "F1/INCOME/AMOUNT", "0.00", "equal")
                        .code())
                .isZero();
        assertThat(look("", "F3/FUNCTION/2010602/PROJECT", "0.00", "equal").code())
                .isZero();
        assertThat(look("", "F3/FUNCTION/2010602/PROJECT", "1.00", "different").code())
                .isZero();
    }

    @Test
    void it_ends_with_2_for_a_cell_that_there_is_not() throws IOException {
        for (String cell : new String[] {
            "F1", "F1/INCOME", "F7/INCOME/AMOUNT", "F1/INCOMES/AMOUNT", "F1/INCOME/TOTAL", "F1/INCOME/201/AMOUNT"
        }) {
            Program program = look("", cell, "0.00", "equal");
            assertThat(program.code()).as(cell).isEqualTo(2);
            assertThat(program.err()).startsWith(dir.resolve("case.json") + ":2:1: look: ");
        }
    }

    @Test
    void it_ends_with_2_and_says_where_when_the_file_cannot_be_read() throws IOException {
        Program program = play(CASE.replace("\"fiscalYear\": 2024", "\"fiscalYear\": 2024, \"fiscalYear\": 2024"));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).isEqualTo(dir.resolve("case.json") + ":4:23: key \"fiscalYear\" is given twice\n");
        assertThat(program.out()).isEmpty();
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void it_ends_with_2_when_a_code_is_expected_that_no_reason_has_and_names_those_like_it() throws IOException {
        Program program = play(CASE.replace("loop.document-unknown", "loop.document-unkown"));
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .startsWith(dir.resolve("case.json") + ":13:17: expect: ")
                .contains("accepted, refused, booked, parked, exception, equal, different or a code")
                .contains("like it are ")
                .contains("loop.document-unknown");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    @Test
    void it_ends_with_2_for_a_case_without_steps() throws IOException {
        Program program = play(CASE.substring(0, CASE.indexOf('[')) + "[] }");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains(":5:12: steps: a case without steps");
    }

    @Test
    void it_says_in_its_own_words_what_is_no_json() throws IOException {
        assertThat(play("\uFEFF" + CASE).err()).contains(":1:1: a byte order mark");
        assertThat(play(CASE.replace("\"title\"", "// note\n\"title\"")).err()).contains(":2:3: a comment");
        assertThat(play(CASE.replace("\"on\": \"2024-03-01\"", "\"on\": \"2024-13-01\""))
                        .err())
                .contains(":10:13: on: there is no day 2024-13-01");
    }

    @Test
    void it_ends_with_2_when_there_is_no_such_file() {
        Program program = Program.run("run", dir.resolve("none.json").toString(), "--out", dir.toString());
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).isEqualTo(dir.resolve("none.json") + ": there is no such file\n");
    }

    @Test
    void it_ends_with_2_when_the_file_is_not_text() throws IOException {
        Path file = dir.resolve("case.json");
        Files.write(file, new byte[] {'{', (byte) 0xFF, '}'});
        Program program = Program.run("run", file.toString(), "--out", dir.toString());
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).contains("is not UTF-8");
    }

    @Test
    void it_ends_with_2_when_it_cannot_write() throws IOException {
        Path file = dir.resolve("case.json");
        Files.writeString(file, CASE);
        Program program = Program.run(
                "run", file.toString(), "--out", file.resolve("below").toString());
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err()).startsWith("cannot read or write: ");
    }

    @Test
    void it_says_how_it_is_used() {
        for (String[] args :
                new String[][] {{}, {"run"}, {"run", "a", "b", "c"}, {"list", "x"}, {"explain"}, {"play"}}) {
            Program program = Program.run(args);
            assertThat(program.code()).isEqualTo(2);
            assertThat(program.err()).startsWith("usage: fiscal-scenarios run FILE.json --out DIR");
            assertThat(program.out()).isEmpty();
        }
    }

    @Test
    void it_lists_commands_notices_their_parts_and_acts() {
        Program program = Program.run("list");
        assertThat(program.code()).isZero();
        assertThat(program.err()).isEmpty();
        assertThat(program.out())
                .contains("\ncreate-payment\n  request: id of payment-request\n  terms: payment-terms\n")
                .contains("\nbank-receipt\n  voucher: id of payment-voucher\n  serial: text\n  paidOn: date\n")
                .contains("\npayment-terms\n  allotment: id of allotment\n  elements: elements\n")
                .contains("\n  attributes: map of text (may be left out)\n")
                .contains("\nstatements\n  agency: optional text\n  year: fiscal year\n  cells: map of ")
                .contains("\nopening-tables\n  day: date\n  tables: map of list of text\n")
                .contains("\nvouchers.csv\n  PAY_CERT_ID: ")
                .contains("\nevidence-step\n  post: text\n")
                .contains("\npayment-voucher\n  VOID: CREATED -> VOIDED, duty payment.voucher")
                .doesNotContain("optional text (may be left out)")
                .doesNotContain("FREEZE:");
    }

    @Test
    void it_lists_each_form_once() {
        assertThat(Program.run("list").out().lines().filter(line -> line.matches("[a-z][a-z-]+")))
                .filteredOn(
                        name -> !name.equals("agency") && !name.equals("bank-account") && !name.equals("notice-case"))
                .doesNotHaveDuplicates();
    }

    @Test
    void it_explains_a_refusal() {
        Program program = Program.run("explain", "lifecycle.four-eyes");
        assertThat(program.code()).isZero();
        assertThat(program.out())
                .startsWith("lifecycle.four-eyes\n")
                .contains("不相容岗位")
                .contains("{actor}")
                .contains("\nSource: ")
                .contains("\nCertainty: ");
    }

    @Test
    void it_explains_controls_limits_exceptions_and_what_the_books_refuse() {
        for (String code : new String[] {
            "payment.purpose-missing", "payment.over-allotment", "payment.receipt-twice", "ledger.period-closed",
            "access.duty-missing", "rulebook.locked", "masterdata.code-unknown", "loop.id-conflict"
        }) {
            Program program = Program.run("explain", code);
            assertThat(program.code()).as(code).isZero();
            assertThat(program.out()).startsWith(code + "\n");
        }
    }

    @Test
    void it_ends_with_2_for_an_unknown_code_and_names_those_like_it() {
        Program program = Program.run("explain", "payment.allotment");
        assertThat(program.code()).isEqualTo(2);
        assertThat(program.err())
                .startsWith("no reason has the code payment.allotment; like it are ")
                .contains("payment.over-allotment")
                .contains("payment.no-allotment");
        assertThat(Program.run("explain", "whatever").err()).contains("there is none like it");
    }
}
