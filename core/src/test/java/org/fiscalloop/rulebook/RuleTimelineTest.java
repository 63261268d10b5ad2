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
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.OverlayJson;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.payment.PaymentRules.Occupation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    void a_division_that_a_province_adds_has_its_rules_and_overlays_of_its_own() {
        Overlay adding = adding("310115000", PROVINCE);
        assertThat(nation().knows("310115000", 2024)).isFalse();
        assertThat(nation().at("310115000", 2024, MARCH)).isEmpty();

        RuleTimeline added = with(adding);
        RuleTimeline own = added.with(overlay("310115000", change(OCCUPATION, Tree.text("SAVE"))))
                .match(yes -> yes.value(), no -> {
                    throw new AssertionError(no.refusals());
                });

        assertThat(added.knows("310115000", 2024)).isTrue();
        assertThat(added.at("310115000", 2024, MARCH)).isEqualTo(added.at(PROVINCE, 2024, MARCH));
        assertThat(at(own, "310115000", MARCH).payment().occupation()).isEqualTo(Occupation.SAVE);
        assertThat(at(own, CITY, MARCH).payment().occupation()).isEqualTo(Occupation.SUBMIT);
        assertThat(own.knows("310115000", 2023)).isFalse();
    }

    @Test
    void a_province_adds_no_division_of_another() {
        assertThat(with(adding("440305000", "440000000")).knows("440305000", 2024))
                .isFalse();
    }

    private static Overlay adding(String division, String above) {
        return OverlayJson.read("""
                {"owner": "310000000", "title": "上海市", "fiscalYear": 2024, "validFrom": "2024-01-01", "changes": [
                  {"path": "masterdata/tables/VD08001/rows/DIVISION",
                   "source": {"citation": "GB/T 2260", "certainty": "CERTAIN"},
                   "value": {"code": "DIVISION", "name": "一区", "parent": "ABOVE", "level": 2, "leaf": true,
                             "validFrom": 2023, "source": {"citation": "GB/T 2260", "certainty": "CERTAIN"}}}]}
                """.replace("DIVISION", division).replace("ABOVE", above));
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

    @ParameterizedTest
    @ValueSource(strings = {"payment-request.SUBMITED", "payment-request.PAID", "budget-line"})
    void posts_of_a_phase_that_no_document_passes_are_refused_naming_the_phases(String phase) {
        Tree posts = Tree.items(ImmutableList.of(CityRules.post("head", CityRules.HEAD)));
        Refusal refusal = refusals(nation().with(overlay(CITY, change("payment/reviews/" + phase, posts))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.not-valid");
        assertThat(refusal.text()).contains(phase, "budget-line.SUBMITTED", "payment-request.SUBMITTED");
    }

    @ParameterizedTest
    @CsvSource({
        "requiredOn, payment-requst, payment-request",
        "dimension, extra-9, extra-8",
        "dimension, fund, extra-8",
        "code, local-tga, local-tag"
    })
    void an_element_with_a_word_that_there_is_not_is_refused_naming_those_there_are(
            String item, String given, String allowed) {
        Tree value = item.equals("requiredOn") ? Tree.items(ImmutableList.of(Tree.text(given))) : Tree.text(given);
        String path = "masterdata/elements/declarations/" + CityRules.TAG + "/" + item;
        Refusal refusal = refusals(with(CityRules.overlay()).with(overlay(CITY, change(path, value))))
                .get(0);
        assertThat(refusal.code()).isEqualTo("rulebook.not-valid");
        assertThat(refusal.text()).contains(path, given, allowed);
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
