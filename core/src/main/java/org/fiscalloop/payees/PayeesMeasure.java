package org.fiscalloop.payees;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of payee lists, by list or, where it says so, by detail: list and number, such as {@code PL-1/12}. */
public enum PayeesMeasure implements Measure {
    /** 待支付清单金额: what of a confirmed list no request has named. */
    FREE("payees.free"),
    /** 已申请清单金额: what a live request has named and the bank has not paid. */
    NAMED("payees.named"),
    /** 已支付清单金额: what of a list is paid and has not come back. */
    PAID("payees.paid"),
    /** 退回明细: what of a detail has come back, whether it was paid again or not. */
    RETURNED("payees.returned"),
    /** 待再付明细: what of a detail has come back and no other list pays again. */
    REPAYABLE("payees.repayable"),
    /** 已报销公务卡消费: what of a consumption by card confirmed or paid lists repay and has not come back, by consumption. */
    REIMBURSED("payees.reimbursed");

    private final String code;

    PayeesMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return this == REIMBURSED
                ? ImmutableList.of(Dimensions.DIVISION, Dimensions.DOCUMENT)
                : ImmutableList.of(Dimensions.DOCUMENT);
    }
}
