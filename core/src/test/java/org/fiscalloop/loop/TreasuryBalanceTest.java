package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.DoorFixtures.codes;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;
import static org.fiscalloop.loop.World.done;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.decision.Fact;
import org.fiscalloop.flow.InputId;
import org.fiscalloop.flow.Notice;
import org.fiscalloop.journal.InMemoryJournal;
import org.fiscalloop.journal.Tree;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherState;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.IncomeTerms;
import org.fiscalloop.revenue.RevenueNotices.TreasuryDayReport;
import org.fiscalloop.rulebook.CityRules;
import org.fiscalloop.rulebook.Overlay;
import org.junit.jupiter.api.Test;

/** What is cleared and what stands in the treasury. */
class TreasuryBalanceTest {
    private static final String SEVERITY = "payment/limits/payment.over-treasury-balance/severity";

    private static final Overlay.Change HARD = CityRules.change(SEVERITY, Tree.text("HARD"));

    private World world = World.open();

    private Id<PaymentVoucher> paid(long fen) {
        Elements elements = World.elements(ORGAN, world.project(1, ORGAN, 1_000_000));
        Id<Allotment> allotment = world.allotment("A-1", world.line("L-1", elements, 500_000), elements, 500_000);
        var request = world.approved("R-1", allotment, elements, fen);
        Id<PaymentVoucher> voucher = world.sent("V-1", ORGAN, ImmutableList.of(request));
        done(world.receipt(voucher, fen));
        return voucher;
    }

    private void arrives(String report, long fen) {
        done(world.loop()
                .tell(new Notice(
                        new InputId("treasury", report),
                        DIVISION,
                        YEAR,
                        world.day(),
                        new TreasuryDayReport(
                                IncomeReceipt.number(report),
                                world.day(),
                                ImmutableList.of(new IncomeTerms.Line("10101", "111", "", Fen.money(fen)))))));
    }

    private long balance() {
        return Sums.of(world.loop().balances()).treasury("1001").debit();
    }

    private VoucherState state(Id<PaymentVoucher> voucher) {
        return world.loop().find(voucher).orElseThrow().state();
    }

    @Test
    void E12_what_is_cleared_beyond_the_balance_of_the_treasury_is_listed_where_a_place_asks_it() {
        world = World.open(TwoYears.rules(HARD), new InMemoryJournal());
        Id<PaymentVoucher> voucher = paid(100_000);
        arrives("D1", 99_999);

        Outcome outcome = world.clearing("b1", voucher, 100_000);

        assertThat(codes(outcome)).containsExactly("loop.books-refuse");
        assertThat(outcome.refusals().get(0).facts().get("codes"))
                .isEqualTo(Fact.texts(ImmutableList.of("payment.over-treasury-balance")));
        assertThat(outcome.refusals().get(0).text())
                .contains(
                        "999.99 stands in the treasury of " + DIVISION + " (treasury deposits 999.99 = 999.99)",
                        "0.01 too much");
        assertThat(state(voucher)).isEqualTo(VoucherState.PAID);
        assertThat(balance()).isEqualTo(99_999);
    }

    @Test
    void E12_what_the_treasury_has_is_cleared_to_the_last_fen() {
        world = World.open(TwoYears.rules(HARD), new InMemoryJournal());
        Id<PaymentVoucher> voucher = paid(100_000);
        arrives("D1", 100_000);

        done(world.clearing("b1", voucher, 100_000));

        assertThat(state(voucher)).isEqualTo(VoucherState.CLEARED);
        assertThat(balance()).isZero();
    }

    @Test
    void nationally_the_books_of_a_treasury_that_takes_in_elsewhere_do_not_stop_its_clearing() {
        Id<PaymentVoucher> voucher = paid(100_000);

        done(world.clearing("b1", voucher, 100_000));

        assertThat(state(voucher)).isEqualTo(VoucherState.CLEARED);
        assertThat(balance()).isEqualTo(-100_000);
    }
}
