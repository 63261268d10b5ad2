package org.fiscalloop.transfer;

import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What divisions tell each other about transfers. Each leaves its sender as a message and arrives as a notice. */
public final class TransferNotices {
    /**
     * 转移支付下达通知: a transfer has been issued to this division.
     *
     * @param terms what it is
     */
    public record TransferSent(ReceivedTerms terms) implements Body {
        @Override
        public Id<ReceivedTransfer> document() {
            return ReceivedTransfer.id(terms.origin(), terms.transfer());
        }
    }

    /**
     * 转移支付收回通知: the level above asks an amount back.
     *
     * @param document the transfer that has arrived
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record TransferRecalled(Id<ReceivedTransfer> document, Money amount, String reason) implements Body {
        public TransferRecalled {
            TransferCommands.requireReason(document, reason);
        }
    }

    /**
     * 转移支付退回通知: the level below gives an amount back.
     *
     * @param document the transfer that was issued
     * @param amount how much, in yuan
     * @param answered how much of it had been asked back, in yuan
     * @param reason why, in words
     */
    public record TransferReturned(Id<Transfer> document, Money amount, Money answered, String reason) implements Body {
        public TransferReturned {
            TransferCommands.requireReason(document, reason);
        }
    }

    /**
     * 送达确认: a message of this division has arrived.
     *
     * @param document the transfer it was about, as this division calls it
     * @param message the number of the message
     */
    public record MessageReceived(Id<?> document, InputId message) implements Body {}

    private TransferNotices() {}
}
