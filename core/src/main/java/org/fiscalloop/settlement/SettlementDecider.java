package org.fiscalloop.settlement;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.settlement.SettlementCommands.CreateCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.CreateSettlement;
import org.fiscalloop.settlement.SettlementCommands.ReviseCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.ReviseSettlement;
import org.fiscalloop.settlement.SettlementControls.OfMoney;
import org.fiscalloop.settlement.SettlementEvents.CashArrived;
import org.fiscalloop.settlement.SettlementEvents.CashFilledIn;
import org.fiscalloop.settlement.SettlementEvents.CashLeft;
import org.fiscalloop.settlement.SettlementEvents.SettlementArrived;
import org.fiscalloop.settlement.SettlementEvents.SettlementFilledIn;
import org.fiscalloop.settlement.SettlementEvents.SettlementLeft;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.settlement.SettlementNotices.SettlementIssued;
import org.fiscalloop.transfer.TransferAction;

/** What happens when something is asked of money between levels or of a settlement, or why it does not. */
final class SettlementDecider {
    private SettlementDecider() {}

    // ---- money ------------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> create(CreateCashTransfer body, Case c) {
        return filledIn(body.terms(), CashTransfer.Action.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseCashTransfer body, Case c) {
        return filledIn(body.terms(), CashTransfer.Action.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(CashTerms terms, CashTransfer.Action action, Case c) {
        return c.rules(SettlementFlow.RULES)
                .sendingControls()
                .examine(action, OfMoney.of(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(new CashFilledIn(c.move(), terms))));
    }

    /** Whoever passes the last post takes the cash. */
    static Decision<ImmutableList<Happening>> sending(Act act, Case c) {
        CashTransfer money = c.document(CashTransfer.class);
        boolean isLast = c.move().to().equals(CashTransfer.State.ORDERED.name());
        return c.rules(SettlementFlow.RULES)
                .sendingControls()
                .examine(CashTransfer.Action.valueOf(act.action()), OfMoney.of(money.terms(), c))
                .decide(() -> ImmutableList.of(new Happening(
                        new Moved(c.move()),
                        isLast ? ImmutableList.of(order(SettlementPostings.ORDERED, money, c)) : ImmutableList.of())));
    }

    static Decision<ImmutableList<Happening>> giveUp(Act act, Case c) {
        CashTransfer money = c.document(CashTransfer.class);
        return Decision.accepted(ImmutableList.of(new Happening(
                new Moved(c.move()),
                money.state() == CashTransfer.State.ORDERED
                        ? ImmutableList.of(order(SettlementPostings.NO_LONGER_ORDERED, money, c))
                        : ImmutableList.of())));
    }

    private static Posting order(PostingKey key, CashTransfer money, Case c) {
        return Posting.of(
                key,
                money.terms().fen(),
                SettlementPostings.block(money.id(), money.terms(), c.input().fiscalYear()));
    }

    static Decision<ImmutableList<Happening>> tellAgain(Act act, Case c) {
        CashTransfer money = c.document(CashTransfer.class);
        return Decision.accepted(ImmutableList.of(Happening.of(new CashLeft(
                c.move(),
                money.terms(),
                new CashSent(CashTransfer.id(money.id().value()), money.terms().mirrored()),
                Optional.of(money.lastSent())))));
    }

    // ---- settlements ------------------------------------------------------------------------------------------------

    static Decision<ImmutableList<Happening>> create(CreateSettlement body, Case c) {
        return filledIn(body.terms(), Settlement.Action.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseSettlement body, Case c) {
        return filledIn(body.terms(), Settlement.Action.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(
            SettlementTerms terms, Settlement.Action action, Case c) {
        return c.rules(SettlementFlow.RULES)
                .settlementControls()
                .examine(action, OfMoney.of(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(new SettlementFilledIn(c.move(), terms))));
    }

    /** Whoever passes the last post issues it: it is booked, and leaves. */
    static Decision<ImmutableList<Happening>> settling(Act act, Case c) {
        Settlement settlement = c.document(Settlement.class);
        boolean isLast = c.move().to().equals(Settlement.State.ISSUED.name());
        return c.rules(SettlementFlow.RULES)
                .settlementControls()
                .examine(Settlement.Action.valueOf(act.action()), OfMoney.of(settlement.terms(), c))
                .decide(() -> isLast ? issued(settlement, c) : ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** Every transfer that it names is settled with it. */
    private static ImmutableList<Happening> issued(Settlement settlement, Case c) {
        ImmutableList.Builder<Happening> issued = ImmutableList.builder();
        issued.add(Happening.of(
                new SettlementLeft(c.move(), told(settlement), Optional.empty()),
                SettlementPostings.settled(
                        SettlementPostings.ISSUED, settlement.terms(), c.input().fiscalYear(), c)));
        settlement
                .terms()
                .transfers()
                .forEach(id -> c.find(id)
                        .map(transfer -> SettlementMatcher.moved(c.move(transfer, TransferAction.SETTLE)))
                        .ifPresent(move -> issued.add(Happening.of(new Moved(move)))));
        return issued.build();
    }

    private static SettlementIssued told(Settlement settlement) {
        return new SettlementIssued(
                Settlement.id(settlement.id().value()), settlement.terms().mirrored());
    }

    static Decision<ImmutableList<Happening>> settleAgain(Act act, Case c) {
        Settlement settlement = c.document(Settlement.class);
        return Decision.accepted(ImmutableList.of(
                Happening.of(new SettlementLeft(c.move(), told(settlement), Optional.of(settlement.lastSent())))));
    }

    static Decision<ImmutableList<Happening>> confirm(Act act, Case c) {
        SettlementTerms terms = c.document(ReceivedSettlement.class).terms();
        return c.rules(SettlementFlow.RULES)
                .confirmingControls()
                .examine(ReceivedSettlement.Action.CONFIRM, OfMoney.of(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(
                        new Moved(c.move()),
                        SettlementPostings.settled(
                                SettlementPostings.CONFIRMED, terms, c.input().fiscalYear(), c))));
    }

    // ---- what events say --------------------------------------------------------------------------------------------

    static Terms evolve(CashFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(CashLeft event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    /** What came first stays as it came. */
    static Terms evolve(CashArrived event, Move move, Optional<Terms> before) {
        return before.orElse(event.terms());
    }

    static Terms evolve(SettlementFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    /** What came first stays as it came. */
    static Terms evolve(SettlementArrived event, Move move, Optional<Terms> before) {
        return before.orElse(event.terms());
    }
}
