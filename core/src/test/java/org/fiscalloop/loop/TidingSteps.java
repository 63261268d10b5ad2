package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.isHead;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.loop.Naive.NaiveDraft;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaivePlace;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankAcceptance;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.revenue.ImmutableAccrualTerms;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.WageAccrual;
import org.fiscalloop.signature.ContentDigest;

/** What each step means for what bank and treasury tell, for the accountants, and for what comes again. */
final class TidingSteps {
    private static final ImmutableSet<String> CASH = ImmutableSet.of("BANK_DEPOSITS", "FISCAL_INCOME");
    private static final String ASSET = "FIXED_ASSETS";
    private static final ImmutableList<String> ACCOUNTS = ImmutableList.of(
            "OPERATING_ACTIVITY_EXPENSES",
            "AGENCY_ADMINISTRATIVE_EXPENSES",
            ASSET,
            ASSET,
            "BANK_DEPOSITS",
            "FISCAL_INCOME");

    private static final Bytes OTHER_ORDER = Bytes.fromHex("00");

    private final Walk walk;
    private final Naive naive;

    TidingSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive;
    }

    void take(Step step) {
        switch (step.kind()) {
            case WAGES -> wages(one(naive.lines, step.which()), step);
            case INCOME -> income(one(naive.lines, step.which()), step);
            case REPEAT -> walk.again(one(ImmutableList.copyOf(walk.inputs), step.which() * 60 + step.size()));
            case CONFLICT -> conflict(one(ImmutableList.copyOf(walk.inputs), step.which() * 60 + step.size()));
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
        boolean isKnown = !naive.vouchers.isEmpty() && step.who() % 12 > 0;
        Optional<NaiveVoucher> known =
                isKnown ? Optional.of(prefer(naive.vouchers, isReadyFor(step.kind()), step)) : Optional.empty();
        String id = known.map(voucher -> voucher.id).orElse("V" + (naive.vouchers.size() + step.which() % 3));
        switch (step.kind()) {
            case BANK -> bank(id, step);
            case RECEIPT -> receipt(id, known, step);
            case CLEARING -> clearing(id, known, step);
            default -> refund(id, known, step);
        }
    }

    static Predicate<NaiveVoucher> isReadyFor(Step.Kind kind) {
        return switch (kind) {
            case VOUCHER_ACT, BANK -> voucher -> !voucher.isPaid() && voucher.state != VoucherState.VOIDED;
            case RECEIPT -> voucher -> voucher.state == VoucherState.SENT;
            case CLEARING -> voucher -> voucher.isPaid() && voucher.batch.isEmpty();
            default -> NaiveVoucher::isPaid;
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
        Optional<Bytes> order = known.filter(voucher -> step.size() % 4 > 1)
                .map(voucher -> step.size() % 9 == 8
                        ? OTHER_ORDER
                        : walk.find(World.voucher(voucher.id)).content().bytes());
        walk.tell(
                new BankReceipt(
                        World.voucher(id),
                        serial,
                        walk.world.day(),
                        Fen.money(fen),
                        World.PAYEE,
                        order.map(bytes -> ContentDigest.of("SHA-256", bytes))),
                ImmutableList.of(
                        new Teller.Paid(id, serial, walk.world.day(), fen, !order.equals(Optional.of(OTHER_ORDER)))));
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
        ImmutableList<NaivePlace> places = requests.stream()
                .filter(r -> request.isEmpty() || r.id.equals(request))
                .flatMap(r -> r.places.stream())
                .collect(ImmutableList.toImmutableList());
        String allotment = places.isEmpty() || step.which() % 3 > 0 ? "" : one(places, step.who()).allotment.id;
        long left = places.stream()
                .filter(place -> allotment.isEmpty() || place.allotment.id.equals(allotment))
                .mapToLong(place -> place.standing)
                .sum();
        ImmutableList<NaivePayeeList> payees = requests.stream()
                .filter(r -> r.id.equals(request) || requests.size() == 1)
                .flatMap(r -> r.payees.stream())
                .collect(ImmutableList.toImmutableList());
        int detail = payees.isEmpty()
                ? step.which() % 29 == 28 ? 1 : 0
                : step.which() % 9 == 8
                        ? 0
                        : 1 + step.which() % payees.get(0).details.size();
        long fen = amount(
                payees.isEmpty() || detail == 0 ? left : payees.get(0).details.get(detail - 1).left, step.size());
        String serial = "F" + (step.size() + detail) % 7;
        RefundKind kind = step.who() % 2 == 0 ? RefundKind.ACTIVE : RefundKind.PASSIVE;
        walk.tell(
                new RefundNotice(
                        World.voucher(id),
                        serial,
                        Fen.money(fen),
                        Steps.text(request).map(World::request),
                        kind,
                        Optional.of(detail).filter(number -> number > 0),
                        Steps.text(allotment).map(Allotment::id)),
                ImmutableList.of(new Teller.Refunded(id, serial, fen, request, allotment, kind, detail)));
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
                isHead(line, actor) && line.elements.departmentEconomic().startsWith("301"),
                () -> naive.wages += fen);
    }

    private void income(NaiveLine line, Step step) {
        long fen = 1L + step.size();
        boolean isKnown = step.who() % 4 > 0;
        walk.tell(
                new OtherIncomeReceived(
                        IncomeReceipt.number("I" + walk.number()),
                        line.agency,
                        isKnown ? "B" + line.agency : "B0",
                        walk.world.day(),
                        Fen.money(fen),
                        Optional.empty(),
                        step.which() % 3 == 0 ? Optional.empty() : Optional.of(line.elements.function())),
                isKnown ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> naive.otherIncome += isKnown ? fen : 0);
    }

    private void complete(NaiveDraft draft, Step step) {
        String actor = Steps.head(draft.agency, step.who());
        String account = one(ACCOUNTS, step.size());
        long fen = Math.abs(draft.open) + (step.who() % 6 == 5 ? 1 : 0);
        walk.ask(
                actor,
                new CompleteVoucher(
                        AgencyVoucher.id(draft.id),
                        ImmutableList.of(new AgencyVoucherTerms.Line(
                                Basis.FINANCIAL, draft.open > 0 ? Side.DEBIT : Side.CREDIT, account, Fen.money(fen)))),
                isHead(draft, actor) && !draft.isPosted && fen == Math.abs(draft.open) && !CASH.contains(account),
                () -> {
                    draft.isPosted = true;
                    if (account.equals(ASSET)) {
                        naive.holdings.book(draft);
                    }
                });
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
