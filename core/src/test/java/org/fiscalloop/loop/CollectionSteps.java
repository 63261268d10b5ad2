package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.CHIEF;
import static org.fiscalloop.loop.Steps.FINANCE;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.collection.BillAction;
import org.fiscalloop.collection.BillState;
import org.fiscalloop.collection.BillTerms.Detail;
import org.fiscalloop.collection.CollectionCommands.CreateRefund;
import org.fiscalloop.collection.CollectionCommands.IssueBill;
import org.fiscalloop.collection.CollectionNotices.BillEntered;
import org.fiscalloop.collection.CollectionNotices.BillPaid;
import org.fiscalloop.collection.CollectionNotices.RefundRepaid;
import org.fiscalloop.collection.ImmutableBillTerms;
import org.fiscalloop.collection.ImmutableRefundTerms;
import org.fiscalloop.collection.NonTaxBill;
import org.fiscalloop.collection.RefundAction;
import org.fiscalloop.collection.RefundReason;
import org.fiscalloop.collection.RefundState;
import org.fiscalloop.collection.RevenueRefund;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveRevenue.NaiveBill;
import org.fiscalloop.loop.NaiveRevenue.NaiveRefund;
import org.fiscalloop.money.Fen;

/** What each step means for bills and refunds of revenue. */
final class CollectionSteps {
    private static final String FINE = "10305";

    private final Walk walk;
    private final NaiveRevenue naive;

    CollectionSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.income;
    }

    void take(Step step) {
        if (step.kind() == Step.Kind.BILL) {
            if (naive.bills.isEmpty() || step.size() % 5 == 0) {
                issue(step);
            } else {
                forward(prefer(naive.bills, bill -> bill.state != BillState.ENTERED, step), step);
            }
        } else if (naive.refunds.isEmpty() || step.size() % 4 == 0) {
            create(step);
        } else {
            forward(prefer(naive.refunds, refund -> refund.state != RefundState.REPAID, step), step);
        }
    }

    // ---- bills ------------------------------------------------------------------------------------------------------

    private void issue(Step step) {
        String actor = Steps.clerk(World.ORGAN, step.who());
        NaiveBill bill = new NaiveBill("J" + walk.number(), 100L + step.size());
        walk.ask(
                actor,
                new IssueBill(
                        NonTaxBill.id(bill.id),
                        ImmutableBillTerms.builder()
                                .division(World.DIVISION)
                                .agency(World.ORGAN)
                                .fiscalYear(World.YEAR)
                                .payer("张三")
                                .dueOn(walk.world.day().plusDays(365))
                                .addDetails(new Detail("1", FINE, "111", Optional.empty(), Fen.money(bill.fen)))
                                .build()),
                Steps.isEntry(bill, actor),
                () -> naive.bills.put(bill.id, bill));
    }

    private void forward(NaiveBill bill, Step step) {
        Id<NonTaxBill> id = NonTaxBill.id(bill.id);
        boolean isRight = step.who() % 5 > 0;
        long fen = bill.fen + (isRight ? 0 : 1);
        if (step.size() % 11 == 1) {
            String actor = Steps.clerk(World.ORGAN, step.who());
            walk.act(
                    actor,
                    id,
                    BillAction.VOID,
                    bill.state == BillState.BILLED && Steps.isEntry(bill, actor),
                    () -> bill.state = BillState.VOIDED);
            return;
        }
        switch (bill.state) {
            case BILLED ->
                walk.tell(
                        new BillPaid(id, "S" + bill.id, walk.world.day(), Fen.money(fen), Fen.money(0)),
                        isRight ? Outcome.BOOKED : Outcome.EXCEPTION,
                        () -> {
                            if (isRight) {
                                bill.state = BillState.PAID_IN;
                                bill.refundable = bill.fen;
                            }
                        });
            case PAID_IN ->
                walk.tell(
                        new BillEntered(id, "D" + bill.id, walk.world.day(), Fen.money(fen)),
                        isRight ? Outcome.BOOKED : Outcome.EXCEPTION,
                        () -> {
                            if (isRight) {
                                bill.state = BillState.ENTERED;
                            }
                        });
            case ENTERED, VOIDED ->
                walk.tell(
                        new BillPaid(id, "other", walk.world.day(), Fen.money(fen), Fen.money(0)),
                        Outcome.EXCEPTION,
                        () -> {});
        }
    }

    // ---- refunds ----------------------------------------------------------------------------------------------------

    private void create(Step step) {
        String actor = Steps.finance(step.who());
        ImmutableList<NaiveBill> entered = naive.bills.values().stream()
                .filter(bill -> bill.state == BillState.ENTERED)
                .collect(ImmutableList.toImmutableList());
        Optional<NaiveBill> bill =
                entered.isEmpty() || step.which() % 4 == 0 ? Optional.empty() : Optional.of(one(entered, step.which()));
        long fen = Steps.amount(bill.map(of -> of.refundable).orElse(10L), step.size());
        NaiveRefund refund = new NaiveRefund("TK" + walk.number(), bill, fen);
        refund.makers.add(actor);
        boolean hasEvidence = step.which() % 7 > 0;
        walk.ask(
                actor,
                new CreateRefund(
                        RevenueRefund.id(refund.id),
                        ImmutableRefundTerms.builder()
                                .division(World.DIVISION)
                                .agency(World.ORGAN)
                                .fiscalYear(World.YEAR)
                                .reason(RefundReason.OVERPAID)
                                .evidence(hasEvidence ? "1号" : "")
                                .applicant("张三")
                                .payee(new org.fiscalloop.payment.PaymentTerms.Payee("张三", "6222", "银行"))
                                .income(bill.isPresent() ? FINE : "10101")
                                .fund("111")
                                .amount(Fen.money(fen))
                                .bill(bill.map(of -> NonTaxBill.id(of.id)))
                                .build()),
                FINANCE.contains(actor) && hasEvidence,
                () -> naive.refunds.put(refund.id, refund));
    }

    private void forward(NaiveRefund refund, Step step) {
        Id<RevenueRefund> id = RevenueRefund.id(refund.id);
        String actor = Steps.finance(step.who());
        boolean isVoided = step.size() % 7 == 1;
        switch (refund.state) {
            case DRAFT ->
                walk.act(
                        actor,
                        id,
                        isVoided ? RefundAction.VOID : RefundAction.SUBMIT,
                        FINANCE.contains(actor)
                                && (isVoided
                                        || refund.bill
                                                .map(bill -> bill.refundable >= refund.fen)
                                                .orElse(true)),
                        () -> move(refund, isVoided ? RefundState.VOIDED : RefundState.SUBMITTED, actor));
            case SUBMITTED ->
                walk.act(
                        actor,
                        id,
                        isVoided ? RefundAction.RETURN_TO_ENTRY : RefundAction.APPROVE,
                        CHIEF.contains(actor) && (isVoided || !refund.makers.contains(actor)),
                        () -> move(refund, isVoided ? RefundState.DRAFT : RefundState.APPROVED, ""));
            case APPROVED -> carryOut(refund, id, step.who() % 5 > 0, step);
            case REPAID, VOIDED -> carryOut(refund, id, false, step);
        }
    }

    private void carryOut(NaiveRefund refund, Id<RevenueRefund> id, boolean isRight, Step step) {
        walk.tell(
                new RefundRepaid(
                        id,
                        (isRight ? "T" : "X") + refund.id,
                        walk.world.day(),
                        Fen.money(refund.fen + (isRight ? 0 : 1 + step.size())),
                        "6222"),
                isRight ? Outcome.BOOKED : Outcome.EXCEPTION,
                () -> {
                    if (isRight) {
                        move(refund, RefundState.REPAID, "");
                    }
                });
    }

    /** What it holds of its bill follows from where it stands; what has gone back is held no more and not given back. */
    private static void move(NaiveRefund refund, RefundState to, String maker) {
        boolean held = refund.holds();
        refund.state = to;
        if (!maker.isEmpty()) {
            refund.makers.add(maker);
        }
        refund.bill
                .filter(bill -> to != RefundState.REPAID && held != refund.holds())
                .ifPresent(bill -> bill.refundable += held ? refund.fen : -refund.fen);
    }
}
