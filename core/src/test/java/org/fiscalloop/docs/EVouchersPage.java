package org.fiscalloop.docs;

import static org.fiscalloop.docs.ReferencePages.row;
import static org.fiscalloop.docs.ReferencePages.source;

import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.evoucher.EVoucherField;
import org.fiscalloop.evoucher.EVoucherLayouts;
import org.fiscalloop.evoucher.EVoucherLayouts.Layout;
import org.fiscalloop.evoucher.EVoucherReasons;
import org.fiscalloop.evoucher.EVoucherType;
import org.fiscalloop.evoucher.ReceiptState;
import org.fiscalloop.evoucher.TreasuryState;

/** The fields of electronic vouchers, the states of the other side, and why a message is refused. */
final class EVouchersPage {
    private EVouchersPage() {}

    static String print() {
        StringBuilder page = new StringBuilder("# Electronic vouchers · 电子凭证\n\n")
                .append("Printed from the library's tables; a test fails when this page is stale.\n\n")
                .append(
                        "`required`: yes, in receipts that say what was done, or no. `length`: at most so many characters, the ")
                .append(
                        "library's own bound. `certainty`: that messages have the element under this name. Fields of the ")
                .append("detail that add up to one of the head say so.\n");
        Map<Layout, String> names = new LinkedHashMap<>();
        for (EVoucherType type : EVoucherType.values()) {
            names.merge(
                    EVoucherLayouts.NATIONAL.of(type),
                    type.code() + " " + type.chinese(),
                    (before, more) -> before + ", " + more);
        }
        names.forEach((layout, name) -> {
            page.append("\n## ").append(name).append("\n");
            fields(page, "Head", layout.head());
            fields(page, "Each detail", layout.detail());
        });
        states(page);
        reasons(page);
        return page.toString();
    }

    private static void fields(StringBuilder page, String part, ImmutableMap<String, EVoucherField> fields) {
        page.append("\n").append(part).append(":\n\n");
        page.append("| element | 中文 | required | kind | length | adds up to | certainty |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        fields.values()
                .forEach(field -> row(
                        page,
                        field.name(),
                        field.chinese(),
                        switch (field.presence()) {
                            case REQUIRED -> "yes";
                            case IN_RECEIPTS -> "in receipts";
                            case OPTIONAL -> "no";
                        },
                        field.kind(),
                        field.length(),
                        field.addsUpTo(),
                        field.certainty()));
    }

    private static void states(StringBuilder page) {
        page.append(
                "\n## States at the treasury · 国库凭证状态\n\n| state | 中文 | constant | means |\n| --- | --- | --- | --- |\n");
        for (TreasuryState state : TreasuryState.values()) {
            row(page, state.code(), state.chinese(), state, state.progress());
        }
        page.append("\n## States of receipts · 回单状态\n\n| state | 中文 | constant | means |\n| --- | --- | --- | --- |\n");
        for (ReceiptState state : ReceiptState.values()) {
            row(page, state.code(), state.chinese(), state, state.progress());
        }
    }

    private static void reasons(StringBuilder page) {
        page.append("\n## Refusals · 拒绝原因\n");
        for (Reason reason : EVoucherReasons.ALL.all()) {
            page.append("\n### ").append(reason.code()).append("\n\n");
            page.append(reason.title()).append(" · ").append(reason.titleZh()).append("\n\n");
            page.append("> ")
                    .append(reason.text())
                    .append("\n>\n> ")
                    .append(reason.textZh())
                    .append("\n\n");
            page.append("Source: ").append(source(reason.source())).append("\n");
        }
    }
}
