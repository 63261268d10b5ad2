package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.flow.Event;
import org.fiscalloop.lifecycle.Move;

/** What happens to assets beside mere moves. */
public final class AssetEvents {
    /** A card stands as these terms say. */
    public record CardChanged(Move move, AssetTerms terms) implements Event.OfOne {}

    /**
     * An asset has been given away.
     *
     * @param moves the move of the card, then the creation of that of the agency that gets it, where it is of the division
     * @param given what stands on the card now
     * @param taken what stands on the other card; none where another division gets the asset
     */
    public record AssetGiven(ImmutableList<Move> moves, AssetTerms given, Optional<AssetTerms> taken)
            implements Event {}

    /** The assets of an agency have been depreciated for a month. */
    public record AssetsDepreciated(Move move, Depreciation.OfMonth terms) implements Event.OfOne {}

    private AssetEvents() {}
}
