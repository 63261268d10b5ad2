package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.LAST_DAY;
import static org.fiscalloop.loop.TwoYears.NEW_YEAR;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ImmutableContractTerms;
import org.fiscalloop.procurement.ProcurementCommands.ReserveAllotments;
import org.fiscalloop.procurement.ProcurementCommands.ReviseContract;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.Test;

/** A contract that goes on into the next year: what it kept is released, carried over, and reserved again. */
class ContractOverYearsTest {
    private static final long FEN = 100_000;

    private final World world = TwoYears.open();
    private final Purchases purchases = new Purchases(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = Purchases.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, FEN);
    private final Id<Allotment> next = Allotment.id("A@2025");
    private final Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
    private final Id<Contract> contract = purchases.performing("C", plan, allotment, 60_000);

    private Outcome reserve(long fen) {
        return world.ask(
                purchases.clerk,
                new ReserveAllotments(contract, ImmutableList.of(new Reservation(next, Fen.money(fen)))));
    }

    @Test
    void what_a_contract_keeps_is_released_before_the_year_is_carried_over() {
        done(TwoYears.calculate(world, ORGAN));
        assertThat(codes(TwoYears.confirm(world, ORGAN))).containsExactly("carry-over.reserved");
        world.turn(YEAR, LAST_DAY);
        done(world.act(purchases.clerk, contract, ContractAction.UNRESERVE));

        world.turn(NEXT, LAST_DAY);
        done(TwoYears.confirm(world, ORGAN));
        world.turn(NEXT, NEW_YEAR);

        assertThat(purchases.of(ProcurementMeasure.REST, contract)).isEqualTo(60_000);
        assertThat(purchases.reserved(allotment, contract)).isZero();
        assertThat(codes(reserve(60_001))).contains("procurement.reserved-over-rest");
        done(reserve(60_000));
        assertThat(purchases.reserved(next, contract)).isEqualTo(60_000);
    }

    @Test
    void in_a_year_only_its_own_allotments_are_kept_for_a_contract() {
        world.turn(NEXT, NEW_YEAR);

        Outcome refused = world.ask(
                purchases.clerk,
                new ReserveAllotments(contract, ImmutableList.of(new Reservation(allotment, Fen.money(1)))));

        assertThat(codes(refused)).containsExactly("procurement.not-reservable");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("element", Fact.text("year"))
                .containsEntry("given", Fact.text("2024"))
                .containsEntry("allowed", Fact.text("2025"));
    }

    @Test
    void a_contract_is_of_the_year_of_its_plan() {
        Id<ProcurementPlan> second = purchases.procuring("P2", line, elements, 20_000);
        done(purchases.award("Z2", second, 20_000));
        ImmutableContractTerms terms =
                purchases.contractTerms(second, "Z2", allotment, 20_000).withReservations();
        world.turn(NEXT, NEW_YEAR);

        Outcome refused = world.ask(purchases.clerk, new SignContract(Contract.id("C2"), terms.withFiscalYear(NEXT)));

        assertThat(codes(refused)).containsExactly("procurement.no-plan");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("element", Fact.text("year"))
                .containsEntry("given", Fact.text("2025"))
                .containsEntry("allowed", Fact.text("2024"));
    }

    @Test
    void money_of_last_year_that_comes_back_can_be_paid_again_and_is_not_kept_until_it_is_reserved() {
        Id<PaymentVoucher> voucher = purchases.pay("1", contract, allotment, 20_000);
        world.turn(YEAR, LAST_DAY);
        done(world.act(purchases.clerk, contract, ContractAction.UNRESERVE));
        TwoYears.carry(world, ORGAN);
        done(reserve(40_000));

        done(world.refund("1", voucher, 5_000));

        assertThat(purchases.of(ProcurementMeasure.REST, contract)).isEqualTo(45_000);
        assertThat(purchases.of(ProcurementMeasure.PAID, contract)).isEqualTo(15_000);
        assertThat(purchases.reserved(next, contract)).isEqualTo(40_000);
        done(reserve(5_000));
    }

    @Test
    void a_closed_year_has_no_plans_and_its_contracts_go_on() {
        world.turn(YEAR, LAST_DAY);
        done(world.act(purchases.clerk, contract, ContractAction.UNRESERVE));
        TwoYears.carry(world, ORGAN);
        YearEnd end = new YearEnd(world);
        done(end.closeAgency(ORGAN));
        Outcome closed = done(end.closeDivision());

        assertThat(Sums.of(closed.entries()).memorandum("M36").credit()).isEqualTo(60_000);
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, plan)).isZero();
        assertThat(purchases.of(ProcurementMeasure.REST, contract)).isEqualTo(60_000);
        world.turn(NEXT, NEW_YEAR);
        done(reserve(60_000));
        done(world.act(purchases.clerk, contract, ContractAction.TERMINATE));
        assertThat(purchases.of(ProcurementMeasure.REST, contract)).isZero();
        assertThat(purchases.reserved(next, contract)).isZero();
        assertThat(world.loop()
                        .balance(
                                ProcurementMeasure.PLAN_CONTRACTED,
                                Dimensions.of(Dimensions.DOCUMENT, plan.value()),
                                world.loop().rules().all().get(0)))
                .isZero();
    }

    @Test
    void a_contract_that_was_not_filed_when_its_year_closed_gives_nothing_back_to_a_closed_plan() {
        Id<ProcurementPlan> second = purchases.procuring("P2", line, elements, 20_000);
        Id<Contract> signed = purchases.signed("C2", second, allotment, 20_000);
        world.turn(YEAR, LAST_DAY);
        done(world.act(purchases.clerk, contract, ContractAction.UNRESERVE));
        TwoYears.carry(world, ORGAN);
        YearEnd end = new YearEnd(world);
        done(end.closeAgency(ORGAN));
        done(end.closeDivision());
        ImmutableContractTerms terms = ImmutableContractTerms.copyOf(
                        world.loop().find(signed).orElseThrow().terms())
                .withReservations();

        world.turn(YEAR, NEW_YEAR);
        Outcome raised = world.ask(purchases.clerk, new ReviseContract(signed, terms.withAmount(Fen.money(20_001))));
        assertThat(codes(raised)).containsExactly("procurement.over-award");
        done(world.ask(
                purchases.clerk,
                new ReviseContract(signed, terms.withAmount(Fen.money(15_000)).withBeforeAcceptance(Fen.money(0)))));
        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, second)).isZero();
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, second)).isZero();

        Outcome voided = done(world.act(purchases.clerk, signed, ContractAction.VOID));

        assertThat(voided.entries()).isEmpty();
        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, second)).isZero();
        assertThat(world.loop().verify()).isEmpty();
    }
}
