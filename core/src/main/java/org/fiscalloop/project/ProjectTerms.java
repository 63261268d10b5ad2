package org.fiscalloop.project;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.masterdata.ProjectCode;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What is filled in on a project (PM_PROJECT_INFO 项目基本信息).
 *
 * <p>Amounts are yuan. The fiscal year is the year it was set up (SETUP_YEAR).
 */
@Value.Immutable
public interface ProjectTerms extends Terms {
    /**
     * Project code (PRO_CODE 项目代码), the same over the whole life: six digits of the division that set it up, two of the
     * year, and thirteen digits or capital letters.
     */
    ProjectCode code();

    /** Name (PRO_NAME 项目名称). */
    String name();

    /** Project category (PRO_CAT_CODE 项目类别, VD09001): 1 personnel, 21 public funds, 22 other running, 3 specific. */
    String category();

    /** Code of the project it was divided from (PARENT_PRO_CODE). */
    Optional<ProjectCode> parent();

    /** Whether it has been divided: then its parts are budgeted, not it. */
    @Value.Default
    default boolean isDivided() {
        return false;
    }

    /** Total over all its years (PRO_TOTAL_AMT 项目总额). */
    Money total();

    /** The plan by year (分年支出计划), in yuan; its years are those in which the project may be budgeted. */
    @Value.NaturalOrder
    ImmutableSortedMap<Integer, Money> slices();

    /** How the total is estimated (测算明细). */
    ImmutableList<Estimate> estimates();

    /** The performance goal (绩效目标). */
    Optional<String> performanceGoal();

    /** The performance indicators (绩效指标) by which the goal is measured. */
    ImmutableList<String> performanceIndicators();

    /** Whether it sets up a new major policy or project (新增重大政策和项目). */
    @Value.Default
    default boolean isNewMajorPolicy() {
        return false;
    }

    /** Whether it is a research project (IS_SCIENTIFIC 是否科研项目); what is left of one may be carried over again. */
    @Value.Default
    default boolean isResearch() {
        return false;
    }

    /** Whether it is capital construction (IS_CAPTIAL_CONS_PRO 是否基建项目); what is left of one may be carried over again. */
    @Value.Default
    default boolean isConstruction() {
        return false;
    }

    /** Reference of the evaluation made beforehand (事前绩效评估). */
    Optional<String> preEvaluation();

    /** Values of the extra elements (扩展要素) that the division has declared, by their code. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> extra();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** Names must say something and amounts must not be negative. */
    @Value.Check
    default void check() {
        if (name().isBlank()) {
            throw new IllegalArgumentException("name of project " + code() + " must not be blank");
        }
        if (total().isNegative() || slices().values().stream().anyMatch(Money::isNegative)) {
            throw new IllegalArgumentException("amounts of project " + code() + " must not be negative");
        }
    }

    /** The last year in which it may be budgeted, or the year it was set up if it has no plan. */
    default int lastYear() {
        return slices().isEmpty() ? fiscalYear() : slices().lastKey();
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }
}
