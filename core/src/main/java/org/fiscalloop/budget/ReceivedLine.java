package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.ElementCheck;

/**
 * A budget line that takes in what is received from the level above (上级转移支付): its source is that alone. No package but
 * that of the transfers makes one.
 *
 * @param id the number it has or shall have
 * @param terms what stands on it
 */
public record ReceivedLine(Id<BudgetLine> id, BudgetTerms terms) {

    /** All that is wrong with such a line that is to be made: there is no budget without a project here either. */
    public Findings examine(Case c) {
        return c.rules(BudgetFlow.RULES)
                .controls()
                .examine(BudgetAction.RECEIVE, BudgetCase.of(terms, c))
                .and(ElementCheck.examine(terms.elements(), BudgetLine.KIND, c));
    }

    /** Its coding block, with the extra elements by which balances are kept. */
    public Segments block(Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(BudgetLine.segments(id, terms), terms.elements());
    }

    /** It takes in its whole amount. */
    public Posting received(Case c) {
        return posting(BudgetPostings.INCREASED, Fen.of(terms.amount()), c);
    }

    /** An amount of it goes back to the level above, and to the reserve of its project. */
    public Posting givenBack(long fen, Case c) {
        return posting(BudgetPostings.DECREASED, fen, c);
    }

    private Posting posting(PostingKey key, long fen, Case c) {
        FundBook book = c.rules(TreasuryCodes.KEY).book(terms.elements().fund());
        return Posting.of(key, ImmutableList.of(BudgetSource.TRANSFER, book), fen, block(c));
    }
}
