package org.fiscalloop.lifecycle;

/** A business document (单据) of one agency in one fiscal year: a project, an allotment, a payment request. */
public interface Document {

    /** What it is called, unique in its kind. */
    Id<?> id();

    /** The code of the division (财政区划) whose books it belongs to. */
    String division();

    /** The code of the agency (单位) whose document it is. */
    String agency();

    /** The fiscal year (预算年度), four digits. */
    int fiscalYear();

    /** Where it is. */
    Standing<?> standing();

    /** How it came there. */
    Trail trail();
}
