package org.fiscalloop.collection;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fiscalloop.collection.CollectionCommands.IssueBill;
import org.fiscalloop.collection.CollectionEvents.BillChanged;
import org.fiscalloop.collection.CollectionNotices.BillEntered;
import org.fiscalloop.collection.CollectionNotices.BillPaid;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/** What happens to bills: when one is asked for, and when it is told to be paid or to have entered. */
final class BillDecider {
    private BillDecider() {}

    static Decision<ImmutableList<Happening>> issue(IssueBill body, Case c) {
        BillTerms terms = ImmutableBillTerms.copyOf(body.terms())
                .withPaid(Optional.empty())
                .withEntered(Optional.empty());
        return c.rules(CollectionFlow.RULES)
                .billControls()
                .examine(BillAction.BILL, new BillControls.Billing(terms, c))
                .decide(() -> ImmutableList.of(Happening.of(new BillChanged(c.move(), terms))));
    }

    static Matching paid(BillPaid body, Case c) {
        Optional<NonTaxBill> bill = c.find(body.bill());
        if (bill.isEmpty()) {
            return waiting(body, body.bill(), "UNKNOWN", BillState.BILLED);
        }
        return switch (bill.get().state()) {
            case BILLED -> paid(body, bill.get(), c);
            case VOIDED -> ofVoid(body, body.serial(), body.amount());
            case PAID_IN, ENTERED -> {
                BillTerms.Paid before = bill.get().terms().paid().orElseThrow();
                yield before.equals(body.paid())
                        ? Matching.nothing()
                        : listed(body, CollectionReasons.TWICE, twice(before.serial(), body.serial()));
            }
        };
    }

    private static Matching paid(BillPaid body, NonTaxBill bill, Case c) {
        BillTerms terms = bill.terms();
        Facts facts = Facts.of("serial", Fact.text(body.serial()));
        if (Fen.of(body.amount()) != terms.fen()) {
            return listed(
                    body,
                    CollectionReasons.AMOUNT_DIFFERS,
                    facts.and("given", Fact.amount(Fen.of(body.amount())))
                            .and(Refusal.ALLOWED, Fact.amount(terms.fen())));
        }
        LocalDate billedOn = bill.trail().steps().get(0).on();
        if (body.paidOn().isBefore(billedOn)) {
            return listed(
                    body,
                    CollectionReasons.BEFORE,
                    facts.and("on", Fact.day(body.paidOn())).and(Refusal.ALLOWED, Fact.day(billedOn)));
        }
        long due = lateFee(terms, body.paidOn(), c);
        if (Fen.of(body.lateFee()) != due) {
            return listed(
                    body,
                    CollectionReasons.LATE_FEE_DIFFERS,
                    facts.and("given", Fact.amount(Fen.of(body.lateFee())))
                            .and("on", Fact.day(body.paidOn()))
                            .and("due", Fact.day(terms.dueOn()))
                            .and(Refusal.ALLOWED, Fact.amount(due)));
        }
        return booked(
                bill,
                BillAction.PAY_IN,
                ImmutableBillTerms.copyOf(terms).withPaid(body.paid()),
                CollectionPostings.PAID_IN,
                c);
    }

    /** What being late costs on a day, in fen. */
    private static long lateFee(BillTerms terms, LocalDate paidOn, Case c) {
        long days = ChronoUnit.DAYS.between(terms.dueOn(), paidOn);
        long due = 0;
        for (BillTerms.Detail detail : terms.details()) {
            long fen = Fen.of(detail.amount());
            due = Fen.add(
                    due,
                    c.rules(CollectionFlow.RULES)
                            .lateFee(detail.income())
                            .map(fee -> fee.of(fen, days))
                            .orElse(0L));
        }
        return due;
    }

    static Matching entered(BillEntered body, Case c) {
        Optional<NonTaxBill> bill = c.find(body.bill());
        if (bill.isEmpty()) {
            return waiting(body, body.bill(), "UNKNOWN", BillState.PAID_IN);
        }
        BillTerms.Entered told = new BillTerms.Entered(body.report(), body.enteredOn());
        return switch (bill.get().state()) {
            case BILLED -> waiting(body, body.bill(), BillState.BILLED.name(), BillState.PAID_IN);
            case VOIDED -> ofVoid(body, body.report(), body.amount());
            case PAID_IN -> entered(body, told, bill.get(), c);
            case ENTERED -> {
                BillTerms terms = bill.get().terms();
                boolean isSame = terms.entered().orElseThrow().equals(told)
                        && terms.paid().orElseThrow().fen() == Fen.of(body.amount());
                yield isSame
                        ? Matching.nothing()
                        : listed(
                                body,
                                CollectionReasons.TWICE,
                                twice(terms.entered().orElseThrow().report(), body.report()));
            }
        };
    }

    private static Matching entered(BillEntered body, BillTerms.Entered told, NonTaxBill bill, Case c) {
        BillTerms.Paid paid = bill.terms().paid().orElseThrow();
        Facts facts = Facts.of("serial", Fact.text(body.report()));
        if (Fen.of(body.amount()) != paid.fen()) {
            return listed(
                    body,
                    CollectionReasons.AMOUNT_DIFFERS,
                    facts.and("given", Fact.amount(Fen.of(body.amount())))
                            .and(Refusal.ALLOWED, Fact.amount(paid.fen())));
        }
        if (body.enteredOn().isBefore(paid.paidOn())) {
            return listed(
                    body,
                    CollectionReasons.BEFORE,
                    facts.and("on", Fact.day(body.enteredOn())).and(Refusal.ALLOWED, Fact.day(paid.paidOn())));
        }
        return booked(
                bill,
                BillAction.ENTER,
                ImmutableBillTerms.copyOf(bill.terms()).withEntered(told),
                CollectionPostings.ENTERED,
                c);
    }

    private static Matching booked(NonTaxBill bill, BillAction action, BillTerms after, PostingKey key, Case c) {
        Move move = c.move(bill, action).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a bill cannot move as its state says: " + refused.refusals());
        });
        return Matching.booked(Happening.of(
                new BillChanged(move, after),
                CollectionPostings.of(key, bill, after.paid().orElseThrow().fen())));
    }

    private static Facts twice(String booked, String told) {
        return Facts.of("given", Fact.text(told)).and(Refusal.ALLOWED, Fact.text(booked));
    }

    private static Matching ofVoid(Body body, String serial, Money amount) {
        return listed(
                body,
                CollectionReasons.OF_VOID,
                Facts.of("serial", Fact.text(serial)).and("given", Fact.amount(Fen.of(amount))));
    }

    static Matching waiting(Body body, Id<?> document, String state, Enum<?> until) {
        return Matching.parked(
                body,
                document,
                Refusal.of(
                        CollectionReasons.WAITING,
                        Facts.of("document", Fact.text(document.value()))
                                .and("state", Fact.text(state))
                                .and(Refusal.ALLOWED, Fact.text(until.name()))));
    }

    static Matching listed(Body body, Reason reason, Facts facts) {
        return Matching.listed(
                body,
                Refusal.of(
                        reason, facts.and("document", Fact.text(body.document().value()))),
                CollectionReasons.CORRECTED_NOTICE,
                CollectionReasons.RECONCILE);
    }

    static Terms evolve(BillChanged event, Move move, Optional<Terms> before) {
        return event.terms();
    }
}
