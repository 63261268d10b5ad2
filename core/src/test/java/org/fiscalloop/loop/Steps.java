package org.fiscalloop.loop;

import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.loop.Naive.Paper;

/** Takes the steps of a history, and says who does them and how much of what. */
final class Steps {
    static final ImmutableSet<String> FINANCE = ImmutableSet.of("finance", "deputy");
    static final ImmutableSet<String> CHIEF = ImmutableSet.of("chief", "deputy");
    static final ImmutableList<String> AGENCIES = ImmutableList.of(World.ORGAN, World.INSTITUTION);

    private final BudgetSteps budgets;
    private final AllotmentSteps allotments;
    private final VirementSteps virements;
    private final ProcurementSteps procurement;
    private final PayeeSteps payees;
    private final DemandSteps demands;
    private final PaymentSteps payments;
    private final AlertSteps alerts;
    private final RevenueSteps revenue;
    private final CollectionSteps collection;
    private final ArrivalSteps arrivals;
    private final CashPlanSteps plans;
    private final CorrectionSteps corrections;
    private final TidingSteps tidings;
    private final HoldingSteps holdings;
    private final TemporarySteps temporaries;
    private final SettlementSteps settlements;

    Steps(Walk walk) {
        this.budgets = new BudgetSteps(walk);
        this.allotments = new AllotmentSteps(walk, budgets);
        this.virements = new VirementSteps(walk);
        this.procurement = new ProcurementSteps(walk);
        this.payees = new PayeeSteps(walk);
        this.demands = new DemandSteps(walk);
        this.payments = new PaymentSteps(walk);
        this.alerts = new AlertSteps(walk, payments);
        this.revenue = new RevenueSteps(walk);
        this.collection = new CollectionSteps(walk);
        this.arrivals = new ArrivalSteps(walk);
        this.plans = new CashPlanSteps(walk, payments);
        this.corrections = new CorrectionSteps(walk);
        this.tidings = new TidingSteps(walk);
        this.holdings = new HoldingSteps(walk);
        this.temporaries = new TemporarySteps(walk);
        this.settlements = new SettlementSteps(walk);
    }

    void take(Step step) {
        switch (step.kind()) {
            case PROJECT, PROJECT_ACT, REVISE_PROJECT, DIVIDE, LINE, LINE_ACT, REVISE_LINE, ADJUST ->
                budgets.take(step);
            case ALLOT, ALLOT_ACT, REVISE_ALLOTMENT, SPLIT, FREEZE, UNFREEZE, REDUCE -> allotments.take(step);
            case RECALL, SUPPLEMENT, CORRECT, PRE_ISSUE, OFFSET -> allotments.take(step);
            case VIRE, VIRE_ACT -> virements.take(step);
            case CASH_PLAN, CASH_PLAN_ACT, BACKDATED -> plans.take(step);
            case PLAN, PLAN_ACT, AWARD, CONTRACT, CONTRACT_ACT -> procurement.take(step);
            case PAYEE_LIST, PAYEE_LIST_ACT -> payees.take(step);
            case AGREEMENT, DEMAND -> demands.take(step);
            case REQUEST, REQUEST_ACT, REVISE_REQUEST, VOUCHER, VOUCHER_ACT -> payments.take(step);
            case ALERT -> alerts.take(step);
            case CORRECTION, CORRECTION_ACT -> corrections.take(step);
            case REPORT, PLACEMENT, INCOME_BUDGET -> revenue.take(step);
            case BILL, REVENUE_REFUND -> collection.take(step);
            case ARRIVAL, CLAIM -> arrivals.take(step);
            case CARD, DEPRECIATE, CARD_ACT, SALE, DEBT_LIMIT, LOAN, LOAN_PAID -> holdings.take(step);
            case TEMPORARY_CEILING, TEMPORARY, TEMPORARY_ACT, TEMPORARY_TOLD, TEMPORARY_CHARGE ->
                temporaries.take(step);
            case CASH_UP, CASH_UP_ACT, CASH_UP_TOLD, CASH_DOWN, SETTLEMENT -> settlements.take(step);
            default -> tidings.take(step);
        }
    }

    /** Mostly one with which something can be done. */
    static <P> P prefer(Map<String, P> of, Predicate<P> predicate, Step step) {
        ImmutableList<P> some = of.values().stream().filter(predicate).collect(ImmutableList.toImmutableList());
        return some.isEmpty() || step.who() % 5 == 4 ? one(of, step.which()) : one(some, step.which());
    }

    /** All there is, one fen more, or a part. */
    static long amount(long limit, int size) {
        return switch (size % 12) {
            case 0 -> Math.max(limit, 1);
            case 1 -> limit + 1;
            default -> 1 + size * 377L % Math.max(limit, 1);
        };
    }

    static String clerk(String agency, int who) {
        return one(ImmutableList.of("clerk", "clerk", "both", "head"), who) + agency;
    }

    static String head(String agency, int who) {
        return one(ImmutableList.of("head", "head", "both", "clerk"), who) + agency;
    }

    static boolean isEntry(Paper paper, String actor) {
        return actor.equals("clerk" + paper.agency) || actor.equals("both" + paper.agency);
    }

    static boolean isHead(Paper paper, String actor) {
        return actor.equals("head" + paper.agency) || actor.equals("both" + paper.agency);
    }

    static String finance(int who) {
        return one(ImmutableList.of("finance", "finance", "deputy", "chief"), who);
    }

    static String chief(int who) {
        return one(ImmutableList.of("chief", "chief", "deputy", "finance"), who);
    }

    static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
