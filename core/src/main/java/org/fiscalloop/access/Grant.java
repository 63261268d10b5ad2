package org.fiscalloop.access;

import static java.util.Objects.requireNonNull;

import org.fiscalloop.lifecycle.Duty;

/**
 * A duty (职责) that somebody holds in one division.
 *
 * @param duty what may be done: the code of a duty, such as {@code payment.entry}
 * @param division the fiscal division, 9 digits; neither the divisions below nor those above
 * @param agency code of the agency for which it is held, those below it included; empty for every agency of the division,
 *     and for what belongs to no agency but to its finance department; it may be another than that of the person, who then
 *     acts for it (会计核算中心, 代理记账, 乡财县管)
 */
public record Grant(Duty duty, String division, String agency) {
    public Grant {
        requireNonNull(duty, "duty");
        if (division.isBlank()) {
            throw new IllegalArgumentException("division of a grant must not be blank");
        }
    }
}
