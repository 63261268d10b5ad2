package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.project.Estimate;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * A small government for tests: one division, an administrative agency and a public institution, and a person for each
 * duty, and one for several duties so that four eyes are tested too. Every step is told to the one door; ids are made of what they are for.
 */
public final class World {
    public static final String DIVISION = "310107000";
    public static final String ORGAN = "105001";
    public static final String INSTITUTION = "105002";
    public static final int YEAR = 2024;
    public static final LocalDate DAY = LocalDate.of(2024, 3, 1);
    public static final PaymentTerms.Payee PAYEE = new PaymentTerms.Payee("供应商", "6222000011112222", "商业银行");

    private final FiscalLoop loop;
    private long inputs;
    private LocalDate day = DAY;
    private int year = YEAR;

    private World(FiscalLoop loop) {
        this.loop = loop;
        this.inputs = loop.size();
    }

    /** A government under the nation's rules. */
    public static World open() {
        return open(RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()), new InMemoryJournal());
    }

    /** A government under these rules, over a journal. */
    public static World open(RuleTimeline rules, Journal journal) {
        return founded(FiscalLoop.open(journal, rules), journal);
    }

    /** A government whose payments are monitored. */
    public static World open(RuleTimeline rules, Journal journal, MonitoringPort monitor) {
        return founded(FiscalLoop.open(journal, rules, monitor), journal);
    }

    private static World founded(FiscalLoop loop, Journal journal) {
        World world = new World(loop);
        if (journal.size() == 0) {
            new Founding(world).found();
        }
        return world;
    }

    /** The loop itself. */
    public FiscalLoop loop() {
        return loop;
    }

    /** Asks under a new id, on the world's day. */
    public Outcome ask(String actor, Body body) {
        return loop.ask(command(actor, body));
    }

    /** A command under a new id. */
    public Command command(String actor, Body body) {
        return new Command(new InputId("test", "c" + inputs++), actor, DIVISION, year, day, body);
    }

    /** Asks for an act under a new id. */
    public Outcome act(String actor, Id<?> document, Enum<?> action) {
        return ask(actor, Act.of(document, action));
    }

    /** Tells under this key. */
    public Outcome tell(String key, Body body) {
        return loop.tell(notice(key, body));
    }

    /** A notice under this key. */
    public Notice notice(String key, Body body) {
        return notice("bank", key, body);
    }

    /** A notice of somebody. */
    public Notice notice(String sender, String key, Body body) {
        return new Notice(new InputId(sender, key), DIVISION, year, day, body);
    }

    /** The day on which this world stands. */
    public LocalDate day() {
        return day;
    }

    /** It becomes this day, and what is asked from now on is of this fiscal year. */
    public World turn(int fiscalYear, LocalDate on) {
        year = fiscalYear;
        day = on;
        return this;
    }

    /** It becomes tomorrow. */
    public void sleep() {
        day = day.plusDays(1);
    }

    /** The outcome, which must be done. */
    public static Outcome done(Outcome outcome) {
        if (!outcome.isDone()) {
            throw new AssertionError(outcome.result() + " "
                    + outcome.refusals().stream()
                            .map(r -> r.code() + ": " + r.text())
                            .toList());
        }
        return outcome;
    }

    /** Another agency, with accounts and people as those that are there from the beginning have. */
    public void found(String agency, AgencyKind kind) {
        new Founding(this).found(agency, kind);
    }

    // ---- the flow ---------------------------------------------------------------------------------------------------

    public static ProjectCode code(int number) {
        return new ProjectCode("31010724" + String.format(java.util.Locale.ROOT, "T%012d", number));
    }

    /** The terms of a project of category 31 or, measured, 1 or 21. */
    public static ImmutableProjectTerms projectTerms(int number, String agency, String category, long fen) {
        var builder = ImmutableProjectTerms.builder()
                .code(code(number))
                .name("项目" + number)
                .category(category)
                .division(DIVISION)
                .agency(agency)
                .fiscalYear(YEAR)
                .total(Fen.money(fen))
                .slices(ImmutableSortedMap.of(YEAR, Fen.money(fen)));
        return category.equals("1") || category.equals("21")
                ? builder.addEstimates(new Estimate("人数", "标准", Fen.yuan(fen), BigDecimal.ONE))
                        .build()
                : builder.performanceGoal("目标").addPerformanceIndicators("指标").build();
    }

    /** A project that stands reserved. */
    public Id<Project> project(int number, String agency, long fen) {
        return reserve(projectTerms(number, agency, "3", fen));
    }

    /** A project that stands reserved. */
    public Id<Project> reserve(ProjectTerms terms) {
        Id<Project> id = Project.id(terms.code());
        done(ask("clerk" + terms.agency(), new CreateProject(terms)));
        done(act("clerk" + terms.agency(), id, ProjectAction.SUBMIT));
        done(act("head" + terms.agency(), id, ProjectAction.APPROVE));
        done(act("head" + terms.agency(), id, ProjectAction.REPORT));
        done(act("finance", id, ProjectAction.APPROVE));
        return id;
    }

    /** A coding block of an administrative agency's services, or of an institution's. */
    public static Elements elements(String agency, Id<Project> project) {
        return ImmutableElements.builder()
                .division(new DivisionCode(DIVISION))
                .fiscalYear(YEAR)
                .agency(new AgencyCode(agency))
                .project(new ProjectCode(project.value()))
                .function("2010602")
                .governmentEconomic(agency.equals(INSTITUTION) ? "50502" : "50201")
                .departmentEconomic("30201")
                .fund("111")
                .build();
    }

    /** A budget line that stands submitted. */
    public Id<BudgetLine> propose(String id, Elements elements, long fen) {
        Id<BudgetLine> line = new Id<>(BudgetLine.KIND, id);
        String clerk = "clerk" + elements.agency().value();
        done(ask(
                clerk,
                new CreateBudgetLine(
                        line,
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(fen))
                                .build())));
        done(act(clerk, line, BudgetAction.SUBMIT));
        return line;
    }

    /** A budget line that stands appropriated. */
    public Id<BudgetLine> line(String id, Elements elements, long fen) {
        Id<BudgetLine> line = propose(id, elements, fen);
        done(act("finance", line, BudgetAction.APPROVE));
        done(act("finance", line, BudgetAction.APPROPRIATE));
        return line;
    }

    /** The terms of an allotment from a line. */
    public static AllotmentTerms allotmentTerms(Id<BudgetLine> line, Elements elements, AllotmentFlag flag, long fen) {
        return ImmutableAllotmentTerms.builder()
                .elements(elements)
                .line(line)
                .flag(flag)
                .amount(Fen.money(fen))
                .documentNo("财预〔2024〕1号")
                .title("下达指标")
                .effectiveOn(DAY)
                .build();
    }

    /** An allotment that stands issued. */
    public Id<Allotment> allotment(String id, Id<BudgetLine> line, Elements elements, long fen) {
        return issue(id, allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, fen));
    }

    /** An allotment that stands issued. */
    public Id<Allotment> issue(String id, AllotmentTerms terms) {
        Id<Allotment> allotment = Allotment.id(id);
        done(ask("finance", new CreateAllotment(allotment, terms)));
        done(act("finance", allotment, AllotmentAction.SUBMIT));
        done(act("chief", allotment, AllotmentAction.APPROVE));
        return allotment;
    }

    /** The terms of a payment from an allotment. */
    public static ImmutablePaymentTerms paymentTerms(Id<Allotment> allotment, Elements elements, long fen) {
        return ImmutablePaymentTerms.builder()
                .allotment(allotment)
                .elements(elements)
                .amount(Fen.money(fen))
                .payerAccount("Z" + elements.agency().value())
                .payee(PAYEE)
                .purpose("办公费")
                .settlementMode("1")
                .businessType("1")
                .build();
    }

    public static Id<PaymentRequest> request(String id) {
        return new Id<>(PaymentRequest.KIND, id);
    }

    public static Id<PaymentVoucher> voucher(String id) {
        return new Id<>(PaymentVoucher.KIND, id);
    }

    /** A request that the agency has approved. */
    public Id<PaymentRequest> approved(String id, Id<Allotment> allotment, Elements elements, long fen) {
        return approved(id, paymentTerms(allotment, elements, fen));
    }

    /** A request with these terms that the agency has approved. */
    public Id<PaymentRequest> approved(String id, PaymentTerms terms) {
        Id<PaymentRequest> request = request(id);
        String agency = terms.agency();
        done(ask("clerk" + agency, new CreatePayment(request, terms)));
        done(act("clerk" + agency, request, PaymentAction.SUBMIT));
        done(act("head" + agency, request, PaymentAction.APPROVE));
        return request;
    }

    /** A voucher of approved requests, sent to the bank. */
    public Id<PaymentVoucher> sent(String id, String agency, ImmutableList<Id<PaymentRequest>> requests) {
        Id<PaymentVoucher> voucher = voucher(id);
        done(ask("clerk" + agency, new CreateVoucher(voucher, agency, requests)));
        done(act("clerk" + agency, voucher, VoucherAction.SIGN));
        done(act("head" + agency, voucher, VoucherAction.STAMP));
        done(act("clerk" + agency, voucher, VoucherAction.SEND));
        return voucher;
    }

    /** The bank has paid a voucher. */
    public Outcome receipt(Id<PaymentVoucher> voucher, long fen) {
        return tell(
                "receipt-" + voucher.value(),
                new BankReceipt(voucher, "S" + voucher.value(), day, Fen.money(fen), PAYEE));
    }

    /** The treasury has cleared a voucher. */
    public Outcome clearing(String batch, Id<PaymentVoucher> voucher, long fen) {
        return tell(
                "clearing-" + batch,
                new TreasuryClearing(batch, ImmutableList.of(new ClearingLine(voucher, Fen.money(fen)))));
    }

    /** Money of a voucher has come back. */
    public Outcome refund(String serial, Id<PaymentVoucher> voucher, long fen) {
        return tell(
                "refund-" + serial,
                new RefundNotice(voucher, serial, Fen.money(fen), Optional.empty(), RefundKind.PASSIVE));
    }

    /** The rules of another year are adopted. */
    public void adopt(int year) {
        turn(year, day);
        var rules = loop.rules().at(DIVISION, year, day).orElseThrow();
        done(ask("admin", new AdoptRulebook(DIVISION, year, rules.fingerprint())));
        turn(YEAR, day);
    }

    /** A whole payment, from request to clearing. */
    public Id<PaymentVoucher> pay(String id, Id<Allotment> allotment, Elements elements, long fen) {
        Id<PaymentRequest> request = approved("R" + id, allotment, elements, fen);
        Id<PaymentVoucher> voucher = sent("V" + id, elements.agency().value(), ImmutableList.of(request));
        done(receipt(voucher, fen));
        done(clearing(id, voucher, fen));
        return voucher;
    }
}
