package org.fiscalloop.ledger;

/** Where balances are read: the library's own {@link Balances}, or a host's table within the host's transaction. */
@FunctionalInterface
public interface BalanceSource {

    /**
     * The balance at a key; {@link Balance#ZERO} where nothing has been booked.
     *
     * @param account an account, or the {@linkplain Limit#account() own balance} of a limit
     */
    Balance balance(Meaning account, Balance.Key key);

    /**
     * What no column and no net amount of any balance here exceeds, in fen, such as the sum of everything ever added: where
     * it leaves room for a command, no balance of it need be read to know that it fits. {@link Long#MAX_VALUE} where this is
     * not kept; then each is read.
     */
    default long turnover() {
        return Long.MAX_VALUE;
    }
}
