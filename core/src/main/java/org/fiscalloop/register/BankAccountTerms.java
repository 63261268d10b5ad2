package org.fiscalloop.register;

import org.fiscalloop.flow.Terms;
import org.immutables.value.Value;

/** What is entered of a bank account (账户). */
@Value.Immutable
public interface BankAccountTerms extends Terms {
    /** Account number (ACCOUNT_NO 账号). */
    String number();

    /** Account name (账户名称). */
    String name();

    /** The bank that keeps it (开户银行). */
    String bank();

    /** Account kind (ACC_TYPE_CODE 账户类别), a code of the table {@code ACC_TYPE}. */
    String kind();

    /** Nothing may be blank. */
    @Value.Check
    default void check() {
        if (number().isBlank() || name().isBlank() || bank().isBlank()) {
            throw new IllegalArgumentException("number, name and bank of an account must not be blank: " + number());
        }
    }

    @Override
    default boolean isOfOneYear() {
        return false;
    }
}
