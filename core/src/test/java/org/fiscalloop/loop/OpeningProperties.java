package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.json.FiscalLoopModule;
import org.fiscalloop.json.Json;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.project.Project;
import org.fiscalloop.tracing.PaymentTrace;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Stop;
import org.fiscalloop.tracing.Trace;

/** A loop that stops on any day and is opened elsewhere is the same loop. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class OpeningProperties {
    /** A history up to some input, and the same division opened from it in another journal. */
    private record Stopped(Walk walk, int stop, FiscalLoop before, Journal journal, FiscalLoop opened) {
        static Stopped at(List<Step> steps, int where) {
            Walk walk = Walk.of(steps, nobody -> {});
            int stop = answered(walk, where % (walk.inputs.size() + 1));
            FiscalLoop before = World.open(Walk.RULES, new InMemoryJournal()).loop();
            walk.inputs.subList(0, stop).forEach(input -> Walk.give(before, input));
            Journal journal = new InMemoryJournal();
            FiscalLoop opened = FiscalLoop.open(journal, Walk.RULES);
            Outcome committed = opened.ask(commit(export(before, walk)));
            World.done(committed);
            assertThat(committed.warnings())
                    .as("debts, cards and temporary payments are what the accounts say")
                    .extracting(Refusal::code)
                    .doesNotContain(
                            "opening.debt-accounts",
                            "opening.asset-accounts",
                            "opening.temporary-accounts",
                            "opening.level-accounts");
            return new Stopped(walk, stop, before, journal, opened);
        }

        /** A loop stops when every message has been answered, the last time up to some input. */
        private static int answered(Walk walk, int stop) {
            FiscalLoop loop = World.open(Walk.RULES, new InMemoryJournal()).loop();
            int answered = 0;
            for (int i = 0; i < stop; i++) {
                Walk.give(loop, walk.inputs.get(i));
                answered = loop.outbox().isEmpty() ? i + 1 : answered;
            }
            return answered;
        }

        static OpeningTerms export(FiscalLoop loop, Walk walk) {
            return loop.opening(World.DIVISION, World.YEAR, walk.world.day());
        }

        static Command commit(OpeningTerms opening) {
            return new Command(
                    new InputId("admin", "opening"),
                    "admin",
                    World.DIVISION,
                    World.YEAR,
                    opening.day(),
                    new CommitOpening(opening, Optional.empty()));
        }
    }

    @Property(tries = 40)
    void what_is_opened_is_what_was_stopped(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        assertThat(stopped.opened().digest()).isEqualTo(stopped.before().digest());
        assertThat(stopped.opened().balances().kept())
                .isEqualTo(stopped.before().balances().kept());
        OpeningTerms out = Stopped.export(stopped.before(), stopped.walk());
        OpeningTerms again = Stopped.export(stopped.opened(), stopped.walk());
        assertThat(again).isEqualTo(out);
    }

    @Property(tries = 40)
    void the_rest_of_the_history_goes_as_it_would_have_gone(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        for (Input input : stopped.walk()
                .inputs
                .subList(stopped.stop(), stopped.walk().inputs.size())) {
            Input fresh = fresh(input);
            Outcome there = Walk.give(stopped.before(), fresh);
            Outcome here = Walk.give(stopped.opened(), fresh);
            assertThat(what(here)).isEqualTo(what(there));
            assertThat(here.left()).isEqualTo(there.left());
        }
        assertThat(stopped.opened().digest()).isEqualTo(stopped.before().digest());
        assertThat(stopped.opened().verify()).isEmpty();
        for (var whole : Stopped.export(stopped.before(), stopped.walk()).documents()) {
            assertThat(text(stopped.opened(), whole.id())).isEqualTo(text(stopped.before(), whole.id()));
        }
    }

    /** The ids of inputs are not carried over: what is told again belongs to one of the two loops. */
    private static Input fresh(Input input) {
        InputId id = new InputId(input.id().sender(), input.id().value() + "~");
        return input instanceof Command command
                ? new Command(
                        id, command.actor(), command.division(), command.fiscalYear(), command.on(), command.body())
                : new Notice(id, input.division(), input.fiscalYear(), input.on(), input.body());
    }

    private static ImmutableMap<String, Object> what(Outcome outcome) {
        JournalRecord record = outcome.record();
        return ImmutableMap.of(
                "outcome", record.header().outcome(),
                "events", record.events(),
                "moves",
                        ImmutableList.copyOf(record.moves().stream()
                                .map(JournalRecord.LinkedMove::move)
                                .toList()),
                "entries", record.entries(),
                "refusals", record.refusals(),
                "warnings", record.warnings());
    }

    private static String text(FiscalLoop loop, Id<?> id) {
        FlowDocument<?, ?> document = (FlowDocument<?, ?>) loop.find(id).orElseThrow();
        return document.standing() + " " + document.trail() + " " + document.terms();
    }

    @Property(tries = 20)
    void a_journal_that_begins_with_an_opening_is_replayed(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        stopped.walk()
                .inputs
                .subList(stopped.stop(), stopped.walk().inputs.size())
                .forEach(input -> Walk.give(stopped.opened(), input));
        FiscalLoop again = FiscalLoop.open(stopped.journal(), Walk.RULES);
        assertThat(again.digest()).isEqualTo(stopped.opened().digest());
        assertThat(again.balances().kept())
                .isEqualTo(stopped.opened().balances().kept());
        for (var whole : Stopped.export(stopped.opened(), stopped.walk()).documents()) {
            assertThat(text(again, whole.id())).isEqualTo(text(stopped.opened(), whole.id()));
        }
    }

    @Property(tries = 20)
    void an_opening_is_written_as_json_and_read_again(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) throws Exception {
        Stopped stopped = Stopped.at(steps, where);
        OpeningTerms out = Stopped.export(stopped.before(), stopped.walk());
        String json = Json.pretty(LoopFlow.OPENING.shape().toTree(out));
        OpeningTerms read = Json.read(json, LoopFlow.OPENING.shape());
        assertThat(read).isEqualTo(out);
        assertThat(LoopFlow.OPENING.digest(read)).isEqualTo(LoopFlow.OPENING.digest(out));
        ObjectMapper mapper = new ObjectMapper().registerModule(new FiscalLoopModule());
        assertThat(mapper.readValue(mapper.writeValueAsString(out), OpeningTerms.class))
                .isEqualTo(out);
    }

    @Property(tries = 20)
    void money_is_followed_through_an_opening(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        Iterable<Input> rest = stopped.walk()
                .inputs
                .subList(stopped.stop(), stopped.walk().inputs.size());
        rest.forEach(input -> Walk.give(stopped.before(), fresh(input)));
        rest.forEach(input -> Walk.give(stopped.opened(), fresh(input)));
        for (var whole : Stopped.export(stopped.before(), stopped.walk()).documents()) {
            if (whole.id().kind().equals(Project.KIND)) {
                Id<Project> id = new Id<>(Project.KIND, whole.id().value());
                assertThat(down(stopped.opened(), id)).isEqualTo(down(stopped.before(), id));
            }
            if (whole.id().kind().equals(PaymentRequest.KIND)) {
                Id<PaymentRequest> id = PaymentRequest.id(whole.id().value());
                assertThat(up(stopped.opened(), id)).isEqualTo(up(stopped.before(), id));
            }
        }
    }

    /** What became of a project, without the records that say so. */
    static ImmutableList<String> down(FiscalLoop loop, Id<Project> project) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        for (ProjectTrace.Line line : Trace.down(loop, project).orElseThrow().lines()) {
            found.add(line.id() + " " + line.appropriated() + " " + line.last().to());
            for (ProjectTrace.Allotted allotted : line.allotments()) {
                found.add(allotted.id() + " " + allotted.amount() + " "
                        + allotted.last().to() + " " + allotted.charges());
                for (ProjectTrace.Payment payment : allotted.payments()) {
                    found.add(payment.id() + " " + payment.voucher() + " " + payment.paid() + " " + payment.refunded()
                            + " " + payment.cleared() + " " + payment.last().to());
                }
            }
        }
        return found.build();
    }

    private static String up(FiscalLoop loop, Id<PaymentRequest> payment) {
        PaymentTrace trace = Trace.up(loop, payment).orElseThrow();
        return trace.request().document() + " " + trace.voucher().map(Stop::document) + " "
                + trace.ways().stream().map(OpeningProperties::up).toList();
    }

    private static String up(PaymentTrace.Way way) {
        return way.amount() + " "
                + way.allotments().stream().map(Stop::document).toList() + " "
                + way.line().document() + " "
                + way.projects().stream().map(Stop::document).toList();
    }

    @Property(tries = 20)
    void a_host_over_its_own_tables_opens_a_division_as_the_loop_does(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        Host host = new Host(Walk.RULES);
        host.take(Stopped.commit(Stopped.export(stopped.before(), stopped.walk())));
        for (Input input : stopped.walk()
                .inputs
                .subList(stopped.stop(), stopped.walk().inputs.size())) {
            assertThat(host.take(fresh(input)))
                    .isEqualTo(Walk.give(stopped.opened(), fresh(input)).record());
        }
        stopped.opened()
                .balances()
                .kept()
                .forEach(kept ->
                        assertThat(host.balance(kept.account(), kept.key())).isEqualTo(kept.balance()));
    }

    @Property(tries = 20)
    void a_notice_that_waits_or_is_listed_is_known_when_it_is_told_again(
            @ForAll List<Step> steps, @ForAll @IntRange(min = 0, max = 1000) int where) {
        Stopped stopped = Stopped.at(steps, where);
        for (Input input : stopped.walk().inputs.subList(0, stopped.stop())) {
            if (input instanceof Notice notice
                    && stopped.opened().find(NoticeCase.id(notice.id(), 0)).isPresent()) {
                Outcome outcome = stopped.opened().tell(notice);
                boolean isConflict = outcome.refusals().stream()
                        .anyMatch(refusal -> refusal.reason().equals(LoopReasons.ID_CONFLICT));
                assertThat(outcome.isRepeat() || isConflict).isTrue();
                assertThat(outcome.entries()).isEmpty();
            }
        }
        assertThat(stopped.opened().balances().kept())
                .isEqualTo(stopped.before().balances().kept());
        assertThat(FiscalLoop.open(stopped.journal(), Walk.RULES).digest())
                .isEqualTo(stopped.opened().digest());
    }
}
