package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.opening.CommitOpening;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.project.Project;
import org.fiscalloop.tracing.PaymentTrace;
import org.fiscalloop.tracing.ProjectTrace;
import org.fiscalloop.tracing.Trace;
import org.junit.jupiter.api.Test;

/** A payment that was corrected is followed to where it stands, up and down. */
class TracedCorrectionsTest {
    private final World world = World.open();
    private final Corrections corrections = new Corrections(world, ORGAN);
    private final Id<Project> first = world.project(1, ORGAN, 1_000_000);
    private final Id<Project> second = world.project(2, ORGAN, 1_000_000);
    private final Elements own = World.elements(ORGAN, first);
    private final Elements other = World.elements(ORGAN, second);
    private final Id<Allotment> office = corrections.issue("A-1", own, 100_000);
    private final Id<Allotment> study = corrections.issue("A-2", other, 100_000);
    private final Id<Allotment> prints = corrections.issue("A-3", other, 100_000);
    private final Id<PaymentVoucher> paid = world.pay("1", office, own, 40_000);

    /** Allotment, paid, come back and cleared of each payment of a project. */
    private static ImmutableList<String> down(FiscalLoop loop, Id<Project> project) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        for (ProjectTrace.Line line : Trace.down(loop, project).orElseThrow().lines()) {
            for (ProjectTrace.Allotted allotted : line.allotments()) {
                for (ProjectTrace.Payment payment : allotted.payments()) {
                    found.add(allotted.id().value() + " " + payment.id().value() + " "
                            + payment.voucher().orElseThrow().value() + " " + Fen.of(payment.paid()) + " "
                            + Fen.of(payment.refunded()) + " " + Fen.of(payment.cleared()) + " "
                            + payment.last().to());
                }
            }
        }
        return found.build();
    }

    private static ImmutableList<String> up(FiscalLoop loop) {
        PaymentTrace trace = Trace.up(loop, World.request("R1")).orElseThrow();
        return trace.ways().stream()
                .map(way -> way.allotments().get(0).document().id().value() + " "
                        + way.line().document().id().value() + " "
                        + way.projects().get(0).document().id().value() + " " + Fen.of(way.amount()))
                .collect(ImmutableList.toImmutableList());
    }

    @Test
    void a_payment_that_stands_in_two_projects_is_found_in_both_with_what_stands_there() {
        corrections.correct("G1", corrections.terms("1", study, 15_000));

        assertThat(up(world.loop()))
                .containsExactly("A-1 LA-1 " + first.value() + " 25000", "A-2 LA-2 " + second.value() + " 15000");
        assertThat(down(world.loop(), first)).containsExactly("A-1 R1 V1 25000 0 25000 PAID");
        assertThat(down(world.loop(), second)).containsExactly("A-2 R1 V1 15000 0 15000 PAID");
        assertThat(Trace.down(world.loop(), second).orElseThrow().payees())
                .extracting(payee -> Fen.of(payee.amount()), payee -> payee.payments())
                .containsExactly(tuple(15_000L, 1));
    }

    @Test
    void what_was_corrected_whole_and_again_stands_where_it_was_put_last() {
        corrections.correct("G1", corrections.terms("1", study, 40_000));
        corrections.correct("G2", corrections.terms("1", prints, 10_000).withEarlier(Correction.id("G1")));

        assertThat(up(world.loop()))
                .containsExactly("A-2 LA-2 " + second.value() + " 30000", "A-3 LA-3 " + second.value() + " 10000");
        assertThat(down(world.loop(), first)).isEmpty();
        assertThat(down(world.loop(), second))
                .containsExactly("A-2 R1 V1 30000 0 30000 PAID", "A-3 R1 V1 10000 0 10000 PAID");
        assertThat(Trace.down(world.loop(), second).orElseThrow().payees())
                .extracting(payee -> Fen.of(payee.amount()), payee -> payee.payments())
                .containsExactly(tuple(40_000L, 1));
        assertThat(Trace.up(world.loop(), World.request("R1")).orElseThrow().stops())
                .extracting(stop -> stop.document().id().toString())
                .containsExactly(
                        "payment-request:R1",
                        "payment-voucher:V1",
                        "allotment:A-2",
                        "budget-line:LA-2",
                        second.toString(),
                        "allotment:A-3",
                        "budget-line:LA-3");
    }

    @Test
    void what_is_cleared_and_comes_back_is_told_where_it_stands_also_after_an_opening() {
        corrections.correct("G1", corrections.terms("1", study, 15_000));
        done(corrections.refund("T", paid, 4_000, study));
        InMemoryJournal journal = new InMemoryJournal();
        FiscalLoop opened = FiscalLoop.open(journal, Walk.RULES);
        done(opened.ask(DoorFixtures.command(
                "opening",
                "admin",
                new CommitOpening(world.loop().opening(World.DIVISION, World.YEAR, World.DAY), Optional.empty()))));
        for (FiscalLoop loop : ImmutableList.of(world.loop(), opened)) {
            assertThat(down(loop, first)).containsExactly("A-1 R1 V1 25000 0 25000 PAID");
            assertThat(down(loop, second)).containsExactly("A-2 R1 V1 15000 4000 15000 PAID");
            assertThat(up(loop))
                    .containsExactly("A-1 LA-1 " + first.value() + " 25000", "A-2 LA-2 " + second.value() + " 15000");
        }
    }
}
