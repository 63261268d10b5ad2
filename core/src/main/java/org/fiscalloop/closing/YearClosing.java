package org.fiscalloop.closing;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The closing of one set of books for a year (年终结账). */
public final class YearClosing extends FlowDocument<ClosingTerms, ClosingState> {
    /**
     * The kind of document; the value of an id is division, year, ledger and, for the books of an agency, its code: {@code
     * 310107000/2024/treasury}, {@code 310107000/2024/agency/101001}.
     */
    public static final DocumentKind<YearClosing> KIND = new DocumentKind<>("year-closing", YearClosing.class);

    YearClosing(Id<YearClosing> id, ClosingTerms terms, Standing<ClosingState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /**
     * The id of the closing of a set of books.
     *
     * @param owner the agency whose books they are, empty for a ledger of the finance department
     */
    public static Id<YearClosing> id(String division, int year, LedgerId ledger, String owner) {
        return new Id<>(KIND, division + "/" + year + "/" + ledger + (owner.isEmpty() ? "" : "/" + owner));
    }
}
