package org.fiscalloop.flow;

/**
 * What people fill in on a document: one public, checked value that command, document and event carry alike. Three facts
 * of it decide who may see and move the document.
 */
public interface Terms {
    /** The fiscal division (财政区划) the document belongs to, 9 digits. */
    String division();

    /** The agency (单位) that owns the document, or the empty string when it belongs to the finance department. */
    String agency();

    /** The fiscal year the document belongs to. */
    int fiscalYear();

    /**
     * Whether the document lives in its fiscal year alone, as money does, so that every command on it is of that year and
     * decided by that year's rules. What runs on, such as a project or an agency, is moved by the rules of any year.
     */
    default boolean isOfOneYear() {
        return true;
    }
}
