package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** Plain text in columns. A Chinese character is as wide as two others. */
final class Page {
    private static final int FIRST_WIDE = 0x1100;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9.]*");
    private static final int RIGHT_FROM = 2;

    private final PrintStream out;

    Page(PrintStream out) {
        this.out = out;
    }

    void line(String text) {
        out.print(text + "\n");
    }

    void blank() {
        line("");
    }

    /** A title, numbered by its caller. */
    void title(String text) {
        blank();
        line(text);
        line("-".repeat(width(text)));
    }

    /** Rows in columns, the first of them the heads: the first two columns and words from the left, numbers from the right. */
    void table(List<ImmutableList<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (ImmutableList<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        for (ImmutableList<String> row : rows) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String space = " ".repeat(widths[i] - width(row.get(i)));
                boolean isRight = i >= RIGHT_FROM && isOfNumbers(rows, i);
                text.append(i == 0 ? "" : "  ").append(isRight ? space + row.get(i) : row.get(i) + space);
            }
            line(text.toString().stripTrailing());
        }
    }

    private static boolean isOfNumbers(List<ImmutableList<String>> rows, int column) {
        return rows.stream()
                .skip(1)
                .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private static int width(String text) {
        return text.chars().map(c -> c >= FIRST_WIDE ? 2 : 1).sum();
    }
}
