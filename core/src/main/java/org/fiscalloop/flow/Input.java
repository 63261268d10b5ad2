package org.fiscalloop.flow;

import java.time.LocalDate;

/** One input of the loop: a command that asks, or a notice that tells. It touches one division. */
public sealed interface Input permits Command, Notice {
    /** Its identity, by which it is recognised when it comes again. */
    InputId id();

    /** The fiscal division (财政区划, 9 digits) it touches. */
    String division();

    /** The fiscal year it belongs to, 1 January to 31 December. */
    int fiscalYear();

    /** The business date: when the actor acts, or when what is told took effect. */
    LocalDate on();

    /** Its content. */
    Body body();

    /** Who asks; for a notice the sender. */
    String actor();
}
