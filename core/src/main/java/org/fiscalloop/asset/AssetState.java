package org.fiscalloop.asset;

/** Where an asset stands. */
public enum AssetState {
    /** 在用. */
    IN_USE,
    /** 待处置: approved to be sold or scrapped. */
    IN_DISPOSAL,
    /** 已处置. */
    DISPOSED,
    /** 已调出: another agency has it. */
    GIVEN
}
