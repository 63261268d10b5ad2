package org.fiscalloop.debt;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.debt.DebtTerms.Conditions;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What treasury, depository and other divisions tell of debts. */
public final class DebtNotices {
    /**
     * 发行款到账: the proceeds of a bond have come into the treasury.
     *
     * @param document the bond
     * @param issue how it was sold and received
     */
    public record ProceedsReceived(Id<Debt> document, Issue issue) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(issue.receivedOn());
        }
    }

    /**
     * 转贷款到账: what the division above has lent on has come into the treasury.
     *
     * @param lending the number that the division above has given to it
     * @param lender the division above, 9 digits
     * @param kind general or special debt
     * @param use what it is for
     * @param name name of the bond of which it was lent
     * @param fund fund (资金性质)
     * @param documentNo number of the document by which it was lent (转贷文号)
     * @param refinances the debts of this division that it repays; none where it is not for that
     * @param serial number of the notice
     * @param receivedOn the day on which the money came
     * @param principal how much, in yuan
     * @param conditions what it costs and when: those of the bond
     */
    public record OnLentReceived(
            Id<OnLending> lending,
            String lender,
            DebtKind kind,
            Use use,
            String name,
            String fund,
            String documentNo,
            ImmutableList<Refinanced> refinances,
            String serial,
            LocalDate receivedOn,
            Money principal,
            Conditions conditions)
            implements Body {
        /**
         * What the borrower is told of an on-lending: what stands on it and on its bond.
         *
         * @param bond the bond of which it was lent, which was received
         * @param lentOn the day on which it was lent
         */
        static OnLentReceived of(Id<OnLending> lending, OnLendingTerms terms, Debt bond, LocalDate lentOn) {
            return new OnLentReceived(
                    lending,
                    terms.division(),
                    bond.terms().kind(),
                    bond.terms().use(),
                    bond.terms().name(),
                    bond.terms().fund(),
                    terms.documentNo(),
                    terms.refinances(),
                    lending.value(),
                    lentOn,
                    terms.amount(),
                    bond.terms()
                            .issue()
                            .orElseThrow(() -> new IllegalArgumentException(bond + " was not received"))
                            .conditions());
        }

        @Override
        public Id<Debt> document() {
            return Debt.borrowed(lender, lending);
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    /**
     * 转贷款已接收: the borrower tells that what was lent on has arrived and is booked.
     *
     * @param document the on-lending
     */
    public record OnLentArrived(Id<OnLending> document) implements Body {}

    /**
     * 付息: an instalment of interest has been paid.
     *
     * @param document the debt
     * @param paid number, day and amount
     */
    public record InterestPaid(Id<Debt> document, Paid paid) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paid.on());
        }
    }

    /**
     * 还本: principal has been repaid.
     *
     * @param document the debt
     * @param paid number, day and amount
     */
    public record PrincipalRepaid(Id<Debt> document, Paid paid) implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paid.on());
        }
    }

    /**
     * 收回转贷款: a borrower has paid to the province what it lent on to it.
     *
     * @param document the on-lending
     * @param receivedOn the day on which the money came
     * @param returned number, principal and interest
     */
    public record OnLentReturned(Id<OnLending> document, LocalDate receivedOn, OnLendingTerms.Returned returned)
            implements Body {
        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(receivedOn);
        }
    }

    private DebtNotices() {}
}
