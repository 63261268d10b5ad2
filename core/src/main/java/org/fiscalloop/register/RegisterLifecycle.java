package org.fiscalloop.register;

import static org.fiscalloop.register.RegisterAction.*;
import static org.fiscalloop.register.RegisterState.*;

import org.fiscalloop.lifecycle.Lifecycle;

/** The nation's table of the life of a register's entry. */
final class RegisterLifecycle {
    static final Lifecycle<RegisterState, RegisterAction> AGENCY = of("agency");
    static final Lifecycle<RegisterState, RegisterAction> BANK_ACCOUNT = of("bank-account");

    private RegisterLifecycle() {}

    private static Lifecycle<RegisterState, RegisterAction> of(String name) {
        return Lifecycle.of(name, RegisterState.class, RegisterAction.class)
                .create(REGISTER, ENABLED, RegisterDuty.REGISTRAR, "entered by finance")
                .move(ENABLED, CHANGE, ENABLED, RegisterDuty.REGISTRAR, "the code stays")
                .move(ENABLED, DISABLE, DISABLED, RegisterDuty.REGISTRAR, "nothing of it is open")
                .move(DISABLED, ENABLE, ENABLED, RegisterDuty.REGISTRAR, "taken into use again")
                .build();
    }
}
