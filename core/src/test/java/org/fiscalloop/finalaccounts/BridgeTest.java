package org.fiscalloop.finalaccounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.fiscalloop.loop.World.DIVISION;
import static org.fiscalloop.loop.World.ORGAN;
import static org.fiscalloop.loop.World.YEAR;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.Optional;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.finalaccounts.Bridge.Group;
import org.fiscalloop.journal.JournalRecord;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Line;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.loop.FiscalLoop.Traced;
import org.fiscalloop.loop.RecordCursor;
import org.fiscalloop.loop.World;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Phase;
import org.junit.jupiter.api.Test;

/** From the budgetary difference of a year to its surplus, event by event. */
class BridgeTest {
    private static final Segments AT = Dimensions.of(Dimensions.DIVISION, DIVISION)
            .with(Dimensions.YEAR, Integer.toString(YEAR))
            .with(Dimensions.AGENCY, ORGAN);

    private final SmallYear small = new SmallYear();
    private final List<Traced> records = Lists.newArrayList(small.world.loop().records(0));

    private Bridge bridge() {
        return small.organAccounts().bridge(records.iterator());
    }

    /** One more event of the organ, booked in the balances and written down as a record. */
    private void happened(Entry... entries) {
        JournalRecord any = records.get(records.size() - 1).record();
        ImmutableList<Entry> booked = ImmutableList.copyOf(entries);
        booked.forEach(entry -> small.books.book(entry.basis(), entry.lines().toArray(Line[]::new)));
        records.add(new Traced(
                records.size(),
                new JournalRecord(
                        any.header(),
                        any.content(),
                        any.events(),
                        any.moves(),
                        booked,
                        ImmutableList.of(),
                        ImmutableList.of())));
    }

    private static Entry entry(Basis basis, String debit, String credit, long fen) {
        return entry(AT, basis, debit, credit, fen);
    }

    private static Entry entry(Segments at, Basis basis, String debit, String credit, long fen) {
        return new Entry(
                Ledgers.AGENCY,
                basis,
                "by hand",
                World.DAY,
                World.DAY,
                ImmutableList.of(
                        Line.debit(KeptBooks.account(debit), fen, at), Line.credit(KeptBooks.account(credit), fen, at)),
                "",
                Optional.empty());
    }

    @Test
    void wages_accrued_and_paid_and_a_machine_bought_are_the_differences_of_the_small_year() {
        Bridge bridge = bridge();

        assertThat(bridge.budgetary()).isEqualTo(6_200_000);
        assertThat(bridge.surplus()).isEqualTo(6_500_000);
        assertThat(bridge.lines())
                .extracting(Bridge.Line::group, Bridge.Line::against, Bridge.Line::fen)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Group.BUDGET_EXPENDITURE_ONLY,
                                ImmutableSet.of(KeptBooks.account("EMPLOYEE_COMPENSATION_PAYABLE")),
                                4_000_000L),
                        org.assertj.core.groups.Tuple.tuple(
                                Group.BUDGET_EXPENDITURE_ONLY,
                                ImmutableSet.of(KeptBooks.account("FIXED_ASSETS")),
                                1_300_000L),
                        org.assertj.core.groups.Tuple.tuple(
                                Group.EXPENSE_ONLY,
                                ImmutableSet.of(KeptBooks.account("EMPLOYEE_COMPENSATION_PAYABLE")),
                                5_000_000L));
        assertThat(bridge.fen(Group.BUDGET_EXPENDITURE_ONLY)).isEqualTo(5_300_000);
        assertThat(bridge.lines().get(1).amount().toString()).isEqualTo("CNY 13000.00");
    }

    @Test
    void every_item_names_the_financial_and_the_budgetary_entry_of_its_event() {
        Bridge.Item machine = bridge().lines().get(1).items().get(0);

        assertThat(machine.at().value(Dimensions.DEPARTMENT_ECONOMIC)).isEqualTo("31002");
        assertThat(machine.entries())
                .extracting(id -> records.get((int) id.position())
                        .record()
                        .entries()
                        .get(id.index())
                        .rule())
                .containsExactly("U-07/F", "U-02..08/B");
    }

    @Test
    void income_without_budgetary_income_and_the_other_way_round_are_groups_of_their_own() {
        happened(entry(Basis.FINANCIAL, "ADVANCES_RECEIVED", "OPERATING_INCOME", 700));
        happened(
                entry(Basis.FINANCIAL, "BANK_DEPOSITS", "ADVANCES_RECEIVED", 900),
                entry(Basis.BUDGETARY, "MONETARY_FUNDS", "OPERATING_BUDGET_INCOME_NON_EARMARKED", 900));
        happened(
                entry(Basis.FINANCIAL, "BANK_DEPOSITS", "OPERATING_INCOME", 100),
                entry(Basis.BUDGETARY, "MONETARY_FUNDS", "OPERATING_BUDGET_INCOME_NON_EARMARKED", 106));
        happened(entry(Basis.BUDGETARY, "MONETARY_FUNDS", "DEBT_BUDGET_INCOME", 50));

        Bridge bridge = bridge();
        assertThat(bridge.fen(Group.INCOME_ONLY)).isEqualTo(700);
        assertThat(bridge.fen(Group.BUDGET_INCOME_ONLY)).isEqualTo(900 + 6 + 50);
        assertThat(bridge.lines().stream()
                        .filter(line -> line.group() == Group.BUDGET_INCOME_ONLY)
                        .map(Bridge.Line::against))
                .containsExactlyInAnyOrder(
                        ImmutableSet.of(KeptBooks.account("BANK_DEPOSITS"), KeptBooks.account("ADVANCES_RECEIVED")),
                        ImmutableSet.of(KeptBooks.account("BANK_DEPOSITS")),
                        ImmutableSet.of());
        assertThat(bridge.surplus() - bridge.budgetary()).isEqualTo(6_500_000 - 6_200_000 + 700 - 956);
    }

    @Test
    void what_grew_on_one_side_and_shrank_on_the_other_is_two_differences() {
        happened(
                entry(Basis.FINANCIAL, "BANK_DEPOSITS", "OPERATING_INCOME", 100),
                entry(Basis.BUDGETARY, "MONETARY_FUNDS", "OPERATING_BUDGET_INCOME_NON_EARMARKED", -30));

        assertThat(bridge().fen(Group.INCOME_ONLY)).isEqualTo(100);
        assertThat(bridge().fen(Group.BUDGET_INCOME_ONLY)).isEqualTo(-30);
    }

    @Test
    void what_is_booked_and_not_in_the_records_stops_it() {
        small.books.book(
                Basis.FINANCIAL,
                Line.debit(KeptBooks.account("OPERATING_ACTIVITY_EXPENSES"), 5, AT),
                Line.credit(KeptBooks.account("ACCOUNTS_PAYABLE"), 5, AT));

        assertThatThrownBy(this::bridge)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("entries give 79000.00 of EXPENSE where the balances of ")
                .hasMessageContaining("are 79000.05");
    }

    @Test
    void lines_that_do_not_lead_from_one_difference_to_the_other_are_no_bridge() {
        Bridge bridge = bridge();
        assertThatThrownBy(() -> new Bridge(bridge.scope(), bridge.budgetary() + 1, bridge.surplus(), bridge.lines()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("give 65000.01, not the surplus 65000.00");
    }

    @Test
    void a_closed_year_has_the_same_bridge() {
        Bridge before = bridge();
        small.books.close().roll();
        assertThat(bridge()).isEqualTo(before);
    }

    @Test
    void what_closes_the_accounts_of_a_year_is_no_difference_of_it() {
        Bridge before = bridge();
        Segments closing = Phase.CLOSING.in(AT);
        happened(
                entry(closing, Basis.FINANCIAL, "OPERATING_INCOME", "ACCUMULATED_SURPLUS", 700),
                entry(closing, Basis.BUDGETARY, "DEBT_BUDGET_INCOME", "NON_FISCAL_SURPLUS_ACCUMULATED_SURPLUS", 50));
        assertThat(bridge()).isEqualTo(before);
    }

    @Test
    void it_is_printed_as_text_with_a_line_for_the_accounts_that_explain_each_group() {
        try (RecordCursor all = small.world.loop().records(0)) {
            assertThat(StatementCsv.of(small.organAccounts().bridge(all))).isEqualTo("""
                    statement,division,agency,scope,year,section,row,code,level,label,column,amount
                    BRIDGE,310107000,105001,agency,2024,bridge,BUDGETARY,,0,本年预算收支差额,AMOUNT,62000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,INCOME_ONLY,,1,当期确认为收入但没有确认为预算收入,AMOUNT,0.00
                    BRIDGE,310107000,105001,agency,2024,bridge,BUDGET_EXPENDITURE_ONLY,,1,当期确认为预算支出但没有确认为费用,AMOUNT,53000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,BUDGET_EXPENDITURE_ONLY,EMPLOYEE_COMPENSATION_PAYABLE,2,,AMOUNT,40000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,BUDGET_EXPENDITURE_ONLY,FIXED_ASSETS,2,,AMOUNT,13000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,BUDGET_INCOME_ONLY,,1,当期确认为预算收入但没有确认为收入,AMOUNT,0.00
                    BRIDGE,310107000,105001,agency,2024,bridge,EXPENSE_ONLY,,1,当期确认为费用但没有确认为预算支出,AMOUNT,50000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,EXPENSE_ONLY,EMPLOYEE_COMPENSATION_PAYABLE,2,,AMOUNT,50000.00
                    BRIDGE,310107000,105001,agency,2024,bridge,SURPLUS,,0,本期盈余,AMOUNT,65000.00
                    """);
        }
    }
}
