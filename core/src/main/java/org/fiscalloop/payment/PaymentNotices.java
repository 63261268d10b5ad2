package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.flow.Body;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.signature.ContentDigest;
import org.joda.money.Money;

/** What the agent bank and the treasury tell about vouchers. */
public final class PaymentNotices {
    /**
     * 银行签收: the bank has accepted a voucher.
     *
     * @param voucher the voucher it names
     */
    public record BankAcceptance(Id<PaymentVoucher> voucher) implements Body {
        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }
    }

    /**
     * 银行退回凭证: the bank gives a voucher back unpaid.
     *
     * @param voucher the voucher it names
     * @param reason why, in the bank's words
     */
    public record BankRejection(Id<PaymentVoucher> voucher, String reason) implements Body {
        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }
    }

    /**
     * 支付回单: the bank has paid.
     *
     * @param voucher the voucher it names
     * @param serial the bank's number of the payment (银行交易流水号)
     * @param paidOn the day it paid
     * @param amount what it paid in yuan
     * @param payee whom it paid
     * @param content the digest of the order that it carried out ({@link PaymentVoucher#content}), where it tells one
     */
    public record BankReceipt(
            Id<PaymentVoucher> voucher,
            String serial,
            LocalDate paidOn,
            Money amount,
            PaymentTerms.Payee payee,
            Optional<ContentDigest> content)
            implements Body {
        /** A receipt that tells no digest. */
        public BankReceipt(
                Id<PaymentVoucher> voucher, String serial, LocalDate paidOn, Money amount, PaymentTerms.Payee payee) {
            this(voucher, serial, paidOn, amount, payee, Optional.empty());
        }

        public BankReceipt {
            requirePresent("serial", serial);
            requirePositive(amount);
        }

        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }

        @Override
        public Optional<LocalDate> effectiveOn() {
            return Optional.of(paidOn);
        }

        /** What the voucher keeps of it. */
        VoucherTerms.Receipt receipt() {
            return new VoucherTerms.Receipt(serial, paidOn, amount, payee);
        }
    }

    /**
     * 国库清算: the treasury has cleared a batch of payments with the bank.
     *
     * @param batch number of the batch
     * @param lines what it cleared, at least one
     */
    public record TreasuryClearing(String batch, ImmutableList<ClearingLine> lines) implements Body {
        public TreasuryClearing {
            requirePresent("batch", batch);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("a clearing must have at least one line: batch " + batch);
            }
        }

        /** The first voucher it names. */
        @Override
        public Id<PaymentVoucher> document() {
            return lines.get(0).voucher();
        }
    }

    /**
     * One voucher of a clearing.
     *
     * @param voucher the voucher it names
     * @param amount what was cleared of it in yuan
     */
    public record ClearingLine(Id<PaymentVoucher> voucher, Money amount) {}

    /**
     * 资金退回通知: money of a payment has come back.
     *
     * @param voucher the voucher by which it was paid
     * @param serial number of the notice (退回通知书号)
     * @param amount what came back in yuan
     * @param request the request it was paid for; may be absent where one cannot be in doubt
     * @param kind whose doing it is that it came back
     * @param detail the number, from 1, of the detail of its payee list that failed; of batch payments only, where it may be
     *     absent if the list has but one
     * @param allotment the allotment that it comes back to, where it is told: one that the payment was made from or corrected
     *     to. Where it is not told, what stands as it was paid comes back first, then what corrections have moved, in order
     */
    public record RefundNotice(
            Id<PaymentVoucher> voucher,
            String serial,
            Money amount,
            Optional<Id<PaymentRequest>> request,
            RefundKind kind,
            Optional<Integer> detail,
            Optional<Id<Allotment>> allotment)
            implements Body {
        /** A refund of a payment that is no batch, which tells no allotment. */
        public RefundNotice(
                Id<PaymentVoucher> voucher,
                String serial,
                Money amount,
                Optional<Id<PaymentRequest>> request,
                RefundKind kind) {
            this(voucher, serial, amount, request, kind, Optional.empty());
        }

        /** A refund that tells no allotment. */
        public RefundNotice(
                Id<PaymentVoucher> voucher,
                String serial,
                Money amount,
                Optional<Id<PaymentRequest>> request,
                RefundKind kind,
                Optional<Integer> detail) {
            this(voucher, serial, amount, request, kind, detail, Optional.empty());
        }

        public RefundNotice {
            requirePresent("serial", serial);
            requirePositive(amount);
        }

        @Override
        public Id<PaymentVoucher> document() {
            return voucher;
        }

        long fen() {
            return Fen.of(amount);
        }

        /** What stays of it on the voucher. */
        VoucherTerms.Refund refund() {
            return new VoucherTerms.Refund(serial, amount, request, kind, detail, allotment);
        }
    }

    /** Why money came back. */
    public enum RefundKind {
        /** 被动退回: the payee's name or account was wrong and the bank could not deliver it. */
        PASSIVE,
        /** 主动退回: the payee gave it back. */
        ACTIVE
    }

    private PaymentNotices() {}

    private static void requirePresent(String name, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be positive: " + amount);
        }
    }
}
