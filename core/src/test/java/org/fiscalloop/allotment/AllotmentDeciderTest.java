package org.fiscalloop.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.allotment.AllotmentFixtures.ALLOTMENT;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.LINE;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.ReviseAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFilledIn;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFrozen;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentReduced;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentSplit;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentUnfrozen;
import org.fiscalloop.budget.YearBasis;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

class AllotmentDeciderTest {
    private static final Id<Allotment> FIRST = Allotment.id("A-1-1");
    private static final Id<Allotment> SECOND = Allotment.id("A-1-2");

    private static Segments own(FlowBench bench) {
        return bench.get(ALLOTMENT).segments();
    }

    private static Segments line(FlowBench bench) {
        return bench.get(LINE).segments();
    }

    private static FlowBench pending() {
        return AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
    }

    /** Splits off an executable part of 120.00 yuan and one of 50.00 yuan that is to be distributed further. */
    private static Happening split(FlowBench bench) {
        return bench.done(new SplitAllotment(
                ALLOTMENT,
                ImmutableList.of(
                        new Part(
                                FIRST,
                                AllotmentFixtures.terms()
                                        .basis(YearBasis.CARRIED)
                                        .carriedFrom(ALLOTMENT)
                                        .amount(Fen.money(12_000))
                                        .build()),
                        new Part(
                                SECOND,
                                AllotmentFixtures.pending()
                                        .amount(Fen.money(5_000))
                                        .build()))));
    }

    @Test
    void an_allotment_that_is_filled_in_takes_nothing_yet() {
        FlowBench bench = AllotmentFixtures.bench();

        Happening happening = bench.done(
                new CreateAllotment(ALLOTMENT, AllotmentFixtures.terms().build()));

        assertThat(happening.event()).isInstanceOf(AllotmentFilledIn.class);
        assertThat(happening.postings()).isEmpty();
        assertThat(bench.done(ALLOTMENT, AllotmentAction.SUBMIT).postings()).isEmpty();
    }

    @Test
    void an_allotment_that_is_filled_in_again_says_what_is_filled_in_now() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.DRAFT);
        AllotmentTerms other = AllotmentFixtures.terms().title("更正").build();

        bench.done(new ReviseAllotment(ALLOTMENT, other));

        assertThat(bench.get(ALLOTMENT).terms()).isEqualTo(other);
    }

    @Test
    void the_final_approval_issues_an_executable_allotment_from_its_line() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED);

        Happening happening = bench.by(FINANCE).done(ALLOTMENT, AllotmentAction.APPROVE);

        assertThat(happening.event()).isInstanceOf(Moved.class);
        assertThat(happening.postings())
                .containsExactly(Posting.of(AllotmentPostings.ISSUED, 20_000, own(bench), line(bench)));
    }

    @Test
    void the_final_approval_distributes_one_that_is_to_be_split() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED, AllotmentFixtures.pending());

        assertThat(bench.by(FINANCE).done(ALLOTMENT, AllotmentAction.APPROVE).postings())
                .containsExactly(Posting.of(AllotmentPostings.DISTRIBUTED, 20_000, own(bench), line(bench)));
    }

    @Test
    void returning_and_withdrawing_move_and_post_nothing() {
        for (AllotmentAction action :
                ImmutableList.of(AllotmentAction.RETURN, AllotmentAction.RETURN_TO_ENTRY, AllotmentAction.WITHDRAW)) {
            FlowBench bench = AllotmentFixtures.in(AllotmentState.SUBMITTED);

            Happening happening = bench.by(action == AllotmentAction.WITHDRAW ? CLERK : FINANCE)
                    .done(ALLOTMENT, action);

            assertThat(happening.postings()).as(action.name()).isEmpty();
            assertThat(bench.get(ALLOTMENT).state()).isEqualTo(AllotmentState.DRAFT);
        }
    }

    @Test
    void what_was_issued_and_is_taken_back_goes_back_whole_and_is_issued_again() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED);

        Happening back = bench.by(FINANCE).done(ALLOTMENT, AllotmentAction.CANCEL_APPROVAL);
        assertThat(back.postings())
                .containsExactly(Posting.of(
                        AllotmentPostings.REDUCED,
                        ImmutableList.of(AllotmentFlag.EXECUTABLE),
                        20_000,
                        own(bench),
                        line(bench)));
        assertThat(bench.get(ALLOTMENT).state()).isEqualTo(AllotmentState.SUBMITTED);

        assertThat(bench.done(ALLOTMENT, AllotmentAction.APPROVE).postings())
                .containsExactly(Posting.of(AllotmentPostings.ISSUED, 20_000, own(bench), line(bench)));
    }

    @Test
    void E4_a_split_issues_the_parts_out_of_their_parent() {
        FlowBench bench = pending();

        Happening happening = split(bench);

        assertThat(happening.event()).isInstanceOfSatisfying(AllotmentSplit.class, event -> {
            assertThat(event.moves())
                    .extracting(Move::document, Move::action, Move::to)
                    .containsExactly(
                            tuple(ALLOTMENT, "SPLIT", "ISSUED"),
                            tuple(FIRST, "SPLIT_OFF", "ISSUED"),
                            tuple(SECOND, "SPLIT_OFF", "ISSUED"));
        });
        assertThat(happening.postings())
                .containsExactly(
                        Posting.of(
                                AllotmentPostings.SPLIT,
                                ImmutableList.of(AllotmentFlag.EXECUTABLE),
                                12_000,
                                bench.get(FIRST).segments(),
                                own(bench)),
                        Posting.of(
                                AllotmentPostings.SPLIT,
                                ImmutableList.of(AllotmentFlag.PENDING),
                                5_000,
                                bench.get(SECOND).segments(),
                                own(bench)));
    }

    @Test
    void E4_a_part_names_its_parent_and_keeps_its_year_basis_whatever_it_says_itself() {
        FlowBench bench = pending();

        split(bench);

        for (Id<Allotment> part : ImmutableList.of(FIRST, SECOND)) {
            assertThat(bench.get(part).terms().parent()).contains(ALLOTMENT);
            assertThat(bench.get(part).terms().basis()).isEqualTo(YearBasis.CURRENT);
            assertThat(bench.get(part).terms().carriedFrom()).isEmpty();
            assertThat(bench.get(part).terms().line()).isEqualTo(LINE);
        }
        assertThat(bench.get(ALLOTMENT).terms())
                .isEqualTo(AllotmentFixtures.pending().build());
    }

    @Test
    void E4_a_part_that_is_to_be_distributed_is_split_further() {
        FlowBench bench = pending();
        split(bench);
        Id<Allotment> grandchild = Allotment.id("A-1-2-1");

        bench.done(new SplitAllotment(
                SECOND,
                ImmutableList.of(new Part(
                        grandchild,
                        AllotmentFixtures.terms().amount(Fen.money(5_000)).build()))));

        assertThat(bench.get(grandchild).terms().parent()).contains(SECOND);
        assertThat(bench.get(grandchild).isPayable()).isTrue();
    }

    @Test
    void a_part_that_is_taken_back_goes_to_its_parent_and_comes_from_it_again() {
        FlowBench bench = pending();
        split(bench);
        bench.with(AllotmentMeasure.AVAILABLE, bench.get(FIRST).segments(), 12_000);
        ImmutableList<Enum<?>> executable = ImmutableList.of(AllotmentFlag.EXECUTABLE);

        assertThat(bench.by(FINANCE)
                        .done(FIRST, AllotmentAction.CANCEL_APPROVAL)
                        .postings())
                .containsExactly(Posting.of(
                        AllotmentPostings.RETURNED,
                        executable,
                        12_000,
                        bench.get(FIRST).segments(),
                        own(bench)));
        assertThat(bench.done(FIRST, AllotmentAction.APPROVE).postings())
                .containsExactly(Posting.of(
                        AllotmentPostings.SPLIT,
                        executable,
                        12_000,
                        bench.get(FIRST).segments(),
                        own(bench)));
    }

    @Test
    void an_amount_is_frozen_and_released() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED);

        Happening frozen = bench.done(new FreezeAllotment(ALLOTMENT, Fen.money(700)));
        Happening released = bench.done(new UnfreezeAllotment(ALLOTMENT, Fen.money(300)));

        assertThat(frozen.event()).isInstanceOf(AllotmentFrozen.class);
        assertThat(frozen.postings()).containsExactly(Posting.of(AllotmentPostings.FROZEN, 700, own(bench)));
        assertThat(released.event()).isInstanceOf(AllotmentUnfrozen.class);
        assertThat(released.postings()).containsExactly(Posting.of(AllotmentPostings.UNFROZEN, 300, own(bench)));
        assertThat(bench.get(ALLOTMENT).standing().version()).isEqualTo(5);
    }

    @Test
    void what_is_reduced_goes_back_to_the_line() {
        for (AllotmentFlag flag : AllotmentFlag.values()) {
            FlowBench bench = AllotmentFixtures.in(
                    AllotmentState.ISSUED, AllotmentFixtures.terms().flag(flag));

            Happening happening = bench.done(new ReduceAllotment(ALLOTMENT, Fen.money(900), "项目结余"));

            assertThat(happening.event())
                    .isInstanceOfSatisfying(
                            AllotmentReduced.class,
                            event -> assertThat(event.reason()).isEqualTo("项目结余"));
            assertThat(happening.postings())
                    .containsExactly(Posting.of(
                            AllotmentPostings.REDUCED, ImmutableList.of(flag), 900, own(bench), line(bench)));
        }
    }

    @Test
    void what_is_reduced_of_a_part_goes_back_to_its_parent() {
        FlowBench bench = pending();
        split(bench);

        assertThat(bench.done(new ReduceAllotment(SECOND, Fen.money(900), "调整")).postings())
                .containsExactly(Posting.of(
                        AllotmentPostings.RETURNED,
                        ImmutableList.of(AllotmentFlag.PENDING),
                        900,
                        bench.get(SECOND).segments(),
                        own(bench)));
    }
}
