package org.fiscalloop.flow;

import com.google.common.collect.ImmutableSet;
import org.fiscalloop.lifecycle.Duty;

/** The rules in force for one division, fiscal year and date, by package. */
public interface RuleSet {
    /** The rules of one package. */
    <R> R of(Key<R> key);

    /** Every duty that an act or a post of review asks for. */
    ImmutableSet<Duty> duties();

    /**
     * The typed name under which a package's rules stand in a rulebook.
     *
     * @param name the package, such as {@code payment}
     * @param type the class of its rules value
     */
    public record Key<R>(String name, Class<R> type) {}
}
