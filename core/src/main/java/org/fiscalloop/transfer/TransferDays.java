package org.fiscalloop.transfer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.flow.RuleSet;
import org.fiscalloop.lifecycle.TrailStep;
import org.fiscalloop.money.Fen;
import org.fiscalloop.transfer.ReceivedTerms.Part;
import org.fiscalloop.transfer.TransferRules.Deadline;
import org.fiscalloop.transfer.TransferRules.Since;
import org.joda.money.Money;

/**
 * How far a transfer is on a day, against the days that the law gives (下达时限): a reading, which refuses nothing.
 *
 * @param done what is issued, or received and distributed, in yuan
 * @param open what is not, in yuan
 * @param dueOn the last day on which it is in time; none where its kind has no number of days
 * @param daysOverdue by how many days something is late: what is open on the day of the reading, or what was issued after the
 *     last day; 0 where nothing is
 */
public record TransferDays(Money done, Money open, Optional<LocalDate> dueOn, int daysOverdue) {

    /**
     * A transfer that has arrived: what is not received, or received and not distributed, is open. Days are counted from the
     * day on which the level above issued it, which is the day of its notice.
     *
     * @param reads the balances of the division that has received it
     * @param rules the rules in force there
     * @param on the day of the reading
     */
    public static TransferDays received(ReceivedTransfer transfer, Reads reads, RuleSet rules, LocalDate on) {
        long open = reads.balance(TransferMeasure.TO_RECEIVE, transfer.segments());
        long held = Fen.add(open, reads.balance(TransferMeasure.RECEIVED, transfer.segments()));
        for (Part part : transfer.terms().parts()) {
            Allotment allotment = reads.find(part.allotment())
                    .orElseThrow(() -> new IllegalStateException("what was received is gone: " + part));
            open = Fen.add(open, reads.balance(AllotmentMeasure.PENDING, allotment.segments()));
        }
        LocalDate since = transfer.trail().steps().get(0).on();
        return of(
                Fen.subtract(held, open),
                open,
                due(Since.RECEIPT, transfer.terms().kind(), since, rules),
                on);
    }

    /**
     * A transfer at the level that issues it.
     *
     * @param congress whose congress has approved the budget
     * @param approvedOn on which day it has
     * @param rules the rules in force there
     * @param on the day of the reading
     * @throws IllegalArgumentException if days are not counted from the approval of a budget
     */
    public static TransferDays issued(
            Transfer transfer, Since congress, LocalDate approvedOn, RuleSet rules, LocalDate on) {
        if (congress == Since.RECEIPT) {
            throw new IllegalArgumentException("days to the issue are counted from the approval of a budget");
        }
        Optional<LocalDate> due = due(congress, transfer.terms().kind(), approvedOn, rules);
        long amount = Fen.of(transfer.terms().amount());
        return switch (transfer.state()) {
            case DRAFT, SUBMITTED -> of(0, amount, due, on);
            case VOIDED -> of(0, 0, due, on);
            case ISSUED, DELIVERED, RECALLING ->
                new TransferDays(
                        Fen.money(amount),
                        Fen.money(0),
                        due,
                        due.map(day -> late(day, issuedOn(transfer))).orElse(0));
        };
    }

    private static LocalDate issuedOn(Transfer transfer) {
        return transfer.trail().steps().stream()
                .filter(step -> step.to().equals(TransferState.ISSUED.name()))
                .map(TrailStep::on)
                .findFirst()
                .orElseThrow();
    }

    private static TransferDays of(long done, long open, Optional<LocalDate> due, LocalDate on) {
        int overdue = open == 0 ? 0 : due.map(day -> late(day, on)).orElse(0);
        return new TransferDays(Fen.money(done), Fen.money(open), due, overdue);
    }

    private static int late(LocalDate due, LocalDate on) {
        return (int) Math.max(0, ChronoUnit.DAYS.between(due, on));
    }

    private static Optional<LocalDate> due(Since since, TransferTerms.Kind kind, LocalDate from, RuleSet rules) {
        return rules.of(TransferFlow.RULES).deadlines().stream()
                .filter(deadline -> deadline.since() == since && deadline.kind() == kind)
                .map(Deadline::days)
                .map(from::plusDays)
                .findFirst();
    }
}
