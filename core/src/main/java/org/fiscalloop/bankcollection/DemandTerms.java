package org.fiscalloop.bankcollection;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.bankcollection.AgreementTerms.Account;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What a bank demands for a supplier (收款申请), and why it was refused where it was. Amounts are yuan. */
@Value.Immutable
public interface DemandTerms extends Terms {
    /** The agreement under which it is raised (三方协议). */
    Id<CollectionAgreement> agreement();

    /** Number of the account that is to pay. */
    String payerAccount();

    /** The supplier and its account. */
    Account payee();

    /** How much. */
    Money amount();

    /** The day on which the bank raised it. */
    LocalDate raisedOn();

    /** The last day on which it is not late, where the bank says one. */
    Optional<LocalDate> dueOn();

    /** What it is for, as the bank tells it (附言), such as 2024年3月电费; may be blank. */
    String remark();

    /** Why the agency refused it (拒付理由), once it has. */
    Optional<String> refusal();

    /** It may be paid in a later year than that in which it was raised. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** The amount in fen. */
    default long fen() {
        return Fen.of(amount());
    }
}
