package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.Naive.all;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.Naive.NaiveAllotment;
import org.fiscalloop.loop.Naive.NaiveRequest;
import org.fiscalloop.masterdata.Elements;

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

    private static ImmutableMap<String, String> labels(Elements elements) {
        return ImmutableMap.copyOf(elements.extra());
    }
}
