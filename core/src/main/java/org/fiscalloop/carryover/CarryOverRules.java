package org.fiscalloop.carryover;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.CaseTable.ANY;
import static org.fiscalloop.decision.CaseTable.row;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.stream.Stream;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.project.SpendingKind;
import org.immutables.value.Value;

/**
 * The rules of carry-over in force: those of a fiscal year say what comes into it. What becomes of each amount that is left,
 * which codes the year calls otherwise, who books the right to what is carried over, and where late refunds go.
 */
@Value.Immutable
public interface CarryOverRules {
    /** The elements that no code table renames: the place, the year, the project and the fund are what is carried over. */
    ImmutableSet<String> KEPT = ImmutableSet.of(Elements.DIVISION, Elements.YEAR, Elements.PROJECT, Elements.FUND);

    /** The questions that {@link #treatments} answers, in order. */
    ImmutableList<Facet> QUESTIONS = Stream.of(
                    ProjectNature.class, SpendingKind.class, CarryTerm.class, ProjectEnd.class)
            .map(Facet::of)
            .collect(toImmutableList());

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
     * What becomes of what is left, by nature of its project, kind of spending, for how long it has been left, and whether the
     * project goes on.
     *
     * <p>Source: 《预算法》 art. 42, 《预算法实施条例》 (2020) art. 50: what is left of a year goes on for its purpose, what is
     * left of it for a second year lapses. That basic expenditure, research and construction go on is practice.
     */
    @Value.Default
    default CaseTable<Treatment> treatments() {
        return new CaseTable<>(
                "carry-over",
                QUESTIONS,
                ImmutableList.of(
                        row(Treatment.LAPSE, ANY, ANY, ANY, ProjectEnd.ENDED),
                        row(Treatment.CARRY, ANY, ANY, CarryTerm.FIRST, ProjectEnd.RUNNING),
                        row(Treatment.CARRY, ANY, SpendingKind.PERSONNEL, CarryTerm.SECOND, ProjectEnd.RUNNING),
                        row(Treatment.CARRY, ANY, SpendingKind.OPERATING, CarryTerm.SECOND, ProjectEnd.RUNNING),
                        row(
                                Treatment.CARRY,
                                ProjectNature.RESEARCH,
                                SpendingKind.PROJECT,
                                CarryTerm.SECOND,
                                ProjectEnd.RUNNING),
                        row(
                                Treatment.CARRY,
                                ProjectNature.CONSTRUCTION,
                                SpendingKind.PROJECT,
                                CarryTerm.SECOND,
                                ProjectEnd.RUNNING),
                        row(
                                Treatment.LAPSE,
                                ProjectNature.ORDINARY,
                                SpendingKind.PROJECT,
                                CarryTerm.SECOND,
                                ProjectEnd.RUNNING)));
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

    /** The table must answer the questions that are asked, and no conversion may rename what is kept. */
    @Value.Check
    default void check() {
        if (!treatments().facets().equals(QUESTIONS)) {
            throw new IllegalArgumentException("the table of the carry-over must answer " + QUESTIONS + ", not "
                    + treatments().facets());
        }
        for (String element : conversions().keySet()) {
            if (KEPT.contains(element)) {
                throw new IllegalArgumentException("what is carried over keeps its " + element);
            }
        }
    }
}
