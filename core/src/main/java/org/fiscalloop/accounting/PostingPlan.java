package org.fiscalloop.accounting;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.PostingRule.RuleLine;
import org.fiscalloop.decision.CaseTable;
import org.fiscalloop.decision.Facet;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Dimensions;

/**
 * The posting rules and case tables of a rulebook, resolved for every combination of facets that a posting can have: what
 * each posting makes in every ledger is looked up, not searched.
 */
public final class PostingPlan {
    private final ImmutableMap<String, Balance.Grain> kept;
    private final ImmutableMap<PostingKey, Cases> byKey;

    /**
     * What a posting makes.
     *
     * @param entries complete entries
     * @param drafts lines that the accountant has to complete, of the rules of one ledger together
     */
    public record Booking(ImmutableList<Entry> entries, ImmutableList<Draft> drafts) {}

    /**
     * Lines of one agency's books that wait for an account.
     *
     * @param lines the lines the rules give; an open line has no account
     * @param segments the coding block of the agency ledger
     */
    public record Draft(ImmutableList<DraftLine> lines, Segments segments) {}

    /** One line of a draft: the line of the rule with its account resolved, if the facts tell it. */
    public record DraftLine(PostingRule rule, RuleLine line, Optional<Meaning> account, long fen) {}

    /** What a line does to an account, whichever side the chart gives it: it grows, or shrinks where the sign is -1. */
    private record Effect(Meaning account, int sign, String amount, int role) {}

    private record Resolved(ImmutableList<ResolvedRule> entries, ImmutableList<ResolvedRule> drafts) {}

    /** Every combination of the facets in order, and how many constants each facet has. */
    private record Cases(ImmutableIntArray sizes, ImmutableList<Resolved> resolved) {}

    private record ResolvedRule(PostingRule rule, ImmutableList<ResolvedLine> lines) {}

    private record ResolvedLine(RuleLine line, Optional<Meaning> account, int amount, int role) {}

    private PostingPlan(ImmutableMap<String, Balance.Grain> kept, ImmutableMap<PostingKey, Cases> byKey) {
        this.kept = kept;
        this.byKey = byKey;
    }

    /**
     * The plan of these rules for these kinds of posting.
     *
     * @throws IllegalArgumentException if a kind of posting has no case table, a table asks a facet the posting does not
     *     have, or a rule names an account, an amount or a role that does not exist
     */
    public static PostingPlan of(AccountingRules rules, ImmutableList<PostingKey> keys) {
        ImmutableSet<String> known = keys.stream().map(PostingKey::name).collect(ImmutableSet.toImmutableSet());
        if (!known.equals(rules.cases().keySet())) {
            throw new IllegalArgumentException("case tables must answer the postings " + known + ", not "
                    + rules.cases().keySet());
        }
        ImmutableMap<String, Balance.Grain> kept = ImmutableMap.copyOf(Maps.transformValues(
                rules.dimensions(), dimensions -> Dimensions.ALL.grain(dimensions, Span.CUMULATIVE)));
        return new PostingPlan(kept, keys.stream().collect(toImmutableMap(key -> key, new Resolver(rules)::resolve)));
    }

    /** What a posting makes, dated and with the day on which it took effect. */
    public Booking book(Posting posting, LocalDate date, LocalDate effectiveOn) {
        Resolved resolved = resolved(posting);
        ImmutableList.Builder<Entry> entries =
                ImmutableList.builderWithExpectedSize(resolved.entries().size());
        for (ResolvedRule rule : resolved.entries()) {
            entries.add(entry(rule, posting, date, effectiveOn));
        }
        return new Booking(
                entries.build(),
                resolved.drafts().isEmpty() ? ImmutableList.of() : ImmutableList.of(draft(resolved.drafts(), posting)));
    }

    /**
     * The kinds of posting that do something else to the accounts of a ledger than under another plan, in some case. Codes,
     * names and ids do not matter, nor on which side an account grows: what each makes of each account does.
     *
     * @param chart the chart of the ledger under this plan
     * @param others the chart of the ledger under the other plan
     */
    public ImmutableList<String> differingFrom(PostingPlan other, Chart chart, Chart others) {
        return byKey.entrySet().stream()
                .filter(entry -> !effects(entry.getValue(), chart).equals(effects(other.cases(entry.getKey()), others)))
                .map(entry -> entry.getKey().name())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMultiset<Effect>> effects(Cases cases, Chart chart) {
        return cases.resolved().stream()
                .map(resolved -> resolved.entries().stream()
                        .filter(rule -> rule.rule().ledger().equals(chart.ledger()))
                        .flatMap(rule -> rule.lines().stream())
                        .map(line -> effect(line, chart))
                        .collect(ImmutableMultiset.toImmutableMultiset()))
                .collect(toImmutableList());
    }

    private static Effect effect(ResolvedLine resolved, Chart chart) {
        Meaning account = resolved.account().orElseThrow();
        RuleLine line = resolved.line();
        boolean grows = chart.account(account).orElseThrow().normalSide() == line.side();
        return new Effect(account, grows ? line.sign() : -line.sign(), line.amount(), resolved.role());
    }

    @SuppressWarnings("EnumOrdinal") // a facet holds all constants of its enum in their order
    private Resolved resolved(Posting posting) {
        Cases cases = cases(posting.key());
        int index = 0;
        for (int i = 0; i < posting.facets().size(); i++) {
            index = index * cases.sizes().get(i) + posting.facets().get(i).ordinal();
        }
        return cases.resolved().get(index);
    }

    private Cases cases(PostingKey key) {
        Cases cases = byKey.get(key);
        if (cases == null) {
            throw new IllegalStateException("no rules for the posting " + key);
        }
        return cases;
    }

    private Entry entry(ResolvedRule resolved, Posting posting, LocalDate date, LocalDate effectiveOn) {
        PostingRule rule = resolved.rule();
        Balance.Grain grain = kept(rule.ledger());
        ImmutableList.Builder<Line> lines =
                ImmutableList.builderWithExpectedSize(resolved.lines().size());
        int lastRole = -1;
        Segments segments = posting.blocks().get(0);
        for (ResolvedLine line : resolved.lines()) {
            if (line.role() != lastRole) {
                lastRole = line.role();
                segments = grain.project(posting.blocks().get(lastRole));
            }
            lines.add(new Line(line.account().orElseThrow(), line.line().side(), amount(line, posting), segments));
        }
        return new Entry(
                rule.ledger(),
                rule.basis(),
                rule.id(),
                date,
                effectiveOn,
                lines.build(),
                posting.key().name(),
                Optional.empty());
    }

    private Draft draft(ImmutableList<ResolvedRule> rules, Posting posting) {
        ImmutableList.Builder<DraftLine> lines = ImmutableList.builder();
        for (ResolvedRule rule : rules) {
            for (ResolvedLine line : rule.lines()) {
                lines.add(new DraftLine(rule.rule(), line.line(), line.account(), amount(line, posting)));
            }
        }
        ResolvedRule first = rules.get(0);
        Segments block = posting.blocks().get(first.lines().get(0).role());
        return new Draft(lines.build(), kept(first.rule().ledger()).project(block));
    }

    private static long amount(ResolvedLine line, Posting posting) {
        return line.line().sign() * posting.amounts().get(line.amount());
    }

    private Balance.Grain kept(LedgerId ledger) {
        Balance.Grain grain = kept.get(ledger.name());
        if (grain == null) {
            throw new IllegalStateException("no dimensions for ledger " + ledger);
        }
        return grain;
    }

    /** Resolves rules and accounts for every combination of facets. */
    private static final class Resolver {
        private final AccountingRules rules;
        private final ImmutableMap<String, PostingRule> byId;
        private final ImmutableMap<String, CaseTable<String>> accounts;
        private final ImmutableMap<LedgerId, Chart> charts;

        Resolver(AccountingRules rules) {
            this.rules = rules;
            this.byId = rules.rules().stream().collect(toImmutableMap(PostingRule::id, rule -> rule));
            this.accounts = rules.accounts().stream().collect(toImmutableMap(CaseTable::name, table -> table));
            this.charts = rules.charts().stream().collect(toImmutableMap(Chart::ledger, chart -> chart));
        }

        Cases resolve(PostingKey key) {
            ImmutableList<Facet> facets = key.facets().stream().map(Facet::of).collect(toImmutableList());
            return new Cases(
                    ImmutableIntArray.copyOf(
                            facets.stream().mapToInt(facet -> facet.constants().size())),
                    Lists.cartesianProduct(Lists.transform(facets, Facet::constants)).stream()
                            .map(constants -> resolve(key, facets, constants))
                            .collect(toImmutableList()));
        }

        private Resolved resolve(PostingKey key, ImmutableList<Facet> facets, List<String> constants) {
            ImmutableList.Builder<PostingRule> chosen = ImmutableList.builder();
            for (CaseTable<ImmutableList<String>> table : tables(key)) {
                for (String id : table.answer(narrow(key, table, facets, constants))) {
                    chosen.add(rule(id));
                }
            }
            ImmutableList<PostingRule> all = chosen.build();
            ImmutableSet<LedgerId> drafted = all.stream()
                    .filter(PostingRule::isDraft)
                    .map(PostingRule::ledger)
                    .collect(ImmutableSet.toImmutableSet());
            Map<Boolean, List<ResolvedRule>> parts = all.stream()
                    .map(rule -> new ResolvedRule(rule, lines(rule, key, facets, constants)))
                    .collect(java.util.stream.Collectors.partitioningBy(
                            resolved -> drafted.contains(resolved.rule().ledger())));
            return new Resolved(
                    ImmutableList.copyOf(parts.getOrDefault(false, List.of())),
                    ImmutableList.copyOf(parts.getOrDefault(true, List.of())));
        }

        private ImmutableList<CaseTable<ImmutableList<String>>> tables(PostingKey key) {
            return rules.cases().getOrDefault(key.name(), ImmutableList.of());
        }

        private static List<String> narrow(
                PostingKey key, CaseTable<?> table, ImmutableList<Facet> facets, List<String> constants) {
            return ImmutableList.copyOf(Lists.transform(table.facets(), facet -> {
                int index = facets.indexOf(facet);
                if (index < 0) {
                    throw new IllegalArgumentException(
                            "table " + table.name() + " asks " + facet + ", which " + key.name() + " does not have");
                }
                return constants.get(index);
            }));
        }

        private PostingRule rule(String id) {
            PostingRule rule = byId.get(id);
            if (rule == null) {
                throw new IllegalArgumentException("no posting rule has the id " + id);
            }
            return rule;
        }

        private ImmutableList<ResolvedLine> lines(
                PostingRule rule, PostingKey key, ImmutableList<Facet> facets, List<String> constants) {
            return rule.lines().stream()
                    .map(line -> new ResolvedLine(
                            line,
                            account(rule, line, key, facets, constants),
                            index(key.amounts(), line.amount(), rule),
                            index(key.roles(), line.role(), rule)))
                    .collect(toImmutableList());
        }

        private Optional<Meaning> account(
                PostingRule rule, RuleLine line, PostingKey key, ImmutableList<Facet> facets, List<String> constants) {
            if (line.isOpen()) {
                return Optional.empty();
            }
            String name = line.account();
            if (name.startsWith("{")) {
                CaseTable<String> table = accounts.get(name.substring(1, name.length() - 1));
                if (table == null) {
                    throw new IllegalArgumentException("rule " + rule.id() + " names the unknown table " + name);
                }
                name = table.answer(narrow(key, table, facets, constants));
            }
            return Optional.of(posted(rule, new Meaning(rule.ledger(), name)));
        }

        private Meaning posted(PostingRule rule, Meaning meaning) {
            Chart chart = charts.get(rule.ledger());
            boolean known = chart != null
                    && chart.account(meaning)
                            .filter(account -> account.basis() == rule.basis() && chart.isPostable(account))
                            .isPresent();
            if (!known) {
                throw new IllegalArgumentException(
                        "rule " + rule.id() + " posts to " + meaning + ", no postable account on " + rule.basis());
            }
            return meaning;
        }

        private static int index(ImmutableList<String> names, String name, PostingRule rule) {
            int index = names.indexOf(name);
            if (index < 0) {
                throw new IllegalArgumentException("rule " + rule.id() + " names " + name + ", known are " + names);
            }
            return index;
        }
    }
}
