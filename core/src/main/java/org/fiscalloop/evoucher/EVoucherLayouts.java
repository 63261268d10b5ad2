package org.fiscalloop.evoucher;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.base.Ascii;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.masterdata.Csv;
import org.fiscalloop.money.AmountException;
import org.fiscalloop.money.Fen;

/**
 * Which fields each type of voucher has (凭证字段表): a table, to which a place adds its own rows.
 *
 * @param byType the fields of each type, in the order in which they are written
 */
public record EVoucherLayouts(ImmutableMap<EVoucherType, Layout> byType) {
    /** The first line of a table. */
    public static final String HEADER = "types,part,name,chinese,required,kind,length,adds_up_to,certainty";

    private static final ImmutableMap<String, EVoucherField.Presence> PRESENCES = ImmutableMap.of(
            "yes", EVoucherField.Presence.REQUIRED,
            "receipt", EVoucherField.Presence.IN_RECEIPTS,
            "no", EVoucherField.Presence.OPTIONAL);

    /** The fields that the library knows of. */
    public static final EVoucherLayouts NATIONAL =
            new EVoucherLayouts(ImmutableMap.of()).and(Csv.resource(EVoucherLayouts.class, "fields.csv"));

    /**
     * The fields of one type.
     *
     * @param head those of the head, by name
     * @param detail those of every detail, by name
     */
    public record Layout(ImmutableMap<String, EVoucherField> head, ImmutableMap<String, EVoucherField> detail) {}

    /**
     * These fields and those of another table, which come after them. A field that there is already is put in the place of
     * the one there was: so a place requires what others do not.
     *
     * @param csv a first line as {@link #HEADER} and a row a line: {@code types} have {@code +} between, {@code part} is
     *     {@code head} or {@code detail}, {@code required} is {@code yes}, {@code receipt} or {@code no}
     * @throws IllegalArgumentException if it is not such a table
     */
    public EVoucherLayouts and(String csv) {
        Map<EVoucherType, Map<String, EVoucherField>> heads = new EnumMap<>(EVoucherType.class);
        Map<EVoucherType, Map<String, EVoucherField>> details = new EnumMap<>(EVoucherType.class);
        for (EVoucherType type : EVoucherType.values()) {
            heads.put(type, new LinkedHashMap<>(of(type).head()));
            details.put(type, new LinkedHashMap<>(of(type).detail()));
        }
        for (Csv.Row row : rows(csv)) {
            EVoucherField field = field(row);
            Map<EVoucherType, Map<String, EVoucherField>> part = switch (row.text("part")) {
                case "head" -> heads;
                case "detail" -> details;
                default -> throw new IllegalArgumentException("part must be head or detail: " + row.fields());
            };
            for (String code : Splitter.on('+').split(row.text("types"))) {
                EVoucherType type = EVoucherType.of(code)
                        .orElseThrow(() -> new IllegalArgumentException("no type has the code " + code));
                part.getOrDefault(type, new LinkedHashMap<>()).put(field.name(), field);
            }
        }
        ImmutableMap.Builder<EVoucherType, Layout> all = ImmutableMap.builder();
        heads.forEach((type, head) -> all.put(
                type,
                new Layout(ImmutableMap.copyOf(head), ImmutableMap.copyOf(details.getOrDefault(type, Map.of())))));
        return new EVoucherLayouts(all.buildOrThrow());
    }

    private static ImmutableList<Csv.Row> rows(String csv) {
        ImmutableList<String> lines = csv.lines().collect(toImmutableList());
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IllegalArgumentException("the first line must be " + HEADER);
        }
        ImmutableList<String> columns = Csv.columns(HEADER);
        return lines.stream().skip(1).map(line -> Csv.Row.of(columns, line)).collect(toImmutableList());
    }

    private static EVoucherField field(Csv.Row row) {
        EVoucherField.Presence presence = PRESENCES.get(row.text("required"));
        if (presence == null) {
            throw new IllegalArgumentException("required must be one of " + PRESENCES.keySet() + ": " + row.fields());
        }
        return new EVoucherField(
                row.text("name"),
                row.text("chinese"),
                presence,
                EVoucherField.Kind.valueOf(Ascii.toUpperCase(row.text("kind"))),
                Integer.parseInt(row.text("length")),
                row.text("adds_up_to"),
                Certainty.valueOf(Ascii.toUpperCase(row.text("certainty"))));
    }

    /** The fields of a type; none where no table has a row of it. */
    public Layout of(EVoucherType type) {
        return byType.getOrDefault(type, new Layout(ImmutableMap.of(), ImmutableMap.of()));
    }

    /** What is wrong with a voucher by this table, in the order of the fields; nothing if it may be written. */
    public ImmutableList<Refusal> check(EVoucher voucher) {
        Layout layout = of(voucher.type());
        EVoucherBody body = voucher.body();
        String where = voucher.type().code() + " " + voucher.number();
        boolean isDone = voucher.flag() == EVoucherFlag.RECEIPT && !voucher.isReturned();
        ImmutableList.Builder<Refusal> wrong = ImmutableList.builder();
        wrong.addAll(check(body.head(), layout.head(), where, isDone));
        for (int i = 0; i < body.details().size(); i++) {
            wrong.addAll(check(body.details().get(i), layout.detail(), where + " Detail " + (i + 1), isDone));
        }
        wrong.addAll(envelope(voucher));
        ImmutableList<Refusal> single = wrong.build();
        return single.isEmpty() ? sums(voucher, layout) : single;
    }

    private static ImmutableList<Refusal> check(
            ImmutableMap<String, String> fields,
            ImmutableMap<String, EVoucherField> layout,
            String where,
            boolean isDone) {
        ImmutableList.Builder<Refusal> wrong = ImmutableList.builder();
        for (EVoucherField field : layout.values()) {
            String value = fields.get(field.name());
            if (value != null) {
                field.problem(value).ifPresent(allowed -> wrong.add(value(field.name(), where, value, allowed)));
            } else if (field.presence() == EVoucherField.Presence.REQUIRED
                    || (isDone && field.presence() == EVoucherField.Presence.IN_RECEIPTS)) {
                wrong.add(missing(field.name(), field.chinese(), where));
            }
        }
        for (String name : fields.keySet()) {
            if (!layout.containsKey(name)) {
                wrong.add(unexpected(name, where, 0, layout.keySet()));
            }
        }
        return wrong.build();
    }

    /** Inside it says what stands on the envelope. */
    private static ImmutableList<Refusal> envelope(EVoucher voucher) {
        ImmutableList.Builder<Refusal> wrong = ImmutableList.builder();
        ImmutableMap.of(
                        "AdmDivCode", voucher.division(),
                        "StYear", Integer.toString(voucher.year()),
                        "VtCode", voucher.type().code(),
                        "VoucherNo", voucher.number())
                .forEach((name, outside) -> voucher.body()
                        .find(name)
                        .filter(inside -> !inside.equals(outside))
                        .ifPresent(inside -> wrong.add(Refusal.of(
                                EVoucherReasons.ENVELOPE_DIFFERS,
                                Facts.of("name", text(name))
                                        .and("voucher", text(voucher.number()))
                                        .and("given", text(inside))
                                        .and(Refusal.ALLOWED, texts(ImmutableList.of(outside)))))));
        return wrong.build();
    }

    /** The details of a field that is there at all add up to its head. */
    private static ImmutableList<Refusal> sums(EVoucher voucher, Layout layout) {
        ImmutableList.Builder<Refusal> wrong = ImmutableList.builder();
        for (EVoucherField field : layout.detail().values()) {
            String head = voucher.body().text(field.addsUpTo());
            boolean isTold = voucher.body().details().stream().anyMatch(detail -> detail.containsKey(field.name()));
            if (!head.isEmpty() && (isTold || field.presence() == EVoucherField.Presence.REQUIRED)) {
                String sum = sum(voucher.body(), field.name());
                if (!sum.equals(Fen.text(Fen.parse(head)))) {
                    wrong.add(Refusal.of(
                            EVoucherReasons.DETAILS_DIFFER,
                            Facts.of("name", text(field.name()))
                                    .and("voucher", text(voucher.number()))
                                    .and("given", text(sum))
                                    .and(Refusal.ALLOWED, texts(ImmutableList.of(Fen.text(Fen.parse(head)))))));
                }
            }
        }
        return wrong.build();
    }

    private static String sum(EVoucherBody body, String field) {
        ImmutableLongArray.Builder amounts = ImmutableLongArray.builder();
        body.details().forEach(detail -> amounts.add(Fen.parse(detail.getOrDefault(field, "0"))));
        try {
            return Fen.text(Fen.sum(amounts.build()));
        } catch (AmountException tooLarge) {
            return "more than an amount can be";
        }
    }

    static Refusal missing(String name, String chinese, String where) {
        return Refusal.of(
                EVoucherReasons.MISSING,
                Facts.of("name", text(name)).and("chinese", text(chinese)).and("where", text(where)));
    }

    static Refusal value(String name, String where, String given, String allowed) {
        return Refusal.of(
                EVoucherReasons.VALUE,
                Facts.of("name", text(name))
                        .and("where", text(where))
                        .and("given", text(Ascii.truncate(given, SHOWN, "...")))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(allowed))));
    }

    static Refusal unexpected(String name, String where, int line, ImmutableSet<String> allowed) {
        return Refusal.of(
                EVoucherReasons.UNEXPECTED,
                Facts.of("name", text(Ascii.truncate(name, SHOWN, "...")))
                        .and("where", text(where))
                        .and("line", Fact.count(line))
                        .and(Refusal.ALLOWED, texts(allowed)));
    }

    /** How much of a wrong text a refusal repeats. */
    private static final int SHOWN = 64;
}
