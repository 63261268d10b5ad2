package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;

/** The forms of what steps do beside giving a command or notice as it is. */
final class OwnSteps {
    /**
     * A look at the statements of a year.
     *
     * @param agency code of the agency; none for all of the division
     * @param year the fiscal year
     * @param cells what is expected, in fen by the name of the cell
     */
    record Look(Optional<String> agency, int year, ImmutableMap<String, Long> cells) {
        Deed.Comparing of(String id) {
            return new Deed.Comparing(id, agency, year, cells);
        }
    }

    /**
     * An opening as tables.
     *
     * @param day the day at whose end it stands so
     * @param tables the lines of each table by the name of its file
     * @param signing who answers for it
     */
    record Tables(LocalDate day, ImmutableMap<String, ImmutableList<String>> tables, Optional<Deed.Signing> signing) {
        Deed.Opening of(InputId id, String actor, LocalDate on, int fiscalYear) {
            return new Deed.Opening(id, actor, on, fiscalYear, day, texts(), signing);
        }

        private ImmutableMap<String, String> texts() {
            return tables.entrySet().stream()
                    .collect(toImmutableMap(Map.Entry::getKey, table -> String.join("\n", table.getValue()) + "\n"));
        }
    }

    /** {@code statements}: cells of statements are compared with what is expected. */
    static final Shape<Look> STATEMENTS = statements();

    /** {@code opening-tables}: a division is brought in from tables. */
    static final Shape<Tables> OPENING = opening();

    private OwnSteps() {}

    private static Shape<Look> statements() {
        Field<Look, Optional<String>> agency = Field.of("agency", Type.optional(Type.text()), Look::agency);
        Field<Look, Integer> year = Field.of("year", ScenarioReader.YEAR, Look::year);
        Field<Look, ImmutableMap<String, Long>> cells = Field.of("cells", Type.map(Type.fen()), Look::cells);
        return Shape.<Look>nested("statements")
                .fields(agency, year, cells)
                .maker(v -> new Look(v.get(agency), v.get(year), v.get(cells)));
    }

    private static Shape<Tables> opening() {
        Field<Tables, LocalDate> day = Field.of("day", Type.date(), Tables::day);
        Field<Tables, ImmutableMap<String, ImmutableList<String>>> tables =
                Field.of("tables", Type.map(Type.list(Type.text())), Tables::tables);
        Field<Tables, Optional<Deed.Signing>> signing =
                Field.of("signing", Type.optional(Type.nested(signing())), Tables::signing);
        return Shape.<Tables>nested("opening-tables")
                .fields(day, tables, signing)
                .maker(v -> new Tables(v.get(day), v.get(tables), v.get(signing)));
    }

    private static Shape<Deed.Signing> signing() {
        Field<Deed.Signing, String> signer = Field.of("signer", Type.text(), Deed.Signing::signer);
        Field<Deed.Signing, String> algorithm = Field.of("algorithm", Type.text(), Deed.Signing::algorithm);
        Field<Deed.Signing, String> keyAlgorithm = Field.of("keyAlgorithm", Type.text(), Deed.Signing::keyAlgorithm);
        Field<Deed.Signing, Bytes> key = Field.of("key", Type.bytes(), Deed.Signing::key);
        return Shape.<Deed.Signing>nested("signing")
                .fields(signer, algorithm, keyAlgorithm, key)
                .maker(v -> new Deed.Signing(v.get(signer), v.get(algorithm), v.get(keyAlgorithm), v.get(key)));
    }
}
