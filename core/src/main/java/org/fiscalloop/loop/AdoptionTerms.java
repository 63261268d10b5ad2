package org.fiscalloop.loop;

import org.fiscalloop.flow.Terms;

/**
 * The adoption of a rulebook.
 *
 * @param division the division that adopts it
 * @param fiscalYear the fiscal year it is for
 * @param fingerprint the fingerprint of the rulebook, 32 hexadecimal digits
 */
public record AdoptionTerms(String division, int fiscalYear, String fingerprint) implements Terms {
    @Override
    public String agency() {
        return "";
    }
}
