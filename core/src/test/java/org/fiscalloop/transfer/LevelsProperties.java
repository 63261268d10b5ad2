package org.fiscalloop.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.loop.LoopFlow;
import org.fiscalloop.rulebook.NationalRulebook;
import org.fiscalloop.rulebook.RuleTimeline;

/** Three levels of government that exchange messages, some lost, some twice, in any order. */
class LevelsProperties {
    private static final RuleTimeline RULES = RuleTimeline.of(LoopFlow.ALL, NationalRulebook.all());

    @Property(tries = 40)
    void E10_issued_is_received_and_to_be_received_and_on_its_way_at_every_moment(
            @ForAll("histories") List<Levels.Step> steps) {
        Levels levels = apart();
        for (Levels.Step step : steps) {
            levels.take(step);
            levels.eachTransfer(
                    (issued, upper, lower) -> assertThat(upper.balance(TransferMeasure.IN_FORCE, issued.id()))
                            .isEqualTo(Levels.below(issued, upper, lower)));
        }
    }

    @Property(tries = 40)
    void E10_when_all_has_arrived_both_sides_say_the_same(@ForAll("histories") List<Levels.Step> steps) {
        Levels levels = apart();
        steps.forEach(levels::take);
        levels.settle();

        levels.eachTransfer((issued, upper, lower) -> {
            ReceivedTransfer there = lower.find(TransferDecider.received(issued));
            assertThat(issued.state()).isEqualTo(TransferState.DELIVERED);
            assertThat(there.state()).isEqualTo(ReceivedState.DELIVERED);
            assertThat(lower.balance(TransferMeasure.GIVING_BACK, there.id())).isZero();
            assertThat(lower.balance(TransferMeasure.TO_RECEIVE, there.id())
                            + lower.balance(TransferMeasure.RECEIVED, there.id()))
                    .isEqualTo(upper.balance(TransferMeasure.IN_FORCE, issued.id()));
            assertThat(lower.balance(TransferMeasure.CLAIMED, there.id()))
                    .isEqualTo(upper.balance(TransferMeasure.ASKED_BACK, issued.id()));
            assertThat(there.terms().documentNo()).isEqualTo(issued.terms().documentNo());
        });
    }

    @Property(tries = 20)
    void D1_what_is_made_of_a_transfer_on_every_level_has_its_labels(@ForAll("histories") List<Levels.Step> steps) {
        Levels levels = apart();
        steps.forEach(levels::take);

        levels.eachTransfer((issued, upper, lower) -> lower.loop
                .find(TransferDecider.received(issued))
                .ifPresent(there -> there.terms().parts().forEach(part -> {
                    assertThat(lower.find(part.allotment()).terms().elements().extra())
                            .isEqualTo(Level.LABELS);
                    assertThat(lower.find(part.line()).terms().elements().extra())
                            .isEqualTo(issued.terms().elements().extra());
                })));
    }

    @Property(tries = 40)
    void INV_60_what_one_level_has_issued_to_another_is_the_others_source(
            @ForAll("histories") List<Levels.Step> steps) {
        Levels levels = apart();
        steps.forEach(levels::take);
        levels.settle();

        levels.eachPair((upper, lower) -> assertThat(upper.ledger("TRANSFER_ISSUED"))
                .isEqualTo(lower.ledger("UPPER_TRANSFER") + lower.memorandum("TRANSFERS_TO_RECEIVE")));
    }

    @Property(tries = 30)
    void levels_in_one_loop_end_as_levels_that_have_a_loop_each(@ForAll("histories") List<Levels.Step> steps) {
        Levels apart = apart();
        Levels together = new Levels(loop());
        for (Levels.Step step : steps) {
            apart.take(step);
            together.take(step);
        }
        apart.settle();
        together.settle();

        assertThat(kept(apart)).isEqualTo(kept(together));
        assertThat(apart.states()).isEqualTo(together.states());
    }

    @Property(tries = 20)
    void what_the_records_say_is_what_is_decided_again(@ForAll("histories") List<Levels.Step> steps) {
        Levels levels = apart();
        steps.forEach(levels::take);

        levels.loops().forEach(loop -> assertThat(loop.verify()).isEmpty());
    }

    private static Levels apart() {
        return new Levels(loop(), loop(), loop());
    }

    private static FiscalLoop loop() {
        return FiscalLoop.open(new InMemoryJournal(), RULES);
    }

    private static ImmutableList<String> kept(Levels levels) {
        return levels.loops().stream()
                .flatMap(loop -> loop.balances().kept().stream())
                .map(Balances.Kept::toString)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    @Provide
    Arbitrary<List<Levels.Step>> histories() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 59);
        Arbitrary<Levels.Kind> kinds = Arbitraries.of(Stream.of(Levels.Kind.values())
                .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
                .toList());
        return Combinators.combine(kinds, number, number, number)
                .as(Levels.Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
