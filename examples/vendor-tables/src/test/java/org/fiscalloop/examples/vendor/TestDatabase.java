package org.fiscalloop.examples.vendor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** An empty database with the vendor's tables, gone when it is closed. */
final class TestDatabase implements AutoCloseable {
    static final String BOOKS = "310107";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final int ATTEMPTS = 20;

    /** What the tests run on. */
    enum Product {
        POSTGRESQL,
        H2;

        TestDatabase open() {
            String name = "vendor" + NUMBERS.incrementAndGet();
            TestDatabase database = this == H2 ? h2(name) : postgres(name);
            database.transactions.run(connection -> {
                Schema.create(connection);
                return true;
            });
            return database;
        }
    }

    private final DataSource source;
    private final Transactions transactions;
    private final String drop;
    private final DataSource administration;

    private TestDatabase(DataSource source, DataSource administration, String drop) {
        this.source = source;
        this.transactions = new Transactions(source, ATTEMPTS);
        this.administration = administration;
        this.drop = drop;
    }

    private static TestDatabase h2(String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        return new TestDatabase(source, source, "shutdown");
    }

    private static TestDatabase postgres(String name) {
        DataSource administration = Postgres.SERVER.getPostgresDatabase();
        execute(administration, "create database " + name);
        return new TestDatabase(
                Postgres.SERVER.getDatabase("postgres", name),
                administration,
                "drop database " + name + " with (force)");
    }

    private static void execute(DataSource source, String sql) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException problem) {
            throw new AssertionError(problem);
        }
    }

    /** One server for all tests, stopped with the machine. */
    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException problem) {
                throw new UncheckedIOException("as root it is started by unshare, which must be allowed", problem);
            }
        }
    }

    DataSource source() {
        return source;
    }

    Transactions transactions() {
        return transactions;
    }

    /** The rows of a query, each as one text. */
    List<String> rows(String sql, String... parameters) {
        return transactions.run(connection -> {
            List<String> all = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < parameters.length; i++) {
                    select.setString(i + 1, parameters[i]);
                }
                try (ResultSet found = select.executeQuery()) {
                    while (found.next()) {
                        StringBuilder row = new StringBuilder();
                        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                            row.append(i == 1 ? "" : "|").append(found.getString(i));
                        }
                        all.add(row.toString());
                    }
                }
            }
            return all;
        });
    }

    @Override
    public void close() {
        transactions.close();
        execute(administration, drop);
    }
}
