package org.fiscalloop.docs;

import static org.fiscalloop.docs.ReferencePages.row;
import static org.fiscalloop.docs.ReferencePages.source;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import org.fiscalloop.finalaccounts.Filter;
import org.fiscalloop.finalaccounts.Layout;
import org.fiscalloop.finalaccounts.Layout.Column;
import org.fiscalloop.finalaccounts.Layout.Counted;
import org.fiscalloop.finalaccounts.Layout.Identity;
import org.fiscalloop.finalaccounts.Layout.Row;
import org.fiscalloop.finalaccounts.Layouts;
import org.fiscalloop.finalaccounts.StatementCsv;

/** The layouts of statements as tables. */
final class StatementsPage {
    private StatementsPage() {}

    static String print() {
        StringBuilder page = new StringBuilder("# Statements · 报表\n\n")
                .append("Printed from the library's layouts; a test fails when this page is stale.\n");
        page.append("\nA cell adds up the balances that pass the filter of its row and that of its column. ")
                .append(
                        "An account is meant with all below it; `*` stands before an element of the chart, `-` before an ")
                .append("account that is left out. A filter that names nothing passes all. ")
                .append("`StatementCsv` writes a statement as text, a cell a line: `")
                .append(StatementCsv.HEADER)
                .append("`; amounts in yuan.\n");
        Layouts.ALL.forEach(layout -> layout(page, layout));
        return page.toString();
    }

    private static void layout(StringBuilder page, Layout layout) {
        page.append("\n## ")
                .append(layout.code())
                .append(" ")
                .append(layout.titleZh())
                .append("\n\n");
        page.append(layout.title())
                .append(". Source: ")
                .append(source(layout.source()))
                .append("\n\n");
        page.append("| section | row | level | | | by code | side | balances |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Row row : layout.rows()) {
            row(
                    page,
                    row.section(),
                    row.code(),
                    row.level(),
                    row.labelZh(),
                    row.label() + (row.isRare() ? " (if any)" : ""),
                    row.by()
                            .map(by -> by.dimension() + ", levels: " + by.depth())
                            .orElse(""),
                    join(row.of().stream().map(Counted::side).toList(), "; "),
                    join(
                            row.of().stream()
                                    .map(Counted::filter)
                                    .map(StatementsPage::filter)
                                    .toList(),
                            "; "));
        }
        page.append("\n| column | | | balances |\n| --- | --- | --- | --- |\n");
        for (Column column : layout.columns()) {
            String back = column.yearsBack() == 0 ? "" : "of the year before; ";
            row(page, column.code(), column.labelZh(), column.label(), back + filter(column.filter()));
        }
        if (!layout.identities().isEmpty()) {
            page.append("\n| holds in every | | because |\n| --- | --- | --- |\n");
        }
        for (Identity identity : layout.identities()) {
            row(
                    page,
                    identity.of() == Identity.Of.ROWS ? "column" : "row",
                    identity,
                    identity.proof() == Identity.Proof.LAYOUT
                            ? "both sides show the same accounts"
                            : "the books balance");
        }
    }

    private static String filter(Filter filter) {
        ImmutableList.Builder<String> conditions = ImmutableList.builder();
        add(conditions, "", filter.accounts());
        add(conditions, "stage ", filter.stages());
        add(conditions, "fund ", filter.funds());
        add(conditions, "kind ", filter.kinds());
        add(conditions, "economic ", filter.economics());
        add(conditions, "economic not ", filter.otherEconomics());
        return join(conditions.build(), ", ");
    }

    private static void add(ImmutableList.Builder<String> conditions, String name, Iterable<?> values) {
        String all = join(values, " ");
        if (!all.isEmpty()) {
            conditions.add(name + all);
        }
    }

    private static String join(Iterable<?> values, String between) {
        return Joiner.on(between).join(values);
    }
}
