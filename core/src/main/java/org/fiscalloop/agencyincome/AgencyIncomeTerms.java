package org.fiscalloop.agencyincome;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.money.Fen;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What the bank tells of an arrival, and what the agency says of it. Amounts are yuan. */
@Value.Immutable
public interface AgencyIncomeTerms extends Terms {
    /** Number of the agency's bank account. */
    String account();

    /** From whom it came, as the bank tells. */
    String payer();

    /** The day it arrived. */
    LocalDate arrivedOn();

    /** What arrived, in yuan; above zero. */
    Money amount();

    /** What the bank tells of what it is for (附言). */
    String remark();

    /** What the agency has claimed it as, in order; none as long as it has not. */
    ImmutableList<Claim> claims();

    /** What was received for another year is settled then. */
    @Override
    default boolean isOfOneYear() {
        return false;
    }

    /** How a claim is booked: at once, or to be settled later. */
    enum Treatment {
        /** 本年收入: income of this year. */
        INCOME,
        /** 预收账款: an advance, which becomes income as the service is rendered. */
        ADVANCE,
        /** 下年预算收入: income of the next year's budget. */
        NEXT_YEAR,
        /** 应缴财政款: collected for the treasury or the special account. */
        FOR_TREASURY,
        /** 往来款: somebody else's money that passes through. */
        PASS_THROUGH
    }

    /** What kind of income it is. */
    enum Nature {
        /** 事业收入. */
        SERVICE,
        /** 经营收入. */
        BUSINESS,
        /** 上级补助收入. */
        SUPERIOR,
        /** 附属单位上缴收入. */
        SUBSIDIARY,
        /** 非同级财政拨款收入. */
        OTHER_LEVEL,
        /** 捐赠收入. */
        DONATION,
        /** 利息收入. */
        INTEREST,
        /** 租金收入. */
        RENT,
        /** 其他收入. */
        OTHER
    }

    /** Whether the money is for one purpose only. */
    enum Purpose {
        /** 专项资金. */
        EARMARKED,
        /** 非专项资金. */
        NON_EARMARKED
    }

    /**
     * A part of an arrival and what it is.
     *
     * @param treatment how it is booked
     * @param nature what kind of income it is or will be; of no meaning where it is none
     * @param purpose whether it is earmarked
     * @param fund fund (资金性质) of the agency's own money, or of the special account where fees come back from there
     * @param function function (支出功能分类科目) that it is for; empty where none is told
     * @param amount what of the arrival it is, in yuan, with output tax
     * @param taxRate rate of the value-added tax in it, of ten thousand; 0 where there is none, and with income only
     */
    public record Claim(
            Treatment treatment,
            Nature nature,
            Purpose purpose,
            String fund,
            String function,
            Money amount,
            int taxRate) {
        private static final int WHOLE = 10_000;

        public Claim {
            if (taxRate < 0) {
                throw new IllegalArgumentException("tax rate must not be negative: " + taxRate);
            }
        }

        /**
         * The output tax (销项税额) in it, in fen: amount × rate ÷ (1 + rate), <strong>rounded half up</strong> once on the exact
         * quotient. What is left of the amount is net, so that both together are the amount.
         */
        public long taxFen() {
            BigInteger product = BigInteger.valueOf(Fen.of(amount)).multiply(BigInteger.valueOf(taxRate));
            return new BigDecimal(product)
                    .divide(BigDecimal.valueOf(WHOLE + (long) taxRate), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        /** What of it is not tax, in fen. */
        public long netFen() {
            return Fen.subtract(Fen.of(amount), taxFen());
        }
    }
}
