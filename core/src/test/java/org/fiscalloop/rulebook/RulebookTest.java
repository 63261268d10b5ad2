package org.fiscalloop.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.accounting.ImmutableAccountingRules;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.RulebookJson;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.payment.ImmutablePaymentRules;
import org.fiscalloop.payment.PaymentRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulebookTest {
    private static final Rulebook NATION = NationalRulebook.of(2024);

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025})
    void a_rulebook_goes_to_a_tree_and_back(int year) {
        Rulebook rulebook = NationalRulebook.of(year);
        Rulebook read = RulebookShapes.RULEBOOK.fromTree(RulebookShapes.RULEBOOK.toTree(rulebook));
        assertThat(RulebookDifference.between(rulebook, read).items()).isEmpty();
        assertThat(RulesInForce.fingerprint(read)).isEqualTo(RulesInForce.fingerprint(rulebook));
        assertThat(read.accounting().rules()).isEqualTo(rulebook.accounting().rules());
        assertThat(read.accounting().cases()).isEqualTo(rulebook.accounting().cases());
        assertThat(read.limits()).isEqualTo(rulebook.limits());
        assertThat(read.provenance()).isEqualTo(rulebook.provenance());
        assertThat(read).isEqualTo(rulebook);
    }

    @ParameterizedTest
    @ValueSource(ints = {2023, 2024, 2025})
    void a_rulebook_goes_to_json_and_back(int year) {
        Rulebook rulebook = NationalRulebook.of(year);
        String text = RulebookJson.write(rulebook);
        Rulebook read = RulebookJson.read(text);
        assertThat(RulesInForce.fingerprint(read)).isEqualTo(RulesInForce.fingerprint(rulebook));
        assertThat(RulebookJson.write(read)).isEqualTo(text);
    }

    @Test
    void a_rulebook_goes_to_bytes_and_back() {
        Rulebook read = RulebookShapes.RULEBOOK.decode(RulebookShapes.RULEBOOK.encode(NATION));
        assertThat(RulebookDifference.between(NATION, read).items()).isEmpty();
        assertThat(RulesInForce.fingerprint(read)).isEqualTo(RulesInForce.fingerprint(NATION));
    }

    @Test
    void every_year_has_its_own_fingerprint() {
        assertThat(NationalRulebook.all().stream()
                        .map(RulesInForce::fingerprint)
                        .distinct())
                .hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2022, 2026})
    void the_nation_has_no_rulebook_for_other_years(int year) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NationalRulebook.of(year))
                .withMessageContaining(Integer.toString(year));
    }

    @Test
    void two_rulebooks_differ_in_what_was_changed_and_in_nothing_else() {
        Rulebook other = ImmutableRulebook.builder()
                .from(NATION)
                .payment(ImmutablePaymentRules.builder()
                        .from(NATION.payment())
                        .occupation(PaymentRules.Occupation.SAVE)
                        .severities(ImmutableMap.of("payment.own-account", Severity.WARN))
                        .build())
                .build();
        assertThat(RulebookDifference.between(NATION, other).items())
                .containsExactly(
                        new RulebookDifference.Item("payment/occupation", Optional.of("SUBMIT"), Optional.of("SAVE")),
                        new RulebookDifference.Item(
                                "payment/severities/payment.own-account", Optional.empty(), Optional.of("WARN")));
        assertThat(RulebookDifference.between(other, NATION).items())
                .extracting(Object::toString)
                .containsExactly(
                        "payment/occupation: SAVE -> SUBMIT", "payment/severities/payment.own-account: WARN -> (none)");
    }

    @Test
    void a_rulebook_does_not_differ_from_itself() {
        assertThat(RulebookDifference.between(NATION, NationalRulebook.of(2024)).items())
                .isEmpty();
    }

    @Test
    void every_item_of_a_rulebook_has_a_source() {
        Set<String> unsourced = new TreeSet<>();
        TreeEdit.flatten(RulebookShapes.RULEBOOK.toTree(NATION)).keySet().stream()
                .filter(path -> !path.startsWith("provenance/"))
                .filter(path -> NATION.provenance().keySet().stream()
                        .noneMatch(sourced ->
                                Overlay.Change.within(path, sourced) || Overlay.Change.within(sourced, path)))
                .forEach(unsourced::add);
        assertThat(unsourced).containsExactlyInAnyOrder("fiscalYear", "title", "validFrom");
    }

    @Test
    void every_source_says_where_from_and_how_certain() {
        assertThat(NATION.provenance()).isNotEmpty().allSatisfy((path, item) -> {
            assertThat(item.source().citation()).isNotBlank();
            assertThat(item.source().certainty()).isNotNull();
        });
    }

    @Test
    void a_rulebook_that_leaves_a_posting_open_does_not_build() {
        var cases = NATION.accounting().cases();
        Rulebook open = withAccounting(ImmutableAccountingRules.builder()
                .from(NATION.accounting())
                .cases(ImmutableMap.copyOf(Maps.filterKeys(cases, key -> !key.equals("payment-cleared"))))
                .build());
        assertThatThrownBy(() -> RuleTimeline.of(LoopFlow.ALL, ImmutableList.of(open)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("payment-cleared");
    }

    @Test
    void a_rulebook_that_leaves_a_measure_open_does_not_build() {
        var measures = NATION.accounting().measures();
        for (var measure : LoopFlow.ALL.measures()) {
            Rulebook open = withAccounting(ImmutableAccountingRules.builder()
                    .from(NATION.accounting())
                    .measures(ImmutableMap.copyOf(Maps.filterKeys(measures, key -> !key.equals(measure.code()))))
                    .build());
            assertThatThrownBy(() -> RuleTimeline.of(LoopFlow.ALL, ImmutableList.of(open)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(measure.code());
        }
    }

    private static Rulebook withAccounting(ImmutableAccountingRules accounting) {
        return ImmutableRulebook.builder().from(NATION).accounting(accounting).build();
    }

    @Test
    void the_city_s_rulebook_goes_to_json_and_back() {
        Rulebook city = CityRules.with(CityRules.overlay())
                .at(CityRules.CITY, 2024, LocalDate.of(2024, 3, 1))
                .orElseThrow()
                .rulebook();
        Rulebook read = RulebookJson.read(RulebookJson.write(city));
        assertThat(RulebookDifference.between(city, read).items()).isEmpty();
        assertThat(RulesInForce.fingerprint(read)).isEqualTo(RulesInForce.fingerprint(city));
    }

    @Test
    void the_difference_of_city_and_nation_is_the_overlay() {
        Rulebook city = CityRules.with(CityRules.overlay())
                .at(CityRules.CITY, 2024, LocalDate.of(2024, 3, 1))
                .orElseThrow()
                .rulebook();
        assertThat(RulebookDifference.between(NATION, city).items())
                .extracting(RulebookDifference.Item::path)
                .allSatisfy(path -> assertThat(path)
                        .matches("title|validFrom|provenance/.*|payment/severities/payment.own-account"
                                + "|payment/occupation|payment/reviews/payment-request.SUBMITTED.*"
                                + "|masterdata/elements/declarations.*"))
                .contains(
                        "payment/occupation",
                        "payment/severities/payment.own-account",
                        "masterdata/elements/declarations/local-tag/code",
                        "payment/reviews/payment-request.SUBMITTED/unit-head/duty",
                        "payment/reviews/payment-request.SUBMITTED/finance-review/duty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/payment", "payment/"})
    void a_path_is_names_with_slashes_between(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CityRules.change(path, Tree.text("SAVE")))
                .withMessageContaining("path");
    }
}
