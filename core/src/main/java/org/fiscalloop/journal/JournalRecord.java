package org.fiscalloop.journal;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.OptionalLong;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Move;

/**
 * What one command or notice did (业务日志记录): all of it, so that replay consults no rule.
 *
 * @param header who asked for it or told it, under which rules, and how it ended
 * @param content the command or notice itself, of a registered shape: by it a repeated id with another content is
 *     found, and what it did can be derived again
 * @param events what happened, each of a registered shape
 * @param moves the moves of documents, each with the record that moved the same document before
 * @param entries the entries booked
 * @param refusals why it was refused, parked or listed as an exception; otherwise empty
 * @param warnings what was let pass with a warning
 */
public record JournalRecord(
        Header header,
        Object content,
        ImmutableList<Object> events,
        ImmutableList<LinkedMove> moves,
        ImmutableList<Entry> entries,
        ImmutableList<Refusal> refusals,
        ImmutableList<Refusal> warnings) {

    /** Refuses, with an {@link IllegalArgumentException}, a refused command that did something or does not say why. */
    public JournalRecord {
        if (header.outcome() == Outcome.REFUSED) {
            if (!events.isEmpty() || !moves.isEmpty() || !entries.isEmpty()) {
                throw new IllegalArgumentException("refused command " + header.id() + " did something");
            }
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("refused command " + header.id() + " has no refusal");
            }
        }
    }

    /** What a record came from. */
    public enum Kind {
        /** It asked, and may have been refused. */
        COMMAND,
        /** It told what has happened elsewhere. */
        NOTICE,
        /** The document that a notice waited for has moved: the loop tried the notice again by itself. */
        MATCH
    }

    /** How it ended. */
    public enum Outcome {
        /** A command was done. */
        ACCEPTED(Kind.COMMAND),
        /** A command was refused, and is remembered. */
        REFUSED(Kind.COMMAND),
        /** A notice was booked. */
        BOOKED(Kind.NOTICE),
        /** A notice waits for its document. */
        PARKED(Kind.NOTICE),
        /** A notice is listed for a person to settle. */
        EXCEPTION(Kind.NOTICE),
        /** A notice that waited was booked. */
        MATCHED(Kind.MATCH),
        /** A notice that waited is listed for a person to settle. */
        CONTRADICTED(Kind.MATCH);

        private final Kind kind;

        Outcome(Kind kind) {
            this.kind = kind;
        }

        /** What may end so. */
        public Kind kind() {
            return kind;
        }
    }

    /**
     * Who asked or told, when, and under which rules.
     *
     * @param sender the system it came from; ids are unique per sender and kind
     * @param id its id, for a notice its natural key
     * @param actor the person who asked; empty for a notice
     * @param division the fiscal division (财政区划) it touched
     * @param fiscalYear the fiscal year (预算年度) it concerns
     * @param on its business date
     * @param fingerprint of the rulebook in force, {@value #FINGERPRINT_LENGTH} bytes
     * @param outcome how it ended, from which its kind follows
     */
    public record Header(
            String sender,
            String id,
            String actor,
            String division,
            int fiscalYear,
            LocalDate on,
            Bytes fingerprint,
            Outcome outcome) {

        /** The length of a rulebook's fingerprint. */
        public static final int FINGERPRINT_LENGTH = 16;

        /** Checks the fingerprint's length. */
        public Header {
            if (fingerprint.length() != FINGERPRINT_LENGTH) {
                throw new IllegalArgumentException(
                        "fingerprint " + fingerprint + " is not of " + FINGERPRINT_LENGTH + " bytes");
            }
        }

        /** Whether it was a command, a notice, or one tried again; each kind has ids of its own. */
        public Kind kind() {
            return outcome.kind();
        }
    }

    /**
     * A move, and where the same document moved before.
     *
     * @param previous the position of the record that moved this document last; empty when this one creates it
     */
    public record LinkedMove(Move move, OptionalLong previous) {

        /** Checks the position. */
        public LinkedMove {
            if (previous.isPresent() && previous.getAsLong() < 0) {
                throw new IllegalArgumentException("position " + previous + " is negative");
            }
        }
    }
}
