package org.fiscalloop.accounting;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.decision.Certainty;
import org.fiscalloop.decision.Source;
import org.fiscalloop.ledger.Account;
import org.fiscalloop.ledger.Basis;
import org.fiscalloop.ledger.Chart;
import org.fiscalloop.ledger.LedgerId;
import org.fiscalloop.ledger.Meaning;
import org.fiscalloop.ledger.Side;
import org.fiscalloop.masterdata.Csv;

/**
 * The charts that come with the library (科目表), each row with its source and how certain its code is: they are data of
 * the nation's rulebook, which an overlay replaces.
 */
public final class Charts {
    private static final String HEADER =
            "meaning,code,name_zh,name_en,element,basis,normal_side,parent,certainty,source";

    private Charts() {}

    /** The charts of the four ledgers, in the order of {@link Ledgers#ALL}. */
    public static ImmutableList<Chart> national() {
        return Ledgers.ALL.stream().map(Charts::read).collect(toImmutableList());
    }

    private static Chart read(LedgerId ledger) {
        return Chart.of(
                ledger,
                Csv.resource(Charts.class, "chart-" + ledger.name() + ".csv", HEADER).stream()
                        .map(row -> account(ledger, row))
                        .toList());
    }

    private static Account account(LedgerId ledger, Csv.Row row) {
        return new Account(
                new Meaning(ledger, row.text("meaning")),
                row.text("code"),
                row.text("name_en"),
                row.text("name_zh"),
                Basis.valueOf(row.text("basis")),
                row.text("element"),
                Side.valueOf(row.text("normal_side")),
                Optional.of(row.text("parent")).filter(parent -> !parent.isEmpty()),
                new Source(row.text("source"), Certainty.valueOf(row.text("certainty"))));
    }
}
