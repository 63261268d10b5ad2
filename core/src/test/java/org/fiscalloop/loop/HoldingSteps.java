package org.fiscalloop.loop;

import static org.fiscalloop.loop.Steps.amount;
import static org.fiscalloop.loop.Steps.prefer;
import static org.fiscalloop.loop.Walk.one;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Predicate;
import org.fiscalloop.asset.AssetAction;
import org.fiscalloop.asset.AssetCard;
import org.fiscalloop.asset.AssetClass;
import org.fiscalloop.asset.AssetCommands.DepreciateMonth;
import org.fiscalloop.asset.AssetCommands.DisposeOf;
import org.fiscalloop.asset.AssetCommands.GiveAsset;
import org.fiscalloop.asset.AssetCommands.RegisterCard;
import org.fiscalloop.asset.AssetCommands.WriteDown;
import org.fiscalloop.asset.AssetNotices.SaleReceived;
import org.fiscalloop.asset.AssetNotices.SaleRemitted;
import org.fiscalloop.asset.AssetState;
import org.fiscalloop.asset.AssetTerms;
import org.fiscalloop.asset.AssetTerms.Acquisition;
import org.fiscalloop.asset.AssetTerms.Use;
import org.fiscalloop.asset.ImmutableAssetTerms;
import org.fiscalloop.debt.Debt;
import org.fiscalloop.debt.DebtCommands.AccrueInterest;
import org.fiscalloop.debt.DebtCommands.ChangeDebtLimit;
import org.fiscalloop.debt.DebtCommands.SetDebtLimit;
import org.fiscalloop.debt.DebtKind;
import org.fiscalloop.debt.DebtLimit;
import org.fiscalloop.debt.DebtNotices.InterestPaid;
import org.fiscalloop.debt.DebtNotices.OnLentReceived;
import org.fiscalloop.debt.DebtNotices.PrincipalRepaid;
import org.fiscalloop.debt.DebtTerms;
import org.fiscalloop.debt.ImmutableDebtLimitTerms;
import org.fiscalloop.debt.OnLending;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.NaiveHoldings.NaiveCard;
import org.fiscalloop.loop.NaiveHoldings.NaiveLoan;
import org.fiscalloop.loop.NaiveHoldings.NaiveOrigin;
import org.fiscalloop.money.Fen;

/** What each step means for assets and for debt. */
final class HoldingSteps {
    private static final String LENDER = "310000000";

    private final Walk walk;
    private final NaiveHoldings naive;

    HoldingSteps(Walk walk) {
        this.walk = walk;
        this.naive = walk.naive.holdings;
    }

    void take(Step step) {
        switch (step.kind()) {
            case CARD -> card(one(Steps.AGENCIES, step.which()), step);
            case DEPRECIATE -> depreciate(one(Steps.AGENCIES, step.which()), step);
            case DEBT_LIMIT -> limit(step);
            case LOAN -> loan(step);
            case LOAN_PAID -> {
                if (!naive.loans.isEmpty()) {
                    paid(prefer(naive.loans, loan -> loan.owed() > 0, step), step);
                }
            }
            default -> {
                if (!naive.cards.isEmpty()) {
                    ofCard(prefer(naive.cards, isReadyFor(step.kind()), step), step);
                }
            }
        }
    }

    private static Predicate<NaiveCard> isReadyFor(Step.Kind kind) {
        return kind == Step.Kind.SALE
                ? card -> card.state == AssetState.IN_DISPOSAL || card.state == AssetState.DISPOSED
                : card -> card.state == AssetState.IN_USE || card.state == AssetState.IN_DISPOSAL;
    }

    // ---- assets -----------------------------------------------------------------------------------------------------

    /** What an accountant has booked as a fixed asset gets a card, or a gift does; software is never bought. */
    private void card(String agency, Step step) {
        Optional<NaiveOrigin> draft = naive.origins.values().stream()
                .filter(known -> known.agency.equals(agency) && known.toCard > 0)
                .findFirst()
                .filter(known -> step.who() % 3 > 0);
        String actor = Steps.clerk(agency, step.who());
        long fen = draft.map(known -> amount(known.toCard, step.size())).orElse(1L + step.size() * 1_000L);
        boolean isSoftware = step.size() % 5 == 3;
        int months = isSoftware ? 120 : step.size() % 7 == 0 ? 0 : 72;
        NaiveCard card = new NaiveCard("K" + walk.number(), agency, fen, months, walk.world.day());
        card.origin = draft;
        AssetTerms terms = ImmutableAssetTerms.builder()
                .division(World.DIVISION)
                .agency(agency)
                .fiscalYear(World.YEAR)
                .name("资产")
                .category(isSoftware ? "A08" : months == 0 ? "A03" : "A0201")
                .assetClass(isSoftware ? AssetClass.INTANGIBLE_ASSETS : AssetClass.FIXED_ASSETS)
                .acquisition(draft.isPresent() ? Acquisition.PURCHASE : Acquisition.GIFT)
                .origin(draft.map(known -> known.cause))
                .use(Use.OPERATION)
                .acquiredOn(walk.world.day())
                .cost(Fen.money(fen))
                .months(months)
                .build();
        walk.ask(
                actor,
                new RegisterCard(AssetCard.id(card.id), terms),
                Steps.isEntry(card, actor)
                        && draft.map(known -> fen <= known.toCard && !isSoftware)
                                .orElse(true),
                () -> {
                    naive.cards.put(card.id, card);
                    draft.ifPresent(known -> known.toCard -= fen);
                });
    }

    private void depreciate(String agency, Step step) {
        String actor = Steps.head(agency, step.who());
        YearMonth now = YearMonth.from(walk.world.day());
        YearMonth month = step.size() % 9 == 0 ? now.plusMonths(1) : now;
        ImmutableList<NaiveCard> due = naive.cards.values().stream()
                .filter(card -> card.agency.equals(agency) && card.due(month) > 0)
                .collect(ImmutableList.toImmutableList());
        walk.ask(
                actor,
                new DepreciateMonth(World.DIVISION, agency, month),
                Steps.isHead(new Naive.Paper("", agency), actor)
                        && month.equals(now)
                        && !due.isEmpty()
                        && !naive.months.contains(agency + month),
                () -> {
                    due.forEach(card -> card.depreciated += card.due(month));
                    naive.months.add(agency + month);
                });
    }

    private void ofCard(NaiveCard card, Step step) {
        if (step.kind() == Step.Kind.SALE) {
            sale(card, step);
            return;
        }
        switch (step.size() % 4) {
            case 0 -> give(card, step);
            case 1 -> writeDown(card, step);
            case 2 -> {
                String actor = Steps.head(card.agency, step.who());
                walk.act(
                        actor,
                        AssetCard.id(card.id),
                        AssetAction.COMPLETE,
                        Steps.isHead(card, actor) && card.state == AssetState.IN_DISPOSAL,
                        () -> card.state = AssetState.DISPOSED);
            }
            default -> dispose(card, step);
        }
    }

    private YearMonth before() {
        return YearMonth.from(walk.world.day()).minusMonths(1);
    }

    private boolean mayLeave(NaiveCard card, String actor) {
        return Steps.FINANCE.contains(actor)
                && card.state == AssetState.IN_USE
                && card.origin.map(known -> known.toCard >= 0).orElse(true)
                && card.until(before()) <= card.depreciated;
    }

    private void give(NaiveCard card, Step step) {
        String actor = Steps.finance(step.who());
        String taker = one(Steps.AGENCIES, step.which());
        String number = "K" + walk.number();
        walk.ask(
                actor,
                new GiveAsset(
                        AssetCard.id(card.id),
                        Optional.of(taker),
                        Optional.of(AssetCard.id(number)),
                        Use.OPERATION,
                        "资〔2024〕1号"),
                mayLeave(card, actor) && !taker.equals(card.agency),
                () -> {
                    NaiveCard taken = new NaiveCard(
                            number,
                            taker,
                            card.cost - card.until(before()),
                            card.months == 0 ? 0 : (int) Math.max(1, card.months - card.passed(before())),
                            walk.world.day());
                    naive.cards.put(number, taken);
                    card.leave(AssetState.GIVEN);
                });
    }

    private void dispose(NaiveCard card, Step step) {
        String actor = Steps.finance(step.who());
        walk.ask(
                actor,
                new DisposeOf(AssetCard.id(card.id), AssetTerms.Leaving.Way.SALE, "资〔2024〕1号"),
                mayLeave(card, actor),
                () -> card.leave(AssetState.IN_DISPOSAL));
    }

    private void writeDown(NaiveCard card, Step step) {
        String actor = Steps.clerk(card.agency, step.who());
        long back = card.origin.map(draft -> -draft.toCard).orElse(0L);
        long fen = amount(Math.max(0, back), step.size() / 4);
        walk.ask(
                actor,
                new WriteDown(AssetCard.id(card.id), Fen.money(fen)),
                Steps.isEntry(card, actor) && card.state == AssetState.IN_USE && fen <= Math.min(back, card.cost),
                () -> {
                    card.cost -= fen;
                    card.depreciated = Math.min(card.depreciated, card.cost);
                    card.origin.orElseThrow().toCard += fen;
                });
    }

    /** What a sale brings, or what of it goes to the treasury; of an asset in use nothing is told. */
    private void sale(NaiveCard card, Step step) {
        if (card.state == AssetState.IN_USE) {
            return;
        }
        boolean isRemitted = step.size() % 2 == 0;
        long fen = isRemitted ? amount(card.sold, step.size() / 2) : 1L + step.size();
        String serial = "S" + walk.number();
        boolean isKnown = step.who() % 4 > 0;
        boolean isBooked = card.state != AssetState.GIVEN && (isRemitted ? fen <= card.sold : isKnown);
        walk.tell(
                isRemitted
                        ? new SaleRemitted(AssetCard.id(card.id), serial, walk.world.day(), Fen.money(fen))
                        : new SaleReceived(
                                AssetCard.id(card.id),
                                serial,
                                isKnown ? "B" + card.agency : "B0",
                                walk.world.day(),
                                Fen.money(fen)),
                isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> card.sold += isBooked ? (isRemitted ? -fen : fen) : 0);
    }

    // ---- debt -------------------------------------------------------------------------------------------------------

    private void limit(Step step) {
        String actor = Steps.finance(step.who());
        long owed = naive.owed();
        long fen = step.size() % 5 == 0 ? Math.max(0, owed - 1) : owed + step.size() * 1_000L;
        Id<DebtLimit> limit = DebtLimit.id(World.DIVISION, World.YEAR, DebtKind.GENERAL);
        walk.ask(
                actor,
                naive.isLimited
                        ? new ChangeDebtLimit(limit, Fen.money(fen), "人大〔2024〕2号")
                        : new SetDebtLimit(ImmutableDebtLimitTerms.builder()
                                .division(World.DIVISION)
                                .fiscalYear(World.YEAR)
                                .kind(DebtKind.GENERAL)
                                .amount(Fen.money(fen))
                                .documentNo("人大〔2024〕1号")
                                .build()),
                Steps.FINANCE.contains(actor) && fen >= owed,
                () -> {
                    naive.isLimited = true;
                    naive.limit = fen;
                });
    }

    /** What is lent on and fits the limit, by the division above or by another one. */
    private void loan(Step step) {
        long room = naive.limit - naive.owed();
        if (room <= 0) {
            return;
        }
        long fen = Math.min(room, amount(room, step.size()));
        boolean isAbove = step.who() % 5 > 0;
        String lender = isAbove ? LENDER : "350000000";
        NaiveLoan loan = new NaiveLoan("D" + walk.number(), fen, walk.world.day());
        walk.tell(
                new OnLentReceived(
                        OnLending.id(loan.id),
                        lender,
                        DebtKind.GENERAL,
                        DebtTerms.Use.NEW,
                        "一般债券",
                        "112",
                        "转贷〔2024〕1号",
                        ImmutableList.of(),
                        "F" + loan.id,
                        walk.world.day(),
                        Fen.money(fen),
                        new DebtTerms.Conditions(
                                "2405001",
                                new BigDecimal("0.0365"),
                                12,
                                loan.from,
                                loan.from.plusYears(5),
                                DebtTerms.DayCount.ACTUAL_365)),
                isAbove ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                () -> {
                    if (isAbove) {
                        naive.loans.put(loan.id, loan);
                    }
                });
    }

    private void paid(NaiveLoan loan, Step step) {
        Id<Debt> debt = Debt.borrowed(LENDER, OnLending.id(loan.id));
        LocalDate day = walk.world.day();
        String serial = "Z" + walk.number();
        switch (step.size() % 3) {
            case 0 -> {
                String actor = Steps.finance(step.who());
                long run = loan.until(day.plusDays(1));
                walk.ask(
                        actor,
                        new AccrueInterest(debt, day.plusDays(1)),
                        Steps.FINANCE.contains(actor) && loan.owed() > 0 && run > loan.accrued,
                        () -> loan.accrued = run);
            }
            case 1 -> {
                long due = loan.nextInstalment();
                long fen = Math.max(1, due + (step.who() % 4 == 0 ? 1 : 0));
                boolean isBooked = fen == due;
                walk.tell(
                        new InterestPaid(debt, new DebtTerms.Paid(serial, day, Fen.money(fen))),
                        isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                        () -> loan.payInterest(isBooked ? fen : 0));
            }
            default -> {
                long fen = amount(loan.owed(), step.size() / 3);
                boolean isBooked = fen <= loan.owed();
                walk.tell(
                        new PrincipalRepaid(debt, new DebtTerms.Paid(serial, day, Fen.money(fen))),
                        isBooked ? JournalRecord.Outcome.BOOKED : JournalRecord.Outcome.EXCEPTION,
                        () -> loan.repay(isBooked ? fen : 0, day));
            }
        }
    }
}
