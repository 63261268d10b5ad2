package org.fiscalloop.loop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fiscalloop.bankcollection.AgreementState;
import org.fiscalloop.bankcollection.DemandState;
import org.fiscalloop.journal.JournalRecord.Outcome;

/** What the naive model keeps of agreements and of the demands that a bank raises under them. */
final class NaiveDemands {
    final Map<String, NaiveAgreement> agreements = new LinkedHashMap<>();
    final Map<String, NaiveDemand> demands = new LinkedHashMap<>();

    /** Everything that waits for an agreement, in the order in which it was told. */
    private final List<Told> waiting = new ArrayList<>();

    /** An agreement; without a bank it is not handed in, and a ceiling of nothing is none. */
    static final class NaiveAgreement extends Naive.Paper {
        final LocalDate from;
        final boolean hasBank;
        final long ceiling;
        LocalDate to = LocalDate.MAX;
        AgreementState state = AgreementState.DRAFT;

        NaiveAgreement(String id, String agency, LocalDate from, boolean hasBank, long ceiling) {
            super(id, agency);
            this.from = from;
            this.hasBank = hasBank;
            this.ceiling = ceiling;
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** A demand; {@code left} is what of it was paid and has not come back. */
    static final class NaiveDemand extends Naive.Paper {
        final Told told;
        DemandState state = DemandState.RAISED;
        boolean isNamed;
        long left;

        NaiveDemand(String agency, Told told) {
            super(told.number(), agency);
            this.told = told;
        }

        void pay() {
            state = DemandState.PAID;
            isNamed = false;
            left = told.fen();
        }

        void comeBack(long fen) {
            left -= fen;
            state = left == 0 && fen > 0 ? DemandState.REFUNDED : state;
        }
    }

    /**
     * @param payer the agency whose account is to pay
     * @param isOfPayee whether it is for the payee of the agreement
     */
    record Told(String number, String agreement, String payer, long fen, LocalDate on, boolean isOfPayee) {}

    Outcome tell(Told told) {
        Outcome outcome = take(told);
        if (outcome == Outcome.PARKED) {
            waiting.add(told);
        }
        return outcome;
    }

    /** An agreement has moved: what waited for it is looked at again. */
    void wake(String agreement) {
        waiting.removeIf(told -> told.agreement().equals(agreement) && take(told) != Outcome.PARKED);
    }

    private Outcome take(Told told) {
        NaiveDemand before = demands.get(told.number());
        if (before != null) {
            return before.told.equals(told) ? Outcome.BOOKED : Outcome.EXCEPTION;
        }
        NaiveAgreement agreement = agreements.get(told.agreement());
        if (agreement == null
                || agreement.state == AgreementState.DRAFT
                || agreement.state == AgreementState.SUBMITTED) {
            return Outcome.PARKED;
        }
        if (agreement.state == AgreementState.VOIDED
                || !agreement.covers(told.on())
                || !told.isOfPayee()
                || !told.payer().equals(agreement.agency)
                || told.fen() <= 0
                || (agreement.ceiling > 0 && told.fen() > agreement.ceiling)) {
            return Outcome.EXCEPTION;
        }
        demands.put(told.number(), new NaiveDemand(agreement.agency, told));
        return Outcome.BOOKED;
    }
}
