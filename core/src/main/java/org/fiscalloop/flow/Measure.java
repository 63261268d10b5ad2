package org.fiscalloop.flow;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.ledger.Dimension;

/**
 * A balance by its meaning, such as what is available of an allotment. A flow package names the measures it reads as an
 * enum; the books map each to signed accounts, and a rulebook with an unmapped measure does not build.
 */
public interface Measure {
    /** Stable kebab-case code, such as {@code allotment.available}. */
    String code();

    /** The dimensions by which it is kept, in the order of the ledger's dimensions. */
    ImmutableList<Dimension> by();
}
