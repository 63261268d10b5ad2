package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DAY;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Body;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.loop.LoopBodies.AdoptRulebook;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.CashPlacement;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.CashPlaced;
import org.fiscalloop.revenue.RevenueNotices.CashReturned;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.RuleTimeline;
import org.junit.jupiter.api.Test;

/** A day of the treasury: told once, told again, corrected, contradicted, shared between levels; and its cash. */
class RevenueDayTest {
    private static final String UPPER = "310000000";

    private static final RuleTimeline SHARED = shared();

    private World world = World.open();
    private int keys;

    private static IncomeTerms.Line line(String income, String fund, long fen) {
        return new IncomeTerms.Line(income, fund, "", Fen.money(fen));
    }

    private static IncomeTerms.Line shared(String income, long fen) {
        return new IncomeTerms.Line(income, "111", Fen.money(fen), IncomeTerms.Line.SHARED);
    }

    private static TreasuryDayReport report(String number, IncomeTerms.Line... lines) {
        return new TreasuryDayReport(IncomeReceipt.number(number), DAY, ImmutableList.copyOf(lines));
    }

    private static TreasuryDayReport correction(String number, String of, IncomeTerms.Line... lines) {
        return new TreasuryDayReport(
                IncomeReceipt.number(number),
                DAY,
                ImmutableList.copyOf(lines),
                Optional.empty(),
                Optional.of(IncomeReceipt.number(of)));
    }

    private Outcome tell(Body body) {
        return tell(DIVISION, body);
    }

    private Outcome tell(String division, Body body) {
        return world.loop().tell(new Notice(new InputId("treasury", "k" + keys++), division, YEAR, world.day(), body));
    }

    private IncomeReceipt day() {
        return world.loop().find(IncomeReceipt.day(DIVISION, "treasury", DAY)).orElseThrow();
    }

    private Sums sums() {
        return Sums.of(world.loop().balances());
    }

    @Test
    void what_goes_into_the_special_account_is_booked_there() {
        Outcome outcome = done(tell(report("D1", line("10101", "111", 500), line("10304", "2", 300))));

        assertThat(outcome.entries())
                .extracting(Entry::rule)
                .containsExactly("T-01/F", "T-01/B", "M-72 received", "T-33/F", "T-33/B", "M-72 received");
        assertThat(sums().treasury("1001").debit()).isEqualTo(500);
        assertThat(sums().treasury("1002").debit()).isEqualTo(300);
        assertThat(sums().treasury("4041").credit()).isEqualTo(300);
        assertThat(sums().treasury("804102").debit()).isEqualTo(300);
        assertThat(sums().treasury("6005").credit()).isEqualTo(300);
        assertThat(sums().memorandum("M74")
                        .where(Dimensions.DOCUMENT, DIVISION + "/2024/2/10304")
                        .debit())
                .isEqualTo(300);
    }

    @Test
    void a_tax_goes_into_no_special_account_and_an_agencys_money_into_no_treasury() {
        assertThat(codes(tell(report("D1", line("10101", "2", 300))))).containsExactly("revenue.fund-not-treasury");
        assertThat(codes(tell(report("D1", line("10304", "31", 300))))).containsExactly("revenue.fund-not-treasury");
        assertThat(codes(tell(report("D1", line("10304", "14", 300))))).containsExactly("revenue.fund-not-treasury");
    }

    @Test
    void a_report_whose_lines_are_not_its_total_is_listed_whole() {
        TreasuryDayReport wrong = new TreasuryDayReport(
                IncomeReceipt.number("D1"),
                DAY,
                ImmutableList.of(line("10101", "111", 500), line("10304", "111", 300)),
                Optional.of(Fen.money(801)),
                Optional.empty());

        Outcome outcome = tell(wrong);

        assertThat(codes(outcome)).containsExactly("revenue.total-differs");
        assertThat(outcome.refusals().get(0).text()).contains("8.00").contains("8.01");
        assertThat(sums().treasury().lines()).isEmpty();
        done(tell(new TreasuryDayReport(
                wrong.report(), DAY, wrong.lines(), Optional.of(Fen.money(800)), Optional.empty())));
        assertThat(sums().treasury("1001").debit()).isEqualTo(800);
    }

    @Test
    void another_report_of_the_day_that_corrects_nothing_is_a_contradiction() {
        done(tell(report("D1", line("10101", "111", 500))));

        Outcome other = tell(report("D2", line("10101", "111", 700)));

        assertThat(codes(other)).containsExactly("revenue.day-reported-already");
        assertThat(other.refusals().get(0).textZh()).contains("D1").contains("D2");
        assertThat(sums().treasury("1001").debit()).isEqualTo(500);
    }

    @Test
    void another_sender_reports_the_day_beside_it() {
        done(tell(report("D1", line("10101", "111", 500))));
        done(world.tell("b1", report("D1", line("10304", "2", 300))));

        assertThat(sums().treasury("1001").debit()).isEqualTo(500);
        assertThat(sums().treasury("1002").debit()).isEqualTo(300);
    }

    @Test
    void a_correction_takes_back_in_red_what_was_wrong_and_books_what_is_right() {
        done(tell(report("D1", line("10101", "111", 500), line("10304", "2", 300))));

        Outcome corrected = done(tell(correction("D2", "D1", line("10102", "111", 450))));

        assertThat(corrected.entries())
                .extracting(Entry::rule)
                .containsExactly(
                        "T-01/F red",
                        "T-01/B red",
                        "M-72 red",
                        "T-33/F red",
                        "T-33/B red",
                        "M-72 red",
                        "T-01/F",
                        "T-01/B",
                        "M-72 received");
        assertThat(sums().treasury("1001").debit()).isEqualTo(450);
        assertThat(sums().treasury("1002").lines()).isEmpty();
        assertThat(sums().memorandum("M74")
                        .where(Dimensions.DOCUMENT, DIVISION + "/2024/111/10102")
                        .debit())
                .isEqualTo(450);
        assertThat(sums().memorandum("M74").debit()).isEqualTo(450);
        assertThat(day().terms().report()).contains("D2");
        assertThat(day().terms().earlier())
                .extracting(IncomeTerms.Earlier::report)
                .containsExactly("D1");
    }

    @Test
    void a_correction_of_what_is_no_longer_in_force_is_a_contradiction() {
        done(tell(report("D1", line("10101", "111", 500))));
        done(tell(correction("D2", "D1", line("10101", "111", 450))));

        assertThat(codes(tell(correction("D3", "D1", line("10101", "111", 400)))))
                .containsExactly("revenue.corrects-another");
        done(tell(correction("D3", "D2", line("10101", "111", 400))));
        assertThat(sums().treasury("1001").debit()).isEqualTo(400);
    }

    @Test
    void reports_that_are_told_again_have_no_effect_even_when_they_have_been_corrected() {
        TreasuryDayReport first = report("D1", line("10101", "111", 500));
        TreasuryDayReport second = correction("D2", "D1", line("10101", "111", 450));
        done(tell(first));
        done(tell(second));

        assertThat(done(tell(first)).entries()).isEmpty();
        assertThat(done(tell(second)).entries()).isEmpty();
        assertThat(codes(tell(report("D1", line("10101", "111", 501))))).containsExactly("revenue.reported-twice");
        assertThat(codes(tell(correction("D2", "D1", line("10101", "111", 451)))))
                .containsExactly("revenue.reported-twice");
    }

    @Test
    void a_correction_that_comes_first_waits_for_what_it_corrects() {
        Outcome early = tell(correction("D2", "D1", line("10101", "111", 450)));
        assertThat(early.result()).isEqualTo(JournalRecord.Outcome.PARKED);
        assertThat(codes(early)).containsExactly("revenue.nothing-to-correct");

        done(tell(report("D1", line("10101", "111", 500))));

        assertThat(sums().treasury("1001").debit()).isEqualTo(450);
        assertThat(day().terms().report()).contains("D2");
    }

    @Test
    void a_late_report_is_booked_with_the_day_it_is_about() {
        world.turn(YEAR, LocalDate.of(YEAR, 6, 3));

        Outcome late = done(tell(report("D1", line("10101", "111", 500))));

        assertThat(late.entries())
                .allSatisfy(entry -> assertThat(entry.effectiveOn()).isEqualTo(DAY));
        assertThat(day().terms().receivedOn()).isEqualTo(DAY);
    }

    @Test
    void nobody_corrects_a_report_by_hand() {
        done(tell(report("D1", line("10101", "111", 500))));

        assertThat(codes(world.ask("finance", Act.of(day().id(), org.fiscalloop.revenue.RevenueAction.CORRECT))))
                .isNotEmpty()
                .allMatch(code -> code.startsWith("revenue.") || code.startsWith("access."));
    }

    // ---- levels -----------------------------------------------------------------------------------------------------

    /** The city divides what places have of the value-added tax between itself and its districts. */
    private static RuleTimeline shared() {
        Tree sharing = Tree.fields(ImmutableList.of(
                new Tree.Member("code", Tree.text("10101")),
                new Tree.Member(
                        "portions",
                        Tree.items(ImmutableList.of(portion("1", 5_000), portion("2", 3_250), portion("4", 1_750)))),
                new Tree.Member("remainder", Tree.text("2")),
                new Tree.Member(
                        "source",
                        Tree.fields(ImmutableList.of(
                                new Tree.Member("citation", Tree.text("市与区收入划分办法")),
                                new Tree.Member("certainty", Tree.text("OWN")))))));
        return CityRules.with(CityRules.overlay(UPPER, CityRules.change("revenue/shares/10101", sharing)));
    }

    private void shareBetweenLevels() {
        world = World.open(SHARED, new InMemoryJournal());
        done(world.loop()
                .ask(new org.fiscalloop.flow.Command(
                        new InputId("test", "upper"),
                        "admin",
                        UPPER,
                        YEAR,
                        DAY,
                        new AdoptRulebook(
                                UPPER,
                                YEAR,
                                SHARED.at(UPPER, YEAR, DAY).orElseThrow().fingerprint()))));
    }

    private static Tree portion(String level, int part) {
        return Tree.fields(ImmutableList.of(
                new Tree.Member("level", Tree.text(level)),
                new Tree.Member("perTenThousand", Tree.text(Integer.toString(part)))));
    }

    private long received(String division) {
        return sums().treasury("1001").where(Dimensions.DIVISION, division).debit();
    }

    @Test
    void shared_revenue_is_divided_and_each_level_books_its_own_part() {
        shareBetweenLevels();
        TreasuryDayReport report = report("D1", shared("10101", 1_001));
        done(tell(DIVISION, report));
        done(tell(UPPER, report));

        assertThat(received(DIVISION)).isEqualTo(175);
        assertThat(received(UPPER)).isEqualTo(326);
        assertThat(day().terms().lines().get(0).shares())
                .containsExactly(
                        new IncomeTerms.Share("1", Fen.money(500)),
                        new IncomeTerms.Share("2", Fen.money(326)),
                        new IncomeTerms.Share("4", Fen.money(175)));
        done(tell(DIVISION, correction("D2", "D1", shared("10101", 10_000))));
        assertThat(received(DIVISION)).isEqualTo(1_750);
    }

    @Property(tries = 20)
    void the_parts_of_all_levels_are_what_was_paid_in(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long fen,
            @ForAll @IntRange(min = 1, max = 5) int more) {
        shareBetweenLevels();
        TreasuryDayReport report = report("D1", shared("10101", fen), shared("1010101", more));
        tell(DIVISION, report);
        tell(UPPER, report);

        long centre = day().terms().lines().stream()
                .mapToLong(line -> Fen.of(line.shares().get(0).amount()))
                .sum();
        long told = day().terms().lines().stream()
                .mapToLong(line -> Fen.of(line.amount()))
                .sum();
        assertThat(received(DIVISION) + received(UPPER) + centre).isEqualTo(told);
    }

    @Test
    void a_line_of_another_level_is_kept_and_not_booked() {
        Outcome outcome = done(tell(report(
                "D1",
                line("10102", "111", 7),
                new IncomeTerms.Line("10102", "111", Fen.money(500), "1"),
                new IncomeTerms.Line("10102", "111", Fen.money(20), "4"))));

        assertThat(outcome.entries()).hasSize(6);
        assertThat(received(DIVISION)).isEqualTo(27);
        assertThat(day().terms().lines()).hasSize(3);
    }

    @Test
    void shared_revenue_whose_portions_are_not_known_is_listed() {
        assertThat(codes(tell(report("D1", shared("10109", 500))))).containsExactly("revenue.not-shared");
        assertThat(codes(tell(report("D1", shared("10101", 500)))))
                .as("the nation says nothing of counties")
                .containsExactly("revenue.not-shared");
        assertThat(codes(tell(report("D1", new IncomeTerms.Line("10101", "111", Fen.money(5), "6")))))
                .containsExactly("revenue.unknown-level");
    }

    // ---- cash management --------------------------------------------------------------------------------------------

    private static CashPlaced placed(long fen) {
        return new CashPlaced(CashPlacement.number("P1"), "商业银行", "111", Fen.money(fen), DAY, DAY.plusDays(90));
    }

    private static CashReturned returned(String serial, long fen) {
        return new CashReturned(
                CashPlacement.number("P1"),
                serial,
                DAY.plusDays(90),
                Fen.money(fen),
                Optional.of(line("10399", "111", 25)));
    }

    @Test
    void money_of_the_treasury_goes_to_a_bank_and_comes_back_with_what_it_earned() {
        done(tell(report("D1", line("10101", "111", 1_000))));
        Outcome placed = done(tell(placed(600)));
        assertThat(placed.entries()).extracting(Entry::rule).containsExactly("T-34/F");
        assertThat(sums().treasury("1001").debit()).isEqualTo(400);
        assertThat(sums().treasury("1003").debit()).isEqualTo(600);
        assertThat(sums().treasury("804101").debit()).as("it is no spending").isEqualTo(1_000);

        done(tell(returned("S1", 600)));

        assertThat(sums().treasury("1001").debit()).isEqualTo(1_025);
        assertThat(sums().treasury("1003").lines()).isEmpty();
        assertThat(sums().treasury("4002").credit()).isEqualTo(25);
        assertThat(sums().treasury("6001").credit()).isEqualTo(1_025);
        assertThat(sums().treasury("804101").debit()).isEqualTo(1_025);
    }

    @Test
    void a_placement_is_told_once_and_comes_back_once_and_whole() {
        assertThat(tell(returned("S1", 600)).result()).isEqualTo(JournalRecord.Outcome.PARKED);
        done(tell(placed(600)));
        assertThat(sums().treasury("1003").lines())
                .as("what had come back early is booked")
                .isEmpty();

        assertThat(done(tell(placed(600))).entries()).isEmpty();
        assertThat(codes(tell(placed(601)))).containsExactly("revenue.placed-twice");
        assertThat(done(tell(returned("S1", 600))).entries()).isEmpty();
        assertThat(codes(tell(returned("S2", 600)))).containsExactly("revenue.returned-twice");
        assertThat(codes(tell(returned("S2", 599)))).containsExactly("revenue.return-differs");
    }

    @Test
    void money_of_no_treasury_fund_is_not_placed() {
        assertThat(codes(tell(
                        new CashPlaced(CashPlacement.number("P1"), "商业银行", "2", Fen.money(600), DAY, DAY.plusDays(1)))))
                .containsExactly("revenue.fund-not-treasury");
        assertThat(codes(tell(new CashPlaced(
                        CashPlacement.number("P1"),
                        "商业银行",
                        "111",
                        Fen.money(600),
                        DAY.plusYears(1),
                        DAY.plusYears(2)))))
                .containsExactly("revenue.received-in-another-year");
        assertThat(world.loop().verify()).isEmpty();
    }
}
