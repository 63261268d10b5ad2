package org.fiscalloop.procurement;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.joda.money.Money;

/** What the platform on which procurement takes place (政府采购交易平台) tells about plans. */
public final class ProcurementNotices {
    /**
     * 中标、成交结果: a supplier has been awarded.
     *
     * @param plan the plan that was procured
     * @param number number of the award notice (中标通知书编号)
     * @param supplier who is awarded
     * @param amount for how much, in yuan, more than nothing
     * @param method the method by which it was procured: a code of the rules in force
     * @param awardedOn the day of the award notice
     */
    public record ProcurementAwarded(
            Id<ProcurementPlan> plan,
            String number,
            Supplier supplier,
            Money amount,
            String method,
            LocalDate awardedOn)
            implements Body {
        /** It is an award. */
        public ProcurementAwarded {
            new PlanTerms.Award(number, supplier, amount, method, awardedOn, Optional.empty());
        }

        @Override
        public Id<ProcurementPlan> document() {
            return plan;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(awardedOn);
        }

        PlanTerms.Award award() {
            return new PlanTerms.Award(number, supplier, amount, method, awardedOn, Optional.empty());
        }
    }

    /**
     * 废标: the procurement has failed.
     *
     * @param plan the plan that was procured
     * @param number number of the announcement (废标公告编号)
     * @param reason why, in the words of the platform
     * @param failedOn the day of the announcement
     */
    public record ProcurementFailed(Id<ProcurementPlan> plan, String number, String reason, LocalDate failedOn)
            implements Body {
        /** It is a failure. */
        public ProcurementFailed {
            new PlanTerms.Failure(number, reason, failedOn);
        }

        @Override
        public Id<ProcurementPlan> document() {
            return plan;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(failedOn);
        }

        PlanTerms.Failure failure() {
            return new PlanTerms.Failure(number, reason, failedOn);
        }
    }

    private ProcurementNotices() {}
}
