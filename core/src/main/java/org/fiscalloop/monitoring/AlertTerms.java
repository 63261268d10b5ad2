package org.fiscalloop.monitoring;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Terms;

/**
 * What an alert is about, and beside it why it was closed.
 *
 * @param division fiscal division of the payment, 9 digits
 * @param agency code of the agency that pays
 * @param fiscalYear fiscal year of the payment
 * @param moment when it was found: of a payment request, or of a payment voucher
 * @param number number of that request or voucher
 * @param on the day on which it was handed in, or on which the bank paid
 * @param verdicts what the rules said, at least one
 * @param explanation what whoever closed it last wrote (处理意见); empty before that
 */
public record AlertTerms(
        String division,
        String agency,
        int fiscalYear,
        Moment moment,
        String number,
        LocalDate on,
        ImmutableList<Verdict> verdicts,
        Optional<String> explanation)
        implements Terms {
    public AlertTerms {
        if (verdicts.isEmpty()) {
            throw new IllegalArgumentException("an alert must say what was found: " + number);
        }
    }

    AlertTerms explained(String why) {
        return new AlertTerms(division, agency, fiscalYear, moment, number, on, verdicts, Optional.of(why));
    }
}
