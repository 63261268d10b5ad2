package org.fiscalloop.collection;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A payment notice of non-tax revenue (非税收入缴款书, NON_TAX_PAY): what one payer owes one agency for fees or fines. */
public final class NonTaxBill extends FlowDocument<BillTerms, BillState> {
    /** The kind of document; the value of an id is the code by which the payer pays (缴款识别码, NON_TAX_PAY_CODE). */
    public static final DocumentKind<NonTaxBill> KIND = new DocumentKind<>("non-tax-bill", NonTaxBill.class);

    NonTaxBill(Id<NonTaxBill> id, BillTerms terms, Standing<BillState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the bill with this code. */
    public static Id<NonTaxBill> id(String code) {
        return new Id<>(KIND, code);
    }

    /** The coding block under which the memorandum ledger keeps what of it is paid, entered and refundable. */
    public Segments segments() {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, division(),
                Dimensions.YEAR, Integer.toString(fiscalYear()),
                Dimensions.AGENCY, agency(),
                Dimensions.DOCUMENT, id().value()));
    }
}
