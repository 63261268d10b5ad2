package org.fiscalloop.examples.scenarios;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Comma-separated text as RFC 4180 has it. */
final class Csv {
    private Csv() {}

    static void row(StringBuilder text, String... cells) {
        text.append(ImmutableList.copyOf(cells).stream().map(Csv::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    /** A cell: in quotes where it would be read as something else. */
    private static String cell(String value) {
        boolean isPlain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return isPlain ? value : "\"" + value.replace("\"", "\"\"") + "\"";
    }
}
