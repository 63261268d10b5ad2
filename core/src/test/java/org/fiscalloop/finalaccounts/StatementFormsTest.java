package org.fiscalloop.finalaccounts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import org.fiscalloop.json.FiscalLoopModule;
import org.fiscalloop.json.Json;
import org.fiscalloop.json.StatementJson;
import org.fiscalloop.loop.RecordCursor;
import org.junit.jupiter.api.Test;

/** Statements as text: comma-separated and JSON. */
class StatementFormsTest {
    private static final SmallYear SMALL = new SmallYear();

    @Test
    void a_statement_is_a_line_for_every_cell_in_yuan() {
        assertThat(StatementCsv.of(SMALL.organAccounts().statement("F6"))).isEqualTo("""
                statement,division,agency,scope,year,section,row,code,level,label,column,amount
                F6,310107000,105001,agency,2024,economic,ECONOMIC,301,1,工资福利支出,TOTAL,40000.00
                F6,310107000,105001,agency,2024,economic,ECONOMIC,301,1,工资福利支出,PERSONNEL,40000.00
                F6,310107000,105001,agency,2024,economic,ECONOMIC,301,1,工资福利支出,OPERATING,0.00
                F6,310107000,105001,agency,2024,economic,ECONOMIC,30101,2,基本工资,TOTAL,40000.00
                F6,310107000,105001,agency,2024,economic,ECONOMIC,30101,2,基本工资,PERSONNEL,40000.00
                F6,310107000,105001,agency,2024,economic,ECONOMIC,30101,2,基本工资,OPERATING,0.00
                F6,310107000,105001,agency,2024,economic,TOTAL,,0,合计,TOTAL,40000.00
                F6,310107000,105001,agency,2024,economic,TOTAL,,0,合计,PERSONNEL,40000.00
                F6,310107000,105001,agency,2024,economic,TOTAL,,0,合计,OPERATING,0.00
                """);
        assertThat(StatementCsv.of(SMALL.of(Scope.division("310107000", 2024)).statement("F6")))
                .contains("F6,310107000,,division,2024,economic,TOTAL,,0,合计,TOTAL,40000.00");
    }

    @Test
    void a_name_with_a_comma_stands_in_quotes() {
        Statement f6 = SMALL.organAccounts().statement("F6");
        Statement.Line line = f6.line("TOTAL");
        Statement named = new Statement(
                f6.layout(),
                f6.scope(),
                ImmutableList.of(new Statement.Line(line.row(), "1", 1, "维修, \"大\"\n修", line.cells())));
        assertThat(StatementCsv.of(named)).contains(",TOTAL,1,1,\"维修, \"\"大\"\" 修\",TOTAL,40000.00\n");
    }

    @Test
    void a_statement_and_a_cell_are_objects_with_amounts_as_text() throws Exception {
        Statement f6 = SMALL.organAccounts().statement("F6");
        ObjectMapper mapper = new ObjectMapper().registerModule(new FiscalLoopModule());

        assertThat(mapper.writeValueAsString(f6))
                .isEqualTo(Json.compact(StatementJson.toTree(f6)))
                .startsWith("{\"statement\":\"F6\",\"title\":")
                .contains(
                        "\"scope\":{\"kind\":\"agency\",\"division\":\"310107000\",\"agency\":\"105001\",\"year\":2024}")
                .contains(
                        "{\"section\":\"economic\",\"row\":\"ECONOMIC\",\"code\":\"301\",\"level\":1,\"label\":\"工资福利支出\","
                                + "\"cells\":{\"TOTAL\":\"40000.00\",\"PERSONNEL\":\"40000.00\",\"OPERATING\":\"0.00\"}}");
        Cell total = f6.line("TOTAL").cell("TOTAL");
        assertThat(mapper.writeValueAsString(total))
                .startsWith(
                        "{\"amount\":\"40000.00\",\"parts\":[{\"account\":\"agency/ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION\",")
                .contains("\"department-economic\":\"30101\"")
                .endsWith(",\"amount\":\"40000.00\"}]}");
        try (RecordCursor records = SMALL.world.loop().records(0)) {
            assertThat(Json.compact(StatementJson.toTree(total.explain(records))))
                    .contains("\"on\":\"2024-03-01\",\"input\":\"receipt-V1\"")
                    .contains("\"amount\":\"40000.00\"");
        }
    }

    @Test
    void a_bridge_is_an_object_whose_items_name_their_entries() {
        try (RecordCursor records = SMALL.world.loop().records(0)) {
            assertThat(Json.compact(StatementJson.toTree(SMALL.organAccounts().bridge(records))))
                    .contains("\"budgetary\":\"62000.00\",\"surplus\":\"65000.00\"")
                    .contains(
                            "{\"group\":\"BUDGET_EXPENDITURE_ONLY\",\"against\":[\"agency/FIXED_ASSETS\"],\"amount\":\"13000.00\"")
                    .containsPattern("\"entries\":\\[\"\\d+\\.\\d+\",\"\\d+\\.\\d+\"\\]");
        }
    }
}
