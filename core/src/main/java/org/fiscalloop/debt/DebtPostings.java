package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;

/** The kinds of posting that debts and their limits make, under the coding block of the debt, or of the bond that is lent on. */
public final class DebtPostings {
    /** On which account a debt stands: what it is, and for how long. */
    public enum DebtClass {
        /** 应付短期政府债券: a bond of at most one year. */
        SHORT_BOND,
        /** 应付长期政府债券: a bond of more than one year. */
        LONG_BOND,
        /** 应付地方政府债券转贷款: lent on by the division above. */
        ON_LENT
    }

    /** More may be owed. */
    public static final PostingKey LIMIT_RAISED = PostingKey.of("debt-limit-raised", DebtKind.class);

    /** Less may be owed. */
    public static final PostingKey LIMIT_LOWERED = PostingKey.of("debt-limit-lowered", DebtKind.class);

    /** A bond is approved: it takes room of the limit. */
    public static final PostingKey APPROVED = PostingKey.of("bond-approved", DebtKind.class);

    /** A bond is no longer only approved: it was received, or is given up. */
    public static final PostingKey NO_LONGER_APPROVED = PostingKey.of("bond-no-longer-approved", DebtKind.class);

    /** A debt will be repaid by a bond that refinances it. */
    public static final PostingKey REFINANCED = PostingKey.of("debt-refinanced", DebtKind.class);

    /** A debt will not be, or has been, repaid by a bond that refinances it. */
    public static final PostingKey NO_LONGER_REFINANCED = PostingKey.of("debt-no-longer-refinanced", DebtKind.class);

    /** The principal of a debt has been received. */
    public static final PostingKey RECEIVED = PostingKey.of("debt-received", DebtKind.class, DebtClass.class);

    /** What a sale cost: discount and fees. */
    public static final PostingKey COST = PostingKey.of("debt-issue-cost", FundBook.class);

    /** What a sale brought beyond the principal. */
    public static final PostingKey PREMIUM = PostingKey.of("debt-issue-premium", FundBook.class);

    /** Interest is accrued. */
    public static final PostingKey ACCRUED = PostingKey.of("debt-interest-accrued");

    /** Interest is paid. */
    public static final PostingKey INTEREST_PAID = PostingKey.of("debt-interest-paid", FundBook.class);

    /** Principal is repaid. */
    public static final PostingKey REPAID = PostingKey.of("debt-repaid", DebtKind.class, DebtClass.class);

    /** Principal is repaid with what borrowers have paid back. */
    public static final PostingKey PASSED_ON = PostingKey.of("debt-passed-on", DebtKind.class, DebtClass.class);

    /** Something is lent on. */
    public static final PostingKey LENT = PostingKey.of("debt-lent-on", DebtKind.class);

    /** Principal that was lent on has come back. */
    public static final PostingKey RETURNED = PostingKey.of("debt-returned");

    /** Interest of what was lent on has come. */
    public static final PostingKey INTEREST_RETURNED = PostingKey.of("debt-interest-returned", FundBook.class);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            LIMIT_RAISED,
            LIMIT_LOWERED,
            APPROVED,
            NO_LONGER_APPROVED,
            REFINANCED,
            NO_LONGER_REFINANCED,
            RECEIVED,
            COST,
            PREMIUM,
            ACCRUED,
            INTEREST_PAID,
            REPAID,
            PASSED_ON,
            LENT,
            RETURNED,
            INTEREST_RETURNED);

    private DebtPostings() {}

    /** The coding block of a debt's amounts in a year. */
    static Segments block(DebtTerms terms, Id<?> debt, int year) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(year),
                Dimensions.FUND, terms.fund(),
                Dimensions.DOCUMENT, debt.value()));
    }

    /** The coding block by which the balances of one debt are kept. */
    static Segments of(Id<?> debt) {
        return Dimensions.of(Dimensions.DOCUMENT, debt.value());
    }

    /** The coding block by which the limits of a division are kept. */
    static Segments block(DebtLimitTerms terms) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(), Dimensions.YEAR, Integer.toString(terms.fiscalYear())));
    }

    static FundBook book(DebtTerms terms, Case c) {
        return c.rules(TreasuryCodes.KEY).fundBooks().find(terms.fund()).orElse(FundBook.OTHER);
    }

    /** A posting of each debt that a bond refinances. */
    static ImmutableList<Posting> refinanced(DebtTerms terms, int year) {
        return terms.refinances().stream()
                .map(part -> Posting.of(
                        REFINANCED,
                        ImmutableList.of(terms.kind()),
                        Fen.of(part.amount()),
                        block(terms, part.debt(), year)))
                .collect(ImmutableList.toImmutableList());
    }

    /** A debt will no longer be refinanced so far: as much of it as still would be. */
    static Optional<Posting> noLongerRefinanced(DebtTerms terms, Id<?> debt, long fen, int year, Case c) {
        long less = Math.min(fen, c.balance(DebtMeasure.REFINANCED, of(debt)));
        return less > 0
                ? Optional.of(Posting.of(
                        NO_LONGER_REFINANCED, ImmutableList.of(terms.kind()), less, block(terms, debt, year)))
                : Optional.empty();
    }
}
