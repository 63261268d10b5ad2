package org.fiscalloop.evoucher;

import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.base.Ascii;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;

/** How characters are bytes in a message (字符编码). Nothing is ever replaced by a question mark. */
public enum VoucherEncoding {
    /** GBK, as the treasury interface has it. */
    GBK("GBK"),
    /** UTF-8, which can write every character. */
    UTF_8("UTF-8");

    /** GB2312 is a part of GBK. */
    private static final String PART_OF_GBK = "GB2312";

    private final String label;

    VoucherEncoding(String label) {
        this.label = label;
    }

    /** Its name in the first line of a document. */
    public String label() {
        return label;
    }

    /** The encoding of this name in whatever case. */
    static Optional<VoucherEncoding> of(String label) {
        if (label.equalsIgnoreCase(PART_OF_GBK)) {
            return Optional.of(GBK);
        }
        for (VoucherEncoding encoding : values()) {
            if (encoding.label.equalsIgnoreCase(label)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    /** Those characters of a text that it cannot write, each once, as code point and character. */
    ImmutableList<String> unwritable(String value) {
        CharsetEncoder encoder = Charset.forName(label).newEncoder();
        Set<String> unwritable = new LinkedHashSet<>();
        value.codePoints().forEach(point -> {
            String character = Character.toString(point);
            if (!encoder.canEncode(character)) {
                unwritable.add(named(point));
            }
        });
        return ImmutableList.copyOf(unwritable);
    }

    /** A code point by its number, and as it looks where it looks like anything. */
    static String named(int point) {
        String number = Ascii.toUpperCase(Strings.padStart(Integer.toHexString(point), 4, '0'));
        boolean isHalf = Character.isBmpCodePoint(point) && Character.isSurrogate((char) point);
        boolean isSeen = Character.isDefined(point) && !Character.isISOControl(point) && !isHalf;
        return "U+" + number + (isSeen ? " " + Character.toString(point) : "");
    }

    /**
     * The bytes of a text, all of whose characters it can write.
     *
     * @throws IllegalStateException if it cannot
     */
    Bytes encode(String value) {
        try {
            return Bytes.copyOf(Charset.forName(label)
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(value)));
        } catch (CharacterCodingException unwritable) {
            throw new IllegalStateException("written before it was looked at", unwritable);
        }
    }

    /** The text of bytes, refused where some of them are none in this encoding. */
    Decision<String> decode(ByteBuffer bytes, Fact part) {
        CharsetDecoder decoder = Charset.forName(label)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = bytes.duplicate();
        CharBuffer out = CharBuffer.allocate(bytes.remaining() + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        return result.isError()
                ? Decision.refused(Refusal.of(
                        EVoucherReasons.NOT_IN_ITS_ENCODING,
                        Facts.of("part", part)
                                .and("position", Fact.count(in.position() - bytes.position()))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(label)))
                                .and("length", Fact.count(result.length()))))
                : Decision.accepted(out.flip().toString());
    }

    /** The refusal of characters that it cannot write. */
    Refusal refusal(ImmutableList<String> characters, Fact part) {
        return Refusal.of(
                EVoucherReasons.CHARACTER,
                Facts.of("characters", texts(characters)).and("part", part).and("encoding", text(label)));
    }
}
