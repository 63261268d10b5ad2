package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.accounting.Ledgers;
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
import org.fiscalloop.carryover.CarryOverDuty;
import org.fiscalloop.closing.ClosingDuty;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.NoticeCase;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentDuty;
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
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.settlement.SettlementDuty;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.fiscalloop.transfer.TransferCommands.GiveBackTransfer;
import org.fiscalloop.transfer.TransferCommands.RecallTransfer;
import org.fiscalloop.transfer.TransferCommands.ReceiveTransfer;
import org.fiscalloop.virement.VirementDuty;

/**
 * One level of government for tests: a division in a loop, with one agency, {@code finance} and {@code chief} of its finance
 * department, {@code clerk} and {@code head} of the agency. What leaves for other divisions is gathered in {@link #sent}.
 */
public final class Level {
    public static final int YEAR = 2024;
    public static final String CENTRE = "100000000";
    public static final String CITY = "350200000";
    public static final String DISTRICT = "350203000";
    public static final String AGENCY = "101001";
    public static final String FUNCTION = "2010602";

    /** A direct fund that is followed by the project of the centre. */
    public static final ImmutableSortedMap<String, String> LABELS = ImmutableSortedMap.of(
            Labels.DIRECT, "01",
            Labels.TRACKED, Labels.YES,
            Labels.TRACKING_PROJECT, "10000024T000000000001");

    public final FiscalLoop loop;
    public final String division;

    /** What has left because of what was asked and told here, repeats among it, in order. */
    final List<Notice> sent = new ArrayList<>();

    private LocalDate day = LocalDate.of(YEAR, 3, 1);
    private long inputs;

    public Level(FiscalLoop loop, String division) {
        this.loop = loop;
        this.division = division;
    }

    /** A division that is founded in a loop. */
    public static Level found(FiscalLoop loop, String division) {
        Level level = new Level(loop, division);
        level.adopt(YEAR);
        level.appoint(
                "finance",
                "",
                ProjectDuty.FINANCE,
                BudgetDuty.FINANCE,
                AllotmentDuty.ENTRY,
                AllotmentDuty.DISTRIBUTION,
                RegisterDuty.REGISTRAR,
                CarryOverDuty.CALCULATION,
                ClosingDuty.DIVISION_YEAR,
                TransferDuty.ENTRY,
                TransferDuty.RECEIVE,
                SettlementDuty.ENTRY,
                NoticeCase.OPERATOR);
        level.appoint(
                "chief",
                "",
                AllotmentDuty.FINANCE,
                TransferDuty.ISSUE,
                TransferDuty.RECEIVE,
                SettlementDuty.APPROVAL,
                SettlementDuty.CONFIRMATION,
                CarryOverDuty.CONFIRMATION);
        level.done(level.ask(
                "finance",
                new RegisterAgency(ImmutableAgencyTerms.builder()
                        .division(division)
                        .fiscalYear(YEAR)
                        .code(new AgencyCode(AGENCY))
                        .name("单位" + AGENCY)
                        .kind(AgencyKind.ADMINISTRATIVE)
                        .parent(Optional.empty())
                        .build())));
        level.done(level.ask(
                "finance",
                new RegisterAccount(ImmutableBankAccountTerms.builder()
                        .division(division)
                        .agency(AGENCY)
                        .fiscalYear(YEAR)
                        .number(level.account())
                        .name("零余额账户")
                        .bank("代理银行")
                        .kind("21")
                        .build())));
        level.appoint(
                "clerk",
                AGENCY,
                ProjectDuty.ENTRY,
                BudgetDuty.ENTRY,
                PaymentDuty.ENTRY,
                PaymentDuty.VOUCHER,
                PaymentDuty.SIGN,
                TransferDuty.ENTRY,
                VirementDuty.ENTRY);
        level.appoint(
                "head", AGENCY, ProjectDuty.DEPARTMENT, PaymentDuty.REVIEW, PaymentDuty.STAMP, ClosingDuty.AGENCY_YEAR);
        return level;
    }

    /** The rules of a year are adopted. */
    public void adopt(int year) {
        var rules = loop.rules().at(division, year, day).orElseThrow();
        done(loop.ask(command("admin", year, new AdoptRulebook(division, year, rules.fingerprint()))));
    }

    public void appoint(String actor, String agency, Duty... duties) {
        done(ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(person(actor))
                        .name(actor)
                        .division(division)
                        .agency(agency)
                        .fiscalYear(YEAR)
                        .grants(java.util.Arrays.stream(duties)
                                .map(duty -> new Grant(duty, division, agency))
                                .toList())
                        .build())));
    }

    /** Nobody works in two divisions. */
    private String person(String actor) {
        return actor.equals("admin") ? actor : actor + "@" + division;
    }

    String account() {
        return "Z" + division;
    }

    public Level on(LocalDate date) {
        day = date;
        return this;
    }

    public LocalDate day() {
        return day;
    }

    public Outcome ask(String actor, Body body) {
        return keep(loop.ask(command(actor, YEAR, body)));
    }

    public Outcome askOf(int year, String actor, Body body) {
        return keep(loop.ask(command(actor, year, body)));
    }

    public Command command(String actor, int year, Body body) {
        return new Command(new InputId("vendor-" + division, "c" + inputs++), person(actor), division, year, day, body);
    }

    public Outcome act(String actor, Id<?> document, Enum<?> action) {
        return ask(actor, Act.of(document, action));
    }

    /** Tells what came from elsewhere. */
    public Outcome tell(Notice notice) {
        return keep(loop.tell(notice));
    }

    private Outcome keep(Outcome outcome) {
        sent.addAll(outcome.messages());
        return outcome;
    }

    /** The outcome, which must be done. */
    public Outcome done(Outcome outcome) {
        if (!outcome.isDone()) {
            throw new AssertionError(outcome.result() + " "
                    + outcome.refusals().stream()
                            .map(r -> r.code() + ": " + r.text())
                            .toList());
        }
        return outcome;
    }

    public static List<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).toList();
    }

    public <D extends Document> D find(Id<D> id) {
        return loop.find(id).orElseThrow(() -> new AssertionError("there is no " + id));
    }

    public RulesInForce rules() {
        return loop.rules().at(division, YEAR, day).orElseThrow();
    }

    public long balance(Measure measure, Segments at) {
        return loop.balance(measure, at, rules());
    }

    /** All that stands on an account of the allotment ledger. */
    long ledger(String account) {
        return total(Ledgers.ALLOTMENT, account);
    }

    /** All that stands on an account of the treasury ledger. */
    public long treasury(String account) {
        return total(Ledgers.TREASURY, account);
    }

    /** All that stands on an account of the memorandum ledger. */
    public long memorandum(String account) {
        return total(Ledgers.MEMORANDUM, account);
    }

    private long total(LedgerId ledger, String account) {
        Meaning of = new Meaning(ledger, account);
        Side side = rules().rulebook().accounting().charts().stream()
                .flatMap(chart -> chart.account(of).stream())
                .findFirst()
                .orElseThrow()
                .normalSide();
        return loop
                .read(rules(), reads -> reads.balances(ledger, Dimensions.of(Dimensions.DIVISION, division)))
                .stream()
                .filter(kept -> kept.account().equals(of))
                .mapToLong(kept -> kept.balance().net(side))
                .sum();
    }

    long balance(TransferMeasure measure, Id<?> transfer) {
        return balance(measure, Dimensions.of(Dimensions.DOCUMENT, transfer.value()));
    }

    // ---- the flow ---------------------------------------------------------------------------------------------------

    ProjectCode code(int number) {
        return new ProjectCode(division.substring(0, 6) + "24" + String.format(Locale.ROOT, "T%012d", number));
    }

    /** A project that stands reserved. */
    public Id<Project> project(int number, long fen) {
        Id<Project> id = Project.id(code(number));
        done(ask(
                "clerk",
                new CreateProject(ImmutableProjectTerms.builder()
                        .code(code(number))
                        .name("项目" + number)
                        .category("3")
                        .division(division)
                        .agency(AGENCY)
                        .fiscalYear(YEAR)
                        .total(Fen.money(fen))
                        .slices(ImmutableSortedMap.of(YEAR, Fen.money(fen)))
                        .performanceGoal("目标")
                        .addPerformanceIndicators("指标")
                        .build())));
        done(act("clerk", id, ProjectAction.SUBMIT));
        done(act("head", id, ProjectAction.APPROVE));
        done(act("head", id, ProjectAction.REPORT));
        done(act("finance", id, ProjectAction.APPROVE));
        return id;
    }

    public ImmutableElements elements(Id<Project> project) {
        return ImmutableElements.builder()
                .division(new DivisionCode(division))
                .fiscalYear(YEAR)
                .agency(new AgencyCode(AGENCY))
                .project(new ProjectCode(project.value()))
                .function(FUNCTION)
                .governmentEconomic("50201")
                .departmentEconomic("30201")
                .fund("111")
                .extra(LABELS)
                .build();
    }

    /** A budget line that stands appropriated. */
    Id<BudgetLine> line(String id, Elements elements, long fen) {
        Id<BudgetLine> line = BudgetLine.id(id);
        done(ask(
                "clerk",
                new CreateBudgetLine(
                        line,
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(fen))
                                .build())));
        done(act("clerk", line, BudgetAction.SUBMIT));
        done(act("finance", line, BudgetAction.APPROVE));
        done(act("finance", line, BudgetAction.APPROPRIATE));
        return line;
    }

    /** An allotment that stands issued. */
    Id<Allotment> allotment(String id, Id<BudgetLine> line, Elements elements, AllotmentFlag flag, long fen) {
        Id<Allotment> allotment = Allotment.id(id);
        done(ask(
                "finance",
                new CreateAllotment(
                        allotment,
                        ImmutableAllotmentTerms.builder()
                                .elements(elements)
                                .line(line)
                                .flag(flag)
                                .amount(Fen.money(fen))
                                .documentNo("本级〔2024〕1号")
                                .title("下达指标")
                                .effectiveOn(day)
                                .build())));
        done(act("finance", allotment, AllotmentAction.SUBMIT));
        done(act("chief", allotment, AllotmentAction.APPROVE));
        return allotment;
    }

    /** An allotment to be distributed, out of a project and a line of its own. */
    public Id<Allotment> pending(String id, int project, long fen) {
        Elements elements = elements(project(project, fen));
        return allotment(id, line("L-" + id, elements, fen), elements, AllotmentFlag.PENDING, fen);
    }

    /** The terms of a transfer out of an allotment. */
    public ImmutableTransferTerms terms(Id<Allotment> source, String receiver, long fen) {
        return ImmutableTransferTerms.builder()
                .elements(find(source).terms().elements())
                .source(source)
                .receiver(new DivisionCode(receiver))
                .kind(TransferTerms.Kind.SPECIAL)
                .function("20106")
                .amount(Fen.money(fen))
                .documentNo("上级〔2024〕" + source.value() + "号")
                .title("下达转移支付")
                .effectiveOn(day)
                .build();
    }

    /** A transfer that stands issued. */
    public Id<Transfer> issue(String id, Id<Allotment> source, String receiver, long fen) {
        Id<Transfer> transfer = Transfer.id(id);
        done(ask("finance", new CreateTransfer(transfer, terms(source, receiver, fen))));
        done(act("finance", transfer, TransferAction.SUBMIT));
        done(act("chief", transfer, TransferAction.APPROVE));
        return transfer;
    }

    public Outcome receive(Id<ReceivedTransfer> transfer, String id, Elements elements, long fen) {
        return ask(
                "finance",
                new ReceiveTransfer(
                        transfer,
                        BudgetLine.id("L-" + id),
                        Allotment.id(id),
                        elements,
                        Fen.money(fen),
                        "本级〔2024〕2号",
                        "下达上级转移支付",
                        day));
    }

    Outcome giveBack(Id<ReceivedTransfer> transfer, Optional<Id<Allotment>> allotment, long fen) {
        return ask("finance", new GiveBackTransfer(transfer, allotment, Fen.money(fen), "不再需要"));
    }

    Outcome recall(Id<Transfer> transfer, long fen) {
        return ask("chief", new RecallTransfer(transfer, Fen.money(fen), "收回"));
    }

    /** What it has sent and nobody has acknowledged. */
    public ImmutableList<Notice> outbox() {
        return loop.outbox().stream()
                .filter(notice -> notice.id().sender().equals(division))
                .collect(ImmutableList.toImmutableList());
    }

    /** Takes what has left and not been delivered yet. */
    public ImmutableList<Notice> take() {
        ImmutableList<Notice> all = ImmutableList.copyOf(sent);
        sent.clear();
        return all;
    }

    /** Delivers everything between these levels until nothing is on its way. */
    public static void deliver(Level... levels) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Level from : levels) {
                for (Notice notice : from.take()) {
                    for (Level to : levels) {
                        if (to.division.equals(notice.division())) {
                            moved = true;
                            Outcome unused = to.tell(notice);
                        }
                    }
                }
            }
        }
    }
}
