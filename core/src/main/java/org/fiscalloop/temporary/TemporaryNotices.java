package org.fiscalloop.temporary;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What the treasury tells of temporary payments. */
public final class TemporaryNotices {
    /**
     * 暂付款拨付: it has been paid out.
     *
     * @param document the payment
     * @param serial the treasury's number
     * @param paidOn the day it was paid
     * @param amount how much, in yuan: all of it
     */
    public record TemporaryPaidOut(Id<TemporaryPayment> document, String serial, LocalDate paidOn, Money amount)
            implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paidOn);
        }
    }

    /**
     * 暂付款收回: something of it has come back.
     *
     * @param document the payment
     * @param serial the treasury's number
     * @param receivedOn the day it came
     * @param amount how much, in yuan; listed where it is not above zero
     */
    public record TemporaryRepaid(Id<TemporaryPayment> document, String serial, LocalDate receivedOn, Money amount)
            implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    private TemporaryNotices() {}
}
