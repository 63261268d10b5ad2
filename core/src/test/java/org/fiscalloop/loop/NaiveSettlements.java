package org.fiscalloop.loop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.settlement.CashTerms;
import org.fiscalloop.settlement.CashTransfer;
import org.fiscalloop.settlement.SettlementTerms;

/** What the loop should know of money between levels, kept as naively as it can be. */
final class NaiveSettlements {
    /** Money that is sent. */
    static final class NaiveCash extends Naive.Paper {
        final CashTerms.Kind kind;
        CashTransfer.State state = CashTransfer.State.DRAFT;
        long amount;

        NaiveCash(String id, CashTerms.Kind kind, long amount) {
            super(id, "");
            this.kind = kind;
            this.amount = amount;
        }

        boolean wasPaid() {
            return state == CashTransfer.State.SENT || state == CashTransfer.State.DELIVERED;
        }
    }

    /** A settlement of the level above. */
    static final class NaiveSettlement extends Naive.Paper {
        final SettlementTerms.Kind kind;
        final long amount;
        boolean isConfirmed;

        NaiveSettlement(String id, SettlementTerms.Kind kind, long amount) {
            super(id, "");
            this.kind = kind;
            this.amount = amount;
        }
    }

    final Map<String, NaiveCash> sent = new LinkedHashMap<>();
    final Map<String, NaiveCash> received = new LinkedHashMap<>();
    final Map<String, NaiveSettlement> settlements = new LinkedHashMap<>();

    /** What is ordered and not paid. */
    long ordered() {
        return sent.values().stream()
                .filter(cash -> cash.state == CashTransfer.State.ORDERED)
                .mapToLong(cash -> cash.amount)
                .sum();
    }

    /** What has come and what has gone. */
    long cash() {
        return received.values().stream().mapToLong(cash -> cash.amount).sum()
                - sent.values().stream()
                        .filter(NaiveCash::wasPaid)
                        .mapToLong(cash -> cash.amount)
                        .sum();
    }

    /** What is owed to the level above. */
    long unsettled() {
        return received.values().stream()
                        .filter(cash -> cash.kind == CashTerms.Kind.CASH_ADVANCE)
                        .mapToLong(cash -> cash.amount)
                        .sum()
                + settlements.values().stream()
                        .filter(settlement -> settlement.isConfirmed)
                        .mapToLong(settlement ->
                                settlement.kind == SettlementTerms.Kind.GRANT ? -settlement.amount : settlement.amount)
                        .sum();
    }
}
