package org.fiscalloop.register;

import static org.fiscalloop.register.RegisterAction.*;
import static org.fiscalloop.register.RegisterState.*;

import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.LifecycleBuilder;

/** The nation's tables of the lives of a register's entries. */
final class RegisterLifecycle {
    static final Lifecycle<RegisterState, RegisterAction> AGENCY = of("agency", "nothing of it is open")
            .move(ENABLED, CHANGE, ENABLED, RegisterDuty.REGISTRAR, "the code stays")
            .build();

    /** What stands on an account never changes: another number is another account. */
    static final Lifecycle<RegisterState, RegisterAction> BANK_ACCOUNT =
            of("bank-account", "nothing is paid from it any more").build();

    private RegisterLifecycle() {}

    private static LifecycleBuilder<RegisterState, RegisterAction> of(String name, String disabled) {
        return Lifecycle.of(name, RegisterState.class, RegisterAction.class)
                .create(REGISTER, ENABLED, RegisterDuty.REGISTRAR, "entered by finance")
                .move(ENABLED, DISABLE, DISABLED, RegisterDuty.REGISTRAR, disabled)
                .move(DISABLED, ENABLE, ENABLED, RegisterDuty.REGISTRAR, "taken into use again");
    }
}
