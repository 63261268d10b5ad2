package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.fiscalloop.ledger.Entry;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.money.Fen;
import org.joda.money.Money;

/**
 * Why the surplus of the year is not what budgetary income exceeds budgetary expenditure by (本年预算收支差额与本期盈余的差异).
 *
 * <p>Within every event the financial entries of a coding block are set against its budgetary ones. What one side has more
 * than the other is a difference of one of four groups; nothing else can be, and the four together are the whole
 * difference. Source: 财会〔2017〕25号 附注, 本年盈余与预算结余的差异情况说明.
 *
 * @param scope whose, of which year
 * @param budgetary budgetary income less budgetary expenditure (本年预算收支差额), in fen
 * @param surplus income less expenses (本期盈余), in fen
 * @param lines by group, then by the accounts that explain it
 */
public record Bridge(Scope scope, long budgetary, long surplus, ImmutableList<Line> lines) {
    /** The four groups (差异四类). */
    public enum Group {
        /** 当期确认为收入但没有确认为预算收入. */
        INCOME_ONLY("当期确认为收入但没有确认为预算收入", 1),
        /** 当期确认为预算支出但没有确认为费用. */
        BUDGET_EXPENDITURE_ONLY("当期确认为预算支出但没有确认为费用", 1),
        /** 当期确认为预算收入但没有确认为收入. */
        BUDGET_INCOME_ONLY("当期确认为预算收入但没有确认为收入", -1),
        /** 当期确认为费用但没有确认为预算支出. */
        EXPENSE_ONLY("当期确认为费用但没有确认为预算支出", -1);

        private final String labelZh;
        private final int sign;

        Group(String labelZh, int sign) {
            this.labelZh = labelZh;
            this.sign = sign;
        }

        /** Its name. */
        public String labelZh() {
            return labelZh;
        }

        /** 1 if it makes the surplus more than the budgetary difference, -1 if it makes it less. */
        public int sign() {
            return sign;
        }
    }

    /**
     * Differences of one group that the same accounts explain.
     *
     * @param group which of the four
     * @param against the accounts beside income and expense that the financial entries of the events name, such as fixed assets
     *     or wages payable; none where the event has no financial entry
     * @param items in the order of the journal
     */
    public record Line(Group group, ImmutableSet<Meaning> against, ImmutableList<Item> items) {
        /** All items together, in fen. */
        public long fen() {
            return sum(items.stream().map(Item::fen).collect(toImmutableList()));
        }

        /** All items together, in yuan. */
        public Money amount() {
            return Fen.money(fen());
        }
    }

    /**
     * The difference of one event under one coding block.
     *
     * @param at the coding block
     * @param entries the agency's entries of the event under it, financial and budgetary
     * @param fen the difference; negative where something of the kind was taken back
     */
    public record Item(Segments at, ImmutableList<Entry.Id> entries, long fen) {}

    /** Refuses, with an {@link IllegalStateException}, lines that do not lead from one difference to the other. */
    public Bridge {
        long end = budgetary;
        for (Line line : lines) {
            end = Fen.add(end, line.group().sign() * line.fen());
        }
        if (end != surplus) {
            throw new IllegalStateException("budgetary difference " + Fen.text(budgetary) + " and the four groups give "
                    + Fen.text(end) + ", not the surplus " + Fen.text(surplus) + " of " + scope);
        }
    }

    /** A group as a whole, in fen. */
    public long fen(Group group) {
        return sum(lines.stream()
                .filter(line -> line.group() == group)
                .map(Line::fen)
                .collect(toImmutableList()));
    }

    private static long sum(ImmutableList<Long> amounts) {
        return amounts.stream().reduce(0L, Fen::add);
    }
}
