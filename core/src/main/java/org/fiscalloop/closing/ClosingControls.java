package org.fiscalloop.closing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.fiscalloop.decision.Check.holds;
import static org.fiscalloop.decision.Check.violated;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.count;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.accounting.Ledgers;
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
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;

/** The controls of the end of a year, each a small pure function with its code. */
final class ClosingControls {
    private static final Source YEAR = Source.certain("《预算法》 art. 18: 预算年度自公历1月1日起, 至12月31日止");
    private static final Source ORDER =
            Source.own("a year closes after the year before, and agency by agency before the division");
    private static final Source ALLOTMENTS =
            Source.certain("财办〔2022〕36号 《预算指标核算管理办法（试行）》: no balance of the allotment ledger after the year is closed");
    private static final Source BOOKS = Source.certain("《会计法》 art. 17, 财会〔2017〕25号: 定期结账, 账实相符");
    private static final Source CLEARED = Source.certain("财库〔2022〕5号: payments are cleared with the treasury");
    private static final Source FUND = Source.certain("《预算法》 art. 41, 66: 预算稳定调节基金 is of the general public budget");

    static final Control<ClosingCase> YEAR_NOT_OVER = Control.statutory(
            new Reason(
                    "closing.year-not-over",
                    "The year is not over",
                    "预算年度尚未结束",
                    "{on} is before the last day of fiscal year {year}",
                    "{on} 早于 {year} 预算年度最后一日",
                    YEAR),
            c -> c.facts().on().isBefore(c.terms().lastDay())
                    ? violated(Facts.of("on", day(c.facts().on()))
                            .and("year", count(c.terms().fiscalYear())))
                    : holds());

    static final Control<ClosingCase> EARLIER_YEAR_OPEN = Control.statutory(
            new Reason(
                    "closing.earlier-year-open",
                    "The year before is not closed",
                    "上一年度尚未结账",
                    "the books still hold balances of fiscal year {year}",
                    "账簿仍有 {year} 年度余额",
                    ORDER),
            c -> c.isEarlierYearOpen()
                    ? violated(Facts.of("year", count(c.terms().fiscalYear() - 1)))
                    : holds());

    static final Control<ClosingCase> LATER_YEAR_CLOSED = Control.statutory(
            new Reason(
                    "closing.later-year-closed",
                    "The year is over and closed with a later one",
                    "后续年度已结账",
                    "a year after fiscal year {year} has been closed",
                    "{year} 以后的年度已结账",
                    ORDER),
            c -> c.isLaterYearClosed()
                    ? violated(Facts.of("year", count(c.terms().fiscalYear())))
                    : holds());

    static final Control<ClosingCase> UNKNOWN_AGENCY = Control.statutory(
            new Reason(
                    "closing.unknown-agency",
                    "The agency is not registered",
                    "单位未登记",
                    "agency {agency} is not registered in division {division}",
                    "单位 {agency} 未在区划 {division} 登记",
                    BOOKS),
            c -> c.agency().isPresent()
                    ? holds()
                    : violated(Facts.of("agency", text(c.terms().agency()))
                            .and("division", text(c.terms().division()))));

    static final Control<ClosingCase> DRAFTS_WAIT = Control.statutory(
            new Reason(
                    "closing.drafts-wait",
                    "Draft vouchers wait for the accountant",
                    "尚有待完善凭证",
                    "draft vouchers over {amount} of agency {agency} wait to be completed",
                    "单位 {agency} 尚有待完善凭证 {amount}",
                    BOOKS),
            c -> judged(c.measured(ClosingMeasure.DRAFTS), c));

    static final Control<ClosingCase> IN_FLIGHT = Control.statutory(
            new Reason(
                    "closing.requests-in-flight",
                    "Payment requests are in flight",
                    "尚有在途支付申请",
                    "requests over {amount} are applied for and neither paid nor given up",
                    "在途支付申请 {amount} 尚未支付或作废",
                    ALLOTMENTS),
            c -> left(c, true));

    static final Control<ClosingCase> ALLOTMENTS_LEFT = Control.statutory(
            new Reason(
                    "closing.allotments-left",
                    "Something of the allotments is neither carried over nor lapsed",
                    "指标余额尚未结转或收回",
                    "{amount} on {account} is neither carried over nor lapsed",
                    "{account} 余额 {amount} 尚未结转或收回",
                    ALLOTMENTS),
            c -> left(c, false));

    static final Control<ClosingCase> PRE_ISSUED = Control.statutory(
            new Reason(
                    "closing.pre-issued",
                    "Something was issued before the budget and is not offset",
                    "尚有预拨指标未核销",
                    "{amount} issued to agency {agency} before the budget is not offset; what may be done about it: {allowed}",
                    "单位 {agency} 尚有预拨待核销 {amount}; 可办理: {allowed}",
                    Source.certain(
                            "《预算法》 art. 54: what is spent before approval is carried out by the approved budget")),
            ClosingControls::preIssued);

    static final Control<ClosingCase> AGENCY_OPEN = Control.statutory(
            new Reason(
                    "closing.agency-open",
                    "An agency has not closed its year",
                    "单位尚未年结",
                    "agency {agency} has not closed fiscal year {year}",
                    "单位 {agency} 尚未办理 {year} 年度结账",
                    ORDER),
            c -> c.openAgencies().stream()
                    .map(agency -> Facts.of("agency", text(agency))
                            .and("year", count(c.terms().fiscalYear()))
                            .map())
                    .collect(toImmutableList()));

    static final Control<ClosingCase> NOT_CLEARED = Control.statutory(
            new Reason(
                    "closing.not-cleared",
                    "Something is paid and not cleared",
                    "尚有已支付未清算款项",
                    "{amount} is paid and not yet cleared with the treasury",
                    "已支付未清算 {amount}",
                    CLEARED),
            c -> judged(c.measured(ClosingMeasure.NOT_CLEARED), c));

    /** It warns only: whether the other level still answers is not in the hands of this one. */
    static final Control<ClosingCase> TRANSFERS_OPEN = new Control<>(
            new Reason(
                    "closing.transfers-open",
                    "A transfer between levels is not finished",
                    "上下级转移支付尚未办结",
                    "{amount} of {transfer} is {state}; after the year it can only be settled between the two levels",
                    "{transfer} 有 {amount} {state}; 年度结束后只能由上下级结算",
                    Source.own("what is not received or given back within its year moves no more in its books")),
            ImmutableSet.of(Severity.WARN),
            Severity.WARN,
            c -> c.openTransfers().stream()
                    .map(open -> Facts.of("transfer", text(open.transfer()))
                            .and("amount", amount(open.fen()))
                            .and("state", text(open.state(), open.stateZh()))
                            .map())
                    .collect(toImmutableList()));

    /**
     * What the controls of the stabilisation fund look at.
     *
     * @param terms what is filled in
     * @param facts the command and what may be read
     */
    record Arranging(ArrangementTerms terms, Case facts) {
        long fen() {
            return Fen.of(terms.amount());
        }

        boolean isClosed() {
            return facts.find(YearClosing.id(terms.division(), terms.fiscalYear(), Ledgers.TREASURY, ""))
                    .isPresent();
        }

        boolean isGeneral() {
            return facts.rules(TreasuryCodes.KEY).book(terms.fund()) == FundBook.GENERAL;
        }
    }

    static final Control<Arranging> AMOUNT_NOT_POSITIVE = Control.statutory(
            new Reason(
                    "closing.amount-not-positive",
                    "The amount is not above zero",
                    "金额须大于零",
                    "amount {asked} is not above zero",
                    "金额 {asked} 须大于零",
                    FUND),
            a -> a.fen() > 0 ? holds() : violated(Facts.of("asked", amount(a.fen()))));

    static final Control<Arranging> FUND_NOT_GENERAL = Control.statutory(
            new Reason(
                    "closing.fund-not-general",
                    "The fund is not of the general public budget",
                    "资金性质不属一般公共预算",
                    "fund {fund} is not of the general public budget",
                    "资金性质 {fund} 不属一般公共预算",
                    FUND),
            a -> a.isGeneral()
                    ? holds()
                    : violated(Facts.of("fund", text(a.terms().fund()))));

    static final Control<Arranging> YEAR_CLOSED = Control.statutory(
            new Reason(
                    "closing.year-closed",
                    "The year is closed",
                    "预算年度已结账",
                    "fiscal year {year} of the treasury is closed",
                    "财政总会计 {year} 年度已结账",
                    ORDER),
            a -> a.isClosed() ? violated(Facts.of("year", count(a.terms().fiscalYear()))) : holds());

    static final Control<Arranging> OVER_FUND = Control.statutory(
            new Reason(
                    "closing.over-stabilisation-fund",
                    "More is drawn than is in the stabilisation fund",
                    "动用金额超过预算稳定调节基金余额",
                    "{asked} is drawn, in the stabilisation fund is {available}",
                    "动用 {asked}, 预算稳定调节基金余额 {available}",
                    FUND),
            ClosingControls::withinFund);

    static final ControlTable<ClosingAction, ClosingCase> YEARS = new ControlTable<>(ImmutableMap.of(
            ClosingAction.CLOSE_AGENCY,
            Controls.of(
                    YEAR_NOT_OVER,
                    UNKNOWN_AGENCY,
                    EARLIER_YEAR_OPEN,
                    LATER_YEAR_CLOSED,
                    DRAFTS_WAIT,
                    PRE_ISSUED,
                    IN_FLIGHT,
                    ALLOTMENTS_LEFT),
            ClosingAction.CLOSE_DIVISION,
            Controls.of(
                    YEAR_NOT_OVER,
                    EARLIER_YEAR_OPEN,
                    LATER_YEAR_CLOSED,
                    AGENCY_OPEN,
                    NOT_CLEARED,
                    IN_FLIGHT,
                    ALLOTMENTS_LEFT,
                    TRANSFERS_OPEN)));

    static final ControlTable<ClosingAction, Arranging> ARRANGEMENTS = new ControlTable<>(ImmutableMap.of(
            ClosingAction.ARRANGE, Controls.of(AMOUNT_NOT_POSITIVE, FUND_NOT_GENERAL, YEAR_CLOSED, OVER_FUND)));

    private ClosingControls() {}

    private static ImmutableList<ImmutableMap<String, Fact>> preIssued(ClosingCase c) {
        long preIssued = c.measured(ClosingMeasure.PRE_ISSUED);
        return preIssued == 0
                ? holds()
                : violated(Facts.of("amount", amount(preIssued))
                        .and("agency", text(c.terms().agency()))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of("OFFSET", "REDUCE"))));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> judged(long left, ClosingCase c) {
        Facts facts = Facts.of("amount", amount(left));
        String agency = c.terms().agency();
        return left == 0 ? holds() : violated(agency.isEmpty() ? facts : facts.and("agency", text(agency)));
    }

    private static ImmutableList<ImmutableMap<String, Fact>> left(ClosingCase c, boolean inFlight) {
        return c.leftOfAllotments(inFlight).entrySet().stream()
                .map(left -> Facts.of("account", text(left.getKey().name()))
                        .and("amount", amount(left.getValue()))
                        .map())
                .collect(toImmutableList());
    }

    private static ImmutableList<ImmutableMap<String, Fact>> withinFund(Arranging a) {
        long available =
                a.facts().balance(ClosingMeasure.STABILISATION_FUND, a.terms().block());
        return a.terms().direction() == ArrangementTerms.Direction.TOP_UP || a.fen() <= available
                ? holds()
                : violated(Facts.of("asked", amount(a.fen())).and("available", amount(available)));
    }
}
