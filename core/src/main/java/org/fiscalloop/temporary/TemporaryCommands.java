package org.fiscalloop.temporary;

import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of temporary payments and of their ceiling. */
public final class TemporaryCommands {
    /**
     * 下达暂付款上限: the ceiling of a division and year is set.
     *
     * @param terms what is filled in; how much may be out is worked out by the rules and stands on none of them
     */
    public record SetTemporaryCeiling(CeilingTerms terms) implements Body {
        @Override
        public Id<TemporaryCeiling> document() {
            return TemporaryCeiling.id(terms.division(), terms.fiscalYear());
        }
    }

    /**
     * 调整暂付款上限: the expenditure that the ceiling of the year is a part of is another.
     *
     * @param document the ceiling
     * @param generalExpenditure expenditure of the general public budget, in yuan, not negative
     * @param fundExpenditure expenditure of the government fund budget, in yuan, not negative
     * @param documentNo number of the document that says so
     */
    public record ChangeTemporaryCeiling(
            Id<TemporaryCeiling> document, Money generalExpenditure, Money fundExpenditure, String documentNo)
            implements Body {}

    /**
     * 申请暂付款: a temporary payment is applied for.
     *
     * @param document the id it shall have
     * @param terms what is filled in; what is told or charged later stands on none of them
     */
    public record CreateTemporary(Id<TemporaryPayment> document, TemporaryTerms terms) implements Body {}

    /**
     * 修改暂付款申请: one that was not handed in is filled in again.
     *
     * @param document the payment
     * @param terms what is filled in
     */
    public record ReviseTemporary(Id<TemporaryPayment> document, TemporaryTerms terms) implements Body {}

    /**
     * 暂付款列支: a part, or all that is left, becomes expenditure of an allotment.
     *
     * @param document the payment
     * @param allotment the allotment that is used
     * @param amount how much, in yuan, above zero
     * @param documentNo number of the document by which it is charged (列支文号)
     */
    public record ChargeTemporary(
            Id<TemporaryPayment> document, Id<Allotment> allotment, Money amount, String documentNo) implements Body {}

    private TemporaryCommands() {}
}
