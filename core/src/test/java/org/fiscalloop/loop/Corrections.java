package org.fiscalloop.loop;

import static org.fiscalloop.loop.World.done;

import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.allotment.AllotmentMeasure;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.correction.CorrectionAction;
import org.fiscalloop.correction.CorrectionCommands.CreateCorrection;
import org.fiscalloop.correction.CorrectionTerms;
import org.fiscalloop.correction.ImmutableCorrectionTerms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentNotices.RefundKind;
import org.fiscalloop.payment.PaymentNotices.RefundNotice;
import org.fiscalloop.payment.PaymentVoucher;

/** What people do to correct payments of a {@link World}, and what then stands where. */
final class Corrections {
    final World world;
    private final String agency;

    Corrections(World world, String agency) {
        this.world = world;
        this.agency = agency;
    }

    /** An allotment of the whole of a line of its own. */
    Id<Allotment> issue(String id, Elements elements, long fen) {
        return world.allotment(id, world.line("L" + id, elements, fen), elements, fen);
    }

    /** What is filled in to correct a payment of {@link World#pay}: to an allotment, under its codes. */
    ImmutableCorrectionTerms terms(String payment, Id<Allotment> to, long fen) {
        return ImmutableCorrectionTerms.builder()
                .voucher(World.voucher("V" + payment))
                .request(World.request("R" + payment))
                .amount(Fen.money(fen))
                .allotment(to)
                .elements(world.loop().find(to).orElseThrow().terms().elements())
                .reason("指标用错")
                .build();
    }

    Outcome create(String number, CorrectionTerms terms) {
        return world.ask("clerk" + agency, new CreateCorrection(Correction.id(number), terms));
    }

    /** It lies before the payment centre. */
    Id<Correction> reviewed(String number, CorrectionTerms terms) {
        Id<Correction> correction = Correction.id(number);
        done(create(number, terms));
        done(world.act("clerk" + agency, correction, CorrectionAction.SUBMIT));
        done(world.act("head" + agency, correction, CorrectionAction.APPROVE));
        return correction;
    }

    /** The payment centre approves it. */
    Outcome approve(String number, CorrectionTerms terms) {
        return world.act("finance", reviewed(number, terms), CorrectionAction.APPROVE);
    }

    /** It is booked. */
    Outcome correct(String number, CorrectionTerms terms) {
        return done(approve(number, terms));
    }

    /** Money comes back to an allotment that the bank's notice names. */
    Outcome refund(String serial, Id<PaymentVoucher> voucher, long fen, Id<Allotment> allotment) {
        return world.tell(
                "refund-" + serial,
                new RefundNotice(
                        voucher,
                        serial,
                        Fen.money(fen),
                        Optional.empty(),
                        RefundKind.ACTIVE,
                        Optional.empty(),
                        Optional.of(allotment)));
    }

    long available(Id<Allotment> allotment) {
        return TwoYears.balance(world, AllotmentMeasure.AVAILABLE, Dimensions.ALLOTMENT, allotment.value());
    }

    long paid(Id<Allotment> allotment) {
        return TwoYears.balance(world, AllotmentMeasure.PAID, Dimensions.ALLOTMENT, allotment.value());
    }

    /** What of a payment stands as it was paid, or where a correction has put it. */
    long standing(String payment, String correction) {
        return world.loop()
                .balance(
                        PaymentMeasure.STANDING,
                        Dimensions.of(Dimensions.PAYMENT, "R" + payment).with(Dimensions.DOCUMENT, correction),
                        world.loop().rules().all().get(0));
    }

    long refundable(String payment) {
        return TwoYears.balance(world, PaymentMeasure.REFUNDABLE, Dimensions.PAYMENT, "R" + payment);
    }
}
