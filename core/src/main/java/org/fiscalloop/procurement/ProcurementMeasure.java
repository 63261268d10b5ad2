package org.fiscalloop.procurement;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of plans and contracts. */
public enum ProcurementMeasure implements Measure {
    /** Of a plan, not contracted (采购计划未签约金额). */
    PLAN_REST("procurement.plan-rest"),
    /** Of a plan, contracted (采购计划已签约金额). */
    PLAN_CONTRACTED("procurement.plan-contracted"),
    /** Of a budget line, what plans in force have taken, contracted or not (已备案采购计划). */
    FILED("procurement.filed"),
    /** Of a contract, not applied for (合同未支付金额). */
    REST("procurement.contract-rest"),
    /** Of a contract, applied for and not yet paid (合同在途支付金额). */
    APPLIED("procurement.contract-applied"),
    /** Of a contract, paid and not come back (合同已支付金额). */
    PAID("procurement.contract-paid"),
    /** Of a contract, what may be applied for by its terms and by what was accepted (合同可支付金额). */
    PAYABLE("procurement.contract-payable"),
    /** Of an allotment, kept for a contract (合同占用指标). */
    RESERVED("procurement.reserved");

    private final String code;

    ProcurementMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case FILED -> ImmutableList.of(Dimensions.LINE);
            case RESERVED -> ImmutableList.of(Dimensions.ALLOTMENT, Dimensions.DOCUMENT);
            default -> ImmutableList.of(Dimensions.DOCUMENT);
        };
    }
}
