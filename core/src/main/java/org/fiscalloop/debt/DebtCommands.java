package org.fiscalloop.debt;

import java.time.LocalDate;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of debts and their limits. */
public final class DebtCommands {
    /**
     * 下达债务限额: the limit of a division, year and kind of debt is entered.
     *
     * @param terms what is filled in
     */
    public record SetDebtLimit(DebtLimitTerms terms) implements Body {
        @Override
        public Id<DebtLimit> document() {
            return DebtLimit.id(terms.division(), terms.fiscalYear(), terms.kind());
        }
    }

    /**
     * 调整债务限额: the limit of the year is changed.
     *
     * @param document the limit
     * @param amount how much may be owed from now on, in yuan, not negative
     * @param documentNo number of the document by which it was approved (批准文号)
     */
    public record ChangeDebtLimit(Id<DebtLimit> document, Money amount, String documentNo) implements Body {}

    /**
     * 编制发行计划: a bond is filled in.
     *
     * @param document the id it shall have
     * @param terms what is filled in; what is told of a bond later stands on none of them
     */
    public record PlanBond(Id<Debt> document, DebtTerms terms) implements Body {}

    /**
     * 修改发行计划: a bond that was not handed in is filled in again.
     *
     * @param document the bond
     * @param terms what is filled in
     */
    public record ReviseBond(Id<Debt> document, DebtTerms terms) implements Body {}

    /**
     * 计提利息: the interest of a debt is accrued up to a day.
     *
     * @param document the debt
     * @param until the day up to which it is accrued, that day not counted; not after the day of the command
     */
    public record AccrueInterest(Id<Debt> document, LocalDate until) implements Body {}

    /**
     * 债券转贷: the province lends on of a bond.
     *
     * @param document the id it shall have
     * @param terms what is filled in
     */
    public record LendOn(Id<OnLending> document, OnLendingTerms terms) implements Body {}

    private DebtCommands() {}
}
