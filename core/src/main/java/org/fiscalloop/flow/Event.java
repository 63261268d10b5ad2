package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.lifecycle.Move;

/** What has happened, in the past tense: a small record that carries the moves it made. */
public interface Event {
    /** The moves it made, the one of its own document first; never empty. */
    ImmutableList<Move> moves();
}
