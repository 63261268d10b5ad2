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
}
