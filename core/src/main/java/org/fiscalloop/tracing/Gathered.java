package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryTerms;
import org.joda.money.Money;

/** The documents and amounts of one project, as far as they have been gathered. */
final class Gathered {
    private final Project project;
    private final FiscalLoop loop;
    private final Set<Id<?>> projects = new HashSet<>();
    private final Map<Id<BudgetLine>, BudgetTerms> lines = new LinkedHashMap<>();
    private final Map<Id<Allotment>, AllotmentTerms> allotments = new LinkedHashMap<>();
    private final Map<Id<PaymentRequest>, PaymentTerms> payments = new LinkedHashMap<>();
    private final Map<Id<PaymentRequest>, Id<PaymentVoucher>> vouchers = new LinkedHashMap<>();
    private final ListMultimap<Id<Allotment>, ProjectTrace.Charge> charges = ArrayListMultimap.create();
    private final Map<Id<?>, Passage> last = new HashMap<>();
    private final Map<Id<?>, Long> appropriated = new HashMap<>();
    private final Map<Id<?>, Long> reduced = new HashMap<>();

    /** Nothing gathered yet. */
    Gathered(Project project, FiscalLoop loop) {
        this.project = project;
        this.loop = loop;
        projects.add(project.id());
    }

    // ---- what is gathered -------------------------------------------------------------------------------------------

    /** A step of a document, if it is followed. */
    void step(Id<?> document, Passage passage) {
        if (lines.containsKey(document) || allotments.containsKey(document) || payments.containsKey(document)) {
            last.put(document, passage);
        }
    }

    boolean isOwn(Id<?> part) {
        return projects.contains(part);
    }

    void part(Id<?> part) {
        projects.add(part);
    }

    void line(Id<?> line, BudgetTerms terms) {
        boolean isOwn = isOwn(Project.id(terms.elements().project()));
        keep(lines, BudgetLine.id(line.value()), terms, isOwn);
    }

    void allotment(Id<?> allotment, AllotmentTerms terms) {
        keep(allotments, Allotment.id(allotment.value()), terms, lines.containsKey(terms.line()));
    }

    void payment(Id<?> payment, PaymentTerms terms) {
        keep(payments, PaymentRequest.id(payment.value()), terms, allotments.containsKey(terms.allotment()));
    }

    /** What is filled in again may belong to another project now. */
    private static <K, V> void keep(Map<K, V> kept, K id, V terms, boolean isOwn) {
        if (isOwn) {
            kept.put(id, terms);
        } else {
            kept.remove(id);
        }
    }

    /** What stands on an allotment; nothing where it is not of the project. */
    Optional<AllotmentTerms> terms(Id<Allotment> allotment) {
        return Optional.ofNullable(allotments.get(allotment));
    }

    void change(Id<?> allotment, UnaryOperator<AllotmentTerms> changed) {
        allotments.computeIfPresent(Allotment.id(allotment.value()), (id, terms) -> changed.apply(terms));
    }

    void appropriate(Id<?> line) {
        Optional.ofNullable(lines.get(line)).ifPresent(terms -> appropriate(line, Fen.of(terms.amount())));
    }

    /** More is appropriated of a line, or less where it is below nothing. */
    void appropriate(Id<?> line, long fen) {
        if (lines.containsKey(line)) {
            appropriated.merge(line, fen, Fen::add);
        }
    }

    /** Something of an allotment goes back where it came from, or comes where it is below nothing. */
    void reduce(Id<?> allotment, long fen) {
        if (allotments.containsKey(allotment)) {
            reduced.merge(allotment, fen, Fen::add);
        }
    }

    void order(Id<?> voucher, VoucherTerms terms) {
        for (VoucherTerms.Line line : terms.lines()) {
            if (payments.containsKey(line.request())) {
                vouchers.put(line.request(), PaymentVoucher.id(voucher.value()));
            }
        }
    }

    /** A payment of another project may be put here by a correction. */
    void stand(Id<?> voucher, VoucherTerms.Part to) {
        if (allotments.containsKey(to.line().allotment())) {
            vouchers.put(to.line().request(), PaymentVoucher.id(voucher.value()));
        }
    }

    void charge(Id<?> out, TemporaryTerms.Settlement settlement) {
        settlement
                .allotment()
                .filter(allotments::containsKey)
                .ifPresent(allotment -> charges.put(
                        allotment,
                        new ProjectTrace.Charge(
                                TemporaryPayment.id(out.value()),
                                settlement.number(),
                                settlement.on(),
                                settlement.amount())));
    }

    // ---- what became of it ------------------------------------------------------------------------------------------

    ProjectTrace trace() {
        ImmutableListMultimap.Builder<Id<Allotment>, ProjectTrace.Payment> places = ImmutableListMultimap.builder();
        payments.forEach((id, terms) -> stand(id, terms, last(id), places));
        Set<Id<PaymentRequest>> others = new LinkedHashSet<>(vouchers.keySet());
        others.removeAll(payments.keySet());
        for (Id<PaymentRequest> other : others) {
            Stop<PaymentRequest> request = Stop.named(loop, other);
            stand(other, request.document().terms(), request.last(), places);
        }
        ImmutableListMultimap<Id<Allotment>, ProjectTrace.Payment> drawn = places.build();
        ImmutableListMultimap<Id<BudgetLine>, ProjectTrace.Allotted> issued = allotments.entrySet().stream()
                .collect(toImmutableListMultimap(
                        entry -> entry.getValue().line(),
                        entry -> allotted(entry.getKey(), entry.getValue(), drawn.get(entry.getKey()))));
        return new ProjectTrace(
                project,
                lines.entrySet().stream()
                        .map(entry -> line(entry.getKey(), entry.getValue(), issued.get(entry.getKey())))
                        .collect(toImmutableList()));
    }

    private ProjectTrace.Line line(Id<BudgetLine> id, BudgetTerms terms, ImmutableList<ProjectTrace.Allotted> issued) {
        return new ProjectTrace.Line(id, terms, amount(appropriated, id), last(id), issued);
    }

    private ProjectTrace.Allotted allotted(
            Id<Allotment> id, AllotmentTerms terms, ImmutableList<ProjectTrace.Payment> drawn) {
        Money left = terms.amount().minus(amount(reduced, id));
        return new ProjectTrace.Allotted(id, terms, left, last(id), drawn, ImmutableList.copyOf(charges.get(id)));
    }

    /** A payment under each allotment on which something of it stands; one that is not paid under its own. */
    private void stand(
            Id<PaymentRequest> id,
            PaymentTerms terms,
            Passage last,
            ImmutableListMultimap.Builder<Id<Allotment>, ProjectTrace.Payment> places) {
        Optional<Id<PaymentVoucher>> voucher = Optional.ofNullable(vouchers.get(id));
        ImmutableList<Standing> standings = voucher.flatMap(loop::find)
                .map(found -> Standing.of(loop, found.terms(), id))
                .orElse(ImmutableList.of());
        if (standings.isEmpty()) {
            Money none = Fen.money(0);
            places.put(terms.allotment(), new ProjectTrace.Payment(id, terms, voucher, none, none, none, last));
        }
        for (Standing at : standings) {
            Money cleared = at.isCleared() ? at.paid() : Fen.money(0);
            places.put(
                    at.allotment(),
                    new ProjectTrace.Payment(id, terms, voucher, at.paid(), at.refunded(), cleared, last));
        }
    }

    private Passage last(Id<?> id) {
        return requireNonNull(last.get(id), id::toString);
    }

    private static Money amount(Map<Id<?>, Long> amounts, Id<?> id) {
        return Fen.money(amounts.getOrDefault(id, 0L));
    }
}
