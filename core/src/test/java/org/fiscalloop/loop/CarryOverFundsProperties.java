package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.World.YEAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.carryover.CarryOverFacets.CarryTerm;
import org.fiscalloop.carryover.CarryOverFacets.Recovery;
import org.fiscalloop.carryover.CarryOverFacets.Treatment;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.decision.Refusal;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.loop.FundsLife.Doing;
import org.fiscalloop.loop.FundsLife.Turn;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;

/** Whatever the funds and the projects, at both ends of two years: all that is left is told apart, and nothing is lost. */
class CarryOverFundsProperties {
    private static FundBook book(String fund) {
        return switch (fund) {
            case "111" -> FundBook.GENERAL;
            case "121" -> FundBook.GOVERNMENT_FUND;
            case "13" -> FundBook.STATE_CAPITAL;
            case "2" -> FundBook.SPECIAL_ACCOUNT;
            default -> FundBook.AGENCY;
        };
    }

    @Provide
    Arbitrary<List<Doing>> years() {
        Arbitrary<Integer> part =
                Arbitraries.oneOf(Arbitraries.of(0, 100), Arbitraries.integers().between(1, 99));
        Arbitrary<Integer> three = Arbitraries.of(0, 0, 1, 2);
        return Combinators.combine(ImmutableList.of(
                        Arbitraries.of(0, 1),
                        Arbitraries.of(0, 0, 1, 2, 3, 4),
                        three,
                        three,
                        three,
                        Arbitraries.of(0, 0, 0, 1, 2),
                        part,
                        part,
                        part,
                        part))
                .as(of -> new Doing(
                        of.get(0), of.get(1), of.get(2), of.get(3), of.get(4), of.get(5), of.get(6), of.get(7),
                        of.get(8), of.get(9)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Integer> settings() {
        return Arbitraries.integers().between(0, FundsLife.RULES.size() - 1);
    }

    private static long sum(Turn turn, Predicate<Line> which) {
        return turn.terms().lines().stream()
                .filter(which)
                .mapToLong(line -> Fen.of(line.amount()))
                .sum();
    }

    private static Sums own(Sums sums, Turn turn) {
        return sums.where(Dimensions.AGENCY, turn.terms().agency());
    }

    @Property(tries = 20)
    void Y1_all_that_is_left_goes_on_stays_with_the_agency_or_is_taken_back(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            long left = own(turn.before(), turn).allotment("IE").debit();
            long kept = sum(turn, line -> line.recovery().equals(Optional.of(Recovery.AGENCY)));
            long carried = Fen.of(turn.terms().carried());
            long recovered = Fen.of(turn.terms().recovered());
            assertThat(ImmutableList.of(carried, kept, recovered)).allMatch(fen -> fen >= 0);
            assertThat(carried + kept + recovered).isEqualTo(left);
            Sums ended = own(TwoYears.year(life.world, turn.into() - 1), turn);
            assertThat(ended.allotment("IC01").debit()).isEqualTo(carried);
            assertThat(ended.allotment("IC02").debit()).isEqualTo(kept + recovered);
            assertThat(ended.allotment("IE").lines()).isEmpty();
        }
    }

    @Property(tries = 20)
    void Y2_what_comes_into_the_next_year_is_what_goes_on_fund_by_fund(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            Sums next = own(TwoYears.year(life.world, turn.into()), turn);
            for (String fund : FundsLife.FUNDS) {
                assertThat(next.where(Dimensions.FUND, fund).allotment("IS03").credit())
                        .isEqualTo(sum(
                                turn,
                                line -> line.treatment() == Treatment.CARRY
                                        && life.doing(line).code().equals(fund)));
            }
        }
    }

    @Property(tries = 30)
    void Y3_nothing_goes_on_past_the_second_year_but_by_an_exception(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        ImmutableSet<String> exceptions = ImmutableSet.of(
                "agency-funds", "special-account", "basic-expenditure", "government-fund", "research", "construction");
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            for (Line line : turn.terms().lines()) {
                assertThat(line.facts().book()).isEqualTo(book(life.doing(line).code()));
                assertThat(line.treatment()).as(line.toString()).isEqualTo(life.expected(line));
                if (line.facts().term() == CarryTerm.SECOND && line.treatment() == Treatment.CARRY) {
                    assertThat(exceptions).contains(line.rule());
                }
            }
        }
    }

    @Property(tries = 20)
    void Y4_what_goes_on_keeps_its_project_its_function_its_fund_and_its_labels(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        life.world.loop().moving(Allotment.KIND).stream()
                .filter(allotment -> allotment.terms().carriedFrom().isPresent())
                .forEach(allotment -> {
                    var next = allotment.terms().elements();
                    var old = life.world
                            .loop()
                            .find(allotment.terms().carriedFrom().orElseThrow())
                            .orElseThrow()
                            .terms()
                            .elements();
                    assertThat(next.project()).isEqualTo(old.project());
                    assertThat(next.function()).isEqualTo(old.function());
                    assertThat(next.fund()).isEqualTo(old.fund());
                    assertThat(next.extra()).isEqualTo(old.extra());
                });
    }

    @Property(tries = 20)
    void T_28_the_stabilisation_fund_takes_in_exactly_what_is_recovered_for_it(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            long ofGeneral = sum(turn, line -> line.recovery().equals(Optional.of(Recovery.STABILISATION_FUND)));
            long moved = sum(turn, line -> line.recovery().equals(Optional.of(Recovery.GENERAL_BUDGET)));
            Sums booked = turn.confirmed();
            assertThat(booked.treasury("8031").credit()).isEqualTo(ofGeneral + moved);
            assertThat(booked.treasury("7031").debit()).isEqualTo(ofGeneral + moved);
            assertThat(booked.treasury("3011").credit()).isEqualTo(ofGeneral + moved);
            assertThat(booked.treasury("7021").debit()).isEqualTo(moved);
            assertThat(booked.treasury("6021").credit()).isEqualTo(moved);
            assertThat(booked.where(Dimensions.FUND, "121").treasury("804101").credit())
                    .isEqualTo(moved);
            assertThat(booked.treasury("1001", "804101").debit()).isZero();
        }
    }

    @Property(tries = 20)
    void INV_71_what_lapses_of_a_fund_stays_in_its_budget_but_for_what_is_moved_and_shown(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            for (String fund : FundsLife.FUNDS) {
                Sums of = turn.confirmed().where(Dimensions.FUND, fund);
                assertThat(of.treasury().debit()).isZero();
                if (!book(fund).isOfTreasury()) {
                    assertThat(of.treasury().lines()).isEmpty();
                    assertThat(of.agency().lines()).isEmpty();
                }
            }
        }
    }

    @Property(tries = 20)
    void INV_33_the_right_of_an_agency_is_what_it_was_carried_over_of_the_treasury_s_money(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns.subList(FundsLife.AGENCIES.size(), life.turns.size())) {
            long right = sum(
                    turn,
                    line -> line.treatment() == Treatment.CARRY
                            && line.facts().book().isOfTreasury());
            Sums own = own(Sums.of(life.world.loop().balances()), turn);
            assertThat(own.agency("1201").debit()).isEqualTo(right);
            assertThat(own.agency("800103").debit()).isEqualTo(right);
        }
    }

    @Property(tries = 20)
    void what_was_previewed_a_month_before_is_what_was_confirmed(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        for (Turn turn : life.turns) {
            assertThat(turn.preview().terms()).isEqualTo(turn.terms());
            assertThat(turn.preview().findings().refusals())
                    .extracting(Refusal::code)
                    .containsExactly("carry-over.outside-dates");
        }
    }

    @Property(tries = 6)
    void a_host_over_its_own_tables_decides_the_same_and_it_replays_and_verifies(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> years) {
        FundsLife life = FundsLife.of(rules, years);
        Host host = new Host(FundsLife.RULES.get(rules));
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = life.world.loop().records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        for (JournalRecord record : records) {
            JournalRecord.Header header = record.header();
            InputId id = new InputId(header.sender(), header.id());
            Body body = (Body) record.content();
            host.take(
                    header.kind() == JournalRecord.Kind.COMMAND
                            ? new Command(id, header.actor(), header.division(), header.fiscalYear(), header.on(), body)
                            : new Notice(id, header.division(), header.fiscalYear(), header.on(), body));
        }
        assertThat(host.journal()).isEqualTo(records);
        assertThat(life.world.loop().verify()).isEmpty();
        assertThat(life.turns).extracting(Turn::into).contains(YEAR, TwoYears.NEXT);
    }
}
