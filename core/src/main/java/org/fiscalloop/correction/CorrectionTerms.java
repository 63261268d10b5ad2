package org.fiscalloop.correction;

import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentRequest;
import org.fiscalloop.payment.PaymentVoucher;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a correction (更正单): what is wrong, and how it ought to be. Its owner is that of the right coding block. */
@Value.Immutable
public interface CorrectionTerms extends CodedTerms {
    /** The voucher by which it was paid (PAY_CERT_NO 原支付凭证号). */
    Id<PaymentVoucher> voucher();

    /** The request of that voucher which is corrected (PAY_APP_NO 原支付申请). */
    Id<PaymentRequest> request();

    /** The correction that put the amount where it is wrong again (原更正单); none where it stands as it was paid. */
    Optional<Id<Correction>> earlier();

    /** How much of it belongs elsewhere, in yuan: all that has not come back, or a part. */
    Money amount();

    /** The allotment that it belongs to (更正后指标); the same where only codes were wrong. */
    Id<Allotment> allotment();

    /** The coding block that the payment should have had (更正后要素): that of the allotment, whose department economic code it may refine. */
    @Override
    Elements elements();

    /** Why, in words. */
    String reason();

    /** An amount that is none, or no reason, is no correction. */
    @Value.Check
    default void check() {
        if (reason().isBlank()) {
            throw new IllegalArgumentException("reason of a correction must not be blank");
        }
        long unused = Fen.of(amount());
    }
}
