package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectCommands.CreateProject;
import org.fiscalloop.project.ProjectTerms;
import org.joda.money.Money;

/** The straight path of each link from project to payment, every step of it asked for by the person whose duty it is. */
final class Chain {
    private final Office office;

    Chain(Office office) {
        this.office = office;
    }

    /** A project that stands in the reserve (储备): measured ones are confirmed, the others reviewed by finance. */
    void reserve(ProjectTerms terms, boolean isMeasured, LocalDate on) {
        Id<Project> project = Project.id(terms.code());
        office.must(Office.CLERK, on, new CreateProject(terms));
        office.must(Office.CLERK, on, project, ProjectAction.SUBMIT);
        office.must(Office.HEAD, on, project, ProjectAction.APPROVE);
        if (isMeasured) {
            office.must(Office.HEAD, on, project, ProjectAction.CONFIRM);
        } else {
            office.must(Office.HEAD, on, project, ProjectAction.REPORT);
            office.must(Office.FINANCE, on, project, ProjectAction.APPROVE);
        }
    }

    /** A budget line that finance has approved: it awaits its appropriation. */
    void propose(Id<BudgetLine> line, Elements elements, Money amount, LocalDate on) {
        var terms =
                ImmutableBudgetTerms.builder().elements(elements).amount(amount).build();
        office.must(Office.CLERK, on, new CreateBudgetLine(line, terms));
        office.must(Office.CLERK, on, line, BudgetAction.SUBMIT);
        office.must(Office.FINANCE, on, line, BudgetAction.APPROVE);
    }

    /** The line is appropriated (批复). */
    void appropriate(Id<BudgetLine> line, LocalDate on) {
        office.must(Office.FINANCE, on, line, BudgetAction.APPROPRIATE);
    }

    /** An executable allotment (可执行指标) of all or part of a line. */
    void issue(Id<Allotment> allotment, Id<BudgetLine> line, Elements elements, Money amount, LocalDate on) {
        office.must(
                Office.FINANCE,
                on,
                new CreateAllotment(
                        allotment,
                        ImmutableAllotmentTerms.builder()
                                .elements(elements)
                                .line(line)
                                .flag(AllotmentFlag.EXECUTABLE)
                                .amount(amount)
                                .documentNo("普财预〔" + elements.fiscalYear() + "〕1号")
                                .title("关于批复" + elements.fiscalYear() + "年部门预算的通知")
                                .effectiveOn(on)
                                .build()));
        office.must(Office.FINANCE, on, allotment, AllotmentAction.SUBMIT);
        office.must(Office.CHIEF, on, allotment, AllotmentAction.APPROVE);
    }

    /** A payment request that the agency has reviewed. */
    void request(Id<PaymentRequest> request, PaymentTerms terms, LocalDate on) {
        office.must(Office.CLERK, on, new CreatePayment(request, terms));
        office.must(Office.CLERK, on, request, PaymentAction.SUBMIT);
        office.must(Office.HEAD, on, request, PaymentAction.APPROVE);
    }

    /** A voucher of reviewed requests to one payee, sent to the bank, which pays it on the same day. */
    ClearingLine pay(Id<PaymentVoucher> voucher, ImmutableList<Id<PaymentRequest>> requests, LocalDate on) {
        office.must(Office.CLERK, on, new CreateVoucher(voucher, office.agency().agency(), requests));
        office.must(Office.CLERK, on, voucher, VoucherAction.SIGN);
        office.must(Office.HEAD, on, voucher, VoucherAction.STAMP);
        office.must(Office.CLERK, on, voucher, VoucherAction.SEND);
        var terms = office.loop().find(voucher).orElseThrow().terms();
        Money amount = Fen.money(terms.fen());
        String serial = "HD-" + voucher.value();
        office.tell("bank", serial, on, new BankReceipt(voucher, serial, on, amount, terms.payee()));
        return new ClearingLine(voucher, amount);
    }
}
