package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOver;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Journal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.AgencyKind;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.RuleTimeline;

/**
 * A random life of two years of two administrative agencies and two public institutions: each year is lived, with payments
 * that stand on their way at any point of it, settled, carried over and closed. The second year pays from what was carried
 * over, and takes in money that comes back of the first. Once, in one of the two years or between carry-over and closing, the
 * division may be brought into another loop, where it goes on.
 */
final class TwoYearLife {
    static final int FIRST = YEAR - 1;
    static final int SECOND = YEAR;
    static final int THIRD = YEAR + 1;
    static final ImmutableList<String> AGENCIES = ImmutableList.of("105004", INSTITUTION, "105003", ORGAN);

    private static final ImmutableList<String> INSTITUTIONS = AGENCIES.subList(0, 2);

    private static final long REVENUE = 100_000_000;
    private static final ImmutableList<String> CATEGORIES = ImmutableList.of("3", "22", "21");

    /** When the division may be brought into another loop. */
    private enum Moment {
        FIRST_YEAR,
        CARRIED_OVER,
        SECOND_YEAR
    }

    /** Somebody who looks at a year at its end. */
    interface Watcher {
        /** All of the year is booked, and what it leaves has been carried over or has lapsed. */
        default void carried(TwoYearLife life, int year) {}

        /** Its books are closed. */
        default void closed(TwoYearLife life, int year) {}
    }

    /**
     * How it is lived.
     *
     * @param seed of all that is random
     * @param accrues whether the treasury accrues what is carried over
     * @param recognises whether the agencies recognise it
     * @param restores whether late refunds are restored
     * @param reopens whether it goes on in another loop at some moment
     */
    record Settings(long seed, boolean accrues, boolean recognises, boolean restores, boolean reopens) {
        RuleTimeline rules() {
            var changes = new org.fiscalloop.rulebook.Overlay.Change[] {
                TwoYears.setting("treasuryAccrues", Boolean.toString(accrues)),
                TwoYears.setting("agencyRecognises", Boolean.toString(recognises)),
                TwoYears.setting("crossYearRefund", restores ? "RESTORE" : "WITHDRAW")
            };
            return org.fiscalloop.rulebook.CityRules.with(
                    TwoYears.overlay(FIRST, changes),
                    TwoYears.overlay(SECOND, changes),
                    TwoYears.overlay(THIRD, changes));
        }
    }

    final Settings settings;
    World world;
    Journal journal = new InMemoryJournal();

    /** What has come back of earlier years, by the agency whose payment it was, for each year in which it came. */
    final Map<Integer, Map<String, Long>> late = new LinkedHashMap<>();

    private final RuleTimeline rules;
    private final Random random;
    private final List<Id<PaymentVoucher>> paid = new ArrayList<>();
    private final List<Runnable> onTheirWay = new ArrayList<>();
    private final Optional<Moment> moved;
    private int numbers;

    private TwoYearLife(Settings settings) {
        this.settings = settings;
        this.rules = settings.rules();
        this.random = new Random(settings.seed());
        this.world = World.open(rules, journal);
        Moment[] moments = Moment.values();
        this.moved = settings.reopens() ? Optional.of(moments[random.nextInt(moments.length)]) : Optional.empty();
        world.found("105003", AgencyKind.ADMINISTRATIVE);
        world.found("105004", AgencyKind.INSTITUTION);
    }

    static TwoYearLife of(Settings settings, Watcher watcher) {
        TwoYearLife life = new TwoYearLife(settings);
        TwoYears.adopt(life.world, FIRST);
        TwoYears.adopt(life.world, THIRD);
        life.live(FIRST);
        life.reopen(Moment.FIRST_YEAR, FIRST);
        life.end(FIRST, watcher);
        life.live(SECOND);
        life.payCarried();
        life.comeBack();
        life.reopen(Moment.SECOND_YEAR, SECOND);
        life.payCarried();
        life.comeBack();
        life.end(SECOND, watcher);
        return life;
    }

    /** The sums of all that stands in the books. */
    Sums sums() {
        return Sums.of(world.loop().balances());
    }

    Sums year(int year) {
        return sums().where(Dimensions.YEAR, Integer.toString(year));
    }

    CarryOverTerms carryOver(String agency, int into) {
        return world.loop()
                .find(CarryOver.id(DIVISION, agency, into))
                .orElseThrow()
                .terms();
    }

    /** What came back late of an agency's payments, in a year. */
    long late(int year, String agency) {
        return late.getOrDefault(year, ImmutableMap.of()).getOrDefault(agency, 0L);
    }

    private void live(int year) {
        world.turn(year, LocalDate.of(year, 3, 1));
        String report = "RB" + year;
        done(world.tell(
                report,
                new TreasuryDayReport(
                        IncomeReceipt.number(report),
                        world.day(),
                        ImmutableList.of(new IncomeTerms.Line("10101", "111", "", Fen.money(REVENUE))))));
        for (String agency : AGENCIES) {
            for (int i = random.nextInt(2) + 1; i > 0; i--) {
                project(year, agency);
            }
            if (random.nextBoolean()) {
                String serial = "SR" + numbers++;
                done(world.tell(
                        serial,
                        new OtherIncomeReceived(
                                IncomeReceipt.number(serial),
                                agency,
                                "B" + agency,
                                world.day(),
                                Fen.money(1 + random.nextInt(1000)),
                                Optional.empty(),
                                Optional.empty())));
            }
        }
    }

    private void project(int year, String agency) {
        int number = ++numbers;
        long total = 10_000L + random.nextInt(90_000);
        String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
        Id<Project> project = world.reserve(World.projectTerms(number, agency, category, total)
                .withFiscalYear(year)
                .withSlices(ImmutableMap.of(year, Fen.money(total)))
                .withIsResearch(random.nextInt(4) == 0));
        Elements elements = ImmutableElements.builder()
                .from(World.elements(agency, project))
                .fiscalYear(year)
                .governmentEconomic(INSTITUTIONS.contains(agency) ? "50502" : "50201")
                .build();
        Id<BudgetLine> line = world.line("L" + number, elements, total);
        long released = part(total);
        if (released == 0) {
            return;
        }
        AllotmentFlag flag = random.nextInt(5) == 0 ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
        Id<Allotment> allotment = world.issue(
                "A" + number,
                ImmutableAllotmentTerms.builder()
                        .from(World.allotmentTerms(line, elements, flag, released))
                        .effectiveOn(LocalDate.of(year, 1, 1))
                        .build());
        if (flag == AllotmentFlag.EXECUTABLE) {
            pay(allotment, elements, part(released));
            long frozen = part(available(allotment));
            if (frozen > 0) {
                done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(frozen))));
            }
        }
    }

    /** None of it, all of it, or something between. */
    private long part(long of) {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> of;
            default -> of == 0 ? 0 : 1 + random.nextInt((int) of);
        };
    }

    private long available(Id<Allotment> allotment) {
        return TwoYears.balance(world, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, allotment.value());
    }

    private void pay(Id<Allotment> allotment, Elements elements, long fen) {
        if (fen == 0) {
            return;
        }
        String id = "P" + numbers++;
        String agency = elements.agency().value();
        Id<PaymentRequest> request = world.approved("R" + id, allotment, elements, fen);
        switch (random.nextInt(8)) {
            case 0 -> onTheirWay.add(() -> done(world.act("clerk" + agency, request, PaymentAction.VOID)));
            case 1 -> onTheirWay.add(() -> receive(id, sent(id, agency, request), fen));
            case 2 -> {
                Id<PaymentVoucher> voucher = sent(id, agency, request);
                onTheirWay.add(() -> receive(id, voucher, fen));
            }
            case 3 -> {
                Id<PaymentVoucher> voucher = sent(id, agency, request);
                done(world.receipt(voucher, fen));
                onTheirWay.add(() -> clear(id, voucher, fen));
            }
            default -> receive(id, sent(id, agency, request), fen);
        }
    }

    private Id<PaymentVoucher> sent(String id, String agency, Id<PaymentRequest> request) {
        return world.sent("V" + id, agency, ImmutableList.of(request));
    }

    private void receive(String id, Id<PaymentVoucher> voucher, long fen) {
        done(world.receipt(voucher, fen));
        clear(id, voucher, fen);
    }

    private void clear(String id, Id<PaymentVoucher> voucher, long fen) {
        done(world.clearing(id, voucher, fen));
        paid.add(voucher);
        if (random.nextInt(4) == 0) {
            done(world.refund("T" + numbers++, voucher, 1 + random.nextInt((int) fen)));
        }
    }

    /** Something is paid of what was carried over from the first year. */
    private void payCarried() {
        for (Allotment allotment : world.loop().moving(Allotment.KIND)) {
            if (allotment.isPayable() && allotment.terms().basis().isCarried()) {
                Id<Allotment> id = Allotment.id(allotment.id().value());
                pay(id, allotment.terms().elements(), part(available(id)));
            }
        }
    }

    /** Something comes back of what was paid in the first year. */
    private void comeBack() {
        for (Id<PaymentVoucher> id : ImmutableList.copyOf(paid)) {
            PaymentVoucher voucher = world.loop().find(id).orElseThrow();
            long left = TwoYears.balance(
                    world,
                    PaymentMeasure.REFUNDABLE,
                    Dimensions.PAYMENT,
                    voucher.terms().lines().get(0).request().value());
            if (voucher.fiscalYear() == FIRST && left > 0 && random.nextInt(3) == 0) {
                long back = 1L + random.nextInt((int) left);
                done(world.refund("Y" + numbers++, id, back));
                late.computeIfAbsent(SECOND, year -> new LinkedHashMap<>()).merge(voucher.agency(), back, Long::sum);
            }
        }
    }

    /** At its moment the division is brought into another loop, where it goes on. */
    private void reopen(Moment moment, int year) {
        if (!moved.equals(Optional.of(moment))) {
            return;
        }
        OpeningTerms opening = world.loop().opening(DIVISION, year, world.day());
        journal = new InMemoryJournal();
        FiscalLoop other = FiscalLoop.open(journal, rules);
        done(other.ask(new Command(
                new InputId("admin", "opening"),
                "admin",
                DIVISION,
                year,
                opening.day(),
                new CommitOpening(opening, Optional.empty()))));
        LocalDate day = world.day();
        world = World.open(rules, journal).turn(year, day);
    }

    /** The year is settled, carried over and closed. */
    private void end(int year, Watcher watcher) {
        onTheirWay.forEach(Runnable::run);
        onTheirWay.clear();
        new YearEnd(world).completeDrafts();
        for (String agency : AGENCIES) {
            done(TwoYears.calculate(world, agency, year + 1));
            done(TwoYears.confirm(world, agency, year + 1));
        }
        world.turn(year, LocalDate.of(year, 12, 31));
        if (year == FIRST) {
            reopen(Moment.CARRIED_OVER, year);
        }
        watcher.carried(this, year);
        for (String agency : AGENCIES) {
            done(world.ask("head" + agency, new CloseAgencyYear(DIVISION, agency, year)));
        }
        done(world.ask("finance", new CloseDivisionYear(DIVISION, year)));
        watcher.closed(this, year);
    }

    /** Whether nothing waits for an accountant. */
    boolean isComplete() {
        return world.loop().moving(AgencyVoucher.KIND).stream()
                .allMatch(voucher -> voucher.state() == org.fiscalloop.accounting.AgencyVoucherState.POSTED);
    }
}
