package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentEvents.VoucherRefunded;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.project.Project;
import org.fiscalloop.tracing.Passage;
import org.fiscalloop.tracing.PaymentTrace;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Stop;
import org.fiscalloop.tracing.Trace;
import org.joda.money.Money;

/** Money followed up from a payment and down from a project. */
final class Tracks {
    private final FiscalLoop loop;
    private final Page page;

    Tracks(FiscalLoop loop, Page page) {
        this.loop = loop;
        this.page = page;
    }

    /** One payment back to its budget line and project, with the journal positions of every step. */
    void up(Id<PaymentRequest> payment) {
        PaymentTrace trace = Trace.up(loop, payment).orElseThrow();
        for (Stop<?> stop : trace.stops()) {
            page.line(stop.document().id() + " · " + stop.last().to());
            for (Passage passage : stop.passages()) {
                page.line("    " + passage.on() + "  record " + passage.position() + "  " + passage.action() + " → "
                        + passage.to() + "  " + (passage.actor().isEmpty() ? "(told)" : passage.actor()));
            }
        }
    }

    /** One project down to its payees. */
    void down(Id<Project> project) {
        ProjectTrace trace = Trace.down(loop, project).orElseThrow();
        page.line(project + " · " + trace.project().terms().name() + " · total "
                + yuan(trace.project().terms().total()) + " 元");
        for (ProjectTrace.Line line : trace.lines()) {
            page.line("  " + line.id() + " · appropriated " + yuan(line.appropriated()) + " 元 · " + at(line.last()));
            for (ProjectTrace.Allotted allotted : line.allotments()) {
                page.line("    " + allotted.id() + " · " + yuan(allotted.amount()) + " 元 · " + at(allotted.last()));
                page.table(payments(allotted.payments()));
            }
        }
        for (ProjectTrace.Payee payee : trace.payees()) {
            page.line("  payee " + payee.payee().name() + " " + payee.payee().account() + ": " + yuan(payee.amount())
                    + " 元 in " + payee.payments()
                    + (payee.payments() == 1 ? " payment" : " payments, less what came back"));
        }
    }

    private List<ImmutableList<String>> payments(ImmutableList<ProjectTrace.Payment> payments) {
        List<ImmutableList<String>> rows = new ArrayList<>();
        rows.add(ImmutableList.of(
                "      payment", "payee", "paid 元", "refunded 元", "cleared 元", "voucher", "last move of the payment"));
        for (ProjectTrace.Payment payment : payments) {
            rows.add(ImmutableList.of(
                    "      " + payment.id().value(),
                    payment.terms().payee().name(),
                    yuan(payment.paid()),
                    yuan(payment.refunded()),
                    yuan(payment.cleared()),
                    payment.voucher().map(Id::value).orElse("-"),
                    at(payment.last()) + refunds(payment)));
        }
        return rows;
    }

    /** When money of it came back; that moves the voucher and not the request. */
    private String refunds(ProjectTrace.Payment payment) {
        StringBuilder refunds = new StringBuilder();
        payment.voucher().stream()
                .flatMap(voucher -> loop.trace(voucher).stream())
                .filter(traced -> traced.record().events().stream()
                        .anyMatch(event -> event instanceof VoucherRefunded refunded
                                && refunded.refund()
                                        .request()
                                        .map(payment.id()::equals)
                                        .orElse(true)))
                .forEach(traced -> refunds.append(", refunded ")
                        .append(traced.record().header().on())
                        .append(" (record ")
                        .append(traced.position())
                        .append(")"));
        return refunds.toString();
    }

    private static String at(Passage passage) {
        return passage.to() + " " + passage.on() + " (record " + passage.position() + ")";
    }

    private static String yuan(Money amount) {
        return Fen.text(Fen.of(amount));
    }
}
