package org.fiscalloop.decision;

import com.google.common.collect.ImmutableMap;

/**
 * The facts of one case by name, in the order they were given: {@code Facts.of("asked", amount(500)).and("post", text("复核"))}.
 *
 * @param map each fact under its name, which is letters, digits and hyphens and begins with a letter
 */
public record Facts(ImmutableMap<String, Fact> map) {

    public Facts {
        map.keySet().forEach(name -> {
            if (!Template.isFactName(name)) {
                throw new IllegalArgumentException("fact name must be letters, digits and hyphens: \"" + name + "\"");
            }
        });
    }

    /** No fact: the code says it all. */
    public static Facts none() {
        return new Facts(ImmutableMap.of());
    }

    /** One fact. */
    public static Facts of(String name, Fact fact) {
        return new Facts(ImmutableMap.of(name, fact));
    }

    /** These facts and one more; a name that is there already is a broken argument. */
    public Facts and(String name, Fact fact) {
        return new Facts(ImmutableMap.<String, Fact>builderWithExpectedSize(map.size() + 1)
                .putAll(map)
                .put(name, fact)
                .buildOrThrow());
    }
}
