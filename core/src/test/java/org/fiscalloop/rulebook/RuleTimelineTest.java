package org.fiscalloop.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.rulebook.CityRules.CITY;
import static org.fiscalloop.rulebook.CityRules.PROVINCE;
import static org.fiscalloop.rulebook.CityRules.change;
import static org.fiscalloop.rulebook.CityRules.locked;
import static org.fiscalloop.rulebook.CityRules.nation;
import static org.fiscalloop.rulebook.CityRules.overlay;
import static org.fiscalloop.rulebook.CityRules.with;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.ImmutableAccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTimelineTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);
    private static final String OCCUPATION = "payment/occupation";
    private static final String SEVERITY = "payment/severities/payment.own-account";

    private static Rulebook at(RuleTimeline timeline, String division, LocalDate date) {
        return timeline.at(division, 2024, date).orElseThrow().rulebook();
    }

    private static ImmutableList<Refusal> refusals(Decision<?> decision) {
        assertThat(decision.isAccepted()).isFalse();
        return decision.refusals();
    }

    @Test
    void a_division_without_rules_of_its_own_has_the_nation_s() {
        assertThat(at(nation(), CITY, MARCH)).isEqualTo(NationalRulebook.of(2024));
        assertThat(at(nation(), PROVINCE, MARCH)).isEqualTo(NationalRulebook.of(2024));
    }

    @Test
    void each_year_has_its_own_rules() {
        assertThat(nation().at(CITY, 2023, MARCH).orElseThrow().rulebook().fiscalYear())
                .isEqualTo(2023);
        assertThat(nation().at(CITY, 2025, MARCH).orElseThrow().rulebook().fiscalYear())
                .isEqualTo(2025);
        assertThat(nation().at(CITY, 2022, MARCH)).isEmpty();
        assertThat(nation().at(CITY, 2026, MARCH)).isEmpty();
    }

    @Test
    void nothing_is_in_force_before_its_first_day() {
        assertThat(nation().at(CITY, 2024, LocalDate.of(2022, 12, 31))).isEmpty();
        assertThat(nation().at(CITY, 2024, LocalDate.of(2023, 1, 1))).isPresent();
    }

    @Test
    void an_overlay_holds_in_its_division_and_year_from_its_day() {
        RuleTimeline timeline = with(overlay(CITY, MARCH, change(OCCUPATION, Tree.text("SAVE"))));
        assertThat(at(timeline, CITY, MARCH.minusDays(1)).payment().occupation())
                .isEqualTo(Occupation.SUBMIT);
        assertThat(at(timeline, CITY, MARCH).payment().occupation()).isEqualTo(Occupation.SAVE);
        assertThat(at(timeline, CITY, MARCH).validFrom()).isEqualTo(MARCH);
        assertThat(at(timeline, PROVINCE, MARCH).payment().occupation()).isEqualTo(Occupation.SUBMIT);
        assertThat(timeline.at(CITY, 2025, MARCH)
                        .orElseThrow()
                        .rulebook()
                        .payment()
                        .occupation())
                .isEqualTo(Occupation.SUBMIT);
    }

    @Test
    void a_province_rules_the_divisions_below_it_which_lay_their_own_on_top() {
        RuleTimeline timeline = with(
                overlay(CITY, change(SEVERITY, Tree.text("OFF"))),
                overlay(PROVINCE, change(OCCUPATION, Tree.text("SAVE")), change(SEVERITY, Tree.text("WARN"))));
        assertThat(at(timeline, CITY, MARCH).payment().occupation()).isEqualTo(Occupation.SAVE);
        assertThat(at(timeline, CITY, MARCH).payment().severities()).containsEntry("payment.own-account", Severity.OFF);
        assertThat(at(timeline, PROVINCE, MARCH).payment().severities())
                .containsEntry("payment.own-account", Severity.WARN);
    }

    @Test
    void the_order_in_which_overlays_are_given_does_not_matter() {
        Overlay province = overlay(PROVINCE, change(SEVERITY, Tree.text("WARN")));
        Overlay city = overlay(CITY, change(SEVERITY, Tree.text("OFF")));
        assertThat(with(province, city).at(CITY, 2024, MARCH).orElseThrow().fingerprint())
                .isEqualTo(
                        with(city, province).at(CITY, 2024, MARCH).orElseThrow().fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999", "310107", "", " "})
    void an_overlay_of_no_division_is_refused(String owner) {
        Refusal refused = refusals(nation().with(overlay(owner, change(OCCUPATION, Tree.text("SAVE")))))
                .get(0);
        assertThat(refused.code()).isEqualTo("rulebook.unknown-division");
        assertThat(refused.text()).doesNotContain("\"\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "fiscalYear", "validFrom", "provenance"})
    void an_overlay_does_not_set_what_the_rulebook_says_of_itself(String path) {
        Refusal refused = refusals(nation().with(overlay(CITY, change(path, Tree.bare("2025")))))
                .get(0);
        assertThat(refused.code()).isEqualTo("rulebook.not-valid");
        assertThat(refused.text()).contains("the rulebook's own");
    }

    @Test
    void an_overlay_of_a_year_without_national_rules_is_refused_naming_those_that_have_some() {
        Overlay late = new Overlay(CITY, "late", 2031, MARCH, ImmutableList.of(change(OCCUPATION, Tree.text("SAVE"))));
        Refusal refused = refusals(nation().with(late)).get(0);
        assertThat(refused.code()).isEqualTo("rulebook.no-national-rules");
        assertThat(refused.allowed()).containsExactly("2023", "2024", "2025");
        assertThat(LoopFlow.ALL.reasons().byCode()).containsKeys(refused.code(), "rulebook.unknown-division");
    }

    @Test
    void what_an_overlay_set_says_whose_it_is() {
        RuleTimeline timeline = with(overlay(PROVINCE, locked(OCCUPATION, Tree.text("SAVE"))));
        Provenance item = at(timeline, CITY, MARCH).provenance().get(OCCUPATION);
        assertThat(item).isEqualTo(new Provenance(CityRules.SOURCE, PROVINCE, true));
        assertThat(at(timeline, CITY, MARCH).title()).isEqualTo("全国 2024 + rules of " + PROVINCE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment/limits/payment.over-allotment/severity",
                "payment/limits/payment.over-allotment",
                "payment/limits"
            })
    void what_the_nation_locked_is_refused_and_named(String path) {
        Refusal refusal = refusals(nation().with(overlay(CITY, change(path, Tree.text("WARN")))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.locked");
        assertThat(refusal.text())
                .isEqualTo("rules of 310107000 may not change " + path
                        + ": locked by the nation (《预算法实施条例》 (2020) art. 57: no payment beyond budget)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounting",
                "accounting/measures",
                "accounting/measures/allotment.available",
                "accounting/measures/agency.in-flight",
                "accounting/dimensions/allotment",
                "accounting/dimensions/memorandum",
                "accounting/voucherLifecycle",
                "accounting/periodLifecycle",
                "access/lifecycle",
                "register/agencyLifecycle",
                "register/accountLifecycle",
                "project/lifecycle",
                "budget/lifecycle/separations",
                "budget/limits/project.over-reserve",
                "allotment/lifecycle/fourEyes",
                "allotment/limits/budget.over-line",
                "allotment/limits/allotment.over-parent/severity",
                "allotment/limits/allotment.over-frozen/terms",
                "payment/requestLifecycle/separations/APPROVE",
                "payment/voucherLifecycle/rows",
                "payment/limits/payment.over-refundable/dimensions",
                "revenue/incomeLifecycle",
                "revenue/accrualLifecycle"
            })
    void what_keeps_the_limits_and_four_eyes_is_locked_by_the_nation(String path) {
        assertThat(refusals(nation().with(overlay(CITY, change(path, Tree.text("x"))))))
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo("rulebook.locked"))
                .allSatisfy(refusal -> assertThat(refusal.text()).contains("locked by the nation"));
    }

    @Test
    void every_measure_and_limit_and_lifecycle_of_the_nation_is_locked() {
        Rulebook rulebook = NationalRulebook.of(2024);
        ImmutableList.Builder<String> statutory = ImmutableList.builder();
        rulebook.accounting().measures().keySet().forEach(code -> statutory.add("accounting/measures/" + code));
        for (String path :
                TreeEdit.flatten(RulebookShapes.RULEBOOK.toTree(rulebook)).keySet()) {
            if (path.endsWith("ifecycle/fourEyes") || path.matches("[a-z]+/limits/[^/]+/severity")) {
                statutory.add(path);
            }
        }
        assertThat(statutory.build())
                .hasSizeGreaterThan(35)
                .allSatisfy(path -> assertThat(rulebook.provenance()).anySatisfy((item, provenance) -> {
                    assertThat(provenance.locked()).isTrue();
                    assertThat(Overlay.Change.within(path, item)).isTrue();
                }));
    }

    @Test
    void a_posting_that_gives_back_what_a_limit_holds_is_refused() {
        Tree again = Tree.fields(ImmutableList.of(
                new Tree.Member("name", Tree.text("back")),
                new Tree.Member("facets", Tree.items(ImmutableList.of())),
                new Tree.Member(
                        "rows",
                        Tree.items(ImmutableList.of(Tree.fields(ImmutableList.of(
                                new Tree.Member("cells", Tree.items(ImmutableList.of())),
                                new Tree.Member("answer", Tree.items(ImmutableList.of(Tree.text("IND-12")))))))))));
        Refusal refusal = refusals(nation().with(overlay(CITY, change("accounting/cases/payment-applied/back", again))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.not-valid");
        assertThat(refusal.text()).contains("payment-applied").contains("accounting/cases/payment-applied/back");
    }

    @Test
    void a_city_may_add_a_measure_of_its_own() {
        Tree applied = ((Tree.Fields)
                        accounting("measures", NationalRulebook.of(2024).accounting())
                                .value())
                .find("payment.applied")
                .orElseThrow();
        RuleTimeline timeline = with(overlay(CITY, change("accounting/measures/city.applied", applied)));
        assertThat(at(timeline, CITY, MARCH).accounting().measures()).containsKey("city.applied");
    }

    @Test
    void what_makes_no_books_is_refused_too() {
        assertThat(refusals(
                        nation().with(overlay(CITY, change("accounting/rules/IND-11/ledger", Tree.text("treasury"))))))
                .extracting(Refusal::code)
                .containsExactly("rulebook.not-valid");
    }

    @Test
    void an_account_has_the_code_and_the_name_a_city_gives_it() {
        RuleTimeline timeline = with(overlay(CITY, charts(false)));
        assertThat(at(timeline, CITY, MARCH).accounting().charts().get(0).accounts())
                .allSatisfy(account -> assertThat(account.code()).startsWith("9"));
    }

    @Test
    void a_city_may_keep_the_allotment_ledger_the_other_way_round() {
        RuleTimeline timeline = with(overlay(CITY, charts(true), turned()));
        assertThat(at(timeline, CITY, MARCH).accounting().rules())
                .isNotEqualTo(at(timeline, PROVINCE, MARCH).accounting().rules());
        assertThat(refusals(nation().with(overlay(CITY, turned()))))
                .extracting(Refusal::code)
                .containsExactly("rulebook.not-valid");
    }

    /** The chart of the allotment ledger with other codes, and with every side the other one if it is turned. */
    private static Overlay.Change charts(boolean isTurned) {
        AccountingRules rules = NationalRulebook.of(2024).accounting();
        ImmutableList<Account> accounts = rules.charts().get(0).accounts().stream()
                .map(account -> new Account(
                        account.meaning(),
                        "9" + account.code(),
                        account.name(),
                        account.nameZh(),
                        account.basis(),
                        account.element(),
                        isTurned ? account.normalSide().opposite() : account.normalSide(),
                        account.parentCode().map(parent -> "9" + parent),
                        account.source()))
                .collect(ImmutableList.toImmutableList());
        return accounting(
                "charts",
                ImmutableAccountingRules.copyOf(rules)
                        .withCharts(ImmutableList.<Chart>builder()
                                .add(Chart.of(Ledgers.ALLOTMENT, accounts))
                                .addAll(rules.charts().subList(1, rules.charts().size()))
                                .build()));
    }

    /** The posting rules of the allotment ledger with every side the other one. */
    private static Overlay.Change turned() {
        AccountingRules rules = NationalRulebook.of(2024).accounting();
        return accounting(
                "rules",
                ImmutableAccountingRules.copyOf(rules)
                        .withRules(rules.rules().stream()
                                .map(rule -> rule.ledger().equals(Ledgers.ALLOTMENT) ? turned(rule) : rule)
                                .toList()));
    }

    private static PostingRule turned(PostingRule rule) {
        return new PostingRule(
                rule.id(),
                rule.ledger(),
                rule.basis(),
                rule.source(),
                rule.lines().stream()
                        .map(line -> new PostingRule.RuleLine(
                                line.side().opposite(), line.account(), line.amount(), line.sign(), line.role()))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static Overlay.Change accounting(String item, AccountingRules rules) {
        Tree.Fields tree = RulebookShapes.RULEBOOK.toTree(
                ImmutableRulebook.copyOf(NationalRulebook.of(2024)).withAccounting(rules));
        return change(
                "accounting/" + item,
                ((Tree.Fields) tree.find("accounting").orElseThrow()).find(item).orElseThrow());
    }

    @Test
    void what_a_province_locked_is_refused_below_it_and_named() {
        RuleTimeline timeline = with(overlay(PROVINCE, locked(OCCUPATION, Tree.text("SAVE"))));
        Refusal refusal = refusals(timeline.with(overlay(CITY, change(OCCUPATION, Tree.text("SUBMIT")))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.locked");
        assertThat(refusal.text()).contains("locked by " + PROVINCE);
    }

    @Test
    void a_lock_laid_later_refuses_what_a_lower_level_has_already() {
        RuleTimeline timeline = with(overlay(CITY, change(OCCUPATION, Tree.text("SUBMIT"))));
        assertThat(refusals(timeline.with(overlay(PROVINCE, locked(OCCUPATION, Tree.text("SAVE"))))))
                .extracting(Refusal::code)
                .contains("rulebook.locked");
    }

    @Test
    void who_locked_an_item_may_change_it() {
        RuleTimeline timeline = with(
                overlay(PROVINCE, locked(OCCUPATION, Tree.text("SAVE"))),
                overlay(PROVINCE, MARCH, locked(OCCUPATION, Tree.text("SUBMIT"))));
        assertThat(at(timeline, CITY, MARCH.minusDays(1)).payment().occupation())
                .isEqualTo(Occupation.SAVE);
        assertThat(at(timeline, CITY, MARCH).payment().occupation()).isEqualTo(Occupation.SUBMIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment/severities/payment.no-such-control",
                "payment/severities/payment.amount-not-positive",
                "payment/no-such-field",
                "nothing",
                "payment/occupation/SAVE"
            })
    void what_makes_no_rulebook_is_refused(String path) {
        Refusal refusal = refusals(nation().with(overlay(CITY, change(path, Tree.text("WARN")))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.not-valid");
        assertThat(refusal.text()).contains(path);
    }

    @Test
    void a_refused_overlay_leaves_the_timeline_as_it_was() {
        RuleTimeline timeline = nation();
        assertThat(timeline.with(overlay(CITY, change("nothing", Tree.text("x"))))
                        .isAccepted())
                .isFalse();
        assertThat(at(timeline, CITY, MARCH)).isEqualTo(NationalRulebook.of(2024));
    }

    @Test
    void every_rulebook_in_force_is_found_by_its_fingerprint() {
        RuleTimeline timeline = with(CityRules.overlay());
        assertThat(timeline.all()).hasSizeGreaterThanOrEqualTo(4);
        for (RulesInForce rules : timeline.all()) {
            assertThat(timeline.byFingerprint(rules.fingerprint())).containsSame(rules);
        }
        assertThat(nation().byFingerprint(
                                timeline.at(CITY, 2024, MARCH).orElseThrow().fingerprint()))
                .isEmpty();
    }

    @Test
    void the_rules_of_an_unknown_package_are_asked_in_vain() {
        RulesInForce rules = nation().at(CITY, 2024, MARCH).orElseThrow();
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.of(new org.fiscalloop.flow.RuleSet.Key<>("nothing", String.class)))
                .withMessageContaining("nothing");
    }

    @Test
    void a_code_of_the_year_s_tables_never_vanishes() {
        Tree.Fields tree = RulebookShapes.RULEBOOK.toTree(NationalRulebook.of(2024));
        Tree.Fields tables = (Tree.Fields) tree.find("masterdata").orElseThrow();
        Tree.Fields fund = ((Tree.Items) tables.find("tables").orElseThrow())
                .items().stream()
                        .map(Tree.Fields.class::cast)
                        .filter(table -> table.find("code").orElseThrow() instanceof Tree.Text text
                                && text.value().equals("ACC_TYPE"))
                        .findFirst()
                        .orElseThrow();
        Tree.Items rows = (Tree.Items) fund.find("rows").orElseThrow();
        Tree fewer = Tree.items(rows.items().subList(0, rows.items().size() - 1));
        assertThat(refusals(nation().with(overlay(CITY, MARCH, change("masterdata/tables/ACC_TYPE/rows", fewer)))))
                .extracting(Refusal::code)
                .contains("masterdata.code-vanished");
    }

    @Test
    void every_posting_and_every_measure_of_the_flows_is_answered() {
        assertThat(NationalRulebook.of(2024).accounting().cases().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        LoopFlow.ALL.postings().stream().map(key -> key.name()).toList());
    }
}
