package org.fiscalloop.budget;

import org.fiscalloop.flow.Reads;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * The amount of a budget line by source, in yuan, as the books have it.
 *
 * @param original appropriated at the beginning of the year (年初批复数); zero before appropriation
 * @param adjustment by which the original amount has been raised, or lowered if negative (调整金额)
 * @param vired moved to it by virement from other lines, or from it if negative (调剂金额)
 * @param transferred received from the level above in the course of the year
 * @param carried carried over from the year before
 */
public record BudgetAmounts(Money original, Money adjustment, Money vired, Money transferred, Money carried) {

    /** What the books say of a line now. */
    public static BudgetAmounts of(BudgetLine line, Reads reads) {
        Money original = line.isAppropriated() ? line.terms().amount() : Fen.money(0);
        return new BudgetAmounts(
                original,
                read(BudgetMeasure.ARRANGED, line, reads).minus(original),
                read(BudgetMeasure.VIRED, line, reads),
                read(BudgetMeasure.TRANSFERRED, line, reads),
                read(BudgetMeasure.CARRIED, line, reads));
    }

    private static Money read(BudgetMeasure measure, BudgetLine line, Reads reads) {
        return Fen.money(reads.balance(measure, line.segments()));
    }

    /** The amount in force (CUR_AMT 变动后预算数): the sum over the sources. */
    public Money current() {
        return original.plus(adjustment).plus(vired).plus(transferred).plus(carried);
    }
}
