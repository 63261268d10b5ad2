/**
 * 期初建账: bringing a division in at any date, with all that had become of it elsewhere.
 *
 * <p>{@link org.fiscalloop.opening.OpeningTerms} is the whole of a division on a day: its documents with their trails, and
 * the balances of its books with the turnover of the year. A loop that stops exports it; a system that is replaced hands it
 * in as tables. {@link org.fiscalloop.opening.OpeningFlow#check} names every identity that it breaks, with the rows of both
 * sides, and writes nothing. {@link org.fiscalloop.opening.CommitOpening} brings it in as one signed record. After that the
 * division goes on as if it had always been there.
 */
@NullMarked
package org.fiscalloop.opening;

import org.jspecify.annotations.NullMarked;
