package org.fiscalloop.signature;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.fiscalloop.journal.Bytes;

/**
 * The digest of a content (摘要, 内容哈希).
 *
 * @param algorithm the digest as the JCA names it: {@code SM3} where a provider offers it, {@code SHA-256}
 * @param value the digest, at least one byte
 */
public record ContentDigest(String algorithm, Bytes value) {
    /** How a digest stands to a content. */
    public enum Match {
        /** 一致: it is the digest of this content. */
        SAME,
        /** 不一致: it is the digest of something else. */
        OTHER,
        /** 算法不可用: no installed provider offers its algorithm, so nobody can tell here. */
        NOT_OFFERED
    }

    public ContentDigest {
        if (algorithm.isBlank() || value.length() == 0) {
            throw new IllegalArgumentException(
                    "algorithm and value must not be empty: \"" + algorithm + "\", \"" + value + "\"");
        }
    }

    /**
     * The digest of a content.
     *
     * @throws IllegalArgumentException if no installed provider offers the algorithm
     */
    public static ContentDigest of(String algorithm, Bytes content) {
        return offered(algorithm, content)
                .orElseThrow(() -> new IllegalArgumentException("no provider offers the digest " + algorithm));
    }

    /** Whether it is the digest of this content. */
    public Match match(Bytes content) {
        return offered(algorithm, content)
                .map(same -> same.value().equals(value) ? Match.SAME : Match.OTHER)
                .orElse(Match.NOT_OFFERED);
    }

    private static Optional<ContentDigest> offered(String algorithm, Bytes content) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            digest.update(content.buffer());
            return Optional.of(new ContentDigest(algorithm, Bytes.copyOf(ByteBuffer.wrap(digest.digest()))));
        } catch (NoSuchAlgorithmException notOffered) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return algorithm + " " + value;
    }
}
