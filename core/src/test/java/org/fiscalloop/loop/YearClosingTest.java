package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.YearEnd.LAST_DAY;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.YearMonth;
import org.fiscalloop.access.AccessCommands.AppointActor;
import org.fiscalloop.access.Grant;
import org.fiscalloop.access.ImmutableActorTerms;
import org.fiscalloop.accounting.AccountingCommands.BeginPeriods;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.accounting.PeriodBook;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetCommands.AdjustBudgetLine;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.closing.ClosingDuty;
import org.fiscalloop.closing.YearClosing;
import org.fiscalloop.journal.Bytes;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.DoorFixtures.Room;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentVoucher;
import org.junit.jupiter.api.Test;

/** The end of a year at the door: what refuses it, what it does to the books and their months, and what it leaves open. */
class YearClosingTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(YEAR + 1, 1, 6);
    private static final YearMonth DECEMBER = YearMonth.of(YEAR, 12);
    private static final Id<PeriodBook> ORGAN_BOOK = PeriodBook.id(DIVISION, Ledgers.AGENCY, ORGAN);

    private final World world = World.open();
    private final YearEnd end = new YearEnd(world);

    /** An allotment of all of a line of an agency, from a project with more in reserve. */
    private Room room(int number, String agency, long fen) {
        var project = world.project(number, agency, 1_000_000);
        var elements = World.elements(agency, project);
        var line = world.line("L" + number, elements, fen);
        return new Room(world.allotment("A" + number, line, elements, fen), elements);
    }

    private Id<PaymentVoucher> pay(int number, Room room, long fen) {
        return world.pay("P" + number, room.allotment(), room.elements(), fen);
    }

    /** Both agencies have paid all they had, and the institution's accountant has completed its voucher. */
    private void spentYear() {
        pay(1, room(1, ORGAN, 700), 700);
        pay(2, room(2, INSTITUTION, 500), 500);
        end.completeDrafts();
    }

    private Sums sums(int year) {
        return Sums.of(world.loop().balances()).where(Dimensions.YEAR, Integer.toString(year));
    }

    private PeriodBook.Months months(LedgerId ledger, String owner) {
        return world.loop()
                .find(PeriodBook.id(DIVISION, ledger, owner))
                .orElseThrow()
                .terms();
    }

    // ---- what it does -----------------------------------------------------------------------------------------------

    @Test
    void an_agency_and_then_the_division_close_and_the_next_year_opens_with_what_is_left() {
        spentYear();
        end.tellIncome("i1", ORGAN, World.DAY, World.DAY, 90);
        done(end.tellReport("r1", World.DAY, World.DAY, 2_000));
        Outcome agency = done(end.closeAgency(ORGAN));
        assertThat(sums(YEAR + 1).agency("1002").debit()).isEqualTo(90);
        assertThat(sums(YEAR + 1).agency("3001").credit()).isEqualTo(90);
        assertThat(sums(YEAR + 1).agency("820204").credit()).isEqualTo(90);
        assertThat(sums(YEAR + 1).agency("810107").credit()).isZero();
        assertThat(agency.entries()).extracting(Entry::rule).contains("U-40 F", "U-46 B other, administrative");
        done(end.closeAgency(INSTITUTION));
        Outcome division = done(end.closeDivision());
        assertThat(sums(YEAR + 1).treasury("1001").debit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).treasury("300101").credit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).treasury("8001").credit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).treasury("804101").debit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).allotment().lines()).isEmpty();
        assertThat(division.entries()).extracting(Entry::rule).contains("IND-19", "T-29 F income", "T-31 F");
        assertThat(world.loop().find(YearClosing.id(DIVISION, YEAR, Ledgers.TREASURY, "")))
                .isPresent();
        assertThat(world.loop().find(YearClosing.id(DIVISION, YEAR, Ledgers.ALLOTMENT, "")))
                .isPresent();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void all_entries_of_a_closing_are_one_record() {
        spentYear();
        long before = world.loop().size();
        Outcome outcome = done(end.closeAgency(ORGAN));
        assertThat(world.loop().size()).isEqualTo(before + 1);
        assertThat(outcome.record().moves())
                .extracting(move -> (Object) move.move().document())
                .containsExactly(YearClosing.id(DIVISION, YEAR, Ledgers.AGENCY, ORGAN), ORGAN_BOOK);
    }

    @Test
    void a_year_before_a_closed_one_is_not_closed_any_more_and_nothing_opens_again() {
        world.adopt(YEAR - 1);
        spentYear();
        end.close();

        Outcome agency = end.ask("head" + ORGAN, YEAR - 1, LAST_DAY, new CloseAgencyYear(DIVISION, ORGAN, YEAR - 1));
        Outcome division = end.ask("finance", YEAR - 1, LAST_DAY, new CloseDivisionYear(DIVISION, YEAR - 1));

        assertThat(codes(agency)).containsExactly("closing.later-year-closed");
        assertThat(codes(division)).containsExactly("closing.later-year-closed");
        assertThat(months(Ledgers.AGENCY, ORGAN).open()).isEqualTo(DECEMBER.plusMonths(1));
        assertThat(months(Ledgers.TREASURY, "").open()).isEqualTo(DECEMBER.plusMonths(1));
    }

    @Test
    void books_that_begin_after_the_year_are_not_opened_earlier_by_closing_it() {
        done(world.ask("finance", new BeginPeriods(DIVISION, Ledgers.AGENCY.name(), ORGAN, DECEMBER.plusMonths(2))));

        done(end.closeAgency(ORGAN));

        assertThat(months(Ledgers.AGENCY, ORGAN).open()).isEqualTo(DECEMBER.plusMonths(2));
    }

    @Test
    void an_agency_with_nothing_booked_closes_too() {
        Outcome outcome = done(end.closeAgency(ORGAN));
        assertThat(outcome.entries()).isEmpty();
        assertThat(months(Ledgers.AGENCY, ORGAN).open()).isEqualTo(DECEMBER.plusMonths(1));
        done(end.closeDivision());
    }

    @Test
    void what_was_appropriated_and_paid_leaves_nothing() {
        Room room = room(1, ORGAN, 1_000);
        Id<PaymentVoucher> voucher = pay(1, room, 1_000);
        done(world.refund("S1", voucher, 300));
        done(world.ask("chief", new ReduceAllotment(room.allotment(), Fen.money(300), "收回")));
        lower("L1", 300);
        done(end.closeAgency(ORGAN));
        assertThat(sums(YEAR + 1).agency("8").lines()).isEmpty();
        assertThat(sums(YEAR + 1).agency().lines()).isEmpty();
    }

    private void lower(String line, long fen) {
        done(world.ask("finance", new AdjustBudgetLine(BudgetLine.id(line), Fen.money(-fen), "人大〔2024〕9号")));
    }

    @Test
    void a_closing_may_be_tried_without_being_done() {
        spentYear();
        long before = world.loop().size();
        var command = end.command("head" + ORGAN, YEAR, LAST_DAY, new CloseAgencyYear(DIVISION, ORGAN, YEAR));
        Outcome tried = world.loop().dryRun(command);
        assertThat(world.loop().size()).isEqualTo(before);
        assertThat(tried.entries()).isEqualTo(done(world.loop().ask(command)).entries());
    }

    // ---- what refuses it --------------------------------------------------------------------------------------------

    @Test
    void a_year_is_not_closed_before_its_last_day() {
        LocalDate early = LAST_DAY.minusDays(1);
        assertThat(codes(end.ask("head" + ORGAN, early, new CloseAgencyYear(DIVISION, ORGAN, YEAR))))
                .containsExactly("closing.year-not-over");
        assertThat(codes(end.ask("finance", early, new CloseDivisionYear(DIVISION, YEAR))))
                .containsExactly("closing.year-not-over");
        done(end.ask("head" + ORGAN, NEW_YEAR, new CloseAgencyYear(DIVISION, ORGAN, YEAR)));
    }

    @Test
    void an_agency_that_there_is_not_is_not_closed() {
        World other = World.open();
        done(other.ask(
                "admin",
                new AppointActor(ImmutableActorTerms.builder()
                        .actor("all")
                        .name("all")
                        .division(DIVISION)
                        .agency("")
                        .fiscalYear(YEAR)
                        .addGrants(new Grant(ClosingDuty.AGENCY_YEAR, DIVISION, ""))
                        .build())));
        assertThat(codes(new YearEnd(other).ask("all", LAST_DAY, new CloseAgencyYear(DIVISION, "999", YEAR))))
                .containsExactly("closing.unknown-agency");
    }

    @Test
    void a_draft_voucher_that_waits_keeps_the_year_open() {
        pay(2, room(2, INSTITUTION, 500), 500);
        Outcome refused = end.closeAgency(INSTITUTION);
        assertThat(codes(refused)).containsExactly("closing.drafts-wait");
        assertThat(refused.refusals().get(0).text()).contains("5.00").contains(INSTITUTION);
        done(end.closeAgency(ORGAN));
        end.completeDrafts();
        done(end.closeAgency(INSTITUTION));
    }

    /** A draft of a payment and one of its refund wait though they come to nothing together. */
    @Test
    void drafts_that_cancel_each_other_wait_all_the_same() {
        Room room = room(2, INSTITUTION, 500);
        Id<PaymentVoucher> voucher = pay(2, room, 500);
        done(world.refund("S1", voucher, 500));
        done(world.ask("chief", new ReduceAllotment(room.allotment(), Fen.money(500), "收回")));
        lower("L2", 500);
        assertThat(codes(end.closeAgency(INSTITUTION))).containsExactly("closing.drafts-wait");
        end.completeDrafts();
        done(end.closeAgency(INSTITUTION));
    }

    @Test
    void a_request_in_flight_keeps_the_year_open() {
        Room room = room(1, ORGAN, 700);
        var request = world.approved("R1", room.allotment(), room.elements(), 700);
        Outcome refused = end.closeAgency(ORGAN);
        assertThat(codes(refused)).containsExactly("closing.requests-in-flight");
        assertThat(refused.refusals().get(0).text()).contains("7.00");
        assertThat(codes(end.closeDivision())).containsExactly("closing.agency-open", "closing.requests-in-flight");
        done(world.act("clerk" + ORGAN, request, PaymentAction.VOID));
        assertThat(codes(end.closeAgency(ORGAN))).containsExactly("closing.allotments-left");
    }

    @Test
    void what_is_neither_carried_over_nor_lapsed_keeps_the_year_open() {
        Room room = room(1, ORGAN, 700);
        pay(1, room, 100);
        Outcome executable = end.closeAgency(ORGAN);
        assertThat(codes(executable)).containsExactly("closing.allotments-left");
        assertThat(executable.refusals().get(0).text()).contains("6.00").contains("EXECUTABLE");
        done(world.ask("chief", new ReduceAllotment(room.allotment(), Fen.money(600), "收回")));
        Outcome unallocated = end.closeAgency(ORGAN);
        assertThat(unallocated.refusals().get(0).text()).contains("UNALLOCATED");
        lower("L1", 600);
        done(end.closeAgency(ORGAN));
        done(end.closeDivision());
    }

    @Test
    void frozen_and_pending_amounts_keep_the_year_open_too() {
        Room room = room(1, ORGAN, 700);
        done(world.ask("chief", new FreezeAllotment(room.allotment(), Fen.money(700))));
        assertThat(end.closeAgency(ORGAN).refusals().get(0).text()).contains("FROZEN");
        var line = world.line("L3", room.elements(), 900);
        world.issue("A3", World.allotmentTerms(line, room.elements(), AllotmentFlag.PENDING, 900));
        assertThat(codes(end.closeAgency(ORGAN))).containsExactly("closing.allotments-left", "closing.allotments-left");
        assertThat(codes(end.closeDivision()))
                .containsExactly("closing.agency-open", "closing.allotments-left", "closing.allotments-left");
    }

    @Test
    void a_division_closes_after_all_its_agencies() {
        spentYear();
        Outcome refused = end.closeDivision();
        assertThat(codes(refused)).containsExactly("closing.agency-open", "closing.agency-open");
        assertThat(refused.refusals().get(0).text()).contains(ORGAN);
        assertThat(refused.refusals().get(1).text()).contains(INSTITUTION);
        done(end.closeAgency(ORGAN));
        assertThat(end.closeDivision().refusals())
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.text()).contains(INSTITUTION));
    }

    /** An agency whose allotments alone hold something has a year to close, though its own books are empty. */
    @Test
    void an_agency_that_only_has_allotments_is_open() {
        Room room = room(1, ORGAN, 700);
        done(world.ask("chief", new ReduceAllotment(room.allotment(), Fen.money(700), "收回")));
        lower("L1", 700);
        assertThat(codes(end.closeDivision())).containsExactly("closing.agency-open");
    }

    @Test
    void what_is_paid_and_not_cleared_keeps_the_division_open_and_not_the_agency() {
        Room room = room(1, ORGAN, 700);
        var voucher =
                world.sent("V1", ORGAN, ImmutableList.of(world.approved("R1", room.allotment(), room.elements(), 700)));
        done(world.receipt(voucher, 700));
        done(end.closeAgency(ORGAN));
        Outcome refused = end.closeDivision();
        assertThat(codes(refused)).containsExactly("closing.not-cleared");
        assertThat(refused.refusals().get(0).text()).contains("7.00");
        done(world.clearing("B1", voucher, 700));
        done(end.closeDivision());
    }

    @Test
    void a_year_closes_after_the_year_before() {
        spentYear();
        end.tellIncome("i1", INSTITUTION, World.DAY, World.DAY, 90);
        done(end.ask("admin", YEAR + 1, LAST_DAY, new LoopBodies.AdoptRulebook(DIVISION, YEAR + 1, fingerprint())));
        LocalDate later = LocalDate.of(YEAR + 1, 12, 31);
        assertThat(codes(end.ask("head" + ORGAN, YEAR + 1, later, new CloseAgencyYear(DIVISION, ORGAN, YEAR + 1))))
                .containsExactly("closing.earlier-year-open");
        assertThat(codes(end.ask("finance", YEAR + 1, later, new CloseDivisionYear(DIVISION, YEAR + 1))))
                .containsExactly("closing.earlier-year-open");
        end.close();
        done(end.ask("head" + ORGAN, YEAR + 1, later, new CloseAgencyYear(DIVISION, ORGAN, YEAR + 1)));
        assertThat(codes(end.ask("finance", YEAR + 1, later, new CloseDivisionYear(DIVISION, YEAR + 1))))
                .containsExactly("closing.agency-open");
        done(end.ask("head" + INSTITUTION, YEAR + 1, later, new CloseAgencyYear(DIVISION, INSTITUTION, YEAR + 1)));
        done(end.ask("finance", YEAR + 1, later, new CloseDivisionYear(DIVISION, YEAR + 1)));
    }

    /** Allotments that alone hold something of the year before keep the division's next year open. */
    @Test
    void a_year_closes_after_the_allotments_of_the_year_before() {
        room(1, ORGAN, 700);
        done(end.ask("admin", YEAR + 1, LAST_DAY, new LoopBodies.AdoptRulebook(DIVISION, YEAR + 1, fingerprint())));
        LocalDate later = LocalDate.of(YEAR + 1, 12, 31);
        assertThat(sums(YEAR).treasury().lines()).isEmpty();
        assertThat(codes(end.ask("finance", YEAR + 1, later, new CloseDivisionYear(DIVISION, YEAR + 1))))
                .containsExactly("closing.earlier-year-open");
    }

    private Bytes fingerprint() {
        return world.loop()
                .rules()
                .at(DIVISION, YEAR + 1, NEW_YEAR)
                .orElseThrow()
                .fingerprint();
    }

    @Test
    void who_may_not_close_does_not_close() {
        assertThat(codes(end.ask("clerk" + ORGAN, LAST_DAY, new CloseAgencyYear(DIVISION, ORGAN, YEAR))))
                .containsExactly("access.duty-missing");
        assertThat(codes(end.ask("head" + INSTITUTION, LAST_DAY, new CloseAgencyYear(DIVISION, ORGAN, YEAR))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("access."));
        assertThat(codes(end.ask("head" + ORGAN, LAST_DAY, new CloseDivisionYear(DIVISION, YEAR))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("access."));
        assertThatIllegalArgumentException().isThrownBy(() -> new CloseAgencyYear(DIVISION, " ", YEAR));
    }

    @Test
    void the_year_of_the_command_is_the_year_that_is_closed() {
        assertThat(codes(end.ask("head" + ORGAN, LAST_DAY, new CloseAgencyYear(DIVISION, ORGAN, YEAR - 1))))
                .hasSize(1)
                .allMatch(code -> code.startsWith("loop."));
    }

    @Test
    void what_is_closed_is_not_closed_again() {
        spentYear();
        end.close();
        var digest = world.loop().digest();
        assertThat(codes(end.closeAgency(ORGAN))).containsExactly("loop.document-exists");
        assertThat(codes(end.closeDivision())).containsExactly("loop.document-exists");
        assertThat(world.loop().digest()).isEqualTo(digest);
    }
}
