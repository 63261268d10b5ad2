package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.ByPrefix.Row;
import org.immutables.value.Value;

/** The rules of revenue and wages in force: the tables of their lives, how severe each control is, what codes mean. */
@Value.Immutable
public interface RevenueRules {
    /** The table of the life of a receipt of income. */
    @Value.Default
    default Lifecycle<RevenueState, RevenueAction> incomeLifecycle() {
        return RevenueLifecycle.INCOME;
    }

    /** The table of the life of an accrual of wages. */
    @Value.Default
    default Lifecycle<RevenueState, RevenueAction> accrualLifecycle() {
        return RevenueLifecycle.ACCRUAL;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /**
     * What income codes (收入分类科目) say of the kind of revenue; a code without a row is not booked from a day report.
     *
     * <p>Source: 政府收支分类科目, 101 and 103. Social insurance, transfers and debt (102, 110, 105) have events of their own.
     */
    @Value.Default
    default ByPrefix<RevenueKind> kinds() {
        Source source = Source.certain("政府收支分类科目: 101 税收收入, 103 非税收入");
        return ByPrefix.of(ImmutableList.of(
                new Row<>("101", RevenueKind.TAX, source), new Row<>("103", RevenueKind.NON_TAX, source)));
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<RevenueAction, RevenueControls.Accruing> controls() {
        return RevenueControls.NATIONAL.withSeverities(severities());
    }
}
