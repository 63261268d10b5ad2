package org.fiscalloop.ledger;

/**
 * The name of a ledger (账), such as {@code allotment}.
 *
 * @param name lower-case words with hyphens between; {@value Limit#LEDGER} is kept for the balances of limits
 */
public record LedgerId(String name) implements Comparable<LedgerId> {

    public LedgerId {
        Dimension.requireWord("name", name);
    }

    @Override
    public int compareTo(LedgerId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
