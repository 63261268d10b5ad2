package org.fiscalloop.revenue;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
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
import org.fiscalloop.masterdata.TreasuryCodes;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.RevenueEvents.CashMoved;
import org.fiscalloop.revenue.RevenueNotices.CashPlaced;
import org.fiscalloop.revenue.RevenueNotices.CashReturned;

/** What becomes of what the treasury tells of its cash management (国库现金管理). */
final class Placements {
    private Placements() {}

    static Matching placed(CashPlaced body, Case c) {
        PlacementTerms terms = ImmutablePlacementTerms.builder()
                .division(c.input().division())
                .agency("")
                .fiscalYear(c.input().fiscalYear())
                .bank(body.bank())
                .fund(body.fund())
                .principal(body.principal())
                .placedOn(body.placedOn())
                .dueOn(body.dueOn())
                .build();
        Facts facts = facts(body.placement());
        Optional<CashPlacement> known = c.find(id(body.placement(), c));
        if (known.isPresent()) {
            PlacementTerms before =
                    ImmutablePlacementTerms.copyOf(known.get().terms()).withReturned(Optional.empty());
            return before.equals(terms)
                    ? RevenueDecider.TOLD_AGAIN
                    : Matching.listed(
                            body,
                            Refusal.of(
                                    RevenueReasons.PLACED_TWICE,
                                    facts.and("given", Fact.amount(Fen.of(body.principal())))
                                            .and(Refusal.ALLOWED, Fact.amount(Fen.of(before.principal())))),
                            RevenueDecider.CORRECTED_NOTICE);
        }
        return unusable(body, body.placedOn(), c).orElseGet(() -> {
            Move move = c.create(id(body.placement(), c), CashPlacement.Action.PLACE)
                    .match(accepted -> accepted.value(), refused -> {
                        throw new IllegalStateException("money is not placed and yet cannot be: " + refused.refusals());
                    });
            return Matching.booked(Happening.of(
                    new CashMoved(move, terms),
                    Posting.of(
                            RevenuePostings.PLACED,
                            Fen.of(terms.principal()),
                            RevenuePostings.treasury(c, terms.fund()))));
        });
    }

    private static Optional<Matching> unusable(CashPlaced body, LocalDate on, Case c) {
        return c.rules(TreasuryCodes.KEY).book(body.fund()).isOfTreasury()
                ? outsideYear(body, on, c)
                : Optional.of(Matching.listed(
                        body,
                        Refusal.of(
                                RevenueReasons.FUND_NOT_TREASURY,
                                Facts.of("fund", Fact.text(body.fund()))
                                        .and("amount", Fact.amount(Fen.of(body.principal())))),
                        RevenueDecider.CORRECTED_NOTICE));
    }

    private static Optional<Matching> outsideYear(Body body, LocalDate on, Case c) {
        return on.getYear() == c.input().fiscalYear()
                ? Optional.empty()
                : Optional.of(Matching.listed(
                        body,
                        Refusal.of(
                                RevenueReasons.OTHER_YEAR,
                                Facts.of("receipt", Fact.text(body.document().value()))
                                        .and("on", Fact.day(on))
                                        .and("year", Fact.count(c.input().fiscalYear()))),
                        RevenueDecider.CORRECTED_NOTICE));
    }

    static Matching returned(CashReturned body, Case c) {
        Id<CashPlacement> id = id(body.placement(), c);
        Facts facts = facts(body.placement()).and("given", Fact.amount(Fen.of(body.principal())));
        return c.find(id)
                .map(placement -> returned(body, placement, facts, c))
                .orElseGet(() -> Matching.parked(body, id, Refusal.of(RevenueReasons.NOT_PLACED, facts)));
    }

    private static Matching returned(CashReturned body, CashPlacement placement, Facts facts, Case c) {
        PlacementTerms terms = placement.terms();
        if (!body.principal().isEqual(terms.principal())) {
            return Matching.listed(
                    body,
                    Refusal.of(
                            RevenueReasons.RETURN_DIFFERS,
                            facts.and(Refusal.ALLOWED, Fact.amount(Fen.of(terms.principal())))),
                    RevenueDecider.CORRECTED_NOTICE);
        }
        if (terms.returned().isPresent()) {
            return again(body, terms.returned().get(), facts(body.placement()));
        }
        Optional<Matching> problem = outsideYear(body, body.returnedOn(), c)
                .or(() -> body.income()
                        .flatMap(line -> RevenueCheck.problem(line, c))
                        .map(refusal -> Matching.listed(
                                body, refusal, RevenueDecider.CORRECTED_NOTICE, RevenueDecider.COMPLETE_REGISTER)));
        return problem.orElseGet(() -> booked(body, placement, c));
    }

    private static Matching again(CashReturned body, PlacementTerms.Returned before, Facts facts) {
        Optional<IncomeTerms.Line> told = before.income().map(IncomeTerms.Line::told);
        boolean isSame = before.serial().equals(body.serial())
                && before.returnedOn().equals(body.returnedOn())
                && told.equals(body.income().map(IncomeTerms.Line::told));
        return isSame
                ? RevenueDecider.TOLD_AGAIN
                : Matching.listed(
                        body,
                        Refusal.of(
                                RevenueReasons.RETURNED_TWICE,
                                facts.and("given", Fact.text(body.serial()))
                                        .and(Refusal.ALLOWED, Fact.text(before.serial()))),
                        RevenueDecider.CORRECTED_NOTICE);
    }

    private static Matching booked(CashReturned body, CashPlacement placement, Case c) {
        Move move = c.move(placement, CashPlacement.Action.TAKE_BACK).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("placed money cannot come back: " + refused.refusals());
        });
        Optional<IncomeTerms.Line> income = body.income().map(line -> RevenueCheck.booked(line, c));
        PlacementTerms after = ImmutablePlacementTerms.copyOf(placement.terms())
                .withReturned(new PlacementTerms.Returned(body.serial(), body.returnedOn(), income));
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        postings.add(Posting.of(
                RevenuePostings.RETURNED, Fen.of(after.principal()), RevenuePostings.treasury(c, after.fund())));
        income.filter(line -> line.booking().orElseThrow().amount().isPositive())
                .ifPresent(line -> postings.add(RevenueCheck.posting(RevenuePostings.RECEIVED, line, c)));
        return Matching.booked(new Happening(new CashMoved(move, after), postings.build()));
    }

    private static Facts facts(Id<CashPlacement> number) {
        return Facts.of("placement", Fact.text(number.value()));
    }

    private static Id<CashPlacement> id(Id<CashPlacement> number, Case c) {
        return CashPlacement.id(c.input().division(), c.input().id().sender(), number.value());
    }

    static Terms evolve(CashMoved event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
