package org.fiscalloop.bankcollection;

import java.util.Optional;
import org.fiscalloop.bankcollection.BankCollectionEvents.DemandChanged;
import org.fiscalloop.bankcollection.BankCollectionNotices.CollectionDemanded;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;

/** Where a demand that a bank tells of is booked, what it waits for, or why it is an exception. */
final class BankCollectionMatcher {
    private BankCollectionMatcher() {}

    static Matching demanded(CollectionDemanded body, Case c) {
        String division = c.input().division();
        Id<CollectionDemand> id = CollectionDemand.id(
                division, c.input().id().sender(), body.demand().value());
        Optional<CollectionDemand> before = c.find(id);
        if (before.isPresent()) {
            return toldAgain(body, before.orElseThrow());
        }
        return c.find(body.agreement())
                .filter(found -> found.division().equals(division))
                .map(agreement -> switch (agreement.state()) {
                    case DRAFT, SUBMITTED -> waiting(body, agreement.state().name());
                    case IN_FORCE, ENDED -> demanded(body, id, agreement, c);
                    case VOIDED -> listed(body, BankCollectionReasons.OF_VOID, amount(body));
                })
                .orElseGet(() -> waiting(body, "UNKNOWN"));
    }

    /** The same number with what it said before is nothing new; with anything else it contradicts. */
    private static Matching toldAgain(CollectionDemanded body, CollectionDemand demand) {
        DemandTerms before = demand.terms();
        return terms(body, before.agency(), before.division(), before.fiscalYear())
                        .equals(ImmutableDemandTerms.copyOf(before).withRefusal(Optional.empty()))
                ? Matching.nothing()
                : listed(
                        body,
                        BankCollectionReasons.TOLD_OTHERWISE,
                        amount(body).and(Refusal.ALLOWED, Fact.amount(before.fen())));
    }

    private static Matching demanded(
            CollectionDemanded body, Id<CollectionDemand> id, CollectionAgreement agreement, Case c) {
        return contradiction(body, agreement.terms())
                .map(problem -> Matching.listed(
                        body, problem, BankCollectionReasons.CORRECTED_NOTICE, BankCollectionReasons.RECONCILE))
                .orElseGet(() -> raised(
                        id,
                        terms(
                                body,
                                agreement.agency(),
                                agreement.division(),
                                c.input().fiscalYear()),
                        c));
    }

    private static Matching raised(Id<CollectionDemand> id, DemandTerms terms, Case c) {
        return c.create(id, DemandAction.RAISE)
                .match(
                        move -> Matching.booked(Happening.of(
                                new DemandChanged(move.value(), terms),
                                Posting.of(
                                        BankCollectionPostings.RAISED,
                                        terms.fen(),
                                        CollectionDemand.segments(id, terms)))),
                        refused -> {
                            throw new IllegalStateException("a new demand cannot be raised: " + refused.refusals());
                        });
    }

    private static DemandTerms terms(CollectionDemanded body, String agency, String division, int fiscalYear) {
        return ImmutableDemandTerms.builder()
                .division(division)
                .agency(agency)
                .fiscalYear(fiscalYear)
                .agreement(body.agreement())
                .payerAccount(body.payerAccount())
                .payee(body.payee())
                .amount(body.amount())
                .raisedOn(body.raisedOn())
                .dueOn(body.dueOn())
                .remark(body.remark())
                .build();
    }

    /** The first thing in which a demand contradicts its agreement. */
    private static Optional<Refusal> contradiction(CollectionDemanded body, AgreementTerms agreed) {
        if (!agreed.covers(body.raisedOn())) {
            return problem(
                    body,
                    BankCollectionReasons.OUTSIDE,
                    Facts.of("on", Fact.day(body.raisedOn()))
                            .and("from", Fact.day(agreed.firstDay()))
                            .and("to", AgreementControls.to(agreed)));
        }
        if (!agreed.payerAccount().equals(body.payerAccount())) {
            return differs(body, "payer-account", body.payerAccount(), agreed.payerAccount());
        }
        if (!agreed.payee().equals(body.payee())) {
            return differs(
                    body,
                    "payee",
                    CollectedPayments.described(body.payee()),
                    CollectedPayments.described(agreed.payee()));
        }
        if (!body.amount().isPositive()) {
            return problem(body, BankCollectionReasons.NOT_POSITIVE, amount(body));
        }
        return agreed.ceiling()
                .filter(ceiling -> body.amount().isGreaterThan(ceiling))
                .flatMap(ceiling -> problem(
                        body,
                        BankCollectionReasons.OVER_CEILING,
                        amount(body).and(Refusal.ALLOWED, Fact.amount(Fen.of(ceiling)))));
    }

    private static Optional<Refusal> differs(CollectionDemanded body, String element, String given, String allowed) {
        return problem(
                body,
                BankCollectionReasons.DIFFERS,
                Facts.of("element", Fact.text(element))
                        .and("given", Fact.text(given))
                        .and(Refusal.ALLOWED, Fact.text(allowed)));
    }

    private static Facts amount(CollectionDemanded body) {
        return Facts.of("given", Fact.amount(Fen.of(body.amount())));
    }

    private static Optional<Refusal> problem(CollectionDemanded body, Reason reason, Facts facts) {
        return Optional.of(Refusal.of(reason, named(body, facts)));
    }

    private static Facts named(CollectionDemanded body, Facts facts) {
        return facts.and("demand", Fact.text(body.demand().value()))
                .and("agreement", Fact.text(body.agreement().value()));
    }

    private static Matching listed(CollectionDemanded body, Reason reason, Facts facts) {
        return Matching.listed(
                body,
                Refusal.of(reason, named(body, facts)),
                BankCollectionReasons.CORRECTED_NOTICE,
                BankCollectionReasons.RECONCILE);
    }

    private static Matching waiting(CollectionDemanded body, String state) {
        return Matching.parked(
                body,
                body.agreement(),
                Refusal.of(
                        BankCollectionReasons.WAITING,
                        named(
                                body,
                                Facts.of("state", Fact.text(state))
                                        .and(Refusal.ALLOWED, Fact.text(AgreementState.IN_FORCE.name())))));
    }
}
