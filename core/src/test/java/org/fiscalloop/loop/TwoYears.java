package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Arrays;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverAction;
import org.fiscalloop.carryover.CarryOverCommands.CalculateCarryOver;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
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

    /** The codes of an element that the next year calls otherwise, old and new in turn. */
    public static Overlay.Change conversion(String element, String... codes) {
        ImmutableList.Builder<Tree.Member> members = ImmutableList.builder();
        for (int i = 0; i < codes.length; i += 2) {
            members.add(new Tree.Member(codes[i], Tree.text(codes[i + 1])));
        }
        return CityRules.change(
                "carryOver/conversions",
                Tree.fields(ImmutableList.of(new Tree.Member(element, Tree.fields(members.build())))));
    }

    /** The rules of a year are adopted. */
    public static void adopt(World world, int year) {
        LocalDate day = world.day();
        world.turn(year, day);
        var rules = world.loop().rules().at(DIVISION, year, day).orElseThrow();
        done(world.ask("admin", new AdoptRulebook(DIVISION, year, rules.fingerprint())));
        world.turn(YEAR, day);
    }

    /** What is left of an agency's year is calculated on the last day of it. */
    public static Outcome calculate(World world, String agency) {
        return world.turn(NEXT, LAST_DAY).ask("finance", new CalculateCarryOver(DIVISION, agency, NEXT));
    }

    /** It is confirmed by somebody else. */
    public static Outcome confirm(World world, String agency) {
        return world.act("chief", id(agency), CarryOverAction.CONFIRM);
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
