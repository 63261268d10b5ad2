package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.revenue.IncomeReceipt;

/** What has arrived on an agency's bank account (单位资金到账, INC_CERT), and what the agency has claimed it as. */
public final class AgencyIncome extends FlowDocument<AgencyIncomeTerms, AgencyIncomeState> {
    /** The kind of document; the value of an id is made of division, bank and serial number. */
    public static final DocumentKind<AgencyIncome> KIND = new DocumentKind<>("agency-income", AgencyIncome.class);

    AgencyIncome(Id<AgencyIncome> id, AgencyIncomeTerms terms, Standing<AgencyIncomeState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The bank's serial number, as a notice carries it: unique to the bank in a division. */
    public static Id<AgencyIncome> number(String serial) {
        return new Id<>(KIND, serial);
    }

    /** The id of what a bank has told to have arrived under this serial number. */
    public static Id<AgencyIncome> id(String division, String bank, String serial) {
        return new Id<>(KIND, IncomeReceipt.id(division, bank, serial).value());
    }

    /** The coding block under which the memorandum ledger keeps what of a claim is still to be settled. */
    static Segments segments(Id<?> id, AgencyIncomeTerms terms, int claim) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.AGENCY, terms.agency(),
                Dimensions.DOCUMENT, id.value() + "#" + claim));
    }
}
