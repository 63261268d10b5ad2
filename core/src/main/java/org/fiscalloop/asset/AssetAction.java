package org.fiscalloop.asset;

/** What is done with an asset. */
public enum AssetAction {
    /** 建卡. */
    REGISTER,
    /** 无偿调入: taken over from another agency of the division. */
    TAKE_OVER,
    /** 原值调减: money of its purchase has come back. */
    WRITE_DOWN,
    /** 无偿调出. */
    GIVE,
    /** 处置报批: it shall be sold or scrapped. */
    DISPOSE,
    /** 处置完成. */
    COMPLETE,
    /** 处置收入到账. */
    SELL,
    /** 处置收入上缴. */
    REMIT
}
