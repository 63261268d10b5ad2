package org.fiscalloop.decision;

import com.google.common.collect.ImmutableList;

/** The smallest valid reasons, refusals and controls. */
final class DecisionFixtures {

    static final Source SOURCE = Source.certain("预算法 第13条");

    static final Reason OVER = new Reason(
            "payment.over-allotment",
            "Over the allotment",
            "超指标支付",
            "asked {asked}, available {available}",
            "可用 {available}，申请 {asked}",
            SOURCE);

    private DecisionFixtures() {}

    static Reason reason(String code) {
        return new Reason(code, "Title of " + code, code + " 标题", "Text of " + code, code + " 内容", SOURCE);
    }

    static Refusal refusal(String code) {
        return Refusal.of(reason(code), Facts.none());
    }

    /** A control that is violated once for each time that its code is in the case. */
    static Control<ImmutableList<String>> mentions(String code, Severity severity) {
        return Control.adjustable(
                reason(code),
                severity,
                mentioned -> mentioned.stream()
                        .filter(code::equals)
                        .map(each -> Facts.of("mentioned", Fact.text(each)).map())
                        .collect(ImmutableList.toImmutableList()));
    }
}
