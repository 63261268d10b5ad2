package org.fiscalloop.settlement;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What a treasury tells of money between levels, and what divisions tell each other. */
public final class SettlementNotices {
    /**
     * 资金拨出通知: the own treasury has paid what was ordered.
     *
     * @param document the money
     * @param serial the treasury's number
     * @param paidOn the day on which it was paid
     * @param amount how much, in yuan: all of it
     */
    public record CashPaid(Id<CashTransfer> document, String serial, LocalDate paidOn, Money amount) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paidOn);
        }
    }

    /**
     * 资金到账通知: another division has sent money to this one.
     *
     * @param money what that division calls it
     * @param terms what it is, as this division keeps it; it says how it was paid
     */
    public record CashSent(Id<CashTransfer> money, CashTerms terms) implements Body {
        public CashSent {
            if (terms.sent().isEmpty() || terms.fen() <= 0) {
                throw new IllegalArgumentException(
                        "money that was sent is of something and says how it was paid: " + money);
            }
        }

        @Override
        public Id<ReceivedCash> document() {
            return ReceivedCash.id(terms.counterpart(), money);
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return terms.sent().map(CashTerms.Sent::on);
        }
    }

    /**
     * 年终结算通知: the level above has settled a year with this division.
     *
     * @param settlement what that division calls it
     * @param terms what it is, as this division keeps it
     */
    public record SettlementIssued(Id<Settlement> settlement, SettlementTerms terms) implements Body {
        public SettlementIssued {
            if (terms.fen() <= 0) {
                throw new IllegalArgumentException("a settlement is of something: " + settlement);
            }
        }

        @Override
        public Id<ReceivedSettlement> document() {
            return ReceivedSettlement.id(terms.counterpart(), settlement);
        }
    }

    /**
     * 送达确认: a message of this division has arrived.
     *
     * @param document the money or the settlement it was about, as this division calls it
     * @param message the number of the message
     */
    public record SettlementMessageReceived(Id<?> document, InputId message) implements Body {}

    private SettlementNotices() {}
}
