package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.Naive.NaiveContract;
import org.fiscalloop.loop.Naive.NaivePlace;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.loop.Naive.NaiveVoucher;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.VoucherState;

/** What the naive model makes of what bank and treasury tell. */
final class Teller {
    /** What is told of one voucher, without the words. */
    sealed interface Told {
        String voucher();
    }

    record Accepted(String voucher) implements Told {}

    record Rejected(String voucher) implements Told {}

    /** @param isOfOrder whether the order it says was carried out is that of the voucher, or it does not say */
    record Paid(String voucher, String serial, LocalDate on, long fen, boolean isOfOrder) implements Told {}

    record Cleared(String voucher, String batch, long fen) implements Told {}

    /**
     * @param request the request it is for, or blank
     * @param allotment the allotment it comes back to, or blank
     * @param detail the detail of its payee list, or nothing
     */
    record Refunded(
            String voucher, String serial, long fen, String request, String allotment, RefundKind kind, int detail)
            implements Told {
        boolean isOf(NaiveRequest of, NaivePlace place) {
            return (request.isEmpty() || request.equals(of.id))
                    && (allotment.isEmpty() || allotment.equals(place.allotment.id));
        }

        /** What stands at the places of a request that it may be of. */
        long standing(NaiveRequest of) {
            return of.places.stream()
                    .filter(place -> isOf(of, place))
                    .mapToLong(place -> place.standing)
                    .sum();
        }
    }

    private final Naive naive;
    private final SetMultimap<String, Parked> parked = LinkedHashMultimap.create();
    private int told;

    private record Parked(int number, Told told) {}

    Teller(Naive naive) {
        this.naive = naive;
    }

    /** What becomes of a notice: parked if its voucher is not so far, an exception if it contradicts. */
    JournalRecord.Outcome tell(ImmutableList<Told> lines) {
        Set<String> seen = new HashSet<>();
        Set<String> moved = new HashSet<>();
        Set<JournalRecord.Outcome> outcomes = new HashSet<>();
        for (Told line : lines) {
            JournalRecord.Outcome outcome =
                    seen.add(line.voucher()) ? take(line, moved) : JournalRecord.Outcome.EXCEPTION;
            outcomes.add(outcome);
            if (outcome == JournalRecord.Outcome.PARKED) {
                parked.put(line.voucher(), new Parked(told++, line));
            }
        }
        moved.forEach(this::wake);
        return outcomes.contains(JournalRecord.Outcome.EXCEPTION)
                ? JournalRecord.Outcome.EXCEPTION
                : outcomes.contains(JournalRecord.Outcome.PARKED)
                        ? JournalRecord.Outcome.PARKED
                        : JournalRecord.Outcome.BOOKED;
    }

    /** A voucher has moved: what waited for it is looked at again, in the order in which it was told. */
    void wake(String voucher) {
        for (Parked waiting : ImmutableList.copyOf(parked.get(voucher))) {
            Set<String> moved = new HashSet<>();
            if (parked.containsEntry(voucher, waiting) && take(waiting.told(), moved) != JournalRecord.Outcome.PARKED) {
                parked.remove(voucher, waiting);
                moved.forEach(this::wake);
            }
        }
    }

    private JournalRecord.Outcome take(Told told, Set<String> moved) {
        NaiveVoucher voucher = naive.vouchers.get(told.voucher());
        if (voucher == null) {
            return JournalRecord.Outcome.PARKED;
        }
        VoucherState before = voucher.state;
        Object change = change(voucher);
        JournalRecord.Outcome outcome = take(told, voucher);
        if (before != voucher.state || !change.equals(change(voucher))) {
            moved.add(voucher.id);
        }
        return outcome;
    }

    private static Object change(NaiveVoucher voucher) {
        return voucher.batch + voucher.refunds.size();
    }

    private JournalRecord.Outcome take(Told told, NaiveVoucher voucher) {
        boolean isEarly = switch (voucher.state) {
            case CREATED, SIGNED, STAMPED -> true;
            case SENT, BANK_ACCEPTED -> told instanceof Cleared || told instanceof Refunded;
            case BANK_REJECTED -> !(told instanceof Rejected || told instanceof Accepted);
            default -> false;
        };
        if (isEarly) {
            return JournalRecord.Outcome.PARKED;
        }
        if (voucher.state == VoucherState.VOIDED) {
            return told instanceof Rejected && voucher.isRejected
                    ? JournalRecord.Outcome.BOOKED
                    : JournalRecord.Outcome.EXCEPTION;
        }
        return takes(told, voucher) ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION;
    }

    private boolean takes(Told told, NaiveVoucher voucher) {
        if (told instanceof Accepted) {
            if (voucher.state == VoucherState.SENT) {
                voucher.state = VoucherState.BANK_ACCEPTED;
            }
            return true;
        }
        if (told instanceof Rejected) {
            if (!voucher.isPaid()) {
                voucher.state = VoucherState.BANK_REJECTED;
                voucher.isRejected = true;
            }
            return !voucher.isPaid();
        }
        if (told instanceof Paid paid) {
            return voucher.isPaid() ? voucher.receipt.equals(Optional.of(paid)) : pay(paid, voucher);
        }
        if (told instanceof Cleared cleared) {
            return voucher.batch.isEmpty()
                    ? clear(cleared, voucher)
                    : voucher.batch.equals(cleared.batch()) && cleared.fen() == voucher.fen();
        }
        Refunded refunded = (Refunded) told;
        Refunded before = voucher.refunds.get(refunded.serial());
        return before == null ? refund(refunded, voucher) : before.equals(refunded);
    }

    private static boolean pay(Paid paid, NaiveVoucher voucher) {
        if (!paid.isOfOrder() || paid.fen() != voucher.fen() || paid.on().isBefore(voucher.day)) {
            return false;
        }
        voucher.state = VoucherState.PAID;
        voucher.receipt = Optional.of(paid);
        for (NaiveRequest request : voucher.requests) {
            request.state = PaymentState.PAID;
            request.refundable = request.amount;
            request.places.add(new NaivePlace("", request.allotment, request.elements, request.amount, paid.on()));
            request.contract.forEach(contract -> contract.pay(request.amount));
            request.payees.forEach(NaivePayeeList::pay);
            request.demands.forEach(NaiveDemands.NaiveDemand::pay);
            request.allotment.applied -= request.amount;
            request.allotment.paid += request.amount;
        }
        return true;
    }

    private boolean clear(Cleared cleared, NaiveVoucher voucher) {
        if (cleared.fen() != voucher.fen()) {
            return false;
        }
        voucher.batch = cleared.batch();
        naive.cleared += voucher.fen();
        if (voucher.state == VoucherState.PAID) {
            voucher.state = VoucherState.CLEARED;
        }
        return true;
    }

    private boolean refund(Refunded refunded, NaiveVoucher voucher) {
        long left = voucher.requests.stream().mapToLong(r -> r.refundable).sum();
        ImmutableList<NaiveRequest> back = voucher.requests.stream()
                .filter(r -> r.places.stream().anyMatch(place -> refunded.isOf(r, place)))
                .collect(ImmutableList.toImmutableList());
        long allowed = back.stream().mapToLong(refunded::standing).sum();
        boolean isOfOne = back.stream().filter(r -> refunded.standing(r) > 0).count() == 1;
        if (refunded.fen() > allowed || back.isEmpty() || (refunded.fen() < allowed && !isOfOne)) {
            return false;
        }
        if (!back.stream()
                .allMatch(request ->
                        isOfDetail(Math.min(refunded.standing(request), refunded.fen()), refunded, request))) {
            return false;
        }
        Map<NaiveContract, Long> paid = new HashMap<>();
        back.forEach(request -> request.contract.forEach(contract -> paid.put(contract, contract.paid)));
        long rest = refunded.fen();
        for (NaiveRequest request : back) {
            long all = Math.min(refunded.standing(request), rest);
            request.demands.forEach(demand -> demand.comeBack(all));
            request.payees.forEach(list -> list.told(refunded.detail()).ifPresent(detail -> detail.comeBack(all)));
            for (NaivePlace place : request.places) {
                long fen = refunded.isOf(request, place) ? Math.min(place.standing, rest) : 0;
                rest -= fen;
                refund(request, place, fen, paid);
            }
        }
        voucher.refunds.put(refunded.serial(), refunded);
        if (refunded.fen() == left) {
            voucher.state = VoucherState.REFUNDED;
        }
        return true;
    }

    /** Whether an amount may come back of a request as far as its payee list is concerned. */
    private static boolean isOfDetail(long fen, Refunded refunded, NaiveRequest request) {
        return fen == 0
                || (request.payees.isEmpty()
                        ? refunded.detail() == 0
                        : request.payees.get(0).told(refunded.detail()).stream()
                                .anyMatch(detail -> detail.left >= fen));
    }

    private void refund(NaiveRequest request, NaivePlace place, long fen, Map<NaiveContract, Long> paid) {
        if (fen > 0) {
            place.standing -= fen;
            request.refundable -= fen;
            request.unplan(place.allotment, fen);
            place.allotment.paid -= fen;
            place.allotment.available += fen;
            request.contract.forEach(
                    contract -> contract.refund(place.allotment, fen, paid.getOrDefault(contract, 0L)));
            naive.refunded += fen;
        }
    }
}
