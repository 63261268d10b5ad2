package org.fiscalloop.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/** Where it is read which months may be booked into: the library's own {@link Periods}, or a host's table. */
public interface PeriodSource {

    /** What may be done with a month of somebody's books (会计期间). */
    enum State {
        /** 未启用: not yet booked into. */
        NOT_OPENED,
        /** 已启用: booked into. */
        OPEN,
        /** 已结账: booked into no more. */
        CLOSED
    }

    /**
     * The state of a month.
     *
     * @param owner whose books in the ledger (核算主体), empty where the ledger is not kept by owner
     */
    State state(LedgerId ledger, String owner, YearMonth month);

    /** The first open month that is not before another. */
    Optional<YearMonth> firstOpen(LedgerId ledger, String owner, YearMonth from);

    /** The first day that is not before another and lies in an open month. */
    default Optional<LocalDate> firstOpenDay(LedgerId ledger, String owner, LocalDate from) {
        YearMonth asked = YearMonth.from(from);
        return firstOpen(ledger, owner, asked).map(month -> month.equals(asked) ? from : month.atDay(1));
    }
}
