package org.fiscalloop.examples.vendor;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Makes the vendor's tables: those of {@code schema.sql}, and one for each kind of document that has one. */
public final class Schema {
    private static final String H2 = "H2";

    private Schema() {}

    /** Makes them in an empty database. */
    public static void create(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        String bytes = product.equals(H2) ? "blob" : "bytea";
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements()) {
                statement.execute(sql.replace("${bytes}", bytes));
            }
        }
    }

    private static ImmutableList<String> statements() {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        all.addAll(Splitter.on(";\n").trimResults().omitEmptyStrings().split(text()));
        StandardTables.ALL.forEach(table -> all.addAll(table.create()));
        all.add("create index NOTICE_CASE_WAITING on NOTICE_CASE (BOOK_SET, AWAITED, DOC_STATE)");
        return all.build();
    }

    private static String text() {
        try {
            return Resources.toString(Resources.getResource(Schema.class, "schema.sql"), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("the statements that make the tables", missing);
        }
    }
}
