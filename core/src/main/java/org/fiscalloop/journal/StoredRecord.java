package org.fiscalloop.journal;

/**
 * A record as the journal holds it.
 *
 * @param position its place in the journal, from 0 on without gaps
 * @param bytes its canonical form
 * @param hash of the hash before and these bytes, by {@link HashChain}
 */
public record StoredRecord(long position, Bytes bytes, Bytes hash) {}
