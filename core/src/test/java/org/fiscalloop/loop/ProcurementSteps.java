package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.CHIEF;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveAward;
import org.fiscalloop.loop.Naive.NaiveContract;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaivePlan;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.fiscalloop.procurement.ImmutableContractTerms;
import org.fiscalloop.procurement.ProcurementCommands.AcceptContract;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.PublishContract;
import org.fiscalloop.procurement.ProcurementCommands.ReserveAllotments;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementCommands.SupplementContract;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.procurement.ProcurementPlan.State;

/** What each step means for procurement plans, what the platform tells of them, and contracts. */
final class ProcurementSteps {
    private final Walk walk;
    private final Naive naive;

    ProcurementSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case PLAN -> plan(prefer(naive.lines, this::isWorthPlanning, step), step);
            case PLAN_ACT -> {
                if (!naive.plans.isEmpty()) {
                    actOnPlan(one(naive.plans, step.which()), step);
                }
            }
            case AWARD -> {
                if (!naive.plans.isEmpty()) {
                    tell(prefer(naive.plans, NaivePlan::isOpen, step), step);
                }
            }
            case CONTRACT -> {
                if (!naive.plans.isEmpty()) {
                    conclude(prefer(naive.plans, plan -> plan.open() > 0, step), step);
                }
            }
            case CONTRACT_ACT -> {
                if (!naive.contracts.isEmpty()) {
                    actOnContract(prefer(naive.contracts, NaiveContract::isInForce, step), step);
                }
            }
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    // ---- plans ------------------------------------------------------------------------------------------------------

    private static boolean isPlannable(NaiveLine line) {
        return line.state == BudgetState.APPROPRIATED && line.isMarked() && !line.project.hasEnded();
    }

    /** Whether a contract on the plan could be paid. */
    private boolean isWorthPlanning(NaiveLine line) {
        return isPlannable(line)
                && all(naive.allotments).stream().anyMatch(of -> of.line == line && of.isExecutable() && of.free() > 0);
    }

    private void plan(NaiveLine line, Step step) {
        String clerk = Steps.clerk(line.agency, step.who());
        long fen = amount(Math.max(naive.notPlanned(line), 0), step.size());
        NaivePlan plan = new NaivePlan("P" + walk.number(), line, fen);
        plan.makers.add(clerk);
        boolean isMade = walk.ask(
                clerk,
                new CreatePlan(
                        ProcurementPlan.id(plan.id),
                        Purchases.planTerms(new Id<>(BudgetLine.KIND, line.id), line.elements, fen)),
                isEntry(plan, clerk) && isPlannable(line),
                () -> naive.plans.put(plan.id, plan));
        if (isMade && step.who() % 6 > 0) {
            act(plan, clerk, Action.SUBMIT);
            act(plan, "chief", Action.APPROVE);
            if (step.who() % 6 > 1) {
                act(plan, clerk, Action.PROCURE);
            }
        }
    }

    private void actOnPlan(NaivePlan plan, Step step) {
        Action action = one(
                ImmutableList.of(
                        Action.SUBMIT,
                        Action.APPROVE,
                        Action.PROCURE,
                        Action.RETURN,
                        Action.RESTART,
                        Action.WIND_UP,
                        Action.VOID),
                step.size());
        boolean isReview = action == Action.APPROVE || action == Action.RETURN;
        act(plan, isReview ? chief(step) : Steps.clerk(plan.agency, step.who()), action);
    }

    private void act(NaivePlan plan, String actor, Action action) {
        State to = next(plan, actor, action);
        walk.act(actor, ProcurementPlan.id(plan.id), action, to != plan.state, () -> {
            if (action == Action.SUBMIT) {
                plan.makers.add(actor);
            }
            if (to == State.FILED) {
                plan.rest = plan.amount;
            } else if (to == State.CLOSED) {
                plan.rest = 0;
            }
            plan.state = to;
        });
    }

    private State next(NaivePlan plan, String actor, Action action) {
        State from = plan.state;
        boolean isEntry = isEntry(plan, actor);
        boolean isChief = CHIEF.contains(actor);
        boolean isRunning = !plan.line.project.hasEnded();
        return switch (action) {
            case SUBMIT -> from == State.DRAFT && isEntry && isPlannable(plan.line) ? State.SUBMITTED : from;
            case APPROVE ->
                from == State.SUBMITTED
                                && isChief
                                && !isOwn(plan, actor)
                                && isPlannable(plan.line)
                                && naive.notPlanned(plan.line) >= plan.amount
                        ? State.FILED
                        : from;
            case RETURN -> from == State.SUBMITTED && isChief ? State.DRAFT : from;
            case VOID -> from == State.DRAFT && isEntry ? State.VOIDED : from;
            case PROCURE -> from == State.FILED && isEntry && isRunning ? State.IN_PROCUREMENT : from;
            case RESTART -> from == State.FAILED && isEntry && isRunning ? State.IN_PROCUREMENT : from;
            case WIND_UP ->
                (from == State.FILED || from == State.FAILED || from == State.CONTRACTED)
                                && isEntry
                                && plan.isWholeOnFile()
                        ? State.CLOSED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    /** Of a plan that is not procured yet nothing is told: that would wait. */
    private void tell(NaivePlan plan, Step step) {
        if (plan.state == State.DRAFT || plan.state == State.SUBMITTED || plan.state == State.FILED) {
            return;
        }
        Id<ProcurementPlan> id = ProcurementPlan.id(plan.id);
        if (step.size() % 9 == 8) {
            boolean isBooked = plan.isOpen();
            walk.tell(
                    new ProcurementFailed(id, "F" + walk.number(), "有效供应商不足三家", walk.world.day()),
                    isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                    () -> {
                        if (isBooked) {
                            plan.state = plan.state == State.CONTRACTED ? plan.state : State.FAILED;
                            plan.awards.values().removeIf(award -> award.contract.isEmpty());
                        }
                    });
        } else if (step.size() % 7 == 6 && !plan.awards.isEmpty()) {
            NaiveAward before = one(plan.awards, step.who());
            boolean isSame = step.who() % 2 == 0;
            walk.tell(
                    awarded(id, before.number, before.fen + (isSame ? 0 : 1), before),
                    isSame ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                    () -> {});
        } else {
            award(plan, step);
        }
    }

    private void award(NaivePlan plan, Step step) {
        long left = plan.rest - plan.open();
        NaiveAward award =
                new NaiveAward("Z" + walk.number(), amount(Math.max(left, 0), step.size()), walk.world.day());
        boolean isBooked = plan.isOpen() && award.fen <= left;
        walk.tell(
                awarded(ProcurementPlan.id(plan.id), award.number, award.fen, award),
                isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> {
                    if (isBooked) {
                        plan.awards.put(award.number, award);
                    }
                });
    }

    private static ProcurementAwarded awarded(Id<ProcurementPlan> plan, String number, long fen, NaiveAward of) {
        return new ProcurementAwarded(plan, number, Purchases.SUPPLIER, Fen.money(fen), "1", of.day);
    }

    // ---- contracts --------------------------------------------------------------------------------------------------

    private void conclude(NaivePlan plan, Step step) {
        if (plan.awards.isEmpty()) {
            return;
        }
        NaiveAward award = prefer(plan.awards, of -> of.contract.isEmpty(), step);
        NaiveAllotment allotment = allotment(plan, step);
        long fen = amount(award.fen, step.size());
        String clerk = Steps.clerk(plan.agency, step.who());
        NaiveContract contract = new NaiveContract("C" + walk.number(), plan, award, fen, allotment, walk.world.day());
        contract.makers.add(clerk);
        contract.signers.add(clerk);
        boolean isMade = walk.ask(
                clerk,
                new SignContract(Contract.id(contract.id), terms(contract)),
                isEntry(contract, clerk)
                        && plan.isOpen()
                        && award.contract.isEmpty()
                        && fen <= award.fen
                        && isFit(allotment, plan),
                () -> {
                    naive.contracts.put(contract.id, contract);
                    award.contract = ImmutableList.of(contract);
                    plan.rest -= fen;
                    plan.contracted += fen;
                    plan.state = State.CONTRACTED;
                });
        if (isMade && step.who() % 6 > 0) {
            act(contract, clerk, ContractAction.SUBMIT);
            act(contract, "chief", ContractAction.APPROVE);
            if (step.who() % 6 > 1) {
                act(contract, clerk, ContractAction.PERFORM);
            }
        }
    }

    private ImmutableContractTerms terms(NaiveContract contract) {
        return ImmutableContractTerms.builder()
                .division(World.DIVISION)
                .agency(contract.agency)
                .fiscalYear(World.YEAR)
                .project(new ProjectCode(contract.plan.line.project.id))
                .plan(ProcurementPlan.id(contract.plan.id))
                .award(contract.award.number)
                .supplier(Purchases.SUPPLIER)
                .amount(Fen.money(contract.amount))
                .signedOn(walk.world.day())
                .performanceBond(Fen.money(contract.amount / 10))
                .beforeAcceptance(Fen.money(contract.amount / 2))
                .addReservations(new Reservation(Allotment.id(contract.allotment.id), Fen.money(contract.amount)))
                .build();
    }

    /** One of the plan's own line, now and then of another project. */
    private NaiveAllotment allotment(NaivePlan plan, Step step) {
        Map<String, NaiveAllotment> some = new LinkedHashMap<>(naive.allotments);
        some.values().removeIf(of -> of.line != plan.line && of.line.project == plan.line.project);
        return prefer(some, of -> isFit(of, plan) && of.free() > 0, step);
    }

    private static boolean isFit(NaiveAllotment allotment, NaivePlan plan) {
        return allotment.state == AllotmentState.ISSUED
                && allotment.isExecutable()
                && allotment.line.project == plan.line.project;
    }

    private void actOnContract(NaiveContract contract, Step step) {
        ContractAction action = one(fitting(contract.state), step.size());
        String clerk = Steps.clerk(contract.agency, step.who());
        switch (action) {
            case APPROVE, RETURN -> act(contract, chief(step), action);
            case ADD_SUPPLEMENT -> supplement(contract, chief(step), step);
            case PUBLISH -> publish(contract, clerk, step);
            case RESERVE -> reserve(contract, clerk, step);
            case ACCEPT_PART, ACCEPT_WHOLE ->
                accept(contract, Steps.head(contract.agency, step.who()), action == ContractAction.ACCEPT_WHOLE, step);
            default -> act(contract, clerk, action);
        }
    }

    private static ImmutableList<ContractAction> fitting(ContractState state) {
        return switch (state) {
            case SIGNED ->
                ImmutableList.of(
                        ContractAction.SUBMIT, ContractAction.VOID, ContractAction.PERFORM, ContractAction.PUBLISH);
            case SUBMITTED -> ImmutableList.of(ContractAction.APPROVE, ContractAction.RETURN, ContractAction.PUBLISH);
            case FILED, PERFORMING, ACCEPTED ->
                ImmutableList.of(
                        ContractAction.PERFORM,
                        ContractAction.PUBLISH,
                        ContractAction.ACCEPT_PART,
                        ContractAction.RESERVE,
                        ContractAction.ACCEPT_WHOLE,
                        ContractAction.ADD_SUPPLEMENT,
                        ContractAction.UNRESERVE,
                        ContractAction.RESERVE,
                        ContractAction.SETTLE,
                        ContractAction.ACCEPT_WHOLE,
                        ContractAction.SETTLE,
                        ContractAction.TERMINATE);
            case SETTLED, TERMINATED, VOIDED ->
                ImmutableList.of(
                        ContractAction.RESERVE,
                        ContractAction.TERMINATE,
                        ContractAction.ACCEPT_WHOLE,
                        ContractAction.PUBLISH);
        };
    }

    private void act(NaiveContract contract, String actor, ContractAction action) {
        ContractState to = next(contract, actor, action);
        boolean isReleasing = action == ContractAction.UNRESERVE && contract.isInForce() && isEntry(contract, actor);
        walk.act(actor, Contract.id(contract.id), action, isReleasing || to != contract.state, () -> {
            if (action == ContractAction.SUBMIT) {
                contract.makers.add(actor);
            }
            contract.state = to;
            switch (action) {
                case APPROVE -> contract.file();
                case VOID -> contract.giveUp();
                case UNRESERVE -> contract.unreserve();
                case SETTLE, TERMINATE -> contract.end();
                default -> {}
            }
        });
    }

    private static ContractState next(NaiveContract contract, String actor, ContractAction action) {
        ContractState from = contract.state;
        boolean isEntry = isEntry(contract, actor);
        boolean isChief = CHIEF.contains(actor);
        boolean isFit = isFit(contract.allotment, contract.plan);
        return switch (action) {
            case SUBMIT -> from == ContractState.SIGNED && isEntry && isFit ? ContractState.SUBMITTED : from;
            case APPROVE ->
                from == ContractState.SUBMITTED
                                && isChief
                                && !isOwn(contract, actor)
                                && isFit
                                && contract.allotment.free() >= contract.amount
                        ? ContractState.FILED
                        : from;
            case RETURN -> from == ContractState.SUBMITTED && isChief ? ContractState.SIGNED : from;
            case VOID -> from == ContractState.SIGNED && isEntry ? ContractState.VOIDED : from;
            case PERFORM -> from == ContractState.FILED && isEntry ? ContractState.PERFORMING : from;
            case UNRESERVE -> from;
            case SETTLE ->
                from == ContractState.ACCEPTED && isEntry && contract.applied == 0 ? ContractState.SETTLED : from;
            case TERMINATE ->
                contract.isInForce() && isEntry && contract.applied == 0 ? ContractState.TERMINATED : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    /** On the day of its signing, now and then the day before. */
    private void publish(NaiveContract contract, String actor, Step step) {
        boolean isBefore = step.which() % 4 == 0;
        walk.ask(
                actor,
                new PublishContract(
                        Contract.id(contract.id),
                        new Publication(contract.day.minusDays(isBefore ? 1 : 0), "中国政府采购网", "")),
                (contract.state == ContractState.SIGNED || contract.isInForce())
                        && isEntry(contract, actor)
                        && !contract.isPublished
                        && !isBefore,
                () -> contract.isPublished = true);
    }

    private void supplement(NaiveContract contract, String actor, Step step) {
        long fen = amount(Math.max(contract.amount / 10 - contract.supplemented, 0), step.size());
        walk.ask(
                actor,
                new SupplementContract(
                        Contract.id(contract.id),
                        new Supplement("B" + walk.number(), walk.world.day(), Fen.money(fen), Fen.money(0)),
                        ImmutableList.of()),
                (contract.state == ContractState.FILED || contract.state == ContractState.PERFORMING)
                        && CHIEF.contains(actor)
                        && (contract.supplemented + fen) * 10 <= contract.amount,
                () -> {
                    contract.supplemented += fen;
                    contract.rest += fen;
                });
    }

    private void reserve(NaiveContract contract, String actor, Step step) {
        NaiveAllotment allotment = allotment(contract.plan, step);
        long fen = amount(Math.max(contract.rest - contract.reserved(), 0), step.size());
        walk.ask(
                actor,
                new ReserveAllotments(
                        Contract.id(contract.id),
                        ImmutableList.of(new Reservation(Allotment.id(allotment.id), Fen.money(fen)))),
                contract.isInForce()
                        && isEntry(contract, actor)
                        && isFit(allotment, contract.plan)
                        && allotment.free() >= fen
                        && contract.rest - contract.reserved() >= fen,
                () -> contract.reserve(allotment, fen));
    }

    private void accept(NaiveContract contract, String actor, boolean isWhole, Step step) {
        long left = contract.amount + contract.supplemented - contract.granted;
        long fen = amount(Math.max(left - 1, 0), step.size());
        boolean isSound = contract.state == ContractState.PERFORMING
                && isHead(contract, actor)
                && !contract.signers.contains(actor)
                && (isWhole || fen < left);
        Id<Contract> id = Contract.id(contract.id);
        String report = "Y" + walk.number();
        walk.ask(
                actor,
                isWhole
                        ? new AcceptContract(id, report, contract.day)
                        : new AcceptDelivery(id, report, contract.day, Fen.money(fen)),
                isSound,
                () -> {
                    contract.granted += isWhole ? left : fen;
                    contract.payable += isWhole ? left : fen;
                    contract.state = isWhole ? ContractState.ACCEPTED : contract.state;
                });
    }

    private static String chief(Step step) {
        return one(ImmutableList.of("chief", "chief", "deputy", "finance"), step.who());
    }

    /** The contracts of which something is kept of an allotment. */
    static ImmutableList<NaiveContract> keeping(Naive naive, NaiveAllotment allotment) {
        return all(naive.contracts).stream()
                .filter(contract -> contract.kept.getOrDefault(allotment, 0L) > 0)
                .collect(ImmutableList.toImmutableList());
    }
}
