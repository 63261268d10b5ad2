package org.fiscalloop.closing;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Document;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.lifecycle.Standing;
import org.fiscalloop.lifecycle.Trail;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.ImmutableProjectTerms;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectState;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * The books of one year for tests, written as text: {@code 4001=100 5001@done=-60 6021#12=5} is a credit of 1.00 of account
 * 4001, a debit of 0.60 of a project and a credit of 0.05 of a fund. The project {@code done} has ended, any other runs.
 */
final class Year implements Reads {
    static final RulesInForce RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all())
            .at("310107000", 2024, LocalDate.of(2024, 12, 31))
            .orElseThrow();
    static final ClosingPlan PLAN =
            ClosingPlan.of(NationalClosing.RULES, RULES.rulebook().accounting());

    private static final String DONE = "31010724T000000000009";
    private static final Segments BLOCK = Dimensions.of(Dimensions.DIVISION, "310107000");
    private static final Splitter WORDS = Splitter.on(' ').omitEmptyStrings();

    private final LedgerId ledger;
    private final List<Balances.Kept> kept = new ArrayList<>();
    private final List<Entry> entries;

    private Year(LedgerId ledger, String before, ClosingPlan plan, Optional<AgencyKind> kind) {
        this.ledger = ledger;
        WORDS.split(before).forEach(this::put);
        ClosingTerms terms = new ClosingTerms("310107000", kind.isPresent() ? "105001" : "", 2024, ledger.name());
        this.entries = ClosingEntries.of(terms, plan, kind, facts(terms));
    }

    /** The year closed by the nation's rules. */
    static Year closed(LedgerId ledger, String before, AgencyKind... kind) {
        return closed(PLAN, ledger, before, kind);
    }

    static Year closed(ClosingPlan plan, LedgerId ledger, String before, AgencyKind... kind) {
        return new Year(
                ledger, before, plan, ImmutableList.copyOf(kind).stream().findFirst());
    }

    private void put(String word) {
        List<String> sides = Splitter.on('=').splitToList(word);
        String where = sides.get(0);
        long credit = Long.parseLong(sides.get(1));
        Segments block = BLOCK.with(Dimensions.YEAR, "2024");
        int project = where.indexOf('@');
        int fund = where.indexOf('#');
        int end = where.length();
        if (fund >= 0) {
            block = block.with(Dimensions.FUND, where.substring(fund + 1));
            end = fund;
        }
        if (project >= 0) {
            String name = where.substring(project + 1, end);
            block = block.with(Dimensions.PROJECT, name.equals("done") ? DONE : name);
            end = project;
        }
        kept.add(new Balances.Kept(
                chart().byCode(where.substring(0, end)).orElseThrow().meaning(),
                Balance.Key.full(block),
                credit > 0 ? new Balance(0, 0, credit, 0) : new Balance(-credit, 0, 0, 0)));
    }

    private Chart chart() {
        return PLAN.chart(ledger);
    }

    private Case facts(ClosingTerms terms) {
        Command command = new Command(
                new InputId("test", "c"),
                "finance",
                terms.division(),
                terms.fiscalYear(),
                terms.lastDay(),
                new ClosingCommands.CloseDivisionYear(terms.division(), terms.fiscalYear()));
        return new Case(command, RULES, this, Optional.empty(), Optional.empty(), new Case.Moves() {
            @Override
            public Decision<RuleSet> rules(int fiscalYear) {
                throw new AssertionError("no other year is asked");
            }

            @Override
            public Decision<Move> move(Document document, Enum<?> action) {
                throw new AssertionError("no document moves");
            }

            @Override
            public Decision<Move> create(Id<?> document, Enum<?> action) {
                throw new AssertionError("no document is made");
            }
        });
    }

    @Override
    public <D extends Document> Optional<D> find(Id<D> id) {
        return Optional.of(project(id.value().equals(DONE) ? ProjectState.FINISHED : ProjectState.EXECUTING))
                .map(id.kind().type()::cast);
    }

    private static Project project(ProjectState state) {
        ProjectCode code = new ProjectCode(DONE);
        return ProjectFlow.PROJECT
                .maker()
                .make(
                        Project.id(code),
                        ImmutableProjectTerms.builder()
                                .code(code)
                                .name("项目")
                                .category("3")
                                .division("310107000")
                                .agency("105001")
                                .fiscalYear(2024)
                                .total(Fen.money(100))
                                .build(),
                        new Standing<>(state, 0, 1),
                        Trail.begin(
                                new TrailStep("CREATE", "", state.name(), 0, "clerk", LocalDate.of(2024, 1, 1), "")));
    }

    @Override
    public long balance(Measure measure, Segments at) {
        throw new AssertionError("no measure is read: " + measure);
    }

    @Override
    public ImmutableList<Balances.Kept> balances(LedgerId of, Segments at) {
        return ImmutableList.copyOf(kept);
    }

    /** What the next year begins with, as it is written before, in the order of the codes. */
    String opening() {
        return text(net(Phase.OPENING, "2025"));
    }

    /** What is left in the closed year, which must be nothing. */
    String left() {
        Map<String, Long> left = new TreeMap<>();
        kept.forEach(balance -> left.merge(
                name(balance.account().name(), balance.key().segments()),
                balance.balance().net(Side.CREDIT),
                Long::sum));
        net(Phase.CLOSING, "2024").forEach((name, fen) -> left.merge(name, fen, Long::sum));
        net(Phase.CARRIED, "2024").forEach((name, fen) -> left.merge(name, fen, Long::sum));
        left.values().removeIf(fen -> fen == 0);
        return text(ImmutableSortedMap.copyOf(left));
    }

    /** The rules that made an entry, in order. */
    ImmutableList<String> rules() {
        return entries.stream().map(Entry::rule).collect(toImmutableList());
    }

    ImmutableList<Entry> entries() {
        return ImmutableList.copyOf(entries);
    }

    private ImmutableSortedMap<String, Long> net(Phase phase, String year) {
        Map<String, Long> net = new TreeMap<>();
        for (Entry entry : entries) {
            for (Line line : entry.lines()) {
                Segments at = line.segments();
                if (phase.has(at) && at.value(Dimensions.YEAR).equals(year)) {
                    net.merge(
                            name(line.account().name(), at),
                            line.side() == Side.CREDIT ? line.fen() : -line.fen(),
                            Long::sum);
                }
            }
        }
        return ImmutableSortedMap.copyOf(net);
    }

    private String name(String meaning, Segments at) {
        String project = at.value(Dimensions.PROJECT);
        String fund = at.value(Dimensions.FUND);
        return chart().accounts().stream()
                        .filter(account -> account.meaning().name().equals(meaning))
                        .findFirst()
                        .orElseThrow()
                        .code()
                + (project.isEmpty() ? "" : "@" + (project.equals(DONE) ? "done" : project))
                + (fund.isEmpty() ? "" : "#" + fund);
    }

    private static String text(ImmutableSortedMap<String, Long> net) {
        return net.entrySet().stream()
                .filter(left -> left.getValue() != 0)
                .map(left -> left.getKey() + "=" + left.getValue())
                .collect(Collectors.joining(" "));
    }
}
