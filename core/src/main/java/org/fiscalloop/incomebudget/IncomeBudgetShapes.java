package org.fiscalloop.incomebudget;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.AdjustIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.CreateIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.ReviseIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetEvents.IncomeBudgetAdjusted;
import org.fiscalloop.incomebudget.IncomeBudgetEvents.IncomeBudgetFilledIn;
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

/** The forms of the revenue budget: its terms, rules, commands and events, for the journal and for trees. */
public final class IncomeBudgetShapes {
    private static final int FIRST = 0xE0;
    private static final int LAST = 0xE5;

    private static final Type<Id<IncomeBudget>> ID = KernelTypes.id(IncomeBudget.KIND);
    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(IncomeBudget.KIND));

    /** What is filled in on a line. */
    public static final Shape<IncomeBudgetTerms> TERMS = terms();

    /** The rules of the revenue budget. */
    public static final Shape<IncomeBudgetRules> RULES = rules();

    static final Shape<CreateIncomeBudget> CREATE = create();
    static final Shape<ReviseIncomeBudget> REVISE = revise();
    static final Shape<AdjustIncomeBudget> ADJUST = adjust();
    static final Shape<IncomeBudgetFilledIn> FILLED_IN = filledIn();
    static final Shape<IncomeBudgetAdjusted> ADJUSTED = adjusted();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY =
            ShapeFamily.of("incomebudget", FIRST, LAST, RULES, CREATE, REVISE, ADJUST, FILLED_IN, ADJUSTED);

    private IncomeBudgetShapes() {}

    private static Shape<IncomeBudgetTerms> terms() {
        Field<IncomeBudgetTerms, String> division = Field.of("division", Type.text(), IncomeBudgetTerms::division);
        Field<IncomeBudgetTerms, String> agency = Field.of("agency", Type.text(), IncomeBudgetTerms::agency);
        Field<IncomeBudgetTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", IncomeBudgetTerms::fiscalYear);
        Field<IncomeBudgetTerms, String> income = Field.of("income", Type.text(), IncomeBudgetTerms::income);
        Field<IncomeBudgetTerms, String> fund = Field.of("fund", Type.text(), IncomeBudgetTerms::fund);
        Field<IncomeBudgetTerms, Money> amount = Field.of("amount", Type.money(), IncomeBudgetTerms::amount);
        Field<IncomeBudgetTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, IncomeBudgetTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.<IncomeBudgetTerms>nested("income-budget-terms")
                .fields(division, agency, fiscalYear, income, fund, amount, attributes)
                .maker(v -> ImmutableIncomeBudgetTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(fiscalYear))
                        .income(v.get(income))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<IncomeBudgetRules> rules() {
        Field<IncomeBudgetRules, Lifecycle<IncomeBudgetState, IncomeBudgetAction>> lifecycle = Field.of(
                "lifecycle",
                RuleShapes.lifecycle(IncomeBudgetState.class, IncomeBudgetAction.class),
                IncomeBudgetRules::lifecycle);
        Field<IncomeBudgetRules, ReviewChains> reviews =
                Field.of("reviews", RuleShapes.REVIEWS, IncomeBudgetRules::reviews);
        Field<IncomeBudgetRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, IncomeBudgetRules::severities);
        Field<IncomeBudgetRules, ImmutableList<LimitRule>> limits =
                Field.of("limits", RuleShapes.LIMITS, IncomeBudgetRules::limits);
        return Shape.of(FIRST, "income-budget-rules", IncomeBudgetRules.class)
                .fields(lifecycle, reviews, severities, limits)
                .maker(v -> ImmutableIncomeBudgetRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .limits(v.get(limits))
                        .build());
    }

    private static Shape<CreateIncomeBudget> create() {
        Field<CreateIncomeBudget, Id<IncomeBudget>> budget = Field.of("budget", ID, CreateIncomeBudget::budget);
        Field<CreateIncomeBudget, IncomeBudgetTerms> terms =
                Field.of("terms", Type.nested(TERMS), CreateIncomeBudget::terms);
        return Shape.of(FIRST + 1, "create-income-budget", CreateIncomeBudget.class)
                .fields(budget, terms)
                .maker(v -> new CreateIncomeBudget(v.get(budget), v.get(terms)));
    }

    private static Shape<ReviseIncomeBudget> revise() {
        Field<ReviseIncomeBudget, Id<IncomeBudget>> budget = Field.of("budget", ID, ReviseIncomeBudget::budget);
        Field<ReviseIncomeBudget, IncomeBudgetTerms> terms =
                Field.of("terms", Type.nested(TERMS), ReviseIncomeBudget::terms);
        return Shape.of(FIRST + 2, "revise-income-budget", ReviseIncomeBudget.class)
                .fields(budget, terms)
                .maker(v -> new ReviseIncomeBudget(v.get(budget), v.get(terms)));
    }

    private static Shape<AdjustIncomeBudget> adjust() {
        Field<AdjustIncomeBudget, Id<IncomeBudget>> budget = Field.of("budget", ID, AdjustIncomeBudget::budget);
        Field<AdjustIncomeBudget, Money> change = Field.of("change", Type.money(), AdjustIncomeBudget::change);
        Field<AdjustIncomeBudget, String> approval = Field.of("approval", Type.text(), AdjustIncomeBudget::approval);
        return Shape.of(FIRST + 3, "adjust-income-budget", AdjustIncomeBudget.class)
                .fields(budget, change, approval)
                .maker(v -> new AdjustIncomeBudget(v.get(budget), v.get(change), v.get(approval)));
    }

    private static Shape<IncomeBudgetFilledIn> filledIn() {
        Field<IncomeBudgetFilledIn, Move> move = Field.of("move", MOVE, IncomeBudgetFilledIn::move);
        Field<IncomeBudgetFilledIn, IncomeBudgetTerms> terms =
                Field.of("terms", Type.nested(TERMS), IncomeBudgetFilledIn::terms);
        return Shape.of(FIRST + 4, "income-budget-filled-in", IncomeBudgetFilledIn.class)
                .fields(move, terms)
                .maker(v -> new IncomeBudgetFilledIn(v.get(move), v.get(terms)));
    }

    private static Shape<IncomeBudgetAdjusted> adjusted() {
        Field<IncomeBudgetAdjusted, Move> move = Field.of("move", MOVE, IncomeBudgetAdjusted::move);
        Field<IncomeBudgetAdjusted, Money> change = Field.of("change", Type.money(), IncomeBudgetAdjusted::change);
        Field<IncomeBudgetAdjusted, String> approval =
                Field.of("approval", Type.text(), IncomeBudgetAdjusted::approval);
        return Shape.of(FIRST + 5, "income-budget-adjusted", IncomeBudgetAdjusted.class)
                .fields(move, change, approval)
                .maker(v -> new IncomeBudgetAdjusted(v.get(move), v.get(change), v.get(approval)));
    }
}
