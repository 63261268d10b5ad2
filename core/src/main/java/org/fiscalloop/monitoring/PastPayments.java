package org.fiscalloop.monitoring;

import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * Payment requests that were handed in and not given back or given up since, by agency and payee: what rules of monitoring
 * look back on. A loop keeps it by itself ({@link PaymentHistory}); a host over its own tables answers it by an index over
 * division, agency, payee account, day and amount.
 */
public interface PastPayments {
    /** What there is, by day, then by amount, then by number. It is read no further than it is asked for. */
    Stream<Past> find(Query query);

    /**
     * Which of them.
     *
     * @param division fiscal division, 9 digits
     * @param agency code of the agency
     * @param account number of the payee's account
     * @param first the first day
     * @param last the last day
     * @param from the least amount in fen
     * @param below an amount in fen above all of them
     */
    record Query(
            String division, String agency, String account, LocalDate first, LocalDate last, long from, long below) {}

    /**
     * A payment request that was handed in.
     *
     * @param division fiscal division, 9 digits
     * @param agency code of the agency
     * @param account number of the payee's account
     * @param on the day on which it was handed in last
     * @param fen its amount in fen
     * @param number number of the request
     */
    record Past(String division, String agency, String account, LocalDate on, long fen, String number) {}
}
