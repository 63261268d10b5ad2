package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;

/** The kinds of posting that revenue and wages make. */
public final class RevenuePostings {
    /** The treasury has received revenue. */
    public static final PostingKey RECEIVED = PostingKey.of("revenue-received", RevenueKind.class, FundBook.class);

    /** An agency has received other income on its bank account. */
    public static final PostingKey OTHER_INCOME = PostingKey.of("other-income-received");

    /** An agency owes wages. */
    public static final PostingKey WAGES_ACCRUED = PostingKey.of("wages-accrued");

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(RECEIVED, OTHER_INCOME, WAGES_ACCRUED);

    private RevenuePostings() {}

    /** The coding block of the treasury's revenue: it belongs to no agency and no project. */
    static Segments treasury(IncomeTerms terms, String fund) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(terms.fiscalYear()),
                Dimensions.FUND, fund));
    }

    /** The coding block of an agency's own income, with the function that it is for. */
    static Segments agency(IncomeTerms terms, String function) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(terms.fiscalYear()),
                Dimensions.AGENCY, terms.agency(),
                Dimensions.FUNCTION, function));
    }

    /** The coding block of wages, with its extra elements that are dimensions. */
    static Segments wages(AccrualTerms terms, Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(Dimensions.segments(terms.elements()), terms.elements());
    }
}
