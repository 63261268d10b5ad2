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
    public boolean equals(Object other) {
        return this == other || (other instanceof LedgerId that && name.equals(that.name));
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
