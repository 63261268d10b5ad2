package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableSortedMap;
import java.time.Month;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What stands on a cash plan (PAY_PLAN_VOUCHER 用款计划): one allotment, one month, how much. Its coding block is that of the
 * allotment. Amounts are yuan.
 */
@Value.Immutable
public interface CashPlanTerms extends Terms {
    /** The allotment (BGT_ID 指标) that is to be paid from. */
    Id<Allotment> allotment();

    /** The month (PLAN_MONTH 计划月份) of the fiscal year from which on it may be paid. */
    Month month();

    /** The amount asked (PLAN_APP_AMT 申请金额); of a reduction, how much less. */
    Money asked();

    /**
     * The amount approved (PLAN_AMT 审批金额): set by assessment or, where nobody assessed it, by the last approval as what is
     * asked. What is filled in is ignored.
     */
    Optional<Money> approved();

    /** Where it comes from and what it does; the loop sets it when the plan is created, what is filled in is ignored. */
    @Value.Default
    default CashPlanKind kind() {
        return CashPlanKind.AGENCY;
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** What is or would be approved: as assessed, else as asked. */
    default Money granted() {
        return approved().orElse(asked());
    }
}
