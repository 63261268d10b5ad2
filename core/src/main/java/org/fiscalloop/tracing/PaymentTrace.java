package org.fiscalloop.tracing;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.joda.money.Money;

/**
 * The way of a payment back to where its money came from (逆向溯源).
 *
 * @param request the payment request
 * @param voucher the voucher by which it is paid; absent while it is on none
 * @param ways one for each allotment on which something of it stands, in the order in which it came there: that of the request,
 *     unless corrections have moved all of it elsewhere, then those to which they have
 */
public record PaymentTrace(
        Stop<PaymentRequest> request, Optional<Stop<PaymentVoucher>> voucher, ImmutableList<Way> ways) {

    /**
     * A way up from one allotment.
     *
     * @param amount what was paid that stands there, in yuan, whatever of it has come back; what is asked for where nothing is
     *     paid yet
     * @param allotments the allotment it stands on, then the one that was split from or carried over into it, and so on up
     * @param line the budget line that the last of these was issued from
     * @param projects the project of the line, then the one that was divided from, and so on up
     */
    public record Way(
            Money amount,
            ImmutableList<Stop<Allotment>> allotments,
            Stop<BudgetLine> line,
            ImmutableList<Stop<Project>> projects) {}

    /** All stops, from the request up, way by way, each once. */
    public ImmutableList<Stop<?>> stops() {
        Map<Id<?>, Stop<?>> stops = new LinkedHashMap<>();
        add(stops, request);
        voucher.ifPresent(stop -> add(stops, stop));
        for (Way way : ways) {
            way.allotments().forEach(stop -> add(stops, stop));
            add(stops, way.line());
            way.projects().forEach(stop -> add(stops, stop));
        }
        return ImmutableList.copyOf(stops.values());
    }

    private static void add(Map<Id<?>, Stop<?>> stops, Stop<?> stop) {
        stops.putIfAbsent(stop.document().id(), stop);
    }
}
