package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.fiscalloop.transfer.TransferRules.Since;
import org.junit.jupiter.api.Test;

/** The days that the law gives to issue and to distribute transfers. */
class TransferDaysTest {
    private static final LocalDate ISSUED = LocalDate.of(2024, 3, 1);

    private final FiscalLoop loop =
            FiscalLoop.open(new InMemoryJournal(), RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()));
    private final Level centre = Level.found(loop, Level.CENTRE);
    private final Level city = Level.found(loop, Level.CITY);
    private final Id<Allotment> source = centre.pending("A-1", 1, 1_000);
    private final Id<ReceivedTransfer> there = ReceivedTransfer.id(new DivisionCode(Level.CENTRE), Transfer.id("T-1"));

    private TransferDays received(LocalDate on) {
        ReceivedTransfer transfer = city.find(there);
        return loop.read(city.rules(), reads -> TransferDays.received(transfer, reads, city.rules(), on));
    }

    private TransferDays issued(Transfer transfer, Since congress, LocalDate on) {
        return TransferDays.issued(transfer, congress, LocalDate.of(2024, 1, 31), centre.rules(), on);
    }

    @Test
    void what_has_come_is_distributed_within_thirty_days_and_what_is_not_is_late_day_by_day() {
        Id<Transfer> unused = centre.issue("T-1", source, Level.CITY, 600);
        Level.deliver(centre, city);

        assertThat(received(LocalDate.of(2024, 3, 31)).daysOverdue()).isZero();
        assertThat(received(LocalDate.of(2024, 4, 2)))
                .isEqualTo(new TransferDays(
                        Fen.money(0), Fen.money(600), java.util.Optional.of(LocalDate.of(2024, 3, 31)), 2));
    }

    @Test
    void received_is_not_yet_distributed() {
        Id<Transfer> unused = centre.issue("T-1", source, Level.CITY, 600);
        Level.deliver(centre, city);
        city.done(city.receive(there, "B-1", city.elements(city.project(1, 900)), 500));
        assertThat(received(ISSUED).open()).isEqualTo(Fen.money(600));

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
                                        .amount(Fen.money(450))
                                        .build())))));
        Id<Transfer> further = city.issue("T-2", Allotment.id("B-1"), Level.DISTRICT, 50);

        assertThat(city.find(further).state()).isEqualTo(TransferState.ISSUED);
        assertThat(received(LocalDate.of(2024, 4, 10)).done()).isEqualTo(Fen.money(500));
        assertThat(received(LocalDate.of(2024, 4, 10)).open()).isEqualTo(Fen.money(100));
        assertThat(received(LocalDate.of(2024, 4, 10)).daysOverdue()).isEqualTo(10);
    }

    @Test
    void the_centre_has_ninety_days_for_a_special_transfer_and_a_place_sixty() {
        centre.done(
                centre.ask("finance", new CreateTransfer(Transfer.id("T-1"), centre.terms(source, Level.CITY, 600))));
        Transfer draft = centre.find(Transfer.id("T-1"));
        LocalDate april = LocalDate.of(2024, 4, 30);

        assertThat(issued(draft, Since.NATIONAL_CONGRESS, april).daysOverdue()).isZero();
        assertThat(issued(draft, Since.LOCAL_CONGRESS, april).daysOverdue()).isEqualTo(30);
        assertThat(issued(draft, Since.LOCAL_CONGRESS, april).open()).isEqualTo(Fen.money(600));
        assertThatThrownBy(() -> issued(draft, Since.RECEIPT, april)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_was_issued_late_stays_late_by_the_days_it_was_and_disaster_relief_has_no_number_of_days() {
        centre.on(LocalDate.of(2024, 4, 5));
        Transfer late = centre.find(centre.issue("T-1", source, Level.CITY, 600));
        assertThat(issued(late, Since.LOCAL_CONGRESS, LocalDate.of(2024, 12, 31))
                        .daysOverdue())
                .isEqualTo(5);

        centre.done(centre.ask(
                "finance",
                new CreateTransfer(
                        Transfer.id("T-2"),
                        centre.terms(source, Level.CITY, 1).withKind(TransferTerms.Kind.DISASTER))));
        TransferDays relief = issued(centre.find(Transfer.id("T-2")), Since.LOCAL_CONGRESS, LocalDate.of(2024, 12, 31));
        assertThat(relief.dueOn()).isEmpty();
        assertThat(relief.daysOverdue()).isZero();
    }
}
