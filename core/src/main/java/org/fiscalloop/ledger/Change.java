package org.fiscalloop.ledger;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One balance that a command changes, as a host writes it: {@code update … set net = net + :by where account = … and key =
 * … and net + :by >= :floor}, where no row updated means that the limit refuses.
 */
public final class Change {

    // What the key is made of rather than the key: few ask for it, and there is one of these for each line.
    private final Layout.Table table;
    private final Segments segments;
    private final int bucket;
    private final Balance delta;

    Change(Layout.Table table, Segments segments, int bucket, Balance delta) {
        this.table = table;
        this.segments = segments;
        this.bucket = bucket;
        this.delta = delta;
    }

    /** The account, or the {@linkplain Limit#account() own balance} of a limit. */
    public Meaning account() {
        return table.account();
    }

    /** Which of its balances. */
    public Balance.Key key() {
        return new Balance.Key(table.grain(), segments, bucket);
    }

    /** What is added to each column. */
    public Balance delta() {
        return delta;
    }

    /** What that adds to the net amount on the account's normal side, in fen. */
    public long by() {
        return delta.net(table.normal());
    }

    /** What the net amount must not fall below, present where a hard limit rests on the balance and the command lowers it. */
    public OptionalLong floor() {
        return by() < 0 ? table.floor() : OptionalLong.empty();
    }

    Layout.Table table() {
        return table;
    }

    Segments segments() {
        return segments;
    }

    int bucket() {
        return bucket;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change that
                && account().equals(that.account())
                && key().equals(that.key())
                && delta.equals(that.delta)
                && by() == that.by()
                && floor().equals(that.floor());
    }

    @Override
    public int hashCode() {
        return Objects.hash(account(), key(), delta);
    }

    @Override
    public String toString() {
        return account() + " " + key() + " by " + by() + " " + floor();
    }
}
