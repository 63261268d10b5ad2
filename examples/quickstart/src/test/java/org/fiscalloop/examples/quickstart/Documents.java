package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiscalloop.masterdata.Csv;

/** The six published documents, as they stand in the files beside this class. */
final class Documents {
    private static final String FOLDER = "published-budgets/";

    /**
     * A row of a published table.
     *
     * @param published the code as it is printed
     * @param code the code that is meant
     * @param level 1 类, 2 款, 3 项; 0 for totals
     * @param amounts by measure, in the unit of the document
     */
    record Row(
            String doc,
            String table,
            String published,
            String code,
            int level,
            String name,
            String defect,
            ImmutableMap<String, BigDecimal> amounts) {
        BigDecimal amount(String measure) {
            return amounts.getOrDefault(measure, BigDecimal.ZERO);
        }

        long fen(String measure) {
            return amount(measure).movePointRight(2).longValueExact();
        }
    }

    /** A row of a balance (收支总表). */
    record Side(String doc, String table, String side, String label, BigDecimal amount) {}

    static final ImmutableList<Row> LINES = lines();

    static final ImmutableList<Side> BALANCES =
            rows("balance.csv", "doc_id,table,side,label,measure,amount,money_unit,how").stream()
                    .filter(row -> row.text("measure").equals("total"))
                    .map(row -> new Side(
                            row.text("doc_id"),
                            row.text("table"),
                            row.text("side"),
                            row.text("label"),
                            new BigDecimal(row.text("amount"))))
                    .collect(toImmutableList());

    private Documents() {}

    static ImmutableList<Csv.Row> rows(String file, String header) {
        return Csv.resource(Documents.class, FOLDER + file, header);
    }

    private static ImmutableList<Row> lines() {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        for (Csv.Row row : rows(
                "lines.csv",
                "doc_id,table,page,row_no,code_published,code,level,name,measure,amount,money_unit,published_defect")) {
            rows.merge(
                    List.of(row.text("doc_id"), row.text("table"), row.text("code"), row.text("name")),
                    new Row(
                            row.text("doc_id"),
                            row.text("table"),
                            row.text("code_published"),
                            row.text("code"),
                            Integer.parseInt(row.text("level")),
                            row.text("name"),
                            row.text("published_defect"),
                            ImmutableMap.of(row.text("measure"), new BigDecimal(row.text("amount")))),
                    Documents::together);
        }
        return ImmutableList.copyOf(rows.values());
    }

    private static Row together(Row one, Row other) {
        return new Row(
                one.doc(),
                one.table(),
                one.published(),
                one.code(),
                one.level(),
                one.name(),
                one.defect(),
                ImmutableMap.<String, BigDecimal>builder()
                        .putAll(one.amounts())
                        .putAll(other.amounts())
                        .buildOrThrow());
    }

    /** The rows of a table of a document whose name begins so. */
    static ImmutableList<Row> table(String doc, String table) {
        return LINES.stream()
                .filter(row -> row.doc().equals(doc) && row.table().startsWith(table))
                .collect(toImmutableList());
    }
}
