package org.fiscalloop.accounting;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to vouchers and periods. */
public final class AccountingEvents {
    /** A voucher has been drawn up or completed. */
    public record VoucherWritten(Move move, AgencyVoucherTerms terms) implements Event.OfOne {}

    /** Months have been opened or closed. */
    public record MonthsSet(Move move, PeriodBook.Months months) implements Event.OfOne {}

    private AccountingEvents() {}
}
