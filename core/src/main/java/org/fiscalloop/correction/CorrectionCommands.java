package org.fiscalloop.correction;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of a correction beside the acts without content. */
public final class CorrectionCommands {
    /**
     * 更正录入: a correction is filled in.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateCorrection(Id<Correction> document, CorrectionTerms terms) implements Body {}

    /**
     * 更正修改: a correction that has not been handed in is filled in again.
     *
     * @param document the correction
     * @param terms what is filled in now
     */
    public record ReviseCorrection(Id<Correction> document, CorrectionTerms terms) implements Body {}

    private CorrectionCommands() {}
}
