package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;

/** A host over its own tables and the loop in memory are one engine: the same inputs, the same outcomes. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class HostProperties {
    /** A host that has taken in what founds the world of a history. */
    private static Host founded() {
        return founded(new Host(Walk.RULES), World.open(Walk.RULES, new InMemoryJournal()));
    }

    private static Host founded(Host host, World world) {
        for (JournalRecord record : records(world.loop())) {
            JournalRecord.Header header = record.header();
            host.take(new Command(
                    new InputId(header.sender(), header.id()),
                    header.actor(),
                    header.division(),
                    header.fiscalYear(),
                    header.on(),
                    (Body) record.content()));
        }
        return host;
    }

    private static List<JournalRecord> records(FiscalLoop loop) {
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = loop.records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        return records;
    }

    private static void giveAll(Walk walk, Host host) {
        for (int i = 0; i < walk.inputs.size(); i++) {
            assertThat(host.take(walk.inputs.get(i)))
                    .isEqualTo(walk.outcomes.get(i).record());
        }
    }

    @Property(tries = 40)
    void a_host_over_its_own_tables_gives_the_outcomes_of_the_loop(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        Host host = founded();
        giveAll(walk, host);
        assertThat(host.journal()).isEqualTo(records(walk.loop));
        host.documents()
                .forEach((id, document) ->
                        assertThat(walk.loop.find(id).map(Object.class::cast)).contains(document));
        var kept = walk.loop.balances().kept();
        assertThat(host.cells()).hasSameSizeAs(kept);
        kept.forEach(
                cell -> assertThat(host.balance(cell.account(), cell.key())).isEqualTo(cell.balance()));
    }

    @Property(tries = 40)
    void a_host_that_monitors_gives_the_outcomes_of_the_loop_that_does(@ForAll List<Step> steps) {
        Walk walk = Walk.monitored(steps, nobody -> {});
        Host host = founded(
                Host.monitoring(Monitors.RULES, Monitors.PORT),
                World.open(Monitors.RULES, new InMemoryJournal(), Monitors.PORT));
        giveAll(walk, host);
        assertThat(host.journal()).isEqualTo(records(walk.loop));
    }

    @Property(tries = 10)
    void INV_04_a_host_that_is_given_a_whole_history_again_writes_nothing(@ForAll List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        Host host = founded();
        giveAll(walk, host);
        int size = host.journal().size();
        giveAll(walk, host);
        assertThat(host.journal()).hasSize(size);
    }
}
