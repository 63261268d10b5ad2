package org.fiscalloop.loop;

import static org.fiscalloop.loop.Naive.all;
import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isEntry;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveDraft;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.revenue.ImmutableAccrualTerms;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.revenue.WageAccrual;

/** What each step means for requests and vouchers, bank and treasury, income and the accountants. */
final class PaymentSteps {
    private final Walk walk;
    private final Naive naive;

    PaymentSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case REQUEST -> request(prefer(naive.allotments, a -> a.available > 0, step), step);
            case WAGES -> wages(one(naive.lines, step.which()), step);
            case INCOME -> income(one(naive.lines, step.which()), step);
            case REPORT -> report(step);
            case REPEAT -> walk.again(one(ImmutableList.copyOf(walk.inputs), step.which() * 60 + step.size()));
            case CONFLICT -> conflict(one(ImmutableList.copyOf(walk.inputs), step.which() * 60 + step.size()));
            case REQUEST_ACT -> {
                if (!naive.requests.isEmpty()) {
                    actOnRequest(one(naive.requests, step.which()), step);
                }
            }
            case VOUCHER -> {
                if (!naive.requests.isEmpty()) {
                    voucher(prefer(naive.requests, r -> r.state == PaymentState.UNIT_APPROVED, step), step);
                }
            }
            case COMPLETE -> {
                if (!naive.drafts.isEmpty()) {
                    complete(prefer(naive.drafts, draft -> !draft.isPosted, step), step);
                }
            }
            default -> ofVoucher(step);
        }
    }

    /** What is told of a voucher, one that there is not yet now and then. */
    private void ofVoucher(Step step) {
        boolean isKnown = !naive.vouchers.isEmpty() && (step.kind() == Step.Kind.VOUCHER_ACT || step.who() % 12 > 0);
        Optional<NaiveVoucher> known =
                isKnown ? Optional.of(prefer(naive.vouchers, isReadyFor(step.kind()), step)) : Optional.empty();
        String id = known.map(voucher -> voucher.id).orElse("V" + (naive.vouchers.size() + step.which() % 3));
        switch (step.kind()) {
            case VOUCHER_ACT -> known.ifPresent(voucher -> actOnVoucher(voucher, step));
            case BANK -> bank(id, step);
            case RECEIPT -> receipt(id, known, step);
            case CLEARING -> clearing(id, known, step);
            default -> refund(id, known, step);
        }
    }

    private static Predicate<NaiveVoucher> isReadyFor(Step.Kind kind) {
        return switch (kind) {
            case VOUCHER_ACT, BANK -> voucher -> !voucher.isPaid() && voucher.state != VoucherState.VOIDED;
            case RECEIPT -> voucher -> voucher.state == VoucherState.SENT;
            case CLEARING -> voucher -> voucher.isPaid() && voucher.batch.isEmpty();
            default -> NaiveVoucher::isPaid;
        };
    }

    // ---- requests ---------------------------------------------------------------------------------------------------

    private void request(NaiveAllotment allotment, Step step) {
        String clerk = Steps.clerk(allotment.agency, step.who());
        long amount = amount(allotment.available, step.size());
        NaiveRequest request = new NaiveRequest("R" + walk.number(), allotment, amount);
        request.creator = clerk;
        boolean isMade = walk.ask(
                clerk,
                new CreatePayment(
                        World.request(request.id),
                        World.paymentTerms(Allotment.id(allotment.id), allotment.line.elements, amount)),
                isEntry(request, clerk) && isPayable(allotment),
                () -> naive.requests.put(request.id, request));
        if (isMade && step.who() % 5 > 0) {
            act(request, clerk, PaymentAction.SUBMIT);
            if (step.who() % 5 > 1) {
                act(request, "head" + request.agency, PaymentAction.APPROVE);
            }
        }
    }

    private static boolean isPayable(NaiveAllotment allotment) {
        return allotment.state == AllotmentState.ISSUED && allotment.isExecutable();
    }

    private void actOnRequest(NaiveRequest request, Step step) {
        PaymentAction action = one(
                ImmutableList.of(
                        PaymentAction.SUBMIT,
                        PaymentAction.APPROVE,
                        PaymentAction.RETURN,
                        PaymentAction.VOID,
                        PaymentAction.CANCEL_APPROVAL,
                        PaymentAction.WITHDRAW,
                        PaymentAction.APPROVE),
                step.size());
        boolean isClerk =
                action == PaymentAction.SUBMIT || action == PaymentAction.VOID || action == PaymentAction.WITHDRAW;
        act(
                request,
                isClerk ? Steps.clerk(request.agency, step.who()) : Steps.head(request.agency, step.who()),
                action);
    }

    private void act(NaiveRequest request, String actor, PaymentAction action) {
        if (action == PaymentAction.WITHDRAW && request.state == PaymentState.SUBMITTED && !request.justSubmitted) {
            return;
        }
        PaymentState to = next(request, actor, action);
        walk.act(actor, World.request(request.id), action, to != request.state, () -> {
            boolean held = request.holds();
            request.state = to;
            request.justSubmitted = action == PaymentAction.SUBMIT;
            if (action == PaymentAction.SUBMIT) {
                request.submitter = actor;
            }
            if (held != request.holds()) {
                request.hold(held ? -request.amount : request.amount);
            }
        });
    }

    private static PaymentState next(NaiveRequest request, String actor, PaymentAction action) {
        PaymentState from = request.state;
        boolean isEntry = isEntry(request, actor);
        boolean isHead = isHead(request, actor);
        return switch (action) {
            case SUBMIT ->
                from == PaymentState.DRAFT
                                && isEntry
                                && isPayable(request.allotment)
                                && request.allotment.available >= request.amount
                        ? PaymentState.SUBMITTED
                        : from;
            case APPROVE ->
                from == PaymentState.SUBMITTED && isHead && !request.creator.equals(actor)
                        ? PaymentState.UNIT_APPROVED
                        : from;
            case RETURN -> from == PaymentState.SUBMITTED && isHead ? PaymentState.DRAFT : from;
            case VOID ->
                (from == PaymentState.DRAFT || from == PaymentState.UNIT_APPROVED) && isEntry
                        ? PaymentState.VOIDED
                        : from;
            case CANCEL_APPROVAL -> from == PaymentState.UNIT_APPROVED && isHead ? PaymentState.SUBMITTED : from;
            case WITHDRAW ->
                from == PaymentState.SUBMITTED && request.submitter.equals(actor) ? PaymentState.DRAFT : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    // ---- vouchers ---------------------------------------------------------------------------------------------------

    private void voucher(NaiveRequest first, Step step) {
        ImmutableList.Builder<NaiveRequest> chosen =
                ImmutableList.<NaiveRequest>builder().add(first);
        if (step.size() % 3 == 0) {
            all(naive.requests).stream()
                    .filter(request -> request != first && request.state == PaymentState.UNIT_APPROVED)
                    .findFirst()
                    .ifPresent(chosen::add);
        }
        ImmutableList<NaiveRequest> requests = chosen.build();
        String clerk = Steps.clerk(first.agency, step.who());
        NaiveVoucher voucher = new NaiveVoucher("V" + naive.vouchers.size(), requests);
        boolean isSound = isEntry(voucher, clerk)
                && requests.stream()
                        .allMatch(request ->
                                request.state == PaymentState.UNIT_APPROVED && request.agency.equals(first.agency));
        boolean isMade = walk.ask(
                clerk,
                new CreateVoucher(
                        World.voucher(voucher.id),
                        first.agency,
                        requests.stream()
                                .map(request -> World.request(request.id))
                                .collect(ImmutableList.toImmutableList()),
                        World.DAY),
                isSound,
                () -> {
                    naive.vouchers.put(voucher.id, voucher);
                    requests.forEach(request -> request.state = PaymentState.VOUCHER_CREATED);
                    walk.teller.wake(voucher.id);
                });
        if (isMade && step.who() % 5 > 1) {
            act(voucher, clerk, VoucherAction.SIGN);
            act(voucher, "head" + first.agency, VoucherAction.STAMP);
            act(voucher, clerk, VoucherAction.SEND);
        }
    }

    private void actOnVoucher(NaiveVoucher voucher, Step step) {
        boolean isForward = step.size() % 3 > 0;
        VoucherAction action = switch (voucher.state) {
            case CREATED -> isForward ? VoucherAction.SIGN : VoucherAction.VOID;
            case SIGNED -> isForward ? VoucherAction.STAMP : VoucherAction.VOID;
            case STAMPED -> isForward ? VoucherAction.SEND : VoucherAction.SIGN;
            case BANK_REJECTED -> isForward ? VoucherAction.RESEND : VoucherAction.VOID;
            default -> isForward ? VoucherAction.VOID : VoucherAction.SEND;
        };
        boolean isHead = action == VoucherAction.STAMP || (action == VoucherAction.SIGN && step.size() % 2 == 0);
        act(voucher, isHead ? Steps.head(voucher.agency, step.who()) : Steps.clerk(voucher.agency, step.who()), action);
    }

    private void act(NaiveVoucher voucher, String actor, VoucherAction action) {
        VoucherState to = next(voucher, actor, action);
        walk.act(actor, World.voucher(voucher.id), action, to != voucher.state, () -> {
            voucher.state = to;
            if (action == VoucherAction.SIGN) {
                voucher.signer = actor;
            }
            if (to == VoucherState.VOIDED) {
                for (NaiveRequest request : voucher.requests) {
                    request.state = PaymentState.VOIDED;
                    request.hold(-request.amount);
                }
            }
            walk.teller.wake(voucher.id);
        });
    }

    private static VoucherState next(NaiveVoucher voucher, String actor, VoucherAction action) {
        VoucherState from = voucher.state;
        boolean isClerk = isEntry(voucher, actor);
        boolean isHead = isHead(voucher, actor);
        boolean isVoidable = from == VoucherState.CREATED
                || from == VoucherState.SIGNED
                || from == VoucherState.STAMPED
                || from == VoucherState.BANK_REJECTED;
        return switch (action) {
            case SIGN -> from == VoucherState.CREATED && (isClerk || isHead) ? VoucherState.SIGNED : from;
            case STAMP ->
                from == VoucherState.SIGNED && isHead && !voucher.signer.equals(actor) ? VoucherState.STAMPED : from;
            case SEND -> from == VoucherState.STAMPED && isClerk ? VoucherState.SENT : from;
            case RESEND -> from == VoucherState.BANK_REJECTED && isClerk ? VoucherState.SENT : from;
            case VOID -> isVoidable && isClerk ? VoucherState.VOIDED : from;
            default -> throw new IllegalArgumentException("no such act in histories: " + action);
        };
    }

    // ---- bank and treasury ------------------------------------------------------------------------------------------

    private void bank(String id, Step step) {
        boolean isAccepted = step.size() % 2 == 0;
        walk.tell(
                isAccepted ? new BankAcceptance(World.voucher(id)) : new BankRejection(World.voucher(id), "户名不符"),
                ImmutableList.of(isAccepted ? new Teller.Accepted(id) : new Teller.Rejected(id)));
    }

    private static long fen(Optional<NaiveVoucher> known, boolean isRight) {
        return known.map(NaiveVoucher::fen).orElse(100L) + (isRight ? 0 : 1);
    }

    private void receipt(String id, Optional<NaiveVoucher> known, Step step) {
        long fen = fen(known, step.size() % 6 > 0);
        String serial = "S" + id + (step.size() % 5 == 0 ? "x" : "");
        walk.tell(
                new BankReceipt(World.voucher(id), serial, World.DAY, Fen.money(fen), World.PAYEE),
                ImmutableList.of(new Teller.Paid(id, serial, fen)));
    }

    private void clearing(String id, Optional<NaiveVoucher> known, Step step) {
        String batch = "B" + (step.size() % 8 == 0 ? 0 : walk.number());
        ImmutableList.Builder<ClearingLine> lines = ImmutableList.builder();
        ImmutableList.Builder<Teller.Told> told = ImmutableList.builder();
        ImmutableList.Builder<String> vouchers = ImmutableList.<String>builder().add(id);
        for (int i = 1; i <= step.who() % 4 / 2 && !naive.vouchers.isEmpty(); i++) {
            vouchers.add(one(naive.vouchers, step.which() + i * step.size()).id);
        }
        for (String voucher : vouchers.build()) {
            long fen = fen(
                    voucher.equals(id) ? known : Optional.ofNullable(naive.vouchers.get(voucher)), step.size() % 7 > 0);
            lines.add(new ClearingLine(World.voucher(voucher), Fen.money(fen)));
            told.add(new Teller.Cleared(voucher, batch, fen));
        }
        walk.tell(new TreasuryClearing(batch, lines.build()), told.build());
    }

    private void refund(String id, Optional<NaiveVoucher> known, Step step) {
        ImmutableList<NaiveRequest> requests =
                known.map(voucher -> voucher.requests).orElse(ImmutableList.of());
        String request = requests.isEmpty() || step.who() % 3 > 0 ? "" : one(requests, step.who()).id;
        long left = requests.stream()
                .filter(r -> request.isEmpty() || r.id.equals(request))
                .mapToLong(r -> r.refundable)
                .sum();
        long fen = amount(left, step.size());
        String serial = "F" + (step.size() % 5 == 0 ? 0 : walk.number());
        walk.tell(
                new RefundNotice(
                        World.voucher(id),
                        serial,
                        Fen.money(fen),
                        Steps.text(request).map(World::request),
                        step.who() % 2 == 0 ? RefundKind.ACTIVE : RefundKind.PASSIVE),
                ImmutableList.of(new Teller.Refunded(id, serial, fen, request)));
    }

    // ---- income, wages, accountants ---------------------------------------------------------------------------------

    private void wages(NaiveLine line, Step step) {
        String actor = Steps.head(line.agency, step.who());
        long fen = 1L + step.size();
        walk.ask(
                actor,
                new AccrueWages(
                        WageAccrual.id("W" + walk.number()),
                        ImmutableAccrualTerms.builder()
                                .elements(line.elements)
                                .amount(Fen.money(fen))
                                .purpose("3月")
                                .build()),
                isHead(line, actor),
                () -> naive.wages += fen);
    }

    private void income(NaiveLine line, Step step) {
        long fen = 1L + step.size();
        boolean isKnown = step.who() % 4 > 0;
        walk.tell(
                new OtherIncomeReceived(
                        IncomeReceipt.id("I" + walk.number()),
                        line.agency,
                        isKnown ? "B" + line.agency : "B0",
                        World.DAY,
                        Fen.money(fen),
                        Optional.empty()),
                isKnown ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> naive.otherIncome += isKnown ? fen : 0);
    }

    private void report(Step step) {
        long fen = 1L + step.size();
        boolean isKnown = step.who() % 4 > 0;
        walk.tell(
                new TreasuryDayReport(
                        IncomeReceipt.id("D" + walk.number()),
                        World.DAY,
                        ImmutableList.of(
                                new IncomeTerms.Line("10101", "111", Fen.money(fen)),
                                new IncomeTerms.Line(isKnown ? "10101" : "999", "111", Fen.money(1)))),
                isKnown ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> naive.revenue += fen + (isKnown ? 1 : 0));
    }

    private void complete(NaiveDraft draft, Step step) {
        String actor = Steps.head(draft.agency, step.who());
        long fen = Math.abs(draft.open) + (step.size() % 6 == 0 ? 1 : 0);
        walk.ask(
                actor,
                new CompleteVoucher(
                        AgencyVoucher.id(draft.id),
                        ImmutableList.of(new AgencyVoucherTerms.Line(
                                Basis.FINANCIAL,
                                draft.open > 0 ? Side.DEBIT : Side.CREDIT,
                                "OPERATING_ACTIVITY_EXPENSES",
                                Fen.money(fen)))),
                isHead(draft, actor) && !draft.isPosted && fen == Math.abs(draft.open),
                () -> draft.isPosted = true);
    }

    /** Another content under an id that came before. */
    private void conflict(Input input) {
        Body other = new BankAcceptance(World.voucher("V-other"));
        walk.again(
                input instanceof Command command
                        ? new Command(
                                command.id(),
                                command.actor(),
                                command.division(),
                                command.fiscalYear(),
                                command.on().plusDays(1),
                                command.body())
                        : new Notice(input.id(), input.division(), input.fiscalYear(), input.on(), other));
    }
}
