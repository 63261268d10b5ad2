package org.fiscalloop.allotment;

/**
 * What an allotment is (指标类型 BGT_TYPE_CODE, and the families that systems in use tell apart).
 *
 * <p>Source: codes 11 预拨, 21 当年预算 and 22 上年结转 are seen in a provincial system; whether the budget is of the year or
 * carried over is said by {@link org.fiscalloop.budget.YearBasis} beside this.
 */
public enum AllotmentFamily {
    /** 正式指标: issued from an appropriated budget line. */
    FORMAL,
    /**
     * 临时指标 (预拨, 预下达): issued from a line that is proposed and not yet appropriated, so that what cannot wait is paid
     * before the budget is approved; later offset (核销) against a formal one of the same line. Source: 《预算法》 art. 54.
     */
    TEMPORARY,
    /** 非预算单位指标: for a body that compiles no budget of its own; the agency of its line pays it out to that body. */
    NON_AGENCY;

    /** Whether it may come before its budget line is appropriated. */
    boolean isPreIssued() {
        return this == TEMPORARY;
    }
}
