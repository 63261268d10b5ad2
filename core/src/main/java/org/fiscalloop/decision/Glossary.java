package org.fiscalloop.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The 中文 terms for what texts name by the library's own words: kinds of document, states, actions, flags. */
final class Glossary {
    private static final ImmutableMap<String, String> TERMS = read();

    private Glossary() {}

    /** The term for a word, or the word itself where it is none of the library's. */
    static String zh(String word) {
        return TERMS.getOrDefault(word, word);
    }

    /** What a term of a formula is called, or its name where it is none of the library's. */
    static String term(String name) {
        return TERMS.getOrDefault("formula/" + name, name);
    }

    private static ImmutableMap<String, String> read() {
        try (InputStream in = requireNonNull(Glossary.class.getResourceAsStream("terms.txt"), "terms.txt")) {
            ImmutableMap.Builder<String, String> terms = ImmutableMap.builder();
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Splitter.on('=')::splitToList)
                    .forEach(term -> terms.put(term.get(0), term.get(1)));
            return terms.buildOrThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
