package org.fiscalloop.register;

import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of the registers in force: the life of an entry. */
@Value.Immutable
public interface RegisterRules {
    /** The table of an agency's life in the register. */
    @Value.Default
    default Lifecycle<RegisterState, RegisterAction> agencyLifecycle() {
        return RegisterLifecycle.AGENCY;
    }

    /** The table of a bank account's life in the register. */
    @Value.Default
    default Lifecycle<RegisterState, RegisterAction> accountLifecycle() {
        return RegisterLifecycle.BANK_ACCOUNT;
    }

    /** The posts of its review phases; nationally there are none. */
    ReviewChains reviews();
}
