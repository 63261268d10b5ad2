package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.LimitRule.Term;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/** Why what is told of a debt waits or is listed, and the limits. */
final class DebtReasons {
    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");
    private static final Source LIMIT = Source.certain("《预算法》 art. 35; 《预算法实施条例》 (2020) art. 43, 44: 债务余额不得超过限额");

    static final Reason WAITING = listing(
            "debt.waiting",
            "The notice waits for its document",
            "通知等待单据",
            "{document} is {state}; the notice is booked when it is {allowed}",
            "{document} 处于 {state}; 待其为 {allowed} 时记账");

    static final Reason WAITS_FOR_ROOM = new Reason(
            "debt.waits-for-limit",
            "The debt limit has no room for what was lent on",
            "转贷款超出债务限额",
            "{document} of {given} has come; the limit of {kind} debt has room for {available}",
            "转贷款 {document} 到账 {given}; {kind} 债务限额余量 {available}",
            LIMIT);

    static final Reason WAITS_FOR_BORROWERS = listing(
            "debt.waits-for-borrowers",
            "The division's own part of the principal is less than was repaid",
            "还本金额超过自身应还部分",
            "of {document} {given} is repaid; borrowers still owe {lent}, so that {allowed} of it can be booked",
            "{document} 还本 {given}; 转贷未收回 {lent}, 可记账 {allowed}");

    static final Reason VOIDED = listing(
            "debt.voided",
            "The bond was given up",
            "债券已作废",
            "bond {document} was given up; {given} has come for it",
            "债券 {document} 已作废; 到账 {given}");

    static final Reason TOLD_OTHERWISE = listing(
            "debt.told-otherwise",
            "The number is recorded already, with other content",
            "编号已登记, 内容不同",
            "{document}: notice {serial} says {given}, recorded is {allowed}",
            "{document} 通知 {serial} 内容 {given}, 已登记 {allowed}");

    static final Reason OVER_PLAN = listing(
            "debt.over-plan",
            "The principal is not what was approved",
            "发行额与批准额不符",
            "of bond {document} {given} was sold; approved is {allowed}",
            "债券 {document} 发行 {given}; 批准 {allowed}");

    static final Reason OTHER_INSTALMENT = listing(
            "debt.other-instalment",
            "The interest is not the instalment that is due",
            "付息金额与应付利息不符",
            "of {document} {given} of interest was paid; the next instalment is {allowed}",
            "{document} 付息 {given}; 下一期应付利息 {allowed}");

    static final Reason OVER_PRINCIPAL = listing(
            "debt.over-principal",
            "More principal is told than is owed",
            "还本金额大于债务余额",
            "of {document} {given} of principal is told; owed is {allowed}",
            "{document} 本金 {given}; 余额 {allowed}");

    static final Reason BEFORE_ISSUE = listing(
            "debt.before-issue",
            "It is dated before the debt was received",
            "日期早于到账日",
            "{document}: {on} is before {since}, when it was received",
            "{document}: {on} 早于到账日 {since}");

    static final Reason FUND_OF_NO_KIND = listing(
            "debt.on-lent-fund",
            "The fund is not of the kind of debt",
            "资金性质与债务类型不符",
            "{document} of {given} is told as {kind} debt of fund {fund}; its funds are {allowed}",
            "{document} 金额 {given} 债务类型 {kind} 资金性质 {fund}; 可用 {allowed}");

    static final Reason LENDER_NOT_ABOVE = listing(
            "debt.lender-not-above",
            "What was lent on comes from no division above",
            "转贷方不是上级区划",
            "{document} of {given} is told to come from {lender}; above {division} are {allowed}",
            "{document} 金额 {given} 转贷方 {lender}; {division} 的上级为 {allowed}");

    static final Reason REFINANCES_OTHERWISE = listing(
            "debt.on-lent-refinances",
            "What was lent on does not repay exactly what it names",
            "转贷再融资金额与原债务本金不符",
            "{document} of {given} is told for {use} and names principal of {named} to be repaid, each debt once",
            "{document} 金额 {given} 用途 {use}, 对应原债务本金 {named}, 每笔原债务只列一次");

    static final Reason NOT_REFINANCED_SO = listing(
            "debt.on-lent-not-refinanced",
            "What was lent on repays principal that is not owed",
            "转贷再融资对应的原债务无可再融资本金",
            "{document} is told to repay {asked} of {debt}; owed and not refinanced is {allowed}",
            "{document} 偿还原债务 {debt} 本金 {asked}; 可再融资本金 {allowed}");

    static final Reason NOT_BY_ITSELF = new Reason(
            "debt.not-by-itself",
            "It happens by notice",
            "由通知办理",
            "{action} of {document} is told by notice; nobody asks for it",
            "{document} 的 {action} 由通知办理, 不得直接操作",
            Source.own("what has happened elsewhere comes by notice"));

    static final Reasons ALL = Reasons.of(
            NOT_BY_ITSELF,
            WAITING,
            WAITS_FOR_ROOM,
            WAITS_FOR_BORROWERS,
            VOIDED,
            TOLD_OTHERWISE,
            OVER_PLAN,
            OTHER_INSTALMENT,
            OVER_PRINCIPAL,
            BEFORE_ISSUE,
            FUND_OF_NO_KIND,
            LENDER_NOT_ABOVE,
            REFINANCES_OTHERWISE,
            NOT_REFINANCED_SO);

    static final ImmutableList<LimitRule> LIMITS = ImmutableList.of(
            overLimit(DebtKind.GENERAL, "debt.over-general-limit", "general", "一般"),
            overLimit(DebtKind.SPECIAL, "debt.over-special-limit", "special", "专项"),
            limit(
                    new Reason(
                            "debt.over-bond",
                            "More is lent on than the bond brought",
                            "转贷金额超过债券发行额",
                            "of bond {document} {available} can be lent on; {asked} is {short-by} too much",
                            "债券 {document} 可转贷 {available}; 转贷 {asked}, 超出 {short-by}",
                            Source.own("a yuan of a bond is lent on once")),
                    Dimensions.DOCUMENT,
                    new Term(1, DebtMeasure.TO_LEND.code())));

    private DebtReasons() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    private static LimitRule overLimit(DebtKind kind, String code, String name, String nameZh) {
        return limit(
                new Reason(
                        code,
                        "More " + name + " debt than the limit",
                        "超" + nameZh + "债务限额",
                        "the limit of " + name
                                + " debt of {division} has room for {available} ({formula}); asked is {asked},"
                                + " short by {short-by}",
                        "{division} " + nameZh + "债务限额余量 {available} ({formula}); 申请 {asked}, 超出 {short-by}",
                        LIMIT),
                Dimensions.DIVISION,
                new Term(1, DebtMeasure.limit(kind).code()),
                new Term(1, DebtMeasure.refinanced(kind).code()),
                new Term(-1, DebtMeasure.approved(kind).code()),
                new Term(-1, DebtMeasure.outstanding(kind).code()));
    }

    private static LimitRule limit(Reason reason, Dimension by, Term... terms) {
        return new LimitRule(
                reason,
                ImmutableList.copyOf(terms),
                ImmutableList.of(by),
                Span.CUMULATIVE,
                ImmutableSet.of(Severity.HARD),
                Severity.HARD);
    }
}
