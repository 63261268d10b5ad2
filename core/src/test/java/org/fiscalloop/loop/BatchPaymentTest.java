package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Batches.PERSON;
import static org.fiscalloop.loop.Batches.TO_PERSONS;
import static org.fiscalloop.loop.Batches.WAGES;
import static org.fiscalloop.loop.Batches.balance;
import static org.fiscalloop.loop.Batches.confirmed;
import static org.fiscalloop.loop.Batches.detail;
import static org.fiscalloop.loop.Batches.failed;
import static org.fiscalloop.loop.Batches.list;
import static org.fiscalloop.loop.Batches.notice;
import static org.fiscalloop.loop.Batches.paid;
import static org.fiscalloop.loop.Batches.sent;
import static org.fiscalloop.loop.Batches.submit;
import static org.fiscalloop.loop.Batches.wages;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.World.request;

import com.google.common.collect.ImmutableList;
import java.time.Month;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.cashplan.CashPlanMeasure;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.flow.EventType;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.ImmutableElements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.opening.ImmutableOpeningTerms;
import org.fiscalloop.opening.OpeningTerms;
import org.fiscalloop.payees.ImmutablePayeeListTerms;
import org.fiscalloop.payees.PayeeDetail;
import org.fiscalloop.payees.PayeeDetail.Origin;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payees.PayeeListAction;
import org.fiscalloop.payees.PayeeListState;
import org.fiscalloop.payees.PayeeListTerms;
import org.fiscalloop.payees.PayeesCommands.CreatePayeeList;
import org.fiscalloop.payees.PayeesMeasure;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentCommands.RevisePayment;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.rulebook.CityRules;
import org.junit.jupiter.api.Test;

/** Batch payments: what a list holds a request to, and what becomes of details that the bank could not pay. */
class BatchPaymentTest {
    private final World world = World.open();
    private final DoorFixtures.Room room = DoorFixtures.room(world);

    private Id<PayeeList> wagesOf(String id, long... fen) {
        return confirmed(world, id, wages(ORGAN, fen));
    }

    private long available() {
        return world.loop()
                .balance(
                        AllotmentMeasure.AVAILABLE,
                        Dimensions.of(Dimensions.ALLOTMENT, room.allotment().value()),
                        world.loop().rules().all().get(0));
    }

    private static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).collect(ImmutableList.toImmutableList());
    }

    private static PayeeListTerms again(Id<PayeeList> list, int number, long fen) {
        return list(
                ORGAN,
                WAGES,
                ImmutableList.of(detail(number, fen).withAccount("62229999").withOrigin(new Origin(list, number))));
    }

    private static void isListed(Outcome outcome, String code) {
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(outcome)).containsExactly(code);
    }

    // ---- the request ------------------------------------------------------------------------------------------------

    @Test
    void G_the_details_come_to_the_amount_exactly() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_001);

        Outcome refused = submit(world, room, "1", list, 50_000);

        assertThat(codes(refused)).containsExactly("payment.payee-list-amount");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("given", Fact.amount(50_000))
                .containsEntry("allowed", Fact.amount(50_001))
                .containsEntry("list", Fact.text("PL-1"));
        done(submit(world, room, "2", list, 50_001));
    }

    @Test
    void a_list_that_is_not_confirmed_is_not_paid() {
        Id<PayeeList> list = PayeeList.id("PL-1");
        done(world.ask(CLERK, new CreatePayeeList(list, wages(ORGAN, 5))));

        Outcome refused = submit(world, room, "1", list, 5);

        assertThat(codes(refused)).containsExactly("payment.payee-list-unknown");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("state", Fact.text("DRAFT"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("CONFIRMED")));
        assertThat(codes(submit(world, room, "2", PayeeList.id("PL-2"), 5)))
                .containsExactly("payment.payee-list-unknown");
    }

    @Test
    void another_agencys_list_is_not_paid() {
        Id<PayeeList> list = confirmed(world, "PL-1", wages(INSTITUTION, 5));

        assertThat(codes(submit(world, room, "1", list, 5))).containsExactly("payment.payee-list-of-another");
    }

    @Test
    void one_live_request_names_a_list_and_it_is_free_again_when_that_is_void() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        assertThat(rules(done(submit(world, room, "1", list, 50_000)))).containsExactly("IND-11", "MP-02 name");

        Outcome second = submit(world, room, "2", list, 50_000);
        assertThat(codes(second)).containsExactly("payees.list-named");
        assertThat(codes(world.act(HEAD, list, PayeeListAction.VOID))).containsExactly("payees.list-named");

        done(world.act(HEAD, request("1"), PaymentAction.RETURN));
        done(world.act(CLERK, request("2"), PaymentAction.SUBMIT));
        assertThat(codes(world.act(CLERK, request("1"), PaymentAction.SUBMIT))).containsExactly("payees.list-named");
        done(world.act(HEAD, request("2"), PaymentAction.APPROVE));
        done(world.ask(CLERK, new CreateVoucher(World.voucher("V"), ORGAN, ImmutableList.of(request("2")))));
        done(world.act(CLERK, World.voucher("V"), VoucherAction.VOID));
        done(world.act(HEAD, list, PayeeListAction.VOID));
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void where_an_amount_is_held_when_it_is_saved_a_request_may_be_filled_in_again_with_its_own_list() {
        World place = World.open(
                TwoYears.rules(CityRules.change("payment/occupation", Tree.text("SAVE"))), new InMemoryJournal());
        DoorFixtures.Room own = DoorFixtures.room(place);
        Id<PayeeList> first = confirmed(place, "PL-1", wages(ORGAN, 5));
        Id<PayeeList> second = confirmed(place, "PL-2", wages(ORGAN, 7));
        done(place.ask(CLERK, new CreatePayment(request("1"), Batches.terms(own, first, 5))));
        done(place.ask(CLERK, new RevisePayment(request("1"), Batches.terms(own, first, 5))));
        assertThat(codes(place.ask(CLERK, new CreatePayment(request("2"), Batches.terms(own, first, 5)))))
                .containsExactly("payees.list-named");

        done(place.ask(CLERK, new RevisePayment(request("1"), Batches.terms(own, second, 7))));

        assertThat(balance(place, PayeesMeasure.FREE, "PL-1")).isEqualTo(5);
        assertThat(balance(place, PayeesMeasure.NAMED, "PL-2")).isEqualTo(7);
        done(place.ask(CLERK, new CreatePayment(request("2"), Batches.terms(own, first, 5))));
    }

    // ---- beneficiaries ----------------------------------------------------------------------------------------------

    private DoorFixtures.Room forPersons() {
        Elements elements = ImmutableElements.builder()
                .from(room.elements())
                .putExtra(Labels.TO_BENEFICIARY, Labels.YES)
                .build();
        Id<Allotment> allotment = world.issue(
                "A2",
                World.allotmentTerms(
                        new Id<>(org.fiscalloop.budget.BudgetLine.KIND, "L1"),
                        elements,
                        AllotmentFlag.EXECUTABLE,
                        100_000));
        return new DoorFixtures.Room(allotment, elements);
    }

    @Test
    void money_for_persons_or_enterprises_is_paid_by_a_list_that_names_them() {
        DoorFixtures.Room subsidy = forPersons();
        done(world.ask(CLERK, DoorFixtures.payment(subsidy, "1", 5)));
        assertThat(codes(world.act(CLERK, request("1"), PaymentAction.SUBMIT)))
                .containsExactly("payment.payee-list-missing");

        Id<PayeeList> unnamed = wagesOf("PL-1", 5, 6);
        Outcome refused = submit(world, subsidy, "2", unnamed, 11);
        assertThat(codes(refused)).containsExactly("payment.payee-list-identity");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("count", Fact.count(2))
                .containsEntry("details", Fact.texts(ImmutableList.of("1", "2")));

        Id<PayeeList> named = confirmed(
                world,
                "PL-2",
                list(ORGAN, TO_PERSONS, ImmutableList.of(detail(1, 5).withBeneficiary(PERSON))));
        paid(world, subsidy, "3", named);
        assertThat(world.loop().find(named).orElseThrow().state()).isEqualTo(PayeeListState.PAID);
    }

    // ---- what comes back --------------------------------------------------------------------------------------------

    @Test
    void a_failed_detail_restores_exactly_its_own_part() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000, 10_000);
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(world.clearing("B", voucher, 60_000));
        assertThat(available()).isEqualTo(40_000);

        Outcome back = done(failed(world, voucher, "T1", 2, 30_000));

        assertThat(rules(back))
                .containsExactly(
                        "IND-14", "U-20/F service", "U-20/B", "M-06 refund", "T-04/F", "T-04/B", "MP-04 return");
        assertThat(available()).isEqualTo(70_000);
        Sums sums = Sums.of(back.entries());
        assertThat(sums.treasury("1001").debit()).isEqualTo(30_000);
        assertThat(sums.allotment("IE04").debit()).isEqualTo(30_000);
        assertThat(balance(world, PayeesMeasure.PAID, "PL-1")).isEqualTo(30_000);
        assertThat(balance(world, PayeesMeasure.RETURNED, "PL-1/2")).isEqualTo(30_000);
        assertThat(balance(world, PayeesMeasure.RETURNED, "PL-1/1")).isZero();
        assertThat(world.loop().find(voucher).orElseThrow().state()).isEqualTo(VoucherState.CLEARED);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void it_comes_back_once_and_a_conflict_is_listed() {
        InMemoryJournal journal = new InMemoryJournal();
        World place = World.open(Walk.RULES, journal);
        DoorFixtures.Room own = DoorFixtures.room(place);
        Id<PaymentVoucher> voucher = paid(place, own, "1", confirmed(place, "PL-1", wages(ORGAN, 20_000, 30_000)));
        done(failed(place, voucher, "T1", 2, 30_000));

        World again = World.open(Walk.RULES, journal);

        assertThat(done(again.tell("again", notice(voucher, "T1", 2, 30_000))).entries())
                .isEmpty();
        isListed(failed(again, voucher, "T1", 2, 29_999), "payment.refund-differs");
        isListed(failed(again, voucher, "T1", 1, 30_000), "payment.refund-differs");
        Outcome twice = failed(again, voucher, "T2", 2, 1);
        isListed(twice, "payment.refund-over-detail");
        assertThat(twice.refusals().get(0).facts())
                .containsEntry("detail", Fact.count(2))
                .containsEntry("given", Fact.amount(1))
                .containsEntry("allowed", Fact.amount(0));
        isListed(failed(again, voucher, "T3", 1, 20_001), "payment.refund-over-paid");
        assertThat(balance(again, PayeesMeasure.PAID, "PL-1")).isEqualTo(20_000);
    }

    @Test
    void a_detail_may_come_back_in_parts_but_never_more_than_is_left_of_it() {
        Id<PaymentVoucher> voucher = paid(world, room, "1", wagesOf("PL-1", 20_000, 30_000));
        done(failed(world, voucher, "T1", 1, 15_000));

        isListed(failed(world, voucher, "T2", 1, 5_001), "payment.refund-over-detail");
        done(failed(world, voucher, "T3", 1, 5_000));
        done(failed(world, voucher, "T4", 2, 30_000));

        assertThat(world.loop().find(voucher).orElseThrow().state()).isEqualTo(VoucherState.REFUNDED);
        assertThat(available()).isEqualTo(100_000);
    }

    @Test
    void what_comes_back_of_a_batch_without_a_detail_is_listed_and_booked_when_the_detail_is_named() {
        Id<PaymentVoucher> voucher = paid(world, room, "1", wagesOf("PL-1", 20_000, 30_000));

        Outcome listed = world.refund("T1", voucher, 30_000);

        isListed(listed, "payment.refund-detail-unknown");
        assertThat(listed.refusals().get(0).text())
                .isEqualTo("300.00 comes back for detail - of payee list PL-1, which has details 1 to 2");
        NoticeCase open = world.loop().cases(listed.input()).get(0);
        assertThat(open.terms().remedies()).containsExactly("name-detail", "corrected-notice", "reconcile");
        isListed(failed(world, voucher, "T1", 3, 30_000), "payment.refund-detail-unknown");
        isListed(world.refund("all", voucher, 50_000), "payment.refund-detail-unknown");
        done(failed(world, voucher, "T1", 2, 30_000));
        assertThat(available()).isEqualTo(80_000);
    }

    @Test
    void the_one_detail_of_a_list_need_not_be_named() {
        Id<PaymentVoucher> voucher = paid(world, room, "1", wagesOf("PL-1", 20_000));

        done(world.refund("T1", voucher, 20_000));

        assertThat(balance(world, PayeesMeasure.RETURNED, "PL-1/1")).isEqualTo(20_000);
    }

    @Test
    void of_a_payment_that_is_no_batch_no_detail_comes_back() {
        Id<PaymentVoucher> voucher = world.pay("1", room.allotment(), room.elements(), 20_000);

        isListed(failed(world, voucher, "T1", 1, 20_000), "payment.refund-detail-unknown");
        done(world.refund("T2", voucher, 20_000));
    }

    @Test
    void on_a_voucher_of_several_requests_the_request_is_named_with_the_detail() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        done(submit(world, room, "1", list, 50_000));
        done(world.act(HEAD, request("1"), PaymentAction.APPROVE));
        world.approved("2", room.allotment(), room.elements(), 30_000);
        Id<PaymentVoucher> voucher = world.sent("V", ORGAN, ImmutableList.of(request("1"), request("2")));
        done(world.receipt(voucher, 80_000));

        isListed(failed(world, voucher, "T1", 2, 30_000), "payment.refund-request-unknown");
        isListed(world.refund("T2", voucher, 80_000), "payment.refund-detail-unknown");
        done(world.tell(
                "named",
                new RefundNotice(
                        voucher,
                        "T1",
                        Fen.money(30_000),
                        Optional.of(request("1")),
                        RefundKind.PASSIVE,
                        Optional.of(2))));
        done(world.tell(
                "other",
                new RefundNotice(voucher, "T3", Fen.money(30_000), Optional.of(request("2")), RefundKind.ACTIVE)));
        assertThat(available()).isEqualTo(80_000);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_failure_that_is_told_before_the_receipt_waits_for_it() {
        Id<PaymentVoucher> voucher = sent(world, room, "1", wagesOf("PL-1", 20_000, 30_000));

        assertThat(failed(world, voucher, "T1", 2, 30_000).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(world.receipt(voucher, 50_000));

        assertThat(balance(world, PayeesMeasure.RETURNED, "PL-1/2")).isEqualTo(30_000);
        assertThat(available()).isEqualTo(80_000);
    }

    @Test
    void a_detail_that_fails_in_a_later_year_comes_into_that_year_and_may_be_paid_again_in_it() {
        World years = TwoYears.open();
        DoorFixtures.Room own = DoorFixtures.room(years);
        Id<PayeeList> list = confirmed(years, "PL-1", wages(ORGAN, 20_000, 30_000));
        Id<PaymentVoucher> voucher = paid(years, own, "1", list);
        done(years.clearing("B", voucher, 50_000));
        TwoYears.carry(years, ORGAN);
        years.turn(TwoYears.NEXT, TwoYears.NEW_YEAR);

        Outcome back = done(failed(years, voucher, "T1", 2, 30_000));

        assertThat(rules(back)).contains("IND-15", "MP-04 return");
        assertThat(balance(years, PayeesMeasure.REPAYABLE, "PL-1/2")).isEqualTo(30_000);
        isListed(failed(years, voucher, "T2", 2, 1), "payment.refund-over-detail");
        confirmed(
                years,
                "PL-2",
                ImmutablePayeeListTerms.builder()
                        .from(again(list, 2, 30_000))
                        .fiscalYear(TwoYears.NEXT)
                        .build());
        assertThat(balance(years, PayeesMeasure.REPAYABLE, "PL-1/2")).isZero();
        assertThat(years.loop().verify()).isEmpty();
    }

    @Test
    void where_cash_plans_control_payments_a_failed_detail_gives_its_part_back_to_the_plan() {
        World planned = Plans.open();
        DoorFixtures.Room own = DoorFixtures.room(planned);
        Plans.plan(planned, "P3", Plans.terms(own.allotment(), ORGAN, Month.MARCH, 50_000));
        Id<PaymentVoucher> voucher = paid(planned, own, "1", confirmed(planned, "PL-1", wages(ORGAN, 20_000, 30_000)));

        done(failed(planned, voucher, "T1", 1, 20_000));

        assertThat(Plans.balance(planned, CashPlanMeasure.LEFT, own.allotment(), Month.MARCH))
                .isEqualTo(20_000);
        assertThat(Plans.taken(planned, "R1", own.allotment(), Month.MARCH)).isEqualTo(30_000);
    }

    // ---- paid again -------------------------------------------------------------------------------------------------

    @Test
    void a_failed_detail_is_paid_again_to_another_account_by_a_list_that_names_it() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 2, 30_000));

        Id<PayeeList> second = confirmed(world, "PL-2", again(list, 2, 30_000));
        Id<PaymentVoucher> repaid = paid(world, room, "2", second);

        assertThat(balance(world, PayeesMeasure.REPAYABLE, "PL-1/2")).isZero();
        assertThat(balance(world, PayeesMeasure.RETURNED, "PL-1/2")).isEqualTo(30_000);
        assertThat(available()).isEqualTo(50_000);
        isListed(failed(world, voucher, "T2", 2, 1), "payment.refund-over-detail");
        done(failed(world, repaid, "T3", 1, 30_000));
        assertThat(balance(world, PayeesMeasure.REPAYABLE, "PL-2/1")).isEqualTo(30_000);
        confirmed(world, "PL-3", again(second, 1, 30_000));
    }

    @Test
    void no_more_is_paid_again_than_came_back() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 2, 30_000));
        Id<PayeeList> first = confirmed(world, "PL-2", again(list, 2, 20_000));
        Id<PayeeList> more = PayeeList.id("PL-3");
        done(world.ask(CLERK, new CreatePayeeList(more, again(list, 2, 10_001))));
        done(world.act(CLERK, more, PayeeListAction.SUBMIT));

        Outcome refused = world.act(HEAD, more, PayeeListAction.APPROVE);

        assertThat(codes(refused)).containsExactly("payees.over-returned");
        assertThat(refused.refusals().get(0).facts())
                .containsEntry("document", Fact.text("PL-1/2"))
                .containsEntry("available", Fact.amount(10_000))
                .containsEntry("asked", Fact.amount(10_001));
        done(world.act(HEAD, first, PayeeListAction.VOID));
        done(world.act(HEAD, more, PayeeListAction.APPROVE));
    }

    @Test
    void what_was_never_paid_or_is_another_persons_is_not_paid_again() {
        Id<PayeeList> list = confirmed(
                world,
                "PL-1",
                list(ORGAN, WAGES, ImmutableList.of(detail(1, 20_000).withBeneficiary(PERSON), detail(2, 5))));
        assertThat(originRefused("a", again(list, 1, 20_000))).containsExactly("payees.origin-unknown");
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 1, 20_000));

        assertThat(originRefused("b", again(list, 3, 20_000))).containsExactly("payees.origin-unknown");
        assertThat(originRefused("c", again(PayeeList.id("PL-0"), 1, 20_000))).containsExactly("payees.origin-unknown");
        assertThat(originRefused("d", again(list, 1, 20_000))).containsExactly("payees.origin-of-another");
        PayeeDetail same = detail(1, 20_000).withBeneficiary(PERSON).withOrigin(new Origin(list, 1));
        confirmed(world, "e", list(ORGAN, WAGES, ImmutableList.of(same)));
    }

    // ---- brought in elsewhere ---------------------------------------------------------------------------------------

    @Test
    void a_division_is_brought_in_with_its_lists_and_goes_on_with_them() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(world.clearing("B", voucher, 50_000));
        done(failed(world, voucher, "T1", 2, 30_000));
        confirmed(world, "PL-2", again(list, 2, 10_000));
        done(submit(world, room, "2", PayeeList.id("PL-2"), 10_000));
        wagesOf("PL-3", 5);
        OpeningTerms whole = world.loop().opening(World.DIVISION, World.YEAR, World.DAY);

        World elsewhere = opened(whole);

        isListed(failed(elsewhere, voucher, "T2", 2, 1), "payment.refund-over-detail");
        done(failed(elsewhere, voucher, "T3", 1, 20_000));
        assertThat(codes(submit(elsewhere, room, "3", PayeeList.id("PL-2"), 10_000)))
                .containsExactly("payees.list-named");
        done(submit(elsewhere, room, "4", PayeeList.id("PL-3"), 5));
        assertThat(elsewhere.loop().verify()).isEmpty();
    }

    private static World opened(OpeningTerms opening) {
        InMemoryJournal journal = new InMemoryJournal();
        done(commit(opening, FiscalLoop.open(journal, Walk.RULES)));
        return World.open(Walk.RULES, journal);
    }

    private static Outcome commit(OpeningTerms opening, FiscalLoop loop) {
        return loop.ask(DoorFixtures.command("opening", "admin", new CommitOpening(opening, Optional.empty())));
    }

    @Test
    void an_opening_whose_lists_are_not_what_became_of_them_is_refused() {
        Id<PayeeList> list = wagesOf("PL-1", 20_000, 30_000);
        Id<PaymentVoucher> voucher = paid(world, room, "1", list);
        done(failed(world, voucher, "T1", 2, 30_000));
        confirmed(world, "PL-2", again(list, 2, 10_000));
        done(submit(world, room, "2", PayeeList.id("PL-2"), 10_000));
        OpeningTerms whole = world.loop().opening(World.DIVISION, World.YEAR, World.DAY);

        Outcome lost = commit(with(whole, PayeeList.id("PL-2"), Optional.empty()), elsewhere());
        assertThat(codes(lost))
                .contains("opening.payee-lists", "opening.payee-details")
                .doesNotContain("opening.payee-lists-named");
        Outcome other = commit(with(whole, list, Optional.of(wages(ORGAN, 20_000, 1))), elsewhere());
        assertThat(codes(other)).containsExactly("opening.payee-lists", "opening.payee-details");
        assertThat(other.refusals().get(1).text())
                .isEqualTo(
                        "at detail PL-1/2: come back 300.00 = 300.00, but amount 0.01 = 0.01; the difference is 299.99");
        Outcome unnamed = commit(with(whole, request("2"), Optional.empty()), elsewhere());
        assertThat(codes(unnamed)).contains("opening.payee-lists-named");
    }

    private static FiscalLoop elsewhere() {
        return FiscalLoop.open(new InMemoryJournal(), Walk.RULES);
    }

    /** The opening without a document, or with other terms of it. */
    private static OpeningTerms with(OpeningTerms whole, Id<?> id, Optional<PayeeListTerms> other) {
        return ImmutableOpeningTerms.builder()
                .from(whole)
                .documents(whole.documents().stream()
                        .filter(document -> other.isPresent() || !document.id().equals(id))
                        .map(document -> document.id().equals(id)
                                ? new EventType.Restored(id, other.orElseThrow(), document.trail())
                                : document)
                        .toList())
                .build();
    }

    private ImmutableList<String> originRefused(String id, PayeeListTerms terms) {
        done(world.ask(CLERK, new CreatePayeeList(PayeeList.id(id), terms)));
        return codes(world.act(CLERK, PayeeList.id(id), PayeeListAction.SUBMIT));
    }
}
