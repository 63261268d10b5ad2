package org.fiscalloop.tracing;

import com.google.common.collect.ImmutableList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.correction.Correction;
import org.fiscalloop.ledger.Segments;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.loop.FiscalLoop;
import org.fiscalloop.masterdata.Dimensions;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentMeasure;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.VoucherTerms;
import org.joda.money.Money;

/**
 * What of a payment stands on one allotment: as it was paid, or where corrections have put it. Amounts are yuan.
 *
 * @param allotment the allotment
 * @param paid what was paid of it, whatever has come back; more than nothing
 * @param refunded what of that has come back
 * @param isCleared whether the treasury has cleared it with the bank
 */
record Standing(Id<Allotment> allotment, Money paid, Money refunded, boolean isCleared) {
    /** Where what was paid of a request by its voucher stands, in the order in which it came there; nowhere before it is paid. */
    static ImmutableList<Standing> of(FiscalLoop loop, VoucherTerms voucher, Id<PaymentRequest> request) {
        if (voucher.receipt().isEmpty()) {
            return ImmutableList.of();
        }
        Map<String, Long> put = new LinkedHashMap<>();
        Map<Id<Allotment>, Long> left = new LinkedHashMap<>();
        Map<String, Id<Allotment>> places = new LinkedHashMap<>();
        for (VoucherTerms.Part part : voucher.parts()) {
            if (part.line().request().equals(request)) {
                long fen = Fen.of(part.line().amount());
                places.put(part.correction(), part.line().allotment());
                put.merge(part.correction(), fen, Fen::add);
                if (!part.correction().isEmpty()) {
                    put.merge(from(loop, part.correction()), -fen, Fen::add);
                }
                left.merge(part.line().allotment(), standing(loop, part), Fen::add);
            }
        }
        Map<Id<Allotment>, Long> paid = new LinkedHashMap<>();
        places.forEach((correction, allotment) -> paid.merge(allotment, put.getOrDefault(correction, 0L), Fen::add));
        ImmutableList.Builder<Standing> standings = ImmutableList.builder();
        paid.forEach((allotment, fen) -> {
            if (fen > 0) {
                standings.add(new Standing(
                        allotment,
                        Fen.money(fen),
                        Fen.money(Fen.subtract(fen, left.getOrDefault(allotment, 0L))),
                        voucher.clearing().isPresent()));
            }
        });
        return standings.build();
    }

    /** The place from which a correction took its amount: the number of an earlier one, empty for that of the line. */
    private static String from(FiscalLoop loop, String correction) {
        return Stop.found(loop, Correction.id(correction))
                .terms()
                .earlier()
                .map(Id::value)
                .orElse("");
    }

    /** Every set of rules keeps this balance, and under the same key. */
    private static long standing(FiscalLoop loop, VoucherTerms.Part part) {
        Segments at = Dimensions.of(Dimensions.PAYMENT, part.line().request().value());
        return loop.balance(
                PaymentMeasure.STANDING, part.block(at), loop.rules().all().get(0));
    }
}
