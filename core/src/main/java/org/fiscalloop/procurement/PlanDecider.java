package org.fiscalloop.procurement;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.PlanControls.Planning;
import org.fiscalloop.procurement.PlanTerms.Award;
import org.fiscalloop.procurement.PlanTerms.Failure;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.RevisePlan;
import org.fiscalloop.procurement.ProcurementEvents.ContractSigned;
import org.fiscalloop.procurement.ProcurementEvents.ContractVoided;
import org.fiscalloop.procurement.ProcurementEvents.PlanAwarded;
import org.fiscalloop.procurement.ProcurementEvents.PlanFailed;
import org.fiscalloop.procurement.ProcurementEvents.PlanFilledIn;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementPlan.Action;
import org.fiscalloop.procurement.ProcurementPlan.State;
import org.fiscalloop.register.ElementCheck;

/** What happens to plans when something is asked of them, or the platform tells how a procurement ended. */
final class PlanDecider {
    private static final String UNKNOWN = "UNKNOWN";

    private PlanDecider() {}

    static Decision<ImmutableList<Happening>> create(CreatePlan body, Case c) {
        return filledIn(body.terms(), Action.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(RevisePlan body, Case c) {
        return filledIn(body.terms(), Action.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(PlanTerms given, Action action, Case c) {
        PlanTerms terms = ImmutablePlanTerms.builder()
                .from(given)
                .awards(ImmutableList.of())
                .failures(ImmutableList.of())
                .build();
        return complete(terms, action, c)
                .decide(() -> ImmutableList.of(Happening.of(new PlanFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return complete(c.document(ProcurementPlan.class).terms(), Action.SUBMIT, c)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post files it, and it takes its amount of its line. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        ProcurementPlan plan = c.document(ProcurementPlan.class);
        boolean isFiled = c.move().to().equals(State.FILED.name());
        long fen = Fen.of(plan.terms().amount());
        return moved(
                Action.APPROVE,
                isFiled
                        ? ImmutableList.of(ProcurementPostings.of(ProcurementPostings.PLAN_FILED, plan, fen, c))
                        : ImmutableList.of(),
                c);
    }

    static Decision<ImmutableList<Happening>> begin(Act act, Case c) {
        return moved(Action.valueOf(act.action()), ImmutableList.of(), c);
    }

    static Decision<ImmutableList<Happening>> close(Act act, Case c) {
        ProcurementPlan plan = c.document(ProcurementPlan.class);
        long rest = c.balance(ProcurementMeasure.PLAN_REST, plan.segments());
        return moved(
                Action.WIND_UP,
                rest == 0
                        ? ImmutableList.of()
                        : ImmutableList.of(ProcurementPostings.of(ProcurementPostings.PLAN_CLOSED, plan, rest, c)),
                c);
    }

    private static Decision<ImmutableList<Happening>> moved(Action action, ImmutableList<Posting> postings, Case c) {
        return examine(c.document(ProcurementPlan.class).terms(), action, c)
                .decide(() -> ImmutableList.of(new Happening(new Moved(c.move()), postings)));
    }

    private static Findings complete(PlanTerms terms, Action action, Case c) {
        return examine(terms, action, c).and(ElementCheck.examine(terms.elements(), ProcurementPlan.KIND, c));
    }

    private static Findings examine(PlanTerms terms, Action action, Case c) {
        Planning planning = Planning.of(terms, c);
        return planning.rules().planControls().examine(action, planning);
    }

    static Matching awarded(ProcurementAwarded body, Case c) {
        return of(body, body.plan(), c, plan -> {
            Optional<Award> before = plan.terms().award(body.number());
            if (before.isPresent()) {
                return before.get().signed(Optional.empty()).equals(body.award())
                        ? Matching.nothing()
                        : differs(body, plan, body.number(), described(body.award()), described(before.get()));
            }
            return switch (plan.state()) {
                case DRAFT, SUBMITTED, FILED ->
                    waiting(body, body.plan(), plan.state().name());
                case IN_PROCUREMENT, CONTRACTED -> awarded(body, plan, c);
                case FAILED, CLOSED, VOIDED -> outOfPlace(body, plan, body.number());
            };
        });
    }

    private static Matching awarded(ProcurementAwarded body, ProcurementPlan plan, Case c) {
        ProcurementRules rules = c.rules(ProcurementFlow.RULES);
        Facts facts = Facts.of("plan", Fact.text(plan.id().value())).and("number", Fact.text(body.number()));
        if (rules.method(body.method()).isEmpty()) {
            return Matching.listed(
                    body,
                    Refusal.of(
                            ProcurementReasons.AWARD_METHOD,
                            facts.and("given", Fact.text(body.method()))
                                    .and(Refusal.ALLOWED, Fact.texts(PlanControls.methods(rules)))),
                    ProcurementReasons.CORRECTED_NOTICE);
        }
        long left = c.balance(ProcurementMeasure.PLAN_REST, plan.segments());
        for (Award award : plan.terms().awards()) {
            left = award.contract().isPresent() ? left : Fen.subtract(left, award.fen());
        }
        Award award = body.award();
        if (award.fen() > left) {
            return Matching.listed(
                    body,
                    Refusal.of(
                            ProcurementReasons.AWARD_OVER_PLAN,
                            facts.and("given", Fact.amount(award.fen())).and(Refusal.ALLOWED, Fact.amount(left))),
                    ProcurementReasons.DECLARE_FAILED,
                    ProcurementReasons.CORRECTED_NOTICE);
        }
        return Matching.booked(Happening.of(new PlanAwarded(moved(plan, Action.AWARD, c), award)));
    }

    /** Who had been awarded and has not signed is awarded no more. */
    static Matching failed(ProcurementFailed body, Case c) {
        return of(body, body.plan(), c, plan -> {
            Optional<Failure> before = plan.terms().failures().stream()
                    .filter(failure -> failure.number().equals(body.number()))
                    .findFirst();
            if (before.isPresent()) {
                return before.get().equals(body.failure())
                        ? Matching.nothing()
                        : differs(body, plan, body.number(), described(body.failure()), described(before.get()));
            }
            return switch (plan.state()) {
                case DRAFT, SUBMITTED, FILED ->
                    waiting(body, body.plan(), plan.state().name());
                case IN_PROCUREMENT -> failed(body, plan, Action.FAIL, c);
                case CONTRACTED -> failed(body, plan, Action.FAIL_PART, c);
                case FAILED, CLOSED, VOIDED -> outOfPlace(body, plan, body.number());
            };
        });
    }

    private static Matching failed(ProcurementFailed body, ProcurementPlan plan, Action action, Case c) {
        return Matching.booked(Happening.of(new PlanFailed(moved(plan, action, c), body.failure())));
    }

    private static String described(Award award) {
        return Fen.text(award.fen()) + " " + award.supplier().name() + " " + award.awardedOn();
    }

    private static String described(Failure failure) {
        return failure.failedOn() + " " + failure.reason();
    }

    private static Matching of(
            Body body, Id<ProcurementPlan> id, Case c, Function<ProcurementPlan, Matching> matching) {
        return c.find(id)
                .filter(plan -> plan.division().equals(c.input().division()))
                .map(matching)
                .orElseGet(() -> waiting(body, id, UNKNOWN));
    }

    private static Matching waiting(Body body, Id<ProcurementPlan> plan, String state) {
        return Matching.parked(
                body,
                plan,
                Refusal.of(
                        ProcurementReasons.WAITING,
                        Facts.of("plan", Fact.text(plan.value()))
                                .and("state", Fact.text(state))
                                .and(Refusal.ALLOWED, Fact.texts(ImmutableList.of(State.IN_PROCUREMENT.name())))));
    }

    private static Matching outOfPlace(Body body, ProcurementPlan plan, String number) {
        return Matching.listed(
                body,
                Refusal.of(
                        ProcurementReasons.OUT_OF_PLACE,
                        Facts.of("plan", Fact.text(plan.id().value()))
                                .and("state", Fact.text(plan.state().name()))
                                .and("number", Fact.text(number))),
                ProcurementReasons.RECONCILE);
    }

    private static Matching differs(Body body, ProcurementPlan plan, String number, String given, String allowed) {
        return Matching.listed(
                body,
                Refusal.of(
                        ProcurementReasons.RESULT_DIFFERS,
                        Facts.of("plan", Fact.text(plan.id().value()))
                                .and("number", Fact.text(number))
                                .and("given", Fact.text(given))
                                .and(Refusal.ALLOWED, Fact.text(allowed))),
                ProcurementReasons.CORRECTED_NOTICE,
                ProcurementReasons.RECONCILE);
    }

    /** A move that the standing of the plan implies. */
    private static Move moved(ProcurementPlan plan, Action action, Case c) {
        return c.move(plan, action).match(Decision.Accepted::value, refused -> {
            throw new IllegalStateException("a plan does not stand as it says: " + refused.refusals());
        });
    }

    static Terms evolve(PlanFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(PlanAwarded event, Move move, Optional<Terms> before) {
        return plan(before).addAwards(event.award()).build();
    }

    static Terms evolve(PlanFailed event, Move move, Optional<Terms> before) {
        PlanTerms terms = (PlanTerms) before.orElseThrow();
        return plan(before)
                .awards(terms.awards().stream()
                        .filter(award -> award.contract().isPresent())
                        .collect(toImmutableList()))
                .addFailures(event.failure())
                .build();
    }

    /** The award on which a contract was signed says so. */
    static Terms signed(ContractSigned event, Optional<Terms> before) {
        Id<Contract> contract = Contract.id(event.moves().get(0).document().value());
        String number = event.terms().award().orElseThrow();
        return awards(before, award -> award.number().equals(number) ? award.signed(Optional.of(contract)) : award);
    }

    /** The award of a contract that was given up waits for another one. */
    static Terms voided(ContractVoided event, Optional<Terms> before) {
        Optional<Id<Contract>> contract =
                Optional.of(Contract.id(event.moves().get(0).document().value()));
        return awards(before, award -> award.contract().equals(contract) ? award.signed(Optional.empty()) : award);
    }

    private static PlanTerms awards(Optional<Terms> before, UnaryOperator<Award> changed) {
        PlanTerms terms = (PlanTerms) before.orElseThrow();
        return plan(before)
                .awards(terms.awards().stream().map(changed).collect(toImmutableList()))
                .build();
    }

    private static ImmutablePlanTerms.Builder plan(Optional<Terms> before) {
        return ImmutablePlanTerms.builder().from((PlanTerms) before.orElseThrow());
    }
}
