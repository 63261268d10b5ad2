package org.fiscalloop.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes; printed as lower-case hexadecimal. */
public final class Bytes {

    private final byte[] array;
    private final int offset;
    private final int length;

    private Bytes(byte[] array, int offset, int length) {
        this.array = array;
        this.offset = offset;
        this.length = length;
    }

    /** A copy of what remains in a buffer; the buffer's position does not move. */
    public static Bytes copyOf(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return view(copy, 0, copy.length);
    }

    /** The bytes written as hexadecimal digits, two a byte, of either case. */
    public static Bytes fromHex(String hex) {
        byte[] parsed = HexFormat.of().parseHex(hex);
        return view(parsed, 0, parsed.length);
    }

    /** A part of an array that nobody writes to any more. */
    static Bytes view(byte[] array, int offset, int length) {
        return new Bytes(array, offset, length);
    }

    public int length() {
        return length;
    }

    /** These bytes as a read-only buffer. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(array, offset, length).slice().asReadOnlyBuffer();
    }

    /** A copy of these bytes, which is its caller's own. */
    public byte[] toByteArray() {
        return Arrays.copyOfRange(array, offset, offset + length);
    }

    Input input(Input.Pool pool) {
        return new Input(array, offset, length, pool);
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(array, offset, target, at, length);
    }

    void addTo(MessageDigest digest) {
        digest.update(array, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that
                && Arrays.equals(array, offset, offset + length, that.array, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + array[i];
        }
        return hash;
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(array, offset, offset + length);
    }
}
