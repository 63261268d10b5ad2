package org.fiscalloop.register;

import java.util.Optional;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** A bank account (账户) of an agency or of the finance department. */
public final class BankAccount extends FlowDocument<BankAccountTerms, RegisterState> {
    /** The kind of document; the value of an id is division and account number: {@code 310107000/6222}. */
    public static final DocumentKind<BankAccount> KIND = new DocumentKind<>("bank-account", BankAccount.class);

    BankAccount(Id<BankAccount> id, BankAccountTerms terms, Standing<RegisterState> standing, Trail trail) {
        super(id, terms, standing, trail);
    }

    /** The id of the account with this number in a division. */
    public static Id<BankAccount> id(String division, String number) {
        return new Id<>(KIND, division + "/" + number);
    }

    /** The account with this number in a division's register, if it is there. */
    public static Optional<BankAccount> find(String division, String number, Reads reads) {
        return Id.of(KIND, division + "/" + number).flatMap(reads::find);
    }

    /** Whether it is in use. */
    public boolean isEnabled() {
        return state() == RegisterState.ENABLED;
    }
}
