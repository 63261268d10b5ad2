package org.fiscalloop.revenue;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A receipt of income (收入登记): what the treasury or a bank has told to have come in. */
public final class IncomeReceipt extends FlowDocument<IncomeTerms, RevenueState> {
    /** The kind of document; the value of an id is the number of the report or the bank's serial number. */
    public static final DocumentKind<IncomeReceipt> KIND = new DocumentKind<>("income-receipt", IncomeReceipt.class);

    IncomeReceipt(Id<IncomeReceipt> id, IncomeTerms terms, Standing<RevenueState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the receipt with this number. */
    public static Id<IncomeReceipt> id(String number) {
        return new Id<>(KIND, number);
    }
}
