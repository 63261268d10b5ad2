package org.fiscalloop.allotment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.fiscalloop.allotment.AllotmentFixtures.ALLOTMENT;
import static org.fiscalloop.allotment.AllotmentFixtures.FORMAL;
import static org.fiscalloop.budget.BudgetFixtures.CLERK;
import static org.fiscalloop.budget.BudgetFixtures.FINANCE;
import static org.fiscalloop.budget.BudgetFixtures.LINE;
import static org.fiscalloop.flow.FlowBench.codes;
import static org.fiscalloop.flow.FlowBench.refusal;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import org.fiscalloop.allotment.AllotmentCommands.CorrectAllotment;
import org.fiscalloop.allotment.AllotmentCommands.CreateAllotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentCommands.OffsetAllotment;
import org.fiscalloop.allotment.AllotmentCommands.Part;
import org.fiscalloop.allotment.AllotmentCommands.RecallAllotment;
import org.fiscalloop.allotment.AllotmentCommands.RecallMode;
import org.fiscalloop.allotment.AllotmentCommands.ReduceAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SplitAllotment;
import org.fiscalloop.allotment.AllotmentCommands.SupplementAllotment;
import org.fiscalloop.allotment.AllotmentCommands.UnfreezeAllotment;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentCorrected;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentFrozen;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentOffset;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentRecalled;
import org.fiscalloop.allotment.AllotmentEvents.AllotmentUnfrozen;
import org.fiscalloop.budget.BudgetFixtures;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.FlowBench;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Posting;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.masterdata.Labels;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an allotment that is issued when its amount or its codes shall change. */
class AllotmentChangesTest {
    private static final ImmutableList<Enum<?>> EXECUTABLE = ImmutableList.of(AllotmentFlag.EXECUTABLE);

    private static FlowBench issued() {
        return AllotmentFixtures.in(AllotmentState.ISSUED).by(FINANCE);
    }

    private static Segments own(FlowBench bench, Id<Allotment> id) {
        return bench.get(id).segments();
    }

    private static Segments own(FlowBench bench) {
        return own(bench, ALLOTMENT);
    }

    private static Segments line(FlowBench bench) {
        return bench.get(LINE).segments();
    }

    // ---- freezing ---------------------------------------------------------------------------------------------------

    @Test
    void a_share_of_what_is_available_is_frozen_and_rounded_down_to_the_fen() {
        FlowBench bench = issued();
        bench.with(AllotmentMeasure.AVAILABLE, own(bench), 19_999);

        Happening frozen = bench.done(FreezeAllotment.share(ALLOTMENT, 3_333));

        assertThat(frozen.event()).isInstanceOfSatisfying(AllotmentFrozen.class, event -> {
            assertThat(event.amount()).isEqualTo(Fen.money(6_665));
            assertThat(event.share()).contains(new AllotmentEvents.Share(3_333, Fen.money(19_999)));
        });
        assertThat(frozen.postings()).containsExactly(Posting.of(AllotmentPostings.FROZEN, 6_665, own(bench)));
    }

    @Test
    void a_share_that_comes_to_no_fen_freezes_nothing() {
        FlowBench bench = issued();
        bench.with(AllotmentMeasure.AVAILABLE, own(bench), 9_999);

        assertThat(codes(bench.ask(FreezeAllotment.share(ALLOTMENT, 1))))
                .containsExactly("allotment.amount-not-positive");
    }

    @Test
    void what_is_frozen_is_an_amount_or_a_share_from_one_to_ten_thousand() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreezeAllotment(ALLOTMENT, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FreezeAllotment(ALLOTMENT, Optional.of(Fen.money(1)), Optional.of(1)));
        for (int ratio : new int[] {0, -1, 10_001}) {
            assertThatIllegalArgumentException().isThrownBy(() -> FreezeAllotment.share(ALLOTMENT, ratio));
        }
    }

    @Test
    void all_that_is_frozen_is_released() {
        FlowBench bench = issued();
        bench.with(AllotmentMeasure.FROZEN, own(bench), 701);

        Happening released = bench.done(UnfreezeAllotment.all(ALLOTMENT));

        assertThat(released.event())
                .isInstanceOfSatisfying(
                        AllotmentUnfrozen.class,
                        event -> assertThat(event.amount()).isEqualTo(Fen.money(701)));
        assertThat(released.postings()).containsExactly(Posting.of(AllotmentPostings.UNFROZEN, 701, own(bench)));
    }

    @Test
    void where_nothing_is_frozen_nothing_is_released() {
        assertThat(codes(issued().ask(UnfreezeAllotment.all(ALLOTMENT))))
                .containsExactly("allotment.amount-not-positive");
    }

    // ---- recall -----------------------------------------------------------------------------------------------------

    @Test
    void what_is_left_goes_back_to_the_line_whatever_was_used() {
        FlowBench bench = issued();
        bench.with(AllotmentMeasure.AVAILABLE, own(bench), 12_000)
                .with(AllotmentMeasure.PAID, own(bench), 7_000)
                .with(AllotmentMeasure.FROZEN, own(bench), 1_000);

        Happening recalled = bench.done(new RecallAllotment(ALLOTMENT, RecallMode.REMAINDER, "项目完工"));

        assertThat(recalled.event()).isInstanceOfSatisfying(AllotmentRecalled.class, event -> {
            assertThat(event.amount()).isEqualTo(Fen.money(12_000));
            assertThat(event.mode()).isEqualTo(RecallMode.REMAINDER);
            assertThat(event.reason()).isEqualTo("项目完工");
        });
        assertThat(recalled.postings())
                .containsExactly(Posting.of(AllotmentPostings.REDUCED, EXECUTABLE, 12_000, own(bench), line(bench)));
        assertThat(bench.get(ALLOTMENT).state()).isEqualTo(AllotmentState.ISSUED);
    }

    @Test
    void where_nothing_is_left_nothing_is_recalled() {
        FlowBench bench = issued();
        bench.with(AllotmentMeasure.AVAILABLE, own(bench), 0);

        assertThat(codes(bench.ask(new RecallAllotment(ALLOTMENT, RecallMode.REMAINDER, "收回"))))
                .containsExactly("allotment.amount-not-positive");
    }

    @Test
    void the_whole_of_an_unused_allotment_goes_back_to_its_parent() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        Id<Allotment> part = Allotment.id("A-1-1");
        bench.done(new SplitAllotment(
                ALLOTMENT,
                ImmutableList.of(new Part(
                        part, AllotmentFixtures.terms().amount(Fen.money(5_000)).build()))));
        bench.with(AllotmentMeasure.AVAILABLE, own(bench, part), 5_000);

        assertThat(bench.done(new RecallAllotment(part, RecallMode.WHOLE, "收回")).postings())
                .containsExactly(
                        Posting.of(AllotmentPostings.RETURNED, EXECUTABLE, 5_000, own(bench, part), own(bench)));
    }

    @ParameterizedTest
    @EnumSource(names = {"APPLIED", "PAID", "NOT_CLEARED", "FROZEN"})
    void what_is_used_is_neither_recalled_whole_nor_corrected(AllotmentMeasure used) {
        FlowBench bench = issued();
        bench.with(used, own(bench), 300);

        Refusal recall =
                refusal(bench.ask(new RecallAllotment(ALLOTMENT, RecallMode.WHOLE, "收回")), "allotment.drawn-on");
        Refusal correction = refusal(bench.ask(correction()), "allotment.drawn-on");

        assertThat(recall.facts()).containsEntry("allotment", Fact.text("A-1"));
        assertThat(recall.facts().values()).contains(Fact.amount(300));
        assertThat(correction.facts()).isEqualTo(recall.facts());
    }

    @Test
    void what_was_split_is_neither_recalled_whole_nor_corrected() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        bench.done(new SplitAllotment(
                ALLOTMENT,
                ImmutableList.of(new Part(
                        Allotment.id("A-1-1"), AllotmentFixtures.terms().build()))));

        assertThat(refusal(bench.ask(new RecallAllotment(ALLOTMENT, RecallMode.WHOLE, "收回")), "allotment.drawn-on")
                        .facts())
                .containsEntry("splits", Fact.count(1));
        assertThat(codes(bench.ask(correction()))).containsExactly("allotment.drawn-on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void whoever_recalls_supplements_or_corrects_says_why(String reason) {
        assertThatIllegalArgumentException().isThrownBy(() -> new RecallAllotment(ALLOTMENT, RecallMode.WHOLE, reason));
        assertThatIllegalArgumentException().isThrownBy(() -> new SupplementAllotment(ALLOTMENT, Fen.money(1), reason));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CorrectAllotment(
                        ALLOTMENT, BudgetFixtures.elements().build(), reason));
    }

    // ---- supplement -------------------------------------------------------------------------------------------------

    @Test
    void more_comes_from_the_line_and_the_amount_grows() {
        FlowBench bench = issued();

        assertThat(bench.done(new SupplementAllotment(ALLOTMENT, Fen.money(500), "追加"))
                        .postings())
                .containsExactly(Posting.of(AllotmentPostings.ISSUED, 500, own(bench), line(bench)));
        assertThat(bench.get(ALLOTMENT).terms().amount()).isEqualTo(Fen.money(20_500));
    }

    @Test
    void more_of_a_part_comes_from_its_parent() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());
        Id<Allotment> part = Allotment.id("A-1-1");
        bench.done(new SplitAllotment(
                ALLOTMENT,
                ImmutableList.of(new Part(
                        part,
                        AllotmentFixtures.pending().amount(Fen.money(5_000)).build()))));

        assertThat(bench.by(FINANCE)
                        .done(new SupplementAllotment(part, Fen.money(500), "追加"))
                        .postings())
                .containsExactly(Posting.of(
                        AllotmentPostings.SPLIT,
                        ImmutableList.of(AllotmentFlag.PENDING),
                        500,
                        own(bench, part),
                        own(bench)));
    }

    @Test
    void E13_who_has_filled_in_an_allotment_does_not_give_it_more() {
        assertThat(codes(issued().by(CLERK).ask(new SupplementAllotment(ALLOTMENT, Fen.money(500), "追加"))))
                .containsExactly("lifecycle.four-eyes");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void a_supplement_is_above_zero(long fen) {
        assertThat(codes(issued().ask(new SupplementAllotment(ALLOTMENT, Fen.money(fen), "追加"))))
                .containsExactly("allotment.amount-not-positive");
    }

    // ---- correction -------------------------------------------------------------------------------------------------

    private static CorrectAllotment correction() {
        return correction(elements());
    }

    private static Elements elements() {
        return BudgetFixtures.elements().putExtra(Labels.WAGES, "2").build();
    }

    private static CorrectAllotment correction(Elements elements) {
        return new CorrectAllotment(ALLOTMENT, elements, "更正要素");
    }

    @Test
    void codes_are_corrected_by_entries_under_the_old_and_under_the_new_block() {
        FlowBench bench = AllotmentFixtures.ofDepartment();
        AllotmentTerms terms = AllotmentFixtures.below().build();
        AllotmentFixtures.issue(bench, ALLOTMENT, terms);
        Segments before = own(bench);
        Elements other = AllotmentFixtures.elementsOf(BudgetFixtures.SISTER)
                .project(AllotmentFixtures.OF_DEPARTMENT)
                .build();

        Happening corrected = bench.done(correction(other));

        Segments of = bench.get(BudgetLine.id("B-2")).segments();
        assertThat(corrected.postings())
                .containsExactly(
                        Posting.of(
                                AllotmentPostings.REDUCED, ImmutableList.of(AllotmentFlag.PENDING), 20_000, before, of),
                        Posting.of(AllotmentPostings.DISTRIBUTED, 20_000, own(bench), of));
        assertThat(corrected.event()).isInstanceOfSatisfying(AllotmentCorrected.class, event -> {
            assertThat(event.elements()).isEqualTo(other);
            assertThat(event.amount()).isEqualTo(Fen.money(20_000));
        });
        assertThat(own(bench)).isNotEqualTo(before);
        assertThat(bench.get(ALLOTMENT).terms())
                .isEqualTo(ImmutableAllotmentTerms.builder()
                        .from(terms)
                        .elements(other)
                        .build());
    }

    @Test
    void what_the_line_says_is_not_corrected() {
        FlowBench bench = issued();

        assertThat(refusal(
                                bench.ask(correction(BudgetFixtures.elements()
                                        .fund("112")
                                        .putExtra(Labels.WAGES, "2")
                                        .build())),
                                "allotment.element-differs")
                        .facts())
                .containsEntry("element", Fact.text("fund"));
        assertThat(codes(bench.ask(correction(BudgetFixtures.elements()
                        .agency(AllotmentFixtures.elementsOf(BudgetFixtures.SISTER)
                                .build()
                                .agency())
                        .build()))))
                .containsExactly("allotment.agency-outside");
    }

    @Test
    void a_correction_corrects_something() {
        assertThat(codes(issued().ask(correction(BudgetFixtures.elements().build()))))
                .containsExactly("allotment.nothing-corrected");
    }

    @Test
    void D1_a_correction_removes_and_changes_no_label() {
        FlowBench bench = issued();
        bench.done(correction(
                BudgetFixtures.elements().putExtra(Labels.DIRECT, "01").build()));

        for (Elements other : ImmutableList.of(
                elements(),
                BudgetFixtures.elements().putExtra(Labels.DIRECT, "09").build())) {
            assertThat(refusal(bench.ask(correction(other)), "allotment.label-removed")
                            .facts())
                    .containsEntry("element", Fact.text(Labels.DIRECT))
                    .containsEntry("allowed", Fact.text("01"));
        }
    }

    @Test
    void a_code_that_may_not_stand_on_a_document_is_no_correction() {
        assertThat(codes(issued().ask(correction(
                        BudgetFixtures.elements().putExtra(Labels.WAGES, "3").build()))))
                .containsExactly("masterdata.code-unknown");
    }

    // ---- before the budget ------------------------------------------------------------------------------------------

    @Test
    void a_temporary_allotment_is_issued_from_a_line_that_is_proposed() {
        for (BudgetState state : ImmutableList.of(BudgetState.SUBMITTED, BudgetState.APPROVED)) {
            FlowBench bench = AllotmentFixtures.bench(state);
            bench.done(
                    new CreateAllotment(ALLOTMENT, AllotmentFixtures.temporary().build()));
            bench.done(ALLOTMENT, AllotmentAction.SUBMIT);

            assertThat(bench.by(FINANCE)
                            .done(ALLOTMENT, AllotmentAction.APPROVE)
                            .postings())
                    .containsExactly(Posting.of(AllotmentPostings.PRE_ISSUED, 20_000, own(bench)));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DRAFT", "APPROPRIATED", "VOIDED"})
    void a_temporary_allotment_needs_a_line_that_is_proposed_and_not_yet_appropriated(BudgetState state) {
        FlowBench bench = AllotmentFixtures.bench(state);

        Refusal refusal = refusal(
                bench.ask(new CreateAllotment(
                        ALLOTMENT, AllotmentFixtures.temporary().build())),
                "allotment.line-not-proposed");

        assertThat(refusal.facts()).containsEntry("state", Fact.text(state.name()));
        assertThat(refusal.allowed()).containsExactly("SUBMITTED", "APPROVED");
    }

    @Test
    void a_formal_allotment_is_not_issued_from_a_line_that_is_only_proposed() {
        assertThat(codes(AllotmentFixtures.bench(BudgetState.APPROVED)
                        .ask(new CreateAllotment(
                                ALLOTMENT, AllotmentFixtures.terms().build()))))
                .containsExactly("allotment.no-budget");
    }

    @Test
    void what_is_filled_in_goes_with_the_family() {
        FlowBench proposed = AllotmentFixtures.bench(BudgetState.SUBMITTED);
        assertThat(family(proposed, AllotmentFixtures.temporary().flag(AllotmentFlag.PENDING)))
                .containsEntry("element", Fact.text("flag"));
        assertThat(family(proposed, AllotmentFixtures.temporary().ground(Optional.empty())))
                .containsEntry("element", Fact.text("ground"))
                .containsEntry("allowed", Fact.texts(ImmutableList.of("SAME_PERIOD", "OBLIGATION", "DISASTER")));
        FlowBench bench = AllotmentFixtures.bench();
        assertThat(family(bench, AllotmentFixtures.terms().ground(AllotmentTerms.Ground.DISASTER)))
                .containsEntry("element", Fact.text("ground"));
        assertThat(family(bench, AllotmentFixtures.terms().recipient("村民委员会")))
                .containsEntry("element", Fact.text("recipient"));
        assertThat(family(bench, AllotmentFixtures.terms().family(AllotmentFamily.NON_AGENCY)))
                .containsEntry("element", Fact.text("recipient"));
        assertThat(family(
                        bench,
                        AllotmentFixtures.pending()
                                .family(AllotmentFamily.NON_AGENCY)
                                .recipient("村民委员会")))
                .containsEntry("element", Fact.text("flag"));
        bench.done(new CreateAllotment(
                ALLOTMENT,
                AllotmentFixtures.terms()
                        .family(AllotmentFamily.NON_AGENCY)
                        .recipient("村民委员会")
                        .build()));
    }

    private static ImmutableMap<String, Fact> family(FlowBench bench, ImmutableAllotmentTerms.Builder terms) {
        return refusal(bench.ask(new CreateAllotment(ALLOTMENT, terms.build())), "allotment.family-differs")
                .facts();
    }

    @Test
    void a_part_is_never_temporary() {
        FlowBench bench = AllotmentFixtures.in(AllotmentState.ISSUED, AllotmentFixtures.pending());

        assertThat(codes(bench.ask(new SplitAllotment(
                        ALLOTMENT,
                        ImmutableList.of(new Part(
                                Allotment.id("A-1-1"),
                                AllotmentFixtures.temporary().build()))))))
                .contains("allotment.family-differs");
    }

    @Test
    void a_recipient_has_a_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllotmentFixtures.terms().recipient(" ").build());
    }

    @Test
    void what_was_paid_stays_where_it_was_paid_and_the_formal_one_has_so_much_less() {
        FlowBench bench = AllotmentFixtures.toBeOffset();

        Happening offset = bench.done(new OffsetAllotment(ALLOTMENT, FORMAL, Fen.money(7_000)));

        assertThat(offset.event())
                .isInstanceOfSatisfying(
                        AllotmentOffset.class,
                        event -> assertThat(event.moves())
                                .extracting(Move::document, Move::action)
                                .containsExactly(tuple(ALLOTMENT, "OFFSET"), tuple(FORMAL, "ABSORB")));
        assertThat(offset.postings())
                .containsExactly(Posting.of(AllotmentPostings.OFFSET, 7_000, own(bench), own(bench, FORMAL)));
    }

    @Test
    void what_is_left_unused_of_a_temporary_one_goes_back_to_where_no_budget_is_and_the_rest_to_the_line() {
        FlowBench bench = AllotmentFixtures.toBeOffset();
        bench.with(AllotmentMeasure.PRE_ISSUED, own(bench), 4_000);

        assertThat(bench.done(new ReduceAllotment(ALLOTMENT, Fen.money(4_000), "未使用"))
                        .postings())
                .containsExactly(Posting.of(AllotmentPostings.PRE_ISSUE_REDUCED, 4_000, own(bench)));
        assertThat(bench.done(new ReduceAllotment(ALLOTMENT, Fen.money(5_000), "未使用"))
                        .postings())
                .containsExactly(
                        Posting.of(AllotmentPostings.PRE_ISSUE_REDUCED, 4_000, own(bench)),
                        Posting.of(AllotmentPostings.REDUCED, EXECUTABLE, 1_000, own(bench), line(bench)));
        bench.with(AllotmentMeasure.PRE_ISSUED, own(bench), 0);
        assertThat(bench.done(new ReduceAllotment(ALLOTMENT, Fen.money(1_000), "未使用"))
                        .postings())
                .containsExactly(Posting.of(AllotmentPostings.REDUCED, EXECUTABLE, 1_000, own(bench), line(bench)));
    }

    @Test
    void what_was_partly_offset_is_not_corrected() {
        FlowBench bench = AllotmentFixtures.preIssued();
        bench.with(AllotmentMeasure.PRE_ISSUED, own(bench), 19_000);

        assertThat(refusal(bench.ask(correction()), "allotment.drawn-on").facts())
                .containsEntry("offset", Fact.amount(1_000));
    }

    @Test
    void only_a_temporary_one_is_offset_and_only_against_a_formal_one_of_its_line() {
        FlowBench bench = AllotmentFixtures.toBeOffset();
        Id<Allotment> pending = Allotment.id("A-3");
        AllotmentFixtures.issue(bench, pending, AllotmentFixtures.pending().build());
        bench.by(FINANCE);

        assertThat(offsetRefused(bench, FORMAL, ALLOTMENT)).containsEntry("element", Fact.text("family"));
        assertThat(offsetRefused(bench, ALLOTMENT, pending)).containsEntry("element", Fact.text("flag"));
        assertThat(offsetRefused(bench, ALLOTMENT, Allotment.id("A-9"))).containsEntry("element", Fact.text("state"));
        assertThat(codes(bench.ask(new OffsetAllotment(ALLOTMENT, FORMAL, Fen.money(0)))))
                .containsExactly("allotment.amount-not-positive");
        assertThatIllegalArgumentException().isThrownBy(() -> new OffsetAllotment(ALLOTMENT, ALLOTMENT, Fen.money(1)));
    }

    private static ImmutableMap<String, Fact> offsetRefused(
            FlowBench bench, Id<Allotment> temporary, Id<Allotment> formal) {
        return refusal(bench.ask(new OffsetAllotment(temporary, formal, Fen.money(1))), "allotment.offset-differs")
                .facts();
    }
}
