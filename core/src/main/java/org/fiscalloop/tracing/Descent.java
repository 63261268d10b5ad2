package org.fiscalloop.tracing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
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
import org.fiscalloop.correction.CorrectionEvents.CorrectionBooked;
import org.fiscalloop.flow.EventType.Restored;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.FiscalLoop.Traced;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpenedBalance;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentEvents.PaymentFilledIn;
import org.fiscalloop.payment.PaymentEvents.VoucherCreated;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectEvents.ProjectDivided;
import org.fiscalloop.project.ProjectTerms;
import org.fiscalloop.temporary.TemporaryEvents.TemporarySettled;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.transfer.TransferEvents.TransferGivenBack;
import org.fiscalloop.transfer.TransferEvents.TransferReceived;
import org.fiscalloop.virement.VirementEvents.VirementExecuted;
import org.joda.money.Money;

/** Reads the records of a journal in their order, and gathers what is of one project. */
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

    /** What is made of an event of one class. */
    private record On<E>(Class<E> event, BiConsumer<Gathered, E> taken) {
        void take(Gathered gathered, Object happened) {
            taken.accept(gathered, event.cast(happened));
        }
    }

    private static final ImmutableMap<Class<?>, On<?>> EVENTS = Maps.uniqueIndex(
            ImmutableList.of(
                    new On<>(ProjectDivided.class, Descent::divided),
                    new On<>(BudgetLineFilledIn.class, (g, it) -> g.line(id(it.move()), it.terms())),
                    new On<>(BudgetLineCarriedIn.class, (g, it) -> g.line(id(it.move()), it.terms())),
                    new On<>(
                            BudgetLineAppropriated.class,
                            (g, it) -> g.appropriate(id(it.moves().get(0)))),
                    new On<>(BudgetLineAdjusted.class, (g, it) -> g.appropriate(id(it.move()), Fen.of(it.change()))),
                    new On<>(AllotmentFilledIn.class, (g, it) -> g.allotment(id(it.move()), it.terms())),
                    new On<>(AllotmentCarriedIn.class, (g, it) -> g.allotment(id(it.move()), it.terms())),
                    new On<>(AllotmentRestored.class, (g, it) -> g.change(id(it.move()), grown(it.amount()))),
                    new On<>(AllotmentSplit.class, Descent::split),
                    new On<>(AllotmentReduced.class, (g, it) -> g.reduce(id(it.move()), Fen.of(it.amount()))),
                    new On<>(AllotmentRecalled.class, (g, it) -> g.reduce(id(it.move()), Fen.of(it.amount()))),
                    new On<>(AllotmentSupplemented.class, (g, it) -> g.change(id(it.move()), grown(it.amount()))),
                    new On<>(AllotmentCorrected.class, (g, it) -> g.change(id(it.move()), corrected(it.elements()))),
                    new On<>(
                            AllotmentOffset.class,
                            (g, it) -> g.reduce(id(it.moves().get(1)), Fen.of(it.amount()))),
                    new On<>(VirementExecuted.class, Descent::vired),
                    new On<>(TransferReceived.class, Descent::received),
                    new On<>(TransferGivenBack.class, Descent::givenBack),
                    new On<>(PaymentFilledIn.class, (g, it) -> g.payment(id(it.move()), it.terms())),
                    new On<>(
                            VoucherCreated.class,
                            (g, it) -> g.order(id(it.moves().get(0)), it.terms())),
                    new On<>(
                            CorrectionBooked.class,
                            (g, it) -> g.stand(id(it.moves().get(0)), it.to())),
                    new On<>(TemporarySettled.class, (g, it) -> g.charge(id(it.move()), it.settlement()))),
            On::event);

    private final Gathered gathered;

    /** Nothing read yet. */
    Descent(Project project, FiscalLoop loop) {
        this.gathered = new Gathered(project, loop);
    }

    void read(Traced traced) {
        JournalRecord record = traced.record();
        for (Object event : record.events()) {
            Optional.ofNullable(EVENTS.get(event.getClass())).ifPresent(on -> on.take(gathered, event));
        }
        if (record.content() instanceof CommitOpening committed
                && !record.events().isEmpty()) {
            opened(committed.opening());
        }
        for (JournalRecord.LinkedMove linked : record.moves()) {
            gathered.step(id(linked.move()), Passage.of(traced, linked.move()));
        }
    }

    ProjectTrace trace() {
        return gathered.trace();
    }

    private static Id<?> id(Move move) {
        return move.document();
    }

    private static void divided(Gathered gathered, ProjectDivided divided) {
        if (gathered.isOwn(id(divided.moves().get(0)))) {
            divided.moves().forEach(move -> gathered.part(id(move)));
        }
    }

    private static void split(Gathered gathered, AllotmentSplit split) {
        for (int i = 0; i < split.parts().size(); i++) {
            gathered.allotment(id(split.moves().get(i + 1)), split.parts().get(i));
        }
    }

    private static UnaryOperator<AllotmentTerms> grown(Money by) {
        return terms -> ImmutableAllotmentTerms.builder()
                .from(terms)
                .amount(terms.amount().plus(by))
                .build();
    }

    private static UnaryOperator<AllotmentTerms> corrected(Elements elements) {
        return terms ->
                ImmutableAllotmentTerms.builder().from(terms).elements(elements).build();
    }

    /** A virement changes an allotment and its line. */
    private static void vired(Gathered gathered, VirementExecuted virement) {
        virement.lines().forEach(line -> {
            vired(gathered, line.from(), Fen.negate(Fen.of(line.amount())));
            vired(gathered, line.to(), Fen.of(line.amount()));
        });
    }

    private static void vired(Gathered gathered, Id<Allotment> allotment, long fen) {
        gathered.terms(allotment).ifPresent(terms -> {
            gathered.reduce(allotment, Fen.negate(fen));
            gathered.appropriate(terms.line(), fen);
        });
    }

    /** What was not received moves neither a line nor an allotment. */
    private static void givenBack(Gathered gathered, TransferGivenBack back) {
        if (back.moves().size() > 1) {
            long fen = Fen.of(back.told().amount());
            gathered.reduce(id(back.moves().get(1)), fen);
            gathered.appropriate(id(back.moves().get(2)), Fen.negate(fen));
        }
    }

    /** What comes from the level above makes a line and an allotment at once. */
    private static void received(Gathered gathered, TransferReceived received) {
        gathered.line(id(received.moves().get(1)), received.line());
        gathered.appropriate(id(received.moves().get(1)));
        gathered.allotment(id(received.moves().get(2)), received.allotment());
    }

    /** A division that is brought in has documents whose events were elsewhere. */
    private void opened(OpeningTerms opening) {
        opening.documents().forEach(this::opened);
        Map<Id<Allotment>, Long> held = new HashMap<>();
        for (OpenedBalance balance : opening.balances()) {
            Segments at = balance.segments();
            String allotment = at.value(Dimensions.ALLOTMENT);
            boolean isClosing = Phase.CLOSING.has(at) || Phase.CARRIED.has(at);
            if (!balance.account().ledger().equals(Ledgers.ALLOTMENT) || isClosing) {
                continue;
            }
            if (SOURCES.contains(balance.account())) {
                gathered.appropriate(
                        BudgetLine.id(at.value(Dimensions.LINE)),
                        balance.booked().net(Side.CREDIT));
            } else if (!allotment.isEmpty() && !OF_ALLOTMENTS.contains(balance.account())) {
                hold(held, Allotment.id(allotment), balance.booked().net(Side.DEBIT));
            }
        }
        for (Restored whole : opening.documents()) {
            if (whole.terms() instanceof AllotmentTerms terms
                    && whole.move().to().equals(AllotmentState.ISSUED.name())) {
                long left = held.getOrDefault(Allotment.id(whole.id().value()), 0L);
                gathered.reduce(whole.id(), Fen.subtract(Fen.of(terms.amount()), left));
            }
        }
    }

    private void opened(Restored whole) {
        if (whole.terms() instanceof ProjectTerms part
                && part.parent().map(Project::id).filter(gathered::isOwn).isPresent()) {
            gathered.part(whole.id());
        } else if (whole.terms() instanceof BudgetTerms line) {
            gathered.line(whole.id(), line);
        } else if (whole.terms() instanceof AllotmentTerms allotment) {
            gathered.allotment(whole.id(), allotment);
        } else if (whole.terms() instanceof PaymentTerms payment) {
            gathered.payment(whole.id(), payment);
        } else if (whole.terms() instanceof VoucherTerms voucher) {
            gathered.order(whole.id(), voucher);
            voucher.corrections().forEach(part -> gathered.stand(whole.id(), part));
        } else if (whole.terms() instanceof TemporaryTerms out) {
            out.settlements().forEach(settlement -> gathered.charge(whole.id(), settlement));
        }
    }

    /** What is held of an allotment is held of all that it was split off. */
    private void hold(Map<Id<Allotment>, Long> held, Id<Allotment> allotment, long fen) {
        Optional<Id<Allotment>> part = Optional.of(allotment);
        while (part.isPresent()) {
            Id<Allotment> id = part.get();
            held.merge(id, fen, Fen::add);
            part = gathered.terms(id).flatMap(AllotmentTerms::parent);
        }
    }
}
