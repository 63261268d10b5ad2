package org.fiscalloop.examples.quickstart;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.finalaccounts.Bridge;
import org.fiscalloop.finalaccounts.FinalAccounts;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.lifecycle.Id;

/** What the next year begins with, and how the surplus of the old one follows from its budget. */
final class January {
    private final FinalAccounts old;
    private final Office next;
    private final LocalDate on;

    /**
     * The January after a year.
     *
     * @param old the final accounts of the year that was closed
     * @param next the office in the next year
     */
    January(FinalAccounts old, Office next) {
        this.old = old;
        this.next = next;
        this.on = LocalDate.of(next.agency().fiscalYear(), 1, 1);
    }

    void print(Page page) {
        FinalAccounts opened = Tables.accounts(next, on);
        page.title("8  January: the next year opens · 下年年初");
        page.table(ImmutableList.of(
                ImmutableList.of("", "万元", "closing " + (on.getYear() - 1), "opening " + on.getYear()),
                row("年末结转和结余 → 年初结转和结余", "F1", "AMOUNT", opened),
                row("其中：财政拨款", "F4", "TOTAL", opened)));
        Id<Allotment> carried = Allotment.id(Start.ALLOTMENT + "@" + on.getYear());
        Allotment allotment = next.loop().find(carried).orElseThrow();
        long available = next.loop().balance(AllotmentMeasure.AVAILABLE, allotment.segments(), next.rules(on));
        page.line(
                carried + " · " + allotment.state() + " · " + allotment.terms().basis() + " · of line "
                        + allotment.terms().line().value() + " · available " + Wan.text(available) + " 万元");
        var inputs = old.statement("NEXT_YEAR").line("TOTAL");
        page.line("For the preparation of " + on.getYear()
                + ", which the statement gives by project: carried over 结转 "
                + Wan.text(inputs.cell("CARRIED").fen()) + ", lapsed 收回 "
                + Wan.text(inputs.cell("LAPSED").fen()) + " 万元.");
        page.line("What lapsed stands in the reserves of its projects again: left of the reserves 储备余额 "
                + Wan.text(inputs.cell("RESERVE").fen()) + " 万元.");
        bridge(page);
    }

    private ImmutableList<String> row(String name, String statement, String column, FinalAccounts opened) {
        long closing = old.statement(statement).line("CLOSING").cell(column).fen();
        long opening = opened.statement(statement).line("OPENING").cell(column).fen();
        if (closing != opening) {
            throw new IllegalStateException(name + ": closed with " + closing + ", opened with " + opening);
        }
        return ImmutableList.of("", name, Wan.text(closing), Wan.text(opening));
    }

    private void bridge(Page page) {
        Bridge bridge;
        try (var records = next.loop().records(0)) {
            bridge = old.bridge(records);
        }
        page.line("From the budgetary difference of the year " + Wan.text(bridge.budgetary()) + " to its surplus "
                + Wan.text(bridge.surplus()) + " 万元 (本年预算收支差额 → 本期盈余):");
        for (Bridge.Line line : bridge.lines()) {
            page.line("  " + line.group().labelZh() + "  "
                    + Wan.text(line.group().sign() * line.fen()) + "  against " + names(line.against()) + ", "
                    + line.items().size() + " items");
        }
    }

    private String names(ImmutableSet<Meaning> accounts) {
        return next.rules(on).rulebook().accounting().charts().stream()
                .flatMap(chart -> accounts.stream().flatMap(account -> chart.account(account).stream()))
                .map(Account::nameZh)
                .collect(Collectors.joining("、"));
    }
}
