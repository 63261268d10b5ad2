package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Entry;

/**
 * An event together with the postings it sets off in the books.
 *
 * @param event what is recorded
 * @param postings the amounts the posting rules turn into entries, in order; the record keeps the entries, not these
 * @param entries entries that no rule makes, such as those of a voucher that an accountant has completed
 */
public record Happening(Event event, ImmutableList<Posting> postings, ImmutableList<Entry> entries) {
    public Happening {
        requireNonNull(event, "event");
        requireNonNull(postings, "postings");
        requireNonNull(entries, "entries");
    }

    /** An event with its postings. */
    public Happening(Event event, ImmutableList<Posting> postings) {
        this(event, postings, ImmutableList.of());
    }

    /** An event that the books do not notice. */
    public static Happening of(Event event) {
        return new Happening(event, ImmutableList.of(), ImmutableList.of());
    }

    /** An event with its postings. */
    public static Happening of(Event event, Posting... postings) {
        return new Happening(event, ImmutableList.copyOf(postings), ImmutableList.of());
    }
}
