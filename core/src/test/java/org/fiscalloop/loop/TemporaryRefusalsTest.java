package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.temporary.TemporaryCommands.ChangeTemporaryCeiling;
import org.fiscalloop.temporary.TemporaryCommands.CreateTemporary;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryPaidOut;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a charge of a temporary payment asks of its allotment, what a ceiling asks of its year, and what cannot have come back. */
class TemporaryRefusalsTest extends TemporaryFixtures {
    private static final LocalDate NEXT_SPRING = LocalDate.of(YEAR + 1, 3, 1);

    // ---- what comes back --------------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void nothing_and_less_than_nothing_has_not_come_back_and_is_listed(long fen) {
        limited();
        out(FLOOD, terms(10_000));

        assertListed(
                repay(FLOOD, "R1", fen), "temporary.repaid-not-positive", Fen.text(fen) + " is said to have come back");

        assertThat(payment(FLOOD).terms().settlements()).isEmpty();
        assertThat(sums().treasury("804101").debit()).isEqualTo(-10_000);
        assertThat(sums().memorandum("MZ04").debit()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0})
    void nothing_is_cleared_by_nothing(long fen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Settlement("R1", World.DAY, Fen.money(fen), Optional.empty()))
                .withMessageContaining("above zero");
    }

    // ---- the year ---------------------------------------------------------------------------------------------------

    @Test
    void a_ceiling_is_set_and_changed_in_its_year() {
        world.turn(YEAR, NEXT_SPRING);
        assertRefused(
                world.ask("finance", ceiling(1, 1)), "temporary.outside-year", "2025-03-01 is not in fiscal year 2024");
        world.turn(YEAR, World.DAY);
        limited();
        world.turn(YEAR, NEXT_SPRING);
        assertRefused(
                world.ask("finance", new ChangeTemporaryCeiling(CEILING, Fen.money(1), Fen.money(0), "财决〔2023〕2号")),
                "temporary.outside-year",
                "2025-03-01 is not in fiscal year 2024");
    }

    @Test
    void it_is_applied_for_and_charged_in_the_year_of_the_command() {
        limited();
        out(FLOOD, terms(10_000).withDueOn(NEXT_SPRING));
        Id<Allotment> allotment = allotment(1, ORGAN, 10_000);
        world.turn(YEAR, NEXT_SPRING);
        assertRefused(
                world.ask(CLERK, new CreateTemporary(Z2, terms(1).withDueOn(NEXT_SPRING))),
                "temporary.outside-year",
                "2025-03-01 is not in fiscal year 2024");
        assertRefused(charge(FLOOD, allotment, 1), "temporary.outside-year", "2025-03-01 is not in fiscal year 2024");
    }

    @Test
    void it_is_not_charged_before_the_day_on_which_it_was_paid_out() {
        limited();
        approved(FLOOD, terms(10_000));
        Id<Allotment> allotment = allotment(1, ORGAN, 10_000);
        done(world.tell("out", new TemporaryPaidOut(FLOOD, "B", World.DAY.plusDays(1), Fen.money(10_000))));

        assertRefused(
                charge(FLOOD, allotment, 1), "temporary.before-paid-out", "2024-03-01", "2024 is before 2024-03-02");

        world.sleep();
        done(charge(FLOOD, allotment, 1));
    }

    @Test
    void it_is_not_charged_to_a_year_before_that_of_whose_books_it_was_paid_out() {
        world = TwoYears.open();
        limited();
        approved(FLOOD, terms(10_000).withDueOn(NEXT_SPRING));
        new YearEnd(world).close();
        world.turn(YEAR, YearEnd.LAST_DAY);
        done(payOut(FLOOD, 10_000));
        assertThat(payment(FLOOD).terms().paidOut().orElseThrow().year()).isEqualTo(YEAR + 1);

        assertThat(codes(charge(FLOOD, Allotment.id("none"), 1)))
                .containsExactly("temporary.before-paid-out", "temporary.allotment-not-usable");
    }

    @Test
    void an_allotment_of_another_year_does_not_clear_it() {
        world = TwoYears.open();
        limited();
        out(FLOOD, terms(10_000).withDueOn(NEXT_SPRING));
        Id<Allotment> allotment = allotment(1, ORGAN, 10_000);
        world.turn(YEAR + 1, NEXT_SPRING);
        assertRefused(charge(FLOOD, allotment, 1), "temporary.allotment-not-usable", "A1", "of 2024");
    }

    // ---- the allotment ----------------------------------------------------------------------------------------------

    @Test
    void an_allotment_that_is_not_in_effect_yet_does_not_clear_it_and_the_refusal_says_from_when() {
        limited();
        out(FLOOD, terms(10_000));
        Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 10_000));
        Id<Allotment> later = world.issue(
                "A1",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(
                                world.line("L1", elements, 10_000), elements, AllotmentFlag.EXECUTABLE, 10_000))
                        .effectiveOn(World.DAY.plusDays(1))
                        .build());

        assertRefused(
                charge(FLOOD, later, 1),
                "temporary.before-allotment",
                "A1 takes effect on 2024-03-02; the charge is of 2024-03-01");

        world.sleep();
        done(charge(FLOOD, later, 1));
    }

    @Test
    void nothing_more_is_charged_to_a_project_that_has_ended() {
        limited();
        out(FLOOD, terms(10_000));
        Id<Project> project = world.project(1, ORGAN, 10_000);
        Elements elements = World.elements(ORGAN, project);
        Id<Allotment> allotment = allotment(1, elements, 10_000);
        Id<PaymentVoucher> voucher = world.pay("1", allotment, elements, 10_000);
        done(world.act(CLERK, project, ProjectAction.FINISH));
        done(world.refund("1", voucher, 4_000));

        assertRefused(
                charge(FLOOD, allotment, 1), "temporary.project-ended", "project " + project.value(), "allotment A1");
    }

    private Id<Allotment> labelled(int number, String label) {
        return allotment(
                number,
                ImmutableElements.builder()
                        .from(World.elements(ORGAN, world.project(number, ORGAN, 10_000)))
                        .putExtra(label, Labels.YES)
                        .build(),
                10_000);
    }

    @Test
    void what_must_be_bought_by_contract_or_paid_by_a_list_is_not_charged_for_what_was_paid_without_either() {
        limited();
        out(FLOOD, terms(10_000));
        assertRefused(
                charge(FLOOD, labelled(1, Labels.PROCUREMENT), 1),
                "temporary.contract-missing",
                "allotment A1 is for government procurement; Z1 was paid without a contract");
        assertRefused(
                charge(FLOOD, labelled(2, Labels.TO_BENEFICIARY), 1),
                "temporary.payee-list-missing",
                "allotment A2 is for persons or enterprises; Z1 was paid without a payee list");
    }

    @Test
    void a_place_may_let_what_was_bought_in_an_emergency_be_charged_and_is_warned() {
        world = World.open(
                CityRules.with(TwoYears.overlay(
                        YEAR,
                        CityRules.change(
                                "temporary/severities/temporary.contract-missing", Tree.text(Severity.WARN.name())))),
                new InMemoryJournal());
        limited();
        out(FLOOD, terms(10_000));
        Outcome charged = done(charge(FLOOD, labelled(1, Labels.PROCUREMENT), 1));
        assertThat(charged.warnings()).extracting(w -> w.code()).containsExactly("temporary.contract-missing");
    }

    @Test
    void a_class_for_which_the_treasury_has_no_expense_clears_nothing() {
        limited();
        out(FLOOD, terms(10_000));
        Elements elements = ImmutableElements.builder()
                .from(World.elements(ORGAN, world.project(1, ORGAN, 10_000)))
                .governmentEconomic("50803")
                .departmentEconomic("31201")
                .build();
        assertRefused(
                charge(FLOOD, allotment(1, elements, 10_000), 1),
                "temporary.class-not-payable",
                "allotment A1 is of economic class 50803");
    }
}
