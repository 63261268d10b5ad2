package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Purchases.codes;
import static org.fiscalloop.loop.Purchases.text;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.ReserveAllotments;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementCommands.SupplementContract;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.Test;

/** What a contract keeps of its allotments and gives back: through plan, award, signing, payments, refunds and its end. */
class ProcurementTest {
    private static final long FEN = 100_000;

    private final World world = World.open();
    private final Purchases purchases = new Purchases(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = Purchases.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, FEN);

    private Id<Contract> performing(long fen) {
        return purchases.performing("C", purchases.procuring("P", line, elements, fen), allotment, fen);
    }

    private long available() {
        return purchases.balance(AllotmentMeasure.AVAILABLE, Dimensions.of(Dimensions.ALLOTMENT, allotment.value()));
    }

    private ImmutableList<Long> amounts(Id<Contract> contract) {
        return ImmutableList.of(
                purchases.of(ProcurementMeasure.REST, contract),
                purchases.of(ProcurementMeasure.APPLIED, contract),
                purchases.of(ProcurementMeasure.PAID, contract),
                purchases.of(ProcurementMeasure.PAYABLE, contract),
                purchases.reserved(allotment, contract));
    }

    private ContractState state(Id<Contract> contract) {
        return world.loop().find(contract).orElseThrow().state();
    }

    @Test
    void a_contract_that_is_filed_keeps_its_allotment_and_may_be_paid_in_part() {
        Id<Contract> contract = performing(60_000);

        assertThat(amounts(contract)).containsExactly(60_000L, 0L, 0L, 30_000L, 60_000L);
        assertThat(available()).isEqualTo(FEN);
        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, ProcurementPlan.id("P")))
                .isZero();
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, ProcurementPlan.id("P")))
                .isEqualTo(60_000);
    }

    @Test
    void the_approval_of_an_allotment_that_a_contract_keeps_is_not_cancelled() {
        performing(60_000);

        Outcome cancelled = world.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL);

        assertThat(codes(cancelled)).containsExactly("allotment.in-use");
        assertThat(text(cancelled)).hasValueSatisfying(text -> assertThat(text).contains("600.00 kept by contracts"));
    }

    @Test
    void a_contracts_reservation_blocks_a_direct_payment_beyond_the_rest() {
        Id<Project> second = world.project(2, ORGAN, 2 * FEN);
        Elements plain = World.elements(ORGAN, second);
        Id<Allotment> other = world.allotment("B", world.line("M", plain, FEN), plain, FEN);
        Elements marked = Purchases.elements(ORGAN, second);
        Id<ProcurementPlan> plan = purchases.procuring("P", world.line("N", marked, FEN), marked, 60_000);
        Id<Contract> contract = purchases.performing("C", plan, other, 60_000);

        Outcome tooMuch = direct("1", other, plain, 40_001);

        assertThat(codes(tooMuch)).containsExactly("payment.over-allotment");
        assertThat(text(tooMuch))
                .hasValue(
                        "allotment B has 400.00 available"
                                + " (executable 1000.00 - reserved for contracts 600.00 = 400.00); 400.01 is asked, 0.01 too much");
        done(direct("2", other, plain, 40_000));
        done(purchases.apply("3", contract, other, 30_000));
    }

    /** A payment that names no contract. */
    private Outcome direct(String number, Id<Allotment> from, Elements of, long fen) {
        Id<PaymentRequest> request = World.request("D" + number);
        done(world.ask(purchases.clerk, new CreatePayment(request, World.paymentTerms(from, of, fen))));
        return world.act(purchases.clerk, request, PaymentAction.SUBMIT);
    }

    @Test
    void what_a_contract_keeps_is_neither_frozen_nor_reduced_nor_kept_for_another() {
        Id<Contract> contract = performing(60_000);

        assertThat(codes(world.ask("chief", new FreezeAllotment(allotment, Fen.money(40_001)))))
                .containsExactly("payment.over-allotment");
        assertThat(codes(world.ask("chief", new ReduceAllotment(allotment, Fen.money(40_001), "收回"))))
                .containsExactly("payment.over-allotment");
        Id<ProcurementPlan> more = purchases.procuring("P2", line, elements, 40_000);
        Id<Contract> second = purchases.signed("C2", more, allotment, 40_000);
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(1))));
        assertThat(codes(purchases.file(second))).containsExactly("payment.over-allotment");
        assertThat(state(second)).isEqualTo(ContractState.SUBMITTED);
        assertThat(purchases.reserved(allotment, contract)).isEqualTo(60_000);
    }

    @Test
    void a_payment_draws_on_the_allotment_and_the_contract_by_the_same_amount_and_gives_both_back() {
        Id<Contract> contract = performing(60_000);

        done(purchases.apply("1", contract, allotment, 10_000));
        assertThat(amounts(contract)).containsExactly(50_000L, 10_000L, 0L, 20_000L, 50_000L);
        assertThat(available()).isEqualTo(90_000);

        done(world.act(purchases.head, World.request("R1"), PaymentAction.RETURN));
        assertThat(amounts(contract)).containsExactly(60_000L, 0L, 0L, 30_000L, 60_000L);
        assertThat(available()).isEqualTo(FEN);
    }

    @Test
    void what_is_paid_stands_as_paid_and_what_comes_back_is_kept_again() {
        Id<Contract> contract = performing(60_000);
        Id<PaymentVoucher> voucher = purchases.pay("1", contract, allotment, 10_000);
        assertThat(amounts(contract)).containsExactly(50_000L, 0L, 10_000L, 20_000L, 50_000L);

        done(world.refund("1", voucher, 4_000));

        assertThat(amounts(contract)).containsExactly(54_000L, 0L, 6_000L, 24_000L, 54_000L);
        assertThat(available()).isEqualTo(94_000);
    }

    @Test
    void more_than_is_agreed_is_not_paid_before_acceptance_and_the_last_yuan_only_after_it() {
        Id<Contract> contract = performing(60_000);
        assertThat(codes(purchases.apply("1", contract, allotment, 30_001)))
                .containsExactly("procurement.before-acceptance");
        purchases.pay("2", contract, allotment, 30_000);
        done(world.ask(purchases.head, new AcceptDelivery(contract, "Y-1", world.day(), Fen.money(10_000))));
        assertThat(codes(purchases.apply("3", contract, allotment, 10_001)))
                .containsExactly("procurement.before-acceptance");
        purchases.pay("4", contract, allotment, 10_000);

        done(purchases.accept(contract, world.day()));

        purchases.pay("5", contract, allotment, 20_000);
        assertThat(amounts(contract)).containsExactly(0L, 0L, 60_000L, 0L, 0L);
    }

    @Test
    void two_last_partial_payments_of_one_contract_at_the_same_time_exactly_one_wins() {
        Id<Contract> contract = performing(60_000);
        done(purchases.accept(contract, world.day()));
        purchases.pay("1", contract, allotment, 40_000);
        for (String number : ImmutableList.of("2", "3")) {
            done(world.ask(
                    purchases.clerk,
                    new CreatePayment(
                            World.request("R" + number), purchases.paymentTerms(contract, allotment, 20_000))));
        }

        Outcome first = world.act(purchases.clerk, World.request("R2"), PaymentAction.SUBMIT);
        Outcome second = world.act(purchases.clerk, World.request("R3"), PaymentAction.SUBMIT);

        assertThat(codes(first)).isEmpty();
        assertThat(codes(second))
                .containsExactly(
                        "procurement.over-contract", "procurement.before-acceptance", "procurement.over-reservation");
    }

    @Test
    void a_contract_that_is_settled_releases_what_is_left_to_the_fen() {
        Id<Contract> contract = performing(60_000);
        purchases.pay("1", contract, allotment, 30_000);
        done(purchases.accept(contract, world.day()));
        done(purchases.apply("2", contract, allotment, 10_000));
        assertThat(codes(world.act(purchases.clerk, contract, ContractAction.SETTLE)))
                .containsExactly("procurement.payments-in-flight");
        done(world.act(purchases.head, World.request("R2"), PaymentAction.RETURN));

        done(world.act(purchases.clerk, contract, ContractAction.SETTLE));

        assertThat(amounts(contract)).containsExactly(0L, 0L, 30_000L, 0L, 0L);
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, ProcurementPlan.id("P")))
                .isEqualTo(30_000);
        assertThat(codes(world.ask("chief", new ReduceAllotment(allotment, Fen.money(70_000), "收回"))))
                .isEmpty();
    }

    @Test
    void money_that_comes_back_of_a_contract_that_has_ended_is_kept_for_nobody() {
        Id<Contract> contract = performing(60_000);
        Id<PaymentVoucher> voucher = purchases.pay("1", contract, allotment, 30_000);
        done(world.act(purchases.clerk, contract, ContractAction.TERMINATE));

        done(world.refund("1", voucher, 30_000));

        assertThat(amounts(contract)).containsExactly(0L, 0L, 0L, 0L, 0L);
        assertThat(available()).isEqualTo(FEN);
        assertThat(codes(world.ask(
                        purchases.clerk,
                        new CreatePayment(World.request("R2"), purchases.paymentTerms(contract, allotment, 1)))))
                .containsExactly("payment.contract-unknown");
    }

    @Test
    void what_is_released_before_the_year_ends_can_be_reserved_again() {
        Id<Contract> contract = performing(60_000);
        purchases.pay("1", contract, allotment, 10_000);

        done(world.act(purchases.clerk, contract, ContractAction.UNRESERVE));
        assertThat(amounts(contract)).containsExactly(50_000L, 0L, 10_000L, 20_000L, 0L);
        assertThat(codes(purchases.apply("2", contract, allotment, 1))).containsExactly("procurement.over-reservation");

        assertThat(codes(reserve(contract, 50_001))).containsExactly("procurement.reserved-over-rest");
        done(reserve(contract, 50_000));
        assertThat(amounts(contract)).containsExactly(50_000L, 0L, 10_000L, 20_000L, 50_000L);
    }

    private Outcome reserve(Id<Contract> contract, long fen) {
        return world.ask(
                purchases.clerk,
                new ReserveAllotments(contract, ImmutableList.of(new Reservation(allotment, Fen.money(fen)))));
    }

    @Test
    void supplements_come_to_a_tenth_of_what_was_signed_and_no_fen_more() {
        Id<Contract> contract = performing(60_000);

        done(supplement("B-1", contract, 5_999, 5_999));
        assertThat(codes(supplement("B-2", contract, 2, 2))).containsExactly("procurement.over-tenth");
        assertThat(codes(supplement("B-1", contract, 1, 1))).containsExactly("procurement.number-taken");
        assertThat(codes(supplement("B-2", contract, 1, 2))).containsExactly("procurement.reserved-over-supplement");
        done(supplement("B-2", contract, 1, 1));

        assertThat(amounts(contract)).containsExactly(66_000L, 0L, 0L, 30_000L, 66_000L);
    }

    private Outcome supplement(String number, Id<Contract> contract, long fen, long reserved) {
        return world.ask(
                "chief",
                new SupplementContract(
                        contract,
                        new Supplement(number, world.day(), Fen.money(fen), Fen.money(0)),
                        ImmutableList.of(new Reservation(allotment, Fen.money(reserved)))));
    }

    @Test
    void no_more_is_planned_than_the_line_has_and_the_line_keeps_what_is_planned() {
        purchases.filed("P", line, elements, 60_000);
        Id<ProcurementPlan> second = ProcurementPlan.id("P2");
        done(world.ask(purchases.clerk, new CreatePlan(second, Purchases.planTerms(line, elements, 40_001))));
        done(world.act(purchases.clerk, second, ProcurementPlan.Action.SUBMIT));

        Outcome over = world.act("chief", second, ProcurementPlan.Action.APPROVE);

        assertThat(codes(over)).containsExactly("procurement.over-budget");
        assertThat(text(over).orElseThrow()).contains("400.00 left to plan", "planned 600.00");
        Outcome less = world.ask("finance", new AdjustBudgetLine(line, Fen.money(-40_001), "财预调1号"));
        assertThat(codes(less)).contains("procurement.over-budget");
    }

    @Test
    void no_more_is_contracted_than_was_planned() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        purchases.signed("C1", plan, allotment, 40_000);

        Outcome over = purchases.award("Z-2", plan, 20_001);

        assertThat(over.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(over)).containsExactly("procurement.award-over-plan");
        done(purchases.award("Z-3", plan, 20_000));
    }

    @Test
    void a_contract_that_is_void_leaves_its_award_for_another() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        Id<Contract> contract = purchases.signed("C1", plan, allotment, 40_000);

        done(world.act(purchases.clerk, contract, ContractAction.VOID));

        ProcurementPlan found = world.loop().find(plan).orElseThrow();
        assertThat(found.state()).isEqualTo(ProcurementPlan.State.IN_PROCUREMENT);
        assertThat(found.terms().awards())
                .allSatisfy(award -> assertThat(award.contract()).isEqualTo(Optional.empty()));
        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, plan)).isEqualTo(60_000);
        done(world.ask(
                purchases.clerk,
                new SignContract(Contract.id("C2"), purchases.contractTerms(plan, "Z-C1", allotment, 40_000))));
    }

    @Test
    void a_plan_that_is_closed_gives_back_what_was_not_contracted() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        Id<Contract> contract = purchases.signed("C1", plan, allotment, 40_000);
        assertThat(codes(world.act(purchases.clerk, plan, ProcurementPlan.Action.WIND_UP)))
                .containsExactly("procurement.award-open");
        done(purchases.file(contract));

        done(world.act(purchases.clerk, plan, ProcurementPlan.Action.WIND_UP));

        assertThat(purchases.of(ProcurementMeasure.PLAN_REST, plan)).isZero();
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, plan)).isEqualTo(40_000);
        purchases.filed("P2", line, elements, 60_000);
    }

    @Test
    void what_happens_with_a_contract_or_by_notice_is_asked_of_nobody() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);

        assertThat(codes(world.ask(purchases.clerk, Act.of(plan, ProcurementPlan.Action.CONTRACT))))
                .containsExactly("procurement.not-by-itself");
    }
}
