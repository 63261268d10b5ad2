package org.fiscalloop.asset;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.YearControl;

/** The controls of cards and of the depreciation of a month, each a small pure function with its code. */
final class AssetControls {
    private static final Source RULES =
            Source.certain("《行政事业性国有资产管理条例》 (2021): 资产配置、使用、处置 with records that agree with the books");
    private static final Source STANDARD = Source.certain("《政府会计准则第3号——固定资产》: 取得, 折旧, 处置");
    private static final Source LIVES = Source.uncertain("《政府会计准则第3号》应用指南: useful lives; a place sets its own");
    private static final long YUAN = 100;

    /**
     * What the controls of a card look at.
     *
     * @param card the card
     * @param terms what stands on it
     * @param asked the amount that is asked, in fen
     * @param taker the agency of the division that gets it, if one does
     * @param use what it is used for from now on
     * @param documentNo number of the document that approved it
     * @param facts the input and what may be read
     */
    record OfCard(
            Id<?> card, AssetTerms terms, long asked, Optional<String> taker, Use use, String documentNo, Case facts) {
        /** What a card is filled in with. */
        static OfCard of(Id<?> card, AssetTerms terms, Case c) {
            return new OfCard(card, terms, Fen.of(terms.cost()), Optional.empty(), terms.use(), "", c);
        }

        Optional<AssetCategory> category() {
            return facts.rules(AssetFlow.RULES).category(terms.category());
        }

        /** What was bought of its class and has no card, in fen; less than nothing where more came back. */
        long toCard() {
            return facts.balance(
                    AssetMeasure.toCard(terms.assetClass()),
                    AssetPostings.origin(
                            terms.division(), terms.agency(), terms.origin().orElse("")));
        }

        /** What of it is depreciated, in fen. */
        long depreciated() {
            return facts.balance(AssetMeasure.DEPRECIATED, AssetPostings.of(card));
        }

        /** What of it is depreciated when it leaves: up to the month before. */
        long depreciatedWhenLeaving() {
            return StraightLine.until(terms, YearMonth.from(facts.on()).minusMonths(1));
        }
    }

    /** What the controls of a month look at. */
    record OfMonth(Depreciation.OfMonth terms, Case facts) {}

    static final Control<OfCard> FILLED_BY_HAND = Control.statutory(
            new Reason(
                    "asset.filled-by-hand",
                    "What becomes of an asset is not filled in",
                    "处置信息不得录入",
                    "card {card} is filled in with its leaving, which comes of its own command",
                    "资产卡片 {card} 录入了处置信息; 该信息由处置生成",
                    Source.own("what becomes of a card is asked for by itself")),
            c -> c.terms().leaving().isEmpty() && c.terms().proceeds().isEmpty() ? holds() : violated(card(c)));

    static final Control<OfCard> AGENCY_UNKNOWN = Control.statutory(
            new Reason(
                    "asset.agency-unknown",
                    "The agency is not registered and enabled",
                    "单位未登记启用",
                    "agency {agency} is not registered and enabled in division {division}",
                    "单位 {agency} 未在区划 {division} 登记启用",
                    RULES),
            c -> agency(c.terms().agency(), c).isPresent()
                    ? holds()
                    : unknownAgency(c.terms().agency(), c));

    static final Control<OfCard> CATEGORY_OTHERWISE = Control.statutory(
            new Reason(
                    "asset.category-otherwise",
                    "The card is not what its category is",
                    "资产卡片与资产分类不符",
                    "category {category} is of {allowed}; the card says {given}",
                    "资产分类 {category} 属于 {allowed}; 卡片为 {given}",
                    STANDARD),
            AssetControls::ofItsCategory);

    static final Control<OfCard> MONTHS_OTHERWISE = Control.adjustable(
            new Reason(
                    "asset.months-otherwise",
                    "The useful life is not that of the category",
                    "折旧年限与资产分类不符",
                    "an asset of category {category} is depreciated in {allowed} months, the card says {given}",
                    "资产分类 {category} 折旧月数 {allowed}; 卡片为 {given}",
                    LIVES),
            Severity.HARD,
            AssetControls::monthsOfItsCategory);

    static final Control<OfCard> COST_OTHERWISE = Control.statutory(
            new Reason(
                    "asset.cost-otherwise",
                    "The card has no cost",
                    "原值须大于零",
                    "card {card} costs {asked}; it must be above zero, and 1.00 where it is only named",
                    "资产卡片 {card} 原值 {asked}; 须大于零, 名义金额为 1.00",
                    STANDARD),
            c -> (c.terms().isNominal() ? c.asked() == YUAN : c.asked() > 0)
                    ? holds()
                    : violated(card(c).and("asked", amount(c.asked()))));

    static final Control<OfCard> ACQUIRED_LATER = Control.statutory(
            new Reason(
                    "asset.acquired-later",
                    "The agency does not have the asset yet",
                    "取得日期晚于建卡日期",
                    "card {card} says {given}, which is after {on}",
                    "资产卡片 {card} 取得日期 {given} 晚于 {on}",
                    RULES),
            c -> c.terms().acquiredOn().isAfter(c.facts().on())
                    ? violated(card(c).and("given", day(c.terms().acquiredOn()))
                            .and("on", day(c.facts().on())))
                    : holds());

    static final Control<OfCard> USE_NOT_KEPT = Control.statutory(
            new Reason(
                    "asset.use-not-kept",
                    "The agency keeps no account for this use",
                    "单位不核算该用途",
                    "agency {agency} is no public institution: its assets are used for OPERATION, not {given}",
                    "单位 {agency} 不是事业单位: 资产用途为 OPERATION, 不得为 {given}",
                    STANDARD),
            AssetControls::useKept);

    static final Control<OfCard> ORIGIN_OTHERWISE = Control.statutory(
            new Reason(
                    "asset.origin-otherwise",
                    "What was bought names what booked it, and nothing else does",
                    "购置资产须注明支付或凭证",
                    "card {card} is of {given} and names {origin}; what was bought names a payment or voucher, nothing else does",
                    "资产卡片 {card} 取得方式 {given}, 来源 {origin}; 购置须注明支付或凭证, 其他不得注明",
                    RULES),
            c -> (c.terms().acquisition() == Acquisition.PURCHASE)
                            == c.terms().origin().isPresent()
                    ? holds()
                    : violated(card(c).and("given", text(c.terms().acquisition().name()))
                            .and("origin", text(c.terms().origin().orElse("-")))));

    static final Control<OfCard> NOT_BOUGHT = Control.statutory(
            new Reason(
                    "asset.not-bought",
                    "So much was not bought, or came back",
                    "购置未建卡金额不足",
                    "of {origin} {available} is bought as {class} and has no card; card {card} costs {asked}",
                    "{origin} 购置 {class} 未建卡金额 {available}; 资产卡片 {card} 原值 {asked}",
                    RULES),
            c -> c.terms().origin().isEmpty() || c.asked() <= c.toCard()
                    ? holds()
                    : violated(card(c).and("origin", text(c.terms().origin().orElseThrow()))
                            .and("class", text(c.terms().assetClass().name()))
                            .and("available", amount(c.toCard()))
                            .and("asked", amount(c.asked()))));

    static final Control<OfCard> OTHER_ELEMENTS = Control.statutory(
            new Reason(
                    "asset.other-elements",
                    "The card stands under other codes than its purchase",
                    "资产卡片要素与支付不一致",
                    "card {card} stands under other elements than {origin}",
                    "资产卡片 {card} 的要素与 {origin} 不一致",
                    RULES),
            AssetControls::elementsOfItsPurchase);

    static final Control<OfCard> OUTSIDE_YEAR = YearControl.within(
            "asset", c -> c.facts().on(), c -> c.facts().input().fiscalYear());

    static final Control<OfCard> NOT_COME_BACK = Control.statutory(
            new Reason(
                    "asset.not-come-back",
                    "So much of its purchase has not come back",
                    "退回金额不足",
                    "of {origin} {available} has come back that stands on a card; {asked} is to be taken off {card}",
                    "{origin} 已退回未调减金额 {available}; 资产卡片 {card} 调减 {asked}",
                    RULES),
            c -> c.asked() > 0
                            && c.asked()
                                    <= Math.min(-c.toCard(), Fen.of(c.terms().cost()))
                    ? holds()
                    : violated(card(c).and("origin", text(c.terms().origin().orElse("-")))
                            .and("available", amount(Math.max(0, -c.toCard())))
                            .and("asked", amount(c.asked()))));

    static final Control<OfCard> NOT_WRITTEN_DOWN = Control.statutory(
            new Reason(
                    "asset.not-written-down",
                    "Money of its purchase came back and still stands on the card",
                    "购置退款尚未调减原值",
                    "of {origin} {available} has come back that stands on a card; it is taken off before {card} leaves",
                    "{origin} 已退回未调减金额 {available}; 资产卡片 {card} 处置前须先调减原值",
                    RULES),
            c -> c.terms().origin().isPresent() && c.toCard() < 0
                    ? violated(card(c).and("origin", text(c.terms().origin().orElseThrow()))
                            .and("available", amount(-c.toCard())))
                    : holds());

    static final Control<OfCard> DEPRECIATION_BEHIND = Control.statutory(
            new Reason(
                    "asset.depreciation-behind",
                    "The months before are not depreciated",
                    "以前月份尚未计提折旧",
                    "of card {card} {available} is depreciated; up to the month before it leaves it is {asked}",
                    "资产卡片 {card} 已提折旧 {available}; 截至处置前一月应提 {asked}",
                    STANDARD),
            c -> c.depreciatedWhenLeaving() > c.depreciated()
                    ? violated(card(c).and("available", amount(c.depreciated()))
                            .and("asked", amount(c.depreciatedWhenLeaving())))
                    : holds());

    static final Control<OfCard> APPROVAL_MISSING = Control.statutory(
            new Reason(
                    "asset.approval-missing",
                    "The disposal names no approval",
                    "处置缺少批准文号",
                    "that asset {card} leaves needs the number of the document that approved it",
                    "资产 {card} 处置须注明批准文号",
                    RULES),
            c -> c.documentNo().isBlank() ? violated(card(c)) : holds());

    static final Control<OfCard> TAKER_UNKNOWN = Control.statutory(
            new Reason(
                    "asset.taker-unknown",
                    "No other agency of the division gets the asset",
                    "调入单位不可用",
                    "asset {card} of agency {agency} is given to {given}, which is no other registered and enabled agency",
                    "单位 {agency} 的资产 {card} 调拨给 {given}, 该单位未登记启用或为本单位",
                    RULES),
            c -> c.taker().isEmpty()
                            || (!c.taker().orElseThrow().equals(c.terms().agency())
                                    && agency(c.taker().orElseThrow(), c).isPresent())
                    ? holds()
                    : violated(card(c).and("agency", text(c.terms().agency()))
                            .and("given", text(c.taker().orElseThrow()))));

    static final Control<OfMonth> OTHER_MONTH = Control.statutory(
            new Reason(
                    "asset.other-month",
                    "Depreciation is of the month in which it is asked",
                    "折旧月份与日期不符",
                    "{month} is asked to be depreciated on {on}",
                    "{on} 计提 {month} 折旧",
                    STANDARD),
            m -> YearMonth.from(m.facts().on()).equals(m.terms().month())
                    ? holds()
                    : violated(Facts.of("month", text(m.terms().month().toString()))
                            .and("on", day(m.facts().on()))));

    static final Control<OfMonth> NOTHING_TO_DEPRECIATE = Control.statutory(
            new Reason(
                    "asset.nothing-to-depreciate",
                    "No asset is to be depreciated",
                    "没有应计提折旧的资产",
                    "agency {agency} has no asset that is to be depreciated for {month}",
                    "单位 {agency} {month} 没有应计提折旧的资产",
                    STANDARD),
            m -> m.terms().lines().isEmpty()
                    ? violated(Facts.of("agency", text(m.terms().agency()))
                            .and("month", text(m.terms().month().toString())))
                    : holds());

    static final ControlTable<AssetAction, OfCard> CARDS = new ControlTable<>(ImmutableMap.of(
            AssetAction.REGISTER,
            Controls.of(
                    FILLED_BY_HAND,
                    AGENCY_UNKNOWN,
                    CATEGORY_OTHERWISE,
                    MONTHS_OTHERWISE,
                    COST_OTHERWISE,
                    ACQUIRED_LATER,
                    USE_NOT_KEPT,
                    ORIGIN_OTHERWISE,
                    NOT_BOUGHT,
                    OTHER_ELEMENTS,
                    OUTSIDE_YEAR),
            AssetAction.WRITE_DOWN,
            Controls.of(NOT_COME_BACK, OUTSIDE_YEAR),
            AssetAction.GIVE,
            Controls.of(
                    APPROVAL_MISSING, TAKER_UNKNOWN, USE_NOT_KEPT, NOT_WRITTEN_DOWN, DEPRECIATION_BEHIND, OUTSIDE_YEAR),
            AssetAction.DISPOSE,
            Controls.of(APPROVAL_MISSING, NOT_WRITTEN_DOWN, DEPRECIATION_BEHIND, OUTSIDE_YEAR),
            AssetAction.COMPLETE,
            Controls.of(OUTSIDE_YEAR)));

    static final ControlTable<Depreciation.Action, OfMonth> MONTHS = new ControlTable<>(
            ImmutableMap.of(Depreciation.Action.DEPRECIATE, Controls.of(OTHER_MONTH, NOTHING_TO_DEPRECIATE)));

    static final Reasons REASONS = Reasons.merge(ImmutableList.of(CARDS.reasons(), MONTHS.reasons()));

    private AssetControls() {}

    private static Facts card(OfCard c) {
        return Facts.of("card", text(c.card().value()));
    }

    private static Optional<Agency> agency(String code, OfCard c) {
        return c.facts().find(Agency.id(c.terms().division(), code)).filter(Agency::isEnabled);
    }

    private static ImmutableList<ImmutableMap<String, Fact>> unknownAgency(String code, OfCard c) {
        return violated(
                Facts.of("agency", text(code)).and("division", text(c.terms().division())));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> ofItsCategory(OfCard c) {
        AssetTerms terms = c.terms();
        ImmutableList<String> allowed = c.category().stream()
                .map(category -> category.assetClass().name())
                .collect(ImmutableList.toImmutableList());
        return allowed.contains(terms.assetClass().name())
                ? holds()
                : violated(Facts.of("category", text(terms.category()))
                        .and("given", text(terms.assetClass().name()))
                        .and(Refusal.ALLOWED, texts(allowed)));
    }

    /** What was used elsewhere before has fewer months left than the category says. */
    private static ImmutableList<ImmutableMap<String, Fact>> monthsOfItsCategory(OfCard c) {
        AssetTerms terms = c.terms();
        int whole =
                terms.isNominal() ? 0 : c.category().map(AssetCategory::months).orElse(0);
        boolean fits = terms.acquisition() == Acquisition.TRANSFER
                ? terms.months() <= whole && (terms.months() > 0) == (whole > 0)
                : terms.months() == whole;
        return fits
                ? holds()
                : violated(Facts.of("category", text(terms.category()))
                        .and("given", count(terms.months()))
                        .and(Refusal.ALLOWED, count(whole)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> useKept(OfCard c) {
        String owner = c.taker().orElse(c.terms().agency());
        boolean isInstitution = agency(owner, c)
                .filter(agency -> agency.terms().kind() == AgencyKind.INSTITUTION)
                .isPresent();
        return c.use() == Use.OPERATION || isInstitution
                ? holds()
                : violated(Facts.of("agency", text(owner))
                        .and("given", text(c.use().name())));
    }

    /** Those of its agency, and where a payment has booked it those of the payment. */
    private static ImmutableList<ImmutableMap<String, Fact>> elementsOfItsPurchase(OfCard c) {
        AssetTerms terms = c.terms();
        boolean isOwn = terms.elements()
                .map(elements -> elements.division().value().equals(terms.division())
                        && elements.agency().value().equals(terms.agency()))
                .orElse(true);
        boolean isOfPayment = terms.origin()
                .flatMap(origin -> Id.of(PaymentRequest.KIND, origin))
                .flatMap(c.facts()::find)
                .map(request ->
                        terms.elements().equals(Optional.of(request.terms().elements())))
                .orElse(true);
        return isOwn && isOfPayment
                ? holds()
                : violated(card(c).and("origin", text(terms.origin().orElse("-"))));
    }
}
