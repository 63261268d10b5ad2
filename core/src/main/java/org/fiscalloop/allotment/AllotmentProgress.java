package org.fiscalloop.allotment;

import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * How far the money of a budget line, or of several, has come (分配进度, 支付进度): what was received, what of it was
 * distributed as allotments that can be paid from, and what was paid. A progress is an exact fraction of two of these
 * amounts and is not rounded here: 0 ≤ paid ≤ received, and 0 ≤ distributed ≤ received.
 *
 * @param received what the lines have in force, in yuan
 * @param distributed what of it stands neither on the lines nor on allotments to be distributed, in yuan
 * @param paid what was paid from its allotments and has not come back, in yuan
 */
public record AllotmentProgress(Money received, Money distributed, Money paid) {
    /** What the books say of a line now. */
    public static AllotmentProgress of(BudgetLine line, Reads reads) {
        long received = reads.balance(AllotmentMeasure.LINE_BUDGETED, line.segments());
        long unreleased = reads.balance(BudgetMeasure.UNRELEASED, line.segments());
        long pending = reads.balance(AllotmentMeasure.LINE_PENDING, line.segments());
        long paid = reads.balance(AllotmentMeasure.LINE_PAID, line.segments());
        return new AllotmentProgress(
                Fen.money(received), Fen.money(Fen.subtract(received, Fen.add(unreleased, pending))), Fen.money(paid));
    }

    /** That of both together, such as of all lines of one direct fund. */
    public AllotmentProgress plus(AllotmentProgress other) {
        return new AllotmentProgress(
                received.plus(other.received), distributed.plus(other.distributed), paid.plus(other.paid));
    }

    /** Still to be distributed (未分配), in yuan. */
    public Money undistributed() {
        return received.minus(distributed);
    }
}
