package org.fiscalloop.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fiscalloop.loop.TwoYearLife.AGENCIES;
import static org.fiscalloop.loop.TwoYearLife.SECOND;
import static org.fiscalloop.loop.World.DIVISION;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.closing.ClosingCommands.CloseAgencyYear;
import org.fiscalloop.closing.ClosingCommands.CloseDivisionYear;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.finalaccounts.Scope;
import org.fiscalloop.finalaccounts.Statements;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.loop.TwoYearLife.Settings;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.fiscalloop.money.Fen;
import org.fiscalloop.revenue.IncomeReceipt;
import org.fiscalloop.revenue.RevenueNotices.OtherIncomeReceived;

/** What holds when the books of a year are closed, in two random years with and without an opening at some moment. */
class TwoYearClosingProperties extends TwoYearReadings {
    @Property(tries = 8)
    void INV_14_after_closing_nothing_stands_in_the_allotment_ledger_of_the_year(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            assertThat(byBlock(life.year(year).allotment())).isEmpty();
            assertThat(byBlock(life.year(year).treasury())).isEmpty();
            assertThat(byBlock(life.year(year).agency())).isEmpty();
        });
    }

    @Property(tries = 8)
    void INV_24_the_general_budget_keeps_at_least_what_is_carried_over(@ForAll("lives") Settings settings) {
        afterClosing(
                settings,
                (life, year) -> assertThat(closing(life, year).treasury("8001").credit())
                        .isGreaterThanOrEqualTo(
                                settings.accrues()
                                        ? 0
                                        : AGENCIES.stream()
                                                .mapToLong(agency -> Fen.of(life.carryOver(agency, year + 1)
                                                        .carried()))
                                                .sum()));
    }

    @Property(tries = 8)
    void INV_52_INV_70_what_stands_after_closing_is_only_what_goes_on(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            for (String agency : AGENCIES) {
                Sums own = closing(life, year).where(Dimensions.AGENCY, agency);
                assertThat(byBlock(own.agency("3301", "3302", "3401", "3501", "4", "5", "6", "7", "8501", "8701")))
                        .isEmpty();
                assertThat(byBlock(own.agency("8101"))).isEqualTo(byBlock(own.agency("810107")));
                assertThat(byBlock(own.agency("8102"))).isEqualTo(byBlock(own.agency("810205")));
                assertThat(byBlock(own.agency("8202"))).isEqualTo(byBlock(own.agency("820204")));
            }
            Sums treasury = closing(life, year);
            assertThat(byBlock(treasury.treasury("4", "5", "6", "7", "3031", "3041")))
                    .isEmpty();
            assertThat(treasury.treasury("8041").debit())
                    .isEqualTo(treasury.treasury("8001", "8002", "8003", "8005", "8007", "8031", "8033")
                            .credit());
        });
    }

    @Property(tries = 8)
    void INV_71_no_money_moves_between_budgets(@ForAll("lives") Settings settings) {
        afterClosing(
                settings,
                (life, year) -> assertThat(
                                closing(life, year).treasury("8002", "8003").lines())
                        .isEmpty());
    }

    @Property(tries = 8)
    void F5_the_next_year_opens_with_what_the_closed_one_leaves(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            for (LedgerId ledger : Ledgers.YEARLY) {
                Sums opening = life.year(year + 1).on(ledger).where(line -> Phase.OPENING.has(line.segments()));
                assertThat(byBlock(opening))
                        .isEqualTo(byBlock(closing(life, year).on(ledger)));
            }
        });
    }

    @Property(tries = 8)
    void INV_53_the_bridge_reconciles_and_statements_read_the_same_after_closing(@ForAll("lives") Settings settings) {
        Map<String, String> before = new HashMap<>();
        TwoYearLife.of(settings, new TwoYearLife.Watcher() {
            @Override
            public void carried(TwoYearLife life, int year) {
                AGENCIES.forEach(agency -> before.put(agency + year, read(life, year, agency)));
            }

            @Override
            public void closed(TwoYearLife life, int year) {
                AGENCIES.forEach(agency -> assertThat(read(life, year, agency)).isEqualTo(before.get(agency + year)));
            }
        });
    }

    /** F1 to F6 in one text, after the bridge has been found to reconcile. */
    private static String read(TwoYearLife life, int year, String agency) {
        var rules = life.world
                .loop()
                .rules()
                .at(DIVISION, year, LocalDate.of(year, 12, 31))
                .orElseThrow();
        FinalAccounts accounts = life.world
                .loop()
                .read(rules, reads -> Statements.under(rules).of(reads, Scope.agency(DIVISION, agency, year)));
        try (RecordCursor records = life.world.loop().records(0)) {
            Bridge bridge = accounts.bridge(records);
            long explained = bridge.lines().stream()
                    .mapToLong(line -> line.group().sign() * line.fen())
                    .sum();
            assertThat(bridge.surplus()).isEqualTo(bridge.budgetary() + explained);
        }
        StringBuilder text = new StringBuilder();
        ImmutableList.of("F1", "F2", "F3", "F4", "F5", "F6")
                .forEach(code -> accounts.statement(code)
                        .lines()
                        .forEach(line -> text.append(code)
                                .append(line.label())
                                .append(line.cells())
                                .append('\n')));
        return text.toString();
    }

    @Property(tries = 8)
    void a_closed_year_takes_nothing_and_what_is_told_late_goes_into_the_next(@ForAll("lives") Settings settings) {
        afterClosing(settings, (life, year) -> {
            Sums before = life.year(year);
            String agency = AGENCIES.get(0);
            String serial = "late" + year;
            Outcome told = life.world.tell(
                    serial,
                    new OtherIncomeReceived(
                            IncomeReceipt.number(serial),
                            agency,
                            "B" + agency,
                            LocalDate.of(year, 12, 30),
                            Fen.money(7),
                            java.util.Optional.empty(),
                            java.util.Optional.empty()));
            assertThat(World.done(told).entries()).isNotEmpty().allSatisfy(entry -> {
                assertThat(entry.date()).isEqualTo(LocalDate.of(year + 1, 1, 1));
                assertThat(entry.effectiveOn()).isEqualTo(LocalDate.of(year, 12, 30));
                assertThat(entry.lines())
                        .allSatisfy(line -> assertThat(line.segments().value(Dimensions.YEAR))
                                .isEqualTo(Integer.toString(year + 1)));
            });
            assertThat(life.year(year)).isEqualTo(before);
            assertThat(life.world
                            .ask("head" + agency, new CloseAgencyYear(DIVISION, agency, year))
                            .isDone())
                    .isFalse();
            assertThat(life.world
                            .ask("finance", new CloseDivisionYear(DIVISION, year))
                            .isDone())
                    .isFalse();
            assertThat(life.year(year)).isEqualTo(before);
        });
    }

    @Property(tries = 8)
    void two_years_are_replayed_and_derived_again(@ForAll("lives") Settings settings) {
        TwoYearLife life = TwoYearLife.of(settings, new TwoYearLife.Watcher() {});
        assertThat(life.world.loop().verify()).isEmpty();
        assertThat(FiscalLoop.open(life.journal, life.world.loop().rules()).digest())
                .isEqualTo(life.world.loop().digest());
        assertThat(life.year(SECOND).lines()).isNotEmpty();
    }
}
