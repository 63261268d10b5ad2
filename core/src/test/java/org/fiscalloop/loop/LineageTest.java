package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentAction;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.allotment.AllotmentTerms;
import org.fiscalloop.allotment.ImmutableAllotmentTerms;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.payment.PaymentAction;
import org.fiscalloop.payment.PaymentCommands.CreatePayment;
import org.fiscalloop.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every yuan keeps the line, the project and the year that it came from, whatever is taken back and filled in again. */
class LineageTest {
    private static final long FEN = 100_000;

    private final World world = World.open();
    private Elements first = World.elements(World.ORGAN, Project.id(World.code(0)));
    private Elements second = first;
    private Id<BudgetLine> line = BudgetLine.id("L1");
    private Id<BudgetLine> other = BudgetLine.id("L2");

    @BeforeEach
    void two_lines_of_two_projects() {
        first = World.elements(World.ORGAN, world.project(1, World.ORGAN, FEN));
        second = World.elements(World.ORGAN, world.project(2, World.ORGAN, FEN));
        line = world.line("L1", first, FEN);
        other = world.line("L2", second, FEN);
    }

    @Test
    void R4_an_allotment_that_was_issued_once_is_not_moved_to_another_line() {
        Id<Allotment> whole = split("Q", "D");
        takeBack(Allotment.id("D"));
        takeBack(whole);
        done(world.act("chief", whole, AllotmentAction.RETURN));

        Outcome moved = world.ask("finance", new ReviseAllotment(whole, pending(other, second)));

        assertThat(codes(moved)).containsExactly("allotment.issued-before", "allotment.issued-before");
        assertThat(moved.refusals().get(0).text()).contains("L1", "L2");
        done(world.ask("finance", new ReviseAllotment(whole, pending(line, first))));
    }

    @Test
    void P3_a_part_is_issued_again_only_after_the_allotment_that_it_was_split_from() {
        Id<Allotment> whole = split("Q", "D");
        Id<Allotment> part = Allotment.id("D");
        takeBack(part);
        takeBack(whole);

        Outcome early = world.act("chief", part, AllotmentAction.APPROVE);

        assertThat(codes(early)).containsExactly("allotment.parent-not-issued");
        assertThat(early.refusals().get(0).text()).contains("Q", "SUBMITTED");
        done(world.act("chief", whole, AllotmentAction.APPROVE));
        done(world.act("deputy", part, AllotmentAction.APPROVE));
    }

    @Test
    void R4_a_part_that_is_filled_in_again_remains_a_part() {
        split("Q", "D");
        Id<Allotment> part = Allotment.id("D");
        takeBack(part);
        done(world.act("chief", part, AllotmentAction.RETURN));
        AllotmentTerms alone = World.allotmentTerms(line, first, AllotmentFlag.EXECUTABLE, FEN / 2);

        assertThat(codes(world.ask("finance", new ReviseAllotment(part, alone))))
                .containsExactly("allotment.parent-differs");
        done(world.ask(
                "finance",
                new ReviseAllotment(
                        part,
                        ImmutableAllotmentTerms.builder()
                                .from(alone)
                                .parent(Allotment.id("Q"))
                                .build())));
    }

    @Test
    void an_allotment_is_not_taken_back_while_a_payment_from_it_is_to_be_cleared_although_it_all_came_back() {
        Id<Allotment> allotment = world.allotment("A", line, first, FEN);
        var voucher = world.sent("V", World.ORGAN, ImmutableList.of(world.approved("R", allotment, first, FEN)));
        done(world.receipt(voucher, FEN));
        done(world.refund("F", voucher, FEN));

        Outcome early = world.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL);

        assertThat(codes(early)).containsExactly("allotment.in-use");
        assertThat(early.refusals().get(0).text()).contains("0.00 paid (1000.00 not cleared)");
        done(world.clearing("B", voucher, FEN));
        done(world.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL));
    }

    @Test
    void INV_30_an_allotment_is_carried_over_only_from_a_line_that_was() {
        AllotmentTerms carried = ImmutableAllotmentTerms.builder()
                .from(World.allotmentTerms(line, first, AllotmentFlag.EXECUTABLE, FEN))
                .basis(YearBasis.CARRIED)
                .build();

        Outcome outcome = world.ask("finance", new CreateAllotment(Allotment.id("A"), carried));

        assertThat(codes(outcome)).containsExactly("allotment.basis-differs");
        assertThat(outcome.refusals().get(0).text()).contains("L1", "CARRIED", "CURRENT");
    }

    @Test
    void who_hands_a_request_in_does_not_approve_it() {
        Id<Allotment> allotment = world.allotment("A", line, first, FEN);
        var request = World.request("R");
        done(world.ask("clerk" + World.ORGAN, new CreatePayment(request, World.paymentTerms(allotment, first, FEN))));
        done(world.act("both" + World.ORGAN, request, PaymentAction.SUBMIT));

        assertThat(codes(world.act("both" + World.ORGAN, request, PaymentAction.APPROVE)))
                .containsExactly("lifecycle.four-eyes");
        done(world.act("head" + World.ORGAN, request, PaymentAction.APPROVE));
    }

    @Test
    void who_splits_a_part_off_does_not_approve_it() {
        split("deputy", "Q", "D");
        Id<Allotment> part = Allotment.id("D");
        takeBack(part);

        assertThat(codes(world.act("deputy", part, AllotmentAction.APPROVE))).containsExactly("lifecycle.four-eyes");
        done(world.act("chief", part, AllotmentAction.APPROVE));
    }

    @Test
    void who_fills_a_part_in_again_or_hands_it_in_does_not_approve_it() {
        split("Q", "D");
        Id<Allotment> part = Allotment.id("D");
        takeBack(part);
        done(world.act("chief", part, AllotmentAction.RETURN));
        AllotmentTerms less = ImmutableAllotmentTerms.builder()
                .from(World.allotmentTerms(line, first, AllotmentFlag.EXECUTABLE, FEN / 4))
                .parent(Allotment.id("Q"))
                .build();
        done(world.ask("deputy", new ReviseAllotment(part, less)));
        done(world.act("finance", part, AllotmentAction.SUBMIT));

        assertThat(codes(world.act("deputy", part, AllotmentAction.APPROVE))).containsExactly("lifecycle.four-eyes");
        done(world.act("chief", part, AllotmentAction.APPROVE));
        takeBack(part);
        assertThat(codes(world.act("deputy", part, AllotmentAction.APPROVE))).containsExactly("lifecycle.four-eyes");
    }

    private Id<Allotment> split(String whole, String part) {
        return split("finance", whole, part);
    }

    private Id<Allotment> split(String actor, String whole, String part) {
        Id<Allotment> from = world.issue(whole, pending(line, first));
        done(world.ask(
                actor,
                new SplitAllotment(
                        from,
                        ImmutableList.of(new Part(
                                Allotment.id(part),
                                World.allotmentTerms(line, first, AllotmentFlag.EXECUTABLE, FEN / 2))))));
        return from;
    }

    private static AllotmentTerms pending(Id<BudgetLine> line, Elements elements) {
        return World.allotmentTerms(line, elements, AllotmentFlag.PENDING, FEN);
    }

    private void takeBack(Id<Allotment> allotment) {
        done(world.act("chief", allotment, AllotmentAction.CANCEL_APPROVAL));
    }

    private static ImmutableList<String> codes(Outcome outcome) {
        return outcome.refusals().stream().map(refusal -> refusal.code()).collect(ImmutableList.toImmutableList());
    }
}
