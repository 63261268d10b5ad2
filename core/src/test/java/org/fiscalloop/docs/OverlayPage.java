package org.fiscalloop.docs;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.OverlayJson;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Provenance;
import org.fiscalloop.rulebook.Rulebook;
import org.fiscalloop.rulebook.RulebookShapes;

/** The page of what an overlay may set. */
final class OverlayPage {
    private static final ImmutableSet<String> OWN = ImmutableSet.of("title", "fiscalYear", "validFrom", "provenance");
    private static final ImmutableList<String> NAMING = ImmutableList.of("code", "id", "name", "key", "reason");
    private static final int SHOWN = 6;
    private static final String HEAD = """

            An overlay is what a province, city or county has otherwise than the level above. `RuleTimeline.with(overlay)` lays it; in
            JSON (`OverlayJson`) it has these fields:

            | field | what |
            | --- | --- |
            | `owner` | the division it is of, 9 digits: it holds there and in the divisions below |
            | `title` | what it is called |
            | `fiscalYear` | the fiscal year whose national rulebook it lies over |
            | `validFrom` | the first day on which it is in force |
            | `changes` | the items it sets, in order: each a `path`, the `value`, its `source` (`citation`, and `certainty`: one of CERTAIN, UNCERTAIN, OWN), and `locked` if the levels below may not change it |

            A path is names with slashes between. An item of a list is named by its code, id, name, key or prefix: an account by the code it
            has, `accounting/charts/agency/accounts/1001/code`, a limit by the code of its reason. An entry of a map is named by its
            key: `payment/severities/payment.own-account`. An item that is not there yet is added, with all its fields: a name that
            is misspelt is such an item, and refused for the fields it lacks. The value takes the form that stands beside the path;
            a whole list or map may be set as well as one item of it.

            An overlay is refused, and nothing of it is laid, if its owner is no division (`rulebook.unknown-division`), its year has
            no national rules (`rulebook.no-national-rules`), it touches what an upper level has locked (`rulebook.locked`), or the
            result is no rulebook (`rulebook.not-valid`); see [refusals.md](refusals.md). Title, fiscal year and first day of a
            rulebook are no items.
            """;

    private final Rulebook rulebook;
    private final Forms forms;
    private final ImmutableMap<String, String> meanings = meanings();

    OverlayPage(Rulebook rulebook, Javadoc javadoc) {
        this.rulebook = rulebook;
        this.forms = new Forms(
                packages().stream().flatMap(field -> field.parts().stream()).collect(toImmutableList()), javadoc);
    }

    private static ImmutableList<Field<Rulebook, ?>> packages() {
        return RulebookShapes.RULEBOOK.fields().stream()
                .filter(field -> !OWN.contains(field.name()))
                .collect(toImmutableList());
    }

    String print() {
        StringBuilder page = ReferencePages.begin("Overlays", "地方规则").append(HEAD);
        page.append("\n## An overlay\n\n```json\n")
                .append(OverlayJson.write(CityRules.overlay()))
                .append("\n```\n\n## Locked\n\n| path | locked by | source |\n| --- | --- | --- |\n");
        rulebook.provenance().forEach((path, item) -> {
            if (item.locked()) {
                ReferencePages.row(page, path, owner(item), ReferencePages.source(item.source()));
            }
        });
        page.append(
                "\n## Paths\n\n| path | what | type | national value | locked |\n| --- | --- | --- | --- | --- |\n");
        Tree.Fields values = RulebookShapes.RULEBOOK.toTree(rulebook);
        for (Field<Rulebook, ?> field : packages()) {
            rows(page, field.name(), field.parts().get(0), (Tree.Fields)
                    values.find(field.name()).orElseThrow());
        }
        return page.append("\n## Forms\n").append(forms.sections()).toString();
    }

    private void rows(StringBuilder page, String above, Shape<?> shape, Tree.Fields values) {
        for (Field<?, ?> field : shape.fields()) {
            String path = above + "/" + field.name();
            Tree value = values.find(field.name()).orElse(Tree.fields(ImmutableList.of()));
            if (path.equals("masterdata/elements")) {
                rows(page, path, field.parts().get(0), (Tree.Fields) value);
            } else {
                ReferencePages.row(
                        page, "`" + path + "`", meaning(path), forms.type(field), shown(field, value), locked(path));
            }
        }
    }

    private String locked(String path) {
        return rulebook.provenance().entrySet().stream()
                .filter(item -> item.getValue().locked() && isWithin(item.getKey(), path))
                .map(item ->
                        item.getKey().substring(path.length()).replaceFirst("^/", "") + " by " + owner(item.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isWithin(String path, String ancestor) {
        return path.equals(ancestor) || path.startsWith(ancestor + "/");
    }

    private static String owner(Provenance item) {
        return item.owner().isEmpty() ? "the nation" : item.owner();
    }

    /** The value in short: a word, or how many items there are and the names of the first. */
    private static String shown(Field<?, ?> field, Tree value) {
        if (field.parts().stream().anyMatch(part -> field.type().describe().equals(part.name()))) {
            return label(value);
        }
        return value.match(
                text -> text.value(),
                items -> some(items.items().stream().map(OverlayPage::label).collect(toImmutableList())),
                fields -> some(fields.members().stream()
                        .map(member ->
                                member.name() + (member.value() instanceof Tree.Text text ? " = " + text.value() : ""))
                        .collect(toImmutableList())));
    }

    private static String some(ImmutableList<String> names) {
        String first = String.join(", ", names.subList(0, Math.min(SHOWN, names.size())));
        return names.isEmpty() ? "none" : names.size() <= SHOWN ? first : first + ", … (" + names.size() + ")";
    }

    private static String label(Tree item) {
        return item.match(
                text -> text.value(),
                items -> "a list",
                fields -> NAMING.stream()
                        .flatMap(name -> fields.find(name).stream())
                        .findFirst()
                        .map(OverlayPage::label)
                        .orElseGet(() -> fields.members().stream()
                                .limit(2)
                                .map(member -> label(member.value()))
                                .collect(Collectors.joining(" "))));
    }

    private String meaning(String path) {
        String meaning = meanings.get(path.substring(path.indexOf('/') + 1));
        String whole = meanings.getOrDefault(path, meaning);
        if (whole == null) {
            throw new IllegalStateException("overlay.txt does not say what " + path + " is");
        }
        return whole;
    }

    private static ImmutableMap<String, String> meanings() {
        try {
            Map<String, String> read =
                    Resources.readLines(Resources.getResource(OverlayPage.class, "overlay.txt"), StandardCharsets.UTF_8)
                            .stream()
                            .map(Splitter.on(": ").limit(2)::splitToList)
                            .collect(Collectors.toMap(line -> line.get(0), line -> line.get(1)));
            return ImmutableMap.copyOf(read);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
