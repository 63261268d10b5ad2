package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Reasons;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Matching.Listing;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentFlow;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ElementCheck;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueEvents.WagesAccrued;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;

/** What happens when income is told or wages are recorded, or why it does not. */
final class RevenueDecider {
    /** 请对方更正后重发: the sender corrects and sends again, under a number of its own. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 登记后重发: the register or the code table is completed, and the part is sent again. */
    static final String COMPLETE_REGISTER = "complete-register";

    /** What is told again as it has been booked: nothing happens, and nothing is wrong. */
    private static final Matching TOLD_AGAIN = new Matching(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    private static final Source OWN = Source.own("a notice contradicts what is recorded and is never booked silently");

    static final Reason REPORTED_TWICE = listing(
            "revenue.reported-twice",
            "The number is recorded already, with other content",
            "编号已登记, 内容不同",
            "receipt {receipt} of {given} is recorded already with {allowed}",
            "收入 {receipt} 金额 {given}, 已登记金额 {allowed}");

    static final Reason UNKNOWN_INCOME = listing(
            "revenue.unknown-income-code",
            "The income code is not one of treasury revenue",
            "收入分类科目不可用",
            "income code {code} of {amount}: {problem}",
            "收入分类科目 {code} 金额 {amount}: {problem}");

    static final Reason FUND_NOT_TREASURY = listing(
            "revenue.fund-not-treasury",
            "The fund is not kept in the treasury",
            "资金性质不属国库收入",
            "fund {fund} of {amount} is not kept in the treasury",
            "资金性质 {fund} 金额 {amount} 不属国库收入");

    static final Reason NOT_POSITIVE = listing(
            "revenue.income-not-positive",
            "The income is not above zero",
            "收入金额须大于零",
            "{amount} under {code} is not above zero; a refund of revenue is told as such",
            "{code} 金额 {amount} 须大于零; 退库另行通知");

    static final Reason UNKNOWN_AGENCY = listing(
            "revenue.unknown-agency",
            "The agency is not registered",
            "单位未登记",
            "agency {agency} is not registered in division {division}; {amount} arrived for it",
            "单位 {agency} 未在区划 {division} 登记; 到账 {amount}");

    static final Reason UNKNOWN_ACCOUNT = listing(
            "revenue.unknown-account",
            "The account is not one of the agency",
            "账户不属于该单位",
            "account {account} is not registered as one of agency {agency}; {amount} arrived on it",
            "账户 {account} 未登记为单位 {agency} 的账户; 到账 {amount}");

    static final Reason ZERO_BALANCE = listing(
            "revenue.zero-balance-account",
            "A zero-balance account takes in no income",
            "零余额账户不得办理收入",
            "{amount} for agency {agency} is told to have arrived on {account}, a zero-balance account",
            "单位 {agency} 到账 {amount}, 账户 {account} 为零余额账户");

    static final Reason UNKNOWN_FUNCTION = listing(
            "revenue.unknown-function",
            "The function that the income is for may not stand in the books",
            "支出功能分类科目不可用",
            "function {function} of {amount} for agency {agency}: {problem}",
            "单位 {agency} 到账 {amount}, 支出功能分类科目 {function}: {problem}");

    static final Reason OTHER_YEAR = listing(
            "revenue.received-in-another-year",
            "The income is of another fiscal year",
            "到账日期不在预算年度内",
            "receipt {receipt} is of {on}, the notice is for fiscal year {year}",
            "收入 {receipt} 到账日 {on}, 通知所属年度 {year}");

    static final Reasons REASONS = Reasons.of(
            REPORTED_TWICE,
            UNKNOWN_INCOME,
            FUND_NOT_TREASURY,
            NOT_POSITIVE,
            UNKNOWN_AGENCY,
            UNKNOWN_ACCOUNT,
            ZERO_BALANCE,
            UNKNOWN_FUNCTION,
            OTHER_YEAR);

    private RevenueDecider() {}

    private static Reason listing(String code, String title, String titleZh, String text, String textZh) {
        return new Reason(code, title, titleZh, text, textZh, OWN);
    }

    /** Line by line: the others of a report are booked although one contradicts. */
    static Matching dayReport(TreasuryDayReport body, Case c) {
        List<IncomeTerms.Line> booked = new ArrayList<>();
        ImmutableList.Builder<Listing> listed = ImmutableList.builder();
        for (IncomeTerms.Line line : body.lines()) {
            Optional<Refusal> problem = problem(line, c);
            if (problem.isEmpty()) {
                booked.add(line);
            } else {
                listed.add(new Listing(
                        new TreasuryDayReport(body.report(), body.receivedOn(), ImmutableList.of(line)),
                        problem.orElseThrow(),
                        ImmutableList.of(CORRECTED_NOTICE, COMPLETE_REGISTER)));
            }
        }
        Matching exceptions = new Matching(ImmutableList.of(), ImmutableList.of(), listed.build());
        if (booked.isEmpty()) {
            return exceptions;
        }
        IncomeTerms terms = ImmutableIncomeTerms.builder()
                .division(c.input().division())
                .agency("")
                .fiscalYear(c.input().fiscalYear())
                .receivedOn(body.receivedOn())
                .lines(booked)
                .build();
        return record(body, terms, c).and(exceptions);
    }

    /** A report may add up to any level of the income codes, so that a code need not be a leaf. */
    private static Optional<Refusal> problem(IncomeTerms.Line line, Case c) {
        Fact amount = Fact.amount(Fen.of(line.amount()));
        if (!line.amount().isPositive()) {
            return Optional.of(Refusal.of(
                    NOT_POSITIVE, Facts.of("code", Fact.text(line.income())).and("amount", amount)));
        }
        Decision<?> code = c.rules(MasterdataRules.KEY)
                .tables()
                .find(Catalogue.INCOME, line.income(), c.input().fiscalYear());
        if (!code.isAccepted() || kind(line, c).isEmpty()) {
            String why = code.isAccepted()
                    ? "neither tax nor non-tax revenue"
                    : code.refusals().get(0).text();
            return Optional.of(Refusal.of(
                    UNKNOWN_INCOME,
                    Facts.of("code", Fact.text(line.income()))
                            .and("amount", amount)
                            .and("problem", Fact.text(why))));
        }
        return !book(line, c).isOfTreasury()
                ? Optional.of(Refusal.of(
                        FUND_NOT_TREASURY,
                        Facts.of("fund", Fact.text(line.fund())).and("amount", amount)))
                : Optional.empty();
    }

    /** What the income is for must be an item that money may be spent under. */
    private static Optional<Refusal> unknownFunction(String function, Facts facts, Case c) {
        Decision<?> leaf = c.rules(MasterdataRules.KEY)
                .tables()
                .leaf(Catalogue.FUNCTION, function, c.input().fiscalYear());
        return leaf.isAccepted()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        UNKNOWN_FUNCTION,
                        facts.and("function", Fact.text(function))
                                .and("problem", Fact.text(leaf.refusals().get(0).text()))));
    }

    private static Optional<RevenueKind> kind(IncomeTerms.Line line, Case c) {
        return c.rules(RevenueFlow.RULES).kinds().find(line.income());
    }

    private static FundBook book(IncomeTerms.Line line, Case c) {
        return c.rules(PaymentFlow.RULES).book(line.fund());
    }

    static Matching otherIncome(OtherIncomeReceived body, Case c) {
        String division = c.input().division();
        Facts facts = Facts.of("agency", Fact.text(body.agency()))
                .and("division", Fact.text(division))
                .and("account", Fact.text(body.account()))
                .and("amount", Fact.amount(Fen.of(body.amount())))
                .and("code", Fact.text(body.income().orElse("-")));
        if (!body.amount().isPositive()) {
            return Matching.listed(body, Refusal.of(NOT_POSITIVE, facts), CORRECTED_NOTICE);
        }
        if (c.find(Agency.id(division, body.agency())).isEmpty()) {
            return Matching.listed(body, Refusal.of(UNKNOWN_AGENCY, facts), CORRECTED_NOTICE, COMPLETE_REGISTER);
        }
        Optional<BankAccount> account = BankAccount.find(division, body.account(), c.reads())
                .filter(found -> found.agency().equals(body.agency()));
        if (account.isEmpty()) {
            return Matching.listed(body, Refusal.of(UNKNOWN_ACCOUNT, facts), CORRECTED_NOTICE, COMPLETE_REGISTER);
        }
        String kind = account.orElseThrow().terms().kind();
        if (c.rules(MasterdataRules.KEY).zeroBalanceKinds().contains(kind)) {
            return Matching.listed(body, Refusal.of(ZERO_BALANCE, facts), CORRECTED_NOTICE);
        }
        Optional<Refusal> unknown = body.function().flatMap(function -> unknownFunction(function, facts, c));
        if (unknown.isPresent()) {
            return Matching.listed(body, unknown.orElseThrow(), CORRECTED_NOTICE, COMPLETE_REGISTER);
        }
        IncomeTerms terms = ImmutableIncomeTerms.builder()
                .division(division)
                .agency(body.agency())
                .fiscalYear(c.input().fiscalYear())
                .receivedOn(body.receivedOn())
                .account(body.account())
                .addLines(new IncomeTerms.Line(
                        body.income().orElse(""), "", body.function().orElse(""), body.amount()))
                .build();
        return record(body, terms, c);
    }

    /** What is told again as it is recorded has no effect; under a number that is recorded, nothing else is booked. */
    private static Matching record(Body body, IncomeTerms terms, Case c) {
        String number = body.document().value();
        Id<IncomeReceipt> id = IncomeReceipt.id(terms.division(), c.input().id().sender(), number);
        Facts facts = Facts.of("receipt", Fact.text(number));
        if (terms.receivedOn().getYear() != terms.fiscalYear()) {
            return Matching.listed(
                    body,
                    Refusal.of(
                            OTHER_YEAR,
                            facts.and("on", Fact.day(terms.receivedOn())).and("year", Fact.count(terms.fiscalYear()))),
                    CORRECTED_NOTICE);
        }
        Optional<IncomeReceipt> recorded = c.find(id);
        if (recorded.isPresent()) {
            IncomeTerms before = recorded.orElseThrow().terms();
            return before.equals(terms)
                    ? TOLD_AGAIN
                    : Matching.listed(
                            body,
                            Refusal.of(
                                    REPORTED_TWICE,
                                    facts.and("given", Fact.amount(total(terms)))
                                            .and(Refusal.ALLOWED, Fact.amount(total(before)))),
                            CORRECTED_NOTICE);
        }
        Move move = c.create(id, RevenueAction.RECORD).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("income is not recorded and yet cannot be: " + refused.refusals());
        });
        return Matching.booked(new Happening(new RevenueReceived(move, terms), postings(terms, c)));
    }

    private static ImmutableList<Posting> postings(IncomeTerms terms, Case c) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (IncomeTerms.Line line : terms.lines()) {
            postings.add(terms.account().isPresent() ? agency(terms, line) : treasury(terms, line, c));
        }
        return postings.build();
    }

    private static Posting agency(IncomeTerms terms, IncomeTerms.Line line) {
        return Posting.of(
                RevenuePostings.OTHER_INCOME, Fen.of(line.amount()), RevenuePostings.agency(terms, line.function()));
    }

    private static Posting treasury(IncomeTerms terms, IncomeTerms.Line line, Case c) {
        return Posting.of(
                RevenuePostings.RECEIVED,
                ImmutableList.of(kind(line, c).orElseThrow(), book(line, c)),
                Fen.of(line.amount()),
                RevenuePostings.treasury(terms, line.fund()));
    }

    private static long total(IncomeTerms terms) {
        long total = 0;
        for (IncomeTerms.Line line : terms.lines()) {
            total = Fen.add(total, Fen.of(line.amount()));
        }
        return total;
    }

    static Decision<ImmutableList<Happening>> accrue(AccrueWages body, Case c) {
        AccrualTerms terms = body.terms();
        return c.rules(RevenueFlow.RULES)
                .controls()
                .examine(RevenueAction.RECORD, new RevenueControls.Accruing(terms, c))
                .and(ElementCheck.examine(terms.elements(), WageAccrual.KIND, c))
                .decide(() -> ImmutableList.of(Happening.of(
                        new WagesAccrued(c.move(), terms),
                        Posting.of(
                                RevenuePostings.WAGES_ACCRUED,
                                Fen.of(terms.amount()),
                                RevenuePostings.wages(terms, c)))));
    }

    static Terms evolve(RevenueReceived event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    static Terms evolve(WagesAccrued event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
