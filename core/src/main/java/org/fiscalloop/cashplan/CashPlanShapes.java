package org.fiscalloop.cashplan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.time.Month;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.cashplan.CashPlanCommands.AssessCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreateCashPlan;
import org.fiscalloop.cashplan.CashPlanCommands.CreatePlanReduction;
import org.fiscalloop.cashplan.CashPlanCommands.CreateProxyPlan;
import org.fiscalloop.cashplan.CashPlanCommands.ReviseCashPlan;
import org.fiscalloop.cashplan.CashPlanEvents.CashPlanFilledIn;
import org.fiscalloop.cashplan.CashPlanEvents.CashPlanGranted;
import org.fiscalloop.cashplan.CashPlanRules.PlanControl;
import org.fiscalloop.decision.Severity;
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
import org.joda.money.Money;

/** The forms of cash plans: terms, rules, commands and events, for the journal and for trees. */
public final class CashPlanShapes {
    private static final int FIRST = 0x130;
    private static final int LAST = 0x13F;

    private static final Type<Id<CashPlan>> ID = KernelTypes.id(CashPlan.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(CashPlan.KIND));

    private static final Type<Month> MONTH = Type.mapped("a month, 1 to 12", Type.int32(), Month::of, Month::getValue);

    /** What stands on a cash plan. */
    public static final Shape<CashPlanTerms> TERMS = terms();

    /** The rules of cash plans. */
    public static final Shape<CashPlanRules> RULES = rules();

    static final Shape<CreateCashPlan> CREATE = filling(
            FIRST + 2,
            "create-cash-plan",
            CreateCashPlan.class,
            CreateCashPlan::document,
            CreateCashPlan::terms,
            CreateCashPlan::new);
    static final Shape<CreateProxyPlan> CREATE_PROXY = filling(
            FIRST + 3,
            "create-proxy-plan",
            CreateProxyPlan.class,
            CreateProxyPlan::document,
            CreateProxyPlan::terms,
            CreateProxyPlan::new);
    static final Shape<CreatePlanReduction> CREATE_REDUCTION = filling(
            FIRST + 4,
            "create-plan-reduction",
            CreatePlanReduction.class,
            CreatePlanReduction::document,
            CreatePlanReduction::terms,
            CreatePlanReduction::new);
    static final Shape<ReviseCashPlan> REVISE = filling(
            FIRST + 5,
            "revise-cash-plan",
            ReviseCashPlan.class,
            ReviseCashPlan::document,
            ReviseCashPlan::terms,
            ReviseCashPlan::new);
    static final Shape<AssessCashPlan> ASSESS = assess();
    static final Shape<CashPlanFilledIn> FILLED_IN = filledIn();
    static final Shape<CashPlanGranted> GRANTED = granted();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "cashplan",
            FIRST,
            LAST,
            TERMS,
            RULES,
            CREATE,
            CREATE_PROXY,
            CREATE_REDUCTION,
            REVISE,
            ASSESS,
            FILLED_IN,
            GRANTED);

    private CashPlanShapes() {}

    private static Shape<CashPlanTerms> terms() {
        Field<CashPlanTerms, String> division = Field.of("division", Type.text(), CashPlanTerms::division);
        Field<CashPlanTerms, String> agency = Field.of("agency", Type.text(), CashPlanTerms::agency);
        Field<CashPlanTerms, Integer> year = Field.ofInt("fiscalYear", CashPlanTerms::fiscalYear);
        Field<CashPlanTerms, Id<Allotment>> allotment =
                Field.of("allotment", KernelTypes.id(Allotment.KIND), CashPlanTerms::allotment);
        Field<CashPlanTerms, Month> month = Field.of("month", MONTH, CashPlanTerms::month);
        Field<CashPlanTerms, Money> asked = Field.of("asked", Type.money(), CashPlanTerms::asked);
        Field<CashPlanTerms, Optional<Money>> approved =
                Field.of("approved", Type.optional(Type.money()), CashPlanTerms::approved);
        Field<CashPlanTerms, CashPlanKind> kind = Field.of("kind", Type.enumOf(CashPlanKind.class), CashPlanTerms::kind)
                .orElse(CashPlanKind.AGENCY);
        Field<CashPlanTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, CashPlanTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST, "cash-plan-terms", CashPlanTerms.class)
                .fields(division, agency, year, allotment, month, asked, approved, kind)
                .fields(attributes)
                .maker(v -> ImmutableCashPlanTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .allotment(v.get(allotment))
                        .month(v.get(month))
                        .asked(v.get(asked))
                        .approved(v.get(approved))
                        .kind(v.get(kind))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<CashPlanRules> rules() {
        Field<CashPlanRules, PlanControl> control =
                Field.of("control", Type.enumOf(PlanControl.class), CashPlanRules::control);
        Field<CashPlanRules, Lifecycle<CashPlanState, CashPlanAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(CashPlanState.class, CashPlanAction.class), CashPlanRules::lifecycle);
        Field<CashPlanRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, CashPlanRules::reviews);
        Field<CashPlanRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, CashPlanRules::severities);
        Field<CashPlanRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, CashPlanRules::limits);
        return Shape.of(FIRST + 1, "cash-plan-rules", CashPlanRules.class)
                .fields(control, lifecycle, reviews, severities, limits)
                .maker(v -> ImmutableCashPlanRules.builder()
                        .control(v.get(control))
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .build());
    }

    private static <B> Shape<B> filling(
            int tag,
            String name,
            Class<B> type,
            Function<B, Id<CashPlan>> id,
            Function<B, CashPlanTerms> filledIn,
            BiFunction<Id<CashPlan>, CashPlanTerms, B> maker) {
        Field<B, Id<CashPlan>> document = Field.of("document", ID, id);
        Field<B, CashPlanTerms> terms = Field.of("terms", Type.nested(TERMS), filledIn);
        return Shape.of(tag, name, type).fields(document, terms).maker(v -> maker.apply(v.get(document), v.get(terms)));
    }

    private static Shape<AssessCashPlan> assess() {
        Field<AssessCashPlan, Id<CashPlan>> document = Field.of("document", ID, AssessCashPlan::document);
        Field<AssessCashPlan, Money> amount = Field.of("amount", Type.money(), AssessCashPlan::amount);
        return Shape.of(FIRST + 6, "assess-cash-plan", AssessCashPlan.class)
                .fields(document, amount)
                .maker(v -> new AssessCashPlan(v.get(document), v.get(amount)));
    }

    private static Shape<CashPlanFilledIn> filledIn() {
        Field<CashPlanFilledIn, Move> move = Field.of("move", MOVE, CashPlanFilledIn::move);
        Field<CashPlanFilledIn, CashPlanTerms> terms = Field.of("terms", Type.nested(TERMS), CashPlanFilledIn::terms);
        return Shape.of(FIRST + 7, "cash-plan-filled-in", CashPlanFilledIn.class)
                .fields(move, terms)
                .maker(v -> new CashPlanFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<CashPlanGranted> granted() {
        Field<CashPlanGranted, Move> move = Field.of("move", MOVE, CashPlanGranted::move);
        Field<CashPlanGranted, Money> approved = Field.of("approved", Type.money(), CashPlanGranted::approved);
        return Shape.of(FIRST + 8, "cash-plan-granted", CashPlanGranted.class)
                .fields(move, approved)
                .maker(v -> new CashPlanGranted(v.get(move), v.get(approved)));
    }
}
