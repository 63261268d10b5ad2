package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentProgress;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.budget.BudgetState;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveLine;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;

/** Labels of money stay on it from where they are set down to each payment. */
@Domain(Step.Histories.class)
class LabelProperties {
    @Property(tries = 40)
    void D1_the_labels_of_a_part_are_those_of_its_whole_and_of_a_request_those_of_its_allotment(
            @ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveAllotment naive : all(walk.naive.allotments)) {
                Allotment allotment = walk.find(Allotment.id(naive.id));
                allotment
                        .terms()
                        .parent()
                        .map(walk::find)
                        .ifPresent(parent -> assertThat(labels(allotment.terms().elements()))
                                .as(naive.id)
                                .isEqualTo(labels(parent.terms().elements())));
                Elements line = walk.find(new Id<>(BudgetLine.KIND, naive.line.id))
                        .terms()
                        .elements();
                assertThat(labels(allotment.terms().elements())).as(naive.id).containsAllEntriesOf(labels(line));
            }
            for (NaiveRequest naive : all(walk.naive.requests)) {
                if (!naive.holds() && naive.refundable == 0) {
                    continue;
                }
                var terms = walk.find(World.request(naive.id)).terms();
                assertThat(labels(terms.elements()))
                        .as(naive.id)
                        .isEqualTo(labels(walk.find(terms.allotment()).terms().elements()));
            }
        });
    }

    @Property(tries = 40)
    void D2_what_is_distributed_of_a_line_and_what_is_not_are_what_it_received(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveLine naive : all(walk.naive.lines)) {
                if (naive.state != BudgetState.APPROPRIATED) {
                    continue;
                }
                AllotmentProgress progress = progress(walk, naive);
                long undistributed = naive.unreleased
                        + allotments(walk, naive).mapToLong(of -> of.pending).sum();
                assertThat(Fen.of(progress.undistributed())).as(naive.id).isEqualTo(undistributed);
                assertThat(progress.distributed().plus(progress.undistributed()))
                        .as(naive.id)
                        .isEqualTo(progress.received());
                assertThat(Fen.of(progress.received())).as(naive.id).isEqualTo(naive.current);
            }
        });
    }

    @Property(tries = 40)
    void D3_progress_is_what_was_paid_of_what_was_received_between_nothing_and_all(@ForAll List<Step> steps) {
        Walk.of(steps, walk -> {
            for (NaiveLine naive : all(walk.naive.lines)) {
                if (naive.state != BudgetState.APPROPRIATED) {
                    continue;
                }
                AllotmentProgress progress = progress(walk, naive);
                assertThat(Fen.of(progress.paid()))
                        .as(naive.id)
                        .isEqualTo(allotments(walk, naive)
                                .mapToLong(of -> of.paid + of.charged)
                                .sum())
                        .isBetween(0L, Fen.of(progress.received()));
                assertThat(Fen.of(progress.distributed()))
                        .as(naive.id)
                        .isBetween(Fen.of(progress.paid()), Fen.of(progress.received()));
            }
        });
    }

    private static Stream<NaiveAllotment> allotments(Walk walk, NaiveLine line) {
        return all(walk.naive.allotments).stream().filter(of -> of.line == line);
    }

    private static AllotmentProgress progress(Walk walk, NaiveLine naive) {
        return walk.loop.read(
                walk.loop.rules().at(World.DIVISION, World.YEAR, World.DAY).orElseThrow(),
                reads -> AllotmentProgress.of(walk.find(new Id<>(BudgetLine.KIND, naive.id)), reads));
    }

    private static ImmutableMap<String, String> labels(Elements elements) {
        return ImmutableMap.copyOf(elements.extra());
    }
}
