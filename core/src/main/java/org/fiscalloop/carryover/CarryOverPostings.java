package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.CodeChange;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.project.SpendingKind;

/** The kinds of posting that the carry-over makes. */
public final class CarryOverPostings {
    /** The role of the coding block of the budget line of the year that ends. */
    public static final String LINE = "line";

    /** The role of the coding block of what takes an amount in next year. */
    public static final String NEXT = "next";

    /** The role of the coding block of the budget line that takes it in next year. */
    public static final String NEXT_LINE = "next-line";

    /** The role of the coding block an amount comes from. */
    public static final String FROM = "from";

    /** The role of the coding block of the payment of which money came back. */
    public static final String PAYMENT = "payment";

    /** The role of the coding block of the general budget that takes in what another gives to it. */
    public static final String GENERAL = "general";

    /** An amount leaves the year that ends and comes into the next. */
    public static final PostingKey CARRIED =
            PostingKey.of("carried-over", Remainder.class).roles(LINE, NEXT, NEXT_LINE);

    /** The year that ends books what is carried over of it, by who books it. */
    public static final PostingKey RECOGNISED = PostingKey.of(
            "carry-over-recognised",
            CarryTerm.class,
            YearBasis.class,
            SpendingKind.class,
            FundBook.class,
            TreasuryExpense.class);

    /** What was booked so moves to the codes by which the next year calls it. */
    public static final PostingKey RECODED = PostingKey.of("carry-over-recoded", YearBasis.class, CodeChange.class)
            .roles(FROM);

    /** An amount lapses, and what had been booked of it. */
    public static final PostingKey LAPSED = PostingKey.of("lapsed", Remainder.class, YearBasis.class, FundBook.class)
            .roles(LINE);

    /** What lapses of a fund goes where the rules say. */
    public static final PostingKey RECOVERED =
            PostingKey.of("surplus-recovered", Recovery.class).roles(GENERAL);

    /** Money of a payment of an earlier year has come back. */
    public static final PostingKey REFUNDED = PostingKey.of(
                    "refunded-in-later-year", RefundPolicy.class, YearBasis.class, FundBook.class)
            .roles(PAYMENT, FROM, LINE, NEXT_LINE);

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(CARRIED, RECOGNISED, RECODED, LAPSED, RECOVERED, REFUNDED);

    private CarryOverPostings() {}
}
