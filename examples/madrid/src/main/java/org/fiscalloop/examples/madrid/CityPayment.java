package org.fiscalloop.examples.madrid;

import java.util.List;
import org.fiscalloop.money.Fen;

/**
 * One payment of the city, as published.
 *
 * @param number its place in the table, from 1: the table has no number of its own and knows no day
 * @param line the {@linkplain CreditLine#key() line} that it is paid from
 * @param payee the number that stands for the payee
 * @param fen the amount, in fen
 */
record CityPayment(int number, String line, String payee, long fen) {
    /** A row of the table of payments, by its columns. */
    static CityPayment of(int number, List<String> row) {
        return new CityPayment(
                number, row.get(1) + "-" + row.get(2) + "-" + row.get(3), row.get(4), Fen.parse(row.get(6)));
    }
}
