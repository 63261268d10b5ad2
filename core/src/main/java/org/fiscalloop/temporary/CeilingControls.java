package org.fiscalloop.temporary;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.EnumMap;
import java.util.Map;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;

/** The controls of the ceiling, and the expenditure that the books of the division show for it. */
final class CeilingControls {
    private static final LedgerId TREASURY = new LedgerId("treasury");
    private static final LedgerId MEMORANDUM = new LedgerId("memorandum");

    /** The accounts of executed expenditure, by budget. */
    private static final ImmutableMap<String, FundBook> EXECUTED = ImmutableMap.of(
            "GENERAL_PUBLIC_BUDGET_EXPENDITURE", FundBook.GENERAL,
            "GOVERNMENT_FUND_BUDGET_EXPENDITURE", FundBook.GOVERNMENT_FUND);

    /** The accounts of appropriated expenditure, of any budget. */
    private static final ImmutableSet<String> BUDGETED = ImmutableSet.of("LINE_UNRELEASED", "RELEASED_BUDGET");

    /** What the controls of a ceiling look at. */
    record OfCeiling(CeilingTerms terms, Case facts) {}

    static final Control<OfCeiling> OUTSIDE_YEAR =
            YearControl.within("temporary", c -> c.facts().on(), c -> c.terms().fiscalYear());

    static final Control<OfCeiling> WORKED_BY_HAND = Control.statutory(
            new Reason(
                    "temporary.worked-by-hand",
                    "How much may be out is not filled in",
                    "上限金额不得录入",
                    "the ceiling of {year} is filled in; it is worked out from the expenditure",
                    "{year} 年暂付款上限金额由支出计算, 不得录入",
                    TemporaryRules.CEILING),
            c -> c.terms().worked().isEmpty() ? holds() : violated(year(c)));

    static final Control<OfCeiling> UNDOCUMENTED = Control.statutory(
            new Reason(
                    "temporary.ceiling-undocumented",
                    "The expenditure names no document",
                    "支出数缺少文号",
                    "the ceiling of {year} needs the number of the document that says what was spent",
                    "{year} 年暂付款上限须注明支出数的文号",
                    TemporaryRules.CEILING),
            c -> c.terms().documentNo().isBlank() ? violated(year(c)) : holds());

    static final Control<OfCeiling> LATER_CEILING = Control.statutory(
            new Reason(
                    "temporary.later-ceiling",
                    "The ceiling of the next year is in force already",
                    "下一年度上限已下达",
                    "the ceiling of {year} has taken the place of this one",
                    "{year} 年暂付款上限已取代本上限",
                    Source.own("the ceiling of a year takes the place of that of the year before")),
            CeilingControls::noLaterCeiling);

    static final Control<OfCeiling> BOOKS_DIFFER = new Control<>(
            new Reason(
                    "temporary.expenditure-differs",
                    "The expenditure is not what the books show",
                    "支出数与账簿不符",
                    "{base} expenditure of {budget}, for the ceiling of {year} is filled in as {asked}; the books show {allowed}",
                    "{year} 年暂付款上限的 {budget} 支出 ({base}) 录入 {asked}; 账簿为 {allowed}",
                    TemporaryRules.CEILING),
            ImmutableSet.of(Severity.WARN, Severity.HARD),
            Severity.HARD,
            CeilingControls::asInBooks);

    private static final Controls<OfCeiling> ALL =
            Controls.of(OUTSIDE_YEAR, WORKED_BY_HAND, UNDOCUMENTED, LATER_CEILING, BOOKS_DIFFER);

    static final ControlTable<TemporaryCeiling.Action, OfCeiling> CEILINGS =
            new ControlTable<>(ImmutableMap.of(TemporaryCeiling.Action.SET, ALL, TemporaryCeiling.Action.CHANGE, ALL));

    private CeilingControls() {}

    private static Facts year(OfCeiling c) {
        return Facts.of("year", count(c.terms().fiscalYear()));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> noLaterCeiling(OfCeiling c) {
        int next = c.terms().fiscalYear() + 1;
        return c.facts().find(TemporaryCeiling.id(c.terms().division(), next)).isEmpty()
                ? holds()
                : violated(Facts.of("year", count(next)));
    }

    /** Where the books show nothing of the year, as in the first that a division keeps here, there is nothing to hold it against. */
    private static ImmutableList<ImmutableMap<String, Fact>> asInBooks(OfCeiling c) {
        ExpenditureBase base = c.facts().rules(TemporaryFlow.RULES).ceiling().base();
        Map<FundBook, Long> shown = expenditure(base, c);
        if (shown.isEmpty()) {
            return holds();
        }
        ImmutableList.Builder<ImmutableMap<String, Fact>> differences = ImmutableList.builder();
        for (FundBook book : EXECUTED.values()) {
            long asked = Fen.of(
                    book == FundBook.GENERAL
                            ? c.terms().generalExpenditure()
                            : c.terms().fundExpenditure());
            long found = shown.getOrDefault(book, 0L);
            if (asked != found) {
                differences.add(year(c).and(
                                "base",
                                base == ExpenditureBase.EXECUTED
                                        ? text("executed", "上年执行数")
                                        : text("budgeted", "本年预算数"))
                        .and(
                                "budget",
                                book == FundBook.GENERAL
                                        ? text("the general public budget", "一般公共预算")
                                        : text("the government fund budget", "政府性基金预算"))
                        .and("asked", amount(asked))
                        .and(Refusal.ALLOWED, amount(found))
                        .map());
            }
        }
        return differences.build();
    }

    /** What the books show, in fen, by budget; nothing where they show none. */
    private static Map<FundBook, Long> expenditure(ExpenditureBase base, OfCeiling c) {
        int year = c.terms().fiscalYear() - (base == ExpenditureBase.EXECUTED ? 1 : 0);
        LedgerId ledger = base == ExpenditureBase.EXECUTED ? TREASURY : MEMORANDUM;
        Map<FundBook, Long> sums = new EnumMap<>(FundBook.class);
        for (Balances.Kept kept : c.facts()
                .reads()
                .balances(ledger, TemporaryPostings.block(c.terms().division(), year))) {
            FundBook book = book(base, kept, c);
            if (EXECUTED.containsValue(book) && !Phase.CLOSING.has(kept.key().segments())) {
                sums.merge(book, kept.balance().net(Side.DEBIT), Fen::add);
            }
        }
        return sums;
    }

    /** The budget whose expenditure a balance is; {@link FundBook#OTHER} where it is none. */
    private static FundBook book(ExpenditureBase base, Balances.Kept kept, OfCeiling c) {
        String account = kept.account().name();
        if (base == ExpenditureBase.EXECUTED) {
            return EXECUTED.getOrDefault(account, FundBook.OTHER);
        }
        return BUDGETED.contains(account)
                ? c.facts().rules(TreasuryCodes.KEY).book(kept.key().segments().value(Dimensions.FUND))
                : FundBook.OTHER;
    }
}
