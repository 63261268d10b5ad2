package org.fiscalloop.examples.vendor;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.RandomHistory;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.payment.PaymentRequest;

/** A small government up to an issued allotment, lived in memory, to be given to a service. */
final class Town {
    static final String CLERK = "clerk" + World.ORGAN;
    static final String HEAD = "head" + World.ORGAN;

    private static final long BUDGET = 1_000_000_00;

    private final World world = World.open();
    private final Elements elements;
    private final Id<BudgetLine> line;
    private int commands;

    Town() {
        var project = world.project(1, World.ORGAN, BUDGET);
        elements = World.elements(World.ORGAN, project);
        line = world.line("L1", elements, BUDGET);
    }

    World world() {
        return world;
    }

    Elements elements() {
        return elements;
    }

    /** An allotment that stands issued. */
    Id<Allotment> allotment(String id, long fen) {
        return world.allotment(id, line, elements, fen);
    }

    /** The service takes in all that has happened here. */
    Town into(BudgetService service) {
        RandomHistory.inputsOf(world.loop()).forEach(service::take);
        return this;
    }

    /** A command that has not happened here. */
    Command command(String actor, Body body) {
        return new Command(new InputId("vendor", "v" + commands++), actor, World.DIVISION, World.YEAR, World.DAY, body);
    }

    Command act(String actor, Id<?> document, Enum<?> action) {
        return command(actor, Act.of(document, action));
    }

    /** A request is filled in at the service; it does not hold its amount yet. */
    Id<PaymentRequest> filledIn(BudgetService service, String id, Id<Allotment> allotment, long fen) {
        Id<PaymentRequest> request = World.request(id);
        done(service.take(command(CLERK, new CreatePayment(request, World.paymentTerms(allotment, elements, fen)))));
        return request;
    }

    static Reply done(Reply reply) {
        JournalRecord.Outcome outcome = reply.record().header().outcome();
        if (outcome != JournalRecord.Outcome.ACCEPTED && outcome != JournalRecord.Outcome.BOOKED) {
            throw new AssertionError(outcome + " " + codes(reply));
        }
        return reply;
    }

    static ImmutableList<String> codes(Reply reply) {
        return reply.record().refusals().stream()
                .map(refusal -> refusal.code())
                .collect(ImmutableList.toImmutableList());
    }
}
