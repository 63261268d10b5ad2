package org.fiscalloop.correction;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.fiscalloop.correction.CorrectionCommands.CreateCorrection;
import org.fiscalloop.correction.CorrectionCommands.ReviseCorrection;
import org.fiscalloop.correction.CorrectionEvents.CorrectionBooked;
import org.fiscalloop.correction.CorrectionEvents.CorrectionFilledIn;
import org.fiscalloop.decision.Decision;
import org.fiscalloop.decision.Findings;
import org.fiscalloop.flow.Act;
import org.fiscalloop.flow.Case;
import org.fiscalloop.flow.Happening;
import org.fiscalloop.flow.Moved;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Move;
import org.fiscalloop.payment.ImmutableVoucherTerms;
import org.fiscalloop.payment.PaymentVoucher;
import org.fiscalloop.payment.VoucherAction;
import org.fiscalloop.payment.VoucherTerms;
import org.fiscalloop.procurement.Contract;
import org.fiscalloop.register.ElementCheck;

/** What happens to a correction when something is asked of it, or why it does not. */
final class CorrectionDecider {
    private CorrectionDecider() {}

    static Decision<ImmutableList<Happening>> create(CreateCorrection body, Case c) {
        return filledIn(body.terms(), CorrectionAction.CREATE, c);
    }

    static Decision<ImmutableList<Happening>> revise(ReviseCorrection body, Case c) {
        return filledIn(body.terms(), CorrectionAction.REVISE, c);
    }

    private static Decision<ImmutableList<Happening>> filledIn(CorrectionTerms terms, CorrectionAction action, Case c) {
        return examine(new CorrectionCase(terms, c), action)
                .decide(() -> ImmutableList.of(Happening.of(new CorrectionFilledIn(c.move(), terms))));
    }

    static Decision<ImmutableList<Happening>> submit(Act act, Case c) {
        return examine(own(c), CorrectionAction.SUBMIT)
                .decide(() -> ImmutableList.of(Happening.of(new Moved(c.move()))));
    }

    /** The approval of the last post books it. */
    static Decision<ImmutableList<Happening>> approve(Act act, Case c) {
        CorrectionCase examined = own(c);
        boolean isLast = c.move().to().equals(CorrectionState.BOOKED.name());
        return examine(examined, CorrectionAction.APPROVE)
                .decide(() -> examined)
                .flatMap(approved -> isLast
                        ? booked(approved)
                        : Decision.accepted(ImmutableList.of(Happening.of(new Moved(c.move())))));
    }

    private static CorrectionCase own(Case c) {
        return new CorrectionCase(c.document(Correction.class).terms(), c);
    }

    private static Decision<ImmutableList<Happening>> booked(CorrectionCase approved) {
        Case c = approved.facts();
        CorrectionTerms terms = approved.terms();
        PaymentVoucher voucher = approved.paid().orElseThrow();
        VoucherTerms.Part from = approved.part().orElseThrow();
        VoucherTerms.Part to = new VoucherTerms.Part(
                c.move().document().value(),
                new VoucherTerms.Line(
                        terms.request(),
                        terms.allotment(),
                        terms.amount(),
                        approved.booking().orElseThrow()));
        CorrectionPostings.Shift shift = new CorrectionPostings.Shift(
                from,
                to,
                approved.contract()
                        .filter(Contract::isInForce)
                        .map(contract -> contract.id().value()),
                approved.fen());
        return c.move(voucher, VoucherAction.CORRECT)
                .map(move -> ImmutableList.of(new Happening(
                        new CorrectionBooked(ImmutableList.of(move, c.move()), from, to), shift.postings(c))));
    }

    private static Findings examine(CorrectionCase examined, CorrectionAction action) {
        return examined.facts()
                .rules(CorrectionFlow.RULES)
                .controls()
                .examine(action, examined)
                .and(ElementCheck.examine(examined.elements(), Correction.KIND, examined.facts()));
    }

    static Terms evolve(CorrectionFilledIn event, Move move, Optional<Terms> before) {
        return event.terms();
    }

    /** The voucher lists it; the correction stays as it was approved. */
    static Terms evolve(CorrectionBooked event, Move move, Optional<Terms> before) {
        Terms terms = before.orElseThrow();
        return move.document().kind().equals(PaymentVoucher.KIND)
                ? ImmutableVoucherTerms.builder()
                        .from((VoucherTerms) terms)
                        .addCorrections(event.to())
                        .build()
                : terms;
    }
}
