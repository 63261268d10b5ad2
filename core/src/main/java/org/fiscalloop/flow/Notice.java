package org.fiscalloop.flow;

import java.time.LocalDate;

/**
 * A notice: what has happened elsewhere. It is booked, parked until its document moves, or listed as an exception with
 * its remedies; it is never refused and never lost.
 *
 * @param id the sender and the natural key of what it tells
 * @param division fiscal division (财政区划), 9 digits
 * @param fiscalYear the fiscal year it belongs to
 * @param on the date on which what it tells took effect
 * @param body what is told
 */
public record Notice(InputId id, String division, int fiscalYear, LocalDate on, Body body) implements Input {
    public Notice {
        Command.requireEnvelope(id, division, on, body);
    }

    @Override
    public String actor() {
        return id.sender();
    }

    /** The same notice under another id. */
    public Notice withId(InputId other) {
        return new Notice(other, division, fiscalYear, on, body);
    }
}
