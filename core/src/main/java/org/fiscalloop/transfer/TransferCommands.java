package org.fiscalloop.transfer;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.joda.money.Money;

/** What may be asked of transfers beside the acts without content. */
public final class TransferCommands {
    /**
     * 转移支付指标录入: a transfer is filled in.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateTransfer(Id<Transfer> document, TransferTerms terms) implements Body {}

    /**
     * 转移支付指标修改: a transfer that has not been handed in is filled in again.
     *
     * @param document the transfer
     * @param terms what is filled in now
     */
    public record ReviseTransfer(Id<Transfer> document, TransferTerms terms) implements Body {}

    /**
     * 收回: the level below is asked to give an amount back. What it gives back comes as a notice; it may be less.
     *
     * @param document the transfer
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record RecallTransfer(Id<Transfer> document, Money amount, String reason) implements Body {
        public RecallTransfer {
            requireReason(document, reason);
        }
    }

    /**
     * 接收: a transfer that has arrived is taken in, whole or in part, by a budget line and an allotment to be distributed.
     *
     * @param document the transfer that has arrived
     * @param line the id that the budget line shall have
     * @param allotment the id that the allotment shall have
     * @param elements the coding block of both: a project of the division, the fund and the labels of the transfer, and its
     *     function or a refinement of it
     * @param amount how much, in yuan
     * @param documentNo number of the document by which it is taken in (COR_BGT_DOC_NO 本级指标文号)
     * @param title title of that document
     * @param documentDate date of that document
     */
    public record ReceiveTransfer(
            Id<ReceivedTransfer> document,
            Id<BudgetLine> line,
            Id<Allotment> allotment,
            Elements elements,
            Money amount,
            String documentNo,
            String title,
            LocalDate documentDate)
            implements Body {

        /** What stands on the allotment that is made; the document of the level above is added to it. */
        AllotmentTerms terms() {
            return ImmutableAllotmentTerms.builder()
                    .elements(elements)
                    .line(line)
                    .flag(AllotmentFlag.PENDING)
                    .amount(amount)
                    .documentNo(documentNo)
                    .title(title)
                    .effectiveOn(documentDate)
                    .build();
        }
    }

    /**
     * 退回上级: an amount goes back to the level above.
     *
     * @param document the transfer that has arrived
     * @param allotment the allotment, made of it, of which it has not been distributed; none for what is not received yet
     * @param amount how much, in yuan
     * @param reason why, in words
     */
    public record GiveBackTransfer(
            Id<ReceivedTransfer> document, Optional<Id<Allotment>> allotment, Money amount, String reason)
            implements Body {
        public GiveBackTransfer {
            requireReason(document, reason);
        }
    }

    private TransferCommands() {}

    static void requireReason(Id<?> document, String reason) {
        if (requireNonNull(reason, "reason").isBlank()) {
            throw new IllegalArgumentException("reason about " + document + " must not be blank");
        }
    }
}
