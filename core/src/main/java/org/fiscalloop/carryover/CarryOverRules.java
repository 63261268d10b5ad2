package org.fiscalloop.carryover;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;
import org.immutables.value.Value;

/**
 * The rules of carry-over in force: those of a fiscal year say what comes into it. What becomes of each amount that is left,
 * where goes what lapses, which codes the year calls otherwise, who books the right to what is carried over, and where late refunds go.
 */
@Value.Immutable
public interface CarryOverRules {
    /** The elements that no code table renames: the place, the year, the project and the fund are what is carried over. */
    ImmutableSet<String> KEPT = ImmutableSet.of(Elements.DIVISION, Elements.YEAR, Elements.PROJECT, Elements.FUND);

    /** The questions that a row of {@link #treatments} may ask beside codes, in order. */
    ImmutableList<Facet> QUESTIONS = Stream.of(
                    ProjectNature.class, SpendingKind.class, CarryTerm.class, ProjectEnd.class, FundBook.class)
            .map(Facet::of)
            .collect(toImmutableList());

    /** Where what lapses of each book may go: no money leaves it but for the general budget, and an agency keeps its own. */
    ImmutableSetMultimap<FundBook, Recovery> POSSIBLE = ImmutableSetMultimap.<FundBook, Recovery>builder()
            .putAll(FundBook.GENERAL, Recovery.STABILISATION_FUND, Recovery.OWN_BUDGET)
            .putAll(FundBook.GOVERNMENT_FUND, Recovery.OWN_BUDGET, Recovery.GENERAL_BUDGET)
            .putAll(FundBook.STATE_CAPITAL, Recovery.OWN_BUDGET, Recovery.GENERAL_BUDGET)
            .put(FundBook.OTHER, Recovery.OWN_BUDGET)
            .put(FundBook.SPECIAL_ACCOUNT, Recovery.OWN_BUDGET)
            .put(FundBook.AGENCY, Recovery.AGENCY)
            .build();

    /** The table of a carry-over's life. */
    @Value.Default
    default Lifecycle<CarryOverState, CarryOverAction> lifecycle() {
        return CarryOverLifecycle.NATIONAL;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /**
     * What becomes of what is left (结转结余认定): rows that are asked in their order, of which the first whose conditions hold
     * decides; the last one asks nothing.
     *
     * <p>Source: 《预算法》 art. 42, 《预算法实施条例》 (2020) art. 50: what is left of a year goes on for its purpose, what is
     * left of it for a second year lapses. Each exception has its own source.
     */
    @Value.Default
    default ImmutableList<CarryRule> treatments() {
        return NationalCarryOver.TREATMENTS;
    }

    /**
     * Where goes what lapses (结余去向), by the book of its fund.
     *
     * <p>Source: 《预算法》 art. 66: what the general budget has left over is put into its stabilisation fund.
     */
    @Value.Default
    default CaseTable<Destination> recoveries() {
        return NationalCarryOver.RECOVERIES;
    }

    /** The fund of the general budget (资金性质) into which is moved what another budget gives to it (调入资金). */
    @Value.Default
    default String generalFund() {
        return "111";
    }

    /**
     * The codes that this year's code tables call otherwise (要素转换): by name of the element, the new code by the old one.
     * An element without a row keeps its code.
     */
    ImmutableMap<String, ImmutableMap<String, String>> conversions();

    /** Whether the treasury books what is carried over as expenditure of the year that ends (权责发生制列支). */
    @Value.Default
    default boolean treasuryAccrues() {
        return false;
    }

    /** Whether the agency books what is carried over as a right to it (财政应返还额度) when the year ends. */
    @Value.Default
    default boolean agencyRecognises() {
        return true;
    }

    /** What becomes of money that comes back of a payment of an earlier year while its project goes on. */
    @Value.Default
    default RefundPolicy crossYearRefund() {
        return RefundPolicy.RESTORE;
    }

    /** The controls with the severities in force. */
    @Value.Derived
    default ControlTable<CarryOverAction, CarryOverCase> controls() {
        return CarryOverControls.NATIONAL.withSeverities(severities());
    }

    /** What becomes of an amount of a coding block of the year that ends. */
    default Ruling ruling(Classified facts, Elements elements) {
        CarryRule rule = treatments().stream()
                .filter(row -> row.matches(facts, elements))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no rule of the carry-over is for " + facts));
        return new Ruling(
                rule.code(),
                rule.treatment(),
                rule.treatment() == Treatment.LAPSE
                        ? Optional.of(recoveries()
                                .answer(ImmutableList.of(facts.book().name()))
                                .recovery())
                        : Optional.empty());
    }

    /**
     * Where the money of one book goes when it lapses.
     *
     * @param recovery where it goes
     * @param source where that comes from
     */
    record Destination(Recovery recovery, Source source) {}

    /** Every row must be reached and the last one ask nothing, no money leave a book for what is not its own, no name be lost. */
    @Value.Check
    default void check() {
        requireReached(treatments());
        if (!recoveries().facets().equals(ImmutableList.of(Facet.of(FundBook.class)))) {
            throw new IllegalArgumentException("where goes what lapses is asked by book of the fund, not by "
                    + recoveries().facets());
        }
        for (FundBook book : FundBook.values()) {
            Recovery recovery =
                    recoveries().answer(ImmutableList.of(book.name())).recovery();
            if (!POSSIBLE.containsEntry(book, recovery)) {
                throw new IllegalArgumentException(
                        "what lapses of " + book + " may go to " + POSSIBLE.get(book) + ", not to " + recovery);
            }
        }
        for (String element : conversions().keySet()) {
            if (KEPT.contains(element)) {
                throw new IllegalArgumentException("what is carried over keeps its " + element);
            }
        }
    }

    private static void requireReached(ImmutableList<CarryRule> rows) {
        for (int i = 0; i < rows.size(); i++) {
            CarryRule row = rows.get(i);
            for (CarryRule before : rows.subList(0, i)) {
                if (before.code().equals(row.code()) || before.covers(row)) {
                    throw new IllegalArgumentException("rule " + row.code() + " of the carry-over is never reached: "
                            + before.code() + " stands before it");
                }
            }
        }
        if (rows.isEmpty() || !rows.get(rows.size() - 1).isForAll()) {
            throw new IllegalArgumentException("the last rule of the carry-over must be for all that comes to it");
        }
    }
}
