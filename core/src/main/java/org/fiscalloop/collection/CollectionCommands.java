package org.fiscalloop.collection;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked beside the acts without content. */
public final class CollectionCommands {
    /**
     * 开票: an agency says what somebody owes.
     *
     * @param bill the id that it shall have
     * @param terms what is filled in; how it is paid and enters is told later
     */
    public record IssueBill(Id<NonTaxBill> bill, BillTerms terms) implements Body {
        @Override
        public Id<NonTaxBill> document() {
            return bill;
        }
    }

    /**
     * 退库录入: a refund is filled in.
     *
     * @param refund the id that it shall have
     * @param terms what is filled in; how it is booked and carried out follows
     */
    public record CreateRefund(Id<RevenueRefund> refund, RefundTerms terms) implements Body {
        @Override
        public Id<RevenueRefund> document() {
            return refund;
        }
    }

    private CollectionCommands() {}
}
