package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.fiscalloop.accounting.AccountingCommands.CompleteVoucher;
import org.fiscalloop.accounting.AgencyVoucher;
import org.fiscalloop.accounting.AgencyVoucherAction;
import org.fiscalloop.accounting.AgencyVoucherState;
import org.fiscalloop.accounting.AgencyVoucherTerms;
import org.fiscalloop.accounting.AgencyVoucherTerms.Direction;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agency's voucher (单位会计凭证) that the facts do not fill: drafted by the loop, completed by the accountant. */
class AgencyVoucherTest {
    private static final String ACCOUNTANT = "head" + INSTITUTION;
    private final World world = World.open();

    private static Elements undecided(Elements elements) {
        return ImmutableElements.builder()
                .from(elements)
                .governmentEconomic("59999")
                .departmentEconomic("39999")
                .build();
    }

    /** A voucher of the bank paid by the institution, whose services no rule tells apart. */
    private Id<PaymentVoucher> paid(String agency, boolean isUndecided, long fen) {
        var project = world.project(1, agency, 100_000);
        Elements elements = World.elements(agency, project);
        elements = isUndecided ? undecided(elements) : elements;
        var line = world.line("L1", elements, 100_000);
        var allotment = world.allotment("A1", line, elements, 100_000);
        var voucher = world.sent("V1", agency, ImmutableList.of(world.approved("P1", allotment, elements, fen)));
        done(world.receipt(voucher, fen));
        return voucher;
    }

    private ImmutableList<AgencyVoucher> drafts(Outcome outcome) {
        return outcome.record().moves().stream()
                .map(move -> move.move())
                .filter(move -> move.document().kind().equals(AgencyVoucher.KIND))
                .map(Move::document)
                .map(id -> world.loop().find(AgencyVoucher.id(id.value())).orElseThrow())
                .collect(ImmutableList.toImmutableList());
    }

    private AgencyVoucher draftOf(Id<PaymentVoucher> voucher) {
        return drafts(new Outcome(
                        world.loop()
                                .trace(voucher)
                                .get(world.loop().trace(voucher).size() - 1)
                                .record(),
                        java.util.OptionalLong.empty(),
                        false,
                        ImmutableList.of(),
                        ImmutableList.of()))
                .get(0);
    }

    private static AgencyVoucherTerms.Line line(Basis basis, Side side, String account, long fen) {
        return new AgencyVoucherTerms.Line(basis, side, account, Fen.money(fen));
    }

    private static AgencyVoucherTerms.Line expense(String account, long fen) {
        return line(Basis.FINANCIAL, Side.DEBIT, account, fen);
    }

    private Outcome complete(AgencyVoucher draft, AgencyVoucherTerms.Line... lines) {
        return world.ask(
                ACCOUNTANT, new CompleteVoucher(AgencyVoucher.id(draft.id().value()), ImmutableList.copyOf(lines)));
    }

    private long toComplete() {
        return toComplete("VOUCHERS_TO_COMPLETE");
    }

    private long toComplete(String account) {
        return world.loop().balances().kept().stream()
                .filter(kept -> kept.account().name().equals(account))
                .filter(kept -> kept.key().toString().contains("agency"))
                .mapToLong(kept -> kept.balance().debitIncrease()
                        + kept.balance().debitDecrease()
                        - kept.balance().creditIncrease()
                        - kept.balance().creditDecrease())
                .findFirst()
                .orElse(0);
    }

    private static ImmutableList<Entry> agency(Outcome outcome) {
        return outcome.entries().stream()
                .filter(entry -> entry.ledger().equals(Ledgers.AGENCY))
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_service_paid_by_an_institution_is_drafted() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        assertThat(draft.state()).isEqualTo(AgencyVoucherState.DRAFT);
        assertThat(draft.agency()).isEqualTo(INSTITUTION);
        assertThat(draft.terms().direction()).isEqualTo(Direction.PAYMENT);
        assertThat(draft.terms().openFen()).isEqualTo(700);
        assertThat(draft.terms().cause()).isEqualTo("payment-voucher:V1");
        assertThat(draft.terms().lines())
                .containsExactly(
                        line(Basis.FINANCIAL, Side.DEBIT, "", 700),
                        line(Basis.FINANCIAL, Side.CREDIT, "FISCAL_INCOME", 700),
                        line(Basis.BUDGETARY, Side.DEBIT, "INSTITUTION_EXPENDITURE_FROM_FISCAL_APPROPRIATION", 700),
                        line(Basis.BUDGETARY, Side.CREDIT, "FISCAL_BUDGET_INCOME_PROJECT", 700));
        assertThat(toComplete()).isEqualTo(700);
    }

    @Test
    void a_payment_of_no_known_nature_is_drafted_for_an_administrative_agency_too() {
        AgencyVoucher draft = draftOf(paid(ORGAN, true, 700));
        assertThat(draft.terms().lines().get(2).account())
                .isEqualTo("ADMINISTRATIVE_EXPENDITURE_FROM_FISCAL_APPROPRIATION");
        assertThat(draft.terms().openFen()).isEqualTo(700);
    }

    @Test
    void a_service_paid_by_an_administrative_agency_is_booked_at_once() {
        Id<PaymentVoucher> voucher = paid(ORGAN, false, 700);
        var record = world.loop()
                .trace(voucher)
                .get(world.loop().trace(voucher).size() - 1)
                .record();
        assertThat(record.entries())
                .filteredOn(entry -> entry.ledger().equals(Ledgers.AGENCY))
                .extracting(Entry::rule)
                .containsExactly("U-08/F", "U-02..08/B");
        assertThat(record.moves())
                .noneMatch(move -> move.move().document().kind().equals(AgencyVoucher.KIND));
        assertThat(toComplete()).isZero();
    }

    @Test
    void the_agency_s_books_are_still_while_its_voucher_is_a_draft() {
        Id<PaymentVoucher> voucher = paid(INSTITUTION, false, 700);
        assertThat(world.loop()
                        .trace(voucher)
                        .get(world.loop().trace(voucher).size() - 1)
                        .record()
                        .entries())
                .noneMatch(entry -> entry.ledger().equals(Ledgers.AGENCY))
                .anyMatch(entry -> entry.ledger().equals(Ledgers.ALLOTMENT));
    }

    @Test
    void a_completed_voucher_is_booked_on_both_bases() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        Outcome outcome = done(complete(
                draft, expense("OPERATING_ACTIVITY_EXPENSES", 300), expense("AGENCY_ADMINISTRATIVE_EXPENSES", 400)));
        assertThat(agency(outcome)).extracting(Entry::basis).containsExactly(Basis.FINANCIAL, Basis.BUDGETARY);
        assertThat(agency(outcome).get(0).lines())
                .extracting(line -> line.side() + " " + line.account().name() + " " + line.fen())
                .containsExactly(
                        "CREDIT FISCAL_INCOME 700",
                        "DEBIT OPERATING_ACTIVITY_EXPENSES 300",
                        "DEBIT AGENCY_ADMINISTRATIVE_EXPENSES 400");
        assertThat(agency(outcome).get(1).lines())
                .extracting(line -> line.side() + " " + line.account().name() + " " + line.fen())
                .containsExactly(
                        "DEBIT INSTITUTION_EXPENDITURE_FROM_FISCAL_APPROPRIATION 700",
                        "CREDIT FISCAL_BUDGET_INCOME_PROJECT 700");
        AgencyVoucher posted =
                world.loop().find(AgencyVoucher.id(draft.id().value())).orElseThrow();
        assertThat(posted.state()).isEqualTo(AgencyVoucherState.POSTED);
        assertThat(posted.terms().openFen()).isZero();
        assertThat(toComplete()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_SUCH_ACCOUNT",
        "FISCAL_BUDGET_INCOME_PROJECT",
        "PENDING",
        "EXPENDITURE_PENDING_CLASSIFICATION",
        "TREASURY_DEPOSITS",
        "CASH_ON_HAND",
        "BANK_DEPOSITS",
        "OTHER_MONETARY_FUNDS",
        "AUTHORISED_PAYMENT",
        "FISCAL_INCOME"
    })
    void INV_50_an_account_of_cash_or_that_does_not_take_lines_is_refused(String account) {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        Outcome outcome = complete(draft, expense(account, 700));
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly("accounting.account-not-postable");
        assertThat(outcome.refusals().get(0).text()).contains(account).contains("FINANCIAL");
        assertThat(toComplete()).isEqualTo(700);
    }

    @Test
    void a_heading_is_refused() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        var chart = org.fiscalloop.accounting.Charts.national().get(2);
        ImmutableList<String> headings = chart.accounts().stream()
                .filter(account -> account.basis() == Basis.FINANCIAL && !chart.isPostable(account))
                .map(account -> account.meaning().name())
                .collect(ImmutableList.toImmutableList());
        assertThat(headings).isNotEmpty();
        for (String heading : headings) {
            assertThat(complete(draft, expense(heading, 700)).refusals())
                    .extracting(Refusal::code)
                    .containsExactly("accounting.account-not-postable");
        }
    }

    @ParameterizedTest
    @CsvSource({"699", "701", "1"})
    void lines_that_do_not_fill_what_is_open_are_refused(long fen) {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        Outcome outcome = complete(draft, expense("OPERATING_ACTIVITY_EXPENSES", fen));
        assertThat(outcome.refusals()).extracting(Refusal::code).containsExactly("accounting.open-lines-not-filled");
        assertThat(outcome.refusals().get(0).text())
                .isEqualTo("open on the DEBIT side of the FINANCIAL basis is 7.00, given is " + Fen.text(fen));
    }

    @Test
    void lines_of_the_other_side_or_basis_do_not_fill_what_is_open() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        assertThat(complete(draft, line(Basis.FINANCIAL, Side.CREDIT, "OPERATING_ACTIVITY_EXPENSES", 700))
                        .refusals())
                .hasSize(2)
                .allSatisfy(refusal -> assertThat(refusal.code()).isEqualTo("accounting.open-lines-not-filled"));
        assertThat(complete(
                                draft,
                                expense("OPERATING_ACTIVITY_EXPENSES", 700),
                                line(
                                        Basis.BUDGETARY,
                                        Side.DEBIT,
                                        "INSTITUTION_EXPENDITURE_FROM_FISCAL_APPROPRIATION",
                                        1))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("accounting.open-lines-not-filled");
        assertThat(complete(draft).refusals())
                .extracting(Refusal::code)
                .containsExactly("accounting.open-lines-not-filled");
    }

    @Test
    void a_voucher_is_completed_once() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        done(complete(draft, expense("OPERATING_ACTIVITY_EXPENSES", 700)));
        assertThat(complete(draft, expense("OPERATING_ACTIVITY_EXPENSES", 700)).refusals())
                .extracting(Refusal::code)
                .containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_voucher_is_completed_by_its_agency_s_accountant_with_its_lines() {
        AgencyVoucher draft = draftOf(paid(INSTITUTION, false, 700));
        Id<AgencyVoucher> id = AgencyVoucher.id(draft.id().value());
        var lines = ImmutableList.of(expense("OPERATING_ACTIVITY_EXPENSES", 700));
        assertThat(world.ask("head" + ORGAN, new CompleteVoucher(id, lines)).refusals())
                .extracting(Refusal::code)
                .containsExactly("access.outside-agency");
        assertThat(world.ask("clerk" + INSTITUTION, new CompleteVoucher(id, lines))
                        .refusals())
                .extracting(Refusal::code)
                .containsExactly("access.duty-missing");
        Outcome bare = world.act(ACCOUNTANT, id, AgencyVoucherAction.COMPLETE);
        assertThat(bare.refusals()).extracting(Refusal::code).containsExactly("loop.content-missing");
        assertThat(bare.refusals().get(0).allowed()).containsExactly("complete-voucher");
    }

    @Test
    void a_refund_of_a_draft_is_a_draft_the_other_way() {
        Id<PaymentVoucher> voucher = paid(INSTITUTION, false, 700);
        AgencyVoucher first = draftOf(voucher);
        Outcome refund = done(world.refund("S1", voucher, 200));
        AgencyVoucher back = drafts(refund).get(0);
        assertThat(toComplete("REFUND_VOUCHERS_TO_COMPLETE")).isEqualTo(200);
        assertThat(back.id()).isNotEqualTo(first.id());
        assertThat(back.terms().direction()).isEqualTo(Direction.REFUND);
        assertThat(back.terms().openFen()).isEqualTo(200);
        assertThat(toComplete()).isEqualTo(700);
        done(complete(first, expense("OPERATING_ACTIVITY_EXPENSES", 700)));
        done(complete(back, line(Basis.FINANCIAL, Side.CREDIT, "OPERATING_ACTIVITY_EXPENSES", 200)));
        assertThat(toComplete()).isZero();
    }

    @Test
    void a_draft_is_named_though_another_has_the_name_and_though_it_is_too_long() {
        var elements = undecided(World.elements(INSTITUTION, world.project(1, INSTITUTION, 100_000)));
        var allotment = world.allotment("A1", world.line("L1", elements, 100_000), elements, 100_000);
        ImmutableList<Id<PaymentRequest>> six = Stream.of("1", "2", "3", "4", "5", "6")
                .map(id -> world.approved(id, allotment, elements, 100))
                .collect(ImmutableList.toImmutableList());
        assertThat(drafts(done(world.receipt(world.sent("X", INSTITUTION, six), 600))))
                .hasSize(6);

        for (String id : ImmutableList.of("X/5", "V".repeat(64))) {
            var request = ImmutableList.of(world.approved("P" + id.length(), allotment, elements, 100));
            Outcome paid = done(world.tell(
                    id.substring(0, 1), DoorFixtures.receipt(world.sent(id, INSTITUTION, request), "S", 100)));
            assertThat(drafts(paid)).hasSize(1);
        }
    }

    @Test
    void a_payment_of_several_requests_has_a_draft_for_each() {
        var project = world.project(1, INSTITUTION, 100_000);
        Elements elements = World.elements(INSTITUTION, project);
        var line = world.line("L1", elements, 100_000);
        var allotment = world.allotment("A1", line, elements, 100_000);
        var voucher = world.sent(
                "V1",
                INSTITUTION,
                ImmutableList.of(
                        world.approved("P1", allotment, elements, 300),
                        world.approved("P2", allotment, elements, 400)));
        ImmutableList<AgencyVoucher> drafts = drafts(done(world.receipt(voucher, 700)));
        assertThat(drafts).extracting(draft -> draft.terms().openFen()).containsExactly(300L, 400L);
        assertThat(drafts).extracting(draft -> draft.id().value()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void a_line_of_a_voucher_is_positive(long fen) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> expense("OPERATING_ACTIVITY_EXPENSES", fen))
                .withMessageContaining("positive");
    }
}
