package org.fiscalloop.examples.vendor;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;

/**
 * A table that keeps the documents of a kind, one a row: where they stand, the standard's elements, and the exact form of
 * which the document is made again.
 *
 * @param type the class of its documents
 * @param name the name of the table
 * @param key the column of the document's id
 * @param isShared whether kinds without a table of their own stand in it, so that an id has to name its kind
 * @param columns the standard's elements
 */
record DocumentTable<D extends Document>(
        Class<D> type, String name, String key, boolean isShared, ImmutableList<Column<D>> columns) {
    /** Before those of the kind: whose it is and where it stands. */
    private static final ImmutableList<String> OWN = ImmutableList.of(
            "MOF_DIV_CODE",
            "FISCAL_YEAR",
            "AGENCY_CODE",
            "DOC_STATE",
            "DOC_VERSION",
            "MOVED_AT",
            "MOVED_NO",
            "RULEBOOK",
            "EXACT_FORM");

    private static final String TYPES = """
            MOF_DIV_CODE varchar(9) not null,
            FISCAL_YEAR varchar(4) not null,
            AGENCY_CODE varchar(21) not null,
            DOC_STATE varchar(40) not null,
            DOC_VERSION integer not null,
            MOVED_AT bigint not null,
            MOVED_NO integer not null,
            RULEBOOK varchar(32) not null,
            EXACT_FORM ${bytes} not null,
            """;

    /** What stands in the column of the key. */
    String key(Id<?> id) {
        return isShared ? id.toString() : id.value();
    }

    private Stream<String> changing() {
        return Stream.concat(OWN.stream(), columns.stream().map(Column::name));
    }

    /** By set of books and key. */
    String select() {
        return "select DOC_VERSION, MOVED_AT, RULEBOOK, EXACT_FORM from " + name + " where BOOK_SET = ? and " + key
                + " = ?";
    }

    /** All columns, the set of books and the key last, as in {@link #update}. */
    String insert() {
        String names = Joiner.on(", ")
                .join(Stream.concat(changing(), Stream.of("BOOK_SET", key)).iterator());
        return "insert into " + name + " (" + names + ") values (" + "?, ".repeat(OWN.size() + columns.size())
                + "?, ?)";
    }

    /** All columns by set of books and key, and by the version that the document had: no row, and it has moved since. */
    String update() {
        return "update " + name + " set "
                + Joiner.on(" = ?, ").join(changing().iterator())
                + " = ? where BOOK_SET = ? and " + key + " = ? and DOC_VERSION = ?";
    }

    /** The statements that make the table. */
    ImmutableList<String> create() {
        StringBuilder types = new StringBuilder();
        columns.forEach(column ->
                types.append(column.name()).append(' ').append(column.type()).append(" not null,\n"));
        return ImmutableList.of(
                "create table " + name + " (\nBOOK_SET varchar(64) not null,\n" + key + " varchar("
                        + (isShared ? 140 : 64) + ") not null,\n" + TYPES + types + "primary key (BOOK_SET, " + key
                        + "))",
                "create index " + name + "_OF_AGENCY on " + name
                        + " (BOOK_SET, MOF_DIV_CODE, FISCAL_YEAR, AGENCY_CODE, DOC_STATE)");
    }
}
