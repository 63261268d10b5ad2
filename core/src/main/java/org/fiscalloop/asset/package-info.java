/**
 * Assets of agencies (资产), as far as the books need them.
 *
 * <p>An {@link org.fiscalloop.asset.AssetCard} (资产卡片) stands for one asset of an agency. It is made of a payment that booked
 * one, or by hand of a gift or of what another division has given. A {@link org.fiscalloop.asset.Depreciation} (折旧计提) is
 * that of one agency and month: by the straight line, exact to the fen, so that the months add up to what the asset cost. An
 * asset is given to another agency without consideration, sold or scrapped; what a sale brings is the treasury's.
 *
 * <p>What cards cost and what of it is depreciated stands by card in the memorandum ledger, and beside it what was bought and
 * has no card yet: so at every moment cards and books are equal, which {@link org.fiscalloop.asset.CardCheck} shows.
 */
@NullMarked
package org.fiscalloop.asset;

import org.jspecify.annotations.NullMarked;
