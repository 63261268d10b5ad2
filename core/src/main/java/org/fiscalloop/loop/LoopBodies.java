package org.fiscalloop.loop;

import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Event;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;

/** What the loop itself is asked, tells and records. */
public final class LoopBodies {
    /**
     * 规则启用: a division adopts the rulebook that is in force for it.
     *
     * @param division the division that adopts it, 9 digits
     * @param fiscalYear the fiscal year it is for
     * @param fingerprint the fingerprint of the rulebook, 32 hexadecimal digits
     */
    public record AdoptRulebook(String division, int fiscalYear, Bytes fingerprint) implements Body {
        @Override
        public Id<Adoption> document() {
            return Adoption.id(division, fiscalYear, fingerprint.toString());
        }
    }

    /**
     * A parked notice is matched again because the document it waits for has moved.
     *
     * @param document the parked notice
     */
    public record MatchAgain(Id<NoticeCase> document) implements Body {}

    /** A rulebook has been adopted. */
    public record RulebookAdopted(Move move, AdoptionTerms terms) implements Event.OfOne {}

    /** A notice, or a part of one, has been parked or listed, or what is wrong with it has changed. */
    public record NoticeFiled(Move move, NoticeTerms terms) implements Event.OfOne {}

    private LoopBodies() {}
}
