package org.fiscalloop.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.ledger.LedgerFixtures.ALLOTMENT;
import static org.fiscalloop.ledger.LedgerFixtures.DIMENSIONS;
import static org.fiscalloop.ledger.LedgerFixtures.DIVISION;
import static org.fiscalloop.ledger.LedgerFixtures.PROJECT;
import static org.fiscalloop.ledger.LedgerFixtures.YEAR;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentsProperties {

    @Property
    void segments_are_a_map_in_the_declared_order(@ForAll("codes") Map<Dimension, String> codes) {
        Segments segments = DIMENSIONS.segments(ImmutableMap.copyOf(codes));
        Map<Dimension, String> given = Maps.filterValues(codes, code -> !code.isEmpty());

        assertThat(segments.codes()).isEqualTo(given);
        assertThat(segments.codes().keySet().asList())
                .isSortedAccordingTo(Comparator.comparingInt(DIMENSIONS.order()::indexOf));
        DIMENSIONS
                .order()
                .forEach(dimension ->
                        assertThat(segments.value(dimension)).isEqualTo(codes.getOrDefault(dimension, "")));
    }

    @Property
    void projecting_keeps_the_named_dimensions(
            @ForAll("codes") Map<Dimension, String> codes, @ForAll("kept") Set<Dimension> kept) {
        Segments segments = DIMENSIONS.segments(ImmutableMap.copyOf(codes));

        assertThat(segments.project(kept))
                .isEqualTo(DIMENSIONS.segments(ImmutableMap.copyOf(Maps.filterKeys(codes, kept::contains))));
        Segments projected = segments.project(kept);
        assertThat(projected.project(kept)).isSameAs(projected);
    }

    @Property
    void equality_hash_and_order_agree_with_the_codes(
            @ForAll("codes") Map<Dimension, String> one, @ForAll("codes") Map<Dimension, String> two) {
        Segments first = DIMENSIONS.segments(ImmutableMap.copyOf(one));
        Segments second = DIMENSIONS.segments(ImmutableMap.copyOf(two));
        Comparator<Segments> naive = Comparator.comparing((Segments at) -> at.value(DIVISION))
                .thenComparing(at -> at.value(YEAR))
                .thenComparing(at -> at.value(PROJECT))
                .thenComparing(at -> at.value(ALLOTMENT));

        assertThat(first.equals(second)).isEqualTo(first.codes().equals(second.codes()));
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(Integer.signum(naive.compare(first, second)));
        assertThat(first.compareTo(second) == 0).isEqualTo(first.equals(second));
        assertThat(first.toString().equals(second.toString())).isEqualTo(first.equals(second));
        assertThat(DIMENSIONS.segments(first.codes())).isEqualTo(first).hasSameHashCodeAs(first);
    }

    @Property
    void two_agree_on_some_dimensions_where_their_projections_are_equal(
            @ForAll("codes") Map<Dimension, String> one,
            @ForAll("codes") Map<Dimension, String> two,
            @ForAll("kept") Set<Dimension> on) {
        Segments first = DIMENSIONS.segments(ImmutableMap.copyOf(one));
        Segments second = DIMENSIONS.segments(ImmutableMap.copyOf(two));

        assertThat(first.agrees(second, DIMENSIONS.mask(on)))
                .isEqualTo(first.project(on).equals(second.project(on)));
        assertThat(first.agrees(first, DIMENSIONS.mask(on))).isTrue();
    }

    @Provide
    Arbitrary<Map<Dimension, String>> codes() {
        return Combinators.combine(
                        Arbitraries.of("", "D1", "D2"),
                        Arbitraries.of("", "2024", "2025"),
                        Arbitraries.of("", "P", "Q;allotment=A", "P\\"),
                        Arbitraries.of("", "A", "B"))
                .as((division, year, project, allotment) ->
                        ImmutableMap.of(ALLOTMENT, allotment, PROJECT, project, DIVISION, division, YEAR, year));
    }

    @Provide
    Arbitrary<Set<Dimension>> kept() {
        return Arbitraries.subsetOf(DIVISION, YEAR, PROJECT, ALLOTMENT);
    }
}
