package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.masterdata.ByPrefix;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.ProjectRules;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.register.Agency;
import org.fiscalloop.rulebook.RulesInForce;

/** Reads the balances of a scope and tells of each what filters ask. */
final class Figures {
    private final Reads reads;
    private final Scope scope;
    private final ByPrefix<FundBook> funds;
    private final ProjectRules projects;
    private final Map<String, Boolean> agencies = new HashMap<>();
    private final Map<String, SpendingKind> kinds = new HashMap<>();

    Figures(Reads reads, Scope scope, RulesInForce rules) {
        this.reads = reads;
        this.scope = scope;
        this.funds = rules.of(PaymentFlow.RULES).fundBooks();
        this.projects = rules.of(ProjectFlow.RULES);
    }

    /** The figures of a ledger. The memorandum ledger is not closed by year: all its years are of this one. */
    ImmutableList<Figure> of(LedgerId ledger, int yearsBack) {
        Segments at = Dimensions.of(Dimensions.DIVISION, scope.division());
        if (!scope.withSubordinates()) {
            at = at.with(Dimensions.AGENCY, scope.agency().orElseThrow());
        }
        Map<Figure.Traits, List<Balances.Kept>> byTraits = new LinkedHashMap<>();
        if (ledger.equals(Ledgers.MEMORANDUM)) {
            add(byTraits, reads.balances(ledger, at), 0);
        } else {
            for (int back = 0; back <= yearsBack; back++) {
                Segments ofYear = at.with(Dimensions.YEAR, Integer.toString(scope.year() - back));
                add(byTraits, reads.balances(ledger, ofYear), back);
            }
        }
        ImmutableList.Builder<Figure> figures = ImmutableList.builder();
        byTraits.forEach((traits, rows) -> figures.add(Figure.of(traits, rows)));
        return figures.build();
    }

    private void add(
            Map<Figure.Traits, List<Balances.Kept>> byTraits, ImmutableList<Balances.Kept> rows, int yearsBack) {
        for (Balances.Kept row : rows) {
            Segments block = row.key().segments();
            if (isOfScope(block)) {
                byTraits.computeIfAbsent(traits(row, block, yearsBack), traits -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    private Figure.Traits traits(Balances.Kept row, Segments block, int yearsBack) {
        return new Figure.Traits(
                row.account(),
                yearsBack,
                Stage.of(block),
                funds.find(block.value(Dimensions.FUND)).orElse(FundBook.OTHER),
                kinds.computeIfAbsent(block.value(Dimensions.PROJECT), this::kind),
                block.value(Dimensions.DEPARTMENT_ECONOMIC));
    }

    /** What names no project is daily operation. */
    private SpendingKind kind(String code) {
        return code.isEmpty()
                ? SpendingKind.OPERATING
                : projects.spendingKind(project(code, reads).terms().category());
    }

    static Project project(String code, Reads reads) {
        return reads.find(Project.id(new ProjectCode(code)))
                .orElseThrow(() -> new IllegalStateException("a balance names a project that there is not: " + code));
    }

    private boolean isOfScope(Segments block) {
        return scope.agency()
                .map(agency -> agencies.computeIfAbsent(
                        block.value(Dimensions.AGENCY),
                        code -> scope.withSubordinates()
                                ? Agency.isWithin(scope.division(), code, agency, reads)
                                : code.equals(agency)))
                .orElse(true);
    }

    /** Whether a coding block is of the agencies that are asked for, of those whose balances have been read. */
    Predicate<Segments> isOfScope() {
        ImmutableMap<String, Boolean> known = ImmutableMap.copyOf(agencies);
        return block -> scope.agency().isEmpty() || known.getOrDefault(block.value(Dimensions.AGENCY), false);
    }
}
