package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * What stands on an agency voucher.
 *
 * @param division the division of the agency
 * @param agency the agency in whose books it is
 * @param fiscalYear the fiscal year
 * @param cause the document whose event made it
 * @param direction whether it is of a payment or of a refund
 * @param segments the coding block of its lines
 * @param lines its lines; an open one waits for the accountant
 */
public record AgencyVoucherTerms(
        String division,
        String agency,
        int fiscalYear,
        String cause,
        Direction direction,
        Segments segments,
        ImmutableList<Line> lines)
        implements Terms {

    /** The amount that waits for an account, in fen. */
    public long openFen() {
        long open = 0;
        for (Line line : lines) {
            open = Fen.add(open, line.isOpen() ? line.fen() : 0);
        }
        return open;
    }

    AgencyVoucherTerms with(ImmutableList<Line> complete) {
        return new AgencyVoucherTerms(division, agency, fiscalYear, cause, direction, segments, complete);
    }

    /** Whether a draft voucher is of a payment or of a refund, whose lines are the opposite. */
    public enum Direction {
        /** 支付. */
        PAYMENT,
        /** 退回. */
        REFUND
    }

    /**
     * One line of an agency voucher (分录行).
     *
     * @param basis financial or budgetary
     * @param side debit or credit
     * @param account the account by its meaning in the chart of agencies, such as {@code BANK_DEPOSITS}; empty where it is
     *     still to be given
     * @param amount yuan, more than nothing
     */
    public record Line(Basis basis, Side side, String account, Money amount) {
        public Line {
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount of a voucher line must be positive: " + amount);
            }
        }

        /** Whether the account is still to be given. */
        public boolean isOpen() {
            return account.isEmpty();
        }

        long fen() {
            return Fen.of(amount);
        }
    }
}
