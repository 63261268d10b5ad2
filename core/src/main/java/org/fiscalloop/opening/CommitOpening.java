package org.fiscalloop.opening;

import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/**
 * 期初建账: a division is brought in whole, before anything else of it is in the loop. It may bring its adoption of the
 * rulebook and its appointments along, and then is the first that is asked of it.
 *
 * @param opening all of it
 * @param signature who answers for it; asked for where the rulebook lists signers
 */
public record CommitOpening(OpeningTerms opening, Optional<OpeningSignature> signature) implements Body {
    @Override
    public Id<Opening> document() {
        return Opening.id(opening.division(), opening.day());
    }

    /** Whether it brings this document in. */
    public boolean brings(Id<?> document) {
        return opening.documents().stream().anyMatch(whole -> whole.id().equals(document));
    }
}
