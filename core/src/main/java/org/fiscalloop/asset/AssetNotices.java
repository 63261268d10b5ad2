package org.fiscalloop.asset;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What banks tell of assets that are sold. */
public final class AssetNotices {
    /**
     * 处置收入到账: what a sale has brought has arrived on the agency's account.
     *
     * @param document the card
     * @param serial the bank's serial number
     * @param account number of the agency's bank account
     * @param receivedOn the day on which it arrived
     * @param amount how much, in yuan
     */
    public record SaleReceived(
            Id<AssetCard> document, String serial, String account, LocalDate receivedOn, Money amount) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    /**
     * 处置收入上缴: what a sale has brought has gone to the treasury.
     *
     * @param document the card
     * @param serial the bank's serial number
     * @param paidOn the day on which it went
     * @param amount how much, in yuan
     */
    public record SaleRemitted(Id<AssetCard> document, String serial, LocalDate paidOn, Money amount) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paidOn);
        }
    }

    private AssetNotices() {}
}
