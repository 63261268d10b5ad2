package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.CLERK;
import static org.fiscalloop.loop.DoorFixtures.HEAD;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.DoorFixtures.payment;
import static org.fiscalloop.loop.DoorFixtures.room;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.access.Actor;
import org.fiscalloop.access.ActorAction;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Evidence;
import org.fiscalloop.lifecycle.EvidenceStep;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentNotices.BankRejection;
import org.fiscalloop.payment.PaymentState;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;
import org.junit.jupiter.api.Test;

/** Dates never run backwards, and a review that ran elsewhere is held to what the door would have asked. */
class DatesAndEvidenceTest {
    private final World world = World.open();
    private int asked;

    private Outcome on(LocalDate day, String actor, Body body) {
        return world.loop().ask(new Command(new InputId("dates", "c" + asked++), actor, DIVISION, YEAR, day, body));
    }

    private void submitted(LocalDate day) {
        done(on(day, CLERK, payment(room(world), "P1", 100)));
        done(on(day, CLERK, Act.of(World.request("P1"), PaymentAction.SUBMIT)));
    }

    private Outcome told(LocalDate day, EvidenceStep... steps) {
        return on(
                day,
                HEAD,
                new Act(World.request("P1"), "APPROVE", "", Optional.of(new Evidence(ImmutableList.copyOf(steps)))));
    }

    private static EvidenceStep approved(String actor, LocalDate day) {
        return new EvidenceStep("unit-review", actor, day);
    }

    private void assertSubmitted() {
        assertThat(world.loop().find(World.request("P1")).orElseThrow().state()).isEqualTo(PaymentState.SUBMITTED);
    }

    @Test
    void nobody_acts_on_a_document_before_it_moved_last() {
        submitted(DAY.plusDays(9));
        Outcome early = on(DAY.plusDays(8), HEAD, Act.of(World.request("P1"), PaymentAction.APPROVE));
        assertThat(codes(early)).containsExactly("lifecycle.backdated");
        assertThat(early.refusals().get(0).allowed())
                .containsExactly(DAY.plusDays(9).toString());
        assertSubmitted();
        done(on(DAY.plusDays(9), HEAD, Act.of(World.request("P1"), PaymentAction.APPROVE)));
    }

    @Test
    void who_may_not_see_a_document_does_not_hear_its_dates() {
        submitted(DAY.plusDays(9));
        assertThat(codes(on(DAY, "clerk" + INSTITUTION, Act.of(World.request("P1"), PaymentAction.APPROVE))))
                .allMatch(code -> code.startsWith("access."));
    }

    @Test
    void a_voucher_is_not_dated_before_the_approval_of_what_it_pays() {
        submitted(DAY);
        done(on(DAY.plusDays(5), HEAD, Act.of(World.request("P1"), PaymentAction.APPROVE)));
        Outcome early = on(DAY.plusDays(4), CLERK, DoorFixtures.voucher("V1", "P1"));
        assertThat(codes(early)).containsExactly("lifecycle.backdated");
        done(on(DAY.plusDays(5), CLERK, DoorFixtures.voucher("V1", "P1")));
    }

    @Test
    void what_the_bank_tells_late_took_effect_on_the_day_it_paid() {
        var voucher = DoorFixtures.sent(world, room(world), "1", 100);
        Outcome receipt = done(world.loop()
                .tell(new Notice(
                        new InputId("bank", "S1"),
                        DIVISION,
                        YEAR,
                        LocalDate.of(YEAR + 1, 1, 3),
                        DoorFixtures.receipt(voucher, "S1", 100))));
        assertThat(receipt.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.effectiveOn()).isEqualTo(DAY))
                .allSatisfy(entry -> assertThat(entry.date()).isEqualTo(DAY));
    }

    @Test
    void what_the_bank_told_before_the_voucher_was_sent_took_effect_on_the_day_it_paid() {
        var room = room(world);
        var request = world.approved("R1", room.allotment(), room.elements(), 100);
        var receipt = DoorFixtures.receipt(World.voucher("V1"), "S1", 100);
        world.loop().tell(new Notice(new InputId("bank", "S1"), DIVISION, YEAR, LocalDate.of(YEAR + 1, 1, 3), receipt));
        var voucher = world.sent("V1", World.ORGAN, ImmutableList.of(request));
        var booked = world.loop().trace(voucher).reverse().get(0).record();
        assertThat(booked.header().outcome()).isEqualTo(JournalRecord.Outcome.MATCHED);
        assertThat(booked.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.effectiveOn()).isEqualTo(DAY));
    }

    @Test
    void income_takes_effect_on_the_day_it_arrived() {
        var income = new OtherIncomeReceived(
                IncomeReceipt.number("7"),
                World.ORGAN,
                "B" + World.ORGAN,
                DAY,
                Fen.money(100),
                Optional.empty(),
                Optional.empty());
        Outcome told =
                done(world.loop().tell(new Notice(new InputId("bank", "7"), DIVISION, YEAR, DAY.plusDays(9), income)));
        assertThat(told.entries())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.effectiveOn()).isEqualTo(DAY));
    }

    @Test
    void what_was_paid_before_it_was_ordered_is_listed() {
        var voucher = DoorFixtures.sent(world, room(world), "1", 100);
        var early = new BankReceipt(voucher, "S1", DAY.minusDays(1), Fen.money(100), World.PAYEE);
        Outcome listed = world.tell("S1", early);
        assertThat(codes(listed)).containsExactly("payment.receipt-before-voucher");
        assertThat(listed.refusals().get(0).text()).contains(DAY.toString());
    }

    @Test
    void a_notice_of_a_far_day_holds_up_nobody() {
        var room = room(world);
        var voucher = DoorFixtures.sent(world, room, "1", 100);
        LocalDate far = LocalDate.of(9999, 12, 31);
        InputId rejection = new InputId("bank", "B1");
        done(world.loop().tell(new Notice(rejection, DIVISION, YEAR, far, new BankRejection(voucher, "账户停用"))));

        done(on(DAY, CLERK, Act.of(voucher, VoucherAction.RESEND)));

        done(world.tell("S1", DoorFixtures.receipt(voucher, "S1", 100)));
    }

    @Test
    void a_voucher_is_ordered_and_paid_in_its_year_only() {
        Id<PaymentVoucher> voucher = World.voucher("V1");
        LocalDate next = LocalDate.of(YEAR + 1, 1, 2);
        var room = room(world);
        world.approved("P1", room.allotment(), room.elements(), 100);
        assertThat(codes(on(next, CLERK, DoorFixtures.voucher("V1", "P1")))).containsExactly("payment.outside-year");
        done(on(DAY, CLERK, DoorFixtures.voucher("V1", "P1")));
        forward(next, CLERK, voucher, VoucherAction.SIGN);
        forward(next, HEAD, voucher, VoucherAction.STAMP);
        forward(next, CLERK, voucher, VoucherAction.SEND);

        var other = new BankReceipt(voucher, "S1", next, Fen.money(100), World.PAYEE);
        assertThat(codes(world.tell("other", other))).containsExactly("payment.receipt-outside-year");
        done(world.tell("B1", new BankRejection(voucher, "账户停用")));

        forward(next, CLERK, voucher, VoucherAction.RESEND);
        done(world.tell("S1", DoorFixtures.receipt(voucher, "S1", 100)));
    }

    /** Refused on a day of another year, and done on one of its own. */
    private void forward(LocalDate late, String actor, Id<PaymentVoucher> voucher, VoucherAction action) {
        assertThat(codes(on(late, actor, Act.of(voucher, action)))).containsExactly("payment.outside-year");
        done(on(DAY, actor, Act.of(voucher, action)));
    }

    @Test
    void evidence_of_somebody_who_was_not_appointed_is_refused() {
        submitted(DAY);
        assertThat(codes(told(DAY, approved("nobody", DAY)))).containsExactly("access.unknown-actor");
        assertSubmitted();
    }

    @Test
    void evidence_of_somebody_who_is_suspended_is_refused() {
        submitted(DAY);
        String both = "both" + World.ORGAN;
        done(world.act("admin", Actor.id(both), ActorAction.SUSPEND));
        assertThat(codes(told(DAY, approved(both, DAY)))).containsExactly("access.unknown-actor");
        assertSubmitted();
    }

    @Test
    void evidence_of_somebody_without_the_duty_of_the_post_is_refused() {
        submitted(DAY);
        assertThat(codes(told(DAY, approved("finance", DAY)))).containsExactly("access.duty-missing");
        assertThat(codes(told(DAY, approved("head" + INSTITUTION, DAY)))).containsExactly("access.outside-agency");
        assertSubmitted();
    }

    @Test
    void evidence_of_the_preparer_is_refused() {
        String both = "both" + World.ORGAN;
        done(on(DAY, both, payment(room(world), "P1", 100)));
        done(on(DAY, both, Act.of(World.request("P1"), PaymentAction.SUBMIT)));
        assertThat(codes(told(DAY, approved(both, DAY)))).containsExactly("lifecycle.four-eyes");
        assertSubmitted();
    }

    @Test
    void evidence_is_dated_between_the_last_act_and_the_day_on_which_it_is_told() {
        submitted(DAY.plusDays(2));
        for (LocalDate day : ImmutableList.of(DAY.plusDays(1), DAY.plusDays(5))) {
            Outcome outcome = told(DAY.plusDays(4), approved(HEAD, day));
            assertThat(codes(outcome)).containsExactly("lifecycle.evidence-dates");
            assertThat(outcome.refusals().get(0).text())
                    .contains(DAY.plusDays(2).toString())
                    .contains(DAY.plusDays(4).toString())
                    .contains(day.toString());
        }
        assertSubmitted();
        done(told(DAY.plusDays(4), approved(HEAD, DAY.plusDays(3))));
        assertThat(world.loop()
                        .find(World.request("P1"))
                        .orElseThrow()
                        .trail()
                        .last()
                        .on())
                .isEqualTo(DAY.plusDays(3));
    }
}
