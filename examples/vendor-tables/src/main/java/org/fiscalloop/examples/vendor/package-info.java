/**
 * A vendor's service that keeps everything in relational tables of its own and asks the library inside its own
 * transactions: plain JDBC, on PostgreSQL and on H2.
 *
 * <p>{@link org.fiscalloop.examples.vendor.BudgetService} is the service: one input, one transaction. It reads its tables
 * through {@link org.fiscalloop.examples.vendor.TableReads}, asks the engine, and writes the effects.
 * {@link org.fiscalloop.examples.vendor.DocumentRows}, {@link org.fiscalloop.examples.vendor.BalanceRows} and
 * {@link org.fiscalloop.examples.vendor.JournalRows} know the tables; {@link org.fiscalloop.examples.vendor.Schema} makes
 * them. {@link org.fiscalloop.examples.vendor.Inbox} takes in what others tell,
 * {@link org.fiscalloop.examples.vendor.Outbox} keeps what they are answered.
 */
@NullMarked
package org.fiscalloop.examples.vendor;

import org.jspecify.annotations.NullMarked;
