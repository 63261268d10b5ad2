package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.fiscalloop.access.AccessRules;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.agencyincome.AgencyIncomeRules;
import org.fiscalloop.allotment.AllotmentRules;
import org.fiscalloop.asset.AssetRules;
import org.fiscalloop.bankcollection.BankCollectionRules;
import org.fiscalloop.budget.BudgetRules;
import org.fiscalloop.carryover.CarryOverRules;
import org.fiscalloop.cashplan.CashPlanRules;
import org.fiscalloop.closing.ClosingRules;
import org.fiscalloop.collection.CollectionRules;
import org.fiscalloop.correction.CorrectionRules;
import org.fiscalloop.debt.DebtRules;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.incomebudget.IncomeBudgetRules;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.monitoring.MonitoringRules;
import org.fiscalloop.opening.OpeningRules;
import org.fiscalloop.payees.PayeesRules;
import org.fiscalloop.payment.PaymentRules;
import org.fiscalloop.procurement.ProcurementRules;
import org.fiscalloop.project.ProjectRules;
import org.fiscalloop.register.RegisterRules;
import org.fiscalloop.revenue.RevenueRules;
import org.fiscalloop.settlement.SettlementRules;
import org.fiscalloop.temporary.TemporaryRules;
import org.fiscalloop.transfer.TransferRules;
import org.fiscalloop.virement.VirementRules;
import org.immutables.value.Value;

/**
 * A rulebook (规则手册): all rules of one fiscal year as one value, composed of the packages' own rules.
 *
 * <p>Every item has a path, such as {@code payment/occupation}. Where an item comes from stands with it, and whether a
 * level of government has locked it against the levels below.
 */
@Value.Immutable
public interface Rulebook {
    /** What it is called. */
    String title();

    /** The fiscal year it is for. */
    int fiscalYear();

    /** The first day on which it is in force. */
    LocalDate validFrom();

    /** Who may do what. */
    AccessRules access();

    /** Code tables and elements. */
    MasterdataRules masterdata();

    /** Agencies and bank accounts. */
    RegisterRules register();

    /** Projects. */
    ProjectRules project();

    /** Budget lines. */
    BudgetRules budget();

    /** Allotments. */
    AllotmentRules allotment();

    /** Virements between allotments. */
    VirementRules virement();

    /** Cash plans. */
    CashPlanRules cashPlan();

    /** Monitoring of payments. */
    MonitoringRules monitoring();

    /** Carry-over from one year into the next. */
    CarryOverRules carryOver();

    /** Transfers between levels. */
    TransferRules transfer();
    /** Procurement. */
    ProcurementRules procurement();

    /** Payee lists. */
    PayeesRules payees();

    /** Bank collections. */
    BankCollectionRules bankCollection();

    /** Payments. */
    PaymentRules payment();

    /** Corrections of payments. */
    CorrectionRules correction();

    /** The revenue budget. */
    IncomeBudgetRules incomeBudget();

    /** Revenue. */
    RevenueRules revenue();

    /** Bills and refunds of revenue. */
    CollectionRules collection();

    /** Own income of agencies. */
    AgencyIncomeRules agencyIncome();
    /** Government debt. */
    DebtRules debt();

    /** Assets. */
    AssetRules asset();

    /** Temporary payments. */
    TemporaryRules temporary();

    /** Money between levels and its settlement. */
    SettlementRules settlement();

    /** The books. */
    AccountingRules accounting();

    /** The end of a year. */
    ClosingRules closing();

    /** Openings. */
    OpeningRules opening();

    /** Where items come from and who has locked them, by path; an item below a path is covered by it. */
    ImmutableMap<String, Provenance> provenance();

    /** Every limit, in the order of the packages. */
    @Value.Derived
    default ImmutableList<LimitRule> limits() {
        return ImmutableList.<LimitRule>builder()
                .addAll(budget().limits())
                .addAll(allotment().limits())
                .addAll(cashPlan().limitsInForce())
                .addAll(transfer().limits())
                .addAll(procurement().limits())
                .addAll(payees().limits())
                .addAll(bankCollection().limits())
                .addAll(payment().limits())
                .addAll(correction().limits())
                .addAll(incomeBudget().limits())
                .addAll(collection().limits())
                .addAll(agencyIncome().limits())
                .addAll(debt().limits())
                .addAll(asset().limits())
                .addAll(temporary().limits())
                .addAll(settlement().limits())
                .build();
    }
}
