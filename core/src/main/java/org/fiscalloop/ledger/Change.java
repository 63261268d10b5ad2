package org.fiscalloop.ledger;

import java.util.OptionalLong;

/**
 * One balance that a command changes, as a host writes it: {@code update … set net = net + :by where account = … and key =
 * … and net + :by >= :floor}, where no row updated means that the limit refuses.
 *
 * @param account an account, or the {@linkplain Limit#account() own balance} of a limit
 * @param delta what is added to each column
 * @param by what that adds to the net amount on the account's normal side, in fen
 * @param floor what the net amount must not fall below, present where a hard limit rests on this balance and the command
 *     lowers it
 */
public record Change(Meaning account, Balance.Key key, Balance delta, long by, OptionalLong floor) {}
