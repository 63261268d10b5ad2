package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.ContractTerms.Reservation;

/** The kinds of posting that plans, contracts and their payments make, all of them in the memorandum ledger. */
public final class ProcurementPostings {
    /** The role of the contract's own coding block, beside that of what it reserves. */
    public static final String CONTRACT = "contract";

    /** A plan has been filed and takes its amount of its line. */
    public static final PostingKey PLAN_FILED = PostingKey.of("plan-filed");

    /** A contract has been signed on a plan. */
    public static final PostingKey PLAN_CONTRACTED = PostingKey.of("plan-contracted");

    /** A contract that was signed on a plan is void, or was put down with another amount. */
    public static final PostingKey PLAN_RELINQUISHED = PostingKey.of("plan-relinquished");

    /** A plan has been closed: what was not contracted is free. */
    public static final PostingKey PLAN_CLOSED = PostingKey.of("plan-closed");

    /** A contract has ended: what of its plan was not paid is free. */
    public static final PostingKey PLAN_RETURNED = PostingKey.of("plan-returned");

    /** A contract has been filed, or something was added to it. */
    public static final PostingKey CONTRACT_FILED = PostingKey.of("contract-filed");

    /** An amount of a contract may be applied for. */
    public static final PostingKey PAYABLE = PostingKey.of("contract-payable");

    /** What of a contract could be applied for no longer can: it has ended. */
    public static final PostingKey NOT_PAYABLE = PostingKey.of("contract-not-payable");

    /** A contract has ended: what was not paid of it is written off. */
    public static final PostingKey CONTRACT_ENDED = PostingKey.of("contract-ended");

    /** An amount of an allotment is kept for a contract. */
    public static final PostingKey RESERVED = PostingKey.of("contract-reserved");

    /** It is kept no longer. */
    public static final PostingKey UNRESERVED = PostingKey.of("contract-unreserved");

    /** A payment of a contract has been applied for. */
    public static final PostingKey DRAWN = PostingKey.of("contract-drawn").roles(CONTRACT);

    /** The application is back at entry, or void. */
    public static final PostingKey GIVEN_BACK =
            PostingKey.of("contract-given-back").roles(CONTRACT);

    /** The bank has paid it. */
    public static final PostingKey PAID = PostingKey.of("contract-paid");

    /** Money of it has come back. */
    public static final PostingKey REFUNDED =
            PostingKey.of("contract-refunded", Return.class).roles(CONTRACT);

    static final ImmutableList<PostingKey> ALL = ImmutableList.of(
            PLAN_FILED,
            PLAN_CONTRACTED,
            PLAN_RELINQUISHED,
            PLAN_CLOSED,
            PLAN_RETURNED,
            CONTRACT_FILED,
            PAYABLE,
            NOT_PAYABLE,
            CONTRACT_ENDED,
            RESERVED,
            UNRESERVED,
            DRAWN,
            GIVEN_BACK,
            PAID,
            REFUNDED);

    /** What becomes of money that comes back of a payment of a contract. */
    public enum Return {
        /** 本年退回: the contract can be paid again, and its allotment is kept for it again. */
        RESERVED,
        /** 跨年退回: the contract can be paid again; another allotment has to be reserved for it. */
        UNRESERVED,
        /** 合同已结束: the contract has ended; so much less was paid of it. */
        ENDED
    }

    private ProcurementPostings() {}

    static Posting of(PostingKey key, ProcurementPlan plan, long fen, Case c) {
        return Posting.of(key, fen, block(plan.segments(), plan.terms(), c));
    }

    static Segments block(Segments own, PlanTerms terms, Case c) {
        return c.rules(MasterdataRules.KEY).elements().block(own, terms.elements());
    }

    /** The coding block under which an allotment is kept for a contract. */
    static Segments block(Allotment allotment, Id<Contract> contract, Case c) {
        return c.rules(MasterdataRules.KEY)
                .elements()
                .block(allotment.segments(), allotment.terms().elements())
                .with(Dimensions.DOCUMENT, contract.value());
    }

    static Posting reserved(Reservation reservation, Id<Contract> contract, Case c) {
        return Posting.of(
                RESERVED, Fen.of(reservation.amount()), block(found(reservation.allotment(), c), contract, c));
    }

    static ImmutableList<Posting> reserved(ImmutableList<Reservation> reservations, Id<Contract> contract, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        reservations.forEach(reservation -> postings.add(reserved(reservation, contract, c)));
        return postings.build();
    }

    /** All that is kept for a contract is free again. */
    static ImmutableList<Posting> unreserved(Contract contract, Case c) {
        Id<Contract> id = Contract.id(contract.id().value());
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (Id<Allotment> allotment : contract.terms().allotments()) {
            Segments block = block(found(allotment, c), id, c);
            long kept = c.balance(ProcurementMeasure.RESERVED, block);
            if (kept > 0) {
                postings.add(Posting.of(UNRESERVED, kept, block));
            }
        }
        return postings.build();
    }

    /**
     * What of its plan a contract that has ended uses no longer: it uses what was paid of it, and never more than it was signed
     * for. Where the year of the plan is closed nothing is left of the plan.
     *
     * @param used what it used before, in fen
     * @param paid what is paid of it now, in fen
     */
    static ImmutableList<Posting> returned(Contract contract, long used, long paid, Case c) {
        long signed = Fen.of(contract.terms().amount());
        long unused = Fen.subtract(Math.min(signed, used), Math.min(signed, paid));
        return contract.terms()
                .plan()
                .flatMap(c::find)
                .map(plan -> returned(plan, unused, c))
                .orElse(ImmutableList.of());
    }

    private static ImmutableList<Posting> returned(ProcurementPlan plan, long unused, Case c) {
        long fen = Math.min(unused, c.balance(ProcurementMeasure.PLAN_CONTRACTED, plan.segments()));
        return fen > 0 ? ImmutableList.of(of(PLAN_RETURNED, plan, fen, c)) : ImmutableList.of();
    }

    private static Allotment found(Id<Allotment> id, Case c) {
        return c.find(id)
                .orElseThrow(() -> new IllegalStateException("a contract reserves what does not exist: " + id));
    }
}
