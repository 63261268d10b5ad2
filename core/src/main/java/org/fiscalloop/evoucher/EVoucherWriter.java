package org.fiscalloop.evoucher;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Base64;
import java.util.stream.Stream;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.signature.SignedContent;

/**
 * The writer of messages: the same bytes for the same vouchers, in every machine. It writes nothing that its reader would
 * refuse.
 */
public final class EVoucherWriter {
    private final EVoucherLayouts layouts;
    private final VoucherEncoding encoding;

    /** A writer of vouchers with these fields, envelope and content in one encoding. */
    public EVoucherWriter(EVoucherLayouts layouts, VoucherEncoding encoding) {
        this.layouts = layouts;
        this.encoding = encoding;
    }

    /** What of a voucher is signed and stamped: the bytes of its content as they will stand in the message. */
    public Decision<SignedContent> content(EVoucher voucher) {
        ImmutableList<Refusal> wrong = wrong(voucher);
        return wrong.isEmpty()
                ? readable(bytes(voucher.body()), EVoucherReasons.CONTENT)
                        .map(bytes -> new SignedContent(form(voucher.type()), bytes))
                : new Decision.Refused<>(wrong);
    }

    /** The message of some vouchers, at least one; refused if one of them cannot be written as it is. */
    public Decision<Bytes> write(ImmutableList<EVoucher> vouchers) {
        ImmutableList<Refusal> wrong = vouchers.isEmpty()
                ? ImmutableList.of(EVoucherLayouts.missing("VoucherBody", "凭证", "MOF"))
                : vouchers.stream().flatMap(voucher -> wrong(voucher).stream()).collect(toImmutableList());
        if (!wrong.isEmpty()) {
            return new Decision.Refused<>(wrong);
        }
        XmlText out = new XmlText(encoding).open("MOF").element("VoucherCount", Integer.toString(vouchers.size()));
        vouchers.forEach(voucher -> write(voucher, out));
        return readable(encoding.encode(out.close("MOF").toString()), EVoucherReasons.ENVELOPE);
    }

    private static Decision<Bytes> readable(Bytes bytes, Fact part) {
        return bytes.length() > EVoucherReader.MOST_BYTES
                ? Decision.refused(EVoucherReader.tooLarge(bytes.length(), part))
                : Decision.accepted(bytes);
    }

    static String form(EVoucherType type) {
        return "evoucher-" + type.code();
    }

    private void write(EVoucher voucher, XmlText out) {
        out.open(
                "VoucherBody",
                "AdmDivCode",
                voucher.division(),
                "StYear",
                Integer.toString(voucher.year()),
                "VtCode",
                voucher.type().code(),
                "VoucherNo",
                voucher.number());
        out.element("VoucherFlag", voucher.flag().code());
        if (!voucher.returnReason().isEmpty()) {
            out.element("Return_Reason", voucher.returnReason());
        }
        if (!voucher.attach().isEmpty()) {
            out.element("Attach", voucher.attach());
        }
        out.element("Voucher", base64(bytes(voucher.body())));
        write("SignStampList", "Stamp", voucher.stamps(), out);
        write("SignatureList", "Signature", voucher.signatures(), out);
        out.close("VoucherBody");
    }

    private static void write(String list, String item, ImmutableList<EVoucherSeal> seals, XmlText out) {
        if (!seals.isEmpty()) {
            out.open(list);
            for (EVoucherSeal seal : seals) {
                if (seal.certificate().isEmpty()) {
                    out.open(item, "No", seal.position());
                } else {
                    out.open(item, "No", seal.position(), "SN", seal.certificate());
                }
                out.text(base64(seal.value())).close(item);
            }
            out.close(list);
        }
    }

    private static String base64(Bytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The fields in the order of the table, whatever the order in which they were given. */
    private Bytes bytes(EVoucherBody body) {
        EVoucherLayouts.Layout layout = layouts.of(body.type());
        XmlText out = new XmlText(encoding).open("Voucher");
        write(body.head(), layout.head().keySet(), out);
        if (!body.details().isEmpty()) {
            out.open("DetailList");
            for (ImmutableMap<String, String> detail : body.details()) {
                out.open("Detail");
                write(detail, layout.detail().keySet(), out);
                out.close("Detail");
            }
            out.close("DetailList");
        }
        return encoding.encode(out.close("Voucher").toString());
    }

    private static void write(ImmutableMap<String, String> fields, ImmutableSet<String> names, XmlText out) {
        for (String name : names) {
            String value = fields.get(name);
            if (value != null) {
                out.element(name, value);
            }
        }
    }

    /** What stands in the way: what the table says, and what could not be read again as it was. */
    private ImmutableList<Refusal> wrong(EVoucher voucher) {
        ImmutableList.Builder<Refusal> wrong = ImmutableList.builder();
        wrong.addAll(layouts.check(voucher));
        if (!voucher.division().matches("[0-9]{6}")) {
            wrong.add(EVoucherLayouts.value("AdmDivCode", "VoucherBody", voucher.division(), "6 digits"));
        }
        if (voucher.year() < 1000 || voucher.year() > 9999) {
            wrong.add(EVoucherLayouts.value("StYear", "VoucherBody", Integer.toString(voucher.year()), "4 digits"));
        }
        ImmutableMap.of("Return_Reason", voucher.returnReason(), "Attach", voucher.attach())
                .forEach((name, value) -> {
                    wrong.addAll(unwritable(name, value, EVoucherReasons.ENVELOPE));
                    if (!value.isEmpty() && value.isBlank()) {
                        wrong.add(EVoucherLayouts.value(name, "VoucherBody", value, "blank or something"));
                    }
                });
        wrong.addAll(unwritable("VoucherNo", voucher.number(), EVoucherReasons.ENVELOPE));
        Stream.concat(voucher.signatures().stream(), voucher.stamps().stream())
                .flatMap(seal -> Stream.of(seal.position(), seal.certificate()))
                .forEach(value -> wrong.addAll(unwritable("No, SN", value, EVoucherReasons.ENVELOPE)));
        Stream.concat(Stream.of(voucher.body().head()), voucher.body().details().stream())
                .forEach(fields -> fields.forEach((name, value) -> {
                    wrong.addAll(unwritable(name, value, EVoucherReasons.CONTENT));
                    if (XmlText.isEscaped(value)) {
                        wrong.add(Refusal.of(
                                EVoucherReasons.ESCAPED_TWICE,
                                Facts.of("name", text(name))
                                        .and("part", EVoucherReasons.CONTENT)
                                        .and("given", text(value))));
                    }
                }));
        return wrong.build();
    }

    private ImmutableList<Refusal> unwritable(String name, String value, Fact part) {
        ImmutableList<String> characters = ImmutableSet.<String>builder()
                .addAll(XmlText.forbidden(value))
                .addAll(encoding.unwritable(value))
                .build()
                .asList();
        return characters.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(encoding.refusal(
                        characters, Fact.text(name + " of " + part.text(), part.textZh() + " " + name)));
    }
}
