package org.fiscalloop.signature;

/**
 * The port to whoever signs and checks (签名验签服务): a signature server, a token, or {@link JcaSignatures}. A host calls it
 * before it asks the loop; the loop itself never does, so that a decision needs no key.
 */
public interface Signatures {
    /** The digest of a content by the algorithm that is in use here. */
    ContentDigest digest(SignedContent content);

    /**
     * The signature of a content.
     *
     * @param certificate serial number of the certificate to sign with
     * @throws IllegalArgumentException if there is no key of this certificate to sign with, or no algorithm for it
     */
    SignatureEvidence sign(SignedContent content, String certificate);

    /** What checking a signature against a content comes to; never an exception. */
    SignatureVerdict verify(SignedContent content, SignatureEvidence evidence);
}
