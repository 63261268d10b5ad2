package org.fiscalloop.signature;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;
import org.fiscalloop.journal.Bytes;

/**
 * Signatures through the Java Cryptography Architecture, by names of algorithms. The installed providers are asked anew
 * each time: one that a host adds later is found.
 */
public final class JcaSignatures implements Signatures {
    private final String digestAlgorithm;
    private final String signatureAlgorithm;
    private final SignatureKeys keys;

    /**
     * Signatures by these algorithms.
     *
     * @param digestAlgorithm such as {@code SM3} or {@code SHA-256}
     * @param signatureAlgorithm such as {@code SM3withSM2} or {@code SHA256withECDSA}
     */
    public JcaSignatures(String digestAlgorithm, String signatureAlgorithm, SignatureKeys keys) {
        this.digestAlgorithm = requireNonNull(digestAlgorithm, "digestAlgorithm");
        this.signatureAlgorithm = requireNonNull(signatureAlgorithm, "signatureAlgorithm");
        this.keys = requireNonNull(keys, "keys");
    }

    @Override
    public ContentDigest digest(SignedContent content) {
        return ContentDigest.of(digestAlgorithm, content.bytes());
    }

    @Override
    public SignatureEvidence sign(SignedContent content, String certificate) {
        var key = keys.privateKey(certificate)
                .orElseThrow(() -> new IllegalArgumentException("no key to sign with of certificate " + certificate));
        try {
            Signature signing = Signature.getInstance(signatureAlgorithm);
            signing.initSign(key);
            signing.update(content.bytes().buffer());
            Bytes value = Bytes.copyOf(ByteBuffer.wrap(signing.sign()));
            return new SignatureEvidence(content.form(), certificate, signatureAlgorithm, digest(content), value);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "cannot sign with " + signatureAlgorithm + ": " + unusable.getMessage(), unusable);
        }
    }

    /** A signature by any algorithm that a provider offers is checked, not only by that which is signed with here. */
    @Override
    public SignatureVerdict verify(SignedContent content, SignatureEvidence evidence) {
        return switch (evidence.match(content)) {
            case OTHER -> SignatureVerdict.OTHER_CONTENT;
            case NOT_OFFERED -> SignatureVerdict.NOT_OFFERED;
            case SAME -> {
                Optional<PublicKey> key = keys.publicKey(evidence.certificate());
                yield key.isPresent() ? verify(content, evidence, key.get()) : SignatureVerdict.UNKNOWN_CERTIFICATE;
            }
        };
    }

    private static SignatureVerdict verify(SignedContent content, SignatureEvidence evidence, PublicKey key) {
        try {
            Signature checking = Signature.getInstance(evidence.algorithm());
            checking.initVerify(key);
            checking.update(content.bytes().buffer());
            return checking.verify(evidence.value().toByteArray()) ? SignatureVerdict.HOLDS : SignatureVerdict.FORGED;
        } catch (NoSuchAlgorithmException | InvalidKeyException notOffered) {
            return SignatureVerdict.NOT_OFFERED;
        } catch (SignatureException | RuntimeException formless) {
            return SignatureVerdict.FORGED;
        }
    }
}
