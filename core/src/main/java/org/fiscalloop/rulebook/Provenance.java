package org.fiscalloop.rulebook;

import org.fiscalloop.decision.Source;

/**
 * Where an item of a rulebook comes from.
 *
 * @param source regulation, clause and how certain it is
 * @param owner the division that set it, 9 digits; empty for the nation
 * @param locked whether the levels below may not change it
 */
public record Provenance(Source source, String owner, boolean locked) {}
