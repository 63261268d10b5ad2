package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.Alert;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.monitoring.PastPayments.Past;
import org.fiscalloop.monitoring.PaymentHistory;

/** A payment request (支付申请): what an agency asks to be paid from one allotment. */
public final class PaymentRequest extends FlowDocument<PaymentTerms, PaymentState> {
    /** The kind of document; the value of an id is its number (PAY_APP_NO 支付申请编号). */
    public static final DocumentKind<PaymentRequest> KIND = new DocumentKind<>("payment-request", PaymentRequest.class);

    PaymentRequest(Id<PaymentRequest> id, PaymentTerms terms, Standing<PaymentState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the request with this number. */
    public static Id<PaymentRequest> id(String number) {
        return new Id<>(KIND, number);
    }

    /** Whether finance has filled it in for the agency (代编). */
    public boolean isProxy() {
        return state().isProxy() || trail().steps().get(0).action().equals(PaymentAction.CREATE_PROXY.name());
    }

    /** All that monitoring has held it for, open or closed, in order. */
    public ImmutableList<Alert> alerts(Reads reads) {
        return Alert.about(Moment.SUBMIT, this, reads);
    }

    /** What monitoring is asked about when it is handed in. */
    MonitoredPayment monitored(LocalDate on) {
        return terms().payee().monitored(Moment.SUBMIT, id(), terms(), on, terms().amount(), terms().payerAccount());
    }

    /** Keeps it among past payments while it stands handed in, under the day on which it was handed in last. */
    public void keepIn(PaymentHistory history) {
        trail().steps().stream()
                .filter(PaymentRequest::isHandingIn)
                .reduce((earlier, later) -> later)
                .map(step -> new Past(
                        division(),
                        agency(),
                        terms().payee().account(),
                        step.on(),
                        Fen.of(terms().amount()),
                        id().value()))
                .ifPresent(state().isDraft() || state() == PaymentState.VOIDED ? history::remove : history::add);
    }

    private static boolean isHandingIn(TrailStep step) {
        return step.action().equals(PaymentAction.SUBMIT.name())
                || step.action().equals(PaymentAction.HOLD.name());
    }

    /** The alert by which it was held last, if it ever was. */
    public Optional<Id<Alert>> heldBy() {
        ImmutableList<TrailStep> steps = trail().steps();
        for (int version = steps.size(); version > 0; version--) {
            if (steps.get(version - 1).action().equals(PaymentAction.HOLD.name())) {
                return Optional.of(Alert.id(Moment.SUBMIT, id().value(), version));
            }
        }
        return Optional.empty();
    }
}
