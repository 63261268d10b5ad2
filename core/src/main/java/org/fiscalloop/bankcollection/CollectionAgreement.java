package org.fiscalloop.bankcollection;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** An agreement of agency, supplier and bank that the bank collects what the agency owes (三方协议). */
public final class CollectionAgreement extends FlowDocument<AgreementTerms, AgreementState> {
    /** The kind of document; the value of an id is the number of the agreement (协议编号). */
    public static final DocumentKind<CollectionAgreement> KIND =
            new DocumentKind<>("collection-agreement", CollectionAgreement.class);

    CollectionAgreement(
            Id<CollectionAgreement> id, AgreementTerms terms, Standing<AgreementState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the agreement with this number. */
    public static Id<CollectionAgreement> id(String number) {
        return new Id<>(KIND, number);
    }
}
