package org.fiscalloop.opening;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/**
 * A division has been brought in. The documents it brings are in what was asked, where a record holds them once.
 *
 * @param seal what is kept of the opening itself
 */
public record OpeningCommitted(Move move, Opening.Seal seal) implements Event.OfOne {}
