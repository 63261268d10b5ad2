package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.temporary.TemporaryPayment;
import org.joda.money.Money;

/**
 * What became of a project, down to its payees (向下追踪). Amounts are yuan.
 *
 * @param project as it is now
 * @param lines the lines that budget it or a part of it, in the order in which they were filled in
 */
public record ProjectTrace(Project project, ImmutableList<Line> lines) {

    /**
     * A budget line of the project, or of one that was divided from it.
     *
     * @param terms what stands on it
     * @param appropriated what was appropriated, with its adjustments and virements; zero before it is
     * @param last the step that brought it where it is
     * @param allotments what was issued from it, in the order in which it was filled in
     */
    public record Line(
            Id<BudgetLine> id,
            BudgetTerms terms,
            Money appropriated,
            Passage last,
            ImmutableList<Allotted> allotments) {}

    /**
     * An allotment of the line, split off another one or not.
     *
     * @param terms what stands on it; its parent is there
     * @param amount what was issued less what has gone back where it came from, with what virements and offsets have moved
     * @param last the step that brought it where it is
     * @param payments what draws on it, in the order in which it was asked for, then what corrections brought from elsewhere
     * @param charges what temporary payments were charged to it, in the order in which they were
     */
    public record Allotted(
            Id<Allotment> id,
            AllotmentTerms terms,
            Money amount,
            Passage last,
            ImmutableList<Payment> payments,
            ImmutableList<Charge> charges) {}

    /**
     * A temporary payment that was charged to the allotment (暂付款列支).
     *
     * @param id the temporary payment, which left the treasury before
     * @param number number of the document by which it was charged
     * @param on the day
     * @param amount how much of it
     */
    public record Charge(Id<TemporaryPayment> id, String number, LocalDate on, Money amount) {}

    /**
     * A payment from the allotment. One that was corrected stands under each allotment on which something of it stands.
     *
     * @param terms what stands on the request; the payee is there
     * @param voucher the voucher that took it up
     * @param paid what the bank has paid that stands on this allotment
     * @param refunded what of it has come back
     * @param cleared what of it the treasury has cleared with the bank
     * @param last the step that brought the request where it is
     */
    public record Payment(
            Id<PaymentRequest> id,
            PaymentTerms terms,
            Optional<Id<PaymentVoucher>> voucher,
            Money paid,
            Money refunded,
            Money cleared,
            Passage last) {}

    /**
     * Whom the money of the project has reached.
     *
     * @param amount what was paid less what has come back
     * @param payments the number of payments by which it was paid
     */
    public record Payee(PaymentTerms.Payee payee, Money amount, int payments) {}

    /** Every payment, line by line; one that was corrected once for each allotment on which something of it stands. */
    public ImmutableList<Payment> payments() {
        return lines.stream()
                .flatMap(line -> line.allotments().stream())
                .flatMap(allotted -> allotted.payments().stream())
                .collect(toImmutableList());
    }

    /** Those who were paid, in the order in which each is first met. */
    public ImmutableList<Payee> payees() {
        Map<PaymentTerms.Payee, Long> amounts = new LinkedHashMap<>();
        SetMultimap<PaymentTerms.Payee, Id<PaymentRequest>> paid = HashMultimap.create();
        for (Payment payment : payments()) {
            if (!payment.paid().isZero()) {
                PaymentTerms.Payee payee = payment.terms().payee();
                amounts.merge(payee, Fen.of(payment.paid().minus(payment.refunded())), Fen::add);
                paid.put(payee, payment.id());
            }
        }
        return amounts.entrySet().stream()
                .map(entry -> new Payee(
                        entry.getKey(),
                        Fen.money(entry.getValue()),
                        paid.get(entry.getKey()).size()))
                .collect(toImmutableList());
    }

    /** What was appropriated in all. */
    public Money appropriated() {
        return Fen.money(Fen.sum(lines.stream().map(Line::appropriated).toList()));
    }
}
