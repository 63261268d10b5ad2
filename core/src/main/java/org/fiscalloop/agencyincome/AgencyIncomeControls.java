package org.fiscalloop.agencyincome;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Claim;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
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
import org.fiscalloop.flow.LimitRule;
import org.fiscalloop.ledger.Span;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.YearControl;

/** The controls of claims and settlements, each a small pure function with its code, and what settling is limited by. */
final class AgencyIncomeControls {
    private static final Source SYSTEM = Source.certain("《政府会计制度》财会〔2017〕25号: 事业收入, 预收账款, 应缴财政款, 其他应付款");
    private static final Source NEXT =
            Source.certain("财会〔2019〕13号 解释第1号: what is received for the next year's budget is 其他应付款 until then");

    /**
     * What the controls of a claim look at.
     *
     * @param terms the arrival with what is claimed
     * @param facts the input and what may be read
     */
    record Claiming(AgencyIncomeTerms terms, Case facts) {}

    /**
     * What the controls of a settlement look at.
     *
     * @param terms the arrival
     * @param claim which of its parts
     * @param fen how much is settled
     * @param facts the input and what may be read
     */
    record Settling(AgencyIncomeTerms terms, int claim, long fen, Case facts) {}

    static final Control<Claiming> OUTSIDE_YEAR = YearControl.within(
            "agency-income", c -> c.facts().on(), c -> c.facts().input().fiscalYear());

    static final Control<Claiming> NOT_WHOLE = Control.statutory(
            new Reason(
                    "agency-income.not-whole",
                    "The parts are not what arrived",
                    "认领合计与到账金额不符",
                    "the parts are {given}, {allowed} arrived",
                    "认领合计 {given}, 到账金额 {allowed}",
                    SYSTEM),
            AgencyIncomeControls::whole);

    static final Control<Claiming> UNKNOWN_FUND = each(
            new Reason(
                    "agency-income.fund-not-of-agency",
                    "The fund is not an agency's own",
                    "资金性质不属单位资金",
                    "part {part}: fund {fund} is neither an agency's own nor of the special account",
                    "第 {part} 笔: 资金性质 {fund} 不属单位资金或财政专户管理资金",
                    Source.uncertain("资金性质 VD10001: 3x is an agency's own, 2 comes back from the special account")),
            c -> claim -> switch (c.facts().rules(TreasuryCodes.KEY).book(claim.fund())) {
                case AGENCY, SPECIAL_ACCOUNT -> Facts.none();
                case GENERAL, GOVERNMENT_FUND, STATE_CAPITAL, OTHER -> Facts.of("fund", text(claim.fund()));
            });

    static final Control<Claiming> UNKNOWN_FUNCTION = each(
            new Reason(
                    "agency-income.unknown-function",
                    "The function that it is for may not stand in the books",
                    "支出功能分类科目不可用",
                    "part {part}: function {function} is no item of the year",
                    "第 {part} 笔: 支出功能分类科目 {function} 不是本年度末级科目",
                    SYSTEM),
            c -> claim -> claim.function().isEmpty()
                            || c.facts()
                                    .rules(MasterdataRules.KEY)
                                    .tables()
                                    .leaf(
                                            Catalogue.FUNCTION,
                                            claim.function(),
                                            c.facts().input().fiscalYear())
                                    .isAccepted()
                    ? Facts.none()
                    : Facts.of("function", text(claim.function())));

    static final Control<Claiming> NOT_POSITIVE = each(
            new Reason(
                    "agency-income.amount-not-positive",
                    "A part is not above zero",
                    "认领金额须大于零",
                    "part {part}: {asked} is not above zero",
                    "第 {part} 笔: 金额 {asked} 须大于零",
                    SYSTEM),
            c -> claim ->
                    claim.amount().isPositive() ? Facts.none() : Facts.of("asked", amount(Fen.of(claim.amount()))));

    static final Control<Claiming> UNKNOWN_RATE = each(
            new Reason(
                    "agency-income.unknown-tax-rate",
                    "The rate of tax is none",
                    "增值税税率(征收率)不可用",
                    "part {part}: {given} of ten thousand is no rate of tax on {treatment}; there are {allowed}",
                    "第 {part} 笔: 万分之 {given} 不是 {treatment} 可用的税率; 可用: {allowed}",
                    Source.uncertain("《增值税暂行条例》 and 征收率 in force; advances and what is no income carry no tax here")),
            c -> claim -> {
                ImmutableSet<String> rates = claim.treatment() == Treatment.INCOME
                        ? c.facts().rules(AgencyIncomeFlow.RULES).taxRates()
                        : ImmutableSet.of("0");
                return rates.contains(Integer.toString(claim.taxRate()))
                        ? Facts.none()
                        : Facts.of("given", Fact.count(claim.taxRate()))
                                .and("treatment", text(claim.treatment().name()))
                                .and(Refusal.ALLOWED, Fact.texts(rates));
            });

    static final Control<Settling> NO_SUCH_PART = Control.statutory(
            new Reason(
                    "agency-income.nothing-to-settle",
                    "There is no such part to settle",
                    "无可结算的认领",
                    "part {part} of the arrival is {given}; there is nothing to settle",
                    "第 {part} 笔认领为 {given}, 无需结算",
                    SYSTEM),
            s -> s.claim() >= 0
                            && s.claim() < s.terms().claims().size()
                            && s.terms().claims().get(s.claim()).treatment() != Treatment.INCOME
                    ? holds()
                    : violated(Facts.of("part", Fact.count(s.claim()))
                            .and(
                                    "given",
                                    text(
                                            s.claim() >= 0
                                                            && s.claim()
                                                                    < s.terms()
                                                                            .claims()
                                                                            .size()
                                                    ? Treatment.INCOME.name()
                                                    : "UNKNOWN"))));

    static final Control<Settling> TOO_EARLY = Control.statutory(
            new Reason(
                    "agency-income.next-year-only",
                    "It belongs to a later year",
                    "属下年预算的收入不得提前确认",
                    "part {part} is income of the budget of {allowed}; it is settled in {given}",
                    "第 {part} 笔属 {allowed} 年预算收入, 不得在 {given} 年确认",
                    NEXT),
            s -> treatment(s) == Treatment.NEXT_YEAR
                            && s.facts().input().fiscalYear() <= s.terms().fiscalYear()
                    ? violated(Facts.of("part", Fact.count(s.claim()))
                            .and("given", Fact.count(s.facts().input().fiscalYear()))
                            .and(Refusal.ALLOWED, Fact.count(s.terms().fiscalYear() + 1)))
                    : holds());

    static final Control<Settling> NOT_IN_ONE = Control.statutory(
            new Reason(
                    "agency-income.not-in-one-amount",
                    "It comes into its year in one amount",
                    "属下年预算的收入须一次确认",
                    "part {part} comes into its year as {allowed}, not as {given}",
                    "第 {part} 笔须一次确认 {allowed}, 并非 {given}",
                    NEXT),
            s -> treatment(s) == Treatment.NEXT_YEAR
                            && s.fen()
                                    != Fen.of(s.terms().claims().get(s.claim()).amount())
                    ? violated(Facts.of("part", Fact.count(s.claim()))
                            .and("given", amount(s.fen()))
                            .and(
                                    Refusal.ALLOWED,
                                    amount(Fen.of(
                                            s.terms().claims().get(s.claim()).amount()))))
                    : holds());

    /** No more of a part is settled than was claimed. */
    static final LimitRule OVER_CLAIM = new LimitRule(
            new Reason(
                    "agency-income.over-claim",
                    "More would be settled than is left",
                    "结算金额超过待结算金额",
                    "of {document} {available} is to be settled ({formula}), asked {asked}, short by {short-by}",
                    "{document} 待结算 {available} ({formula}), 申请 {asked}, 不足 {short-by}",
                    SYSTEM),
            ImmutableList.of(new LimitRule.Term(1, AgencyIncomeMeasure.TO_SETTLE.code())),
            AgencyIncomeMeasure.TO_SETTLE.by(),
            Span.CUMULATIVE,
            ImmutableSet.of(Severity.HARD),
            Severity.HARD);

    static final ControlTable<AgencyIncomeAction, Claiming> CLAIMS = new ControlTable<>(ImmutableMap.of(
            AgencyIncomeAction.CLAIM,
            Controls.of(OUTSIDE_YEAR, NOT_WHOLE, NOT_POSITIVE, UNKNOWN_FUND, UNKNOWN_FUNCTION, UNKNOWN_RATE)));

    static final ControlTable<AgencyIncomeAction, Settling> SETTLEMENTS = new ControlTable<>(
            ImmutableMap.of(AgencyIncomeAction.SETTLE, Controls.of(NO_SUCH_PART, TOO_EARLY, NOT_IN_ONE)));

    private AgencyIncomeControls() {}

    /** A control of each part of a claim: the facts of what is wrong with it, or none. */
    private static Control<Claiming> each(Reason reason, Function<Claiming, Function<Claim, Facts>> wrong) {
        return Control.statutory(reason, c -> {
            ImmutableList<Claim> claims = c.terms().claims();
            return IntStream.range(0, claims.size())
                    .boxed()
                    .map(i -> new Wrong(i, wrong.apply(c).apply(claims.get(i))))
                    .filter(found -> !found.facts().map().isEmpty())
                    .map(found ->
                            found.facts().and("part", Fact.count(found.part())).map())
                    .collect(toImmutableList());
        });
    }

    private record Wrong(int part, Facts facts) {}

    private static Treatment treatment(Settling s) {
        return s.claim() >= 0 && s.claim() < s.terms().claims().size()
                ? s.terms().claims().get(s.claim()).treatment()
                : Treatment.INCOME;
    }

    private static ImmutableList<ImmutableMap<String, Fact>> whole(Claiming c) {
        long claimed = Fen.sum(c.terms().claims().stream().map(Claim::amount).toList());
        long arrived = Fen.of(c.terms().amount());
        return claimed == arrived
                ? holds()
                : violated(Facts.of("given", amount(claimed)).and(Refusal.ALLOWED, amount(arrived)));
    }
}
