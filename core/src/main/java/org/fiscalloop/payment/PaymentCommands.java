package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.signature.SignatureEvidence;

/** What may be asked of requests and vouchers beside the acts without content. */
public final class PaymentCommands {
    /**
     * 支付申请录入: a request is filled in.
     *
     * @param request the id it shall have
     * @param terms what is filled in
     */
    public record CreatePayment(Id<PaymentRequest> request, PaymentTerms terms) implements Body {
        @Override
        public Id<PaymentRequest> document() {
            return request;
        }
    }

    /**
     * 支付申请代编录入: finance fills in a request for an agency.
     *
     * @param request the id it shall have
     * @param terms what is filled in
     */
    public record CreateProxyPayment(Id<PaymentRequest> request, PaymentTerms terms) implements Body {
        @Override
        public Id<PaymentRequest> document() {
            return request;
        }
    }

    /**
     * 支付申请修改: a request that has not been handed in is filled in again.
     *
     * @param request the request
     * @param terms what is filled in now
     */
    public record RevisePayment(Id<PaymentRequest> request, PaymentTerms terms) implements Body {
        @Override
        public Id<PaymentRequest> document() {
            return request;
        }
    }

    /**
     * 支付凭证生成: a voucher is made of approved requests, and dated (VOU_DATE 凭证日期) with the day on which this is asked.
     *
     * @param voucher the id it shall have
     * @param agency code of the agency whose requests they are
     * @param requests at least one, each once; all of one payer, payee and fund
     */
    public record CreateVoucher(Id<PaymentVoucher> voucher, String agency, ImmutableList<Id<PaymentRequest>> requests)
            implements Body {
        public CreateVoucher {
            if (requests.isEmpty() || new HashSet<>(requests).size() < requests.size()) {
                throw new IllegalArgumentException(
                        "requests of a voucher must be at least one, each once: " + requests);
            }
        }

        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }
    }

    /**
     * 支付凭证签名: a voucher is signed, with evidence of the signature over its {@link PaymentVoucher#content}.
     *
     * @param voucher the voucher
     * @param evidence the signature
     */
    public record SignVoucher(Id<PaymentVoucher> voucher, SignatureEvidence evidence) implements Signing {
        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }
    }

    /**
     * 支付凭证签章: a voucher is stamped, with evidence of the seal over its {@link PaymentVoucher#content}.
     *
     * @param voucher the voucher
     * @param evidence the signature of the seal
     */
    public record StampVoucher(Id<PaymentVoucher> voucher, SignatureEvidence evidence) implements Signing {
        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }
    }

    /** What brings evidence of a signature. */
    sealed interface Signing extends Body {
        SignatureEvidence evidence();
    }

    private PaymentCommands() {}
}
