package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.terms;
import static org.fiscalloop.loop.TwoYears.year;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverPreview;
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.carryover.CarryRule;
import org.fiscalloop.carryover.ImmutableCarryOverRules;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectAction;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.ImmutableRulebook;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.Rulebook;
import org.junit.jupiter.api.Test;

/** The exceptions to the two years, the funds other than the general budget, and what is expected before it is done. */
class CarryOverFundsTest {
    private static final long FEN = 100_000;

    /** A year before this one in which all of an allotment of 1,000 yuan is left, through the first of two ends of a year. */
    private static World left(
            World world, String fund, String function, String label, UnaryOperator<ImmutableProjectTerms> marks) {
        TwoYears.back(world);
        Id<Project> project = TwoYears.earlier(world, 1, "3", marks);
        ImmutableElements elements = ImmutableElements.builder()
                .from(World.elements(ORGAN, project))
                .fiscalYear(YEAR - 1)
                .fund(fund)
                .function(function)
                .build();
        Id<BudgetLine> line = world.line("L", elements, FEN);
        Elements own = label.isEmpty() ? elements : elements.withExtra(ImmutableMap.of(Labels.DIRECT, label));
        world.issue(
                "A",
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, own, AllotmentFlag.EXECUTABLE, FEN))
                        .effectiveOn(LocalDate.of(YEAR - 1, 1, 1))
                        .build());
        done(TwoYears.calculate(world, ORGAN, YEAR));
        done(TwoYears.confirm(world, ORGAN, YEAR));
        return world;
    }

    private static Outcome again(World world) {
        done(TwoYears.calculate(world, ORGAN));
        return done(TwoYears.confirm(world, ORGAN));
    }

    private static Ruling ruling(World world) {
        assertThat(terms(world, ORGAN).lines()).hasSize(1);
        return terms(world, ORGAN).lines().get(0).ruling();
    }

    private static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).distinct().collect(ImmutableList.toImmutableList());
    }

    private static CarryOverPreview preview(World world, LocalDate on) {
        var inForce = world.loop().rules().at(DIVISION, NEXT, on).orElseThrow();
        return world.loop()
                .read(
                        inForce,
                        reads ->
                                CarryOverPreview.of(new CalculateCarryOver(DIVISION, ORGAN, NEXT), on, inForce, reads));
    }

    @Test
    void
            a_direct_fund_goes_on_once_with_its_label_and_then_goes_into_the_stabilisation_fund_though_it_is_of_research() {
        World world = left(TwoYears.open(), "111", "2010602", "01", marks -> marks.withIsResearch(true));
        assertThat(world.loop()
                        .find(Allotment.id("A@2024"))
                        .orElseThrow()
                        .terms()
                        .elements()
                        .value(Labels.DIRECT))
                .isEqualTo("01");

        Outcome confirmed = again(world);

        assertThat(ruling(world).rule()).isEqualTo("direct-again");
        assertThat(rules(confirmed)).containsExactly("IND-18", "U-24/F", "U-24/B", "M-10 lapse", "T-28/F", "T-28/B");
        Sums ended = year(world, YEAR);
        assertThat(ended.treasury("8031").credit()).isEqualTo(FEN);
        assertThat(ended.treasury("7031").debit()).isEqualTo(FEN);
        assertThat(ended.treasury("3011").credit()).isEqualTo(FEN);
        assertThat(ended.treasury("300101").debit()).isEqualTo(FEN);
        assertThat(confirmed.entries())
                .filteredOn(entry -> entry.rule().startsWith("T-28"))
                .allSatisfy(entry -> {
                    assertThat(entry.date()).isEqualTo(LocalDate.of(YEAR, 12, 31));
                    assertThat(entry.lines()).allSatisfy(line -> {
                        assertThat(line.segments().value(Dimensions.FUND)).isEqualTo("111");
                        assertThat(line.segments().value(Dimensions.AGENCY)).isEmpty();
                    });
                });
    }

    @Test
    void what_is_labelled_as_no_direct_fund_is_treated_as_its_project_is() {
        World world = left(TwoYears.open(), "111", "2010602", "09", marks -> marks.withIsResearch(true));

        again(world);

        assertThat(ruling(world).rule()).isEqualTo("research");
        assertThat(ruling(world).treatment()).isEqualTo(Treatment.CARRY);
    }

    @Test
    void a_government_fund_goes_on_by_its_item_again_and_again() {
        World world = left(TwoYears.open(), "121", "2120801", "", marks -> marks);

        Outcome confirmed = again(world);

        assertThat(ruling(world).rule()).isEqualTo("government-fund");
        assertThat(rules(confirmed)).containsExactly("IND-17", "IND-20", "M-09 carry");
        Allotment next = world.loop().find(Allotment.id("A@2024@2025")).orElseThrow();
        assertThat(next.terms().elements().fund()).isEqualTo("121");
        assertThat(next.terms().amount()).isEqualTo(Fen.money(FEN));
    }

    @Test
    void what_the_treasury_had_accrued_of_state_capital_lapses_into_that_budget_and_no_other() {
        World world = left(
                TwoYears.open(CityRules.with(
                        TwoYears.overlay(YEAR, TwoYears.setting("treasuryAccrues", "true")),
                        TwoYears.overlay(NEXT, TwoYears.setting("treasuryAccrues", "true")))),
                "13",
                "2230105",
                "",
                marks -> marks);

        Outcome confirmed = again(world);

        assertThat(ruling(world).rule()).isEqualTo("two-years");
        assertThat(rules(confirmed))
                .containsExactly("IND-18", "T-07/F lapse", "T-07/B lapse", "U-24/F", "U-24/B", "M-10 lapse");
        Sums booked = Sums.of(confirmed.entries());
        assertThat(booked.treasury("8003").credit()).isEqualTo(FEN);
        assertThat(booked.treasury("8001", "8002", "8031").lines()).isEmpty();
    }

    @Test
    void a_place_may_give_what_lapses_of_government_funds_to_the_general_budget_and_both_budgets_show_it() {
        World world = left(
                TwoYears.open(CityRules.with(
                        TwoYears.overlay(YEAR, FundsLife.pooling()), TwoYears.overlay(NEXT, FundsLife.pooling()))),
                "121",
                "2120801",
                "",
                marks -> marks);
        new YearEnd(world).tellReport("REPORT", LocalDate.of(YEAR, 3, 1), LocalDate.of(YEAR, 3, 1), 5 * FEN);

        Outcome confirmed = again(world);

        assertThat(ruling(world).rule()).isEqualTo("fund-left-again");
        assertThat(rules(confirmed))
                .containsExactly("IND-18", "U-24/F", "U-24/B", "M-10 lapse", "T-27/F", "T-27/B", "T-28/B moved");
        Sums booked = Sums.of(confirmed.entries());
        assertThat(booked.where(Dimensions.FUND, "121").treasury("7021").debit())
                .isEqualTo(FEN);
        assertThat(booked.where(Dimensions.FUND, "121")
                        .treasury("1001", "804101")
                        .credit())
                .isEqualTo(2 * FEN);
        assertThat(booked.where(Dimensions.FUND, "111").treasury("6021").credit())
                .isEqualTo(FEN);
        assertThat(booked.where(Dimensions.FUND, "111").treasury("8031").credit())
                .isEqualTo(FEN);
    }

    @Test
    void what_was_put_into_the_stabilisation_fund_stands_there_when_the_year_is_closed() {
        World world = left(TwoYears.open(), "111", "2010602", "", marks -> marks);
        for (int closed = YEAR - 1; closed <= YEAR; closed++) {
            if (closed == YEAR) {
                again(world);
            }
            world.turn(closed, LocalDate.of(closed, 12, 31));
            done(world.ask("head" + ORGAN, new CloseAgencyYear(DIVISION, ORGAN, closed)));
            done(world.ask("finance", new CloseDivisionYear(DIVISION, closed)));
        }

        assertThat(year(world, NEXT).treasury("8031").credit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).treasury("3011").credit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).treasury("8001").debit()).isEqualTo(FEN);
        assertThat(year(world, NEXT).treasury("804101").lines()).isEmpty();
    }

    @Test
    void an_agency_s_own_money_goes_on_and_of_a_project_that_has_ended_stays_with_it() {
        World world = left(TwoYears.open(), "31", "2010602", "", marks -> marks);

        Outcome confirmed = again(world);

        assertThat(ruling(world).rule()).isEqualTo("agency-funds");
        assertThat(rules(confirmed)).containsExactly("IND-17", "IND-20", "M-09 carry");
        assertThat(world.loop().find(Allotment.id("A@2024U@2025U"))).isPresent();
    }

    // ---- what is expected before it is done -------------------------------------------------------------------------

    @Test
    void the_preview_says_what_will_be_of_each_allotment_and_why_and_leaves_no_trace() {
        World world = left(TwoYears.open(), "111", "2010602", "01", marks -> marks);
        var digest = world.loop().digest();

        CarryOverPreview preview = preview(world, LocalDate.of(YEAR, 10, 1));

        assertThat(world.loop().digest()).isEqualTo(digest);
        assertThat(preview.terms().recovered()).isEqualTo(Fen.money(FEN));
        assertThat(preview.terms().carried()).isEqualTo(Fen.money(0));
        assertThat(preview.terms().lines()).singleElement().satisfies(line -> {
            assertThat(line.allotment()).contains(Allotment.id("A@2024"));
            assertThat(line.rule()).isEqualTo("direct-again");
        });
        again(world);
        assertThat(terms(world, ORGAN)).isEqualTo(preview.terms());
    }

    @Test
    void the_preview_says_what_would_refuse_the_run() {
        World world = TwoYears.open();
        Id<Project> project = world.project(1, ORGAN, FEN);
        Elements elements = World.elements(ORGAN, project);
        Id<Allotment> allotment = world.allotment("A", world.line("L", elements, FEN), elements, FEN);
        done(world.ask(
                "clerk" + ORGAN, new CreatePayment(World.request("R"), World.paymentTerms(allotment, elements, 1))));
        done(world.act("clerk" + ORGAN, World.request("R"), PaymentAction.SUBMIT));

        assertThat(preview(world, TwoYears.LAST_DAY).findings().refusals())
                .extracting(Refusal::code)
                .containsExactly("carry-over.in-flight");
        assertThat(preview(world, TwoYears.LAST_DAY.minusDays(1)).findings().refusals())
                .extracting(Refusal::code)
                .containsExactly("carry-over.outside-dates", "carry-over.in-flight");
        var inForce = world.loop().rules().at(DIVISION, NEXT, TwoYears.LAST_DAY).orElseThrow();
        assertThat(world.loop()
                        .<CarryOverPreview>read(
                                inForce,
                                reads -> CarryOverPreview.of(
                                        new CalculateCarryOver(DIVISION, "999", NEXT),
                                        TwoYears.LAST_DAY,
                                        inForce,
                                        reads))
                        .findings()
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("carry-over.agency-unknown");
    }

    @Test
    void what_has_changed_since_the_preview_is_decided_anew() {
        World world = left(TwoYears.open(), "111", "2010602", "", marks -> marks);
        CarryOverPreview preview = preview(world, LocalDate.of(YEAR, 10, 1));
        world.turn(YEAR, LocalDate.of(YEAR, 11, 1));
        Elements elements =
                world.loop().find(Allotment.id("A@2024")).orElseThrow().terms().elements();
        world.pay("1", Allotment.id("A@2024"), elements, FEN);
        done(world.act("clerk" + ORGAN, Project.id(elements.project()), ProjectAction.FINISH));

        again(world);

        assertThat(preview.terms().lapsed()).isEqualTo(Fen.money(FEN));
        assertThat(terms(world, ORGAN).lines()).isEmpty();
    }

    // ---- what is no rulebook ----------------------------------------------------------------------------------------

    private static void lay(ImmutableCarryOverRules rules) {
        Rulebook rulebook = ImmutableRulebook.builder()
                .from(NationalRulebook.of(YEAR))
                .carryOver(rules)
                .build();
        RuleTimeline.of(LoopFlow.ALL, ImmutableList.of(rulebook));
    }

    @Test
    void a_rule_by_an_element_that_there_is_not_is_no_rule() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> lay(ImmutableCarryOverRules.builder()
                        .addTreatments(
                                CarryRule.of("x", "x", "x", Treatment.LAPSE, Source.own("a test"))
                                        .whenCode("no-such-label", "1"),
                                CarryRule.of("y", "y", "y", Treatment.CARRY, Source.own("a test")))
                        .build()))
                .withMessageContaining("no-such-label");
    }

    @Test
    void what_is_moved_goes_into_the_general_budget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        lay(ImmutableCarryOverRules.builder().generalFund("121").build()))
                .withMessageContaining("121");
    }
}
