package org.fiscalloop.signature;

/** What checking a signature against a content comes to (验签结果). */
public enum SignatureVerdict {
    /** 验签通过: it is the certificate's signature over this content. */
    HOLDS,
    /** 内容不符: it is of another content, or in another form. */
    OTHER_CONTENT,
    /** 验签失败: the digest is right and the signature is not made with the key of the certificate. */
    FORGED,
    /** 证书未知: nobody here knows the key of the certificate. */
    UNKNOWN_CERTIFICATE,
    /** 算法不可用: no installed provider offers the algorithm, or not for such a key. */
    NOT_OFFERED
}
