package org.fiscalloop.journal;

import com.google.common.base.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The reading side of {@link Output}; whatever it is fed, it gives values or a {@link JournalFormatException}. */
final class Input {

    private static final Object UNFINISHED = new Object();

    private final byte[] array;
    private final int start;
    private final int end;
    private final Pool pool;
    private final List<String> texts = new ArrayList<>();
    private final List<Object> shared = new ArrayList<>();
    private int at;

    Input(byte[] array, int offset, int length, Pool pool) {
        this.array = array;
        this.start = offset;
        this.end = offset + length;
        this.at = offset;
        this.pool = pool;
    }

    /** Makes sure that nothing is left. */
    void finish() {
        if (at != end) {
            throw broken((end - at) + " bytes too many");
        }
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            long part = octet();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                if ((part == 0 && shift > 0) || (part > 1 && shift == 63)) {
                    throw broken("a number not in its shortest form, or beyond 64 bits");
                }
                return value;
            }
        }
        throw broken("a number beyond 64 bits");
    }

    long signed() {
        long folded = unsigned();
        return (folded >>> 1) ^ -(folded & 1);
    }

    boolean flag() {
        int value = octet();
        if (value > 1) {
            throw broken("a flag that is neither 0 nor 1: " + value);
        }
        return value == 1;
    }

    /** A number of things that follow, each at least one byte long, so no more than there are bytes. */
    int count() {
        long count = unsigned();
        if (count < 0 || count > end - at) {
            throw broken("a count of " + Long.toUnsignedString(count) + " with " + (end - at) + " bytes left");
        }
        return (int) count;
    }

    Bytes raw(int length) {
        if (length > end - at) {
            throw broken("the end within " + length + " bytes");
        }
        Bytes bytes = Bytes.view(array, at, length);
        at += length;
        return bytes;
    }

    String text() {
        long head = unsigned();
        if (head == 0) {
            return "";
        }
        long number = head >>> 1;
        return (head & 1) == 1 ? seen(texts, number) : newText(number);
    }

    /** Takes the number of a value that is about to be read in full; what it holds takes later ones. */
    int beginShared() {
        shared.add(UNFINISHED);
        return shared.size() - 1;
    }

    void endShared(int number, Object value) {
        shared.set(number, value);
    }

    /** The value of this number, or, where bytes are garbled, something of another class. */
    Object sharedAt(long number) {
        return seen(shared, number);
    }

    JournalFormatException broken(String message) {
        return new JournalFormatException(at - start, message);
    }

    JournalFormatException broken(String message, Throwable cause) {
        return new JournalFormatException(at - start, message + ": " + cause.getMessage(), cause);
    }

    private <E> E seen(List<E> values, long number) {
        if (number >= values.size()) {
            throw broken("a reference to value " + number + " of " + values.size());
        }
        return values.get((int) number);
    }

    private String newText(long length) {
        if (length > end - at) {
            throw broken("the end within a text of " + Long.toUnsignedString(length) + " bytes");
        }
        String text = pool.text(this, (int) length);
        at += (int) length;
        texts.add(text);
        return text;
    }

    private String madeText(int length) {
        if (!Utf8.isWellFormed(array, at, length)) {
            throw broken("a text that is not UTF-8");
        }
        return new String(array, at, length, StandardCharsets.UTF_8);
    }

    private int octet() {
        if (at == end) {
            throw broken("the end where more was expected");
        }
        return array[at++] & 0xFF;
    }

    /**
     * Short texts read before, made once and shared by all that is read, so that a million documents hold one copy of
     * their agency's code. A text met again may have given its slot to another; then it is made again.
     *
     * <p>Threads share a pool without a lock: what lies in it never changes, and a thread that misses what another has
     * put there makes the text itself.
     */
    static final class Pool {

        private static final int LONGEST = 40;

        private final Text[] slots;

        /** The number of slots is a power of two. */
        Pool(int slots) {
            this.slots = new Text[slots];
        }

        private String text(Input in, int length) {
            if (length > LONGEST) {
                return in.madeText(length);
            }
            int hash = length;
            for (int i = in.at; i < in.at + length; i++) {
                hash = 31 * hash + in.array[i];
            }
            int slot = (hash ^ (hash >>> 12)) & (slots.length - 1);
            Text seen = slots[slot];
            if (seen != null && seen.isAt(in, length)) {
                return seen.text;
            }
            String made = in.madeText(length);
            slots[slot] = new Text(Arrays.copyOfRange(in.array, in.at, in.at + length), made);
            return made;
        }
    }

    /** A text read before, with its bytes. */
    private static final class Text {

        private final byte[] utf8;
        private final String text;

        Text(byte[] utf8, String text) {
            this.utf8 = utf8;
            this.text = text;
        }

        boolean isAt(Input in, int length) {
            return Arrays.equals(utf8, 0, utf8.length, in.array, in.at, in.at + length);
        }
    }
}
