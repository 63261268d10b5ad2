package org.fiscalloop.masterdata;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Segments;

/**
 * The dimensions of every coding block in the books, in their one order for ever.
 *
 * <p>Eight slots are kept for the extra elements (扩展要素) that a rulebook declares to be dimensions: a declaration
 * takes a slot, so that adding one never moves a balance that is already kept.
 */
public final class Dimensions {
    /** 财政区划, 9 digits. */
    public static final Dimension DIVISION = new Dimension("division");

    /** 预算年度, four digits. */
    public static final Dimension YEAR = new Dimension("year");

    /** 预算单位. */
    public static final Dimension AGENCY = new Dimension("agency");

    /** 资金性质. */
    public static final Dimension FUND = new Dimension("fund");

    /** 预算项目代码. */
    public static final Dimension PROJECT = new Dimension("project");

    /** 支出功能分类科目. */
    public static final Dimension FUNCTION = new Dimension("function");

    /** 政府支出经济分类. */
    public static final Dimension GOVERNMENT_ECONOMIC = new Dimension("government-economic");

    /** 部门支出经济分类. */
    public static final Dimension DEPARTMENT_ECONOMIC = new Dimension("department-economic");

    /** 项目年度预算, the budget line. */
    public static final Dimension LINE = new Dimension("line");

    /** 预算指标, the allotment. */
    public static final Dimension ALLOTMENT = new Dimension("allotment");

    /** 支付, the payment whose amount can still be refunded. */
    public static final Dimension PAYMENT = new Dimension("payment");

    /** 计划月份, the month of a cash plan: two digits. */
    public static final Dimension PLAN_MONTH = new Dimension("plan-month");

    /** The slots of extra elements that are dimensions. */
    public static final ImmutableList<Dimension> SLOTS = ImmutableList.of(
            new Dimension("extra-1"),
            new Dimension("extra-2"),
            new Dimension("extra-3"),
            new Dimension("extra-4"),
            new Dimension("extra-5"),
            new Dimension("extra-6"),
            new Dimension("extra-7"),
            new Dimension("extra-8"));

    /** 期: what made a line of a statutory ledger, {@link Phase}; none for what happened in the year. */
    public static final Dimension PHASE = new Dimension("phase");

    /** 单据, the document of which the memorandum ledger keeps an amount: a contract, a cash plan, a transfer, a bond. */
    public static final Dimension DOCUMENT = new Dimension("document");

    /** All of them in order. */
    public static final org.fiscalloop.ledger.Dimensions ALL = org.fiscalloop.ledger.Dimensions.of(
                    ImmutableList.<Dimension>builder()
                            .add(DIVISION, YEAR, AGENCY, FUND, PROJECT, FUNCTION)
                            .add(GOVERNMENT_ECONOMIC, DEPARTMENT_ECONOMIC, LINE, ALLOTMENT, PAYMENT, PLAN_MONTH)
                            .addAll(SLOTS)
                            .add(PHASE, DOCUMENT)
                            .build())
            .withYear(YEAR);

    private Dimensions() {}

    /** The coding block of one element. */
    public static Segments of(Dimension dimension, String code) {
        return ALL.segments(ImmutableMap.of(dimension, code));
    }

    /** The coding block of a document's elements, without the document itself. */
    public static Segments segments(Elements elements) {
        return ALL.segments(dimension -> elements.value(dimension.name()));
    }
}
