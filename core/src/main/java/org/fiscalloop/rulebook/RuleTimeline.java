package org.fiscalloop.rulebook;

import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingPlan;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.CodeRow;
import org.fiscalloop.masterdata.CodeTables;
import org.fiscalloop.masterdata.DivisionCode;

/**
 * All rulebooks of a loop: those of the nation by fiscal year, and the overlays of provinces, cities and counties.
 *
 * <p>It gives the rules in force for a division, a fiscal year and a date: the nation's, then the overlays of the
 * division's ancestors from the top, then its own. Every combination is resolved and proved when the timeline is built.
 */
public final class RuleTimeline {
    /** Why an overlay is refused. */
    public static final Reasons REASONS = Overlays.REASONS;

    /** The ledgers that limits and controls read: what a posting does to an account there is the same everywhere. */
    static final ImmutableList<LedgerId> CONTROL = ImmutableList.of(Ledgers.ALLOTMENT, Ledgers.MEMORANDUM);

    private static final String NATION = "";

    private final Flows flows;
    private final ImmutableListMultimap<Integer, Rulebook> national;
    private final ImmutableList<Overlay> overlays;
    private final ImmutableMap<Scope, ImmutableList<RulesInForce>> resolved;
    private final ImmutableMap<Bytes, RulesInForce> byFingerprint;

    private final boolean isPinned;
    private final Optional<RulesInForce> pinned;
    // Found once for each division that asks; it holds nothing that is not derived from the fields above.
    private final ConcurrentMap<Scope, ImmutableList<RulesInForce>> inherited = new ConcurrentHashMap<>();

    private record Scope(String owner, int fiscalYear) {}

    private RuleTimeline(RuleTimeline whole, Optional<RulesInForce> only) {
        this.flows = whole.flows;
        this.national = whole.national;
        this.overlays = whole.overlays;
        this.resolved = whole.resolved;
        this.byFingerprint = whole.byFingerprint;
        this.isPinned = true;
        this.pinned = only;
    }

    private RuleTimeline(Resolver resolver) {
        this.flows = resolver.flows;
        this.national = ImmutableListMultimap.copyOf(resolver.national);
        this.overlays = resolver.overlays;
        this.resolved = resolver.inForce();
        Map<Bytes, RulesInForce> all = new LinkedHashMap<>();
        resolved.values().forEach(list -> list.forEach(rules -> all.put(rules.fingerprint(), rules)));
        this.byFingerprint = ImmutableMap.copyOf(all);
        this.isPinned = false;
        this.pinned = Optional.empty();
    }

    /** The nation's rulebooks without any overlay. */
    public static RuleTimeline of(Flows flows, ImmutableList<Rulebook> national) {
        return new RuleTimeline(new Resolver(flows, national, ImmutableList.of()));
    }

    /**
     * This timeline with an overlay more.
     *
     * <p>An overlay may give accounts other codes and sides, and post otherwise in the books of treasury and agencies. In
     * the allotment and memorandum ledgers, which limits and controls read, every posting does to each account what it does
     * under the nation's rules.
     *
     * @return refused if its year has no national rules or its owner is no division of that year, if it changes an item that
     *     an upper level has locked, naming who locked it, or if a code of a table has vanished, or if what it sets makes no
     *     valid rulebook
     */
    public Decision<RuleTimeline> with(Overlay overlay) {
        Facts where = Facts.of("overlay", text(overlay.title())).and("year", count(overlay.fiscalYear()));
        if (national.get(overlay.fiscalYear()).isEmpty()) {
            return Decision.refused(Refusal.of(
                    Overlays.NO_NATIONAL_RULES,
                    where.and(Refusal.ALLOWED, texts(Iterables.transform(national.keySet(), String::valueOf)))));
        }
        if (!knows(overlay.owner(), overlay.fiscalYear())) {
            return Decision.refused(
                    Refusal.of(Overlays.UNKNOWN_DIVISION, where.and("division", text(overlay.owner()))));
        }
        Resolver resolver = new Resolver(
                flows,
                ImmutableList.copyOf(national.values()),
                ImmutableList.<Overlay>builder().addAll(overlays).add(overlay).build());
        ImmutableList<Refusal> refusals = resolver.refusals();
        if (!refusals.isEmpty()) {
            return new Decision.Refused<>(refusals);
        }
        try {
            return Decision.accepted(new RuleTimeline(resolver));
        } catch (IllegalArgumentException problem) {
            return Decision.refused(Overlays.notValid(overlay, overlay.paths(), problem));
        }
    }

    /** The packages whose rules these are. */
    public Flows flows() {
        return flows;
    }

    /** The rules in force, absent if there are none for the fiscal year on that date or the tables do not know the division. */
    public Optional<RulesInForce> at(String division, int fiscalYear, LocalDate date) {
        if (isPinned
                && pinned.map(RulesInForce::rulebook).map(Rulebook::fiscalYear).orElse(fiscalYear) == fiscalYear) {
            return pinned;
        }
        Scope scope = new Scope(division, fiscalYear);
        ImmutableList<RulesInForce> known = resolved.get(scope);
        if (known == null) {
            known = inherited.computeIfAbsent(scope, this::inherit);
        }
        return last(known, date);
    }

    /** What a division without overlays of its own has from the nearest division above it that has some. */
    private ImmutableList<RulesInForce> inherit(Scope scope) {
        String owner = scope.owner();
        while (knows(owner, scope.fiscalYear())) {
            owner = parent(owner, scope.fiscalYear(), tables());
            ImmutableList<RulesInForce> above = resolved.get(new Scope(owner, scope.fiscalYear()));
            if (above != null) {
                return above;
            }
        }
        return ImmutableList.of();
    }

    /**
     * A timeline on which these rules alone are in force in their fiscal year, everywhere and always, and in other years what
     * else is; or none at all: for deriving again what was decided by them.
     */
    public RuleTimeline pinned(Optional<RulesInForce> only) {
        return new RuleTimeline(this, only);
    }

    /** The rules with this fingerprint. */
    public Optional<RulesInForce> byFingerprint(Bytes fingerprint) {
        return Optional.ofNullable(byFingerprint.get(fingerprint));
    }

    /** Every set of rules, each once. */
    public ImmutableList<RulesInForce> all() {
        return byFingerprint.values().asList();
    }

    private static Optional<RulesInForce> last(ImmutableList<RulesInForce> list, LocalDate date) {
        Optional<RulesInForce> found = Optional.empty();
        for (RulesInForce rules : list) {
            if (!rules.rulebook().validFrom().isAfter(date)) {
                found = Optional.of(rules);
            }
        }
        return found;
    }

    /** The fiscal years for which the nation has rules. */
    public ImmutableSet<Integer> fiscalYears() {
        return national.keySet();
    }

    /**
     * Whether there is such a division in a fiscal year: the nation's table names it, or an overlay of a division above it
     * adds it to the table.
     */
    public boolean knows(String division, int fiscalYear) {
        return path(division, fiscalYear, tables()).isPresent();
    }

    private Map<Scope, List<Rulebook>> tables() {
        return Maps.transformValues(resolved, list -> Lists.transform(list, RulesInForce::rulebook));
    }

    private static String parent(String division, int fiscalYear, Map<Scope, List<Rulebook>> books) {
        return path(division, fiscalYear, books)
                .flatMap(path -> path.get(0).parent())
                .orElse(NATION);
    }

    /** A division and those above it, by the table of the nation or else of one of those above it. */
    private static Optional<ImmutableList<CodeRow>> path(
            String division, int fiscalYear, Map<Scope, List<Rulebook>> books) {
        return books.entrySet().stream()
                .filter(entry -> entry.getKey().fiscalYear() == fiscalYear)
                .flatMap(entry -> entry.getValue().stream()
                        .map(book -> book.masterdata().tables().path(Catalogue.DIVISION, division, fiscalYear))
                        .filter(path -> isBelow(entry.getKey().owner(), path)))
                .findFirst();
    }

    private static boolean isBelow(String owner, ImmutableList<CodeRow> path) {
        return owner.equals(NATION)
                ? !path.isEmpty()
                : path.stream().skip(1).anyMatch(row -> row.code().equals(owner));
    }

    /** Lays the overlays over the nation's rulebooks, from the top. */
    private static final class Resolver {
        private final Flows flows;
        private final ImmutableListMultimap<Integer, Rulebook> national;
        private final ImmutableList<Overlay> overlays;
        private final Map<Scope, List<Rulebook>> books = new LinkedHashMap<>();
        private final Map<AccountingRules, PostingPlan> plans = new HashMap<>();
        private final ImmutableList.Builder<Refusal> refused = ImmutableList.builder();

        Resolver(Flows flows, ImmutableList<Rulebook> national, ImmutableList<Overlay> overlays) {
            this.flows = flows;
            this.overlays = overlays;
            ImmutableListMultimap.Builder<Integer, Rulebook> byYear = ImmutableListMultimap.builder();
            national.stream()
                    .sorted(Comparator.comparing(Rulebook::fiscalYear).thenComparing(Rulebook::validFrom))
                    .forEach(rulebook -> byYear.put(rulebook.fiscalYear(), rulebook));
            this.national = byYear.build();
            this.national.asMap().forEach((year, list) -> books.put(new Scope(NATION, year), List.copyOf(list)));
            overlays.forEach(overlay -> resolve(overlay.owner(), overlay.fiscalYear()));
        }

        ImmutableList<Refusal> refusals() {
            return refused.build();
        }

        private List<Rulebook> resolve(String owner, int year) {
            Scope scope = new Scope(owner, year);
            List<Rulebook> known = books.get(scope);
            if (known != null || owner.equals(NATION)) {
                return known == null ? List.of() : known;
            }
            List<Rulebook> above = resolve(parent(owner, year, books), year);
            List<Overlay> own = overlays.stream()
                    .filter(overlay -> overlay.owner().equals(owner) && overlay.fiscalYear() == year)
                    .sorted(Comparator.comparing(Overlay::validFrom))
                    .toList();
            List<Rulebook> result = own.isEmpty() ? above : laid(above, own);
            books.put(scope, result);
            return result;
        }

        /** At every date on which one of them begins: the rulebook above with all overlays begun laid over it. */
        private List<Rulebook> laid(List<Rulebook> above, List<Overlay> own) {
            Set<LocalDate> dates = new LinkedHashSet<>();
            above.forEach(rulebook -> dates.add(rulebook.validFrom()));
            own.forEach(overlay -> dates.add(overlay.validFrom()));
            List<Rulebook> result = new ArrayList<>();
            dates.stream().sorted().forEach(date -> at(above, own, date).ifPresent(result::add));
            for (int i = 1; i < result.size(); i++) {
                refused.addAll(result.get(i)
                        .masterdata()
                        .tables()
                        .mayReplace(result.get(i - 1).masterdata().tables())
                        .refusals());
            }
            return result;
        }

        private Optional<Rulebook> at(List<Rulebook> above, List<Overlay> own, LocalDate date) {
            Optional<Rulebook> base = above.stream()
                    .filter(rulebook -> !rulebook.validFrom().isAfter(date))
                    .reduce((earlier, later) -> later);
            for (Overlay overlay : own) {
                if (base.isPresent() && !overlay.validFrom().isAfter(date)) {
                    Decision<Rulebook> laid = lay(overlay, base.get());
                    refused.addAll(laid.refusals());
                    base = laid.match(yes -> Optional.of(yes.value()), no -> Optional.empty());
                }
            }
            return base.map(rulebook ->
                    ImmutableRulebook.builder().from(rulebook).validFrom(date).build());
        }

        private static Decision<Rulebook> lay(Overlay overlay, Rulebook base) {
            CodeTables above = base.masterdata().tables();
            return Overlays.lay(base, overlay).flatMap(next -> {
                CodeTables own = next.masterdata().tables();
                return own.equals(above)
                        ? Decision.accepted(next)
                        : own.mayLieOver(above, new DivisionCode(overlay.owner()))
                                .map(kept -> next);
            });
        }

        ImmutableMap<Scope, ImmutableList<RulesInForce>> inForce() {
            Set<org.fiscalloop.ledger.Measure> kept = new LinkedHashSet<>();
            Set<org.fiscalloop.ledger.Measure> rests = new LinkedHashSet<>();
            books.values().forEach(list -> list.forEach(rulebook -> {
                kept.addAll(RulesInForce.keeps(rulebook, flows));
                rests.addAll(RulesInForce.rests(rulebook));
            }));
            ImmutableSet<org.fiscalloop.ledger.Measure> all = ImmutableSet.copyOf(kept);
            ImmutableSet<org.fiscalloop.ledger.Measure> sums = ImmutableSet.copyOf(rests);
            ImmutableMap.Builder<Scope, ImmutableList<RulesInForce>> map = ImmutableMap.builder();
            books.forEach((scope, list) -> map.put(
                    scope,
                    list.stream()
                            .map(rulebook -> new RulesInForce(rulebook, flows, all, sums, plan(rulebook)))
                            .collect(ImmutableList.toImmutableList())));
            return map.buildOrThrow();
        }

        private PostingPlan plan(Rulebook rulebook) {
            PostingPlan known = plans.get(rulebook.accounting());
            if (known != null) {
                return known;
            }
            PostingPlan plan = PostingPlan.of(rulebook.accounting(), flows.postings());
            Rulebook nation = national.get(rulebook.fiscalYear()).get(0);
            plans.put(rulebook.accounting(), plan);
            if (!national.containsValue(rulebook)) {
                CONTROL.forEach(ledger -> requireSame(ledger, plan, rulebook, nation));
            }
            return plan;
        }

        private void requireSame(LedgerId ledger, PostingPlan plan, Rulebook rulebook, Rulebook nation) {
            ImmutableList<String> differing =
                    plan.differingFrom(plan(nation), chart(rulebook, ledger), chart(nation, ledger));
            if (!differing.isEmpty()) {
                throw new IllegalArgumentException("limits read the " + ledger
                        + " ledger, where the nation's rules post " + differing + " otherwise");
            }
        }

        private static Chart chart(Rulebook rulebook, LedgerId ledger) {
            return rulebook.accounting().charts().stream()
                    .filter(chart -> chart.ledger().equals(ledger))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no chart of the ledger " + ledger));
        }
    }

    /** The name of a division in the tables of a fiscal year, or its code. */
    public String divisionName(String division, int fiscalYear) {
        return national.get(fiscalYear).stream()
                .flatMap(rulebook ->
                        rulebook.masterdata().tables().path(Catalogue.DIVISION, division, fiscalYear).stream())
                .findFirst()
                .map(row -> row.name())
                .orElse(division);
    }
}
