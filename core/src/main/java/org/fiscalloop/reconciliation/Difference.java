package org.fiscalloop.reconciliation;

import java.util.Optional;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.money.Fen;
import org.fiscalloop.payment.PaymentVoucher;
import org.joda.money.Money;

/**
 * Where the two sides do not say the same of a voucher (对账差异).
 *
 * @param side who else lists it
 * @param kind what does not agree
 * @param voucher the voucher
 * @param here what this side has booked of it, in yuan; absent where it has booked nothing
 * @param there what the other side lists of it, in yuan; absent where it lists nothing
 * @param told what does not agree in words: both accounts, or both days; blank where the amounts say it
 * @param effect by how much it makes the total of the day here exceed that of the other side, in fen; nothing where another
 *     difference of the same voucher says so already
 * @param remedy what is done about it
 */
public record Difference(
        Side side,
        Kind kind,
        Id<PaymentVoucher> voucher,
        Optional<Money> here,
        Optional<Money> there,
        String told,
        long effect,
        Remedy remedy) {
    /** Who else keeps a list. */
    public enum Side {
        /** 代理银行: it lists what it paid. */
        BANK,
        /** 国库: it lists what it cleared. */
        TREASURY
    }

    /** What does not agree. */
    public enum Kind {
        /** 我方缺记: listed there, not booked here. */
        MISSING_HERE,
        /** 对方缺记: booked here, not listed there. */
        MISSING_THERE,
        /** 对方重复: listed there more than once. */
        LISTED_TWICE,
        /** 金额不符. */
        AMOUNT_DIFFERS,
        /** 收款账户不符. */
        PAYEE_DIFFERS,
        /** 日期不符: booked here on another day than it is listed. */
        DATE_DIFFERS,
        /** 已支付未清算: paid and not yet cleared; no error, and always listed. */
        PAID_NOT_CLEARED,
        /** 已清算未支付: cleared, without a receipt of its payment here, or before the day of its receipt. */
        CLEARED_NOT_PAID
    }

    /** What is done about a difference (处理方式). */
    public enum Remedy {
        /** 请对方重发回单或清算信息: the notice has not come; the other side sends it again. */
        SEND_NOTICE_AGAIN("请对方重发通知"),
        /** 请对方更正后重发: what the other side lists is wrong; it corrects and sends again. */
        CORRECTED_NOTICE("请对方更正后重发"),
        /** 与对方核对: the parties compare their records of this voucher. */
        RECONCILE("与对方核对"),
        /** 追回款项: money has left that should not have; it is taken back. */
        TAKE_MONEY_BACK("追回款项"),
        /** 待下一批清算: nothing; the next batch clears it. */
        WAIT_FOR_CLEARING("待清算");

        private final String chinese;

        Remedy(String chinese) {
            this.chinese = chinese;
        }

        /** What is done, in 中文. */
        public String chinese() {
            return chinese;
        }
    }

    /** A voucher that is paid and waits for the treasury's batch. */
    static Difference notCleared(PaymentVoucher voucher) {
        return inTheBooks(voucher, Kind.PAID_NOT_CLEARED, "", Remedy.WAIT_FOR_CLEARING);
    }

    /** A voucher that was cleared on a day before the one on which the bank says it paid, or has not been paid at all. */
    static Difference clearedBefore(PaymentVoucher voucher) {
        String paid = voucher.terms()
                .receipt()
                .map(receipt -> receipt.paidOn().toString())
                .orElse("");
        return inTheBooks(voucher, Kind.CLEARED_NOT_PAID, paid, Remedy.RECONCILE);
    }

    private static Difference inTheBooks(PaymentVoucher voucher, Kind kind, String told, Remedy remedy) {
        return new Difference(
                Side.TREASURY,
                kind,
                PaymentVoucher.id(voucher.id().value()),
                Optional.of(Fen.money(voucher.terms().fen())),
                Optional.empty(),
                told,
                0,
                remedy);
    }
}
