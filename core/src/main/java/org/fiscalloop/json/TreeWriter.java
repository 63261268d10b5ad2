package org.fiscalloop.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.regex.Pattern;
import org.fiscalloop.journal.Tree;

/** The one way from a tree to Jackson's tokens, for texts and for a host's mapper alike. */
final class TreeWriter {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private TreeWriter() {}

    /** Whether JSON has this word without quotes: a number or a truth value. */
    static boolean isWord(String word) {
        return word.equals("true")
                || word.equals("false")
                || NUMBER.matcher(word).matches();
    }

    static void write(Tree tree, JsonGenerator generator) throws IOException {
        if (tree instanceof Tree.Text text) {
            write(text, generator);
        } else if (tree instanceof Tree.Items items) {
            generator.writeStartArray();
            for (Tree item : items.items()) {
                write(item, generator);
            }
            generator.writeEndArray();
        } else if (tree instanceof Tree.Fields fields) {
            generator.writeStartObject();
            for (Tree.Member member : fields.members()) {
                generator.writeFieldName(member.name());
                write(member.value(), generator);
            }
            generator.writeEndObject();
        }
    }

    private static void write(Tree.Text text, JsonGenerator generator) throws IOException {
        String word = text.value();
        if (!text.bare()) {
            generator.writeString(word);
        } else if (!isWord(word)) {
            throw new IllegalArgumentException("JSON has no such word without quotes: " + word);
        } else if (word.equals("true") || word.equals("false")) {
            generator.writeBoolean(word.equals("true"));
        } else {
            generator.writeNumber(word);
        }
    }
}
