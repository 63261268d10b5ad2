package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverFacets;
import org.fiscalloop.carryover.CarryOverRules;
import org.fiscalloop.carryover.CarryOverShapes;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.carryover.CarryRule;
import org.fiscalloop.carryover.ImmutableCarryOverRules;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/** A {@link World} that goes from one year into the next: what is left of a year is carried over by two people. */
public final class TwoYears {
    public static final int NEXT = YEAR + 1;
    public static final LocalDate LAST_DAY = LocalDate.of(YEAR, 12, 31);
    public static final LocalDate NEW_YEAR = LocalDate.of(NEXT, 1, 2);

    private TwoYears() {}

    /** A government that has adopted the nation's rules of this year and the next. */
    public static World open() {
        return open(CityRules.nation());
    }

    /** A government that has adopted rules of this year and the next. */
    public static World open(RuleTimeline rules) {
        World world = World.open(rules, new InMemoryJournal());
        adopt(world, NEXT);
        return world;
    }

    /** The nation's rules with these settings of the carry-over for what leaves this year, and for late refunds of it. */
    public static RuleTimeline rules(Overlay.Change... changes) {
        return CityRules.with(overlay(YEAR, changes), overlay(NEXT, changes));
    }

    /** Settings of one fiscal year, in force from the first day on. */
    public static Overlay overlay(int fiscalYear, Overlay.Change... changes) {
        return new Overlay(
                DIVISION,
                "carry-over " + fiscalYear,
                fiscalYear,
                LocalDate.of(fiscalYear - 1, 1, 1),
                ImmutableList.copyOf(changes));
    }

    /** A setting of the carry-over. */
    public static Overlay.Change setting(String name, String value) {
        boolean isTruth = value.equals("true") || value.equals("false");
        return CityRules.change("carryOver/" + name, isTruth ? Tree.bare(value) : Tree.text(value));
    }

    /** The rules of this year, and those of the next, which calls codes otherwise: element, old code and new code in turn. */
    public static RuleTimeline converting(String... elements) {
        return CityRules.with(overlay(NEXT, conversions(elements)));
    }

    /** Codes that a year calls otherwise: element, old code and new code in turn. */
    public static Overlay.Change conversions(String... elements) {
        ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
        for (int i = 0; i < elements.length; i += 3) {
            Tree.Member code = new Tree.Member(elements[i + 1], Tree.text(elements[i + 2]));
            members.add(new Tree.Member(elements[i], Tree.fields(ImmutableList.of(code))));
        }
        return CityRules.change("carryOver/conversions", Tree.fields(members.build()));
    }

    /** Nothing goes on. */
    public static Overlay.Change lapsing() {
        CarryOverRules rules = ImmutableCarryOverRules.builder()
                .treatments(ImmutableList.of(CarryRule.of(
                        "nothing-goes-on",
                        "Nothing goes on",
                        "全部收回",
                        CarryOverFacets.Treatment.LAPSE,
                        Source.own("a test"))))
                .build();
        Tree.Fields tree = CarryOverShapes.RULES.toTree(rules);
        return CityRules.change("carryOver/treatments", tree.find("treatments").orElseThrow());
    }

    /** The rules of a year are adopted. */
    public static void adopt(World world, int year) {
        world.adopt(year);
    }

    /** What is left of an agency's year is calculated on the last day of it. */
    public static Outcome calculate(World world, String agency) {
        return calculate(world, agency, NEXT);
    }

    /** What is left of an agency's year before this one is calculated on the last day of it. */
    public static Outcome calculate(World world, String agency, int into) {
        return world.turn(into, LocalDate.of(into - 1, 12, 31))
                .ask("finance", new CalculateCarryOver(DIVISION, agency, into));
    }

    /** It is confirmed by somebody else. */
    public static Outcome confirm(World world, String agency) {
        return confirm(world, agency, NEXT);
    }

    /** It is confirmed by somebody else. */
    public static Outcome confirm(World world, String agency, int into) {
        return world.act("chief", CarryOver.id(DIVISION, agency, into), CarryOverAction.CONFIRM);
    }

    /** The year before this world's own, with its rules adopted: what is told from now on is of that year. */
    public static World back(World world) {
        adopt(world, YEAR - 1);
        return world.turn(YEAR - 1, LocalDate.of(YEAR - 1, 3, 1));
    }

    /** A project that stands reserved for the year before. */
    public static Id<Project> earlier(
            World world, int number, String category, UnaryOperator<ImmutableProjectTerms> marks) {
        ImmutableProjectTerms terms = World.projectTerms(number, World.ORGAN, category, 100_000)
                .withFiscalYear(YEAR - 1)
                .withSlices(ImmutableMap.of(YEAR - 1, Fen.money(100_000)));
        return world.reserve(marks.apply(terms));
    }

    /** An allotment of 1,000 yuan of the year before, of an agency's project. */
    public static Id<Allotment> earlier(World world, String id, Id<Project> project) {
        Elements elements = ImmutableElements.builder()
                .from(World.elements(World.ORGAN, project))
                .fiscalYear(YEAR - 1)
                .build();
        Id<BudgetLine> line = world.line("L" + id, elements, 100_000);
        return world.issue(
                id,
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 100_000))
                        .effectiveOn(LocalDate.of(YEAR - 1, 1, 1))
                        .build());
    }

    /** What is left of agencies' years is calculated and confirmed, and the new year has come. */
    public static World carry(World world, String... agencies) {
        Arrays.asList(agencies).forEach(agency -> {
            done(calculate(world, agency));
            done(confirm(world, agency));
        });
        return world.turn(NEXT, NEW_YEAR);
    }

    public static Id<CarryOver> id(String agency) {
        return CarryOver.id(DIVISION, agency, NEXT);
    }

    /** The value of a measure in the loop's books. */
    public static long balance(World world, Measure measure, Dimension dimension, String code) {
        return world.loop()
                .balance(
                        measure,
                        Dimensions.of(dimension, code),
                        world.loop().rules().all().get(0));
    }

    /** What the accounts hold in the coding blocks of a year. */
    static Sums year(World world, int year) {
        return Sums.of(world.loop().balances()).where(Dimensions.YEAR, Integer.toString(year));
    }

    /** What has been calculated of an agency. */
    public static CarryOverTerms terms(World world, String agency) {
        return world.loop().find(id(agency)).orElseThrow().terms();
    }

    /** The coding block of a project in the next year. */
    public static Elements nextElements(String agency, Id<Project> project) {
        return ImmutableElements.builder()
                .from(World.elements(agency, project))
                .fiscalYear(NEXT)
                .build();
    }

    public static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }
}
