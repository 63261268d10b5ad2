package org.fiscalloop.transfer;

/**
 * What kind of transfer it is (TRA_TYPE 转移支付类型), which decides by when it must be issued.
 *
 * <p>Source: 《预算法》 art. 16, 52; 《预算法实施条例》 (2020) art. 9, 10.
 */
public enum TransferKind {
    /** 一般性转移支付, 共同财政事权转移支付 among them. */
    GENERAL,
    /** 专项转移支付. */
    SPECIAL,
    /** 救灾等应急转移支付: issued without delay. */
    DISASTER
}
