package org.fiscalloop.signature;

import org.fiscalloop.journal.Bytes;

/**
 * That somebody has signed or stamped a content (签名, 签章): all that a later reader needs to check it, but the key.
 *
 * @param form the name of the form that was signed, as in {@link SignedContent}
 * @param certificate serial number of the certificate (证书序列号) of the signer or of the seal
 * @param algorithm the signature algorithm as the JCA names it: {@code SM3withSM2}, {@code SHA256withECDSA}
 * @param digest the digest of the content that was signed
 * @param value the signature over the content, at least one byte, in the form of its algorithm
 */
public record SignatureEvidence(String form, String certificate, String algorithm, ContentDigest digest, Bytes value) {
    public SignatureEvidence {
        if (form.isBlank() || certificate.isBlank() || algorithm.isBlank()) {
            throw new IllegalArgumentException("form, certificate and algorithm must not be blank: \"" + form + "\", \""
                    + certificate + "\", \"" + algorithm + "\"");
        }
        if (value.length() == 0) {
            throw new IllegalArgumentException("value must not be empty: certificate " + certificate);
        }
    }

    /** How its digest stands to a content; one in another form is another content. */
    public ContentDigest.Match match(SignedContent content) {
        return form.equals(content.form()) ? digest.match(content.bytes()) : ContentDigest.Match.OTHER;
    }
}
