package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.Dimensions;

/** The four ledgers of the loop. */
public final class Ledgers {
    /** 预算指标账, control basis. Source: 财办〔2022〕36号. */
    public static final LedgerId ALLOTMENT = new LedgerId("allotment");

    /** 财政总会计, financial and budgetary basis. Source: 财库〔2022〕41号. */
    public static final LedgerId TREASURY = new LedgerId("treasury");

    /** 单位会计, financial and budgetary basis, a set of books for each agency. Source: 财会〔2017〕25号. */
    public static final LedgerId AGENCY = new LedgerId("agency");

    /** 备查账, the library's own and never exported as statutory. */
    public static final LedgerId MEMORANDUM = new LedgerId("memorandum");

    /** All four, in the order in which they are posted and printed. */
    public static final ImmutableList<LedgerId> ALL = ImmutableList.of(ALLOTMENT, TREASURY, AGENCY, MEMORANDUM);

    /** Those that close a year. */
    public static final ImmutableList<LedgerId> YEARLY = ImmutableList.of(ALLOTMENT, TREASURY, AGENCY);

    private Ledgers() {}

    /** Within each combination of codes for these a ledger's debits equal its credits; agencies keep books of their own. */
    public static ImmutableList<Dimension> balancing(LedgerId ledger) {
        if (ledger.equals(MEMORANDUM)) {
            return ImmutableList.of(Dimensions.DIVISION);
        }
        return ledger.equals(AGENCY)
                ? ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.AGENCY, Dimensions.FUND)
                : ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.FUND);
    }
}
