package org.fiscalloop.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.journal.Tree;

/** The one way from Jackson's tokens to a tree, for texts and for a host's mapper alike. */
final class TreeReader {
    private TreeReader() {}

    /**
     * The value at the parser's current token; the parser stands on its last token then.
     *
     * @throws JsonFormatException for what strict JSON does not have or this library does not read
     */
    static Tree read(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw JsonFormatException.at(place(parser), "no value");
        }
        return switch (token) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> new Tree.Text(parser.getText(), false, at(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> bare(parser);
            default ->
                throw JsonFormatException.at(
                        place(parser), parser.getText() + " is no value here: a field without a value is left out");
        };
    }

    private static Tree bare(JsonParser parser) throws IOException {
        String word = parser.getText();
        if (!TreeWriter.isWord(word)) {
            throw JsonFormatException.at(place(parser), word + " is no number");
        }
        return new Tree.Text(word, true, at(parser));
    }

    private static Tree items(JsonParser parser) throws IOException {
        Optional<Tree.Location> at = at(parser);
        ImmutableList.Builder<Tree> items = ImmutableList.builder();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(parser));
        }
        return new Tree.Items(items.build(), at);
    }

    private static Tree fields(JsonParser parser) throws IOException {
        Optional<Tree.Location> at = at(parser);
        ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
        Set<String> names = new HashSet<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (!names.add(name)) {
                throw JsonFormatException.at(place(parser), "key \"" + name + "\" is given twice");
            }
            parser.nextToken();
            members.add(new Tree.Member(name, read(parser)));
        }
        return new Tree.Fields(members.build(), at);
    }

    /** Where the current token begins; the beginning of the text where that is not known. */
    static Tree.Location place(JsonParser parser) {
        return at(parser).orElse(new Tree.Location(1, 1));
    }

    private static Optional<Tree.Location> at(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    /** A place as Jackson says it, which a source that is no text does not have. */
    static Optional<Tree.Location> place(JsonLocation location) {
        return location == null || location.getLineNr() < 1 || location.getColumnNr() < 1
                ? Optional.empty()
                : Optional.of(new Tree.Location(location.getLineNr(), location.getColumnNr()));
    }
}
