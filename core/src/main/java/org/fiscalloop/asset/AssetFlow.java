package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.flow.CommandType;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.flow.Flow;
import org.fiscalloop.flow.NoticeType;
import org.fiscalloop.flow.RuleSet;

/** The row that registers assets with the engine. */
public final class AssetFlow {
    /** Where the rules of assets stand in a rulebook. */
    public static final RuleSet.Key<AssetRules> RULES = new RuleSet.Key<>("asset", AssetRules.class);

    /** Cards as documents. */
    public static final DocumentType<AssetCard, AssetTerms, AssetState> CARD = new DocumentType<>(
            AssetCard.KIND,
            AssetState.class,
            AssetShapes.TERMS,
            rules -> rules.of(RULES).cardLifecycle(),
            rules -> rules.of(RULES).reviews(),
            AssetCard::new);

    /** The depreciation of months as documents. */
    public static final DocumentType<Depreciation, Depreciation.OfMonth, Depreciation.State> DEPRECIATION =
            new DocumentType<>(
                    Depreciation.KIND,
                    Depreciation.State.class,
                    AssetShapes.MONTH,
                    rules -> rules.of(RULES).depreciationLifecycle(),
                    rules -> rules.of(RULES).reviews(),
                    Depreciation::new);

    /** Assets. */
    public static final Flow FLOW = new Flow(
            "asset",
            ImmutableList.of(CARD, DEPRECIATION),
            ImmutableList.of(
                    CommandType.filling(
                            AssetShapes.REGISTER,
                            AssetCard.KIND,
                            AssetAction.REGISTER,
                            body -> body.terms(),
                            AssetDecider::register),
                    CommandType.changing(
                            AssetShapes.WRITE_DOWN, AssetCard.KIND, AssetAction.WRITE_DOWN, AssetDecider::writeDown),
                    CommandType.changing(AssetShapes.GIVE, AssetCard.KIND, AssetAction.GIVE, AssetDecider::give),
                    CommandType.changing(
                            AssetShapes.DISPOSE, AssetCard.KIND, AssetAction.DISPOSE, AssetDecider::dispose),
                    CommandType.filling(
                            AssetShapes.DEPRECIATE,
                            Depreciation.KIND,
                            Depreciation.Action.DEPRECIATE,
                            body -> body.terms(),
                            AssetDecider::depreciate)),
            acts(),
            ImmutableList.of(
                    new NoticeType<>(AssetShapes.SALE_RECEIVED, AssetMatcher::received),
                    new NoticeType<>(AssetShapes.SALE_REMITTED, AssetMatcher::remitted)),
            ImmutableList.of(
                    new EventType<>(AssetShapes.CHANGED, AssetDecider::evolve),
                    new EventType<>(AssetShapes.GIVEN, AssetDecider::evolve),
                    new EventType<>(AssetShapes.DEPRECIATED, AssetDecider::evolve)),
            AssetPostings.ALL,
            ImmutableList.copyOf(AssetMeasure.values()),
            Reasons.merge(ImmutableList.of(AssetControls.REASONS, AssetReasons.ALL)));

    private AssetFlow() {}

    private static ImmutableList<Flow.ActType> acts() {
        return Stream.concat(
                        Stream.of(new Flow.ActType(AssetCard.KIND, AssetAction.COMPLETE, AssetDecider::complete)),
                        AssetCard.LIFECYCLE.told().stream()
                                .map(action ->
                                        Flow.ActType.alongside(AssetCard.KIND, action, AssetReasons.NOT_BY_ITSELF)))
                .collect(ImmutableList.toImmutableList());
    }
}
