package org.fiscalloop.virement;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A virement (预算调剂): amounts that move between allotments while the total of the budget stays what it is. */
public final class Virement extends FlowDocument<VirementTerms, VirementState> {
    /** The kind of document; the value of an id is the vendor's number of the virement. */
    public static final DocumentKind<Virement> KIND = new DocumentKind<>("virement", Virement.class);

    Virement(Id<Virement> id, VirementTerms terms, Standing<VirementState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the virement with this number. */
    public static Id<Virement> id(String value) {
        return new Id<>(KIND, value);
    }
}
