package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A procurement contract (采购合同): what a supplier delivers for how much, and which allotments are kept for it. */
public final class Contract extends FlowDocument<ContractTerms, ContractState> {
    /** The kind of document; the value of an id is the number of the contract (CONTRACT_NO 采购合同编号). */
    public static final DocumentKind<Contract> KIND = new DocumentKind<>("contract", Contract.class);

    Contract(Id<Contract> id, ContractTerms terms, Standing<ContractState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the contract with this number. */
    public static Id<Contract> id(String number) {
        return new Id<>(KIND, number);
    }

    /** Whether it is in force: it reserves allotments and payments draw on it. */
    public boolean isInForce() {
        return switch (state()) {
            case FILED, PERFORMING, ACCEPTED -> true;
            case SIGNED, SUBMITTED, SETTLED, TERMINATED, VOIDED -> false;
        };
    }

    /** The coding block under which its own amounts stand in the books: of no fiscal year, since it runs over several. */
    public Segments segments() {
        return segments(id(id().value()), terms());
    }

    static Segments segments(Id<Contract> id, ContractTerms terms) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.AGENCY, terms.agency(),
                Dimensions.PROJECT, terms.project().value(),
                Dimensions.DOCUMENT, id.value()));
    }
}
