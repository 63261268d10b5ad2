package org.fiscalloop.monitoring;

import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * The rules of monitoring in force: what the library's own three rules do, and the life of what they find. Nationally they
 * are off: what is monitored, and by which numbers, is a matter of each place.
 */
@Value.Immutable
public interface MonitoringRules {
    /** The longest time that a rule looks back, in days. */
    int LONGEST = 92;

    /** A threshold and a number of days that do nothing until a place sets its own. */
    Split NO_SPLIT = new Split(Handling.PASS, Fen.money(0), 1);

    /**
     * Several payments of an agency to a payee, each below a threshold and together not (化整为零, 拆分支付).
     *
     * @param handling what is done about it
     * @param threshold the threshold (限额标准) in yuan, not below nothing
     * @param days how many days the payments lie apart at most, the first and the last counted: 1 to {@value #LONGEST}
     */
    record Split(Handling handling, Money threshold, int days) {
        public Split {
            if (Fen.of(threshold) < 0) {
                throw new IllegalArgumentException("threshold must not be below nothing: " + threshold);
            }
            requireDays(days);
        }
    }

    /**
     * The same amount of an agency to a payee again (重复支付).
     *
     * @param handling what is done about it
     * @param days how many days the payments lie apart at most, the first and the last counted: 1 to {@value #LONGEST}
     */
    record Repeated(Handling handling, int days) {
        public Repeated {
            requireDays(days);
        }
    }

    private static void requireDays(int days) {
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("days must be 1 to " + LONGEST + ": " + days);
        }
    }

    /** The payee is the agency that pays, by account or by name (向本单位转款). Asked at both moments. */
    @Value.Default
    default Handling payeeIsAgency() {
        return Handling.PASS;
    }

    /** Several payments that stay below a threshold only one by one. Asked when a request is handed in. */
    @Value.Default
    default Split split() {
        return NO_SPLIT;
    }

    /** The same amount to the same payee again. Asked when a request is handed in. */
    @Value.Default
    default Repeated repeated() {
        return new Repeated(Handling.PASS, 1);
    }

    /** The table of the life of an alert. */
    @Value.Default
    default Lifecycle<AlertState, AlertAction> lifecycle() {
        return AlertLifecycle.NATIONAL;
    }

    /** Whether one of the library's own rules is asked at a moment. */
    default boolean isAsked(Moment moment) {
        return payeeIsAgency() != Handling.PASS || (moment == Moment.SUBMIT && looksBack());
    }

    /** Whether one of them looks at past payments. */
    default boolean looksBack() {
        return split().handling() != Handling.PASS || repeated().handling() != Handling.PASS;
    }

    /** The controls of alerts; all of them are statutory, so that no place softens one. */
    @Value.Derived
    default ControlTable<AlertAction, AlertCase> controls() {
        return MonitoringControls.NATIONAL;
    }
}
