package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.joda.money.Money;

/** What may be asked of plans and contracts beside the acts without content. */
public final class ProcurementCommands {
    /**
     * 采购计划录入: a plan is filled in.
     *
     * @param plan the id it shall have
     * @param terms what is filled in; awards and failures in it are ignored
     */
    public record CreatePlan(Id<ProcurementPlan> plan, PlanTerms terms) implements Body {
        @Override
        public Id<ProcurementPlan> document() {
            return plan;
        }
    }

    /**
     * 采购计划修改: a plan that has not been handed in is filled in again.
     *
     * @param plan the plan
     * @param terms what is filled in now; awards and failures in it are ignored
     */
    public record RevisePlan(Id<ProcurementPlan> plan, PlanTerms terms) implements Body {
        @Override
        public Id<ProcurementPlan> document() {
            return plan;
        }
    }

    /**
     * 采购合同登记: a contract is put down as it was signed.
     *
     * @param contract the id it shall have
     * @param terms what was signed; supplements, acceptances and publication in it are ignored
     */
    public record SignContract(Id<Contract> contract, ContractTerms terms) implements Body {
        /** No allotment stands twice. */
        public SignContract {
            Reservation.requireOnce(terms.reservations());
        }

        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 采购合同修改: a contract that has not been handed in is put down again, of the same plan and award.
     *
     * @param contract the contract
     * @param terms what was signed; supplements, acceptances and publication in it are ignored: what was published stays
     */
    public record ReviseContract(Id<Contract> contract, ContractTerms terms) implements Body {
        /** No allotment stands twice. */
        public ReviseContract {
            Reservation.requireOnce(terms.reservations());
        }

        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 合同公告: a contract has been published on the designated media, once.
     *
     * @param contract the contract
     * @param publication when and where, not before it was signed and not in days to come
     */
    public record PublishContract(Id<Contract> contract, Publication publication) implements Body {
        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 补充合同: something is added to a contract that is being carried out.
     *
     * @param contract the contract
     * @param supplement what is added
     * @param reservations which allotments are reserved for it, each once; together at most what is added
     */
    public record SupplementContract(
            Id<Contract> contract, Supplement supplement, ImmutableList<Reservation> reservations) implements Body {
        /** No allotment stands twice. */
        public SupplementContract {
            Reservation.requireOnce(reservations);
        }

        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 占用指标: allotments are reserved for what is still to be paid of a contract.
     *
     * @param contract the contract
     * @param reservations at least one allotment, each once
     */
    public record ReserveAllotments(Id<Contract> contract, ImmutableList<Reservation> reservations) implements Body {
        /** It reserves something, and no allotment stands twice. */
        public ReserveAllotments {
            if (reservations.isEmpty()) {
                throw new IllegalArgumentException("there must be something to reserve for " + contract);
            }
            Reservation.requireOnce(reservations);
        }

        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 部分验收: a delivery is accepted.
     *
     * @param contract the contract
     * @param report number of the acceptance report (验收书编号)
     * @param deliveredOn the day on which it was delivered
     * @param payable what of the contract may be paid because of it, in yuan
     */
    public record AcceptDelivery(Id<Contract> contract, String report, LocalDate deliveredOn, Money payable)
            implements Body {
        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    /**
     * 验收: the last delivery is accepted, and with it the whole contract, of which all may be paid then.
     *
     * @param contract the contract
     * @param report number of the acceptance report (验收书编号)
     * @param deliveredOn the day on which the last of it was delivered
     */
    public record AcceptContract(Id<Contract> contract, String report, LocalDate deliveredOn) implements Body {
        @Override
        public Id<Contract> document() {
            return contract;
        }
    }

    private ProcurementCommands() {}
}
