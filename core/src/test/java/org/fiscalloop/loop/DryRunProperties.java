package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.rulebook.RuleTimeline;

/** What would be answered is what is answered, whatever is asked. */
@Domain(Step.Histories.class)
class DryRunProperties {
    private static void assertForetold(Walk walk, RuleTimeline rules) {
        assertForetold(walk, World.open(rules, new InMemoryJournal()).loop());
    }

    private static void assertForetold(Walk walk, FiscalLoop loop) {
        for (Input input : walk.inputs) {
            if (input instanceof Command command) {
                assertForetold(loop, command);
            } else {
                Walk.give(loop, input);
            }
        }
        assertThat(loop.hash()).isEqualTo(walk.loop.hash());
        assertThat(loop.digest()).isEqualTo(walk.loop.digest());
    }

    private static void assertForetold(FiscalLoop loop, Command command) {
        long size = loop.size();
        Outcome foretold = loop.dryRun(command);
        assertThat(loop.size()).isEqualTo(size);
        Outcome outcome = loop.ask(command);
        assertThat(foretold.record()).isEqualTo(outcome.record());
        assertThat(foretold.left()).isEqualTo(outcome.left());
        assertThat(foretold.isRepeat()).isEqualTo(outcome.isRepeat());
    }

    @Property(tries = 20)
    void a_dry_run_is_the_later_decision_when_nothing_has_changed(@ForAll List<Step> steps) {
        assertForetold(Walk.of(steps, nobody -> {}), Walk.RULES);
    }

    @Property(tries = 20)
    void a_dry_run_is_the_later_decision_under_dual_control_too(@ForAll List<Step> steps) {
        assertForetold(Walk.planned(steps, nobody -> {}), Plans.RULES);
    }

    @Property(tries = 20)
    void a_dry_run_is_the_later_decision_where_payments_are_monitored_too(@ForAll List<Step> steps) {
        assertForetold(
                Walk.monitored(steps, nobody -> {}),
                World.open(Monitors.RULES, new InMemoryJournal(), Monitors.PORT).loop());
    }
}
