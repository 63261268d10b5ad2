package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYears.NEXT;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentCommands.FreezeAllotment;
import org.fiscalloop.allotment.AllotmentFlag;
import org.fiscalloop.budget.BudgetLine;
import org.fiscalloop.carryover.CarryOverTerms;
import org.fiscalloop.carryover.CarryOverTerms.Line;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.Project;
import org.fiscalloop.rulebook.RuleTimeline;

/** Whatever a year leaves, all of it goes on or lapses, and what goes on is what comes into the next year. */
class CarryOverProperties {
    private static final long RESERVED = 100_000;
    private static final ImmutableList<RuleTimeline> RULES = ImmutableList.of(
            TwoYears.rules(),
            TwoYears.rules(TwoYears.setting("treasuryAccrues", "true")),
            TwoYears.rules(TwoYears.setting("agencyRecognises", "false")),
            TwoYears.rules(TwoYears.lapsing()));

    /**
     * What a project does in a year, in parts of a hundred of what it may.
     *
     * @param agency of the two, which
     * @param isPending whether its allotment is to be distributed
     * @param released of its line
     * @param paid of its allotment
     * @param frozen of what is left of that
     * @param refunded of what was paid, in the next year
     */
    record Doing(boolean agency, boolean isPending, int released, int paid, int frozen, int refunded) {
        String of() {
            return agency ? ORGAN : World.INSTITUTION;
        }
    }

    /** A year of some projects and the turn to the next. */
    private static final class Turn {
        private final World world;
        private final List<Id<Project>> projects = new ArrayList<>();
        private final Sums before;
        private final List<CarryOverTerms> calculated = new ArrayList<>();

        Turn(int rules, List<Doing> year) {
            world = TwoYears.open(RULES.get(rules));
            for (int i = 0; i < year.size(); i++) {
                live(i + 1, year.get(i));
            }
            before = TwoYears.year(world, YEAR);
            for (String agency : ImmutableList.of(World.INSTITUTION, ORGAN)) {
                done(TwoYears.calculate(world, agency));
                calculated.add(TwoYears.terms(world, agency));
                done(TwoYears.confirm(world, agency));
            }
            world.turn(NEXT, TwoYears.NEW_YEAR);
        }

        private void live(int number, Doing doing) {
            Id<Project> project = world.project(number, doing.of(), RESERVED);
            projects.add(project);
            Elements elements = World.elements(doing.of(), project);
            Id<BudgetLine> line = world.line("L" + number, elements, RESERVED);
            long released = RESERVED * doing.released / 100;
            if (released == 0) {
                return;
            }
            AllotmentFlag flag = doing.isPending ? AllotmentFlag.PENDING : AllotmentFlag.EXECUTABLE;
            Id<Allotment> allotment = world.issue("A" + number, World.allotmentTerms(line, elements, flag, released));
            long paid = doing.isPending ? 0 : released * doing.paid / 100;
            long frozen = doing.isPending ? 0 : (released - paid) * doing.frozen / 100;
            if (paid > 0) {
                world.pay("" + number, allotment, elements, paid);
            }
            if (frozen > 0) {
                done(world.ask("chief", new FreezeAllotment(allotment, Fen.money(frozen))));
            }
        }

        long carried() {
            return calculated.stream()
                    .mapToLong(terms -> Fen.of(terms.carried()))
                    .sum();
        }

        long lapsed() {
            return calculated.stream()
                    .mapToLong(terms -> Fen.of(terms.lapsed()))
                    .sum();
        }

        List<Allotment> next() {
            return world.loop().moving(Allotment.KIND).stream()
                    .filter(allotment -> allotment.fiscalYear() == NEXT)
                    .toList();
        }
    }

    @Provide
    Arbitrary<List<Doing>> years() {
        Arbitrary<Integer> part =
                Arbitraries.oneOf(Arbitraries.of(0, 100), Arbitraries.integers().between(1, 99));
        return Combinators.combine(
                        Arbitraries.of(true, false),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(3, Arbitraries.just(false)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(true))),
                        part,
                        part,
                        part,
                        part)
                .as(Doing::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Integer> settings() {
        return Arbitraries.integers().between(0, RULES.size() - 1);
    }

    @Property(tries = 25)
    void Y1_what_was_left_is_what_goes_on_and_what_lapses(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);
        Sums after = TwoYears.year(turn.world, YEAR);

        long left = turn.before.allotment("IE").debit();
        assertThat(turn.carried()).isNotNegative();
        assertThat(turn.lapsed()).isNotNegative();
        assertThat(turn.carried() + turn.lapsed()).isEqualTo(left);
        assertThat(after.allotment("IC01").debit()).isEqualTo(turn.carried());
        assertThat(after.allotment("IC02").debit()).isEqualTo(turn.lapsed());
        assertThat(after.allotment("IE").lines()).isEmpty();
    }

    @Property(tries = 25)
    void Y2_what_comes_into_the_next_year_is_what_goes_on(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);
        Sums next = TwoYears.year(turn.world, NEXT);

        assertThat(next.allotment("IS03").credit()).isEqualTo(turn.carried());
        assertThat(next.allotment("IE").debit()).isEqualTo(turn.carried());
        long allotted = turn.next().stream()
                .mapToLong(allotment -> Fen.of(allotment.terms().amount()))
                .sum();
        assertThat(next.allotment("IE01").debit() + allotted).isEqualTo(turn.carried());
        assertThat(next.memorandum("M03", "M04").debit()).isEqualTo(turn.carried());
    }

    @Property(tries = 25)
    void Y4_the_purpose_of_what_goes_on_is_the_same(@ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);

        for (Allotment next : turn.next()) {
            Allotment old = turn.world
                    .loop()
                    .find(next.terms().carriedFrom().orElseThrow())
                    .orElseThrow();
            assertThat(next.terms().elements().project())
                    .isEqualTo(old.terms().elements().project());
            assertThat(next.terms().elements().function())
                    .isEqualTo(old.terms().elements().function());
            assertThat(next.terms().elements().fund())
                    .isEqualTo(old.terms().elements().fund());
            assertThat(next.terms().flag()).isEqualTo(old.terms().flag());
        }
    }

    @Property(tries = 25)
    void INV_33_the_right_of_an_agency_is_what_it_was_carried_over(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);
        boolean isRecognised = rules != 2;

        for (CarryOverTerms terms : turn.calculated) {
            Sums own = Sums.of(turn.world.loop().balances())
                    .where(org.fiscalloop.masterdata.Dimensions.AGENCY, terms.agency());
            long right = isRecognised ? Fen.of(terms.carried()) : 0;
            assertThat(own.agency("1201").debit()).isEqualTo(right);
            assertThat(own.agency("800103").debit()).isEqualTo(right);
        }
        Sums all = Sums.of(turn.world.loop().balances());
        assertThat(all.treasury("2011").credit()).isEqualTo(rules == 1 ? turn.carried() : 0);
        assertThat(all.treasury("804104").credit()).isEqualTo(rules == 1 ? turn.carried() : 0);
    }

    @Property(tries = 15)
    void what_was_confirmed_leaves_nothing_and_what_is_shown_is_what_happens(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);

        for (CarryOverTerms terms : turn.calculated) {
            done(turn.world.act(
                    "finance", TwoYears.id(terms.agency()), org.fiscalloop.carryover.CarryOverAction.RECALCULATE));
            assertThat(TwoYears.terms(turn.world, terms.agency()).lines()).isEqualTo(ImmutableList.<Line>of());
        }
        assertThat(turn.world.loop().verify()).isEmpty();
    }

    @Property(tries = 15)
    void INV_32_what_comes_back_of_the_year_before_adds_to_the_right_and_to_what_can_be_paid(
            @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(0, year);
        long back = 0;
        for (int i = 0; i < year.size(); i++) {
            var voucher = turn.world.loop().find(World.voucher("V" + (i + 1)));
            long paid = voucher.map(found -> found.terms().lines().stream()
                            .mapToLong(line -> Fen.of(line.amount()))
                            .sum())
                    .orElse(0L);
            long refunded = paid * year.get(i).refunded / 100;
            if (refunded > 0) {
                done(turn.world.refund("T" + i, World.voucher("V" + (i + 1)), refunded));
                back += refunded;
            }
        }

        Sums all = Sums.of(turn.world.loop().balances());
        assertThat(all.agency("1201").debit()).isEqualTo(turn.carried() + back);
        assertThat(TwoYears.year(turn.world, NEXT).allotment("IE").debit()).isEqualTo(turn.carried() + back);
        assertThat(all.memorandum("M11").debit())
                .isEqualTo(TwoYears.year(turn.world, YEAR).allotment("IP").debit() - back);
        assertThat(turn.world.loop().verify()).isEmpty();
    }

    @Property(tries = 8)
    void a_host_over_its_own_tables_carries_over_what_the_loop_does(
            @ForAll("settings") int rules, @ForAll("years") List<Doing> year) {
        Turn turn = new Turn(rules, year);
        Host host = new Host(RULES.get(rules));
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = turn.world.loop().records(0)) {
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
    }
}
