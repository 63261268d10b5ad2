package org.fiscalloop.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.rulebook.CityRules.CITY;
import static org.fiscalloop.rulebook.CityRules.PROVINCE;
import static org.fiscalloop.rulebook.CityRules.change;
import static org.fiscalloop.rulebook.CityRules.nation;
import static org.fiscalloop.rulebook.CityRules.overlay;
import static org.fiscalloop.rulebook.CityRules.with;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.ImmutableAccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingRule;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.OverlayJson;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.masterdata.Catalogue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an overlay may not change: what limits, controls and four eyes rest on. */
class RulebookLocksTest {
    private static final LocalDate MARCH = LocalDate.of(2024, 3, 1);

    private static Rulebook at(RuleTimeline timeline, String division, LocalDate date) {
        return timeline.at(division, 2024, date).orElseThrow().rulebook();
    }

    private static ImmutableList<Refusal> refusals(Decision<?> decision) {
        assertThat(decision.isAccepted()).isFalse();
        return decision.refusals();
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
                "revenue/accrualLifecycle",
                "debt/debtLifecycle",
                "debt/limitLifecycle/rows",
                "debt/lendingLifecycle",
                "debt/limits/debt.over-general-limit",
                "debt/limits/debt.over-special-limit/terms",
                "debt/limits/debt.over-bond",
                "asset/cardLifecycle/separations",
                "asset/depreciationLifecycle",
                "asset/limits/asset.over-bought",
                "asset/limits/asset.over-depreciated/severity",
                "temporary/paymentLifecycle",
                "temporary/ceilingLifecycle/rows",
                "temporary/limits/temporary.over-rest/severity",
                "temporary/limits/temporary.over-ceiling/terms",
                "settlement/sendingLifecycle",
                "settlement/settlementLifecycle/rows",
                "settlement/receivingLifecycle",
                "settlement/confirmingLifecycle",
                "settlement/limits/settlement.over-cash/terms",
                "settlement/limits/settlement.over-sent/dimensions"
            })
    void what_keeps_the_limits_and_four_eyes_is_locked_by_the_nation(String path) {
        assertThat(refusals(nation().with(overlay(CITY, change(path, Tree.text("x"))))))
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo("rulebook.locked"))
                .allSatisfy(refusal -> assertThat(refusal.text()).contains("locked by the nation"));
    }

    @ParameterizedTest
    @CsvSource({"enabled, false", "name, 我们的科目", "kind, 12", "leaf, false"})
    void B5_no_place_alters_a_national_code_from_whatever_day(String field, String value) {
        Tree changed = field.equals("name") || field.equals("kind") ? Tree.text(value) : Tree.bare(value);
        for (LocalDate from : ImmutableList.of(LocalDate.of(2023, 1, 1), LocalDate.of(2024, 1, 1))) {
            assertThat(nation().with(overlay(
                                    CITY, from, change("masterdata/tables/VD10004/rows/2010602/" + field, changed)))
                            .refusals())
                    .extracting(Refusal::code)
                    .contains("masterdata.national-row");
        }
    }

    @ParameterizedTest
    @CsvSource({"true, masterdata.national-row", "false, "})
    void B5_a_place_adds_codes_of_its_own_and_none_of_the_nation_s(String isNational, @Nullable String refused) {
        Overlay adding = OverlayJson.read("""
                {"owner": "310107000", "title": "普陀区", "fiscalYear": 2024, "validFrom": "2024-01-01", "changes": [
                  {"path": "masterdata/tables/ACC_TYPE/rows/99",
                   "source": {"citation": "a place's own", "certainty": "OWN"},
                   "value": {"code": "99", "name": "其他账户", "level": 1, "validFrom": 2024, "national": NATIONAL,
                             "source": {"citation": "a place's own", "certainty": "OWN"}}}]}
                """.replace("NATIONAL", isNational));
        assertThat(nation().with(adding).refusals())
                .extracting(Refusal::code)
                .isEqualTo(refused == null ? ImmutableList.of() : ImmutableList.of(refused));
    }

    @Test
    void B5_a_place_replaces_a_row_of_the_nation_whose_source_is_uncertain() {
        String path = "masterdata/tables/VD10005/rows/50101/name";
        RuleTimeline laid = with(overlay(CITY, change(path, Tree.text("工资奖金津补贴(地方)"))));
        assertThat(laid.at(CITY, 2024, LocalDate.of(2024, 3, 1))
                        .orElseThrow()
                        .rulebook()
                        .masterdata()
                        .tables()
                        .find(Catalogue.GOVERNMENT_ECONOMIC, "50101", 2024)
                        .map(row -> row.name()))
                .isEqualTo(Decision.accepted("工资奖金津补贴(地方)"));
    }

    @Test
    void B4_no_place_drops_a_code_from_the_nation_s_first_day_on() {
        Tree none = Tree.items(ImmutableList.of());
        assertThat(nation().with(overlay(
                                CITY, LocalDate.of(2023, 1, 1), change("masterdata/tables/ACC_TYPE/rows", none)))
                        .refusals())
                .extracting(Refusal::code)
                .contains("masterdata.code-vanished");
    }

    /** Limits whose severity a place sets. */
    private static final ImmutableSet<String> SETTABLE = ImmutableSet.of(
            "temporary/limits/temporary.over-ceiling/severity",
            "payment/limits/payment.over-treasury-balance/severity",
            "payment/limits/payment.over-special-account/severity",
            "settlement/limits/settlement.over-cash/severity",
            "settlement/limits/settlement.over-sent/severity");

    @Test
    void every_measure_and_limit_and_lifecycle_of_the_nation_is_locked_but_for_some_severities() {
        Rulebook rulebook = NationalRulebook.of(2024);
        ImmutableList.Builder<String> statutory = ImmutableList.builder();
        rulebook.accounting().measures().keySet().forEach(code -> statutory.add("accounting/measures/" + code));
        for (String path :
                TreeEdit.flatten(RulebookShapes.RULEBOOK.toTree(rulebook)).keySet()) {
            if ((path.endsWith("ifecycle/fourEyes") || path.matches("[a-z]+/limits/[^/]+/severity"))
                    && !SETTABLE.contains(path)) {
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
}
