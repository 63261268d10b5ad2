package org.fiscalloop.tracing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCarriedIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCorrected;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFilledIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentOffset;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRecalled;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentReduced;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRestored;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSplit;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSupplemented;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAdjusted;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAppropriated;
import org.fiscalloop.budget.BudgetEvents.BudgetLineCarriedIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineFilledIn;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.loop.FiscalLoop.Traced;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpenedBalance;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentEvents.PaymentFilledIn;
import org.fiscalloop.payment.PaymentEvents.VoucherCleared;
import org.fiscalloop.payment.PaymentEvents.VoucherCreated;
import org.fiscalloop.payment.PaymentEvents.VoucherPaid;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectEvents.ProjectDivided;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.transfer.TransferEvents.TransferGivenBack;
import org.fiscalloop.transfer.TransferEvents.TransferReceived;
import org.fiscalloop.virement.VirementEvents.VirementExecuted;
import org.joda.money.Money;

/** The documents and amounts of one project, gathered from the records of a journal in their order. */
final class Descent {
    /** Where the amounts of a line come from in its own year: what was appropriated, with its adjustments. */
    private static final ImmutableSet<Meaning> SOURCES = ImmutableSet.of(
            new Meaning(Ledgers.ALLOTMENT, "CURRENT_REVENUE"),
            new Meaning(Ledgers.ALLOTMENT, "SPECIAL_ACCOUNT_FUNDS"),
            new Meaning(Ledgers.ALLOTMENT, "AGENCY_FUNDS"),
            new Meaning(Ledgers.ALLOTMENT, "UPPER_TRANSFER"),
            new Meaning(Ledgers.ALLOTMENT, "VIREMENT"));

    /** What an allotment took in of the year before, or before its budget: where it comes from, nothing that is held of it. */
    private static final ImmutableSet<Meaning> OF_ALLOTMENTS = ImmutableSet.of(
            new Meaning(Ledgers.ALLOTMENT, "PRIOR_CARRY_OVER"), new Meaning(Ledgers.ALLOTMENT, "PRE_ISSUED"));

    private final Project project;
    private final ToLongFunction<Id<PaymentRequest>> refundable;
    private final Set<Id<?>> projects = new HashSet<>();
    private final Map<Id<BudgetLine>, BudgetTerms> lines = new LinkedHashMap<>();
    private final Map<Id<Allotment>, AllotmentTerms> allotments = new LinkedHashMap<>();
    private final Map<Id<PaymentRequest>, PaymentTerms> payments = new LinkedHashMap<>();
    private final Map<Id<PaymentRequest>, Id<PaymentVoucher>> vouchers = new HashMap<>();
    private final Map<Id<?>, ImmutableList<VoucherTerms.Line>> ordered = new HashMap<>();
    private final Map<Id<?>, Passage> last = new HashMap<>();
    private final Map<Id<?>, Long> appropriated = new HashMap<>();
    private final Map<Id<?>, Long> reduced = new HashMap<>();
    private final Map<Id<?>, Long> paid = new HashMap<>();
    private final Map<Id<?>, Long> cleared = new HashMap<>();

    /**
     * Nothing gathered yet.
     *
     * @param refundable what of a payment has been paid and has not come back, in fen, by the books
     */
    Descent(Project project, ToLongFunction<Id<PaymentRequest>> refundable) {
        this.project = project;
        this.refundable = refundable;
        projects.add(project.id());
    }

    void read(Traced traced) {
        JournalRecord record = traced.record();
        record.events().forEach(this::follow);
        if (record.content() instanceof CommitOpening committed
                && !record.events().isEmpty()) {
            bring(committed.opening());
        }
        for (JournalRecord.LinkedMove linked : record.moves()) {
            Move move = linked.move();
            if (isFollowed(move.document())) {
                last.put(move.document(), Passage.of(traced, move));
            }
        }
    }

    private boolean isFollowed(Id<?> id) {
        return lines.containsKey(id) || allotments.containsKey(id) || payments.containsKey(id);
    }

    private void follow(Object event) {
        if (event instanceof ProjectDivided divided
                && projects.contains(id(divided.moves().get(0)))) {
            divided.moves().forEach(move -> projects.add(id(move)));
        } else if (event instanceof BudgetLineFilledIn line) {
            Id<Project> own = Project.id(line.terms().elements().project());
            keep(lines, new Id<>(BudgetLine.KIND, value(line.move())), line.terms(), projects.contains(own));
        } else if (event instanceof BudgetLineCarriedIn line) {
            Id<Project> own = Project.id(line.terms().elements().project());
            keep(lines, new Id<>(BudgetLine.KIND, value(line.move())), line.terms(), projects.contains(own));
        } else if (event instanceof BudgetLineAppropriated line) {
            appropriate(id(line.moves().get(0)));
        } else if (event instanceof BudgetLineAdjusted line && lines.containsKey(id(line.move()))) {
            add(appropriated, id(line.move()), Fen.of(line.change()));
        } else if (event instanceof AllotmentFilledIn allotment) {
            keep(allotment.move(), allotment.terms());
        } else if (event instanceof AllotmentCarriedIn allotment) {
            keep(allotment.move(), allotment.terms());
        } else if (event instanceof AllotmentRestored allotment) {
            allotments.computeIfPresent(
                    Allotment.id(value(allotment.move())), (id, terms) -> grown(terms, allotment.amount()));
        } else if (event instanceof AllotmentSplit split) {
            for (int i = 0; i < split.parts().size(); i++) {
                keep(split.moves().get(i + 1), split.parts().get(i));
            }
        } else if (event instanceof AllotmentReduced allotment && allotments.containsKey(id(allotment.move()))) {
            add(reduced, id(allotment.move()), Fen.of(allotment.amount()));
        } else if (event instanceof AllotmentRecalled allotment && allotments.containsKey(id(allotment.move()))) {
            add(reduced, id(allotment.move()), Fen.of(allotment.amount()));
        } else if (event instanceof AllotmentSupplemented allotment) {
            allotments.computeIfPresent(
                    Allotment.id(value(allotment.move())), (id, terms) -> grown(terms, allotment.amount()));
        } else if (event instanceof AllotmentCorrected allotment) {
            allotments.computeIfPresent(
                    Allotment.id(value(allotment.move())), (id, terms) -> corrected(terms, allotment.elements()));
        } else if (event instanceof AllotmentOffset offset
                && allotments.containsKey(id(offset.moves().get(1)))) {
            add(reduced, id(offset.moves().get(1)), Fen.of(offset.amount()));
        } else if (event instanceof VirementExecuted virement) {
            virement.lines().forEach(line -> {
                vire(line.from(), Fen.negate(Fen.of(line.amount())));
                vire(line.to(), Fen.of(line.amount()));
            });
        } else if (event instanceof TransferReceived received) {
            receive(received);
        } else if (event instanceof TransferGivenBack back) {
            giveBack(back);
        } else if (event instanceof PaymentFilledIn payment) {
            boolean isOwn = allotments.containsKey(payment.terms().allotment());
            keep(payments, new Id<>(PaymentRequest.KIND, value(payment.move())), payment.terms(), isOwn);
        } else if (event instanceof VoucherCreated voucher) {
            order(new Id<>(PaymentVoucher.KIND, value(voucher.moves().get(0))), voucher.terms());
        } else if (event instanceof VoucherPaid voucher) {
            settle(paid, voucher.moves().get(0));
        } else if (event instanceof VoucherCleared voucher) {
            settle(cleared, voucher.move());
        }
    }

    /** What was not received moves neither a line nor an allotment. */
    private void giveBack(TransferGivenBack back) {
        if (back.moves().size() > 1 && allotments.containsKey(id(back.moves().get(1)))) {
            long fen = Fen.of(back.told().amount());
            add(reduced, id(back.moves().get(1)), fen);
            add(appropriated, id(back.moves().get(2)), Fen.negate(fen));
        }
    }

    /** What comes from the level above makes a line and an allotment at once. */
    private void receive(TransferReceived received) {
        Id<BudgetLine> line = new Id<>(BudgetLine.KIND, value(received.moves().get(1)));
        Id<Project> own = Project.id(received.line().elements().project());
        keep(lines, line, received.line(), projects.contains(own));
        appropriate(line);
        keep(received.moves().get(2), received.allotment());
    }

    private static AllotmentTerms grown(AllotmentTerms terms, Money by) {
        return ImmutableAllotmentTerms.builder()
                .from(terms)
                .amount(terms.amount().plus(by))
                .build();
    }

    private static AllotmentTerms corrected(AllotmentTerms terms, Elements elements) {
        return ImmutableAllotmentTerms.builder().from(terms).elements(elements).build();
    }

    /** A virement changes an allotment and its line. */
    private void vire(Id<Allotment> allotment, long fen) {
        AllotmentTerms terms = allotments.get(allotment);
        if (terms != null) {
            add(reduced, allotment, Fen.negate(fen));
            add(appropriated, terms.line(), fen);
        }
    }

    /** A division that is brought in has documents whose events were elsewhere. */
    private void bring(OpeningTerms opening) {
        opening.documents().forEach(this::bring);
        Map<Id<?>, Long> held = new HashMap<>();
        for (OpenedBalance balance : opening.balances()) {
            Segments at = balance.segments();
            String allotment = at.value(Dimensions.ALLOTMENT);
            boolean isClosing = Phase.CLOSING.has(at) || Phase.CARRIED.has(at);
            if (!balance.account().ledger().equals(Ledgers.ALLOTMENT) || isClosing) {
                continue;
            }
            if (SOURCES.contains(balance.account())) {
                add(
                        appropriated,
                        BudgetLine.id(at.value(Dimensions.LINE)),
                        balance.booked().net(Side.CREDIT));
            } else if (!allotment.isEmpty() && !OF_ALLOTMENTS.contains(balance.account())) {
                hold(held, Allotment.id(allotment), balance.booked().net(Side.DEBIT));
            }
        }
        for (Restored whole : opening.documents()) {
            Id<Allotment> id = Allotment.id(whole.id().value());
            boolean isIssued = whole.id().equals(id) && whole.move().to().equals(AllotmentState.ISSUED.name());
            if (isIssued && whole.terms() instanceof AllotmentTerms terms && allotments.containsKey(id)) {
                add(reduced, id, Fen.subtract(Fen.of(terms.amount()), held.getOrDefault(id, 0L)));
            }
        }
    }

    private void bring(Restored whole) {
        String id = whole.id().value();
        if (whole.terms() instanceof ProjectTerms part
                && part.parent().map(Project::id).filter(projects::contains).isPresent()) {
            projects.add(whole.id());
        } else if (whole.terms() instanceof BudgetTerms line) {
            keep(
                    lines,
                    BudgetLine.id(id),
                    line,
                    projects.contains(Project.id(line.elements().project())));
        } else if (whole.terms() instanceof AllotmentTerms allotment) {
            keep(allotments, Allotment.id(id), allotment, lines.containsKey(allotment.line()));
        } else if (whole.terms() instanceof PaymentTerms payment) {
            keep(payments, PaymentRequest.id(id), payment, allotments.containsKey(payment.allotment()));
        } else if (whole.terms() instanceof VoucherTerms voucher) {
            order(PaymentVoucher.id(id), voucher);
            voucher.receipt().ifPresent(receipt -> settle(paid, whole.move()));
            voucher.clearing().ifPresent(clearing -> settle(cleared, whole.move()));
        }
    }

    /** What is held of an allotment is held of all that it was split off. */
    private void hold(Map<Id<?>, Long> held, Id<Allotment> allotment, long fen) {
        Optional<Id<Allotment>> part = Optional.of(allotment);
        while (part.isPresent()) {
            Id<Allotment> id = part.get();
            add(held, id, fen);
            part = Optional.ofNullable(allotments.get(id)).flatMap(AllotmentTerms::parent);
        }
    }

    /** What is filled in again may belong to another project now. */
    private static <K, V> void keep(Map<K, V> kept, K id, V terms, boolean isOwn) {
        if (isOwn) {
            kept.put(id, terms);
        } else {
            kept.remove(id);
        }
    }

    private void keep(Move move, AllotmentTerms terms) {
        keep(allotments, Allotment.id(value(move)), terms, lines.containsKey(terms.line()));
    }

    private void appropriate(Id<?> id) {
        BudgetTerms terms = lines.get(id);
        if (terms != null) {
            add(appropriated, id, Fen.of(terms.amount()));
        }
    }

    private void order(Id<PaymentVoucher> voucher, VoucherTerms terms) {
        ImmutableList<VoucherTerms.Line> own = terms.lines().stream()
                .filter(line -> payments.containsKey(line.request()))
                .collect(toImmutableList());
        if (!own.isEmpty()) {
            ordered.put(voucher, own);
            own.forEach(line -> vouchers.put(line.request(), voucher));
        }
    }

    private void settle(Map<Id<?>, Long> amounts, Move voucher) {
        ordered.getOrDefault(id(voucher), ImmutableList.of())
                .forEach(line -> add(amounts, line.request(), Fen.of(line.amount())));
    }

    private static void add(Map<Id<?>, Long> amounts, Id<?> id, long fen) {
        amounts.merge(id, fen, Fen::add);
    }

    private static Id<?> id(Move move) {
        return move.document();
    }

    private static String value(Move move) {
        return move.document().value();
    }

    ProjectTrace trace() {
        ImmutableListMultimap<Id<Allotment>, ProjectTrace.Payment> drawn = payments.entrySet().stream()
                .collect(toImmutableListMultimap(
                        entry -> entry.getValue().allotment(), entry -> payment(entry.getKey(), entry.getValue())));
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
        return new ProjectTrace.Allotted(id, terms, left, last(id), drawn);
    }

    private ProjectTrace.Payment payment(Id<PaymentRequest> id, PaymentTerms terms) {
        Money out = amount(paid, id);
        return new ProjectTrace.Payment(
                id,
                terms,
                Optional.ofNullable(vouchers.get(id)),
                out,
                out.minus(Fen.money(refundable.applyAsLong(id))),
                amount(cleared, id),
                last(id));
    }

    private Passage last(Id<?> id) {
        return requireNonNull(last.get(id), id::toString);
    }

    private static Money amount(Map<Id<?>, Long> amounts, Id<?> id) {
        return Fen.money(amounts.getOrDefault(id, 0L));
    }
}
