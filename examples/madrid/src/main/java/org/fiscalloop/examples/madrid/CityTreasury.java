package org.fiscalloop.examples.madrid;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.ImmutablePaymentTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;

/**
 * The city's payments, in the order of the table, spread evenly over the days of the year since the table knows no day: each
 * is a request, a voucher and a receipt, and at the end of the day the treasury clears.
 *
 * <p>A request that is refused because there is not enough is filled in again with what the refusal says is available, and
 * given up if that is nothing. So the sum of what the refusals say is short is what was not paid.
 */
final class CityTreasury {
    private static final String OVER = "payment.over-allotment";
    private static final int DAYS = 365;

    /**
     * A payment that was refused.
     *
     * @param payment as the table has it
     * @param refusal the limit that refused it, with its terms
     */
    record Refused(CityPayment payment, Refusal refusal) {
        /** What could be paid of it, in fen. */
        long availableFen() {
            return fen("available");
        }

        /** What could not, in fen. */
        long shortFen() {
            return fen("short-by");
        }

        private long fen(String fact) {
            if (refusal.facts().get(fact) instanceof Fact.Amount amount) {
                return amount.fen();
            }
            throw new IllegalStateException("refusal has no amount " + fact + ": " + refusal);
        }
    }

    private final City city;
    private final CityBudget budget;
    private final ImmutableList.Builder<Refused> refused = ImmutableList.builder();
    private final List<ClearingLine> unclear = new ArrayList<>();

    private CityTreasury(City city, CityBudget budget) {
        this.city = city;
        this.budget = budget;
    }

    /** Pays all of them, and says which were refused. */
    static ImmutableList<Refused> pay(City city, CityBudget budget, ImmutableList<CityPayment> payments) {
        CityTreasury treasury = new CityTreasury(city, budget);
        for (int i = 0; i < payments.size(); i++) {
            treasury.turn(i * DAYS / payments.size());
            treasury.pay(payments.get(i));
        }
        treasury.clear();
        return treasury.refused.build();
    }

    private void turn(int days) {
        var day = MadridRules.FIRST_DAY.plusDays(days);
        if (!day.equals(city.day())) {
            clear();
            city.turn(day);
        }
    }

    private void pay(CityPayment payment) {
        Id<PaymentRequest> request = PaymentRequest.id("P" + payment.number());
        PaymentTerms terms = terms(payment);
        String clerk = City.clerk(terms.agency());
        city.must(clerk, new CreatePayment(request, terms));
        Outcome submitted = city.ask(clerk, Act.of(request, PaymentAction.SUBMIT));
        if (submitted.isDone()) {
            finish(request, terms, payment);
        } else {
            shorten(request, terms, new Refused(payment, only(submitted)));
        }
    }

    private void shorten(Id<PaymentRequest> request, PaymentTerms terms, Refused refusedOnce) {
        String clerk = City.clerk(terms.agency());
        refused.add(refusedOnce);
        if (refusedOnce.availableFen() <= 0) {
            city.must(clerk, request, PaymentAction.VOID);
            return;
        }
        PaymentTerms less = ImmutablePaymentTerms.builder()
                .from(terms)
                .amount(Fen.money(refusedOnce.availableFen()))
                .build();
        city.must(clerk, new RevisePayment(request, less));
        city.must(clerk, request, PaymentAction.SUBMIT);
        finish(request, less, refusedOnce.payment());
    }

    private static Refusal only(Outcome outcome) {
        ImmutableList<Refusal> refusals = outcome.refusals();
        if (refusals.size() != 1 || !refusals.get(0).code().equals(OVER)) {
            throw new IllegalStateException(outcome.input() + " is refused for something else: "
                    + refusals.stream().map(Refusal::text).toList());
        }
        return refusals.get(0);
    }

    private void finish(Id<PaymentRequest> request, PaymentTerms terms, CityPayment payment) {
        Id<PaymentVoucher> voucher = PaymentVoucher.id("V" + payment.number());
        String clerk = City.clerk(terms.agency());
        String head = City.head(terms.agency());
        city.must(head, request, PaymentAction.APPROVE);
        city.must(clerk, new CreateVoucher(voucher, terms.agency(), ImmutableList.of(request)));
        city.must(clerk, voucher, VoucherAction.SIGN);
        city.must(head, voucher, VoucherAction.STAMP);
        city.must(clerk, voucher, VoucherAction.SEND);
        city.tell(
                "bank",
                "R" + payment.number(),
                new BankReceipt(voucher, "S" + payment.number(), city.day(), terms.amount(), terms.payee()));
        unclear.add(new ClearingLine(voucher, terms.amount()));
    }

    private void clear() {
        if (!unclear.isEmpty()) {
            String batch = city.day().toString();
            city.tell("treasury", batch, new TreasuryClearing(batch, ImmutableList.copyOf(unclear)));
            unclear.clear();
        }
    }

    private PaymentTerms terms(CityPayment payment) {
        var elements = budget.elements(payment.line());
        return ImmutablePaymentTerms.builder()
                .allotment(CityBudget.allotment(payment.line()))
                .elements(elements)
                .amount(Fen.money(payment.fen()))
                .payerAccount(City.account(elements.agency().value()))
                .payee(new PaymentTerms.Payee("Acreedor " + payment.payee(), "ES" + payment.payee(), "商业银行"))
                .purpose("Pago " + payment.number())
                .settlementMode("1")
                .businessType("1")
                .build();
    }
}
