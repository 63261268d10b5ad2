package org.fiscalloop.closing;

import static org.fiscalloop.closing.ClosingRule.WHOLE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.closing.ClosingPlan.Step;
import org.fiscalloop.flow.Case;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.project.Project;

/**
 * The entries that close one set of books for a year and bring what is left into the next: an entry for each rule that finds
 * something, on 31 December, and for each basis one by which the balances leave the year and one by which they enter the next.
 */
final class ClosingEntries {
    /** 结转下年: names the entry by which balances leave a closed year. */
    static final String CARRIED = "year-carried";

    /** 上年结转: names the entry by which they enter the next. */
    static final String OPENED = "year-opened";

    private final ClosingTerms terms;
    private final YearBalances balances;
    private final Case facts;
    private final Map<String, Boolean> ended = new HashMap<>();

    private ClosingEntries(ClosingTerms terms, Case facts) {
        this.terms = terms;
        this.facts = facts;
        this.balances = new YearBalances(facts.reads().balances(terms.ledgerId(), terms.block(terms.fiscalYear())));
    }

    /** The entries of the books of an agency of this kind, or of the finance department. */
    static ImmutableList<Entry> of(ClosingTerms terms, ClosingPlan plan, Optional<AgencyKind> kind, Case facts) {
        ClosingEntries closing = new ClosingEntries(terms, facts);
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        plan.steps(terms.ledgerId(), kind).forEach(step -> closing.close(step).ifPresent(entries::add));
        for (Basis basis : Basis.values()) {
            entries.addAll(closing.roll(basis, plan));
        }
        return entries.build();
    }

    /**
     * The entries by which the memorandum ledger ends what it keeps of the budget lines of a year: what is left of its other
     * accounts stays as it is.
     *
     * @param year which year of the division is closed
     */
    static ImmutableList<Entry> memorandum(ClosingTerms year, ClosingPlan plan, Case facts) {
        ClosingTerms terms =
                new ClosingTerms(year.division(), year.agency(), year.fiscalYear(), Ledgers.MEMORANDUM.name());
        ClosingEntries closing = new ClosingEntries(terms, facts);
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        plan.steps(Ledgers.MEMORANDUM, Optional.empty())
                .forEach(step -> closing.close(step).ifPresent(entries::add));
        return entries.build();
    }

    private Optional<Entry> close(Step step) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (Meaning from : step.from()) {
            taken(step, from).forEach((block, credit) -> {
                lines.add(line(from, -credit, Phase.CLOSING.in(block)));
                balances.add(from, block, -credit);
                target(step, block).ifPresent(to -> {
                    lines.add(line(to, credit, Phase.CLOSING.in(block)));
                    balances.add(to, block, credit);
                });
            });
        }
        return entry(step.rule().basis(), step.rule().id(), terms.lastDay(), lines.build());
    }

    /** What a rule takes of an account, on its credit side, by coding block. */
    private ImmutableMap<Segments, Long> taken(Step step, Meaning from) {
        ClosingRule rule = step.rule();
        ImmutableMap<Segments, Long> credits = balances.of(step.amountOf().orElse(from));
        return switch (rule.condition()) {
            case ALWAYS -> credits;
            case CREDIT_ONLY -> YearBalances.total(credits) > 0 ? part(credits, rule.portion()) : ImmutableMap.of();
            case PROJECT_ENDED -> ImmutableMap.copyOf(Maps.filterKeys(credits, this::hasEnded));
        };
    }

    /**
     * A portion per ten thousand of the sum, down to the fen (舍去分以下), taken from the credits in their order and from none
     * more than there is.
     */
    private static ImmutableMap<Segments, Long> part(ImmutableMap<Segments, Long> credits, int portion) {
        if (portion == WHOLE) {
            return credits;
        }
        long total = YearBalances.total(credits);
        long left = total / WHOLE * portion + total % WHOLE * portion / WHOLE;
        ImmutableMap.Builder<Segments, Long> part = ImmutableMap.builder();
        for (Map.Entry<Segments, Long> credit : credits.entrySet()) {
            long fen = Math.min(left, credit.getValue());
            if (fen > 0) {
                part.put(credit.getKey(), fen);
                left -= fen;
            }
        }
        return part.buildOrThrow();
    }

    private boolean hasEnded(Segments block) {
        String project = block.value(Dimensions.PROJECT);
        return !project.isEmpty()
                && ended.computeIfAbsent(
                        project,
                        code -> facts.find(new Id<>(Project.KIND, code))
                                .filter(Project::hasEnded)
                                .isPresent());
    }

    private Optional<Meaning> target(Step step, Segments block) {
        FundBook book = facts.rules(TreasuryCodes.KEY).book(block.value(Dimensions.FUND));
        return Optional.ofNullable(step.to().get(book));
    }

    /** What is left of the accounts of a basis leaves the year and enters the next. */
    private ImmutableList<Entry> roll(Basis basis, ClosingPlan plan) {
        int next = terms.fiscalYear() + 1;
        ImmutableList.Builder<Line> carried = ImmutableList.builder();
        ImmutableList.Builder<Line> opened = ImmutableList.builder();
        for (Meaning account : balances.accounts()) {
            Optional<Account> known = plan.chart(terms.ledgerId()).account(account);
            if (known.filter(found -> found.basis() == basis).isPresent()) {
                balances.of(account).forEach((block, credit) -> {
                    carried.add(line(account, -credit, Phase.CARRIED.in(block)));
                    opened.add(line(
                            account, credit, Phase.OPENING.in(block.with(Dimensions.YEAR, Integer.toString(next)))));
                });
            }
        }
        ImmutableList.Builder<Entry> entries = ImmutableList.builder();
        entry(basis, CARRIED, terms.lastDay(), carried.build()).ifPresent(entries::add);
        entry(basis, OPENED, LocalDate.of(next, Month.JANUARY, 1), opened.build())
                .ifPresent(entries::add);
        return entries.build();
    }

    private Optional<Entry> entry(Basis basis, String rule, LocalDate on, ImmutableList<Line> lines) {
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(
                        terms.ledgerId(),
                        basis,
                        rule,
                        on,
                        on,
                        lines,
                        terms.closing().value(),
                        Optional.empty()));
    }

    /** A line by which an account grows on its credit side, or on its debit side where the amount is negative. */
    private static Line line(Meaning account, long credit, Segments block) {
        return credit > 0
                ? new Line(account, Side.CREDIT, credit, block)
                : new Line(account, Side.DEBIT, Math.negateExact(credit), block);
    }
}
