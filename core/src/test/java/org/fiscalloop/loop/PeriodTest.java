package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentVoucher;
import org.junit.jupiter.api.Test;

/** Months of the ledgers (会计期间): begun, opened, closed; what they refuse and where a notice goes instead. */
class PeriodTest {
    private static final YearMonth FEBRUARY = YearMonth.of(2024, 2);
    private static final YearMonth MARCH = YearMonth.of(2024, 3);
    private static final YearMonth APRIL = YearMonth.of(2024, 4);
    private static final Id<PeriodBook> ALLOTMENT = PeriodBook.id(DIVISION, Ledgers.ALLOTMENT, "");

    private final World world = World.open();

    private Outcome begin(LedgerId ledger, String owner, YearMonth month) {
        return world.ask("finance", new BeginPeriods(DIVISION, ledger.name(), owner, month));
    }

    private Outcome open(Id<PeriodBook> book, YearMonth month) {
        return world.ask("finance", new OpenMonth(book, month));
    }

    private Outcome close(Id<PeriodBook> book, YearMonth month) {
        return world.ask("finance", new CloseMonth(book, month));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    private Outcome ask(String id, String actor, LocalDate on, Body body) {
        return world.loop().ask(new Command(new InputId("months", id), actor, DIVISION, YEAR, on, body));
    }

    /** A sent voucher of an allotment, paid from March on. */
    private Id<PaymentVoucher> sent() {
        var project = world.project(1, ORGAN, 100_000);
        var elements = World.elements(ORGAN, project);
        var line = world.line("L1", elements, 100_000);
        var allotment = world.allotment("A1", line, elements, 100_000);
        return world.sent("V1", ORGAN, ImmutableList.of(world.approved("P1", allotment, elements, 700)));
    }

    private void closeMarch(Id<PeriodBook> book) {
        done(open(book, APRIL));
        done(close(book, MARCH));
    }

    @Test
    void months_are_begun_once() {
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        assertThat(codes(begin(Ledgers.ALLOTMENT, "", MARCH))).containsExactly("loop.document-exists");
        PeriodBook book = world.loop().find(ALLOTMENT).orElseThrow();
        assertThat(book.terms()).isEqualTo(new PeriodBook.Months(DIVISION, "allotment", "", MARCH, MARCH, MARCH));
    }

    @Test
    void the_next_month_opens_and_no_other() {
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        assertThat(codes(open(ALLOTMENT, APRIL.plusMonths(1)))).hasSize(1).allMatch(code -> code.startsWith("ledger."));
        assertThat(codes(open(ALLOTMENT, MARCH))).hasSize(1).allMatch(code -> code.startsWith("ledger."));
        assertThat(codes(open(ALLOTMENT, FEBRUARY))).hasSize(1).allMatch(code -> code.startsWith("ledger."));
        done(open(ALLOTMENT, APRIL));
        assertThat(world.loop().find(ALLOTMENT).orElseThrow().terms().last()).isEqualTo(APRIL);
    }

    @Test
    void the_first_open_month_closes_and_no_other() {
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        done(open(ALLOTMENT, APRIL));
        assertThat(codes(close(ALLOTMENT, APRIL))).hasSize(1).allMatch(code -> code.startsWith("ledger."));
        done(close(ALLOTMENT, MARCH));
        assertThat(codes(close(ALLOTMENT, MARCH))).hasSize(1).allMatch(code -> code.startsWith("ledger."));
        assertThat(world.loop().find(ALLOTMENT).orElseThrow().terms().open()).isEqualTo(APRIL);
    }

    @Test
    void months_are_kept_by_who_closes_them() {
        assertThat(codes(world.ask("clerk" + ORGAN, new BeginPeriods(DIVISION, "allotment", "", MARCH))))
                .containsExactly("access.duty-missing");
        assertThat(codes(open(ALLOTMENT, APRIL))).containsExactly("loop.document-unknown");
        assertThat(codes(close(ALLOTMENT, MARCH))).containsExactly("loop.document-unknown");
    }

    @Test
    void a_command_into_a_closed_month_is_refused_and_goes_through_in_the_next() {
        var project = world.project(1, ORGAN, 100_000);
        var elements = World.elements(ORGAN, project);
        var line = world.line("L1", elements, 100_000);
        done(world.ask(
                "finance",
                new CreateAllotment(
                        org.fiscalloop.allotment.Allotment.id("A1"),
                        World.allotmentTerms(line, elements, AllotmentFlag.EXECUTABLE, 1_000))));
        var allotment = org.fiscalloop.allotment.Allotment.id("A1");
        done(world.act("finance", allotment, org.fiscalloop.allotment.AllotmentAction.SUBMIT));
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        closeMarch(ALLOTMENT);
        Act approve = Act.of(allotment, org.fiscalloop.allotment.AllotmentAction.APPROVE);
        Outcome refused = ask("1", "chief", LocalDate.of(2024, 3, 31), approve);
        assertThat(codes(refused)).isNotEmpty().allMatch(code -> code.startsWith("ledger.period"));
        done(ask("2", "chief", LocalDate.of(2024, 4, 1), approve));
    }

    @Test
    void a_month_that_is_not_open_yet_takes_no_entries() {
        Id<PaymentVoucher> voucher = sent();
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        assertThat(voucher).isNotNull();
        Outcome refused = ask(
                "1",
                "clerk" + ORGAN,
                LocalDate.of(2024, 4, 1),
                Act.of(World.voucher("V1"), org.fiscalloop.payment.VoucherAction.VOID));
        assertThat(refused.isDone()).isFalse();
    }

    @Test
    void a_notice_into_a_closed_month_goes_to_the_first_open_one_with_its_day_kept() {
        Id<PaymentVoucher> voucher = sent();
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        closeMarch(ALLOTMENT);
        Outcome receipt = done(world.receipt(voucher, 700));
        assertThat(receipt.entries())
                .filteredOn(entry -> entry.ledger().equals(Ledgers.ALLOTMENT))
                .isNotEmpty()
                .allSatisfy(entry -> {
                    assertThat(entry.date()).isEqualTo(LocalDate.of(2024, 4, 1));
                    assertThat(entry.effectiveOn()).isEqualTo(World.DAY);
                });
        assertThat(receipt.entries())
                .filteredOn(entry -> entry.ledger().equals(Ledgers.AGENCY))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.date()).isEqualTo(World.DAY));
    }

    @Test
    void an_agency_s_months_are_its_own() {
        Id<PaymentVoucher> voucher = sent();
        Id<PeriodBook> books = PeriodBook.id(DIVISION, Ledgers.AGENCY, ORGAN);
        done(begin(Ledgers.AGENCY, ORGAN, MARCH));
        done(begin(Ledgers.AGENCY, World.INSTITUTION, MARCH));
        closeMarch(books);
        Outcome receipt = done(world.receipt(voucher, 700));
        for (Entry entry : receipt.entries()) {
            boolean isAgency = entry.ledger().equals(Ledgers.AGENCY);
            assertThat(entry.date()).isEqualTo(isAgency ? LocalDate.of(2024, 4, 1) : World.DAY);
        }
    }

    @Test
    void a_notice_that_finds_no_open_month_is_listed_and_not_lost() {
        Id<PaymentVoucher> voucher = sent();
        done(begin(Ledgers.ALLOTMENT, "", MARCH));
        Outcome receipt = world.loop()
                .tell(new Notice(
                        new InputId("bank", "late"),
                        DIVISION,
                        YEAR,
                        LocalDate.of(2024, 5, 6),
                        new BankReceipt(voucher, "S1", LocalDate.of(2024, 5, 6), Fen.money(700), World.PAYEE)));
        assertThat(receipt.result()).isEqualTo(org.fiscalloop.journal.JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(receipt)).containsExactly("loop.books-refuse");
        assertThat(receipt.entries()).isEmpty();
        NoticeCase listed = world.loop()
                .find(new Id<>(NoticeCase.KIND, "bank/late"))
                .or(() -> world.loop().find(NoticeCase.id(receipt.input(), 0)))
                .orElseThrow();
        assertThat(listed.state()).isEqualTo(NoticeState.LISTED);
        assertThat(listed.terms().remedies()).containsExactly("settle-by-hand");
    }

    @Test
    void a_payment_is_occupied_in_the_month_it_is_asked_in() {
        done(begin(Ledgers.ALLOTMENT, "", FEBRUARY));
        var project = world.project(1, ORGAN, 100_000);
        var elements = World.elements(ORGAN, project);
        Outcome outcome = world.ask(
                "clerk" + ORGAN,
                new org.fiscalloop.budget.BudgetCommands.CreateBudgetLine(
                        org.fiscalloop.budget.BudgetLine.id("L1"),
                        org.fiscalloop.budget.ImmutableBudgetTerms.builder()
                                .elements(elements)
                                .amount(Fen.money(1_000))
                                .build()));
        done(outcome);
        done(world.act(
                "clerk" + ORGAN, org.fiscalloop.budget.BudgetLine.id("L1"), org.fiscalloop.budget.BudgetAction.SUBMIT));
        done(world.act(
                "finance", org.fiscalloop.budget.BudgetLine.id("L1"), org.fiscalloop.budget.BudgetAction.APPROVE));
        Outcome early = world.act(
                "finance", org.fiscalloop.budget.BudgetLine.id("L1"), org.fiscalloop.budget.BudgetAction.APPROPRIATE);
        assertThat(codes(early)).isNotEmpty().allMatch(code -> code.startsWith("ledger.period"));
        done(open(ALLOTMENT, MARCH));
        done(world.act(
                "finance", org.fiscalloop.budget.BudgetLine.id("L1"), org.fiscalloop.budget.BudgetAction.APPROPRIATE));
        assertThat(PaymentAction.values()).isNotEmpty();
    }
}
