package org.fiscalloop.examples.quickstart;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.ledger.TrialBalance;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.masterdata.ProjectCode;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.project.ProjectFlow;
import org.fiscalloop.project.SpendingKind;
import org.fiscalloop.rulebook.RulesInForce;

/**
 * What the books say at the end of the year was appropriated, by function, economic 款 and kind of spending.
 *
 * @param cells one for each combination
 */
record Expenditure(ImmutableList<Expenditure.Cell> cells) {
    /** What is appropriated at the beginning of the year is booked by the set of books that its fund belongs to. */
    private static final ImmutableSet<Meaning> APPROPRIATED = ImmutableSet.of(
            new Meaning(Ledgers.ALLOTMENT, "CURRENT_REVENUE"),
            new Meaning(Ledgers.ALLOTMENT, "SPECIAL_ACCOUNT_FUNDS"),
            new Meaning(Ledgers.ALLOTMENT, "AGENCY_FUNDS"));

    /** An amount in fen; the kind is that of the project. */
    record Cell(String fund, String function, String economic, SpendingKind kind, long fen) {}

    /** The sources of the allotment ledger: what was appropriated at the beginning of the year. */
    static Expenditure appropriated(Office office, LocalDate on) {
        RulesInForce rules = office.rules(on);
        return new Expenditure(TrialBalance.of(
                        rules.books(),
                        office.loop().balances(),
                        ImmutableList.of(
                                Dimensions.YEAR,
                                Dimensions.FUND,
                                Dimensions.PROJECT,
                                Dimensions.FUNCTION,
                                Dimensions.DEPARTMENT_ECONOMIC,
                                Dimensions.PHASE))
                .rows()
                .stream()
                .filter(row -> APPROPRIATED.contains(row.account().meaning())
                        && row.at().value(Dimensions.PHASE).isEmpty()
                        && row.at().value(Dimensions.YEAR).equals(Integer.toString(on.getYear())))
                .map(row -> cell(row.at(), row.closingNet(), office, rules))
                .collect(toImmutableList()));
    }

    private static Cell cell(Segments at, long fen, Office office, RulesInForce rules) {
        Project project = office.loop()
                .find(Project.id(new ProjectCode(at.value(Dimensions.PROJECT))))
                .orElseThrow();
        return new Cell(
                at.value(Dimensions.FUND),
                at.value(Dimensions.FUNCTION),
                at.value(Dimensions.DEPARTMENT_ECONOMIC),
                rules.of(ProjectFlow.RULES).spendingKind(project.terms().category()),
                fen);
    }

    /** What is left on an account of a ledger, on its normal side, of some years and phases. */
    static long on(LedgerId ledger, String account, Office office, Predicate<Segments> at) {
        return TrialBalance.of(
                        office.rules(LocalDate.of(office.agency().fiscalYear(), 12, 31))
                                .books(),
                        office.loop().balances(),
                        ImmutableList.of(Dimensions.YEAR, Dimensions.PHASE))
                .rows()
                .stream()
                .filter(row -> row.account().meaning().equals(new Meaning(ledger, account)))
                .filter(row -> at.test(row.at()))
                .map(TrialBalance.Row::closingNet)
                .reduce(0L, Fen::add);
    }

    /** What the budgetary accounts of carry-over and surplus began the year with, of those whose meaning is wanted. */
    static long opened(Office office, Predicate<String> wanted) {
        LocalDate on = LocalDate.of(office.agency().fiscalYear(), 12, 31);
        return TrialBalance.of(
                        office.rules(on).books(),
                        office.loop().balances(),
                        ImmutableList.of(Dimensions.YEAR, Dimensions.PHASE))
                .of(Ledgers.AGENCY, Basis.BUDGETARY)
                .rows()
                .stream()
                .filter(row -> Phase.OPENING.has(row.at())
                        && row.at().value(Dimensions.YEAR).equals(Integer.toString(on.getYear()))
                        && row.account().normalSide() == Side.CREDIT
                        && wanted.test(row.account().meaning().name()))
                .map(TrialBalance.Row::closingNet)
                .reduce(0L, Fen::add);
    }

    /** The sum of some cells, in fen. */
    long sum(Predicate<Cell> of) {
        return cells.stream().filter(of).map(Cell::fen).reduce(0L, Fen::add);
    }
}
