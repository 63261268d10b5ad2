package org.fiscalloop.docs;

import static org.fiscalloop.docs.ReferencePages.row;
import static org.fiscalloop.docs.ReferencePages.source;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.closing.ClosingRule;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.rulebook.Rulebook;

/** The page of the closing rules: what is left of which accounts goes where, in the order in which it is done. */
final class ClosingsPage {
    private final Rulebook rulebook;

    ClosingsPage(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    String print(StringBuilder page) {
        page.append(
                        "\nEach rule takes what the rules above it have left of its accounts, coding block by coding block, and ")
                .append(
                        "gives it to the target under the same block. What is left after the last rule is brought into the ")
                .append("next year.\n");
        for (Chart chart : rulebook.accounting().charts()) {
            ImmutableList<ClosingRule> rules = rulebook.closing().rules().stream()
                    .filter(rule -> rule.ledger().equals(chart.ledger()))
                    .collect(ImmutableList.toImmutableList());
            if (!rules.isEmpty()) {
                page.append("\n## ").append(chart.ledger()).append("\n\n");
                page.append("| rule | agencies | from | to | condition | portion | source |\n");
                page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
                rules.forEach(rule -> print(page, chart, rule));
            }
        }
        return page.toString();
    }

    private static void print(StringBuilder page, Chart chart, ClosingRule rule) {
        row(
                page,
                rule.id(),
                rule.kinds().size() == AgencyKind.values().length ? "" : String.join(", ", names(rule)),
                String.join(
                        ", ",
                        rule.from().stream()
                                .map(name -> code(chart, rule.ledger(), name))
                                .toList()),
                rule.to()
                        .map(name -> name.startsWith("{") ? name : code(chart, rule.ledger(), name))
                        .orElse("each other"),
                rule.condition(),
                portion(chart, rule),
                source(rule.source()));
    }

    private static ImmutableList<String> names(ClosingRule rule) {
        return rule.kinds().stream().map(AgencyKind::name).collect(ImmutableList.toImmutableList());
    }

    private static String portion(Chart chart, ClosingRule rule) {
        String portion = rule.portion() == ClosingRule.WHOLE ? "all" : rule.portion() + " of 10000, down to the fen";
        return portion
                + rule.amountOf()
                        .map(name -> " of " + code(chart, rule.ledger(), name))
                        .orElse("");
    }

    private static String code(Chart chart, LedgerId ledger, String name) {
        return chart.account(new Meaning(ledger, name))
                .map(account -> account.code() + " " + account.nameZh())
                .orElseThrow();
    }
}
