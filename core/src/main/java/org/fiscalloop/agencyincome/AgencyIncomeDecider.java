package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.ClaimIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.SettleIncome;
import org.fiscalloop.agencyincome.AgencyIncomeEvents.AgencyIncomeChanged;
import org.fiscalloop.agencyincome.AgencyIncomeNotices.IncomeArrived;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.MasterdataRules;
import org.fiscalloop.money.Fen;
import org.fiscalloop.register.Agency;
import org.fiscalloop.register.BankAccount;

/** What happens when money arrives at an agency, is claimed and settled, or why it does not. */
final class AgencyIncomeDecider {
    private AgencyIncomeDecider() {}

    static Matching arrived(IncomeArrived body, Case c) {
        Facts facts =
                Facts.of("income", Fact.text(body.income().value())).and("given", Fact.amount(Fen.of(body.amount())));
        if (!body.amount().isPositive()) {
            return listed(body, AgencyIncomeReasons.NOT_ARRIVED, facts);
        }
        if (body.arrivedOn().getYear() != c.input().fiscalYear()) {
            return listed(
                    body,
                    AgencyIncomeReasons.OTHER_YEAR,
                    Facts.of("income", Fact.text(body.income().value()))
                            .and("on", Fact.day(body.arrivedOn()))
                            .and("year", Fact.count(c.input().fiscalYear())));
        }
        if (!takesIn(body, c)) {
            return listed(
                    body,
                    AgencyIncomeReasons.UNKNOWN_ACCOUNT,
                    Facts.of("given", Fact.amount(Fen.of(body.amount())))
                            .and("agency", Fact.text(body.agency()))
                            .and("account", Fact.text(body.account())));
        }
        return recorded(body, facts, c);
    }

    /** An account of the agency, and no zero-balance account. */
    private static boolean takesIn(IncomeArrived body, Case c) {
        String division = c.input().division();
        return c.find(Agency.id(division, body.agency())).isPresent()
                && BankAccount.find(division, body.account(), c.reads())
                        .filter(found -> found.agency().equals(body.agency()))
                        .filter(found -> !c.rules(MasterdataRules.KEY)
                                .zeroBalanceKinds()
                                .contains(found.terms().kind()))
                        .isPresent();
    }

    private static Matching recorded(IncomeArrived body, Facts facts, Case c) {
        AgencyIncomeTerms terms = ImmutableAgencyIncomeTerms.builder()
                .division(c.input().division())
                .agency(body.agency())
                .fiscalYear(c.input().fiscalYear())
                .account(body.account())
                .payer(body.payer())
                .arrivedOn(body.arrivedOn())
                .amount(body.amount())
                .remark(body.remark())
                .build();
        Id<AgencyIncome> id = AgencyIncome.id(
                c.input().division(), c.input().id().sender(), body.income().value());
        Optional<AgencyIncome> known = c.find(id);
        if (known.isPresent()) {
            AgencyIncomeTerms before =
                    ImmutableAgencyIncomeTerms.copyOf(known.get().terms()).withClaims(ImmutableList.of());
            return before.equals(terms)
                    ? Matching.nothing()
                    : listed(
                            body,
                            AgencyIncomeReasons.TOLD_TWICE,
                            facts.and(Refusal.ALLOWED, Fact.amount(Fen.of(before.amount()))));
        }
        Move move = c.create(id, AgencyIncomeAction.ARRIVE).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("money has not arrived and yet cannot: " + refused.refusals());
        });
        return Matching.booked(Happening.of(new AgencyIncomeChanged(move, terms)));
    }

    private static Matching listed(IncomeArrived body, Reason reason, Facts facts) {
        return Matching.listed(
                body,
                Refusal.of(reason, facts),
                AgencyIncomeReasons.CORRECTED_NOTICE,
                AgencyIncomeReasons.COMPLETE_REGISTER);
    }

    static Decision<ImmutableList<Happening>> claim(ClaimIncome body, Case c) {
        AgencyIncome income = c.document(AgencyIncome.class);
        AgencyIncomeTerms terms =
                ImmutableAgencyIncomeTerms.copyOf(income.terms()).withClaims(body.claims());
        return c.rules(AgencyIncomeFlow.RULES)
                .claimControls()
                .examine(AgencyIncomeAction.CLAIM, new AgencyIncomeControls.Claiming(terms, c))
                .decide(() -> ImmutableList.of(new Happening(
                        new AgencyIncomeChanged(c.move(), terms),
                        AgencyIncomePostings.claimed(income.id(), terms, c))));
    }

    static Decision<ImmutableList<Happening>> settle(SettleIncome body, Case c) {
        AgencyIncome income = c.document(AgencyIncome.class);
        long fen = Fen.of(body.amount());
        return c.rules(AgencyIncomeFlow.RULES)
                .settlementControls()
                .examine(
                        AgencyIncomeAction.SETTLE,
                        new AgencyIncomeControls.Settling(income.terms(), body.claim(), fen, c))
                .decide(() -> ImmutableList.of(Happening.of(
                        new AgencyIncomeChanged(c.move(), income.terms()),
                        AgencyIncomePostings.whole(
                                AgencyIncomePostings.SETTLED, income.id(), income.terms(), body.claim(), fen, c))));
    }

    static Terms evolve(AgencyIncomeChanged event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
