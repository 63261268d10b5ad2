package org.fiscalloop.cashplan;

import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Case;
import org.fiscalloop.money.Fen;

/**
 * What the controls of a cash plan look at.
 *
 * @param terms what stands on the plan
 * @param amount in fen, that the command is about: what is asked, or what is to be approved of it
 * @param facts the input and what may be read
 */
record CashPlanCase(CashPlanTerms terms, long amount, Case facts) {
    /** The case of a plan as it is asked. */
    static CashPlanCase of(CashPlanTerms terms, Case facts) {
        return new CashPlanCase(terms, Fen.of(terms.asked()), facts);
    }

    Optional<Allotment> allotment() {
        return facts.find(terms.allotment());
    }

    boolean isReduction() {
        return terms.kind() == CashPlanKind.REDUCTION;
    }

    /** The first day of the month of the command. */
    LocalDate thisMonth() {
        return facts.on().withDayOfMonth(1);
    }

    /** The first day of the month planned. */
    LocalDate plannedMonth() {
        return LocalDate.of(terms.fiscalYear(), terms.month(), 1);
    }
}
