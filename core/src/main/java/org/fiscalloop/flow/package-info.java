/**
 * The contract of a flow package: what comes in, what a package of the flow offers the engine, and what it may read.
 *
 * <p>Two kinds of input exist and no third. A {@link org.fiscalloop.flow.Command} asks and may be refused; a
 * {@link org.fiscalloop.flow.Notice} tells what has happened elsewhere and is booked, parked or listed, never refused.
 * Both are an envelope around a {@link org.fiscalloop.flow.Body}, a small record of a flow package that names the one
 * document it concerns.
 *
 * <p>A package registers itself by one {@link org.fiscalloop.flow.Flow}: a row per document, command, act, notice and
 * event. Its deciders are pure functions of a {@link org.fiscalloop.flow.Case}: the input, the documents and balances it
 * reads by key through {@link org.fiscalloop.flow.Reads}, and the rules in force. They answer with
 * {@link org.fiscalloop.flow.Happening}s: an event together with the postings it sets off. Which accounts a posting
 * touches is not known here; a package asks for balances by {@link org.fiscalloop.flow.Measure}, and the books map every
 * measure to accounts.
 */
@NullMarked
package org.fiscalloop.flow;

import org.jspecify.annotations.NullMarked;
