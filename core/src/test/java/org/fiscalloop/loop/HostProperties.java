package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.INSTITUTION;
import static org.fiscalloop.loop.World.ORGAN;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.World.Given;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentCommands.CreateVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.rulebook.CityRules;

/** A host over its own tables and the loop in memory are one engine: the same inputs, the same outcomes. */
class HostProperties {

    /** One input: what, of which payment, how much. */
    private record Step(int what, int which, long fen) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.longs().between(1, 60_000))
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }

    private record Room(Id<Allotment> allotment, Elements elements) {}

    private static Room room(World world, int number, String agency) {
        var project = world.project(number, agency, 100_000);
        Elements elements = World.elements(agency, project);
        var line = world.line("L" + number, elements, 100_000);
        return new Room(world.allotment("A" + number, line, elements, 100_000), elements);
    }

    private static void step(World world, ImmutableList<Room> rooms, Step step, int at) {
        Room room = rooms.get(step.which() % 2);
        String agency = room.elements().agency().value();
        String clerk = "clerk" + agency;
        String head = "head" + agency;
        var request = World.request("P" + step.which());
        var voucher = World.voucher("V" + step.which());
        switch (step.what()) {
            case 0 ->
                world.ask(
                        clerk,
                        new CreatePayment(request, World.paymentTerms(room.allotment(), room.elements(), step.fen())));
            case 1 -> world.act(clerk, request, PaymentAction.SUBMIT);
            case 2 -> world.act(head, request, PaymentAction.APPROVE);
            case 3 -> world.act(head, request, PaymentAction.RETURN);
            case 4 -> world.act(clerk, request, PaymentAction.VOID);
            case 5 -> world.ask(clerk, new CreateVoucher(voucher, agency, ImmutableList.of(request), World.DAY));
            case 6 -> {
                world.act(clerk, voucher, VoucherAction.SIGN);
                world.act(head, voucher, VoucherAction.STAMP);
                world.act(clerk, voucher, VoucherAction.SEND);
            }
            case 7 -> world.receipt(voucher, fen(world, step));
            case 8 -> world.clearing("B" + at, voucher, fen(world, step));
            case 9 -> world.refund("S" + at, voucher, step.fen());
            case 10 -> {
                world.act(clerk, request, PaymentAction.SUBMIT);
                world.act(head, request, PaymentAction.APPROVE);
                world.ask(clerk, new CreateVoucher(voucher, agency, ImmutableList.of(request), World.DAY));
            }
            default -> world.act(clerk, voucher, VoucherAction.VOID);
        }
    }

    /** The amount of the request, or now and then another. */
    private static long fen(World world, Step step) {
        return world.loop()
                .find(World.request("P" + step.which()))
                .filter(request -> step.fen() % 5 != 0)
                .map(request -> org.fiscalloop.money.Fen.of(request.terms().amount()))
                .orElse(step.fen());
    }

    @Property(tries = 40)
    void a_host_over_its_own_tables_gives_the_outcomes_of_the_loop(@ForAll("histories") List<Step> history) {
        World world = World.open();
        ImmutableList<Room> rooms = ImmutableList.of(room(world, 1, ORGAN), room(world, 2, INSTITUTION));
        for (int at = 0; at < history.size(); at++) {
            step(world, rooms, history.get(at), at);
        }
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = world.loop().records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        Host host = new Host(CityRules.nation());
        for (Given given : world.given()) {
            assertThat(host.take(given.input())).isEqualTo(given.outcome().record());
        }
        assertThat(host.journal()).isEqualTo(records);
        host.documents()
                .forEach((id, document) -> assertThat(world.loop().find(id).map(Object.class::cast))
                        .contains(document));
        var kept = world.loop().balances().kept();
        assertThat(host.cells()).hasSameSizeAs(kept);
        kept.forEach(
                cell -> assertThat(host.balance(cell.account(), cell.key())).isEqualTo(cell.balance()));
        for (Given given : world.given()) {
            assertThat(host.take(given.input())).isEqualTo(given.outcome().record());
        }
        assertThat(host.journal()).hasSameSizeAs(records);
    }
}
