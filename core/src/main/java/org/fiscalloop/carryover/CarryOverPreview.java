package org.fiscalloop.carryover;

import java.time.LocalDate;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;

/**
 * What a carry-over would decide if it were calculated and confirmed now (结转预览), on any day of the year and without a trace:
 * a question to the books, no document. While nothing changes, the later run lists, carries and recovers exactly this.
 *
 * @param terms what is left, amount by amount, with what becomes of it, by which row of the rules, and where it goes
 * @param findings all that would refuse or warn, each thing once; whether the next year knows the converted codes is asked
 *     only when it is confirmed
 */
public record CarryOverPreview(CarryOverTerms terms, Findings findings) {
    /**
     * The preview of one carry-over.
     *
     * @param asked whose, and into which year
     * @param on the day on which it would be confirmed
     * @param rules those of the year that is carried into
     * @param reads the books and documents as they are
     */
    public static CarryOverPreview of(CalculateCarryOver asked, LocalDate on, RuleSet rules, Reads reads) {
        Remainders.Found left = Remainders.of(asked.terms(), rules, reads);
        CarryOverTerms terms = ImmutableCarryOverTerms.builder()
                .from(asked.terms())
                .lines(left.lines())
                .build();
        CarryOverCase facts = new CarryOverCase(terms, left, on, reads);
        var controls = rules.of(CarryOverFlow.RULES).controls();
        Findings findings = controls.examine(CarryOverAction.CALCULATE, facts)
                .and(controls.examine(CarryOverAction.CONFIRM, facts))
                .distinct();
        return new CarryOverPreview(terms, findings);
    }
}
