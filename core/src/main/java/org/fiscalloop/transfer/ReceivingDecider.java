package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentPostings;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAction;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.budget.ReceivedLine;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.project.ProjectPostings;
import org.fiscalloop.register.ElementCheck;
import org.fiscalloop.transfer.ReceivedTerms.Part;
import org.fiscalloop.transfer.TransferCommands.GiveBackTransfer;
import org.fiscalloop.transfer.TransferCommands.ReceiveTransfer;
import org.fiscalloop.transfer.TransferEvents.TransferArrived;
import org.fiscalloop.transfer.TransferEvents.TransferGivenBack;
import org.fiscalloop.transfer.TransferEvents.TransferReceived;
import org.fiscalloop.transfer.TransferNotices.TransferReturned;
import org.fiscalloop.transfer.TransferPostings.Held;
import org.fiscalloop.transfer.TransferPostings.Level;

/** What happens when a transfer that has arrived is received or given back, or why it does not. */
final class ReceivingDecider {
    private ReceivingDecider() {}

    static Decision<ImmutableList<Happening>> receive(ReceiveTransfer body, Case c) {
        ReceivedTransfer transfer = c.document(ReceivedTransfer.class);
        String upper = transfer.terms().documentNo();
        AllotmentTerms allotment = ImmutableAllotmentTerms.builder()
                .from(body.terms())
                .upperDocumentNo(upper)
                .build();
        BudgetTerms terms = ImmutableBudgetTerms.builder()
                .elements(body.elements())
                .amount(body.amount())
                .upperDocumentNo(upper)
                .build();
        ReceivedLine line = new ReceivedLine(body.line(), terms);
        Findings findings = examine(
                        new ReceivingControls.Receiving(
                                transfer, Fen.of(body.amount()), Optional.of(body.elements()), Optional.empty(), c),
                        ReceivedAction.RECEIVE)
                .and(line.examine(c))
                .and(ElementCheck.examine(body.elements(), Allotment.KIND, c));
        // the line and the allotment have one coding block, of which each thing is wrong once
        return findings.distinct()
                .decide(() -> found(Project.id(body.elements().project()), c))
                .flatMap(project -> moves(body, project, c))
                .map(moves -> ImmutableList.of(new Happening(
                        new TransferReceived(moves, terms, allotment), postings(transfer, line, body, allotment, c))));
    }

    private static Decision<ImmutableList<Move>> moves(ReceiveTransfer body, Project project, Case c) {
        return c.create(body.line(), BudgetAction.RECEIVE)
                .flatMap(line -> c.create(body.allotment(), AllotmentAction.RECEIVE)
                        .flatMap(allotment -> c.move(project, ProjectAction.FUND)
                                .map(started -> ImmutableList.of(c.move(), line, allotment, started))));
    }

    private static ImmutableList<Posting> postings(
            ReceivedTransfer transfer, ReceivedLine line, ReceiveTransfer body, AllotmentTerms allotment, Case c) {
        long fen = Fen.of(body.amount());
        return ImmutableList.of(
                Posting.of(TransferPostings.RECEIVED, fen, transfer.segments()),
                line.received(c),
                Posting.of(AllotmentPostings.DISTRIBUTED, fen, block(body.allotment(), allotment, c), line.block(c)));
    }

    /** What is asked back is answered first by whatever is given back. */
    static Decision<ImmutableList<Happening>> giveBack(GiveBackTransfer body, Case c) {
        ReceivedTransfer transfer = c.document(ReceivedTransfer.class);
        long fen = Fen.of(body.amount());
        long answered = Math.min(fen, c.balance(TransferMeasure.CLAIMED, transfer.segments()));
        return examine(
                        new ReceivingControls.Receiving(transfer, fen, Optional.empty(), body.allotment(), c),
                        ReceivedAction.GIVE_BACK)
                .decide(() -> body.allotment().flatMap(transfer::part))
                .flatMap(part -> part.isPresent() ? distributed(part.get(), fen, c) : notReceived())
                .map(from -> {
                    ImmutableList.Builder<Posting> postings = ImmutableList.builder();
                    postings.add(Posting.of(
                            TransferPostings.GIVEN_BACK,
                            ImmutableList.of(body.allotment().isPresent() ? Held.RECEIVED : Held.TO_RECEIVE),
                            fen,
                            transfer.segments()));
                    postings.addAll(from.postings());
                    if (answered > 0) {
                        postings.add(Posting.of(
                                TransferPostings.ANSWERED,
                                ImmutableList.of(Level.RECEIVING),
                                answered,
                                transfer.segments()));
                    }
                    return ImmutableList.of(new Happening(
                            new TransferGivenBack(
                                    ImmutableList.<Move>builder()
                                            .add(c.move())
                                            .addAll(from.moves())
                                            .build(),
                                    transfer.terms().origin().value(),
                                    transfer.fiscalYear(),
                                    new TransferReturned(
                                            transfer.terms().transfer(),
                                            body.amount(),
                                            Fen.money(answered),
                                            body.reason())),
                            postings.build()));
                });
    }

    /** What else moves when something is given back, and what is posted. */
    private record From(ImmutableList<Move> moves, ImmutableList<Posting> postings) {}

    private static Decision<From> notReceived() {
        return Decision.accepted(new From(ImmutableList.of(), ImmutableList.of()));
    }

    /** The way back is the way it came: the allotment, the line, the reserve of the project; of one that has ended all goes. */
    private static Decision<From> distributed(Part part, long fen, Case c) {
        Allotment allotment = found(part.allotment(), c);
        BudgetLine line = found(part.line(), c);
        ReceivedLine received = new ReceivedLine(part.line(), line.terms());
        Project project = found(Project.id(line.terms().elements().project()), c);
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                AllotmentPostings.REDUCED,
                ImmutableList.of(AllotmentFlag.PENDING),
                fen,
                block(part.allotment(), allotment.terms(), c),
                received.block(c)));
        postings.add(received.givenBack(fen, c));
        if (project.hasEnded()) {
            postings.add(Posting.of(ProjectPostings.RELEASED, fen, project.segments()));
        }
        return c.move(allotment, AllotmentAction.GIVE_BACK)
                .flatMap(first -> c.move(line, BudgetAction.GIVE_BACK)
                        .map(second -> new From(ImmutableList.of(first, second), postings.build())));
    }

    private static Findings examine(ReceivingControls.Receiving examined, ReceivedAction action) {
        return examined.facts().rules(TransferFlow.RULES).receivingControls().examine(action, examined);
    }

    private static Segments block(Id<Allotment> id, AllotmentTerms terms, Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(Allotment.segments(id, terms), terms.elements());
    }

    private static <D extends Document> D found(Id<D> id, Case c) {
        return c.find(id).orElseThrow(() -> new IllegalStateException("what was received is gone: " + id));
    }

    /** What arrives again leaves what was made of it as it was. */
    static Terms evolve(TransferArrived event, Move move, Optional<Terms> before) {
        return before.orElse(event.terms());
    }

    /** The transfer, the line, the allotment, and the project, which stays as it was. */
    static Terms evolve(TransferReceived event, Move move, Optional<Terms> before) {
        return switch (event.moves().indexOf(move)) {
            case 0 ->
                ImmutableReceivedTerms.builder()
                        .from((ReceivedTerms) before.orElseThrow())
                        .addParts(event.part())
                        .build();
            case 1 -> event.line();
            case 2 -> event.allotment();
            default -> before.orElseThrow();
        };
    }
}
