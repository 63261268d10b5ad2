package org.fiscalloop.evoucher;

/** Whether a voucher goes out or comes back (VoucherFlag). */
public enum EVoucherFlag {
    /** 0 发送单: it asks for something. */
    ORDER,
    /** 1 回单: it answers one that was sent. */
    RECEIPT;

    /** The digit that a message carries. */
    public String code() {
        return this == ORDER ? "0" : "1";
    }
}
