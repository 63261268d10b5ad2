package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.agencyincome.AgencyIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.ClaimIncome;
import org.fiscalloop.agencyincome.AgencyIncomeCommands.SettleIncome;
import org.fiscalloop.agencyincome.AgencyIncomeNotices.IncomeArrived;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Claim;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Nature;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Purpose;
import org.fiscalloop.agencyincome.AgencyIncomeTerms.Treatment;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveRevenue.NaiveArrival;
import org.fiscalloop.money.Fen;

/** What each step means for what arrives at agencies. */
final class ArrivalSteps {
    private final Walk walk;
    private final NaiveRevenue naive;

    ArrivalSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.income;
    }

    void take(Step step) {
        if (step.kind() == Step.Kind.ARRIVAL || naive.arrivals.isEmpty()) {
            arrive(step);
        } else {
            NaiveArrival arrival = prefer(naive.arrivals, some -> !some.isClaimed || some.toRemit > 0, step);
            if (arrival.isClaimed) {
                settle(arrival, step);
            } else {
                claim(arrival, step);
            }
        }
    }

    private void arrive(Step step) {
        String agency = one(Steps.AGENCIES, step.which());
        boolean isKnown = step.who() % 4 > 0;
        NaiveArrival arrival = new NaiveArrival("A" + walk.number(), agency, 100L + step.size());
        walk.tell(
                new IncomeArrived(
                        AgencyIncome.number(arrival.id),
                        agency,
                        (isKnown ? "B" : "Z") + agency,
                        "某公司",
                        walk.world.day(),
                        Fen.money(arrival.fen),
                        ""),
                isKnown ? Outcome.BOOKED : Outcome.EXCEPTION,
                () -> {
                    if (isKnown) {
                        naive.arrivals.put(arrival.id, arrival);
                    }
                });
    }

    private static Id<AgencyIncome> id(NaiveArrival arrival) {
        return AgencyIncome.id(World.DIVISION, "bank", arrival.id);
    }

    /** Half of it, with tax or not, is income; the rest belongs to the treasury. */
    private void claim(NaiveArrival arrival, Step step) {
        String actor = Steps.head(arrival.agency, step.who());
        long income = arrival.fen / 2;
        boolean isWhole = step.size() % 4 > 0;
        Claim taxed = new Claim(
                Treatment.INCOME,
                Nature.SERVICE,
                Purpose.NON_EARMARKED,
                "31",
                "",
                Fen.money(income),
                step.which() % 2 == 0 ? 600 : 0);
        Claim collected = new Claim(
                Treatment.FOR_TREASURY,
                Nature.OTHER,
                Purpose.NON_EARMARKED,
                "2",
                "",
                Fen.money(arrival.fen - income + (isWhole ? 0 : 1)),
                0);
        walk.ask(
                actor,
                new ClaimIncome(id(arrival), ImmutableList.of(taxed, collected)),
                Steps.isHead(arrival, actor) && isWhole,
                () -> {
                    arrival.isClaimed = true;
                    arrival.income = income;
                    arrival.tax = taxed.taxFen();
                    arrival.toRemit = arrival.fen - income;
                });
    }

    private void settle(NaiveArrival arrival, Step step) {
        String actor = Steps.head(arrival.agency, step.who());
        long fen = Steps.amount(arrival.toRemit, step.size());
        int part = step.which() % 3 == 0 ? 0 : 1;
        walk.ask(
                actor,
                new SettleIncome(id(arrival), part, Fen.money(fen)),
                Steps.isHead(arrival, actor) && part == 1 && fen <= arrival.toRemit,
                () -> arrival.toRemit -= fen);
    }
}
