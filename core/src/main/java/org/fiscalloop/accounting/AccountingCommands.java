package org.fiscalloop.accounting;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import org.fiscalloop.flow.Body;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of the books. */
public final class AccountingCommands {
    /**
     * 完善凭证: the accountant gives the accounts of the open lines of a draft voucher, which is posted.
     *
     * @param document the draft
     * @param lines the lines that take the place of the open ones
     */
    public record CompleteVoucher(Id<AgencyVoucher> document, ImmutableList<AgencyVoucherTerms.Line> lines)
            implements Body {}

    /**
     * 启用会计期间: the months of a set of books are kept from this month on.
     *
     * @param division the division, 9 digits
     * @param ledger the name of the ledger, such as {@code agency}
     * @param owner code of the agency in whose books they are, empty for a ledger of the finance department
     * @param month the first month, which is opened
     */
    public record BeginPeriods(String division, String ledger, String owner, YearMonth month) implements Body {
        @Override
        public Id<PeriodBook> document() {
            return PeriodBook.id(division, new LedgerId(ledger), owner);
        }
    }

    /**
     * 开启期间: the next month is opened.
     *
     * @param document the months of a set of books
     * @param month the month to be opened, the one after the last
     */
    public record OpenMonth(Id<PeriodBook> document, YearMonth month) implements Body {}

    /**
     * 结账: the first open month is closed for ever.
     *
     * @param document the months of a set of books
     * @param month the month to be closed, the first that is open
     */
    public record CloseMonth(Id<PeriodBook> document, YearMonth month) implements Body {}

    private AccountingCommands() {}
}
