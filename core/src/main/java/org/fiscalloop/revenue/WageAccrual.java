package org.fiscalloop.revenue;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** Wages that an agency owes before it pays them (工资计提). */
public final class WageAccrual extends FlowDocument<AccrualTerms, RevenueState> {
    /** The kind of document; the value of an id is the host's number of it. */
    public static final DocumentKind<WageAccrual> KIND = new DocumentKind<>("wage-accrual", WageAccrual.class);

    WageAccrual(Id<WageAccrual> id, AccrualTerms terms, Standing<RevenueState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the accrual with this number. */
    public static Id<WageAccrual> id(String number) {
        return new Id<>(KIND, number);
    }
}
