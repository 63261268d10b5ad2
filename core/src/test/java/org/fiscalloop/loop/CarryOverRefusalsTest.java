package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.LAST_DAY;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.calculate;
import static org.fiscalloop.loop.TwoYears.carry;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.TwoYears.confirm;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.ImmutableBudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverState;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.Test;

/** Why what is left of a year is not calculated or confirmed. */
class CarryOverRefusalsTest {
    private static final long FEN = 100_000;

    private final World world = TwoYears.open();
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = World.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, 60_000);

    private static final Body CALCULATE = new CalculateCarryOver(DIVISION, ORGAN, NEXT);

    private Outcome act(String actor, CarryOverAction action) {
        return world.act(actor, TwoYears.id(ORGAN), action);
    }

    private static Refusal refusal(Outcome outcome, String code) {
        assertThat(codes(outcome)).containsExactly(code);
        Refusal refusal = outcome.refusals().get(0);
        assertThat(refusal.textZh()).isNotBlank().doesNotContain("{");
        return refusal;
    }

    @Test
    void it_is_calculated_and_confirmed_at_the_turn_of_the_year_only() {
        for (LocalDate day : ImmutableList.of(LAST_DAY.minusDays(1), LocalDate.of(NEXT, 2, 1))) {
            world.turn(NEXT, day);
            assertThat(refusal(world.ask("finance", CALCULATE), "carry-over.outside-dates")
                            .text())
                    .contains(day.toString(), "2024-12-31", "2025-01-31");
        }
        world.turn(NEXT, LAST_DAY);
        done(world.ask("finance", CALCULATE));
        world.turn(NEXT, LocalDate.of(NEXT, 2, 1));
        refusal(act("chief", CarryOverAction.CONFIRM), "carry-over.outside-dates");
        refusal(act("finance", CarryOverAction.RECALCULATE), "carry-over.outside-dates");
        world.turn(NEXT, LocalDate.of(NEXT, 1, 31));
        done(act("finance", CarryOverAction.RECALCULATE));
        done(act("chief", CarryOverAction.CONFIRM));
    }

    @Test
    void who_calculates_it_does_not_confirm_it() {
        world.turn(NEXT, LAST_DAY);
        done(world.ask("deputy", CALCULATE));
        assertThat(codes(act("deputy", CarryOverAction.CONFIRM))).containsExactly("lifecycle.four-eyes");
        done(act("finance", CarryOverAction.RECALCULATE));
        assertThat(codes(act("deputy", CarryOverAction.CONFIRM))).containsExactly("lifecycle.four-eyes");
        done(act("chief", CarryOverAction.CONFIRM));
    }

    @Test
    void who_calculates_it_again_does_not_confirm_it_either() {
        done(calculate(world, ORGAN));
        done(act("deputy", CarryOverAction.RECALCULATE));
        assertThat(codes(act("deputy", CarryOverAction.CONFIRM))).containsExactly("lifecycle.four-eyes");
        done(act("chief", CarryOverAction.CONFIRM));
        done(act("deputy", CarryOverAction.RECALCULATE));
        assertThat(codes(act("deputy", CarryOverAction.CONFIRM))).containsExactly("lifecycle.four-eyes");
        done(act("chief", CarryOverAction.CONFIRM));
    }

    @Test
    void it_is_for_those_whose_duty_it_is() {
        world.turn(NEXT, LAST_DAY);
        assertThat(codes(world.ask("chief", CALCULATE))).containsExactly("access.duty-missing");
        assertThat(codes(world.ask("clerk" + ORGAN, CALCULATE))).containsExactly("access.duty-missing");
        done(world.ask("finance", CALCULATE));
        assertThat(codes(act("finance", CarryOverAction.CONFIRM))).containsExactly("access.duty-missing");
        assertThat(codes(act("chief", CarryOverAction.RECALCULATE))).containsExactly("access.duty-missing");
    }

    @Test
    void it_is_calculated_once_and_then_again_as_an_act_and_confirmed_once() {
        done(calculate(world, ORGAN));
        assertThat(codes(world.ask("finance", CALCULATE))).containsExactly("loop.document-exists");
        done(confirm(world, ORGAN));
        Outcome again = confirm(world, ORGAN);
        assertThat(codes(again)).containsExactly("lifecycle.not-allowed");
        assertThat(again.refusals().get(0).allowed()).containsExactly("RECALCULATE");
        assertThat(world.loop().find(TwoYears.id(ORGAN)).orElseThrow().state()).isEqualTo(CarryOverState.CONFIRMED);
    }

    @Test
    void it_belongs_to_the_year_it_is_carried_into() {
        world.turn(YEAR, LAST_DAY);
        assertThat(codes(world.ask("finance", CALCULATE))).containsExactly("loop.filled-in-elsewhere");
        world.turn(NEXT, LAST_DAY);
        assertThat(codes(world.ask("finance", new CalculateCarryOver("310108000", ORGAN, NEXT))))
                .containsExactly("loop.filled-in-elsewhere");
        assertThat(codes(world.act("chief", CarryOver.id(DIVISION, ORGAN, NEXT), CarryOverAction.CONFIRM)))
                .containsExactly("loop.document-unknown");
    }

    @Test
    void an_agency_that_is_not_registered_has_none() {
        world.turn(NEXT, LAST_DAY);
        assertThat(refusal(
                                world.ask("finance", new CalculateCarryOver(DIVISION, "999", NEXT)),
                                "carry-over.agency-unknown")
                        .text())
                .contains("999", DIVISION);
    }

    @Test
    void nothing_is_confirmed_while_a_request_is_in_flight() {
        world.turn(YEAR, LAST_DAY);
        done(world.ask(
                "clerk" + ORGAN,
                new CreatePayment(World.request("R"), World.paymentTerms(allotment, elements, 1_234))));
        done(world.act("clerk" + ORGAN, World.request("R"), PaymentAction.SUBMIT));
        done(calculate(world, ORGAN));

        assertThat(refusal(confirm(world, ORGAN), "carry-over.in-flight").text())
                .contains("12.34", ORGAN);

        world.turn(YEAR, LAST_DAY);
        done(world.act("clerk" + ORGAN, World.request("R"), PaymentAction.WITHDRAW));
        world.turn(NEXT, LAST_DAY);
        done(act("finance", CarryOverAction.RECALCULATE));
        done(confirm(world, ORGAN));
    }

    @Test
    void what_has_changed_since_it_was_calculated_is_not_confirmed() {
        done(calculate(world, ORGAN));
        world.turn(YEAR, LAST_DAY);
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(1_00))));
        world.turn(NEXT, LAST_DAY);

        Outcome refused = confirm(world, ORGAN);

        assertThat(refusal(refused, "carry-over.changed-since").text())
                .contains("- allotment:A EXECUTABLE 600.00 CARRY")
                .contains("+ allotment:A EXECUTABLE 599.00 CARRY")
                .contains("+ allotment:A FROZEN 1.00 CARRY")
                .doesNotContain("UNALLOCATED");
        assertThat(refused.entries()).isEmpty();
        done(act("finance", CarryOverAction.RECALCULATE));
        done(confirm(world, ORGAN));
    }

    @Test
    void a_december_that_is_not_open_takes_nothing() {
        world.turn(NEXT, TwoYears.NEW_YEAR);
        done(world.ask("finance", new BeginPeriods(DIVISION, "allotment", "", YearMonth.of(NEXT, 1))));
        done(world.ask("finance", CALCULATE));

        assertThat(codes(confirm(world, ORGAN))).isNotEmpty().allMatch(code -> code.startsWith("ledger.period"));
    }

    @Test
    void what_takes_it_in_is_neither_filled_in_nor_grown_by_hand() {
        carry(world, ORGAN);
        BudgetTerms byHand = ImmutableBudgetTerms.builder()
                .elements(TwoYears.nextElements(ORGAN, project))
                .amount(Fen.money(1))
                .carried(new BudgetTerms.Carried(line, YearBasis.CARRIED))
                .build();

        assertThat(codes(world.ask("clerk" + ORGAN, new CreateBudgetLine(BudgetLine.id("M"), byHand))))
                .contains("budget.carried-by-hand");
        Outcome grown = world.act("chief", Allotment.id("A@2025"), AllotmentAction.RESTORE);
        assertThat(codes(grown)).hasSize(1);
        assertThat(codes(world.act("chief", Allotment.id("A@2025"), AllotmentAction.CARRY_IN)))
                .containsExactly("lifecycle.not-allowed");
    }
}
