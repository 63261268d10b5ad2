package org.fiscalloop.project;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances by project that the library of projects asks for. */
public enum ProjectMeasure implements Measure {
    /** What is left of the reserve: reserved less what budgets have taken (项目剩余额度). */
    OPEN("project.open"),
    /** Budgeted and not yet released as allotments. */
    UNRELEASED("project.unreleased"),
    /** Proposed by budget lines that are not yet appropriated. */
    PROPOSED("project.proposed"),
    /** Allotments not yet applied for: to be distributed, executable and frozen. */
    ALLOTTED("project.allotted"),
    /** Payments applied for and not yet paid. */
    IN_FLIGHT("project.in-flight"),
    /** Payments made and not yet cleared with the treasury. */
    NOT_CLEARED("project.not-cleared"),
    /** Planned to be procured, and what contracts still have to be paid. */
    CONTRACTED("project.contracted"),
    /** Proposed, to be released and released for one year. */
    BUDGETED("project.budgeted");

    /** What must be nothing before a project ends. */
    static final ImmutableList<ProjectMeasure> UNFINISHED =
            ImmutableList.of(UNRELEASED, PROPOSED, ALLOTTED, IN_FLIGHT, NOT_CLEARED, CONTRACTED);

    private final String code;

    ProjectMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return this == BUDGETED
                ? ImmutableList.of(Dimensions.YEAR, Dimensions.PROJECT)
                : ImmutableList.of(Dimensions.PROJECT);
    }
}
