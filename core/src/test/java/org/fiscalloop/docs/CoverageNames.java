package org.fiscalloop.docs;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.closing.ClosingRule;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.evoucher.EVoucherType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.Rulebook;

/** Every name that {@code docs/coverage.md} may link to, and where it leads to from there. */
final class CoverageNames {
    private static final Path ROOT = Path.of("..");
    private static final Pattern ITEM = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern METHOD = Pattern.compile("(?:void|boolean) (\\w+_\\w+)\\(");
    private static final Pattern STATUTORY = Pattern.compile("(?:IND|T|U)-\\d+");

    private final Map<String, String> links = new TreeMap<>();

    private CoverageNames() {}

    /** What a rulebook, its pages and the sources name; what comes first keeps a name. */
    static ImmutableMap<String, String> of(Rulebook rulebook) throws IOException {
        CoverageNames names = new CoverageNames();
        names.rules(rulebook);
        names.files();
        return ImmutableMap.copyOf(names.links);
    }

    /** The number of a posting or closing rule of the three statutory ledgers, such as {@code T-03}, where it is one. */
    static Stream<String> statutory(Rulebook rulebook) {
        return Stream.concat(
                        rulebook.accounting().rules().stream().map(PostingRule::id),
                        rulebook.closing().rules().stream().map(ClosingRule::id))
                .map(STATUTORY::matcher)
                .filter(number -> number.lookingAt())
                .map(number -> number.group());
    }

    private void rules(Rulebook rulebook) {
        for (LimitRule limit : rulebook.limits()) {
            put(limit.code(), "reference/limits.md");
        }
        for (Flow flow : LoopFlow.ALL.all()) {
            for (DocumentType<?, ?, ?> type : flow.documents()) {
                put(type.kind().code(), "reference/lifecycles.md#" + type.kind().code());
            }
            for (PostingKey posting : flow.postings()) {
                put(posting.name(), "reference/postings.md#" + posting.name());
            }
        }
        for (Reason reason : LoopFlow.ALL.reasons().all()) {
            put(reason.code(), "reference/refusals.md#" + CoverageTest.anchor(reason.code()));
        }
        rulebook.accounting().measures().keySet().forEach(code -> put(code, "reference/limits.md#measures"));
        rulebook.accounting().rules().stream()
                .map(PostingRule::id)
                .map(STATUTORY::matcher)
                .filter(number -> number.lookingAt())
                .forEach(number -> put(number.group(), "reference/postings.md#rules"));
        statutory(rulebook).forEach(number -> put(number, "reference/closings.md"));
        for (EVoucherType type : EVoucherType.values()) {
            put(type.code(), "reference/evouchers.md");
        }
        ITEM.matcher(new OverlayPage(rulebook, new Javadoc()).print())
                .results()
                .forEach(item -> put(item.group(1), "reference/overlay.md"));
    }

    private void files() throws IOException {
        for (Path file : below("core/src/main/java", ".java")) {
            put(stem(file), link(file));
        }
        for (Path scenario : below("examples/scenarios/cases", ".json")) {
            put(stem(scenario), link(scenario));
        }
        for (Path file : Stream.concat(
                        below("core/src/test/java", ".java").stream(), below("examples", "Test.java").stream())
                .collect(toImmutableList())) {
            String test = stem(file);
            put(test, link(file));
            METHOD.matcher(Files.readString(file))
                    .results()
                    .forEach(method -> put(test + "." + method.group(1), link(file)));
        }
    }

    private void put(String name, String link) {
        links.putIfAbsent(name, link);
    }

    private static ImmutableList<Path> below(String folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .filter(file -> !file.toString().contains("target"))
                    .sorted()
                    .collect(toImmutableList());
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static String link(Path file) {
        return file.toString().replace('\\', '/');
    }
}
