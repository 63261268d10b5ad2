package org.fiscalloop.examples.vendor.idioms;

/** A way to let payments draw on allotments, one transaction a payment. */
interface Idiom {
    /** What stands in the table. */
    String title();

    /** Begins anew: so many allotments, each with room for so many payments. */
    void begin(int allotments, int room);

    /** Makes ready what so many payments need before they are asked; what is left of an earlier time counts. */
    void prepare(int payments);

    /** How many payments may be asked; the most there is where nothing need be prepared. */
    int prepared();

    /** Asks for the payment with this number, which counts up from 0; each draws on the next allotment in turn. */
    boolean pay(int number);

    /** How many payments were made for which there was no room. */
    long overspent();
}
