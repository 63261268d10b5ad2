/**
 * The form outside (JSON): what the library's values look like to programs that are not written in Java.
 *
 * <p>A value has one declaration of its fields, its {@link org.fiscalloop.journal.Shape}, and that gives it a neutral
 * {@link org.fiscalloop.journal.Tree}. {@link org.fiscalloop.json.Json} makes text of a tree and a tree of text, strictly:
 * every node knows its line and column, and whatever two readers might read differently is refused with its place. Numbers
 * stay the words they were written with and amounts are decimal strings, so nothing is ever rounded.
 *
 * <p>{@link org.fiscalloop.json.RulebookJson} and {@link org.fiscalloop.json.OverlayJson} carry rules out and in.
 * {@link org.fiscalloop.json.FiscalLoopModule} teaches a host's own Jackson mapper the same forms. Documents are written
 * and never read: they come back by {@code DocumentType.restore} or by the loop's own journal.
 *
 * <p>Jackson stands in the signatures of this package and of no other.
 */
@NullMarked
package org.fiscalloop.json;

import org.jspecify.annotations.NullMarked;
