package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractTerms;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ProcurementFlow;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementRules;
import org.fiscalloop.procurement.ProcurementRules.DueTerm;
import org.fiscalloop.rulebook.RulesInForce;
import org.joda.money.Money;

/**
 * What of one contract has been delivered and is not paid, and how late it is (合同应付与逾期), on a day. A reading: it changes
 * nothing.
 *
 * <p>What was paid counts first for what the contract agrees to pay before acceptance, then for the deliveries in the order in
 * which they were accepted.
 *
 * @param contract the contract
 * @param supplier who waits for the money
 * @param on the day on which it is read
 * @param deliveries what was accepted, in order
 */
public record ContractDues(Id<Contract> contract, Supplier supplier, LocalDate on, ImmutableList<Delivery> deliveries) {
    /**
     * An accepted delivery.
     *
     * @param report number of the acceptance report
     * @param deliveredOn the day of delivery
     * @param dueOn the last day on which it is paid in time: by what the contract agrees, and of a small or medium enterprise no
     *     later than the law says; none where neither says anything
     * @param payable what became payable with it, in yuan
     * @param open what of it is not paid, in yuan
     * @param daysOverdue how many days after {@code dueOn} something of it is still open, else 0
     */
    public record Delivery(
            String report,
            LocalDate deliveredOn,
            Optional<LocalDate> dueOn,
            Money payable,
            Money open,
            long daysOverdue) {}

    /** Whether something is overdue. */
    public boolean isOverdue() {
        return deliveries.stream().anyMatch(delivery -> delivery.daysOverdue() > 0);
    }

    /** What is overdue, in yuan. */
    public Money overdue() {
        long sum = 0;
        for (Delivery delivery : deliveries) {
            sum = delivery.daysOverdue() > 0 ? Fen.add(sum, Fen.of(delivery.open())) : sum;
        }
        return Fen.money(sum);
    }

    /**
     * The dues of every contract in force of a division, by its number.
     *
     * @param division code of the division, 9 digits
     * @param rules those of the division
     */
    public static ImmutableList<ContractDues> of(FiscalLoop loop, String division, RulesInForce rules, LocalDate on) {
        return loop.moving(Contract.KIND).stream()
                .filter(contract -> contract.division().equals(division) && contract.isInForce())
                .map(contract -> of(
                        contract,
                        loop.balance(ProcurementMeasure.PAID, contract.segments(), rules),
                        rules.of(ProcurementFlow.RULES),
                        on))
                .collect(toImmutableList());
    }

    /**
     * The dues of one contract.
     *
     * @param paidFen what has been paid of it and has not come back, in fen
     */
    public static ContractDues of(Contract contract, long paidFen, ProcurementRules rules, LocalDate on) {
        ContractTerms terms = contract.terms();
        Optional<Integer> days = days(terms, rules);
        long left = Math.max(Fen.subtract(paidFen, terms.beforeAcceptanceFen()), 0);
        ImmutableList.Builder<Delivery> deliveries = ImmutableList.builder();
        for (Acceptance acceptance : terms.acceptances()) {
            long payable = Fen.of(acceptance.payable());
            long open = Math.max(Fen.subtract(payable, left), 0);
            left = Math.max(Fen.subtract(left, payable), 0);
            Optional<LocalDate> dueOn = days.map(acceptance.deliveredOn()::plusDays);
            deliveries.add(new Delivery(
                    acceptance.number(),
                    acceptance.deliveredOn(),
                    dueOn,
                    acceptance.payable(),
                    Fen.money(open),
                    open == 0 ? 0 : dueOn.map(due -> late(due, on)).orElse(0L)));
        }
        return new ContractDues(Contract.id(contract.id().value()), terms.supplier(), on, deliveries.build());
    }

    private static long late(LocalDate dueOn, LocalDate on) {
        return Math.max(ChronoUnit.DAYS.between(dueOn, on), 0);
    }

    private static Optional<Integer> days(ContractTerms terms, ProcurementRules rules) {
        Optional<DueTerm> law = rules.dueTerm(terms.signedOn())
                .filter(term -> terms.supplier().size().isSmallOrMedium());
        return law.isEmpty()
                ? terms.dueDays()
                : law.map(term -> terms.dueDays()
                        .map(agreed -> Math.min(agreed, term.mostDays()))
                        .orElse(term.days()));
    }
}
