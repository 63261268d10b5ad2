package org.fiscalloop.accounting.national;

import static org.fiscalloop.accounting.national.Rows.always;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentPostings;
import org.fiscalloop.project.SpendingKind;

/** The nation's case tables of payments and of what comes back of them: which rules, and which accounts, by channel. */
final class PaymentRows {
    static final ImmutableList<CaseTable<String>> ACCOUNTS = ImmutableList.of(
            CaseTable.of(
                    "PAID",
                    ImmutableList.of(
                            row("PAID_CENTRAL", PaymentChannel.TREASURY),
                            row("PAID_SPECIAL_ACCOUNT", PaymentChannel.SPECIAL_ACCOUNT),
                            row("PAID_AGENCY_FUNDS", PaymentChannel.AGENCY_FUNDS),
                            row("PAID_OTHER", PaymentChannel.ALLOCATION)),
                    PaymentChannel.class),
            appropriation(),
            budgetAppropriation(),
            expenditure());

    static final ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>> CASES = ImmutableMap.of(
            PaymentPostings.APPLIED.name(),
            ImmutableList.of(always("allotment", "IND-11"), ordered("M-13 order")),
            PaymentPostings.RELEASED.name(),
            ImmutableList.of(always("allotment", "IND-12"), ordered("M-13 release")),
            PaymentPostings.PAID.name(),
            ImmutableList.of(
                    always("allotment", "IND-13"),
                    byAgency("U-02..08/B", "U-02/F", "U-05/F", "U-07/F", "U-08/F", "U-00/F"),
                    always("memorandum", "M-06 refundable"),
                    byChannel("memorandum", PaymentChannel.TREASURY, "M-07 not cleared"),
                    ordered("M-13 release"),
                    AssetRows.PAID),
            PaymentPostings.CLEARED.name(),
            ImmutableList.of(
                    byTreasury(
                            ImmutableList.of("T-08/F", "T-08/B"),
                            ImmutableList.of("T-03/F", "T-03/B"),
                            ImmutableList.of("T-06/F", "T-06/B")),
                    byChannel("memorandum", PaymentChannel.TREASURY, "M-07 clear")),
            PaymentPostings.REFUNDED.name(),
            ImmutableList.of(
                    always("allotment", "IND-14"),
                    byAgency(
                            "U-20/B", "U-20/F wages", "U-20/F stock", "U-20/F asset", "U-20/F service", "U-20/F draft"),
                    always("memorandum", "M-06 refund"),
                    AssetRows.REFUNDED),
            PaymentPostings.RETURNED.name(),
            ImmutableList.of(byTreasury(
                    ImmutableList.of("T-08/F return", "T-08/B return"),
                    ImmutableList.of("T-04/F", "T-04/B"),
                    ImmutableList.of("T-06/F return", "T-06/B return"))));

    private PaymentRows() {}

    /** What is booked of one channel alone. */
    private static CaseTable<ImmutableList<String>> byChannel(String name, PaymentChannel only, String rule) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (PaymentChannel channel : PaymentChannel.values()) {
            rows.add(row(channel == only ? ImmutableList.of(rule) : ImmutableList.of(), channel));
        }
        return CaseTable.of(name, rows.build(), PaymentChannel.class);
    }

    /** What agencies have ordered of their own money and not paid yet, which their bank balance must cover. */
    private static CaseTable<ImmutableList<String>> ordered(String rule) {
        return byChannel("memorandum", PaymentChannel.AGENCY_FUNDS, rule);
    }

    /** What the agency books, by its kind and the nature of the payment; nothing of what goes to somebody who is no agency. */
    private static CaseTable<ImmutableList<String>> byAgency(String budgetary, String... financial) {
        return byAgency(ImmutableList.of(financial[4], budgetary), budgetary, financial);
    }

    /**
     * The same with a draft of its own.
     *
     * @param draft what is booked where the accountant has to complete it
     * @param financial for wages, stock, fixed assets and services
     */
    static CaseTable<ImmutableList<String>> byAgency(
            ImmutableList<String> draft, String budgetary, String... financial) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        PaymentNature[] natures = {
            PaymentNature.WAGES, PaymentNature.STOCK, PaymentNature.FIXED_ASSET, PaymentNature.SERVICE
        };
        for (PaymentChannel channel : PaymentChannel.values()) {
            if (channel == PaymentChannel.ALLOCATION) {
                rows.add(row(ImmutableList.of(), ANY, ANY, channel));
                continue;
            }
            for (int i = 0; i < natures.length; i++) {
                for (AgencyKind kind : AgencyKind.values()) {
                    // an institution books a service as 业务活动费用 or 单位管理费用: the payment does not tell which
                    boolean open = kind == AgencyKind.INSTITUTION && natures[i] == PaymentNature.SERVICE;
                    rows.add(row(open ? draft : ImmutableList.of(financial[i], budgetary), kind, natures[i], channel));
                }
            }
            rows.add(row(draft, ANY, PaymentNature.UNDECIDED, channel));
        }
        return CaseTable.of("agency", rows.build(), AgencyKind.class, PaymentNature.class, PaymentChannel.class);
    }

    /** What the treasury books of what it pays: otherwise where it had booked the expenditure a year ago. */
    static CaseTable<ImmutableList<String>> byTreasury(
            ImmutableList<String> accrued, ImmutableList<String> plain, ImmutableList<String> specialAccount) {
        ImmutableList.Builder<CaseTable.Row<ImmutableList<String>>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            ImmutableList<String> booked = CarryOverRows.isAccruedByTreasury().contains(basis) ? accrued : plain;
            rows.add(row(booked, basis, PaymentChannel.TREASURY));
            rows.add(row(booked, basis, PaymentChannel.ALLOCATION));
        }
        rows.add(row(specialAccount, ANY, PaymentChannel.SPECIAL_ACCOUNT));
        rows.add(row(ImmutableList.of(), ANY, PaymentChannel.AGENCY_FUNDS));
        return CaseTable.of("treasury", rows.build(), YearBasis.class, PaymentChannel.class);
    }

    private static CaseTable<String> appropriation() {
        ImmutableList.Builder<CaseTable.Row<String>> rows = ImmutableList.builder();
        for (YearBasis basis : YearBasis.values()) {
            String account =
                    CarryOverRows.isRecognisedByAgency().contains(basis) ? "QUOTA_RECEIVABLE" : "FISCAL_INCOME";
            rows.add(row(account, basis, PaymentChannel.TREASURY));
            rows.add(row(account, basis, PaymentChannel.ALLOCATION));
        }
        rows.add(row("OPERATING_INCOME", ANY, PaymentChannel.SPECIAL_ACCOUNT));
        rows.add(row("BANK_DEPOSITS", ANY, PaymentChannel.AGENCY_FUNDS));
        return CaseTable.of("APPROPRIATION", rows.build(), YearBasis.class, PaymentChannel.class);
    }

    private static CaseTable<String> budgetAppropriation() {
        ImmutableList.Builder<CaseTable.Row<String>> rows = ImmutableList.builder();
        for (PaymentChannel channel : ImmutableList.of(PaymentChannel.TREASURY, PaymentChannel.ALLOCATION)) {
            for (YearBasis basis : YearBasis.values()) {
                if (CarryOverRows.isRecognisedByAgency().contains(basis)) {
                    rows.add(row("BUDGETARY_QUOTA_RECEIVABLE", basis, ANY, channel));
                } else {
                    rows.add(row("FISCAL_BUDGET_INCOME_PERSONNEL", basis, SpendingKind.PERSONNEL, channel));
                    rows.add(row("FISCAL_BUDGET_INCOME_OPERATING", basis, SpendingKind.OPERATING, channel));
                    rows.add(row("FISCAL_BUDGET_INCOME_PROJECT", basis, SpendingKind.PROJECT, channel));
                }
            }
        }
        rows.add(row("OPERATING_BUDGET_INCOME_NON_EARMARKED", ANY, ANY, PaymentChannel.SPECIAL_ACCOUNT));
        rows.add(row("MONETARY_FUNDS", ANY, ANY, PaymentChannel.AGENCY_FUNDS));
        return CaseTable.of(
                "BUDGET_APPROPRIATION", rows.build(), YearBasis.class, SpendingKind.class, PaymentChannel.class);
    }

    /** What an agency spends of an appropriation, or of other money. */
    private static CaseTable<String> expenditure() {
        ImmutableList.Builder<CaseTable.Row<String>> rows = ImmutableList.builder();
        for (PaymentChannel channel : PaymentChannel.values()) {
            boolean isFiscal = channel == PaymentChannel.TREASURY || channel == PaymentChannel.ALLOCATION;
            String from = isFiscal ? "FROM_FISCAL_APPROPRIATION" : "FROM_OTHER_FUNDS";
            rows.add(row("ADMINISTRATIVE_EXPENDITURE_" + from, AgencyKind.ADMINISTRATIVE, channel));
            rows.add(row("ADMINISTRATIVE_EXPENDITURE_" + from, AgencyKind.PARTICIPATING, channel));
            rows.add(row("INSTITUTION_EXPENDITURE_" + from, AgencyKind.INSTITUTION, channel));
        }
        return CaseTable.of("EXPENDITURE", rows.build(), AgencyKind.class, PaymentChannel.class);
    }
}
