package org.fiscalloop.journal;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.immutables.value.Value;

/** A generated value, as people fill it in. */
@Value.Immutable
interface PayTerms {

    String payee();

    long fen();

    Optional<String> purpose();

    ImmutableMap<String, String> extra();

    @Value.Check
    default void check() {
        if (fen() <= 0) {
            throw new IllegalArgumentException("fen " + fen() + " is not positive");
        }
    }
}
