package org.fiscalloop.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.fiscalloop.examples.quickstart.Desk.TODAY;
import static org.fiscalloop.examples.quickstart.Office.CLERK;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/** A payment that asks for more than its allotment has is refused; the same payment within it is accepted. */
public final class PayFromAllotment {
    private PayFromAllotment() {}

    /** Prints both. */
    public static void main(String[] args) {
        print(new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8));
    }

    static void print(PrintStream out) {
        // snippet
        RuleTimeline rules = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
        Desk desk = Desk.open(loop, "10000.00"); // people, a project, its budget, an allotment of 10,000 yuan
        Office office = desk.office();

        Id<PaymentRequest> request = PaymentRequest.id("ZF-1");
        office.ask(CLERK, TODAY, new CreatePayment(request, desk.terms("12000.00")));
        Outcome refused = office.ask(CLERK, TODAY, Act.of(request, PaymentAction.SUBMIT));
        refused.refusals().forEach(refusal -> {
            out.println(refused.result() + " " + refusal.code());
            out.println("  " + refusal.text());
            out.println("  " + refusal.textZh());
        });

        office.ask(CLERK, TODAY, new RevisePayment(request, desk.terms("8000.00")));
        Outcome accepted = office.ask(CLERK, TODAY, Act.of(request, PaymentAction.SUBMIT));
        out.println(accepted.result() + " " + request);
        accepted.entries()
                .forEach(entry -> entry.lines()
                        .forEach(line -> out.println("  " + entry.rule() + "  " + line.side() + "  " + line.account()
                                + "  " + Fen.text(line.fen()))));
        long left = loop.balance(AllotmentMeasure.AVAILABLE, desk.segments(), office.rules(TODAY));
        out.println("  available " + Fen.text(left));
        // end
    }
}
