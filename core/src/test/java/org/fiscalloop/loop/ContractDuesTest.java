package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractTerms;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ContractTerms.SupplierSize;
import org.fiscalloop.procurement.ImmutableProcurementRules;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.procurement.ProcurementRules;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.RulesInForce;
import org.fiscalloop.tracing.ContractDues;
import org.fiscalloop.tracing.ContractDues.Delivery;
import org.junit.jupiter.api.Test;

/** Who waits for how much, and for how long, on a day. */
class ContractDuesTest {
    private static final long FEN = 100_000;

    private final World world = World.open();
    private final Purchases purchases = new Purchases(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = Purchases.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, FEN);
    private final Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);

    /** 300 yuan before acceptance of 600, and a delivery on the first day of which 200 become payable. */
    private Id<Contract> delivered(SupplierSize size, Optional<Integer> dueDays) {
        Supplier supplier = new Supplier(World.PAYEE.name(), World.PAYEE.account(), World.PAYEE.bank(), size);
        Id<Contract> contract = Contract.id("C");
        done(world.tell("Z", new ProcurementAwarded(plan, "Z", supplier, Fen.money(60_000), "1", world.day())));
        done(world.ask(
                purchases.clerk,
                new SignContract(
                        contract,
                        purchases
                                .contractTerms(plan, "Z", allotment, 60_000)
                                .withSupplier(supplier)
                                .withDueDays(dueDays))));
        done(purchases.file(contract));
        done(world.act(purchases.clerk, contract, ContractAction.PERFORM));
        done(world.ask(purchases.head, new AcceptDelivery(contract, "Y", world.day(), Fen.money(20_000))));
        return contract;
    }

    private ContractDues dues(LocalDate on) {
        RulesInForce rules =
                world.loop().rules().at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();
        ImmutableList<ContractDues> dues = ContractDues.of(world.loop(), World.DIVISION, rules, on);
        assertThat(dues).hasSize(1);
        return dues.get(0);
    }

    @Test
    void the_contracts_of_another_division_are_not_read_by_its_rules() {
        delivered(SupplierSize.SMALL, Optional.empty());
        RulesInForce rules =
                world.loop().rules().at(World.DIVISION, World.YEAR, World.DAY).orElseThrow();
        assertThat(ContractDues.of(world.loop(), "310101000", rules, World.DAY)).isEmpty();
    }

    private Delivery delivery(LocalDate on) {
        assertThat(dues(on).deliveries()).hasSize(1);
        return dues(on).deliveries().get(0);
    }

    @Test
    void a_small_enterprise_is_paid_within_thirty_days_of_delivery_where_nothing_is_agreed() {
        delivered(SupplierSize.SMALL, Optional.empty());
        assertThat(delivery(World.DAY.plusDays(30)))
                .isEqualTo(new Delivery(
                        "Y", World.DAY, Optional.of(World.DAY.plusDays(30)), Fen.money(20_000), Fen.money(20_000), 0));
        assertThat(delivery(World.DAY.plusDays(37)).daysOverdue()).isEqualTo(7);
        assertThat(dues(World.DAY.plusDays(31)).isOverdue()).isTrue();
        assertThat(dues(World.DAY.plusDays(31)).overdue()).isEqualTo(Fen.money(20_000));
    }

    @Test
    void a_contract_may_agree_less_or_more_but_to_a_small_enterprise_no_more_than_sixty_days() {
        delivered(SupplierSize.MICRO, Optional.of(90));
        assertThat(delivery(World.DAY).dueOn()).hasValue(World.DAY.plusDays(60));
    }

    @Test
    void with_a_large_enterprise_only_the_contract_says_when() {
        delivered(SupplierSize.LARGE, Optional.empty());
        assertThat(delivery(World.DAY.plusDays(365)).dueOn()).isEmpty();
        assertThat(dues(World.DAY.plusDays(365)).isOverdue()).isFalse();
        assertThat(dues(World.DAY.plusDays(365)).overdue()).isEqualTo(Fen.money(0));
    }

    @Test
    void what_is_paid_counts_for_what_was_agreed_before_acceptance_and_then_for_deliveries() {
        Id<Contract> contract = delivered(SupplierSize.SMALL, Optional.empty());
        purchases.pay("1", contract, allotment, 35_000);
        assertThat(delivery(World.DAY.plusDays(40)).open()).isEqualTo(Fen.money(15_000));
        purchases.pay("2", contract, allotment, 15_000);
        assertThat(delivery(World.DAY.plusDays(40)))
                .extracting(Delivery::open, Delivery::daysOverdue)
                .containsExactly(Fen.money(0), 0L);
    }

    @Test
    void the_rule_is_that_of_the_day_of_signing() {
        ProcurementRules rules = ImmutableProcurementRules.builder().build();
        assertThat(rules.dueTerm(LocalDate.of(2020, 8, 31))).isEmpty();
        assertThat(rules.dueTerm(LocalDate.of(2025, 5, 31)).orElseThrow().from())
                .isEqualTo(LocalDate.of(2020, 9, 1));
        assertThat(rules.dueTerm(LocalDate.of(2025, 6, 1)).orElseThrow().from()).isEqualTo(LocalDate.of(2025, 6, 1));
        ContractTerms none = purchases.contractTerms(plan, "Z", allotment, 10);
        assertThat(none.acceptances()).isEqualTo(ImmutableList.of());
    }

    @Test
    void working_days_leave_out_weekends_and_holidays_but_not_the_weekends_on_which_people_work() {
        LocalDate friday = LocalDate.of(2024, 9, 13);
        ProcurementRules rules = ImmutableProcurementRules.builder()
                .addHolidays(LocalDate.of(2024, 9, 16), LocalDate.of(2024, 9, 17))
                .addWorkingWeekends(LocalDate.of(2024, 9, 14))
                .build();
        assertThat(rules.workingDays(friday, friday)).isZero();
        assertThat(rules.workingDays(friday, LocalDate.of(2024, 9, 18))).isEqualTo(2);
        assertThat(ImmutableProcurementRules.builder().build().workingDays(friday, LocalDate.of(2024, 9, 18)))
                .isEqualTo(3);
    }
}
