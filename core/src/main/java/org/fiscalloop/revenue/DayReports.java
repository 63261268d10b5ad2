package org.fiscalloop.revenue;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Facts;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Matching;
import org.fiscalloop.flow.Matching.Listing;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.flow.PostingKey;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.RevenueEvents.RevenueReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;

/**
 * What becomes of a day report: a day of one sender is reported once, and what a later report says otherwise takes effect only
 * if it names the one that it corrects. A report that its lines contradict is booked without those.
 */
final class DayReports {
    private final TreasuryDayReport body;
    private final Case c;
    private final String number;
    private final ImmutableList<IncomeTerms.Line> usable;
    private final ImmutableList<Listing> listed;

    private DayReports(TreasuryDayReport body, Case c) {
        this.body = body;
        this.c = c;
        this.number = body.report().value();
        List<IncomeTerms.Line> lines = new ArrayList<>();
        ImmutableList.Builder<Listing> problems = ImmutableList.builder();
        for (IncomeTerms.Line line : body.lines()) {
            Optional<Refusal> problem = RevenueCheck.problem(line, c);
            if (problem.isEmpty()) {
                lines.add(RevenueCheck.booked(line, c));
            } else {
                problems.add(new Listing(
                        body.of(line),
                        problem.orElseThrow(),
                        ImmutableList.of(RevenueDecider.CORRECTED_NOTICE, RevenueDecider.COMPLETE_REGISTER)));
            }
        }
        this.usable = ImmutableList.copyOf(lines);
        this.listed = problems.build();
    }

    static Matching match(TreasuryDayReport body, Case c) {
        long total = RevenueDecider.total(body.lines());
        Facts facts = Facts.of("report", Fact.text(body.report().value())).and("given", Fact.amount(total));
        Optional<Long> differing = body.total().map(Fen::of).filter(stated -> stated != total);
        if (differing.isPresent()) {
            return contradicted(
                    body,
                    Refusal.of(RevenueReasons.TOTAL_DIFFERS, facts.and(Refusal.ALLOWED, Fact.amount(differing.get()))));
        }
        if (body.receivedOn().getYear() != c.input().fiscalYear()) {
            return contradicted(
                    body,
                    Refusal.of(
                            RevenueReasons.OTHER_YEAR,
                            Facts.of("receipt", Fact.text(body.report().value()))
                                    .and("on", Fact.day(body.receivedOn()))
                                    .and("year", Fact.count(c.input().fiscalYear()))));
        }
        return new DayReports(body, c).matched();
    }

    private Matching matched() {
        Id<IncomeReceipt> day =
                IncomeReceipt.day(c.input().division(), c.input().id().sender(), body.receivedOn());
        Optional<IncomeReceipt> recorded = c.find(day);
        Matching exceptions = new Matching(ImmutableList.of(), ImmutableList.of(), listed);
        if (recorded.isEmpty()) {
            return body.corrects()
                    .map(corrected -> Matching.parked(
                            body,
                            day,
                            Refusal.of(
                                    RevenueReasons.NOTHING_TO_CORRECT,
                                    facts().and("on", Fact.day(body.receivedOn()))
                                            .and("given", Fact.text(corrected.value())))))
                    .orElseGet(
                            () -> usable.isEmpty() ? exceptions : recorded(day).and(exceptions));
        }
        return known(recorded.orElseThrow(), exceptions);
    }

    private Matching known(IncomeReceipt receipt, Matching exceptions) {
        IncomeTerms before = receipt.terms();
        String inForce = before.report().orElseThrow();
        Optional<ImmutableList<IncomeTerms.Line>> told = inForce.equals(number)
                ? Optional.of(before.lines())
                : before.earlier().stream()
                        .filter(earlier -> earlier.report().equals(number))
                        .map(IncomeTerms.Earlier::lines)
                        .findFirst();
        if (told.isPresent()) {
            return told(told.orElseThrow()).equals(told(usable)) ? exceptions : contradicted(body, twice(told.get()));
        }
        if (body.corrects().filter(of -> of.value().equals(inForce)).isPresent()) {
            return usable.isEmpty() ? exceptions : corrected(receipt).and(exceptions);
        }
        Facts facts = facts().and("on", Fact.day(body.receivedOn())).and(Refusal.ALLOWED, Fact.text(inForce));
        return contradicted(
                body,
                body.corrects()
                        .map(of ->
                                Refusal.of(RevenueReasons.CORRECTS_ANOTHER, facts.and("given", Fact.text(of.value()))))
                        .orElseGet(() -> Refusal.of(
                                RevenueReasons.DAY_REPORTED,
                                facts.and("booked", amount(before.lines())).and("given", amount(body.lines())))));
    }

    private Refusal twice(ImmutableList<IncomeTerms.Line> recorded) {
        return Refusal.of(
                RevenueReasons.REPORTED_TWICE,
                Facts.of("receipt", Fact.text(number))
                        .and("given", amount(body.lines()))
                        .and(Refusal.ALLOWED, amount(recorded)));
    }

    private Facts facts() {
        return Facts.of("report", Fact.text(number));
    }

    private static Fact amount(ImmutableList<IncomeTerms.Line> lines) {
        return Fact.amount(RevenueDecider.total(lines));
    }

    private static ImmutableList<IncomeTerms.Line> told(ImmutableList<IncomeTerms.Line> lines) {
        return lines.stream().map(IncomeTerms.Line::told).collect(toImmutableList());
    }

    private static Matching contradicted(TreasuryDayReport body, Refusal problem) {
        return Matching.listed(body, problem, RevenueDecider.CORRECTED_NOTICE);
    }

    private Matching recorded(Id<IncomeReceipt> day) {
        Move move = c.create(day, RevenueAction.RECORD).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a day is not reported and yet cannot be: " + refused.refusals());
        });
        IncomeTerms terms = terms(ImmutableList.of());
        return Matching.booked(
                new Happening(new RevenueReceived(move, terms), postings(RevenuePostings.RECEIVED, terms, c)));
    }

    /** What was wrongly booked is taken back in red, and what the corrected report says is booked. */
    private Matching corrected(IncomeReceipt receipt) {
        IncomeTerms before = receipt.terms();
        Move move = c.move(receipt, RevenueAction.CORRECT).match(accepted -> accepted.value(), refused -> {
            throw new IllegalStateException("a reported day cannot be corrected: " + refused.refusals());
        });
        IncomeTerms terms = terms(ImmutableList.<IncomeTerms.Earlier>builder()
                .addAll(before.earlier())
                .add(new IncomeTerms.Earlier(before.report().orElseThrow(), before.lines()))
                .build());
        return Matching.booked(new Happening(
                new RevenueReceived(move, terms),
                ImmutableList.<Posting>builder()
                        .addAll(postings(RevenuePostings.TAKEN_BACK, before, c))
                        .addAll(postings(RevenuePostings.RECEIVED, terms, c))
                        .build()));
    }

    private IncomeTerms terms(ImmutableList<IncomeTerms.Earlier> earlier) {
        return ImmutableIncomeTerms.builder()
                .division(c.input().division())
                .agency("")
                .fiscalYear(c.input().fiscalYear())
                .receivedOn(body.receivedOn())
                .report(number)
                .lines(usable)
                .earlier(earlier)
                .build();
    }

    private static ImmutableList<Posting> postings(PostingKey key, IncomeTerms terms, Case c) {
        return terms.lines().stream()
                .filter(line -> line.booking().orElseThrow().amount().isPositive())
                .map(line -> RevenueCheck.posting(key, line, c))
                .collect(toImmutableList());
    }
}
