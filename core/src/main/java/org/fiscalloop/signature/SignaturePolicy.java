package org.fiscalloop.signature;

/** Whether signing and stamping must bring their evidence (电子签名签章要求). */
public enum SignaturePolicy {
    /** 不要求: a host may sign elsewhere and only say so; evidence that is given is still held against the document. */
    NONE,
    /** 必须: whoever signs or stamps brings evidence of it. */
    REQUIRED
}
