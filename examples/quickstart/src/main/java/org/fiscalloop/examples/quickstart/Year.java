package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.primitives.ImmutableLongArray;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.revenue.ImmutableAccrualTerms;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.revenue.WageAccrual;
import org.fiscalloop.tracing.PaymentTrace;
import org.fiscalloop.tracing.Trace;
import org.joda.money.Money;

/**
 * The planned year, asked and told step by step.
 *
 * <p>Projects are reserved, lines proposed, appropriated and allotted in the first days of January, for the system that was
 * replaced prepared the budget; the treasury reports revenue. Staff is paid in twelve months, each time after the wages are recorded as owed; running
 * expenditure is paid at the end of each quarter, projects in June and November. At the end of a month the treasury clears
 * what the bank has paid in it. One payment of November comes back, for its account was wrong, and is paid again.
 */
final class Year {
    private static final int MONTHS = 12;
    private static final int ITEM = 3;
    private static final long REVENUE = Wan.fen("3000.00");

    private final Office office;
    private final Chain chain;
    private final Plan plan;
    private final Budget budget;
    private final int year;

    Year(Office office, Plan plan) {
        this.office = office;
        this.chain = new Chain(office);
        this.plan = plan;
        this.budget = new Budget(office, office.agency(), plan);
        this.year = office.agency().fiscalYear();
    }

    /** From the first project to the last clearing. */
    void run(Published published) {
        budget.reserve(LocalDate.of(year, 1, 2));
        budget.propose(LocalDate.of(year, 1, 2));
        budget.appropriate(LocalDate.of(year, 1, 3));
        budget.allot(LocalDate.of(year, 1, 3));
        reportRevenue(LocalDate.of(year, 1, 3));
        for (int month = 1; month < MONTHS; month++) {
            month(month);
        }
        payAgain();
        month(MONTHS);
        receiveOtherIncome(published);
    }

    static Id<PaymentRequest> requestId(Plan.Line line, int month) {
        return PaymentRequest.id("ZF-" + line.number() + "-" + twoDigits(month));
    }

    private static String twoDigits(int month) {
        return month < 10 ? "0" + month : Integer.toString(month);
    }

    private void reportRevenue(LocalDate on) {
        office.tell(
                "treasury",
                "RB-" + on,
                on,
                new TreasuryDayReport(
                        IncomeReceipt.number("RB-" + on),
                        on,
                        ImmutableList.of(new IncomeTerms.Line(LocalRules.INCOME, "111", "", Fen.money(REVENUE)))));
    }

    private void month(int month) {
        LocalDate wages = LocalDate.of(year, month, 5);
        LocalDate payday = LocalDate.of(year, month, 10);
        ImmutableList<Plan.Line> due =
                plan.lines().stream().filter(line -> part(line, month) != 0).collect(toImmutableList());
        due.stream().filter(line -> line.economic().startsWith("301")).forEach(line -> accrue(line, month, wages));
        ImmutableListMultimap<PaymentTerms.Payee, Plan.Line> byPayee =
                due.stream().collect(toImmutableListMultimap(line -> Payees.of(line, month), line -> line));
        ImmutableList.Builder<ClearingLine> paid = ImmutableList.builder();
        int voucher = 0;
        for (PaymentTerms.Payee payee : byPayee.keySet()) {
            ImmutableList<Plan.Line> own = ImmutableList.copyOf(byPayee.get(payee));
            own.forEach(line -> chain.request(requestId(line, month), terms(line, payee, month), payday));
            ImmutableList<Id<PaymentRequest>> requests =
                    own.stream().map(line -> requestId(line, month)).collect(toImmutableList());
            voucher++;
            paid.add(chain.pay(PaymentVoucher.id("PZ-" + year + twoDigits(month) + "-" + voucher), requests, payday));
        }
        clear("QS-" + year + twoDigits(month), paid.build(), LocalDate.of(year, month, 28));
    }

    private void clear(String batch, ImmutableList<ClearingLine> paid, LocalDate on) {
        office.tell("treasury", batch, on, new TreasuryClearing(batch, paid));
    }

    /** The November payment of what finance has others do: returned by the bank in December and paid once more. */
    private void payAgain() {
        Plan.Line line = plan.lines().stream()
                .filter(each -> each.function().equals("2010608"))
                .findFirst()
                .orElseThrow();
        Id<PaymentRequest> returned = requestId(line, 11);
        Id<PaymentVoucher> voucher = Trace.up(office.loop(), returned)
                .flatMap(PaymentTrace::voucher)
                .map(stop -> PaymentVoucher.id(stop.document().id().value()))
                .orElseThrow();
        LocalDate on = LocalDate.of(year, 12, 5);
        Money amount = Fen.money(part(line, 11));
        office.tell(
                "bank",
                "TH-" + returned.value(),
                on,
                new RefundNotice(voucher, "TH-" + returned.value(), amount, Optional.of(returned), RefundKind.PASSIVE));
        PaymentTerms terms = terms(line, Payees.of(line, 11), 11);
        Id<PaymentRequest> again = requestId(line, 12);
        chain.request(again, terms, on);
        ClearingLine paid = chain.pay(PaymentVoucher.id("PZ-" + year + "11-R"), ImmutableList.of(again), on);
        clear("QS-" + year + "11-R", ImmutableList.of(paid), LocalDate.of(year, 12, 8));
    }

    private void accrue(Plan.Line line, int month, LocalDate on) {
        office.must(
                Office.HEAD,
                on,
                new AccrueWages(
                        WageAccrual.id("JT-" + line.number() + "-" + twoDigits(month)),
                        ImmutableAccrualTerms.builder()
                                .elements(budget.elements(line))
                                .amount(Fen.money(part(line, month)))
                                .purpose(month + "月工资福利")
                                .build()));
    }

    private PaymentTerms terms(Plan.Line line, PaymentTerms.Payee payee, int month) {
        return ImmutablePaymentTerms.builder()
                .allotment(Budget.allotment(line, year))
                .elements(budget.elements(line))
                .amount(Fen.money(part(line, month)))
                .payerAccount(Office.ZERO_BALANCE)
                .payee(payee)
                .purpose(month + "月" + line.name())
                .settlementMode("1")
                .businessType("1")
                .build();
    }

    /** What is paid of a line in a month: equal parts that add up to what is spent of it. */
    private static long part(Plan.Line line, int month) {
        ImmutableList<Integer> months = months(line.kind());
        int index = months.indexOf(month);
        return index < 0
                ? 0
                : Fen.split(line.actual(), ImmutableLongArray.copyOf(Collections.nCopies(months.size(), 1L)))
                        .get(index);
    }

    private static ImmutableList<Integer> months(SpendingKind kind) {
        return switch (kind) {
            case PERSONNEL -> ImmutableList.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
            case OPERATING -> ImmutableList.of(3, 6, 9, 12);
            case PROJECT -> ImmutableList.of(6, 11);
        };
    }

    /** The published other income, which arrives on the agency's own account, by what it is for. */
    private void receiveOtherIncome(Published published) {
        LocalDate on = LocalDate.of(year, 12, 20);
        Published.leaves(published.income(), ITEM, "other_income").forEach((function, fen) -> {
            String number = "SR-" + on + "-" + function;
            office.tell(
                    "bank",
                    number,
                    on,
                    new OtherIncomeReceived(
                            IncomeReceipt.number(number),
                            office.agency().agency(),
                            Office.OWN_ACCOUNT,
                            on,
                            Fen.money(fen),
                            Optional.empty(),
                            Optional.of(function)));
        });
    }
}
