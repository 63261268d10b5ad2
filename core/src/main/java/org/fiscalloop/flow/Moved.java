package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.lifecycle.Move;

/**
 * The event of an act without content: the document moved, nothing else changed.
 *
 * @param move the move it made
 */
public record Moved(Move move) implements Event {
    @Override
    public ImmutableList<Move> moves() {
        return ImmutableList.of(move);
    }
}
