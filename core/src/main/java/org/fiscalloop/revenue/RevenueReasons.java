package org.fiscalloop.revenue;

import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Source;

/** Why what is told of income is listed, or waits. */
final class RevenueReasons {
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason REPORTED_TWICE = listing(
            "revenue.reported-twice",
            "The number is recorded already, with other content",
            "编号已登记, 内容不同",
            "receipt {receipt} of {given} is recorded already with {allowed}",
            "收入 {receipt} 金额 {given}, 已登记金额 {allowed}");

    static final Reason UNKNOWN_INCOME = listing(
            "revenue.unknown-income-code",
            "The income code is not one of treasury revenue",
            "收入分类科目不可用",
            "income code {code} of {amount}: {problem}",
            "收入分类科目 {code} 金额 {amount}: {problem}");

    static final Reason FUND_NOT_TREASURY = listing(
            "revenue.fund-not-treasury",
            "The fund is not kept in the treasury",
            "资金性质不属国库收入",
            "fund {fund} of {amount} is not kept in the treasury",
            "资金性质 {fund} 金额 {amount} 不属国库收入");

    static final Reason NOT_POSITIVE = listing(
            "revenue.income-not-positive",
            "The income is not above zero",
            "收入金额须大于零",
            "{amount} under {code} is not above zero; a refund of revenue is told as such",
            "{code} 金额 {amount} 须大于零; 退库另行通知");

    static final Reason UNKNOWN_AGENCY = listing(
            "revenue.unknown-agency",
            "The agency is not registered",
            "单位未登记",
            "agency {agency} is not registered in division {division}; {amount} arrived for it",
            "单位 {agency} 未在区划 {division} 登记; 到账 {amount}");

    static final Reason UNKNOWN_ACCOUNT = listing(
            "revenue.unknown-account",
            "The account is not one of the agency",
            "账户不属于该单位",
            "account {account} is not registered as one of agency {agency}; {amount} arrived on it",
            "账户 {account} 未登记为单位 {agency} 的账户; 到账 {amount}");

    static final Reason ZERO_BALANCE = listing(
            "revenue.zero-balance-account",
            "A zero-balance account takes in no income",
            "零余额账户不得办理收入",
            "{amount} for agency {agency} is told to have arrived on {account}, a zero-balance account",
            "单位 {agency} 到账 {amount}, 账户 {account} 为零余额账户");

    static final Reason UNKNOWN_FUNCTION = listing(
            "revenue.unknown-function",
            "The function that the income is for may not stand in the books",
            "支出功能分类科目不可用",
            "function {function} of {amount} for agency {agency}: {problem}",
            "单位 {agency} 到账 {amount}, 支出功能分类科目 {function}: {problem}");

    static final Reason OTHER_YEAR = listing(
            "revenue.received-in-another-year",
            "The income is of another fiscal year",
            "到账日期不在预算年度内",
            "receipt {receipt} is of {on}, the notice is for fiscal year {year}",
            "收入 {receipt} 到账日 {on}, 通知所属年度 {year}");

    static final Reason TOTAL_DIFFERS = listing(
            "revenue.total-differs",
            "The lines are not the total of the report",
            "明细合计与总额不符",
            "the lines of report {report} are {given}, its total is {allowed}",
            "日报 {report} 明细合计 {given}, 总额 {allowed}");

    static final Reason DAY_REPORTED = listing(
            "revenue.day-reported-already",
            "The day is reported already under another number",
            "当日已有日报, 编号不同",
            "{on} is reported by {allowed} with {booked}; {report} says {given} and corrects nothing",
            "{on} 已有日报 {allowed} 金额 {booked}; 日报 {report} 金额 {given}, 未说明更正何日报");

    static final Reason CORRECTS_ANOTHER = listing(
            "revenue.corrects-another",
            "The report that is corrected is not in force",
            "所更正的日报并非现行日报",
            "report {report} corrects {given}; in force for {on} is {allowed}",
            "日报 {report} 更正 {given}; {on} 现行日报为 {allowed}");

    static final Reason NOTHING_TO_CORRECT = new Reason(
            "revenue.nothing-to-correct",
            "The report that is corrected has not come yet",
            "被更正的日报尚未到达",
            "report {report} corrects {given} of {on}, which has not come; it waits",
            "日报 {report} 更正 {on} 的日报 {given}, 该日报尚未到达; 待其到达时入账",
            Source.own("notices may arrive before what they are about"));

    static final Reason UNKNOWN_LEVEL = listing(
            "revenue.unknown-level",
            "The budget level is none",
            "预算级次不可用",
            "{level} is no budget level; {amount} under {code} is of one of {allowed}",
            "预算级次 {level} 不存在; {code} 金额 {amount} 可用级次 {allowed}");

    static final Reason NOT_SHARED = listing(
            "revenue.not-shared",
            "How levels share it is not known",
            "共享比例未定",
            "{amount} under {code} is shared between levels; {problem}",
            "{code} 金额 {amount} 为共享收入; {problem}");

    static final Reason NOT_BY_ITSELF = new Reason(
            "revenue.not-by-itself",
            "This does not happen to the document by itself",
            "不可单独操作",
            "{action} of {document} happens only by notice of treasury or bank",
            "{document} 的 {action} 只能随国库或银行通知发生",
            Source.own("what treasury and banks do is told, not asked"));

    static final Reason PLACED_TWICE = listing(
            "revenue.placed-twice",
            "The placement is recorded already, with other content",
            "现金管理操作已登记, 内容不同",
            "placement {placement} of {given} is recorded already with {allowed}",
            "现金管理 {placement} 金额 {given}, 已登记金额 {allowed}");

    static final Reason NOT_PLACED = new Reason(
            "revenue.not-placed",
            "The placement is not recorded yet",
            "现金管理操作尚未登记",
            "{given} comes back of placement {placement}, which has not been told of; it waits",
            "现金管理 {placement} 收回 {given}, 该操作尚未登记; 待其登记时入账",
            Source.own("notices may arrive before what they are about"));

    static final Reason RETURN_DIFFERS = listing(
            "revenue.return-differs",
            "Another principal comes back than was placed",
            "收回本金与存放本金不符",
            "principal {given} comes back of placement {placement}, which is of {allowed}",
            "现金管理 {placement} 收回本金 {given}, 存放本金 {allowed}");

    static final Reason RETURNED_TWICE = listing(
            "revenue.returned-twice",
            "The placement has come back already",
            "现金管理资金已收回",
            "placement {placement} came back by {allowed}; {given} says that it comes back again",
            "现金管理 {placement} 已由 {allowed} 收回; {given} 又称收回");

    static final Reasons REASONS = Reasons.of(
            REPORTED_TWICE,
            UNKNOWN_INCOME,
            FUND_NOT_TREASURY,
            NOT_POSITIVE,
            UNKNOWN_AGENCY,
            UNKNOWN_ACCOUNT,
            ZERO_BALANCE,
            UNKNOWN_FUNCTION,
            OTHER_YEAR,
            TOTAL_DIFFERS,
            DAY_REPORTED,
            CORRECTS_ANOTHER,
            NOTHING_TO_CORRECT,
            UNKNOWN_LEVEL,
            NOT_SHARED,
            NOT_BY_ITSELF,
            PLACED_TWICE,
            NOT_PLACED,
            RETURN_DIFFERS,
            RETURNED_TWICE);

    private RevenueReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }
}
