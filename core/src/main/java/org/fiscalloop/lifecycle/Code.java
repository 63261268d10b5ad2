package org.fiscalloop.lifecycle;

import java.util.regex.Pattern;

/** What the codes of this package may look like. */
final class Code {

    private static final int LONGEST = 64;
    private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Code() {}

    /** Requires words of small letters and digits with hyphens between. */
    static void kebab(String name, String code) {
        if (!KEBAB.matcher(code).matches()) {
            throw new IllegalArgumentException(name + " must be like payment-request: \"" + code + "\"");
        }
    }

    /** Requires 1 to 64 printable characters without spaces. */
    static void printable(String name, String code) {
        if (!isId(code)) {
            throw new IllegalArgumentException(
                    name + " must be 1 to " + LONGEST + " printable characters without spaces: \"" + code + "\"");
        }
    }

    /** Whether it is 1 to 64 printable characters without spaces. */
    static boolean isId(String code) {
        if (code.isEmpty() || code.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < code.length(); i++) {
            char character = code.charAt(i);
            if (character <= ' ' || character == 0x7f) {
                return false;
            }
            if (character > 0x7f) {
                return code.codePoints().skip(i).allMatch(Code::isPrintable);
            }
        }
        return true;
    }

    private static boolean isPrintable(int character) {
        if (character < 0x80) {
            return character > ' ' && character < 0x7f;
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Requires that the text says something. */
    static void present(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank: \"" + text + "\"");
        }
    }
}
