package org.fiscalloop.finalaccounts;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fiscalloop.accounting.Ledgers;
import org.fiscalloop.flow.Reads;
import org.fiscalloop.incomebudget.IncomeBudget;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;

/**
 * The execution of a division's revenue budget (收入预算执行): what was to come in, has come in and has gone back, by fund and
 * income code.
 *
 * <p>What came in under a code is counted once, at the longest code that is budgeted for its fund; under a code that nothing is
 * budgeted for it stands by itself.
 *
 * @param rows by fund, then by income code
 */
public record RevenueExecution(ImmutableList<Row> rows) {
    /**
     * One line. Amounts are fen.
     *
     * @param fund fund (资金性质)
     * @param income income code (收入分类科目); empty in a total
     * @param approved what congress approved (年初预算)
     * @param adjusted what the standing committee added, or took away if negative (预算调整)
     * @param received what has come in (入库)
     * @param refunded what has gone back (退库)
     */
    public record Row(String fund, String income, long approved, long adjusted, long received, long refunded) {
        /** What is to come in now (调整后预算). */
        public long budget() {
            return Fen.add(approved, adjusted);
        }

        /** What has come in and not gone back (累计完成). */
        public long executed() {
            return Fen.subtract(received, refunded);
        }

        /** How much more came in than was budgeted (超收), or less if negative (短收). */
        public long difference() {
            return Fen.subtract(executed(), budget());
        }

        /**
         * The executed part of the budget (完成预算百分比), <strong>rounded half up</strong>; none where nothing is budgeted. Exact is
         * {@link #executed} by {@link #budget}.
         *
         * @param decimals of the percentage
         */
        public Optional<BigDecimal> percent(int decimals) {
            return budget() == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(executed())
                            .movePointRight(2)
                            .divide(BigDecimal.valueOf(budget()), decimals, RoundingMode.HALF_UP));
        }

        private Row plus(Row other) {
            return new Row(
                    fund,
                    income,
                    Fen.add(approved, other.approved),
                    Fen.add(adjusted, other.adjusted),
                    Fen.add(received, other.received),
                    Fen.add(refunded, other.refunded));
        }

        private boolean isBudgeted() {
            return approved != 0 || adjusted != 0;
        }

        private Row under(String code) {
            return new Row(fund, code, approved, adjusted, received, refunded);
        }
    }

    /** The execution of a division's revenue budget of a year, as its books say now. */
    public static RevenueExecution of(String division, int fiscalYear, Reads reads) {
        Segments at = Dimensions.ALL.segments(
                ImmutableMap.of(Dimensions.DIVISION, division, Dimensions.YEAR, Integer.toString(fiscalYear)));
        Map<String, Map<String, Row>> byFund = new TreeMap<>();
        for (Balances.Kept kept : reads.balances(Ledgers.MEMORANDUM, at)) {
            Optional<Row> row = row(kept);
            row.ifPresent(found -> byFund.computeIfAbsent(found.fund(), fund -> new TreeMap<>())
                    .merge(found.income(), found, Row::plus));
        }
        return new RevenueExecution(byFund.values().stream()
                .flatMap(rows -> gathered(rows).values().stream())
                .collect(toImmutableList()));
    }

    private static Optional<Row> row(Balances.Kept kept) {
        long fen = kept.balance().net(Side.DEBIT);
        Segments block = kept.key().segments();
        String fund = block.value(Dimensions.FUND);
        String income = IncomeBudget.income(block.value(Dimensions.DOCUMENT));
        return switch (kept.account().name()) {
            case "REVENUE_BUDGET_APPROVED" -> Optional.of(new Row(fund, income, fen, 0, 0, 0));
            case "REVENUE_BUDGET_ADJUSTED" -> Optional.of(new Row(fund, income, 0, fen, 0, 0));
            case "REVENUE_RECEIVED" -> Optional.of(new Row(fund, income, 0, 0, fen, 0));
            case "REVENUE_REFUNDED" -> Optional.of(new Row(fund, income, 0, 0, 0, fen));
            default -> Optional.empty();
        };
    }

    private static Map<String, Row> gathered(Map<String, Row> rows) {
        Map<String, Row> gathered = new TreeMap<>();
        rows.forEach((code, row) -> {
            String at = budgeted(code, rows);
            gathered.merge(at, row.under(at), Row::plus);
        });
        return gathered;
    }

    private static String budgeted(String code, Map<String, Row> rows) {
        for (int length = code.length(); length > 0; length--) {
            Row row = rows.get(code.substring(0, length));
            if (row != null && row.isBudgeted()) {
                return row.income();
            }
        }
        return code;
    }

    /** All of a fund together. */
    public Row total(String fund) {
        return rows.stream().filter(row -> row.fund().equals(fund)).reduce(new Row(fund, "", 0, 0, 0, 0), Row::plus);
    }
}
