package org.fiscalloop.examples.vendor;

import java.util.function.Function;

/**
 * A column of a table of documents that says in the standard's words what the exact form beside it says too: for the
 * vendor's own queries, never for a decision.
 *
 * @param name the name of the element in the national technical standard
 * @param type its type in SQL
 * @param value what stands there for a document; a text, or an amount in yuan
 */
record Column<D>(String name, String type, Function<D, Object> value) {
    private static final String YUAN = "decimal(20, 2)";

    static <D> Column<D> text(String name, Function<D, String> value) {
        return new Column<>(name, "varchar", value::apply);
    }

    /** Yes or no, which the standard writes 1 and 2 (VD00001). */
    static <D> Column<D> flag(String name, Function<D, Boolean> value) {
        return new Column<>(name, "varchar(1)", document -> value.apply(document) ? "1" : "2");
    }

    static <D> Column<D> yuan(String name, Function<D, org.joda.money.Money> value) {
        return new Column<>(name, YUAN, document -> value.apply(document).getAmount());
    }
}
