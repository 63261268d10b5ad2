package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.calculate;
import static org.fiscalloop.loop.TwoYears.carry;
import static org.fiscalloop.loop.TwoYears.confirm;
import static org.fiscalloop.loop.TwoYears.terms;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.AllotmentState;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetDuty;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetMeasure;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyCode;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectDuty;
import org.fiscalloop.project.ProjectMeasure;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.tracing.PaymentTrace;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Trace;
import org.junit.jupiter.api.Test;

/** What is left of a year goes on into the next, amount by amount, in every ledger. */
class CarryOverTest {
    private static final long FEN = 100_000;
    private static final Id<BudgetLine> NEXT_LINE = BudgetLine.id("L@2025");
    private static final Id<Allotment> NEXT_A = Allotment.id("A@2025");

    private final World world = TwoYears.open();
    private final Id<Project> project = world.project(1, ORGAN, FEN);
    private final Elements elements = World.elements(ORGAN, project);
    private final Id<BudgetLine> line = world.line("L", elements, FEN);

    private long balance(Measure measure, Segments at) {
        return world.loop().balance(measure, at, world.loop().rules().all().get(0));
    }

    private long left(AllotmentMeasure measure, Id<Allotment> allotment) {
        return balance(measure, Dimensions.of(Dimensions.ALLOTMENT, allotment.value()));
    }

    private long left(BudgetMeasure measure, Id<BudgetLine> of) {
        return balance(measure, Dimensions.of(Dimensions.LINE, of.value()));
    }

    private Allotment allotment(Id<Allotment> id) {
        return world.loop().find(id).orElseThrow();
    }

    private Sums year(int year) {
        return Sums.of(world.loop().balances()).where(Dimensions.YEAR, Integer.toString(year));
    }

    private static Sums of(Outcome outcome, int year) {
        return Sums.of(outcome.entries()).where(Dimensions.YEAR, Integer.toString(year));
    }

    @Test
    void what_is_left_is_listed_with_what_becomes_of_it_and_nothing_is_booked() {
        Id<Allotment> allotment = world.allotment("A", line, elements, 60_000);
        world.pay("1", allotment, elements, 10_000);
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(5_000))));

        Outcome calculated = done(calculate(world, ORGAN));

        assertThat(calculated.entries()).isEmpty();
        Classified facts = new Classified(
                ProjectNature.ORDINARY, SpendingKind.PROJECT, CarryTerm.FIRST, ProjectEnd.RUNNING, FundBook.GENERAL);
        Ruling ruling = new Ruling("first-year", Treatment.CARRY, Optional.empty());
        assertThat(terms(world, ORGAN).lines())
                .containsExactly(
                        new Line(Remainder.UNALLOCATED, line, Optional.empty(), Fen.money(40_000), facts, ruling),
                        new Line(Remainder.EXECUTABLE, line, Optional.of(allotment), Fen.money(45_000), facts, ruling),
                        new Line(Remainder.FROZEN, line, Optional.of(allotment), Fen.money(5_000), facts, ruling));
        assertThat(terms(world, ORGAN).carried()).isEqualTo(Fen.money(90_000));
        assertThat(terms(world, ORGAN).lapsed()).isEqualTo(Fen.money(0));
    }

    @Test
    void what_goes_on_comes_into_the_next_year_as_it_stood() {
        Id<Allotment> allotment = world.allotment("A", line, elements, 60_000);
        done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(5_000))));

        carry(world, ORGAN);

        BudgetLine next = world.loop().find(NEXT_LINE).orElseThrow();
        assertThat(next.state()).isEqualTo(BudgetState.APPROPRIATED);
        assertThat(next.terms().amount()).isEqualTo(Fen.money(0));
        assertThat(next.terms().elements()).isEqualTo(TwoYears.nextElements(ORGAN, project));
        assertThat(next.terms().carried().orElseThrow().line()).isEqualTo(line);
        assertThat(left(BudgetMeasure.CARRIED, NEXT_LINE)).isEqualTo(FEN);
        assertThat(left(BudgetMeasure.ARRANGED, NEXT_LINE)).isZero();
        assertThat(left(BudgetMeasure.UNRELEASED, NEXT_LINE)).isEqualTo(40_000);
        AllotmentTerms into = allotment(NEXT_A).terms();
        assertThat(allotment(NEXT_A).state()).isEqualTo(AllotmentState.ISSUED);
        assertThat(into.amount()).isEqualTo(Fen.money(60_000));
        assertThat(into.line()).isEqualTo(NEXT_LINE);
        assertThat(into.carriedFrom()).contains(allotment);
        assertThat(into.basis()).isEqualTo(YearBasis.CARRIED);
        assertThat(into.effectiveOn()).isEqualTo(java.time.LocalDate.of(NEXT, 1, 1));
        assertThat(left(AllotmentMeasure.AVAILABLE, NEXT_A)).isEqualTo(55_000);
        assertThat(left(AllotmentMeasure.FROZEN, NEXT_A)).isEqualTo(5_000);
        assertThat(left(AllotmentMeasure.AVAILABLE, allotment)).isZero();
        assertThat(left(AllotmentMeasure.FROZEN, allotment)).isZero();
        assertThat(left(BudgetMeasure.UNRELEASED, line)).isZero();
    }

    @Test
    void INV_14_what_leaves_a_year_is_what_comes_into_the_next() {
        world.allotment("A", line, elements, 60_000);

        carry(world, ORGAN);

        assertThat(year(YEAR).allotment("IC01").debit()).isEqualTo(FEN);
        assertThat(year(YEAR).allotment("IE").debit()).isZero();
        assertThat(year(NEXT).allotment("IS03").credit()).isEqualTo(FEN);
        assertThat(year(NEXT).allotment("IE01").debit()).isEqualTo(40_000);
        assertThat(year(NEXT).allotment("IE04").debit()).isEqualTo(60_000);
    }

    @Test
    void no_reserve_of_a_project_is_taken_twice() {
        world.allotment("A", line, elements, 60_000);

        carry(world, ORGAN);

        assertThat(balance(ProjectMeasure.OPEN, Dimensions.of(Dimensions.PROJECT, project.value())))
                .isZero();
        assertThat(year(YEAR).memorandum("M03", "M04").debit()).isZero();
        assertThat(year(NEXT).memorandum("M03").debit()).isEqualTo(40_000);
        assertThat(year(NEXT).memorandum("M04").debit()).isEqualTo(60_000);
    }

    @Test
    void U_30_the_agency_books_its_right_to_what_goes_on_in_the_year_that_ends() {
        world.allotment("A", line, elements, 60_000);

        done(calculate(world, ORGAN));
        Sums sums = of(done(confirm(world, ORGAN)), YEAR);

        assertThat(sums.agency("1201").debit()).isEqualTo(FEN);
        assertThat(sums.agency("4001").credit()).isEqualTo(FEN);
        assertThat(sums.agency("800103").debit()).isEqualTo(FEN);
        assertThat(sums.agency("600102").credit()).isEqualTo(FEN);
        assertThat(sums.treasury().lines()).isEmpty();
    }

    @Test
    void U_31_what_was_carried_over_is_paid_out_of_the_right_to_it() {
        world.allotment("A", line, elements, 60_000);
        carry(world, ORGAN);

        world.pay("2", NEXT_A, TwoYears.nextElements(ORGAN, project), 60_000);

        assertThat(year(NEXT).agency("1201").credit()).isEqualTo(60_000);
        assertThat(year(NEXT).agency("800103").credit()).isEqualTo(60_000);
        assertThat(year(NEXT).agency("4001", "6001").lines()).isEmpty();
        assertThat(year(NEXT).treasury("7001").debit()).isEqualTo(60_000);
        assertThat(year(NEXT).treasury("1001").credit()).isEqualTo(60_000);
    }

    @Test
    void what_was_carried_over_unreleased_is_released_as_carried_over_and_not_adjusted() {
        carry(world, ORGAN);
        Elements next = TwoYears.nextElements(ORGAN, project);
        AllotmentTerms terms = World.allotmentTerms(NEXT_LINE, next, AllotmentFlag.EXECUTABLE, FEN);

        Outcome ofTheYear = world.ask(
                "finance", new org.fiscalloop.allotment.AllotmentCommands.CreateAllotment(Allotment.id("B"), terms));
        Outcome adjusted = world.ask("finance", new AdjustBudgetLine(NEXT_LINE, Fen.money(-1), "人大〔2025〕1号"));

        assertThat(TwoYears.codes(ofTheYear)).containsExactly("allotment.basis-differs");
        assertThat(TwoYears.codes(adjusted)).contains("budget.carried-over");
        Id<Allotment> released = world.issue(
                "B",
                org.fiscalloop.allotment.ImmutableAllotmentTerms.builder()
                        .from(terms)
                        .basis(YearBasis.CARRIED)
                        .build());
        world.pay("3", released, next, FEN);
        assertThat(year(NEXT).agency("1201").credit()).isEqualTo(FEN);
    }

    /** A project of the department above the agency, whose own people fill it in. */
    private Id<Project> ofDepartment() {
        appoint("clerk105", ProjectDuty.ENTRY, BudgetDuty.ENTRY);
        appoint("head105", ProjectDuty.DEPARTMENT);
        return world.reserve(World.projectTerms(2, "105", "3", FEN));
    }

    private void appoint(String actor, Duty... duties) {
        done(world.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor(actor)
                        .name(actor)
                        .division(DIVISION)
                        .agency("105")
                        .fiscalYear(YEAR)
                        .grants(Arrays.stream(duties)
                                .map(duty -> new Grant(duty, DIVISION, "105"))
                                .toList())
                        .build())));
    }

    @Test
    void a_part_of_an_agency_below_goes_on_by_its_own_carry_over_on_one_line() {
        Id<Project> shared = ofDepartment();
        Elements above = World.elements("105", shared);
        Id<BudgetLine> of105 = world.line("D", above, FEN);
        Id<Allotment> pending = world.issue("P", World.allotmentTerms(of105, above, AllotmentFlag.PENDING, 70_000));
        Elements below = ImmutableElements.builder()
                .from(above)
                .agency(new AgencyCode(ORGAN))
                .build();
        done(world.ask(
                "finance",
                new SplitAllotment(
                        pending,
                        ImmutableList.of(new Part(
                                Allotment.id("C"),
                                World.allotmentTerms(of105, below, AllotmentFlag.EXECUTABLE, 30_000))))));

        carry(world, ORGAN, "105");

        BudgetLine next = world.loop().find(BudgetLine.id("D@2025")).orElseThrow();
        assertThat(next.agency()).isEqualTo("105");
        assertThat(next.standing().version()).isEqualTo(1);
        assertThat(allotment(Allotment.id("C@2025")).agency()).isEqualTo(ORGAN);
        assertThat(allotment(Allotment.id("C@2025")).terms().parent()).isEmpty();
        assertThat(left(AllotmentMeasure.AVAILABLE, Allotment.id("C@2025"))).isEqualTo(30_000);
        assertThat(allotment(Allotment.id("P@2025")).terms().amount()).isEqualTo(Fen.money(40_000));
        assertThat(left(AllotmentMeasure.PENDING, Allotment.id("P@2025"))).isEqualTo(40_000);
        assertThat(left(BudgetMeasure.UNRELEASED, BudgetLine.id("D@2025"))).isEqualTo(30_000);
        assertThat(left(BudgetMeasure.CARRIED, BudgetLine.id("D@2025"))).isEqualTo(FEN);
    }

    @Test
    void what_is_left_after_a_confirmation_is_confirmed_again_into_the_same_allotment() {
        Id<Allotment> allotment = world.allotment("A", line, elements, 60_000);
        var voucher = world.pay("1", allotment, elements, 20_000);
        done(calculate(world, ORGAN));
        done(confirm(world, ORGAN));
        world.turn(YEAR, TwoYears.LAST_DAY);
        done(world.refund("T", voucher, 20_000));
        world.turn(NEXT, TwoYears.NEW_YEAR);

        done(world.act("finance", TwoYears.id(ORGAN), org.fiscalloop.carryover.CarryOverAction.RECALCULATE));
        assertThat(terms(world, ORGAN).carried()).isEqualTo(Fen.money(20_000));
        Outcome again = done(confirm(world, ORGAN));

        assertThat(allotment(NEXT_A).terms().amount()).isEqualTo(Fen.money(60_000));
        assertThat(left(AllotmentMeasure.AVAILABLE, NEXT_A)).isEqualTo(60_000);
        assertThat(world.loop().find(NEXT_LINE).orElseThrow().standing().version())
                .isEqualTo(1);
        assertThat(again.entries()).extracting(Entry::rule).contains("IND-17", "IND-20", "U-30/F", "U-30/B");
    }

    @Test
    void a_payment_is_followed_through_the_turn_of_the_year_up_and_down() {
        Id<Allotment> allotment = world.allotment("A", line, elements, 60_000);
        var voucher = world.pay("1", allotment, elements, 20_000);
        carry(world, ORGAN);
        done(world.refund("T", voucher, 5_000));
        world.pay("2", NEXT_A, TwoYears.nextElements(ORGAN, project), 45_000);

        PaymentTrace up = Trace.up(world.loop(), World.request("R2")).orElseThrow();
        ProjectTrace down = Trace.down(world.loop(), project).orElseThrow();

        assertThat(up.ways()).hasSize(1);
        assertThat(up.ways().get(0).allotments())
                .extracting(stop -> stop.document().id().value())
                .containsExactly("A@2025", "A");
        assertThat(up.ways().get(0).line().document().id()).isEqualTo(line);
        assertThat(down.lines()).extracting(found -> found.id().value()).containsExactly("L", "L@2025");
        assertThat(down.lines().get(1).allotments().get(0).amount()).isEqualTo(Fen.money(45_000));
        assertThat(down.payments()).extracting(paid -> paid.id().value()).containsExactly("R1", "R2");
        assertThat(down.payees().get(0).amount()).isEqualTo(Fen.money(60_000));
    }

    @Test
    void an_agency_with_nothing_left_has_nothing_to_carry_over() {
        carry(world, INSTITUTION);

        assertThat(terms(world, INSTITUTION).lines()).isEmpty();
        assertThat(world.loop().find(TwoYears.id(INSTITUTION)).orElseThrow().division())
                .isEqualTo(DIVISION);
    }

    @Test
    void ids_that_do_not_fit_or_are_taken_are_digests() {
        String longest = "X".repeat(62);
        world.allotment("A", line, elements, 10_000);
        world.allotment("A@2025", line, elements, 20_000);
        world.allotment(longest, line, elements, 30_000);

        carry(world, ORGAN);

        assertThat(world.loop().moving(Allotment.KIND).stream()
                        .filter(found -> found.fiscalYear() == NEXT)
                        .map(found -> found.terms().carriedFrom().orElseThrow().value() + " "
                                + found.terms().amount()))
                .containsExactlyInAnyOrder("A CNY 100.00", "A@2025 CNY 200.00", longest + " CNY 300.00");
    }
}
