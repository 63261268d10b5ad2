package org.fiscalloop.correction;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A correction of a payment (更正单): an amount of it is booked where it belongs, and no money moves. */
public final class Correction extends FlowDocument<CorrectionTerms, CorrectionState> {
    /** The kind of document; the value of an id is the vendor's number of the correction. */
    public static final DocumentKind<Correction> KIND = new DocumentKind<>("correction", Correction.class);

    Correction(Id<Correction> id, CorrectionTerms terms, Standing<CorrectionState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the correction with this number. */
    public static Id<Correction> id(String number) {
        return new Id<>(KIND, number);
    }
}
