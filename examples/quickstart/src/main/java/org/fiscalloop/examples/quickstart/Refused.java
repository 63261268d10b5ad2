package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;

/** What is refused, and how the refusals explain themselves. */
final class Refused {
    private final Office office;
    private final LocalDate on;
    private final PaymentTerms payment;

    /** Tries on the line of which most is left. */
    Refused(Office office, Plan plan) {
        this.office = office;
        this.on = LocalDate.of(office.agency().fiscalYear(), 12, 30);
        Plan.Line line = plan.lines().stream()
                .max(Comparator.comparing(each -> each.budget() - each.actual()))
                .orElseThrow();
        this.payment = ImmutablePaymentTerms.builder()
                .allotment(Budget.allotment(line, office.agency().fiscalYear()))
                .elements(new Budget(office, office.agency(), plan).elements(line))
                .amount(Fen.money(line.budget() - line.actual() + 1))
                .payerAccount(Office.ZERO_BALANCE)
                .payee(Payees.of(line, 12))
                .purpose("年终补发")
                .settlementMode("1")
                .businessType("1")
                .build();
    }

    void print(Page page) {
        print(page, "A payment over its allotment · 超指标支付", overAllotment());
        print(page, "A payment without an allotment · 无指标支付", withoutAllotment());
        print(page, "A budget line without a project · 无项目预算", withoutProject());
        print(page, "An approval by the preparer · 自编自审", byPreparer());
    }

    private Outcome overAllotment() {
        Id<PaymentRequest> request = PaymentRequest.id("ZF-OVER");
        office.must(Office.CLERK, on, new CreatePayment(request, payment));
        return office.ask(Office.CLERK, on, Act.of(request, PaymentAction.SUBMIT));
    }

    private Outcome withoutAllotment() {
        PaymentTerms terms = ImmutablePaymentTerms.builder()
                .from(payment)
                .allotment(Allotment.id("ZB-NONE"))
                .build();
        return office.ask(Office.CLERK, on, new CreatePayment(PaymentRequest.id("ZF-NONE"), terms));
    }

    private Outcome withoutProject() {
        var elements = ImmutableElements.builder()
                .from(payment.elements())
                .project(new ProjectCode("31010724T105000000099"))
                .build();
        return office.ask(
                Office.CLERK,
                on,
                new CreateBudgetLine(
                        BudgetLine.id("YS-NONE"),
                        ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(payment.amount())
                                .build()));
    }

    private Outcome byPreparer() {
        Id<PaymentRequest> request = PaymentRequest.id("ZF-ALONE");
        PaymentTerms terms = ImmutablePaymentTerms.builder()
                .from(payment)
                .amount(Fen.money(Fen.parse("100.00")))
                .build();
        office.must(Office.HEAD, on, new CreatePayment(request, terms));
        office.must(Office.HEAD, on, Act.of(request, PaymentAction.SUBMIT));
        Outcome refused = office.ask(Office.HEAD, on, Act.of(request, PaymentAction.APPROVE));
        office.must(Office.HEAD, on, Act.of(request, PaymentAction.RETURN));
        office.must(Office.HEAD, on, Act.of(request, PaymentAction.VOID));
        return refused;
    }

    private static void print(Page page, String title, Outcome outcome) {
        page.line(title);
        ImmutableList<Refusal> refusals = outcome.refusals();
        if (refusals.isEmpty()) {
            page.line("    " + outcome.result());
        }
        for (Refusal refusal : refusals) {
            page.line("    " + outcome.result() + " " + refusal.code() + " · "
                    + refusal.reason().title() + " · " + refusal.reason().titleZh());
            page.line("    " + refusal.text());
            page.line("    " + refusal.textZh());
            page.line("    " + refusal.reason().source().citation());
        }
    }
}
