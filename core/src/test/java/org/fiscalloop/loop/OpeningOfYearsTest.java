package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.closing.ClosingDuty;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.ImmutableVoucherTerms;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A division that has come from one year into the next is opened elsewhere as it stands. */
class OpeningOfYearsTest {
    private static void live(World world, int number, String agency) {
        Id<Project> project = world.project(number, agency, 1_000_00);
        Elements elements = World.elements(agency, project);
        var line = world.line("L" + number, elements, 900_00);
        Id<Allotment> allotment = world.allotment("A" + number, line, elements, 800_00);
        world.pay("" + number, allotment, elements, 300_00);
    }

    private static FiscalLoop elsewhere(OpeningTerms opening, RuleTimeline rules) {
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
        done(loop.ask(new Command(
                new InputId("admin", "opening"),
                "admin",
                DIVISION,
                TwoYears.NEXT,
                opening.day(),
                new CommitOpening(opening, Optional.empty()))));
        return loop;
    }

    @ParameterizedTest
    @CsvSource({"treasuryAccrues, true", "treasuryAccrues, false", "agencyRecognises, false"})
    void what_was_carried_over_is_opened_as_it_stands(String setting, String value) {
        RuleTimeline rules = TwoYears.rules(TwoYears.setting(setting, value));
        World world = TwoYears.open(rules);
        live(world, 1, ORGAN);
        TwoYears.carry(world, ORGAN, INSTITUTION);
        done(world.refund("T1", World.voucher("V1"), 20_00));
        assertSame(world, rules);
    }

    @Test
    void a_project_that_has_ended_is_opened_as_it_stands() {
        RuleTimeline rules = TwoYears.rules();
        World world = TwoYears.open(rules);
        Id<Project> project = world.project(1, ORGAN, 1_000_00);
        Elements elements = World.elements(ORGAN, project);
        world.pay("1", world.allotment("A", world.line("L", elements, 900_00), elements, 900_00), elements, 900_00);
        done(world.act("clerk" + ORGAN, project, ProjectAction.FINISH));
        TwoYears.carry(world, ORGAN);
        assertSame(world, rules);
    }

    @Test
    void a_year_that_was_closed_is_opened_with_what_it_hands_on() {
        RuleTimeline rules = TwoYears.rules();
        World world = TwoYears.open(rules);
        live(world, 1, ORGAN);
        ImmutableList<Grant> grants = Stream.of(ClosingDuty.AGENCY_YEAR, ClosingDuty.DIVISION_YEAR)
                .map(duty -> new Grant(duty, DIVISION, ""))
                .collect(ImmutableList.toImmutableList());
        done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor("closer")
                        .name("closer")
                        .division(DIVISION)
                        .agency("")
                        .fiscalYear(World.YEAR)
                        .grants(grants)
                        .build())));
        TwoYears.carry(world, ORGAN, INSTITUTION);
        world.turn(World.YEAR, TwoYears.NEW_YEAR);
        for (String agency : ImmutableList.of("105", ORGAN, INSTITUTION)) {
            done(world.ask("closer", new CloseAgencyYear(DIVISION, agency, World.YEAR)));
        }
        done(world.ask("closer", new CloseDivisionYear(DIVISION, World.YEAR)));
        world.turn(TwoYears.NEXT, TwoYears.NEW_YEAR);
        assertSame(world, rules);
    }

    @Test
    void a_division_that_was_brought_in_is_brought_on_the_same_day_into_yet_another_loop() {
        RuleTimeline rules = TwoYears.rules();
        World world = TwoYears.open(rules);
        live(world, 1, ORGAN);
        TwoYears.carry(world, ORGAN, INSTITUTION);
        OpeningTerms first = world.loop().opening(DIVISION, TwoYears.NEXT, world.day());
        FiscalLoop there = elsewhere(first, rules);

        OpeningTerms second = there.opening(DIVISION, TwoYears.NEXT, world.day());

        assertThat(second).isEqualTo(first);
        assertThat(elsewhere(second, rules).digest()).isEqualTo(there.digest());
    }

    @ParameterizedTest
    @CsvSource({"A1@2025, opening.part-of-itself", "NONE, opening.names-nothing"})
    void an_allotment_comes_of_another_that_is_there(String origin, String code) {
        RuleTimeline rules = TwoYears.rules();
        World world = TwoYears.open(rules);
        live(world, 1, ORGAN);
        TwoYears.carry(world, ORGAN, INSTITUTION);
        OpeningTerms opening = world.loop().opening(DIVISION, TwoYears.NEXT, world.day());
        OpeningTerms other = ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .map(whole -> whole.id().equals(Allotment.id("A1@2025"))
                                ? new EventType.Restored(
                                        whole.id(),
                                        ImmutableAllotmentTerms.builder()
                                                .from((AllotmentTerms) whole.terms())
                                                .carriedFrom(Allotment.id(origin))
                                                .build(),
                                        whole.trail())
                                : whole)
                        .toList())
                .build();
        var found = LoopFlow.OPENING.check(
                other, rules.at(DIVISION, TwoYears.NEXT, world.day()).orElseThrow());
        assertThat(found.refusals()).extracting(Refusal::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"true, false", "false, true"})
    void a_voucher_is_paid_with_a_receipt_and_cleared_with_a_clearing(boolean keepsReceipt, boolean keepsClearing) {
        RuleTimeline rules = TwoYears.rules();
        World world = TwoYears.open(rules);
        live(world, 1, ORGAN);
        OpeningTerms opening = world.loop().opening(DIVISION, World.YEAR, world.day());
        OpeningTerms other = ImmutableOpeningTerms.builder()
                .from(opening)
                .documents(opening.documents().stream()
                        .map(whole -> whole.terms() instanceof VoucherTerms terms
                                ? new EventType.Restored(
                                        whole.id(),
                                        ImmutableVoucherTerms.builder()
                                                .from(terms)
                                                .receipt(terms.receipt().filter(there -> keepsReceipt))
                                                .clearing(terms.clearing().filter(there -> keepsClearing))
                                                .build(),
                                        whole.trail())
                                : whole)
                        .toList())
                .build();
        var found = LoopFlow.OPENING.check(
                other, rules.at(DIVISION, World.YEAR, world.day()).orElseThrow());
        assertThat(found.refusals()).extracting(Refusal::code).containsExactly("opening.stands-otherwise");
    }

    private static void assertSame(World world, RuleTimeline rules) {
        OpeningTerms opening = world.loop().opening(DIVISION, TwoYears.NEXT, world.day());
        var found = LoopFlow.OPENING.check(
                opening, rules.at(DIVISION, TwoYears.NEXT, world.day()).orElseThrow());
        assertThat(found.refusals()).extracting(Refusal::text).isEmpty();
        FiscalLoop there = elsewhere(opening, rules);
        assertThat(there.digest()).isEqualTo(world.loop().digest());
        assertThat(there.verify()).isEmpty();
        for (Project project : world.loop().moving(Project.KIND)) {
            Id<Project> id = Project.id(project.terms().code());
            assertThat(OpeningProperties.down(there, id)).isEqualTo(OpeningProperties.down(world.loop(), id));
        }
    }
}
