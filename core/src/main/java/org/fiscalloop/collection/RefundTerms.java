package org.fiscalloop.collection;

import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentTerms.Payee;
import org.fiscalloop.revenue.IncomeTerms;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a refund of revenue. Amounts are yuan. */
@Value.Immutable
public interface RefundTerms extends Terms {
    /** Why it goes back. */
    RefundReason reason();

    /** The document by which it goes back (退库依据), such as a ruling or an assessment. */
    String evidence();

    /** Who applied for it (申请单位或个人). */
    String applicant();

    /** Where it goes: to an account of the applicant. */
    Payee payee();

    /** Income code (收入分类科目) of what goes back. */
    String income();

    /** Fund (资金性质) of what goes back. */
    String fund();

    /** How much, in yuan. */
    Money amount();

    /** The bill that was paid, where it is of one. */
    Optional<Id<NonTaxBill>> bill();

    /** How the books take it back, set when it is filled in. */
    Optional<IncomeTerms.Booking> booking();

    /** How it was refunded, once it has been. */
    Optional<Repaid> repaid();

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /** How much, in fen. */
    default long fen() {
        return Fen.of(amount());
    }

    /** The amount as a line of revenue. */
    default IncomeTerms.Line line() {
        return new IncomeTerms.Line(income(), fund(), "", amount());
    }

    /**
     * How a refund was carried out.
     *
     * @param serial the number under which the treasury did it
     * @param repaidOn the day
     */
    public record Repaid(String serial, LocalDate repaidOn) {}
}
