package org.fiscalloop.examples.madrid;

import java.util.List;
import org.fiscalloop.money.Fen;

/**
 * One line of the city's budget of expenditure, as published.
 *
 * @param section centre and section (6 digits), the first three being the centre: the city itself, or a body of its own
 * @param program the function, 5 digits
 * @param economic the economic class, 5 digits, the first being the chapter
 * @param initialFen the credit at the beginning of the year, in fen
 * @param modifiedFen what was added to it or taken away in the course of the year, in fen
 * @param publishedFen the final credit as published, in fen: of some lines it has lost its last decimal
 */
record CreditLine(
        String section, String program, String economic, long initialFen, long modifiedFen, long publishedFen) {
    private static final int CENTRE_DIGITS = 3;

    /** A row of the table of expenditure, by its columns. */
    static CreditLine of(List<String> row) {
        return new CreditLine(
                row.get(1),
                row.get(2),
                row.get(4),
                Fen.parse(row.get(5)),
                Fen.parse(row.get(6)),
                Fen.parse(row.get(7)));
    }

    /** By what payments name it. */
    String key() {
        return section + "-" + program + "-" + economic;
    }

    /** The centre, 3 digits. */
    String centre() {
        return section.substring(0, CENTRE_DIGITS);
    }

    /** The chapter, 1 digit. */
    String chapter() {
        return economic.substring(0, 1);
    }

    /** Centre and chapter, the level at which the city controls. */
    String group() {
        return centre() + "-" + chapter();
    }

    /** What may be spent at the end of the year, in fen: the initial credit and its modifications, exactly. */
    long creditFen() {
        return Fen.add(initialFen, modifiedFen);
    }
}
