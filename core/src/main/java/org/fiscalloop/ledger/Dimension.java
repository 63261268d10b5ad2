package org.fiscalloop.ledger;

import java.util.regex.Pattern;

/**
 * An element by which amounts are told apart in the books (核算要素, 辅助核算), such as the agency or the allotment.
 *
 * @param name lower-case words with hyphens between, such as {@code budget-line}
 */
public record Dimension(String name) {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Dimension {
        requireWord("name", name);
    }

    static void requireWord(String what, String value) {
        if (!WORD.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " must be lower-case words with hyphens between: \"" + value + "\"");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
