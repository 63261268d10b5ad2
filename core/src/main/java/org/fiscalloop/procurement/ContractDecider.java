package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ContractTerms.Acceptance;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.fiscalloop.procurement.ProcurementCommands.AcceptContract;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.PublishContract;
import org.fiscalloop.procurement.ProcurementCommands.ReserveAllotments;
import org.fiscalloop.procurement.ProcurementCommands.ReviseContract;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementCommands.SupplementContract;
import org.fiscalloop.procurement.ProcurementEvents.AllotmentsReserved;
import org.fiscalloop.procurement.ProcurementEvents.ContractAccepted;
import org.fiscalloop.procurement.ProcurementEvents.ContractPublished;
import org.fiscalloop.procurement.ProcurementEvents.ContractRevised;
import org.fiscalloop.procurement.ProcurementEvents.ContractSigned;
import org.fiscalloop.procurement.ProcurementEvents.ContractSupplemented;
import org.fiscalloop.procurement.ProcurementEvents.ContractVoided;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.joda.money.Money;

/** What happens to contracts when something is asked of them, or why it does not. */
final class ContractDecider {
    private ContractDecider() {}

    /** A contract is put down; its plan is used by its amount. */
    static Decision<ImmutableList<Happening>> sign(SignContract body, Case c) {
        ContractTerms terms = asSigned(body.terms(), Optional.empty());
        return examine(body.contract(), terms, terms.reservations(), ContractAction.CONCLUDE, c)
                .decide(() -> plan(terms, c))
                .flatMap(plan -> c.move(plan, Action.CONTRACT)
                        .map(move -> ImmutableList.of(Happening.of(
                                new ContractSigned(ImmutableList.of(c.move(), move), terms),
                                ProcurementPostings.of(
                                        ProcurementPostings.PLAN_CONTRACTED, plan, Fen.of(terms.amount()), c)))));
    }

    /** What it used of its plan before is free, and the new amount is used; of a plan whose year is closed only what is added. */
    static Decision<ImmutableList<Happening>> revise(ReviseContract body, Case c) {
        ContractTerms before = c.document(Contract.class).terms();
        ContractTerms terms = asSigned(body.terms(), before.publication());
        return examine(body.contract(), terms, terms.reservations(), ContractAction.REVISE, c)
                .decide(() -> {
                    ProcurementPlan plan = plan(terms, c);
                    long used = used(plan, before, c);
                    long lost = Fen.subtract(Fen.of(before.amount()), used);
                    ImmutableList.Builder<Posting> postings = ImmutableList.builder();
                    of(ProcurementPostings.PLAN_RELINQUISHED, plan, used, c, postings);
                    of(
                            ProcurementPostings.PLAN_CONTRACTED,
                            plan,
                            Fen.subtract(Fen.of(terms.amount()), lost),
                            c,
                            postings);
                    return ImmutableList.of(new Happening(new ContractRevised(c.move(), terms), postings.build()));
                });
    }

    /** What a contract that is not filed uses of its plan: its amount, and nothing once the year of the plan is closed. */
    private static long used(ProcurementPlan plan, ContractTerms terms, Case c) {
        return Math.min(Fen.of(terms.amount()), c.balance(ProcurementMeasure.PLAN_CONTRACTED, plan.segments()));
    }

    /** A posting under the coding block of a plan, if it is of something. */
    private static void of(
            PostingKey key, ProcurementPlan plan, long fen, Case c, ImmutableList.Builder<Posting> postings) {
        if (fen > 0) {
            postings.add(ProcurementPostings.of(key, plan, fen, c));
        }
    }

    /** What is added and accepted later is not signed at first, and what was published is not filled in with it. */
    private static ContractTerms asSigned(ContractTerms given, Optional<Publication> publication) {
        return ImmutableContractTerms.builder()
                .from(given)
                .supplements(ImmutableList.of())
                .acceptances(ImmutableList.of())
                .publication(publication)
                .build();
    }

    private static ProcurementPlan plan(ContractTerms terms, Case c) {
        return terms.plan()
                .flatMap(c::find)
                .orElseThrow(() -> new IllegalStateException("a contract stands on no plan: " + terms.plan()));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        ContractTerms terms = c.document(Contract.class).terms();
        return examine(id(c), terms, terms.reservations(), ContractAction.SUBMIT, c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post files it, and it reserves its allotments. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        ContractTerms terms = c.document(Contract.class).terms();
        boolean isFiled = c.move().to().equals(ContractState.FILED.name());
        return examine(id(c), terms, terms.reservations(), ContractAction.APPROVE, c)
                .decide(() -> ImmutableList.of(new Happening(
                        new Moved(c.move()),
                        isFiled
                                ? filed(terms.amount(), terms.beforeAcceptance(), terms.reservations(), c)
                                : ImmutableList.of())));
    }

    private static ImmutableList<Posting> filed(
            Money amount, Money beforeAcceptance, ImmutableList<Reservation> reservations, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        own(ProcurementPostings.CONTRACT_FILED, Fen.of(amount), c, postings);
        own(ProcurementPostings.PAYABLE, Fen.of(beforeAcceptance), c, postings);
        return postings.addAll(ProcurementPostings.reserved(reservations, id(c), c))
                .build();
    }

    /** A posting under the contract's own coding block, if it is of something. */
    private static void own(PostingKey key, long fen, Case c, ImmutableList.Builder<Posting> postings) {
        if (fen > 0) {
            postings.add(Posting.of(key, fen, c.document(Contract.class).segments()));
        }
    }

    /** It is given up before it was filed: its award waits for another contract. */
    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        ContractTerms terms = c.document(Contract.class).terms();
        ProcurementPlan plan = plan(terms, c);
        long fen = Fen.of(terms.amount());
        boolean isOnly = c.balance(ProcurementMeasure.PLAN_CONTRACTED, plan.segments()) == fen
                && plan.terms().awards().stream()
                                .filter(award -> award.contract().isPresent())
                                .count()
                        == 1;
        return c.move(plan, isOnly ? Action.REOPEN : Action.RELINQUISH).map(move -> {
            ImmutableList.Builder<Posting> postings = ImmutableList.builder();
            of(ProcurementPostings.PLAN_RELINQUISHED, plan, used(plan, terms, c), c, postings);
            return ImmutableList.of(
                    new Happening(new ContractVoided(ImmutableList.of(c.move(), move)), postings.build()));
        });
    }

    static Decision<ImmutableList<Happening>> publish(PublishContract body, Case c) {
        ContractTerms terms = ImmutableContractTerms.builder()
                .from(c.document(Contract.class).terms())
                .publication(body.publication())
                .build();
        return examine(id(c), terms, ImmutableList.of(), ContractAction.PUBLISH, c)
                .decide(() -> ImmutableList.of(Happening.of(new ContractPublished(c.move(), body.publication()))));
    }

    static Decision<ImmutableList<Happening>> supplement(SupplementContract body, Case c) {
        Supplement supplement = body.supplement();
        ContractTerms terms = ImmutableContractTerms.builder()
                .from(c.document(Contract.class).terms())
                .addSupplements(supplement)
                .build();
        return examine(id(c), terms, body.reservations(), ContractAction.ADD_SUPPLEMENT, c)
                .decide(() -> ImmutableList.of(new Happening(
                        new ContractSupplemented(c.move(), supplement, body.reservations()),
                        filed(supplement.amount(), supplement.beforeAcceptance(), body.reservations(), c))));
    }

    static Decision<ImmutableList<Happening>> reserve(ReserveAllotments body, Case c) {
        ContractTerms terms = c.document(Contract.class).terms();
        return examine(id(c), terms, body.reservations(), ContractAction.RESERVE, c)
                .decide(() -> ImmutableList.of(new Happening(
                        new AllotmentsReserved(c.move(), body.reservations()),
                        ProcurementPostings.reserved(body.reservations(), id(c), c))));
    }

    static Decision<ImmutableList<Happening>> release(Act act, Case c) {
        return Decision.accepted(ImmutableList.of(
                new Happening(new Moved(c.move()), ProcurementPostings.unreserved(c.document(Contract.class), c))));
    }

    static Decision<ImmutableList<Happening>> acceptPart(AcceptDelivery body, Case c) {
        return accepted(
                new Acceptance(body.report(), body.deliveredOn(), body.payable(), false),
                ContractAction.ACCEPT_PART,
                c);
    }

    /** All that could not be paid yet can be paid now. */
    static Decision<ImmutableList<Happening>> accept(AcceptContract body, Case c) {
        ContractTerms before = c.document(Contract.class).terms();
        Money left = Fen.money(Fen.subtract(Fen.of(before.total()), before.payableFen()));
        return accepted(new Acceptance(body.report(), body.deliveredOn(), left, true), ContractAction.ACCEPT_WHOLE, c);
    }

    private static Decision<ImmutableList<Happening>> accepted(Acceptance acceptance, ContractAction action, Case c) {
        ContractTerms terms = ImmutableContractTerms.builder()
                .from(c.document(Contract.class).terms())
                .addAcceptances(acceptance)
                .build();
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        own(ProcurementPostings.PAYABLE, Fen.of(acceptance.payable()), c, postings);
        return examine(id(c), terms, ImmutableList.of(), action, c)
                .decide(() ->
                        ImmutableList.of(new Happening(new ContractAccepted(c.move(), acceptance), postings.build())));
    }

    /** It ends: what is left to pay is written off, what it keeps is free, and so is what of its plan was not paid. */
    static Decision<ImmutableList<Happening>> end(Act act, Case c) {
        Contract contract = c.document(Contract.class);
        long rest = c.balance(ProcurementMeasure.REST, contract.segments());
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.addAll(ProcurementPostings.unreserved(contract, c));
        own(ProcurementPostings.NOT_PAYABLE, c.balance(ProcurementMeasure.PAYABLE, contract.segments()), c, postings);
        own(ProcurementPostings.CONTRACT_ENDED, rest, c, postings);
        long paid = c.balance(ProcurementMeasure.PAID, contract.segments());
        postings.addAll(
                ProcurementPostings.returned(contract, Fen.of(contract.terms().amount()), paid, c));
        return examine(id(c), contract.terms(), ImmutableList.of(), ContractAction.valueOf(act.action()), c)
                .decide(() -> ImmutableList.of(new Happening(new Moved(c.move()), postings.build())));
    }

    private static Findings examine(
            Id<Contract> contract,
            ContractTerms terms,
            ImmutableList<Reservation> reservations,
            ContractAction action,
            Case c) {
        ContractCase examined = ContractCase.of(contract, terms, reservations, c);
        return examined.rules().contractControls().examine(action, examined);
    }

    private static Id<Contract> id(Case c) {
        return Contract.id(c.document(Contract.class).id().value());
    }

    /** The contract itself begins with its terms; the award of its plan says that it stands on it. */
    static Terms evolve(ContractSigned event, Move move, Optional<Terms> before) {
        return before.isPresent() ? PlanDecider.signed(event, before) : event.terms();
    }

    static Terms evolve(ContractRevised event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(ContractVoided event, Move move, Optional<Terms> before) {
        return move.document().kind().equals(ProcurementPlan.KIND)
                ? PlanDecider.voided(event, before)
                : before.orElseThrow();
    }

    static Terms evolve(ContractPublished event, Move move, Optional<Terms> before) {
        return contract(before).publication(event.publication()).build();
    }

    static Terms evolve(ContractSupplemented event, Move move, Optional<Terms> before) {
        return contract(before)
                .addSupplements(event.supplement())
                .addAllReservations(event.reservations())
                .build();
    }

    static Terms evolve(AllotmentsReserved event, Move move, Optional<Terms> before) {
        return contract(before).addAllReservations(event.reservations()).build();
    }

    static Terms evolve(ContractAccepted event, Move move, Optional<Terms> before) {
        return contract(before).addAcceptances(event.acceptance()).build();
    }

    private static ImmutableContractTerms.Builder contract(Optional<Terms> before) {
        return ImmutableContractTerms.builder().from((ContractTerms) before.orElseThrow());
    }
}
