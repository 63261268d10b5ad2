package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.DebtCommands.ChangeDebtLimit;
import org.fiscalloop.debt.DebtCommands.LendOn;
import org.fiscalloop.debt.DebtCommands.PlanBond;
import org.fiscalloop.debt.DebtCommands.ReviseBond;
import org.fiscalloop.debt.DebtCommands.SetDebtLimit;
import org.fiscalloop.debt.DebtEvents.DebtChanged;
import org.fiscalloop.debt.DebtEvents.DebtLimitSet;
import org.fiscalloop.debt.DebtEvents.LentOn;
import org.fiscalloop.debt.DebtEvents.ReturnedOnLent;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;

/** What happens when something is asked of a debt, a limit or an on-lending, or why it does not. */
final class DebtDecider {
    private DebtDecider() {}

    // ---- bonds ------------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> plan(PlanBond body, Case c) {
        return filledIn(body.terms(), DebtAction.PLAN, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseBond body, Case c) {
        return filledIn(body.terms(), DebtAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(DebtTerms terms, DebtAction action, Case c) {
        return examine(new DebtControls.OfBond(terms, c), action)
                .decide(() -> ImmutableList.of(Happening.of(new DebtChanged(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return examine(new DebtControls.OfBond(c.document(Debt.class).terms(), c), DebtAction.SUBMIT)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** Whoever passes the last post takes room of the limit. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        Debt bond = c.document(Debt.class);
        boolean isLast = c.move().to().equals(DebtState.APPROVED.name());
        return examine(new DebtControls.OfBond(bond.terms(), c), DebtAction.APPROVE)
                .decide(() -> ImmutableList.of(
                        new Happening(new Moved(c.move()), isLast ? approved(bond, c) : ImmutableList.of())));
    }

    private static ImmutableList<Posting> approved(Debt bond, Case c) {
        return ImmutableList.<Posting>builder()
                .add(whole(DebtPostings.APPROVED, bond, c))
                .addAll(DebtPostings.refinanced(bond.terms(), c.on().getYear()))
                .build();
    }

    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        Debt bond = c.document(Debt.class);
        return Decision.accepted(ImmutableList.of(new Happening(
                new Moved(c.move()), bond.state() == DebtState.APPROVED ? givenUp(bond, c) : ImmutableList.of())));
    }

    /** What a repayment has taken back of what the bond would repay is not taken back again. */
    private static ImmutableList<Posting> givenUp(Debt bond, Case c) {
        DebtTerms terms = bond.terms();
        int year = c.on().getYear();
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(whole(DebtPostings.NO_LONGER_APPROVED, bond, c));
        for (Refinanced part : terms.refinances()) {
            DebtPostings.noLongerRefinanced(terms, part.debt(), Fen.of(part.amount()), year, c)
                    .ifPresent(postings::add);
        }
        return postings.build();
    }

    private static Posting whole(PostingKey key, Debt bond, Case c) {
        DebtTerms terms = bond.terms();
        return Posting.of(
                key,
                ImmutableList.of(terms.kind()),
                Fen.of(terms.principal()),
                DebtPostings.block(terms, bond.id(), c.on().getYear()));
    }

    static Decision<ImmutableList<Happening>> accrue(AccrueInterest body, Case c) {
        Debt debt = c.document(Debt.class);
        DebtTerms terms = debt.terms();
        return examine(new DebtControls.OfBond(terms, body.until(), c), DebtAction.ACCRUE)
                .decide(() -> {
                    long run = Interest.until(terms, body.until());
                    return ImmutableList.of(Happening.of(
                            new DebtChanged(c.move(), accrued(terms, run)),
                            Posting.of(
                                    DebtPostings.ACCRUED,
                                    Fen.subtract(run, Fen.of(terms.accrued())),
                                    DebtPostings.block(terms, debt.id(), c.on().getYear()))));
                });
    }

    static DebtTerms accrued(DebtTerms terms, long fen) {
        return ImmutableDebtTerms.builder().from(terms).accrued(Fen.money(fen)).build();
    }

    private static Findings examine(DebtControls.OfBond examined, DebtAction action) {
        return examined.facts().rules(DebtFlow.RULES).bondControls().examine(action, examined);
    }

    // ---- limits -----------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> setLimit(SetDebtLimit body, Case c) {
        return limited(body.terms(), DebtLimit.Action.SET, c);
    }

    static Decision<ImmutableList<Happening>> changeLimit(ChangeDebtLimit body, Case c) {
        DebtLimitTerms terms = ImmutableDebtLimitTerms.builder()
                .from(c.document(DebtLimit.class).terms())
                .amount(body.amount())
                .documentNo(body.documentNo())
                .build();
        return limited(terms, DebtLimit.Action.CHANGE, c);
    }

    /** What may be owed becomes what the limit says, whatever it was. */
    private static Decision<ImmutableList<Happening>> limited(DebtLimitTerms terms, DebtLimit.Action action, Case c) {
        Segments block = DebtPostings.block(terms);
        return c.rules(DebtFlow.RULES)
                .limitControls()
                .examine(action, new DebtControls.OfLimit(terms, c))
                .decide(() -> {
                    long more = Fen.subtract(Fen.of(terms.amount()), c.balance(DebtMeasure.limit(terms.kind()), block));
                    PostingKey key = more > 0 ? DebtPostings.LIMIT_RAISED : DebtPostings.LIMIT_LOWERED;
                    ImmutableList<Posting> postings = more == 0
                            ? ImmutableList.of()
                            : ImmutableList.of(Posting.of(key, ImmutableList.of(terms.kind()), Math.abs(more), block));
                    return ImmutableList.of(new Happening(new DebtLimitSet(c.move(), terms), postings));
                });
    }

    // ---- on-lendings ------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> lend(LendOn body, Case c) {
        OnLendingTerms terms = body.terms();
        OnLending.Checks.OfLending lending = new OnLending.Checks.OfLending(terms, c);
        return c.rules(DebtFlow.RULES)
                .lendingControls()
                .examine(OnLending.Action.LEND, lending)
                .decide(() -> {
                    Debt bond = lending.bond().orElseThrow();
                    return ImmutableList.of(Happening.of(
                            LentOn.sent(c.move(), terms, OnLentReceived.of(body.document(), terms, bond, c.on())),
                            Posting.of(
                                    DebtPostings.LENT,
                                    ImmutableList.of(bond.terms().kind()),
                                    Fen.of(terms.amount()),
                                    DebtPostings.block(bond.terms(), bond.id(), c.on().getYear()))));
                });
    }

    static Decision<ImmutableList<Happening>> resend(Act act, Case c) {
        OnLending lending = c.document(OnLending.class);
        OnLending.Checks.OfLending examined = new OnLending.Checks.OfLending(lending.terms(), c);
        return c.rules(DebtFlow.RULES)
                .lendingControls()
                .examine(OnLending.Action.RESEND, examined)
                .decide(() -> ImmutableList.of(Happening.of(LentOn.sent(
                        c.move(),
                        lending.terms(),
                        OnLentReceived.of(
                                OnLending.id(lending.id().value()),
                                lending.terms(),
                                examined.bond().orElseThrow(),
                                lending.lentOn())))));
    }

    // ---- what events say --------------------------------------------------------------------------------------------

    static Terms evolve(DebtLimitSet event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(DebtChanged event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(LentOn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    /** The bond keeps its terms: what of it is lent on is a balance. */
    static Terms evolve(ReturnedOnLent event, Move move, Optional<Terms> before) {
        Terms terms = before.orElseThrow(() -> new IllegalStateException("nothing was lent on: " + move));
        return terms instanceof OnLendingTerms lending
                ? ImmutableOnLendingTerms.builder()
                        .from(lending)
                        .addReturns(event.returned())
                        .build()
                : terms;
    }
}
