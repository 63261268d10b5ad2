package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.project.ProjectMeasure;

/** The nation's limits on what budget lines take. */
final class BudgetLimits {
    /** No project is budgeted beyond its reserve. */
    static final LimitRule OVER_RESERVE = new LimitRule(
            new Reason(
                    "project.over-reserve",
                    "More than is left of the project's reserve",
                    "超过项目剩余额度",
                    "project {project} has {available} left in reserve ({formula}), asked {asked}, short by {short-by}",
                    "项目 {project} 剩余额度 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    Source.certain("财办〔2020〕13号: 项目剩余额度 = 储备总额 - 已安排预算; 追加须有项目余额")),
            ImmutableList.of(new LimitRule.Term(1, ProjectMeasure.OPEN.code())),
            ImmutableList.of(Dimensions.PROJECT),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD);

    private BudgetLimits() {}
}
