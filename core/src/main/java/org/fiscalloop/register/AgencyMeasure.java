package org.fiscalloop.register;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances by agency that must be nothing before it is taken out of use. */
public enum AgencyMeasure implements Measure {
    /** Reserves of its projects that are not yet budgeted. */
    RESERVED("agency.reserved"),
    /** Its allotments that are not yet applied for. */
    ALLOTTED("agency.allotted"),
    /** Its payments applied for and not yet paid. */
    IN_FLIGHT("agency.in-flight"),
    /** Its payments made and not yet cleared with the treasury. */
    NOT_CLEARED("agency.not-cleared"),
    /** What it plans to procure, and what its contracts still have to be paid. */
    CONTRACTED("agency.contracted");

    private final String code;

    AgencyMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(Dimensions.DIVISION, Dimensions.AGENCY);
    }
}
