package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.Optional;

/** A type of electronic voucher (凭证类型, VtCode). */
public enum EVoucherType {
    /** 财政直接支付凭证: an order to pay from finance's zero-balance account, before the integrated systems. */
    DIRECT_PAYMENT("5201", "财政直接支付凭证", Family.ORDER),
    /** 财政授权支付凭证: an order to pay from an agency's zero-balance account, before the integrated systems. */
    AUTHORISED_PAYMENT("8202", "财政授权支付凭证", Family.ORDER),
    /** 国库集中支付凭证: the one order to pay of the integrated systems. */
    TREASURY_PAYMENT("5214", "国库集中支付凭证", Family.ORDER),
    /** 实拨拨款凭证: an order to the treasury to hand money over. */
    ALLOCATION("5207", "实拨拨款凭证", Family.ALLOCATION),
    /** 直接支付清算额度通知单: up to which amount direct payments are cleared. */
    DIRECT_QUOTA("5108", "财政直接支付汇总清算额度通知单", Family.QUOTA),
    /** 授权支付清算额度通知单: up to which amount authorised payments are cleared. */
    AUTHORISED_QUOTA("5106", "财政授权支付汇总清算额度通知单", Family.QUOTA),
    /** 申请划款凭证: the agent bank asks the treasury for what it has paid; its receipt clears it. */
    CLEARING("2301", "申请划款凭证", Family.CLEARING),
    /** 申请退款凭证: the agent bank gives the treasury back what came back to it. */
    CLEARING_REFUND("2302", "申请退款凭证", Family.CLEARING),
    /** 收款银行退款通知: the payee's bank has sent money back. */
    BANK_RETURN("2252", "收款银行退款通知", Family.RETURN),
    /** 实拨资金退回通知: money that was handed over has come back to the treasury. */
    ALLOCATION_RETURN("3208", "实拨资金退款通知", Family.RETURN),
    /** 收入日报: what the treasury has received on a day. */
    REVENUE_REPORT("3401", "收入日报", Family.REVENUE),
    /** 库存日报: what stood in the treasury's accounts on a day. */
    STOCK_REPORT("3402", "库存日报", Family.STOCK);

    /** What kinds of content there are, each with its own value. */
    public enum Family {
        /** 支付凭证: {@link EVoucherContent.PaymentOrder}. */
        ORDER,
        /** 拨款凭证: {@link EVoucherContent.Allocation}. */
        ALLOCATION,
        /** 清算额度: {@link EVoucherContent.Quota}. */
        QUOTA,
        /** 划款和退款: {@link EVoucherContent.Clearing}. */
        CLEARING,
        /** 退回通知: {@link EVoucherContent.Return}. */
        RETURN,
        /** 收入日报: {@link EVoucherContent.RevenueReport}. */
        REVENUE,
        /** 库存日报: {@link EVoucherContent.StockReport}. */
        STOCK
    }

    private static final ImmutableMap<String, EVoucherType> BY_CODE =
            Maps.uniqueIndex(Arrays.asList(values()), EVoucherType::code);

    private final String code;
    private final String chinese;
    private final Family family;

    EVoucherType(String code, String chinese, Family family) {
        this.code = code;
        this.chinese = chinese;
        this.family = family;
    }

    /** The four digits that a message carries, such as {@code 5214}. */
    public String code() {
        return code;
    }

    /** Its name in 中文. */
    public String chinese() {
        return chinese;
    }

    /** What its content is. */
    public Family family() {
        return family;
    }

    /** The type with these digits, if the library knows it. */
    public static Optional<EVoucherType> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The digits of all types, in order of declaration. */
    static ImmutableMap<String, EVoucherType> all() {
        return BY_CODE;
    }
}
