package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.CHIEF;
import static org.fiscalloop.loop.Steps.FINANCE;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.flow.Body;
import org.fiscalloop.incomebudget.ImmutableIncomeBudgetTerms;
import org.fiscalloop.incomebudget.IncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetAction;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.AdjustIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetCommands.CreateIncomeBudget;
import org.fiscalloop.incomebudget.IncomeBudgetState;
import org.fiscalloop.journal.JournalRecord.Outcome;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveRevenue.Day;
import org.fiscalloop.loop.NaiveRevenue.NaiveBudget;
import org.fiscalloop.loop.NaiveRevenue.NaivePlacement;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.CashPlacement;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.CashPlaced;
import org.fiscalloop.revenue.RevenueNotices.CashReturned;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;

/** What each step means for the revenue budget, the treasury's day and its cash. */
final class RevenueSteps {
    private static final ImmutableList<ImmutableList<String>> CODES = ImmutableList.of(
            ImmutableList.of("111", "101"), ImmutableList.of("111", "10101"), ImmutableList.of("2", "10304"));

    private final Walk walk;
    private final NaiveRevenue naive;

    RevenueSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.income;
    }

    void take(Step step) {
        switch (step.kind()) {
            case REPORT -> report(step);
            case PLACEMENT -> placement(step);
            default -> budget(one(CODES, step.which()), step);
        }
    }

    // ---- the treasury's day -----------------------------------------------------------------------------------------

    /** A report of the day: the first, a correction of the one in force, or one that contradicts it or corrects none. */
    private void report(Step step) {
        LocalDate day = walk.world.day();
        String number = "D" + walk.number();
        long fen = 1L + step.size();
        boolean isKnown = step.who() % 4 > 0;
        boolean isSpecial = step.size() % 3 == 0;
        ImmutableList.Builder<IncomeTerms.Line> lines = ImmutableList.builder();
        lines.add(new IncomeTerms.Line("10101", "111", "", Fen.money(fen)));
        lines.add(new IncomeTerms.Line(isKnown ? "10101" : "999", "111", "", Fen.money(1)));
        if (isSpecial) {
            lines.add(new IncomeTerms.Line("10304", "2", "", Fen.money(fen)));
        }
        Day said = new Day(number, fen + (isKnown ? 1 : 0), isSpecial ? fen : 0);
        Day before = naive.days.get(day);
        String inForce = before == null ? "" : before.number();
        String corrects = step.which() % 3 == 0 ? "" : before != null ? inForce : step.which() % 9 == 1 ? "D0" : "";
        boolean isTaken = corrects.equals(inForce);
        Outcome taken = isKnown ? Outcome.BOOKED : Outcome.EXCEPTION;
        walk.tell(
                new TreasuryDayReport(
                        IncomeReceipt.number(number),
                        day,
                        lines.build(),
                        Optional.empty(),
                        Steps.text(corrects).map(IncomeReceipt::number)),
                isTaken ? taken : before == null ? Outcome.PARKED : Outcome.EXCEPTION,
                () -> {
                    if (isTaken) {
                        naive.days.put(day, said);
                    }
                });
    }

    private void placement(Step step) {
        if (naive.placements.isEmpty() || step.size() % 2 == 0) {
            NaivePlacement placement = new NaivePlacement("P" + walk.number(), 1L + step.size());
            walk.tell(
                    new CashPlaced(
                            CashPlacement.number(placement.number),
                            "银行",
                            "111",
                            Fen.money(placement.fen),
                            walk.world.day(),
                            walk.world.day().plusDays(30)),
                    Outcome.BOOKED,
                    () -> naive.placements.put(placement.number, placement));
            return;
        }
        NaivePlacement placement = one(ImmutableList.copyOf(naive.placements.values()), step.which());
        boolean isRight = step.who() % 4 > 0;
        boolean isBooked = isRight && !placement.isBack;
        walk.tell(
                new CashReturned(
                        CashPlacement.number(placement.number),
                        "S" + walk.number(),
                        walk.world.day(),
                        Fen.money(placement.fen + (isRight ? 0 : 1)),
                        Optional.of(new IncomeTerms.Line("10399", "111", "", Fen.money(3)))),
                isBooked ? Outcome.BOOKED : Outcome.EXCEPTION,
                () -> {
                    if (isBooked) {
                        placement.isBack = true;
                        naive.interest += 3;
                    }
                });
    }

    // ---- the revenue budget -----------------------------------------------------------------------------------------

    /** The next thing that can happen to a line, by the right person or another. */
    private void budget(ImmutableList<String> codes, Step step) {
        String fund = codes.get(0);
        String income = codes.get(1);
        Id<IncomeBudget> id = IncomeBudget.id(World.DIVISION, World.YEAR, fund, income);
        NaiveBudget known = naive.budgets.get(id.value());
        String actor = Steps.finance(step.who());
        if (known == null) {
            long fen = 1_000L + step.size();
            NaiveBudget made = new NaiveBudget(fund, income, fen);
            made.makers.add(actor);
            walk.ask(
                    actor,
                    create(id, fund, income, fen),
                    FINANCE.contains(actor),
                    () -> naive.budgets.put(id.value(), made));
            return;
        }
        switch (known.state) {
            case DRAFT ->
                walk.act(actor, id, IncomeBudgetAction.SUBMIT, FINANCE.contains(actor), () -> {
                    known.makers.add(actor);
                    known.state = IncomeBudgetState.SUBMITTED;
                });
            case SUBMITTED ->
                walk.act(
                        actor,
                        id,
                        IncomeBudgetAction.APPROVE,
                        CHIEF.contains(actor) && !known.makers.contains(actor),
                        () -> known.state = IncomeBudgetState.APPROVED);
            case APPROVED ->
                walk.act(
                        actor,
                        id,
                        IncomeBudgetAction.ENACT,
                        CHIEF.contains(actor),
                        () -> known.state = IncomeBudgetState.IN_FORCE);
            default -> adjust(known, id, actor, step);
        }
    }

    private static Body create(Id<IncomeBudget> id, String fund, String income, long fen) {
        return new CreateIncomeBudget(
                id,
                ImmutableIncomeBudgetTerms.builder()
                        .division(World.DIVISION)
                        .agency("")
                        .fiscalYear(World.YEAR)
                        .fund(fund)
                        .income(income)
                        .amount(Fen.money(fen))
                        .build());
    }

    private void adjust(NaiveBudget known, Id<IncomeBudget> id, String actor, Step step) {
        boolean isLowered = step.size() % 2 == 0;
        long change = isLowered ? -Steps.amount(known.inForce(), step.size()) : 1L + step.size();
        boolean isApproved = step.which() % 6 > 0;
        walk.ask(
                actor,
                new AdjustIncomeBudget(id, Fen.money(change), isApproved ? "人常〔2024〕1号" : " "),
                CHIEF.contains(actor) && isApproved && known.inForce() + change >= 0,
                () -> known.adjusted += change);
    }
}
