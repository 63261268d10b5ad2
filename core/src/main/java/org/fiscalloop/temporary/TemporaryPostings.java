package org.fiscalloop.temporary;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.project.SpendingKind;

/** The kinds of posting that temporary payments and their ceiling make. The own coding block is that of the payment. */
public final class TemporaryPostings {
    /** Whether what is cleared was paid out in the year that clears it: the closing of a year has moved the other. */
    public enum PaidIn {
        /** 本年拨付. */
        THIS_YEAR,
        /** 以前年度拨付. */
        EARLIER_YEAR
    }

    /** The role of the coding block of the allotment that is used. */
    public static final String ALLOTMENT = "allotment";

    /** More may be out. */
    public static final PostingKey CEILING_RAISED = PostingKey.of("temporary-ceiling-raised");

    /** Less may be out. */
    public static final PostingKey CEILING_LOWERED = PostingKey.of("temporary-ceiling-lowered");

    /** More is out above the ceiling than was. */
    public static final PostingKey EXCESS_RAISED = PostingKey.of("temporary-excess-raised");

    /** Less is out above the ceiling than was. */
    public static final PostingKey EXCESS_LOWERED = PostingKey.of("temporary-excess-lowered");

    /** A payment is approved: it takes room of the ceiling. */
    public static final PostingKey APPROVED = PostingKey.of("temporary-approved");

    /** An approved payment is given up. */
    public static final PostingKey GIVEN_UP = PostingKey.of("temporary-given-up");

    /** The treasury has paid out what was approved. */
    public static final PostingKey DISBURSED = PostingKey.of("temporary-disbursed", TemporaryTerms.Kind.class);

    /** Something has come back. */
    public static final PostingKey REPAID = PostingKey.of("temporary-repaid", TemporaryTerms.Kind.class, PaidIn.class);

    /** Something has become expenditure: what the allotment and the treasury book. */
    public static final PostingKey CHARGED = PostingKey.of(
                    "temporary-charged", TemporaryTerms.Kind.class, PaidIn.class, FundBook.class, TreasuryExpense.class)
            .roles(ALLOTMENT);

    /** The same of money that an agency got: what the agency books, under the coding block of the allotment. */
    public static final PostingKey RECOGNISED = PostingKey.of("temporary-recognised", SpendingKind.class);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            CEILING_RAISED,
            CEILING_LOWERED,
            EXCESS_RAISED,
            EXCESS_LOWERED,
            APPROVED,
            GIVEN_UP,
            DISBURSED,
            REPAID,
            CHARGED,
            RECOGNISED);

    private TemporaryPostings() {}

    /** The coding block by which the ceiling of a division is kept. */
    static Segments block(String division, int year) {
        return Dimensions.ALL.segments(
                ImmutableMap.of(Dimensions.DIVISION, division, Dimensions.YEAR, Integer.toString(year)));
    }

    /** The coding block of a payment in the books of a year. */
    static Segments block(Id<TemporaryPayment> id, TemporaryTerms terms, int year) {
        return block(terms.division(), year)
                .with(Dimensions.AGENCY, terms.agency())
                .with(Dimensions.FUND, terms.fund())
                .with(Dimensions.DOCUMENT, id.value());
    }

    /** The coding block of an allotment, with its extra elements that are dimensions. */
    static Segments block(Allotment allotment, Case c) {
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(allotment.segments(), allotment.terms().elements());
    }

    /** What goes of the ceiling's excess when this much is no longer approved or out. */
    static ImmutableList<Posting> excessLowered(long fen, String division, int year, Case c) {
        Segments block = block(division, year);
        long lowered = Math.min(fen, c.balance(TemporaryMeasure.EXCESS, block));
        return lowered > 0 ? ImmutableList.of(Posting.of(EXCESS_LOWERED, lowered, block)) : ImmutableList.of();
    }

    static PaidIn paidIn(TemporaryTerms terms, int year) {
        return terms.paidOut().filter(paid -> paid.year() < year).isPresent() ? PaidIn.EARLIER_YEAR : PaidIn.THIS_YEAR;
    }
}
