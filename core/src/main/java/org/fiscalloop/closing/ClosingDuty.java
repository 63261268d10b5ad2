package org.fiscalloop.closing;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that the end of a year asks for. */
public final class ClosingDuty {
    /** 单位年结: closes the year of an agency's books. */
    public static final Duty AGENCY_YEAR = new Duty("closing.agency-year");

    /** 财政年结: closes the year of a division's books and arranges its stabilisation fund. */
    public static final Duty DIVISION_YEAR = new Duty("closing.division-year");

    private ClosingDuty() {}
}
