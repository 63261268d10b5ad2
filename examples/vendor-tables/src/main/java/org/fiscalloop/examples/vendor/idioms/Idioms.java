package org.fiscalloop.examples.vendor.idioms;

import com.google.common.collect.ImmutableList;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.PrintStream;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.fiscalloop.examples.vendor.Schema;
import org.fiscalloop.examples.vendor.Transactions;

/**
 * Prints how many payments a second the library makes inside a vendor's transaction, and the idioms that a vendor would write
 * by hand, with 1, 8 and 32 connections on PostgreSQL that really writes to its disk. Arguments: seconds a window, rounds,
 * allotments.
 */
public final class Idioms {
    private static final ImmutableList<Integer> CONNECTIONS = ImmutableList.of(1, 8, 32);
    private static final int SETS = 8;
    private static final int ATTEMPTS = 100;
    private static final int PREPARED_A_SECOND = 500;

    private Idioms() {}

    /** Starts a database, measures, prints. */
    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int allotments = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            print(
                    server.getPostgresDatabase(),
                    new Measurement.Size(seconds * 1000L, rounds, allotments, seconds * PREPARED_A_SECOND),
                    CONNECTIONS,
                    System.out);
        }
    }

    /** Measures on an empty database and prints one table. */
    static ImmutableList<Measurement.Row> print(
            DataSource source, Measurement.Size size, ImmutableList<Integer> connections, PrintStream out)
            throws InterruptedException, ExecutionException {
        try (Transactions transactions = new Transactions(source, ATTEMPTS)) {
            transactions.run(connection -> {
                Schema.create(connection);
                return true;
            });
            Measurement measurement = new Measurement(idioms(transactions), size);
            out.println("| idiom | connections | payments a second, " + size.allotments()
                    + " allotments in turn | one hot allotment | overspent, of 100 |");
            out.println("| --- | --- | --- | --- | --- |");
            ImmutableList.Builder<Measurement.Row> all = ImmutableList.builder();
            for (int number : connections) {
                for (Measurement.Row row : measurement.with(number)) {
                    out.println("| " + row.idiom() + " | " + number + " | " + row.cold() + " | " + row.hot() + " | "
                            + row.overspent() + " |");
                    all.add(row);
                }
            }
            return all.build();
        }
    }

    private static ImmutableList<Idiom> idioms(Transactions transactions) {
        return Stream.<Idiom>concat(
                        Stream.of(HandWritten.Kind.values()).map(kind -> new HandWritten(transactions, kind)),
                        Stream.of(new Ours(transactions, 1), new Ours(transactions, SETS)))
                .collect(ImmutableList.toImmutableList());
    }
}
