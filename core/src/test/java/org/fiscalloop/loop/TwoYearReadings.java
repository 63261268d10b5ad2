package org.fiscalloop.loop;

import static org.fiscalloop.loop.TwoYearLife.AGENCIES;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetTerms;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.TwoYearLife.Settings;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;

/** Random lives of two years, and how their books are read for the identities between them. */
abstract class TwoYearReadings {
    static final ImmutableSet<YearBasis> OF_AGENCY = ImmutableSet.of(YearBasis.CARRIED, YearBasis.ACCRUED);

    static final ImmutableSet<YearBasis> OF_TREASURY = ImmutableSet.of(YearBasis.ACCRUED, YearBasis.TREASURY_ACCRUED);

    @Provide
    Arbitrary<Settings> lives() {
        Arbitrary<Boolean> either = Arbitraries.of(true, false);
        return Combinators.combine(Arbitraries.longs(), either, either, either, either)
                .as(Settings::new);
    }

    /** Looks when a year has been carried over. */
    interface Carried extends TwoYearLife.Watcher {
        @Override
        void carried(TwoYearLife life, int year);
    }

    /** Looks when a year is closed. */
    interface Closed extends TwoYearLife.Watcher {
        @Override
        void closed(TwoYearLife life, int year);
    }

    static void afterCarryOver(Settings settings, Carried check) {
        TwoYearLife.of(settings, check);
    }

    static void afterClosing(Settings settings, Closed check) {
        TwoYearLife.of(settings, check);
    }

    static Sums ofTheYear(Sums sums) {
        return sums.where(line -> line.segments().value(Dimensions.PHASE).isEmpty());
    }

    static Sums closing(TwoYearLife life, int year) {
        return life.year(year).where(line -> !Phase.CARRIED.has(line.segments()));
    }

    static Map<String, Long> byBlock(Sums sums) {
        Map<String, Long> net = new TreeMap<>();
        for (Line line : sums.lines()) {
            Segments block = Phase.none(line.segments()).with(Dimensions.YEAR, "");
            net.merge(line.account() + " " + block, new Sums(ImmutableList.of(line)).debit(), Math::addExact);
        }
        net.values().removeIf(fen -> fen == 0);
        return net;
    }

    /** The basis of an allotment, or where there is none of a line that was carried over. */
    static Optional<YearBasis> basis(TwoYearLife life, String allotment, String line) {
        FiscalLoop loop = life.world.loop();
        return allotment.isEmpty()
                ? loop.find(BudgetLine.id(line))
                        .flatMap(of -> of.terms().carried())
                        .map(BudgetTerms.Carried::basis)
                : loop.find(Allotment.id(allotment)).map(of -> of.terms().basis());
    }

    /** Whether an amount stands under an allotment or a carried line of some basis. */
    static Predicate<Line> isOf(TwoYearLife life, Set<YearBasis> bases) {
        Map<String, Boolean> known = new HashMap<>();
        return line -> {
            String allotment = line.segments().value(Dimensions.ALLOTMENT);
            String of = line.segments().value(Dimensions.LINE);
            return known.computeIfAbsent(
                    allotment + "/" + of,
                    key -> basis(life, allotment, of).filter(bases::contains).isPresent());
        };
    }

    /** What was paid in a year from allotments of some basis, less what came back in it. */
    static Sums payments(TwoYearLife life, Sums of, Set<YearBasis> bases) {
        return ofTheYear(of).allotment("IP01").where(isOf(life, bases));
    }

    static long paid(TwoYearLife life, Sums of, Set<YearBasis> bases) {
        return payments(life, of, bases).debit();
    }

    static Set<YearBasis> without(Set<YearBasis> bases) {
        return EnumSet.complementOf(EnumSet.copyOf(bases));
    }

    /** What of an agency's year goes on or lapses, by how long it has been left. */
    static long left(TwoYearLife life, String agency, int year, Treatment treatment, CarryTerm term) {
        return life.carryOver(agency, year + 1).lines().stream()
                .filter(line -> line.treatment() == treatment && line.facts().term() == term)
                .mapToLong(line -> Fen.of(line.amount()))
                .sum();
    }

    static long left(TwoYearLife life, int year, Treatment treatment, CarryTerm term) {
        return AGENCIES.stream()
                .mapToLong(agency -> left(life, agency, year, treatment, term))
                .sum();
    }

    static Sums own(TwoYearLife life, int year, String agency) {
        return life.year(year).where(Dimensions.AGENCY, agency);
    }
}
