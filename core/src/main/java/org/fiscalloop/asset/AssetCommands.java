package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.joda.money.Money;

/** What may be asked of assets. */
public final class AssetCommands {
    /**
     * 建卡: a card is made of what an agency has bought, or come by otherwise.
     *
     * @param document the id it shall have
     * @param terms what is filled in; account and months are those of the category
     */
    public record RegisterCard(Id<AssetCard> document, AssetTerms terms) implements Body {}

    /**
     * 原值调减: money of the purchase of an asset has come back, so that it has cost less.
     *
     * @param document the card
     * @param amount how much less, in yuan
     */
    public record WriteDown(Id<AssetCard> document, Money amount) implements Body {}

    /**
     * 无偿调拨: an asset is given away without consideration.
     *
     * @param document the card
     * @param agency code of the agency of this division that gets it; none where one of another division does, which makes a
     *     card of its own
     * @param card the id of the card that it gets; none where another division does
     * @param use what it is used for there
     * @param documentNo number of the document by which it was approved (批准文号)
     */
    public record GiveAsset(
            Id<AssetCard> document,
            Optional<String> agency,
            Optional<Id<AssetCard>> card,
            AssetTerms.Use use,
            String documentNo)
            implements Body {
        public GiveAsset {
            if (agency.isPresent() != card.isPresent()) {
                throw new IllegalArgumentException(
                        "an agency of the division gets a card, and nobody else: " + agency + ", " + card);
            }
        }
    }

    /**
     * 处置: an asset shall be sold or scrapped.
     *
     * @param document the card
     * @param way sold or scrapped
     * @param documentNo number of the document by which it was approved (批准文号)
     */
    public record DisposeOf(Id<AssetCard> document, AssetTerms.Leaving.Way way, String documentNo) implements Body {}

    /**
     * 计提折旧: the assets of an agency are depreciated for a month.
     *
     * @param division the division of the agency, 9 digits
     * @param agency code of the agency
     * @param month the month, in which the command is dated
     */
    public record DepreciateMonth(String division, String agency, YearMonth month) implements Body {
        @Override
        public Id<Depreciation> document() {
            return Depreciation.id(division, agency, month);
        }

        Depreciation.OfMonth terms() {
            return new Depreciation.OfMonth(division, agency, month, ImmutableList.of());
        }
    }

    private AssetCommands() {}
}
