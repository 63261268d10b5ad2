package org.fiscalloop.opening;

import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import org.fiscalloop.journal.Bytes;

/**
 * Who answers for an opening, and that it is the one meant (电子签名).
 *
 * @param signer the name under which the rulebook knows the signer's key
 * @param algorithm the algorithm as the JCA names it: {@code SM3withSM2} where a provider offers it, {@code Ed25519}, {@code
 *     SHA256withRSA}
 * @param value the signature over the digest of the opening
 */
public record OpeningSignature(String signer, String algorithm, Bytes value) {
    public OpeningSignature {
        if (signer.isBlank() || algorithm.isBlank()) {
            throw new IllegalArgumentException(
                    "signer and algorithm must not be blank: \"" + signer + "\", \"" + algorithm + "\"");
        }
    }

    /**
     * The signature of a digest.
     *
     * @param key the signer's own key, which a host keeps
     * @throws IllegalArgumentException if no provider offers the algorithm, or the key is not one of it
     */
    public static OpeningSignature sign(Bytes digest, String signer, String algorithm, PrivateKey key) {
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(digest.buffer());
            return new OpeningSignature(signer, algorithm, Bytes.copyOf(ByteBuffer.wrap(signing.sign())));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "cannot sign with " + algorithm + ": " + unusable.getMessage(), unusable);
        }
    }

    /**
     * Whether it is of this digest and made with the private half of one of these keys.
     *
     * @throws GeneralSecurityException if no provider offers the algorithm, or a key or the signature has no form of it
     */
    boolean holds(Bytes digest, ImmutableList<OpeningRules.Signer> keys) throws GeneralSecurityException {
        for (OpeningRules.Signer key : keys) {
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(KeyFactory.getInstance(key.keyAlgorithm())
                    .generatePublic(new X509EncodedKeySpec(key.publicKey().toByteArray())));
            checking.update(digest.buffer());
            if (checking.verify(value.toByteArray())) {
                return true;
            }
        }
        return false;
    }
}
