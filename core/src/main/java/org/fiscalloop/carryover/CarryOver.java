package org.fiscalloop.carryover;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The carry-over of an agency from one year into the next (结转结余): what is left of the year, and what becomes of it. */
public final class CarryOver extends FlowDocument<CarryOverTerms, CarryOverState> {
    /**
     * The kind of document; the value of an id is division, agency code and the year carried into: {@code
     * 310107000/101001/2025}.
     */
    public static final DocumentKind<CarryOver> KIND = new DocumentKind<>("carry-over", CarryOver.class);

    CarryOver(Id<CarryOver> id, CarryOverTerms terms, Standing<CarryOverState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the carry-over of an agency into this year. */
    public static Id<CarryOver> id(String division, String agency, int year) {
        return new Id<>(KIND, division + "/" + agency + "/" + year);
    }
}
