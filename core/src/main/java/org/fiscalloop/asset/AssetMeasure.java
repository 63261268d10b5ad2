package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that cards are about. */
public enum AssetMeasure implements Measure {
    /** Of a card: what it cost, while the asset is there (原值). */
    COST("asset.cost"),
    /** Of a card: what of its cost is depreciated (累计折旧). */
    DEPRECIATED("asset.depreciated"),
    /** Of a payment or accounting voucher: what it has booked as an asset, less what came back, and has no card. */
    TO_CARD("asset.to-card"),
    /** Of a payment or accounting voucher: what of an asset that it has booked has come back. */
    MONEY_BACK("asset.money-back");

    private final String code;

    AssetMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case COST, DEPRECIATED -> ImmutableList.of(Dimensions.DOCUMENT);
            case TO_CARD, MONEY_BACK -> AssetReasons.BY_ORIGIN;
        };
    }
}
