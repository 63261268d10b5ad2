package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Catalogue;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;
import org.fiscalloop.register.ElementCheck;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueEvents.WagesAccrued;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;

/** What happens when an agency's income is told or wages are recorded, or why it does not. */
final class RevenueDecider {
    /** 请对方更正后重发: the sender corrects and sends again, under a number of its own. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 登记后重发: the register or the code table is completed, and the part is sent again. */
    static final String COMPLETE_REGISTER = "complete-register";

    /** What is told again as it has been booked: nothing happens, and nothing is wrong. */
    static final Matching TOLD_AGAIN = new Matching(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

    private RevenueDecider() {}

    /** What the income is for must be an item that money may be spent under. */
    private static Optional<Refusal> unknownFunction(String function, Facts facts, Case c) {
        Decision<?> leaf = c.rules(MasterdataRules.KEY)
                .tables()
                .leaf(Catalogue.FUNCTION, function, c.input().fiscalYear());
        return leaf.isAccepted()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        RevenueReasons.UNKNOWN_FUNCTION,
                        facts.and("function", Fact.text(function))
                                .and("problem", Fact.text(leaf.refusals().get(0).text()))));
    }

    static Matching otherIncome(OtherIncomeReceived body, Case c) {
        String division = c.input().division();
        Facts facts = Facts.of("agency", Fact.text(body.agency()))
                .and("division", Fact.text(division))
                .and("account", Fact.text(body.account()))
                .and("amount", Fact.amount(Fen.of(body.amount())))
                .and("code", Fact.text(body.income().orElse("-")));
        if (!body.amount().isPositive()) {
            return Matching.listed(body, Refusal.of(RevenueReasons.NOT_POSITIVE, facts), CORRECTED_NOTICE);
        }
        if (c.find(Agency.id(division, body.agency())).isEmpty()) {
            return Matching.listed(
                    body, Refusal.of(RevenueReasons.UNKNOWN_AGENCY, facts), CORRECTED_NOTICE, COMPLETE_REGISTER);
        }
        Optional<BankAccount> account = BankAccount.find(division, body.account(), c.reads())
                .filter(found -> found.agency().equals(body.agency()));
        if (account.isEmpty()) {
            return Matching.listed(
                    body, Refusal.of(RevenueReasons.UNKNOWN_ACCOUNT, facts), CORRECTED_NOTICE, COMPLETE_REGISTER);
        }
        String kind = account.orElseThrow().terms().kind();
        if (c.rules(MasterdataRules.KEY).zeroBalanceKinds().contains(kind)) {
            return Matching.listed(body, Refusal.of(RevenueReasons.ZERO_BALANCE, facts), CORRECTED_NOTICE);
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
                            RevenueReasons.OTHER_YEAR,
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
                                    RevenueReasons.REPORTED_TWICE,
                                    facts.and("given", Fact.amount(total(terms.lines())))
                                            .and(Refusal.ALLOWED, Fact.amount(total(before.lines())))),
                            CORRECTED_NOTICE);
        }
        Move move = c.create(id, RevenueAction.RECORD).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("income is not recorded and yet cannot be: " + refused.refusals());
        });
        return Matching.booked(new Happening(new RevenueReceived(move, terms), postings(terms)));
    }

    private static ImmutableList<Posting> postings(IncomeTerms terms) {
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        for (IncomeTerms.Line line : terms.lines()) {
            postings.add(Posting.of(
                    RevenuePostings.OTHER_INCOME,
                    Fen.of(line.amount()),
                    RevenuePostings.agency(terms, line.function())));
        }
        return postings.build();
    }

    static long total(Iterable<IncomeTerms.Line> lines) {
        long total = 0;
        for (IncomeTerms.Line line : lines) {
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
