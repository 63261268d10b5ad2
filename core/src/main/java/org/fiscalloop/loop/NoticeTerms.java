package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;

/**
 * What is kept of a notice, or of a part of one, that could not be booked at once.
 *
 * @param notice the sender and the natural key of the notice
 * @param division the division it touches
 * @param fiscalYear the fiscal year it belongs to
 * @param on the date on which what it tells took effect
 * @param body what it tells
 * @param awaited the document whose move makes it match again
 * @param problem what is missing or contradicts what
 * @param remedies codes of what may be done about it; empty while it waits
 */
public record NoticeTerms(
        InputId notice,
        String division,
        int fiscalYear,
        LocalDate on,
        Body body,
        Id<?> awaited,
        Refusal problem,
        ImmutableList<String> remedies)
        implements Terms {
    /** A notice belongs to the finance department, which works the list of exceptions. */
    @Override
    public String agency() {
        return "";
    }

    NoticeTerms with(Refusal otherProblem, ImmutableList<String> otherRemedies) {
        return new NoticeTerms(notice, division, fiscalYear, on, body, awaited, otherProblem, otherRemedies);
    }

    @Override
    public boolean isOfOneYear() {
        return false;
    }

    /** The notice as it was told. */
    Notice told() {
        return new Notice(notice, division, fiscalYear, on, body);
    }
}
