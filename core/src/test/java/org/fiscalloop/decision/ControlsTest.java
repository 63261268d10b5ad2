package org.fiscalloop.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.decision.DecisionFixtures.OVER;
import static org.fiscalloop.decision.DecisionFixtures.mentions;
import static org.fiscalloop.decision.DecisionFixtures.reason;
import static org.fiscalloop.decision.DecisionFixtures.refusal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ControlsTest {

    private static final Controls<ImmutableList<String>> THREE = new Controls<>(ImmutableList.of(
            mentions("a.hard", Severity.HARD), mentions("a.warn", Severity.WARN), mentions("a.off", Severity.OFF)));

    @Test
    void a_control_that_holds_finds_nothing() {
        assertThat(new Controls<>(ImmutableList.of(withinFive())).examine(500L)).isEqualTo(Findings.none());
    }

    @Test
    void a_violated_control_gives_its_reason_with_the_facts() {
        assertThat(new Controls<>(ImmutableList.of(withinFive())).examine(501L).refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).isEqualTo("asked 5.01, available 5.00"));
    }

    @Test
    void the_severity_in_force_decides_what_a_violation_does() {
        Findings findings = THREE.examine(ImmutableList.of("a.warn", "a.off", "a.hard", "a.warn"));
        assertThat(findings.refusals()).extracting(Refusal::code).containsExactly("a.hard");
        assertThat(findings.warnings()).extracting(Refusal::code).containsExactly("a.warn", "a.warn");
    }

    @Test
    void a_control_that_is_off_is_not_asked() {
        AtomicInteger asked = new AtomicInteger();
        Control<Long> off = Control.adjustable(OVER, Severity.OFF, each -> {
            asked.incrementAndGet();
            return Check.holds();
        });
        assertThat(new Controls<>(ImmutableList.of(off)).examine(1L)).isEqualTo(Findings.none());
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_statutory_control_is_hard_only() {
        assertThat(withinFive().permitted()).containsExactly(Severity.HARD);
        assertThat(withinFive().severity()).isEqualTo(Severity.HARD);
        assertThatThrownBy(() -> withinFive().withSeverity(Severity.WARN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("severity of payment.over-allotment must be one of [HARD]: WARN");
    }

    @Test
    void permitted_severities_go_from_mild_to_severe() {
        Check<Long> holds = each -> Check.holds();
        Control<Long> control =
                new Control<>(OVER, ImmutableSet.of(Severity.HARD, Severity.WARN), Severity.WARN, holds);
        assertThat(control.permitted()).containsExactly(Severity.WARN, Severity.HARD);
        assertThat(Control.adjustable(OVER, Severity.WARN, holds).permitted())
                .containsExactly(Severity.OFF, Severity.WARN, Severity.HARD);
        assertThatThrownBy(() -> new Control<>(OVER, ImmutableSet.of(), Severity.HARD, holds))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("severity of payment.over-allotment must be one of []: HARD");
    }

    @Test
    void another_severity_changes_nothing_else() {
        Control<ImmutableList<String>> hard = mentions("a.hard", Severity.HARD);
        Control<ImmutableList<String>> warn = hard.withSeverity(Severity.WARN);
        assertThat(warn).isEqualTo(new Control<>(hard.reason(), hard.permitted(), Severity.WARN, hard.check()));
    }

    @Test
    void severities_are_set_by_code_and_the_others_stay() {
        Controls<ImmutableList<String>> set =
                THREE.withSeverities(ImmutableMap.of("a.off", Severity.HARD, "a.hard", Severity.OFF));
        assertThat(set.controls())
                .extracting(Control::severity)
                .containsExactly(Severity.OFF, Severity.WARN, Severity.HARD);
        assertThat(set.reasons()).isEqualTo(THREE.reasons());
    }

    @Test
    void a_severity_of_an_unknown_control_or_one_that_is_not_permitted_is_a_broken_argument() {
        assertThatThrownBy(() -> THREE.withSeverities(ImmutableMap.of("a.other", Severity.OFF)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no control has the code a.other");
        Controls<Long> statutory = new Controls<>(ImmutableList.of(withinFive()));
        assertThatThrownBy(() -> statutory.withSeverities(ImmutableMap.of("payment.over-allotment", Severity.OFF)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be one of [HARD]");
    }

    @Test
    void a_code_stands_once_among_controls() {
        assertThatThrownBy(() -> THREE.and(new Controls<>(ImmutableList.of(mentions("a.warn", Severity.HARD)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("reason is declared twice: a.warn");
    }

    @Test
    void controls_of_a_host_come_after_ours() {
        Controls<ImmutableList<String>> all =
                THREE.and(new Controls<>(ImmutableList.of(mentions("a.extra", Severity.HARD))));
        assertThat(all.controls()).extracting(Control::code).containsExactly("a.hard", "a.warn", "a.off", "a.extra");
        assertThat(all.examine(ImmutableList.of("a.extra", "a.hard")).refusals())
                .extracting(Refusal::code)
                .containsExactly("a.hard", "a.extra");
    }

    @Test
    void controls_are_found_by_code_and_list_their_reasons() {
        assertThat(THREE.find("a.warn")).contains(THREE.controls().get(1));
        assertThat(THREE.find("a.other")).isEmpty();
        assertThat(THREE.reasons()).isEqualTo(Reasons.of(reason("a.off"), reason("a.warn"), reason("a.hard")));
    }

    @Test
    void findings_without_a_refusal_accept_with_the_warnings() {
        Findings findings = new Findings(ImmutableList.of(), ImmutableList.of(refusal("a.warn")));
        assertThat(findings.decide(() -> "paid"))
                .isEqualTo(new Decision.Accepted<>("paid", ImmutableList.of(refusal("a.warn"))));
    }

    @Test
    void findings_with_a_refusal_refuse_and_make_no_value() {
        Findings findings =
                new Findings(ImmutableList.of(refusal("a.one"), refusal("a.two")), ImmutableList.of(refusal("a.warn")));
        AtomicInteger made = new AtomicInteger();
        assertThat(findings.<Integer>decide(made::incrementAndGet))
                .isEqualTo(Decision.refused(refusal("a.one"), refusal("a.two")));
        assertThat(made).hasValue(0);
    }

    @Test
    void findings_join_in_order() {
        Findings first = new Findings(ImmutableList.of(refusal("a.one")), ImmutableList.of(refusal("b.one")));
        Findings then = new Findings(ImmutableList.of(refusal("a.two")), ImmutableList.of(refusal("b.two")));
        assertThat(first.and(then))
                .isEqualTo(new Findings(
                        ImmutableList.of(refusal("a.one"), refusal("a.two")),
                        ImmutableList.of(refusal("b.one"), refusal("b.two"))));
    }

    private static Control<Long> withinFive() {
        return Control.statutory(
                OVER,
                asked -> asked <= 500
                        ? Check.holds()
                        : Check.violated(Facts.of("asked", Fact.amount(asked)).and("available", Fact.amount(500))));
    }
}
