package org.fiscalloop.payment.kinds;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Source;

/**
 * A kind of payment (支付方式, PAY_TYPE_CODE).
 *
 * @param code its code; one that begins with 2 is 实拨 or a kind of it
 * @param name its name
 * @param nameZh its name in 中文
 * @param isOpen whether requests of it may be made
 * @param route who has the last word before its voucher is made
 * @param order type of the electronic voucher (VtCode) that orders it, such as 5214
 * @param payers kinds of zero-balance account (账户类别) it is paid from; all there are where none is named, and not asked where it
 *     is paid from no zero-balance account
 * @param source where it comes from
 */
public record PaymentKind(
        String code,
        String name,
        String nameZh,
        boolean isOpen,
        Route route,
        String order,
        ImmutableSet<String> payers,
        Source source) {
    /** 国库集中支付, where nothing else is said. */
    public static final String TREASURY = "1";

    /** 实拨, and what the codes of its kinds begin with. */
    public static final String ALLOCATION = "2";

    /** The order of the integrated systems (国库集中支付凭证). */
    public static final String TREASURY_ORDER = "5214";

    /** Who has the last word before a voucher is made (支付渠道审核). */
    public enum Route {
        /** 单位: the agency, but for what {@link FinanceReview} says. */
        AGENCY,
        /** 财政: finance reviews every request. */
        FINANCE
    }

    /** The kinds of the nation: one, and the legacy two that a place may still open. */
    public static final ImmutableList<PaymentKind> NATIONAL = ImmutableList.of(
            new PaymentKind(
                    TREASURY,
                    "treasury payment",
                    "国库集中支付",
                    true,
                    Route.AGENCY,
                    TREASURY_ORDER,
                    ImmutableSet.of(),
                    Source.certain("财库〔2022〕5号: one 国库集中支付凭证 instead of 直接 and 授权; PAY_TYPE_CODE 1")),
            new PaymentKind(
                    "11",
                    "direct payment by finance",
                    "财政直接支付",
                    false,
                    Route.FINANCE,
                    "5201",
                    ImmutableSet.of("22"),
                    Source.uncertain(
                            "before the integrated systems: paid by finance from its zero-balance account; the code is ours")),
            new PaymentKind(
                    "12",
                    "payment authorised by finance",
                    "财政授权支付",
                    false,
                    Route.AGENCY,
                    "8202",
                    ImmutableSet.of("21"),
                    Source.uncertain(
                            "before the integrated systems: paid by the agency from its zero-balance account; the code is ours")),
            new PaymentKind(
                    ALLOCATION,
                    "allocation",
                    "实拨",
                    true,
                    Route.AGENCY,
                    "5207",
                    ImmutableSet.of(),
                    Source.certain("PAY_TYPE_CODE 2 实拨: to somebody who is no agency")));
}
