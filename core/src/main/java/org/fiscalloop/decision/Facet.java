package org.fiscalloop.decision;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;

/**
 * One question a case table asks of a posting: a closed list of answers.
 *
 * @param name the name of the enum, such as {@code AgencyKind}
 * @param constants all its constants, in their order
 */
public record Facet(String name, ImmutableList<String> constants) {
    public Facet {
        if (constants.isEmpty() || ImmutableSet.copyOf(constants).size() != constants.size()) {
            throw new IllegalArgumentException("facet " + name + " must have distinct constants: " + constants);
        }
    }

    /** The facet of an enum. */
    public static Facet of(Class<? extends Enum<?>> family) {
        return new Facet(
                family.getSimpleName(),
                Arrays.stream(family.getEnumConstants()).map(Enum::name).collect(toImmutableList()));
    }
}
