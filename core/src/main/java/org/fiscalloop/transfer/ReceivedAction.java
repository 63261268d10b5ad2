package org.fiscalloop.transfer;

/** What is done with a transfer at the level that receives it. */
public enum ReceivedAction {
    /** 送达: it comes from the level above. */
    DELIVER,
    /** 再次送达: it comes again, under another number. */
    DELIVER_AGAIN,
    /** 接收: take it in, whole or in part. */
    RECEIVE,
    /** 退回上级: give an amount of it back. */
    GIVE_BACK,
    /** 送达确认: the level above says that what was given back has come. */
    ACKNOWLEDGE,
    /** 上级收回: the level above asks an amount of it back. */
    ASK_BACK
}
