package org.fiscalloop.procurement;

/** Where a procurement contract stands (采购合同状态). */
public enum ContractState {
    /** 已签订: signed, and put down here. */
    SIGNED,
    /** 送审: finance reviews it for filing. */
    SUBMITTED,
    /** 已备案: filed; it has reserved its allotments. */
    FILED,
    /** 履约中: being carried out. */
    PERFORMING,
    /** 已验收: accepted; all of it may be paid. */
    ACCEPTED,
    /** 已结算: settled; what was left has been released. */
    SETTLED,
    /** 已终止: ended before its time; what was left has been released. */
    TERMINATED,
    /** 作废: put down by mistake and given up before it was filed. */
    VOIDED
}
