package org.fiscalloop.asset;

import org.fiscalloop.lifecycle.Duty;

/** The duties (职责) that assets ask for. */
public final class AssetDuty {
    /** 资产管理: the agency keeps its cards. */
    public static final Duty KEEPER = new Duty("asset.keeper");

    /** 资产处置审批: approves that an asset leaves the agency. */
    public static final Duty APPROVAL = new Duty("asset.approval");

    /** 单位会计: depreciates, and books that a disposal is complete. */
    public static final Duty ACCOUNTANT = new Duty("asset.accountant");

    /** 银行: what is only told by notice, or happens with another card, and no person is appointed to. */
    public static final Duty BANK = new Duty("asset.bank");

    private AssetDuty() {}
}
