package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import org.fiscalloop.flow.RuleSet;

/**
 * What codes of the coding block say for the treasury's books. The rules of payments have the tables; whatever is booked
 * to the treasury without a payment reads the same ones.
 */
public interface TreasuryCodes {
    /** Where they stand among the rules in force. */
    RuleSet.Key<TreasuryCodes> KEY = new RuleSet.Key<>("treasury-codes", TreasuryCodes.class);

    /** Which budget a fund (资金性质) belongs to; one without a row belongs to none of them. */
    ByPrefix<FundBook> fundBooks();

    /** The book of a fund. */
    default FundBook book(String fund) {
        return fundBooks().find(fund).orElse(FundBook.OTHER);
    }

    /** How the codes of the funds begin that are paid from the treasury's single account. */
    default ImmutableSet<String> fundsOfTreasury() {
        return ImmutableSet.copyOf(Maps.filterValues(fundBooks().byPrefix(), FundBook::isOfTreasury)
                .keySet());
    }

    /** What government economic codes (政府支出经济分类) say of the treasury's expense; one without a row is not payable. */
    ByPrefix<TreasuryExpense> treasuryExpenses();

    /** Which of the government's budgets a fund belongs to (四本预算), or which other money it is. */
    enum FundBook {
        /** 一般公共预算. */
        GENERAL,
        /** 政府性基金预算. */
        GOVERNMENT_FUND,
        /** 国有资本经营预算. */
        STATE_CAPITAL,
        /** Of none of them: known funds that no budget of the division's keeps, such as those of social insurance. */
        OTHER,
        /** 财政专户管理资金: kept in the fiscal special account. */
        SPECIAL_ACCOUNT,
        /** 单位资金: kept in the agency's own bank account. */
        AGENCY;

        /** Whether it is kept in the treasury's single account (国库单一账户) and paid from it. */
        public boolean isOfTreasury() {
            return this == GENERAL || this == GOVERNMENT_FUND || this == STATE_CAPITAL;
        }
    }

    /** The treasury's expense (拨款费用), as the government economic code tells. */
    enum TreasuryExpense {
        /** 政府机关商品和服务拨款费用. */
        GOODS_AND_SERVICES,
        /** 政府机关工资福利拨款费用. */
        WAGES,
        /** 对事业单位补助拨款费用. */
        INSTITUTIONS,
        /** 对企业补助拨款费用. */
        ENTERPRISES,
        /** 对个人和家庭补助拨款费用. */
        HOUSEHOLDS,
        /** 对社会保障基金补助拨款费用. */
        SOCIAL_SECURITY,
        /** 资本性拨款费用. */
        CAPITAL,
        /** 财务费用. */
        INTEREST,
        /** 其他拨款费用. */
        OTHER
    }
}
