package org.fiscalloop.examples.scenarios;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.json.InputJson;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Row;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.MasterdataReasons;
import org.fiscalloop.opening.tables.OpeningTable;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/** What a writer of cases looks up: what may be asked and told, and why something is refused. */
final class Reference {
    private static final Splitter WORDS = Splitter.on(CharMatcher.anyOf(".-"));

    private final ImmutableList<RulesInForce> rules;

    /** What the nation's rules of the last year say. */
    Reference() {
        this(RuleTimeline.of(LoopFlow.ALL, ImmutableList.of(NationalRulebook.of(NationalRulebook.LAST_YEAR))));
    }

    /** What these rules say. */
    Reference(RuleTimeline timeline) {
        this.rules = timeline.all();
    }

    /** Every command and notice with its fields, then every act by kind of document. */
    String list() {
        StringBuilder text = new StringBuilder();
        text.append(
                "Commands: a step has type, id, actor, on, the fields below, and possibly budgetYear (where its fiscal year is not that of the case) and expect.\n");
        shapes(text, InputJson.COMMANDS);
        text.append(
                "\nNotices: a step has type, id, on, the fields below, and possibly sender, budgetYear and expect.\n");
        shapes(text, InputJson.NOTICES);
        text.append("\nOpening: a command that is made of tables, each a list of lines and named as its file.\n");
        shapes(text, ImmutableList.of(OwnSteps.OPENING));
        tables(text);
        text.append("""

                Statements: a step has type, id, the fields below, and possibly expect (equal or different). A cell is
                STATEMENT/ROW/COLUMN, or STATEMENT/ROW/CODE/COLUMN where the row goes by codes.
                """);
        shapes(text, ImmutableList.of(OwnSteps.STATEMENTS));
        text.append("\nForms named above:\n");
        shapes(text, parts());
        text.append("\nActs: a step of type act names a document as kind:id and one of these actions.\n");
        for (Flow flow : LoopFlow.ALL.all()) {
            for (DocumentType<?, ?, ?> type : flow.documents()) {
                acts(text, type.kind(), type.lifecycle().apply(rules.get(0)));
            }
        }
        return text.toString();
    }

    /**
     * The forms that commands and notices are made of, each once; one that a form names comes after it. An opening may bring
     * notices, which are listed before.
     */
    private static ImmutableList<Shape<?>> parts() {
        Map<String, Shape<?>> parts = new LinkedHashMap<>();
        Deque<Shape<?>> open = new ArrayDeque<>(InputJson.COMMANDS);
        open.addAll(InputJson.NOTICES);
        open.add(OwnSteps.OPENING);
        while (!open.isEmpty()) {
            for (Shape<?> part : open.remove().parts()) {
                if (parts.put(part.name(), part) == null) {
                    open.add(part);
                }
            }
        }
        InputJson.NOTICES.forEach(notice -> parts.remove(notice.name()));
        return ImmutableList.copyOf(parts.values());
    }

    private static void shapes(StringBuilder text, ImmutableList<? extends Shape<?>> shapes) {
        for (Shape<?> shape : shapes) {
            text.append('\n').append(shape.name()).append('\n');
            shape.fields().stream()
                    .filter(field -> !field.isRetired())
                    .forEach(field -> text.append("  ")
                            .append(field.name())
                            .append(": ")
                            .append(field.type().describe())
                            .append(isMarked(field) ? "" : " (may be left out)")
                            .append('\n'));
        }
    }

    private static void tables(StringBuilder text) {
        for (OpeningTable table : OpeningTable.values()) {
            text.append('\n').append(table.file()).append('\n');
            table.columns()
                    .forEach(column -> text.append("  ")
                            .append(column.name())
                            .append(": ")
                            .append(column.meaning())
                            .append(column.isRequired() ? "" : " (may be left out)")
                            .append('\n'));
        }
    }

    private static boolean isMarked(Field<?, ?> field) {
        return field.isRequired() || field.type().describe().startsWith("optional ");
    }

    private static void acts(StringBuilder text, DocumentKind<?> kind, Lifecycle<?, ?> lifecycle) {
        ImmutableList<? extends Row<?, ?>> rows = lifecycle.rows().stream()
                .filter(row -> row.from().isPresent())
                .filter(row ->
                        LoopFlow.ALL.commandFor(kind, row.action().name()).isEmpty())
                .collect(ImmutableList.toImmutableList());
        if (!rows.isEmpty()) {
            text.append('\n').append(kind.code()).append('\n');
        }
        for (Row<?, ?> row : rows) {
            text.append("  ").append(row.action()).append(": ");
            text.append(row.from().map(Enum::name).orElse("")).append(" -> ").append(row.to());
            text.append(row.duty().map(duty -> ", duty " + duty.code()).orElse(""))
                    .append(", ")
                    .append(row.rule())
                    .append('\n');
        }
    }

    /** A reason with this code, explained; absent if there is none. */
    Optional<String> explain(String code) {
        return Optional.ofNullable(reasons().get(code)).map(Reference::explain);
    }

    /** Whether there is a reason with this code. */
    boolean knows(String code) {
        return reasons().containsKey(code);
    }

    /** What to say of a code that no reason has. */
    String unknown(String code) {
        ImmutableList<String> like = like(code);
        return "no reason has the code " + code + "; "
                + (like.isEmpty() ? "there is none like it" : "like it are " + String.join(", ", like));
    }

    /** The codes that share a word with this one's last part, or are of the same package if none does. */
    private ImmutableList<String> like(String code) {
        ImmutableSet<String> words = ImmutableSet.copyOf(WORDS.split(code.substring(code.lastIndexOf('.') + 1)));
        ImmutableList<String> akin =
                codes(known -> WORDS.splitToStream(known).skip(1).anyMatch(words::contains));
        return akin.isEmpty() ? codes(known -> known.startsWith(code.split("\\.", 2)[0] + ".")) : akin;
    }

    private ImmutableList<String> codes(Predicate<String> wanted) {
        return reasons().keySet().stream().filter(wanted).collect(ImmutableList.toImmutableList());
    }

    private ImmutableSortedMap<String, Reason> reasons() {
        TreeMap<String, Reason> all = new TreeMap<>(MasterdataReasons.ALL.byCode());
        all.putAll(LoopFlow.ALL.reasons().byCode());
        for (RulesInForce each : rules) {
            for (LimitRule limit : each.rulebook().limits()) {
                all.put(limit.code(), limit.reason());
            }
        }
        return ImmutableSortedMap.copyOfSorted(all);
    }

    private static String explain(Reason reason) {
        return ImmutableList.of(
                        reason.code(),
                        reason.title() + " · " + reason.titleZh(),
                        "",
                        reason.text(),
                        reason.textZh(),
                        "",
                        "Source: " + reason.source().citation(),
                        "Certainty: " + reason.source().certainty())
                .stream()
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
