package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;

/** The kinds of posting that an allotment makes. */
public final class AllotmentPostings {
    /** The role of the budget line's coding block. */
    public static final String LINE = "line";

    /** The role of the coding block of the allotment that was split. */
    public static final String PARENT = "parent";

    /** One to be distributed is issued from its line. */
    public static final PostingKey DISTRIBUTED =
            PostingKey.of("allotment-distributed").roles(LINE);

    /** An executable one is issued from its line. */
    public static final PostingKey ISSUED = PostingKey.of("allotment-issued").roles(LINE);

    /** A part, executable or to be distributed further, is split off its parent. */
    public static final PostingKey SPLIT =
            PostingKey.of("allotment-split", AllotmentFlag.class).roles(PARENT);

    /** An available amount is frozen. */
    public static final PostingKey FROZEN = PostingKey.of("allotment-frozen");

    /** A frozen amount is available again. */
    public static final PostingKey UNFROZEN = PostingKey.of("allotment-unfrozen");

    /** An amount of an allotment, executable or to be distributed, goes back to its line. */
    public static final PostingKey REDUCED =
            PostingKey.of("allotment-reduced", AllotmentFlag.class).roles(LINE);

    /** An amount of a part, executable or to be distributed, goes back to its parent. */
    public static final PostingKey RETURNED =
            PostingKey.of("allotment-returned", AllotmentFlag.class).roles(PARENT);

    /** The role of the coding block of the formal allotment that takes over what was issued before the budget. */
    public static final String FORMAL = "formal";

    /** A temporary one is issued before its line is appropriated. */
    public static final PostingKey PRE_ISSUED = PostingKey.of("allotment-pre-issued");

    /** An amount of a temporary one that was not offset goes back. */
    public static final PostingKey PRE_ISSUE_REDUCED = PostingKey.of("allotment-pre-issue-reduced");

    /** What was issued before the budget is offset against a formal one. */
    public static final PostingKey OFFSET = PostingKey.of("allotment-offset").roles(FORMAL);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            DISTRIBUTED, ISSUED, SPLIT, FROZEN, UNFROZEN, REDUCED, RETURNED, PRE_ISSUED, PRE_ISSUE_REDUCED, OFFSET);

    private AllotmentPostings() {}

    /** An amount comes into an allotment: from its parent, as at first, from its line, or before its line is appropriated. */
    static Posting taken(Id<?> id, AllotmentTerms terms, long amount, Case c) {
        Segments own = block(id, terms, c);
        if (terms.family().isPreIssued()) {
            return Posting.of(PRE_ISSUED, amount, own);
        }
        return terms.parent()
                .map(parent -> Posting.of(SPLIT, ImmutableList.of(terms.flag()), amount, own, parent(parent, c)))
                .orElseGet(() -> Posting.of(issuing(terms.flag()), amount, own, line(terms, c)));
    }

    private static PostingKey issuing(AllotmentFlag flag) {
        return switch (flag) {
            case EXECUTABLE -> ISSUED;
            case PENDING -> DISTRIBUTED;
        };
    }

    /**
     * What is not used goes back to the allotment it was split from, or to its line; of a temporary one first what was not
     * offset, for which there is no budget.
     */
    static ImmutableList<Posting> givenBack(Allotment allotment, long amount, Case c) {
        AllotmentTerms terms = allotment.terms();
        Segments own = block(allotment.id(), terms, c);
        long preIssued = terms.family().isPreIssued()
                ? Math.min(amount, c.balance(AllotmentMeasure.PRE_ISSUED, allotment.segments()))
                : 0;
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        if (preIssued > 0) {
            postings.add(Posting.of(PRE_ISSUE_REDUCED, preIssued, own));
        }
        if (amount > preIssued) {
            long rest = Fen.subtract(amount, preIssued);
            postings.add(terms.parent()
                    .map(parent -> Posting.of(RETURNED, ImmutableList.of(terms.flag()), rest, own, parent(parent, c)))
                    .orElseGet(() -> Posting.of(REDUCED, ImmutableList.of(terms.flag()), rest, own, line(terms, c))));
        }
        return postings.build();
    }

    /** The coding block of an allotment with these terms, with the extra elements by which balances are kept. */
    static Segments block(Id<?> id, AllotmentTerms terms, Case c) {
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(Allotment.segments(Allotment.id(id.value()), terms), terms.elements());
    }

    /** The coding block of an allotment that was split. */
    static Segments parent(Id<Allotment> id, Case c) {
        Allotment parent = c.find(id).orElseThrow(() -> new IllegalStateException("the parent is gone: " + id));
        return block(id, parent.terms(), c);
    }

    private static Segments line(AllotmentTerms terms, Case c) {
        BudgetLine line =
                c.find(terms.line()).orElseThrow(() -> new IllegalStateException("the line is gone: " + terms.line()));
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(line.segments(), line.terms().elements());
    }
}
