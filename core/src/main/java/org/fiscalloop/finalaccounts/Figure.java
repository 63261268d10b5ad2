package org.fiscalloop.finalaccounts;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiscalloop.ledger.Balances;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.TreasuryCodes.FundBook;
import org.fiscalloop.money.Fen;
import org.fiscalloop.project.SpendingKind;

/** Balances that are alike in all that a filter asks, and their sum on the debit side in fen. */
record Figure(Traits traits, ImmutableList<Balances.Kept> rows, long debit) {

    /** All that a filter asks of a balance. */
    record Traits(Meaning account, int yearsBack, Stage stage, FundBook fund, SpendingKind kind, String economic) {}

    static Figure of(Traits traits, List<Balances.Kept> rows) {
        long debit = 0;
        for (Balances.Kept row : rows) {
            debit = Fen.add(debit, row.balance().net(Side.DEBIT));
        }
        return new Figure(traits, ImmutableList.copyOf(rows), debit);
    }

    long on(Side side) {
        return side == Side.DEBIT ? debit : Fen.negate(debit);
    }

    /** The parts of this figure by their code of a dimension. */
    ImmutableMap<String, Figure> by(Dimension dimension) {
        Map<String, List<Balances.Kept>> byCode = new LinkedHashMap<>();
        for (Balances.Kept row : rows) {
            byCode.computeIfAbsent(row.key().segments().value(dimension), code -> new ArrayList<>())
                    .add(row);
        }
        ImmutableMap.Builder<String, Figure> figures = ImmutableMap.builder();
        byCode.forEach((code, some) -> figures.put(code, of(traits, some)));
        return figures.buildOrThrow();
    }
}
