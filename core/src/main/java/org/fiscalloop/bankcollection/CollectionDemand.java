package org.fiscalloop.bankcollection;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A demand that a bank raises under an agreement (收款申请): one payment request at a time may name it. */
public final class CollectionDemand extends FlowDocument<DemandTerms, DemandState> {
    /** The kind of document; the value of an id is made of division, bank and number (ENTPAY_APP_NO 托收号). */
    public static final DocumentKind<CollectionDemand> KIND =
            new DocumentKind<>("collection-demand", CollectionDemand.class);

    CollectionDemand(Id<CollectionDemand> id, DemandTerms terms, Standing<DemandState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The number of a demand as a notice carries it: unique to its bank in a division. */
    public static Id<CollectionDemand> number(String number) {
        return new Id<>(KIND, number);
    }

    /** The id of what a bank has raised under this number; a digest stands for both where there is no room for them. */
    public static Id<CollectionDemand> id(String division, String bank, String number) {
        InputId told = new InputId(bank, number);
        return Optional.of(division + "/" + told)
                .filter(own -> !bank.contains("/"))
                .flatMap(own -> Id.of(KIND, own))
                .orElseGet(() -> new Id<>(KIND, division + "/" + told.digest()));
    }

    /** Whether a request may name it. */
    public boolean isPayable() {
        return state() == DemandState.RAISED;
    }

    /** The coding block under which the books keep what became of it: of no fiscal year, since it may be paid in a later one. */
    public Segments segments() {
        return segments(id(), terms());
    }

    static Segments segments(Id<?> id, DemandTerms terms) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.AGENCY, terms.agency(),
                Dimensions.DOCUMENT, id.value()));
    }
}
