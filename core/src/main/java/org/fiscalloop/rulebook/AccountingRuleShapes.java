package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.AgencyVoucherAction;
import org.fiscalloop.accounting.AgencyVoucherState;
import org.fiscalloop.accounting.ImmutableAccountingRules;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Measure;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;

/** The forms of the rules of the books: charts, posting rules, case tables and measures. */
final class AccountingRuleShapes {
    private static final Type<LedgerId> LEDGER = Type.mapped("ledger", Type.text(), LedgerId::new, LedgerId::name);
    private static final Type<Basis> BASIS = Type.enumOf(Basis.class);
    private static final Type<Side> SIDE = Type.enumOf(Side.class);
    private static final Type<ImmutableList<String>> NAMES = Type.list(Type.text());

    static final Shape<AccountingRules> RULES = rules();

    private AccountingRuleShapes() {}

    /**
     * A chart as it is written.
     *
     * @param code the ledger whose chart it is
     * @param accounts its accounts, in order
     */
    private record Page(LedgerId code, ImmutableList<Account> accounts) {}

    private static Type<Chart> chart() {
        Field<Page, LedgerId> ledger = Field.of("code", LEDGER, Page::code);
        Field<Page, ImmutableList<Account>> accounts =
                Field.of("accounts", Type.list(Type.nested(account())), Page::accounts);
        Shape<Page> page = Shape.<Page>nested("chart")
                .fields(ledger, accounts)
                .maker(v -> new Page(v.get(ledger), v.get(accounts)));
        return Type.mapped(
                "chart",
                Type.nested(page),
                read -> Chart.of(read.code(), read.accounts()),
                chart -> new Page(chart.ledger(), chart.accounts()));
    }

    private static Shape<Account> account() {
        Field<Account, String> code = Field.of("code", Type.text(), Account::code);
        Field<Account, Meaning> meaning = Field.of("meaning", KernelTypes.meaning(), Account::meaning);
        Field<Account, String> name = Field.of("name", Type.text(), Account::name);
        Field<Account, String> nameZh = Field.of("nameZh", Type.text(), Account::nameZh);
        Field<Account, Basis> basis = Field.of("basis", BASIS, Account::basis);
        Field<Account, String> element = Field.of("element", Type.text(), Account::element);
        Field<Account, Side> side = Field.of("normalSide", SIDE, Account::normalSide);
        Field<Account, Optional<String>> parent = Field.of("parent", Type.optional(Type.text()), Account::parentCode);
        Field<Account, Source> source = Field.of("source", KernelTypes.source(), Account::source);
        return Shape.<Account>nested("account")
                .fields(code, meaning, name, nameZh, basis, element, side, parent, source)
                .maker(v -> new Account(
                        v.get(meaning),
                        v.get(code),
                        v.get(name),
                        v.get(nameZh),
                        v.get(basis),
                        v.get(element),
                        v.get(side),
                        v.get(parent),
                        v.get(source)));
    }

    private static Shape<PostingRule> postingRule() {
        Field<RuleLine, Side> side = Field.of("side", SIDE, RuleLine::side);
        Field<RuleLine, String> account = Field.of("account", Type.text(), RuleLine::account);
        Field<RuleLine, String> amount = Field.of("amount", Type.text(), RuleLine::amount);
        Field<RuleLine, Integer> sign = Field.ofInt("sign", RuleLine::sign);
        Field<RuleLine, String> role = Field.of("role", Type.text(), RuleLine::role);
        Shape<RuleLine> line = Shape.<RuleLine>nested("rule-line")
                .fields(side, account, amount, sign, role)
                .maker(v -> new RuleLine(v.get(side), v.get(account), v.get(amount), v.get(sign), v.get(role)));
        Field<PostingRule, String> id = Field.of("id", Type.text(), PostingRule::id);
        Field<PostingRule, LedgerId> ledger = Field.of("ledger", LEDGER, PostingRule::ledger);
        Field<PostingRule, Basis> basis = Field.of("basis", BASIS, PostingRule::basis);
        Field<PostingRule, Source> source = Field.of("source", KernelTypes.source(), PostingRule::source);
        Field<PostingRule, ImmutableList<RuleLine>> lines =
                Field.of("lines", Type.list(Type.nested(line)), PostingRule::lines);
        return Shape.<PostingRule>nested("posting-rule")
                .fields(id, ledger, basis, source, lines)
                .maker(v -> new PostingRule(v.get(id), v.get(ledger), v.get(basis), v.get(source), v.get(lines)));
    }

    private static Type<ImmutableList<Measure.Term>> measure() {
        Field<Measure.Term, String> name = Field.of("name", Type.text(), Measure.Term::name);
        Field<Measure.Term, Integer> sign = Field.ofInt("sign", Measure.Term::sign);
        Field<Measure.Term, Meaning> account = Field.of("account", KernelTypes.meaning(), Measure.Term::account);
        return Type.list(Type.nested(Shape.<Measure.Term>nested("measure-term")
                .fields(name, sign, account)
                .maker(v -> new Measure.Term(v.get(name), v.get(sign), v.get(account)))));
    }

    private static Shape<AccountingRules> rules() {
        Type<Dimension> dimension = Type.mapped("dimension", Type.text(), Dimension::new, Dimension::name);
        Field<AccountingRules, ImmutableList<Chart>> charts =
                Field.of("charts", Type.list(chart()), AccountingRules::charts);
        Field<AccountingRules, ImmutableMap<String, ImmutableList<Dimension>>> dimensions =
                Field.of("dimensions", Type.map(Type.list(dimension)), AccountingRules::dimensions);
        Field<AccountingRules, ImmutableList<PostingRule>> rules =
                Field.of("rules", Type.list(Type.nested(postingRule())), AccountingRules::rules);
        Field<AccountingRules, ImmutableList<CaseTable<String>>> accounts =
                Field.of("accounts", Type.list(RuleShapes.caseTable(Type.text())), AccountingRules::accounts);
        Field<AccountingRules, ImmutableMap<String, ImmutableList<CaseTable<ImmutableList<String>>>>> cases =
                Field.of("cases", Type.map(Type.list(RuleShapes.caseTable(NAMES))), AccountingRules::cases);
        Field<AccountingRules, ImmutableMap<String, ImmutableList<Measure.Term>>> measures =
                Field.of("measures", Type.map(measure()), AccountingRules::measures);
        Field<AccountingRules, ImmutableSet<String>> reserved =
                Field.of("reservedAccounts", Type.set(Type.text()), AccountingRules::reservedAccounts);
        Field<AccountingRules, Lifecycle<AgencyVoucherState, AgencyVoucherAction>> vouchers = Field.of(
                "voucherLifecycle",
                RuleShapes.lifecycle(AgencyVoucherState.class, AgencyVoucherAction.class),
                AccountingRules::voucherLifecycle);
        Field<AccountingRules, Lifecycle<PeriodBook.State, PeriodBook.Action>> periods = Field.of(
                "periodLifecycle",
                RuleShapes.lifecycle(PeriodBook.State.class, PeriodBook.Action.class),
                AccountingRules::periodLifecycle);
        Field<AccountingRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, AccountingRules::reviews);
        Field<AccountingRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, AccountingRules::severities);
        return Shape.<AccountingRules>nested("accounting-rules")
                .fields(charts, dimensions, rules, accounts, cases, measures, reserved)
                .fields(vouchers, periods, reviews, severities)
                .maker(v -> ImmutableAccountingRules.builder()
                        .charts(v.get(charts))
                        .dimensions(v.get(dimensions))
                        .rules(v.get(rules))
                        .accounts(v.get(accounts))
                        .cases(v.get(cases))
                        .measures(v.get(measures))
                        .reservedAccounts(v.get(reserved))
                        .voucherLifecycle(v.get(vouchers))
                        .periodLifecycle(v.get(periods))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .build());
    }
}
