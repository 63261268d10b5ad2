/**
 * The memory of the loop: an append-only, hash-chained log of records, and the forms in which values enter it.
 *
 * <p>A {@link org.fiscalloop.journal.Shape} declares the fields of a value once. From this one declaration come its
 * canonical binary form (what is stored), its neutral {@link org.fiscalloop.journal.Tree} form (what JSON is made of)
 * and its documentation. A shape has a tag, by which the journal knows it, and a schema number, which grows with its
 * fields: every form ever stored is read for ever. Equal values give equal bytes, in every Java machine.
 *
 * <p>A {@link org.fiscalloop.journal.JournalRecord} keeps what one command or notice did: its content, events, moves,
 * entries, refusals and warnings. {@link org.fiscalloop.journal.RecordCodec} writes it once; replay reads and never
 * writes again. {@link org.fiscalloop.journal.HashChain} binds each record to the one before it over the stored bytes.
 *
 * <p>{@link org.fiscalloop.journal.Journal} is the port to a store, {@link org.fiscalloop.journal.InMemoryJournal} its
 * form in memory. {@link org.fiscalloop.journal.JournalWriter} appends in groups: many callers hand in records, one of
 * them writes what has gathered, and each is answered when its own record is in the journal.
 */
@NullMarked
package org.fiscalloop.journal;

import org.jspecify.annotations.NullMarked;
