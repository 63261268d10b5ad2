package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveSettlements.NaiveCash;
import org.fiscalloop.loop.NaiveSettlements.NaiveSettlement;
import org.fiscalloop.money.Fen;
import org.fiscalloop.settlement.CashTerms;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.ImmutableCashTerms;
import org.fiscalloop.settlement.ImmutableSettlementTerms;
import org.fiscalloop.settlement.ReceivedSettlement;
import org.fiscalloop.settlement.Settlement;
import org.fiscalloop.settlement.SettlementCommands.CreateCashTransfer;
import org.fiscalloop.settlement.SettlementCommands.CreateSettlement;
import org.fiscalloop.settlement.SettlementCommands.ReviseCashTransfer;
import org.fiscalloop.settlement.SettlementNotices.CashPaid;
import org.fiscalloop.settlement.SettlementNotices.CashSent;
import org.fiscalloop.settlement.SettlementNotices.SettlementIssued;
import org.fiscalloop.settlement.SettlementNotices.SettlementMessageReceived;
import org.fiscalloop.settlement.SettlementTerms;

/** What each step means for money between levels: the division has one above it and none below. */
final class SettlementSteps {
    private static final String ABOVE = "310000000";
    private static final ImmutableList<CashTerms.Kind> CASH = ImmutableList.copyOf(CashTerms.Kind.values());
    private static final ImmutableList<SettlementTerms.Kind> SETTLED =
            ImmutableList.copyOf(SettlementTerms.Kind.values());

    private final Walk walk;
    private final NaiveSettlements naive;

    SettlementSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.settlements;
    }

    void take(Step step) {
        switch (step.kind()) {
            case CASH_UP -> create(step);
            case CASH_UP_ACT -> {
                if (!naive.sent.isEmpty()) {
                    act(prefer(naive.sent, cash -> !cash.wasPaid(), step), step);
                }
            }
            case CASH_UP_TOLD -> {
                if (!naive.sent.isEmpty()) {
                    told(prefer(naive.sent, SettlementSteps::isWaited, step), step);
                }
            }
            case CASH_DOWN -> arrive(step);
            default -> settle(step);
        }
    }

    private static boolean isWaited(NaiveCash cash) {
        return cash.state == CashTransfer.State.ORDERED || cash.state == CashTransfer.State.SENT;
    }

    // ---- up ---------------------------------------------------------------------------------------------------------

    /** Below the division there is none, so that what is to go down is refused, and a settlement likewise. */
    private void create(Step step) {
        CashTerms.Kind kind = step.which() % 6 == 0 ? CashTerms.Kind.CASH_ADVANCE : CashTerms.Kind.REMITTANCE;
        String actor = Steps.finance(step.who());
        if (step.which() % 11 == 1) {
            walk.ask(
                    actor,
                    new CreateSettlement(
                            Settlement.id("J" + walk.number()),
                            settled(World.DIVISION, ABOVE, SettlementTerms.Kind.GRANT, 1 + step.size())),
                    false,
                    () -> {});
            return;
        }
        long fen = amount(Math.max(0, walk.naive.treasuryCash() - naive.ordered()), step.size());
        NaiveCash cash = new NaiveCash("S" + walk.number(), kind, fen);
        walk.ask(
                actor,
                new CreateCashTransfer(CashTransfer.id(cash.id), terms(cash)),
                kind == CashTerms.Kind.REMITTANCE && Steps.FINANCE.contains(actor),
                () -> naive.sent.put(cash.id, cash));
        cash.makers.add(actor);
        if (naive.sent.containsKey(cash.id) && step.who() % 4 > 0) {
            for (int i = 0; i < 2; i++) {
                act(cash, new Step(step.kind(), step.which(), 0, 2));
            }
        }
    }

    private static CashTerms terms(NaiveCash cash) {
        return ImmutableCashTerms.builder()
                .division(World.DIVISION)
                .fiscalYear(World.YEAR)
                .counterpart(ABOVE)
                .kind(cash.kind)
                .fund("111")
                .amount(Fen.money(cash.amount))
                .documentNo("财库〔2024〕7号")
                .build();
    }

    private void act(NaiveCash cash, Step step) {
        Id<CashTransfer> id = CashTransfer.id(cash.id);
        switch (cash.state) {
            case DRAFT -> ofDraft(cash, id, step);
            case SUBMITTED -> {
                String actor = one(ImmutableList.of("chief", "chief", "deputy", "finance"), step.who());
                boolean isReturned = step.size() % 6 == 0;
                walk.act(
                        actor,
                        id,
                        isReturned ? CashTransfer.Action.RETURN_TO_ENTRY : CashTransfer.Action.APPROVE,
                        Steps.CHIEF.contains(actor)
                                && (isReturned
                                        || (!Naive.isOwn(cash, actor)
                                                && cash.amount <= walk.naive.treasuryCash() - naive.ordered())),
                        () -> cash.state = isReturned ? CashTransfer.State.DRAFT : CashTransfer.State.ORDERED);
            }
            case SENT -> {
                String actor = one(ImmutableList.of("chief", "finance"), step.who());
                walk.act(actor, id, CashTransfer.Action.RESEND, Steps.CHIEF.contains(actor), () -> {});
            }
            default -> {
                if (step.size() % 3 == 0) {
                    String actor = one(ImmutableList.of("chief", "deputy", "finance"), step.who());
                    walk.act(
                            actor,
                            id,
                            CashTransfer.Action.VOID,
                            cash.state == CashTransfer.State.ORDERED && Steps.CHIEF.contains(actor),
                            () -> cash.state = CashTransfer.State.VOIDED);
                }
            }
        }
    }

    private void ofDraft(NaiveCash cash, Id<CashTransfer> id, Step step) {
        String actor = Steps.finance(step.who());
        boolean isEntry = Steps.FINANCE.contains(actor);
        switch (step.size() % 7) {
            case 0 ->
                walk.act(actor, id, CashTransfer.Action.VOID, isEntry, () -> cash.state = CashTransfer.State.VOIDED);
            case 1 -> {
                NaiveCash revised = new NaiveCash(cash.id, cash.kind, cash.amount + 1);
                walk.ask(actor, new ReviseCashTransfer(id, terms(revised)), isEntry, () -> {
                    cash.amount = revised.amount;
                    cash.makers.add(actor);
                });
            }
            default ->
                walk.act(actor, id, CashTransfer.Action.SUBMIT, isEntry, () -> {
                    cash.state = CashTransfer.State.SUBMITTED;
                    cash.makers.add(actor);
                });
        }
    }

    /** What the treasury tells, and what the level above answers; of what is not yet ordered nothing, for that would wait. */
    private void told(NaiveCash cash, Step step) {
        Id<CashTransfer> id = CashTransfer.id(cash.id);
        switch (cash.state) {
            case DRAFT, SUBMITTED -> {}
            case SENT -> answered(cash, id, step);
            default -> {
                long fen = cash.amount + (step.size() % 5 == 0 ? 1 : 0);
                boolean isBooked = cash.state == CashTransfer.State.ORDERED && fen == cash.amount;
                walk.tell(
                        new CashPaid(id, "B" + walk.number(), walk.world.day(), Fen.money(fen)),
                        expected(isBooked),
                        () -> {
                            if (isBooked) {
                                cash.state = CashTransfer.State.SENT;
                            }
                        });
            }
        }
    }

    /** An answer to another message, or of another division, moves nothing. */
    private void answered(NaiveCash cash, Id<CashTransfer> id, Step step) {
        InputId awaited = walk.loop.outbox().stream()
                .filter(notice ->
                        notice.body() instanceof CashSent sent && sent.money().equals(id))
                .findFirst()
                .orElseThrow()
                .id();
        boolean isAwaited = step.size() % 4 > 0;
        boolean isOfUpper = step.who() % 6 > 0;
        tell(
                isOfUpper ? ABOVE : "350000000",
                new SettlementMessageReceived(id, isAwaited ? awaited : new InputId(World.DIVISION, "none")),
                isOfUpper,
                () -> {
                    if (isAwaited && isOfUpper) {
                        cash.state = CashTransfer.State.DELIVERED;
                    }
                });
    }

    // ---- down -------------------------------------------------------------------------------------------------------

    /** Money of the level above, for the first time, again as it was, or otherwise. */
    private void arrive(Step step) {
        boolean isAgain = !naive.received.isEmpty() && step.which() % 4 == 0;
        NaiveCash known = isAgain ? one(naive.received, step.which()) : null;
        NaiveCash cash = known == null
                ? new NaiveCash("C" + walk.number(), one(CASH, step.which()), 1 + step.size() * 577L)
                : new NaiveCash(known.id, known.kind, known.amount + (step.size() % 2));
        boolean isSame = known == null || known.amount == cash.amount;
        boolean isDown = cash.kind.isDown();
        tell(
                ABOVE,
                new CashSent(
                        CashTransfer.id(cash.id),
                        ImmutableCashTerms.copyOf(terms(cash)).withSent(new CashTerms.Sent("U" + cash.id, World.DAY))),
                isDown && isSame,
                () -> {
                    if (isDown && known == null) {
                        naive.received.put(cash.id, cash);
                    }
                });
    }

    private void settle(Step step) {
        boolean isNew = naive.settlements.isEmpty() || step.which() % 3 == 0;
        if (!isNew) {
            confirm(prefer(naive.settlements, settlement -> !settlement.isConfirmed, step), step);
            return;
        }
        NaiveSettlement settlement =
                new NaiveSettlement("J" + walk.number(), one(SETTLED, step.size()), 1 + step.size() * 311L);
        boolean isOfUpper = step.who() % 6 > 0;
        String sender = isOfUpper ? ABOVE : "350000000";
        tell(
                sender,
                new SettlementIssued(
                        Settlement.id(settlement.id),
                        settled(World.DIVISION, sender, settlement.kind, settlement.amount)),
                isOfUpper,
                () -> {
                    if (isOfUpper) {
                        naive.settlements.put(settlement.id, settlement);
                    }
                });
    }

    private static SettlementTerms settled(String division, String other, SettlementTerms.Kind kind, long fen) {
        return ImmutableSettlementTerms.builder()
                .division(division)
                .fiscalYear(World.YEAR)
                .counterpart(other)
                .kind(kind)
                .fund("111")
                .amount(Fen.money(fen))
                .documentNo("财结〔2024〕7号")
                .build();
    }

    private void confirm(NaiveSettlement settlement, Step step) {
        String actor = one(ImmutableList.of("chief", "deputy", "finance"), step.who());
        walk.act(
                actor,
                ReceivedSettlement.id(ABOVE, Settlement.id(settlement.id)),
                ReceivedSettlement.Action.CONFIRM,
                Steps.CHIEF.contains(actor) && !settlement.isConfirmed,
                () -> settlement.isConfirmed = true);
    }

    private void tell(String sender, Body body, boolean isBooked, Runnable change) {
        walk.tell(walk.world.notice(sender, "m" + walk.number(), body), expected(isBooked), change);
    }

    private static JournalRecord.Outcome expected(boolean isBooked) {
        return isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION;
    }
}
