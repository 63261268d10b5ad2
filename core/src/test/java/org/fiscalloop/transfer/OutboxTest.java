package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Effects;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.masterdata.DivisionCode;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.transfer.TransferCommands.CreateTransfer;
import org.junit.jupiter.api.Test;

/** Messages between divisions: numbered by their sender, kept until they are acknowledged. */
class OutboxTest {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    private final InMemoryJournal journal = new InMemoryJournal();
    private final FiscalLoop loop = FiscalLoop.open(journal, RULES);
    private final Level centre = Level.found(loop, Level.CENTRE);
    private final Level city = Level.found(FiscalLoop.open(new InMemoryJournal(), RULES), Level.CITY);
    private final Id<Allotment> source = centre.pending("A-1", 1, 1_000);
    private final Id<Transfer> transfer = centre.issue("T-1", source, Level.CITY, 600);
    private final Notice message = centre.take().get(0);

    @Test
    void a_message_is_numbered_by_division_document_and_version() {
        assertThat(message.id().sender()).isEqualTo(Level.CENTRE);
        assertThat(message.id().value()).isEqualTo("transfer:T-1/3");
        assertThat(message.division()).isEqualTo(Level.CITY);
        assertThat(message.fiscalYear()).isEqualTo(Level.YEAR);
        assertThat(message.on()).isEqualTo(centre.day());
    }

    @Test
    void a_message_is_kept_until_its_number_is_acknowledged_and_stands_again_after_a_restart() {
        assertThat(loop.outbox()).containsExactly(message);
        assertThat(FiscalLoop.open(journal, RULES).outbox()).containsExactly(message);

        Notice reply = told(message);
        assertThat(centre.tell(reply).isDone()).isTrue();

        assertThat(loop.outbox()).isEmpty();
        assertThat(FiscalLoop.open(journal, RULES).outbox()).isEmpty();
    }

    private Notice told(Notice notice) {
        Outcome unused = city.tell(notice);
        return city.take().get(0);
    }

    @Test
    void an_acknowledgement_is_not_kept_and_is_given_again_when_the_message_comes_again() {
        Notice first = told(message);
        assertThat(city.loop.outbox()).isEmpty();

        Outcome again = city.tell(message);
        assertThat(again.isRepeat()).isTrue();
        assertThat(again.messages()).containsExactly(first);
    }

    @Test
    void a_command_that_comes_again_tells_again_what_it_told_and_a_dry_run_tells_nothing() {
        centre.done(
                centre.ask("finance", new CreateTransfer(Transfer.id("T-2"), centre.terms(source, Level.CITY, 100))));
        centre.done(centre.act("finance", Transfer.id("T-2"), TransferAction.SUBMIT));
        Command approve = centre.command("chief", Level.YEAR, Act.of(Transfer.id("T-2"), TransferAction.APPROVE));

        assertThat(loop.dryRun(approve).messages()).isEmpty();
        Outcome first = loop.ask(approve);
        assertThat(first.messages()).hasSize(1);
        assertThat(loop.ask(approve).messages()).isEqualTo(first.messages());
        assertThat(loop.outbox()).hasSize(2);
    }

    @Test
    void what_is_written_for_a_host_names_what_leaves_and_whether_it_is_kept() {
        Notice reply = told(message);
        JournalRecord received = city.loop.tell(message).record();
        JournalRecord acknowledged = loop.tell(reply).record();

        assertThat(effects(received).messages()).containsExactly(new Effects.Letter(reply, false));
        assertThat(effects(acknowledged).acknowledged()).containsExactly(message.id());
        assertThat(effects(acknowledged).messages()).isEmpty();
    }

    private static Effects effects(JournalRecord record) {
        return new Effects(record, ImmutableList.of(), ImmutableList.of());
    }

    @Test
    void a_division_is_not_brought_in_while_something_of_it_is_on_its_way() {
        assertThat(problems(loop.opening(Level.CENTRE, Level.YEAR, LocalDate.of(2024, 3, 31))))
                .contains("opening.message-on-its-way");
        centre.done(centre.tell(told(message)));
        assertThat(problems(loop.opening(Level.CENTRE, Level.YEAR, LocalDate.of(2024, 3, 31))))
                .isEmpty();

        city.done(city.giveBack(ReceivedTransfer.id(new DivisionCode(Level.CENTRE), transfer), Optional.empty(), 10));
        assertThat(problems(city.loop.opening(Level.CITY, Level.YEAR, LocalDate.of(2024, 3, 31))))
                .containsExactly("opening.message-on-its-way");
    }

    private static List<String> problems(OpeningTerms opening) {
        return LoopFlow.OPENING
                .check(
                        opening,
                        RULES.at(opening.division(), Level.YEAR, LocalDate.of(2024, 4, 1))
                                .orElseThrow())
                .refusals()
                .stream()
                .map(Refusal::code)
                .toList();
    }
}
