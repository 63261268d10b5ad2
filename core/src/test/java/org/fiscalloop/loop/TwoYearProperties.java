package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYearLife.AGENCIES;
import static org.fiscalloop.loop.TwoYearLife.SECOND;
import static org.fiscalloop.loop.World.DIVISION;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.TwoYearLife.Settings;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;

/**
 * The identities between the ledgers over two random years with the turn of the year between them, under every setting of
 * accrual and late refunds, with and without an opening in the middle of the second.
 */
class TwoYearProperties {
    private static final ImmutableList<LedgerId> STATUTORY =
            ImmutableList.of(Ledgers.ALLOTMENT, Ledgers.TREASURY, Ledgers.AGENCY);
    private static final ImmutableSet<YearBasis> OF_AGENCY = ImmutableSet.of(YearBasis.CARRIED, YearBasis.ACCRUED);
    private static final ImmutableSet<YearBasis> OF_TREASURY =
            ImmutableSet.of(YearBasis.ACCRUED, YearBasis.TREASURY_ACCRUED);

    @Provide
    Arbitrary<Settings> lives() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.longs(), either, either, either, either)
                .as(Settings::new);
    }

    /** Looks when a year has been carried over. */
    private interface Carried extends TwoYearLife.Watcher {
        @Override
        void carried(TwoYearLife life, int year);
    }

    /** Looks when a year is closed. */
    private interface Closed extends TwoYearLife.Watcher {
        @Override
        void closed(TwoYearLife life, int year);
    }

    private static void afterCarryOver(Settings settings, Carried check) {
        TwoYearLife.of(settings, check);
    }

    private static void afterClosing(Settings settings, Closed check) {
        TwoYearLife.of(settings, check);
    }

    private static Sums ofTheYear(Sums sums) {
        return sums.where(line -> line.segments().value(Dimensions.PHASE).isEmpty());
    }

    private static Sums closing(TwoYearLife life, int year) {
        return life.year(year).where(line -> !Phase.CARRIED.has(line.segments()));
    }

    private static Map<String, Long> byBlock(Sums sums) {
        Map<String, Long> net = new TreeMap<>();
        for (Line line : sums.lines()) {
            Segments block = Phase.none(line.segments()).with(Dimensions.YEAR, "");
            net.merge(line.account() + " " + block, new Sums(ImmutableList.of(line)).debit(), Math::addExact);
        }
        net.values().removeIf(fen -> fen == 0);
        return net;
    }

    /** What was paid in a year from allotments of some basis, less what came back in it. */
    private static long paid(TwoYearLife life, Sums of, Set<YearBasis> bases) {
        Map<String, Boolean> known = new HashMap<>();
        Predicate<Line> isOf = line -> known.computeIfAbsent(
                line.segments().value(Dimensions.ALLOTMENT),
                id -> life.world
                        .loop()
                        .find(Allotment.id(id))
                        .filter(allotment -> bases.contains(allotment.terms().basis()))
                        .isPresent());
        return ofTheYear(of).allotment("IP01").where(isOf).debit();
    }

    private static Set<YearBasis> without(Set<YearBasis> bases) {
        return java.util.EnumSet.complementOf(java.util.EnumSet.copyOf(bases));
    }

    /** What of an agency's year goes on or lapses, by how long it has been left. */
    private static long left(TwoYearLife life, String agency, int year, Treatment treatment, CarryTerm term) {
        return life.carryOver(agency, year + 1).lines().stream()
                .filter(line -> line.treatment() == treatment && line.facts().term() == term)
                .mapToLong(line -> Fen.of(line.amount()))
                .sum();
    }

    private static long left(TwoYearLife life, int year, Treatment treatment, CarryTerm term) {
        return AGENCIES.stream()
                .mapToLong(agency -> left(life, agency, year, treatment, term))
                .sum();
    }

    private static Sums own(TwoYearLife life, int year, String agency) {
        return life.year(year).where(Dimensions.AGENCY, agency);
    }

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
    void Y3_Y4_nothing_goes_on_twice_but_by_exception_and_what_goes_on_keeps_its_purpose(
            @ForAll("lives") Settings settings) {
        afterCarryOver(
                settings,
                (life, year) -> AGENCIES.forEach(agency -> life.carryOver(agency, year + 1)
                        .lines()
                        .forEach(line -> {
                            boolean isBasic = line.facts().spending().isBasic();
                            boolean isExcepted =
                                    isBasic || line.facts().nature().name().equals("RESEARCH");
                            if (line.facts().term() == CarryTerm.SECOND && !isExcepted) {
                                assertThat(line.treatment()).isEqualTo(Treatment.LAPSE);
                            }
                            line.allotment()
                                    .ifPresent(id -> life.world
                                            .loop()
                                            .find(Allotment.id(id.value() + "@" + (year + 1)))
                                            .ifPresent(next -> {
                                                var before = life.world
                                                        .loop()
                                                        .find(id)
                                                        .orElseThrow();
                                                assertThat(next.terms()
                                                                .elements()
                                                                .project())
                                                        .isEqualTo(before.terms()
                                                                .elements()
                                                                .project());
                                                assertThat(next.terms()
                                                                .elements()
                                                                .function())
                                                        .isEqualTo(before.terms()
                                                                .elements()
                                                                .function());
                                            }));
                        })));
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
    void INV_23_treasury_expenditure_by_function_is_what_was_paid_by_function(@ForAll("lives") Settings settings) {
        afterCarryOver(
                new Settings(settings.seed(), false, settings.recognises(), settings.restores(), false),
                (life, year) -> {
                    Map<String, Long> paid = new TreeMap<>();
                    Map<String, Long> spent = new TreeMap<>();
                    Sums of = ofTheYear(life.year(year));
                    of.allotment("IP01").lines().forEach(line -> paid.merge(block(line), debit(line), Long::sum));
                    of.treasury("7001").lines().forEach(line -> spent.merge(block(line), debit(line), Long::sum));
                    assertThat(spent).isEqualTo(paid);
                });
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
                            .filter(line -> line.allotment()
                                    .flatMap(id -> life.world.loop().find(id))
                                    .map(allotment ->
                                            OF_AGENCY.contains(allotment.terms().basis()))
                                    .orElseGet(() -> life.world
                                            .loop()
                                            .find(line.line())
                                            .orElseThrow()
                                            .terms()
                                            .carried()
                                            .filter(carried -> OF_AGENCY.contains(carried.basis()))
                                            .isPresent()))
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
                    long mayBeSpent = next.allotment("IE")
                            .where(line -> {
                                String id = line.segments().value(Dimensions.ALLOTMENT);
                                return id.isEmpty()
                                        ? life.world
                                                .loop()
                                                .find(org.fiscalloop.budget.BudgetLine.id(
                                                        line.segments().value(Dimensions.LINE)))
                                                .flatMap(of -> of.terms().carried())
                                                .filter(carried -> OF_AGENCY.contains(carried.basis()))
                                                .isPresent()
                                        : life.world
                                                .loop()
                                                .find(Allotment.id(id))
                                                .filter(allotment -> OF_AGENCY.contains(
                                                        allotment.terms().basis()))
                                                .isPresent();
                            })
                            .debit();
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
            for (LedgerId ledger : STATUTORY) {
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

    @Property(tries = 8)
    void INV_14_after_closing_nothing_stands_in_the_allotment_ledger_of_the_year(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            assertThat(byBlock(life.year(year).allotment())).isEmpty();
            assertThat(byBlock(life.year(year).treasury())).isEmpty();
            assertThat(byBlock(life.year(year).agency())).isEmpty();
        });
    }

    @Property(tries = 8)
    void INV_24_the_general_budget_keeps_at_least_what_is_carried_over(@ForAll("lives") Settings settings) {
        afterClosing(
                settings,
                (life, year) -> assertThat(closing(life, year).treasury("8001").credit())
                        .isGreaterThanOrEqualTo(
                                settings.accrues()
                                        ? 0
                                        : AGENCIES.stream()
                                                .mapToLong(agency -> Fen.of(life.carryOver(agency, year + 1)
                                                        .carried()))
                                                .sum()));
    }

    @Property(tries = 8)
    void INV_52_INV_70_what_stands_after_closing_is_only_what_goes_on(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            for (String agency : AGENCIES) {
                Sums own = closing(life, year).where(Dimensions.AGENCY, agency);
                assertThat(byBlock(own.agency("3301", "3302", "3401", "3501", "4", "5", "6", "7", "8501", "8701")))
                        .isEmpty();
                assertThat(byBlock(own.agency("8101"))).isEqualTo(byBlock(own.agency("810107")));
                assertThat(byBlock(own.agency("8102"))).isEqualTo(byBlock(own.agency("810205")));
                assertThat(byBlock(own.agency("8202"))).isEqualTo(byBlock(own.agency("820204")));
            }
            Sums treasury = closing(life, year);
            assertThat(byBlock(treasury.treasury("4", "5", "6", "7", "3031", "3041")))
                    .isEmpty();
            assertThat(treasury.treasury("8041").debit())
                    .isEqualTo(treasury.treasury("8001", "8002", "8003", "8005", "8007", "8031", "8033")
                            .credit());
        });
    }

    @Property(tries = 8)
    void INV_71_no_money_moves_between_budgets(@ForAll("lives") Settings settings) {
        afterClosing(
                settings,
                (life, year) -> assertThat(
                                closing(life, year).treasury("8002", "8003").lines())
                        .isEmpty());
    }

    @Property(tries = 8)
    void F5_the_next_year_opens_with_what_the_closed_one_leaves(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            for (LedgerId ledger : STATUTORY) {
                Sums opening = life.year(year + 1).on(ledger).where(line -> Phase.OPENING.has(line.segments()));
                assertThat(byBlock(opening))
                        .isEqualTo(byBlock(closing(life, year).on(ledger)));
            }
        });
    }

    @Property(tries = 8)
    void INV_53_the_bridge_reconciles_and_statements_read_the_same_after_closing(@ForAll("lives") Settings settings) {
        Map<String, String> before = new HashMap<>();
        TwoYearLife.of(settings, new TwoYearLife.Watcher() {
            @Override
            public void carried(TwoYearLife life, int year) {
                AGENCIES.forEach(agency -> before.put(agency + year, read(life, year, agency)));
            }

            @Override
            public void closed(TwoYearLife life, int year) {
                AGENCIES.forEach(agency -> assertThat(read(life, year, agency)).isEqualTo(before.get(agency + year)));
            }
        });
    }

    /** F1 to F6 in one text, after the bridge has been found to reconcile. */
    private static String read(TwoYearLife life, int year, String agency) {
        var rules = life.world
                .loop()
                .rules()
                .at(DIVISION, year, LocalDate.of(year, 12, 31))
                .orElseThrow();
        FinalAccounts accounts = life.world
                .loop()
                .read(rules, reads -> Statements.under(rules).of(reads, Scope.agency(DIVISION, agency, year)));
        try (RecordCursor records = life.world.loop().records(0)) {
            Bridge bridge = accounts.bridge(records);
            long explained = bridge.lines().stream()
                    .mapToLong(line -> line.group().sign() * line.fen())
                    .sum();
            assertThat(bridge.surplus()).isEqualTo(bridge.budgetary() + explained);
        }
        StringBuilder text = new StringBuilder();
        ImmutableList.of("F1", "F2", "F3", "F4", "F5", "F6")
                .forEach(code -> accounts.statement(code)
                        .lines()
                        .forEach(line -> text.append(code)
                                .append(line.label())
                                .append(line.cells())
                                .append('\n')));
        return text.toString();
    }

    @Property(tries = 8)
    void a_closed_year_takes_nothing_and_what_is_told_late_goes_into_the_next(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            Sums before = life.year(year);
            String agency = AGENCIES.get(0);
            String serial = "late" + year;
            Outcome told = life.world.tell(
                    serial,
                    new OtherIncomeReceived(
                            IncomeReceipt.number(serial),
                            agency,
                            "B" + agency,
                            LocalDate.of(year, 12, 30),
                            Fen.money(7),
                            java.util.Optional.empty(),
                            java.util.Optional.empty()));
            assertThat(World.done(told).entries()).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.date()).isEqualTo(LocalDate.of(year + 1, 1, 1));
                assertThat(entry.effectiveOn()).isEqualTo(LocalDate.of(year, 12, 30));
                assertThat(entry.lines())
                        .allSatisfy(line -> assertThat(line.segments().value(Dimensions.YEAR))
                                .isEqualTo(Integer.toString(year + 1)));
            });
            assertThat(life.year(year)).isEqualTo(before);
            assertThat(life.world
                            .ask("head" + agency, new CloseAgencyYear(DIVISION, agency, year))
                            .isDone())
                    .isFalse();
            assertThat(life.world
                            .ask("finance", new CloseDivisionYear(DIVISION, year))
                            .isDone())
                    .isFalse();
            assertThat(life.year(year)).isEqualTo(before);
        });
    }

    @Property(tries = 8)
    void two_years_are_replayed_and_derived_again(@ForAll("lives") Settings settings) {
        TwoYearLife life = TwoYearLife.of(settings, new TwoYearLife.Watcher() {});
        assertThat(life.world.loop().verify()).isEmpty();
        assertThat(FiscalLoop.open(life.journal, life.world.loop().rules()).digest())
                .isEqualTo(life.world.loop().digest());
        assertThat(life.year(SECOND).lines()).isNotEmpty();
    }
}
