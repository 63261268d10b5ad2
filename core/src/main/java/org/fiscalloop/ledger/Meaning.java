package org.fiscalloop.ledger;

/**
 * What an account means (科目含义), apart from its code and its polarity, which a chart may replace.
 *
 * @param name not blank, unique in its ledger, such as {@code executable}
 */
public record Meaning(LedgerId ledger, String name) implements Comparable<Meaning> {

    public Meaning {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
    }

    /** By ledger, then by name. */
    @Override
    public int compareTo(Meaning other) {
        int byLedger = ledger.compareTo(other.ledger);
        return byLedger != 0 ? byLedger : name.compareTo(other.name);
    }

    /** Of the name alone: names are mostly told apart without the ledger, and a text remembers its hash. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Meaning that && name.equals(that.name) && ledger.equals(that.ledger));
    }

    @Override
    public String toString() {
        return ledger + "/" + name;
    }
}
