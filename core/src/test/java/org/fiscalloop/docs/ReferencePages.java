package org.fiscalloop.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.TreeMap;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Post;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.Provenance;
import org.fiscalloop.rulebook.Rulebook;
import org.fiscalloop.rulebook.RulesInForce;

/** The pages of docs/reference, printed from the nation's rulebook. */
final class ReferencePages {
    private static final String NOTE =
            "Printed from the nation's rulebook of 2024; a test fails when this page is stale.\n";

    private final RulesInForce rules;
    private final Rulebook rulebook;

    ReferencePages(RulesInForce rules) {
        this.rules = rules;
        this.rulebook = rules.rulebook();
    }

    /** Every page by its file name. */
    ImmutableMap<String, String> pages() {
        Javadoc javadoc = new Javadoc();
        return ImmutableMap.<String, String>builder()
                .put("lifecycles.md", lifecycles())
                .put("inputs.md", new InputsPage(rules, javadoc).print())
                .put("overlay.md", new OverlayPage(rulebook, javadoc).print())
                .put("codes.md", codes())
                .put("refusals.md", refusals())
                .put("controls.md", controls())
                .put("limits.md", limits())
                .put("charts.md", charts())
                .put("postings.md", postings())
                .put("statements.md", StatementsPage.print())
                .put("closings.md", new ClosingsPage(rulebook).print(begin("Closing rules", "结账规则")))
                .put(
                        "carry-over.md",
                        new CarryOverPage(rulebook.carryOver()).print(begin("Carry-over rules", "结转结余规则")))
                .put("evouchers.md", EVouchersPage.print())
                .put("rulebook.md", provenance())
                .buildOrThrow();
    }

    private String lifecycles() {
        StringBuilder page = begin("Lifecycles", "生命周期");
        for (Flow flow : LoopFlow.ALL.all()) {
            for (DocumentType<?, ?, ?> type : flow.documents()) {
                Lifecycle<?, ?> lifecycle = type.lifecycle().apply(rules);
                page.append("\n## ").append(type.kind().code()).append("\n\n```mermaid\n");
                page.append(lifecycle.mermaid().strip()).append("\n```\n\n");
                page.append(lifecycle.markdown().strip()).append("\n");
                for (String phase : lifecycle.phases()) {
                    page.append("\nPosts of ").append(phase).append(":");
                    for (Post post : type.reviews().apply(rules).chain(phase).posts()) {
                        page.append(" ").append(post.code()).append(" ").append(post.name());
                        page.append(" (").append(post.duty().code()).append(")");
                    }
                    page.append("\n");
                }
            }
        }
        return page.toString();
    }

    private String codes() {
        return new CodesPage(rulebook.masterdata().tables(), rulebook.fiscalYear()).print(begin("Codes", "代码集"));
    }

    private String refusals() {
        StringBuilder page = begin("Refusals, warnings and exceptions", "拒绝、预警与异常");
        TreeMap<String, Reason> reasons = new TreeMap<>(LoopFlow.ALL.reasons().byCode());
        rulebook.limits().forEach(limit -> reasons.putIfAbsent(limit.code(), limit.reason()));
        for (Reason reason : reasons.values()) {
            page.append("\n## ").append(reason.code()).append("\n\n");
            page.append(reason.title()).append(" · ").append(reason.titleZh()).append("\n\n");
            page.append("> ")
                    .append(reason.text())
                    .append("\n>\n> ")
                    .append(reason.textZh())
                    .append("\n\n");
            page.append("Source: ").append(source(reason.source())).append("\n");
        }
        return page.toString();
    }

    /** Which controls are asked before which action, in the order in which they are asked. */
    private String controls() {
        StringBuilder page = begin("Controls", "控制规则");
        page.append("\nBefore each action these controls are asked, in this order; what they refuse with is in ")
                .append(
                        "[refusals.md](refusals.md). Where anything is filled in or handed in, the rules of its elements ")
                .append("are asked as well; limits are asked when the entries are booked.\n");
        controls(page, "project", rulebook.project().controls());
        controls(page, "budget-line", rulebook.budget().controls());
        controls(page, "allotment", rulebook.allotment().controls());
        controls(page, "virement", rulebook.virement().controls());
        controls(page, "cash-plan", rulebook.cashPlan().controls());
        controls(page, "monitoring-alert", rulebook.monitoring().controls());
        controls(page, "payee-list", rulebook.payees().controls());
        controls(page, "collection-agreement", rulebook.bankCollection().agreementControls());
        controls(page, "collection-demand", rulebook.bankCollection().demandControls());
        controls(page, "carry-over", rulebook.carryOver().controls());
        controls(page, "transfer", rulebook.transfer().issuingControls());
        controls(page, "received-transfer", rulebook.transfer().receivingControls());
        controls(page, "procurement-plan", rulebook.procurement().planControls());
        controls(page, "contract", rulebook.procurement().contractControls());
        controls(page, "payment-request", rulebook.payment().controls());
        controls(page, "payment-voucher", rulebook.payment().voucherControls());
        controls(page, "correction", rulebook.correction().controls());
        controls(page, "income-budget", rulebook.incomeBudget().controls());
        controls(page, "wage-accrual", rulebook.revenue().controls());
        controls(page, "non-tax-bill", rulebook.collection().billControls());
        controls(page, "revenue-refund", rulebook.collection().refundControls());
        controls(
                page,
                "agency-income",
                rulebook.agencyIncome().claimControls(),
                rulebook.agencyIncome().settlementControls());
        controls(page, "debt-limit", rulebook.debt().limitControls());
        controls(page, "debt", rulebook.debt().bondControls());
        controls(page, "on-lending", rulebook.debt().lendingControls());
        controls(page, "asset-card", rulebook.asset().cardControls());
        controls(page, "depreciation", rulebook.asset().depreciationControls());
        controls(page, "temporary-ceiling", rulebook.temporary().ceilingControls());
        controls(
                page,
                "temporary-payment",
                rulebook.temporary().paymentControls(),
                rulebook.temporary().chargeControls());
        controls(page, "cash-transfer", rulebook.settlement().sendingControls());
        controls(page, "settlement", rulebook.settlement().settlementControls());
        controls(page, "received-settlement", rulebook.settlement().confirmingControls());
        controls(page, "opening", rulebook.opening().controls());
        controls(page, "agency-voucher", rulebook.accounting().voucherControls());
        controls(page, "period-book", rulebook.accounting().periodControls());
        controls(page, "year-closing", rulebook.closing().controls());
        controls(page, "stabilisation-arrangement", rulebook.closing().arrangementControls());
        return page.toString();
    }

    private static void controls(StringBuilder page, String document, ControlTable<?, ?>... tables) {
        page.append("\n## ").append(document).append("\n\n");
        page.append("| action | control | title | 中文 | severity | permitted | source |\n");
        page.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        for (ControlTable<?, ?> table : tables) {
            table.byAction().forEach((action, controls) -> {
                for (Control<?> control : controls.controls()) {
                    Reason reason = control.reason();
                    row(
                            page,
                            action,
                            control.code(),
                            reason.title(),
                            reason.titleZh(),
                            control.severity(),
                            control.permitted(),
                            source(reason.source()));
                }
            });
        }
    }

    private String limits() {
        StringBuilder page = begin("Limits", "额度控制");
        page.append(
                "\n| code | formula | by | span | severity | permitted | source |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (LimitRule limit : rulebook.limits()) {
            StringBuilder formula = new StringBuilder();
            limit.terms()
                    .forEach(term ->
                            formula.append(term.sign() > 0 ? " + " : " - ").append(term.measure()));
            row(
                    page,
                    limit.code(),
                    formula.toString().strip() + " ≥ 0"
                            + limit.where()
                                    .map(where -> ", where " + where + " ≠ 0")
                                    .orElse(""),
                    limit.dimensions(),
                    limit.span(),
                    limit.severity(),
                    limit.permitted(),
                    source(limit.reason().source()));
        }
        page.append("\n## Measures\n\n| measure | accounts |\n| --- | --- |\n");
        new TreeMap<>(rulebook.accounting().measures())
                .forEach((code, terms) -> row(
                        page,
                        code,
                        terms.stream()
                                .map(term -> (term.sign() > 0 ? "+ " : "- ") + term.account())
                                .toList()));
        return page.toString();
    }

    private String charts() {
        StringBuilder page = begin("Charts of accounts", "科目表");
        for (Chart chart : rulebook.accounting().charts()) {
            page.append("\n## ").append(chart.ledger()).append("\n\n");
            page.append("| code | account | meaning | basis | element | side | certainty | source |\n");
            page.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
            for (Account account : chart.accounts()) {
                row(
                        page,
                        account.code(),
                        account.nameZh() + " " + account.name(),
                        account.meaning().name(),
                        account.basis(),
                        account.element(),
                        account.normalSide(),
                        account.source().certainty(),
                        account.source().citation());
            }
        }
        return page.toString();
    }

    private String postings() {
        AccountingRules books = rulebook.accounting();
        StringBuilder page = begin("Posting rules", "记账规则");
        page.append("\n## Rules\n\n| rule | ledger | basis | lines | source |\n| --- | --- | --- | --- | --- |\n");
        for (PostingRule rule : books.rules()) {
            row(page, rule.id(), rule.ledger(), rule.basis(), lines(rule), source(rule.source()));
        }
        page.append("\n## Which rules apply\n");
        books.cases().forEach((posting, tables) -> {
            page.append("\n### ").append(posting).append("\n");
            tables.forEach(table -> table(page, table));
        });
        page.append("\n## Which account is meant\n");
        books.accounts().forEach(table -> {
            page.append("\n### {").append(table.name()).append("}\n");
            table(page, table);
        });
        return page.toString();
    }

    private static String lines(PostingRule rule) {
        StringBuilder lines = new StringBuilder();
        for (PostingRule.RuleLine line : rule.lines()) {
            lines.append(lines.isEmpty() ? "" : "; ")
                    .append(line.side())
                    .append(' ')
                    .append(line.account());
            lines.append(line.sign() < 0 ? " −" : " ").append(line.amount());
            lines.append(line.role().equals("own") ? "" : " [" + line.role() + "]");
        }
        return lines.toString();
    }

    private static void table(StringBuilder page, CaseTable<?> table) {
        page.append("\n|");
        table.facets().stream()
                .map(Facet::name)
                .forEach(name -> page.append(' ').append(name).append(" |"));
        page.append(' ')
                .append(table.name())
                .append(" |\n|")
                .append(" --- |".repeat(table.facets().size() + 1))
                .append('\n');
        for (CaseTable.Row<?> row : table.rows()) {
            row(
                    page,
                    ImmutableList.builder()
                            .addAll(row.cells())
                            .add(row.answer())
                            .build()
                            .toArray());
        }
    }

    private String provenance() {
        StringBuilder page = begin("Items of the rulebook", "规则项");
        page.append("\nFingerprint: `").append(rules.fingerprint()).append("`\n");
        page.append("\n| path | source | locked |\n| --- | --- | --- |\n");
        for (Map.Entry<String, Provenance> item : rulebook.provenance().entrySet()) {
            row(
                    page,
                    item.getKey(),
                    source(item.getValue().source()),
                    item.getValue().locked() ? "yes" : "");
        }
        return page.toString();
    }

    static StringBuilder begin(String title, String titleZh) {
        return new StringBuilder("# ")
                .append(title)
                .append(" · ")
                .append(titleZh)
                .append("\n\n")
                .append(NOTE);
    }

    static String source(Source source) {
        return source.citation() + " (" + source.certainty() + ")";
    }

    static void row(StringBuilder page, Object... cells) {
        page.append('|');
        for (Object cell : cells) {
            page.append(' ')
                    .append(String.valueOf(cell).replace("|", "\\|").replace("\n", " "))
                    .append(" |");
        }
        page.append('\n');
    }
}
