package org.fiscalloop.payment;

import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fiscalloop.allotment.Allotment;
import org.fiscalloop.bankcollection.CollectedPayments;
import org.fiscalloop.bankcollection.CollectionDemand;
import org.fiscalloop.flow.Terms;
import org.fiscalloop.lifecycle.Id;
import org.fiscalloop.masterdata.CodedTerms;
import org.fiscalloop.masterdata.Elements;
import org.fiscalloop.monitoring.Moment;
import org.fiscalloop.monitoring.MonitoredPayment;
import org.fiscalloop.payees.BatchPayments;
import org.fiscalloop.payees.NamedDocument;
import org.fiscalloop.payees.PayeeList;
import org.fiscalloop.payment.kinds.PaymentKind;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What is filled in on a payment request (PAY_VOUCHER 支付申请), against one allotment. Amounts are yuan. */
@Value.Immutable
public interface PaymentTerms extends CodedTerms {
    /** 电子转账支付, where nothing else is said. */
    String ELECTRONIC = "1";

    /** 普通业务, where nothing else is said. */
    String ORDINARY = "1";

    /** The allotment (BGT_ID 指标) it is to be paid from. */
    Id<Allotment> allotment();

    /** The coding block: that of the allotment, whose department economic code it may refine. */
    @Override
    Elements elements();

    /** Amount applied for (PAY_APP_AMT 申请金额). */
    Money amount();

    /** Number of the account paid from (付款账户), of a kind that its channel pays from, such as a zero-balance account. */
    String payerAccount();

    /** Who is paid (收款人). */
    Payee payee();

    /** What for (USE_DES 用途). */
    String purpose();

    /** How it is settled (SET_MODE_CODE 结算方式): a code of the division's own, not checked; 1 电子转账支付 if left out. */
    @Value.Default
    default String settlementMode() {
        return ELECTRONIC;
    }

    /** Kind of business (PAY_BUS_TYPE_CODE 支付业务类型): a code of the division's own, not checked; 1 普通业务 if left out. */
    @Value.Default
    default String businessType() {
        return ORDINARY;
    }

    /** Whether it is government procurement (IS_GOV_PUR 是否政府采购). */
    @Value.Default
    default boolean isProcurement() {
        return false;
    }

    /** Kind of payment (PAY_TYPE_CODE 支付方式): a code of the rules' table, which must be open; 1 国库集中支付 if left out. */
    @Value.Default
    default String payType() {
        return PaymentKind.TREASURY;
    }

    /** Whether the treasury pays it out of its single account to somebody who is no agency (实拨, 2 and its kinds). */
    default boolean isAllocation() {
        return payType().startsWith(PaymentKind.ALLOCATION);
    }

    /** Number of the procurement contract (CONTRACT_NO 采购合同编号), for government procurement. */
    Optional<String> contract();

    /** The payee list (支付明细清单) whose details it pays, for a batch payment (批量支付); the payee is then who pays them out. */
    Optional<Id<PayeeList>> payees();

    /** The demand of a bank (ENTPAY_APP_NO 托收号) that it pays, for a bank collection (委托收款). */
    Optional<Id<CollectionDemand>> demand();

    /** What it names and pays as a whole: its payee list, the demand of a bank. */
    default ImmutableList<NamedDocument.Use<?>> named() {
        return Stream.<Optional<? extends NamedDocument.Use<?>>>of(
                        payees().map(BatchPayments.LISTS::use), demand().map(CollectedPayments.DEMANDS::use))
                .flatMap(Optional::stream)
                .collect(ImmutableList.toImmutableList());
    }

    /** The amount in another currency, as information beside the yuan amount. */
    Optional<ForeignAmount> foreign();

    /**
     * From when the request holds its amount of the allotment (指标占用时点). The loop sets it when the request is created,
     * from the policy of the rulebook then in force; what is filled in is ignored. So a change of the rules does not make the
     * request hold its amount twice or never.
     */
    @Value.Default
    default PaymentRules.Occupation occupation() {
        return PaymentRules.Occupation.SUBMIT;
    }

    /** What the host carries along, by name; nothing here reads it. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, String> attributes();

    /**
     * The other side of a payment; what is not known yet is blank.
     *
     * @param name name of the holder (PAYEE_ACCT_NAME 收款人名称)
     * @param account number of the account (PAYEE_ACCT_NO 收款人账号), at most 40 characters without spaces
     * @param bank the bank that keeps it (PAYEE_ACCT_BANK_NAME 收款人开户银行)
     */
    public record Payee(String name, String account, String bank) {
        private static final int LONGEST_ACCOUNT = 40;
        private static final CharMatcher NOT_IN_ACCOUNTS =
                CharMatcher.whitespace().or(CharMatcher.javaIsoControl());

        public Payee {
            requireNonNull(name, "name");
            requireNonNull(bank, "bank");
            if (account.length() > LONGEST_ACCOUNT || NOT_IN_ACCOUNTS.matchesAnyOf(account)) {
                throw new IllegalArgumentException(
                        "account must be at most 40 characters without spaces: \"" + account + "\"");
            }
        }

        /** What monitoring is asked about a payment to this payee. */
        MonitoredPayment monitored(
                Moment moment, Id<?> document, Terms terms, LocalDate on, Money amount, String payerAccount) {
            return new MonitoredPayment(
                    moment, document, terms, on, amount, new MonitoredPayment.Payee(name, account, bank), payerAccount);
        }
    }

    /**
     * A payment abroad as the bank reckons it; the books know the yuan amount only.
     *
     * @param currency the currency (币种), three capital letters such as USD
     * @param amount the amount in that currency, more than nothing
     * @param rate the exchange rate (汇率): yuan for one unit of it, more than nothing
     */
    public record ForeignAmount(String currency, BigDecimal amount, BigDecimal rate) {
        private static final int CODE_LENGTH = 3;

        public ForeignAmount {
            if (currency.length() != CODE_LENGTH
                    || !CharMatcher.inRange('A', 'Z').matchesAllOf(currency)) {
                throw new IllegalArgumentException("currency must be three capital letters: \"" + currency + "\"");
            }
            if (amount.signum() <= 0 || rate.signum() <= 0) {
                throw new IllegalArgumentException("foreign amount and rate must be positive: " + amount + ", " + rate);
            }
        }
    }
}
