package org.fiscalloop.payment;

import com.google.common.collect.ImmutableList;
import org.fiscalloop.flow.Measure;
import org.fiscalloop.ledger.Dimension;
import org.fiscalloop.masterdata.Dimensions;

/** The balances that payments are about. */
public enum PaymentMeasure implements Measure {
    /** Applied for and not yet paid (已申请未支付). */
    APPLIED("payment.applied"),
    /** Paid and not come back (已支付). */
    PAID("payment.paid"),
    /** What of a payment can still come back: paid less refunded. */
    REFUNDABLE("payment.refundable"),
    /** What of a payment still stands at one place: as it was paid, or as a correction has put it. */
    STANDING("payment.standing"),
    /** What stands on an agency's bank accounts by its books (银行存款). */
    BANK_BALANCE("payment.bank-balance"),
    /** What an agency has applied for of its own money and not paid yet. */
    AGENCY_FUNDS_ORDERED("payment.agency-funds-ordered"),
    /** What stands in the treasury by its books (国库存款). */
    TREASURY_BALANCE("payment.treasury-balance"),
    /** What stands on the special accounts by the treasury's books (其他财政存款). */
    SPECIAL_ACCOUNT_BALANCE("payment.special-account-balance");

    private static final ImmutableList<Dimension> AGENCY = ImmutableList.of(Dimensions.DIVISION, Dimensions.AGENCY);

    private static final ImmutableList<Dimension> PLACE = ImmutableList.of(Dimensions.PAYMENT, Dimensions.DOCUMENT);

    private final String code;

    PaymentMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ImmutableList<Dimension> by() {
        return switch (this) {
            case APPLIED, PAID -> ImmutableList.of(Dimensions.ALLOTMENT);
            case REFUNDABLE -> ImmutableList.of(Dimensions.PAYMENT);
            case STANDING -> PLACE;
            case BANK_BALANCE, AGENCY_FUNDS_ORDERED -> AGENCY;
            case TREASURY_BALANCE, SPECIAL_ACCOUNT_BALANCE -> ImmutableList.of(Dimensions.DIVISION);
        };
    }
}
