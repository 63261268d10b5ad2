package org.fiscalloop.project;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to projects beside mere moves. */
public final class ProjectEvents {
    /** A project has been filled in, for the first time or again. */
    public record ProjectFilledIn(Move move, ProjectTerms terms) implements Event.OfOne {}

    /**
     * A project has been divided.
     *
     * @param moves the move of the project, then the creation of each part
     * @param terms what stands on the project now, then on each part
     */
    public record ProjectDivided(ImmutableList<Move> moves, ImmutableList<ProjectTerms> terms) implements Event {}

    private ProjectEvents() {}
}
