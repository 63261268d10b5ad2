package org.fiscalloop.examples.scenarios;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a run wrote, read again by nothing but its columns. */
record Exported(Path directory) {
    private static final Splitter CELLS = Splitter.on(',');

    String text(String file) {
        try {
            return Files.readString(directory.resolve(file), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /** The rows below the heading, as cells; no cell of these cases holds a comma. */
    ImmutableList<List<String>> rows(String file) {
        return text(file).lines().skip(1).map(CELLS::splitToList).collect(ImmutableList.toImmutableList());
    }

    /** The entries balance one by one, their sums are the balances, and every ledger and basis of an owner balances. */
    void assertThatBooksBalance() {
        Map<String, BigDecimal> byEntry = new TreeMap<>();
        Map<String, BigDecimal> byAccount = new TreeMap<>();
        for (List<String> row : rows("entries.csv")) {
            BigDecimal amount = signed(row.get(9), row.get(10));
            byEntry.merge(row.get(0), amount, BigDecimal::add);
            byAccount.merge(String.join(":", row.subList(4, 9)), amount, BigDecimal::add);
        }
        assertThat(byEntry.values()).allSatisfy(sum -> assertThat(sum).isZero());
        Map<String, BigDecimal> balances = new TreeMap<>();
        Map<String, BigDecimal> byBooks = new TreeMap<>();
        for (List<String> row : rows("balances.csv")) {
            BigDecimal amount = signed(row.get(5), row.get(6));
            assertThat(balances.put(String.join(":", row.subList(0, 5)), amount))
                    .isNull();
            byBooks.merge(String.join(":", row.subList(0, 3)), amount, BigDecimal::add);
        }
        assertThat(balances).isEqualTo(byAccount);
        assertThat(byBooks.values()).allSatisfy(sum -> assertThat(sum).isZero());
    }

    private static BigDecimal signed(String side, String amount) {
        assertThat(side).isIn("DEBIT", "CREDIT");
        assertThat(amount).matches("-?(0|[1-9][0-9]*)\\.[0-9]{2}");
        return side.equals("DEBIT") ? new BigDecimal(amount) : new BigDecimal(amount).negate();
    }

    /** The postings of the plain text, as {@code account amount}, in order. */
    String postings() {
        return text("journal.ledger")
                .lines()
                .filter(line -> line.endsWith(" CNY") && line.startsWith("    ") && !line.contains("format"))
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .collect(Collectors.joining("\n"));
    }
}
