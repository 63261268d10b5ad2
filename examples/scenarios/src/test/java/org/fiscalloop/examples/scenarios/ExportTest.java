package org.fiscalloop.examples.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of one small case, to the letter. */
class ExportTest {
    private static final String HEAD =
            "{ \"title\": \"a; case:\\n  of [one] 甲\", \"division\": \"310107000\", \"fiscalYear\": 2024, \"steps\": [";
    private static final String STEPS = """
            { "type": "appoint-actor", "id": "a-zhao", "actor": "admin", "on": "2024-01-05",
              "terms": { "actor": "zhao", "name": "赵", "division": "310107000", "agency": "", "fiscalYear": 2024,
                "grants": [
                  { "duty": "register.registrar", "division": "310107000", "agency": "" },
                  { "duty": "project.finance", "division": "310107000", "agency": "" }] } },
            { "type": "register-agency", "id": "a-105", "actor": "zhao", "on": "2024-01-05",
              "terms": { "division": "310107000", "fiscalYear": 2024, "code": "105", "name": "局", "kind": "ADMINISTRATIVE" } },
            { "type": "register-account", "id": "a-account", "actor": "zhao", "on": "2024-01-05",
              "terms": { "division": "310107000", "agency": "105", "fiscalYear": 2024, "number": "B1", "name": "户",
                "bank": "行", "kind": "31" } },
            { "type": "register-account", "id": "a-account-no, \\"one\\"", "actor": "li", "on": "2024-01-05",
              "terms": { "division": "310107000", "agency": "105", "fiscalYear": 2024, "number": "B2", "name": "户",
                "bank": "行", "kind": "31" } },
            { "type": "other-income-received", "id": "in, \\"1\\"", "on": "2024-02-01", "sender": "bank",
              "receipt": "R-1", "agency": "105", "account": "B1", "receivedOn": "2024-02-01", "amount": "1234.50" }
            ] }
            """;

    private static final String REFUSED = """
            { "type": "act", "id": "one", "actor": "li", "on": "2024-03-01",
              "document": "project:31010724T000000000001", "action": "SUBMIT" }
            ] }
            """;

    @TempDir
    private Path dir = Path.of("");

    private Exported exported(String text) throws IOException {
        Path file = dir.resolve("case.json");
        Files.writeString(file, text);
        Program program = Program.run("run", file.toString(), "--out", dir.toString());
        assertThat(program.err()).isEmpty();
        return new Exported(dir);
    }

    @Test
    void outcomes_are_one_line_of_json_a_step() throws IOException {
        assertThat(exported(HEAD + STEPS).text("outcomes.ndjson")).isEqualTo("""
                {"index":0,"id":"a-zhao","type":"appoint-actor","outcome":"accepted","code":"","facts":{}}
                {"index":1,"id":"a-105","type":"register-agency","outcome":"accepted","code":"","facts":{}}
                {"index":2,"id":"a-account","type":"register-account","outcome":"accepted","code":"","facts":{}}
                {"index":3,"id":"a-account-no, \\"one\\"","type":"register-account","outcome":"refused",\
                "code":"access.unknown-actor","facts":{"actor":"li"}}
                {"index":4,"id":"in, \\"1\\"","type":"other-income-received","outcome":"booked","code":"","facts":{}}
                """);
    }

    @Test
    void entries_are_one_row_a_line() throws IOException {
        assertThat(exported(HEAD + STEPS).text("entries.csv")).isEqualTo("""
                sequence,event,event_type,date,ledger,basis,owner,account,account_name,side,amount,reverses
                1,"in, ""1""\",revenue-received,2024-02-01,AGENCY,FINANCIAL,105,1002,银行存款,DEBIT,1234.50,
                1,"in, ""1""\",revenue-received,2024-02-01,AGENCY,FINANCIAL,105,4609,其他收入,CREDIT,1234.50,
                2,"in, ""1""\",revenue-received,2024-02-01,AGENCY,BUDGETARY,105,800102,货币资金,DEBIT,1234.50,
                2,"in, ""1""\",revenue-received,2024-02-01,AGENCY,BUDGETARY,105,660902,非专项资金收入,CREDIT,1234.50,
                """);
    }

    @Test
    void balances_are_one_row_an_account() throws IOException {
        assertThat(exported(HEAD + STEPS).text("balances.csv")).isEqualTo("""
                ledger,basis,owner,account,account_name,side,amount
                AGENCY,FINANCIAL,105,1002,银行存款,DEBIT,1234.50
                AGENCY,FINANCIAL,105,4609,其他收入,CREDIT,1234.50
                AGENCY,BUDGETARY,105,660902,非专项资金收入,CREDIT,1234.50
                AGENCY,BUDGETARY,105,800102,货币资金,DEBIT,1234.50
                """);
    }

    @Test
    void statements_are_one_row_a_cell_of_every_agency_and_year() throws IOException {
        Exported exported = exported(HEAD + STEPS);
        assertThat(exported.text("statements/F2.csv")).isEqualTo("""
                year,agency,row,name,column,amount
                2024,105,TOTAL,合计,TOTAL,1234.50
                2024,105,TOTAL,合计,FISCAL,0.00
                2024,105,TOTAL,合计,SUPERIOR,0.00
                2024,105,TOTAL,合计,OPERATING,0.00
                2024,105,TOTAL,合计,BUSINESS,0.00
                2024,105,TOTAL,合计,SUBSIDIARIES,0.00
                2024,105,TOTAL,合计,OTHER,1234.50
                2024,105,FUNCTION,未分支出功能分类,TOTAL,1234.50
                2024,105,FUNCTION,未分支出功能分类,FISCAL,0.00
                2024,105,FUNCTION,未分支出功能分类,SUPERIOR,0.00
                2024,105,FUNCTION,未分支出功能分类,OPERATING,0.00
                2024,105,FUNCTION,未分支出功能分类,BUSINESS,0.00
                2024,105,FUNCTION,未分支出功能分类,SUBSIDIARIES,0.00
                2024,105,FUNCTION,未分支出功能分类,OTHER,1234.50
                """);
        assertThat(exported.text("statements/balance-sheet.csv")).contains("\n2024,105,CASH,货币资金,CLOSING,1234.50\n");
        assertThat(exported.text("statements/income-statement.csv")).contains("\n2024,105,INCOME,");
        assertThat(dir.resolve("statements").toFile().list())
                .containsExactlyInAnyOrder(
                        "F1.csv",
                        "F2.csv",
                        "F3.csv",
                        "F4.csv",
                        "F5.csv",
                        "F6.csv",
                        "balance-sheet.csv",
                        "income-statement.csv");
    }

    @Test
    void the_journal_is_plain_text_without_what_its_readers_take_for_something_else() throws IOException {
        Exported exported = exported(HEAD + STEPS);
        assertThat(exported.text("journal.ledger")).startsWith("""
                ; a case of one 甲
                ; debits are positive, credits negative; yuan

                commodity CNY
                    format 1000.00 CNY

                account AGENCY:FINANCIAL:105:1002 银行存款
                account AGENCY:FINANCIAL:105:4609 其他收入
                account AGENCY:BUDGETARY:105:660902 非专项资金收入
                account AGENCY:BUDGETARY:105:800102 货币资金

                2024-02-01 * revenue-received / other-income-received
                    ; sequence: 1
                    ; event: in, "1"
                """);
        assertThat(exported.postings()).isEqualTo("""
                AGENCY:FINANCIAL:105:1002 银行存款 | 1234.50 CNY
                AGENCY:FINANCIAL:105:4609 其他收入 | -1234.50 CNY
                AGENCY:BUDGETARY:105:800102 货币资金 | 1234.50 CNY
                AGENCY:BUDGETARY:105:660902 非专项资金收入 | -1234.50 CNY""");
    }

    @Test
    void a_case_that_books_nothing_leaves_empty_books() throws IOException {
        Exported exported = exported(HEAD + REFUSED);
        assertThat(exported.text("outcomes.ndjson")).contains("\"outcome\":\"refused\"");
        assertThat(exported.rows("entries.csv")).isEmpty();
        assertThat(exported.rows("balances.csv")).isEmpty();
        assertThat(exported.postings()).isEmpty();
    }

    @Test
    void further_refusals_stand_beside_the_first() throws IOException {
        String cases = Files.readString(Path.of("cases", "03-payment-without-allotment.json"));
        assertThat(exported(cases.replace("\"fund\": \"112\"", "\"fund\": \"999\""))
                        .text("outcomes.ndjson"))
                .contains("\"id\":\"create-PR-5\",\"type\":\"create-payment\",\"outcome\":\"refused\","
                        + "\"code\":\"payment.codes-differ\"")
                .contains("\"others\":[{\"code\":\"payment.fund-without-channel\",\"facts\":{\"fund\":\"999\",")
                .contains("{\"code\":\"masterdata.code-unknown\",\"facts\":{");
    }

    @Test
    void running_again_replaces_what_was_written() throws IOException {
        exported(HEAD + STEPS);
        Exported again = exported(HEAD + REFUSED);
        assertThat(again.rows("entries.csv")).isEmpty();
        assertThat(again.rows("statements/F1.csv")).isEmpty();
    }
}
