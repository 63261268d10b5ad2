package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.decision.Source;

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

    /** Which of the government's budgets a fund belongs to (四本预算), as far as the treasury's books keep it. */
    public enum FundBook {
        /** 一般公共预算. */
        GENERAL,
        /** 政府性基金预算. */
        GOVERNMENT_FUND,
        /** 国有资本经营预算. */
        STATE_CAPITAL,
        /** Not paid from the treasury's single account (国库单一账户). */
        OTHER
    }

    /** The treasury's expense (拨款费用), as the government economic code tells. */
    public enum TreasuryExpense {
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

    /**
     * What the codes of one tree mean, by the longest prefix that has a row.
     *
     * @param rows each prefix once, not blank
     */
    public record ByPrefix<E extends Enum<E>>(ImmutableList<Row<E>> rows, ImmutableMap<String, E> byPrefix) {
        /** The meaning of these rows; two rows of one prefix are a broken argument. */
        public static <E extends Enum<E>> ByPrefix<E> of(ImmutableList<Row<E>> rows) {
            ImmutableMap.Builder<String, E> byPrefix = ImmutableMap.builder();
            for (Row<E> row : rows) {
                byPrefix.put(row.prefix(), row.meaning());
            }
            return new ByPrefix<>(rows, byPrefix.buildOrThrow());
        }

        /** What a code means, if a row says so. */
        public Optional<E> find(String code) {
            for (int length = code.length(); length > 0; length--) {
                E meaning = byPrefix.get(code.substring(0, length));
                if (meaning != null) {
                    return Optional.of(meaning);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One row: what every code means that begins so and for which no longer prefix has a row.
     *
     * @param prefix the beginning of the codes
     * @param meaning what they mean
     * @param source where that comes from
     */
    public record Row<E extends Enum<E>>(String prefix, E meaning, Source source) {
        public Row {
            if (prefix.isBlank()) {
                throw new IllegalArgumentException("prefix must not be blank: " + meaning);
            }
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
            new Row<>("13", FundBook.STATE_CAPITAL, FUNDS)));

    private PaymentFacets() {}

    private static Row<PaymentNature> nature(String prefix, PaymentNature nature) {
        return new Row<>(prefix, nature, CLASSIFICATION);
    }

    private static Row<TreasuryExpense> expense(String prefix, TreasuryExpense expense) {
        return new Row<>(prefix, expense, TREASURY);
    }
}
