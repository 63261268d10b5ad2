package org.fiscalloop.asset;

import static com.google.common.base.Preconditions.checkArgument;

import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.lifecycle.DocumentKind;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;

/** The card of an asset (资产卡片). */
public final class AssetCard extends FlowDocument<AssetTerms, AssetState> {
    /** The kind of document; the value of an id is the number of the card (ASSET_CODE 资产编码). */
    public static final DocumentKind<AssetCard> KIND = new DocumentKind<>("asset-card", AssetCard.class);

    /** The nation's table of its life. Source: 《行政事业性国有资产管理条例》 (2021): 配置, 使用, 处置. */
    static final Lifecycle<AssetState, AssetAction> LIFECYCLE = Lifecycle.of(
                    KIND.code(), AssetState.class, AssetAction.class)
            .create(AssetAction.REGISTER, AssetState.IN_USE, AssetDuty.KEEPER, "bought, or come by otherwise")
            .create(
                    AssetAction.TAKE_OVER,
                    AssetState.IN_USE,
                    AssetDuty.BANK,
                    "with the card of the agency that gives it")
            .move(
                    AssetState.IN_USE,
                    AssetAction.WRITE_DOWN,
                    AssetState.IN_USE,
                    AssetDuty.KEEPER,
                    "money of its purchase has come back")
            .move(AssetState.IN_USE, AssetAction.GIVE, AssetState.GIVEN, AssetDuty.APPROVAL, "without consideration")
            .move(
                    AssetState.IN_USE,
                    AssetAction.DISPOSE,
                    AssetState.IN_DISPOSAL,
                    AssetDuty.APPROVAL,
                    "sold or scrapped")
            .move(
                    AssetState.IN_DISPOSAL,
                    AssetAction.COMPLETE,
                    AssetState.DISPOSED,
                    AssetDuty.ACCOUNTANT,
                    "what it was worth is an expense")
            .move(AssetState.IN_DISPOSAL, AssetAction.SELL, AssetState.IN_DISPOSAL, AssetDuty.BANK, "money has come")
            .move(
                    AssetState.IN_DISPOSAL,
                    AssetAction.REMIT,
                    AssetState.IN_DISPOSAL,
                    AssetDuty.BANK,
                    "money has gone to the treasury")
            .afterEnd(AssetState.DISPOSED, AssetAction.SELL, AssetState.DISPOSED, AssetDuty.BANK, "money has come")
            .afterEnd(
                    AssetState.DISPOSED,
                    AssetAction.REMIT,
                    AssetState.DISPOSED,
                    AssetDuty.BANK,
                    "money has gone to the treasury")
            .separate(AssetAction.GIVE, AssetAction.REGISTER)
            .separate(AssetAction.DISPOSE, AssetAction.REGISTER)
            .separate(AssetAction.COMPLETE, AssetAction.DISPOSE)
            .told(AssetAction.SELL, AssetAction.REMIT)
            .end(AssetState.DISPOSED, AssetState.GIVEN)
            .resting(AssetState.IN_USE)
            .build();

    /**
     * A card that says how its asset leaves exactly where it does not stand in use.
     *
     * @throws IllegalArgumentException if it says so in use, or does not say so elsewhere
     */
    AssetCard(Id<AssetCard> id, AssetTerms terms, Standing<AssetState> standing, Trail trail) {
        super(id, terms, standing, trail);
        checkArgument(
                terms.leaving().isPresent() == (standing.state() != AssetState.IN_USE),
                "%s is %s: its leaving is %s",
                id,
                standing.state(),
                terms.leaving());
    }

    /** The id of the card with this number. */
    public static Id<AssetCard> id(String number) {
        return new Id<>(KIND, number);
    }
}
