package org.fiscalloop.debt;

import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fiscalloop.debt.DebtEvents.DebtChanged;
import org.fiscalloop.debt.DebtNotices.InterestPaid;
import org.fiscalloop.debt.DebtNotices.PrincipalRepaid;
import org.fiscalloop.debt.DebtTerms.Issue;
import org.fiscalloop.debt.DebtTerms.Paid;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.FlowDocument;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** Where what is told of interest and principal is booked, what it waits for, or why it is an exception. */
final class DebtMatcher {
    /** 请对方更正后重发: the sender corrects and sends again. */
    static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    static final String RECONCILE = "reconcile";

    /** Stands in for the state of a document that there is not. */
    private static final String UNKNOWN = "UNKNOWN";

    private DebtMatcher() {}

    static Matching interest(InterestPaid body, Case c) {
        return ofReceived(body, body.document(), body.paid(), c, debt -> {
            DebtTerms terms = debt.terms();
            Optional<Matching> again = again(body, debt, body.paid(), terms.interest());
            if (again.isPresent()) {
                return again.orElseThrow();
            }
            long before = Paid.sum(terms.interest());
            long due = nextInstalment(terms, before);
            if (body.paid().fen() != due) {
                return listed(
                        body,
                        DebtReasons.OTHER_INSTALMENT,
                        debt,
                        given(body.paid().amount()).and(Refusal.ALLOWED, amount(due)),
                        CORRECTED_NOTICE,
                        RECONCILE);
            }
            return interest(body.paid(), debt, Fen.add(before, due), c);
        });
    }

    /** What was not accrued of an instalment is accrued when it is paid. */
    private static Matching interest(Paid paid, Debt debt, long all, Case c) {
        DebtTerms terms = debt.terms();
        Segments block = DebtPostings.block(terms, debt.id(), paid.on().getYear());
        long accrued = Fen.of(terms.accrued());
        List<Posting> postings = new ArrayList<>();
        if (all > accrued) {
            postings.add(Posting.of(DebtPostings.ACCRUED, Fen.subtract(all, accrued), block));
        }
        postings.add(Posting.of(
                DebtPostings.INTEREST_PAID, ImmutableList.of(DebtPostings.book(terms, c)), paid.fen(), block));
        DebtTerms after = ImmutableDebtTerms.builder()
                .from(DebtDecider.accrued(terms, Math.max(all, accrued)))
                .addInterest(paid)
                .build();
        return booked(debt, DebtAction.PAY_INTEREST, after, postings, c);
    }

    /** What has run up to the first day on which more is due than was paid, less what was paid. */
    private static long nextInstalment(DebtTerms terms, long paid) {
        for (LocalDate due : Interest.dueDays(terms.issue().orElseThrow().conditions())) {
            long until = Interest.until(terms, due);
            if (until > paid) {
                return Fen.subtract(until, paid);
            }
        }
        return 0;
    }

    static Matching principal(PrincipalRepaid body, Case c) {
        return ofReceived(body, body.document(), body.paid(), c, debt -> {
            DebtTerms terms = debt.terms();
            Optional<Matching> again = again(body, debt, body.paid(), terms.repayments());
            if (again.isPresent()) {
                return again.orElseThrow();
            }
            long owed = terms.outstandingFen();
            if (body.paid().fen() > owed) {
                return overPrincipal(body, debt, body.paid().amount(), owed);
            }
            long lent = c.balance(DebtMeasure.LENT, DebtPostings.of(debt.id()));
            return body.paid().fen() > owed - lent
                    ? Matching.parked(
                            body,
                            debt.id(),
                            Refusal.of(
                                    DebtReasons.WAITS_FOR_BORROWERS,
                                    document(debt)
                                            .and("given", amount(body.paid().fen()))
                                            .and("lent", amount(lent))
                                            .and(Refusal.ALLOWED, amount(owed - lent))))
                    : principal(body.paid(), debt, c);
        });
    }

    /** What borrowers have paid back goes first; it is no expenditure of the division's own. */
    private static Matching principal(Paid paid, Debt debt, Case c) {
        DebtTerms terms = debt.terms();
        Segments block = DebtPostings.block(terms, debt.id(), paid.on().getYear());
        long passed = Math.min(paid.fen(), c.balance(DebtMeasure.RETURNED, block));
        ImmutableList<Enum<?>> facets = ImmutableList.of(terms.kind(), terms.debtClass());
        List<Posting> postings = new ArrayList<>();
        if (passed > 0) {
            postings.add(Posting.of(DebtPostings.PASSED_ON, facets, passed, block));
        }
        if (paid.fen() > passed) {
            postings.add(Posting.of(DebtPostings.REPAID, facets, Fen.subtract(paid.fen(), passed), block));
        }
        DebtPostings.noLongerRefinanced(terms, debt.id(), paid.fen(), paid.on().getYear(), c)
                .ifPresent(postings::add);
        DebtTerms after =
                ImmutableDebtTerms.builder().from(terms).addRepayments(paid).build();
        return booked(
                debt, after.outstandingFen() == 0 ? DebtAction.PAY_OFF : DebtAction.REPAY_PART, after, postings, c);
    }

    // ---- what all notices share -------------------------------------------------------------------------------------

    /** A debt of the division that has been received, for what is dated since then. */
    private static Matching ofReceived(Body body, Id<Debt> id, Paid paid, Case c, Function<Debt, Matching> matching) {
        return of(body, id, DebtState.OUTSTANDING.name(), c, debt -> {
            Optional<Issue> issue = debt.terms().issue();
            if (debt.state() == DebtState.VOIDED) {
                return listed(body, DebtReasons.VOIDED, debt, given(paid.amount()), RECONCILE);
            }
            if (issue.isEmpty()) {
                return waiting(body, id, debt.state().name(), DebtState.OUTSTANDING.name());
            }
            LocalDate since = issue.orElseThrow().receivedOn();
            return paid.on().isBefore(since)
                    ? listed(
                            body,
                            DebtReasons.BEFORE_ISSUE,
                            debt,
                            Facts.of("on", Fact.day(paid.on())).and("since", Fact.day(since)),
                            CORRECTED_NOTICE)
                    : matching.apply(debt);
        });
    }

    /** What is told again as it is recorded has no effect; under its number nothing else is booked. */
    private static Optional<Matching> again(Body body, Debt debt, Paid paid, ImmutableList<Paid> recorded) {
        return recorded.stream()
                .filter(before -> before.serial().equals(paid.serial()))
                .findFirst()
                .map(before -> before.equals(paid)
                        ? Matching.nothing()
                        : toldOtherwise(body, debt, paid.serial(), paid.amount(), before.amount()));
    }

    /** What is made of a notice about a document that there is; about one that there is not, it waits. */
    static <D extends FlowDocument<?, ?>> Matching of(
            Body body, Id<D> id, String awaited, Case c, Function<D, Matching> matching) {
        return c.find(id)
                .filter(found -> found.division().equals(c.input().division()))
                .map(matching)
                .orElseGet(() -> waiting(body, id, UNKNOWN, awaited));
    }

    static Matching waiting(Body body, Id<?> id, String state, String awaited) {
        return Matching.parked(
                body,
                id,
                Refusal.of(
                        DebtReasons.WAITING,
                        Facts.of("document", text(id.value()))
                                .and("state", text(state))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(awaited)))));
    }

    static Matching booked(Debt debt, DebtAction action, DebtTerms after, List<Posting> postings, Case c) {
        return Matching.booked(
                new Happening(new DebtChanged(moved(c.move(debt, action)), after), ImmutableList.copyOf(postings)));
    }

    static Matching overPrincipal(Body body, FlowDocument<?, ?> document, Money told, long owed) {
        return listed(
                body,
                DebtReasons.OVER_PRINCIPAL,
                document,
                given(told).and(Refusal.ALLOWED, amount(owed)),
                CORRECTED_NOTICE,
                RECONCILE);
    }

    static Matching toldOtherwise(Body body, FlowDocument<?, ?> document, String serial, Money told, Money recorded) {
        return listed(
                body,
                DebtReasons.TOLD_OTHERWISE,
                document,
                Facts.of("serial", text(serial))
                        .and("given", amount(Fen.of(told)))
                        .and(Refusal.ALLOWED, amount(Fen.of(recorded))),
                CORRECTED_NOTICE,
                RECONCILE);
    }

    static Matching listed(Body body, Reason reason, FlowDocument<?, ?> document, Facts facts, String... remedies) {
        return Matching.listed(
                body,
                Refusal.of(reason, facts.and("document", text(document.id().value()))),
                remedies);
    }

    private static Facts document(FlowDocument<?, ?> document) {
        return Facts.of("document", text(document.id().value()));
    }

    static Facts given(Money told) {
        return Facts.of("given", amount(Fen.of(told)));
    }

    static Move moved(org.fiscalloop.decision.Decision<Move> move) {
        return move.match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a table does not allow what was told: " + refused.refusals());
        });
    }
}
