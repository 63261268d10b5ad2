package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * What a posting of one kind offers the posting rules: its facets (closed enums that choose the rules), the names of its
 * amounts, and the roles under which it supplies coding blocks.
 *
 * @param name kebab-case, such as {@code payment-paid}
 * @param facets the enums by which a case table may choose, in order
 * @param amounts names of the amounts in fen it carries, in order
 * @param roles names of the coding blocks it carries, in order; the first is the document's own
 */
public record PostingKey(
        String name,
        ImmutableList<Class<? extends Enum<?>>> facets,
        ImmutableList<String> amounts,
        ImmutableList<String> roles) {
    /** The one amount of a posting that has only one. */
    public static final String TOTAL = "total";

    /** The role of the document's own coding block. */
    public static final String OWN = "own";

    public PostingKey {
        if (amounts.isEmpty() || roles.isEmpty()) {
            throw new IllegalArgumentException(name + ": a posting needs an amount and a coding block");
        }
    }

    /** Cheap: each posting is looked up by its key, and names tell keys apart. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** A posting with one amount and one coding block. */
    @SafeVarargs
    public static PostingKey of(String name, Class<? extends Enum<?>>... facets) {
        ImmutableList.Builder<Class<? extends Enum<?>>> all = ImmutableList.builder();
        for (Class<? extends Enum<?>> facet : facets) {
            all.add(facet);
        }
        return new PostingKey(name, all.build(), ImmutableList.of(TOTAL), ImmutableList.of(OWN));
    }

    /** The same with further coding blocks beside the document's own. */
    public PostingKey roles(String... others) {
        return new PostingKey(
                name,
                facets,
                amounts,
                ImmutableList.<String>builder()
                        .add(OWN)
                        .addAll(Arrays.asList(others))
                        .build());
    }
}
