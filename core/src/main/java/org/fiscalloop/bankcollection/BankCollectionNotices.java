package org.fiscalloop.bankcollection;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What banks tell of what they are to collect. */
public final class BankCollectionNotices {
    /**
     * 收款申请: a bank demands for a supplier what an agency owes.
     *
     * @param demand its number (ENTPAY_APP_NO 托收号), as {@link CollectionDemand#number} makes it
     * @param agreement the agreement under which it is raised
     * @param payerAccount number of the account that is to pay
     * @param payee the supplier and its account
     * @param amount how much in yuan
     * @param raisedOn the day on which the bank raised it
     * @param dueOn the last day on which it is not late, where the bank says one
     * @param remark what it is for (附言)
     */
    public record CollectionDemanded(
            Id<CollectionDemand> demand,
            Id<CollectionAgreement> agreement,
            String payerAccount,
            Account payee,
            Money amount,
            LocalDate raisedOn,
            Optional<LocalDate> dueOn,
            String remark)
            implements Body {
        @Override
        public Id<CollectionDemand> document() {
            return demand;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(raisedOn);
        }
    }

    private BankCollectionNotices() {}
}
