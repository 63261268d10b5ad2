package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;

/** The kinds of posting that a budget line makes. */
public final class BudgetPostings {
    /** It is handed in and occupies the reserve of its project. */
    public static final PostingKey PROPOSED = PostingKey.of("line-proposed");

    /** It is returned, withdrawn or voided and gives the reserve back. */
    public static final PostingKey WITHDRAWN = PostingKey.of("line-withdrawn");

    /** It is appropriated, from this source. */
    public static final PostingKey APPROPRIATED =
            PostingKey.of("line-appropriated", BudgetSource.class, FundBook.class);

    /** It is raised, from this source, and takes the increase of the reserve of its project. */
    public static final PostingKey INCREASED = PostingKey.of("line-increased", BudgetSource.class, FundBook.class);

    /** It is lowered, to this source, by an amount not yet released, and gives that back to its project. */
    public static final PostingKey DECREASED = PostingKey.of("line-decreased", BudgetSource.class, FundBook.class);

    static final ImmutableList<PostingKey> ALL =
            ImmutableList.of(PROPOSED, WITHDRAWN, APPROPRIATED, INCREASED, DECREASED);

    private BudgetPostings() {}
}
