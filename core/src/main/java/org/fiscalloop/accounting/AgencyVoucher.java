package org.fiscalloop.accounting;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** An agency's accounting voucher (单位会计凭证) that a rule could not complete: the accountant gives the missing accounts. */
public final class AgencyVoucher extends FlowDocument<AgencyVoucherTerms, AgencyVoucherState> {
    /**
     * The kind of document; the value of an id is that of the document whose event made the voucher, the version to which
     * the event brought it, and from the second voucher of one event on a number: {@code PV-1/6}, {@code PV-1/6/1}. Where
     * that is too long for an id, or is another voucher's, 40 hexadecimal digits stand for it.
     */
    public static final DocumentKind<AgencyVoucher> KIND = new DocumentKind<>("agency-voucher", AgencyVoucher.class);

    AgencyVoucher(Id<AgencyVoucher> id, AgencyVoucherTerms terms, Standing<AgencyVoucherState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of a voucher. */
    public static Id<AgencyVoucher> id(String value) {
        return new Id<>(KIND, value);
    }
}
