package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The writer of XML text: the same text for the same calls. */
final class XmlText {
    private static final Pattern ESCAPE = Pattern.compile("&(?:[A-Za-z]+|#[0-9]+|#x[0-9A-Fa-f]+);");

    private final StringBuilder out = new StringBuilder();

    XmlText(VoucherEncoding encoding) {
        out.append("<?xml version=\"1.0\" encoding=\"").append(encoding.label()).append("\"?>\n");
    }

    /** The beginning of an element; names and values of attributes by turns. */
    XmlText open(String name, String... attributes) {
        out.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
        return this;
    }

    /** Characters. */
    XmlText text(String value) {
        escape(value);
        return this;
    }

    /** The end of an element. */
    XmlText close(String name) {
        out.append("</").append(name).append(">\n");
        return this;
    }

    /** An element of characters. */
    XmlText element(String name, String value) {
        return open(name).text(value).close(name);
    }

    /** Line breaks and tabs are written so that a reader gives them back as they were. */
    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\t', '\n', '\r' -> out.append("&#").append((int) c).append(';');
                default -> out.append(c);
            }
        }
    }

    /** Whether a text looks as if it had been escaped already, which no name and no purpose does. */
    static boolean isEscaped(String value) {
        return ESCAPE.matcher(value).find();
    }

    /** The characters of a text that no document may have, each once. */
    static ImmutableList<String> forbidden(String value) {
        Set<String> forbidden = new LinkedHashSet<>();
        value.codePoints()
                .filter(point -> !isAllowed(point))
                .forEach(point -> forbidden.add(VoucherEncoding.named(point)));
        return ImmutableList.copyOf(forbidden);
    }

    /** XML 1.0 production 2, Char. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
