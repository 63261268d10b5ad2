package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.bankcollection.CollectedPayments;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CrossYearRefund;
import org.fiscalloop.cashplan.PlanUse;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.masterdata.TreasuryCodes.TreasuryExpense;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payees.NamedDocument;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.PaymentFacets.PaymentChannel;
import org.fiscalloop.payment.PaymentFacets.PaymentNature;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.procurement.ContractPayments;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.register.Agency;

/**
 * The kinds of posting that a payment makes, one for each request. The document's own coding block is that of the
 * allotment; beside it stands that of the payment itself.
 */
public final class PaymentPostings {
    /** The role of the coding block of the payment: that of its allotment and the number of the request. */
    public static final String PAYMENT = "payment";

    /** A request holds its amount of the allotment. */
    public static final PostingKey APPLIED = PostingKey.of("payment-applied", PaymentChannel.class);

    /** A request no longer holds its amount: it is back at entry, or void. */
    public static final PostingKey RELEASED = PostingKey.of("payment-released", PaymentChannel.class);

    /** The bank has paid: what the allotment and the agency book. */
    public static final PostingKey PAID = PostingKey.of(
                    "payment-paid",
                    YearBasis.class,
                    AgencyKind.class,
                    PaymentNature.class,
                    SpendingKind.class,
                    PaymentChannel.class)
            .roles(PAYMENT);

    /** The treasury has cleared, or paid itself: what the treasury books. */
    public static final PostingKey CLEARED = PostingKey.of(
                    "payment-cleared", YearBasis.class, FundBook.class, TreasuryExpense.class, PaymentChannel.class)
            .roles(PAYMENT);

    /** Money has come back in the year of the payment: what the allotment and the agency book. */
    public static final PostingKey REFUNDED = PostingKey.of(
                    "payment-refunded",
                    YearBasis.class,
                    AgencyKind.class,
                    PaymentNature.class,
                    SpendingKind.class,
                    PaymentChannel.class)
            .roles(PAYMENT);

    /** The same: what the treasury books. */
    public static final PostingKey RETURNED = PostingKey.of(
            "payment-returned", YearBasis.class, FundBook.class, TreasuryExpense.class, PaymentChannel.class);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(APPLIED, RELEASED, PAID, CLEARED, REFUNDED, RETURNED);

    private static final Segments NOWHERE = Dimensions.ALL.segments(ImmutableMap.of());

    private PaymentPostings() {}

    /**
     * A request holds its amount of its allotment, of its contract where it names one, and of the cash plans where there are
     * any; and its payee list, if it names one, for itself.
     */
    static ImmutableList<Posting> applied(Id<PaymentRequest> request, PaymentTerms terms, Case c) {
        Held held = Held.of(request, terms, c);
        return held.applied(held.plans().taken(held.fen()));
    }

    /** A request gives back all that it holds. */
    static ImmutableList<Posting> released(Id<PaymentRequest> request, PaymentTerms terms, Case c) {
        return Held.of(request, terms, c).released();
    }

    /** A request that holds its amount holds another instead: its own earlier amount does not stand in its way. */
    static ImmutableList<Posting> amended(Id<PaymentRequest> request, PaymentTerms before, PaymentTerms terms, Case c) {
        Held earlier = Held.of(request, before, c);
        Held held = Held.of(request, terms, c);
        return ImmutableList.<Posting>builder()
                .addAll(earlier.released())
                .addAll(held.applied(held.plans().takenInsteadOf(earlier.plans(), held.fen())))
                .build();
    }

    /**
     * What a request holds.
     *
     * @param terms what stands on it
     * @param block the coding block of its allotment
     * @param plans its use of cash plans
     * @param facts the input and what may be read
     */
    private record Held(PaymentTerms terms, Segments block, PlanUse plans, Case facts) {
        static Held of(Id<PaymentRequest> request, PaymentTerms terms, Case c) {
            Segments block = find(terms.allotment(), c).block(c);
            return new Held(terms, block, new PlanUse(block, request.value(), c), c);
        }

        long fen() {
            return Fen.of(terms.amount());
        }

        ImmutableList<Posting> applied(ImmutableList<Posting> ofPlans) {
            return ImmutableList.<Posting>builder()
                    .add(ofAllotment(APPLIED))
                    .addAll(ContractPayments.drawn(terms.contract(), block, fen(), facts))
                    .addAll(NamedDocument.named(terms.named(), facts))
                    .addAll(ofPlans)
                    .build();
        }

        ImmutableList<Posting> released() {
            return ImmutableList.<Posting>builder()
                    .add(ofAllotment(RELEASED))
                    .addAll(ContractPayments.givenBack(terms.contract(), block, fen(), facts))
                    .addAll(NamedDocument.released(terms.named(), facts))
                    .addAll(plans.released())
                    .build();
        }

        private Posting ofAllotment(PostingKey key) {
            PaymentChannel channel = facts.rules(PaymentFlow.RULES).channel(terms);
            return Posting.of(key, ImmutableList.of(channel), fen(), block);
        }
    }

    static ImmutableList<Posting> paid(VoucherTerms.Line line, PaymentRequest request, Case c) {
        return ImmutableList.<Posting>builder()
                .add(Place.of(VoucherTerms.Part.of(line), c).ofAgency(PAID, line.fen()))
                .addAll(ContractPayments.paid(request.terms().contract(), line.fen(), c))
                .addAll(NamedDocument.paid(request.terms().named(), c))
                .build();
    }

    static Posting cleared(VoucherTerms.Line line, Case c) {
        Place place = Place.of(VoucherTerms.Part.of(line), c);
        return place.ofTreasury(CLEARED, line.fen(), place.block(), place.payment());
    }

    /** What came back of a place, in every ledger, to its contract, and to the cash plans that it was taken of. */
    static Stream<Posting> refunded(Back back, Case c) {
        Place place = Place.of(back.part(), c);
        VoucherTerms.Line line = back.part().line();
        long fen = back.fen();
        return Streams.concat(
                Stream.of(place.ofAgency(REFUNDED, fen), place.ofTreasury(RETURNED, fen, place.block())),
                ContractPayments.refunded(contract(line, c), place.block(), fen, true, c).stream(),
                new PlanUse(place.block(), line.request().value(), c).refunded(fen).stream());
    }

    /** What comes back in a later year than that of the payment is taken in by that year; its contract has it at once. */
    static void refundedLater(Back back, CrossYearRefund refund, Case c) {
        Place place = Place.of(back.part(), c);
        VoucherTerms.Line line = back.part().line();
        refund.take(place.allotment(), place.payment(), line.booking().fund(), back.fen());
        refund.with(ContractPayments.refunded(contract(line, c), place.block(), back.fen(), false, c));
    }

    /**
     * A place with what it is booked by.
     *
     * @param part the place
     * @param allotment its allotment
     * @param block the coding block of that
     */
    private record Place(VoucherTerms.Part part, Allotment allotment, Segments block) {
        static Place of(VoucherTerms.Part part, Case c) {
            Allotment allotment = find(part.line().allotment(), c);
            return new Place(part, allotment, allotment.block(c));
        }

        Segments payment() {
            return part.block(block);
        }

        Posting ofAgency(PostingKey key, long fen) {
            return Posting.of(
                    key, part.line().booking().ofAgency(allotment.terms().basis()), fen, block, payment());
        }

        Posting ofTreasury(PostingKey key, long fen, Segments... blocks) {
            return Posting.of(
                    key, part.line().booking().ofTreasury(allotment.terms().basis()), fen, blocks);
        }
    }

    private static Optional<String> contract(VoucherTerms.Line line, Case c) {
        return PaymentDecider.request(line, c).terms().contract();
    }

    /**
     * What stands at one place, or comes back of it.
     *
     * @param part the place
     * @param fen how much
     */
    record Back(VoucherTerms.Part part, long fen) {}

    /** What stands at each place of which money may have come back: those of the request and the allotment that are told, or all. */
    static ImmutableList<Back> standing(RefundNotice told, VoucherTerms terms, Case c) {
        ImmutableList.Builder<Back> standing = ImmutableList.builder();
        for (VoucherTerms.Part part : terms.parts()) {
            VoucherTerms.Line line = part.line();
            if (told.request().map(line.request()::equals).orElse(true)
                    && told.allotment().map(line.allotment()::equals).orElse(true)) {
                standing.add(new Back(part, c.balance(PaymentMeasure.STANDING, part.block(NOWHERE))));
            }
        }
        return standing.build();
    }

    /** Of the first place as much as stands there, then of the next: as it was paid first, then correction by correction. */
    static ImmutableList<Back> back(ImmutableList<Back> standing, long fen) {
        ImmutableList.Builder<Back> back = ImmutableList.builder();
        long rest = fen;
        for (Back place : standing) {
            long some = Math.min(place.fen(), rest);
            rest -= some;
            if (some > 0) {
                back.add(new Back(place.part(), some));
            }
        }
        return back.build();
    }

    /**
     * What comes back by one notice.
     *
     * @param backs of which places
     * @param ofNamed what is booked of details of payee lists and of demands of banks
     * @param demands what happens to demands of which the last comes back
     */
    record Returned(ImmutableList<Back> backs, ImmutableList<Posting> ofNamed, ImmutableList<Happening> demands) {}

    /** What comes back, of a detail if one is told; refused where that is not clear or more than it has left. */
    static Decision<Returned> returned(ImmutableList<Back> backs, Optional<Integer> detail, Case c) {
        Decision<ImmutableList<Posting>> all = Decision.accepted(ImmutableList.of());
        for (Map.Entry<Id<PaymentRequest>, Long> back : byRequest(backs).entrySet()) {
            all = all.flatMap(before -> BatchPayments.returned(payees(back.getKey(), c), detail, back.getValue(), c)
                    .map(some -> ImmutableList.<Posting>builder()
                            .addAll(before)
                            .addAll(some)
                            .addAll(CollectedPayments.returned(demand(back.getKey(), c), back.getValue(), c))
                            .build()));
        }
        return all.map(ofNamed -> new Returned(backs, ofNamed, demands(backs, c)));
    }

    private static Map<Id<PaymentRequest>, Long> byRequest(ImmutableList<Back> backs) {
        Map<Id<PaymentRequest>, Long> fen = new LinkedHashMap<>();
        backs.forEach(back -> fen.merge(back.part().line().request(), back.fen(), Fen::add));
        return fen;
    }

    private static ImmutableList<Happening> demands(ImmutableList<Back> backs, Case c) {
        return byRequest(backs).entrySet().stream()
                .flatMap(back -> CollectedPayments.refunded(demand(back.getKey(), c), back.getValue(), c).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Optional<Id<CollectionDemand>> demand(Id<PaymentRequest> request, Case c) {
        return c.find(request).flatMap(found -> found.terms().demand());
    }

    private static Optional<Id<PayeeList>> payees(Id<PaymentRequest> request, Case c) {
        return c.find(request).flatMap(found -> found.terms().payees());
    }

    /** What of these payments can still come back, in fen. */
    static long refundable(ImmutableList<VoucherTerms.Line> lines, Case c) {
        long left = 0;
        for (VoucherTerms.Line line : lines) {
            Segments payment = VoucherTerms.Part.of(line).block(NOWHERE);
            left = Fen.add(left, c.balance(PaymentMeasure.REFUNDABLE, payment));
        }
        return left;
    }

    private static Allotment find(Id<Allotment> allotment, Case c) {
        return c.find(allotment).orElseThrow(() -> lost(allotment));
    }

    /** What decides the accounts of a request by the rules in force, which must name an expense of its class. */
    static VoucherTerms.Booking booking(PaymentTerms request, Case c) {
        var agency = Agency.id(request.division(), request.agency());
        var project = Project.id(request.elements().project());
        return VoucherTerms.Booking.of(
                        request,
                        c.find(agency).orElseThrow(() -> lost(agency)).terms().kind(),
                        c.find(project).orElseThrow(() -> lost(project)).terms().category(),
                        c.rules())
                .orElseThrow(() -> lost(request.elements().governmentEconomic()));
    }

    private static IllegalStateException lost(Object id) {
        return new IllegalStateException("a payment names what does not exist: " + id);
    }
}
