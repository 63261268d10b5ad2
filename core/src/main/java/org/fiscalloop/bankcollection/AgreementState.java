package org.fiscalloop.bankcollection;

/** Where an agreement on bank collections stands (三方协议状态). */
public enum AgreementState {
    /** 录入: being filled in. */
    DRAFT,
    /** 送审: under review. */
    SUBMITTED,
    /** 生效: the bank may raise demands under it. */
    IN_FORCE,
    /** 终止: it has a last day, after which nothing is raised under it. */
    ENDED,
    /** 作废: void. */
    VOIDED
}
