package org.fiscalloop.evoucher;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;

/**
 * The reader of the content of one voucher.
 *
 * @param type its type
 * @param layout which fields there may be
 */
record BodyReader(EVoucherType type, EVoucherLayouts.Layout layout) {
    /** The fields, refused where there is anything else. */
    Decision<EVoucherBody> read(XmlElement root) {
        ImmutableList.Builder<Refusal> refusals = ImmutableList.builder();
        if (!root.name().equals("Voucher") || !root.attributes().isEmpty()) {
            return Decision.refused(EVoucherLayouts.unexpected(
                    root.name() + " " + root.attributes().keySet(), "/", root.line(), ImmutableSet.of("Voucher []")));
        }
        String where = type.code();
        ImmutableList.Builder<ImmutableMap<String, String>> details = ImmutableList.builder();
        ImmutableList.Builder<XmlElement> head = ImmutableList.builder();
        for (XmlElement child : root.children()) {
            if (!child.name().equals("DetailList")) {
                head.add(child);
                continue;
            }
            for (XmlElement detail : child.children()) {
                if (detail.name().equals("Detail") && detail.attributes().isEmpty()) {
                    details.add(fields(detail.children(), layout.detail(), where + " Detail", refusals));
                } else {
                    refusals.add(EVoucherLayouts.unexpected(
                            detail.name(), where + " DetailList", detail.line(), ImmutableSet.of("Detail")));
                }
            }
            strayText(child, where + " DetailList", refusals);
        }
        strayText(root, where, refusals);
        ImmutableMap<String, String> fields = fields(head.build(), layout.head(), where, refusals);
        ImmutableList<Refusal> wrong = refusals.build();
        return wrong.isEmpty()
                ? Decision.accepted(new EVoucherBody(type, fields, details.build()))
                : new Decision.Refused<>(wrong);
    }

    private static void strayText(XmlElement element, String where, ImmutableList.Builder<Refusal> refusals) {
        if (!element.text().isBlank()) {
            refusals.add(EVoucherLayouts.unexpected(element.text().strip(), where, element.line(), ImmutableSet.of()));
        }
    }

    /** The fields that are there, in the order of the table. */
    private static ImmutableMap<String, String> fields(
            ImmutableList<XmlElement> elements,
            ImmutableMap<String, EVoucherField> layout,
            String where,
            ImmutableList.Builder<Refusal> refusals) {
        Map<String, String> found = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        for (XmlElement element : elements) {
            String name = element.name();
            if (!layout.containsKey(name)) {
                refusals.add(EVoucherLayouts.unexpected(name, where, element.line(), layout.keySet()));
                continue;
            }
            refusals.addAll(EVoucherReader.onlyText(element, where));
            if (!names.add(name)) {
                refusals.add(EVoucherReader.twice(name, where));
            } else if (XmlText.isEscaped(element.text())) {
                refusals.add(EVoucherReader.escapedTwice(name, EVoucherReasons.CONTENT, element.text()));
            } else if (!element.text().isBlank()) {
                found.put(name, element.text());
            }
        }
        ImmutableMap.Builder<String, String> ordered = ImmutableMap.builder();
        layout.keySet().forEach(name -> {
            String value = found.get(name);
            if (value != null) {
                ordered.put(name, value);
            }
        });
        return ordered.buildOrThrow();
    }
}
