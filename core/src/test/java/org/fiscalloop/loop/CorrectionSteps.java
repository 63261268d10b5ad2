package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.isOwn;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.LongStream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionAction;
import org.fiscalloop.correction.CorrectionCommands.CreateCorrection;
import org.fiscalloop.correction.CorrectionState;
import org.fiscalloop.correction.CorrectionTerms;
import org.fiscalloop.correction.ImmutableCorrectionTerms;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveContract;
import org.fiscalloop.loop.Naive.NaiveCorrection;
import org.fiscalloop.loop.Naive.NaivePlace;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.VoucherState;

/** What each step means for corrections of payments. */
final class CorrectionSteps {
    private static final ImmutableList<CorrectionAction> ACTIONS = ImmutableList.of(
            CorrectionAction.SUBMIT,
            CorrectionAction.APPROVE,
            CorrectionAction.APPROVE,
            CorrectionAction.RETURN_TO_ENTRY,
            CorrectionAction.NOTIFY,
            CorrectionAction.VOID);

    private final Walk walk;
    private final Naive naive;

    CorrectionSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        if (step.kind() == Step.Kind.CORRECTION) {
            if (!naive.vouchers.isEmpty()) {
                boolean isAgain = step.which() % 2 == 0
                        && naive.vouchers.values().stream().anyMatch(CorrectionSteps::wasCorrected);
                correct(
                        prefer(
                                naive.vouchers,
                                voucher -> isAgain ? wasCorrected(voucher) : voucher.state == VoucherState.CLEARED,
                                step),
                        step);
            }
        } else if (!naive.corrections.isEmpty()) {
            act(prefer(naive.corrections, c -> c.state != CorrectionState.VOIDED, step), step);
        }
    }

    private static boolean wasCorrected(NaiveVoucher voucher) {
        return voucher.state == VoucherState.CLEARED
                && voucher.requests.stream().anyMatch(request -> request.places.size() > 1);
    }

    /** One is filled in, and mostly handed in and approved at once. */
    private void correct(NaiveVoucher voucher, Step step) {
        NaiveRequest request = one(voucher.requests, step.who());
        if (request.places.isEmpty()) {
            return;
        }
        ImmutableList<NaivePlace> standing =
                request.places.stream().filter(place -> place.standing > 0).collect(ImmutableList.toImmutableList());
        ImmutableList<NaivePlace> places = standing.isEmpty() ? ImmutableList.copyOf(request.places) : standing;
        NaivePlace from = places.get(step.which() % 4 == 0 ? places.size() - 1 : step.size() % places.size());
        ImmutableList<NaiveAllotment> fitting = Naive.all(naive.allotments).stream()
                .filter(to -> to != from.allotment
                        && isSound(new NaiveCorrection("", voucher, request, from, to, 1))
                        && left(request, to) > 0)
                .collect(ImmutableList.toImmutableList());
        NaiveAllotment to = fitting.isEmpty() || step.who() % 6 == 5
                ? one(naive.allotments, step.size() + 1)
                : one(fitting, step.size());
        long most = step.who() % 5 == 0 ? from.standing : Math.min(from.standing, Math.max(left(request, to), 0));
        String clerk = Steps.clerk(to.agency, step.who());
        NaiveCorrection made = new NaiveCorrection(
                "G" + naive.corrections.size(), voucher, request, from, to, amount(most, step.size()));
        made.makers.add(clerk);
        boolean isMade = walk.ask(
                clerk,
                new CreateCorrection(Correction.id(made.id), terms(made)),
                isEntry(made, clerk) && isSound(made),
                () -> naive.corrections.put(made.id, made));
        if (isMade && step.who() % 4 < 3) {
            act(made, clerk, CorrectionAction.SUBMIT);
            act(made, Steps.head(made.agency, step.size()), CorrectionAction.APPROVE);
            act(made, Steps.finance(step.size()), CorrectionAction.APPROVE);
        }
    }

    private static CorrectionTerms terms(NaiveCorrection correction) {
        return ImmutableCorrectionTerms.builder()
                .voucher(World.voucher(correction.voucher.id))
                .request(World.request(correction.request.id))
                .earlier(Optional.of(correction.from.correction)
                        .filter(number -> !number.isEmpty())
                        .map(Correction::id))
                .amount(Fen.money(correction.amount))
                .allotment(Allotment.id(correction.to.id))
                .elements(correction.elements)
                .reason("指标用错")
                .build();
    }

    private static boolean isPayable(NaiveAllotment allotment) {
        return allotment.state == AllotmentState.ISSUED && allotment.isExecutable();
    }

    /** Whether it may be handed in, and approved at every post but the last. */
    private static boolean isSound(NaiveCorrection correction) {
        NaiveRequest request = correction.request;
        NaiveAllotment to = correction.to;
        boolean isMarked = to.elements.value(Labels.PROCUREMENT).equals(Labels.YES);
        return correction.voucher.state == VoucherState.CLEARED
                && to.agency.equals(correction.voucher.agency)
                && isPayable(to)
                && (to.line.project == correction.from.allotment.line.project || !to.line.project.hasEnded())
                && correction.elements.equals(to.elements)
                && request.fund().equals(to.elements.fund())
                && (!isMarked || !request.contract.isEmpty())
                && request.contract.stream().allMatch(contract -> contract.plan.line.project == to.line.project)
                && (to != correction.from.allotment || !correction.elements.equals(correction.from.elements));
    }

    /** Whether it stands where it is taken from, and the right allotment has as much: for its contract, of its line, in plans. */
    private boolean isCovered(NaiveCorrection correction) {
        NaiveAllotment from = correction.from.allotment;
        NaiveAllotment to = correction.to;
        long fen = correction.amount;
        boolean isThere = correction.from.standing >= fen;
        if (to == from) {
            return isThere;
        }
        long planned = LongStream.of(to.unspent)
                .limit(walk.world.day().getMonthValue())
                .sum();
        return isThere
                && left(correction.request, to) >= fen
                && (to.line == from.line || naive.spare(to.line) >= fen)
                && (!naive.isPlanned || planned >= fen);
    }

    /** What of an allotment a payment may take: what its contract keeps of it while it is in force, else what is kept for nobody. */
    private static long left(NaiveRequest request, NaiveAllotment to) {
        ImmutableList<NaiveContract> contract = contract(request);
        return contract.isEmpty() ? to.free() : contract.get(0).kept.getOrDefault(to, 0L);
    }

    /** The contract of the payment while it is in force: then it has its allotments reserved. */
    private static ImmutableList<NaiveContract> contract(NaiveRequest request) {
        return request.contract.stream().filter(NaiveContract::isInForce).collect(ImmutableList.toImmutableList());
    }

    private void act(NaiveCorrection correction, Step step) {
        CorrectionAction action = one(ACTIONS, step.size());
        boolean isEntry = action == CorrectionAction.SUBMIT || action == CorrectionAction.VOID;
        boolean isFinance = action == CorrectionAction.NOTIFY || correction.approvals > 0;
        String actor = isEntry
                ? Steps.clerk(correction.agency, step.who())
                : isFinance ? Steps.finance(step.who()) : Steps.head(correction.agency, step.who());
        act(correction, actor, action);
    }

    private void act(NaiveCorrection correction, String actor, CorrectionAction action) {
        CorrectionState to = next(correction, actor, action);
        boolean isReviewed = isReviewed(correction, actor, action);
        walk.act(actor, Correction.id(correction.id), action, to != correction.state || isReviewed, () -> {
            if (action == CorrectionAction.SUBMIT) {
                correction.makers.add(actor);
            }
            if (action == CorrectionAction.APPROVE) {
                correction.approvals++;
                correction.approvers.add(actor);
            }
            if (to == CorrectionState.BOOKED && action == CorrectionAction.APPROVE) {
                book(correction);
            }
            if (to == CorrectionState.DRAFT) {
                correction.approvals = 0;
                correction.approvers.clear();
            }
            correction.state = to;
        });
    }

    /** The review of the agency keeps it in its state. */
    private static boolean isReviewed(NaiveCorrection correction, String actor, CorrectionAction action) {
        return action == CorrectionAction.APPROVE
                && correction.state == CorrectionState.SUBMITTED
                && correction.approvals == 0
                && isHead(correction, actor)
                && !isOwn(correction, actor)
                && isSound(correction);
    }

    private CorrectionState next(NaiveCorrection correction, String actor, CorrectionAction action) {
        CorrectionState from = correction.state;
        boolean isFinance = Steps.FINANCE.contains(actor);
        return switch (action) {
            case SUBMIT ->
                from == CorrectionState.DRAFT && isEntry(correction, actor) && isSound(correction)
                        ? CorrectionState.SUBMITTED
                        : from;
            case VOID -> from == CorrectionState.DRAFT && isEntry(correction, actor) ? CorrectionState.VOIDED : from;
            case RETURN_TO_ENTRY ->
                from == CorrectionState.SUBMITTED && (correction.approvals == 0 ? isHead(correction, actor) : isFinance)
                        ? CorrectionState.DRAFT
                        : from;
            case APPROVE ->
                from == CorrectionState.SUBMITTED
                                && correction.approvals > 0
                                && isFinance
                                && !correction.approvers.contains(actor)
                                && isSound(correction)
                                && isCovered(correction)
                        ? CorrectionState.BOOKED
                        : from;
            case NOTIFY -> from == CorrectionState.BOOKED && isFinance ? CorrectionState.TOLD : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    private void book(NaiveCorrection correction) {
        NaivePlace from = correction.from;
        NaiveAllotment to = correction.to;
        NaiveRequest request = correction.request;
        long fen = correction.amount;
        from.standing -= fen;
        request.places.add(new NaivePlace(correction.id, to, correction.elements, fen, walk.world.day()));
        if (to == from.allotment) {
            return;
        }
        from.allotment.paid -= fen;
        from.allotment.available += fen;
        to.paid += fen;
        to.available -= fen;
        contract(request).forEach(contract -> {
            contract.reserve(from.allotment, fen);
            contract.reserve(to, -fen);
        });
        request.unplan(from.allotment, fen);
        if (naive.isPlanned) {
            request.plan(to, fen, walk.world.day());
        }
    }
}
