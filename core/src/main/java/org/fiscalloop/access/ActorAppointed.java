package org.fiscalloop.access;

import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** Somebody has been appointed, or the grants have changed. */
public record ActorAppointed(Move move, ActorTerms terms) implements Event.OfOne {}
