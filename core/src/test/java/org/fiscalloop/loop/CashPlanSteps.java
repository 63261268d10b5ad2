package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanAction;
import org.fiscalloop.cashplan.CashPlanCommands.AssessCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreateCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreatePlanReduction;
import org.fiscalloop.cashplan.CashPlanCommands.CreateProxyPlan;
import org.fiscalloop.cashplan.CashPlanKind;
import org.fiscalloop.cashplan.CashPlanState;
import org.fiscalloop.cashplan.CashPlanTerms;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.money.Fen;

/** What each step means for cash plans, and for requests that are dated back. */
final class CashPlanSteps {
    private static final ImmutableList<CashPlanKind> KINDS = ImmutableList.of(
            CashPlanKind.REDUCTION,
            CashPlanKind.PROXY,
            CashPlanKind.AGENCY,
            CashPlanKind.AGENCY,
            CashPlanKind.AGENCY,
            CashPlanKind.REDUCTION);

    /** Mostly this month, sometimes one ahead, sometimes the one before. */
    private static final ImmutableList<Integer> AHEAD = ImmutableList.of(0, 1, 0, 2, -1);

    private final Walk walk;
    private final Naive naive;
    private final PaymentSteps payments;

    CashPlanSteps(Walk walk, PaymentSteps payments) {
        this.walk = walk;
        this.naive = walk.naive;
        this.payments = payments;
    }

    void take(Step step) {
        switch (step.kind()) {
            case CASH_PLAN ->
                plan(
                        prefer(naive.allotments, a -> isPlannable(a) && a.unplanned() > 0, step),
                        one(KINDS, step.who()),
                        step);
            case CASH_PLAN_ACT -> {
                if (!naive.cashPlans.isEmpty()) {
                    act(prefer(naive.cashPlans, CashPlanSteps::isMoving, step), step);
                }
            }
            case BACKDATED -> backdated(prefer(naive.allotments, a -> a.available > 0, step), step);
            default -> throw new IllegalArgumentException("not of this part: " + step);
        }
    }

    /** A request of some day between the founding and today. */
    private void backdated(NaiveAllotment allotment, Step step) {
        LocalDate today = walk.world.day();
        LocalDate earlier = today.minusDays(step.size());
        walk.world.turn(World.YEAR, earlier.isBefore(World.DAY) ? World.DAY : earlier);
        payments.request(allotment, step);
        walk.world.turn(World.YEAR, today);
    }

    private static boolean isPlannable(NaiveAllotment allotment) {
        return allotment.state == AllotmentState.ISSUED && allotment.isExecutable();
    }

    private static boolean isMoving(NaiveCashPlan plan) {
        return plan.state != CashPlanState.APPROVED && plan.state != CashPlanState.VOIDED;
    }

    private void plan(NaiveAllotment allotment, CashPlanKind kind, Step step) {
        int now = walk.world.day().getMonthValue();
        int month = kind == CashPlanKind.REDUCTION
                ? planned(allotment, now)
                : Math.min(Math.max(now + one(AHEAD, step.size() / 12), 1), Naive.MONTHS);
        long limit = kind == CashPlanKind.REDUCTION ? allotment.unspent[month - 1] : allotment.unplanned();
        String actor =
                kind == CashPlanKind.AGENCY ? Steps.clerk(allotment.agency, step.which()) : Steps.finance(step.which());
        NaiveCashPlan plan = new NaiveCashPlan("P" + walk.number(), allotment, kind, month, amount(limit, step.size()));
        plan.makers.add(actor);
        boolean isMade = walk.ask(
                actor,
                creating(plan),
                isEnteredBy(plan, actor) && isSound(plan),
                () -> naive.cashPlans.put(plan.id, plan));
        if (isMade && step.who() % 5 > 0) {
            act(plan, actor, CashPlanAction.SUBMIT);
            boolean goesOn = step.who() % 5 > 1;
            while (goesOn && plan.state == plan.phase()) {
                goesOn = approve(plan, step);
            }
        }
    }

    /** The first month of which something planned is unspent, or this one. */
    private static int planned(NaiveAllotment allotment, int now) {
        for (int month = 1; month <= Naive.MONTHS; month++) {
            if (allotment.unspent[month - 1] > 0) {
                return month;
            }
        }
        return now;
    }

    private static Body creating(NaiveCashPlan plan) {
        Id<CashPlan> id = CashPlan.id(plan.id);
        CashPlanTerms terms =
                Plans.terms(Allotment.id(plan.allotment.id), plan.agency, Month.of(plan.month), plan.asked);
        return switch (plan.kind) {
            case AGENCY -> new CreateCashPlan(id, terms);
            case PROXY -> new CreateProxyPlan(id, terms);
            case REDUCTION -> new CreatePlanReduction(id, terms);
        };
    }

    private boolean approve(NaiveCashPlan plan, Step step) {
        int post = plan.post;
        act(plan, reviewer(plan, step.size()), CashPlanAction.APPROVE);
        return plan.post > post || plan.state != plan.phase();
    }

    /** Somebody who mostly holds the duty of the post at which the plan stands. */
    private static String reviewer(NaiveCashPlan plan, int who) {
        return isOfAgency(plan) ? Steps.head(plan.agency, who) : one(ImmutableList.of("chief", "deputy", "chief"), who);
    }

    private static boolean isOfAgency(NaiveCashPlan plan) {
        return plan.kind == CashPlanKind.AGENCY && plan.post < 2;
    }

    private static int posts(NaiveCashPlan plan) {
        return switch (plan.kind) {
            case AGENCY -> 3;
            case PROXY -> 2;
            case REDUCTION -> 1;
        };
    }

    private void act(NaiveCashPlan plan, Step step) {
        if (plan.state == plan.entry()) {
            String actor =
                    plan.kind == CashPlanKind.AGENCY ? Steps.clerk(plan.agency, step.who()) : Steps.finance(step.who());
            act(plan, actor, step.size() % 3 > 0 ? CashPlanAction.SUBMIT : CashPlanAction.VOID);
        } else if (step.size() % 4 == 3) {
            assess(
                    plan,
                    one(ImmutableList.of("chief", "deputy", "finance"), step.who()),
                    amount(plan.asked, step.size()));
        } else {
            act(
                    plan,
                    reviewer(plan, step.who()),
                    step.size() % 4 == 2 ? CashPlanAction.RETURN : CashPlanAction.APPROVE);
        }
    }

    private void assess(NaiveCashPlan plan, String actor, long fen) {
        walk.ask(
                actor,
                new AssessCashPlan(CashPlan.id(plan.id), Fen.money(fen)),
                plan.state == plan.phase()
                        && plan.kind != CashPlanKind.REDUCTION
                        && Steps.CHIEF.contains(actor)
                        && fen <= plan.asked,
                () -> plan.granted = fen);
    }

    private void act(NaiveCashPlan plan, String actor, CashPlanAction action) {
        boolean isExpected = switch (action) {
            case SUBMIT -> plan.state == plan.entry() && isEnteredBy(plan, actor) && isSound(plan);
            case VOID -> plan.state == plan.entry() && isEnteredBy(plan, actor);
            case RETURN -> plan.state == plan.phase() && isReviewedBy(plan, actor);
            case APPROVE ->
                plan.state == plan.phase() && isReviewedBy(plan, actor) && !isOwn(plan, actor) && isApprovable(plan);
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
        walk.act(actor, CashPlan.id(plan.id), action, isExpected, () -> {
            switch (action) {
                case SUBMIT -> {
                    plan.makers.add(actor);
                    plan.state = plan.phase();
                    plan.post = 0;
                }
                case VOID -> plan.state = CashPlanState.VOIDED;
                case RETURN -> {
                    plan.state = plan.post == 0 ? plan.entry() : plan.phase();
                    plan.post = Math.max(plan.post - 1, 0);
                }
                default -> {
                    plan.post++;
                    if (plan.post == posts(plan)) {
                        plan.state = CashPlanState.APPROVED;
                        plan.book();
                    }
                }
            }
        });
    }

    private static boolean isEnteredBy(NaiveCashPlan plan, String actor) {
        return plan.kind == CashPlanKind.AGENCY ? isEntry(plan, actor) : Steps.FINANCE.contains(actor);
    }

    private static boolean isReviewedBy(NaiveCashPlan plan, String actor) {
        return isOfAgency(plan) ? isHead(plan, actor) : Steps.CHIEF.contains(actor);
    }

    private boolean isSound(NaiveCashPlan plan) {
        boolean isReduction = plan.kind == CashPlanKind.REDUCTION;
        return isApprovableAtAll(plan)
                && (isReduction || plan.month >= walk.world.day().getMonthValue());
    }

    private boolean isApprovableAtAll(NaiveCashPlan plan) {
        return naive.isPlanned && (plan.kind == CashPlanKind.REDUCTION || isPlannable(plan.allotment));
    }

    private boolean isApprovable(NaiveCashPlan plan) {
        boolean isLast = plan.post + 1 == posts(plan);
        long limit = plan.kind == CashPlanKind.REDUCTION
                ? plan.allotment.unspent[plan.month - 1]
                : plan.allotment.unplanned();
        return isApprovableAtAll(plan) && (!isLast || plan.granted <= limit);
    }
}
