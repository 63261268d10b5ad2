package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.cashplan.CashPlanCommands.AssessCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreateCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreatePlanReduction;
import org.fiscalloop.cashplan.CashPlanCommands.CreateProxyPlan;
import org.fiscalloop.cashplan.CashPlanCommands.ReviseCashPlan;
import org.fiscalloop.cashplan.CashPlanEvents.CashPlanFilledIn;
import org.fiscalloop.cashplan.CashPlanEvents.CashPlanGranted;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Event;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;

/** What happens to a cash plan when something is asked of it, or why it does not. */
final class CashPlanDecider {
    private CashPlanDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateCashPlan body, Case c) {
        return filledIn(body.terms(), CashPlanKind.AGENCY, CashPlanAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> createProxy(CreateProxyPlan body, Case c) {
        return filledIn(body.terms(), CashPlanKind.PROXY, CashPlanAction.CREATE_PROXY, c);
    }

    static Decision<ImmutableList<Happening>> createReduction(CreatePlanReduction body, Case c) {
        return filledIn(body.terms(), CashPlanKind.REDUCTION, CashPlanAction.CREATE_REDUCTION, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseCashPlan body, Case c) {
        CashPlanKind kind = c.document(CashPlan.class).terms().kind();
        return filledIn(body.terms(), kind, CashPlanAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(
            CashPlanTerms given, CashPlanKind kind, CashPlanAction action, Case c) {
        CashPlanTerms terms = ImmutableCashPlanTerms.builder()
                .from(given)
                .kind(kind)
                .approved(Optional.empty())
                .build();
        return examine(CashPlanCase.of(terms, c), action, new CashPlanFilledIn(c.move(), terms));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return examine(
                CashPlanCase.of(c.document(CashPlan.class).terms(), c), CashPlanAction.SUBMIT, new Moved(c.move()));
    }

    static Decision<ImmutableList<Happening>> assess(AssessCashPlan body, Case c) {
        CashPlanTerms terms = c.document(CashPlan.class).terms();
        return examine(
                new CashPlanCase(terms, Fen.of(body.amount()), c),
                CashPlanAction.ASSESS,
                new CashPlanGranted(c.move(), body.amount()));
    }

    /** The approval of the last post books it. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        CashPlanTerms terms = c.document(CashPlan.class).terms();
        if (!c.move().to().equals(CashPlanState.APPROVED.name())) {
            return examine(CashPlanCase.of(terms, c), CashPlanAction.APPROVE, new Moved(c.move()));
        }
        return c.rules(CashPlanFlow.RULES)
                .controls()
                .examine(CashPlanAction.APPROVE, CashPlanCase.of(terms, c))
                .decide(() -> ImmutableList.of(new Happening(
                        new CashPlanGranted(c.move(), terms.granted()), ImmutableList.of(booked(terms, c)))));
    }

    private static Posting booked(CashPlanTerms terms, Case c) {
        return Posting.of(
                terms.kind() == CashPlanKind.REDUCTION ? CashPlanPostings.REDUCED : CashPlanPostings.PLANNED,
                Fen.of(terms.granted()),
                PlanUse.month(PlanUse.block(terms.allotment(), c), terms.month()));
    }

    private static Decision<ImmutableList<Happening>> examine(CashPlanCase facts, CashPlanAction action, Event event) {
        return facts.facts()
                .rules(CashPlanFlow.RULES)
                .controls()
                .examine(action, facts)
                .decide(() -> ImmutableList.of(Happening.of(event)));
    }

    static Terms evolve(CashPlanFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(CashPlanGranted event, Move move, Optional<Terms> before) {
        return ImmutableCashPlanTerms.builder()
                .from((CashPlanTerms) before.orElseThrow())
                .approved(event.approved())
                .build();
    }
}
