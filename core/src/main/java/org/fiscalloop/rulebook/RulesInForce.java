package org.fiscalloop.rulebook;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.hash.Hashing;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.fiscalloop.access.AccessFlow;
import org.fiscalloop.accounting.AccountingFlow;
import org.fiscalloop.accounting.AccountingRules;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PostingPlan;
import org.fiscalloop.agencyincome.AgencyIncomeFlow;
import org.fiscalloop.allotment.AllotmentFlow;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.asset.AssetFlow;
import org.fiscalloop.bankcollection.BankCollectionFlow;
import org.fiscalloop.budget.BudgetFlow;
import org.fiscalloop.carryover.CarryOverFlow;
import org.fiscalloop.carryover.CarryRule;
import org.fiscalloop.cashplan.CashPlanFlow;
import org.fiscalloop.closing.ClosingFlow;
import org.fiscalloop.closing.ClosingPlan;
import org.fiscalloop.collection.CollectionFlow;
import org.fiscalloop.correction.CorrectionFlow;
import org.fiscalloop.debt.DebtFlow;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.flow.DocumentType;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.incomebudget.IncomeBudgetFlow;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.Balance;
import org.fiscalloop.ledger.BalanceSource;
import org.fiscalloop.ledger.Books;
import org.fiscalloop.ledger.Limit;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Duty;
import org.fiscalloop.lifecycle.Lifecycle;
import org.fiscalloop.lifecycle.ReviewChains;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ElementRules;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.monitoring.MonitoringFlow;
import org.fiscalloop.opening.OpeningFlow;
import org.fiscalloop.payees.PayeesFlow;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.procurement.ProcurementFlow;
import org.fiscalloop.procurement.ProcurementMeasure;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.register.RegisterFlow;
import org.fiscalloop.revenue.RevenueFlow;
import org.fiscalloop.settlement.SettlementFlow;
import org.fiscalloop.temporary.TemporaryFlow;
import org.fiscalloop.transfer.TransferFlow;
import org.fiscalloop.virement.VirementFlow;

/**
 * A rulebook ready for use: its rules by package, the books they define, the plan of postings, and its fingerprint.
 *
 * <p>Building it proves the rulebook whole: every posting is answered, every account exists, every measure is mapped.
 */
public final class RulesInForce implements RuleSet {
    private static final int FINGERPRINT_BYTES = 16;

    private final Rulebook rulebook;
    private final Bytes fingerprint;
    private final String fingerprintText;
    private final ImmutableMap<String, Object> byPackage;
    private final ImmutableMap<String, Kept> measures;
    private final Books books;
    private final PostingPlan plan;
    private final ImmutableSet<Duty> duties;

    /** A measure with the grain at which it is read. */
    private record Kept(org.fiscalloop.ledger.Measure formula, Balance.Grain grain) {}

    /**
     * The rulebook in use.
     *
     * @param flows the packages whose postings and measures it must answer
     * @param plan the plan of its rules of the books
     * @param alsoKept measures that other rulebooks of the same loop need, kept from the first entry on
     * @param sums what the limits of all rulebooks of the same loop rest on, by code, kept likewise
     * @throws IllegalArgumentException if the rulebook leaves a posting, an account or a measure open, lists the posts of a
     *     review phase that there is not, requires an element on a kind of document that there is not, or does not close every account of
     *     income and expense
     */
    RulesInForce(
            Rulebook rulebook,
            Flows flows,
            ImmutableSet<org.fiscalloop.ledger.Measure> alsoKept,
            ImmutableSet<org.fiscalloop.ledger.Measure> sums,
            PostingPlan plan) {
        ControlLevel.requireControllable(rulebook);
        requireOneHardLevel(rulebook);
        requireKnownKinds(rulebook, flows);
        requireWholeCarryOver(rulebook);
        this.rulebook = rulebook;
        this.fingerprint = fingerprint(rulebook);
        this.fingerprintText = fingerprint.toString();
        this.byPackage = ImmutableMap.<String, Object>builder()
                .put(AccessFlow.RULES.name(), rulebook.access())
                .put(MasterdataRules.KEY.name(), rulebook.masterdata())
                .put(RegisterFlow.RULES.name(), rulebook.register())
                .put(ProjectFlow.RULES.name(), rulebook.project())
                .put(BudgetFlow.RULES.name(), rulebook.budget())
                .put(AllotmentFlow.RULES.name(), rulebook.allotment())
                .put(VirementFlow.RULES.name(), rulebook.virement())
                .put(CashPlanFlow.RULES.name(), rulebook.cashPlan())
                .put(MonitoringFlow.RULES.name(), rulebook.monitoring())
                .put(CarryOverFlow.RULES.name(), rulebook.carryOver())
                .put(TransferFlow.RULES.name(), rulebook.transfer())
                .put(ProcurementFlow.RULES.name(), rulebook.procurement())
                .put(PayeesFlow.RULES.name(), rulebook.payees())
                .put(BankCollectionFlow.RULES.name(), rulebook.bankCollection())
                .put(PaymentFlow.RULES.name(), rulebook.payment())
                .put(CorrectionFlow.RULES.name(), rulebook.correction())
                .put(TreasuryCodes.KEY.name(), rulebook.payment())
                .put(IncomeBudgetFlow.RULES.name(), rulebook.incomeBudget())
                .put(RevenueFlow.RULES.name(), rulebook.revenue())
                .put(CollectionFlow.RULES.name(), rulebook.collection())
                .put(AgencyIncomeFlow.RULES.name(), rulebook.agencyIncome())
                .put(DebtFlow.RULES.name(), rulebook.debt())
                .put(AssetFlow.RULES.name(), rulebook.asset())
                .put(TemporaryFlow.RULES.name(), rulebook.temporary())
                .put(SettlementFlow.RULES.name(), rulebook.settlement())
                .put(AccountingFlow.RULES.name(), rulebook.accounting())
                .put(ClosingFlow.RULES.name(), rulebook.closing())
                .put(ClosingPlan.KEY.name(), ClosingPlan.of(rulebook.closing().rules(), rulebook.accounting()))
                .put(OpeningFlow.RULES.name(), rulebook.opening())
                .buildOrThrow();
        ImmutableMap.Builder<String, Kept> kept = ImmutableMap.builder();
        for (Measure measure : flows.measures()) {
            org.fiscalloop.ledger.Measure formula = formula(rulebook.accounting(), measure);
            kept.put(measure.code(), new Kept(formula, Dimensions.ALL.grain(measure.by(), Span.CUMULATIVE)));
        }
        this.measures = kept.buildOrThrow();
        this.books = books(alsoKept, sums);
        this.plan = plan;
        requireKnownPhases(flows);
        this.duties = duties(flows);
    }

    /** What is available of executable allotments, less what contracts keep of it, is a hard limit at exactly one level. */
    private static void requireOneHardLevel(Rulebook rulebook) {
        ImmutableList<LimitRule.Term> available = ImmutableList.of(
                new LimitRule.Term(1, AllotmentMeasure.AVAILABLE.code()),
                new LimitRule.Term(-1, ProcurementMeasure.RESERVED.code()));
        ImmutableList<LimitRule> hard = rulebook.limits().stream()
                .filter(limit -> limit.severity() == Severity.HARD
                        && limit.terms().equals(available)
                        && limit.where().isEmpty())
                .collect(toImmutableList());
        if (hard.size() != 1) {
            throw new IllegalArgumentException(
                    "what is available of allotments must be a hard limit at exactly one level, not at "
                            + hard.stream().map(LimitRule::code).toList());
        }
        ControlLevel.require(rulebook, hard.get(0));
    }

    /** Posts of a phase that no document passes would review nothing. */
    private void requireKnownPhases(Flows flows) {
        Set<String> known = new TreeSet<>();
        Set<String> named = new TreeSet<>();
        for (DocumentType<?, ?, ?> document : flows.documents()) {
            known.addAll(document.lifecycle().apply(this).phases());
            named.addAll(document.reviews().apply(this).byPhase().keySet());
        }
        if (!known.containsAll(named)) {
            throw new IllegalArgumentException(
                    "there is no review phase " + Sets.difference(named, known) + "; the phases are " + known);
        }
    }

    /** An element required on a kind of document that there is not would be asked for nowhere. */
    private static void requireKnownKinds(Rulebook rulebook, Flows flows) {
        Set<String> known = new TreeSet<>();
        flows.documents().forEach(document -> known.add(document.kind().code()));
        for (ElementRules.Declaration declaration :
                rulebook.masterdata().elements().declarations()) {
            requireKnown(declaration, "required", declaration.requiredOn(), known);
            requireKnown(declaration, "set", declaration.setOn(), known);
        }
    }

    /** A rule of the carry-over by an element that there is not would never hold, and no other budget takes in what it gives. */
    private static void requireWholeCarryOver(Rulebook rulebook) {
        Set<String> known = new TreeSet<>(Elements.STANDARD);
        rulebook.masterdata().elements().declarations().forEach(declaration -> known.add(declaration.code()));
        for (CarryRule rule : rulebook.carryOver().treatments()) {
            if (!known.containsAll(rule.codes().keySet())) {
                throw new IllegalArgumentException("rule " + rule.code() + " of the carry-over asks for "
                        + Sets.difference(rule.codes().keySet(), known) + "; the elements are " + known);
            }
        }
        String general = rulebook.carryOver().generalFund();
        if (rulebook.payment().book(general) != FundBook.GENERAL) {
            throw new IllegalArgumentException(
                    "the carry-over gives to fund " + general + ", which is not of the general" + " budget");
        }
    }

    private static void requireKnown(
            ElementRules.Declaration declaration, String what, Set<String> kinds, Set<String> known) {
        if (!known.containsAll(kinds)) {
            throw new IllegalArgumentException("element " + declaration.code() + " is " + what + " on "
                    + Sets.difference(kinds, known) + "; the kinds of document are " + known);
        }
    }

    private ImmutableSet<Duty> duties(Flows flows) {
        ImmutableSet.Builder<Duty> all = ImmutableSet.builder();
        for (DocumentType<?, ?, ?> document : flows.documents()) {
            Lifecycle<?, ?> lifecycle = document.lifecycle().apply(this);
            ReviewChains chains = document.reviews().apply(this);
            lifecycle.rows().forEach(row -> row.duty().ifPresent(all::add));
            lifecycle.phases().forEach(phase -> chains.chain(phase).posts().forEach(post -> all.add(post.duty())));
        }
        return all.build();
    }

    /** The first 16 bytes of the SHA-256 of its canonical form. */
    static Bytes fingerprint(Rulebook rulebook) {
        String digest = Hashing.sha256()
                .hashBytes(RulebookShapes.RULEBOOK.encode(rulebook).buffer())
                .toString();
        return Bytes.fromHex(digest.substring(0, 2 * FINGERPRINT_BYTES));
    }

    /** The rulebook. */
    public Rulebook rulebook() {
        return rulebook;
    }

    /** Its fingerprint in 32 hexadecimal digits. */
    public String fingerprintText() {
        return fingerprintText;
    }

    /** Its fingerprint, 16 bytes. */
    public Bytes fingerprint() {
        return fingerprint;
    }

    @Override
    public <R> R of(Key<R> key) {
        Object rules = byPackage.get(key.name());
        if (rules == null) {
            throw new IllegalArgumentException("no rules of package " + key.name());
        }
        return key.type().cast(rules);
    }

    @Override
    public ImmutableSet<Duty> duties() {
        return duties;
    }

    /** The books it defines. */
    public Books books() {
        return books;
    }

    /** What each posting makes. */
    public PostingPlan plan() {
        return plan;
    }

    /** The value of a measure in fen. */
    public long value(Measure measure, Segments at, BalanceSource balances) {
        Kept kept = measures.get(measure.code());
        if (kept == null) {
            throw new IllegalArgumentException("no such measure: " + measure.code());
        }
        return books.value(kept.formula(), kept.grain().key(at, LocalDate.EPOCH), balances);
    }

    private static org.fiscalloop.ledger.Measure formula(AccountingRules rules, Measure measure) {
        ImmutableList<org.fiscalloop.ledger.Measure.Term> terms =
                rules.measures().get(measure.code());
        if (terms == null) {
            throw new IllegalArgumentException("measure is not mapped to accounts: " + measure.code());
        }
        return new org.fiscalloop.ledger.Measure(measure.code(), terms, measure.by(), Span.CUMULATIVE);
    }

    private Books books(
            ImmutableSet<org.fiscalloop.ledger.Measure> alsoKept, ImmutableSet<org.fiscalloop.ledger.Measure> sums) {
        ImmutableList<Books.Keeping> ledgers = rulebook.accounting().charts().stream()
                .map(chart -> new Books.Keeping(
                        chart,
                        Ledgers.balancing(chart.ledger()),
                        chart.ledger().equals(Ledgers.AGENCY)
                                ? java.util.Optional.of(Dimensions.AGENCY)
                                : java.util.Optional.empty()))
                .collect(toImmutableList());
        Set<org.fiscalloop.ledger.Measure> all = new LinkedHashSet<>();
        measures.values().forEach(kept -> all.add(kept.formula()));
        all.addAll(alsoKept);
        return Books.of(
                Dimensions.ALL,
                ledgers,
                rulebook.limits().stream().map(this::limit).collect(toImmutableList()),
                ImmutableList.copyOf(all),
                sums.asList());
    }

    private Limit limit(LimitRule rule) {
        return new Limit(
                rule.reason(),
                terms(rulebook, rule),
                rule.dimensions(),
                rule.span(),
                rule.permitted(),
                rule.severity(),
                rule.where().map(measure -> where(rulebook, rule, measure)));
    }

    /** The one account of the measure by which it is known where a limit holds. */
    private static Meaning where(Rulebook rulebook, LimitRule rule, String measure) {
        ImmutableList<org.fiscalloop.ledger.Measure.Term> accounts =
                rulebook.accounting().measures().getOrDefault(measure, ImmutableList.of());
        if (accounts.size() != 1) {
            throw new IllegalArgumentException(
                    "limit " + rule.code() + " must hold where one account is not nothing: " + measure);
        }
        return accounts.get(0).account();
    }

    private static ImmutableList<org.fiscalloop.ledger.Measure.Term> terms(Rulebook rulebook, LimitRule rule) {
        ImmutableList.Builder<org.fiscalloop.ledger.Measure.Term> terms = ImmutableList.builder();
        Map<String, ImmutableList<org.fiscalloop.ledger.Measure.Term>> mapped =
                rulebook.accounting().measures();
        for (LimitRule.Term term : rule.terms()) {
            ImmutableList<org.fiscalloop.ledger.Measure.Term> accounts = mapped.get(term.measure());
            if (accounts == null) {
                throw new IllegalArgumentException("limit " + rule.code() + " names no measure: " + term.measure());
            }
            for (org.fiscalloop.ledger.Measure.Term account : accounts) {
                terms.add(new org.fiscalloop.ledger.Measure.Term(
                        account.name(), term.sign() * account.sign(), account.account()));
            }
        }
        return terms.build();
    }

    /** The measures by which its packages keep balances, for the other rulebooks of the same loop to keep too. */
    static ImmutableSet<org.fiscalloop.ledger.Measure> keeps(Rulebook rulebook, Flows flows) {
        return flows.measures().stream()
                .map(measure -> formula(rulebook.accounting(), measure))
                .collect(toImmutableSet());
    }

    /** What its limits rest on, and by what it is known where they hold, by code, for the other rulebooks of the same loop to keep too. */
    static ImmutableSet<org.fiscalloop.ledger.Measure> rests(Rulebook rulebook) {
        ImmutableSet.Builder<org.fiscalloop.ledger.Measure> all = ImmutableSet.builder();
        for (LimitRule limit : rulebook.limits()) {
            all.add(rest(limit, terms(rulebook, limit)));
            limit.where()
                    .map(measure -> where(rulebook, limit, measure))
                    .ifPresent(where -> all.add(rest(
                            limit, ImmutableList.of(org.fiscalloop.ledger.Measure.Term.plus(limit.code(), where)))));
        }
        return all.build();
    }

    private static org.fiscalloop.ledger.Measure rest(
            LimitRule limit, ImmutableList<org.fiscalloop.ledger.Measure.Term> terms) {
        return new org.fiscalloop.ledger.Measure(limit.code(), terms, limit.dimensions(), limit.span());
    }
}
