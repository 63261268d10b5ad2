package org.fiscalloop.docs;

import static java.util.stream.Collectors.joining;

import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.CodeTable;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.CodeTables.EconomicMapping;

/** The page of the codes that are valid in a fiscal year, and of the mapping between the two economic classifications. */
final class CodesPage {
    private static final String HEAD = """

            What documents may carry is a *leaf* of its table; the levels above it group them. A division adds codes below the
            nation's by `CodeTables.extendedBy`, and the code above is no leaf there any more. Years are those in which a code is
            known to be valid. A code that is not valid in its year is refused, naming its successor where it has one.
            Divisions of every level are used; for them a leaf says only that none is listed below.
            """;

    private final CodeTables tables;
    private final int year;

    CodesPage(CodeTables tables, int year) {
        this.tables = tables;
        this.year = year;
    }

    String print(StringBuilder page) {
        page.append(HEAD);
        for (Catalogue catalogue : Catalogue.all()) {
            tables.table(catalogue, year).ifPresent(table -> print(table, page));
        }
        tables.mapping(year).ifPresent(mapping -> print(mapping, page));
        return page.toString();
    }

    private void print(CodeTable table, StringBuilder page) {
        Catalogue catalogue = table.scope().catalogue();
        page.append("\n## ").append(catalogue.name()).append(" · ").append(catalogue.nameZh());
        page.append(" (").append(catalogue.code()).append(")\n\n");
        page.append("| code | name | above | leaf | belongs to | years | certainty |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        table.rows().stream().filter(row -> row.isValidIn(year)).forEach(row -> print(row, page));
    }

    private static void print(CodeRow row, StringBuilder page) {
        page.append("| ").append(row.code()).append(" | ").append(row.name());
        page.append(" | ").append(row.parent().orElse(""));
        page.append(" | ").append(row.isLeaf() && row.isEnabled() ? "yes" : "");
        page.append(" | ").append(row.kind().orElse(""));
        page.append(" | ").append(row.validFrom()).append("–");
        page.append(row.validTo() == CodeRow.OPEN ? "" : row.validTo());
        page.append(" | ").append(row.source().certainty()).append(" |\n");
    }

    private static void print(EconomicMapping mapping, StringBuilder page) {
        page.append("\n## Department economic code to government economic code · 两套经济分类对照\n\n");
        page.append("| department | government | kinds of agency | certainty |\n");
        page.append("| --- | --- | --- | --- |\n");
        for (EconomicMapping.Row row : mapping.byDepartment().values()) {
            page.append("| ")
                    .append(row.department())
                    .append(" | ")
                    .append(row.government())
                    .append(" | ");
            page.append(row.kinds().stream().map(Enum::name).collect(joining(", ")));
            page.append(" | ").append(row.source().certainty()).append(" |\n");
        }
    }
}
