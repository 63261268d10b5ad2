package org.fiscalloop.transfer;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances of a transfer, by its id, at the level that issues it and at the level that receives it. */
public enum TransferMeasure implements Measure {
    /** 已下达净额: issued and not come back; at the level that issues. */
    IN_FORCE("transfer.in-force"),
    /** 待接收: arrived and neither received nor given back; at the level that receives. */
    TO_RECEIVE("transfer.to-receive"),
    /** 已接收: received and not given back; at the level that receives. */
    RECEIVED("transfer.received"),
    /** 退回在途: given back and not acknowledged; at the level that receives. */
    GIVING_BACK("transfer.giving-back"),
    /** 待收回: asked back and not come back yet; at the level that issues. */
    ASKED_BACK("transfer.asked-back"),
    /** 上级待收回: asked back by the level above and not given back yet; at the level that receives. */
    CLAIMED("transfer.claimed");

    private final String code;

    TransferMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return ImmutableList.of(Dimensions.DOCUMENT);
    }
}
