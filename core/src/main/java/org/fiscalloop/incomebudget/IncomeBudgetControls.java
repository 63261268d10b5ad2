package org.fiscalloop.incomebudget;

import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.decision.Control;
import org.fiscalloop.decision.ControlTable;
import org.fiscalloop.decision.Controls;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Severity;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;

/** The controls of the revenue budget, each a small pure function with its code, and what it is limited by. */
final class IncomeBudgetControls {
    private static final Source CODES = Source.certain("《预算法》 art. 32: 各级预算收入的编制 goes by 政府收支分类科目");
    private static final Source ADJUSTMENT =
            Source.certain("《预算法》 art. 67, 69: 预算调整 is approved by the standing committee");

    /**
     * What the controls look at.
     *
     * @param id the id of the line
     * @param terms what stands on it
     * @param approval by which document an adjustment was approved; empty where nothing is adjusted
     * @param facts the input and what may be read
     */
    record Budgeting(Id<?> id, IncomeBudgetTerms terms, String approval, Case facts) {}

    static final Control<Budgeting> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "income-budget.amount-not-positive",
                    "The amount is not above zero",
                    "金额须大于零",
                    "amount {asked} is not above zero",
                    "金额 {asked} 须大于零",
                    CODES),
            b -> b.terms().amount().isPositive()
                    ? holds()
                    : violated(Facts.of("asked", amount(Fen.of(b.terms().amount())))));

    static final Control<Budgeting> OTHER_ID = Control.statutory(
            new Reason(
                    "income-budget.other-id",
                    "The id is not that of the line",
                    "编号与科目、资金性质不符",
                    "the line of these codes is {allowed}, not {given}",
                    "该科目和资金性质的编号为 {allowed}, 并非 {given}",
                    Source.own("a code and a fund have one line a year, which its id says")),
            IncomeBudgetControls::ownId);

    static final Control<Budgeting> UNKNOWN_INCOME = Control.statutory(
            new Reason(
                    "income-budget.unknown-income-code",
                    "The income code is not one of the year",
                    "收入分类科目不可用",
                    "income code {code}: {problem}",
                    "收入分类科目 {code}: {problem}",
                    CODES),
            IncomeBudgetControls::known);

    static final Control<Budgeting> NOT_OF_GOVERNMENT = Control.statutory(
            new Reason(
                    "income-budget.fund-not-of-government",
                    "The fund is not one of the government's revenue",
                    "资金性质不属政府收入预算",
                    "fund {fund} is of no budget of the government and of no special account",
                    "资金性质 {fund} 不属政府预算资金或财政专户管理资金",
                    Source.certain("《预算法》 art. 5: the four budgets")),
            b -> isOfGovernment(
                            b.facts().rules(TreasuryCodes.KEY).book(b.terms().fund()))
                    ? holds()
                    : violated(Facts.of("fund", text(b.terms().fund()))));

    static final Control<Budgeting> NO_APPROVAL = Control.statutory(
            new Reason(
                    "income-budget.no-approval",
                    "The adjustment names no approval",
                    "预算调整无批准文号",
                    "an adjustment of {budget} needs the number of the document that approved it",
                    "收入预算 {budget} 的调整须有批准文号",
                    ADJUSTMENT),
            b -> b.approval().isBlank() ? violated(Facts.of("budget", text(b.id().value()))) : holds());

    /** No line falls below zero. */
    static final LimitRule BELOW_ZERO = new LimitRule(
            new Reason(
                    "income-budget.below-zero",
                    "The line would be lowered by more than it is",
                    "调减金额超过收入预算",
                    "revenue budget {document} is {available} ({formula}), asked {asked}, short by {short-by}",
                    "收入预算 {document} 为 {available} ({formula}), 调减 {asked}, 不足 {short-by}",
                    ADJUSTMENT),
            ImmutableList.of(new LimitRule.Term(1, IncomeBudgetMeasure.BUDGETED.code())),
            IncomeBudgetMeasure.BUDGETED.by(),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD);

    private static final Controls<Budgeting> FILLED_IN =
            Controls.of(AMOUNT_NOT_POSITIVE, OTHER_ID, UNKNOWN_INCOME, NOT_OF_GOVERNMENT);

    static final ControlTable<IncomeBudgetAction, Budgeting> NATIONAL = new ControlTable<>(ImmutableMap.of(
            IncomeBudgetAction.CREATE,
            FILLED_IN,
            IncomeBudgetAction.REVISE,
            FILLED_IN,
            IncomeBudgetAction.SUBMIT,
            FILLED_IN,
            IncomeBudgetAction.ADJUST,
            Controls.of(NO_APPROVAL)));

    private IncomeBudgetControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> ownId(Budgeting b) {
        IncomeBudgetTerms terms = b.terms();
        String own = terms.division() + "/" + terms.fiscalYear() + "/" + terms.fund() + "/" + terms.income();
        return b.id().value().equals(own)
                ? holds()
                : violated(Facts.of("given", text(b.id().value())).and(Refusal.ALLOWED, text(own)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> known(Budgeting b) {
        Decision<?> code = b.facts()
                .rules(MasterdataRules.KEY)
                .tables()
                .find(Catalogue.INCOME, b.terms().income(), b.terms().fiscalYear());
        return code.isAccepted()
                ? holds()
                : violated(Facts.of("code", text(b.terms().income()))
                        .and("problem", text(code.refusals().get(0).text())));
    }

    private static boolean isOfGovernment(FundBook book) {
        return book.isOfTreasury() || book == FundBook.SPECIAL_ACCOUNT;
    }
}
