package org.fiscalloop.temporary;

import static org.fiscalloop.decision.Fact.amount;
import static org.fiscalloop.decision.Fact.day;
import static org.fiscalloop.decision.Fact.text;
import static org.fiscalloop.decision.Fact.texts;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.temporary.TemporaryEvents.TemporaryDisbursed;
import org.fiscalloop.temporary.TemporaryEvents.TemporarySettled;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryPaidOut;
import org.fiscalloop.temporary.TemporaryNotices.TemporaryRepaid;
import org.fiscalloop.temporary.TemporaryTerms.PaidOut;
import org.fiscalloop.temporary.TemporaryTerms.Settlement;
import org.joda.money.Money;

/** Where what the treasury tells of temporary payments is booked, what it waits for, or why it is an exception. */
final class TemporaryMatcher {
    /** 请对方更正后重发: the sender corrects and sends again. */
    private static final String CORRECTED_NOTICE = "corrected-notice";

    /** 与对方核对: the parties compare their records. */
    private static final String RECONCILE = "reconcile";

    /** Stands in for the state of a document that there is not. */
    private static final String UNKNOWN = "UNKNOWN";

    private TemporaryMatcher() {}

    static Matching paidOut(TemporaryPaidOut body, Case c) {
        Optional<TemporaryPayment> found = found(body.document(), c);
        if (found.isEmpty()) {
            return waiting(body, body.document(), UNKNOWN, TemporaryState.APPROVED);
        }
        TemporaryPayment payment = found.orElseThrow();
        return switch (payment.state()) {
            case DRAFT, SUBMITTED ->
                waiting(body, body.document(), payment.state().name(), TemporaryState.APPROVED);
            case VOIDED -> listed(body, TemporaryReasons.VOIDED, body.document(), given(body.amount()), RECONCILE);
            case APPROVED ->
                body.amount().isEqual(payment.terms().amount())
                        ? disbursed(body, payment, c)
                        : listed(
                                body,
                                TemporaryReasons.AMOUNT_DIFFERS,
                                body.document(),
                                given(body.amount())
                                        .and(
                                                Refusal.ALLOWED,
                                                amount(Fen.of(payment.terms().amount()))),
                                CORRECTED_NOTICE,
                                RECONCILE);
            case ADVANCED, SETTLED -> toldAgain(body, payment);
        };
    }

    private static Matching disbursed(TemporaryPaidOut body, TemporaryPayment payment, Case c) {
        TemporaryTerms terms = payment.terms();
        int year = year(payment, body.paidOn(), c);
        return Matching.booked(Happening.of(
                new TemporaryDisbursed(
                        moved(c.move(payment, TemporaryAction.DISBURSE)),
                        new PaidOut(body.serial(), body.paidOn(), year)),
                Posting.of(
                        TemporaryPostings.DISBURSED,
                        ImmutableList.of(terms.kind()),
                        Fen.of(terms.amount()),
                        TemporaryPostings.block(body.document(), terms, year))));
    }

    /** What is told again as it is recorded has no effect. */
    private static Matching toldAgain(TemporaryPaidOut body, TemporaryPayment payment) {
        PaidOut recorded = payment.terms().paidOut().orElseThrow();
        boolean isSame = recorded.serial().equals(body.serial())
                && recorded.on().equals(body.paidOn())
                && body.amount().isEqual(payment.terms().amount());
        return isSame ? Matching.nothing() : otherwise(body, payment, body.serial(), body.paidOn(), recorded.serial());
    }

    static Matching repaid(TemporaryRepaid body, Case c) {
        if (!body.amount().isPositive()) {
            return listed(body, TemporaryReasons.NOTHING_BACK, body.document(), given(body.amount()), CORRECTED_NOTICE);
        }
        Optional<TemporaryPayment> found = found(body.document(), c);
        if (found.isEmpty()) {
            return waiting(body, body.document(), UNKNOWN, TemporaryState.ADVANCED);
        }
        TemporaryPayment payment = found.orElseThrow();
        return switch (payment.state()) {
            case DRAFT, SUBMITTED, APPROVED ->
                waiting(body, body.document(), payment.state().name(), TemporaryState.ADVANCED);
            case VOIDED -> listed(body, TemporaryReasons.VOIDED, body.document(), given(body.amount()), RECONCILE);
            case ADVANCED, SETTLED -> again(body, payment).orElseGet(() -> back(body, payment, c));
        };
    }

    /** What is told again as it is recorded has no effect; under its number nothing else is booked. */
    private static Optional<Matching> again(TemporaryRepaid body, TemporaryPayment payment) {
        return payment.terms().settlements().stream()
                .filter(before ->
                        before.allotment().isEmpty() && before.number().equals(body.serial()))
                .findFirst()
                .map(before -> before.equals(settlement(body))
                        ? Matching.nothing()
                        : otherwise(body, payment, body.serial(), body.receivedOn(), before.number()));
    }

    private static Matching back(TemporaryRepaid body, TemporaryPayment payment, Case c) {
        TemporaryTerms terms = payment.terms();
        PaidOut paid = terms.paidOut().orElseThrow();
        long fen = Fen.of(body.amount());
        if (body.receivedOn().isBefore(paid.on())) {
            return listed(
                    body,
                    TemporaryReasons.BACK_TOO_EARLY,
                    body.document(),
                    Facts.of("on", day(body.receivedOn())).and("since", day(paid.on())),
                    CORRECTED_NOTICE);
        }
        if (fen > terms.restFen()) {
            return listed(
                    body,
                    TemporaryReasons.OVER_REPAID,
                    body.document(),
                    given(body.amount()).and(Refusal.ALLOWED, amount(terms.restFen())),
                    CORRECTED_NOTICE,
                    RECONCILE);
        }
        int year = year(payment, body.receivedOn(), c);
        TemporaryAction action = fen == terms.restFen() ? TemporaryAction.COLLECT_LAST : TemporaryAction.COLLECT;
        return Matching.booked(new Happening(
                new TemporarySettled(moved(c.move(payment, action)), settlement(body)),
                ImmutableList.<Posting>builder()
                        .add(Posting.of(
                                TemporaryPostings.REPAID,
                                ImmutableList.of(terms.kind(), TemporaryPostings.paidIn(terms, year)),
                                fen,
                                TemporaryPostings.block(body.document(), terms, year)))
                        .addAll(TemporaryPostings.excessLowered(fen, payment.division(), year, c))
                        .build()));
    }

    private static Settlement settlement(TemporaryRepaid body) {
        return new Settlement(body.serial(), body.receivedOn(), body.amount(), Optional.empty());
    }

    /** The first year from that of the day on whose books are open: a later day never has an earlier one, for books close for ever. */
    private static int year(TemporaryPayment payment, LocalDate on, Case c) {
        return c.reads().openYear(payment.division(), payment.agency(), on.getYear());
    }

    private static Optional<TemporaryPayment> found(Id<TemporaryPayment> id, Case c) {
        return c.find(id).filter(found -> found.division().equals(c.input().division()));
    }

    private static Matching waiting(Body body, Id<TemporaryPayment> id, String state, TemporaryState awaited) {
        return Matching.parked(
                body,
                id,
                Refusal.of(
                        TemporaryReasons.WAITING,
                        Facts.of("document", text(id.value()))
                                .and("state", text(state))
                                .and(Refusal.ALLOWED, texts(ImmutableList.of(awaited.name())))));
    }

    private static Matching otherwise(
            Body body, TemporaryPayment payment, String serial, LocalDate on, String recorded) {
        return listed(
                body,
                TemporaryReasons.TOLD_OTHERWISE,
                TemporaryPayment.id(payment.id().value()),
                Facts.of("serial", text(serial))
                        .and("on", day(on))
                        .and(Refusal.ALLOWED, texts(ImmutableList.of(recorded))),
                CORRECTED_NOTICE,
                RECONCILE);
    }

    private static Matching listed(
            Body body, Reason reason, Id<TemporaryPayment> document, Facts facts, String... remedies) {
        return Matching.listed(body, Refusal.of(reason, facts.and("document", text(document.value()))), remedies);
    }

    private static Facts given(Money told) {
        return Facts.of("given", amount(Fen.of(told)));
    }

    private static Move moved(Decision<Move> move) {
        return move.match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a table does not allow what was told: " + refused.refusals());
        });
    }
}
