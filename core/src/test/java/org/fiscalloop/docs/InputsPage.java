package org.fiscalloop.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingDuty;
import org.fiscalloop.asset.AssetDuty;
import org.fiscalloop.debt.DebtDuty;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Row;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.LoopShapes;
import org.fiscalloop.payment.PaymentDuty;
import org.fiscalloop.revenue.RevenueDuty;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.settlement.SettlementDuty;
import org.fiscalloop.temporary.TemporaryDuty;

/** The page of what may be asked and told. */
final class InputsPage {
    private static final String HEAD = """

            A command or notice is an envelope around a body. In JSON a body names its `type` first; the fields below follow.

            | type | what is written | unit |
            | --- | --- | --- |
            | amount in yuan | a decimal in quotes with at most two decimals, `"12000.00"` | yuan |
            | yuan by year | amounts by fiscal year, `{"2024": "12000.00"}` | yuan |
            | date | a day in quotes, `"2024-03-01"` | |
            | month like 2024-03 | a month in quotes | |
            | whole number | a number | |
            | decimal, decimal number | a decimal in quotes | a price in yuan, a quantity in the unit its standard names, a foreign amount in its currency, a rate in yuan for one unit of it |
            | text, agency, agency code, project, division, duty | a word in quotes; a division has 9 digits | |
            | true or false | the bare word | |
            | id of … | the value of the id in quotes, `"ZB-1"`: 1 to 64 printable characters without spaces; what it is stands with the acts on the kind of document, see [act](#act) | |
            | id of … or … | kind and value with a colon between, `"allotment:ZB-1"` | |
            | one of … | one of the words, in quotes; see [Words](#words) | |
            | list of, set of, evidence | a list; so an optional evidence is a list that may be left out | |
            | map of | fields by name | |
            | optional … | what may be left out; `null` is refused | |
            """;

    /** Duties that no person is appointed to. */
    private static final ImmutableSet<Duty> NOT_OF_PEOPLE = ImmutableSet.of(
            PaymentDuty.BANK,
            RevenueDuty.TREASURY,
            DebtDuty.TREASURY,
            AssetDuty.BANK,
            TemporaryDuty.TREASURY,
            SettlementDuty.LOOP,
            AccountingDuty.LOOP,
            new Duty("notice.loop"));

    /** What happens to a request only with the voucher that takes it up: {@code payment.not-by-itself}. */
    private static final ImmutableSet<String> WITH_VOUCHER =
            ImmutableSet.of("payment-request VOUCHER", "payment-request RELEASE");

    private final RulesInForce rules;
    private final Javadoc javadoc;
    private final Forms forms;

    InputsPage(RulesInForce rules, Javadoc javadoc) {
        this.rules = rules;
        this.javadoc = javadoc;
        this.forms = new Forms(
                ImmutableList.<Shape<?>>builder()
                        .addAll(InputJson.COMMANDS)
                        .addAll(InputJson.NOTICES)
                        .build(),
                javadoc);
    }

    String print() {
        StringBuilder page =
                ReferencePages.begin("Commands and notices", "命令与通知").append(HEAD);
        envelope(page, "command", InputJson.COMMAND);
        envelope(page, "notice", InputJson.NOTICE);
        for (Flow flow : LoopFlow.ALL.all()) {
            for (CommandType<?> command : flow.commands()) {
                section(page, command.shape().name(), command.shape());
                page.append("\nAction ")
                        .append(command.action())
                        .append(" on the kind of document ")
                        .append(command.kind().code())
                        .append(".\n");
            }
            for (NoticeType<?> notice : flow.notices()) {
                section(page, notice.shape().name() + " (notice)", notice.shape());
            }
        }
        acts(page);
        return page.append("\n## Forms\n").append(forms.sections()).toString();
    }

    private void envelope(StringBuilder page, String name, Shape<?> shape) {
        page.append("\n## The envelope of a ")
                .append(name)
                .append("\n\n| field | type | meaning |\n| --- | --- | --- |\n");
        shape.fields().stream()
                .filter(field -> !field.name().equals("body"))
                .forEach(field ->
                        ReferencePages.row(page, field.name(), forms.type(field), forms.meaning(shape, field)));
        ReferencePages.row(page, "body", "the " + name + " itself: `type` and its fields", javadoc.of(shape, "body"));
    }

    private void section(StringBuilder page, String title, Shape<?> shape) {
        page.append("\n## ").append(title).append("\n\n");
        forms.table(page, shape);
    }

    private void acts(StringBuilder page) {
        section(page, "act", LoopShapes.ACT);
        page.append(
                "\nAn act asks for an action that has no content of its own. Which ones there are, by kind of document:\n");
        for (Flow flow : LoopFlow.ALL.all()) {
            for (DocumentType<?, ?, ?> type : flow.documents()) {
                acts(page, type.kind().code(), type);
            }
        }
    }

    private void acts(StringBuilder page, String kind, DocumentType<?, ?, ?> type) {
        Lifecycle<?, ?> lifecycle = type.lifecycle().apply(rules);
        Map<String, ImmutableList<Row<?, ?>>> byAction = new LinkedHashMap<>();
        for (Row<?, ?> row : lifecycle.rows()) {
            byAction.merge(
                    row.action().name(),
                    ImmutableList.of(row),
                    (some, more) -> ImmutableList.<Row<?, ?>>builder()
                            .addAll(some)
                            .addAll(more)
                            .build());
        }
        String id = javadoc.of(type.kind().type().getCanonicalName(), "KIND");
        page.append("\n### act on ").append(kind).append("\n\n");
        page.append(id.replaceFirst("^The kind of document; t", "T")).append("\n\n");
        page.append("| action | in state | duty | asked by |\n| --- | --- | --- | --- |\n");
        byAction.forEach((action, rows) -> ReferencePages.row(
                page,
                action,
                String.join(
                        ", ",
                        rows.stream()
                                .map(row -> row.from().map(Enum::name).orElse("(new)"))
                                .distinct()
                                .toList()),
                String.join(", ", rows.stream().map(InputsPage::duty).distinct().toList()),
                askedBy(type, action, rows)));
    }

    private static String duty(Row<?, ?> row) {
        return row.duty().map(Duty::code).orElse(row.kind() == Row.Kind.WITHDRAW ? "of the act undone" : "of the post");
    }

    private static String askedBy(DocumentType<?, ?, ?> type, String action, ImmutableList<Row<?, ?>> rows) {
        Optional<CommandType<?>> command = LoopFlow.ALL.commandFor(type.kind(), action);
        if (command.isPresent()) {
            String name = command.get().shape().name();
            return "the command [" + name + "](#" + name + ")"
                    + (LoopFlow.ALL.isAskedByAct(type.kind(), action) ? ", or `act`" : "");
        }
        boolean isNobodys = rows.stream()
                .allMatch(row -> row.from().isEmpty()
                        || row.duty().filter(NOT_OF_PEOPLE::contains).isPresent());
        if (isNobodys) {
            return "nobody: a notice or the loop itself";
        }
        return WITH_VOUCHER.contains(type.kind().code() + " " + action) ? "nobody: its voucher" : "`act`";
    }
}
