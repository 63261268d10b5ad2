package org.fiscalloop.virement;

import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;

/** What may be asked of a virement beside the acts without content. */
public final class VirementCommands {
    /**
     * 调剂录入: a virement is filled in.
     *
     * @param document the id that it shall have
     * @param terms what is filled in
     */
    public record CreateVirement(Id<Virement> document, VirementTerms terms) implements Body {}

    /**
     * 调剂修改: a virement that has not been handed in is filled in again.
     *
     * @param document the virement
     * @param terms what is filled in now
     */
    public record ReviseVirement(Id<Virement> document, VirementTerms terms) implements Body {}

    private VirementCommands() {}
}
