package org.fiscalloop.loop;

import static org.fiscalloop.loop.TwoYears.NEW_YEAR;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.TwoYears.balance;
import static org.fiscalloop.loop.World.ORGAN;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.RuleTimeline;

/** An agency of whose payment money comes back. */
final class RefundedPayer {
    final World world;
    final Id<Project> project;
    final Elements elements;
    final Id<Allotment> allotment;
    final Id<PaymentVoucher> voucher;

    /** A payment of some of 1,000 yuan, in fen. */
    RefundedPayer(RuleTimeline rules, long paid) {
        world = TwoYears.open(rules);
        project = world.project(1, ORGAN, 1_000_00);
        elements = World.elements(ORGAN, project);
        allotment = world.allotment("A", world.line("L", elements, 1_000_00), elements, 1_000_00);
        voucher = world.pay("1", allotment, elements, paid);
    }

    Outcome refund(String serial, long fen) {
        world.turn(NEXT, NEW_YEAR);
        return world.refund(serial, voucher, fen);
    }

    long available(Id<Allotment> id) {
        return balance(world, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, id.value());
    }

    /** A payment of 400 yuan out of 1,000. */
    static RefundedPayer of400() {
        return new RefundedPayer(TwoYears.rules(), 40_000);
    }

    /** By which rules of posting something was booked. */
    static ImmutableList<String> rules(Outcome outcome) {
        return outcome.entries().stream().map(Entry::rule).distinct().collect(ImmutableList.toImmutableList());
    }
}
