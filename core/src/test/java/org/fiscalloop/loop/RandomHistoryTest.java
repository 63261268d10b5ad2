package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCorrected;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentOffset;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRecalled;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSupplemented;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.settlement.SettlementEvents.CashArrived;
import org.fiscalloop.settlement.SettlementEvents.CashLeft;
import org.fiscalloop.settlement.SettlementEvents.SettlementArrived;
import org.fiscalloop.settlement.SettlementEvents.SettlementMessageAcknowledged;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryCeilingSet;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryDisbursed;
import org.fiscalloop.temporary.TemporaryEvents.TemporarySettled;
import org.fiscalloop.virement.VirementEvents.VirementExecuted;
import org.junit.jupiter.api.Test;

class RandomHistoryTest {
    @Test
    void what_came_in_gives_the_same_loop_again() {
        RandomHistory history = RandomHistory.of(7, 60);
        FiscalLoop again = FiscalLoop.open(new InMemoryJournal(), RandomHistory.RULES);
        for (int i = 0; i < history.inputs().size(); i++) {
            assertThat(Walk.give(again, history.inputs().get(i)).record())
                    .isEqualTo(history.outcomes().get(i));
        }
        assertThat(again.digest()).isEqualTo(history.loop().digest());
    }

    @Test
    void the_inputs_of_a_loop_are_its_records_but_for_what_it_matched_by_itself() {
        FiscalLoop loop = RandomHistory.of(11, 120).loop();
        assertThat(RandomHistory.inputsOf(loop))
                .extracting(input -> input.body())
                .containsExactlyElementsOf(RandomHistory.records(loop).stream()
                        .map(JournalRecord::content)
                        .filter(content -> !(content instanceof MatchAgain))
                        .map(content -> (org.fiscalloop.flow.Body) content)
                        .toList());
    }

    /** Otherwise the properties over histories would say nothing about it. */
    @Test
    void histories_do_what_can_be_done_with_issued_allotments() {
        Set<Class<?>> done = new HashSet<>();
        for (long seed = 1; seed <= 70; seed++) {
            for (JournalRecord record : RandomHistory.of(seed, 200).outcomes()) {
                record.events().forEach(event -> done.add(event.getClass()));
            }
        }
        assertThat(done)
                .contains(
                        TemporaryCeilingSet.class,
                        TemporaryDisbursed.class,
                        TemporarySettled.class,
                        CashLeft.class,
                        CashArrived.class,
                        SettlementArrived.class,
                        SettlementMessageAcknowledged.class,
                        AllotmentRecalled.class,
                        AllotmentSupplemented.class,
                        AllotmentCorrected.class,
                        AllotmentOffset.class,
                        VirementExecuted.class);
    }
}
