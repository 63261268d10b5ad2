package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.PaymentNotices.BankReceipt;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.rulebook.RulesInForce;

/** What the tests of the door share: a room is an allotment of 1,000.00 yuan of an agency and its coding block. */
final class DoorFixtures {
    static final String CLERK = "clerk" + ORGAN;
    static final String HEAD = "head" + ORGAN;

    private DoorFixtures() {}

    record Room(Id<Allotment> allotment, Elements elements) {}

    static Room room(World world) {
        var project = world.project(1, ORGAN, 1_000_000);
        Elements elements = World.elements(ORGAN, project);
        Id<BudgetLine> line = world.line("L1", elements, 1_000_000);
        return new Room(world.allotment("A1", line, elements, 100_000), elements);
    }

    static CreatePayment payment(Room room, String id, long fen) {
        return new CreatePayment(World.request(id), World.paymentTerms(room.allotment(), room.elements(), fen));
    }

    static Command command(String id, String actor, Body body) {
        return command(id, actor, DAY, body);
    }

    static Command command(String id, String actor, LocalDate on, Body body) {
        return new Command(new InputId("door", id), actor, DIVISION, YEAR, on, body);
    }

    static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(Refusal::code).collect(ImmutableList.toImmutableList());
    }

    static RulesInForce rules(World world) {
        return world.loop().rules().at(DIVISION, YEAR, DAY).orElseThrow();
    }

    static BankReceipt receipt(Id<PaymentVoucher> voucher, String serial, long fen) {
        return new BankReceipt(voucher, serial, DAY, Fen.money(fen), World.PAYEE);
    }

    static CreateVoucher voucher(String id, String request) {
        return new CreateVoucher(World.voucher(id), ORGAN, ImmutableList.of(World.request(request)));
    }

    static Id<PaymentVoucher> sent(World world, Room room, String id, long fen) {
        return world.sent(
                "V" + id, ORGAN, ImmutableList.of(world.approved("R" + id, room.allotment(), room.elements(), fen)));
    }

    static VoucherState stateOf(World world, Id<PaymentVoucher> voucher) {
        return world.loop().find(voucher).orElseThrow().state();
    }
}
