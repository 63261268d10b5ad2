package org.fiscalloop.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fiscalloop.opening.tables.OpeningTable;

/** The tables of an opening as {@code docs/opening.md} prints them, between two lines that say so. */
final class OpeningPage {
    static final Path PAGE = Path.of("..", "docs", "opening.md");

    private static final String BEGIN = "<!-- tables: printed from org.fiscalloop.opening.tables.OpeningTable -->\n";
    private static final String END = "<!-- end of tables -->\n";

    private final Javadoc javadoc = new Javadoc();

    /** The page as it stands, with the tables as the code has them. */
    String print() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + tables() + page.substring(page.indexOf(END));
    }

    private String tables() {
        StringBuilder page = new StringBuilder();
        for (OpeningTable table : OpeningTable.values()) {
            page.append("\n### ").append(table.file()).append("\n\n");
            page.append(javadoc.of(OpeningTable.class.getCanonicalName(), table.name()));
            page.append("\n\n| column | 中文 | required | meaning |\n| --- | --- | --- | --- |\n");
            for (OpeningTable.Column column : table.columns()) {
                ReferencePages.row(
                        page, column.name(), column.nameZh(), column.isRequired() ? "yes" : "no", column.meaning());
            }
        }
        return page.append("\n").toString();
    }
}
