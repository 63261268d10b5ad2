package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;
import static org.fiscalloop.transfer.Level.DISTRICT;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetAmounts;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** A transfer from level to level, in one loop. */
class TransferTest {
    private final FiscalLoop loop =
            FiscalLoop.open(new InMemoryJournal(), RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()));
    private final Level centre = Level.found(loop, CENTRE);
    private final Level city = Level.found(loop, CITY);
    private final Level district = Level.found(loop, DISTRICT);
    private final Id<Allotment> source = centre.pending("A-1", 1, 1_000);

    private static Id<ReceivedTransfer> received(String from, String transfer) {
        return ReceivedTransfer.id(new org.fiscalloop.masterdata.DivisionCode(from), Transfer.id(transfer));
    }

    @Test
    void what_is_issued_leaves_as_a_message_and_has_arrived_when_the_other_says_so() {
        Id<Transfer> transfer = centre.issue("T-1", source, CITY, 600);

        assertThat(loop.outbox()).hasSize(1);
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.ISSUED);
        assertThat(centre.balance(AllotmentMeasure.PENDING, centre.find(source).segments()))
                .isEqualTo(400);
        assertThat(centre.balance(TransferMeasure.IN_FORCE, transfer)).isEqualTo(600);

        Level.deliver(centre, city);

        assertThat(loop.outbox()).isEmpty();
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.DELIVERED);
        ReceivedTransfer arrived = city.find(received(CENTRE, "T-1"));
        assertThat(arrived.terms().documentNo()).isEqualTo("上级〔2024〕A-1号");
        assertThat(arrived.terms().function()).isEqualTo("20106");
        assertThat(city.balance(TransferMeasure.TO_RECEIVE, arrived.id())).isEqualTo(600);
    }

    @Test
    void what_is_received_makes_a_line_of_the_transfer_and_an_allotment_to_be_distributed() {
        Id<Transfer> unused = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        Id<Project> project = city.project(1, 900);
        Id<ReceivedTransfer> transfer = received(CENTRE, "T-1");

        city.done(city.receive(transfer, "B-1", city.elements(project), 250));

        BudgetLine line = city.find(BudgetLine.id("L-B-1"));
        BudgetAmounts amounts = loop.read(city.rules(), reads -> BudgetAmounts.of(line, reads));
        assertThat(amounts.transferred()).isEqualTo(Fen.money(250));
        assertThat(amounts.current()).isEqualTo(Fen.money(250));
        assertThat(line.terms().upperDocumentNo()).contains("上级〔2024〕A-1号");
        Allotment allotment = city.find(Allotment.id("B-1"));
        assertThat(allotment.terms().flag()).isEqualTo(AllotmentFlag.PENDING);
        assertThat(allotment.terms().upperDocumentNo()).contains("上级〔2024〕A-1号");
        assertThat(city.balance(AllotmentMeasure.PENDING, allotment.segments())).isEqualTo(250);
        assertThat(city.find(project).state()).isEqualTo(ProjectState.EXECUTING);
        assertThat(city.balance(TransferMeasure.TO_RECEIVE, transfer)).isEqualTo(350);
        assertThat(city.balance(TransferMeasure.RECEIVED, transfer)).isEqualTo(250);
    }

    @Test
    void a_part_that_is_split_off_is_of_the_same_document_of_the_level_above() {
        Id<Transfer> unused = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        city.done(city.receive(received(CENTRE, "T-1"), "B-1", city.elements(city.project(1, 900)), 600));
        Allotment parent = city.find(Allotment.id("B-1"));

        city.done(city.ask(
                "finance",
                new SplitAllotment(
                        Allotment.id("B-1"),
                        ImmutableList.of(new Part(
                                Allotment.id("B-2"),
                                ImmutableAllotmentTerms.builder()
                                        .from(parent.terms())
                                        .flag(AllotmentFlag.EXECUTABLE)
                                        .upperDocumentNo(Optional.empty())
                                        .amount(Fen.money(100))
                                        .build())))));

        assertThat(city.find(Allotment.id("B-2")).terms().upperDocumentNo()).contains("上级〔2024〕A-1号");
    }

    @Test
    void what_was_received_is_issued_further_down_and_received_there() {
        Id<Transfer> unused = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        city.done(city.receive(received(CENTRE, "T-1"), "B-1", city.elements(city.project(1, 900)), 600));

        Id<Transfer> further = city.issue("T-1B", Allotment.id("B-1"), DISTRICT, 500);
        Level.deliver(centre, city, district);
        district.done(
                district.receive(received(CITY, "T-1B"), "C-1", district.elements(district.project(1, 900)), 500));

        assertThat(city.find(further).state()).isEqualTo(TransferState.DELIVERED);
        assertThat(city.balance(
                        AllotmentMeasure.PENDING, city.find(Allotment.id("B-1")).segments()))
                .isEqualTo(100);
        assertThat(district.balance(
                        AllotmentMeasure.PENDING,
                        district.find(Allotment.id("C-1")).segments()))
                .isEqualTo(500);
    }

    @Test
    void what_is_not_received_is_given_back_and_can_be_distributed_otherwise_above() {
        Id<Transfer> transfer = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        Id<ReceivedTransfer> there = received(CENTRE, "T-1");

        city.done(city.giveBack(there, Optional.empty(), 200));
        assertThat(city.find(there).state()).isEqualTo(ReceivedState.GIVING_BACK);
        assertThat(city.balance(TransferMeasure.GIVING_BACK, there)).isEqualTo(200);
        Level.deliver(centre, city);

        assertThat(city.find(there).state()).isEqualTo(ReceivedState.DELIVERED);
        assertThat(city.balance(TransferMeasure.GIVING_BACK, there)).isZero();
        assertThat(city.balance(TransferMeasure.TO_RECEIVE, there)).isEqualTo(400);
        assertThat(centre.balance(TransferMeasure.IN_FORCE, transfer)).isEqualTo(400);
        assertThat(centre.balance(AllotmentMeasure.PENDING, centre.find(source).segments()))
                .isEqualTo(600);
    }

    @Test
    void what_was_received_goes_back_by_the_way_it_came_to_the_reserve_of_its_project() {
        Id<Transfer> unused = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        Id<ReceivedTransfer> there = received(CENTRE, "T-1");
        Id<Project> project = city.project(1, 600);
        city.done(city.receive(there, "B-1", city.elements(project), 600));

        city.done(city.giveBack(there, Optional.of(Allotment.id("B-1")), 200));
        Level.deliver(centre, city);

        assertThat(city.balance(TransferMeasure.RECEIVED, there)).isEqualTo(400);
        assertThat(city.balance(
                        AllotmentMeasure.PENDING, city.find(Allotment.id("B-1")).segments()))
                .isEqualTo(400);
        BudgetLine line = city.find(BudgetLine.id("L-B-1"));
        assertThat(loop.read(city.rules(), reads -> BudgetAmounts.of(line, reads))
                        .current())
                .isEqualTo(Fen.money(400));
        assertThat(city.balance(
                        org.fiscalloop.project.ProjectMeasure.OPEN,
                        city.find(project).segments()))
                .isEqualTo(200);
    }

    @Test
    void a_recall_is_asked_and_visible_on_both_sides_until_it_is_answered() {
        Id<Transfer> transfer = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        Id<ReceivedTransfer> there = received(CENTRE, "T-1");

        centre.done(centre.recall(transfer, 250));
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.RECALLING);
        Level.deliver(centre, city);
        assertThat(centre.find(transfer).state()).isEqualTo(TransferState.DELIVERED);
        assertThat(centre.balance(TransferMeasure.ASKED_BACK, transfer)).isEqualTo(250);
        assertThat(city.balance(TransferMeasure.CLAIMED, there)).isEqualTo(250);

        city.done(city.giveBack(there, Optional.empty(), 100));
        Level.deliver(centre, city);
        assertThat(centre.balance(TransferMeasure.ASKED_BACK, transfer)).isEqualTo(150);
        assertThat(city.balance(TransferMeasure.CLAIMED, there)).isEqualTo(150);
        assertThat(centre.balance(TransferMeasure.IN_FORCE, transfer)).isEqualTo(500);
    }

    @Test
    void a_recall_that_crosses_what_is_given_back_asks_for_no_more_than_is_left() {
        Id<Transfer> transfer = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        Id<ReceivedTransfer> there = received(CENTRE, "T-1");

        city.done(city.giveBack(there, Optional.empty(), 500));
        centre.done(centre.recall(transfer, 250));
        Level.deliver(centre, city);

        assertThat(city.balance(TransferMeasure.TO_RECEIVE, there)).isEqualTo(100);
        assertThat(city.balance(TransferMeasure.CLAIMED, there)).isEqualTo(100);
        assertThat(centre.balance(TransferMeasure.IN_FORCE, transfer)).isEqualTo(100);
        assertThat(centre.balance(TransferMeasure.ASKED_BACK, transfer)).isEqualTo(100);
    }

    @Test
    void a_recall_that_comes_before_its_transfer_waits_for_it_and_is_acknowledged_then() {
        FiscalLoop above = FiscalLoop.open(new InMemoryJournal(), loop.rules());
        Level other = Level.found(above, "350000000");
        Id<Transfer> transfer = other.issue("T-9", other.pending("A-9", 1, 500), CITY, 500);
        var issue = other.take().get(0);
        other.tell(new org.fiscalloop.flow.Notice(
                new org.fiscalloop.flow.InputId(CITY, "reply"),
                "350000000",
                Level.YEAR,
                other.day(),
                new TransferNotices.MessageReceived(transfer, issue.id())));
        other.done(other.recall(transfer, 100));
        var recall = other.take().get(0);

        assertThat(city.tell(recall).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        city.done(city.tell(issue));

        assertThat(city.balance(TransferMeasure.CLAIMED, received("350000000", "T-9")))
                .isEqualTo(100);
        assertThat(city.take())
                .extracting(notice -> ((TransferNotices.MessageReceived) notice.body()).message())
                .containsExactly(issue.id(), recall.id());
        assertThat(city.tell(recall).messages()).hasSize(1);
    }

    @Test
    void the_loop_is_what_its_records_say_and_verifies() {
        Id<Transfer> transfer = centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        centre.done(centre.recall(transfer, 250));
        city.done(city.receive(received(CENTRE, "T-1"), "B-1", city.elements(city.project(1, 900)), 250));

        assertThat(loop.verify()).isEmpty();
    }
}
