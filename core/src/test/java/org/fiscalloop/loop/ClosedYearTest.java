package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.AccountingCommands.CloseMonth;
import org.fiscalloop.accounting.AccountingCommands.OpenMonth;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.closing.YearClosing;
import org.fiscalloop.flow.Act;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.ImmutableAccrualTerms;
import org.fiscalloop.revenue.RevenueCommands.AccrueWages;
import org.fiscalloop.revenue.WageAccrual;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A year that has been closed: its months are closed and those of the next open, and nothing is booked into it any more. */
class ClosedYearTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR + 1, 1, 6);
    private static final YearMonth DECEMBER = YearMonth.of(YEAR, 12);
    private static final Id<PeriodBook> ORGAN_BOOK = PeriodBook.id(DIVISION, Ledgers.AGENCY, ORGAN);

    private final World world = World.open();
    private final YearEnd end = new YearEnd(world);

    private Sums sums(int year) {
        return Sums.of(world.loop().balances()).where(Dimensions.YEAR, Integer.toString(year));
    }

    private PeriodBook.Months months(LedgerId ledger, String owner) {
        return world.loop()
                .find(PeriodBook.id(DIVISION, ledger, owner))
                .orElseThrow()
                .terms();
    }

    // ---- months -----------------------------------------------------------------------------------------------------

    @Test
    void books_whose_months_nobody_kept_have_months_from_then_on() {
        end.tellReport("r1", World.DAY, World.DAY, 90);
        end.close();
        for (PeriodBook.Months months : ImmutableList.of(
                months(Ledgers.AGENCY, ORGAN), months(Ledgers.TREASURY, ""), months(Ledgers.ALLOTMENT, ""))) {
            assertThat(months.first()).isEqualTo(YearMonth.of(YEAR, 1));
            assertThat(months.open()).isEqualTo(YearMonth.of(YEAR + 1, 1));
            assertThat(months.last()).isEqualTo(YearMonth.of(YEAR + 1, 12));
        }
    }

    @Test
    void months_that_are_kept_are_closed_with_the_year_and_those_of_the_next_opened() {
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, YearMonth.of(YEAR, 2))));
        for (int month = 3; month <= 12; month++) {
            done(world.ask("finance", new OpenMonth(ORGAN_BOOK, YearMonth.of(YEAR, month))));
        }
        done(world.ask("finance", new CloseMonth(ORGAN_BOOK, YearMonth.of(YEAR, 2))));
        end.tellIncome("i1", ORGAN, World.DAY, World.DAY, 90);
        done(end.closeAgency(ORGAN));
        assertThat(months(Ledgers.AGENCY, ORGAN))
                .isEqualTo(new PeriodBook.Months(
                        DIVISION,
                        "agency",
                        ORGAN,
                        YearMonth.of(YEAR, 2),
                        YearMonth.of(YEAR + 1, 1),
                        YearMonth.of(YEAR + 1, 12)));
        assertThat(sums(YEAR + 1).agency("1002").debit()).isEqualTo(90);
    }

    @Test
    void months_that_are_open_already_stay_open() {
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, DECEMBER)));
        YearMonth far = DECEMBER.plusMonths(14);
        for (YearMonth month = DECEMBER.plusMonths(1); !month.isAfter(far); month = month.plusMonths(1)) {
            done(world.ask("finance", new OpenMonth(ORGAN_BOOK, month)));
        }
        done(end.closeAgency(ORGAN));
        assertThat(months(Ledgers.AGENCY, ORGAN).last()).isEqualTo(far);
        assertThat(months(Ledgers.AGENCY, ORGAN).open()).isEqualTo(DECEMBER.plusMonths(1));
    }

    @Test
    void a_december_that_was_never_opened_takes_no_closing() {
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, YearMonth.of(YEAR, 3))));
        end.tellIncome("i1", ORGAN, World.DAY, World.DAY, 90);
        assertThat(codes(end.closeAgency(ORGAN))).isNotEmpty().allMatch(code -> code.startsWith("ledger.period"));
        assertThat(world.loop().find(YearClosing.id(DIVISION, YEAR, Ledgers.AGENCY, ORGAN)))
                .isEmpty();
    }

    @Test
    void books_whose_months_begin_after_the_year_take_no_closing() {
        end.tellIncome("i1", ORGAN, World.DAY, World.DAY, 90);
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, DECEMBER.plusMonths(1))));
        Outcome refused = end.closeAgency(ORGAN);
        assertThat(codes(refused)).containsOnly("ledger.period-not-opened");
        assertThat(refused.refusals().get(0).allowed()).containsExactly("2025-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"allotment", "treasury", "agency"})
    void december_of_a_statutory_ledger_closes_with_its_year(String ledger) {
        String owner = ledger.equals("agency") ? ORGAN : "";
        Id<PeriodBook> book = PeriodBook.id(DIVISION, new LedgerId(ledger), owner);
        done(world.ask("finance", new BeginPeriods(DIVISION, ledger, owner, DECEMBER.minusMonths(1))));
        done(world.ask("finance", new OpenMonth(book, DECEMBER)));
        done(world.ask("finance", new CloseMonth(book, DECEMBER.minusMonths(1))));
        assertThat(codes(world.ask("finance", new CloseMonth(book, DECEMBER))))
                .containsExactly("accounting.december-closes-with-year");
    }

    @Test
    void december_of_the_memorandum_ledger_closes_by_itself() {
        Id<PeriodBook> book = PeriodBook.id(DIVISION, Ledgers.MEMORANDUM, "");
        done(world.ask("finance", new BeginPeriods(DIVISION, "memorandum", "", DECEMBER)));
        done(world.ask("finance", new CloseMonth(book, DECEMBER)));
    }

    @Test
    void nobody_closes_the_months_of_a_year_by_an_act() {
        done(world.ask("finance", new BeginPeriods(DIVISION, "agency", ORGAN, DECEMBER)));
        Outcome refused = world.ask("finance", Act.of(ORGAN_BOOK, PeriodBook.Action.CLOSE_YEAR));
        assertThat(refused.isDone()).isFalse();
        assertThat(world.loop().allowed(ORGAN_BOOK, "finance", DoorFixtures.rules(world)))
                .extracting(FiscalLoop.Allowed::action)
                .doesNotContain("CLOSE_YEAR");
    }

    // ---- a closed year takes nothing --------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"2024-03-02", "2024-12-31", "2025-01-06"})
    void a_command_for_a_closed_year_is_refused_whatever_its_date(String on) {
        var project = world.project(1, ORGAN, 1_000);
        var wages = new AccrueWages(
                new Id<>(WageAccrual.KIND, "W1"),
                ImmutableAccrualTerms.builder()
                        .elements(ImmutableElements.builder()
                                .from(World.elements(ORGAN, project))
                                .departmentEconomic("30101")
                                .governmentEconomic("50101")
                                .build())
                        .amount(Fen.money(100))
                        .purpose("12月工资")
                        .build());
        done(end.closeAgency(ORGAN));
        long size = world.loop().balances().kept().size();
        assertThat(codes(end.ask("head" + ORGAN, LocalDate.parse(on), wages)))
                .isNotEmpty()
                .allMatch(code -> code.equals("ledger.period-closed") || code.equals("revenue.outside-year"));
        assertThat(world.loop().balances().kept()).hasSize((int) size);
    }

    @Test
    void income_told_late_is_booked_into_the_next_year_with_its_day_kept() {
        done(end.closeAgency(ORGAN));
        Outcome late = end.tellIncome("late", ORGAN, LocalDate.of(YEAR, 12, 30), NEW_YEAR, 90);
        assertThat(late.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(late.entries()).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.date()).isEqualTo(LocalDate.of(YEAR + 1, 1, 1));
            assertThat(entry.effectiveOn()).isEqualTo(LocalDate.of(YEAR, 12, 30));
            assertThat(entry.lines()).allMatch(ClosedYearTest::isOfNextYear);
        });
        assertThat(sums(YEAR).agency().lines()).isEmpty();
    }

    @Test
    void revenue_told_late_is_booked_into_the_next_year_of_the_treasury() {
        done(end.closeDivision());
        Outcome late = end.tellReport("late", LocalDate.of(YEAR, 12, 30), NEW_YEAR, 90);
        assertThat(late.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(late.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.lines()).allMatch(ClosedYearTest::isOfNextYear));
        assertThat(sums(YEAR + 1).treasury("4001").credit()).isEqualTo(90);
    }

    private static boolean isOfNextYear(Line line) {
        return line.segments().value(Dimensions.YEAR).equals(Integer.toString(YEAR + 1));
    }
}
