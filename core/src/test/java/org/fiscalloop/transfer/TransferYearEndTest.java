package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.transfer.Level.CENTRE;
import static org.fiscalloop.transfer.Level.CITY;
import static org.fiscalloop.transfer.Level.YEAR;
import static org.fiscalloop.transfer.Level.codes;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.RegisterAction;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.junit.jupiter.api.Test;

/** Transfers at the end of their year: what still moves, what is warned of when the year closes, and what comes too late. */
class TransferYearEndTest {
    private static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);
    private static final LocalDate NEW_YEAR = LAST_DAY.plusDays(1);

    private final FiscalLoop loop =
            FiscalLoop.open(new InMemoryJournal(), RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all()));
    private final Level centre = Level.found(loop, CENTRE);
    private final Level city = Level.found(loop, CITY);
    private final Id<Allotment> source = centre.pending("A-1", 1, 600);
    private final Id<Transfer> transfer = Transfer.id("T-1");
    private final Id<ReceivedTransfer> there = ReceivedTransfer.id(new DivisionCode(CENTRE), transfer);

    private static Outcome close(Level level) {
        level.on(LAST_DAY);
        level.done(level.ask("head", new CloseAgencyYear(level.division, Level.AGENCY, YEAR)));
        return level.done(level.ask("finance", new CloseDivisionYear(level.division, YEAR)));
    }

    private static List<String> warnings(Outcome outcome) {
        assertThat(outcome.warnings()).extracting(Refusal::code).allMatch("closing.transfers-open"::equals);
        return outcome.warnings().stream().map(Refusal::text).toList();
    }

    @Test
    void after_the_year_nothing_is_issued_asked_back_received_or_given_back() {
        Elements elements = city.elements(city.project(1, 600));
        TransferTerms terms = centre.terms(source, CITY, 100);
        centre.done(centre.ask("finance", new CreateTransfer(Transfer.id("T-2"), terms)));
        centre.issue("T-1", source, CITY, 500);
        Level.deliver(centre, city);
        centre.on(NEW_YEAR);
        city.on(NEW_YEAR);

        assertThat(codes(centre.ask("finance", new CreateTransfer(Transfer.id("T-3"), terms))))
                .containsExactly("transfer.year-over");
        assertThat(codes(centre.act("finance", Transfer.id("T-2"), TransferAction.SUBMIT)))
                .containsExactly("transfer.year-over");
        Outcome recalled = centre.recall(transfer, 1);
        assertThat(codes(recalled)).containsExactly("transfer.year-over");
        assertThat(recalled.refusals().get(0).text()).isEqualTo("2025-01-01 is after fiscal year 2024");
        assertThat(codes(city.receive(there, "B-1", elements, 1)))
                .containsExactly("transfer.year-over", "budget.year-over");
        assertThat(codes(city.giveBack(there, Optional.empty(), 1))).containsExactly("transfer.year-over");
    }

    @Test
    void the_level_above_is_warned_of_what_the_level_below_has_not_said_it_has() {
        centre.issue("T-1", source, CITY, 600);

        assertThat(warnings(close(centre)))
                .containsExactly("6.00 of T-1 is on its way to the level below; after the year it can only be settled"
                        + " between the two levels");
    }

    @Test
    void the_level_below_is_warned_of_what_it_has_not_received_and_of_what_is_on_its_way_back() {
        centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        city.done(city.giveBack(there, Optional.empty(), 200));

        assertThat(warnings(close(city)))
                .containsExactlyInAnyOrder(
                        "4.00 of " + there.value()
                                + " is not received; after the year it can only be settled between the two levels",
                        "2.00 of " + there.value()
                                + " is on its way back; after the year it can only be settled between the two levels");
    }

    @Test
    void nobody_is_warned_of_what_was_received_and_acknowledged() {
        centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        city.done(city.giveBack(there, Optional.empty(), 600));
        Level.deliver(centre, city);

        assertThat(warnings(close(city))).isEmpty();
    }

    @Test
    void what_comes_back_after_the_books_are_closed_is_listed_and_settled_between_the_levels() {
        centre.issue("T-1", source, CITY, 600);
        Level.deliver(centre, city);
        assertThat(warnings(close(centre))).isEmpty();
        city.done(city.giveBack(there, Optional.empty(), 200));
        Notice returned = city.take().get(0);

        Outcome late = centre.tell(returned);

        assertThat(late.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(late)).containsExactly("transfer.year-closed");
        assertThat(late.refusals().get(0).text())
                .isEqualTo("2.00 of transfer:T-1 comes back after the books of 2024 are closed");
        assertThat(centre.balance(TransferMeasure.IN_FORCE, transfer)).isEqualTo(600);
    }

    @Test
    void what_is_set_aside_for_a_transfer_ends_with_neither_its_project_nor_its_year() {
        centre.done(centre.ask("finance", new CreateTransfer(transfer, centre.terms(source, CITY, 600))));
        centre.done(centre.act("finance", transfer, TransferAction.SUBMIT));

        Outcome ended = centre.act("clerk", Project.id(centre.code(1)), ProjectAction.FINISH);
        assertThat(codes(ended)).containsExactly("project.still-open");
        assertThat(ended.refusals().get(0).text()).contains("project.in-flight 6.00");
        Outcome disabled = centre.act("finance", Agency.id(CENTRE, Level.AGENCY), RegisterAction.DISABLE);
        assertThat(codes(disabled)).containsExactly("register.agency-still-open");
        assertThat(disabled.refusals().get(0).text()).contains("agency.in-flight 6.00");

        centre.on(LAST_DAY);
        centre.adopt(YEAR + 1);
        centre.done(centre.askOf(YEAR + 1, "finance", new CalculateCarryOver(CENTRE, Level.AGENCY, YEAR + 1)));
        Outcome confirmed = centre.askOf(
                YEAR + 1, "chief", Act.of(CarryOver.id(CENTRE, Level.AGENCY, YEAR + 1), CarryOverAction.CONFIRM));
        assertThat(codes(confirmed)).containsExactly("carry-over.in-flight");
        assertThat(confirmed.refusals().get(0).text()).startsWith("6.00 of agency 101001 is");
    }
}
