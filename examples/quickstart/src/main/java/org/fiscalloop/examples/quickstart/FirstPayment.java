package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableSortedMap;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentDuty;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.fiscalloop.register.ImmutableBankAccountTerms;
import org.fiscalloop.register.RegisterCommands.RegisterAccount;
import org.fiscalloop.register.RegisterCommands.RegisterAgency;
import org.fiscalloop.register.RegisterDuty;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.joda.money.Money;

/** From an empty journal to a refused and an accepted payment. */
public final class FirstPayment {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private static final int YEAR = 2024;
    private static final String DIVISION = "310107000";
    private static final String AGENCY = "105";
    private static final String ACCOUNT = "0310000001";
    private static final Payee SUPPLIER = new Payee("办公用品供应商", "6200000000000003", "商业银行");
    private static final Money BUDGET = yuan("10000.00");

    private static final Id<BudgetLine> LINE = BudgetLine.id("YS-1");
    private static final Id<Allotment> ALLOTMENT = Allotment.id("ZB-1");
    private static final Id<PaymentRequest> REQUEST = PaymentRequest.id("ZF-1");

    /** What the money is for: every document from the project to the payment carries it. */
    private static final Elements ELEMENTS = ImmutableElements.builder()
            .division(new DivisionCode(DIVISION))
            .fiscalYear(YEAR)
            .agency(new AgencyCode(AGENCY))
            .project(new ProjectCode("31010724T105000000001"))
            .function("2010602")
            .governmentEconomic("50201")
            .departmentEconomic("30201")
            .fund("111")
            .build();

    private static final Id<Project> PROJECT = Project.id(ELEMENTS.project());

    private final RuleTimeline rules = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
    private final FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
    private final PrintStream out;
    private int commands;

    private FirstPayment(PrintStream out) {
        this.out = out;
    }

    /** Prints it. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
    }

    static void print(PrintStream out) {
        FirstPayment first = new FirstPayment(out);
        first.found();
        first.budget();
        first.pay();
        first.hear();
    }

    /** The rulebook is adopted, people are appointed, the agency and its account are registered. */
    private void found() {
        var inForce = rules.at(DIVISION, YEAR, TODAY).orElseThrow();
        must("admin", new AdoptRulebook(DIVISION, YEAR, inForce.fingerprint()));
        appoint("finance", "", RegisterDuty.REGISTRAR, ProjectDuty.FINANCE, BudgetDuty.FINANCE, AllotmentDuty.ENTRY);
        appoint("chief", "", AllotmentDuty.FINANCE);
        must(
                "finance",
                new RegisterAgency(ImmutableAgencyTerms.builder()
                        .division(DIVISION)
                        .fiscalYear(YEAR)
                        .code(new AgencyCode(AGENCY))
                        .name("普陀区财政局")
                        .kind(AgencyKind.ADMINISTRATIVE)
                        .build()));
        appoint("clerk", AGENCY, ProjectDuty.ENTRY, BudgetDuty.ENTRY, PaymentDuty.ENTRY);
        appoint("head", AGENCY, ProjectDuty.DEPARTMENT);
        must(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(DIVISION)
                        .agency(AGENCY)
                        .fiscalYear(YEAR)
                        .number(ACCOUNT)
                        .name("普陀区财政局零余额账户")
                        .bank("代理银行")
                        .kind("21")
                        .build()));
    }

    /** A project in the reserve, a budget line that is appropriated, an allotment that is issued. */
    private void budget() {
        must(
                "clerk",
                new CreateProject(ImmutableProjectTerms.builder()
                        .code(ELEMENTS.project())
                        .name("一般行政管理事务")
                        .category("22")
                        .division(DIVISION)
                        .agency(AGENCY)
                        .fiscalYear(YEAR)
                        .total(BUDGET)
                        .slices(ImmutableSortedMap.of(YEAR, BUDGET))
                        .performanceGoal("保障机关运转")
                        .addPerformanceIndicators("年度任务完成率 100%")
                        .build()));
        must("clerk", Act.of(PROJECT, ProjectAction.SUBMIT));
        must("head", Act.of(PROJECT, ProjectAction.APPROVE));
        must("head", Act.of(PROJECT, ProjectAction.REPORT));
        must("finance", Act.of(PROJECT, ProjectAction.APPROVE));
        must(
                "clerk",
                new CreateBudgetLine(
                        LINE,
                        ImmutableBudgetTerms.builder()
                                .elements(ELEMENTS)
                                .amount(BUDGET)
                                .build()));
        must("clerk", Act.of(LINE, BudgetAction.SUBMIT));
        must("finance", Act.of(LINE, BudgetAction.APPROVE));
        must("finance", Act.of(LINE, BudgetAction.APPROPRIATE));
        must(
                "finance",
                new CreateAllotment(
                        ALLOTMENT,
                        ImmutableAllotmentTerms.builder()
                                .elements(ELEMENTS)
                                .line(LINE)
                                .flag(AllotmentFlag.EXECUTABLE)
                                .amount(BUDGET)
                                .documentNo("普财预〔2024〕1号")
                                .title("关于批复2024年部门预算的通知")
                                .effectiveOn(TODAY)
                                .build()));
        must("finance", Act.of(ALLOTMENT, AllotmentAction.SUBMIT));
        must("chief", Act.of(ALLOTMENT, AllotmentAction.APPROVE));
    }

    /** A request beyond the allotment is refused when it is handed in; one within it holds its amount. */
    private void pay() {
        ask("clerk", new CreatePayment(REQUEST, request("12000.00")));
        tell(ask("clerk", Act.of(REQUEST, PaymentAction.SUBMIT)));
        ask("clerk", new RevisePayment(REQUEST, request("8000.00")));
        tell(ask("clerk", Act.of(REQUEST, PaymentAction.SUBMIT)));
    }

    /** The bank tells of a voucher that is not there: the notice is not lost, it waits. */
    private void hear() {
        InputId number = new InputId("bank", "20240301-17");
        Outcome told = loop.tell(new Notice(
                number,
                DIVISION,
                YEAR,
                TODAY,
                new BankReceipt(PaymentVoucher.id("PZ-1"), number.value(), TODAY, yuan("8000.00"), SUPPLIER)));
        tell(told);
        loop.moving(NoticeCase.KIND)
                .forEach(open -> out.println("  " + open.terms().notice() + " is " + open.state()));
    }

    private static PaymentTerms request(String amount) {
        return ImmutablePaymentTerms.builder()
                .allotment(ALLOTMENT)
                .elements(ELEMENTS)
                .amount(yuan(amount))
                .payerAccount(ACCOUNT)
                .payee(SUPPLIER)
                .purpose("办公用品")
                .settlementMode("1")
                .businessType("1")
                .build();
    }

    private void appoint(String actor, String agency, Duty... duties) {
        must(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(DIVISION)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .grants(Stream.of(duties)
                                .map(duty -> new Grant(duty, DIVISION, agency))
                                .toList())
                        .build()));
    }

    /** Asks under a new id. */
    private Outcome ask(String actor, Body body) {
        InputId id = new InputId("my-system", Integer.toString(++commands));
        return loop.ask(new Command(id, actor, DIVISION, YEAR, TODAY, body));
    }

    private void must(String actor, Body body) {
        Outcome outcome = ask(actor, body);
        if (!outcome.isDone()) {
            throw new IllegalStateException(outcome.refusals().get(0).text());
        }
    }

    private void tell(Outcome outcome) {
        out.println(outcome.result());
        outcome.refusals().forEach(refusal -> {
            out.println("  " + refusal.code());
            out.println("  " + refusal.text());
            out.println("  " + refusal.textZh());
        });
        outcome.entries()
                .forEach(entry -> entry.lines()
                        .forEach(line -> out.println("  " + entry.rule() + " " + line.side() + " " + line.account()
                                + " " + Fen.text(line.fen()))));
    }

    private static Money yuan(String amount) {
        return Fen.money(Fen.parse(amount));
    }
}
