package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;
import static org.fiscalloop.loop.YearEnd.LAST_DAY;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.fiscalloop.closing.ArrangementTerms.Direction;
import org.fiscalloop.closing.ClosingCommands.ArrangeStabilisationFund;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.closing.ImmutableArrangementTerms;
import org.fiscalloop.closing.StabilisationArrangement;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.junit.jupiter.api.Test;

/** The budget stabilisation fund (预算稳定调节基金): topped up from what came in, drawn up to what is in it, over the years. */
class StabilisationFundTest {
    private final World world = World.open();
    private final YearEnd end = new YearEnd(world);

    private static ImmutableArrangementTerms terms(Direction direction, String fund, long fen) {
        return ImmutableArrangementTerms.builder()
                .division(DIVISION)
                .fiscalYear(YEAR)
                .direction(direction)
                .fund(fund)
                .amount(Fen.money(fen))
                .documentNo("人大〔2024〕8号")
                .build();
    }

    private Outcome arrange(String id, Direction direction, String fund, long fen) {
        return end.ask(
                "finance",
                LAST_DAY,
                new ArrangeStabilisationFund(StabilisationArrangement.id(id), terms(direction, fund, fen)));
    }

    private Sums sums(int year) {
        return Sums.of(world.loop().balances()).where(Dimensions.YEAR, Integer.toString(year));
    }

    private void revenue(long fen) {
        done(world.tell(
                "report",
                new TreasuryDayReport(
                        IncomeReceipt.number("R1"),
                        World.DAY,
                        ImmutableList.of(new IncomeTerms.Line("101", "111", "", Fen.money(fen))))));
    }

    @Test
    void it_is_topped_up_and_drawn_and_what_is_left_goes_on_into_the_next_year() {
        revenue(1_000);
        assertThat(done(arrange("S1", Direction.TOP_UP, "111", 300)).entries())
                .extracting(Entry::rule)
                .containsExactly("T-28/F", "T-28/B");
        assertThat(sums(YEAR).treasury("7031").debit()).isEqualTo(300);
        assertThat(sums(YEAR).treasury("3011").credit()).isEqualTo(300);
        assertThat(done(arrange("S2", Direction.DRAW, "111", 100)).entries())
                .extracting(Entry::rule)
                .containsExactly("T-28/F draw", "T-28/B draw");
        assertThat(sums(YEAR).treasury("6031").credit()).isEqualTo(100);
        done(end.closeDivision());
        assertThat(sums(YEAR + 1).treasury("8031").credit()).isEqualTo(200);
        assertThat(sums(YEAR + 1).treasury("3011").credit()).isEqualTo(200);
        assertThat(sums(YEAR + 1).treasury("8001").credit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).treasury("300101").credit()).isEqualTo(800);
        assertThat(sums(YEAR + 1).treasury("804101").debit()).isEqualTo(1_000);
    }

    @Test
    void what_was_put_in_in_one_year_is_drawn_in_the_next() {
        revenue(1_000);
        done(arrange("S1", Direction.TOP_UP, "111", 300));
        done(end.closeDivision());
        LocalDate later = LocalDate.of(YEAR + 1, 6, 1);
        var next = world.loop().rules().at(DIVISION, YEAR + 1, later).orElseThrow();
        done(end.ask("admin", YEAR + 1, later, new LoopBodies.AdoptRulebook(DIVISION, YEAR + 1, next.fingerprint())));
        var draw = new ArrangeStabilisationFund(
                StabilisationArrangement.id("S2"),
                terms(Direction.DRAW, "111", 300).withFiscalYear(YEAR + 1));
        done(end.ask("finance", YEAR + 1, later, draw));
        assertThat(sums(YEAR + 1).treasury("8031").credit()).isZero();
        assertThat(sums(YEAR + 1).treasury("6031").credit()).isEqualTo(300);
    }

    @Test
    void no_more_is_drawn_than_is_in_it() {
        done(arrange("S1", Direction.TOP_UP, "111", 300));
        Outcome refused = arrange("S2", Direction.DRAW, "111", 301);
        assertThat(codes(refused)).containsExactly("closing.over-stabilisation-fund");
        assertThat(refused.refusals().get(0).text()).contains("3.01").contains("3.00");
        done(arrange("S3", Direction.DRAW, "111", 300));
        assertThat(codes(arrange("S4", Direction.DRAW, "111", 1))).containsExactly("closing.over-stabilisation-fund");
    }

    @Test
    void it_is_of_the_general_public_budget_and_of_more_than_nothing() {
        assertThat(codes(arrange("S1", Direction.TOP_UP, "121", 300))).containsExactly("closing.fund-not-general");
        assertThat(codes(arrange("S1", Direction.TOP_UP, "999", 300))).containsExactly("closing.fund-not-general");
        assertThat(codes(arrange("S1", Direction.TOP_UP, "111", 0))).containsExactly("closing.amount-not-positive");
        assertThat(codes(arrange("S1", Direction.DRAW, "111", -5))).containsExactly("closing.amount-not-positive");
        assertThatIllegalArgumentException().isThrownBy(() -> terms(Direction.DRAW, " ", 5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> terms(Direction.DRAW, "111", 5).withDocumentNo(""));
    }

    @Test
    void after_the_division_has_closed_its_year_it_is_not_arranged() {
        done(end.ask("finance", LAST_DAY, new CloseDivisionYear(DIVISION, YEAR)));
        assertThat(codes(arrange("S1", Direction.TOP_UP, "111", 300))).containsExactly("closing.year-closed");
    }

    @Test
    void who_may_not_arrange_does_not_arrange() {
        var terms = terms(Direction.TOP_UP, "111", 300);
        assertThat(codes(end.ask(
                        "chief", LAST_DAY, new ArrangeStabilisationFund(StabilisationArrangement.id("S1"), terms))))
                .containsExactly("access.duty-missing");
    }
}
