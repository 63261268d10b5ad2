package org.fiscalloop.decision;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text in which <code>{name}</code> stands for the fact of that name; a brace stands for nothing else. */
final class Template {

    private static final String NAME = "[A-Za-z][A-Za-z0-9-]*";
    private static final Pattern FACT_NAME = Pattern.compile(NAME);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(" + NAME + ")}");

    private Template() {}

    static boolean isFactName(String name) {
        return FACT_NAME.matcher(name).matches();
    }

    /** The names of the facts that the template needs, in order of first use. */
    static ImmutableSet<String> placeholders(String template) {
        String bare = PLACEHOLDER.matcher(template).replaceAll("");
        if (bare.contains("{") || bare.contains("}")) {
            throw new IllegalArgumentException("template has a brace that is no placeholder: " + template);
        }
        return PLACEHOLDER
                .matcher(template)
                .results()
                .map(found -> found.group(1))
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The template with every placeholder filled by its fact; text that comes from a fact is not looked at again. */
    static String fill(String template, ImmutableMap<String, Fact> facts, Function<Fact, String> print) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            Fact fact = facts.get(found.group(1));
            if (fact == null) {
                throw new IllegalArgumentException(
                        "no fact named " + found.group(1) + " for \"" + template + "\" among " + facts.keySet());
            }
            return Matcher.quoteReplacement(print.apply(fact));
        });
    }
}
