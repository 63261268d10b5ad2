package org.fiscalloop.examples.vendor.idioms;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The measurement runs, in small: what it measures then is nothing to hold a build to, but who overspends is. */
class IdiomsTest {
    private static final Measurement.Size SMALL = new Measurement.Size(100, 1, 16, 20);

    @Test
    void only_what_reads_and_writes_without_a_lock_overspends() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ImmutableList<Measurement.Row> rows;
        try (EmbeddedPostgres server = EmbeddedPostgres.start();
                PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            rows = Idioms.print(server.getPostgresDatabase(), SMALL, ImmutableList.of(1, 8), out);
        }
        assertThat(rows).hasSize(12).allSatisfy(row -> {
            assertThat(row.cold()).isPositive();
            assertThat(row.hot()).isPositive();
        });
        assertThat(rows)
                .filteredOn(row -> row.overspent() > 0)
                .extracting(row -> row.idiom() + " " + row.connections())
                .containsExactly("read compare write 8");
        assertThat(printed.toString(StandardCharsets.UTF_8).lines()).hasSize(2 + rows.size());
    }
}
