package org.fiscalloop.rulebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.util.HashSet;
import java.util.Set;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ElementRules;

/**
 * The level at which what is available of executable allotments is controlled (指标控制层级): the dimensions of the one hard
 * limit on it. Nationally it is the allotment; a province or city may have it that the allotments of a department, a project
 * or a class are spent together.
 *
 * <p>Whatever the level, it keeps apart what the law keeps apart: the budgets of two divisions, of two years and of two funds
 * are not spent together. Source: 《预算法》 (2018) art. 4 and 5: each level of government has a budget of its own, and the four
 * budgets are each whole.
 */
final class ControlLevel {
    /** Each of them is of one division, year and fund. */
    private static final ImmutableSet<Dimension> ALONE = ImmutableSet.of(Dimensions.ALLOTMENT, Dimensions.LINE);

    private static final ImmutableSet<Dimension> APART =
            ImmutableSet.of(Dimensions.DIVISION, Dimensions.YEAR, Dimensions.FUND);

    private static final ImmutableSet<Dimension> SLOTS = ImmutableSet.copyOf(Dimensions.SLOTS);

    private ControlLevel() {}

    /** Refuses a level by what the allotment ledger is not kept by, or one that mixes divisions, years or funds. */
    static void require(Rulebook rulebook, LimitRule limit) {
        Set<Dimension> level = ImmutableSet.copyOf(limit.dimensions());
        Set<Dimension> kept = ImmutableSet.copyOf(
                rulebook.accounting().dimensions().getOrDefault(Ledgers.ALLOTMENT.name(), ImmutableList.of()));
        if (level.contains(Dimensions.PHASE) || !kept.containsAll(level)) {
            throw new IllegalArgumentException("allotments are not controlled by "
                    + names(Sets.union(
                            Sets.difference(level, kept), Sets.intersection(level, Set.of(Dimensions.PHASE)))));
        }
        if (Sets.intersection(level, ALONE).isEmpty() && !level.containsAll(APART)) {
            throw new IllegalArgumentException("the level of " + limit.code() + " must keep apart "
                    + names(Sets.difference(APART, level)) + ", or be the line or the allotment: " + names(level));
        }
    }

    /**
     * Refuses a limit by an extra element that is not declared to be controllable and inherited: what is issued under one
     * value and spent under another would never meet.
     */
    static void requireControllable(Rulebook rulebook) {
        Set<Dimension> controllable = new HashSet<>();
        for (ElementRules.Declaration declaration :
                rulebook.masterdata().elements().declarations()) {
            if (declaration.controllable() && declaration.inherited()) {
                declaration.dimension().ifPresent(controllable::add);
            }
        }
        for (LimitRule limit : rulebook.limits()) {
            Set<Dimension> open =
                    Sets.difference(Sets.intersection(ImmutableSet.copyOf(limit.dimensions()), SLOTS), controllable);
            if (!open.isEmpty()) {
                throw new IllegalArgumentException("no controllable, inherited element takes " + names(open)
                        + ", by which " + limit.code() + " is checked");
            }
        }
    }

    private static ImmutableList<String> names(Set<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::name).collect(ImmutableList.toImmutableList());
    }
}
