package org.fiscalloop.closing;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** Money put into the budget stabilisation fund or taken out of it (安排、动用预算稳定调节基金). */
public final class StabilisationArrangement extends FlowDocument<ArrangementTerms, ClosingState> {
    /** The kind of document; the value of an id is chosen by who asks. */
    public static final DocumentKind<StabilisationArrangement> KIND =
            new DocumentKind<>("stabilisation-arrangement", StabilisationArrangement.class);

    StabilisationArrangement(
            Id<StabilisationArrangement> id, ArrangementTerms terms, Standing<ClosingState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** An id. */
    public static Id<StabilisationArrangement> id(String value) {
        return new Id<>(KIND, value);
    }
}
