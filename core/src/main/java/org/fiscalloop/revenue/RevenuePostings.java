package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.incomebudget.IncomeBudget;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;

/** The kinds of posting that revenue and wages make. */
public final class RevenuePostings {
    /** The role of the coding block of the revenue budget that the amount is of, whether there is one or not. */
    public static final String BUDGET = "income-budget";

    /** The treasury, or a special account, has received revenue. */
    public static final PostingKey RECEIVED =
            PostingKey.of("revenue-received", RevenueKind.class, FundBook.class).roles(BUDGET);

    /** What was told of revenue was wrong: it is taken back in red. */
    public static final PostingKey TAKEN_BACK = PostingKey.of("revenue-taken-back", RevenueKind.class, FundBook.class)
            .roles(BUDGET);

    /** Money of the treasury has been placed with a bank. */
    public static final PostingKey PLACED = PostingKey.of("cash-placed");

    /** Money of the treasury that was placed has come back. */
    public static final PostingKey RETURNED = PostingKey.of("cash-returned");

    /** An agency has received other income on its bank account. */
    public static final PostingKey OTHER_INCOME = PostingKey.of("other-income-received");

    /** An agency owes wages. */
    public static final PostingKey WAGES_ACCRUED = PostingKey.of("wages-accrued");

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(RECEIVED, TAKEN_BACK, PLACED, RETURNED, OTHER_INCOME, WAGES_ACCRUED);

    private RevenuePostings() {}

    /** The coding block of the treasury's revenue: it belongs to no agency and no project. */
    public static Segments treasury(Case c, String fund) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, c.input().division(),
                Dimensions.YEAR, Integer.toString(c.input().fiscalYear()),
                Dimensions.FUND, fund));
    }

    /** The coding block of the revenue budget of the code and fund of an amount: of the year whose books take it in. */
    public static Segments budget(Case c, String income, String fund) {
        String division = c.input().division();
        int year = c.reads().openYear(division, "", c.input().fiscalYear());
        return IncomeBudget.segments(division, year, fund, income);
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
