package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Claim;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Nature;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Purpose;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/** The kinds of posting that an agency's own income makes. */
public final class AgencyIncomePostings {
    /** The role of the coding block of what is still to be settled. */
    public static final String CLAIM = "claim";

    /** A part is claimed: what of it is not tax, on the financial side. */
    public static final PostingKey CLAIMED = PostingKey.of("agency-income-claimed", Treatment.class, Nature.class);

    /** A part is claimed: the output tax in it. */
    public static final PostingKey TAXED = PostingKey.of("agency-income-taxed");

    /** A part is claimed: all of it, on the budgetary side, and what is to be settled. */
    public static final PostingKey BUDGETED = PostingKey.of(
                    "agency-income-budgeted", Treatment.class, Nature.class, Purpose.class)
            .roles(CLAIM);

    /** Some of a part is settled. */
    public static final PostingKey SETTLED = PostingKey.of(
                    "agency-income-settled", Treatment.class, Nature.class, Purpose.class)
            .roles(CLAIM);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(CLAIMED, TAXED, BUDGETED, SETTLED);

    private AgencyIncomePostings() {}

    static ImmutableList<Posting> claimed(Id<?> id, AgencyIncomeTerms terms, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (int i = 0; i < terms.claims().size(); i++) {
            Claim claim = terms.claims().get(i);
            Segments block = block(terms, claim, c);
            postings.add(
                    Posting.of(CLAIMED, ImmutableList.of(claim.treatment(), claim.nature()), claim.netFen(), block));
            if (claim.taxFen() > 0) {
                postings.add(Posting.of(TAXED, claim.taxFen(), block));
            }
            postings.add(whole(BUDGETED, id, terms, i, Fen.of(claim.amount()), c));
        }
        return postings.build();
    }

    static Posting whole(PostingKey key, Id<?> id, AgencyIncomeTerms terms, int number, long fen, Case c) {
        Claim claim = terms.claims().get(number);
        return Posting.of(
                key,
                ImmutableList.of(claim.treatment(), claim.nature(), claim.purpose()),
                fen,
                block(terms, claim, c),
                AgencyIncome.segments(id, terms, number));
    }

    /** The coding block of the agency's books, in the year of the command. */
    private static Segments block(AgencyIncomeTerms terms, Claim claim, Case c) {
        return Dimensions.ALL.segments(ImmutableMap.of(
                Dimensions.DIVISION, terms.division(),
                Dimensions.YEAR, Integer.toString(c.input().fiscalYear()),
                Dimensions.AGENCY, terms.agency(),
                Dimensions.FUND, claim.fund(),
                Dimensions.FUNCTION, claim.function()));
    }
}
