package org.fiscalloop.closing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;

/**
 * The closing rules of a rulebook with their accounts resolved by its charts. Making one proves them whole: whatever is posted
 * in a year, every account of income and expense, and of the sources and uses of the allotment ledger, is nothing after it.
 */
public final class ClosingPlan {
    /** The elements (会计要素) whose accounts hold nothing after a year is closed. */
    static final ImmutableSet<String> CLOSED = ImmutableSet.of(
            "INCOME",
            "EXPENSE",
            "BUDGET_INCOME",
            "BUDGET_EXPENDITURE",
            "ALLOTMENT_SOURCE",
            "PAYMENT",
            "CARRYOVER_WRITEOFF");

    /** Where it stands among the rules in force. */
    public static final RuleSet.Key<ClosingPlan> KEY = new RuleSet.Key<>("closing-plan", ClosingPlan.class);

    private final ImmutableList<Step> steps;
    private final ImmutableMap<LedgerId, Chart> charts;

    /**
     * A rule with its accounts.
     *
     * @param rule the rule
     * @param from the accounts it takes from, in the order of the rule and of the chart
     * @param amountOf the account that says how much, where it is not the one taken from
     * @param to the account it gives to, by the budget of the fund; empty where accounts are closed against each other
     */
    record Step(
            ClosingRule rule,
            ImmutableList<Meaning> from,
            Optional<Meaning> amountOf,
            ImmutableMap<FundBook, Meaning> to) {}

    private ClosingPlan(ImmutableList<Step> steps, ImmutableMap<LedgerId, Chart> charts) {
        this.steps = steps;
        this.charts = charts;
    }

    /**
     * The plan of these rules over the charts of these books.
     *
     * @throws IllegalArgumentException if an id stands twice, a rule names an account that does not take lines on its basis or
     *     an account table that there is not, an account of income or expense is closed by no rule or by more than one for
     *     some kind of agency, or a rule posts to an account that it or an earlier one closes
     */
    public static ClosingPlan of(ImmutableList<ClosingRule> rules, AccountingRules books) {
        ImmutableMap<LedgerId, Chart> charts = Maps.uniqueIndex(books.charts(), Chart::ledger);
        Set<String> ids = new HashSet<>();
        rules.forEach(rule -> require(ids.add(rule.id()), "closing rule stands twice: " + rule.id()));
        ImmutableList<Step> steps =
                rules.stream().map(rule -> step(rule, charts, books)).collect(toImmutableList());
        ClosingPlan plan = new ClosingPlan(steps, charts);
        Ledgers.YEARLY.forEach(plan::prove);
        return plan;
    }

    /** The steps that close a set of books, in order. */
    ImmutableList<Step> steps(LedgerId ledger, Optional<AgencyKind> kind) {
        return steps.stream()
                .filter(step ->
                        step.rule().ledger().equals(ledger) && step.rule().isFor(kind))
                .collect(toImmutableList());
    }

    /** The chart of a ledger. */
    Chart chart(LedgerId ledger) {
        Chart chart = charts.get(ledger);
        if (chart == null) {
            throw new IllegalArgumentException("there is no chart of the ledger " + ledger);
        }
        return chart;
    }

    private static Step step(ClosingRule rule, ImmutableMap<LedgerId, Chart> charts, AccountingRules books) {
        Chart chart = charts.get(rule.ledger());
        if (chart == null) {
            throw new IllegalArgumentException("closing rule " + rule.id() + " is of no ledger: " + rule.ledger());
        }
        return new Step(
                rule,
                rule.from().stream()
                        .flatMap(name -> leaves(rule, chart, name))
                        .map(Account::meaning)
                        .collect(toImmutableList()),
                rule.amountOf().map(name -> posted(rule, chart, name).meaning()),
                rule.to().map(to -> targets(rule, chart, to, books)).orElse(ImmutableMap.of()));
    }

    /** The accounts that take lines at or below this one. */
    private static Stream<Account> leaves(ClosingRule rule, Chart chart, String name) {
        Account top = account(rule, chart, name);
        require(top.basis() == rule.basis(), "closing rule " + rule.id() + " closes " + name + " of another basis");
        return chart.accounts().stream().filter(account -> chart.isPostable(account) && isWithin(chart, account, top));
    }

    private static boolean isWithin(Chart chart, Account account, Account top) {
        Optional<Account> at = Optional.of(account);
        while (at.isPresent() && !at.orElseThrow().equals(top)) {
            at = at.orElseThrow().parentCode().flatMap(chart::byCode);
        }
        return at.isPresent();
    }

    private static ImmutableMap<FundBook, Meaning> targets(
            ClosingRule rule, Chart chart, String to, AccountingRules books) {
        ImmutableMap.Builder<FundBook, Meaning> targets = ImmutableMap.builder();
        for (FundBook book : FundBook.values()) {
            String name = to.startsWith("{") ? answer(rule, to, book, books) : to;
            Account account = posted(rule, chart, name);
            require(
                    account.basis() == rule.basis(),
                    "closing rule " + rule.id() + " closes to " + name + " of another basis");
            targets.put(book, account.meaning());
        }
        return targets.buildOrThrow();
    }

    private static String answer(ClosingRule rule, String to, FundBook book, AccountingRules books) {
        CaseTable<String> table = books.accounts().stream()
                .filter(found -> ("{" + found.name() + "}").equals(to)
                        && found.facets().equals(ImmutableList.of(Facet.of(FundBook.class))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "closing rule " + rule.id() + " names no table of accounts by fund: " + to));
        return table.answer(ImmutableList.of(book.name()));
    }

    private static Account posted(ClosingRule rule, Chart chart, String name) {
        Account account = account(rule, chart, name);
        require(chart.isPostable(account), "closing rule " + rule.id() + " posts to the heading " + name);
        return account;
    }

    private static Account account(ClosingRule rule, Chart chart, String name) {
        return chart.account(new Meaning(rule.ledger(), name))
                .orElseThrow(() -> new IllegalArgumentException("closing rule " + rule.id()
                        + " names no account of the ledger " + rule.ledger() + ": " + name));
    }

    private void prove(LedgerId ledger) {
        Stream<Optional<AgencyKind>> kinds = ledger.equals(Ledgers.AGENCY)
                ? Arrays.stream(AgencyKind.values()).map(Optional::of)
                : Stream.of(Optional.empty());
        kinds.forEach(
                kind -> prove(ledger, steps(ledger, kind), kind.map(Enum::name).orElse("")));
    }

    private void prove(LedgerId ledger, ImmutableList<Step> inOrder, String kind) {
        String books = "the " + ledger + " ledger" + (kind.isEmpty() ? "" : " of " + kind);
        Chart chart = chart(ledger);
        for (Account account : chart.accounts()) {
            if (CLOSED.contains(account.element()) && chart.isPostable(account)) {
                ImmutableList<ClosingRule> taking = taking(inOrder, account.meaning());
                require(
                        taking.size() == 1 && taking.get(0).isWhole(),
                        account.meaning() + " must be closed whole by exactly one rule in " + books + ", not by "
                                + taking.stream().map(ClosingRule::id).toList());
            }
        }
        Set<Meaning> closed = new HashSet<>();
        for (Step step : inOrder) {
            if (step.rule().isWhole()) {
                closed.addAll(step.from());
            }
            step.to()
                    .values()
                    .forEach(to -> require(
                            !closed.contains(to), step.rule().id() + " posts to " + to + ", which is closed already"));
        }
    }

    private static ImmutableList<ClosingRule> taking(ImmutableList<Step> inOrder, Meaning account) {
        return inOrder.stream()
                .filter(step -> step.from().contains(account))
                .map(Step::rule)
                .collect(toImmutableList());
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
