package org.fiscalloop.debt;

import static java.util.Objects.requireNonNull;
import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.debt.DebtEvents.DebtChanged;
import org.fiscalloop.debt.DebtEvents.LentOn;
import org.fiscalloop.debt.DebtEvents.ReturnedOnLent;
import org.fiscalloop.debt.DebtNotices.OnLentArrived;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtNotices.OnLentReturned;
import org.fiscalloop.debt.DebtNotices.ProceedsReceived;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Refinanced;
import org.fiscalloop.debt.DebtTerms.Use;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;

/** Where what comes of debts into the treasury is booked, what it waits for, or why it is an exception. */
final class DebtReceipts {
    private DebtReceipts() {}

    static Matching proceeds(ProceedsReceived body, Case c) {
        return DebtMatcher.of(body, body.document(), DebtState.APPROVED.name(), c, bond -> switch (bond.state()) {
            case DRAFT, SUBMITTED ->
                DebtMatcher.waiting(body, bond.id(), bond.state().name(), DebtState.APPROVED.name());
            case VOIDED ->
                DebtMatcher.listed(
                        body,
                        DebtReasons.VOIDED,
                        bond,
                        DebtMatcher.given(body.issue().principal()),
                        DebtMatcher.RECONCILE);
            case APPROVED -> proceeds(body, bond, c);
            case OUTSTANDING, PAID_OFF ->
                bond.terms().issue().equals(Optional.of(body.issue()))
                        ? Matching.nothing()
                        : DebtMatcher.toldOtherwise(
                                body,
                                bond,
                                body.issue().serial(),
                                body.issue().principal(),
                                bond.terms().issue().orElseThrow().principal());
        });
    }

    private static Matching proceeds(ProceedsReceived body, Debt bond, Case c) {
        DebtTerms terms = bond.terms();
        Issue issue = body.issue();
        int compared = issue.principal().compareTo(terms.principal());
        if (compared > 0 || (compared != 0 && terms.use() == Use.REFINANCING)) {
            return DebtMatcher.listed(
                    body,
                    DebtReasons.OVER_PLAN,
                    bond,
                    DebtMatcher.given(issue.principal()).and(Refusal.ALLOWED, amount(Fen.of(terms.principal()))),
                    DebtMatcher.CORRECTED_NOTICE,
                    DebtMatcher.RECONCILE);
        }
        DebtTerms received =
                ImmutableDebtTerms.builder().from(terms).issue(issue).build();
        Segments block = DebtPostings.block(terms, bond.id(), issue.receivedOn().getYear());
        List<Posting> postings = new ArrayList<>();
        postings.add(Posting.of(
                DebtPostings.NO_LONGER_APPROVED, ImmutableList.of(terms.kind()), Fen.of(terms.principal()), block));
        postings.add(received(received, block));
        long cost = issue.costFen();
        if (cost != 0) {
            postings.add(Posting.of(
                    cost > 0 ? DebtPostings.COST : DebtPostings.PREMIUM,
                    ImmutableList.of(DebtPostings.book(terms, c)),
                    Math.abs(cost),
                    block));
        }
        return DebtMatcher.booked(bond, DebtAction.ISSUE, received, postings, c);
    }

    private static Posting received(DebtTerms terms, Segments block) {
        return Posting.of(
                DebtPostings.RECEIVED, ImmutableList.of(terms.kind(), terms.debtClass()), terms.receivedFen(), block);
    }

    static Matching onLent(OnLentReceived body, Case c) {
        Id<Debt> id = body.document();
        Optional<Debt> known = c.find(id);
        DebtTerms terms = terms(body, c);
        if (known.isPresent()) {
            return isSame(known.orElseThrow().terms(), terms)
                    ? Matching.nothing()
                    : DebtMatcher.toldOtherwise(
                            body,
                            known.orElseThrow(),
                            body.serial(),
                            body.principal(),
                            Fen.money(known.orElseThrow().terms().receivedFen()));
        }
        Facts facts = Facts.of("document", text(id.value())).and("given", amount(Fen.of(body.principal())));
        return wrong(body, terms, facts, c)
                .or(() -> withoutRoom(body, terms, facts, c))
                .orElseGet(() -> {
                    Segments block =
                            DebtPostings.block(terms, id, body.receivedOn().getYear());
                    Move move = DebtMatcher.moved(c.create(id, DebtAction.BORROW));
                    return Matching.booked(new Happening(
                            new DebtChanged(move, terms, Optional.of(body.lending())),
                            ImmutableList.<Posting>builder()
                                    .addAll(DebtPostings.refinanced(
                                            terms, body.receivedOn().getYear()))
                                    .add(received(terms, block))
                                    .build()));
                });
    }

    private static DebtTerms terms(OnLentReceived body, Case c) {
        return ImmutableDebtTerms.builder()
                .division(c.input().division())
                .fiscalYear(body.receivedOn().getYear())
                .kind(body.kind())
                .use(body.use())
                .name(body.name())
                .fund(body.fund())
                .principal(body.principal())
                .documentNo(body.documentNo())
                .refinances(body.refinances())
                .lender(body.lender())
                .issue(new Issue(
                        body.serial(),
                        body.receivedOn(),
                        body.principal(),
                        Fen.money(0),
                        Fen.money(0),
                        body.conditions()))
                .build();
    }

    /** Whether what was told of a debt is what is told now; what has happened to it since is not told by it. */
    private static boolean isSame(DebtTerms known, DebtTerms told) {
        DebtTerms asTold = ImmutableDebtTerms.builder()
                .from(told)
                .repayments(known.repayments())
                .interest(known.interest())
                .accrued(known.accrued())
                .attributes(known.attributes())
                .build();
        return known.equals(asTold);
    }

    private static Optional<Matching> wrong(OnLentReceived body, DebtTerms terms, Facts facts, Case c) {
        ImmutableList<String> above = DebtControls.ancestry(terms.division(), c).stream()
                .skip(1)
                .map(division -> division.code().value())
                .collect(ImmutableList.toImmutableList());
        if (!above.contains(body.lender())) {
            return Optional.of(Matching.listed(
                    body,
                    Refusal.of(
                            DebtReasons.LENDER_NOT_ABOVE,
                            facts.and("lender", text(body.lender()))
                                    .and("division", text(terms.division()))
                                    .and(Refusal.ALLOWED, texts(above))),
                    DebtMatcher.CORRECTED_NOTICE,
                    DebtMatcher.RECONCILE));
        }
        return DebtControls.fundOfKind(terms.fund(), terms.kind(), c).stream()
                .map(violation -> Matching.listed(
                        body,
                        Refusal.of(
                                DebtReasons.FUND_OF_NO_KIND,
                                new Facts(violation)
                                        .and("document", text(body.document().value()))
                                        .and("given", amount(Fen.of(body.principal())))),
                        DebtMatcher.CORRECTED_NOTICE))
                .findFirst()
                .or(() -> refinancesOtherwise(body, terms, facts, c));
    }

    /** What is told to refinance needs no room: it repays exactly what it names, and that is owed. */
    private static Optional<Matching> refinancesOtherwise(OnLentReceived body, DebtTerms terms, Facts facts, Case c) {
        Stream<Refusal> whole = DebtControls.refinancesWhole(terms, terms.refinances(), terms.principal()).stream()
                .map(violation -> Refusal.of(
                        DebtReasons.REFINANCES_OTHERWISE,
                        facts.and("use", text(terms.use().name()))
                                .and("named", amount(Refinanced.sum(terms.refinances())))));
        Stream<Refusal> debts = DebtControls.refinancedDebts(new DebtControls.OfBond(terms, c)).stream()
                .map(violation -> Refusal.of(
                        DebtReasons.NOT_REFINANCED_SO,
                        Facts.of("document", text(body.document().value()))
                                .and("debt", requireNonNull(violation.get("document")))
                                .and("asked", requireNonNull(violation.get("asked")))
                                .and(Refusal.ALLOWED, requireNonNull(violation.get(Refusal.ALLOWED)))));
        return Stream.concat(whole, debts)
                .findFirst()
                .map(problem -> Matching.listed(body, problem, DebtMatcher.CORRECTED_NOTICE, DebtMatcher.RECONCILE));
    }

    /** What the limit has no room for waits until the limit moves. */
    private static Optional<Matching> withoutRoom(OnLentReceived body, DebtTerms terms, Facts facts, Case c) {
        DebtKind kind = terms.kind();
        Segments at =
                DebtPostings.block(terms, body.document(), body.receivedOn().getYear());
        long room = c.balance(DebtMeasure.limit(kind), at);
        room = Fen.add(room, c.balance(DebtMeasure.refinanced(kind), at));
        room = Fen.subtract(room, c.balance(DebtMeasure.approved(kind), at));
        room = Fen.subtract(room, c.balance(DebtMeasure.outstanding(kind), at));
        long needed = Fen.subtract(terms.receivedFen(), Refinanced.sum(terms.refinances()));
        return needed <= room
                ? Optional.empty()
                : Optional.of(Matching.parked(
                        body,
                        DebtLimit.id(terms.division(), terms.fiscalYear(), kind),
                        Refusal.of(
                                DebtReasons.WAITS_FOR_ROOM,
                                facts.and("kind", text(kind.name())).and("available", amount(room)))));
    }

    /** The borrower may tell it any number of times. */
    static Matching arrived(OnLentArrived body, Case c) {
        return DebtMatcher.of(
                body,
                body.document(),
                OnLending.State.LENT.name(),
                c,
                lending -> lending.isOnItsWay()
                        ? Matching.booked(Happening.of(new LentOn(
                                DebtMatcher.moved(c.move(lending, OnLending.Action.ACKNOWLEDGE)),
                                lending.terms(),
                                Optional.empty(),
                                lending.sent())))
                        : Matching.nothing());
    }

    static Matching returned(OnLentReturned body, Case c) {
        return DebtMatcher.of(body, body.document(), OnLending.State.LENT.name(), c, lending -> {
            OnLendingTerms terms = lending.terms();
            for (OnLendingTerms.Returned before : terms.returns()) {
                if (before.serial().equals(body.returned().serial())) {
                    return before.equals(body.returned())
                            ? Matching.nothing()
                            : DebtMatcher.toldOtherwise(
                                    body,
                                    lending,
                                    before.serial(),
                                    body.returned().principal(),
                                    before.principal());
                }
            }
            long principal = Fen.of(body.returned().principal());
            return principal > terms.outstandingFen()
                    ? DebtMatcher.overPrincipal(body, lending, body.returned().principal(), terms.outstandingFen())
                    : returned(body, lending, c);
        });
    }

    private static Matching returned(OnLentReturned body, OnLending lending, Case c) {
        Debt bond = c.find(lending.terms().bond())
                .orElseThrow(() -> new IllegalStateException("an on-lending names what does not exist: " + lending));
        Segments block =
                DebtPostings.block(bond.terms(), bond.id(), body.receivedOn().getYear());
        long principal = Fen.of(body.returned().principal());
        long interest = Fen.of(body.returned().interest());
        boolean isLast = principal > 0 && principal == lending.terms().outstandingFen();
        ImmutableList.Builder<Move> moves = ImmutableList.builder();
        moves.add(DebtMatcher.moved(c.move(lending, isLast ? OnLending.Action.RETURN : OnLending.Action.RETURN_PART)));
        if (principal > 0) {
            moves.add(DebtMatcher.moved(c.move(bond, DebtAction.RECOVER)));
        }
        ImmutableList.Builder<Posting> postings = ImmutableList.builder();
        if (principal > 0) {
            postings.add(Posting.of(DebtPostings.RETURNED, principal, block));
        }
        if (interest > 0) {
            postings.add(Posting.of(
                    DebtPostings.INTEREST_RETURNED,
                    ImmutableList.of(DebtPostings.book(bond.terms(), c)),
                    interest,
                    block));
        }
        return Matching.booked(new Happening(new ReturnedOnLent(moves.build(), body.returned()), postings.build()));
    }
}
