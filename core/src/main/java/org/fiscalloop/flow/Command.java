package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import java.time.LocalDate;

/**
 * A command: somebody asks for something to be done, and may be refused.
 *
 * @param id unique per sender
 * @param actor the id of the person who asks, as appointed
 * @param division fiscal division (财政区划), 9 digits
 * @param fiscalYear the fiscal year the command belongs to
 * @param on the business date given by the host; the library has no clock
 * @param body what is asked
 */
public record Command(InputId id, String actor, String division, int fiscalYear, LocalDate on, Body body)
        implements Input {
    private static final int LAST_YEAR = 9999;
    private static final int DIVISION_DIGITS = 9;
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    public Command {
        requireEnvelope(id, division, on, body);
        if (InputId.text("actor", actor).isBlank()) {
            throw new IllegalArgumentException("actor must not be blank");
        }
    }

    /** What commands and notices have in common; the division is one of nine digits, the year of the date has four. */
    static void requireEnvelope(InputId id, String division, LocalDate on, Body body) {
        requireNonNull(id, "id");
        requireNonNull(body, "body");
        if (requireNonNull(division, "division").length() != DIVISION_DIGITS || !DIGITS.matchesAllOf(division)) {
            throw new IllegalArgumentException("division must be 9 digits: \"" + division + "\"");
        }
        if (requireNonNull(on, "on").getYear() < 0 || on.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("on must be a date of the years 0000 to 9999: " + on);
        }
    }
}
