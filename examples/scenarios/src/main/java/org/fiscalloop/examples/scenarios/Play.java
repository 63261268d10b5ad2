package org.fiscalloop.examples.scenarios;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.examples.scenarios.Scenario.Local;
import org.fiscalloop.examples.scenarios.Scenario.Step;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.json.JsonFormatException;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.loop.Outcome;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * A scenario played.
 *
 * @param scenario what was played
 * @param loop the loop as it was left
 * @param results what came of each step, in order
 */
record Play(Scenario scenario, FiscalLoop loop, ImmutableList<Result> results) {

    /** A step that did not end as expected. */
    record Failure(int index, Step step, Result result) {}

    /**
     * Plays a scenario in a new loop in memory. Before its first step the rulebooks in force on the days of its steps are
     * adopted, by the administrator whom they name; everything else is in the steps.
     *
     * @throws JsonFormatException if the overlay makes no rulebook for the division, an expected code is none, or a notice is of a day on which none is
     *     in force
     */
    static Play of(Scenario scenario, Progress progress) {
        RuleTimeline rules = rules(scenario);
        examine(scenario, new Reference(rules));
        FiscalLoop loop = FiscalLoop.open(new InMemoryJournal(), rules);
        adopt(scenario, loop);
        ImmutableList.Builder<Result> results = ImmutableList.builder();
        int done = 0;
        for (Step step : scenario.steps()) {
            results.add(passed(step, scenario, loop));
            progress.at(++done, scenario.steps().size());
        }
        return new Play(scenario, loop, results.build());
    }

    /** What no outcome is called and no reason has as its code could never hold. */
    private static void examine(Scenario scenario, Reference reference) {
        for (Step step : scenario.steps()) {
            String expected = step.expect().orElse(Result.WORDS.get(0));
            if (!Result.WORDS.contains(expected) && !reference.knows(expected)) {
                throw wrong(
                        step.expectAt(),
                        "expect: an outcome is one of " + String.join(", ", Result.WORDS) + " or a code; "
                                + reference.unknown(expected));
            }
        }
    }

    /** A step of which nothing can be made has been read and still says nothing. */
    private static Result passed(Step step, Scenario scenario, FiscalLoop loop) {
        try {
            return pass(step, scenario, loop);
        } catch (JsonFormatException problem) {
            throw problem;
        } catch (IllegalArgumentException problem) {
            throw wrong(step.at(), step.deed().id() + ": " + problem.getMessage());
        }
    }

    private static Result pass(Step step, Scenario scenario, FiscalLoop loop) {
        if (step.deed() instanceof Deed.Comparing comparing) {
            return Result.compared(new FinalStatements(loop, scenario.division()).differing(comparing));
        }
        if (step.deed() instanceof Deed.Opening opening) {
            return TablesOpening.bring(opening, scenario.division(), loop);
        }
        Input input = ((Deed.Asking) step.deed()).input();
        return Result.of(input instanceof Command command ? loop.ask(command) : told((Notice) input, step, loop));
    }

    private static Outcome told(Notice notice, Step step, FiscalLoop loop) {
        if (loop.rules().at(notice.division(), notice.fiscalYear(), notice.on()).isEmpty()) {
            throw wrong(
                    step.at(),
                    loop.rules().knows(notice.division(), notice.fiscalYear())
                            ? "no rulebook is in force on " + notice.on()
                            : "the tables of " + notice.fiscalYear() + " have no division " + notice.division());
        }
        return loop.tell(notice);
    }

    private static RuleTimeline rules(Scenario scenario) {
        RuleTimeline rules = RuleTimeline.of(
                LoopFlow.ALL,
                scenario.fiscalYears().stream().map(NationalRulebook::of).collect(toImmutableList()));
        for (Local local : scenario.overlays()) {
            rules = laid(rules, local, scenario);
        }
        return rules;
    }

    private static RuleTimeline laid(RuleTimeline before, Local local, Scenario scenario) {
        Overlay overlay = local.overlay();
        if (!scenario.fiscalYears().contains(overlay.fiscalYear())) {
            throw wrong(
                    local.at(),
                    "the overlay is for " + overlay.fiscalYear() + "; the steps are of "
                            + Joiner.on(", ").join(scenario.fiscalYears()));
        }
        Decision<RuleTimeline> decision = before.with(overlay);
        RuleTimeline laid = decision.match(accepted -> accepted.value(), refused -> {
            throw wrong(
                    local.at(),
                    refused.refusals().stream()
                            .map(refusal -> refusal.code() + ": " + refusal.text())
                            .collect(Collectors.joining("; ")));
        });
        if (fingerprint(laid, scenario, overlay).equals(fingerprint(before, scenario, overlay))) {
            throw wrong(
                    local.at(),
                    "the overlay changes nothing: " + scenario.division() + " is not within " + overlay.owner());
        }
        return laid;
    }

    private static Bytes fingerprint(RuleTimeline rules, Scenario scenario, Overlay overlay) {
        return rules.at(scenario.division(), overlay.fiscalYear(), overlay.validFrom())
                .map(RulesInForce::fingerprint)
                .orElse(Bytes.fromHex(""));
    }

    private static void adopt(Scenario scenario, FiscalLoop loop) {
        ImmutableMap<RulesInForce, LocalDate> inForce = inForce(scenario, loop.rules());
        inForce.forEach((rules, on) -> {
            String administrator =
                    rules.rulebook().access().administrators().asList().get(0);
            Outcome adopted = loop.ask(new Command(
                    new InputId("prologue", "adopt-" + rules.fingerprint()),
                    administrator,
                    scenario.division(),
                    rules.rulebook().fiscalYear(),
                    on,
                    new AdoptRulebook(scenario.division(), rules.rulebook().fiscalYear(), rules.fingerprint())));
            if (!adopted.isDone()) {
                throw new IllegalStateException("the rulebook is not adopted: "
                        + adopted.refusals().stream().map(Refusal::text).toList());
            }
        });
    }

    /** The rules in force on the days of the steps, each with the first of these days. */
    static ImmutableMap<RulesInForce, LocalDate> inForce(Scenario scenario, RuleTimeline rules) {
        Map<RulesInForce, LocalDate> first = new LinkedHashMap<>();
        for (Step step : scenario.steps()) {
            step.deed()
                    .day()
                    .ifPresent(on -> rules.at(scenario.division(), step.deed().fiscalYear(), on)
                            .ifPresent(found -> first.merge(found, on, (a, b) -> a.isBefore(b) ? a : b)));
        }
        return ImmutableMap.copyOf(first);
    }

    /** The steps that did not end as expected, in order. */
    ImmutableList<Failure> failures() {
        ImmutableList.Builder<Failure> failures = ImmutableList.builder();
        for (int i = 0; i < results.size(); i++) {
            Step step = scenario.steps().get(i);
            if (!step.isMetBy(results.get(i))) {
                failures.add(new Failure(i, step, results.get(i)));
            }
        }
        return failures.build();
    }

    private static JsonFormatException wrong(Tree.Location at, String problem) {
        return new JsonFormatException(at.line(), at.column(), problem);
    }
}
