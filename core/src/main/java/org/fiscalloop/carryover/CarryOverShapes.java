package org.fiscalloop.carryover;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverEvents.CarryOverCalculated;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.ProjectEnd;
import org.fiscalloop.carryover.CarryOverFacets.ProjectNature;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.RefundPolicy;
import org.fiscalloop.carryover.CarryOverFacets.Remainder;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverRules.Destination;
import org.fiscalloop.carryover.CarryOverTerms.Classified;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.carryover.CarryOverTerms.Ruling;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
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
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.SpendingKind;
import org.joda.money.Money;

/** The forms of the carry-over: terms, rules, command and event, for the journal and for trees. */
public final class CarryOverShapes {
    private static final int FIRST = 0xA0;
    private static final int LAST = 0xAF;

    private static final Type<Move> MOVE = KernelTypes.move(KernelTypes.idOf(CarryOver.KIND));

    /** What is left of an agency's year and what becomes of it. */
    public static final Shape<CarryOverTerms> TERMS = terms();

    /** The rules of the carry-over. */
    public static final Shape<CarryOverRules> RULES = rules();

    static final Shape<CalculateCarryOver> CALCULATE = calculate();
    static final Shape<CarryOverCalculated> CALCULATED = calculated();

    /** All forms with a tag. */
    public static final ShapeFamily FAMILY = ShapeFamily.of("carryover", FIRST, LAST, CALCULATE, CALCULATED);

    private CarryOverShapes() {}

    private static Shape<CarryOverTerms> terms() {
        Field<CarryOverTerms, String> division = Field.of("division", Type.text(), CarryOverTerms::division);
        Field<CarryOverTerms, String> agency = Field.of("agency", Type.text(), CarryOverTerms::agency);
        Field<CarryOverTerms, Integer> year = Field.ofInt("fiscalYear", CarryOverTerms::fiscalYear);
        Field<CarryOverTerms, ImmutableList<Line>> lines =
                Field.of("lines", Type.list(Type.nested(line())), CarryOverTerms::lines);
        return Shape.<CarryOverTerms>nested("carry-over-terms")
                .fields(division, agency, year, lines)
                .maker(v -> ImmutableCarryOverTerms.builder()
                        .division(v.get(division))
                        .agency(v.get(agency))
                        .fiscalYear(v.get(year))
                        .lines(v.get(lines))
                        .build());
    }

    private static Shape<Line> line() {
        Field<Line, Remainder> remainder = Field.of("remainder", Type.enumOf(Remainder.class), Line::remainder);
        Field<Line, Id<BudgetLine>> line = Field.of("line", KernelTypes.id(BudgetLine.KIND), Line::line);
        Field<Line, Optional<Id<Allotment>>> allotment =
                Field.of("allotment", Type.optional(KernelTypes.id(Allotment.KIND)), Line::allotment);
        Field<Line, Money> amount = Field.of("amount", Type.money(), Line::amount);
        Field<Line, Classified> facts = Field.of("facts", Type.nested(classified()), Line::facts);
        Field<Line, Treatment> treatment = Field.of("treatment", Type.enumOf(Treatment.class), Line::treatment);
        Field<Line, String> rule = Field.of("rule", Type.text(), Line::rule).since(2, "");
        Field<Line, Optional<Recovery>> recovery = Field.of(
                        "recovery", Type.optional(Type.enumOf(Recovery.class)), Line::recovery)
                .since(2, Optional.empty());
        return Shape.<Line>nested("carry-over-line")
                .fields(remainder, line, allotment, amount, facts, treatment, rule, recovery)
                .maker(v -> new Line(
                        v.get(remainder),
                        v.get(line),
                        v.get(allotment),
                        v.get(amount),
                        v.get(facts),
                        new Ruling(v.get(rule), v.get(treatment), v.get(recovery))));
    }

    private static Shape<Classified> classified() {
        Field<Classified, ProjectNature> nature =
                Field.of("nature", Type.enumOf(ProjectNature.class), Classified::nature);
        Field<Classified, SpendingKind> spending =
                Field.of("spending", Type.enumOf(SpendingKind.class), Classified::spending);
        Field<Classified, CarryTerm> term = Field.of("term", Type.enumOf(CarryTerm.class), Classified::term);
        Field<Classified, ProjectEnd> end = Field.of("end", Type.enumOf(ProjectEnd.class), Classified::end);
        Field<Classified, FundBook> book =
                Field.of("book", Type.enumOf(FundBook.class), Classified::book).since(2, FundBook.GENERAL);
        return Shape.<Classified>nested("carry-over-facts")
                .fields(nature, spending, term, end, book)
                .maker(v -> new Classified(v.get(nature), v.get(spending), v.get(term), v.get(end), v.get(book)));
    }

    private static Shape<CarryOverRules> rules() {
        Field<CarryOverRules, Lifecycle<CarryOverState, CarryOverAction>> lifecycle = Field.of(
                "lifecycle",
                RuleShapes.lifecycle(CarryOverState.class, CarryOverAction.class),
                CarryOverRules::lifecycle);
        Field<CarryOverRules, ReviewChains> reviews = Field.of("reviews", RuleShapes.REVIEWS, CarryOverRules::reviews);
        Field<CarryOverRules, ImmutableMap<String, Severity>> severities =
                Field.of("severities", RuleShapes.SEVERITIES, CarryOverRules::severities);
        Field<CarryOverRules, ImmutableList<CarryRule>> treatments =
                Field.of("treatments", Type.list(Type.nested(rule())), CarryOverRules::treatments);
        Field<CarryOverRules, CaseTable<Destination>> recoveries =
                Field.of("recoveries", RuleShapes.caseTable(Type.nested(destination())), CarryOverRules::recoveries);
        Field<CarryOverRules, String> general = Field.of("generalFund", Type.text(), CarryOverRules::generalFund);
        Field<CarryOverRules, ImmutableMap<String, ImmutableMap<String, String>>> conversions =
                Field.of("conversions", Type.map(Type.map(Type.text())), CarryOverRules::conversions);
        Field<CarryOverRules, Boolean> accrues =
                Field.of("treasuryAccrues", Type.bool(), CarryOverRules::treasuryAccrues);
        Field<CarryOverRules, Boolean> recognises =
                Field.of("agencyRecognises", Type.bool(), CarryOverRules::agencyRecognises);
        Field<CarryOverRules, RefundPolicy> refund =
                Field.of("crossYearRefund", Type.enumOf(RefundPolicy.class), CarryOverRules::crossYearRefund);
        return Shape.<CarryOverRules>nested("carry-over-rules")
                .fields(
                        lifecycle,
                        reviews,
                        severities,
                        treatments,
                        recoveries,
                        general,
                        conversions,
                        accrues,
                        recognises,
                        refund)
                .maker(v -> ImmutableCarryOverRules.builder()
                        .lifecycle(v.get(lifecycle))
                        .reviews(v.get(reviews))
                        .severities(v.get(severities))
                        .treatments(v.get(treatments))
                        .recoveries(v.get(recoveries))
                        .generalFund(v.get(general))
                        .conversions(v.get(conversions))
                        .treasuryAccrues(v.get(accrues))
                        .agencyRecognises(v.get(recognises))
                        .crossYearRefund(v.get(refund))
                        .build());
    }

    private static Shape<CarryRule> rule() {
        Type<ImmutableMap<String, ImmutableSet<String>>> conditions = Type.map(Type.set(Type.text()));
        Field<CarryRule, String> code = Field.of("code", Type.text(), CarryRule::code);
        Field<CarryRule, String> title = Field.of("title", Type.text(), CarryRule::title);
        Field<CarryRule, String> titleZh = Field.of("titleZh", Type.text(), CarryRule::titleZh);
        Field<CarryRule, ImmutableMap<String, ImmutableSet<String>>> facts =
                Field.of("facts", conditions, CarryRule::facts);
        Field<CarryRule, ImmutableMap<String, ImmutableSet<String>>> codes =
                Field.of("codes", conditions, CarryRule::codes);
        Field<CarryRule, Treatment> treatment =
                Field.of("treatment", Type.enumOf(Treatment.class), CarryRule::treatment);
        Field<CarryRule, Source> source = Field.of("source", KernelTypes.source(), CarryRule::source);
        return Shape.<CarryRule>nested("carry-rule")
                .fields(code, title, titleZh, facts, codes, treatment, source)
                .maker(v -> new CarryRule(
                        v.get(code),
                        v.get(title),
                        v.get(titleZh),
                        v.get(facts),
                        v.get(codes),
                        v.get(treatment),
                        v.get(source)));
    }

    private static Shape<Destination> destination() {
        Field<Destination, Recovery> recovery =
                Field.of("recovery", Type.enumOf(Recovery.class), Destination::recovery);
        Field<Destination, Source> source = Field.of("source", KernelTypes.source(), Destination::source);
        return Shape.<Destination>nested("carry-over-destination")
                .fields(recovery, source)
                .maker(v -> new Destination(v.get(recovery), v.get(source)));
    }

    private static Shape<CalculateCarryOver> calculate() {
        Field<CalculateCarryOver, String> division = Field.of("division", Type.text(), CalculateCarryOver::division);
        Field<CalculateCarryOver, String> agency = Field.of("agency", Type.text(), CalculateCarryOver::agency);
        Field<CalculateCarryOver, Integer> year = Field.ofInt("year", CalculateCarryOver::year);
        return Shape.of(FIRST, "calculate-carry-over", CalculateCarryOver.class)
                .fields(division, agency, year)
                .maker(v -> new CalculateCarryOver(v.get(division), v.get(agency), v.get(year)));
    }

    private static Shape<CarryOverCalculated> calculated() {
        Field<CarryOverCalculated, Move> move = Field.of("move", MOVE, CarryOverCalculated::move);
        Field<CarryOverCalculated, CarryOverTerms> terms =
                Field.of("terms", Type.nested(TERMS), CarryOverCalculated::terms);
        return Shape.of(FIRST + 1, "carry-over-calculated", CarryOverCalculated.class)
                .fields(move, terms)
                .maker(v -> new CarryOverCalculated(v.get(move), v.get(terms)));
    }
}
