package org.fiscalloop.decision;

/** How sure it is that a rule, a code or a figure is what the authorities prescribe. */
public enum Certainty {
    /** Prescribed by the cited source. */
    CERTAIN,
    /** Believed to be so from the cited evidence; a division may have it otherwise. */
    UNCERTAIN,
    /** The library's own choice, where nothing is prescribed. */
    OWN
}
