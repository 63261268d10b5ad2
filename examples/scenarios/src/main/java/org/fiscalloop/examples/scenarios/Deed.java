package org.fiscalloop.examples.scenarios;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.Bytes;

/** What a step does. */
interface Deed {
    /** The id by which it is named. */
    String id();

    /** The fiscal year whose rules it needs. */
    int fiscalYear();

    /** The day whose rules must be adopted before; none for what only looks. */
    Optional<LocalDate> day();

    /** Something is asked or told. */
    record Asking(Input input) implements Deed {
        @Override
        public String id() {
            return input.id().value();
        }

        @Override
        public int fiscalYear() {
            return input.fiscalYear();
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.of(input.on());
        }
    }

    /**
     * The division is brought in from tables (期初建账).
     *
     * @param input the id of the command that is asked
     * @param actor who brings it in
     * @param on the day of the command
     * @param fiscalYear the fiscal year in which it goes on
     * @param until the day at whose end it stands so
     * @param tables the text of each table by the name of its file
     * @param signing who answers for it
     */
    record Opening(
            InputId input,
            String actor,
            LocalDate on,
            int fiscalYear,
            LocalDate until,
            ImmutableMap<String, String> tables,
            Optional<Signing> signing)
            implements Deed {
        @Override
        public String id() {
            return input.value();
        }

        @Override
        public Optional<LocalDate> day() {
            return Optional.of(on);
        }
    }

    /**
     * How an opening is signed, by a key that is good for nothing but a test.
     *
     * @param signer the name under which the rulebook knows the signer
     * @param algorithm the algorithm of the signature as the JCA names it, such as {@code Ed25519}
     * @param keyAlgorithm that of the key
     * @param key the private key in its PKCS #8 form
     */
    record Signing(String signer, String algorithm, String keyAlgorithm, Bytes key) {}

    /**
     * Statements of a year are looked at (决算报表); nothing changes.
     *
     * @param agency code of the agency; none for all of the division
     * @param cells what is expected, in fen by the name of the cell
     */
    record Comparing(String id, Optional<String> agency, int fiscalYear, ImmutableMap<String, Long> cells)
            implements Deed {
        @Override
        public Optional<LocalDate> day() {
            return Optional.empty();
        }
    }
}
