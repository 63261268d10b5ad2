package org.fiscalloop.settlement;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of money between levels and of settlements, beside acts without content. */
public final class SettlementCommands {
    /**
     * 录入资金调拨单: money is to be sent to another level.
     *
     * @param document the id it shall have
     * @param terms what is filled in; how it was paid comes by notice
     */
    public record CreateCashTransfer(Id<CashTransfer> document, CashTerms terms) implements Body {}

    /**
     * 修改资金调拨单: one that was not handed in is filled in again.
     *
     * @param document the money
     * @param terms what is filled in
     */
    public record ReviseCashTransfer(Id<CashTransfer> document, CashTerms terms) implements Body {}

    /**
     * 录入年终结算单: a year is to be settled with a division below.
     *
     * @param document the id it shall have
     * @param terms what is filled in
     */
    public record CreateSettlement(Id<Settlement> document, SettlementTerms terms) implements Body {}

    /**
     * 修改年终结算单: one that was not handed in is filled in again.
     *
     * @param document the settlement
     * @param terms what is filled in
     */
    public record ReviseSettlement(Id<Settlement> document, SettlementTerms terms) implements Body {}

    private SettlementCommands() {}
}
