/**
 * The loop: the engine that every input passes, and the one door before it.
 *
 * <p>{@link org.fiscalloop.loop.Engine} is pure. It takes a command or a notice, what it may read
 * ({@link org.fiscalloop.loop.StateReads}) and the rules, and gives {@link org.fiscalloop.loop.Effects}: all that must be
 * written, or nothing. A host may run it inside its own transaction over its own tables.
 *
 * <p>{@link org.fiscalloop.loop.FiscalLoop} is the same engine over state in memory and a journal. State advances at the
 * decision; the acknowledgement waits until the record is stored. Reopening replays the journal and consults no rule.
 *
 * <p>What a notice tells and the records do not yet know waits as a {@link org.fiscalloop.loop.NoticeCase} and is matched
 * again when its document moves; what contradicts the records is listed there with the remedies that are open.
 */
@NullMarked
package org.fiscalloop.loop;

import org.jspecify.annotations.NullMarked;
