package org.fiscalloop.closing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import org.fiscalloop.closing.ClosingCommands.ArrangeStabilisationFund;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.closing.ClosingEvents.StabilisationFundArranged;
import org.fiscalloop.closing.ClosingEvents.YearClosed;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.RuleShapes;
import org.fiscalloop.journal.Field;
import org.fiscalloop.journal.KernelTypes;
import org.fiscalloop.journal.Shape;
import org.fiscalloop.journal.ShapeFamily;
import org.fiscalloop.journal.Type;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.AgencyKind;
import org.joda.money.Money;

/** The forms of the end of a year: its terms, rules, commands and events, for the journal and for trees. */
public final class ClosingShapes {
    private static final int FIRST = 0xB0;
    private static final int LAST = 0xBF;

    private static final Type<Move> MOVE =
            KernelTypes.move(KernelTypes.idOf(YearClosing.KIND, StabilisationArrangement.KIND));

    /** Which books are closed for which year. */
    public static final Shape<ClosingTerms> TERMS = terms();

    /** What is filled in on the stabilisation fund. */
    public static final Shape<ArrangementTerms> ARRANGEMENT_TERMS = arrangementTerms();

    /** The rules of the end of a year. */
    public static final Shape<ClosingRules> RULES = rules();

    static final Shape<CloseAgencyYear> CLOSE_AGENCY = closeAgency();
    static final Shape<CloseDivisionYear> CLOSE_DIVISION = closeDivision();
    static final Shape<ArrangeStabilisationFund> ARRANGE = arrange();
    static final Shape<YearClosed> CLOSED = closed();
    static final Shape<StabilisationFundArranged> ARRANGED = arranged();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of(
            "closing",
            FIRST,
            LAST,
            TERMS,
            ARRANGEMENT_TERMS,
            RULES,
            CLOSE_AGENCY,
            CLOSE_DIVISION,
            ARRANGE,
            CLOSED,
            ARRANGED);

    private ClosingShapes() {}

    private static Shape<ClosingTerms> terms() {
        Field<ClosingTerms, String> division = Field.of("division", Type.text(), ClosingTerms::division);
        Field<ClosingTerms, String> agency = Field.of("agency", Type.text(), ClosingTerms::agency);
        Field<ClosingTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ClosingTerms::fiscalYear);
        Field<ClosingTerms, String> ledger = Field.of("ledger", Type.text(), ClosingTerms::ledger);
        return Shape.of(FIRST, "closing-terms", ClosingTerms.class)
                .fields(division, agency, fiscalYear, ledger)
                .maker(v -> new ClosingTerms(v.get(division), v.get(agency), v.get(fiscalYear), v.get(ledger)));
    }

    private static Shape<ArrangementTerms> arrangementTerms() {
        Field<ArrangementTerms, String> division = Field.of("division", Type.text(), ArrangementTerms::division);
        Field<ArrangementTerms, Integer> fiscalYear = Field.ofInt("fiscalYear", ArrangementTerms::fiscalYear);
        Field<ArrangementTerms, ArrangementTerms.Direction> direction =
                Field.of("direction", Type.enumOf(ArrangementTerms.Direction.class), ArrangementTerms::direction);
        Field<ArrangementTerms, String> fund = Field.of("fund", Type.text(), ArrangementTerms::fund);
        Field<ArrangementTerms, Money> amount = Field.of("amount", Type.money(), ArrangementTerms::amount);
        Field<ArrangementTerms, String> documentNo = Field.of("documentNo", Type.text(), ArrangementTerms::documentNo);
        Field<ArrangementTerms, ImmutableSortedMap<String, String>> attributes = Field.of(
                        "attributes", RuleShapes.TEXTS, ArrangementTerms::attributes)
                .orElse(ImmutableSortedMap.of());
        return Shape.of(FIRST + 1, "arrangement-terms", ArrangementTerms.class)
                .fields(division, fiscalYear, direction, fund, amount, documentNo, attributes)
                .maker(v -> ImmutableArrangementTerms.builder()
                        .division(v.get(division))
                        .fiscalYear(v.get(fiscalYear))
                        .direction(v.get(direction))
                        .fund(v.get(fund))
                        .amount(v.get(amount))
                        .documentNo(v.get(documentNo))
                        .attributes(v.get(attributes))
                        .build());
    }

    private static Shape<ClosingRule> rule() {
        Type<ImmutableList<String>> names = Type.list(Type.text());
        Type<LedgerId> ledgers = Type.mapped("ledger", Type.text(), LedgerId::new, LedgerId::name);
        Field<ClosingRule, String> id = Field.of("id", Type.text(), ClosingRule::id);
        Field<ClosingRule, LedgerId> ledger = Field.of("ledger", ledgers, ClosingRule::ledger);
        Field<ClosingRule, Basis> basis = Field.of("basis", Type.enumOf(Basis.class), ClosingRule::basis);
        Field<ClosingRule, ImmutableSet<AgencyKind>> kinds =
                Field.of("kinds", Type.set(Type.enumOf(AgencyKind.class)), ClosingRule::kinds);
        Field<ClosingRule, ImmutableList<String>> from = Field.of("from", names, ClosingRule::from);
        Field<ClosingRule, Optional<String>> to = Field.of("to", Type.optional(Type.text()), ClosingRule::to);
        Field<ClosingRule, ClosingRule.Condition> condition =
                Field.of("condition", Type.enumOf(ClosingRule.Condition.class), ClosingRule::condition);
        Field<ClosingRule, Integer> portion = Field.ofInt("portion", ClosingRule::portion);
        Field<ClosingRule, Optional<String>> amountOf =
                Field.of("amountOf", Type.optional(Type.text()), ClosingRule::amountOf);
        Field<ClosingRule, Source> source = Field.of("source", KernelTypes.source(), ClosingRule::source);
        return Shape.<ClosingRule>nested("closing-rule")
                .fields(id, ledger, basis, kinds, from, to, condition, portion, amountOf, source)
                .maker(v -> new ClosingRule(
                        v.get(id),
                        v.get(ledger),
                        v.get(basis),
                        v.get(kinds),
                        v.get(from),
                        v.get(to),
                        v.get(condition),
                        v.get(portion),
                        v.get(amountOf),
                        v.get(source)));
    }

    private static Shape<ClosingRules> rules() {
        Type<Lifecycle<ClosingState, ClosingAction>> lifecycle =
                RuleShapes.lifecycle(ClosingState.class, ClosingAction.class);
        Field<ClosingRules, ImmutableList<ClosingRule>> rules =
                Field.of("rules", Type.list(Type.nested(rule())), ClosingRules::rules);
        Field<ClosingRules, Lifecycle<ClosingState, ClosingAction>> year =
                Field.of("yearLifecycle", lifecycle, ClosingRules::yearLifecycle);
        Field<ClosingRules, Lifecycle<ClosingState, ClosingAction>> arrangement =
                Field.of("arrangementLifecycle", lifecycle, ClosingRules::arrangementLifecycle);
        Field<ClosingRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, ClosingRules::reviews);
        return Shape.of(FIRST + 2, "closing-rules", ClosingRules.class)
                .fields(rules, year, arrangement, reviews)
                .maker(v -> ImmutableClosingRules.builder()
                        .rules(v.get(rules))
                        .yearLifecycle(v.get(year))
                        .arrangementLifecycle(v.get(arrangement))
                        .reviews(v.get(reviews))
                        .build());
    }

    private static Shape<CloseAgencyYear> closeAgency() {
        Field<CloseAgencyYear, String> division = Field.of("division", Type.text(), CloseAgencyYear::division);
        Field<CloseAgencyYear, String> agency = Field.of("agency", Type.text(), CloseAgencyYear::agency);
        Field<CloseAgencyYear, Integer> fiscalYear = Field.ofInt("fiscalYear", CloseAgencyYear::fiscalYear);
        return Shape.of(FIRST + 3, "close-agency-year", CloseAgencyYear.class)
                .fields(division, agency, fiscalYear)
                .maker(v -> new CloseAgencyYear(v.get(division), v.get(agency), v.get(fiscalYear)));
    }

    private static Shape<CloseDivisionYear> closeDivision() {
        Field<CloseDivisionYear, String> division = Field.of("division", Type.text(), CloseDivisionYear::division);
        Field<CloseDivisionYear, Integer> fiscalYear = Field.ofInt("fiscalYear", CloseDivisionYear::fiscalYear);
        return Shape.of(FIRST + 4, "close-division-year", CloseDivisionYear.class)
                .fields(division, fiscalYear)
                .maker(v -> new CloseDivisionYear(v.get(division), v.get(fiscalYear)));
    }

    private static Shape<ArrangeStabilisationFund> arrange() {
        Field<ArrangeStabilisationFund, Id<StabilisationArrangement>> arrangement = Field.of(
                "arrangement", KernelTypes.id(StabilisationArrangement.KIND), ArrangeStabilisationFund::arrangement);
        Field<ArrangeStabilisationFund, ArrangementTerms> terms =
                Field.of("terms", Type.nested(ARRANGEMENT_TERMS), ArrangeStabilisationFund::terms);
        return Shape.of(FIRST + 5, "arrange-stabilisation-fund", ArrangeStabilisationFund.class)
                .fields(arrangement, terms)
                .maker(v -> new ArrangeStabilisationFund(v.get(arrangement), v.get(terms)));
    }

    private static Shape<YearClosed> closed() {
        Field<YearClosed, Move> move = Field.of("move", MOVE, YearClosed::move);
        Field<YearClosed, ClosingTerms> terms = Field.of("terms", Type.nested(TERMS), YearClosed::terms);
        return Shape.of(FIRST + 6, "year-closed", YearClosed.class)
                .fields(move, terms)
                .maker(v -> new YearClosed(v.get(move), v.get(terms)));
    }

    private static Shape<StabilisationFundArranged> arranged() {
        Field<StabilisationFundArranged, Move> move = Field.of("move", MOVE, StabilisationFundArranged::move);
        Field<StabilisationFundArranged, ArrangementTerms> terms =
                Field.of("terms", Type.nested(ARRANGEMENT_TERMS), StabilisationFundArranged::terms);
        return Shape.of(FIRST + 7, "stabilisation-fund-arranged", StabilisationFundArranged.class)
                .fields(move, terms)
                .maker(v -> new StabilisationFundArranged(v.get(move), v.get(terms)));
    }
}
