package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.NaiveTemporaries.NaiveTemporary;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.temporary.ImmutableCeilingTerms;
import org.fiscalloop.temporary.ImmutableTemporaryTerms;
import org.fiscalloop.temporary.TemporaryAction;
import org.fiscalloop.temporary.TemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChangeTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.ChargeTemporary;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryCommands.ReviseTemporary;
import org.fiscalloop.temporary.TemporaryCommands.SetTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryPaidOut;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryRepaid;
import org.fiscalloop.temporary.TemporaryPayment;
import org.fiscalloop.temporary.TemporaryState;
import org.fiscalloop.temporary.TemporaryTerms;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** What each step means for temporary payments. */
final class TemporarySteps {
    private static final ImmutableList<Kind> KINDS =
            ImmutableList.of(Kind.APPROPRIATED_AHEAD, Kind.LOAN, Kind.APPROPRIATED_AHEAD, Kind.LOAN, Kind.LOWER_LEVEL);

    private final Walk walk;
    private final NaiveTemporaries naive;

    TemporarySteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.temporaries;
    }

    void take(Step step) {
        switch (step.kind()) {
            case TEMPORARY_CEILING -> ceiling(step);
            case TEMPORARY -> create(step);
            case TEMPORARY_ACT -> {
                if (!naive.payments.isEmpty()) {
                    act(prefer(naive.payments, payment -> !payment.wasPaidOut(), step), step);
                }
            }
            case TEMPORARY_TOLD -> {
                if (!naive.payments.isEmpty()) {
                    told(prefer(naive.payments, TemporarySteps::isWaited, step), step);
                }
            }
            default -> {
                if (!naive.payments.isEmpty() && !walk.naive.allotments.isEmpty()) {
                    charge(prefer(naive.payments, payment -> payment.rest() > 0, step), step);
                }
            }
        }
    }

    private static boolean isWaited(NaiveTemporary payment) {
        return payment.state == TemporaryState.APPROVED || payment.state == TemporaryState.ADVANCED;
    }

    private void ceiling(Step step) {
        String actor = Steps.finance(step.who());
        long general = step.size() * 300_007L;
        long fund = step.which() * 1_013L;
        walk.ask(
                actor,
                naive.isLimited
                        ? new ChangeTemporaryCeiling(
                                TemporaryCeiling.id(World.DIVISION, World.YEAR),
                                Fen.money(general),
                                Fen.money(fund),
                                "财决〔2023〕2号")
                        : new SetTemporaryCeiling(ImmutableCeilingTerms.builder()
                                .division(World.DIVISION)
                                .fiscalYear(World.YEAR)
                                .generalExpenditure(Fen.money(general))
                                .fundExpenditure(Fen.money(fund))
                                .documentNo("财决〔2023〕1号")
                                .build()),
                Steps.FINANCE.contains(actor),
                () -> naive.limit((general + fund) / 20));
    }

    /** Below the division there is none, so that what is applied for the level below is refused. */
    private void create(Step step) {
        Kind kind = one(KINDS, step.size());
        boolean isLower = kind == Kind.LOWER_LEVEL;
        String agency = isLower ? "" : one(Steps.AGENCIES, step.which());
        String actor = isLower ? Steps.finance(step.who()) : Steps.clerk(agency, step.who());
        NaiveTemporary payment = new NaiveTemporary(
                "Z" + walk.number(),
                agency,
                kind,
                1 + step.size() * 733L,
                walk.world.day().plusDays(step.which() - 2));
        walk.ask(
                actor,
                new CreateTemporary(TemporaryPayment.id(payment.id), terms(payment)),
                !isLower && Steps.isEntry(payment, actor) && isInTime(payment),
                () -> naive.payments.put(payment.id, payment));
        if (naive.payments.containsKey(payment.id) && step.who() % 4 > 0) {
            goOn(payment, step);
        }
    }

    /** Mostly what is applied for goes on at once: under a ceiling it is handed in, approved and paid out. */
    private void goOn(NaiveTemporary payment, Step step) {
        if (naive.ceiling == 0) {
            ceiling(new Step(step.kind(), step.which(), 0, 59));
        }
        for (int i = 0; i < 2; i++) {
            act(payment, new Step(step.kind(), step.which(), 0, 2));
        }
        if (payment.state == TemporaryState.APPROVED && step.who() % 4 > 1) {
            told(payment, new Step(step.kind(), step.which(), 0, 1));
        }
    }

    private boolean isInTime(NaiveTemporary payment) {
        return !payment.dueOn.isBefore(walk.world.day());
    }

    private static TemporaryTerms terms(NaiveTemporary payment) {
        return ImmutableTemporaryTerms.builder()
                .division(World.DIVISION)
                .agency(payment.agency)
                .fiscalYear(World.YEAR)
                .kind(payment.kind)
                .lowerDivision(payment.kind == Kind.LOWER_LEVEL ? Optional.of("310107001") : Optional.empty())
                .fund("111")
                .amount(Fen.money(payment.amount))
                .purpose("抢险救灾")
                .legalBasis("府办〔2024〕1号")
                .dueOn(payment.dueOn)
                .build();
    }

    private void act(NaiveTemporary payment, Step step) {
        Id<TemporaryPayment> id = TemporaryPayment.id(payment.id);
        switch (payment.state) {
            case DRAFT -> ofDraft(payment, id, step);
            case SUBMITTED -> {
                String actor = one(ImmutableList.of("chief", "chief", "deputy", "finance"), step.who());
                boolean isReturned = step.size() % 6 == 0;
                walk.act(
                        actor,
                        id,
                        isReturned ? TemporaryAction.RETURN_TO_ENTRY : TemporaryAction.APPROVE,
                        Steps.CHIEF.contains(actor)
                                && (isReturned
                                        || (isInTime(payment) && naive.ceiling > 0 && payment.amount <= naive.room())),
                        () -> payment.state = isReturned ? TemporaryState.DRAFT : TemporaryState.APPROVED);
            }
            default -> {
                if (step.size() % 3 == 0) {
                    String actor = one(ImmutableList.of("chief", "deputy", "finance"), step.who());
                    walk.act(
                            actor,
                            id,
                            TemporaryAction.VOID,
                            payment.state == TemporaryState.APPROVED && Steps.CHIEF.contains(actor),
                            () -> {
                                payment.state = TemporaryState.VOIDED;
                                naive.free(payment.amount);
                            });
                }
            }
        }
    }

    private void ofDraft(NaiveTemporary payment, Id<TemporaryPayment> id, Step step) {
        String actor = Steps.clerk(payment.agency, step.who());
        switch (step.size() % 7) {
            case 0 ->
                walk.act(
                        actor,
                        id,
                        TemporaryAction.VOID,
                        Steps.isEntry(payment, actor),
                        () -> payment.state = TemporaryState.VOIDED);
            case 1 -> {
                NaiveTemporary revised = new NaiveTemporary(
                        payment.id,
                        payment.agency,
                        payment.kind,
                        payment.amount + 1,
                        walk.world.day().plusDays(step.which() - 1));
                walk.ask(
                        actor,
                        new ReviseTemporary(id, terms(revised)),
                        Steps.isEntry(payment, actor) && isInTime(revised),
                        () -> {
                            payment.amount = revised.amount;
                            payment.dueOn = revised.dueOn;
                        });
            }
            default ->
                walk.act(
                        actor,
                        id,
                        TemporaryAction.SUBMIT,
                        Steps.isEntry(payment, actor) && isInTime(payment),
                        () -> payment.state = TemporaryState.SUBMITTED);
        }
    }

    /** What the treasury tells; of what is not yet approved nothing, for that would wait. */
    private void told(NaiveTemporary payment, Step step) {
        Id<TemporaryPayment> id = TemporaryPayment.id(payment.id);
        LocalDate day = walk.world.day();
        String serial = "T" + walk.number();
        if (payment.state == TemporaryState.DRAFT || payment.state == TemporaryState.SUBMITTED) {
            return;
        }
        if (payment.wasPaidOut() && step.size() % 8 > 0) {
            long fen = amount(payment.rest(), step.size()) * (step.size() % 11 == 1 ? -1 : 1);
            boolean isBooked = fen > 0 && fen <= payment.rest();
            walk.tell(new TemporaryRepaid(id, serial, day, Fen.money(fen)), expected(isBooked), () -> {
                if (isBooked) {
                    payment.repaid += fen;
                    payment.settle();
                    naive.free(fen);
                }
            });
            return;
        }
        long fen = payment.amount + (step.size() % 5 == 0 ? 1 : 0);
        boolean isBooked = payment.state == TemporaryState.APPROVED && fen == payment.amount;
        walk.tell(new TemporaryPaidOut(id, serial, day, Fen.money(fen)), expected(isBooked), () -> {
            if (isBooked) {
                payment.state = TemporaryState.ADVANCED;
            }
        });
    }

    private static JournalRecord.Outcome expected(boolean isBooked) {
        return isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION;
    }

    private void charge(NaiveTemporary payment, Step step) {
        NaiveAllotment allotment = prefer(
                walk.naive.allotments,
                known -> known.agency.equals(payment.agency) && known.isExecutable() && known.free() > 0,
                step);
        String actor = Steps.finance(step.who());
        long fen = amount(Math.min(payment.rest(), Math.max(0, allotment.free())), step.size());
        walk.ask(
                actor,
                new ChargeTemporary(
                        TemporaryPayment.id(payment.id), Allotment.id(allotment.id), Fen.money(fen), "财预〔2024〕9号"),
                Steps.FINANCE.contains(actor) && mayBeCharged(payment, allotment, fen),
                () -> {
                    allotment.available -= fen;
                    allotment.charged += fen;
                    payment.charged += fen;
                    payment.settle();
                    naive.free(fen);
                });
    }

    private boolean mayBeCharged(NaiveTemporary payment, NaiveAllotment allotment, long fen) {
        return payment.state == TemporaryState.ADVANCED
                && allotment.state == AllotmentState.ISSUED
                && allotment.isExecutable()
                && !allotment.isTemporary
                && !allotment.line.project.hasEnded()
                && !allotment.elements.value(Labels.PROCUREMENT).equals(Labels.YES)
                && allotment.agency.equals(payment.agency)
                && fen <= payment.rest()
                && fen <= allotment.free()
                && allotment.isUnplanned(fen)
                && fen <= walk.naive.spare(allotment.line);
    }
}
