package org.fiscalloop.flow;

import org.fiscalloop.lifecycle.Move;

/**
 * The event of an act without content: the document moved, nothing else changed.
 *
 * @param move the move it made
 */
public record Moved(Move move) implements Event.OfOne {}
