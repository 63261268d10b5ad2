package org.fiscalloop.tracing;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;

/**
 * The way of a payment back to where its money came from (逆向溯源).
 *
 * @param request the payment request
 * @param voucher the voucher by which it is paid; absent while it is on none
 * @param allotments the allotment it draws on, then the one that was split from or carried over into it, and so on up
 * @param line the budget line that the last of these was issued from
 * @param projects the project of the line, then the one that was divided from, and so on up
 */
public record PaymentTrace(
        Stop<PaymentRequest> request,
        Optional<Stop<PaymentVoucher>> voucher,
        ImmutableList<Stop<Allotment>> allotments,
        Stop<BudgetLine> line,
        ImmutableList<Stop<Project>> projects) {

    /** All stops, from the request up. */
    public ImmutableList<Stop<?>> stops() {
        ImmutableList.Builder<Stop<?>> stops = ImmutableList.builder();
        stops.add(request);
        voucher.ifPresent(stops::add);
        return stops.addAll(allotments).add(line).addAll(projects).build();
    }
}
