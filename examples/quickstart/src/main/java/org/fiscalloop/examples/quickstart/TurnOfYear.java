package org.fiscalloop.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fiscalloop.examples.quickstart.Office.ADMINISTRATOR;
import static org.fiscalloop.examples.quickstart.Office.CHIEF;
import static org.fiscalloop.examples.quickstart.Office.FINANCE;
import static org.fiscalloop.examples.quickstart.Office.HEAD;

import com.google.common.collect.ImmutableList;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.StatementCsv;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** The end of a year with 8,000 yuan paid of 10,000: what is asked in which order, its statements, and money that comes back. */
public final class TurnOfYear {
    private static final String DIVISION = "310107000";
    private static final String AGENCY = "105";
    private static final int YEAR = 2024;
    private static final int NEXT = YEAR + 1;
    private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);
    private static final LocalDate JANUARY = LocalDate.of(NEXT, 1, 10);
    private static final Id<CarryOver> CARRY_OVER = CarryOver.id(DIVISION, AGENCY, NEXT);
    private static final Id<PaymentRequest> PAYMENT = PaymentRequest.id("ZF-1");
    private static final Id<PaymentVoucher> VOUCHER = PaymentVoucher.id("PZ-1");
    private static final int FIRST_LINES = 3;

    private final RuleTimeline rules = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
    private final FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
    private final PrintStream out;
    private int commands;

    private TurnOfYear(PrintStream out) {
        this.out = out;
    }

    /** Prints it. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    }

    static void print(PrintStream out) {
        TurnOfYear turn = new TurnOfYear(out);
        turn.pay();
        turn.close();
        turn.read();
        turn.comeBack();
    }

    /** 8,000 yuan of an allotment of 10,000 are paid and cleared. */
    private void pay() {
        Desk desk = Desk.open(loop, "10000.00");
        Chain chain = new Chain(desk.office());
        chain.request(PAYMENT, desk.terms("8000.00"), Desk.TODAY);
        ClearingLine paid = chain.pay(VOUCHER, ImmutableList.of(PAYMENT), Desk.TODAY);
        desk.office().tell("treasury", "QS-1", Desk.TODAY, new TreasuryClearing("QS-1", ImmutableList.of(paid)));
    }

    private void close() {
        RulesInForce ofNext = rules.at(DIVISION, NEXT, LAST_DAY).orElseThrow();
        ask(NEXT, ADMINISTRATOR, new AdoptRulebook(DIVISION, NEXT, ofNext.fingerprint()));
        ask(NEXT, FINANCE, new CalculateCarryOver(DIVISION, AGENCY, NEXT));
        look();
        ask(NEXT, CHIEF, Act.of(CARRY_OVER, CarryOverAction.CONFIRM));

        refund(YEAR, LAST_DAY, "TH-1", "TH-1", "100.00"); // something is left of the year again
        ask(YEAR, HEAD, new CloseAgencyYear(DIVISION, AGENCY, YEAR));
        ask(NEXT, FINANCE, Act.of(CARRY_OVER, CarryOverAction.RECALCULATE));
        look();
        ask(NEXT, CHIEF, Act.of(CARRY_OVER, CarryOverAction.CONFIRM));

        ask(YEAR, HEAD, new CloseAgencyYear(DIVISION, AGENCY, YEAR));
        ask(YEAR, FINANCE, new CloseDivisionYear(DIVISION, YEAR));
    }

    /** What is left, and what becomes of it. */
    private void look() {
        loop.find(CARRY_OVER)
                .orElseThrow()
                .terms()
                .lines()
                .forEach(line -> out.println("  " + line.allotment().orElseThrow() + " " + line.amount() + " "
                        + line.facts().term() + " " + line.treatment()));
    }

    private void ask(int fiscalYear, String actor, Body body) {
        InputId id = new InputId("my-system", Integer.toString(++commands));
        Outcome outcome = loop.ask(new Command(id, actor, DIVISION, fiscalYear, LAST_DAY, body));
        String what = body instanceof Act act ? act.action() : body.getClass().getSimpleName();
        out.println(fiscalYear + " " + what + ": " + outcome.result());
        outcome.refusals().forEach(refusal -> out.println("  " + refusal.code() + ": " + refusal.text()));
    }

    private void read() {
        FinalAccounts accounts = accounts(YEAR);
        StatementCsv.of(accounts.statement("F1")).lines().limit(FIRST_LINES).forEach(out::println);
        try (RecordCursor records = loop.records(0)) {
            Bridge bridge = accounts.bridge(records);
            out.println("本年预算收支差额 " + Fen.text(bridge.budgetary()) + ", 本期盈余 " + Fen.text(bridge.surplus()));
        }
    }

    private FinalAccounts accounts(int year) {
        RulesInForce ofYear =
                rules.at(DIVISION, year, LocalDate.of(year, 12, 31)).orElseThrow();
        Statements statements = Statements.under(ofYear); // proves the layouts: once for each rulebook, and kept
        return loop.read(ofYear, reads -> statements.of(reads, Scope.agency(DIVISION, AGENCY, year)));
    }

    private void comeBack() {
        String closed = StatementCsv.of(accounts(YEAR).statement("F1"));
        refund(YEAR, JANUARY, "TH-2", "TH-2", "50.00");
        refund(NEXT, JANUARY, "TH-3", "TH-3", "30.00");
        refund(YEAR, JANUARY, "again", "TH-2", "50.00");
        out.println("F1 of " + YEAR + " as before: "
                + StatementCsv.of(accounts(YEAR).statement("F1")).equals(closed));
        accounts(NEXT)
                .statement("F1")
                .lines("OPENING_ADJUSTED")
                .forEach(line -> out.println("F1 of " + NEXT + ", " + line.label() + ": " + line.cell("AMOUNT")));
    }

    private void refund(int fiscalYear, LocalDate on, String id, String serial, String yuan) {
        RefundNotice notice =
                new RefundNotice(VOUCHER, serial, Fen.money(Fen.parse(yuan)), Optional.of(PAYMENT), RefundKind.PASSIVE);
        Outcome told = loop.tell(new Notice(new InputId("bank", id), DIVISION, fiscalYear, on, notice));
        out.println(fiscalYear + " refund " + serial + ": " + told.result() + ", entries: "
                + told.entries().size());
    }
}
