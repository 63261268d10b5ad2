package org.fiscalloop.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;

/**
 * The rule by which each record is bound to all before it: its hash is the digest of the hash before, followed by its
 * stored bytes. Before the first record the hash is empty.
 *
 * @param algorithm the digest by its name in the Java Cryptography Architecture, such as {@code SHA-256} or {@code SM3}
 */
public record HashChain(String algorithm) {

    /** The chain that every Java machine can check. */
    public static final HashChain SHA_256 = new HashChain("SHA-256");

    /** What precedes the first record. */
    private static final Bytes START = Bytes.fromHex("");

    /** Refuses, with an {@link IllegalArgumentException}, an algorithm that no provider offers. */
    public HashChain {
        digest(algorithm);
    }

    /**
     * The hash of a record, for a host that keeps the chain in a table of its own.
     *
     * @param before the hash of the record before it; empty before the first
     * @param record its stored bytes
     */
    public Bytes next(Bytes before, Bytes record) {
        return new Link(algorithm, before).add(record);
    }

    /** The first position whose hash is not that of the hash before and its bytes; empty when all are. */
    public OptionalLong firstBreak(Journal journal) {
        Link link = new Link(algorithm, START);
        try (Journal.Cursor records = journal.from(0)) {
            while (records.hasNext()) {
                StoredRecord record = records.next();
                if (!link.add(record.bytes()).equals(record.hash())) {
                    return OptionalLong.of(record.position());
                }
            }
        }
        return OptionalLong.empty();
    }

    /** The link to which the next record of a journal is added. */
    Link endOf(Journal journal) {
        long size = journal.size();
        return new Link(algorithm, size == 0 ? START : journal.read(size - 1).hash());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException("no provider offers the digest " + algorithm, unknown);
        }
    }

    /** The end of a chain that grows; for one thread. */
    static final class Link {

        private final MessageDigest digest;
        private Bytes last;

        private Link(String algorithm, Bytes last) {
            this.digest = digest(algorithm);
            this.last = last;
        }

        /** The hash of the next record. */
        Bytes add(Bytes record) {
            last.addTo(digest);
            record.addTo(digest);
            byte[] hash = digest.digest();
            last = Bytes.view(hash, 0, hash.length);
            return last;
        }
    }
}
