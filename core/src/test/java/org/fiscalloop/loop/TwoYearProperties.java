package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYearLife.AGENCIES;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.TwoYearLife.Settings;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;

/**
 * The identities between the ledgers when a year has been lived and carried over, in two random years, under every setting of
 * accrual and late refunds, with and without an opening at some moment.
 */
class TwoYearProperties extends TwoYearReadings {
    @Property(tries = 8)
    void Y1_Y2_all_that_is_left_goes_on_or_lapses_and_what_goes_on_is_what_comes_in(
            @ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            Sums ended = life.year(year);
            Sums next = life.year(year + 1);
            for (String agency : AGENCIES) {
                CarryOverTerms terms = life.carryOver(agency, year + 1);
                Sums own = ended.where(Dimensions.AGENCY, agency);
                assertThat(own.allotment("IC01").debit()).isEqualTo(Fen.of(terms.carried()));
                assertThat(own.allotment("IC02").debit())
                        .isEqualTo(Fen.of(terms.lapsed()) + (settings.restores() ? 0 : life.late(year, agency)));
            }
            assertThat(ended.allotment("IE", "IA").lines()).isEmpty();
            assertThat(next.allotment("IS03").credit())
                    .isEqualTo(ended.allotment("IC01").debit());
            assertThat(next.allotment("IE").debit())
                    .isEqualTo(ended.allotment("IC01").debit());
        });
    }

    @Property(tries = 8)
    void Y3_nothing_goes_on_twice_but_by_exception(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.stream()
                        .flatMap(agency -> life.carryOver(agency, year + 1).lines().stream())
                        .filter(line -> line.facts().term() == CarryTerm.SECOND)
                        .filter(line -> !line.facts().spending().isBasic())
                        .filter(line -> line.facts().nature() != ProjectNature.RESEARCH)
                        .forEach(line -> assertThat(line.treatment()).isEqualTo(Treatment.LAPSE)));
    }

    @Property(tries = 8)
    void Y4_what_goes_on_keeps_its_purpose(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.stream()
                        .flatMap(agency -> life.carryOver(agency, year + 1).lines().stream())
                        .filter(line -> line.treatment() == Treatment.CARRY)
                        .forEach(line -> line.allotment()
                                .ifPresentOrElse(
                                        id -> assertThat(takenIn(life, year, id.value(), Allotment::id))
                                                .isNotEmpty()
                                                .allSatisfy(next -> assertThat(purpose(
                                                                next.terms().elements()))
                                                        .isEqualTo(purpose(elements(life, line)))),
                                        () -> assertThat(takenIn(
                                                        life, year, line.line().value(), BudgetLine::id))
                                                .isNotEmpty()
                                                .allSatisfy(next -> assertThat(purpose(
                                                                next.terms().elements()))
                                                        .isEqualTo(purpose(elements(life, line)))))));
    }

    /** What of the next year takes in what is left of a document, under each basis. */
    private static <D extends Document> ImmutableList<D> takenIn(
            TwoYearLife life, int year, String of, Function<String, Id<D>> id) {
        return Stream.of("", "A", "T", "U")
                .flatMap(basis -> life.world.loop().find(id.apply(of + "@" + (year + 1) + basis)).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<String> purpose(Elements elements) {
        return ImmutableList.of(elements.project().value(), elements.function(), elements.governmentEconomic());
    }

    /** What stands for what is left on its allotment, or on its line where it has none. */
    private static Elements elements(TwoYearLife life, CarryOverTerms.Line line) {
        FiscalLoop loop = life.world.loop();
        return line.allotment()
                .map(id -> loop.find(id).orElseThrow().terms().elements())
                .orElseGet(() -> loop.find(line.line()).orElseThrow().terms().elements());
    }

    @Property(tries = 8)
    void INV_10_sources_are_what_became_of_them(@ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            Sums of = life.year(year);
            assertThat(of.allotment("IS").credit())
                    .isEqualTo(of.allotment("IE", "IA", "IP", "IC").debit());
        });
    }

    @Property(tries = 8)
    void INV_20_what_left_the_treasury_is_what_was_paid(@ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            Sums of = ofTheYear(life.year(year));
            long received = of.treasury("4").credit();
            long late = AGENCIES.stream()
                    .mapToLong(agency -> life.late(year, agency))
                    .sum();
            assertThat(of.treasury("1001").debit())
                    .isEqualTo(received + late - of.allotment("IP01").debit());
            assertThat(of.treasury("804101").debit())
                    .isEqualTo(of.treasury("1001").debit());
        });
    }

    @Property(tries = 8)
    void INV_21_treasury_expenditure_follows_the_setting_of_accrual(@ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            long accrued = settings.accrues() ? left(life, year, Treatment.CARRY, CarryTerm.FIRST) : 0;
            Sums of = ofTheYear(life.year(year));
            assertThat(of.treasury("7001", "7002", "7003").debit())
                    .isEqualTo(paid(life, life.year(year), without(OF_TREASURY)) + accrued);
            assertThat(of.treasury("5").debit())
                    .isEqualTo(of.treasury("7001", "7002", "7003").debit());
        });
    }

    @Property(tries = 8)
    void INV_22_what_the_treasury_owes_is_what_it_accrued_and_nobody_was_paid(@ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            Sums of = life.year(year);
            long accrued = settings.accrues() ? of.allotment("IC01").debit() : 0;
            assertThat(of.treasury("2011").credit()).isEqualTo(accrued);
            assertThat(of.treasury("804104").credit()).isEqualTo(accrued);
        });
    }

    @Property(tries = 8)
    void INV_23_treasury_expenditure_by_function_is_what_was_paid_and_accrued_by_function(
            @ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            Map<String, Long> due = new TreeMap<>();
            Map<String, Long> spent = new TreeMap<>();
            Sums of = ofTheYear(life.year(year));
            payments(life, of, without(OF_TREASURY))
                    .lines()
                    .forEach(line -> due.merge(block(line), debit(line), Long::sum));
            if (settings.accrues()) {
                AGENCIES.stream()
                        .flatMap(agency -> life.carryOver(agency, year + 1).lines().stream())
                        .filter(line -> line.treatment() == Treatment.CARRY
                                && line.facts().term() == CarryTerm.FIRST)
                        .forEach(line -> due.merge(block(elements(life, line)), Fen.of(line.amount()), Long::sum));
            }
            of.treasury("7001").lines().forEach(line -> spent.merge(block(line), debit(line), Long::sum));
            due.values().removeIf(fen -> fen == 0);
            spent.values().removeIf(fen -> fen == 0);
            assertThat(spent).isEqualTo(due);
        });
    }

    private static String block(Elements elements) {
        return elements.function() + "/" + elements.governmentEconomic();
    }

    private static String block(Line line) {
        return line.segments().value(Dimensions.FUNCTION) + "/"
                + line.segments().value(Dimensions.GOVERNMENT_ECONOMIC);
    }

    private static long debit(Line line) {
        return new Sums(ImmutableList.of(line)).debit();
    }

    @Property(tries = 8)
    void INV_30_INV_40_fiscal_budget_income_is_what_was_paid_of_the_year_and_recognised(
            @ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            for (String agency : AGENCIES) {
                long recognised =
                        settings.recognises() ? left(life, agency, year, Treatment.CARRY, CarryTerm.FIRST) : 0;
                Sums own = own(life, year, agency);
                assertThat(ofTheYear(own).agency("6001").credit())
                        .isEqualTo(paid(life, own, without(OF_AGENCY)) + recognised);
            }
            if (settings.accrues() && settings.recognises()) {
                Sums of = ofTheYear(life.year(year));
                assertThat(of.agency("6001").credit())
                        .isEqualTo(of.treasury("7001").debit()
                                + paid(life, life.year(year), ImmutableSet.of(YearBasis.TREASURY_ACCRUED)));
            }
        });
    }

    @Property(tries = 8)
    void INV_31_fiscal_income_is_fiscal_budget_income(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.forEach(agency -> {
                    Sums own = ofTheYear(own(life, year, agency));
                    assertThat(life.isComplete()).isTrue();
                    assertThat(own.agency("4001").credit())
                            .isEqualTo(own.agency("6001").credit());
                }));
    }

    @Property(tries = 8)
    void INV_32_the_right_to_carried_money_rolls_forward(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.forEach(agency -> {
                    Sums own = own(life, year, agency);
                    Sums opened = own.where(line -> Phase.OPENING.has(line.segments()));
                    long lapsed = life.carryOver(agency, year + 1).lines().stream()
                            .filter(line -> line.treatment() == Treatment.LAPSE)
                            .filter(line -> basis(
                                            life,
                                            line.allotment().map(Id::value).orElse(""),
                                            line.line().value())
                                    .filter(OF_AGENCY::contains)
                                    .isPresent())
                            .mapToLong(line -> Fen.of(line.amount()))
                            .sum();
                    long recognised =
                            settings.recognises() ? left(life, agency, year, Treatment.CARRY, CarryTerm.FIRST) : 0;
                    long restored = settings.restores() ? life.late(year, agency) : 0;
                    assertThat(own.agency("1201").debit())
                            .isEqualTo(opened.agency("1201").debit()
                                    - paid(life, own, OF_AGENCY)
                                    + restored
                                    + recognised
                                    - lapsed);
                    assertThat(own.agency("1201").debit())
                            .isEqualTo(own.agency("800103").debit());
                }));
    }

    @Property(tries = 8)
    void INV_33_the_right_at_the_end_of_a_year_is_what_the_next_may_spend(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.forEach(agency -> {
                    Sums next = own(life, year + 1, agency);
                    long mayBeSpent =
                            next.allotment("IE").where(isOf(life, OF_AGENCY)).debit();
                    assertThat(own(life, year, agency).agency("1201").debit()).isEqualTo(mayBeSpent);
                }));
    }

    @Property(tries = 8)
    void INV_34_INV_41_what_agencies_spent_is_what_was_paid_for_them(@ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.forEach(agency -> {
                    Sums own = ofTheYear(own(life, year, agency));
                    assertThat(own.agency("710101", "720101", "790101").debit())
                            .isEqualTo(own.allotment("IP01").debit());
                }));
    }

    @Property(tries = 8)
    void INV_01_INV_02_INV_03_the_books_balance(@ForAll("lives") Settings settings) {
        afterCarryOver(settings, (life, year) -> {
            for (LedgerId ledger : Ledgers.YEARLY) {
                assertThat(life.year(year).on(ledger).debit()).isZero();
            }
            for (String agency : AGENCIES) {
                Sums own = own(life, year, agency);
                assertThat(own.agency("1").debit() - own.agency("2").credit())
                        .isEqualTo(own.agency("3").credit()
                                + own.agency("4").credit()
                                - own.agency("5").debit());
                assertThat(own.agency("8001").debit())
                        .isEqualTo(
                                own.agency("81", "82", "83", "84", "85", "87").credit()
                                        + own.agency("6").credit()
                                        - own.agency("7").debit());
            }
        });
    }
}
