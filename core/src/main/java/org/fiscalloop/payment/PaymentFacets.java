package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Source;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;

/** The facts of a payment by which posting rules are chosen, and how the codes of its elements tell them. */
public final class PaymentFacets {
    /** What the agency gets for its money, so far as the department economic code tells (支付内容). */
    public enum PaymentNature {
        /** 工资福利. */
        WAGES,
        /** 商品和服务、对个人和家庭的补助: expense when it is paid. */
        SERVICE,
        /** 库存物品. */
        STOCK,
        /** 固定资产. */
        FIXED_ASSET,
        /** The code does not tell: the accountant decides. */
        UNDECIDED
    }

    /** From whose money a payment is made, and so which books it concerns (支付渠道). */
    public enum PaymentChannel {
        /** 国库集中支付: from a zero-balance account, which the treasury clears. */
        TREASURY,
        /** 财政专户支付: from the fiscal special account. */
        SPECIAL_ACCOUNT,
        /** 单位资金支付: from the agency's own bank account. */
        AGENCY_FUNDS,
        /** 实拨: from the treasury's single account to somebody who is no agency. */
        ALLOCATION;

        /** Whether the agent bank pays first and the treasury clears later. */
        public boolean isCleared() {
            return this == TREASURY;
        }
    }

    private static final Source CLASSIFICATION =
            Source.uncertain("政府收支分类科目 (2024), names of the 款; the account follows the name");
    private static final Source TREASURY =
            Source.uncertain("财政总会计制度 财库〔2022〕41号: expense accounts follow 政府支出经济分类; 5008 is certain");
    private static final Source FUNDS = Source.uncertain("资金性质 VD10001: the first two digits name the budget");

    /** The nation's, as all three tables: what is certain of them stands with each row. */
    static final ByPrefix<PaymentNature> NATURES = ByPrefix.of(ImmutableList.of(
            nature("301", PaymentNature.WAGES),
            nature("302", PaymentNature.SERVICE),
            nature("30218", PaymentNature.STOCK),
            nature("303", PaymentNature.SERVICE),
            nature("30902", PaymentNature.FIXED_ASSET),
            nature("30903", PaymentNature.FIXED_ASSET),
            nature("30913", PaymentNature.FIXED_ASSET),
            nature("30919", PaymentNature.FIXED_ASSET),
            nature("31002", PaymentNature.FIXED_ASSET),
            nature("31003", PaymentNature.FIXED_ASSET),
            nature("31013", PaymentNature.FIXED_ASSET),
            nature("31019", PaymentNature.FIXED_ASSET)));

    static final ByPrefix<TreasuryExpense> TREASURY_EXPENSES = ByPrefix.of(ImmutableList.of(
            expense("501", TreasuryExpense.WAGES),
            expense("502", TreasuryExpense.GOODS_AND_SERVICES),
            expense("503", TreasuryExpense.CAPITAL),
            expense("504", TreasuryExpense.CAPITAL),
            expense("505", TreasuryExpense.INSTITUTIONS),
            expense("506", TreasuryExpense.CAPITAL),
            expense("507", TreasuryExpense.ENTERPRISES),
            expense("509", TreasuryExpense.HOUSEHOLDS),
            expense("510", TreasuryExpense.SOCIAL_SECURITY),
            expense("511", TreasuryExpense.INTEREST),
            expense("599", TreasuryExpense.OTHER)));

    static final ByPrefix<FundBook> FUND_BOOKS = ByPrefix.of(ImmutableList.of(
            new Row<>("11", FundBook.GENERAL, FUNDS),
            new Row<>("12", FundBook.GOVERNMENT_FUND, FUNDS),
            new Row<>("13", FundBook.STATE_CAPITAL, FUNDS),
            new Row<>("2", FundBook.SPECIAL_ACCOUNT, FUNDS),
            new Row<>("3", FundBook.AGENCY, FUNDS)));

    static final ImmutableMap<String, ImmutableSet<String>> PAYER_KINDS = ImmutableMap.of(
            PaymentChannel.SPECIAL_ACCOUNT.name(), ImmutableSet.of("31"),
            PaymentChannel.AGENCY_FUNDS.name(), ImmutableSet.of("41", "42", "43"),
            PaymentChannel.ALLOCATION.name(), ImmutableSet.of("11"));

    private PaymentFacets() {}

    private static Row<PaymentNature> nature(String prefix, PaymentNature nature) {
        return new Row<>(prefix, nature, CLASSIFICATION);
    }

    private static Row<TreasuryExpense> expense(String prefix, TreasuryExpense expense) {
        return new Row<>(prefix, expense, TREASURY);
    }
}
