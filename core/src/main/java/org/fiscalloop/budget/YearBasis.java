package org.fiscalloop.budget;

/**
 * Which year's budget a line and its allotments are of (BGT_TYPE 指标类型), and who booked what was carried over at the end of the year before:
 * the agency as a right to it (财政应返还额度), the treasury as expenditure (权责发生制列支).
 */
public enum YearBasis {
    /** 当年预算: of the budget of its own fiscal year. */
    CURRENT,
    /** 上年结转, 单位已确认: carried over from the year before, booked by the agency. */
    CARRIED,
    /** 上年结转, 财政已列支且单位已确认: carried over, booked by treasury and agency. */
    ACCRUED,
    /** 上年结转, 仅财政已列支: carried over, booked by the treasury alone. */
    TREASURY_ACCRUED,
    /** 上年结转, 均未确认: carried over, booked by nobody. */
    UNRECOGNISED;

    /** What is carried over, by who books it at the end of the year. */
    public static YearBasis carried(boolean isBookedByTreasury, boolean isBookedByAgency) {
        if (isBookedByTreasury) {
            return isBookedByAgency ? ACCRUED : TREASURY_ACCRUED;
        }
        return isBookedByAgency ? CARRIED : UNRECOGNISED;
    }

    /** Whether it was carried over from the year before. */
    public boolean isCarried() {
        return this != CURRENT;
    }
}
