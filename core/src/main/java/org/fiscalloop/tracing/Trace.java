package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.tracing.PaymentTrace.Way;
import org.joda.money.Money;

/** Following money through the documents of a loop, up from a payment and down from a project (资金追踪). */
public final class Trace {
    private Trace() {}

    /** The ways of a payment back to its budget lines and projects; absent if there is no such request. */
    public static Optional<PaymentTrace> up(FiscalLoop loop, Id<PaymentRequest> payment) {
        return Stop.at(loop, payment).map(request -> up(loop, request));
    }

    private static PaymentTrace up(FiscalLoop loop, Stop<PaymentRequest> request) {
        Id<PaymentRequest> id = PaymentRequest.id(request.document().id().value());
        Optional<Stop<PaymentVoucher>> voucher = voucher(loop, request);
        ImmutableList<Way> ways = voucher.stream()
                .flatMap(paid -> Standing.of(loop, paid.document().terms(), id).stream())
                .map(standing -> way(loop, standing.allotment(), standing.paid()))
                .collect(toImmutableList());
        PaymentTerms asked = request.document().terms();
        return new PaymentTrace(
                request,
                voucher,
                ways.isEmpty() ? ImmutableList.of(way(loop, asked.allotment(), asked.amount())) : ways);
    }

    private static Way way(FiscalLoop loop, Id<Allotment> drawnOn, Money amount) {
        ImmutableList<Stop<Allotment>> allotments =
                chain(loop, drawnOn, allotment -> allotment.terms().origin());
        Allotment source = allotments.get(allotments.size() - 1).document();
        Id<Project> project = Project.id(source.terms().elements().project());
        return new Way(
                amount,
                allotments,
                Stop.named(loop, source.terms().line()),
                chain(loop, project, each -> each.terms().parent().map(Project::id)));
    }

    private static <D extends Document> ImmutableList<Stop<D>> chain(
            FiscalLoop loop, Id<D> first, Function<D, Optional<Id<D>>> above) {
        ImmutableList.Builder<Stop<D>> chain = ImmutableList.builder();
        Optional<Id<D>> next = Optional.of(first);
        while (next.isPresent()) {
            Stop<D> stop = Stop.named(loop, next.orElseThrow());
            chain.add(stop);
            next = above.apply(stop.document());
        }
        return chain.build();
    }

    /** The voucher stands in the record that put the request on it; where that brought a division in, among others. */
    private static Optional<Stop<PaymentVoucher>> voucher(FiscalLoop loop, Stop<PaymentRequest> request) {
        return loop.trace(request.document().id()).stream()
                .flatMap(traced -> traced.record().moves().stream())
                .map(linked -> linked.move().document())
                .filter(id -> id.kind().equals(PaymentVoucher.KIND))
                .map(id -> new Id<>(PaymentVoucher.KIND, id.value()))
                .filter(id -> loop.find(id).stream()
                        .flatMap(voucher -> voucher.terms().lines().stream())
                        .anyMatch(
                                line -> line.request().equals(request.document().id())))
                .findFirst()
                .map(id -> Stop.named(loop, id));
    }

    /** What became of a project, down to its payees; absent if there is no such project. */
    public static Optional<ProjectTrace> down(FiscalLoop loop, Id<Project> project) {
        return loop.find(project).map(found -> {
            Descent descent = new Descent(found, loop);
            try (RecordCursor records = loop.records(0)) {
                records.forEachRemaining(descent::read);
            }
            return descent.trace();
        });
    }
}
