package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.Command;
import org.fiscalloop.flow.Input;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.LoopBodies.MatchAgain;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;

/** What holds when a year of any history is closed: what is in flight is finished, then agencies and division close. */
@Domain(DomainContext.Global.class)
@Domain(Step.Histories.class)
class ClosingProperties {
    private static final String CLOSED = Integer.toString(World.YEAR);
    private static final String NEXT = Integer.toString(World.YEAR + 1);

    /** A history up to the point where its year can be closed. */
    private static Walk ready(List<Step> steps) {
        Walk walk = Walk.of(steps, nobody -> {});
        new YearEnd(walk.world).finish(walk.naive);
        return walk;
    }

    private static Walk closed(List<Step> steps) {
        Walk walk = ready(steps);
        new YearEnd(walk.world).close();
        return walk;
    }

    /** What stands in the books of a year, without what has left it. */
    private static Sums closing(Walk walk) {
        return Sums.of(walk).where(Dimensions.YEAR, CLOSED).where(line -> !Phase.CARRIED.has(line.segments()));
    }

    /** Debits by account and coding block, without year and phase. */
    private static Map<String, Long> byBlock(Sums sums) {
        Map<String, Long> net = new TreeMap<>();
        for (Line line : sums.lines()) {
            Segments block = Phase.none(line.segments()).with(Dimensions.YEAR, "");
            net.merge(line.account() + " " + block, new Sums(ImmutableList.of(line)).debit(), Math::addExact);
        }
        net.values().removeIf(fen -> fen == 0);
        return net;
    }

    @Property(tries = 30)
    void INV_14_after_the_year_is_closed_every_account_of_the_allotment_ledger_is_nothing(@ForAll List<Step> steps) {
        Walk walk = closed(steps);
        assertThat(byBlock(Sums.of(walk).allotment())).isEmpty();
    }

    @Property(tries = 30)
    void INV_52_after_closing_an_agency_keeps_only_what_goes_on(@ForAll List<Step> steps) {
        Walk walk = closed(steps);
        for (String agency : Steps.AGENCIES) {
            Sums own = closing(walk).where(Dimensions.AGENCY, agency);
            assertThat(byBlock(own.agency("3301", "3302", "3401", "3501"))).isEmpty();
            assertThat(byBlock(own.agency("4", "5", "6", "7"))).isEmpty();
            assertThat(byBlock(own.agency("8501", "8701"))).isEmpty();
            assertThat(own.agency("8401").credit()).isLessThanOrEqualTo(0);
            assertThat(byBlock(own.agency("8101"))).isEqualTo(byBlock(own.agency("810107")));
            assertThat(byBlock(own.agency("8102"))).isEqualTo(byBlock(own.agency("810205")));
            assertThat(byBlock(own.agency("8201"))).isEqualTo(byBlock(own.agency("820105")));
            assertThat(byBlock(own.agency("8202"))).isEqualTo(byBlock(own.agency("820204")));
            assertThat(own.agency("8001").debit())
                    .isEqualTo(own.agency("81", "82", "83", "84").credit());
        }
    }

    @Property(tries = 30)
    void INV_70_after_closing_the_treasury_keeps_no_income_and_no_expense(@ForAll List<Step> steps) {
        Sums closing = closing(closed(steps));
        assertThat(byBlock(closing.treasury("4", "5", "6", "7", "3031", "3041")))
                .isEmpty();
        assertThat(closing.treasury("8041").debit())
                .isEqualTo(closing.treasury("8001", "8002", "8003", "8005", "8007", "8031", "8033")
                        .credit());
    }

    @Property(tries = 30)
    void INV_71_no_closing_entry_moves_money_from_one_budget_to_another(@ForAll List<Step> steps) {
        ImmutableMap<String, String> funds = ImmutableMap.of("8001", "11", "8002", "12", "8003", "13");
        Walk walk = closed(steps);
        Sums made = Sums.of(walk).where(line -> Phase.CLOSING.has(line.segments()));
        funds.forEach((account, fund) -> assertThat(made.treasury(account).lines())
                .allMatch(line -> line.segments().value(Dimensions.FUND).startsWith(fund)));
        for (Entry entry : entries(walk)) {
            Map<String, Long> byFund = new TreeMap<>();
            entry.lines()
                    .forEach(line -> byFund.merge(
                            line.segments().value(Dimensions.FUND),
                            new Sums(ImmutableList.of(line)).debit(),
                            Math::addExact));
            assertThat(byFund.values()).containsOnly(0L);
        }
    }

    @Property(tries = 30)
    void INV_02_every_ledger_balances_in_the_year_that_is_closed_and_in_the_next(@ForAll List<Step> steps) {
        Walk walk = closed(steps);
        for (LedgerId ledger : Ledgers.YEARLY) {
            for (Basis basis : Basis.values()) {
                Sums of = Sums.of(walk)
                        .on(ledger)
                        .where(line -> Sums.account(line).basis() == basis);
                assertThat(of.where(Dimensions.YEAR, NEXT).debit()).isZero();
                assertThat(byBlock(of.where(Dimensions.YEAR, CLOSED)))
                        .as("a closed year adds up to nothing")
                        .isEmpty();
            }
        }
    }

    @Property(tries = 30)
    void F5_the_next_year_opens_with_what_the_closed_one_leaves(@ForAll List<Step> steps) {
        Walk walk = closed(steps);
        for (LedgerId ledger : Ledgers.YEARLY) {
            Sums opening = Sums.of(walk)
                    .on(ledger)
                    .where(Dimensions.YEAR, NEXT)
                    .where(line -> Phase.OPENING.has(line.segments()));
            assertThat(byBlock(opening)).isEqualTo(byBlock(closing(walk).on(ledger)));
        }
    }

    @Property(tries = 30)
    void F1_what_a_year_leaves_of_a_fund_is_what_came_in_less_what_went_out(@ForAll List<Step> steps) {
        Walk walk = ready(steps);
        Sums before = Sums.of(walk);
        long treasury = before.treasury("6").credit() - before.treasury("7").debit();
        long agencies = before.agency("6").credit() - before.agency("7").debit();
        long surplus = before.agency("4").credit() - before.agency("5").debit();
        new YearEnd(walk.world).close();
        Sums after = closing(walk);
        assertThat(after.treasury("8001", "8002", "8003", "8005", "8007", "804105", "804109")
                        .credit())
                .isEqualTo(treasury);
        assertThat(after.agency("81", "82", "83", "84").credit()).isEqualTo(agencies);
        assertThat(after.agency("3001", "3101").credit()).isEqualTo(surplus);
    }

    @Property(tries = 20)
    void INV_04_a_year_that_is_closed_again_posts_nothing_and_replays_and_verifies(@ForAll List<Step> steps) {
        Walk walk = ready(steps);
        YearEnd end = new YearEnd(walk.world);
        List<Command> commands = new ArrayList<>();
        Steps.AGENCIES.forEach(agency -> commands.add(end.command(
                "head" + agency,
                World.YEAR,
                YearEnd.LAST_DAY,
                new CloseAgencyYear(World.DIVISION, agency, World.YEAR))));
        commands.add(end.command(
                "finance", World.YEAR, YearEnd.LAST_DAY, new CloseDivisionYear(World.DIVISION, World.YEAR)));
        commands.forEach(command -> World.done(walk.loop.ask(command)));
        BooksProperties.State before = BooksProperties.State.of(walk.loop);
        commands.forEach(
                command -> assertThat(walk.loop.ask(command).isRepeat()).isTrue());
        assertThat(BooksProperties.State.of(walk.loop)).isEqualTo(before);
        commands.forEach(command -> assertThat(end.ask(command.actor(), YearEnd.LAST_DAY, command.body())
                        .refusals())
                .extracting(refusal -> refusal.code())
                .containsExactly("loop.document-exists"));
        assertThat(walk.loop.digest()).isEqualTo(before.digest());
        assertThat(walk.loop.verify()).isEmpty();
        assertThat(World.open(Walk.RULES, walk.journal).loop().digest()).isEqualTo(before.digest());
    }

    @Property(tries = 10)
    void a_host_over_its_own_tables_closes_a_year_as_the_loop_does(@ForAll List<Step> steps) {
        // a notice in conflict leaves a record that cannot be told again
        Walk walk = closed(
                steps.stream().filter(step -> step.kind() != Step.Kind.CONFLICT).toList());
        Host host = new Host(Walk.RULES);
        List<JournalRecord> records = records(walk);
        for (JournalRecord record : records) {
            if (!(record.content() instanceof MatchAgain)) {
                assertThat(host.take(input(record))).isEqualTo(record);
            }
        }
        assertThat(host.journal()).isEqualTo(records);
        walk.loop
                .balances()
                .kept()
                .forEach(cell ->
                        assertThat(host.balance(cell.account(), cell.key())).isEqualTo(cell.balance()));
    }

    private static Input input(JournalRecord record) {
        JournalRecord.Header header = record.header();
        InputId id = new InputId(header.sender(), header.id());
        Body body = (Body) record.content();
        return header.kind() == JournalRecord.Kind.COMMAND
                ? new Command(id, header.actor(), header.division(), header.fiscalYear(), header.on(), body)
                : new Notice(id, header.division(), header.fiscalYear(), header.on(), body);
    }

    private static List<JournalRecord> records(Walk walk) {
        List<JournalRecord> records = new ArrayList<>();
        try (RecordCursor cursor = walk.loop.records(0)) {
            cursor.forEachRemaining(traced -> records.add(traced.record()));
        }
        return records;
    }

    /** The entries of the closings, each with its record's own. */
    private static ImmutableList<Entry> entries(Walk walk) {
        return records(walk).stream()
                .filter(record ->
                        record.content() instanceof CloseAgencyYear || record.content() instanceof CloseDivisionYear)
                .flatMap(record -> record.entries().stream())
                .collect(ImmutableList.toImmutableList());
    }
}
