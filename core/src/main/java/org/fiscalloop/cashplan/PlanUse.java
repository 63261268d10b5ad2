package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/**
 * What a payment request takes of the cash plans of its allotment (用款计划占用), one request. It lives for one decision.
 *
 * <p>A request of a day takes from the plans of the months up to that of the day: first what is left of January's, then of
 * February's, and so on. What they do not cover is asked of the month of the day, where the limit refuses it. The memorandum
 * ledger keeps what was taken by allotment, request and month. A release gives all of it back, a refund what came back, the latest month
 * first; each month gets what was taken of it, whenever that happens. So for every month: what requests of days up to its end
 * have taken is no more than was planned up to it. Of a
 * year it reads twelve months at most, and their sum.
 *
 * <p>Earlier plans are used first because they are what has waited longest. A request that is dated back therefore finds only
 * what later ones have left of the months up to its own.
 */
public final class PlanUse {
    private static final Month[] MONTHS = Month.values();

    /** What plans are kept by beside the month: the codes of an allotment may be corrected, its plans stay. */
    private static final ImmutableList<Dimension> KEPT =
            ImmutableList.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.ALLOTMENT);

    private final Segments allotment;
    private final String request;
    private final Case c;

    /**
     * The use of plans by a request.
     *
     * @param allotment the coding block of its allotment
     * @param request the number of the request
     * @param facts the input and what may be read
     */
    public PlanUse(Segments allotment, String request, Case facts) {
        this.allotment = allotment.project(KEPT);
        this.request = request;
        this.c = facts;
    }

    /** It takes an amount in fen, on the day of the input; nothing where plans do not control payments. */
    public ImmutableList<Posting> taken(long fen) {
        return taken(fen, false);
    }

    /**
     * It takes an amount in fen in place of all that it has taken before, which the same input gives back.
     *
     * @param before its use before, of whichever allotment
     */
    public ImmutableList<Posting> takenInsteadOf(PlanUse before, long fen) {
        return taken(fen, before.allotment.equals(allotment));
    }

    private ImmutableList<Posting> taken(long fen, boolean hasOwn) {
        if (!c.rules(CashPlanFlow.RULES).isControlled()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        int last = c.on().getMonthValue();
        long rest = fen;
        for (int i = 1; i <= last && rest > 0; i++) {
            Month month = Month.of(i);
            long left = c.balance(CashPlanMeasure.LEFT, month(allotment, month));
            long available = Math.max(hasOwn ? Fen.add(left, held(month)) : left, 0);
            long part = i < last ? Math.min(available, rest) : rest;
            rest -= part;
            post(CashPlanPostings.TAKEN, part, month, postings);
        }
        return postings.build();
    }

    /** It gives back all that it has taken. */
    public ImmutableList<Posting> released() {
        return givenBack(Long.MAX_VALUE);
    }

    /** Of what was paid an amount in fen has come back in the same year. */
    public ImmutableList<Posting> refunded(long fen) {
        return givenBack(fen);
    }

    private ImmutableList<Posting> givenBack(long fen) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        long rest = Math.min(c.balance(CashPlanMeasure.HELD, payment(allotment)), fen);
        for (int i = MONTHS.length - 1; i >= 0 && rest > 0; i--) {
            long part = Math.min(held(MONTHS[i]), rest);
            rest -= part;
            post(CashPlanPostings.GIVEN_BACK, part, MONTHS[i], postings);
        }
        return postings.build();
    }

    /** What is left of all plans of an allotment lapses. */
    public static ImmutableList<Posting> lapsed(Id<Allotment> allotment, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        Segments block = block(allotment, c);
        for (Month month : MONTHS) {
            Segments at = month(block, month);
            long left = c.balance(CashPlanMeasure.LEFT, at);
            if (left > 0) {
                postings.add(Posting.of(CashPlanPostings.LAPSED, left, at));
            }
        }
        return postings.build();
    }

    private long held(Month month) {
        return c.balance(CashPlanMeasure.TAKEN, payment(month(allotment, month)));
    }

    private void post(PostingKey key, long fen, Month month, ImmutableList.Builder<Posting> postings) {
        if (fen > 0) {
            Segments at = month(allotment, month);
            postings.add(Posting.of(key, fen, at, payment(at)));
        }
    }

    private Segments payment(Segments at) {
        return at.with(Dimensions.PAYMENT, request);
    }

    /** The coding block under which the plans of an allotment are kept. */
    static Segments block(Id<Allotment> id, Case c) {
        return c.find(id)
                .orElseThrow(() -> new IllegalStateException("a cash plan names what does not exist: " + id))
                .segments()
                .project(KEPT);
    }

    /** The coding block of a month of an allotment. */
    static Segments month(Segments allotment, Month month) {
        return allotment.with(Dimensions.PLAN_MONTH, digits(month));
    }

    /** The two digits of a month. */
    public static String digits(Month month) {
        String digits = Integer.toString(month.getValue());
        return digits.length() == 1 ? "0" + digits : digits;
    }
}
