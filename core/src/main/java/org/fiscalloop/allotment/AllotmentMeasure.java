package org.fiscalloop.allotment;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of an allotment, and of the allotments of a budget line. */
public enum AllotmentMeasure implements Measure {
    /** 可用额度: executable, and neither frozen nor applied for. */
    AVAILABLE("allotment.available"),
    /** 冻结: kept from being paid. */
    FROZEN("allotment.frozen"),
    /** 待分: still to be distributed. */
    PENDING("allotment.pending"),
    /** 合同占用: of what is available, kept for procurement contracts. */
    RESERVED("allotment.reserved"),
    /** 已支付未清算: paid from it and not yet cleared with the treasury. */
    NOT_CLEARED("allotment.not-cleared"),
    /** 在途支付申请: applied for and neither paid nor given up. */
    APPLIED("allotment.applied"),
    /** 已支付: paid from it and not come back. */
    PAID("allotment.paid"),
    /** 预拨待核销: issued before the budget and not yet offset. */
    PRE_ISSUED("allotment.pre-issued"),
    /** Of a budget line: proposed, to be released and released. */
    LINE_BUDGETED("allotment.line-budgeted"),
    /** Of a budget line: issued before its appropriation and not yet offset. */
    LINE_PRE_ISSUED("allotment.line-pre-issued"),
    /** Of a budget line: still to be distributed of its allotments. */
    LINE_PENDING("allotment.line-pending"),
    /** Of a budget line: paid from its allotments and not come back. */
    LINE_PAID("allotment.line-paid");

    private static final ImmutableSet<AllotmentMeasure> OF_LINES =
            Sets.immutableEnumSet(LINE_BUDGETED, LINE_PRE_ISSUED, LINE_PENDING, LINE_PAID);

    private final String code;

    AllotmentMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(OF_LINES.contains(this) ? Dimensions.LINE : Dimensions.ALLOTMENT);
    }
}
