package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.Comparator;
import java.util.Optional;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of bills and refunds in force: the tables of their lives, who reviews, severities, limits, and what being late costs. */
@Value.Immutable
public interface CollectionRules {
    /** The table of a bill's life. */
    @Value.Default
    default Lifecycle<BillState, BillAction> billLifecycle() {
        return CollectionLifecycle.BILL;
    }

    /** The table of a refund's life. */
    @Value.Default
    default Lifecycle<RefundState, RefundAction> refundLifecycle() {
        return CollectionLifecycle.REFUND;
    }

    /** The posts through which each review phase passes; nationally one, of the treasury office. */
    @Value.Default
    default ReviewChains reviews() {
        return CollectionLifecycle.REVIEWS;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What refunds are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return ImmutableList.of(CollectionReasons.OVER_PAID);
    }

    /**
     * What being late costs, by income code; a code without a row costs nothing.
     *
     * <p>Source: 《行政处罚法》 (2021) art. 72 for fines. What other fees cost differs by the law each goes by.
     */
    @Value.Default
    default ImmutableList<LateFee> lateFees() {
        return ImmutableList.of(new LateFee(
                "10305", 300, 10_000, Source.certain("《行政处罚法》 (2021) art. 72: 每日按罚款数额的百分之三加处罚款, 加处罚款的数额不得超出罚款的数额")));
    }

    /** What being late costs for a code, by the longest beginning that has a row. */
    default Optional<LateFee> lateFee(String income) {
        return lateFees().stream()
                .filter(fee -> income.startsWith(fee.code()))
                .max(Comparator.comparingInt(fee -> fee.code().length()));
    }

    /** The controls of bills with the severities in force. */
    @Value.Derived
    default ControlTable<BillAction, BillControls.Billing> billControls() {
        return BillControls.NATIONAL.withSeverities(of(BillControls.NATIONAL.reasons()));
    }

    /** The controls of refunds with the severities in force. */
    @Value.Derived
    default ControlTable<RefundAction, RefundControls.Refunding> refundControls() {
        return RefundControls.NATIONAL.withSeverities(of(RefundControls.NATIONAL.reasons()));
    }

    /** A severity must be that of a control. */
    @Value.Check
    default void check() {
        ImmutableSet<String> codes = Sets.union(
                        BillControls.NATIONAL.reasons().byCode().keySet(),
                        RefundControls.NATIONAL.reasons().byCode().keySet())
                .immutableCopy();
        if (!codes.containsAll(severities().keySet())) {
            throw new IllegalArgumentException(
                    "no control has the code " + Sets.difference(severities().keySet(), codes));
        }
    }

    private ImmutableMap<String, Severity> of(Reasons reasons) {
        return ImmutableMap.copyOf(
                Maps.filterKeys(severities(), code -> reasons.find(code).isPresent()));
    }
}
