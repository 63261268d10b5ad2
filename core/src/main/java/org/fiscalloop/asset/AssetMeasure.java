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
    /** Of a payment or accounting voucher: what it has booked as fixed assets, less what came back, and has no card. */
    FIXED_ASSETS_TO_CARD("asset.fixed-assets-to-card"),
    /** The same of intangible assets. */
    INTANGIBLE_ASSETS_TO_CARD("asset.intangible-assets-to-card"),
    /** The same of public infrastructure. */
    PUBLIC_INFRASTRUCTURE_TO_CARD("asset.public-infrastructure-to-card"),
    /** The same of affordable housing. */
    AFFORDABLE_HOUSING_TO_CARD("asset.affordable-housing-to-card"),
    /** Of a payment or accounting voucher: what of an asset that it has booked has come back. */
    MONEY_BACK("asset.money-back");

    private final String code;

    AssetMeasure(String code) {
        this.code = code;
    }

    /** What is booked as an asset of a class and has no card. */
    static AssetMeasure toCard(AssetClass assetClass) {
        return switch (assetClass) {
            case FIXED_ASSETS -> FIXED_ASSETS_TO_CARD;
            case INTANGIBLE_ASSETS -> INTANGIBLE_ASSETS_TO_CARD;
            case PUBLIC_INFRASTRUCTURE -> PUBLIC_INFRASTRUCTURE_TO_CARD;
            case AFFORDABLE_HOUSING -> AFFORDABLE_HOUSING_TO_CARD;
        };
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case COST, DEPRECIATED -> ImmutableList.of(Dimensions.DOCUMENT);
            default -> AssetReasons.BY_ORIGIN;
        };
    }
}
