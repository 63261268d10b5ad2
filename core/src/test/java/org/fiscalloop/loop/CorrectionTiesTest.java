package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.codes;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.asset.AssetMeasure;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.Test;

/** What hangs on a payment goes with it when it is corrected: its contract, its cash plans, its assets, the year after. */
class CorrectionTiesTest {
    /** A contract of 60,000 that keeps 30,000 of each of two allotments, and 20,000 of it paid from the first. */
    private static final class Bought {
        final World world = World.open();
        final Corrections corrections = new Corrections(world, ORGAN);
        final Purchases purchases = new Purchases(world, ORGAN);
        final Id<Project> project = world.project(1, ORGAN, 1_000_000);
        final Elements marked = Purchases.elements(ORGAN, project);
        final Id<BudgetLine> line = world.line("L", marked, 200_000);
        final Id<Allotment> first = world.allotment("A-1", line, marked, 50_000);
        final Id<Allotment> second = world.allotment("A-2", line, marked, 50_000);
        final Id<Allotment> third = world.allotment("A-3", line, marked, 50_000);
        final Id<Contract> contract;
        final Id<PaymentVoucher> voucher;

        Bought() {
            Id<ProcurementPlan> plan = purchases.procuring("P", line, marked, 60_000);
            contract = Contract.id("C");
            done(purchases.award("Z", plan, 60_000));
            done(world.ask(
                    purchases.clerk,
                    new org.fiscalloop.procurement.ProcurementCommands.SignContract(
                            contract,
                            purchases
                                    .contractTerms(plan, "Z", first, 60_000)
                                    .withReservations(
                                            new Reservation(first, Fen.money(30_000)),
                                            new Reservation(second, Fen.money(30_000))))));
            done(purchases.file(contract));
            done(world.act(purchases.clerk, contract, ContractAction.PERFORM));
            voucher = purchases.pay("1", contract, first, 20_000);
        }
    }

    @Test
    void a_payment_of_a_contract_stays_with_it_and_takes_what_it_keeps_of_the_right_allotment() {
        Bought bought = new Bought();

        bought.corrections.correct("G", bought.corrections.terms("1", bought.second, 20_000));

        assertThat(bought.purchases.reserved(bought.first, bought.contract)).isEqualTo(30_000);
        assertThat(bought.purchases.reserved(bought.second, bought.contract)).isEqualTo(10_000);
        assertThat(bought.purchases.of(ProcurementMeasure.PAID, bought.contract))
                .isEqualTo(20_000);
        assertThat(bought.purchases.of(ProcurementMeasure.REST, bought.contract))
                .isEqualTo(40_000);
        assertThat(bought.corrections.available(bought.first)).isEqualTo(50_000);
        assertThat(bought.corrections.available(bought.second)).isEqualTo(30_000);

        done(bought.world.refund("F", bought.voucher, 5_000));
        assertThat(bought.purchases.reserved(bought.second, bought.contract)).isEqualTo(15_000);
        assertThat(bought.purchases.of(ProcurementMeasure.PAID, bought.contract))
                .isEqualTo(15_000);
        assertThat(bought.world.loop().verify()).isEmpty();
    }

    @Test
    void an_allotment_that_its_contract_keeps_nothing_of_does_not_take_it_however_much_it_has() {
        Bought bought = new Bought();

        Outcome refused = bought.corrections.approve("G", bought.corrections.terms("1", bought.third, 20_000));

        assertThat(codes(refused)).containsExactly("procurement.over-reservation");
        assertThat(bought.corrections.available(bought.third)).isEqualTo(50_000);
    }

    @Test
    void once_the_contract_has_ended_it_is_corrected_like_any_payment_and_the_contract_keeps_it() {
        Bought bought = new Bought();
        done(bought.world.act(bought.purchases.clerk, bought.contract, ContractAction.TERMINATE));

        bought.corrections.correct("G", bought.corrections.terms("1", bought.third, 20_000));

        assertThat(bought.corrections.available(bought.third)).isEqualTo(30_000);
        assertThat(bought.purchases.of(ProcurementMeasure.PAID, bought.contract))
                .isEqualTo(20_000);
        assertThat(bought.purchases.reserved(bought.first, bought.contract)).isZero();
    }

    @Test
    void a_payment_of_a_contract_keeps_its_project_and_one_without_takes_no_allotment_for_procurement() {
        Bought bought = new Bought();
        Id<Project> other = bought.world.project(2, ORGAN, 100_000);
        Elements otherMarked = Purchases.elements(ORGAN, other);
        Id<Allotment> elsewhere = bought.corrections.issue("A-4", otherMarked, 50_000);
        assertThat(codes(bought.corrections.create("G", bought.corrections.terms("1", elsewhere, 20_000))))
                .containsExactly("correction.contract-of-another");

        Elements plain = World.elements(ORGAN, bought.project);
        Id<Allotment> office = bought.corrections.issue("A-5", plain, 50_000);
        bought.world.pay("2", office, plain, 10_000);
        assertThat(codes(bought.corrections.create("G", bought.corrections.terms("2", bought.third, 10_000))))
                .containsExactly("correction.contract-missing");
    }

    /** Allotments for office and prints, 30,000 planned of office for March and paid, and 10,000 of it moved to prints in April. */
    private static final class Planned {
        final World world = Plans.open();
        final Corrections corrections = new Corrections(world, ORGAN);
        final Elements services = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        final Elements printing = ImmutableElements.builder()
                .from(services)
                .departmentEconomic("30202")
                .build();
        final Id<Allotment> office = corrections.issue("A-1", services, 50_000);
        final Id<Allotment> prints = corrections.issue("A-2", printing, 50_000);

        Planned() {
            Plans.plan(world, "P1", Plans.terms(office, ORGAN, Month.MARCH, 30_000));
            world.pay("1", office, services, 30_000);
            assertThat(codes(corrections.approve("G1", corrections.terms("1", prints, 10_000))))
                    .containsExactly("cash-plan.over-plan");
            Plans.plan(world, "P2", Plans.terms(prints, ORGAN, Month.MARCH, 4_000));
            Plans.plan(world, "P3", Plans.terms(prints, ORGAN, Month.APRIL, 10_000));
            world.turn(World.YEAR, World.DAY.plusMonths(1));
            corrections.correct("G2", corrections.terms("1", prints, 10_000));
        }

        long left(Id<Allotment> allotment, Month month) {
            return Plans.balance(world, CashPlanMeasure.LEFT, allotment, month);
        }
    }

    @Test
    void E7_plans_of_the_wrong_allotment_have_it_back_and_those_of_the_right_one_give_it() {
        Planned planned = new Planned();

        assertThat(planned.left(planned.office, Month.MARCH)).isEqualTo(10_000);
        assertThat(planned.left(planned.prints, Month.MARCH)).isZero();
        assertThat(planned.left(planned.prints, Month.APRIL)).isEqualTo(4_000);
        done(planned.corrections.refund("F", World.voucher("V1"), 10_000, planned.prints));
        assertThat(planned.left(planned.prints, Month.MARCH)).isEqualTo(4_000);
        assertThat(planned.left(planned.prints, Month.APRIL)).isEqualTo(10_000);
        assertThat(planned.left(planned.office, Month.MARCH)).isEqualTo(10_000);
    }

    @Test
    void E7_what_comes_back_of_one_allotment_is_given_to_the_months_that_were_taken_of_its_own_plans() {
        Planned planned = new Planned();

        done(planned.corrections.refund("F1", World.voucher("V1"), 20_000, planned.office));

        assertThat(planned.left(planned.office, Month.MARCH)).isEqualTo(30_000);
        assertThat(planned.left(planned.office, Month.APRIL)).isZero();
        assertThat(planned.left(planned.prints, Month.MARCH)).isZero();
        assertThat(planned.left(planned.prints, Month.APRIL)).isEqualTo(4_000);
        done(planned.corrections.refund("F2", World.voucher("V1"), 10_000, planned.prints));
        assertThat(planned.left(planned.prints, Month.MARCH)).isEqualTo(4_000);
        assertThat(planned.left(planned.prints, Month.APRIL)).isEqualTo(10_000);
    }

    @Test
    void what_is_a_fixed_asset_after_all_waits_for_its_card_and_what_is_none_is_taken_off_it() {
        World world = World.open();
        Corrections corrections = new Corrections(world, ORGAN);
        Elements services = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        Elements equipment = ImmutableElements.builder()
                .from(services)
                .governmentEconomic("50306")
                .departmentEconomic("31002")
                .build();
        Id<Allotment> office = corrections.issue("A-1", services, 50_000);
        Id<Allotment> machines = corrections.issue("A-2", equipment, 50_000);
        world.pay("1", office, services, 30_000);

        corrections.correct("G1", corrections.terms("1", machines, 30_000));
        assertThat(asset(world, AssetMeasure.FIXED_ASSETS_TO_CARD)).isEqualTo(30_000);
        assertThat(Sums.of(world.loop().balances()).agency("1601").debit()).isEqualTo(30_000);

        corrections.correct(
                "G2",
                corrections.terms("1", office, 10_000).withEarlier(org.fiscalloop.correction.Correction.id("G1")));
        assertThat(asset(world, AssetMeasure.FIXED_ASSETS_TO_CARD)).isEqualTo(20_000);
        assertThat(asset(world, AssetMeasure.MONEY_BACK)).isEqualTo(10_000);
        assertThat(Sums.of(world.loop().balances()).agency("1601").debit()).isEqualTo(20_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    private static long asset(World world, AssetMeasure measure) {
        Segments at = Dimensions.of(Dimensions.PAYMENT, "R1")
                .with(Dimensions.DIVISION, World.DIVISION)
                .with(Dimensions.AGENCY, ORGAN);
        return world.loop().balance(measure, at, world.loop().rules().all().get(0));
    }

    @Test
    void E8_what_comes_back_in_the_next_year_is_carried_into_the_allotment_that_bore_it() {
        World world = TwoYears.open();
        Corrections corrections = new Corrections(world, ORGAN);
        Elements services = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        Elements printing = ImmutableElements.builder()
                .from(services)
                .departmentEconomic("30202")
                .build();
        Id<Allotment> office = corrections.issue("A-1", services, 50_000);
        Id<Allotment> prints = corrections.issue("A-2", printing, 50_000);
        Id<PaymentVoucher> voucher = world.pay("1", office, services, 30_000);
        corrections.correct("G1", corrections.terms("1", prints, 20_000));
        world.turn(TwoYears.NEXT, TwoYears.NEW_YEAR);

        done(corrections.refund("F1", voucher, 5_000, prints));
        done(world.refund("F2", voucher, 25_000));

        assertThat(corrections.available(Allotment.id("A-1@2025"))).isEqualTo(10_000);
        assertThat(corrections.available(Allotment.id("A-2@2025"))).isEqualTo(20_000);
        assertThat(corrections.refundable("1")).isZero();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_voucher_of_several_requests_is_corrected_request_by_request() {
        World world = World.open();
        Corrections corrections = new Corrections(world, ORGAN);
        Elements services = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        Elements printing = ImmutableElements.builder()
                .from(services)
                .departmentEconomic("30202")
                .build();
        Id<Allotment> office = corrections.issue("A-1", services, 50_000);
        Id<Allotment> prints = corrections.issue("A-2", printing, 50_000);
        Id<PaymentVoucher> voucher = world.sent(
                "V1",
                ORGAN,
                ImmutableList.of(
                        world.approved("R1", office, services, 10_000),
                        world.approved("R2", office, services, 20_000)));
        done(world.receipt(voucher, 30_000));
        done(world.clearing("1", voucher, 30_000));

        corrections.correct("G1", corrections.terms("1", prints, 10_000));

        assertThat(codes(world.refund("F1", voucher, 5_000))).containsExactly("payment.refund-request-unknown");
        done(corrections.refund("F2", voucher, 5_000, prints));
        done(corrections.refund("F3", voucher, 20_000, office));
        done(world.refund("F4", voucher, 5_000));
        assertThat(corrections.available(office)).isEqualTo(50_000);
        assertThat(corrections.available(prints)).isEqualTo(50_000);
    }
}
