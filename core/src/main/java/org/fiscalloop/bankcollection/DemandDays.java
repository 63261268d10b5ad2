package org.fiscalloop.bankcollection;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * How far a demand is on a day (承付期): a reading, which refuses nothing.
 *
 * @param open what is neither paid nor refused, in yuan
 * @param dueOn the last day on which it is in time
 * @param daysOverdue by how many days what is open is late; 0 where nothing is
 */
public record DemandDays(Money open, LocalDate dueOn, int daysOverdue) {

    /**
     * How far a demand is: it is open until the bank has paid it or the agency has refused it, whether a request names it or not.
     *
     * @param rules the rules in force
     * @param on the day of the reading
     */
    public static DemandDays of(CollectionDemand demand, RuleSet rules, LocalDate on) {
        DemandTerms terms = demand.terms();
        LocalDate due = terms.dueOn()
                .orElseGet(() -> terms.raisedOn()
                        .plusDays(rules.of(BankCollectionFlow.RULES).answerDays()));
        return demand.isPayable()
                ? new DemandDays(terms.amount(), due, (int) Math.max(0, ChronoUnit.DAYS.between(due, on)))
                : new DemandDays(Fen.money(0), due, 0);
    }
}
