package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.register.ImmutableAgencyTerms;
import org.joda.money.Money;

/** A desk of an agency with one project, one budget line and one executable allotment: enough for a first payment. */
final class Desk {
    static final LocalDate TODAY = LocalDate.of(2024, 3, 1);

    private static final String DIVISION = "310107000";
    private static final int YEAR = 2024;
    private static final Elements ELEMENTS = ImmutableElements.builder()
            .division(new DivisionCode(DIVISION))
            .fiscalYear(YEAR)
            .agency(new AgencyCode("105"))
            .project(new ProjectCode("31010724T105000000001"))
            .function("2010602")
            .governmentEconomic("50201")
            .departmentEconomic("30201")
            .fund("111")
            .build();

    private final Office office;
    private final Id<Allotment> allotment;

    private Desk(Office office, Id<Allotment> allotment) {
        this.office = office;
        this.allotment = allotment;
    }

    /** Reserves a project, appropriates a budget line and issues an allotment of this amount in yuan. */
    static Desk open(FiscalLoop loop, String yuan) {
        Office office = Office.open(
                loop,
                ImmutableAgencyTerms.builder()
                        .division(DIVISION)
                        .fiscalYear(YEAR)
                        .code(new AgencyCode("105"))
                        .name("普陀区财政局")
                        .kind(AgencyKind.ADMINISTRATIVE)
                        .build(),
                TODAY);
        Chain chain = new Chain(office);
        Money amount = Fen.money(Fen.parse(yuan));
        chain.reserve(project(amount), false, TODAY);
        Id<BudgetLine> line = BudgetLine.id("YS-1");
        chain.propose(line, ELEMENTS, amount, TODAY);
        chain.appropriate(line, TODAY);
        Id<Allotment> allotment = Allotment.id("ZB-1");
        chain.issue(allotment, line, ELEMENTS, amount, TODAY);
        return new Desk(office, allotment);
    }

    private static ImmutableProjectTerms project(Money total) {
        return ImmutableProjectTerms.builder()
                .code(ELEMENTS.project())
                .name("一般行政管理事务")
                .category("22")
                .division(DIVISION)
                .agency("105")
                .fiscalYear(YEAR)
                .total(total)
                .slices(ImmutableSortedMap.of(YEAR, total))
                .performanceGoal("保障机关运转")
                .addPerformanceIndicators("年度任务完成率 100%")
                .build();
    }

    Office office() {
        return office;
    }

    /** The coding block under which the balances of the allotment stand. */
    Segments segments() {
        return office.loop().find(allotment).orElseThrow().segments();
    }

    /** A request for this amount in yuan, from the allotment to a supplier. */
    PaymentTerms terms(String yuan) {
        return ImmutablePaymentTerms.builder()
                .allotment(allotment)
                .elements(ELEMENTS)
                .amount(Fen.money(Fen.parse(yuan)))
                .payerAccount(Office.ZERO_BALANCE)
                .payee(new PaymentTerms.Payee("办公用品供应商", "6200000000000003", "商业银行"))
                .purpose("办公用品")
                .settlementMode("1")
                .businessType("1")
                .build();
    }
}
