package org.fiscalloop.evoucher;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.signature.SignedContent;

/**
 * The reader of messages. Whatever bytes it is given, it gives vouchers and refusals and throws nothing; what stands in a
 * message is in one or the other.
 */
public final class EVoucherReader {
    /** The most bytes of a message, and of a content. */
    public static final int MOST_BYTES = 32 << 20;

    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s+version\\s*=\\s*[\"']1\\.0[\"'](?:\\s+encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"'])?"
                    + "(?:\\s+standalone\\s*=\\s*[\"'](?:yes|no)[\"'])?\\s*\\?>");

    /** As far as a declaration reaches. */
    private static final int DECLARED_WITHIN = 256;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final ImmutableSet<String> ON_BODY = ImmutableSet.of("AdmDivCode", "StYear", "VtCode", "VoucherNo");
    private static final ImmutableSet<String> IN_BODY =
            ImmutableSet.of("VoucherFlag", "Return_Reason", "Attach", "Voucher", "SignStampList", "SignatureList");

    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final int DIVISION_DIGITS = 6;
    private static final int YEAR_DIGITS = 4;
    private static final int LONGEST_NUMBER = 42;

    private final EVoucherLayouts layouts;

    /** A reader of vouchers with these fields. */
    public EVoucherReader(EVoucherLayouts layouts) {
        this.layouts = layouts;
    }

    /** The vouchers of a message. */
    public EVoucherReading read(Bytes message) {
        return document(message.buffer(), EVoucherReasons.ENVELOPE)
                .match(yes -> envelope(yes.value()), no -> EVoucherReading.refused(no.refusals()));
    }

    // ---- bytes ------------------------------------------------------------------------------------------------------

    /** The document of bytes in the encoding that their first line says, UTF-8 where it says none. */
    private static Decision<XmlElement> document(ByteBuffer bytes, Fact part) {
        if (bytes.remaining() > MOST_BYTES) {
            return Decision.refused(tooLarge(bytes.remaining(), part));
        }
        ByteBuffer body = withoutMark(bytes);
        boolean isMarked = body.remaining() < bytes.remaining();
        String start = StandardCharsets.ISO_8859_1
                .decode(body.slice(body.position(), Math.min(DECLARED_WITHIN, body.remaining())))
                .toString();
        Matcher declaration = DECLARATION.matcher(start);
        boolean isDeclared = declaration.lookingAt();
        String label =
                isDeclared && declaration.group(1) != null ? declaration.group(1) : VoucherEncoding.UTF_8.label();
        if (isDeclared) {
            body.position(body.position() + declaration.end());
        }
        Optional<VoucherEncoding> encoding =
                VoucherEncoding.of(label).filter(known -> !isMarked || known == VoucherEncoding.UTF_8);
        return encoding.isEmpty()
                ? Decision.refused(Refusal.of(
                        EVoucherReasons.ENCODING_UNKNOWN,
                        Facts.of("part", part)
                                .and("given", text(isMarked ? label + " with a byte order mark" : label))
                                .and(Refusal.ALLOWED, texts(known()))))
                : encoding.get().decode(body, part).flatMap(characters -> document(characters, part));
    }

    /** The refusal of a document of more than {@link #MOST_BYTES} bytes. */
    static Refusal tooLarge(int bytes, Fact part) {
        return Refusal.of(
                EVoucherReasons.TOO_LARGE,
                Facts.of("part", part)
                        .and("given", Fact.count(bytes))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(Integer.toString(MOST_BYTES)))));
    }

    private static ImmutableList<String> known() {
        return Arrays.stream(VoucherEncoding.values())
                .map(VoucherEncoding::label)
                .collect(toImmutableList());
    }

    private static ByteBuffer withoutMark(ByteBuffer bytes) {
        ByteBuffer body = bytes.duplicate();
        boolean isMarked = body.remaining() >= BYTE_ORDER_MARK.length
                && body.slice(body.position(), BYTE_ORDER_MARK.length).equals(ByteBuffer.wrap(BYTE_ORDER_MARK));
        return isMarked ? body.position(body.position() + BYTE_ORDER_MARK.length) : body;
    }

    private static Decision<XmlElement> document(String characters, Fact part) {
        String start = CharMatcher.whitespace().trimLeadingFrom(characters);
        if (start.startsWith("&lt;")) {
            return Decision.refused(escapedTwice("document", part, start));
        }
        // A first line that is still there was not understood, and with it the encoding.
        return start.startsWith("<?xml") ? XmlReader.malformed(part, 1, 1) : XmlReader.read(characters, part);
    }

    static Refusal escapedTwice(String name, Fact part, String given) {
        return Refusal.of(
                EVoucherReasons.ESCAPED_TWICE,
                Facts.of("name", text(name)).and("part", part).and("given", text(Ascii.truncate(given, 32, "..."))));
    }

    // ---- the envelope -----------------------------------------------------------------------------------------------

    private EVoucherReading envelope(XmlElement root) {
        if (!root.name().equals("MOF") || !root.attributes().isEmpty()) {
            String first = root.attributes().keySet().stream().findFirst().orElse("");
            return EVoucherReading.refused(ImmutableList.of(
                    root.name().equals("MOF")
                            ? EVoucherLayouts.unexpected(first, "MOF", root.line(), ImmutableSet.of())
                            : EVoucherLayouts.unexpected(root.name(), "/", root.line(), ImmutableSet.of("MOF"))));
        }
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        ImmutableList.Builder<EVoucherReading.Received> vouchers = ImmutableList.builder();
        List<XmlElement> counts = new ArrayList<>();
        int bodies = 0;
        for (XmlElement child : root.children()) {
            switch (child.name()) {
                case "VoucherCount" -> counts.add(child);
                case "VoucherBody" -> {
                    bodies++;
                    voucher(child).match(yes -> vouchers.add(yes.value()), no -> refusals.addAll(no.refusals()));
                }
                default ->
                    refusals.add(EVoucherLayouts.unexpected(
                            child.name(), "MOF", child.line(), ImmutableSet.of("VoucherCount", "VoucherBody")));
            }
        }
        if (!root.text().isBlank() || bodies == 0) {
            refusals.add(EVoucherLayouts.missing("VoucherBody", "凭证", "MOF"));
        }
        refusals.addAll(counted(counts, bodies));
        return new EVoucherReading(vouchers.build(), refusals.build());
    }

    /** What is wrong with how many vouchers it says there are; the last one says it. */
    private static ImmutableList<Refusal> counted(List<XmlElement> counts, int bodies) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        String said = "";
        for (XmlElement count : counts) {
            refusals.addAll(onlyText(count, "MOF"));
            said = count.text();
        }
        if (counts.size() > 1) {
            refusals.add(twice("VoucherCount", "MOF"));
        }
        if (!said.strip().equals(Integer.toString(bodies))) {
            refusals.add(Refusal.of(
                    EVoucherReasons.COUNT_DIFFERS,
                    Facts.of("given", text(Ascii.truncate(said, 32, "...")))
                            .and(Refusal.ALLOWED, texts(ImmutableList.of(Integer.toString(bodies))))));
        }
        return refusals.build();
    }

    private Decision<EVoucherReading.Received> voucher(XmlElement body) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        Map<String, XmlElement> parts = parts(body, refusals);
        refusals.addAll(attributes(body));
        EVoucherFlag flag = flag(parts, refusals);
        ImmutableList<EVoucherSeal> signatures = seals(parts, "SignatureList", "Signature", refusals);
        ImmutableList<EVoucherSeal> stamps = seals(parts, "SignStampList", "Stamp", refusals);
        ImmutableList<Refusal> wrong = refusals.build();
        if (!wrong.isEmpty()) {
            return new Decision.Refused<>(wrong);
        }
        ImmutableEVoucher.Builder voucher = ImmutableEVoucher.builder()
                .division(attribute(body, "AdmDivCode"))
                .year(Integer.parseInt(attribute(body, "StYear")))
                .number(attribute(body, "VoucherNo"))
                .flag(flag)
                .returnReason(optional(parts, "Return_Reason"))
                .attach(optional(parts, "Attach"))
                .signatures(signatures)
                .stamps(stamps);
        return EVoucherType.of(attribute(body, "VtCode"))
                .map(type -> content(parts, type)
                        .flatMap(content -> document(content.bytes().buffer(), EVoucherReasons.CONTENT)
                                .flatMap(root -> new BodyReader(type, layouts.of(type)).read(root))
                                .flatMap(fields -> checked(voucher.body(fields).build(), content))))
                .orElseGet(() -> Decision.refused(Refusal.of(
                        EVoucherReasons.TYPE_UNKNOWN,
                        Facts.of("voucher", text(attribute(body, "VoucherNo")))
                                .and("given", text(attribute(body, "VtCode")))
                                .and(Refusal.ALLOWED, texts(EVoucherType.all().keySet())))));
    }

    /** What stands in the envelope of one voucher, by name. */
    private static Map<String, XmlElement> parts(XmlElement body, ImmutableList.Builder<Refusal> refusals) {
        Map<String, XmlElement> parts = new LinkedHashMap<>();
        for (XmlElement part : body.children()) {
            if (!IN_BODY.contains(part.name())) {
                refusals.add(EVoucherLayouts.unexpected(part.name(), "VoucherBody", part.line(), IN_BODY));
            } else if (parts.put(part.name(), part) != null) {
                refusals.add(twice(part.name(), "VoucherBody"));
            }
        }
        if (!body.text().isBlank()) {
            refusals.add(EVoucherLayouts.unexpected(body.text().strip(), "VoucherBody", body.line(), IN_BODY));
        }
        for (String name : ImmutableList.of("VoucherFlag", "Return_Reason", "Attach", "Voucher")) {
            if (parts.containsKey(name)) {
                refusals.addAll(onlyText(parts.get(name), "VoucherBody"));
            }
        }
        return parts;
    }

    private static EVoucherFlag flag(Map<String, XmlElement> parts, ImmutableList.Builder<Refusal> refusals) {
        String flagged = textOf(parts, "VoucherFlag").strip();
        if (flagged.equals(EVoucherFlag.RECEIPT.code())) {
            return EVoucherFlag.RECEIPT;
        }
        if (!flagged.equals(EVoucherFlag.ORDER.code())) {
            refusals.add(EVoucherLayouts.value("VoucherFlag", "VoucherBody", flagged, "0 or 1"));
        }
        return EVoucherFlag.ORDER;
    }

    private Decision<EVoucherReading.Received> checked(EVoucher voucher, SignedContent content) {
        ImmutableList<Refusal> wrong = layouts.check(voucher);
        return wrong.isEmpty()
                ? Decision.accepted(new EVoucherReading.Received(voucher, content))
                : new Decision.Refused<>(wrong);
    }

    /** Those of the envelope of one voucher, before anything is done with them. */
    private static ImmutableList<Refusal> attributes(XmlElement body) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        body.attributes().keySet().stream()
                .filter(name -> !ON_BODY.contains(name))
                .forEach(name -> refusals.add(EVoucherLayouts.unexpected(name, "VoucherBody", body.line(), ON_BODY)));
        digits(body, "AdmDivCode", DIVISION_DIGITS).ifPresent(refusals::add);
        digits(body, "StYear", YEAR_DIGITS).ifPresent(refusals::add);
        digits(body, "VtCode", YEAR_DIGITS).ifPresent(refusals::add);
        String number = attribute(body, "VoucherNo");
        if (number.isBlank() || number.length() > LONGEST_NUMBER) {
            refusals.add(EVoucherLayouts.value(
                    "VoucherNo", "VoucherBody", number, "1 to " + LONGEST_NUMBER + " characters"));
        }
        return refusals.build();
    }

    private static Optional<Refusal> digits(XmlElement body, String name, int digits) {
        String value = attribute(body, name);
        return value.length() == digits && DIGITS.matchesAllOf(value)
                ? Optional.empty()
                : Optional.of(EVoucherLayouts.value(name, "VoucherBody", value, digits + " digits"));
    }

    private static Decision<SignedContent> content(Map<String, XmlElement> parts, EVoucherType type) {
        String written = textOf(parts, "Voucher");
        if (XmlText.isEscaped(written) || written.strip().startsWith("<")) {
            return Decision.refused(escapedTwice("Voucher", EVoucherReasons.ENVELOPE, written.strip()));
        }
        return base64(written, "Voucher")
                .flatMap(bytes -> isBase64Again(bytes)
                        ? Decision.refused(escapedTwice("Voucher", EVoucherReasons.ENVELOPE, written.strip()))
                        : Decision.accepted(new SignedContent(EVoucherWriter.form(type), bytes)));
    }

    /** What is base64 of base64 of a document begins as a document does in base64. */
    private static boolean isBase64Again(Bytes bytes) {
        ByteBuffer buffer = bytes.buffer();
        String start = StandardCharsets.ISO_8859_1
                .decode(buffer.slice(0, Math.min(4, buffer.remaining())))
                .toString();
        return start.startsWith("PD94") || start.startsWith("PFZv");
    }

    private static Decision<Bytes> base64(String written, String name) {
        try {
            byte[] bytes = Base64.getDecoder().decode(CharMatcher.whitespace().removeFrom(written));
            if (bytes.length > 0) {
                return Decision.accepted(Bytes.copyOf(ByteBuffer.wrap(bytes)));
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below, like nothing at all.
        }
        return Decision.refused(Refusal.of(
                EVoucherReasons.NOT_BASE64, Facts.of("name", text(name)).and("part", EVoucherReasons.ENVELOPE)));
    }

    private static ImmutableList<EVoucherSeal> seals(
            Map<String, XmlElement> parts, String list, String item, ImmutableList.Builder<Refusal> refusals) {
        XmlElement all = parts.get(list);
        if (all == null) {
            return ImmutableList.of();
        }
        if (!all.text().isBlank() || !all.attributes().isEmpty()) {
            refusals.add(EVoucherLayouts.unexpected(all.text().strip(), list, all.line(), ImmutableSet.of(item)));
        }
        ImmutableList.Builder<EVoucherSeal> seals = ImmutableList.builder();
        for (XmlElement seal : all.children()) {
            String position = seal.attributes().getOrDefault("No", "");
            boolean isKnown = seal.name().equals(item)
                    && seal.children().isEmpty()
                    && ImmutableSet.of("No", "SN").containsAll(seal.attributes().keySet());
            if (!isKnown || position.isBlank()) {
                refusals.add(EVoucherLayouts.unexpected(
                        seal.name() + " " + seal.attributes().keySet(),
                        list,
                        seal.line(),
                        ImmutableSet.of(item + " [No, SN]")));
            } else {
                String certificate = seal.attributes().getOrDefault("SN", "");
                base64(seal.text(), item)
                        .match(
                                yes -> seals.add(new EVoucherSeal(position, certificate, yes.value())),
                                no -> refusals.addAll(no.refusals()));
            }
        }
        return seals.build();
    }

    static ImmutableList<Refusal> onlyText(XmlElement element, String where) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        element.children()
                .forEach(child -> refusals.add(EVoucherLayouts.unexpected(
                        child.name(), where + " " + element.name(), child.line(), ImmutableSet.of())));
        element.attributes()
                .keySet()
                .forEach(name -> refusals.add(EVoucherLayouts.unexpected(
                        name, where + " " + element.name(), element.line(), ImmutableSet.of())));
        return refusals.build();
    }

    static Refusal twice(String name, String where) {
        return Refusal.of(EVoucherReasons.TWICE, Facts.of("name", text(name)).and("where", text(where)));
    }

    private static String attribute(XmlElement body, String name) {
        return body.attributes().getOrDefault(name, "");
    }

    private static String textOf(Map<String, XmlElement> parts, String name) {
        XmlElement part = parts.get(name);
        return part == null ? "" : part.text();
    }

    /** A text that may be left out; whoever leaves it blank leaves it out. */
    private static String optional(Map<String, XmlElement> parts, String name) {
        String value = textOf(parts, name);
        return value.isBlank() ? "" : value;
    }
}
