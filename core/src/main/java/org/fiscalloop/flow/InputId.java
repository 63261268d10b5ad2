package org.fiscalloop.flow;

import static java.util.Objects.requireNonNull;

import com.google.common.hash.Hashing;

/**
 * The identity of an input, unique among the commands of a sender or among its notices: the same id with the same content
 * is the same input.
 *
 * @param sender the system that numbers its inputs, such as a vendor's application or an agent bank; 1 to 64 characters
 * @param value the number the sender gave, for a notice its natural key (a bank's serial number, a batch number); 1 to 128
 *     characters
 */
public record InputId(String sender, String value) {
    private static final int SENDER = 64;
    private static final int VALUE = 128;
    private static final int DIGITS = 40;

    public InputId {
        if (text("sender", sender).isBlank() || sender.length() > SENDER) {
            throw new IllegalArgumentException("sender must have 1 to 64 characters: \"" + sender + "\"");
        }
        if (text("input id", value).isBlank() || value.length() > VALUE) {
            throw new IllegalArgumentException("input id must have 1 to 128 characters: \"" + value + "\"");
        }
    }

    /** Requires a text that can be written: no half of a surrogate pair stands alone in it. */
    static String text(String name, String text) {
        for (int i = 0; i < requireNonNull(text, name).length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.getType(text.codePointAt(i)) == Character.SURROGATE) {
                throw new IllegalArgumentException(name + " must be well-formed text");
            }
        }
        return text;
    }

    /** The id of what came under this one with another content: this id, or what stands for it, and a mark. */
    public InputId marked(String mark) {
        String longer = value + "~" + mark;
        return new InputId(sender, longer.length() > VALUE ? digest() + "~" + mark : longer);
    }

    /** This id as 40 hexadecimal digits, which stand for it where there is no room or alphabet for it. */
    public String digest() {
        return Hashing.sha256()
                .newHasher()
                .putUnencodedChars(sender)
                .putChar('\0')
                .putUnencodedChars(value)
                .hash()
                .toString()
                .substring(0, DIGITS);
    }

    @Override
    public String toString() {
        return sender + "/" + value;
    }
}
