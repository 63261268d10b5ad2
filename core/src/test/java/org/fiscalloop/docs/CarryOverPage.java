package org.fiscalloop.docs;

import static org.fiscalloop.docs.ReferencePages.row;
import static org.fiscalloop.docs.ReferencePages.source;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOverRules;
import org.fiscalloop.carryover.CarryRule;

/** The page of what becomes of what is left of a year: the rows in their order, and where goes what lapses. */
final class CarryOverPage {
    private final CarryOverRules rules;

    CarryOverPage(CarryOverRules rules) {
        this.rules = rules;
    }

    String print(StringBuilder page) {
        page.append(
                        "\nThe rows are asked in their order; the first whose conditions all hold decides. A condition names a ")
                .append("question with the answers that it is for, or an element with how its codes begin.\n\n")
                .append(
                        "| rule | title | 中文 | conditions | becomes | source |\n| --- | --- | --- | --- | --- | --- |\n");
        for (CarryRule rule : rules.treatments()) {
            row(
                    page,
                    rule.code(),
                    rule.title(),
                    rule.titleZh(),
                    Stream.of(rule.facts(), rule.codes())
                            .flatMap(conditions -> printed(conditions))
                            .collect(Collectors.joining(", ")),
                    rule.treatment(),
                    source(rule.source()));
        }
        page.append("\n## Where goes what lapses\n\nBy the book of its fund.\n\n")
                .append("| book | goes to | source |\n| --- | --- | --- |\n");
        rules.recoveries()
                .rows()
                .forEach(row -> row(
                        page,
                        String.join(", ", row.cells()),
                        row.answer().recovery(),
                        source(row.answer().source())));
        return page.toString();
    }

    private static Stream<String> printed(ImmutableMap<String, ImmutableSet<String>> conditions) {
        return conditions.entrySet().stream()
                .map(condition -> condition.getKey() + ": " + String.join(" ", condition.getValue()));
    }
}
