package org.fiscalloop.project;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of projects in force: the table of their life, who reviews, how severe each control is, and policies. */
@Value.Immutable
public interface ProjectRules {
    /** The table of a project's life. */
    @Value.Default
    default Lifecycle<ProjectState, ProjectAction> lifecycle() {
        return ProjectLifecycle.NATIONAL;
    }

    /** The posts through which each review phase passes. */
    @Value.Default
    default ReviewChains reviews() {
        return ProjectLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /**
     * Project categories (项目类别) whose amount is measured from standards, and which enter the reserve by confirmation.
     * Source: 财办〔2020〕13号; nationally 1 人员类 and 21 公用经费.
     */
    @Value.Default
    default ImmutableSet<String> measuredCategories() {
        return ImmutableSet.of("1", "21");
    }

    /** The kind of spending that a project category is, by the longest prefix; a category without a row is project expenditure. */
    @Value.Default
    default ImmutableMap<String, SpendingKind> spendingKinds() {
        return ImmutableMap.of("1", SpendingKind.PERSONNEL, "21", SpendingKind.OPERATING);
    }

    /** The kind of spending that a project is. */
    default SpendingKind spendingKind(String category) {
        for (int length = category.length(); length > 0; length--) {
            SpendingKind kind = spendingKinds().get(category.substring(0, length));
            if (kind != null) {
                return kind;
            }
        }
        return SpendingKind.PROJECT;
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<ProjectAction, ProjectCase> controls() {
        return ProjectControls.NATIONAL.withSeverities(severities());
    }
}
