package org.fiscalloop.payment;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentFlow;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.bankcollection.BankCollectionFlow;
import org.fiscalloop.bankcollection.ImmutableBankCollectionRules;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.cashplan.CashPlanFlow;
import org.fiscalloop.cashplan.ImmutableCashPlanRules;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.ImmutableMonitoringRules;
import org.fiscalloop.monitoring.MonitoringFlow;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.project.ImmutableProjectRules;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterFlow;
import org.fiscalloop.register.RegisterState;

/** The smallest valid things that payments are made of, in one division, agency and year. */
public final class PaymentFixtures {
    public static final String DIVISION = "310107000";
    public static final String AGENCY = "105001";
    public static final int YEAR = 2024;
    public static final LocalDate ON = LocalDate.of(2024, 3, 1);
    public static final String ZERO_BALANCE = "Z105001";
    public static final String OWN_ACCOUNT = "B105001";
    public static final ProjectCode PROJECT = new ProjectCode("31010724T000000000001");
    public static final Payee PAYEE = new Payee("供应商", "6222000011112222", "商业银行");
    public static final Id<Allotment> ALLOTMENT = Allotment.id("A-1");
    public static final Id<Allotment> OTHER_ALLOTMENT = Allotment.id("A-2");
    public static final MasterdataRules MASTERDATA =
            new MasterdataRules(CodeTables.national(), ElementRules.national(), ImmutableSet.of("21", "22"));

    static final String CLERK = "clerk";
    static final String HEAD = "head";
    static final String CASHIER = "cashier";
    static final String STAMPER = "stamper";

    private PaymentFixtures() {}

    public static Elements elements() {
        return ImmutableElements.builder()
                .division(new DivisionCode(DIVISION))
                .fiscalYear(YEAR)
                .agency(new AgencyCode(AGENCY))
                .project(PROJECT)
                .function("2010602")
                .governmentEconomic("50201")
                .departmentEconomic("30201")
                .fund("111")
                .build();
    }

    static PaymentTerms terms(long fen) {
        return ImmutablePaymentTerms.builder()
                .allotment(ALLOTMENT)
                .elements(elements())
                .amount(Fen.money(fen))
                .payerAccount(ZERO_BALANCE)
                .payee(PAYEE)
                .purpose("办公费")
                .settlementMode("1")
                .businessType("1")
                .build();
    }

    static ImmutableAllotmentTerms allotmentTerms() {
        return ImmutableAllotmentTerms.builder()
                .elements(elements())
                .line(new Id<>(BudgetLine.KIND, "L-1"))
                .flag(AllotmentFlag.EXECUTABLE)
                .amount(Fen.money(1_000_00))
                .documentNo("财预〔2024〕1号")
                .title("下达指标")
                .effectiveOn(ON)
                .build();
    }

    static Allotment allotment(Id<Allotment> id, ImmutableAllotmentTerms terms, AllotmentState state) {
        return standing(AllotmentFlow.ALLOTMENT, id, terms, state);
    }

    public static Agency agency(AgencyKind kind, RegisterState state) {
        return standing(
                RegisterFlow.AGENCY,
                Agency.id(DIVISION, AGENCY),
                ImmutableAgencyTerms.builder()
                        .division(DIVISION)
                        .fiscalYear(YEAR)
                        .code(new AgencyCode(AGENCY))
                        .name("财政局")
                        .kind(kind)
                        .parent(Optional.empty())
                        .build(),
                state);
    }

    public static BankAccount account(String number, String kind, String agency, RegisterState state) {
        return standing(
                RegisterFlow.BANK_ACCOUNT,
                BankAccount.id(DIVISION, number),
                ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .number(number)
                        .name("账户" + number)
                        .bank("代理银行")
                        .kind(kind)
                        .build(),
                state);
    }

    static Project project(String category) {
        return standing(
                ProjectFlow.PROJECT,
                Project.id(PROJECT),
                ImmutableProjectTerms.builder()
                        .code(PROJECT)
                        .name("项目")
                        .category(category)
                        .division(DIVISION)
                        .agency(AGENCY)
                        .fiscalYear(YEAR)
                        .total(Fen.money(1_000_00))
                        .slices(ImmutableSortedMap.of(YEAR, Fen.money(1_000_00)))
                        .build(),
                ProjectState.EXECUTING);
    }

    /** A document that stands there without having walked there. */
    public static <D extends FlowDocument<T, S>, T extends Terms, S extends Enum<S>> D standing(
            DocumentType<D, T, S> type, Id<D> id, T terms, S state) {
        Trail trail = Trail.begin(new TrailStep("CREATE", "", state.name(), 0, "fixture", ON, ""));
        return type.maker().make(id, terms, new Standing<>(state, 0, 1), trail);
    }

    /** Rules with these for payments, and the nation's for the others. */
    static RuleSet rules(PaymentRules payment, MasterdataRules masterdata) {
        return rules(ImmutableMap.of(
                CashPlanFlow.RULES.name(),
                ImmutableCashPlanRules.builder().build(),
                MonitoringFlow.RULES.name(),
                ImmutableMonitoringRules.builder().build(),
                PaymentFlow.RULES.name(),
                payment,
                BankCollectionFlow.RULES.name(),
                ImmutableBankCollectionRules.builder().build(),
                MasterdataRules.KEY.name(),
                masterdata,
                ProjectFlow.RULES.name(),
                ImmutableProjectRules.builder().build()));
    }

    public static RuleSet rules(ImmutableMap<String, Object> byName) {
        return new RuleSet() {
            @Override
            public <R> R of(Key<R> key) {
                return key.type().cast(requireNonNull(byName.get(key.name()), key.name()));
            }

            @Override
            public ImmutableSet<Duty> duties() {
                return ImmutableSet.of();
            }
        };
    }

    /** An office where everything stands ready for payments from two allotments of 1,000 yuan. */
    static Office office() {
        return office(ImmutablePaymentRules.builder().build());
    }

    static Office office(PaymentRules rules) {
        return office(rules, MASTERDATA);
    }

    static Office office(PaymentRules rules, MasterdataRules masterdata) {
        Office office = new Office(rules(rules, masterdata));
        office.put(agency(AgencyKind.ADMINISTRATIVE, RegisterState.ENABLED));
        office.put(account(ZERO_BALANCE, "21", AGENCY, RegisterState.ENABLED));
        office.put(account(OWN_ACCOUNT, "41", AGENCY, RegisterState.ENABLED));
        office.put(project("31"));
        for (Id<Allotment> id : ImmutableList.of(ALLOTMENT, OTHER_ALLOTMENT)) {
            office.put(allotment(id, allotmentTerms(), AllotmentState.ISSUED));
            office.allot(id, 1_000_00);
        }
        return office;
    }
}
