package org.fiscalloop.budget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetCommands.CreateBudgetLine;
import org.fiscalloop.budget.BudgetCommands.ReviseBudgetLine;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAdjusted;
import org.fiscalloop.budget.BudgetEvents.BudgetLineAppropriated;
import org.fiscalloop.budget.BudgetEvents.BudgetLineCarriedIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineFilledIn;
import org.fiscalloop.budget.BudgetEvents.BudgetLineProposed;
import org.fiscalloop.budget.BudgetTerms.Carried;
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
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataTypes;
import org.fiscalloop.project.Project;
import org.joda.money.Money;

/** The forms of the budget: its terms, rules, commands and events, for the journal and for trees. */
public final class BudgetShapes {
    private static final int FIRST_TAG = 0x30;
    private static final int LAST_TAG = 0x3F;

    private static final Type<Id<BudgetLine>> ID = KernelTypes.id(BudgetLine.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(BudgetLine.KIND, Project.KIND));

    public static final Shape<BudgetTerms> TERMS = terms();
    public static final Shape<BudgetRules> RULES = rules();
    public static final Shape<CreateBudgetLine> CREATE = create();
    public static final Shape<ReviseBudgetLine> REVISE = revise();
    public static final Shape<AdjustBudgetLine> ADJUST = adjust();
    public static final Shape<BudgetLineFilledIn> FILLED_IN = filledIn();
    public static final Shape<BudgetLineProposed> PROPOSED = proposed();
    public static final Shape<BudgetLineAppropriated> APPROPRIATED = appropriated();
    public static final Shape<BudgetLineAdjusted> ADJUSTED = adjusted();
    public static final Shape<BudgetLineCarriedIn> CARRIED_IN = carriedIn();

    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "budget",
            FIRST_TAG,
            LAST_TAG,
            TERMS,
            RULES,
            CREATE,
            REVISE,
            ADJUST,
            FILLED_IN,
            PROPOSED,
            APPROPRIATED,
            ADJUSTED,
            CARRIED_IN);

    private BudgetShapes() {}

    private static Shape<BudgetTerms> terms() {
        Field<BudgetTerms, Elements> elements = Field.of("elements", MasterdataTypes.ELEMENTS, BudgetTerms::elements);
        Field<BudgetTerms, Money> amount = Field.of("amount", Type.money(), BudgetTerms::amount);
        Field<BudgetTerms, Optional<String>> source =
                Field.of("sourceOfFunds", Type.optional(Type.text()), BudgetTerms::sourceOfFunds);
        Field<BudgetTerms, Optional<Carried>> carried =
                Field.of("carried", Type.optional(Type.nested(carried())), BudgetTerms::carried);
        Field<BudgetTerms, Optional<String>> upper =
                Field.of("upperDocumentNo", Type.optional(Type.text()), BudgetTerms::upperDocumentNo);
        return Shape.of(FIRST_TAG, "budget-terms", BudgetTerms.class)
                .fields(elements, amount, source, carried, upper)
                .maker(v -> ImmutableBudgetTerms.builder()
                        .elements(v.get(elements))
                        .amount(v.get(amount))
                        .sourceOfFunds(v.get(source))
                        .carried(v.get(carried))
                        .upperDocumentNo(v.get(upper))
                        .build());
    }

    private static Shape<Carried> carried() {
        Field<Carried, Id<BudgetLine>> line = Field.of("line", ID, Carried::line);
        Field<Carried, YearBasis> basis = Field.of("basis", Type.enumOf(YearBasis.class), Carried::basis);
        return Shape.<Carried>nested("carried-line")
                .fields(line, basis)
                .maker(v -> new Carried(v.get(line), v.get(basis)));
    }

    private static Shape<BudgetRules> rules() {
        Field<BudgetRules, Lifecycle<BudgetState, BudgetAction>> lifecycle = Field.of(
                "lifecycle", RuleShapes.lifecycle(BudgetState.class, BudgetAction.class), BudgetRules::lifecycle);
        Field<BudgetRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, BudgetRules::reviews);
        Field<BudgetRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, BudgetRules::severities);
        Field<BudgetRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, BudgetRules::limits);
        Field<BudgetRules, ImmutableSet<String>> borrowed =
                Field.of("borrowedFunds", Type.set(Type.text()), BudgetRules::borrowedFunds);
        Field<BudgetRules, ImmutableSet<String>> capital =
                Field.of("capitalClasses", Type.set(Type.text()), BudgetRules::capitalClasses);
        return Shape.of(FIRST_TAG + 1, "budget-rules", BudgetRules.class)
                .fields(lifecycle, reviews, severities, limits, borrowed, capital)
                .maker(v -> ImmutableBudgetRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .borrowedFunds(v.get(borrowed))
                        .capitalClasses(v.get(capital))
                        .build());
    }

    private static Shape<CreateBudgetLine> create() {
        Field<CreateBudgetLine, Id<BudgetLine>> document = Field.of("document", ID, CreateBudgetLine::document);
        Field<CreateBudgetLine, BudgetTerms> terms = Field.of("terms", Type.nested(TERMS), CreateBudgetLine::terms);
        return Shape.of(FIRST_TAG + 2, "create-budget-line", CreateBudgetLine.class)
                .fields(document, terms)
                .maker(v -> new CreateBudgetLine(v.get(document), v.get(terms)));
    }

    private static Shape<ReviseBudgetLine> revise() {
        Field<ReviseBudgetLine, Id<BudgetLine>> document = Field.of("document", ID, ReviseBudgetLine::document);
        Field<ReviseBudgetLine, BudgetTerms> terms = Field.of("terms", Type.nested(TERMS), ReviseBudgetLine::terms);
        return Shape.of(FIRST_TAG + 3, "revise-budget-line", ReviseBudgetLine.class)
                .fields(document, terms)
                .maker(v -> new ReviseBudgetLine(v.get(document), v.get(terms)));
    }

    private static Shape<AdjustBudgetLine> adjust() {
        Field<AdjustBudgetLine, Id<BudgetLine>> document = Field.of("document", ID, AdjustBudgetLine::document);
        Field<AdjustBudgetLine, Money> change = Field.of("change", Type.money(), AdjustBudgetLine::change);
        Field<AdjustBudgetLine, String> approval = Field.of("approval", Type.text(), AdjustBudgetLine::approval);
        return Shape.of(FIRST_TAG + 4, "adjust-budget-line", AdjustBudgetLine.class)
                .fields(document, change, approval)
                .maker(v -> new AdjustBudgetLine(v.get(document), v.get(change), v.get(approval)));
    }

    private static Shape<BudgetLineFilledIn> filledIn() {
        Field<BudgetLineFilledIn, Move> move = Field.of("move", MOVE, BudgetLineFilledIn::move);
        Field<BudgetLineFilledIn, BudgetTerms> terms = Field.of("terms", Type.nested(TERMS), BudgetLineFilledIn::terms);
        return Shape.of(FIRST_TAG + 8, "budget-line-filled-in", BudgetLineFilledIn.class)
                .fields(move, terms)
                .maker(v -> new BudgetLineFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<BudgetLineCarriedIn> carriedIn() {
        Field<BudgetLineCarriedIn, Move> move = Field.of("move", MOVE, BudgetLineCarriedIn::move);
        Field<BudgetLineCarriedIn, BudgetTerms> terms =
                Field.of("terms", Type.nested(TERMS), BudgetLineCarriedIn::terms);
        return Shape.of(FIRST_TAG + 12, "budget-line-carried-in", BudgetLineCarriedIn.class)
                .fields(move, terms)
                .maker(v -> new BudgetLineCarriedIn(v.get(move), v.get(terms)));
    }

    private static Shape<BudgetLineProposed> proposed() {
        Field<BudgetLineProposed, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), BudgetLineProposed::moves);
        return Shape.of(FIRST_TAG + 9, "budget-line-proposed", BudgetLineProposed.class)
                .fields(moves)
                .maker(v -> new BudgetLineProposed(v.get(moves)));
    }

    private static Shape<BudgetLineAppropriated> appropriated() {
        Field<BudgetLineAppropriated, ImmutableList<Move>> moves =
                Field.of("moves", Type.list(MOVE), BudgetLineAppropriated::moves);
        return Shape.of(FIRST_TAG + 10, "budget-line-appropriated", BudgetLineAppropriated.class)
                .fields(moves)
                .maker(v -> new BudgetLineAppropriated(v.get(moves)));
    }

    private static Shape<BudgetLineAdjusted> adjusted() {
        Field<BudgetLineAdjusted, Move> move = Field.of("move", MOVE, BudgetLineAdjusted::move);
        Field<BudgetLineAdjusted, Money> change = Field.of("change", Type.money(), BudgetLineAdjusted::change);
        Field<BudgetLineAdjusted, String> approval = Field.of("approval", Type.text(), BudgetLineAdjusted::approval);
        return Shape.of(FIRST_TAG + 11, "budget-line-adjusted", BudgetLineAdjusted.class)
                .fields(move, change, approval)
                .maker(v -> new BudgetLineAdjusted(v.get(move), v.get(change), v.get(approval)));
    }
}
