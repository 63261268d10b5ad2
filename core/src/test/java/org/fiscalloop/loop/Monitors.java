package org.fiscalloop.loop;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Reason;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.decision.Source;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.money.Fen;
import org.fiscalloop.monitoring.Handling;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.monitoring.MonitoringPort;
import org.fiscalloop.monitoring.Verdict;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.fiscalloop.rulebook.RuleTimeline;

/** A {@link World} whose payments are monitored, by the library's own rules and by a vendor, and what that comes to. */
final class Monitors {
    private static final long THRESHOLD = 5_00;
    private static final int SPLIT_DAYS = 6;
    private static final int REPEATED_DAYS = 12;

    /** All three rules on. */
    static final RuleTimeline RULES = TwoYears.rules(
            payeeIsAgency(Handling.WARN),
            split(Handling.FORBID, THRESHOLD, SPLIT_DAYS),
            repeated(Handling.HOLD, REPEATED_DAYS));

    /** A vendor's rules, which look at the amount alone. */
    static final MonitoringPort PORT = Monitors::vendor;

    /** What most steps of a monitored history do. */
    private static final ImmutableList<Step.Kind> PAYMENTS = ImmutableList.of(
            Step.Kind.REQUEST,
            Step.Kind.REQUEST_ACT,
            Step.Kind.ALERT,
            Step.Kind.VOUCHER,
            Step.Kind.VOUCHER_ACT,
            Step.Kind.RECEIPT,
            Step.Kind.ALERT,
            Step.Kind.VOUCHER_ACT,
            Step.Kind.REQUEST,
            Step.Kind.VOUCHER_ACT,
            Step.Kind.REVISE_REQUEST);

    private Monitors() {}

    /** The step itself, or four times out of five one of a payment with its numbers. */
    static Step ofPayment(Step step) {
        int which = step.which() + step.who() + step.size();
        return which % 5 == 0 ? step : new Step(Walk.one(PAYMENTS, which), step.which(), step.who(), step.size());
    }

    /** A government with these rules of monitoring. */
    static World open(Overlay.Change... changes) {
        return World.open(TwoYears.rules(changes), new InMemoryJournal());
    }

    /** A government with a vendor's monitoring. */
    static World open(MonitoringPort monitor) {
        return World.open(Walk.RULES, new InMemoryJournal(), monitor);
    }

    static Overlay.Change payeeIsAgency(Handling handling) {
        return CityRules.change("monitoring/payeeIsAgency", Tree.text(handling.name()));
    }

    static Overlay.Change split(Handling handling, long threshold, int days) {
        return CityRules.change(
                "monitoring/split",
                Tree.fields(ImmutableList.of(
                        new Tree.Member("handling", Tree.text(handling.name())),
                        new Tree.Member("threshold", Tree.text(Fen.text(threshold))),
                        new Tree.Member("days", Tree.bare(Integer.toString(days))))));
    }

    static Overlay.Change repeated(Handling handling, int days) {
        return CityRules.change(
                "monitoring/repeated",
                Tree.fields(ImmutableList.of(
                        new Tree.Member("handling", Tree.text(handling.name())),
                        new Tree.Member("days", Tree.bare(Integer.toString(days))))));
    }

    /** A vendor's monitoring that says the same of every payment at a moment. */
    static MonitoringPort at(Moment moment, Handling handling) {
        return (payment, reads) ->
                payment.moment() == moment ? ImmutableList.of(verdict(handling, payment)) : ImmutableList.of();
    }

    static Verdict verdict(Handling handling, MonitoredPayment payment) {
        return new Verdict(
                handling,
                Refusal.of(
                        new Reason(
                                "monitoring.vendor-" + handling.name().toLowerCase(java.util.Locale.ROOT),
                                "A vendor's rule",
                                "厂商规则",
                                "{amount} to {payee} is looked at",
                                "核查向 {payee} 支付的 {amount}",
                                Source.own("of this test")),
                        Facts.of("amount", Fact.amount(Fen.of(payment.amount())))
                                .and("payee", Fact.text(payment.payee().name()))));
    }

    private static ImmutableList<Verdict> vendor(MonitoredPayment payment, Reads reads) {
        long fen = Fen.of(payment.amount());
        ImmutableList.Builder<Verdict> verdicts = ImmutableList.builder();
        if (payment.moment() == Moment.SUBMIT) {
            add(fen % 5 == 0, Handling.WARN, payment, verdicts);
            add(fen % 4 == 0, Handling.HOLD, payment, verdicts);
            add(fen % 11 == 0, Handling.FORBID, payment, verdicts);
        } else {
            add(fen % 2 == 0, Handling.PASS, payment, verdicts);
            add(fen % 3 != 0, Handling.FORBID, payment, verdicts);
        }
        return verdicts.build();
    }

    private static void add(
            boolean isFound, Handling handling, MonitoredPayment payment, ImmutableList.Builder<Verdict> verdicts) {
        if (isFound) {
            verdicts.add(verdict(handling, payment));
        }
    }

    /** Where a request stands that has been handed in: found by looking at every other one. */
    static PaymentState handedIn(Naive naive, NaiveRequest request, LocalDate day) {
        if (!naive.isMonitored) {
            return request.submitted();
        }
        long together = request.amount
                + sum(naive, request, day, SPLIT_DAYS, other -> other.amount < THRESHOLD && request.amount < THRESHOLD);
        if (request.amount % 11 == 0 || (request.amount < THRESHOLD && together >= THRESHOLD)) {
            return request.state;
        }
        boolean isRepeated = sum(naive, request, day, REPEATED_DAYS, other -> other.amount == request.amount) > 0;
        return isRepeated || request.amount % 4 == 0 ? request.held() : request.submitted();
    }

    private static long sum(
            Naive naive, NaiveRequest request, LocalDate day, int days, Predicate<NaiveRequest> isMeant) {
        return Naive.all(naive.requests).stream()
                .filter(other -> other != request && other.agency.equals(request.agency))
                .filter(other -> other.holds() || other.state == PaymentState.PAID)
                .filter(other -> Math.abs(ChronoUnit.DAYS.between(other.handedIn, day)) < days)
                .filter(isMeant)
                .mapToLong(other -> other.amount)
                .sum();
    }
}
