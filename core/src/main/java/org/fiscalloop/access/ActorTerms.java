package org.fiscalloop.access;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;

/** An appointment (用户授权): who somebody is and which duties he or she holds. */
@Value.Immutable
public interface ActorTerms extends Terms {
    /** The id under which the person acts, unique in the loop: the {@code actor} of his or her commands. */
    String actor();

    /** The name shown to people. */
    String name();

    /** The duties held (职责), each for an agency or a whole division. */
    ImmutableList<Grant> grants();

    /** The id must say something. */
    @Value.Check
    default void check() {
        if (actor().isBlank() || name().isBlank()) {
            throw new IllegalArgumentException("actor and name must not be blank: \"" + actor() + "\"");
        }
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }
}
