package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.done;

import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.cashplan.CashPlan;
import org.fiscalloop.cashplan.CashPlanAction;
import org.fiscalloop.cashplan.CashPlanCommands.CreateCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreatePlanReduction;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.cashplan.CashPlanTerms;
import org.fiscalloop.cashplan.ImmutableCashPlanTerms;
import org.fiscalloop.flow.Body;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/** A {@link World} in which allotment and cash plan both control payments, and the plans that people make in it. */
final class Plans {
    /** The switch. */
    static final Overlay.Change DUAL = CityRules.change("cashPlan/control", Tree.text("PLAN_AND_INDICATOR"));

    /** The nation's rules with the switch on. */
    static final RuleTimeline RULES = TwoYears.rules(DUAL);

    /** Days that go by now and then in a random history with plans, so that it sees some months. */
    static final int NAP = 9;

    private Plans() {}

    /** A government with the switch on. */
    static World open() {
        return World.open(RULES, new InMemoryJournal());
    }

    /** What is filled in on a plan of an agency's allotment. */
    static CashPlanTerms terms(Id<Allotment> allotment, String agency, Month month, long fen) {
        return ImmutableCashPlanTerms.builder()
                .division(World.DIVISION)
                .agency(agency)
                .fiscalYear(World.YEAR)
                .allotment(allotment)
                .month(month)
                .asked(Fen.money(fen))
                .build();
    }

    /** A plan that agency, department and finance have approved. */
    static Id<CashPlan> plan(World world, String id, CashPlanTerms terms) {
        Id<CashPlan> plan = submitted(world, id, terms);
        done(world.act("head" + terms.agency(), plan, CashPlanAction.APPROVE));
        done(world.act("head" + terms.agency(), plan, CashPlanAction.APPROVE));
        done(world.act("chief", plan, CashPlanAction.APPROVE));
        return plan;
    }

    /** A plan that the agency has handed in. */
    static Id<CashPlan> submitted(World world, String id, CashPlanTerms terms) {
        Id<CashPlan> plan = CashPlan.id(id);
        return handedIn(world, "clerk" + terms.agency(), plan, new CreateCashPlan(plan, terms));
    }

    /** A reduction that finance has handed in. */
    static Id<CashPlan> reduction(World world, String id, CashPlanTerms terms) {
        Id<CashPlan> plan = CashPlan.id(id);
        return handedIn(world, "finance", plan, new CreatePlanReduction(plan, terms));
    }

    private static Id<CashPlan> handedIn(World world, String actor, Id<CashPlan> plan, Body body) {
        done(world.ask(actor, body));
        done(world.act(actor, plan, CashPlanAction.SUBMIT));
        return plan;
    }

    /** A balance of the plans of an allotment for a month, in fen. */
    static long balance(World world, CashPlanMeasure measure, Id<Allotment> allotment, Month month) {
        return world.loop()
                .balance(
                        measure,
                        Dimensions.of(Dimensions.ALLOTMENT, allotment.value())
                                .with(Dimensions.PLAN_MONTH, month(month)),
                        world.loop().rules().all().get(0));
    }

    /** What a request has taken of the plans of an allotment for a month, in fen. */
    static long taken(World world, String request, Id<Allotment> allotment, Month month) {
        return world.loop()
                .balance(
                        CashPlanMeasure.TAKEN,
                        Dimensions.of(Dimensions.ALLOTMENT, allotment.value())
                                .with(Dimensions.PAYMENT, request)
                                .with(Dimensions.PLAN_MONTH, month(month)),
                        world.loop().rules().all().get(0));
    }

    private static String month(Month month) {
        return String.format(java.util.Locale.ROOT, "%02d", month.getValue());
    }
}
