package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.PostingRule.credit;
import static org.fiscalloop.accounting.PostingRule.debit;
import static org.fiscalloop.accounting.national.Rows.always;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.correction.CorrectionPostings;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;

/**
 * The nation's rules of corrections: what a payment had booked is taken back in red by its own rows, and booked anew by the same
 * ones. Where the payment did not tell the agency's account, the accountant completes both.
 */
final class CorrectionRows {
    private static final Source CORRECTION =
            Source.uncertain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: 更正; the accounts below class level are proposed");

    private static final String RED = " red";

    private static final PostingRule IND_21 = new PostingRule(
            "IND-21",
            Ledgers.ALLOTMENT,
            Basis.CONTROL,
            CORRECTION,
            ImmutableList.of(debit("{PAID}"), credit("EXECUTABLE")));

    /** The rows of payments that there are in red. */
    private static final ImmutableSet<String> REVERSED = ImmutableSet.of(
            "M-06 refundable",
            "T-03/F",
            "T-03/B",
            "T-08/F",
            "T-08/B",
            "T-06/F",
            "T-06/B",
            "U-02/F",
            "U-05/F",
            "U-07/F",
            "U-08/F",
            "U-02..08/B");

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            CorrectionPostings.TAKEN_BACK.name(),
            ImmutableList.of(
                    always("allotment", red("IND-21")),
                    PaymentRows.byAgency(
                            ImmutableList.of("U-20/F draft", "U-20/B"),
                            red("U-02..08/B"),
                            red("U-02/F"),
                            red("U-05/F"),
                            red("U-07/F"),
                            red("U-08/F")),
                    always("memorandum", red("M-06 refundable"))),
            CorrectionPostings.BOOKED.name(),
            ImmutableList.of(
                    always("allotment", "IND-21"),
                    PaymentRows.byAgency(
                            ImmutableList.of("U-00/F", "U-02..08/B"),
                            "U-02..08/B",
                            "U-02/F",
                            "U-05/F",
                            "U-07/F",
                            "U-08/F"),
                    always("memorandum", "M-06 refundable")),
            CorrectionPostings.TREASURY_TAKEN_BACK.name(),
            ImmutableList.of(PaymentRows.byTreasury(
                    ImmutableList.of(red("T-08/F"), red("T-08/B")),
                    ImmutableList.of(red("T-03/F"), red("T-03/B")),
                    ImmutableList.of(red("T-06/F"), red("T-06/B")))),
            CorrectionPostings.TREASURY_BOOKED.name(),
            ImmutableList.of(PaymentRows.byTreasury(
                    ImmutableList.of("T-08/F", "T-08/B"),
                    ImmutableList.of("T-03/F", "T-03/B"),
                    ImmutableList.of("T-06/F", "T-06/B"))),
            CorrectionPostings.IS_ASSET.name(),
            ImmutableList.of(always("cards", "M-A01 buy by payment")),
            CorrectionPostings.IS_NO_ASSET.name(),
            ImmutableList.of(always("cards", "M-A01 money back of payment")));

    private CorrectionRows() {}

    /**
     * The rules of corrections.
     *
     * @param ofPayments the rules among which are those of payments
     */
    static ImmutableList<PostingRule> rules(ImmutableList<PostingRule> ofPayments) {
        return Stream.concat(
                        Stream.of(IND_21, IND_21.decreasing(red(IND_21.id()))),
                        ofPayments.stream()
                                .filter(rule -> REVERSED.contains(rule.id()))
                                .map(rule -> rule.decreasing(red(rule.id()))))
                .collect(ImmutableList.toImmutableList());
    }

    private static String red(String rule) {
        return rule + RED;
    }
}
