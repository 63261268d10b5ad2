package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.masterdata.Dimensions;

/** A line of the revenue budget (收入预算): what is to come in in one year under one income code, of one fund. */
public final class IncomeBudget extends FlowDocument<IncomeBudgetTerms, IncomeBudgetState> {
    /** The kind of document; the value of an id is made of division, fiscal year, fund and income code. */
    public static final DocumentKind<IncomeBudget> KIND = new DocumentKind<>("income-budget", IncomeBudget.class);

    IncomeBudget(Id<IncomeBudget> id, IncomeBudgetTerms terms, Standing<IncomeBudgetState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the line of a division and year for a fund (资金性质) and an income code (收入分类科目). */
    public static Id<IncomeBudget> id(String division, int fiscalYear, String fund, String income) {
        return new Id<>(KIND, division + "/" + fiscalYear + "/" + fund + "/" + income);
    }

    /** The coding block under which the memorandum ledger keeps what is budgeted, has come in and has gone back. */
    public static Segments segments(String division, int fiscalYear, String fund, String income) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION,
                division,
                Dimensions.YEAR,
                Integer.toString(fiscalYear),
                Dimensions.FUND,
                fund,
                Dimensions.DOCUMENT,
                id(division, fiscalYear, fund, income).value()));
    }

    /** The income code in the value of an id. */
    public static String income(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
