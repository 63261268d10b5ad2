package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.fiscalloop.asset.AssetCategory.Method;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.immutables.value.Value;

/** The rules of assets in force: the tables of the lives, how severe each control is, the limits, the categories. */
@Value.Immutable
public interface AssetRules {
    /** The table of the life of a card. */
    @Value.Default
    default Lifecycle<AssetState, AssetAction> cardLifecycle() {
        return AssetCard.LIFECYCLE;
    }

    /** The table of the life of the depreciation of a month. */
    @Value.Default
    default Lifecycle<Depreciation.State, Depreciation.Action> depreciationLifecycle() {
        return Depreciation.LIFECYCLE;
    }

    /** The posts of its review phases; nationally there are none. */
    @Value.Default
    default ReviewChains reviews() {
        return ReviewChains.ONE_POST_EACH;
    }

    /** Severities that differ from those the controls declare, by code of the control. */
    ImmutableMap<String, Severity> severities();

    /** What cards are limited by. */
    @Value.Default
    default ImmutableList<LimitRule> limits() {
        return AssetReasons.LIMITS;
    }

    /** The categories of assets, each code once. */
    @Value.Default
    default ImmutableList<AssetCategory> categories() {
        Source lives = Source.uncertain(
                "《政府会计准则第3号——固定资产》应用指南: 折旧年限 are the least ones, a place sets its own; codes after GB/T 14885");
        Source none = Source.certain("《政府会计准则第3号——固定资产》: 文物和陈列品, 动植物, 图书档案, 单独计价入账的土地 have no depreciation");
        Source infrastructure =
                Source.uncertain("《政府会计准则第5号——公共基础设施》: lives are set by the ministries; codes are the library's own");
        return ImmutableList.of(
                depreciated("A01", "Buildings", "房屋", AssetClass.FIXED_ASSETS, 600, lives),
                kept("A0199", "Land that is priced alone", "单独计价入账的土地", AssetClass.FIXED_ASSETS, none),
                depreciated("A0201", "Computers", "计算机设备", AssetClass.FIXED_ASSETS, 72, lives),
                depreciated("A0202", "Office equipment", "办公设备", AssetClass.FIXED_ASSETS, 72, lives),
                depreciated("A0203", "Vehicles", "车辆", AssetClass.FIXED_ASSETS, 96, lives),
                depreciated("A0299", "Other equipment", "其他设备", AssetClass.FIXED_ASSETS, 120, lives),
                kept("A03", "Relics and exhibits", "文物和陈列品", AssetClass.FIXED_ASSETS, none),
                kept("A04", "Books and archives", "图书和档案", AssetClass.FIXED_ASSETS, none),
                depreciated("A05", "Furniture", "家具和用具", AssetClass.FIXED_ASSETS, 180, lives),
                kept("A06", "Animals and plants", "特种动植物", AssetClass.FIXED_ASSETS, none),
                depreciated("A08", "Software and other rights", "无形资产", AssetClass.INTANGIBLE_ASSETS, 120, lives),
                depreciated("B01", "Roads and bridges", "道路和桥梁", AssetClass.PUBLIC_INFRASTRUCTURE, 600, infrastructure),
                depreciated("C01", "Affordable housing", "保障性住房", AssetClass.AFFORDABLE_HOUSING, 600, lives));
    }

    private static AssetCategory depreciated(
            String code, String name, String nameZh, AssetClass assetClass, int months, Source source) {
        return new AssetCategory(code, name, nameZh, assetClass, Method.STRAIGHT_LINE, months, source);
    }

    private static AssetCategory kept(String code, String name, String nameZh, AssetClass assetClass, Source source) {
        return new AssetCategory(code, name, nameZh, assetClass, Method.NONE, 0, source);
    }

    /** The category with a code, if there is one. */
    default Optional<AssetCategory> category(String code) {
        return categories().stream()
                .filter(category -> category.code().equals(code))
                .findFirst();
    }

    /** The controls of cards with the severities in force. */
    @Value.Derived
    default ControlTable<AssetAction, AssetControls.OfCard> cardControls() {
        return AssetControls.CARDS.withSeverities(severities());
    }

    /** The controls of the depreciation of a month; all are statutory. */
    @Value.Derived
    default ControlTable<Depreciation.Action, AssetControls.OfMonth> depreciationControls() {
        return AssetControls.MONTHS;
    }

    /** A code stands once. */
    @Value.Check
    default void check() {
        Set<String> codes = new HashSet<>();
        for (AssetCategory category : categories()) {
            if (!codes.add(category.code())) {
                throw new IllegalArgumentException("a category stands twice: " + category.code());
            }
        }
    }
}
