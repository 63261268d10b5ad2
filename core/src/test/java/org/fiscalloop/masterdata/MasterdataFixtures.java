package org.fiscalloop.masterdata;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;

/** The smallest valid things, and what every test of a refusal looks at. */
final class MasterdataFixtures {

    static final Source SOURCE = Source.own("a test");
    static final DivisionCode PUTUO = new DivisionCode("310107000");
    static final DivisionCode XIAMEN = new DivisionCode("350200000");

    /** A code set of a province, whose codes may stand on documents at any level. */
    static final Catalogue LOCAL = new Catalogue("XM01", "local label", "地方标签", 1, SOURCE);

    private MasterdataFixtures() {}

    static CodeTable.Scope scope(Catalogue catalogue, int firstYear, int lastYear) {
        return new CodeTable.Scope(catalogue, DivisionCode.NATIONAL, firstYear, lastYear);
    }

    static CodeTable table(Catalogue catalogue, CodeRow... rows) {
        return accepted(CodeTable.of(scope(catalogue, 2024, 2025), ImmutableList.copyOf(rows)));
    }

    /** A leaf at level 1, valid from 2024 on. */
    static ImmutableCodeRow.Builder row(String code) {
        return ImmutableCodeRow.builder()
                .code(code)
                .name("name of " + code)
                .level(1)
                .validFrom(2024)
                .source(SOURCE);
    }

    /** A leaf below another row, valid from 2024 on. */
    static ImmutableCodeRow.Builder row(String code, String parent, int level) {
        return row(code).parent(parent).level(level);
    }

    /** An office expense of the finance bureau of 普陀区 in 2024. */
    static ImmutableElements.Builder elements() {
        return ImmutableElements.builder()
                .division(PUTUO)
                .fiscalYear(2024)
                .agency(new AgencyCode("105001"))
                .project(new ProjectCode("310107241050000000001"))
                .function("2010601")
                .governmentEconomic("50201")
                .departmentEconomic("30201")
                .fund("111");
    }

    static <T> T accepted(Decision<T> decision) {
        assertThat(decision.refusals()).isEmpty();
        Optional<T> value = decision.match(yes -> Optional.of(yes.value()), no -> Optional.empty());
        return value.orElseThrow();
    }

    /** The refusals of a decision that says no, each of which can be read in both languages. */
    static ImmutableList<Refusal> refused(Decision<?> decision) {
        assertThat(decision.isAccepted()).as("accepted: %s", decision).isFalse();
        return readable(decision.refusals());
    }

    /** The one refusal of a decision that says no, with this code. */
    static Refusal refusedFor(String code, Decision<?> decision) {
        ImmutableList<Refusal> refusals = refused(decision);
        assertThat(refusals).extracting(Refusal::code).containsExactly(code);
        return refusals.get(0);
    }

    static Fact factOf(Refusal refusal, String name) {
        return requireNonNull(refusal.facts().get(name), name);
    }

    static ImmutableList<Refusal> readable(ImmutableList<Refusal> refusals) {
        assertThat(refusals)
                .allSatisfy(refusal -> assertThat(refusal.text()).isNotBlank())
                .allSatisfy(refusal -> assertThat(refusal.textZh()).isNotBlank())
                .allSatisfy(refusal ->
                        assertThat(MasterdataReasons.ALL.find(refusal.code())).contains(refusal.reason()));
        return refusals;
    }
}
