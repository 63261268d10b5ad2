package org.fiscalloop.agencyincome;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why what a bank tells of an arrival is listed. */
final class AgencyIncomeReasons {
    /** 请对方更正后重发: the bank corrects and sends again, under a number of its own. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 登记后重发: the register is completed, and it is sent again. */
    static final String COMPLETE_REGISTER = "complete-register";

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason TOLD_TWICE = listing(
            "agency-income.told-twice",
            "The serial number is recorded already, with other content",
            "流水号已登记, 内容不同",
            "arrival {income} of {given} is recorded already with {allowed}",
            "到账 {income} 金额 {given}, 已登记金额 {allowed}");

    static final Reason NOT_ARRIVED = listing(
            "agency-income.not-arrived",
            "Nothing arrived",
            "到账金额须大于零",
            "arrival {income} is {given}, which is not above zero",
            "到账 {income} 金额 {given} 须大于零");

    static final Reason UNKNOWN_ACCOUNT = listing(
            "agency-income.unknown-account",
            "The account is not one of the agency that takes in money",
            "账户不属于该单位或不得办理收入",
            "{given} for agency {agency} arrived on {account}, which is not registered as an account of it that takes in money",
            "单位 {agency} 到账 {given}, 账户 {account} 未登记为该单位可办理收入的账户");

    static final Reason OTHER_YEAR = listing(
            "agency-income.arrived-in-another-year",
            "It arrived in another fiscal year",
            "到账日期不在预算年度内",
            "arrival {income} is of {on}, the notice is for fiscal year {year}",
            "到账 {income} 日期 {on}, 通知所属年度 {year}");

    static final Reasons ALL = Reasons.of(TOLD_TWICE, NOT_ARRIVED, UNKNOWN_ACCOUNT, OTHER_YEAR);

    private AgencyIncomeReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }
}
