package org.fiscalloop.examples.madrid;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.money.Fen;
import org.junit.jupiter.api.Test;

/** A slice of the year, three of the city's bodies with all their lines and payments, under both levels of control. */
class CityYearTest {
    private static final ImmutableSet<String> SLICE = ImmutableSet.of("501", "503", "506");

    private final MadridData data = MadridData.whole().of(line -> SLICE.contains(line.centre()));
    private final InMemoryJournal journal = new InMemoryJournal();

    private Map<String, Long> expected() {
        Map<String, Long> byLine = new TreeMap<>();
        data.lines().forEach(line -> byLine.put(line.key(), 0L));
        data.payments().forEach(payment -> byLine.merge(payment.line(), payment.fen(), Fen::add));
        return byLine;
    }

    private static Map<String, Long> paid(CityYear year) {
        Map<String, Long> byLine = new TreeMap<>();
        year.data().lines().forEach(line -> byLine.put(line.key(), year.paidFen(line)));
        return byLine;
    }

    /** By how much the payments of each line exceed it. */
    private Map<String, Long> excess() {
        Map<String, Long> byLine = new TreeMap<>();
        Map<String, Long> expected = expected();
        for (CreditLine line : data.lines()) {
            long over = Fen.subtract(expected.getOrDefault(line.key(), 0L), line.creditFen());
            if (over > 0) {
                byLine.put(line.key(), over);
            }
        }
        return byLine;
    }

    @Test
    void under_control_at_centre_and_chapter_all_is_paid_as_published() {
        CityYear year = CityYear.play(data, Level.CENTRE_AND_CHAPTER, journal);
        assertThat(year.refused()).isEmpty();
        assertThat(paid(year)).isEqualTo(expected());
        assertThat(data.lines())
                .allSatisfy(line -> assertThat(year.notClearedFen(line)).isZero());
        assertThat(excess())
                .isNotEmpty()
                .allSatisfy((key, over) -> assertThat(data.lines())
                        .filteredOn(line -> line.key().equals(key))
                        .allSatisfy(line -> assertThat(year.availableFen(line)).isEqualTo(-over)));
    }

    @Test
    void under_control_at_the_line_exactly_what_exceeds_a_line_is_refused_and_explained() {
        CityYear year = CityYear.play(data, Level.LINE, journal);
        Map<String, Long> excess = excess();
        assertThat(year.shortFen()).isEqualTo(excess).hasSize(8);
        Map<String, Long> expected = expected();
        excess.forEach((line, over) -> expected.merge(line, -over, Fen::add));
        assertThat(paid(year)).isEqualTo(expected);
        assertThat(year.refused()).allSatisfy(each -> {
            assertThat(each.refusal().facts())
                    .containsEntry("line", Fact.text("L-" + each.payment().line()))
                    .containsEntry("asked", Fact.amount(each.payment().fen()));
            assertThat(each.refusal().facts().get("formula"))
                    .isInstanceOfSatisfying(
                            Fact.Formula.class,
                            formula -> assertThat(formula.terms().stream()
                                            .mapToLong(term -> term.fen())
                                            .sum())
                                    .isEqualTo(each.availableFen()));
        });
    }

    @Test
    void a_line_that_ends_with_nothing_is_paid_from_where_its_group_has_room_and_refused_by_itself() {
        Set<String> without = new TreeSet<>();
        data.lines().stream()
                .filter(line -> line.creditFen() == 0)
                .filter(line -> excess().containsKey(line.key()))
                .forEach(line -> without.add(line.key()));
        assertThat(without).isNotEmpty();
        MadridData only = data.of(line -> line.chapter().equals("2"));
        CityYear together = CityYear.play(only, Level.CENTRE_AND_CHAPTER, journal);
        CityYear alone = CityYear.play(only, Level.LINE, new InMemoryJournal());
        assertThat(only.lines())
                .filteredOn(line -> without.contains(line.key()))
                .allSatisfy(line -> {
                    assertThat(together.paidFen(line)).isEqualTo(expected().get(line.key()));
                    assertThat(alone.paidFen(line)).isZero();
                });
    }

    @Test
    void the_journal_replays_to_the_same_state_and_derives_to_the_same_records() {
        CityYear year = CityYear.play(data, Level.LINE, journal);
        FiscalLoop again = FiscalLoop.open(journal, MadridRules.at(Level.LINE));
        assertThat(again.hash()).isEqualTo(year.city().loop().hash());
        assertThat(again.digest()).isEqualTo(year.city().loop().digest());
        assertThat(again.verify()).isEmpty();
    }

    @Test
    void the_page_reconciles_to_nothing() {
        CityYear year = CityYear.play(data, Level.LINE, journal);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        new Report(year, new PrintStream(page, true, StandardCharsets.UTF_8)).print(Level.LINE);
        assertThat(page.toString(StandardCharsets.UTF_8))
                .contains("payments as published  " + Fen.text(data.paidFen()) + "\n")
                .contains("difference             0.00\n")
                .contains("paid and not cleared   0.00\n")
                .contains("lines paid otherwise than published: 0\n");
    }

    @Test
    void nothing_of_what_is_published_is_left_out() {
        MadridData whole = MadridData.whole();
        assertThat(whole.lines()).hasSize(7_184);
        assertThat(whole.payments())
                .hasSize(32_246)
                .allSatisfy(payment -> assertThat(payment.fen()).isPositive());
        assertThat(whole.paidFen()).isEqualTo(369_883_835_894L);
    }
}
