package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.accounting.AccountingDuty;
import org.fiscalloop.agencyincome.AgencyIncomeDuty;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.asset.AssetDuty;
import org.fiscalloop.bankcollection.BankCollectionDuty;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.carryover.CarryOverDuty;
import org.fiscalloop.cashplan.CashPlanDuty;
import org.fiscalloop.closing.ClosingDuty;
import org.fiscalloop.collection.CollectionDuty;
import org.fiscalloop.correction.CorrectionDuty;
import org.fiscalloop.debt.DebtDuty;
import org.fiscalloop.incomebudget.IncomeBudgetDuty;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.monitoring.MonitoringDuty;
import org.fiscalloop.payees.PayeesDuty;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.procurement.ProcurementDuty;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterDuty;
import org.fiscalloop.revenue.RevenueDuty;
import org.fiscalloop.settlement.SettlementDuty;
import org.fiscalloop.temporary.TemporaryDuty;
import org.fiscalloop.virement.VirementDuty;

/** Makes a {@link World}: its rules, its agencies with an account of each kind, and who holds which duties. */
final class Founding {
    private static final ImmutableList<Duty> FINANCE = ImmutableList.of(
            IncomeBudgetDuty.ENTRY,
            CollectionDuty.REFUND_ENTRY,
            ProjectDuty.FINANCE,
            BudgetDuty.FINANCE,
            AllotmentDuty.ENTRY,
            AllotmentDuty.DISTRIBUTION,
            CashPlanDuty.FINANCE_ENTRY,
            CarryOverDuty.CALCULATION,
            RegisterDuty.REGISTRAR,
            AccountingDuty.CLOSING,
            DebtDuty.ENTRY,
            DebtDuty.ACCOUNTANT,
            AssetDuty.APPROVAL,
            TemporaryDuty.ENTRY,
            TemporaryDuty.ACCOUNTANT,
            SettlementDuty.ENTRY,
            ClosingDuty.DIVISION_YEAR,
            VirementDuty.ENTRY,
            VirementDuty.FINANCE,
            CorrectionDuty.FINANCE,
            PaymentDuty.FINANCE_ENTRY,
            NoticeCase.OPERATOR);
    private static final ImmutableList<Duty> ENTRY = ImmutableList.of(
            ProjectDuty.ENTRY,
            BudgetDuty.ENTRY,
            CollectionDuty.BILLING,
            VirementDuty.ENTRY,
            CashPlanDuty.ENTRY,
            ProcurementDuty.ENTRY,
            PayeesDuty.ENTRY,
            BankCollectionDuty.ENTRY,
            PaymentDuty.ENTRY,
            PaymentDuty.VOUCHER,
            PaymentDuty.SIGN,
            CorrectionDuty.ENTRY,
            AssetDuty.KEEPER,
            TemporaryDuty.ENTRY);
    private static final ImmutableList<Duty> HEAD = ImmutableList.of(
            ProjectDuty.DEPARTMENT,
            VirementDuty.DEPARTMENT,
            CashPlanDuty.UNIT_REVIEW,
            CashPlanDuty.DEPARTMENT_REVIEW,
            ProcurementDuty.ACCEPTANCE,
            PayeesDuty.REVIEW,
            BankCollectionDuty.REVIEW,
            PaymentDuty.REVIEW,
            CorrectionDuty.REVIEW,
            PaymentDuty.STAMP,
            PaymentDuty.SIGN,
            AccountingDuty.AGENCY_ACCOUNTANT,
            ClosingDuty.AGENCY_YEAR,
            AgencyIncomeDuty.CLAIM,
            RevenueDuty.AGENCY_ACCOUNTANT,
            AssetDuty.ACCOUNTANT);
    private static final ImmutableList<Duty> CHIEF = ImmutableList.of(
            AllotmentDuty.FINANCE,
            VirementDuty.DEPARTMENT,
            CashPlanDuty.PROXY_REVIEW,
            CashPlanDuty.FINANCE_REVIEW,
            MonitoringDuty.SUPERVISION,
            CarryOverDuty.CONFIRMATION,
            ProcurementDuty.REVIEW,
            PaymentDuty.PROXY_REVIEW,
            PaymentDuty.FINANCE_REVIEW,
            IncomeBudgetDuty.REVIEW,
            CollectionDuty.REFUND_REVIEW,
            TemporaryDuty.APPROVAL,
            SettlementDuty.APPROVAL,
            SettlementDuty.CONFIRMATION);

    private final World world;

    Founding(World world) {
        this.world = world;
    }

    void found() {
        var rules = world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
        done(world.ask("admin", new AdoptRulebook(DIVISION, YEAR, rules.fingerprint())));
        appoint("finance", FINANCE, "");
        appoint("chief", CHIEF, "");
        appoint("deputy", both(FINANCE, CHIEF), "");
        done(world.ask("finance", new RegisterAgency(agency("105", AgencyKind.ADMINISTRATIVE, Optional.empty()))));
        found(ORGAN, AgencyKind.ADMINISTRATIVE);
        found(INSTITUTION, AgencyKind.INSTITUTION);
    }

    /** An agency with an account of each kind and its people: {@code clerk}, {@code head} and {@code both}, and its code. */
    void found(String agency, AgencyKind kind) {
        done(world.ask("finance", new RegisterAgency(agency(agency, kind, Optional.of("105")))));
        done(world.ask("finance", new RegisterAccount(account(agency, "Z" + agency, "21"))));
        done(world.ask("finance", new RegisterAccount(account(agency, "B" + agency, "31"))));
        appoint("clerk" + agency, ENTRY, agency);
        appoint("head" + agency, HEAD, agency);
        appoint("both" + agency, both(ENTRY, HEAD), agency);
    }

    private static ImmutableList<Duty> both(ImmutableList<Duty> some, ImmutableList<Duty> others) {
        return Stream.concat(some.stream(), others.stream()).distinct().collect(ImmutableList.toImmutableList());
    }

    private void appoint(String actor, ImmutableList<Duty> duties, String agency) {
        done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .grants(duties.stream()
                                .map(duty -> new Grant(duty, DIVISION, agency))
                                .toList())
                        .build())));
    }

    private static ImmutableAgencyTerms agency(String code, AgencyKind kind, Optional<String> parent) {
        return ImmutableAgencyTerms.builder()
                .division(DIVISION)
                .fiscalYear(YEAR)
                .code(new AgencyCode(code))
                .name("单位" + code)
                .kind(kind)
                .parent(parent.map(AgencyCode::new))
                .build();
    }

    private static ImmutableBankAccountTerms account(String agency, String number, String kind) {
        return ImmutableBankAccountTerms.builder()
                .division(DIVISION)
                .agency(agency)
                .fiscalYear(YEAR)
                .number(number)
                .name("账户" + number)
                .bank("代理银行")
                .kind(kind)
                .build();
    }
}
