package org.fiscalloop.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.closing.ClosingRule.Condition;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.masterdata.AgencyKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the plan of closing rules proves, and what it refuses. */
class ClosingPlanTest {
    private static final AccountingRules BOOKS = Year.RULES.rulebook().accounting();
    private static final ImmutableList<ClosingRule> NATION = NationalClosing.RULES;

    private static void assertRefused(List<ClosingRule> rules, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClosingPlan.of(ImmutableList.copyOf(rules), BOOKS))
                .withMessageContaining(why);
    }

    /** The nation's rules with one changed. */
    private static List<ClosingRule> changed(String id, UnaryOperator<ClosingRule> change) {
        assertThat(NATION).anyMatch(rule -> rule.id().equals(id));
        return NATION.stream()
                .map(rule -> rule.id().equals(id) ? change.apply(rule) : rule)
                .toList();
    }

    private static ClosingRule from(ClosingRule rule, String... from) {
        return new ClosingRule(
                rule.id(),
                rule.ledger(),
                rule.basis(),
                rule.kinds(),
                ImmutableList.copyOf(from),
                rule.to(),
                rule.condition(),
                rule.portion(),
                rule.amountOf(),
                rule.source());
    }

    private static ClosingRule more(String id, String to, String... from) {
        return ClosingRule.whole(id, Ledgers.AGENCY, Basis.BUDGETARY, ImmutableList.copyOf(from), Source.own("test"))
                .to(to)
                .keptBy(ImmutableSet.copyOf(AgencyKind.values()));
    }

    private static List<ClosingRule> with(ClosingRule... further) {
        List<ClosingRule> rules = new ArrayList<>(NATION);
        rules.addAll(Arrays.asList(further));
        return rules;
    }

    @TestFactory
    Stream<DynamicTest> an_account_that_no_rule_closes_is_refused() {
        return NATION.stream()
                .filter(rule -> rule.isWhole() && closes(rule))
                .map(rule -> DynamicTest.dynamicTest(
                        rule.id(),
                        () -> assertRefused(
                                NATION.stream()
                                        .filter(other -> !other.equals(rule))
                                        .toList(),
                                "must be closed whole by exactly one rule")));
    }

    private static boolean closes(ClosingRule rule) {
        return Year.PLAN.steps(rule.ledger(), rule.kinds().stream().findFirst()).stream()
                .filter(step -> step.rule().equals(rule))
                .flatMap(step -> step.from().stream())
                .anyMatch(account -> ClosingPlan.CLOSED.contains(Year.PLAN
                        .chart(rule.ledger())
                        .account(account)
                        .orElseThrow()
                        .element()));
    }

    @Test
    void an_account_that_is_left_out_of_its_rule_is_refused() {
        assertRefused(changed("U-40 B business", rule -> from(rule, "OTHER_SURPLUS")), "BUSINESS_BUDGET_INCOME");
    }

    @Test
    void an_account_that_is_closed_for_some_kinds_of_agency_only_is_refused() {
        assertRefused(
                changed(
                        "U-40 F",
                        rule -> rule.keptBy(ImmutableSet.of(AgencyKind.ADMINISTRATIVE, AgencyKind.PARTICIPATING))),
                "the agency ledger of INSTITUTION");
    }

    @Test
    void an_account_that_two_rules_close_is_refused() {
        assertRefused(
                with(more("again", "OTHER_SURPLUS", "BUSINESS_BUDGET_INCOME")), "not by [U-40 B business, again]");
    }

    @Test
    void an_account_of_income_of_which_something_may_stay_is_refused() {
        assertRefused(
                changed("U-40 B business", rule -> rule.when(Condition.PROJECT_ENDED)),
                "must be closed whole by exactly one rule");
        assertRefused(
                changed("U-40 B business", rule -> rule.part(5_000, Optional.empty())),
                "must be closed whole by exactly one rule");
    }

    @Test
    void nothing_is_posted_to_what_is_closed() {
        assertRefused(
                with(more("late", "OTHER_SURPLUS", "SPECIAL_PURPOSE_SURPLUS")),
                "late posts to agency/OTHER_SURPLUS, which is closed already");
        assertRefused(
                with(more("late", "BUSINESS_BUDGET_INCOME", "SPECIAL_PURPOSE_SURPLUS")), "which is closed already");
        assertRefused(
                with(more("itself", "SPECIAL_PURPOSE_SURPLUS", "SPECIAL_PURPOSE_SURPLUS")), "which is closed already");
    }

    @Test
    void an_id_stands_once() {
        assertRefused(with(more("U-43 B", "OTHER_SURPLUS", "SPECIAL_PURPOSE_SURPLUS")), "stands twice: U-43 B");
    }

    @Test
    void accounts_are_those_of_the_ledger_that_take_lines_on_the_basis_of_the_rule() {
        assertRefused(with(more("x", "OTHER_SURPLUS", "NOWHERE")), "names no account of the ledger agency: NOWHERE");
        assertRefused(with(more("x", "NOWHERE", "SPECIAL_PURPOSE_SURPLUS")), "names no account");
        assertRefused(
                with(more("x", "FISCAL_APPROPRIATION_CARRY_OVER", "SPECIAL_PURPOSE_SURPLUS")),
                "posts to the heading FISCAL_APPROPRIATION_CARRY_OVER");
        assertRefused(with(more("x", "ACCUMULATED_SURPLUS", "SPECIAL_PURPOSE_SURPLUS")), "of another basis");
        assertRefused(with(more("x", "SPECIAL_PURPOSE_SURPLUS", "SPECIAL_PURPOSE_FUNDS")), "of another basis");
        assertRefused(
                with(more("x", "BUSINESS_SURPLUS", "SPECIAL_PURPOSE_SURPLUS")
                        .part(1, Optional.of("FISCAL_APPROPRIATION_CARRY_OVER"))),
                "posts to the heading");
    }

    @Test
    void a_table_of_accounts_is_one_by_fund() {
        assertRefused(with(more("x", "{NONE}", "SPECIAL_PURPOSE_SURPLUS")), "names no table of accounts by fund");
        assertRefused(with(more("x", "{REVENUE}", "SPECIAL_PURPOSE_SURPLUS")), "names no table of accounts by fund");
    }

    @Test
    void a_rule_is_of_a_ledger_that_there_is() {
        LedgerId nowhere = new LedgerId("nowhere");
        assertRefused(
                with(ClosingRule.whole("x", nowhere, Basis.CONTROL, ImmutableList.of("A"), Source.own("test"))),
                "is of no ledger");
        assertThatIllegalArgumentException().isThrownBy(() -> Year.PLAN.chart(nowhere));
    }

    @Test
    void a_heading_stands_for_all_accounts_below_it() {
        assertThat(Year.PLAN.steps(Ledgers.AGENCY, Optional.of(AgencyKind.INSTITUTION)).stream()
                        .filter(step -> step.rule().id().equals("U-40 B fiscal"))
                        .flatMap(step -> step.from().stream())
                        .map(Meaning::name))
                .containsExactlyInAnyOrder(
                        "FISCAL_BUDGET_INCOME_PROJECT",
                        "FISCAL_BUDGET_INCOME_PERSONNEL",
                        "FISCAL_BUDGET_INCOME_OPERATING");
    }

    @Test
    void a_rule_that_takes_nothing_by_its_form_is_refused() {
        ClosingRule rule = more("x", "OTHER_SURPLUS", "SPECIAL_PURPOSE_SURPLUS");
        assertThatIllegalArgumentException().isThrownBy(() -> from(rule)).withMessageContaining("accounts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more(" ", "A", "B"))
                .withMessageContaining("id");
        assertThat(rule.part(0, Optional.empty()).portion()).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> rule.part(-1, Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> rule.part(10_001, Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rule.part(1, Optional.empty()).when(Condition.ALWAYS))
                .withMessageContaining("of a credit only");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more("x", "A", "B", "C").part(1, Optional.of("D")))
                .withMessageContaining("of one account");
        ClosingRule each =
                ClosingRule.whole("x", Ledgers.AGENCY, Basis.CONTROL, ImmutableList.of("A"), Source.own("test"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> each.when(Condition.CREDIT_ONLY))
                .withMessageContaining("closed whole");
    }
}
