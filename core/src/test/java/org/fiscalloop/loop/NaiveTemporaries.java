package org.fiscalloop.loop;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.fiscalloop.temporary.TemporaryState;
import org.fiscalloop.temporary.TemporaryTerms.Kind;

/** What the loop should know of temporary payments, kept as naively as it can be. */
final class NaiveTemporaries {
    /** A temporary payment. */
    static final class NaiveTemporary extends Naive.Paper {
        final Kind kind;
        TemporaryState state = TemporaryState.DRAFT;
        long amount;
        LocalDate dueOn;
        long charged;
        long repaid;

        NaiveTemporary(String id, String agency, Kind kind, long amount, LocalDate dueOn) {
            super(id, agency);
            this.kind = kind;
            this.amount = amount;
            this.dueOn = dueOn;
        }

        boolean wasPaidOut() {
            return state == TemporaryState.ADVANCED || state == TemporaryState.SETTLED;
        }

        long rest() {
            return wasPaidOut() ? amount - charged - repaid : 0;
        }

        void settle() {
            state = rest() == 0 ? TemporaryState.SETTLED : TemporaryState.ADVANCED;
        }
    }

    final Map<String, NaiveTemporary> payments = new LinkedHashMap<>();
    boolean isLimited;
    long ceiling;
    long excess;

    /** What is approved and not paid out, and what is not cleared. */
    long used() {
        return payments.values().stream()
                .mapToLong(payment -> payment.state == TemporaryState.APPROVED ? payment.amount : payment.rest())
                .sum();
    }

    /** What may still be approved. */
    long room() {
        return ceiling + excess - used();
    }

    /** Sets the ceiling. */
    void limit(long fen) {
        isLimited = true;
        ceiling = fen;
        excess = Math.max(0, used() - fen);
    }

    /** Something is no longer approved or out. */
    void free(long fen) {
        excess -= Math.min(excess, fen);
    }

    /** What left the treasury for recipients of some kinds and has not come back. */
    long out(Predicate<Kind> kinds) {
        return payments.values().stream()
                .filter(payment -> payment.wasPaidOut() && kinds.test(payment.kind))
                .mapToLong(payment -> payment.amount - payment.repaid)
                .sum();
    }
}
