package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.receipt;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.DoorFixtures.sent;
import static org.fiscalloop.loop.DoorFixtures.stateOf;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.DoorFixtures.Room;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.ClearingLine;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentNotices.TreasuryClearing;
import org.fiscalloop.payment.PaymentTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** What is told: booked, parked until its document moves, or listed; never lost. */
class NoticeTest {
    private final World world = World.open();

    // ---- notices ----------------------------------------------------------------------------------------------------

    private NoticeCase parked(Outcome outcome) {
        return world.loop().find(NoticeCase.id(outcome.input(), 0)).orElseThrow();
    }

    @Test
    void a_receipt_for_an_unknown_voucher_waits_until_it_is_sent() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 700);
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(early.entries()).isEmpty();
        assertThat(parked(early).state()).isEqualTo(NoticeState.PARKED);
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.PAID);
        assertThat(parked(early).state()).isEqualTo(NoticeState.BOOKED);
    }

    @Test
    void notices_out_of_order_leave_what_notices_in_order_leave() {
        World ordered = World.open();
        for (World each : List.of(world, ordered)) {
            Room room = room(each);
            Id<PaymentVoucher> voucher = each.sent(
                    "V1", ORGAN, ImmutableList.of(each.approved("R1", room.allotment(), room.elements(), 700)));
            if (each == ordered) {
                done(each.receipt(voucher, 700));
                done(each.clearing("B1", voucher, 700));
            } else {
                assertThat(each.clearing("B1", voucher, 700).result()).isEqualTo(JournalRecord.Outcome.PARKED);
                done(each.receipt(voucher, 700));
            }
        }
        assertThat(stateOf(world, World.voucher("V1"))).isEqualTo(VoucherState.CLEARED);
        assertThat(world.loop().balances().kept())
                .isEqualTo(ordered.loop().balances().kept());
    }

    @Test
    void a_parked_notice_that_turns_out_wrong_is_listed_with_its_remedies() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 701);
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.SENT);
        NoticeCase listed = parked(early);
        assertThat(listed.state()).isEqualTo(NoticeState.LISTED);
        assertThat(listed.terms().problem().code()).isEqualTo("payment.receipt-amount-differs");
        assertThat(listed.terms().remedies()).isNotEmpty();
    }

    // ---- whose rules ------------------------------------------------------------------------------------------------

    private Outcome receivedIn2025(Id<PaymentVoucher> voucher) {
        return world.loop()
                .tell(new Notice(
                        new InputId("bank", "late"),
                        DIVISION,
                        2025,
                        LocalDate.of(2025, 1, 3),
                        receipt(voucher, "S1", 700)));
    }

    @Test
    void a_receipt_told_in_the_next_year_is_booked_by_the_rules_of_its_voucher() {
        Id<PaymentVoucher> voucher = sent(world, room(world), "1", 700);
        Outcome late = done(receivedIn2025(voucher));
        assertThat(late.record().header().fingerprint())
                .isEqualTo(DoorFixtures.rules(world).fingerprint());
        assertThat(late.record().header().fiscalYear()).isEqualTo(2025);
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.PAID);
        assertThat(receivedIn2025(voucher).isRepeat()).isTrue();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_receipt_told_in_the_next_year_that_waited_is_booked_by_the_rules_of_its_voucher() {
        Room room = room(world);
        var request = world.approved("R1", room.allotment(), room.elements(), 700);
        Id<PaymentVoucher> voucher = World.voucher("V1");
        done(world.ask(CLERK, DoorFixtures.voucher("V1", request.value())));
        assertThat(receivedIn2025(voucher).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(world.act(CLERK, voucher, VoucherAction.SIGN));
        done(world.act(DoorFixtures.HEAD, voucher, VoucherAction.STAMP));
        done(world.act(CLERK, voucher, VoucherAction.SEND));
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.PAID);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_notice_under_rules_that_were_not_adopted_is_listed() {
        Outcome unknown = receivedIn2025(World.voucher("V9"));
        assertThat(unknown.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(unknown)).containsExactly("loop.rulebook-not-adopted");
        assertThat(unknown.refusals().get(0).text()).contains("2025").contains(DIVISION);
        assertThat(parked(unknown).state()).isEqualTo(NoticeState.LISTED);
        assertThat(parked(unknown).terms().remedies()).isNotEmpty();
        assertThat(receivedIn2025(World.voucher("V9")).isRepeat()).isTrue();
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_notice_that_waited_for_rules_that_were_not_adopted_is_listed() {
        RuleTimeline city = CityRules.with(CityRules.overlay(
                CityRules.CITY,
                DAY.plusDays(9),
                CityRules.change("payment/occupation", org.fiscalloop.journal.Tree.text("SAVE"))));
        InMemoryJournal journal = new InMemoryJournal();
        World before = World.open(CityRules.nation(), journal);
        Room room = room(before);
        InputId id = new InputId("bank", "later");
        Outcome early = before.loop()
                .tell(new Notice(id, DIVISION, World.YEAR, DAY.plusDays(9), receipt(World.voucher("V1"), "S1", 700)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        World after = World.open(city, journal);
        Id<PaymentVoucher> voucher = sent(after, room, "1", 700);
        NoticeCase listed = after.loop().find(NoticeCase.id(id, 0)).orElseThrow();
        assertThat(listed.state()).isEqualTo(NoticeState.LISTED);
        assertThat(listed.terms().problem().code()).isEqualTo("loop.rulebook-not-adopted");
        assertThat(stateOf(after, voucher)).isEqualTo(VoucherState.SENT);
        assertThat(after.loop().verify()).isEmpty();
    }

    @Test
    void an_operator_resolves_what_waits_or_is_listed_and_nobody_else_does() {
        Outcome early = world.receipt(World.voucher("V9"), 700);
        Id<NoticeCase> id = NoticeCase.id(early.input(), 0);
        assertThat(world.act(CLERK, id, NoticeAction.RESOLVE).isDone()).isFalse();
        done(world.act("finance", id, NoticeAction.RESOLVE));
        assertThat(parked(early).state()).isEqualTo(NoticeState.RESOLVED);
        assertThat(codes(world.act("finance", id, NoticeAction.RESOLVE))).containsExactly("lifecycle.not-allowed");
    }

    @Test
    void a_resolved_notice_is_not_matched_again() {
        Room room = room(world);
        Outcome early = world.receipt(World.voucher("V1"), 700);
        done(world.act("finance", NoticeCase.id(early.input(), 0), NoticeAction.RESOLVE));
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.SENT);
    }

    @Test
    void what_only_the_loop_does_with_a_notice_is_not_for_people() {
        Outcome early = world.receipt(World.voucher("V9"), 700);
        Id<NoticeCase> id = NoticeCase.id(early.input(), 0);
        for (NoticeAction action : List.of(NoticeAction.BOOK, NoticeAction.CONTRADICT)) {
            assertThat(codes(world.act("finance", id, action))).containsExactly("access.duty-missing");
            assertThat(world.act("admin", id, action).isDone()).isFalse();
        }
    }

    @Test
    void a_notice_with_a_long_key_is_parked_and_not_lost() {
        String key = "k".repeat(128);
        Outcome early = world.loop().tell(world.notice(key, receipt(World.voucher("V9"), "S1", 700)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        Outcome other = world.loop().tell(world.notice(key, receipt(World.voucher("V9"), "S1", 701)));
        assertThat(other.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
    }

    @Test
    void long_keys_that_share_their_beginning_are_kept_apart() {
        for (String end : List.of("a", "b")) {
            Outcome early =
                    world.loop().tell(world.notice("k".repeat(127) + end, receipt(World.voucher("V9"), "S1", 700)));
            assertThat(parked(early).terms().notice()).isEqualTo(early.input());
        }
    }

    @Test
    void a_notice_of_a_year_without_rules_is_listed_and_not_lost() {
        Notice unruled =
                new Notice(new InputId("bank", "old"), DIVISION, 1999, DAY, receipt(World.voucher("V9"), "S1", 700));
        Outcome outcome = world.loop().tell(unruled);
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(codes(outcome)).containsExactly("loop.no-rulebook");
        assertThat(parked(outcome).state()).isEqualTo(NoticeState.LISTED);
        Outcome other = world.loop()
                .tell(new Notice(unruled.id(), DIVISION, 1999, DAY, receipt(World.voucher("V9"), "S1", 701)));
        assertThat(codes(other)).containsExactly("loop.id-conflict");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void a_command_of_a_year_without_rules_is_refused_and_verified_again() {
        Outcome outcome = world.loop()
                .ask(new Command(
                        new InputId("test", "old"), CLERK, DIVISION, 1999, DAY, payment(room(world), "R1", 700)));
        assertThat(codes(outcome)).containsExactly("loop.no-rulebook");
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void an_actor_whose_name_no_id_can_have_is_unknown() {
        assertThat(codes(world.ask("李 明", payment(room(world), "R1", 700)))).containsExactly("access.unknown-actor");
    }

    @Test
    void what_no_balance_can_hold_is_listed_and_the_loop_opens_again() {
        InMemoryJournal journal = new InMemoryJournal();
        World full = World.open(CityRules.nation(), journal);
        Outcome most = full.tell("1", income("I1", Long.MAX_VALUE));
        assertThat(most.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        Outcome more = full.tell("2", income("I2", 1));
        assertThat(more.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(more.entries()).isEmpty();
        assertThat(full.loop().find(IncomeReceipt.id(World.DIVISION, "bank", "I2")))
                .isEmpty();
        assertThat(FiscalLoop.open(journal, CityRules.nation()).digest())
                .isEqualTo(full.loop().digest());
        assertThat(full.loop().verify()).isEmpty();
    }

    @Test
    void each_sender_numbers_its_income_itself() {
        for (String bank : ImmutableList.of("bank-a", "bank-b")) {
            Outcome outcome = world.loop()
                    .tell(new Notice(
                            new InputId(bank, "1"), World.DIVISION, World.YEAR, World.DAY, income("1001", 500)));
            assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.BOOKED);
            assertThat(world.loop().find(IncomeReceipt.id(World.DIVISION, bank, "1001")))
                    .isPresent();
        }
    }

    private static OtherIncomeReceived income(String id, long fen) {
        return new OtherIncomeReceived(
                IncomeReceipt.number(id),
                ORGAN,
                "B" + ORGAN,
                World.DAY,
                Fen.money(fen),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void a_notice_that_names_what_no_id_can_be_is_listed() {
        Outcome outcome = world.tell(
                "1",
                new OtherIncomeReceived(
                        IncomeReceipt.number("I1"),
                        "普陀 区",
                        "B 1",
                        World.DAY,
                        Fen.money(1),
                        Optional.empty(),
                        Optional.empty()));
        assertThat(outcome.result()).isEqualTo(JournalRecord.Outcome.EXCEPTION);
        assertThat(world.loop().verify()).isEmpty();
    }

    @Test
    void one_serial_number_with_another_amount_is_listed() {
        Room room = room(world);
        Id<PaymentVoucher> voucher = sent(world, room, "1", 700);
        done(world.tell("a", receipt(voucher, "S1", 700)));
        assertThat(world.tell("b", receipt(voucher, "S1", 700)).result()).isEqualTo(JournalRecord.Outcome.BOOKED);
        assertThat(codes(world.tell("c", receipt(voucher, "S1", 701))))
                .containsExactly("payment.receipt-amount-differs");
        done(world.refund("T1", voucher, 100));
        assertThat(codes(world.tell(
                        "d", new RefundNotice(voucher, "T1", Fen.money(101), Optional.empty(), RefundKind.ACTIVE))))
                .containsExactly("payment.refund-differs");
        done(world.clearing("B1", voucher, 700));
        assertThat(codes(world.tell(
                        "e", new TreasuryClearing("B1", ImmutableList.of(new ClearingLine(voucher, Fen.money(1)))))))
                .containsExactly("payment.clearing-amount-differs");
    }

    @Test
    void a_receipt_of_another_account_than_the_voucher_orders_is_listed() {
        Id<PaymentVoucher> voucher = sent(world, room(world), "1", 700);
        PaymentTerms.Payee other = new PaymentTerms.Payee("某公司", "9999", "某银行");
        assertThat(codes(world.tell("a", new BankReceipt(voucher, "S1", World.DAY, Fen.money(700), other))))
                .containsExactly("payment.receipt-payee-differs");
        assertThat(stateOf(world, voucher)).isEqualTo(VoucherState.SENT);
    }

    @Test
    void a_notice_with_spaces_in_its_key_is_parked_and_not_lost() {
        Outcome early = world.loop().tell(world.notice("回单 7", receipt(World.voucher("V9"), "S1", 700)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
    }

    @Test
    void parked_notices_are_matched_after_reopening() {
        InMemoryJournal journal = new InMemoryJournal();
        World before = World.open(CityRules.nation(), journal);
        before.receipt(World.voucher("V1"), 700);
        World after = World.open(CityRules.nation(), journal);
        Room room = room(after);
        Id<PaymentVoucher> voucher =
                after.sent("V1", ORGAN, ImmutableList.of(after.approved("R1", room.allotment(), room.elements(), 700)));
        assertThat(after.loop().find(voucher).orElseThrow().state()).isEqualTo(VoucherState.PAID);
    }
}
