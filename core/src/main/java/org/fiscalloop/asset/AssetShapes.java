package org.fiscalloop.asset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.fiscalloop.asset.AssetCategory.Method;
import org.fiscalloop.asset.AssetCommands.DepreciateMonth;
import org.fiscalloop.asset.AssetCommands.DisposeOf;
import org.fiscalloop.asset.AssetCommands.GiveAsset;
import org.fiscalloop.asset.AssetCommands.RegisterCard;
import org.fiscalloop.asset.AssetCommands.WriteDown;
import org.fiscalloop.asset.AssetEvents.AssetGiven;
import org.fiscalloop.asset.AssetEvents.AssetsDepreciated;
import org.fiscalloop.asset.AssetEvents.CardChanged;
import org.fiscalloop.asset.AssetNotices.SaleReceived;
import org.fiscalloop.asset.AssetNotices.SaleRemitted;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Leaving;
import org.fiscalloop.asset.AssetTerms.Proceeds;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.joda.money.Money;

/** The forms of assets: terms, rules, commands, notices and events, for the journal and for trees. */
public final class AssetShapes {
    private static final int FIRST = 0x100;
    private static final int LAST = 0x10F;

    private static final Type<Id<AssetCard>> CARD = KernelTypes.id(AssetCard.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(AssetCard.KIND, Depreciation.KIND));
    private static final Type<YearMonth> YEAR_MONTH =
            Type.mapped("month like 2024-03", Type.text(), YearMonth::parse, YearMonth::toString);
    private static final Type<AssetClass> CLASS = Type.enumOf(AssetClass.class);
    private static final Type<Use> USE = Type.enumOf(Use.class);
    private static final Type<Leaving.Way> WAY = Type.enumOf(Leaving.Way.class);

    /** What stands on a card. */
    public static final Shape<AssetTerms> TERMS = terms();

    /** What is depreciated for a month. */
    public static final Shape<Depreciation.OfMonth> MONTH = month();

    /** The rules of assets. */
    public static final Shape<AssetRules> RULES = rules();

    static final Shape<RegisterCard> REGISTER = register();
    static final Shape<WriteDown> WRITE_DOWN = writeDown();
    static final Shape<GiveAsset> GIVE = give();
    static final Shape<DisposeOf> DISPOSE = dispose();
    static final Shape<DepreciateMonth> DEPRECIATE = depreciate();
    static final Shape<SaleReceived> SALE_RECEIVED = received();
    static final Shape<SaleRemitted> SALE_REMITTED = remitted();
    static final Shape<CardChanged> CHANGED = changed();
    static final Shape<AssetGiven> GIVEN = given();
    static final Shape<AssetsDepreciated> DEPRECIATED = depreciated();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "asset",
            FIRST,
            LAST,
            REGISTER,
            WRITE_DOWN,
            GIVE,
            DISPOSE,
            DEPRECIATE,
            SALE_RECEIVED,
            SALE_REMITTED,
            CHANGED,
            GIVEN,
            DEPRECIATED);

    private AssetShapes() {}

    private static Shape<AssetTerms> terms() {
        Field<AssetTerms, String> division = Field.of("division", Type.text(), AssetTerms::division);
        Field<AssetTerms, String> agency = Field.of("agency", Type.text(), AssetTerms::agency);
        Field<AssetTerms, Integer> year = Field.ofInt("fiscalYear", AssetTerms::fiscalYear);
        Field<AssetTerms, String> name = Field.of("name", Type.text(), AssetTerms::name);
        Field<AssetTerms, String> category = Field.of("category", Type.text(), AssetTerms::category);
        Field<AssetTerms, AssetClass> assetClass = Field.of("assetClass", CLASS, AssetTerms::assetClass);
        Field<AssetTerms, Acquisition> acquisition =
                Field.of("acquisition", Type.enumOf(Acquisition.class), AssetTerms::acquisition);
        Field<AssetTerms, Optional<String>> origin = Field.of("origin", Type.optional(Type.text()), AssetTerms::origin);
        Field<AssetTerms, Use> use = Field.of("use", USE, AssetTerms::use);
        Field<AssetTerms, LocalDate> acquiredOn = Field.of("acquiredOn", Type.date(), AssetTerms::acquiredOn);
        Field<AssetTerms, Money> cost = Field.of("cost", Type.money(), AssetTerms::cost);
        Field<AssetTerms, Boolean> nominal =
                Field.of("nominal", Type.bool(), AssetTerms::isNominal).orElse(false);
        Field<AssetTerms, Integer> months = Field.ofInt("months", AssetTerms::months);
        Field<AssetTerms, Optional<Elements>> elements =
                Field.of("elements", Type.optional(MasterdataTypes.ELEMENTS), AssetTerms::elements);
        Field<AssetTerms, Optional<Leaving>> leaving =
                Field.of("leaving", Type.optional(Type.nested(leaving())), AssetTerms::leaving);
        Field<AssetTerms, ImmutableList<Proceeds>> proceeds = Field.of(
                        "proceeds", Type.list(Type.nested(proceeds())), AssetTerms::proceeds)
                .orElse(ImmutableList.of());
        Field<AssetTerms, ImmutableSortedMap<String, String>> attributes =
                Field.of("attributes", RuleShapes.TEXTS, AssetTerms::attributes).orElse(ImmutableSortedMap.of());
        return Shape.<AssetTerms>nested("asset-terms")
                .fields(division, agency, year, name, category, assetClass, acquisition, origin, use)
                .fields(acquiredOn, cost, nominal, months, elements, leaving, proceeds, attributes)
                .maker(v -> ImmutableAssetTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .name(v.get(name))
                        .category(v.get(category))
                        .assetClass(v.get(assetClass))
                        .acquisition(v.get(acquisition))
                        .origin(v.get(origin))
                        .use(v.get(use))
                        .acquiredOn(v.get(acquiredOn))
                        .cost(v.get(cost))
                        .isNominal(v.get(nominal))
                        .months(v.get(months))
                        .elements(v.get(elements))
                        .leaving(v.get(leaving))
                        .proceeds(v.get(proceeds))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<Leaving> leaving() {
        Field<Leaving, Leaving.Way> way = Field.of("way", WAY, Leaving::way);
        Field<Leaving, LocalDate> on = Field.of("on", Type.date(), Leaving::on);
        Field<Leaving, Money> net = Field.of("net", Type.money(), Leaving::net);
        Field<Leaving, String> documentNo = Field.of("documentNo", Type.text(), Leaving::documentNo);
        return Shape.<Leaving>nested("asset-leaving")
                .fields(way, on, net, documentNo)
                .maker(v -> new Leaving(v.get(way), v.get(on), v.get(net), v.get(documentNo)));
    }

    private static Shape<Proceeds> proceeds() {
        Field<Proceeds, String> serial = Field.of("serial", Type.text(), Proceeds::serial);
        Field<Proceeds, LocalDate> on = Field.of("on", Type.date(), Proceeds::on);
        Field<Proceeds, Money> amount = Field.of("amount", Type.money(), Proceeds::amount);
        Field<Proceeds, Boolean> remitted = Field.of("remitted", Type.bool(), Proceeds::isRemitted);
        return Shape.<Proceeds>nested("asset-proceeds")
                .fields(serial, on, amount, remitted)
                .maker(v -> new Proceeds(v.get(serial), v.get(on), v.get(amount), v.get(remitted)));
    }

    private static Shape<Depreciation.OfMonth> month() {
        Field<Depreciation.Line, Id<AssetCard>> card = Field.of("card", CARD, Depreciation.Line::card);
        Field<Depreciation.Line, Money> amount = Field.of("amount", Type.money(), Depreciation.Line::amount);
        Shape<Depreciation.Line> line = Shape.<Depreciation.Line>nested("depreciation-line")
                .fields(card, amount)
                .maker(v -> new Depreciation.Line(v.get(card), v.get(amount)));
        Field<Depreciation.OfMonth, String> division =
                Field.of("division", Type.text(), Depreciation.OfMonth::division);
        Field<Depreciation.OfMonth, String> agency = Field.of("agency", Type.text(), Depreciation.OfMonth::agency);
        Field<Depreciation.OfMonth, YearMonth> month = Field.of("month", YEAR_MONTH, Depreciation.OfMonth::month);
        Field<Depreciation.OfMonth, ImmutableList<Depreciation.Line>> lines =
                Field.of("lines", Type.list(Type.nested(line)), Depreciation.OfMonth::lines);
        return Shape.<Depreciation.OfMonth>nested("depreciation-of-month")
                .fields(division, agency, month, lines)
                .maker(v -> new Depreciation.OfMonth(v.get(division), v.get(agency), v.get(month), v.get(lines)));
    }

    private static Shape<AssetCategory> category() {
        Field<AssetCategory, String> code = Field.of("code", Type.text(), AssetCategory::code);
        Field<AssetCategory, String> name = Field.of("name", Type.text(), AssetCategory::name);
        Field<AssetCategory, String> nameZh = Field.of("nameZh", Type.text(), AssetCategory::nameZh);
        Field<AssetCategory, AssetClass> assetClass = Field.of("assetClass", CLASS, AssetCategory::assetClass);
        Field<AssetCategory, Method> method = Field.of("method", Type.enumOf(Method.class), AssetCategory::method);
        Field<AssetCategory, Integer> months = Field.ofInt("months", AssetCategory::months);
        Field<AssetCategory, Source> source = Field.of("source", KernelTypes.source(), AssetCategory::source);
        return Shape.<AssetCategory>nested("asset-category")
                .fields(code, name, nameZh, assetClass, method, months, source)
                .maker(v -> new AssetCategory(
                        v.get(code),
                        v.get(name),
                        v.get(nameZh),
                        v.get(assetClass),
                        v.get(method),
                        v.get(months),
                        v.get(source)));
    }

    private static Shape<AssetRules> rules() {
        Field<AssetRules, Lifecycle<AssetState, AssetAction>> cards = Field.of(
                "cardLifecycle", RuleShapes.lifecycle(AssetState.class, AssetAction.class), AssetRules::cardLifecycle);
        Field<AssetRules, Lifecycle<Depreciation.State, Depreciation.Action>> ofMonths = Field.of(
                "depreciationLifecycle",
                RuleShapes.lifecycle(Depreciation.State.class, Depreciation.Action.class),
                AssetRules::depreciationLifecycle);
        Field<AssetRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, AssetRules::reviews);
        Field<AssetRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, AssetRules::severities);
        Field<AssetRules, ImmutableList<LimitRule>> limits = Field.of("limits", RuleShapes.LIMITS, AssetRules::limits);
        Field<AssetRules, ImmutableList<AssetCategory>> categories =
                Field.of("categories", Type.list(Type.nested(category())), AssetRules::categories);
        return Shape.<AssetRules>nested("asset-rules")
                .fields(cards, ofMonths, reviews, severities, limits, categories)
                .maker(v -> ImmutableAssetRules.builder()
                        .cardLifecycle(v.get(cards))
                        .depreciationLifecycle(v.get(ofMonths))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .categories(v.get(categories))
                        .build());
    }

    private static Shape<RegisterCard> register() {
        Field<RegisterCard, Id<AssetCard>> document = Field.of("document", CARD, RegisterCard::document);
        Field<RegisterCard, AssetTerms> terms = Field.of("terms", Type.nested(TERMS), RegisterCard::terms);
        return Shape.of(FIRST, "register-card", RegisterCard.class)
                .fields(document, terms)
                .maker(v -> new RegisterCard(v.get(document), v.get(terms)));
    }

    private static Shape<WriteDown> writeDown() {
        Field<WriteDown, Id<AssetCard>> document = Field.of("document", CARD, WriteDown::document);
        Field<WriteDown, Money> amount = Field.of("amount", Type.money(), WriteDown::amount);
        return Shape.of(FIRST + 1, "write-down-asset", WriteDown.class)
                .fields(document, amount)
                .maker(v -> new WriteDown(v.get(document), v.get(amount)));
    }

    private static Shape<GiveAsset> give() {
        Field<GiveAsset, Id<AssetCard>> document = Field.of("document", CARD, GiveAsset::document);
        Field<GiveAsset, Optional<String>> agency = Field.of("agency", Type.optional(Type.text()), GiveAsset::agency);
        Field<GiveAsset, Optional<Id<AssetCard>>> card = Field.of("card", Type.optional(CARD), GiveAsset::card);
        Field<GiveAsset, Use> use = Field.of("use", USE, GiveAsset::use);
        Field<GiveAsset, String> documentNo = Field.of("documentNo", Type.text(), GiveAsset::documentNo);
        return Shape.of(FIRST + 2, "give-asset", GiveAsset.class)
                .fields(document, agency, card, use, documentNo)
                .maker(v -> new GiveAsset(v.get(document), v.get(agency), v.get(card), v.get(use), v.get(documentNo)));
    }

    private static Shape<DisposeOf> dispose() {
        Field<DisposeOf, Id<AssetCard>> document = Field.of("document", CARD, DisposeOf::document);
        Field<DisposeOf, Leaving.Way> way = Field.of("way", WAY, DisposeOf::way);
        Field<DisposeOf, String> documentNo = Field.of("documentNo", Type.text(), DisposeOf::documentNo);
        return Shape.of(FIRST + 3, "dispose-of-asset", DisposeOf.class)
                .fields(document, way, documentNo)
                .maker(v -> new DisposeOf(v.get(document), v.get(way), v.get(documentNo)));
    }

    private static Shape<DepreciateMonth> depreciate() {
        Field<DepreciateMonth, String> division = Field.of("division", Type.text(), DepreciateMonth::division);
        Field<DepreciateMonth, String> agency = Field.of("agency", Type.text(), DepreciateMonth::agency);
        Field<DepreciateMonth, YearMonth> month = Field.of("month", YEAR_MONTH, DepreciateMonth::month);
        return Shape.of(FIRST + 4, "depreciate-month", DepreciateMonth.class)
                .fields(division, agency, month)
                .maker(v -> new DepreciateMonth(v.get(division), v.get(agency), v.get(month)));
    }

    private static Shape<SaleReceived> received() {
        Field<SaleReceived, Id<AssetCard>> document = Field.of("document", CARD, SaleReceived::document);
        Field<SaleReceived, String> serial = Field.of("serial", Type.text(), SaleReceived::serial);
        Field<SaleReceived, String> account = Field.of("account", Type.text(), SaleReceived::account);
        Field<SaleReceived, LocalDate> receivedOn = Field.of("receivedOn", Type.date(), SaleReceived::receivedOn);
        Field<SaleReceived, Money> amount = Field.of("amount", Type.money(), SaleReceived::amount);
        return Shape.of(FIRST + 5, "sale-received", SaleReceived.class)
                .fields(document, serial, account, receivedOn, amount)
                .maker(v -> new SaleReceived(
                        v.get(document), v.get(serial), v.get(account), v.get(receivedOn), v.get(amount)));
    }

    private static Shape<SaleRemitted> remitted() {
        Field<SaleRemitted, Id<AssetCard>> document = Field.of("document", CARD, SaleRemitted::document);
        Field<SaleRemitted, String> serial = Field.of("serial", Type.text(), SaleRemitted::serial);
        Field<SaleRemitted, LocalDate> paidOn = Field.of("paidOn", Type.date(), SaleRemitted::paidOn);
        Field<SaleRemitted, Money> amount = Field.of("amount", Type.money(), SaleRemitted::amount);
        return Shape.of(FIRST + 6, "sale-remitted", SaleRemitted.class)
                .fields(document, serial, paidOn, amount)
                .maker(v -> new SaleRemitted(v.get(document), v.get(serial), v.get(paidOn), v.get(amount)));
    }

    private static Shape<CardChanged> changed() {
        Field<CardChanged, Move> move = Field.of("move", MOVE, CardChanged::move);
        Field<CardChanged, AssetTerms> terms = Field.of("terms", Type.nested(TERMS), CardChanged::terms);
        return Shape.of(FIRST + 7, "card-changed", CardChanged.class)
                .fields(move, terms)
                .maker(v -> new CardChanged(v.get(move), v.get(terms)));
    }

    private static Shape<AssetGiven> given() {
        Field<AssetGiven, ImmutableList<Move>> moves = Field.of("moves", Type.list(MOVE), AssetGiven::moves);
        Field<AssetGiven, AssetTerms> left = Field.of("given", Type.nested(TERMS), AssetGiven::given);
        Field<AssetGiven, Optional<AssetTerms>> taken =
                Field.of("taken", Type.optional(Type.nested(TERMS)), AssetGiven::taken);
        return Shape.of(FIRST + 8, "asset-given", AssetGiven.class)
                .fields(moves, left, taken)
                .maker(v -> new AssetGiven(v.get(moves), v.get(left), v.get(taken)));
    }

    private static Shape<AssetsDepreciated> depreciated() {
        Field<AssetsDepreciated, Move> move = Field.of("move", MOVE, AssetsDepreciated::move);
        Field<AssetsDepreciated, Depreciation.OfMonth> terms =
                Field.of("terms", Type.nested(MONTH), AssetsDepreciated::terms);
        return Shape.of(FIRST + 9, "assets-depreciated", AssetsDepreciated.class)
                .fields(move, terms)
                .maker(v -> new AssetsDepreciated(v.get(move), v.get(terms)));
    }
}
