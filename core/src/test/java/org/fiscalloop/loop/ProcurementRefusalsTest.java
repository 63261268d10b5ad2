package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.Purchases.codes;
import static org.fiscalloop.loop.Purchases.text;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.Body;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.procurement.ContractAction;
import org.fiscalloop.procurement.ContractState;
import org.fiscalloop.procurement.ContractTerms;
import org.fiscalloop.procurement.ContractTerms.Publication;
import org.fiscalloop.procurement.ContractTerms.Reservation;
import org.fiscalloop.procurement.ContractTerms.Supplement;
import org.fiscalloop.procurement.ContractTerms.Supplier;
import org.fiscalloop.procurement.ContractTerms.SupplierSize;
import org.fiscalloop.procurement.ImmutableContractTerms;
import org.fiscalloop.procurement.ImmutablePlanTerms;
import org.fiscalloop.procurement.PlanTerms;
import org.fiscalloop.procurement.ProcurementCommands.AcceptContract;
import org.fiscalloop.procurement.ProcurementCommands.AcceptDelivery;
import org.fiscalloop.procurement.ProcurementCommands.CreatePlan;
import org.fiscalloop.procurement.ProcurementCommands.PublishContract;
import org.fiscalloop.procurement.ProcurementCommands.ReviseContract;
import org.fiscalloop.procurement.ProcurementCommands.SignContract;
import org.fiscalloop.procurement.ProcurementCommands.SupplementContract;
import org.fiscalloop.procurement.ProcurementFlow;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementAwarded;
import org.fiscalloop.procurement.ProcurementNotices.ProcurementFailed;
import org.fiscalloop.procurement.ProcurementPlan;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** What plans, contracts and payments of them are refused or warned for, and which results wait or are listed. */
class ProcurementRefusalsTest {
    private static final long FEN = 100_000;

    private final World world = World.open();
    private final Purchases purchases = new Purchases(world, ORGAN);
    private final Id<Project> project = world.project(1, ORGAN, 2 * FEN);
    private final Elements elements = Purchases.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);
    private final Id<Allotment> allotment = world.allotment("A", line, elements, FEN);

    private ImmutableList<String> planned(PlanTerms terms) {
        return codes(world.ask(purchases.clerk, new CreatePlan(ProcurementPlan.id("P"), terms)));
    }

    private ImmutablePlanTerms plan() {
        return Purchases.planTerms(line, elements, 60_000);
    }

    // ---- plans ------------------------------------------------------------------------------------------------------

    @Test
    void a_plan_needs_an_appropriated_line_that_is_marked_for_procurement() {
        Id<BudgetLine> proposed = world.propose("M", elements, 10);
        assertThat(planned(plan().withLine(proposed))).containsExactly("procurement.no-budget");
        assertThat(planned(plan().withLine(BudgetLine.id("none")))).containsExactly("procurement.no-budget");

        Elements plain = World.elements(ORGAN, project);
        Id<BudgetLine> unmarked = world.line("N", plain, 10);
        assertThat(planned(plan().withLine(unmarked).withElements(plain)))
                .containsExactly("procurement.line-not-marked");
    }

    @Test
    void a_plan_has_the_elements_of_its_line_and_belongs_to_its_agency() {
        Elements other = ImmutableElements.copyOf(elements).withFund("112");
        assertThat(planned(plan().withElements(other))).containsExactly("procurement.element-differs");
        Elements unmarked = World.elements(ORGAN, project);
        assertThat(planned(plan().withElements(unmarked))).containsExactly("procurement.element-differs");
        Id<Project> another = world.project(3, INSTITUTION, FEN);
        Elements theirs = Purchases.elements(INSTITUTION, another);
        Id<BudgetLine> lineOfAnother = world.line("M", theirs, FEN);
        assertThat(planned(plan().withLine(lineOfAnother)))
                .containsExactly(
                        "procurement.element-differs", "procurement.element-differs", "procurement.agency-outside");
    }

    @Test
    void a_plan_is_of_something_by_a_known_method_in_its_year() {
        assertThat(planned(plan().withAmount(Fen.money(0)))).containsExactly("procurement.amount-not-positive");
        assertThat(planned(plan().withMethod("X"))).containsExactly("procurement.method-unknown");
        assertThatThrownBy(() -> plan().withName(" ")).isInstanceOf(IllegalArgumentException.class);
        world.turn(World.YEAR, LocalDate.of(2025, 1, 2));
        assertThat(planned(plan())).containsExactly("procurement.outside-year");
    }

    @Test
    void what_people_fill_in_as_told_by_the_platform_is_ignored() {
        PlanTerms.Award award =
                new PlanTerms.Award("Z", Purchases.SUPPLIER, Fen.money(1), "1", world.day(), Optional.empty());
        assertThat(planned(plan().withAwards(award))).isEmpty();
        assertThat(world.loop()
                        .find(ProcurementPlan.id("P"))
                        .orElseThrow()
                        .terms()
                        .awards())
                .isEmpty();
    }

    @Test
    void who_fills_in_a_plan_does_not_file_it() {
        done(world.ask(purchases.clerk, new CreatePlan(ProcurementPlan.id("P"), plan())));
        done(world.act(purchases.clerk, ProcurementPlan.id("P"), ProcurementPlan.Action.SUBMIT));
        assertThat(codes(world.act(purchases.clerk, ProcurementPlan.id("P"), ProcurementPlan.Action.APPROVE)))
                .containsExactly("access.duty-missing");
    }

    // ---- what the platform tells ------------------------------------------------------------------------------------

    @Test
    void a_result_waits_until_its_plan_is_in_procurement() {
        Outcome early = purchases.award("Z", ProcurementPlan.id("P"), 10);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        purchases.filed("P", line, elements, 60_000);
        assertThat(world.loop()
                        .find(ProcurementPlan.id("P"))
                        .orElseThrow()
                        .terms()
                        .awards())
                .isEmpty();

        done(world.act(purchases.clerk, ProcurementPlan.id("P"), ProcurementPlan.Action.PROCURE));

        assertThat(world.loop()
                        .find(ProcurementPlan.id("P"))
                        .orElseThrow()
                        .terms()
                        .awards())
                .extracting(PlanTerms.Award::number)
                .containsExactly("Z");
    }

    @Test
    void a_result_told_again_is_nothing_new_and_with_another_amount_contradicts() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        done(purchases.award("Z", plan, 10));

        assertThat(tell("again", awarded(plan, "Z", 10, "1")).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(codes(tell("other", awarded(plan, "Z", 11, "1")))).containsExactly("procurement.result-differs");
        assertThat(codes(tell("method", awarded(plan, "Y", 10, "X")))).containsExactly("procurement.award-method");
        assertThat(world.loop().find(plan).orElseThrow().terms().awards()).hasSize(1);
    }

    private Outcome tell(String key, Body body) {
        return world.tell(key, body);
    }

    private ProcurementAwarded awarded(Id<ProcurementPlan> plan, String number, long fen, String method) {
        return new ProcurementAwarded(plan, number, Purchases.SUPPLIER, Fen.money(fen), method, world.day());
    }

    @Test
    void a_failure_ends_what_was_awarded_and_not_signed_and_it_may_be_procured_again() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        done(purchases.award("Z", plan, 10));
        ProcurementFailed failed = new ProcurementFailed(plan, "F", "报价均超过采购预算", world.day());

        done(tell("failed", failed));

        assertThat(world.loop().find(plan).orElseThrow().state()).isEqualTo(ProcurementPlan.State.FAILED);
        assertThat(world.loop().find(plan).orElseThrow().terms().awards()).isEmpty();
        assertThat(tell("again", failed).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(codes(tell("other", new ProcurementFailed(plan, "F", "其他", world.day()))))
                .containsExactly("procurement.result-differs");
        assertThat(codes(purchases.award("Y", plan, 10))).containsExactly("procurement.result-out-of-place");
        done(world.act(purchases.clerk, plan, ProcurementPlan.Action.RESTART));
        done(purchases.award("X", plan, 10));
    }

    @Test
    void a_failure_of_a_plan_on_which_contracts_stand_ends_what_is_not_signed_yet() {
        Id<ProcurementPlan> plan = purchases.procuring("P", line, elements, 60_000);
        Id<Contract> contract = purchases.signed("C", plan, allotment, 10_000);
        done(purchases.award("Y", plan, 10));
        done(purchases.file(contract));
        assertThat(codes(world.act(purchases.clerk, plan, ProcurementPlan.Action.WIND_UP)))
                .containsExactly("procurement.award-open");

        done(tell("failed", new ProcurementFailed(plan, "F", "质疑成立", world.day())));

        ProcurementPlan found = world.loop().find(plan).orElseThrow();
        assertThat(found.state()).isEqualTo(ProcurementPlan.State.CONTRACTED);
        assertThat(found.terms().awards()).extracting(PlanTerms.Award::number).containsExactly("Z-C");
        done(world.act(purchases.clerk, plan, ProcurementPlan.Action.WIND_UP));
        assertThat(codes(tell("late", new ProcurementFailed(plan, "F2", "质疑成立", world.day()))))
                .containsExactly("procurement.result-out-of-place");
    }

    // ---- contracts --------------------------------------------------------------------------------------------------

    private ImmutableContractTerms contract() {
        Id<ProcurementPlan> plan = ProcurementPlan.id("P");
        if (world.loop().find(plan).isEmpty()) {
            purchases.procuring("P", line, elements, 60_000);
            done(purchases.award("Z", plan, 50_000));
        }
        return purchases.contractTerms(plan, "Z", allotment, 50_000);
    }

    private ImmutableList<String> signed(ContractTerms terms) {
        return codes(world.ask(purchases.clerk, new SignContract(Contract.id("C"), terms)));
    }

    @Test
    void a_contract_is_that_of_its_plan_and_award() {
        assertThat(signed(contract().withPlan(ProcurementPlan.id("none"))))
                .containsExactly("procurement.no-plan", "procurement.no-award");
        assertThat(signed(contract().withProject(World.code(9)))).contains("procurement.no-plan");
        assertThat(signed(contract().withAward("Y"))).containsExactly("procurement.no-award");
        assertThat(signed(contract().withSupplier(new Supplier("他人", "1", "行", SupplierSize.OTHER))))
                .containsExactly("procurement.supplier-differs");
        assertThat(signed(contract().withAmount(Fen.money(50_001)))).containsExactly("procurement.over-award");
        assertThat(signed(contract())).isEmpty();
        assertThat(codes(world.ask(purchases.clerk, new SignContract(Contract.id("C2"), contract()))))
                .containsExactly("procurement.no-award");
    }

    @Test
    void nobody_signs_on_the_plan_of_another_agency_nor_of_another_project() {
        Outcome ofAnother = world.ask(
                "clerk" + INSTITUTION,
                new SignContract(
                        Contract.id("C"), contract().withAgency(INSTITUTION).withReservations()));
        assertThat(codes(ofAnother)).containsExactly("procurement.no-plan");
        assertThat(text(ofAnother).orElseThrow()).contains("agency", INSTITUTION, ORGAN);
        Outcome otherProject = world.ask(
                purchases.clerk,
                new SignContract(
                        Contract.id("C"), contract().withProject(World.code(9)).withReservations()));
        assertThat(codes(otherProject)).containsExactly("procurement.no-plan");
        assertThat(text(otherProject).orElseThrow()).contains("project");
    }

    @Test
    void a_contract_is_signed_after_its_award_and_before_it_is_put_down() {
        assertThat(signed(contract().withSignedOn(World.DAY.minusDays(1))))
                .containsExactly("procurement.signed-out-of-order");
        assertThat(signed(contract().withSignedOn(World.DAY.plusDays(1))))
                .containsExactly("procurement.signed-out-of-order");
    }

    @Test
    void a_contract_that_is_signed_or_handed_in_late_is_warned_of() {
        ImmutableContractTerms terms = contract();
        LocalDate late = World.DAY.plusDays(31);
        world.turn(World.YEAR, late);
        Outcome signed = done(world.ask(
                purchases.clerk, new SignContract(Contract.id("C"), terms.withSignedOn(World.DAY.plusDays(30)))));
        assertThat(signed.warnings()).isEmpty();
        done(world.act(purchases.clerk, Contract.id("C"), ContractAction.VOID));
        signed = done(world.ask(purchases.clerk, new SignContract(Contract.id("D"), terms.withSignedOn(late))));
        assertThat(signed.warnings()).extracting(Refusal::code).containsExactly("procurement.signed-late");

        world.turn(World.YEAR, late.plusDays(9));
        assertThat(done(world.act(purchases.clerk, Contract.id("D"), ContractAction.SUBMIT))
                        .warnings())
                .extracting(Refusal::code)
                .contains("procurement.signed-late");
        assertThat(world.loop()
                        .rules()
                        .at(World.DIVISION, World.YEAR, World.DAY)
                        .orElseThrow()
                        .of(ProcurementFlow.RULES)
                        .workingDays(late, late.plusDays(9)))
                .isEqualTo(7);
    }

    @Test
    void a_bond_is_a_tenth_at_most_and_something_is_left_to_pay_after_acceptance() {
        assertThat(signed(contract().withPerformanceBond(Fen.money(5_001)))).containsExactly("procurement.bond-over");
        assertThat(signed(contract().withBeforeAcceptance(Fen.money(50_000))))
                .containsExactly("procurement.all-before-acceptance");
        assertThat(signed(contract().withPerformanceBond(Fen.money(5_000)).withBeforeAcceptance(Fen.money(49_999))))
                .isEmpty();
    }

    @Test
    void longer_terms_than_the_law_has_are_warned_of_for_small_and_medium_enterprises_only() {
        Outcome signed = done(world.ask(
                purchases.clerk, new SignContract(Contract.id("C"), contract().withDueDays(61))));
        assertThat(signed.warnings()).extracting(Refusal::code).containsExactly("procurement.terms-too-long");
        assertThat(signed.warnings().get(0).text()).contains("61 days", "at most 60", "2020-09-01");
        done(world.act(purchases.clerk, Contract.id("C"), ContractAction.VOID));
        assertThat(done(world.ask(
                                purchases.clerk,
                                new SignContract(Contract.id("D"), contract().withDueDays(60))))
                        .warnings())
                .isEmpty();
    }

    @Test
    void allotments_that_are_kept_are_executable_and_of_the_contracts_own_project() {
        Elements plain = World.elements(ORGAN, world.project(2, ORGAN, FEN));
        Id<Allotment> other = world.allotment("B", world.line("M", plain, FEN), plain, FEN);
        assertThat(signed(contract().withReservations(new Reservation(other, Fen.money(1)))))
                .containsExactly("procurement.not-reservable");
        Id<Allotment> pending = world.issue(
                "D", World.allotmentTerms(world.line("N", elements, FEN), elements, AllotmentFlag.PENDING, FEN));
        Outcome refused = world.ask(
                purchases.clerk,
                new SignContract(
                        Contract.id("C"), contract().withReservations(new Reservation(pending, Fen.money(1)))));
        assertThat(text(refused).orElseThrow()).contains("flag", "PENDING", "EXECUTABLE");
        assertThat(signed(contract().withReservations(new Reservation(Allotment.id("none"), Fen.money(1)))))
                .containsExactly("procurement.not-reservable");
        assertThatThrownBy(() -> new SignContract(
                        Contract.id("C"),
                        contract()
                                .withReservations(
                                        new Reservation(allotment, Fen.money(1)),
                                        new Reservation(allotment, Fen.money(1)))))
                .hasMessageContaining("stands twice");
    }

    @Test
    void more_is_not_kept_than_the_contract_comes_to() {
        done(world.ask(
                purchases.clerk,
                new SignContract(
                        Contract.id("C"), contract().withReservations(new Reservation(allotment, Fen.money(50_001))))));
        assertThat(codes(purchases.file(Contract.id("C")))).containsExactly("procurement.reserved-over-rest");
    }

    @Test
    void a_contract_is_put_down_again_on_its_own_award_with_another_amount() {
        assertThat(signed(contract())).isEmpty();
        assertThat(codes(world.ask(
                        purchases.clerk,
                        new ReviseContract(Contract.id("C"), contract().withAward("Y")))))
                .contains("procurement.award-changed");
        ContractTerms less = purchases.contractTerms(ProcurementPlan.id("P"), "Z", allotment, 40_000);
        done(world.ask(purchases.clerk, new ReviseContract(Contract.id("C"), less)));
        assertThat(purchases.of(ProcurementMeasure.PLAN_CONTRACTED, ProcurementPlan.id("P")))
                .isEqualTo(40_000);
    }

    @Test
    void a_contract_is_handed_in_within_seven_working_days_and_warned_of_on_the_eighth() {
        LocalDate seventh = LocalDate.of(2024, 3, 12);
        assertThat(signed(contract())).isEmpty();
        world.turn(World.YEAR, seventh);
        assertThat(done(world.act(purchases.clerk, Contract.id("C"), ContractAction.SUBMIT))
                        .warnings())
                .isEmpty();
        done(world.act("chief", Contract.id("C"), ContractAction.RETURN));

        world.turn(World.YEAR, seventh.plusDays(1));
        Outcome late = done(world.act(purchases.clerk, Contract.id("C"), ContractAction.SUBMIT));

        assertThat(late.warnings()).extracting(Refusal::code).containsExactly("procurement.filed-late");
        assertThat(late.warnings().get(0).text()).isEqualTo("handed in 8 working days after it was signed, at most 7");
    }

    private static PublishContract publishing(String contract, LocalDate on) {
        return new PublishContract(Contract.id(contract), new Publication(on, "中国政府采购网", "2024-1"));
    }

    private static void publishedLate(Outcome published, String text) {
        assertThat(published.warnings()).extracting(Refusal::code).containsExactly("procurement.published-late");
        assertThat(published.warnings().get(0).text()).isEqualTo(text);
    }

    @Test
    void a_contract_is_published_within_two_working_days_and_warned_of_on_the_third() {
        LocalDate friday = World.DAY;
        LocalDate tuesday = friday.plusDays(4);
        assertThat(signed(contract())).isEmpty();
        done(purchases.award("Z2", ProcurementPlan.id("P"), 10_000));
        ContractTerms second = purchases.contractTerms(ProcurementPlan.id("P"), "Z2", allotment, 10_000);
        done(world.ask(purchases.clerk, new SignContract(Contract.id("D"), second)));
        world.turn(World.YEAR, tuesday.plusDays(6));

        Outcome onTuesday = done(world.ask(purchases.clerk, publishing("C", tuesday)));
        Outcome onWednesday = done(world.ask(purchases.clerk, publishing("D", tuesday.plusDays(1))));

        assertThat(onTuesday.warnings()).isEmpty();
        publishedLate(onWednesday, "published 3 working days after it was signed, at most 2");
        assertThat(world.loop().find(Contract.id("C")).orElseThrow().terms().publication())
                .contains(new Publication(tuesday, "中国政府采购网", "2024-1"));
        assertThat(world.loop().find(Contract.id("D")).orElseThrow().terms().publication())
                .isPresent();
    }

    @Test
    void holidays_do_not_count_for_the_publication_and_weekends_on_which_people_work_do() {
        World city = World.open(
                CityRules.with(TwoYears.overlay(
                        World.YEAR,
                        CityRules.change("procurement/holidays", days("2024-03-04")),
                        CityRules.change("procurement/workingWeekends", days("2024-03-09")))),
                new InMemoryJournal());
        Purchases of = new Purchases(city, ORGAN);
        Elements marked = Purchases.elements(ORGAN, city.project(1, ORGAN, FEN));
        Id<BudgetLine> own = city.line("L", marked, FEN);
        Id<Allotment> issued = city.allotment("A", own, marked, FEN);
        Id<ProcurementPlan> plan = of.procuring("P", own, marked, 60_000);
        of.signed("C", plan, issued, 10_000);
        of.signed("D", plan, issued, 10_000);
        city.turn(World.YEAR, LocalDate.of(2024, 3, 8));
        of.signed("E", plan, issued, 10_000);
        city.turn(World.YEAR, LocalDate.of(2024, 3, 12));

        assertThat(done(city.ask(of.clerk, publishing("C", LocalDate.of(2024, 3, 6))))
                        .warnings())
                .isEmpty();
        publishedLate(
                done(city.ask(of.clerk, publishing("D", LocalDate.of(2024, 3, 7)))),
                "published 3 working days after it was signed, at most 2");
        publishedLate(
                done(city.ask(of.clerk, publishing("E", LocalDate.of(2024, 3, 12)))),
                "published 3 working days after it was signed, at most 2");
    }

    private static Tree days(String... days) {
        return Tree.items(Stream.of(days).map(Tree::text).collect(ImmutableList.toImmutableList()));
    }

    @Test
    void a_contract_is_not_published_before_it_is_signed_nor_in_days_to_come() {
        assertThat(signed(contract())).isEmpty();

        Outcome before = world.ask(purchases.clerk, publishing("C", World.DAY.minusDays(1)));

        assertThat(codes(before)).containsExactly("procurement.published-out-of-order");
        assertThat(text(before)).contains("2024-02-29 is not from 2024-03-01 to 2024-03-01");
        assertThat(codes(world.ask(purchases.clerk, publishing("C", World.DAY.plusDays(1)))))
                .containsExactly("procurement.published-out-of-order");
        assertThat(world.loop().find(Contract.id("C")).orElseThrow().terms().publication())
                .isEmpty();
        done(world.ask(purchases.clerk, publishing("C", World.DAY)));
        assertThatThrownBy(() -> new Publication(World.DAY, " ", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("medium");
    }

    @Test
    void a_contract_is_published_once() {
        assertThat(signed(contract())).isEmpty();
        done(world.ask(purchases.clerk, publishing("C", World.DAY)));

        Outcome again = world.ask(purchases.clerk, publishing("C", World.DAY));

        assertThat(codes(again)).containsExactly("procurement.published-twice");
        assertThat(text(again))
                .contains("the contract was published on 2024-03-01 by 中国政府采购网 already, and is published once");
    }

    @Test
    void what_was_published_stays_when_the_contract_is_put_down_again_and_fits_the_day_of_its_signing() {
        world.turn(World.YEAR, World.DAY.plusDays(3));
        assertThat(signed(contract().withSignedOn(world.day()))).isEmpty();
        done(world.ask(purchases.clerk, publishing("C", world.day())));
        Publication published = new Publication(world.day(), "中国政府采购网", "2024-1");
        LocalDate monday = world.day();
        world.turn(World.YEAR, monday.plusDays(1));

        assertThat(codes(world.ask(
                        purchases.clerk,
                        new ReviseContract(Contract.id("C"), contract().withSignedOn(monday.plusDays(1))))))
                .containsExactly("procurement.published-out-of-order");
        done(world.ask(
                purchases.clerk,
                new ReviseContract(
                        Contract.id("C"),
                        contract()
                                .withSignedOn(monday)
                                .withAmount(Fen.money(40_000))
                                .withPublication(new Publication(monday, "别处", "")))));

        assertThat(world.loop().find(Contract.id("C")).orElseThrow().terms().publication())
                .contains(published);
    }

    @Test
    void what_is_published_is_never_filled_in_with_the_contract() {
        assertThat(signed(contract().withPublication(new Publication(World.DAY, "中国政府采购网", ""))))
                .isEmpty();
        assertThat(world.loop().find(Contract.id("C")).orElseThrow().terms().publication())
                .isEmpty();
    }

    @Test
    void a_contract_is_published_by_whom_fills_in_contracts_in_every_state_but_under_review_and_after_its_end() {
        assertThat(signed(contract())).isEmpty();
        done(world.act(purchases.clerk, Contract.id("C"), ContractAction.SUBMIT));
        assertThat(codes(world.ask(purchases.clerk, publishing("C", World.DAY))))
                .containsExactly("lifecycle.not-allowed");
        done(world.act("chief", Contract.id("C"), ContractAction.APPROVE));
        assertThat(codes(world.ask("chief", publishing("C", World.DAY)))).containsExactly("access.duty-missing");
        done(world.act(purchases.clerk, Contract.id("C"), ContractAction.PERFORM));
        done(purchases.accept(Contract.id("C"), World.DAY));

        done(world.ask(purchases.clerk, publishing("C", World.DAY)));

        assertThat(world.loop().find(Contract.id("C")).orElseThrow().state()).isEqualTo(ContractState.ACCEPTED);
        done(world.act(purchases.clerk, Contract.id("C"), ContractAction.SETTLE));
        assertThat(codes(world.ask(purchases.clerk, publishing("C", World.DAY))))
                .containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_supplement_is_signed_after_the_contract_and_not_in_days_to_come() {
        assertThat(signed(contract())).isEmpty();
        done(purchases.file(Contract.id("C")));
        Outcome before = supplemented(World.DAY.minusDays(1));
        assertThat(codes(before)).containsExactly("procurement.added-out-of-order");
        assertThat(text(before)).contains("2024-02-29 is not from 2024-03-01 to 2024-03-01");
        assertThat(codes(supplemented(World.DAY.plusDays(1)))).containsExactly("procurement.added-out-of-order");
        done(supplemented(World.DAY));
    }

    private Outcome supplemented(LocalDate signedOn) {
        return world.ask(
                "chief",
                new SupplementContract(
                        Contract.id("C"),
                        new Supplement("B", signedOn, Fen.money(1), Fen.money(0)),
                        ImmutableList.of()));
    }

    @Test
    void where_a_place_lets_a_contract_come_to_more_than_was_awarded_it_still_comes_to_no_more_than_was_planned() {
        World soft = World.open(
                CityRules.with(TwoYears.overlay(
                        World.YEAR,
                        CityRules.change(
                                "procurement/severities/procurement.over-award", Tree.text(Severity.WARN.name())))),
                new InMemoryJournal());
        Purchases of = new Purchases(soft, ORGAN);
        Elements marked = Purchases.elements(ORGAN, soft.project(1, ORGAN, FEN));
        Id<BudgetLine> own = soft.line("L", marked, FEN);
        Id<Allotment> issued = soft.allotment("A", own, marked, FEN);
        Id<ProcurementPlan> plan = of.procuring("P", own, marked, 60_000);
        done(of.award("Z", plan, 50_000));

        Outcome over =
                soft.ask(of.clerk, new SignContract(Contract.id("C"), of.contractTerms(plan, "Z", issued, 60_001)));

        assertThat(codes(over)).containsExactly("procurement.over-plan");
        assertThat(text(over)).contains("plan P has 600.00 left to contract, asked 600.01, short by 0.01");
        assertThat(done(soft.ask(
                                of.clerk,
                                new SignContract(Contract.id("C"), of.contractTerms(plan, "Z", issued, 60_000))))
                        .warnings())
                .extracting(Refusal::code)
                .containsExactly("procurement.over-award");
    }

    @Test
    void an_allotment_that_is_kept_for_a_contract_is_neither_corrected_nor_recalled_whole() {
        assertThat(signed(contract())).isEmpty();
        done(purchases.file(Contract.id("C")));

        Outcome recalled = world.ask("chief", new RecallAllotment(allotment, RecallMode.WHOLE, "收回"));

        assertThat(codes(recalled)).containsExactly("allotment.drawn-on");
        assertThat(text(recalled).orElseThrow()).contains("0.00 frozen, 500.00 kept for contracts");
        assertThat(codes(world.ask(
                        "chief",
                        new CorrectAllotment(
                                allotment,
                                ImmutableElements.builder()
                                        .from(elements)
                                        .departmentEconomic("30202")
                                        .build(),
                                "更正"))))
                .contains("allotment.drawn-on");
    }

    @Test
    void who_signs_does_not_accept_and_what_is_accepted_was_delivered_in_time_under_its_own_number() {
        Purchases both = new Purchases(world, ORGAN);
        assertThat(codes(world.ask("both" + ORGAN, new SignContract(Contract.id("C"), contract()))))
                .isEmpty();
        done(both.file(Contract.id("C")));
        done(world.act(both.clerk, Contract.id("C"), ContractAction.PERFORM));
        Id<Contract> contract = Contract.id("C");

        assertThat(codes(world.ask("both" + ORGAN, new AcceptContract(contract, "Y", world.day()))))
                .containsExactly("lifecycle.four-eyes");
        assertThat(codes(world.ask(
                        both.head, new AcceptContract(contract, "Y", world.day().plusDays(1)))))
                .containsExactly("procurement.delivered-out-of-order");
        done(world.ask(both.head, new AcceptDelivery(contract, "Y", world.day(), Fen.money(24_999))));
        assertThat(codes(world.ask(both.head, new AcceptDelivery(contract, "Y2", world.day(), Fen.money(1)))))
                .containsExactly("procurement.all-before-acceptance");
        assertThat(codes(world.ask(both.head, new AcceptContract(contract, "Y", world.day()))))
                .containsExactly("procurement.number-taken");
        done(world.ask(both.head, new AcceptContract(contract, "Y2", world.day())));
        assertThat(world.loop().find(contract).orElseThrow().state()).isEqualTo(ContractState.ACCEPTED);
    }

    // ---- payments ---------------------------------------------------------------------------------------------------

    @Test
    void a_payment_of_a_contract_is_its_owners_to_its_supplier() {
        Id<Contract> contract =
                purchases.performing("C", purchases.procuring("P", line, elements, 60_000), allotment, 50_000);
        Elements plain = World.elements(ORGAN, world.project(2, ORGAN, FEN));
        Id<Allotment> other = world.allotment("B", world.line("M", plain, FEN), plain, FEN);
        assertThat(codes(world.ask(
                        purchases.clerk,
                        new CreatePayment(World.request("R1"), purchases.paymentTerms(contract, other, 1)))))
                .containsExactly("payment.contract-of-another");
        assertThat(codes(world.ask(
                        purchases.clerk,
                        new CreatePayment(
                                World.request("R2"),
                                purchases.paymentTerms(contract, allotment, 1).withContract("none")))))
                .containsExactly("payment.contract-unknown");
        done(world.ask(
                purchases.clerk,
                new CreatePayment(
                        World.request("R3"),
                        purchases
                                .paymentTerms(contract, allotment, 1)
                                .withPayee(new PaymentTerms.Payee("他人", "6222", "银行")))));
        assertThat(codes(world.act(purchases.clerk, World.request("R3"), PaymentAction.SUBMIT)))
                .containsExactly("payment.contract-payee");
    }

    @Test
    void what_is_marked_for_procurement_is_paid_by_contract_only() {
        done(world.ask(
                purchases.clerk, new CreatePayment(World.request("R"), World.paymentTerms(allotment, elements, 1))));
        assertThat(codes(world.act(purchases.clerk, World.request("R"), PaymentAction.SUBMIT)))
                .containsExactly("payment.contract-missing");
    }
}
