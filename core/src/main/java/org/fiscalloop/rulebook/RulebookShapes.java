package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import org.fiscalloop.access.AccessRules;
import org.fiscalloop.access.AccessShapes;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.agencyincome.AgencyIncomeRules;
import org.fiscalloop.agencyincome.AgencyIncomeShapes;
import org.fiscalloop.allotment.AllotmentRules;
import org.fiscalloop.allotment.AllotmentShapes;
import org.fiscalloop.asset.AssetRules;
import org.fiscalloop.asset.AssetShapes;
import org.fiscalloop.bankcollection.BankCollectionRules;
import org.fiscalloop.bankcollection.BankCollectionShapes;
import org.fiscalloop.budget.BudgetRules;
import org.fiscalloop.budget.BudgetShapes;
import org.fiscalloop.carryover.CarryOverRules;
import org.fiscalloop.carryover.CarryOverShapes;
import org.fiscalloop.cashplan.CashPlanRules;
import org.fiscalloop.cashplan.CashPlanShapes;
import org.fiscalloop.closing.ClosingRules;
import org.fiscalloop.closing.ClosingShapes;
import org.fiscalloop.collection.CollectionRules;
import org.fiscalloop.collection.CollectionShapes;
import org.fiscalloop.correction.CorrectionRules;
import org.fiscalloop.correction.CorrectionShapes;
import org.fiscalloop.debt.DebtRules;
import org.fiscalloop.debt.DebtShapes;
import org.fiscalloop.decision.Source;
import org.fiscalloop.incomebudget.IncomeBudgetRules;
import org.fiscalloop.incomebudget.IncomeBudgetShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.MasterdataShapes;
import org.fiscalloop.monitoring.MonitoringRules;
import org.fiscalloop.monitoring.MonitoringShapes;
import org.fiscalloop.opening.OpeningRules;
import org.fiscalloop.opening.OpeningShapes;
import org.fiscalloop.payees.PayeesRules;
import org.fiscalloop.payees.PayeesShapes;
import org.fiscalloop.payment.PaymentRules;
import org.fiscalloop.payment.PaymentShapes;
import org.fiscalloop.procurement.ProcurementRules;
import org.fiscalloop.procurement.ProcurementShapes;
import org.fiscalloop.project.ProjectRules;
import org.fiscalloop.project.ProjectShapes;
import org.fiscalloop.register.RegisterRules;
import org.fiscalloop.register.RegisterShapes;
import org.fiscalloop.revenue.RevenueRules;
import org.fiscalloop.revenue.RevenueShapes;
import org.fiscalloop.settlement.SettlementRules;
import org.fiscalloop.settlement.SettlementShapes;
import org.fiscalloop.temporary.TemporaryRules;
import org.fiscalloop.temporary.TemporaryShapes;
import org.fiscalloop.transfer.TransferRules;
import org.fiscalloop.transfer.TransferShapes;
import org.fiscalloop.virement.VirementRules;
import org.fiscalloop.virement.VirementShapes;

/** The form of a rulebook: the forms of its packages' rules side by side. */
public final class RulebookShapes {
    /** A rulebook. */
    public static final Shape<Rulebook> RULEBOOK = rulebook();

    private RulebookShapes() {}

    private static Shape<Rulebook> rulebook() {
        Field<Rulebook, String> title = Field.of("title", Type.text(), Rulebook::title);
        Field<Rulebook, Integer> fiscalYear = Field.ofInt("fiscalYear", Rulebook::fiscalYear);
        Field<Rulebook, LocalDate> validFrom = Field.of("validFrom", Type.date(), Rulebook::validFrom);
        Field<Rulebook, AccessRules> access = Field.of("access", Type.nested(AccessShapes.RULES), Rulebook::access);
        Field<Rulebook, MasterdataRules> masterdata =
                Field.of("masterdata", Type.nested(MasterdataShapes.RULES), Rulebook::masterdata);
        Field<Rulebook, RegisterRules> register =
                Field.of("register", Type.nested(RegisterShapes.RULES), Rulebook::register);
        Field<Rulebook, ProjectRules> project =
                Field.of("project", Type.nested(ProjectShapes.RULES), Rulebook::project);
        Field<Rulebook, BudgetRules> budget = Field.of("budget", Type.nested(BudgetShapes.RULES), Rulebook::budget);
        Field<Rulebook, AllotmentRules> allotment =
                Field.of("allotment", Type.nested(AllotmentShapes.RULES), Rulebook::allotment);
        Field<Rulebook, VirementRules> virement =
                Field.of("virement", Type.nested(VirementShapes.RULES), Rulebook::virement);
        Field<Rulebook, CashPlanRules> cashPlan =
                Field.of("cashPlan", Type.nested(CashPlanShapes.RULES), Rulebook::cashPlan);
        Field<Rulebook, MonitoringRules> monitoring =
                Field.of("monitoring", Type.nested(MonitoringShapes.RULES), Rulebook::monitoring);
        Field<Rulebook, CarryOverRules> carryOver =
                Field.of("carryOver", Type.nested(CarryOverShapes.RULES), Rulebook::carryOver);
        Field<Rulebook, TransferRules> transfer =
                Field.of("transfer", Type.nested(TransferShapes.RULES), Rulebook::transfer);
        Field<Rulebook, ProcurementRules> procurement =
                Field.of("procurement", Type.nested(ProcurementShapes.RULES), Rulebook::procurement);
        Field<Rulebook, PayeesRules> payees = Field.of("payees", Type.nested(PayeesShapes.RULES), Rulebook::payees);
        Field<Rulebook, BankCollectionRules> bankCollection =
                Field.of("bankCollection", Type.nested(BankCollectionShapes.RULES), Rulebook::bankCollection);
        Field<Rulebook, PaymentRules> payment =
                Field.of("payment", Type.nested(PaymentShapes.RULES), Rulebook::payment);
        Field<Rulebook, CorrectionRules> correction =
                Field.of("correction", Type.nested(CorrectionShapes.RULES), Rulebook::correction);
        Field<Rulebook, IncomeBudgetRules> incomeBudget =
                Field.of("incomeBudget", Type.nested(IncomeBudgetShapes.RULES), Rulebook::incomeBudget);
        Field<Rulebook, RevenueRules> revenue =
                Field.of("revenue", Type.nested(RevenueShapes.RULES), Rulebook::revenue);
        Field<Rulebook, CollectionRules> collection =
                Field.of("collection", Type.nested(CollectionShapes.RULES), Rulebook::collection);
        Field<Rulebook, AgencyIncomeRules> agencyIncome =
                Field.of("agencyIncome", Type.nested(AgencyIncomeShapes.RULES), Rulebook::agencyIncome);
        Field<Rulebook, DebtRules> debt = Field.of("debt", Type.nested(DebtShapes.RULES), Rulebook::debt);
        Field<Rulebook, AssetRules> asset = Field.of("asset", Type.nested(AssetShapes.RULES), Rulebook::asset);
        Field<Rulebook, TemporaryRules> temporary =
                Field.of("temporary", Type.nested(TemporaryShapes.RULES), Rulebook::temporary);
        Field<Rulebook, SettlementRules> settlement =
                Field.of("settlement", Type.nested(SettlementShapes.RULES), Rulebook::settlement);
        Field<Rulebook, AccountingRules> accounting =
                Field.of("accounting", Type.nested(AccountingRuleShapes.RULES), Rulebook::accounting);
        Field<Rulebook, ClosingRules> closing =
                Field.of("closing", Type.nested(ClosingShapes.RULES), Rulebook::closing);
        Field<Rulebook, OpeningRules> opening =
                Field.of("opening", Type.nested(OpeningShapes.RULES), Rulebook::opening);
        Field<Rulebook, ImmutableMap<String, Provenance>> provenance =
                Field.of("provenance", Type.map(Type.nested(provenance())), Rulebook::provenance);
        return Shape.<Rulebook>nested("rulebook")
                .fields(title, fiscalYear, validFrom, access, masterdata, register, project)
                .fields(
                        budget,
                        allotment,
                        virement,
                        cashPlan,
                        monitoring,
                        carryOver,
                        transfer,
                        procurement,
                        payees,
                        bankCollection,
                        payment,
                        correction)
                .fields(incomeBudget, revenue, collection, agencyIncome, debt, asset, temporary, settlement)
                .fields(accounting, closing, opening, provenance)
                .maker(v -> ImmutableRulebook.builder()
                        .title(v.get(title))
                        .fiscalYear(v.get(fiscalYear))
                        .validFrom(v.get(validFrom))
                        .access(v.get(access))
                        .masterdata(v.get(masterdata))
                        .register(v.get(register))
                        .project(v.get(project))
                        .budget(v.get(budget))
                        .allotment(v.get(allotment))
                        .virement(v.get(virement))
                        .cashPlan(v.get(cashPlan))
                        .monitoring(v.get(monitoring))
                        .carryOver(v.get(carryOver))
                        .transfer(v.get(transfer))
                        .procurement(v.get(procurement))
                        .payees(v.get(payees))
                        .bankCollection(v.get(bankCollection))
                        .payment(v.get(payment))
                        .correction(v.get(correction))
                        .incomeBudget(v.get(incomeBudget))
                        .revenue(v.get(revenue))
                        .collection(v.get(collection))
                        .agencyIncome(v.get(agencyIncome))
                        .debt(v.get(debt))
                        .asset(v.get(asset))
                        .temporary(v.get(temporary))
                        .settlement(v.get(settlement))
                        .accounting(v.get(accounting))
                        .closing(v.get(closing))
                        .opening(v.get(opening))
                        .provenance(v.get(provenance))
                        .build());
    }

    private static Shape<Provenance> provenance() {
        Field<Provenance, Source> source = Field.of("source", KernelTypes.source(), Provenance::source);
        Field<Provenance, String> owner = Field.of("owner", Type.text(), Provenance::owner);
        Field<Provenance, Boolean> locked = Field.of("locked", Type.bool(), Provenance::locked);
        return Shape.<Provenance>nested("provenance")
                .fields(source, owner, locked)
                .maker(v -> new Provenance(v.get(source), v.get(owner), v.get(locked)));
    }
}
