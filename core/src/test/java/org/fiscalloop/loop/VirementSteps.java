package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveVirement;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.virement.ImmutableVirementTerms;
import org.fiscalloop.virement.Virement;
import org.fiscalloop.virement.VirementAction;
import org.fiscalloop.virement.VirementCommands.CreateVirement;
import org.fiscalloop.virement.VirementState;
import org.fiscalloop.virement.VirementTerms;

/** What each step means for virements. */
final class VirementSteps {
    private static final ImmutableList<VirementAction> ACTIONS = ImmutableList.of(
            VirementAction.SUBMIT,
            VirementAction.SUBMIT_TO_FINANCE,
            VirementAction.APPROVE,
            VirementAction.APPROVE,
            VirementAction.RETURN_TO_ENTRY,
            VirementAction.VOID);

    private final Walk walk;
    private final Naive naive;

    VirementSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        if (step.kind() == Step.Kind.VIRE) {
            vire(prefer(naive.allotments, a -> a.free() > 0 && !a.isTemporary, step), step);
        } else if (!naive.virements.isEmpty()) {
            act(prefer(naive.virements, v -> v.state != VirementState.VOIDED, step), step);
        }
    }

    /** One is filled in, and mostly handed in and approved at once. */
    private void vire(NaiveAllotment from, Step step) {
        ImmutableList<NaiveAllotment> fitting = Naive.all(naive.allotments).stream()
                .filter(to -> to != from && isSound(from, to))
                .collect(ImmutableList.toImmutableList());
        NaiveAllotment to = fitting.isEmpty() || step.who() % 5 == 4
                ? one(naive.allotments, step.size() + 1)
                : one(fitting, step.size());
        if (from == to) {
            return;
        }
        NaiveVirement made =
                new NaiveVirement("D" + naive.virements.size(), from, to, amount(from.free(), step.size()));
        made.makers.add("finance");
        boolean isMade = walk.ask(
                "finance",
                new CreateVirement(Virement.id(made.id), terms(made)),
                isSound(from, to),
                () -> naive.virements.put(made.id, made));
        if (isMade && step.who() % 4 < 3) {
            boolean isDepartment = isOfDepartment(from, to);
            act(made, "finance", isDepartment ? VirementAction.SUBMIT : VirementAction.SUBMIT_TO_FINANCE);
            act(made, "chief", VirementAction.APPROVE);
            if (!isDepartment) {
                act(made, "deputy", VirementAction.APPROVE);
            }
        }
    }

    private static VirementTerms terms(NaiveVirement virement) {
        return ImmutableVirementTerms.builder()
                .division(World.DIVISION)
                .agency("")
                .fiscalYear(World.YEAR)
                .batchNo("调剂" + virement.id)
                .reason("调剂")
                .addLines(new VirementTerms.Line(
                        Allotment.id(virement.from.id), Allotment.id(virement.to.id), Fen.money(virement.amount)))
                .build();
    }

    /** Whether an amount may move between two, whoever decides. */
    private static boolean isSound(NaiveAllotment from, NaiveAllotment to) {
        return from.state == AllotmentState.ISSUED
                && to.state == AllotmentState.ISSUED
                && from.flag == to.flag
                && !from.isTemporary
                && !to.isTemporary
                && from.elements.fund().equals(to.elements.fund())
                && from.elements.value(Labels.DIRECT).equals(to.elements.value(Labels.DIRECT))
                && from.elements.value(Labels.TRACKED).equals(to.elements.value(Labels.TRACKED))
                && !to.line.project.hasEnded();
    }

    /** Whether the department may decide: within one project, one 类 and one agency. */
    private static boolean isOfDepartment(NaiveAllotment from, NaiveAllotment to) {
        Elements one = from.elements;
        Elements other = to.elements;
        return one.project().equals(other.project())
                && one.agency().equals(other.agency())
                && one.departmentEconomic().equals(other.departmentEconomic());
    }

    private void act(NaiveVirement virement, Step step) {
        VirementAction action = one(ACTIONS, step.size());
        String actor = one(ImmutableList.of("finance", "chief", "deputy", "finance", "chief"), step.who());
        act(virement, actor, action);
    }

    private void act(NaiveVirement virement, String actor, VirementAction action) {
        VirementState to = next(virement, actor, action);
        boolean isReviewed = isReviewed(virement, actor, action, to);
        walk.act(actor, Virement.id(virement.id), action, to != virement.state || isReviewed, () -> {
            if (action == VirementAction.SUBMIT || action == VirementAction.SUBMIT_TO_FINANCE) {
                virement.makers.add(actor);
            }
            if (action == VirementAction.APPROVE) {
                virement.approvals++;
                virement.approvers.add(actor);
            }
            if (to == VirementState.EXECUTED) {
                move(virement);
            }
            if (to == VirementState.DRAFT) {
                virement.approvals = 0;
                virement.approvers.clear();
            }
            virement.state = to;
        });
    }

    /** The first of the two posts of finance's authority keeps it in its state. */
    private static boolean isReviewed(NaiveVirement virement, String actor, VirementAction action, VirementState to) {
        return action == VirementAction.APPROVE
                && to == VirementState.FINANCE_REVIEW
                && virement.approvals == 0
                && Steps.CHIEF.contains(actor)
                && mayApprove(virement, actor)
                && isSound(virement.from, virement.to);
    }

    private static boolean mayApprove(NaiveVirement virement, String actor) {
        return !isOwn(virement, actor) && !virement.approvers.contains(actor);
    }

    private VirementState next(NaiveVirement virement, String actor, VirementAction action) {
        VirementState from = virement.state;
        boolean isEntry = Steps.FINANCE.contains(actor);
        boolean isSound = isSound(virement.from, virement.to);
        boolean isDepartment = isOfDepartment(virement.from, virement.to);
        return switch (action) {
            case SUBMIT ->
                from == VirementState.DRAFT && isEntry && isSound && isDepartment
                        ? VirementState.DEPARTMENT_REVIEW
                        : from;
            case SUBMIT_TO_FINANCE ->
                from == VirementState.DRAFT && isEntry && isSound ? VirementState.FINANCE_REVIEW : from;
            case VOID -> from == VirementState.DRAFT && isEntry ? VirementState.VOIDED : from;
            case RETURN_TO_ENTRY ->
                (from == VirementState.DEPARTMENT_REVIEW || from == VirementState.FINANCE_REVIEW)
                                && isAtPost(virement, actor)
                        ? VirementState.DRAFT
                        : from;
            case APPROVE ->
                isSound
                                && isAtPost(virement, actor)
                                && isLast(virement, isDepartment)
                                && mayApprove(virement, actor)
                                && isThere(virement)
                        ? VirementState.EXECUTED
                        : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private static boolean isAtPost(NaiveVirement virement, String actor) {
        boolean isFinance = virement.state == VirementState.FINANCE_REVIEW && virement.approvals > 0;
        return isFinance ? Steps.FINANCE.contains(actor) : Steps.CHIEF.contains(actor);
    }

    private static boolean isLast(NaiveVirement virement, boolean isDepartment) {
        return (virement.state == VirementState.DEPARTMENT_REVIEW && isDepartment)
                || (virement.state == VirementState.FINANCE_REVIEW && virement.approvals > 0);
    }

    /** Whether what is given is there, of the allotment, of its line, and of the project that receives. */
    private boolean isThere(NaiveVirement virement) {
        NaiveAllotment from = virement.from;
        NaiveAllotment to = virement.to;
        boolean isOfOneProject = from.line.project == to.line.project;
        return from.free() >= virement.amount
                && (from.line == to.line
                        || (naive.mayLose(from.line, virement.amount)
                                && (naive.planned(from.line) == 0 || naive.notPlanned(from.line) >= virement.amount)))
                && (isOfOneProject || to.line.project.open >= virement.amount);
    }

    private static void move(NaiveVirement virement) {
        NaiveAllotment from = virement.from;
        NaiveAllotment to = virement.to;
        long fen = virement.amount;
        from.vired -= fen;
        to.vired += fen;
        from.isChanged = true;
        to.isChanged = true;
        if (from.isExecutable()) {
            from.available -= fen;
            to.available += fen;
        } else {
            from.pending -= fen;
            to.pending += fen;
        }
        from.line.current -= fen;
        to.line.current += fen;
        from.line.project.open += fen;
        to.line.project.open -= fen;
    }
}
